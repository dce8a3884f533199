"""Accounts: their rules, their JSON, and the connection test that names the phase."""

from pathlib import Path

import pytest

from app.jobs.mail import account as module
from app.jobs.mail.account import Account, AccountError, Security
from app.jobs.mail.hosts import is_loopback
from tests.jobs.mail.lane import account_at
from tests.smtp_peers import PASSWORD, USER, Conversation, make_authority, polite_peer, scripted_peer, unused_port


def test_an_account_survives_json_and_holds_no_secret() -> None:
    account = Account.make(
        name="work",
        host="mail.example.org",
        port=465,
        security="tls",
        user="ann@example.org",
        connections=2,
        rate_per_minute=25,
        rate_per_hour=300,
        per_day=400,
        auth="oauth2",
        oauth_tenant="example.org",
        imap_host="imap.example.org",
        save_sent=True,
        max_size=36_700_160,
    )
    text = account.to_json()
    assert Account.from_json(text) == account
    assert account.security is Security.TLS
    assert account.sender.address == "ann@example.org"
    assert "password" not in text.lower()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"security": "none"}, "this machine only"),
        ({"security": "maybe"}, "security"),
        ({"port": 0}, "port"),
        ({"port": 70000}, "port"),
        ({"host": ""}, "host"),
        ({"host": "a\nb"}, "host"),
        ({"from_addr": "nobody"}, "not an e-mail address"),
        ({"from_addr": "", "user": "ann"}, "not an e-mail address"),
        ({"from_addr": "Eve\r\nBcc: v@example.com <a@example.org>"}, "from_addr"),
        ({"connections": 9}, "connections"),
        ({"rate_per_minute": 0}, "rate_per_minute"),
        ({"password": "x"}, "password"),
        ({"auth": "oauth2"}, "user name"),
        ({"auth": "oauth2", "user": "a@example.org", "security": "none", "host": "127.0.0.1"}, "starttls"),
        ({"auth": "magic"}, "auth"),
        ({"per_day": 0}, "per_day"),
        ({"rate_per_hour": 0}, "rate_per_hour"),
        ({"save_sent": True}, "imap_host"),
        ({"imap_host": "a\nb"}, "imap_host"),
        ({"imap_port": 0}, "imap_port"),
    ],
)
def test_settings_that_cannot_be_used_are_named(change: dict[str, object], words: str) -> None:
    base = {"name": "w", "host": "mail.example.org", "port": 465, "security": "tls", "from_addr": "a@example.org"}
    with pytest.raises(AccountError) as caught:
        Account.make(**(base | change))
    assert any(words in problem for problem in caught.value.problems), caught.value.problems


def test_a_file_that_is_no_account() -> None:
    with pytest.raises(AccountError):
        Account.from_json("{")


def test_this_machine() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "LOCALHOST")] == [
        True
    ] * 6
    assert not any(is_loopback(host) for host in ("10.0.0.1", "example.org", "localhost.example.org", "0.0.0.0"))
    assert account_at(25).parallel == 4
    assert account_at(25, connections=1).parallel == 1


def test_the_connection_test_says_ready() -> None:
    with polite_peer(auth=True, max_size=12345) as peer:
        report = module.test_account(account_at(peer.port, user=USER), PASSWORD)
    assert (report.ok, report.phase, report.code) == (True, "ready", None)
    assert report.max_size == 12345
    assert "PLAIN" in report.mechanisms
    assert peer.taken == []


def test_the_connection_test_names_the_phase() -> None:
    report = module.test_account(account_at(unused_port()), None)
    assert (report.ok, report.phase, report.code) == (False, "connect", "NET_OFFLINE")
    with polite_peer(auth=True) as peer:
        report = module.test_account(account_at(peer.port, user=USER), "wrong one")
        assert (report.phase, report.code) == ("auth", "AUTH_REJECTED")
        assert "wrong one" not in report.message
        report = module.test_account(account_at(peer.port, security="starttls"), None)
        assert (report.phase, report.code) == ("starttls", "TLS_UNAVAILABLE")

    def banner(conversation: Conversation) -> None:
        conversation.serve("banner")
        conversation.send("554 not today")

    with scripted_peer(banner) as scripted:
        report = module.test_account(account_at(scripted.port), None)
    assert (report.phase, report.code) == ("banner", "NET_OFFLINE")
    assert "not today" in report.message


def test_the_phases_of_a_test_tell_what_was_done_and_what_was_not() -> None:
    account = account_at(587, security="starttls", user=USER)
    failed = module.TestReport(ok=False, phase="tls", code="TLS_VERIFY")
    assert failed.steps(account) == [
        ("connect", True), ("banner", True), ("ehlo", True), ("starttls", True), ("tls", False), ("auth", None),
    ]  # fmt: skip
    assert [done for _, done in module.TestReport(ok=True, phase="ready").steps(account_at(25))] == [True] * 3


@pytest.mark.parametrize(
    ("code", "said", "words"),
    [
        ("AUTH_REJECTED", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled", "administr"),
        ("AUTH_REJECTED", "535 5.7.8 Username and Password not accepted … gsmtp, see google.com", "app password"),
        ("AUTH_REJECTED", "535 no", "Check the user name"),
        ("TLS_UNAVAILABLE", "no TLS: WRONG_VERSION_NUMBER", "STARTTLS"),
        ("NET_OFFLINE", "mail.example.org cannot be reached (connect): Name or service not known", "server's name"),
        ("RATE_LIMIT", "421", ""),
    ],
)
def test_what_helps_is_said(code: str, said: str, words: str) -> None:
    advice = module.advice_for(code, said)
    assert words in advice
    assert bool(advice) == bool(words)


def test_the_connection_test_over_tls_says_how_it_is_protected(tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    with polite_peer(auth=True, tls=authority.server) as peer:
        account = account_at(peer.port, security="tls", host="localhost", user=USER, ca_file=authority.ca_file)
        report = module.test_account(account, PASSWORD)
    assert report.ok, report.message
    assert report.tls in ("TLS 1.3", "TLS 1.2")
    assert report.message.startswith(f"Connected with {report.tls} and signed in, in ")
    assert report.message.endswith(" s. No message was sent.")
