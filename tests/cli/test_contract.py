"""The lines of `--json` against their contract: every key, its type and its order, of every command that prints them.

The shapes are written out here a second time on purpose: scripts rely on them, so a change must show.
"""

import json
import os
import signal
import socket
from pathlib import Path
from typing import Any

import pytest

from app.core.failures import FAILURES
from tests.cli.program import Program

TEXT, COUNT, WORDS, LIST, TIME = "text", "count", "text or null", "list", "time or null"
JOB_STATES = {"done", "skipped", "failed", "unconfirmed", "cancelled", "blocked"}
ALL_STATES = JOB_STATES | {"ready", "waiting", "running", "held"}
BATCH_STATES = {"building", "active", "paused", "finished", "cancelled", "waiting"}

WARNING = {"code": TEXT, "message": TEXT}
TABLE = {
    "read": COUNT, "written": COUNT, "removed": {}, "rejected": COUNT, "created": COUNT, "rejects": WORDS,
    "encoding": TEXT, "delimiter": TEXT, "quote": TEXT, "newline": TEXT, "header": bool, "skipped": COUNT,
    "sure": bool, "why": TEXT, "by_index": COUNT, "by_law": COUNT,
}  # fmt: skip
JOB = {
    "event": {"job"}, "batch": COUNT, "job": COUNT, "state": JOB_STATES, "input": TEXT, "outputs": LIST,
    "warnings": [WARNING], "code": WORDS, "message": WORDS, "attempts": COUNT, "ms": COUNT,
}  # fmt: skip
SUMMARY = {
    "event": {"summary"}, "batch": COUNT, "state": BATCH_STATES, "done": COUNT, "skipped": COUNT, "failed": COUNT,
    "unconfirmed": COUNT, "cancelled": COUNT, "waiting": COUNT, "seconds": float,
}  # fmt: skip
PLANNED = {
    "event": {"summary"}, "batch": type(None), "state": {"planned"}, "ready": COUNT, "skipped": COUNT,
    "failed": COUNT, "blocked": COUNT, "seconds": float,
}  # fmt: skip
SHAPES: dict[str, dict[str, Any]] = {
    "batch": {"event": {"batch"}, "batch": COUNT, "kind": {"image", "table", "mail"}, "recipe": TEXT, "jobs": COUNT},
    "job": JOB,
    "table job": {**JOB, "table": TABLE},
    "summary": SUMMARY,
    "work summary": {**SUMMARY, "batch": type(None)},
    "plan": {
        "event": {"plan"}, "state": {"ready", "failed", "skipped", "blocked"}, "input": TEXT, "outputs": LIST,
        "warnings": [WARNING], "code": WORDS, "message": WORDS,
    },
    "list": {
        "job": COUNT, "batch": COUNT, "kind": {"image", "table", "mail"}, "state": ALL_STATES, "input": TEXT,
        "outputs": LIST, "code": WORDS, "message": WORDS, "attempts": COUNT,
    },
    "batches": {
        "batch": COUNT, "kind": {"image", "table", "mail"}, "title": TEXT, "recipe": TEXT, "state": BATCH_STATES,
        "jobs": COUNT, "done": COUNT, "skipped": COUNT, "failed": COUNT, "unconfirmed": COUNT, "cancelled": COUNT,
        "waiting": COUNT, "pruned": COUNT, "created": TIME, "finished": TIME, "undone": TIME,
        "priority": {"high", "normal", "low"}, "starts": TIME, "until": TIME,
    },
    "watch list": {
        "watch": COUNT, "folder": TEXT, "kind": {"image", "table", "mail"}, "recipe": TEXT, "out": WORDS,
        "mode": {"native", "polled"}, "enabled": bool, "code": WORDS, "message": WORDS,
    },
    "show": {
        **{key: shape for key, shape in JOB.items() if key != "event"},
        "kind": {"image", "table", "mail"}, "title": TEXT, "lane": TEXT, "next": TIME,
        "history": [{
            "attempt": COUNT, "started": TIME, "ended": TIME, "outcome": TEXT, "ms": COUNT, "code": WORDS,
            "message": WORDS, "detail": WORDS,
        }],
    },
    "failures": {
        "code": TEXT, "count": COUNT, "title": TEXT, "meaning": TEXT, "advice": TEXT, "message": WORDS, "jobs": LIST,
    },
}  # fmt: skip


