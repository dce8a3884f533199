"""Mail accounts from the command line: what an address tells, limits, the phases of a test."""

import pytest

from tests.cli.program import Program
from tests.smtp_peers import PASSWORD, USER, polite_peer


def test_a_known_provider_needs_no_server(dropmill: Program) -> None:
    limits = ("--rate", 10, "--per-hour", 100, "--per-day", 300, "--connections", 2)
    where = ("--imap-host", "imap.gmail.com")
    ended = dropmill("account", "add", "mine", "--user", "ann@gmail.com", *limits, *where)
    assert ended.code == 0, ended.err
    (listed,) = dropmill("account", "list", "--json").lines
    assert listed == {
        "name": "mine", "host": "smtp.gmail.com", "port": 465, "security": "tls", "user": "ann@gmail.com",
        "rate_per_minute": 10, "rate_per_hour": 100, "per_day": 300, "connections": 2, "imap_host": "imap.gmail.com",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--user", "ann@northwind.example"), "--host and --port and --security"),
        (("--user", "ann@northwind.example", "--host", "mail.northwind.example"), "--port and --security"),
        (("--user", "ann@gmail.com", "--save-sent"), "imap_host"),
        (("--user", "ann@gmail.com", "--oauth", "google"), "microsoft is the only one"),
    ],
)
def test_what_is_missing_is_named(dropmill: Program, options: tuple[str, ...], words: str) -> None:
    ended = dropmill("account", "add", "mine", *options)
    assert ended.code == 2
    assert words in ended.err
    assert dropmill("account", "list").out == ""


def test_an_account_with_a_browser_says_what_comes_next(dropmill: Program) -> None:
    ended = dropmill("account", "add", "office", "--user", "ann@northwind.example", "--oauth", "microsoft")
    assert ended.code == 0, ended.err
    assert "account sign-in office" in ended.err
    (listed,) = dropmill("account", "list", "--json").lines
    assert (listed["host"], listed["auth"]) == ("smtp.office365.com", "oauth2")
    tried = dropmill("account", "test", "office")
    assert tried.code == 1
    assert "SECRET_MISSING" in tried.err
    ended = dropmill("account", "sign-in", "office")
    assert ended.code == 1
    assert "ID of an application" in ended.err
    assert dropmill("account", "sign-in", "nobody").code == 2


def test_the_phases_of_a_test(dropmill: Program) -> None:
    with polite_peer(auth=True, max_size=12_345_678) as server:
        where = ("--host", "127.0.0.1", "--port", server.port, "--security", "none")
        assert dropmill("account", "add", "work", *where, "--user", USER).code == 0
        ended = dropmill("account", "test", "work", "--password-stdin", stdin="wrong\n")
        assert ended.code == 1
        assert "connect done, banner done, ehlo done, auth failed" in ended.out
        assert "AUTH_REJECTED" in ended.err
        assert "app password" in ended.err
        ended = dropmill("account", "test", "work", "--password-stdin", "--json", stdin=PASSWORD + "\n")
        assert ended.code == 0, ended.err
        (line,) = ended.lines
        assert (line["ok"], line["phase"], line["max_size"]) == (True, "ready", 12_345_678)
        assert [phase["done"] for phase in line["phases"]] == [True] * 4
        assert server.taken == []
    assert dropmill("account", "list", "--json").lines[0]["max_size"] == 12_345_678
    ended = dropmill("account", "test", "work", "--password-stdin", stdin=PASSWORD + "\n")
    assert ended.code == 1
    assert "connect failed, banner not tried" in ended.out
    assert dropmill("account", "sign-in", "work").code == 2
