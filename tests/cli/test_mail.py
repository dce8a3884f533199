"""E-mail from the command line: check, files, sending, accounts."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo_peer import DemoPeer
from tests.cli.program import Program
from tests.smtp_peers import PASSWORD, USER, polite_peer, unused_port


@pytest.fixture
def peer(tmp_path: Path) -> Iterator[DemoPeer]:
    """A mail server on this machine that refuses, puts off and drops by name."""
    with DemoPeer(tmp_path / "mailbox") as running:
        yield running


def merge(folder: Path, rows: list[str], **more: object) -> tuple[Path, Path]:
    """A recipe and a list with the columns email and name."""
    recipe, people = folder / "merge.json", folder / "people.csv"
    message = {"to": "{{ email }}", "subject": "Hello", "text": "Dear {{ name }}", **more}
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "mail", "name": "M", "account": "work", "message": message}))
    people.write_text("\n".join(["email,name", *rows]) + "\n", encoding="utf-8")
    return recipe, people


def add_account(program: Program, port: int, *more: str, stdin: str = "") -> None:
    where = ("--host", "127.0.0.1", "--port", port, "--security", "none")
    ended = program("account", "add", "work", *where, "--from", "Shop <shop@example.org>", *more, stdin=stdin)
    assert ended.code == 0, ended.err


GOOD = ["a@example.org,Anna", "b@example.org,Ben"]


def test_without_send_the_batch_stops_after_the_check(dropmill: Program, peer: DemoPeer, tmp_path: Path) -> None:
    add_account(dropmill, peer.port)
    recipe, people = merge(tmp_path, GOOD)
    ended = dropmill("run", "-r", recipe, "--json", people)
    assert (ended.code, ended.jobs) == (0, [])
    assert (ended.summary["state"], ended.summary["waiting"]) == ("paused", 2)
    assert "Nothing was sent" in ended.err
    assert dropmill("work", "--json").summary["waiting"] == 2
    assert peer.taken == []
    assert dropmill("start", 1).code == 0
    assert dropmill("work").code == 0
    assert sorted(peer.taken) == ["a@example.org", "b@example.org"]


def test_the_check_says_a_line_for_every_row_that_is_blocked_or_left_out(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, [*GOOD, "nobody,Carl", "a@example.org,Anna again", "d@example.org,"])
    assert dropmill("suppress", "add", "B@example.org").out == "1 added\n"
    ended = dropmill("run", "-r", recipe, "--json", people)
    assert ended.code == 1
    assert sorted((job["mail"]["row"], job["state"], job["code"]) for job in ended.jobs) == [
        (2, "skipped", "PRE_SUPPRESSED"),
        (3, "blocked", "PRE_BAD_ADDRESS"),
        (4, "skipped", "PRE_DUPLICATE"),
        (5, "blocked", "PRE_FIELD_EMPTY"),
    ]
    assert len(dropmill("list", "--json", "--state", "blocked").lines) == 2


def test_a_field_that_the_list_does_not_have_is_exit_2_and_starts_nothing(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, GOOD, subject="{{ nome }}")
    ended = dropmill("run", "-r", recipe, "--json", "--eml", tmp_path / "eml", people)
    assert (ended.code, ended.jobs) == (2, [])
    assert "nome" in ended.err
    assert dropmill("list", "--json").lines == []
    assert dropmill("add", "-r", recipe, people).code == 2
    assert dropmill("plan", "-r", recipe, people).code == 2


def test_messages_can_be_written_as_files_without_any_account(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, GOOD)
    ended = dropmill("run", "-r", recipe, "--json", "--eml", tmp_path / "eml", people)
    assert ended.code == 0, ended.err
    assert [job["state"] for job in ended.jobs] == ["done", "done"]
    written = sorted((tmp_path / "eml").iterdir())
    assert sorted(path for job in ended.jobs for path in job["outputs"]) == [str(path) for path in written]
    assert b"Dear Anna" in written[0].read_bytes()


def test_sending_tells_how_every_row_ended(dropmill: Program, peer: DemoPeer, tmp_path: Path) -> None:
    add_account(dropmill, peer.port)
    rows = [*GOOD, "refused@example.org,R", "later@example.org,L", "dropped@example.org,D"]
    recipe, people = merge(tmp_path, rows)
    ended = dropmill("run", "-r", recipe, "--json", "--send", people)
    assert ended.code == 1
    by_address = {job["mail"]["to"]: job for job in ended.jobs}
    assert len(by_address) == len(ended.jobs) == 5
    assert {to: (job["state"], job["code"]) for to, job in by_address.items()} == {
        "a@example.org": ("done", None),
        "b@example.org": ("done", None),
        "refused@example.org": ("failed", "RCPT_PERM"),
        "later@example.org": ("done", None),
        "dropped@example.org": ("unconfirmed", "UNCERTAIN"),
    }
    assert by_address["later@example.org"]["attempts"] == 2
    assert by_address["a@example.org"]["mail"]["reply"].startswith("250")
    unconfirmed = by_address["dropped@example.org"]["job"]
    assert dropmill("retry", unconfirmed).out == "0 back in the queue\n"
    looked = dropmill("confirm", unconfirmed, "--look")
    assert looked.code == 1
    assert looked.out.splitlines()[0].startswith(f'{unconfirmed}  The account "work" names no IMAP server')
    assert looked.out.endswith("0 found among the sent messages, done now\n")
    assert dropmill("confirm", unconfirmed, "--sent").out == "1 marked as sent\n"
    assert dropmill("show", unconfirmed, "--json").lines[0]["state"] == "done"
    assert Counter(peer.taken)["dropped@example.org"] == 1


def test_an_unconfirmed_message_is_sent_again_only_when_a_person_says_so(
    dropmill: Program, peer: DemoPeer, tmp_path: Path
) -> None:
    add_account(dropmill, peer.port)
    recipe, people = merge(tmp_path, ["dropped@example.org,D"])
    (first,) = dropmill("run", "-r", recipe, "--json", "--send", people).jobs
    assert dropmill("work", "--json").jobs == []
    assert dropmill("confirm", first["job"], "--send-again").out == "1 back in the queue\n"
    (second,) = dropmill("work", "--json").jobs
    assert second["mail"]["message_id"] == first["mail"]["message_id"]
    assert len(peer.taken) == 2


def test_a_server_that_is_not_there_pauses_the_account_and_keeps_the_rows(dropmill: Program, tmp_path: Path) -> None:
    add_account(dropmill, unused_port())
    recipe, people = merge(tmp_path, GOOD)
    ended = dropmill("run", "-r", recipe, "--json", "--send", people)
    assert (ended.code, ended.jobs) == (1, [])
    lane = ended.events("lane")[0]
    assert (lane["lane"], lane["state"], lane["code"]) == ("mail:work", "paused", "NET_OFFLINE")
    assert ended.summary["waiting"] == 2


def test_an_account_that_is_not_set_up_pauses_its_lane(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, GOOD)
    ended = dropmill("run", "-r", recipe, "--json", "--send", people)
    assert ended.code == 1
    assert [(line["code"], line["until"]) for line in ended.events("lane")] == [("ACCOUNT_MISSING", None)]
    assert ended.summary["waiting"] == 2


def test_a_password_from_standard_input_lasts_for_one_run(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, GOOD)
    with polite_peer(auth=True) as server:
        add_account(dropmill, server.port, "--user", USER)
        without = dropmill("run", "-r", recipe, "--json", "--send", people)
        assert [line["code"] for line in without.events("lane")] == ["SECRET_MISSING"]
        assert dropmill("cancel", "--batch", 1).code == 0
        assert dropmill("resume").code == 0
        ended = dropmill("run", "-r", recipe, "--json", "--send", "--password-stdin", people, stdin=PASSWORD + "\n")
        assert ended.code == 0, ended.out + ended.err
        assert len(server.taken) == 2
        tried = dropmill("account", "test", "work", "--password-stdin", stdin=PASSWORD + "\n")
        assert tried.code == 0, tried.err
        wrong = dropmill("account", "test", "work", "--password-stdin", stdin="wrong\n")
        assert wrong.code == 1
        assert "AUTH_REJECTED" in wrong.err
    for path in dropmill.data.rglob("*"):
        if path.is_file():
            assert PASSWORD.encode() not in path.read_bytes(), path


def test_accounts_can_be_added_listed_and_removed(dropmill: Program) -> None:
    add_account(dropmill, 2525)
    (listed,) = dropmill("account", "list", "--json").lines
    assert (listed["name"], listed["host"], listed["port"], listed["security"]) == ("work", "127.0.0.1", 2525, "none")
    assert "work" in dropmill("account", "list").out
    assert dropmill("account", "remove", "work").code == 0
    assert dropmill("account", "remove", "work").code == 2
    assert dropmill("account", "test", "work").code == 2


@pytest.mark.parametrize(
    ("host", "port", "security"),
    [("mail.example.org", 25, "none"), ("127.0.0.1", 0, "tls"), ("127.0.0.1", 25, "maybe")],
)
def test_an_account_that_cannot_be_safe_is_refused(dropmill: Program, host: str, port: int, security: str) -> None:
    where = ("--host", host, "--port", port, "--security", security)
    assert dropmill("account", "add", "work", *where, "--from", "s@example.org").code == 2
    assert dropmill("account", "list").out == ""


def test_the_list_of_people_who_must_not_get_mail(dropmill: Program) -> None:
    assert dropmill("suppress", "add", "a@example.org", "b@example.org").out == "2 added\n"
    assert dropmill("suppress", "list").out == "a@example.org\nb@example.org\n"
    assert dropmill("suppress", "remove", "A@EXAMPLE.org").out == "1 removed\n"
    assert dropmill("suppress", "list").out == "b@example.org\n"
    assert dropmill("suppress", "add", "nonsense").code == 2
