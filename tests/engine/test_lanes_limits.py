"""Limits of accounts through the real engine: they hold over restarts, nothing scales them, and a lane that refuses one
message after the other stops."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.states import BatchState, JobState
from app.core.throttle import BURST, DAY_MS, FULL_SHARE
from app.engine.engine import Engine
from app.store.reader import Reader
from tests.engine.conftest import Clock
from tests.engine.mail import Accounts, Mail, lane_of, paused, rows, state_of, wait_for
from tests.smtp_peers import Conversation, polite_peer, scripted_peer
from tests.waiting import until

Start = Callable[..., Engine]
LANE = "mail:work"


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    folder = tmp_path / "lists"
    folder.mkdir()
    return Mail(folder)


@pytest.fixture
def accounts() -> Accounts:
    return Accounts()


def counted(engine: Engine, clock: Clock) -> int:
    with Reader(engine.path) as reader:
        return reader.sent_in_day(LANE, clock.now_ms())


def share(engine: Engine) -> int:
    with Reader(engine.path) as reader:
        return int(reader._rows("SELECT share FROM throttle")[0][0])


def batch_of(engine: Engine, batch: int) -> tuple[BatchState, str]:
    with Reader(engine.path) as reader:
        row = reader.batch(batch)
    assert row is not None
    return row.state, row.note or ""


def test_a_days_limit_holds_over_a_restart_and_goes_on_a_day_later(
    start: Start, mail: Mail, accounts: Accounts, clock: Clock
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1, per_day=3)
        engine = start(services=accounts.services)  # scale=0.01: for delays of retries, not for limits
        batch = mail.send(engine, *"abcde")
        until(paused(engine))
        lane = lane_of(engine)
        assert lane is not None and lane.until is not None
        assert (lane.code, lane.message) == ("QUOTA_DAY", "The limit of this account is 3 people a day.")
        assert lane.until > clock.now_ms() + DAY_MS - 120_000
        assert (len(peer.taken), counted(engine, clock)) == (3, 3)
        engine.close()
        again = start(services=accounts.services)
        again.resume_lane(LANE)  # a person cannot shorten it, unless the limit is raised
        until(paused(again))
        assert len(peer.taken) == 3
        clock.sleep(DAY_MS / 1000)
        again.resume()  # looks at once
        until(lambda: again.settled(batch, 0) and len(peer.taken) == 5)
        assert {job.state for job in rows(again, batch).values()} == {JobState.DONE}


def test_copies_count_and_a_limit_a_minute_is_no_pause(
    start: Start, mail: Mail, accounts: Accounts, clock: Clock
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=4, rate_per_minute=6)
        engine = start(services=accounts.services)
        batch = mail.send(engine, *"abcdefgh", "gone")
        until(lambda: len(peer.taken) == BURST)
        assert not engine.settled(batch, 0)  # it goes on by itself, in seconds
        assert lane_of(engine) is None
        clock.sleep(60)
        engine.resume()  # looks at once
        until(lambda: engine.settled(batch, 0))
        assert len(peer.taken) == 8
        assert counted(engine, clock) == 9  # the refused one was sent, too


def test_what_was_given_back_does_not_count(start: Start, mail: Mail, accounts: Accounts, clock: Clock) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1, per_day=10)
        engine = start(services=accounts.services, scale=1.0)
        mail.send(engine, "a", "quota", "b")
        until(paused(engine))
        assert (len(peer.taken), counted(engine, clock)) == (1, 1)
        lane = lane_of(engine)
        sent = rows(engine)["a"]
    assert lane is not None
    assert lane.code == "QUOTA_DAY"
    assert lane.until == (sent.started or 0) + DAY_MS  # the server's day opens where ours does


def test_a_server_that_asks_to_wait_makes_the_account_slower_for_good(
    start: Start, mail: Mail, accounts: Accounts, clock: Clock
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1, rate_per_minute=60)
        engine = start(services=accounts.services, scale=1.0)
        mail.send(engine, "a", "busy", "b")
        until(paused(engine))
        assert share(engine) == FULL_SHARE // 2
        engine.close()
        again = start(services=accounts.services, scale=1.0)
        assert share(again) == FULL_SHARE // 2


# One refusal after the other.


@pytest.fixture
def refusing() -> Iterator[Callable[[str], int]]:
    """Servers that answer every RCPT the same; their ports."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def make(answer: str) -> int:
            def script(talk: Conversation) -> None:
                while True:
                    talk.serve(until="RCPT")
                    talk.send(answer)
                    talk.resume()

            return stack.enter_context(scripted_peer(script)).port

        yield make


