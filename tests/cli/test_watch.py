"""Watched folders and terms of a batch, by the program itself."""

import os
import signal
import time
from pathlib import Path

import pytest

from app.cli.main import run
from app.store.reader import Reader
from tests.cli.program import Program
from tests.cli.test_contract import SHAPES, check
from tests.waiting import until


def listed(dropmill: Program) -> list[dict[str, object]]:
    lines = dropmill("watch", "list", "--json").lines
    for line in lines:
        check(line, SHAPES["watch list"], "watch list")
    return lines


def test_folders_are_added_listed_paused_and_removed(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    added = dropmill("watch", "add", pictures, "-r", "thumbnails", "-o", tmp_path / "out", "--polled")
    assert (added.code, added.out) == (0, "1\n")
    assert "work --forever" in added.err
    (line,) = listed(dropmill)
    assert (line["folder"], line["recipe"], line["out"]) == (str(pictures), "Thumbnails", str(tmp_path / "out"))
    assert (line["mode"], line["enabled"], line["code"]) == ("polled", True, None)
    assert dropmill("watch", "pause").code == 0
    assert f"paused   {pictures}  Thumbnails → {tmp_path / 'out'}" in dropmill("watch", "list").out
    assert dropmill("watch", "resume", pictures).code == 0
    assert [one["enabled"] for one in listed(dropmill)] == [True]
    refused = dropmill("watch", "add", pictures, "-r", "web photos")
    assert (refused.code, "watched already" in refused.err) == (2, True)
    assert dropmill("watch", "remove", 1).code == 0
    assert listed(dropmill) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "nothing", "-r", "thumbnails"], "no such file or folder"),
        (["add", ".", "-r", "no recipe"], "no recipe"),
        (["remove", "."], "not a watched folder"),
        (["pause", "7"], "not a watched folder"),
        (["resume", "."], "not a watched folder"),
    ],
)
def test_what_cannot_be_watched_is_exit_2_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(["--data-dir", str(tmp_path / "data"), "watch", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_work_for_ever_watches_and_another_start_may_add(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with dropmill.start("work", "--forever", "--json") as running:
        while not (dropmill.data / "control.json").exists():
            assert running.process.poll() is None
            time.sleep(0.05)
        assert dropmill("watch", "add", pictures, "-r", "thumbnails", "-o", out).out == "1\n"
        running.wait_for("batch")
        states = sorted(running.wait_for("job")["state"] for _picture in range(3))
        assert states == ["done", "done", "failed"]
        (pictures / "d.jpg").write_bytes((pictures / "a.jpg").read_bytes())
        job = running.wait_for("job")
        assert (Path(job["input"]).name, job["state"], job["batch"]) == ("d.jpg", "done", 2)
        assert dropmill("watch", "remove", pictures).code == 0
        assert listed(dropmill) == []
    assert sorted(path.name for path in out.iterdir()) == ["a-320.webp", "b-320.webp", "d-320.webp"]


def test_a_folder_that_is_away_is_said_where_it_is_watched(dropmill: Program, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    dropmill("watch", "add", folder, "-r", "thumbnails")
    folder.rmdir()
    with dropmill.start("work", "--forever", "--json") as running, Reader(dropmill.data / "queue.db") as reader:
        until(lambda: reader.watches()[0].code == "DRIVE_MISSING", 60)
        ended = running.end(signal.SIGTERM)
    assert ended.code == 130
    assert f"The watched folder {folder} is not there." in ended.err


def test_ordinary_work_does_not_watch(dropmill: Program, pictures: Path) -> None:
    assert dropmill("watch", "add", pictures, "-r", "thumbnails").code == 0
    assert dropmill("work", "--json").jobs == []
    assert dropmill("batches").out == ""


def test_done_files_are_left_out_when_asked(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    run = ["run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", pictures]
    assert [job["state"] for job in dropmill(*run).jobs].count("done") == 2
    again = dropmill(*run)
    assert again.summary["done"] == 2, "scripts see what they always saw"
    os.utime(pictures / "b.jpg", ns=(1, 1))
    left_out = dropmill(*run, "--skip-processed")
    assert {Path(job["input"]).name: (job["state"], job["code"]) for job in left_out.jobs} == {
        "a.jpg": ("skipped", "ALREADY_DONE"), "b.jpg": ("done", None), "c.jpg": ("failed", "CORRUPT"),
    }  # fmt: skip
    dry = dropmill(*run, "--skip-processed", "--dry-run")
    assert {Path(line["input"]).name: line["state"] for line in dry.lines if "input" in line} == {
        "a.jpg": "skipped", "b.jpg": "skipped", "c.jpg": "ready",
    }  # fmt: skip


def test_a_batch_starts_at_its_time_and_says_so(dropmill: Program, pictures: Path) -> None:
    ended = dropmill("run", "-r", "thumbnails", "--json", "--at", "2099-01-01", "--priority", "high", pictures)
    assert (ended.code, ended.jobs, ended.summary["waiting"]) == (1, [], 3)
    assert "Starts on 1 January 2099 at 00:00" in ended.err
    (batch,) = dropmill("batches", "--json").lines
    assert (batch["priority"], batch["until"]) == ("high", None)
    assert batch["starts"].startswith(("2098-12-31T", "2099-01-01T"))
    assert "starts on 1 January 2099" in dropmill("batches").out
    added = dropmill("add", "-r", "thumbnails", "--until", "2099-01-01", "--priority", "low", pictures)
    assert (added.code, added.out) == (0, "2\n")
    newest = dropmill("batches", "--json").lines[0]
    assert newest["priority"] == "low"
    assert newest["until"] is not None
    assert dropmill("work", "--json").summary["done"] == 2, "only the one whose time has come"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--at", "soon"], "--at: soon is no time"),
        (["--until", "2020-01-01"], "--until: 2020-01-01 is over already"),
        (["--priority", "first"], "expected one of high, normal, low"),
        (["--skip-processed", "-r", "mail merge"], "--skip-processed is for pictures and tables"),
    ],
)
@pytest.mark.parametrize("command", ["run", "add"])
def test_terms_that_cannot_be_understood_start_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, options: list[str], words: str
) -> None:
    assert run(["--data-dir", str(tmp_path / "data"), command, "-r", "thumbnails", *options, str(tmp_path)]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
