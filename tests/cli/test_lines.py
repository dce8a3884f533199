"""The JSON lines, key by key as scripts rely on them."""

from typing import Any

import pytest

from app.cli.lines import (
    batch_line,
    cause_line,
    job_line,
    lane_line,
    list_line,
    plan_line,
    show_line,
    state_word,
    summary_line,
    when,
)
from app.core.failures import Failure, Warn
from app.core.model import Attempt, Batch, CauseGroup, Counts, Job, Lane
from app.core.states import BatchState, Effect, JobState, Outcome


def job(**more: Any) -> Job:
    values: dict[str, Any] = {
        "id": 41, "batch": 7, "kind": "image", "lane": "cpu", "state": JobState.DONE, "title": "a.jpg",
        "input": "/in/a.jpg", "outputs": ("/out/a.jpg",), "size": 10, "bytes_out": 5, "attempt": 1, "tries": 1,
        "crashes": 0, "generation": 0, "run_at": None, "effect": Effect.NONE, "cancelling": False, "code": None,
        "message": None, "note": None, "warnings": (), "ms": 83,
    }  # fmt: skip
    return Job(**{**values, **more})


def batch(**more: Any) -> Batch:
    values: dict[str, Any] = {
        "id": 7, "kind": "image", "title": "in", "recipe_name": "Web photos", "recipe": "{}",
        "state": BatchState.ACTIVE, "counts": Counts(), "bytes_total": 0, "bytes_done": 0, "bytes_out": 0,
        "options": {}, "created": 0, "started": None, "finished": None,
    }  # fmt: skip
    return Batch(**{**values, **more})


def test_a_batch_line_says_null_while_the_number_of_jobs_is_not_known() -> None:
    expected = {"event": "batch", "batch": 7, "kind": "image", "recipe": "Web photos", "jobs": 3}
    assert list(batch_line(batch(), 3).items()) == list(expected.items())
    assert batch_line(batch(), None)["jobs"] is None


def test_a_done_job_has_exactly_the_keys_of_the_contract_in_order() -> None:
    assert list(job_line(job(warnings=(Warn("RENAMED", "Written as x."),))).items()) == [
        ("event", "job"), ("batch", 7), ("job", 41), ("state", "done"), ("input", "/in/a.jpg"),
        ("outputs", ["/out/a.jpg"]), ("warnings", [{"code": "RENAMED", "message": "Written as x."}]), ("code", None),
        ("message", None), ("attempts", 1), ("ms", 83),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["table", "mail"])
def test_a_kind_adds_its_own_part_and_nothing_else(kind: str) -> None:
    line = job_line(job(kind=kind, extra={kind: {"n": 1}, "other": 2}))
    assert line[kind] == {"n": 1}
    assert "other" not in line


def test_a_held_row_is_blocked_only_when_the_mail_check_stopped_it() -> None:
    assert job_line(job(state=JobState.HELD, code="PRE_BAD_ADDRESS"))["state"] == "blocked"
    assert job_line(job(state=JobState.HELD))["state"] == "held"
    assert state_word("held", "CORRUPT") == "held"
    assert state_word("failed", "PRE_BAD_ADDRESS") == "failed"


def test_a_lane_line_gives_the_reason_while_paused_and_none_when_open() -> None:
    paused = Lane("mail:work", True, "AUTH_REJECTED", "Refused.", None, 0)
    assert lane_line(paused) == {
        "event": "lane", "lane": "mail:work", "state": "paused", "code": "AUTH_REJECTED", "message": "Refused.",
        "until": None,
    }  # fmt: skip
    opened = lane_line(Lane("mail:work", False, "AUTH_REJECTED", "Refused.", None, 0))
    assert (opened["state"], opened["code"], opened["message"]) == ("open", None, None)
    assert lane_line(Lane("x", True, "NET_OFFLINE", "m", 1_000, 1))["until"] == "1970-01-01T00:00:01.000Z"


def test_the_summary_counts_everything_that_has_not_ended_as_waiting() -> None:
    counts = Counts(ready=1, waiting=2, held=3, running=4, done=5, skipped=6, failed=7, unconfirmed=8, cancelled=9)
    assert list(summary_line(7, "finished", counts, 0.449).items()) == [
        ("event", "summary"), ("batch", 7), ("state", "finished"), ("done", 5), ("skipped", 6), ("failed", 7),
        ("unconfirmed", 8), ("cancelled", 9), ("waiting", 10), ("seconds", 0.4),
    ]  # fmt: skip


def test_a_list_line_has_the_keys_of_the_contract_and_mail_only_for_mail() -> None:
    keys = ["job", "batch", "kind", "state", "input", "outputs", "code", "message", "attempts"]
    assert list(list_line(job())) == keys
    assert list(list_line(job(kind="mail", extra={"mail": {"row": 1}}))) == [*keys, "mail"]
    assert list(list_line(job(kind="table", extra={"table": {}}))) == keys


def test_show_tells_every_attempt_oldest_first() -> None:
    def attempt(number: int, outcome: Outcome, failure: Failure | None) -> Attempt:
        return Attempt(41, number, 0, number * 1000, number * 1000 + 5, outcome, failure, 5, None)

    line = show_line(
        job(), [attempt(2, Outcome.DONE, None), attempt(1, Outcome.RETRY, Failure("IO_ERROR", "m", "trace"))]
    )
    assert [(a["attempt"], a["outcome"], a["code"]) for a in line["history"]] == [
        (1, "retry", "IO_ERROR"),
        (2, "done", None),
    ]
    assert line["history"][0]["detail"] == "trace"
    assert "event" not in line


def test_a_cause_says_what_it_means_and_what_to_do() -> None:
    line = cause_line(CauseGroup("CORRUPT", 2, "b.jpg is damaged.", False), [3, 4])
    assert (line["code"], line["count"], line["jobs"]) == ("CORRUPT", 2, [3, 4])
    assert line["advice"].endswith(".")


def test_a_plan_line_is_blocked_where_the_mail_check_says_so() -> None:
    line = plan_line("/l.csv", [], "held", "PRE_NO_ADDRESS", "Row 2 has none.", (), {"mail": {"row": 2}})
    assert (line["event"], line["state"], line["mail"]) == ("plan", "blocked", {"row": 2})


def test_times_are_iso_in_utc() -> None:
    assert when(None) is None
    assert when(1_700_000_000_123) == "2023-11-14T22:13:20.123Z"