def check(value: Any, shape: Any, where: str) -> None:
    """Fail unless `value` is what `shape` says, with exactly its keys in its order."""
    if isinstance(shape, dict) and shape:
        assert list(value) == list(shape), where
        for key, inner in shape.items():
            check(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, dict):
        assert all(isinstance(key, str) and is_count(number) for key, number in value.items()), where
    elif isinstance(shape, list):
        for inner in value:
            check(inner, shape[0], where)
    elif isinstance(shape, set):
        assert value in shape, f"{where}: {value}"
    elif isinstance(shape, type):
        assert type(value) is shape, f"{where}: {value!r}"
    else:
        fits = {
            COUNT: is_count(value),
            TEXT: isinstance(value, str),
            WORDS: value is None or isinstance(value, str),
            LIST: isinstance(value, list) and all(isinstance(one, str) or is_count(one) for one in value),
            TIME: value is None or (isinstance(value, str) and value.endswith("Z")),
        }
        assert fits[shape], f"{where}: {value!r} is no {shape}"


def is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def check_lines(lines: list[dict[str, Any]], *names: str) -> None:
    """Each line has the shape of its event, or of one of `names` where it has none."""
    for line in lines:
        name = "table job" if "table" in line and "event" in line else line.get("event") or names[0]
        if name == "summary" and names:
            name = names[0]
        if name == "batch" and names and line["jobs"] is None:
            line = {**line, "jobs": 0}  # `work` says a batch that is still being looked through without its number
        check(line, SHAPES[name], name)
        if "code" in line:
            assert line["code"] is None or line["code"] in FAILURES
            assert (line["code"] is None) or line["message"]


@pytest.fixture
def mixed(tmp_path: Path, pictures: Path) -> Path:
    """The pictures, and beside them what people drop by mistake."""
    (pictures / "empty.jpg").write_bytes(b"")
    (pictures / "words.jpg").write_bytes(b"no picture")
    (pictures / "gone.jpg").symlink_to("nothing.jpg")
    os.mkfifo(pictures / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(pictures / "socket.jpg"))
    return pictures


def test_one_line_an_input_whatever_it_is(dropmill: Program, mixed: Path, tmp_path: Path) -> None:
    inputs = [*sorted(mixed.iterdir()), Path("/dev/zero")]
    ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", *inputs)
    assert ended.code == 1
    assert ended.err == ""
    check_lines(ended.lines)
    assert sorted(job["input"] for job in ended.jobs) == sorted(map(str, inputs))
    codes = {Path(job["input"]).name: job["code"] for job in ended.jobs}
    assert codes == {
        "a.jpg": None, "b.jpg": None, "c.jpg": "CORRUPT", "empty.jpg": "EMPTY_FILE", "words.jpg": "NOT_AN_IMAGE",
        "gone.jpg": "SOURCE_GONE", "pipe.jpg": "NOT_A_FILE", "socket.jpg": "NOT_A_FILE", "zero": "NOT_A_FILE",
    }  # fmt: skip
    assert ended.summary["failed"] == 7
    assert ended.summary["state"] == "finished"


