"""Sending to servers that offer more: commands ahead of their answers, limits, reports, other sign-ins."""

import base64
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.mail.account import Account, Auth
from tests.jobs.mail.lane import account_at, codes, lanes, send
from tests.smtp_peers import Conversation, scripted_peer


def _verbs(commands: list[str]) -> list[str]:
    return [command.partition(" ")[0] for command in commands if command]


def _ahead(conversation: Conversation, *more: str) -> None:
    conversation.extensions += ["PIPELINING", *more]


def test_commands_go_out_without_waiting_for_answers(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        _ahead(conversation)
        for _ in range(2):
            conversation.serve("MAIL")
            conversation.resume()
            assert _verbs([conversation.line(), conversation.line()]) == ["RCPT", "DATA"]  # before any answer
            conversation.send("250 OK\r\n250 OK\r\n354 Go on")
            conversation.take(conversation.body())
            conversation.send("250 2.0.0 Taken")
        conversation.serve()

    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    with scripted_peer(script) as peer:
        assert codes(send(account_at(peer.port), *contexts)) == ["sent", "sent"]
    assert [taken.message_id for taken in peer.ledger.taken] == [c.payload["message_id"] for c in contexts]
    assert peer.ledger.connections == 1


def test_with_several_recipients_data_waits_for_them(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        _ahead(conversation)
        conversation.serve("MAIL")
        assert _verbs([conversation.line(), conversation.line()]) == ["RCPT", "RCPT"]
        conversation.send("250 OK\r\n250 OK\r\n550 5.1.1 no such mailbox")
        conversation.resume()
        assert _verbs([conversation.line()]) == ["RSET"]
        conversation.send("250 OK")
        conversation.serve()

    first, second = lanes(tmp_path, "ann@example.org", "bob@example.org", message={"cc": "gone@example.org"})
    with scripted_peer(script) as peer:
        (outcome, _) = send(account_at(peer.port), first, second)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "RCPT_PERM"
    assert first.events == []
    assert [taken.recipients[0] for taken in peer.ledger.taken] == ["bob@example.org"]


@pytest.mark.parametrize("refused", ["MAIL", "RCPT"])
def test_a_server_that_asks_for_a_message_after_all_gets_none(tmp_path: Path, refused: str) -> None:
    """RFC 2920 §3.1 lets it answer 354 to a DATA that went ahead, though nobody is left to send to: an empty message
    must not be delivered to anybody."""
    heard: list[bytes] = []

    def script(conversation: Conversation) -> None:
        _ahead(conversation)
        if conversation.number > 1:
            conversation.serve()
            return
        conversation.serve("MAIL")
        no, yes = "550 5.1.1 no", "250 OK"
        conversation.send("\r\n".join([no if refused == "MAIL" else yes, no, "354 Go on"]))
        conversation.line()
        conversation.line()
        while got := conversation.connection.recv(100):
            heard.append(got)

    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    with scripted_peer(script) as peer:
        outcomes = codes(send(account_at(peer.port), *contexts))
    assert outcomes == ["SENDER_REFUSED" if refused == "MAIL" else "RCPT_PERM", "sent"]
    assert b"".join(heard) == b""
    assert [taken.recipients for taken in peer.ledger.taken] == [("bob@example.org",)]
    assert peer.ledger.connections == 2


def test_limits_that_the_server_names_are_kept_to(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("LIMITS MAILMAX=2 RCPTMAX=2")
        conversation.serve()

    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(5)))
    with scripted_peer(script) as peer:
        assert set(codes(send(account_at(peer.port), *contexts))) == {"sent"}
        assert peer.ledger.connections == 3
        (many,) = lanes(tmp_path, "ann@example.org", message={"cc": "a@example.org, b@example.org"})
        (outcome,) = send(account_at(peer.port), many)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "SRV_PERM"
    assert "3 people" in outcome.failure.message
    assert len(peer.ledger.taken) == 5


def test_reports_on_delivery_are_asked_for_where_they_are_offered(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("DSN")
        conversation.serve()

    (context,) = lanes(tmp_path, "ann@example.org")
    with scripted_peer(script) as peer:
        assert codes(send(account_at(peer.port), context)) == ["sent"]
    mail, rcpt = (next(c for c in peer.ledger.commands if c.startswith(verb)) for verb in ("MAIL", "RCPT"))
    assert mail.endswith(f"RET=HDRS ENVID={context.payload['message_id'].strip('<>')}")
    assert rcpt == "RCPT TO:<ann@example.org> NOTIFY=FAILURE,DELAY"


# Signing in with a token. The account is made past its own rules: no scripted peer speaks TLS.

TOKEN = "ya29.t0ken~with.dots"
WORDS = base64.b64encode(f"user=u@example.org\x01auth=Bearer {TOKEN}\x01\x01".encode()).decode()


def _oauth(port: int) -> Account:
    return account_at(port, user="u@example.org").model_copy(update={"auth": Auth.OAUTH2})


def test_a_token_signs_in(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("AUTH LOGIN PLAIN XOAUTH2")
        conversation.serve("AUTH")
        conversation.resume()
        conversation.send("235 2.7.0 Accepted")
        conversation.serve()

    with scripted_peer(script) as peer:
        assert codes(send(_oauth(peer.port), *lanes(tmp_path, "ann@example.org"), secret=TOKEN)) == ["sent"]
    assert f"AUTH XOAUTH2 {WORDS}" in peer.ledger.commands


def test_a_refused_token_is_answered_with_an_empty_line_and_is_in_no_message(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("AUTH XOAUTH2")
        conversation.serve("AUTH")
        conversation.send("334 eyJzdGF0dXMiOiI0MDEifQ==")
        assert conversation.line() == ""
        conversation.send(f"535 5.7.3 Authentication unsuccessful {WORDS} {TOKEN}")
        conversation.silence()

    with scripted_peer(script) as peer:
        (outcome,) = send(_oauth(peer.port), *lanes(tmp_path, "ann@example.org"), secret=TOKEN)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "AUTH_REJECTED"
    assert "unsuccessful" in outcome.failure.message
    assert TOKEN not in repr(outcome.failure)
    assert WORDS not in repr(outcome.failure)
    assert peer.ledger.commands.count("") >= 1


def test_a_token_is_never_sent_as_a_password(tmp_path: Path) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions.append("AUTH LOGIN PLAIN")
        conversation.serve("AUTH")

    with scripted_peer(script) as peer:
        (outcome,) = send(_oauth(peer.port), *lanes(tmp_path, "ann@example.org"), secret=TOKEN)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "AUTH_REJECTED"
    assert not [command for command in peer.ledger.commands if command.startswith("AUTH")]
