"""What servers answer, through the real engine: what becomes of the message, of the next one, and of the account.

One engine, an account and a server for each row of the table; the first message of each meets the answer.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from app.core.failures import info
from app.core.model import Job, Lane
from app.core.states import JobState
from app.engine.engine import Engine
from app.store.reader import Reader
from tests.engine.conftest import Clock
from tests.engine.mail import Accounts, Mail, lane_of, rows
from tests.smtp_peers import Conversation, ScriptedPeer, scripted_peer, unused_port
from tests.waiting import until

RESET = "(reset)"
MINUTE, HOUR = 60, 3600
LONGER = 1.5  # delays get up to half more, so that not all come back at once


@dataclass(frozen=True)
class Case:
    """`answer` in `phase`. `state`, `code`: of the message that met it. `least`: seconds until its next try, or for
    which the account pauses (0 = until a person acts)."""

    phase: str
    answer: str
    code: str
    state: JobState = JobState.READY
    least: float | None = None
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.phase} {self.answer}"

    @property
    def pauses(self) -> bool:
        return self.state is JobState.READY


SIGN_IN = {"user": "shop@example.org"}
WAITS, FAILS, DOUBT, SENT = JobState.WAITING, JobState.FAILED, JobState.UNCONFIRMED, JobState.DONE
CASES = [
    # The account: both messages stay ready and cost no try.
    Case("connect", "", "NET_OFFLINE", least=MINUTE),
    Case("banner", "554 5.3.2 no SMTP here", "NET_OFFLINE", least=MINUTE),
    Case("banner", RESET, "NET_OFFLINE", least=MINUTE),
    Case("STARTTLS", "454 4.7.0 not offered", "TLS_UNAVAILABLE", least=0, settings={"security": "starttls"}),
    Case("AUTH", "535 5.7.8 bad credentials", "AUTH_REJECTED", least=0, settings=SIGN_IN),
    Case("AUTH", "534 5.7.9 application password needed", "AUTH_REJECTED", least=0, settings=SIGN_IN),
    Case("AUTH", "454 4.7.0 too many login attempts", "AUTH_TEMP", least=15 * MINUTE, settings=SIGN_IN),
    Case("AUTH", "432 4.3.2 try again in 1 hour", "AUTH_TEMP", least=HOUR, settings=SIGN_IN),
    Case("MAIL", "550 5.7.60 not as this sender", "SENDER_REFUSED", least=0),
    Case("MAIL", "553 5.7.1 sender rejected", "SENDER_REFUSED", least=0),
    Case("dot", "554 5.2.252 SendAsDenied", "SENDER_REFUSED", least=0),
    Case("MAIL", "421 4.7.0 later", "RATE_LIMIT", least=MINUTE),
    Case("RCPT", "450 4.7.1 slow down, try again in 20 minutes", "RATE_LIMIT", least=20 * MINUTE),
    Case("dot", "451 4.7.500 server busy", "RATE_LIMIT", least=MINUTE),
    Case("dot", "550 5.4.5 daily limit exceeded", "QUOTA_DAY", least=HOUR),
    Case("RCPT", "450 4.2.2 over quota, come back in 3 hours", "MBOX_FULL", WAITS, 3 * HOUR),
    # The message: the next one goes out.
    Case("MAIL", "552 5.3.4 message too big", "MSG_TOO_BIG", FAILS),
    Case("MAIL", "451 4.3.0 local trouble", "SRV_TEMP", WAITS, 30),
    Case("dot", "452 4.3.1 no space", "SRV_TEMP", WAITS, 30),
    Case("RCPT", "450 4.2.0 Greylisted, try again in 300 seconds", "RCPT_TEMP", WAITS, 300),
    Case("RCPT", "552 too many recipients", "RCPT_TEMP", WAITS, 30),
    Case("RCPT", "552 5.2.2 mailbox full", "MBOX_FULL", WAITS, 15 * MINUTE),
    Case("RCPT", "550 5.1.1 no such user", "RCPT_PERM", FAILS),
    Case("RCPT", "554 5.7.1 relaying denied", "POLICY", FAILS),
    Case("dot", "554 5.7.1 spam", "POLICY", FAILS),
    Case("dot", "554 transaction failed", "SRV_PERM", FAILS),
    Case("DATA", RESET, "NET_LOST", WAITS, 30),
    Case("dot", RESET, "UNCERTAIN", DOUBT),
    Case("QUIT", "500 what", "", SENT),
]


def script(case: Case) -> Callable[[Conversation], None]:
    met = False

    def talk(conversation: Conversation) -> None:
        nonlocal met
        if case.phase == "AUTH":
            conversation.extensions.append("AUTH PLAIN")
        if not met:
            conversation.serve(until=case.phase)
            met = True
            if case.answer == RESET:
                return conversation.reset()
            conversation.send(case.answer)
            conversation.resume()
        conversation.serve()
        return None

    return talk


@dataclass(frozen=True)
class End:
    """How a case ended. `first`, `second`: the two messages; `peer`: None where nobody listens."""

    first: Job
    second: Job
    lane: Lane | None
    tried: int  # ms UTC of the end of the first try
    peer: ScriptedPeer | None


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, End]]:
    """Every case, worked off together."""
    from app.engine.session import open_queue

    folder = tmp_path_factory.mktemp("replies")
    accounts, mail = Accounts(), Mail(folder)
    with ExitStack() as stack:
        peers: dict[str, ScriptedPeer | None] = {}
        for number, case in enumerate(CASES):
            peer = None if case.phase == "connect" else stack.enter_context(scripted_peer(script(case)))
            peers[case.name] = peer
            port = unused_port() if peer is None else peer.port
            accounts.put(port, name=f"a{number}", connections=1, **case.settings)
            accounts.secrets[f"a{number}"] = "s3cret"
        engine = open_queue(folder / "data", accounts.services, 1, 1.0, clock=Clock())
        assert isinstance(engine, Engine)
        stack.callback(engine.close)
        engine.start()
        batches = {c.name: mail.send(engine, "first", "second", account=f"a{n}") for n, c in enumerate(CASES)}
        until(lambda: all(engine.settled(batch, 0) for batch in batches.values()), 60)
        yield {
            case.name: end_of(engine, f"mail:a{number}", batches[case.name], peers[case.name])
            for number, case in enumerate(CASES)
        }


def end_of(engine: Engine, lane: str, batch: int, peer: ScriptedPeer | None) -> End:
    jobs = rows(engine, batch)
    with Reader(engine.path) as reader:
        tries = reader.attempts(jobs["first"].id)
    return End(jobs["first"], jobs["second"], lane_of(engine, lane), tries[-1].ended, peer)


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_the_message_and_the_account_are_kept_apart(ends: dict[str, End], case: Case) -> None:
    end = ends[case.name]
    assert end.first.state is case.state
    assert end.first.code == (case.code or None)
    assert end.first.tries == (0 if case.pauses else 1)
    if case.pauses:
        assert end.second.state is JobState.READY
        assert end.lane is not None
        assert (end.lane.paused, end.lane.code) == (True, case.code)
    else:
        assert end.second.state is JobState.DONE
        assert end.lane is None or not end.lane.paused
    answer = case.answer.partition(" ")[2]
    if answer and case.phase not in ("QUIT", "STARTTLS"):
        assert answer in str(end.lane.message if case.pauses and end.lane else end.first.message)


def test_it_waits_as_long_as_it_should_and_not_much_longer(ends: dict[str, End], case: Case) -> None:
    end = ends[case.name]
    due = end.lane.until if case.pauses and end.lane is not None else end.first.run_at
    if not case.least:
        assert due is None
        return
    assert due is not None
    assert case.least * 1000 <= due - end.tried + 1 <= case.least * LONGER * 1000 + 2_000


def test_nothing_was_sent_that_was_not_taken(ends: dict[str, End], case: Case) -> None:
    end = ends[case.name]
    taken = [] if end.peer is None else [item.recipients[0].partition("@")[0] for item in end.peer.ledger.taken]
    expected = [] if case.pauses else ["first", "second"] if case.state is SENT else ["second"]
    assert taken == expected


def test_every_code_of_a_conversation_is_met() -> None:
    met = {case.code for case in CASES if case.code}
    told = {"RCPT_TEMP", "RCPT_PERM", "MBOX_FULL", "POLICY", "MSG_TOO_BIG", "SRV_TEMP", "SRV_PERM", "NET_LOST"}
    told |= {"NET_OFFLINE", "TLS_UNAVAILABLE", "AUTH_REJECTED", "AUTH_TEMP", "SENDER_REFUSED", "RATE_LIMIT"}
    assert met == told | {"QUOTA_DAY", "UNCERTAIN"}
    assert all(info(code).code == code for code in met)
