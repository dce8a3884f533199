"""`dropmill alert`, and alerts of real runs of the program."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from tests.cli.program import Program
from tests.http_peer import http_peer
from tests.smtp_peers import polite_peer

TELL = "import json, os; json.dump(dict(os.environ), open('told.json', 'w'))"


def told(dropmill: Program) -> dict[str, Any]:
    return json.loads((dropmill.data / "told.json").read_text())


def test_alerts_are_added_listed_changed_and_removed(dropmill: Program) -> None:
    assert dropmill("alert", "list").out == ""
    assert not dropmill.data.exists()
    added = dropmill("alert", "add", "night", "--on", "batch-finished", "--on", "disk-low",
                     "--command", sys.executable, "--", "-c", "pass", "--on")  # fmt: skip
    assert (added.code, added.out, added.err) == (0, "", "")
    (line,) = dropmill("alert", "list", "--json").lines
    assert line == {
        "name": "night", "on": ["batch-finished", "disk-low"], "do": "command",
        "command": [sys.executable, "-c", "pass", "--on"],
    }  # fmt: skip
    assert dropmill("alert", "add", "night", "--on", "lane-paused", "--desktop").code == 0
    assert dropmill("alert", "list").out == "night: notification, on lane-paused\n"
    assert dropmill("alert", "remove", "night").code == 0
    assert dropmill("alert", "remove", "night").code == 2
    assert dropmill("alert", "list").out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--on", "disk-low"], "Give one of: --desktop"),
        (["--on", "disk-low", "--desktop", "--sound"], "Give one of: --desktop"),
        (["--desktop"], "Say when, with --on"),
        (["--on", "noon", "--desktop"], "on.0: input should be 'batch-finished'"),
        (["--on", "disk-low", "--desktop", "--", "x"], "Arguments belong to a program"),
        (["--on", "disk-low", "--command", "no-such-program"], "There is no program no-such-program."),
        (["--on", "disk-low", "--post", "http://example.org/"], "plain http goes to this machine"),
        (["--on", "disk-low", "--mail", "a@example.org"], "Say which account sends it"),
        (["--on", "disk-low", "--mail", "a@example.org", "--account", "x"], "There is no account x."),
    ],
)
def test_wrong_usage_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(["--data-dir", str(tmp_path / "data"), "alert", "add", "x", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_an_alert_can_be_tried(dropmill: Program) -> None:
    dropmill("alert", "add", "good", "--on", "disk-low", "--command", sys.executable, "--", "-c", TELL)
    dropmill("alert", "add", "bad", "--on", "disk-low", "--command", sys.executable, "--", "-c", "raise SystemExit(7)")
    assert dropmill("alert", "test", "good").out == "good: given\n"
    assert (told(dropmill)["DROPMILL_EVENT"], told(dropmill)["DROPMILL_TEST"]) == ("disk-low", "1")
    ended = dropmill("alert", "test", "bad")
    assert ended.code == 1
    assert "ended with code 7" in ended.err
    assert dropmill("alert", "test", "none").code == 2


def test_a_run_tells_by_command_post_and_email_that_it_is_finished(dropmill: Program, pictures: Path) -> None:
    with http_peer() as web, polite_peer() as mail:
        dropmill("account", "add", "work", "--host", "127.0.0.1", "--port", mail.port, "--security", "none",
                 "--from", "shop@example.org")  # fmt: skip
        finished = ("--on", "batch-finished")
        dropmill("alert", "add", "a", *finished, "--command", sys.executable, "--", "-c", TELL)
        dropmill("alert", "add", "b", *finished, "--post", f"http://127.0.0.1:{web.port}/hook")
        dropmill("alert", "add", "c", "--on", "batch-failures", "--mail", "boss@example.org", "--account", "work")
        ended = dropmill("run", "--recipe", "Web photos", "--out", dropmill.data / "out", "--json", pictures)
        assert ended.code == 1
        posted = json.loads(web.bodies[0])
        assert (posted["batch"], posted["counts"]["done"], posted["counts"]["failed"]) == (1, 2, 1)
        assert [cause["code"] for cause in posted["causes"]] == ["CORRUPT"]
        assert told(dropmill)["DROPMILL_FAILED"] == "1"
        (message,) = mail.taken
        assert b"CORRUPT" in message.data
        assert dropmill("work").code == 0
        assert (len(web.taken), len(mail.taken)) == (1, 1)


def test_channels_that_fail_do_not_change_a_run(dropmill: Program, pictures: Path) -> None:
    (pictures / "c.jpg").unlink()
    with http_peer(500) as web:
        dropmill("alert", "add", "b", "--on", "batch-finished", "--post", f"http://127.0.0.1:{web.port}/hook")
        dropmill("alert", "add", "c", "--on", "batch-finished", "--command", sys.executable, "--", "no")
        ended = dropmill("run", "--recipe", "Web photos", "--out", dropmill.data / "out", "--json", pictures)
        assert (ended.code, ended.summary["done"]) == (0, 2)
        assert len(web.taken) == 1
    log = (dropmill.data / "logs" / "dropmill.jsonl").read_text(encoding="utf-8")
    assert "alert b (post) could not be given" in log
    assert "Batch 1 is finished" in log


def test_stats_tell_rates_by_kind_lane_and_code(dropmill: Program, pictures: Path) -> None:
    (empty,) = dropmill("stats", "--json").lines
    assert (empty["kinds"], empty["wait_ms"]["median"]) == ({}, None)
    dropmill("run", "--recipe", "Web photos", "--out", dropmill.data / "out", pictures)
    for over in ("hour", "day", "month"):
        (found,) = dropmill("stats", "--json", "--over", over).lines
        kind = found["kinds"]["image"]
        assert (kind["tries"], kind["done"], kind["failed"], kind["retried"]) == (3, 2, 1, 0)
        assert kind["failure_rate"] == 0.3333
        assert kind["codes"] == {"CORRUPT": {"retried": 0, "failed": 1, "given_back": 0}}
        assert kind["per_minute"] > 0
        assert kind["bytes_in"] == sum((pictures / name).stat().st_size for name in ("a.jpg", "b.jpg"))
        assert set(found["lanes"]) == {"cpu"}
        assert list(found) == ["kinds", "lanes", "wait_ms", "since"]
        assert list(kind) == [
            "tries", "done", "retried", "failed", "given_back", "cancelled", "ms_mean", "per_minute", "per_second",
            "mb_per_second", "busy_seconds", "bytes_in", "bytes_out", "retry_rate", "failure_rate", "run_ms", "wait_ms",
            "codes",
        ]  # fmt: skip
        assert found["wait_ms"]["p95"] is not None
    words = dropmill("stats").out
    assert "image: 3 attempts, 2 done, 0 retried, 1 failed" in words
    assert "Not a complete picture (CORRUPT): 1 failed" in words
    assert dropmill("stats", "--over", "year").code == 2
