"""Undo of batches by a real engine over real files: what a person touched stays, all else is as it was before."""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.states import BatchState, JobState
from app.core.undo import UndoReport
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs.leftovers import Writing, temporary_name
from app.store import undo as undo_store
from app.store.errors import StoreError
from app.store.reader import JobView, Reader
from tests.engine.conftest import finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]


def recipe(exists: str = "number") -> str:
    """The test kind's recipe: a copy of each input, marked as ours."""
    place = {"exists": exists, "times": False}
    return json.dumps({"dropmill": 1, "kind": "test", "write": True, "mark": "!", "place": place})


def replacing(paths: list[str], out: Path) -> object:
    """A submission that writes over its own inputs."""
    return submission(paths, recipe=recipe("replace"), out=str(out))


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything below `folder`: path -> content, None for folders."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def notes(engine: Engine, batch: int) -> dict[str, str | None]:
    with Reader(engine.path) as reader:
        return {job.title: job.note for job in reader.iter_jobs(JobView(batch=batch))}


def test_outputs_and_the_folders_made_for_them_go(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a", "b", "bad")
    before = contents(tmp_path / "in")
    deep = tmp_path / "in" / "new" / "deep"
    batch = finish_id(engine, submission(paths, recipe=recipe(), out=str(deep)))
    would = engine.undo(batch, look_only=True)
    assert sorted(contents(deep)) == ["a.txt", "b.txt"]
    assert engine.undo(batch) == would == UndoReport(removed=2)
    assert contents(tmp_path / "in") == before
    assert notes(engine, batch) == {"a.txt": "Undone", "b.txt": "Undone", "bad.txt": None}
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.undone is not None
    assert engine.undo(batch) == would, "a second undo says the same"


def test_replaced_originals_come_back_with_their_times(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a", "b")
    before = {path: (Path(path).read_bytes(), os.stat(path).st_mtime_ns) for path in paths}
    batch = engine.submit(replacing(paths, tmp_path / "in"))
    finish(engine, batch)
    assert Path(paths[0]).read_bytes() == b"a.txt!"
    assert engine.undo(batch) == UndoReport(restored=2)
    assert {path: (Path(path).read_bytes(), os.stat(path).st_mtime_ns) for path in paths} == before
    assert sorted(contents(tmp_path / "in")) == ["a.txt", "b.txt"]
    kept = list(engine.kept_folder(batch).iterdir())
    assert len(kept) == 2, "they are kept until the batch is dismissed"
    with open(paths[0], "r+b") as file:
        file.write(b"edited")
    assert {one.read_bytes() for one in kept} == {b"a.txt", b"b.txt"}
    engine.dismiss(batch)
    assert not engine.kept_folder(batch).exists()


def test_what_was_touched_is_left_and_listed_with_the_reason(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch = engine.submit(submission(inputs("a", "b", "c", "d"), recipe=recipe(), out=str(out)))
    finish(engine, batch)
    (out / "a.txt").write_bytes(b"edited")
    (out / "b.txt").unlink()
    (out / "c.txt").unlink()
    (out / "c.txt").mkdir()
    report = engine.undo(batch)
    assert report == UndoReport(
        removed=1,
        left=(
            (str(out / "a.txt"), "It was changed after Dropmill wrote it."),
            (str(out / "b.txt"), "It is no longer there."),
            (str(out / "c.txt"), "It was changed after Dropmill wrote it."),
        ),
    )
    assert not report.whole
    assert contents(out) == {"a.txt": b"edited", "c.txt": None}


def test_an_edited_replacement_is_left_and_its_original_named(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a", "b")
    batch = engine.submit(replacing(paths, tmp_path / "in"))
    finish(engine, batch)
    Path(paths[0]).write_bytes(b"edited")
    report = engine.undo(batch)
    assert report.restored == 1
    ((path, why),) = report.left
    assert path == paths[0]
    start = "It was changed after Dropmill wrote it. The original is kept as "
    assert why.startswith(start)
    assert Path(why.removeprefix(start).rstrip(".")).with_suffix(".txt").read_bytes() == b"a.txt"
    assert Path(paths[0]).read_bytes() == b"edited"


def test_without_the_kept_original_a_replacement_is_left(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a")
    batch = engine.submit(replacing(paths, tmp_path / "in"))
    finish(engine, batch)
    engine.dismiss(batch)
    assert engine.undo(batch).left == ((paths[0], "The original that it replaced is no longer kept."),)
    assert Path(paths[0]).read_bytes() == b"a.txt!"


def test_two_replacements_are_undone_from_the_last_to_the_first(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a")
    first, second = (finish_id(engine, replacing(paths, tmp_path / "in")) for _ in range(2))
    assert Path(paths[0]).read_bytes() == b"a.txt!!"
    assert engine.undo(first).restored == 0, "what stands there is the work of the second"
    assert engine.undo(second).restored == 1
    assert Path(paths[0]).read_bytes() == b"a.txt!"
    assert engine.undo(first).restored == 1
    assert Path(paths[0]).read_bytes() == b"a.txt"


def finish_id(engine: Engine, wanted: object) -> int:
    batch = engine.submit(wanted)  # type: ignore[arg-type]
    finish(engine, batch)
    return batch


def test_a_batch_at_work_is_not_undone_and_a_paused_one_is(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(workers=1)
    batch = engine.submit(submission(inputs("a", "sleep", "z"), recipe=recipe()))
    until(lambda: states(engine, batch).get("sleep.txt") is JobState.RUNNING)
    with pytest.raises(StoreError, match="still at work") as refused:
        engine.undo(batch)
    assert refused.value.code == "UNDO_BUSY"
    engine.pause_batch(batch)
    with pytest.raises(StoreError, match="still at work"):
        engine.undo(batch)
    with Reader(engine.path) as reader:
        (sleeper,) = (job.id for job in reader.iter_jobs() if "sleep" in job.input)
    engine.cancel(jobs=[sleeper])
    until(lambda: JobState.RUNNING not in states(engine, batch).values())
    assert engine.undo(batch) == UndoReport(removed=1)
    assert states(engine, batch)["z.txt"] is JobState.READY


def states(engine: Engine, batch: int) -> dict[str, JobState]:
    with Reader(engine.path) as reader:
        return {job.title: job.state for job in reader.iter_jobs(JobView(batch=batch))}


def test_no_such_batch(engine: Engine) -> None:
    with pytest.raises(StoreError, match="There is no batch 7") as refused:
        engine.undo(7)
    assert refused.value.code == "NO_BATCH"


def test_over_the_socket_it_says_the_same(start: Callable[..., Engine], inputs: Inputs, tmp_path: Path) -> None:
    engine = start()
    batch = finish_id(engine, submission(inputs("a", "b"), recipe=recipe(), out=str(tmp_path / "out")))
    (tmp_path / "out" / "b.txt").write_bytes(b"edited")
    client = ControlClient(tmp_path / "data")
    with contextlib.closing(client):
        assert client.undo(batch, look_only=True) == engine.undo(batch, look_only=True)
        report = client.undo(batch)
        assert report == UndoReport(
            removed=1, left=((str(tmp_path / "out" / "b.txt"), "It was changed after Dropmill wrote it."),)
        )
        with pytest.raises(StoreError) as refused:
            client.undo(99)
        assert refused.value.code == "NO_BATCH"


def test_an_undo_that_was_cut_off_is_told_from_a_persons_doing(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    """Marked as begun, then the plug was pulled: one file gone, one original back, one half copied, one untouched."""
    paths = inputs("a", "b", "c")
    gone = finish_id(engine, submission(paths, recipe=recipe(), out=str(tmp_path / "out")))
    back = finish_id(engine, replacing(paths, tmp_path / "in"))
    for batch in (gone, back):
        page = engine._writer.call(lambda tx, batch=batch: undo_store.page(tx, batch, undo_store.BEGINNING, 99))
        places = [one.place for one in page]
        engine._writer.call(lambda tx, places=places: undo_store.begin(tx, places))
    (tmp_path / "out" / "a.txt").unlink()
    with Reader(engine.path) as reader:
        row = reader.batch(back)
        (first, *_rest) = reader.iter_jobs(JobView(batch=back))
    assert row is not None
    from app.engine.undo import _writing

    kept = {one.read_bytes(): one for one in engine.kept_folder(back).iterdir()}
    shutil.copy2(kept[b"a.txt"], paths[0])
    partial = temporary_name(paths[1], _writing(row.options["token"], first.id + 1))
    Path(partial).write_bytes(b"b")
    stranger = temporary_name(paths[1], Writing("00000000", 0))
    Path(stranger).write_bytes(b"of another program")
    assert engine.undo(gone) == UndoReport(removed=3)
    assert engine.undo(back) == UndoReport(restored=3)
    assert set(contents(tmp_path / "in")) == {"a.txt", "b.txt", "c.txt", os.path.basename(stranger)}
    assert [Path(path).read_bytes() for path in paths] == [b"a.txt", b"b.txt", b"c.txt"]


def test_a_batch_that_goes_on_meanwhile_ends_the_undo(engine: Engine, inputs: Inputs) -> None:
    batch = engine.submit(submission(inputs("a", "b"), recipe=recipe(), start=False))
    until(lambda: batch_state(engine, batch) is BatchState.PAUSED)
    assert engine.undo(batch) == UndoReport()
    engine.start_batch(batch)
    finish(engine, batch)
    assert engine.undo(batch).removed == 2


def batch_state(engine: Engine, batch: int) -> BatchState | None:
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    return row.state if row else None


# Whatever people do to the files in between

EDITS = ("nothing", "append", "same size", "touch", "delete", "anew", "folder", "link", "rename")


def edit(path: Path, what: str) -> bytes | None:
    """Do `what` to the output at `path`; what a person has there now (None = nothing)."""
    if what == "append":
        with path.open("ab") as file:
            file.write(b"more")
    elif what == "same size":
        path.write_bytes(bytes(reversed(path.read_bytes())))
        later(path)
    elif what == "touch":
        later(path)
    elif what in ("delete", "folder", "link", "rename"):
        path.rename(path.with_suffix(".moved")) if what == "rename" else path.unlink()
        if what == "folder":
            path.mkdir()
            return None
        if what == "link":
            path.with_suffix(".target").write_bytes(b"target")
            path.symlink_to(path.with_suffix(".target"))
            return b"target"
        return None
    elif what == "anew":
        path.unlink()
        path.write_bytes(b"a person's own file")
    return path.read_bytes()


def later(path: Path) -> None:
    now = path.stat().st_mtime_ns
    os.utime(path, ns=(now, now + 1_000_000))


@pytest.fixture(scope="module")
def one_engine() -> Iterator[Engine]:
    """One engine for all examples of the property: its workers stay warm."""
    from app.jobs import registry

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setitem(registry.KINDS, "test", "tests.engine.kinds:TestKind")
        engine = open_queue(Path(folder) / "data", Services(), 1, 0.01)
        assert isinstance(engine, Engine)
        engine.start()
        yield engine
        engine.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=9), replace=st.booleans())
def test_whatever_a_person_changed_survives_and_the_rest_is_as_before(
    one_engine: Engine, edits: list[str], replace: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        paths = [folder / "in" / f"f{number}.txt" for number in range(len(edits))]
        for path in paths:
            path.write_bytes(path.name.encode())
        out = folder / "in" if replace else folder / "out" / "deep"
        wanted = submission([str(path) for path in paths], recipe=recipe("replace"), out=str(out))
        batch = finish_id(one_engine, wanted)
        mine = {out / path.name: edit(out / path.name, what) for path, what in zip(paths, edits, strict=True)}
        beside = {path: path.read_bytes() for path in out.iterdir() if path not in mine and path.is_file()}
        report = one_engine.undo(batch)
        touched = [what != "nothing" for what in edits]
        for (path, content), is_touched in zip(mine.items(), touched, strict=True):
            if is_touched:
                assert (path.read_bytes() if path.is_file() else None) == content
            elif replace:
                assert path.read_bytes() == path.name.encode()
            else:
                assert not path.exists()
        for path, content in beside.items():
            assert path.read_bytes() == content
        assert len(report.left) == sum(touched)
        assert {Path(path) for path, _ in report.left} == {p for p, t in zip(mine, touched, strict=True) if t}
        assert report.restored + report.removed == len(edits) - sum(touched)
        assert not list(folder.rglob("*.part"))
        if not replace and not any(touched):
            assert not (folder / "out").exists()
        assert one_engine.undo(batch) == report
        one_engine.dismiss(batch)
