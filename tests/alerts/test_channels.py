"""Each way of giving an alert against a real peer: given, refused, hanging."""

import json
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from app.alerts.attention import SystemAttention
from app.alerts.channels import Channels
from app.alerts.mail import send_mail
from app.alerts.post import post_json
from app.alerts.summary import Summary, sample
from app.alerts.trouble import AlertError
from app.jobs.mail.account import Account
from app.system.alert_rules import Occasion, parse_rule
from tests.http_peer import http_peer
from tests.smtp_peers import PASSWORD, USER, make_authority, polite_peer, scripted_peer, unused_port
from tests.waiting import until

SUMMARY = sample(Occasion.BATCH_FINISHED)
HANGS = "import time; time.sleep(600)"


def account_at(port: int, **changes: object) -> Account:
    values = {"name": "work", "host": "127.0.0.1", "port": port, "security": "none", "from_addr": USER, **changes}
    return Account.make(**values)


def channels(folder: Path, account: Account | None = None, seconds: float = 60.0) -> Channels:
    return Channels(folder, lambda _name: account, lambda _name: PASSWORD, None, seconds)


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def give(made: Channels, summary: Summary = SUMMARY, **rule: object) -> None:
    made.give(parse_rule({"name": "x", "on": ["batch-finished"], **rule}), summary)


# Commands


def test_a_command_gets_the_summary_in_its_environment_and_no_shell_looks_at_it(tmp_path: Path) -> None:
    code = "import os, sys, json; open('told', 'w').write(json.dumps([sys.argv[1:], dict(os.environ)]))"
    give(channels(tmp_path), do="command", command=python("-c", code, "$HOME; echo", "*"))
    arguments, environment = json.loads((tmp_path / "told").read_text())
    assert arguments == ["$HOME; echo", "*"]
    assert json.loads(environment["DROPMILL_SUMMARY"])["event"] == "batch-finished"
    assert environment["DROPMILL_DATA_DIR"] == str(tmp_path)
    assert "PATH" in environment


def test_a_command_that_fails_says_its_code_and_last_words(tmp_path: Path) -> None:
    with pytest.raises(AlertError, match=r"ended with code 3: no luck\.$"):
        give(channels(tmp_path), do="command", command=python("-c", "print('no luck'); raise SystemExit(3)"))


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(AlertError, match="nowhere cannot be started"):
        give(channels(tmp_path), do="command", command=[str(tmp_path / "nowhere")])


def test_a_command_that_hangs_is_killed_at_its_limit(tmp_path: Path) -> None:
    with pytest.raises(AlertError, match=r"it did not end within 0\.2 s"):
        give(channels(tmp_path, seconds=0.2), do="command", command=python("-c", HANGS))


def test_a_command_is_killed_with_all_its_children_when_the_program_ends(tmp_path: Path) -> None:
    code = f"import subprocess, sys, os; p = subprocess.Popen([sys.executable, '-c', {HANGS!r}]); " \
           "open('child.new', 'w').write(str(p.pid)); os.rename('child.new', 'child'); p.wait()"  # fmt: skip
    made, said = channels(tmp_path), []

    def run() -> None:
        try:
            give(made, do="command", command=python("-c", code))
        except AlertError as error:
            said.append(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    until((tmp_path / "child").exists)
    made.stop.set()
    thread.join(30)
    assert said
    assert said[0].endswith("was stopped: Dropmill ended.")
    child = int((tmp_path / "child").read_text())
    until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)
    with pytest.raises(AlertError, match="Dropmill ended"):
        give(made, do="command", command=python("-c", "open('never', 'w')"))
    assert not (tmp_path / "never").exists()


def test_a_command_that_leaves_a_child_behind_does_not_hold_us_up(tmp_path: Path) -> None:
    code = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {HANGS!r}]); print(p.pid); " \
           "open('child', 'w').write(str(p.pid))"  # fmt: skip
    begin = time.monotonic()
    give(channels(tmp_path), do="command", command=python("-c", code))
    assert time.monotonic() - begin < 50
    psutil.Process(int((tmp_path / "child").read_text())).kill()


# HTTP


def test_a_post_carries_the_summary_as_json(tmp_path: Path) -> None:
    with http_peer() as peer:
        give(channels(tmp_path), do="post", url=f"http://127.0.0.1:{peer.port}/hook?key=1")
        ((path, content, body),) = peer.taken
    assert (path, content) == ("/hook?key=1", "application/json")
    assert json.loads(body) == json.loads(SUMMARY.to_json())


@pytest.mark.parametrize("status", [400, 404, 500])
def test_another_answer_than_success_is_a_failure_without_the_secret_path(tmp_path: Path, status: int) -> None:
    with http_peer(status) as peer, pytest.raises(AlertError, match=rf"http://127.0.0.1:{peer.port} answered {status}"):
        give(channels(tmp_path), do="post", url=f"http://127.0.0.1:{peer.port}/secret")