def test_what_looks_at_the_queue_prints_its_shapes(dropmill: Program, mixed: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b\n1,2\n3\n")
    plan = dropmill("plan", "-r", "thumbnails", "-o", tmp_path / "out", "--json", *sorted(mixed.iterdir()))
    dry = dropmill("run", "--dry-run", "-r", "clean table", "-o", tmp_path / "out", "--json", table)
    assert (plan.code, dry.code) == (1, 0)  # some of the inputs can be said to fail before anything is done
    for told in (plan, dry):
        *jobs, summary = told.lines
        check_lines(jobs)
        check(summary, PLANNED, "planned")
    assert not (tmp_path / "out").exists()
    ran = dropmill("run", "-r", "clean table", "-o", tmp_path / "out", "--json", table)
    check_lines(ran.lines)
    (job,) = ran.jobs
    account = job["table"]
    assert account["read"] + account["created"] == account["written"] + account["rejected"]
    assert account["rejects"] in job["outputs"]
    for folder in ("1", "2"):
        dropmill("add", "-r", "thumbnails", "-o", tmp_path / folder, *sorted(mixed.iterdir()))
    worked = dropmill("work", "--json")
    assert worked.code == 1
    check_lines(worked.lines, "work summary")
    for command in (["list"], ["batches"], ["failures"]):
        told = dropmill(*command, "--json")
        assert (told.code, told.err) == (0, "")
        assert told.lines
        check_lines(told.lines, command[0])
    for job_id in {line["jobs"][0] for line in told.lines} | {job["job"]}:
        shown = dropmill("show", job_id, "--json").lines
        shape = {**SHAPES["show"]}
        if shown[0]["kind"] == "table":
            at = list(shape).index("kind")
            shape = dict([*list(shape.items())[:at], ("table", TABLE), *list(shape.items())[at:]])
        check(shown[0], shape, "show")


def test_one_file_named_in_two_ways_is_one_job(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    other = pictures / ".." / pictures.name / "a.jpg"
    ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", pictures / "a.jpg", other, pictures)
    assert [Path(job["input"]).name for job in ended.jobs].count("a.jpg") == 1


def test_a_retry_of_what_was_never_planned_is_no_success(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    link = pictures / "later.jpg"
    link.symlink_to(tmp_path / "later.jpg")
    run = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", link)
    assert run.jobs[0]["code"] == "SOURCE_GONE"
    (tmp_path / "later.jpg").write_bytes((pictures / "a.jpg").read_bytes())
    dropmill("retry", "--all")
    (job,) = dropmill("work", "--json").jobs
    assert job["state"] in ("failed", "done")
    assert job["outputs"] or job["message"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_said_and_no_mistake_of_ours(dropmill: Program, pictures: Path) -> None:
    dropmill("add", "-r", "thumbnails", pictures / "a.jpg")
    with open("/dev/full", "wb") as full:
        ended = dropmill.into(full, "list", "--json")
    assert ended.code == 1
    assert ended.err == "Standard output cannot be written: No space left on device.\n"


def test_a_reader_that_goes_away_ends_the_run_and_keeps_the_queue(
    dropmill: Program, pictures: Path, tmp_path: Path
) -> None:
    with dropmill.start("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", pictures) as running:
        assert running.line()["event"] == "batch"
        assert running.process.stdout is not None
        running.process.stdout.close()
        assert running.process.wait(60) in (0, 1)
    ended = dropmill("work", "--json")
    assert ended.code in (0, 1)
    assert ended.summary["waiting"] == 0
    states = [json.loads(line)["state"] for line in dropmill("list", "--json").out.splitlines()]
    assert sorted(states) == ["done", "done", "failed"]


def test_many_programs_at_once_lose_nothing(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    with dropmill.start("work", "--forever", "--json") as worker:
        adders = [
            dropmill.start("add", "-r", "thumbnails", "-o", tmp_path / "out", pictures / "a.jpg") for _ in range(6)
        ]
        ends = [adder.end() for adder in adders]
        assert [end.code for end in ends] == [0] * len(ends), ends
        for _ in ends:
            assert worker.wait_for("job")["state"] == "done"
        ended = worker.end(signal.SIGINT)
    assert ended.code == 130
    check_lines(ended.lines, "work summary")
    assert sorted(int(end.out) for end in ends) == [1, 2, 3, 4, 5, 6]
    assert len(list((tmp_path / "out").iterdir())) == len(ends)
