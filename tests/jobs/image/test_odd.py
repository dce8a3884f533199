"""A folder of odd files through the real kind, in a process of its own: every file ends as its maker says."""

import hashlib
import multiprocessing
import os
import re
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import JobError, PlanRequest
from app.jobs.registry import kind
from tests.jobs.context import run_one, source_of
from tests.jobs.image.odd import HEIGHT, WHOLE, WIDTH, Odd, base
from tests.jobs.image.odd_damage import BROKEN, mutants
from tests.jobs.image.samples import difference, recipe

CAP = 25  # seconds that one file may take: nothing here hangs
MEMORY = 4 << 30  # bytes of address space: what asks for more is a bomb that went off
FILES: dict[str, Odd] = {made.name: made for make in (*WHOLE, *BROKEN) for made in make()}
NAMES = sorted(FILES)
RECIPE = {"outputs": [{"format": "jpeg", "quality": 95, "bigger": "write"}]}


@dataclass(frozen=True, slots=True)
class End:
    """How a file ended: "done" or a code; the words; what was written."""

    code: str
    message: str
    warnings: tuple[str, ...]
    written: str | None


def serve(pipe: Connection, out: str) -> None:
    """In the process: run each path that comes, until None comes."""
    try:
        import resource
    except ImportError:  # Windows
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    number = 0
    while (path := pipe.recv()) is not None:
        number += 1  # a folder for each: names that differ in their suffix only would be numbered
        try:
            result, context = run_one(kind("image"), Path(path), recipe(**RECIPE), Path(out, str(number)))
            pipe.send(End("done", "", tuple(sorted(set(context.codes))), result.outputs[0]))
        except JobError as error:
            pipe.send(End(error.failure.code, error.failure.message, (), None))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("odd")


@pytest.fixture(scope="module")
def ends(folder: Path) -> dict[str, End]:
    (folder / "in").mkdir()
    for name in NAMES:
        (folder / "in" / name).write_bytes(FILES[name].data)
    before = digests(folder / "in")
    found = run_all([folder / "in" / name for name in NAMES], folder / "out")
    assert digests(folder / "in") == before, "an original was changed"
    return dict(zip(NAMES, found, strict=True))


def run_all(paths: list[Path], out: Path) -> list[End]:
    """How each of `paths` ends, one after the other in a process that is ended when one takes too long."""
    pipe, far = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(far, str(out)), daemon=True)
    process.start()
    far.close()
    found: list[End] = []
    try:
        for path in paths:
            pipe.send(str(path))
            assert pipe.poll(CAP), f"{path.name} hangs"
            found.append(pipe.recv())
        pipe.send(None)
        process.join(CAP)
    finally:
        process.kill()
        process.join()
        pipe.close()
    return found


def digests(folder: Path) -> dict[str, Any]:
    found = {}
    for name in os.listdir(folder):
        path = folder / name
        found[name] = (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
    return found


def test_there_are_enough() -> None:
    assert len(FILES) >= 150
    assert len(FILES) == sum(1 for make in (*WHOLE, *BROKEN) for _ in make()), "two files of the same name"


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_it_ends_as_it_should(ends: dict[str, End], name: str) -> None:
    made, end = FILES[name], ends[name]
    assert (end.code, set(end.warnings)) == (made.ends, made.warnings), end.message
    if end.written is None:
        shown = re.sub(r"\s", " ", end.message)
        assert re.sub(r"\s", " ", name) in shown, "the words name the file"
        return
    with Image.open(end.written) as image:
        image.load()
        assert image.format == "JPEG"
        if made.shows is not None:
            assert image.size == (WIDTH, HEIGHT)
            assert difference(image, base()) < made.shows


def test_all_of_them_can_be_planned(ends: dict[str, End], folder: Path) -> None:
    """Whatever a header says: a file that cannot be planned would hold up the whole batch."""
    small = {"mode": "fit", "width": 40, "height": 30}
    outputs = [{"name": "{name}-{w}x{h}-{date}", "frames": "split"}, {"name": "{name}", "format": "pdf"}]
    wanted = recipe(steps=[{"do": "resize", **small}], outputs=outputs)
    sources = [source_of(folder / "in" / name) for name in NAMES]
    plans = list(kind("image").plan(sources, wanted, PlanRequest(out=str(folder / "planned"))))
    assert [plan.jobs[0].source for plan in plans] == sources
    assert all(plan.jobs[0].outputs for plan in plans)


def test_nothing_is_left_behind(ends: dict[str, End], folder: Path) -> None:
    written = {os.fsencode(end.written) for end in ends.values() if end.written is not None}
    found = {os.fsencode(os.path.join(at, name)) for at, _, names in os.walk(folder / "out") for name in names}
    assert found == written
    assert sorted(os.listdir(folder / "in")) == NAMES


def test_files_changed_at_random_end_somehow(tmp_path: Path) -> None:
    paths = []
    for name, data in mutants(300):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    found = run_all(paths, tmp_path / "out")
    assert {end.code for end in found} <= {"done", "CORRUPT", "TOO_LARGE", "NOT_AN_IMAGE", "UNSUPPORTED", "EMPTY_FILE"}
    assert 30 < sum(end.code == "done" for end in found) < 270
    assert len([name for _, _, names in os.walk(tmp_path / "out") for name in names]) == sum(
        end.written is not None for end in found
    )
