"""The Detail column says for every state what is going on, in one line."""

import dataclasses
from typing import Any

import pytest

from app.core.failures import Warn
from app.core.model import Job
from app.core.states import Effect, JobState
from app.window import describe

NOW = 1_800_000_000_000


def make(state: JobState, **more: Any) -> Job:
    job = Job(
        id=1, batch=1, kind="image", lane="cpu", state=state, title="IMG_2035.jpg", input="/p/IMG_2035.jpg", outputs=(),
        size=4_600_000, bytes_out=0, attempt=1, tries=0, crashes=0, generation=0, run_at=None, effect=Effect.NONE,
        cancelling=False, code=None, message=None, note=None, warnings=(),
    )  # fmt: skip
    return dataclasses.replace(job, **more)


def test_running_shows_bar_percent_and_phase():
    shown = describe.detail(make(JobState.RUNNING), (0.41, "resizing"), NOW)
    assert (shown.bar, shown.strong, shown.quiet) == (0.41, "41\u00a0%", "resizing")


def test_running_without_a_known_part_has_no_bar():
    assert describe.detail(make(JobState.RUNNING), (-1.0, "reading"), NOW).bar is None
    assert describe.detail(make(JobState.RUNNING), None, NOW).text == "starting"
    assert describe.detail(make(JobState.RUNNING, cancelling=True), (0.5, ""), NOW).text == "Cancelling"


def test_retrying_counts_down_and_names_the_cause():
    job = make(JobState.WAITING, tries=1, code="SOURCE_LOCKED", run_at=NOW + 14_000)
    shown = describe.detail(job, None, NOW)
    assert shown.strong == "Try 2 of 6 in 0:14"
    assert shown.quiet == "open in another program"
    assert describe.detail(job, None, NOW + 60_000).strong == "Try 2 of 6 in 0:00"
    assert describe.detail(job, None, NOW, most=3).strong == "Try 2 of 3 in 0:14"
    assert "Try 2 of 12 in 0:14".lower() in describe.spoken(job, None, NOW, most=12).lower()


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (make(JobState.READY), ""),
        (make(JobState.READY, code="INTERRUPTED", message="Interrupted, starts over"), "Interrupted, starts over"),
        (make(JobState.READY, code="DRIVE_MISSING", message="Drive E: is missing."), "Drive E: is missing."),
        (make(JobState.HELD), "Held by you"),
        (
            make(JobState.HELD, code="PRE_BAD_ADDRESS", message="“jane@” is not an address."),
            "“jane@” is not an address.",
        ),
        (make(JobState.DONE, outputs=("a", "b")), "2 files written"),
        (make(JobState.DONE, outputs=("a",), tries=3), "1 file written, at try 3"),
        (make(JobState.DONE, outputs=("a",), note="Kept the original"), "Kept the original"),
        (make(JobState.DONE, outputs=("a",), warnings=(Warn("W", "16 bits"),)), "1 file written · 16 bits"),
        (make(JobState.DONE, kind="mail", note="250 2.0.0 Ok: queued as 4F2"), "Accepted by the mail server"),
        (make(JobState.DONE, kind="mail", note="Confirmed by you"), "Confirmed by you"),
        (make(JobState.SKIPPED, note="Already made"), "Already made"),
        (make(JobState.FAILED, code="CORRUPT", message="It ends after 61 %."), "It ends after 61 %."),
        (make(JobState.FAILED, code="CORRUPT"), "Not a complete picture"),
        (make(JobState.UNCONFIRMED, code="UNCERTAIN"), "The connection was lost after the message left"),
        (make(JobState.CANCELLED, code="CANCELLED"), "Cancelled by you"),
        (make(JobState.CANCELLED, code="EXPIRED", message="Too late."), "Too late."),
    ],
)
def test_every_other_state_says_why(job, words):
    assert describe.detail(job, None, NOW).text == words


def test_a_message_cannot_break_the_line():
    job = make(JobState.FAILED, code="CORRUPT", message="a\nb\u202ec", title="x\ny.jpg")
    assert describe.detail(job, None, NOW).text == "a□b□c"
    assert describe.name(job) == "x□y.jpg"


def test_a_row_is_spoken_whole():
    job = make(JobState.WAITING, tries=1, code="SOURCE_LOCKED", run_at=NOW + 14_000)
    said = describe.spoken(job, None, NOW).replace("\u00a0", " ")
    assert said == "IMG_2035.jpg, retrying, try 2 of 6 in 0:14, open in another program, 4.6 MB"


def test_time_of_a_running_row_grows():
    job = make(JobState.RUNNING, started=NOW - 11_000)
    assert describe.time_taken(job, NOW).replace("\u00a0", " ") == "11 s"
    assert describe.time_taken(make(JobState.READY), NOW) == ""


def test_a_row_says_that_its_batch_pauses_before_it_as_long_as_it_waits():
    assert describe.detail(make(JobState.READY), None, NOW, marked=True).text == "The batch pauses here"
    assert "The batch pauses here" in describe.spoken(make(JobState.READY), None, NOW, marked=True)
    assert describe.detail(make(JobState.RUNNING), None, NOW, marked=True).text == "starting"


def test_a_row_whose_drive_is_away_says_so_instead_of_counting_down():
    shown = describe.detail(make(JobState.WAITING, code="DRIVE_MISSING", message="/mnt cannot be reached."), None, NOW)
    assert (shown.text, shown.ring) == ("/mnt cannot be reached.", None)