def test_a_redirection_is_not_followed(tmp_path: Path) -> None:
    with http_peer(302) as peer:
        peer.location = f"http://127.0.0.1:{peer.port}/elsewhere"
        with pytest.raises(AlertError, match="answered 302"):
            give(channels(tmp_path), do="post", url=f"http://127.0.0.1:{peer.port}/hook")
        assert [path for path, _type, _body in peer.taken] == ["/hook"]


def test_a_server_that_is_silent_or_absent_costs_its_time_limit_only() -> None:
    with http_peer(silent=True) as peer, pytest.raises(AlertError, match="cannot be reached: timed out"):
        post_json(f"http://127.0.0.1:{peer.port}/", "{}", seconds=0.2)
    with pytest.raises(AlertError, match="cannot be reached"):
        post_json(f"http://127.0.0.1:{unused_port()}/", "{}")


def test_the_certificate_of_a_server_is_verified(tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    with http_peer(tls=authority.server) as peer:
        url = f"https://localhost:{peer.port}/hook"
        with pytest.raises(AlertError, match="cannot be reached"):
            post_json(url, "{}")
        assert peer.taken == []
        post_json(url, "{}", ca_file=authority.ca_file)
        assert peer.bodies == [b"{}"]


# E-mail


def test_an_email_goes_through_the_account(tmp_path: Path) -> None:
    with polite_peer(auth=True) as peer:
        made = channels(tmp_path, account_at(peer.port, user=USER))
        give(made, do="mail", account="work", to="boss@example.org")
        (message,) = peer.taken
    assert message.recipients == ("boss@example.org",)
    assert b"Subject: Dropmill: A test alert\r\n" in message.data
    assert b"This is how Dropmill will tell you.\r\n" in message.data


def test_names_that_no_header_may_hold_are_made_harmless() -> None:
    with polite_peer() as peer:
        send_mail(account_at(peer.port), None, "boss@example.org", "a\r\nBcc: x@y.z\x00 =?q?", "1\x00\r2\nü")
        (message,) = peer.taken
    assert message.recipients == ("boss@example.org",)
    assert b"\r\nBcc:" not in message.data


def test_an_email_that_is_refused_or_an_account_that_is_gone_is_said(tmp_path: Path) -> None:
    with polite_peer() as peer:
        made = channels(tmp_path, account_at(peer.port))
        with pytest.raises(AlertError, match=r"gone@example\.org"):
            give(made, do="mail", account="work", to="gone@example.org")
        assert peer.taken == []
    with pytest.raises(AlertError, match="There is no mail account work"):
        give(channels(tmp_path), do="mail", account="work", to="boss@example.org")


def test_a_mail_server_that_hangs_costs_its_time_limit_only() -> None:
    with scripted_peer(lambda line: line.silence()) as peer, pytest.raises(AlertError, match=r"within 0\.3 s"):
        send_mail(account_at(peer.port), None, "boss@example.org", "s", "t", seconds=0.3)


# Notifications and sounds


class Window:
    """What the window will be."""

    def __init__(self) -> None:
        self.said: list[tuple[str, ...]] = []

    def notify(self, heading: str, text: str) -> None:
        self.said.append((heading, text))

    def sound(self, file: str | None) -> None:
        self.said.append(("sound", file or ""))


def test_the_window_shows_notifications_and_plays_sounds(tmp_path: Path) -> None:
    window = Window()
    made = Channels(tmp_path, lambda _name: None, lambda _name: None, window)
    give(made, do="desktop")
    give(made, do="sound")
    assert window.said == [("A test alert", "This is how Dropmill will tell you."), ("sound", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="programs are scripts here")
def test_without_a_window_programs_of_the_system_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    attention = SystemAttention(tmp_path, threading.Event(), "linux")
    with pytest.raises(AlertError, match="no program here that shows notifications"):
        attention.notify("-h", "t")
    with pytest.raises(AlertError, match="no program here that plays this sound"):
        attention.sound(None)
    for name in ("notify-send", "aplay"):
        script = programs / name
        script.write_text(f'#!/bin/sh\nfor part in "$@"; do echo "$part"; done > {tmp_path}/{name}.told\n')
        script.chmod(0o755)
    attention.notify("-heading", "text; $HOME")
    told = (tmp_path / "notify-send.told").read_text().splitlines()
    assert told == ["--app-name=Dropmill", "--", "-heading", "text; $HOME"]
    file = tmp_path / "a.wav"
    with pytest.raises(AlertError, match="is not there"):
        attention.sound(str(file))
    file.write_bytes(b"")
    attention.sound(str(file))
    assert (tmp_path / "aplay.told").read_text().splitlines() == ["-q", str(file)]
