"""Sending when the account or the line is the trouble: rows stay ready, nothing goes over an unsafe line."""

import asyncio
from pathlib import Path

import pytest

from app.jobs.base import JobError
from tests.jobs.mail.lane import account_at, codes, lanes, send, session_of
from tests.smtp_peers import (
    PASSWORD,
    USER,
    Authority,
    Conversation,
    make_authority,
    polite_peer,
    scripted_peer,
    unused_port,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("ca"))


# The account's troubles: rows stay ready.


def test_nobody_listens(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    assert codes(send(account_at(unused_port()), context)) == ["NET_OFFLINE"]


@pytest.mark.parametrize("mechanisms", [("PLAIN",), ("LOGIN",)])
def test_sign_in(tmp_path: Path, mechanisms: tuple[str, ...]) -> None:
    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    with polite_peer(auth=True, mechanisms=mechanisms) as peer:
        account = account_at(peer.port, user=USER)
        assert codes(send(account, contexts[0], secret=PASSWORD)) == ["sent"]
        (refused,) = send(account, contexts[1], secret="wrong pass")
        assert codes(send(account, contexts[1], secret=None)) == ["SECRET_MISSING"]
    assert isinstance(refused, JobError)
    assert refused.failure.code == "AUTH_REJECTED"
    assert "wrong pass" not in repr(refused.failure)
    assert len(peer.taken) == 1


def test_a_server_that_repeats_the_password_does_not_get_it_into_messages(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("AUTH PLAIN")
        conversation.serve("AUTH")
        conversation.send(f"535 5.7.8 {conversation.ledger.commands[-1].split()[-1]} / s3cret is wrong")
        conversation.silence()

    with scripted_peer(script) as peer:
        (outcome,) = send(
            account_at(peer.port, user="u@example.org"), *lanes(tmp_path, "ann@example.org"), secret="s3cret"
        )
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "AUTH_REJECTED"
    assert "s3cret" not in repr(outcome.failure)
    assert "AHVA" not in repr(outcome.failure)  # base64 of "\0u@", the token's begin


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("454 4.7.0 Temporary authentication failure", "AUTH_TEMP"),
        ("535 5.7.139 disabled for the tenant", "AUTH_REJECTED"),
    ],
)
def test_sign_in_put_off_or_refused(tmp_path: Path, answer: str, code: str) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("AUTH PLAIN LOGIN")
        conversation.serve("AUTH")
        conversation.send(answer)
        conversation.silence()

    with scripted_peer(script) as peer:
        (outcome,) = send(
            account_at(peer.port, user="u@example.org"), *lanes(tmp_path, "ann@example.org"), secret="s3cret"
        )
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == code
    assert (outcome.failure.retry_after or 0) >= (900 if code == "AUTH_TEMP" else 0)


def test_a_missing_account_pauses(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")

    async def go() -> None:
        await session_of(None).run(context)

    with pytest.raises(JobError) as caught:
        asyncio.run(go())
    assert caught.value.failure.code == "ACCOUNT_MISSING"


def test_the_sender_is_refused(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    context.payload["from"] = {"name": "", "address": "stranger@example.org"}
    with polite_peer() as peer:
        assert codes(send(account_at(peer.port), context)) == ["SENDER_REFUSED"]
    assert peer.taken == []


@pytest.mark.parametrize(("who", "code"), [("busy", "RATE_LIMIT"), ("quota", "QUOTA_DAY")])
def test_limits_are_the_accounts(tmp_path: Path, who: str, code: str) -> None:
    (context,) = lanes(tmp_path, f"{who}@example.org")
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port), context)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == code
    # When the day opens again is for the queue to say, which knows what was sent.
    assert (outcome.failure.retry_after or 0) >= 60 or code == "QUOTA_DAY"
    assert context.events in ([], ["armed", "disarmed"])


def test_a_message_over_the_servers_size_is_not_begun(tmp_path: Path) -> None:
    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    contexts[0].payload["text"] = "x" * 80 + "\n" + "y" * 5000
    with polite_peer(max_size=4000) as peer:
        outcomes = send(account_at(peer.port), *contexts)
    assert codes(outcomes) == ["MSG_TOO_BIG", "sent"]
    assert peer.ledger.connections == 1


