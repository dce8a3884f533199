"""Accounts: their rules, their JSON, and the connection test that names the phase."""

import pytest

from app.jobs.mail import account as module
from app.jobs.mail.account import Account, AccountError, Security
from app.jobs.mail.hosts import is_loopback
from tests.jobs.mail.lane import account_at
from tests.smtp_peers import PASSWORD, USER, Conversation, polite_peer, scripted_peer, unused_port


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
