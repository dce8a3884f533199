"""Planned names of pictures, and the kind's place in the house."""

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError, JobKind, PlanRequest, Source
from app.jobs.image import ImageKind
from app.jobs.registry import kind
from tests.jobs.context import plan_one, source_of
from tests.jobs.image.samples import exif_block, photo, recipe, saved

KIND = kind("image")


def name(path: Path, out: Path, **keys: Any) -> str:
    job = plan_one(KIND, path, recipe(**keys), out)
    assert job.state == "ready"
    assert (job.key, job.weight) == (str(path), path.stat().st_size)
    return os.path.relpath(job.outputs[0].path, out)


def test_it_is_a_kind() -> None:
    made: JobKind = ImageKind()
    assert made.lane_name(recipe()) == "cpu"
    with pytest.raises(JobError):
        made.open_lane("cpu", {})


def test_importing_and_planning_loads_no_pillow() -> None:
    code = (
        "import sys\n"
        "from app.jobs.registry import kind, parse_recipe\n"
        "from app.jobs.base import PlanRequest, Source\n"
        'recipe = parse_recipe(\'{"dropmill": 1, "kind": "image"}\')\n'
        "list(kind('image').plan([Source('/no/a.jpg', '/no', 1, 1, 1)], recipe, PlanRequest()))\n"
        "assert not [name for name in sys.modules if name == 'PIL' or name.startswith('numpy')], sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3], timeout=60)


@pytest.mark.parametrize(
    ("content", "file", "target", "expected"),
    [
        ("JPEG", "a.JPG", "same", "a.JPG"),
        ("JPEG", "a.jpeg", "same", "a.jpeg"),
        ("JPEG", "a.jpeg", "jpeg", "a.jpg"),
        ("PNG", "a.jpg", "same", "a.png"),
        ("BMP", "a.bmp", "same", "a.jpg"),
        ("BMP", "a.bmp", "bmp", "a.bmp"),
        ("TIFF", "a", "same", "a.tif"),
        ("PNG", "a.b.png", "webp", "a.b.webp"),
    ],
)
def test_suffix_follows_the_content(tmp_path: Path, content: str, file: str, target: str, expected: str) -> None:
    path = saved(tmp_path / file, format=content)
    assert name(path, tmp_path / "out", outputs=[{"format": target}]) == expected


def test_what_cannot_be_read_is_planned_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes(b"what")
    assert name(path, tmp_path) == "a.heic"
    gone = Source(str(tmp_path / "b.png"), str(tmp_path), 5, 5, 1)
    (plan,) = KIND.plan([gone], recipe(outputs=[{"name": "{name}-{w}"}]), PlanRequest(out=str(tmp_path)))
    assert plan.jobs[0].outputs[0].path == str(tmp_path / "b-0.png")


def test_names_with_size_are_of_the_output_and_upright(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif_block(6))
    steps = [{"do": "resize", "mode": "long-edge", "size": 160}]
    small = [{"do": "resize", "mode": "percent", "size": 50}]
    outputs = [{"name": "{name}-{w}x{h}"}, {"name": "{output}/{name}-{w}x{h}", "steps": small}]
    job = plan_one(KIND, path, recipe(steps=steps, outputs=outputs), tmp_path / "out")
    assert [os.path.relpath(o.path, tmp_path / "out") for o in job.outputs] == ["a-120x160.jpg", "1/a-60x80.jpg"]


def test_names_with_date_take_it_from_exif_else_modified(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif_block())
    assert name(path, tmp_path / "out", outputs=[{"name": "{date:%Y/%m}/{name}"}]) == "2025/01/a.jpg"
    plain = saved(tmp_path / "b.jpg")
    os.utime(plain, (0, datetime(2024, 2, 29, 12).timestamp()))
    assert name(plain, tmp_path / "out", outputs=[{"name": "{date}"}]) == "2024-02-29.jpg"


def test_a_batch_keeps_its_tree_and_its_numbers(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    paths = [saved(tmp_path / "in" / "a.png"), saved(tmp_path / "in" / "sub" / "a.png")]
    sources = [source_of(path, tmp_path / "in", number) for number, path in enumerate(paths, 1)]
    plans = list(KIND.plan(sources, recipe(outputs=[{"name": "{n:03}"}]), PlanRequest(out=str(tmp_path / "out"))))
    got = [os.path.relpath(plan.jobs[0].outputs[0].path, tmp_path / "out") for plan in plans]
    assert got == ["001.png", os.path.join("sub", "002.png")]
    assert [plan.jobs[0].source for plan in plans] == sources


def test_ten_thousand_are_planned_quickly(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(16, 16))
    source = source_of(path)
    begin = time.process_time()
    assert sum(1 for _ in KIND.plan([source] * 10_000, recipe(), PlanRequest())) == 10_000
    assert time.process_time() - begin < 3.0


@pytest.mark.parametrize(
    ("content", "yes"),
    [(b"\xff\xd8\xff\xe0", True), (b"8BPS", True), (b"a;b\n1;2\n", False), (b"", False)],
)
def test_accepts_by_content(tmp_path: Path, content: bytes, yes: bool) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert KIND.accepts(path) is yes
    assert not KIND.accepts(tmp_path / "gone.jpg")
    assert not KIND.accepts(tmp_path)