def many(count: int) -> list[str]:
    return [f"p{number}" for number in range(count)]


@pytest.mark.parametrize(
    ("answer", "code", "met", "state"),
    [
        ("451 4.3.0 local trouble", "RCPT_TEMP", 8, JobState.WAITING),  # of recipients: the account goes on
        ("550 5.1.1 no such user", "RCPT_PERM", 5, JobState.FAILED),
        ("554 5.7.1 denied", "POLICY", 5, JobState.FAILED),
    ],
)
def test_first_messages_that_are_refused_pause_the_batch_alone(
    start: Start, mail: Mail, accounts: Accounts, refusing: Callable[[str], int], answer: str, code: str, met: int,
    state: JobState,
) -> None:  # fmt: skip
    accounts.put(refusing(answer), connections=1)
    engine = start(services=accounts.services, scale=1.0)
    batch = mail.send(engine, *many(8))
    until(lambda: engine.settled(batch, 0))
    ended = [job.code for job in rows(engine, batch).values() if job.state is state]
    assert ended == [code] * met
    lane = lane_of(engine)
    assert lane is None or not lane.paused
    if state is JobState.FAILED:
        assert batch_of(engine, batch)[0] is BatchState.PAUSED
        assert "looks like spam" in batch_of(engine, batch)[1]
    else:
        assert batch_of(engine, batch)[0] is BatchState.ACTIVE


def test_five_equal_refusals_of_an_account_wait_for_a_person(start: Start, mail: Mail, accounts: Accounts) -> None:
    def script(talk: Conversation) -> None:
        while talk.serve(until="dot"):
            talk.send("554 transaction failed")
            talk.resume()

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, *many(12))
        until(paused(engine))
        lane = lane_of(engine)
        assert lane is not None
        assert (lane.code, lane.until) == ("SRV_PERM", None)
        assert "several times in a row" in (lane.message or "")
        assert "554 transaction failed" in (lane.message or "")
        assert [job.state for job in rows(engine, batch).values()].count(JobState.FAILED) == 5
    with polite_peer() as good:
        accounts.put(good.port, connections=1)
        engine.resume_lane(LANE)
        until(lambda: len(good.taken) == 7)
        until(lambda: engine.settled(batch, 0))


def test_a_server_that_cannot_take_anything_now_is_left_alone_after_three(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    def script(talk: Conversation) -> None:
        while talk.serve(until="dot"):
            talk.send("452 4.3.1 no space left")
            talk.resume()

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services, scale=1.0)
        batch = mail.send(engine, *many(6))
        until(paused(engine))
        lane = lane_of(engine)
        assert lane is not None
        assert lane.code == "SRV_TEMP"
        assert lane.until is not None
        states = [job.state for job in rows(engine, batch).values()]
        assert states == [JobState.WAITING] * 3 + [JobState.READY] * 3


def test_a_limit_that_is_raised_is_obeyed_without_a_restart(
    start: Start, mail: Mail, accounts: Accounts, clock: Clock
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1, per_day=1)
        engine = start(services=accounts.services)
        mail.send(engine, "a", "b")
        until(paused(engine))
        accounts.put(peer.port, connections=1, per_day=2)
        clock.sleep(6)  # what is known of an account is older than five seconds
        engine.resume_lane(LANE)
        wait_for(engine, "b", JobState.DONE)
        assert state_of(engine, "a") is JobState.DONE
