"""The engine over real files, a real queue file and real worker processes."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.events import Event, JobChanged, LaneChanged
from app.core.states import BatchState, JobState, Outcome
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs import registry
from app.jobs.recipe import RecipeError
from app.store.reader import JobView, Reader
from tests.engine.conftest import finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]


def states(engine: Engine, batch: int) -> dict[str, JobState]:
    with Reader(engine.path) as reader:
        return {Path(job.input).stem: job.state for job in reader.iter_jobs(JobView(batch=batch))}


def test_every_input_ends_in_exactly_one_state_and_the_batch_goes_on(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("a", "bad", "bug", "crash", "local", "z")
    jobs = finish(engine, engine.submit(submission(paths)))
    assert {name: (job.state, job.code) for name, job in jobs.items()} == {
        "a": (JobState.DONE, None),
        "bad": (JobState.FAILED, "CORRUPT"),
        "bug": (JobState.FAILED, "INTERNAL"),
        "crash": (JobState.FAILED, "WORKER_DIED"),
        "local": (JobState.DONE, None),
        "z": (JobState.DONE, None),
    }
    assert Path(jobs["a"].outputs[0]).read_text() == "a.txt"
    assert Path(paths[0]).read_text() == "a.txt"


def test_history_has_one_row_a_try(engine: Engine, inputs: Inputs) -> None:
    # One after the other: a neighbour of the crash would have a row for its interruption as well.
    first, second = (finish(engine, engine.submit(submission(inputs(name)))) for name in ("local", "crash"))
    with Reader(engine.path) as reader:
        local = reader.attempts(first["local"].id)
        crash = reader.attempts(second["crash"].id)
    assert [a.outcome for a in local] == [Outcome.DONE, Outcome.RETRY, Outcome.RETRY]
    assert [a.failure.code if a.failure else None for a in local] == [None, "SOURCE_LOCKED", "SOURCE_LOCKED"]
    assert [a.outcome for a in crash] == [Outcome.FAILED, Outcome.RETRY]


def test_a_crash_costs_only_its_own_job_a_try(engine: Engine, inputs: Inputs) -> None:
    names = [f"n{i}" for i in range(40)]
    jobs = finish(engine, engine.submit(submission(inputs(*names[:20], "crash", *names[20:]))))
    assert {jobs[name].state for name in names} == {JobState.DONE}
    assert {jobs[name].crashes for name in names} == {0}
    assert jobs["crash"].crashes == 2


def test_bugs_keep_their_trace_for_the_report(engine: Engine, inputs: Inputs) -> None:
    jobs = finish(engine, engine.submit(submission(inputs("bug"))))
    with Reader(engine.path) as reader:
        failure = reader.attempts(jobs["bug"].id)[0].failure
    assert failure is not None
    assert "ZeroDivisionError: a mistake" in failure.detail


def test_a_folder_is_walked_and_what_cannot_be_read_is_counted(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    inputs("b", "a")
    folder = tmp_path / "in"
    (folder / "deep").mkdir()
    (folder / "deep" / "c.txt").write_text("c")
    (folder / "notes.pdf").write_text("x")
    (folder / ".hidden.txt").write_text("x")
    (folder / "loop").symlink_to(folder)
    batch = engine.submit(submission([str(folder)]))
    jobs = finish(engine, batch)
    assert list(jobs) == ["a", "b", "c"]
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.options["left_out"] == {".pdf": 1}
    assert "paths" not in row.options, "its rows stand for them"
    # A second drop of the folder does not take our own outputs for inputs.
    again = finish(engine, engine.submit(submission([str(folder)])))
    assert list(again) == ["a", "b", "c"]
    assert again["a"].outputs[0].endswith("a (2).txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_a_failed_job(engine: Engine, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    jobs = finish(engine, engine.submit(submission([str(locked)])))
    assert jobs["locked"].code == "READ_DENIED"


def test_a_path_that_is_gone_is_a_failed_job(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    jobs = finish(engine, engine.submit(submission([*inputs("a"), str(tmp_path / "gone.txt")])))
    assert (jobs["a"].state, jobs["gone"].code) == (JobState.DONE, "SOURCE_GONE")


@pytest.mark.parametrize("name", ["line\nbreak", "\u202egnp", "\udce4\udcff", "n" * 251, "tab\tquote'\""])
def test_names_of_every_kind(engine: Engine, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text("x")
    (job,) = finish(engine, engine.submit(submission([str(path)]))).values()
    assert job.state is JobState.DONE, job.message
    assert job.input == str(path)
    assert Path(job.outputs[0]).read_text() == "x"


def test_a_planning_crash_costs_only_its_own_file(engine: Engine, inputs: Inputs) -> None:
    jobs = finish(engine, engine.submit(submission(inputs("a", "plancrash", "b"))))
    assert [(n, j.state.value) for n, j in jobs.items()] == [("a", "done"), ("plancrash", "failed"), ("b", "done")]


def test_pause_is_durable_and_resume_goes_on(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start()
    engine.pause()
    batch = engine.submit(submission(inputs("a", "b")))
    until(lambda: len(states(engine, batch)) == 2 and engine.settled(batch, 0))
    engine.close()
    again = start()
    until(lambda: again.settled(batch, 0))
    assert set(states(again, batch).values()) == {JobState.READY}
    again.resume()
    assert {job.state for job in finish(again, batch).values()} == {JobState.DONE}


def test_cancel_ends_a_running_job_by_kill_and_no_other(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(workers=1)
    batch = engine.submit(submission(inputs("a", "sleep", "z")))
    until(lambda: states(engine, batch).get("sleep") is JobState.RUNNING and engine.board_snapshot())
    with Reader(engine.path) as reader:
        (sleeper,) = (job.id for job in reader.iter_jobs() if "sleep" in job.input)
    assert engine.cancel(jobs=[sleeper]) == 1
    jobs = finish(engine, batch)
    assert (jobs["sleep"].state, jobs["sleep"].code) == (JobState.CANCELLED, "CANCELLED")
    assert (jobs["a"].state, jobs["z"].state) == (JobState.DONE, JobState.DONE)
    assert jobs["z"].crashes == 0


def test_hold_release_and_cancel_of_waiting_rows(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start()
    batch = engine.submit(submission(inputs("a", "b", "c"), start=False))
    until(lambda: engine.settled(batch, 0))
    with Reader(engine.path) as reader:
        a, b, _c = reader.job_ids()
    assert engine.hold(jobs=[a]) == 1
    assert engine.cancel(jobs=[b]) == 1
    engine.start_batch(batch)
    until(lambda: states(engine, batch)["c"] is JobState.DONE)
    assert states(engine, batch)["a"] is JobState.HELD
    assert engine.release(jobs=[a]) == 1
    jobs = finish(engine, batch)
    assert [jobs[n].state.value for n in "abc"] == ["done", "cancelled", "done"]


def test_a_retry_takes_an_input_as_it_was_repaired(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("bad", "bug")
    batch = engine.submit(submission(paths))
    jobs = finish(engine, batch)
    for path in paths:
        Path(path).write_text("copied again, whole")
    assert engine.retry(batch=batch, code="CORRUPT") == 1
    again = finish(engine, batch)
    assert again["bad"].size == len("copied again, whole") != jobs["bad"].size
    assert again["bug"].size == jobs["bug"].size, "it was not asked for"


def test_retry_is_one_retry_however_often_it_is_asked_for(engine: Engine, inputs: Inputs) -> None:
    batch = engine.submit(submission(inputs("bad", "bug")))
    finish(engine, batch)
    assert engine.retry(code="CORRUPT") == 1
    jobs = finish(engine, batch)
    assert jobs["bad"].state is JobState.FAILED
    assert (jobs["bad"].generation, jobs["bug"].generation) == (1, 0)
    with Reader(engine.path) as reader:
        assert len(reader.attempts(jobs["bad"].id)) == 2


def test_a_delay_survives_the_end_of_the_program(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(scale=1000.0)
    batch = engine.submit(submission(inputs("local")))
    until(lambda: states(engine, batch).get("local") is JobState.WAITING)
    engine.close()
    again = start(scale=0.001)
    assert states(again, batch)["local"] is JobState.WAITING
    with Reader(again.path) as reader:
        job = next(reader.iter_jobs())
    assert job.run_at is not None
    assert job.run_at > (job.started or 0) + 60_000


def test_quit_gives_running_jobs_back_uncounted(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start()
    batch = engine.submit(submission(inputs("sleep")))
    until(lambda: engine.board_snapshot())
    engine.close()
    with Reader(engine.path) as reader:
        job = next(reader.iter_jobs())
    assert (job.state, job.tries, job.code) == (JobState.READY, 0, "INTERRUPTED")
    assert job.batch == batch


def test_time_limit_stops_a_job(monkeypatch: pytest.MonkeyPatch, engine: Engine, inputs: Inputs) -> None:
    monkeypatch.setitem(registry.LIMITS, "test", 3.0)  # a new process must be able to start in it
    jobs = finish(engine, engine.submit(submission(inputs("sleep", "a"))))
    assert (jobs["sleep"].state, jobs["sleep"].code, jobs["sleep"].tries) == (JobState.FAILED, "TIMEOUT", 2)
    assert jobs["a"].state is JobState.DONE


def test_a_full_drive_pauses_the_lane_with_words_and_burns_no_tries(
    start: Callable[..., Engine], inputs: Inputs
) -> None:
    engine = start(scale=1.0)
    events: list[Event] = []
    engine.bus.subscribe(events.extend)
    batch = engine.submit(submission(inputs("full", "z")))
    until(lambda: any(isinstance(e, LaneChanged) and e.paused for e in events))
    with Reader(engine.path) as reader:
        (lane,) = reader.lanes()
        job = next(reader.iter_jobs())  # its ending and the pause are one commit
    assert (lane.paused, lane.code, lane.message) == (True, "DISK_FULL", "There is no room left.")
    assert (job.state, job.tries) == (JobState.READY, 0)
    (Path(job.input)).rename(Path(job.input).with_name("x.txt"))
    assert not engine.settled(batch, 120)


def test_two_programs_at_once_share_one_queue(engine: Engine, inputs: Inputs) -> None:
    other = open_queue(engine.data_dir, Services(), 1)
    assert isinstance(other, ControlClient)
    batch = other.submit(submission(inputs("a", "bad")))
    until(lambda: other.settled(batch, 30))
    assert states(engine, batch) == {"a": JobState.DONE, "bad": JobState.FAILED}
    assert other.retry(batch=batch) == 1
    other.close()


def test_a_bad_recipe_is_refused_in_words_over_the_socket_too(engine: Engine, inputs: Inputs) -> None:
    bad = submission(inputs("a"), recipe='{"dropmill": 1, "kind": "test", "writ": true}')
    with pytest.raises(RecipeError, match="writ: unknown key"):
        engine.submit(bad)
    client = open_queue(engine.data_dir, Services(), 1)
    with pytest.raises(Exception, match="writ: unknown key"):
        client.submit(bad)
    client.close()
    with Reader(engine.path) as reader:
        assert reader.batches() == []


def test_the_queue_is_freed_at_the_end_and_its_session_is_closed(start: Callable[..., Engine]) -> None:
    start().close()
    engine = start()
    with contextlib.closing(sqlite3.connect(engine.path)) as connection:
        rows = connection.execute("SELECT clean FROM session ORDER BY started").fetchall()
    assert rows == [(1,), (0,)]


def test_a_killed_engine_loses_nothing_and_its_workers_die_with_it(
    start: Callable[..., Engine], inputs: Inputs, tmp_path: Path
) -> None:
    paths = inputs("a", "sleep", "z")
    script = textwrap.dedent(
        f"""
        if __name__ == "__main__":  # workers load this file again, and must not load Qt with it
            import time
            from pathlib import Path
            from app.engine.services import Services
            from app.engine.session import open_queue
            from app.jobs import registry
            from app.store.reader import Reader
            from tests.engine.conftest import submission
            registry.KINDS["test"] = "tests.engine.kinds:TestKind"
            engine = open_queue(Path({str(tmp_path / "data")!r}), Services(), 2)
            engine.start()
            engine.submit(submission({paths!r}))
            with Reader(engine.path) as reader:  # not the outputs: they are there a moment before their rows say so
                while reader.counts().done < 2:
                    time.sleep(0.01)
            print("working", flush=True)
            time.sleep(600)
        """
    )
    (tmp_path / "main.py").write_text(script)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, tmp_path / "main.py"], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"working\n"
        finally:
            process.kill()
            process.wait()
        # The pipe's other ends are in the workers: its end means that they are gone, too.
        finished = threading.Thread(target=process.stdout.read)
        finished.start()
        finished.join(10)
        assert not finished.is_alive()
    os.rename(paths[1], paths[1].replace("sleep", "x"))
    Path(paths[1]).symlink_to(paths[0])
    engine = start()
    assert engine.interrupted == 1
    with Reader(engine.path) as reader:
        (sleeper,) = (job for job in reader.iter_jobs() if "sleep" in job.input)
        assert [a.outcome for a in reader.attempts(sleeper.id)][-1] is Outcome.INTERRUPTED
        assert (sleeper.tries, sleeper.crashes) == (0, 0)


def test_a_batch_that_was_still_being_looked_through_is_looked_through_again(
    start: Callable[..., Engine], inputs: Inputs
) -> None:
    engine = start(run=False)
    paths = inputs("a", "b")
    from app.engine.intake import to_options
    from app.store.intake import NewBatch, add_batch

    new = NewBatch("test", "cpu", "Test", "Test", submission(paths).recipe, to_options(submission(paths), "t"))
    batch = engine._writer.call(lambda tx: add_batch(tx, new))
    engine.close()
    jobs = finish(start(), batch)
    assert [job.state for job in jobs.values()] == [JobState.DONE, JobState.DONE]


def test_cancelling_a_batch_cancels_what_is_open_and_ends_it(start: Callable[..., Engine], inputs: Inputs) -> None:
    engine = start(workers=1)
    batch = engine.submit(submission(inputs("a", "sleep", "z1", "z2")))
    until(lambda: states(engine, batch).get("a") is JobState.DONE and engine.board_snapshot())
    engine.cancel(batch=batch)
    jobs = finish(engine, batch)
    assert [job.state.value for job in jobs.values()] == ["done", "cancelled", "cancelled", "cancelled"]
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    assert row.state is BatchState.FINISHED


def test_events_tell_every_change_once_and_after_its_commit(engine: Engine, inputs: Inputs) -> None:
    seen: list[JobChanged] = []
    engine.bus.subscribe(lambda events: seen.extend(e for e in events if isinstance(e, JobChanged)))
    jobs = finish(engine, engine.submit(submission(inputs("a", "bad"))))
    ends = {(e.job, e.state) for e in seen if e.state is not JobState.RUNNING}
    assert ends == {(jobs["a"].id, JobState.DONE), (jobs["bad"].id, JobState.FAILED)}
    assert len([e for e in seen if e.state is JobState.RUNNING]) == 2


def test_run_pressed_while_a_drop_is_looked_through_is_not_lost(engine: Engine, inputs: Inputs) -> None:
    batch = engine.submit(submission(inputs(*(f"n{number}" for number in range(50))), start=False))
    engine.start_batch(batch)  # building, or just built
    assert {job.state for job in finish(engine, batch).values()} == {JobState.DONE}
