"""What a night brings: drives that go and come back, lanes that stop themselves, people who stop everything at once."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from app.core.states import BatchState, JobState
from app.engine.engine import Engine
from app.store.reader import Reader
from tests.engine.conftest import Clock, finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]
Start = Callable[..., Engine]


def lane(engine: Engine, name: str) -> str | None:
    """The code for which the lane or drive is paused, or None."""
    with Reader(engine.path) as reader:
        return next((lane.code for lane in reader.lanes() if lane.name == name and lane.paused), None)


def states(engine: Engine, batch: int) -> dict[str, int]:
    with Reader(engine.path) as reader:
        counts = reader.counts(batch)
    return {state.value: counts.of(state) for state in JobState if counts.of(state)}


def is_paused(engine: Engine, batch: int) -> bool:
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    return row is not None and row.state is BatchState.PAUSED


def files(folder: Path, count: int, stem: str = "f") -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{stem}{number}.txt").write_text(str(number))
    return [str(folder)]


def out(tmp_path: Path) -> str:
    return str(tmp_path / "out")


def test_a_drive_that_goes_away_pauses_its_jobs_and_costs_no_tries(start: Start, tmp_path: Path, clock: Clock) -> None:
    engine = start(scale=1.0)
    engine.pause()
    nas, away = tmp_path / "nas", tmp_path / "away"
    remote = engine.submit(submission(files(nas, 40), out=out(tmp_path)))
    until(lambda: states(engine, remote) == {"ready": 40})
    nas.rename(away)
    engine.resume()
    until(lambda: states(engine, remote) == {"waiting": 40})
    assert lane(engine, f"drive:{nas}") == "DRIVE_MISSING"
    assert engine.settled(remote, 0)
    local = engine.submit(submission(files(tmp_path / "local", 5), out=out(tmp_path)))
    assert {job.state for job in finish(engine, local).values()} == {JobState.DONE}
    away.rename(nas)
    clock.sleep(120)
    engine._dispatcher.wake()
    until(lambda: states(engine, remote) == {"done": 40})
    assert lane(engine, f"drive:{nas}") is None
    jobs = finish(engine, remote)
    assert {job.tries for job in jobs.values()} == {1}
    assert sorted(os.listdir(out(tmp_path))) == sorted(
        {f"f{n}.txt" for n in range(40)} | {f"f{n} (2).txt" for n in range(5)}
    )


def test_a_drive_that_stays_away_over_a_restart_is_looked_at_again(start: Start, tmp_path: Path) -> None:
    engine = start(scale=1.0)
    engine.pause()
    nas, away = tmp_path / "nas", tmp_path / "away"
    batch = engine.submit(submission(files(nas, 8), out=out(tmp_path)))
    until(lambda: states(engine, batch) == {"ready": 8})
    nas.rename(away)
    engine.resume()
    until(lambda: states(engine, batch) == {"waiting": 8})
    engine.close()
    away.rename(nas)
    again = start(scale=1.0)
    assert states(again, batch) == {"waiting": 8}
    again.resume_lane(f"drive:{nas}")
    until(lambda: states(again, batch) == {"done": 8})


def test_a_file_that_is_gone_is_no_drive_that_is_away(engine: Engine, tmp_path: Path) -> None:
    engine.pause()
    folder = tmp_path / "in"
    batch = engine.submit(submission(files(folder, 3)))
    until(lambda: states(engine, batch) == {"ready": 3})
    (folder / "f1.txt").unlink()
    engine.resume()
    jobs = finish(engine, batch)
    assert [jobs[f"f{n}"].state for n in range(3)] == [JobState.DONE, JobState.FAILED, JobState.DONE]
    assert jobs["f1"].code == "SOURCE_GONE"


def test_troubles_in_a_row_pause_the_lane_and_one_job_looks(start: Start, tmp_path: Path, clock: Clock) -> None:
    engine = start(scale=1.0, workers=1)
    folder = tmp_path / "in"
    batch = engine.submit(submission(files(folder, 30, "wire"), start=False))
    until(lambda: is_paused(engine, batch))
    (folder / "broken.flag").touch()
    engine.start_batch(batch)
    until(lambda: lane(engine, "cpu") == "IO_ERROR")
    until(lambda: engine.busy()[0] == 0)
    before = states(engine, batch)
    assert before["ready"] > 0  # it stopped long before all had failed once
    with Reader(engine.path) as reader:
        message = next(lane.message for lane in reader.lanes() if lane.name == "cpu")
    assert message is not None and "several times in a row" in message and "could not be read" in message
    clock.sleep(200)
    engine._dispatcher.wake()
    until(lambda: states(engine, batch).get("running", 0) == 0 and lane(engine, "cpu") == "IO_ERROR")
    (folder / "broken.flag").unlink()
    for _hour in range(3):
        clock.sleep(3600)
        engine._dispatcher.wake()
        until(lambda: engine.busy()[0] == 0)
    until(lambda: states(engine, batch) == {"done": 30})


def test_a_full_drive_pauses_and_goes_on_by_itself(start: Start, tmp_path: Path, clock: Clock) -> None:
    engine = start(scale=1.0)
    folder = tmp_path / "in"
    batch = engine.submit(submission(files(folder, 10, "room"), start=False))
    until(lambda: is_paused(engine, batch))
    (folder / "full.flag").touch()
    engine.start_batch(batch)
    # A slot is free before what ended in it is on disk.
    until(lambda: lane(engine, "cpu") == "DISK_FULL" and states(engine, batch) == {"ready": 10})
    assert engine.busy()[0] == 0
    (folder / "full.flag").unlink()
    clock.sleep(100)
    engine._dispatcher.wake()
    until(lambda: states(engine, batch) == {"done": 10})
    assert {job.tries for job in finish(engine, batch).values()} == {1}


def test_stop_now_gives_back_what_runs_and_begins_nothing(start: Start, inputs: Inputs) -> None:
    engine = start()
    batch = engine.submit(submission(inputs("sleep1", "sleep2", "c", "d")))
    until(lambda: states(engine, batch).get("running") == 2 and len(engine.board_snapshot()) == 2)
    engine.pause(now=True)
    until(lambda: "running" not in states(engine, batch))
    with Reader(engine.path) as reader:
        assert reader.paused()
        assert {job.tries for job in reader.iter_jobs()} <= {0, 1}
        assert all(job.tries == 0 for job in reader.iter_jobs() if "sleep" in job.title)
    engine.cancel([job for job in ids(engine, batch, "sleep")])
    engine.resume()
    assert {job.state for stem, job in finish(engine, batch).items() if stem in "cd"} == {JobState.DONE}


def ids(engine: Engine, batch: int, word: str) -> list[int]:
    with Reader(engine.path) as reader:
        return [job.id for job in reader.iter_jobs() if job.batch == batch and word in job.title]


def test_a_gentle_end_lets_what_runs_finish(start: Start, inputs: Inputs) -> None:
    engine = start(workers=1)
    batch = engine.submit(submission(inputs(*(f"n{i}" for i in range(300)))))
    until(lambda: states(engine, batch).get("done", 0) > 0)
    engine.finish_running()
    assert "running" not in states(engine, batch)
    with Reader(engine.path) as reader:
        assert not reader.paused()  # only this session begins nothing more
        assert all(a.outcome == "done" for job in reader.iter_jobs() for a in reader.attempts(job.id))
    engine.close()
    assert {job.state for job in finish(start(), batch).values()} == {JobState.DONE}


def test_an_ordered_batch_finishes_in_order(start: Start, inputs: Inputs) -> None:
    engine = start(workers=2)
    recipe = '{"dropmill": 1, "kind": "test", "write": true, "ordered": true}'
    batch = engine.submit(submission(inputs("a", "local", "b", "bad", "c"), recipe=recipe))
    finish(engine, batch)
    with Reader(engine.path) as reader:
        ended = sorted(reader.iter_jobs(), key=lambda job: job.id)
        spans = [[(a.started, a.ended) for a in reversed(reader.attempts(job.id))] for job in ended]
    assert [job.state for job in ended] == [JobState.DONE] * 3 + [JobState.FAILED, JobState.DONE]
    flat = [span for job in spans for span in job]
    assert flat == sorted(flat)
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(flat))