# TLS.


def test_tls_and_starttls_with_a_private_authority(tmp_path: Path, authority: Authority) -> None:
    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org", message={"text": "line of text\n" * 20_000})
    with polite_peer(tls=authority.server, auth=True) as peer:
        account = account_at(peer.port, security="tls", ca_file=authority.ca_file, host="localhost", user=USER)
        assert codes(send(account, contexts[0], secret=PASSWORD)) == ["sent"]
    with polite_peer(starttls=authority.server, auth=True) as other:
        account = account_at(other.port, security="starttls", ca_file=authority.ca_file, user=USER)
        assert codes(send(account, contexts[1], secret=PASSWORD)) == ["sent"]
    assert peer.taken[0].recipients == ("ann@example.org",)
    assert other.taken[0].recipients == ("bob@example.org",)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_nobody_is_refused(tmp_path: Path, authority: Authority, security: str) -> None:
    with polite_peer(**{security: authority.server}) as peer:
        outcomes = send(account_at(peer.port, security=security, host="localhost"), *lanes(tmp_path, "ann@example.org"))
    assert codes(outcomes) == ["TLS_VERIFY"]
    assert peer.taken == []


def test_a_certificate_for_another_host_is_refused(tmp_path: Path) -> None:
    other = make_authority(tmp_path, "mail.example.org")
    with polite_peer(tls=other.server) as peer:
        account = account_at(peer.port, security="tls", ca_file=other.ca_file, host="localhost")
        assert codes(send(account, *lanes(tmp_path, "ann@example.org"))) == ["TLS_VERIFY"]


def test_starttls_stripped_by_somebody_in_between_sends_nothing(tmp_path: Path) -> None:
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port, security="starttls"), *lanes(tmp_path, "ann@example.org"))
    assert codes([outcome]) == ["TLS_UNAVAILABLE"]
    assert peer.taken == []


@pytest.mark.parametrize("answer", ["454 4.7.0 TLS not available", "502 no"])
def test_starttls_refused_sends_nothing(tmp_path: Path, answer: str) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("STARTTLS")
        conversation.serve("STARTTLS")
        conversation.send(answer)
        conversation.silence()

    with scripted_peer(script) as peer:
        outcomes = send(account_at(peer.port, security="starttls"), *lanes(tmp_path, "ann@example.org"))
    assert codes(outcomes) == ["TLS_UNAVAILABLE"]
    assert not any(command.startswith(("MAIL", "AUTH")) for command in peer.ledger.commands)


def test_a_plain_server_on_the_tls_port(tmp_path: Path, authority: Authority) -> None:
    with polite_peer() as peer:
        account = account_at(peer.port, security="tls", ca_file=authority.ca_file, host="localhost")
        outcomes = send(account, *lanes(tmp_path, "ann@example.org"))
    assert codes(outcomes) in (["TLS_UNAVAILABLE"], ["NET_OFFLINE"])
    assert peer.taken == []


def test_what_is_sent_in_clear_behind_the_220_is_not_read(tmp_path: Path, authority: Authority) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("STARTTLS")
        conversation.serve("STARTTLS")
        # Injected by somebody in between: an answer to the EHLO that is to come over TLS.
        conversation.send(b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n")
        with authority.server.wrap_socket(conversation.connection, server_side=True) as safe:
            inner = Conversation(safe, conversation.ledger, 2)
            inner._greeted = True
            inner.serve()

    with scripted_peer(script) as peer:
        account = account_at(peer.port, security="starttls", ca_file=authority.ca_file)
        outcomes = send(account, *lanes(tmp_path, "ann@example.org"))
    # Either the handshake fails on the injected bytes, or they are thrown away: they are never taken for an answer.
    assert codes(outcomes) in (["sent"], ["TLS_UNAVAILABLE"])
    assert len(peer.ledger.taken) == codes(outcomes).count("sent")
