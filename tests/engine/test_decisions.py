"""The log of a night can be read: what was decided, and why, in words."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.events import EngineTrouble, Event, JobChanged, LaneChanged, QueuePaused, ScanProgress
from app.core.states import JobState
from app.engine.clock import SystemClock
from app.engine.decisions import MINUTE_S, TOLD_A_MINUTE, Decisions
from app.store import transitions
from app.store.intake import add_batch
from tests.store.queue_file import LETTERS, NOW, QueueFile, ending, jobs, new_job


class Time(SystemClock):
    """The time of the store's tests."""

    def __init__(self, queue: QueueFile) -> None:
        self.queue = queue

    def now_ms(self) -> int:
        return self.queue.now

    def steady(self) -> float:
        return self.queue.now / 1000


class Night:
    """A queue, and what its log says."""

    def __init__(self, queue: QueueFile, log: pytest.LogCaptureFixture) -> None:
        self.queue, self._log = queue, log
        self.decisions = Decisions(queue.reader, Time(queue))

    def told(self, *events: Event) -> list[str]:
        """The lines about `events`, or about what the queue has published since the last call."""
        self._log.clear()
        self.decisions(events or self.queue.events)
        self.queue.events.clear()
        return [record.getMessage() for record in self._log.records if record.levelno >= logging.INFO]

    @property
    def records(self) -> list[Any]:
        return self._log.records


@pytest.fixture
def night(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Night]:
    caplog.set_level(logging.DEBUG, logger="app.engine.decisions")
    queue = QueueFile(tmp_path / "queue.db")
    yield Night(queue, caplog)
    queue.close()


def test_the_life_of_a_batch(night: Night) -> None:
    batch = night.queue.batch(jobs(3))
    assert night.told() == [
        f"Batch {batch} was added: Lisbon trip, recipe Web photos (image)",
        f"Batch {batch} may run: 3 of 3 jobs are open",
    ]
    claimed = night.queue.claim(batch, 3)
    assert night.told() == []
    night.queue.now += 41_200
    night.queue.end(
        ending(claimed[0], JobState.DONE),
        ending(claimed[1], JobState.SKIPPED),
        ending(claimed[2], JobState.FAILED, "CORRUPT", "c.jpg is not complete."),
    )
    assert night.told() == [
        f"Job {claimed[2].id} of batch {batch} failed: c.jpg is not complete. (CORRUPT)",
        f"Batch {batch} is finished in 41.2 s: 1 done, 1 skipped, 1 failed",
    ]
    facts = [record.facts for record in night.records if record.levelno >= logging.INFO]
    assert facts[0] == {"batch": batch, "job": claimed[2].id, "code": "CORRUPT"}


def test_a_batch_is_added_waits_and_runs(night: Night) -> None:
    queue = night.queue
    added = queue.writer.call(lambda tx: add_batch(tx, LETTERS))
    assert night.told() == [f"Batch {added} was added: Invitation, recipe Mail merge (mail)"]
    batch = queue.batch([new_job()], LETTERS, start=False)
    assert night.told()[-1] == f"Batch {batch} waits: Waiting for you to send"
    queue.writer.call(lambda tx: transitions.start_batch(tx, batch))
    assert night.told() == [f"Batch {batch} may run: 1 of 1 jobs are open"]


@pytest.mark.parametrize(
    ("state", "code", "changes", "words"),
    [
        (JobState.WAITING, "RCPT_TEMP", {"run_at": NOW + 30_000},
         "is tried again in 30 s ({time} UTC), after try 1 of 8: words (RCPT_TEMP)"),
        (JobState.WAITING, "IO_ERROR", {"run_at": NOW}, "is tried again at once, after try 1 of 6: words (IO_ERROR)"),
        (JobState.READY, "DISK_FULL", {"counted": False},
         "was given back, which counts as no try: words (DISK_FULL)"),
        (JobState.FAILED, "IO_ERROR", {}, "failed for good after 1 try: words (IO_ERROR)"),
        (JobState.FAILED, "WORKER_DIED", {}, "failed: words (WORKER_DIED)"),
    ],
)  # fmt: skip
def test_what_was_decided_about_a_job_and_why(
    night: Night, state: JobState, code: str, changes: dict[str, Any], words: str
) -> None:
    batch = night.queue.batch([new_job(), new_job(1)])
    (job,) = night.queue.claim(batch)
    night.told()
    night.queue.end(ending(job, state, code, **changes))
    assert night.told() == [f"Job {job.id} of batch {batch} " + words.format(time="08:00:30")]


def test_an_email_of_which_nobody_knows_is_said(night: Night) -> None:
    batch, job = night.queue.ended_in(JobState.UNCONFIRMED, LETTERS)
    assert f"Job {job} of batch {batch} is unconfirmed until a person settles it: words (UNCERTAIN)" in night.told()


def test_lanes_and_drives_say_until_when_and_why(night: Night) -> None:
    assert night.told(LaneChanged("mail:work", True, "AUTH_REJECTED", "The password was refused.", None)) == [
        "Lane mail:work is paused until a person resumes it: The password was refused. (AUTH_REJECTED)"
    ]
    assert night.told(LaneChanged("drive:/far", True, "DRIVE_MISSING", None, NOW + 60_000)) == [
        "Drive /far is paused and is tried again in 60 s (08:01:00 UTC): Drive is missing (DRIVE_MISSING)"
    ]
    assert night.told(LaneChanged("mail:work", False)) == ["Lane mail:work goes on."]


def test_the_queue_as_a_whole(night: Night) -> None:
    assert night.told(QueuePaused(True), QueuePaused(False)) == [
        "The queue was paused, as a person asked.",
        "The queue goes on, as a person asked.",
    ]
    assert night.told(EngineTrouble("DISK_FULL", "The drive is full."), EngineTrouble("", "")) == [
        "The drive is full. (DISK_FULL)",
        "The queue can be written again.",
    ]
    assert night.told(ScanProgress(7, 312, 4, False), ScanProgress(7, 1312, 4, True)) == [
        "Batch 7: 1,312 files and 4 folders were looked through."
    ]


def test_a_storm_is_told_by_its_first_lines_and_a_number(night: Night) -> None:
    count = TOLD_A_MINUTE + 30
    batch = night.queue.batch(jobs(count + 1))
    claimed = night.queue.claim(batch, count)
    night.told()
    night.queue.end(*(ending(job, JobState.FAILED, "CORRUPT") for job in claimed))
    assert len(night.told()) == TOLD_A_MINUTE
    night.queue.now += round(MINUTE_S * 1000)
    assert night.told(QueuePaused(True))[0] == f"Batch {batch}: 30 more jobs failed: Not a complete picture (CORRUPT)"
    (last,) = night.queue.claim(batch)
    night.queue.end(ending(last, JobState.FAILED, "CORRUPT"))
    assert len(night.told()) == 2  # a new minute; and the end of the batch


def test_a_job_that_is_gone_is_told_by_its_code(night: Night) -> None:
    assert night.told(JobChanged(7, 9, JobState.FAILED, 1, "CORRUPT")) == [
        "Job 9 of batch 7 failed: Not a complete picture (CORRUPT)"
    ]


def test_done_jobs_are_details(night: Night) -> None:
    assert night.told(JobChanged(7, 9, JobState.RUNNING, 1), JobChanged(7, 9, JobState.DONE, 1)) == []
    assert len([record for record in night.records if record.levelno == logging.DEBUG]) == 2
