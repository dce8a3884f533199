"""Every phase of a conversation against everything that a server can do in it: a message is taken once, put back, or
unconfirmed, and unconfirmed only behind its dot."""

from pathlib import Path

import pytest

from app.core.failures import FailureClass, info
from tests.jobs.mail.faults import FAULTS, SLOW
from tests.jobs.mail.lane import HASTY, PATIENT, account_at, codes, lanes, send
from tests.smtp_peers import Conversation, scripted_peer

OPENING = ("banner", "EHLO", "AUTH")
MESSAGE = ("MAIL", "RCPT", "DATA", "dot")
AHEAD = "PIPELINING"
SECRET = {"user": "u@example.org"}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("phase", [*OPENING, *MESSAGE])
def test_no_answer_is_unconfirmed_behind_the_dot_and_put_back_before(tmp_path: Path, phase: str, fault: str) -> None:
    def script(conversation: Conversation) -> None:
        if phase == "AUTH":
            conversation.extensions.append("AUTH PLAIN")
        conversation.serve(phase)
        FAULTS[fault](conversation)

    (context,) = lanes(tmp_path, "ann@example.org")
    settings = SECRET if phase == "AUTH" else {}
    with scripted_peer(script) as peer:
        account = account_at(peer.port, **settings)
        outcomes = send(account, context, secret="s3cret", deadlines=HASTY if fault in SLOW else PATIENT)
    expected = "NET_OFFLINE" if phase in OPENING else "UNCERTAIN" if phase == "dot" else "NET_LOST"
    assert codes(outcomes) == [expected]
    assert context.events == (["armed"] if phase == "dot" else [])
    assert peer.ledger.taken == []


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"dripping", "late"}))
@pytest.mark.parametrize("answered", [0, 1, 2])
def test_no_answer_to_commands_that_went_ahead_is_put_back(tmp_path: Path, answered: int, fault: str) -> None:
    """The first `answered` of MAIL, RCPT and DATA get their answer. No dot has left, whatever comes then."""

    def script(conversation: Conversation) -> None:
        conversation.extensions.append(AHEAD)
        conversation.serve("MAIL")
        assert [conversation.line().partition(" ")[0] for _ in range(2)] == ["RCPT", "DATA"]
        for _ in range(answered):
            conversation.send("250 OK")
        FAULTS[fault](conversation)

    (context,) = lanes(tmp_path, "ann@example.org")
    with scripted_peer(script) as peer:
        outcomes = send(account_at(peer.port), context, deadlines=HASTY if fault in SLOW else PATIENT)
    assert codes(outcomes) == ["NET_LOST"]
    assert context.events == []
    assert peer.ledger.taken == []


ANSWERS = [
    "421 4.7.0 later",
    "450 4.2.0 not now",
    "451 4.3.0 try later",
    "550 5.1.1 no",
    "554 5.7.1 policy",
    "354 what",
]


@pytest.mark.parametrize("ahead", [False, True], ids=["in turn", "ahead"])
@pytest.mark.parametrize(
    ("phase", "answer"),
    [(phase, answer) for phase in MESSAGE for answer in ANSWERS if (phase, answer) != ("DATA", "354 what")],
)
def test_an_answer_that_was_not_wished_for_costs_its_own_message_only(
    tmp_path: Path, phase: str, answer: str, ahead: bool
) -> None:
    def script(conversation: Conversation) -> None:
        conversation.extensions += [AHEAD] if ahead else []
        if conversation.number > 1 or conversation.ledger.taken:
            conversation.serve()
            return
        conversation.serve(phase)
        conversation.send(answer)
        if answer.startswith("421"):
            return
        if ahead and phase in ("MAIL", "RCPT"):  # what went ahead behind it has no sense any more
            for _ in ("MAIL", "RCPT", "DATA")[("MAIL", "RCPT").index(phase) + 1 :]:
                conversation.line()
                conversation.send("503 5.5.1 out of order")
        conversation.serve()

    first, second = lanes(tmp_path, "ann@example.org", "bob@example.org")
    with scripted_peer(script) as peer:
        outcomes = codes(send(account_at(peer.port), first, second))
    assert outcomes[1] == "sent"
    assert [taken.message_id for taken in peer.ledger.taken] == [second.payload["message_id"]]
    if phase != "dot":
        assert first.events == []
    elif answer.startswith("354"):
        assert outcomes[0] == "UNCERTAIN"
        assert first.events == ["armed"]
    else:
        assert first.events == ["armed", "disarmed"]
    if phase != "dot" or not answer.startswith("354"):
        wanted = {FailureClass.ENVIRONMENT, FailureClass.PERMANENT, FailureClass.TRANSIENT_REMOTE}
        assert info(outcomes[0]).failure_class in wanted
    assert peer.ledger.connections == (1 if not answer.startswith("421") and outcomes[0] != "UNCERTAIN" else 2)


ODD = ["421 busy", "450 no", "554 no", "250 what", "354 what", "999 what", ""]


@pytest.mark.parametrize(
    ("phase", "answer"),
    [(phase, answer) for phase in OPENING for answer in ODD if (phase, answer) != ("EHLO", "250 what")],
)
def test_an_odd_opening_sends_nothing(tmp_path: Path, phase: str, answer: str) -> None:
    def script(conversation: Conversation) -> None:
        if phase == "AUTH":
            conversation.extensions.append("AUTH PLAIN")
        conversation.serve(phase)
        if answer:
            conversation.send(answer)
            conversation.silence()

    (context,) = lanes(tmp_path, "ann@example.org")
    settings = SECRET if phase == "AUTH" else {}
    with scripted_peer(script) as peer:
        # At the sign-in, "354" is no challenge either.
        (code,) = codes(send(account_at(peer.port, **settings), context, secret="s3cret", deadlines=PATIENT))
    assert info(code).failure_class is FailureClass.ENVIRONMENT
    assert context.events == []
    assert peer.ledger.taken == []
