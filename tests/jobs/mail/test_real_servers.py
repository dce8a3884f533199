"""The same promises against Postfix and Dovecot: what they take is there once, what they say is understood."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.mail import message, sent
from app.jobs.mail.account import Account
from app.jobs.mail.files import read_again
from app.jobs.mail.letter import Letter
from app.jobs.mail.sent import CannotLook, SentFolder
from app.jobs.mail.transport import Link
from tests import real_mail
from tests.jobs.mail.lane import Lane, codes, lanes, send, session_of
from tests.smtp_peers import PASSWORD, USER, Authority, Peer, make_authority, polite_peer

pytestmark = pytest.mark.skipif(bool(real_mail.missing()), reason=real_mail.missing() or "never")

REFUSALS = {
    "grey": "450 4.2.0 Greylisted, try again in 300 seconds",
    "gone": "550 5.1.1 No such mailbox",
    "moved": "551 5.1.6 User has moved",
    "late": "451 4.4.3 Temporary lookup failure",
    "room": "452 4.3.1 Insufficient system storage",
    "full": "552 5.2.2 Mailbox full",
    "policy": "554 5.7.1 Rejected by policy",
    "relay": "550 5.7.1 Relaying denied",
    "busy": "421 4.7.0 Too many messages, try again later",
    "quota": "550 5.4.5 Daily sending quota exceeded",
    "rate": "450 4.7.1 Rate limit exceeded, try again in 2 minutes",
}


@dataclass(frozen=True)
class Servers:
    """What runs. `onward`: who gets every message that Postfix has taken."""

    postfix: real_mail.Postfix
    dovecot: real_mail.Dovecot
    onward: Peer
    authority: Authority

    def account(self, **settings: Any) -> Account:
        base = {
            "name": "work", "host": "localhost", "port": self.postfix.tls, "security": "tls", "user": USER,
            "from_addr": "Shop <shop@example.org>", "ca_file": self.authority.ca_file, "imap_host": "localhost",
            "imap_port": self.dovecot.tls, "connections": 4,
        }  # fmt: skip
        return Account.make(**(base | settings))

    def arrived(self, *contexts: Lane) -> list[int]:
        """How often each message has come through in the end."""
        identities = [context.payload["message_id"] for context in contexts]
        ends = time.monotonic() + 20
        while time.monotonic() < ends and not all(map(self.onward.ledger.count, identities)):
            time.sleep(0.02)
        return [self.onward.ledger.count(identity) for identity in identities]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    folder = tmp_path_factory.mktemp("servers")
    authority = make_authority(folder)
    chain = folder / "server.pem"
    with (
        polite_peer() as onward,
        real_mail.dovecot(chain) as dovecot,
        real_mail.postfix(chain, REFUSALS, onward.port, dovecot.auth) as postfix,
    ):
        yield Servers(postfix, dovecot, onward, authority)


def _unique(folder: Path, *people: str, **more: Any) -> list[Lane]:
    """Messages that no other test sends."""
    contexts = lanes(folder, *(f"{who}@example.org" for who in people), **more)
    for number, context in enumerate(contexts):
        context.payload["message_id"] = f"<{folder.name}.{number}@example.org>"
    return contexts


def test_many_messages_on_several_connections_arrive_once(servers: Servers, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(".\n..\nGrüße\n", encoding="utf-8")
    message = {"attachments": ["note.txt"], "text": ".\n.. {{ name }}\nGrüße\n"}
    contexts = _unique(tmp_path, *(f"p{n}" for n in range(40)), message=message)

    async def go() -> None:
        session = session_of(servers.account(), PASSWORD)
        queue = list(contexts)

        async def work() -> None:
            while queue:
                await session.run(queue.pop())

        await asyncio.gather(*(work() for _ in range(session.connections)))
        await session.close()

    asyncio.run(go())
    assert servers.arrived(*contexts) == [1] * len(contexts)
    for context in contexts:
        letter = Letter.from_payload(context.payload)
        assert letter.sender is not None
        (taken,) = (item for item in servers.onward.taken if item.message_id == letter.message_id)
        body = message_of(letter).partition(b"\r\n\r\n")[2]
        assert taken.data.partition(b"\r\n\r\n")[2] == body, "to the byte"


def message_of(letter: Letter) -> bytes:
    assert letter.sender is not None
    return message.build(letter, letter.sender, read_again)


def test_a_starttls_session_signs_in_and_takes_up_what_is_offered(servers: Servers, tmp_path: Path) -> None:
    account = servers.account(port=servers.postfix.starttls, security="starttls")
    contexts = _unique(tmp_path, "ann", "bob")
    assert codes(send(account, *contexts, secret=PASSWORD)) == ["sent", "sent"]
    assert servers.arrived(*contexts) == [1, 1]

    async def offers() -> tuple[bool, bool, int]:
        link = await Link.open(account, PASSWORD)
        found = "PIPELINING" in link.offers, "DSN" in link.offers, link.max_size
        await link.quit()
        return found

    assert asyncio.run(offers()) == (True, True, real_mail.MAX_SIZE)


def test_refusals_are_understood_and_cost_nobody_else(servers: Servers, tmp_path: Path) -> None:
    people = ["ann", "grey", "gone", "moved", "late", "room", "full", "policy", "relay", "quota", "rate", "bob"]
    contexts = _unique(tmp_path, *people)
    outcomes = send(servers.account(), *contexts, secret=PASSWORD)
    assert dict(zip(people, codes(outcomes), strict=True)) == {
        "ann": "sent",
        "grey": "RCPT_TEMP",
        "gone": "RCPT_PERM",
        "moved": "RCPT_PERM",
        "late": "RCPT_TEMP",
        "room": "RCPT_TEMP",
        "full": "MBOX_FULL",
        "policy": "POLICY",
        "relay": "POLICY",
        "quota": "QUOTA_DAY",
        "rate": "RATE_LIMIT",
        "bob": "sent",
    }
    assert servers.arrived(contexts[0], contexts[-1]) == [1, 1]
    assert [context.events for context in contexts[1:-1]] == [[]] * (len(people) - 2)
    delays = {who: o.failure.retry_after for who, o in zip(people, outcomes, strict=True) if isinstance(o, JobError)}
    assert delays["grey"] == 300.0
    assert delays["rate"] == 120.0


def test_a_421_ends_the_session_and_the_next_message_goes(servers: Servers, tmp_path: Path) -> None:
    contexts = _unique(tmp_path, "busy", "ann")
    assert codes(send(servers.account(), *contexts, secret=PASSWORD)) == ["RATE_LIMIT", "sent"]
    assert servers.arrived(contexts[1]) == [1]


def test_a_sender_that_is_not_ours_and_a_message_that_is_too_big(servers: Servers, tmp_path: Path) -> None:
    (tmp_path / "big.bin").write_bytes(bytes(real_mail.MAX_SIZE))
    strange, big = _unique(tmp_path, "ann", "bob", message={"attachments": ["big.bin"]})
    strange.payload |= {"from": {"name": "", "address": "stranger@example.org"}, "attachments": []}
    assert codes(send(servers.account(), strange, big, secret=PASSWORD)) == ["SENDER_REFUSED", "MSG_TOO_BIG"]


@pytest.mark.parametrize(
    ("settings", "secret", "code"),
    [
        ({}, "wrong", "AUTH_REJECTED"),
        ({"ca_file": None}, PASSWORD, "TLS_VERIFY"),
        ({"host": "127.0.0.1", "ca_file": None}, PASSWORD, "TLS_VERIFY"),
    ],
)
def test_an_account_that_does_not_fit_sends_nothing(
    servers: Servers, tmp_path: Path, settings: dict[str, Any], secret: str, code: str
) -> None:
    (context,) = _unique(tmp_path, "ann")
    assert codes(send(servers.account(**settings), context, secret=secret)) == [code]
    assert context.events == []


@pytest.mark.parametrize("port", ["tls", "starttls"])
def test_a_copy_is_filed_and_found(
    servers: Servers, tmp_path: Path, port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "STARTTLS_PORT", servers.dovecot.starttls)
    (tmp_path / "large.bin").write_bytes(bytes(500_000))
    (context,) = _unique(tmp_path, "ann", message={"attachments": ["large.bin"]})
    identity = context.payload["message_id"]
    account = servers.account(save_sent=True, imap_port=getattr(servers.dovecot, port))
    assert sent.find(account, PASSWORD, identity) is False
    assert codes(send(account, context, secret=PASSWORD)) == ["sent"]
    assert sent.find(account, PASSWORD, identity) is True
    assert sent.find(account, PASSWORD, f"<other-{identity[1:]}") is False


def test_many_messages_are_asked_about_on_one_connection(servers: Servers) -> None:
    session = session_of(servers.account(), PASSWORD)
    extras = [{"mail": {"message_id": f"<nobody.{n}@example.org>"}} for n in range(3)]
    assert session.came_about(extras) == [False] * 3


@pytest.mark.parametrize(
    ("settings", "secret", "words"),
    [
        ({}, "wrong", "refused the sign-in"),
        ({"ca_file": None}, PASSWORD, "certificate"),
        ({"imap_port": 9}, "x", "reached"),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(
    servers: Servers, settings: dict[str, Any], secret: str, words: str
) -> None:
    with pytest.raises(CannotLook, match=words):
        SentFolder.open(servers.account(**settings), secret)
