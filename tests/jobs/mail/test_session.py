"""Sending against real peers: whatever happens, a message is counted at most once, and everyone is accounted for."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.jobs.base import JobError, LostClaim, Result
from app.jobs.mail.account import Account
from tests.jobs.mail.faults import FAULTS
from tests.jobs.mail.lane import HASTY, PATIENT, Lane, account_at, codes, lanes, send, session_of
from tests.smtp_peers import (
    Conversation,
    polite_peer,
    scripted_peer,
    unused_port,
)


def test_a_message_is_taken_once_and_the_servers_words_are_kept(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port), context)
    assert isinstance(outcome, Result)
    mail = outcome.extra["mail"]
    assert mail == {
        "row": 1,
        "to": "ann@example.org",
        "message_id": "<tok3n.1.1@example.org>",
        "reply": "250 2.0.0 Taken as 4711",
    }
    assert peer.ledger.count(mail["message_id"]) == 1
    assert peer.taken[0].sender == "shop@example.org"
    assert context.events == ["armed"]
    assert context.keys == [(mail["message_id"], mail["message_id"])]


def test_one_connection_carries_many_messages_and_refusals_between_them(tmp_path: Path) -> None:
    names = ["ann", "gone", "grey", "temp", "spam", "bob", "full", "relay", "cid"]
    contexts = lanes(tmp_path, *(f"{name}@example.org" for name in names))
    with polite_peer() as peer:
        outcomes = send(account_at(peer.port), *contexts)
    assert codes(outcomes) == [
        "sent",
        "RCPT_PERM",
        "RCPT_TEMP",
        "SRV_TEMP",
        "POLICY",
        "sent",
        "MBOX_FULL",
        "POLICY",
        "sent",
    ]
    assert [item.recipients for item in peer.taken] == [
        ("ann@example.org",),
        ("bob@example.org",),
        ("cid@example.org",),
    ]
    assert peer.ledger.connections == 1
    # Refused before the dot: never armed. Refused at the dot: armed, and taken back.
    assert [context.events for context in contexts] == [
        ["armed"], [], [], ["armed", "disarmed"], ["armed", "disarmed"], ["armed"], [], [], ["armed"],
    ]  # fmt: skip


def test_a_delay_that_the_server_asks_for_is_handed_on(tmp_path: Path) -> None:
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port), *lanes(tmp_path, "grey@example.org"))
    assert isinstance(outcome, JobError)
    assert outcome.failure.retry_after == 300.0
    assert "Greylisted" in outcome.failure.message


@pytest.mark.parametrize(("who", "taken"), [("lost", 1), ("vanish", 0), ("silent", 1)])
def test_no_answer_after_the_dot_is_unconfirmed_and_stays_armed(tmp_path: Path, who: str, taken: int) -> None:
    (context,) = lanes(tmp_path, f"{who}@example.org")
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port), context, deadlines=HASTY if who == "silent" else PATIENT)
    assert codes([outcome]) == ["UNCERTAIN"]
    assert context.events == ["armed"]  # nothing automatic may send it again
    assert len(peer.taken) == taken


def test_a_lost_answer_costs_only_its_own_message(tmp_path: Path) -> None:
    contexts = lanes(tmp_path, "ann@example.org", "lost@example.org", "bob@example.org")
    with polite_peer() as peer:
        outcomes = send(account_at(peer.port), *contexts)
    assert codes(outcomes) == ["sent", "UNCERTAIN", "sent"]
    assert sorted(item.message_id for item in peer.taken) == sorted(c.payload["message_id"] for c in contexts)


@pytest.mark.parametrize("fault", ["reset", "closed"])
def test_a_line_lost_in_the_middle_of_the_body_is_no_delivery(tmp_path: Path, fault: str) -> None:
    def script(conversation: Conversation) -> None:
        conversation.serve("body")
        FAULTS[fault](conversation)

    # More than the buffers of both ends hold: a smaller body may have left wholly when the line is lost, and then the
    # sender cannot know.
    (tmp_path / "large.bin").write_bytes(bytes(6_500_000))
    (context,) = lanes(tmp_path, "ann@example.org", message={"attachments": ["large.bin"]})
    with scripted_peer(script, receive_buffer=65_536) as peer:
        outcomes = send(account_at(peer.port), context)
    assert codes(outcomes) == ["NET_LOST"]
    assert context.events == []


@pytest.mark.parametrize("phase", ["QUIT", "RSET"])
@pytest.mark.parametrize("fault", ["reset", "garbage", "silence"])
def test_what_happens_after_the_answer_changes_nothing(tmp_path: Path, phase: str, fault: str) -> None:
    def script(conversation: Conversation) -> None:
        conversation.serve(phase)
        FAULTS[fault](conversation)

    with scripted_peer(script) as peer:
        outcomes = send(
            account_at(peer.port), *lanes(tmp_path, "ann@example.org"), deadlines=replace(PATIENT, goodbye=0.3)
        )
    assert codes(outcomes) == ["sent"]
    assert len(peer.ledger.taken) == 1


@pytest.mark.parametrize("last_words", ["421 4.4.2 idle too long", ""])
def test_a_session_that_the_server_ended_is_replaced_without_a_failure(tmp_path: Path, last_words: str) -> None:
    def script(conversation: Conversation) -> None:
        if conversation.number > 1:
            conversation.serve()
            return
        data = conversation.serve("dot")
        conversation.take(data)
        conversation.send("250 OK")
        if last_words:
            conversation.line()
            conversation.send(last_words)

    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    with scripted_peer(script) as peer:
        outcomes = send(account_at(peer.port), *contexts)
    assert codes(outcomes) == ["sent", "sent"]
    assert [item.recipients for item in peer.ledger.taken] == [("ann@example.org",), ("bob@example.org",)]
    assert peer.ledger.connections == 2


def test_a_connection_is_renewed_after_a_hundred_messages(tmp_path: Path) -> None:
    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(101)))
    with polite_peer() as peer:
        outcomes = send(account_at(peer.port), *contexts)
    assert set(codes(outcomes)) == {"sent"}
    assert peer.ledger.connections == 2


def test_several_connections_at_once_send_each_message_once(tmp_path: Path) -> None:
    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(60)))

    async def go(account: Account) -> None:
        session = session_of(account)
        assert session.connections == 4  # this machine's default
        queue = list(contexts)

        async def work() -> None:
            while queue:
                await session.run(queue.pop())

        await asyncio.gather(*(work() for _ in range(session.connections)))
        await session.close()

    with polite_peer() as peer:
        asyncio.run(go(account_at(peer.port)))
    assert sorted(item.message_id for item in peer.taken) == sorted(c.payload["message_id"] for c in contexts)
    assert peer.ledger.connections == 4


# Copies.


def test_a_refused_copy_stops_the_message_for_everybody(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org", message={"cc": "gone@example.org"})
    with polite_peer() as peer:
        (outcome,) = send(account_at(peer.port), context)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "RCPT_PERM"
    assert "Nobody got this message" in outcome.failure.message
    assert peer.taken == []
    assert context.events == []


def test_a_refused_copy_can_be_accepted(tmp_path: Path) -> None:
    message = {"cc": "gone@example.org", "bcc": "eve@example.org"}
    (context,) = lanes(tmp_path, "ann@example.org", message=message, send={"partial": "accepted"})
    with polite_peer() as peer:
        outcomes = send(account_at(peer.port), context)
    assert codes(outcomes) == ["sent"]
    assert peer.taken[0].recipients == ("ann@example.org", "eve@example.org")
    assert b"eve@example.org" not in peer.taken[0].data  # a hidden copy is hidden
    assert [code for code, _ in context.warnings] == ["RCPT_PERM"]


def test_to_refused_is_never_accepted(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "gone@example.org", message={"cc": "ann@example.org"}, send={"partial": "accepted"})
    with polite_peer() as peer:
        outcomes = send(account_at(peer.port), context)
    assert codes(outcomes) == ["RCPT_PERM"]
    assert peer.taken == []


# Claims and cancellation.


def test_a_lost_claim_sends_nothing(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    context.lost_claim = True

    async def go(account: Account) -> None:
        session = session_of(account)
        with pytest.raises(LostClaim):
            await session.run(context)
        await session.close()

    with polite_peer() as peer:
        asyncio.run(go(account_at(peer.port)))
    assert peer.taken == []


def test_cancelled_while_arming_sends_nothing_and_takes_it_back(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")

    async def go(account: Account) -> None:
        context.gate, context.reached = asyncio.Event(), asyncio.Event()
        session = session_of(account)
        task = asyncio.create_task(session.run(context))
        await asyncio.wait_for(context.reached.wait(), 20)
        task.cancel()
        await asyncio.sleep(0)
        context.gate.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        await session.close()

    with polite_peer() as peer:
        asyncio.run(go(account_at(peer.port)))
    assert context.events == ["armed", "disarmed"]
    assert peer.taken == []


def test_a_line_lost_while_arming_is_no_delivery_and_is_taken_back(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    closing = threading.Event()

    def script(conversation: Conversation) -> None:
        conversation.serve("body")
        closing.wait(20)

    async def go(account: Account) -> None:
        context.gate, context.reached = asyncio.Event(), asyncio.Event()
        session = session_of(account)
        task = asyncio.create_task(session.run(context))
        await asyncio.wait_for(context.reached.wait(), 20)
        closing.set()
        (link,) = session._links._born
        while not link.lost:
            await asyncio.sleep(0.005)
        context.gate.set()
        with pytest.raises(JobError) as caught:
            await task
        assert caught.value.failure.code == "NET_LOST"
        await session.close()

    with scripted_peer(script) as peer:
        asyncio.run(go(account_at(peer.port)))
    assert context.events == ["armed", "disarmed"]
    assert peer.ledger.taken == []


def test_a_payload_that_is_not_ours_sends_nothing(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    del context.payload["to"]
    assert codes(send(account_at(unused_port()), context)) == ["INTERNAL"]


def test_cancelled_after_the_dot_waits_for_the_answer(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "silent@example.org")

    async def go(account: Account, hang_over: Callable[[], None], taken: Callable[[], int]) -> Result:
        session = session_of(account, deadlines=PATIENT)
        task = asyncio.create_task(session.run(context))
        while not taken():
            await asyncio.sleep(0.005)
        task.cancel()
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
        hang_over()
        result = await task
        await session.close()
        return result

    with polite_peer() as peer:
        result = asyncio.run(go(account_at(peer.port), peer.hang.set, lambda: len(peer.taken)))
    assert result.extra["mail"]["reply"].startswith("250")
    assert context.events == ["armed"]


# Files and released rows.


def test_an_attachment_that_changed_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "offer.txt").write_text("100")
    (context,) = lanes(tmp_path, "ann@example.org", message={"attachments": ["offer.txt"]})
    (tmp_path / "offer.txt").write_text("999")
    with polite_peer() as peer:
        assert codes(send(account_at(peer.port), context)) == ["PRE_ATTACH_CHANGED"]
    assert peer.ledger.connections == 0


def test_a_blocked_row_that_is_released_fails_with_the_same_words(tmp_path: Path) -> None:
    payload = {"row": 3, "blocked": {"code": "PRE_BAD_ADDRESS", "message": "To: x is not an e-mail address."}}
    (context,) = lanes(tmp_path, "ann@example.org")
    released = Lane(payload, context.recipe, context.source)
    (outcome,) = send(account_at(unused_port()), released)
    assert isinstance(outcome, JobError)
    assert outcome.failure.code == "PRE_BAD_ADDRESS"
    assert "x is not an e-mail address" in outcome.failure.message


def test_messages_as_files_need_no_account(tmp_path: Path) -> None:
    contexts = lanes(tmp_path, "ann@example.org", "bob@example.org")
    for context in contexts:
        context.options = {"eml": str(tmp_path / "eml")}

    async def go() -> list[Result]:
        session = session_of(None)
        return [await session.run(context) for context in contexts for _ in range(2)]  # again: the same bytes

    results = asyncio.run(go())
    files = sorted((tmp_path / "eml").iterdir())
    assert [file.name for file in files] == ["001-ann@example.org.eml", "002-bob@example.org.eml"]
    assert {result.outputs for result in results} == {(str(file),) for file in files}
    assert b"To: ann@example.org\r\n" in files[0].read_bytes()
    assert contexts[0].events == []
    assert contexts[0].notes[str(files[0])].stands_at(str(files[0])), "so that it can be undone"


def test_a_file_whose_job_was_taken_away_meanwhile_is_not_written(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    context.options = {"eml": str(tmp_path / "eml")}
    context.lost_claim = True

    async def go() -> None:
        await session_of(None).run(context)

    with pytest.raises(LostClaim):
        asyncio.run(go())
    assert not (tmp_path / "eml").exists()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (context,) = lanes(tmp_path, "ann@example.org")
    context.options = {"eml": str(tmp_path / "eml")}
    theirs = tmp_path / "eml" / "001-ann@example.org.eml"
    theirs.parent.mkdir()
    theirs.write_text("mine")

    async def go() -> None:
        await session_of(None).run(context)

    with pytest.raises(JobError) as caught:
        asyncio.run(go())
    assert caught.value.failure.code == "TARGET_EXISTS"
    assert theirs.read_text() == "mine"
