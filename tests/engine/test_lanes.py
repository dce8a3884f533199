"""E-mail through the real engine and real servers: nothing lost, nothing sent twice, every wait with its reason."""

import socket
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.events import Event, JobChanged
from app.core.states import BatchState, JobState, Outcome
from app.engine import lane_loop
from app.engine.engine import Engine
from app.engine.supervisor import ClaimedTask
from app.jobs.mail import session
from app.store import transitions
from app.store.reader import Reader
from tests.engine.conftest import Clock, submission
from tests.engine.mail import Accounts, Mail, lane_of, paused, rows, state_of, wait_for
from tests.jobs.mail.lane import HASTY
from tests.smtp_peers import PASSWORD, USER, Conversation, Ledger, polite_peer, scripted_peer, unused_port
from tests.waiting import until

Start = Callable[..., Engine]
MORE_THAN_SOCKETS_HOLD = 5_000_000  # bytes of an attachment


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    folder = tmp_path / "lists"
    folder.mkdir()
    return Mail(folder)


@pytest.fixture
def accounts() -> Accounts:
    return Accounts()


def once_at_most(ledger: Ledger) -> bool:
    return max(Counter(taken.message_id for taken in ledger.taken).values(), default=0) <= 1


def end_of(engine: Engine, batch: int) -> dict[str, JobState]:
    until(lambda: engine.settled(batch, 0), 60)
    return {who: job.state for who, job in rows(engine, batch).items()}


# What is not known stays unknown until a person says.


@pytest.mark.parametrize(("who", "taken"), [("lost", 1), ("vanish", 0)])
def test_a_lost_answer_is_unconfirmed_and_never_sent_again_by_itself(
    start: Start, mail: Mail, accounts: Accounts, who: str, taken: int
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "a", who, "b")
        assert end_of(engine, batch) == {"a": JobState.DONE, who: JobState.UNCONFIRMED, "b": JobState.DONE}
        assert engine.retry(batch=batch) == 0
        assert engine.retry() == 0
        engine.resume()
        engine.close()
        again = start(services=accounts.services)
        assert end_of(again, batch)[who] is JobState.UNCONFIRMED
        assert len(peer.taken) == 2 + taken
    assert once_at_most(peer.ledger)


@pytest.mark.parametrize("arrived", [True, False])
def test_a_person_settles_it_and_the_copy_has_the_same_identity(
    start: Start, mail: Mail, accounts: Accounts, arrived: bool
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "lost")
        assert end_of(engine, batch) == {"lost": JobState.UNCONFIRMED}
        job = rows(engine)["lost"]
        assert engine.confirm([job.id], sent=arrived) == 1
        assert engine.confirm([job.id], sent=arrived) == 0  # a double click settles once
        wanted = JobState.DONE if arrived else JobState.UNCONFIRMED  # this peer loses every answer
        assert end_of(engine, batch) == {"lost": wanted}
        assert [taken.message_id for taken in peer.taken] == [job.extra["mail"]["message_id"]] * (2 - arrived)


# What the server asks for.


def test_who_is_put_off_waits_as_long_as_asked_and_the_others_go_on(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services, scale=1.0)
        batch = mail.send(engine, "grey", "a", "temp", "gone", "b")
        ends = end_of(engine, batch)
        assert ends == {
            "grey": JobState.WAITING,
            "a": JobState.DONE,
            "temp": JobState.WAITING,
            "gone": JobState.FAILED,
            "b": JobState.DONE,
        }
        with Reader(engine.path) as reader:
            for who, seconds in (("grey", 300), ("temp", 30)):
                job = rows(engine)[who]
                assert job.run_at is not None
                assert job.run_at - reader.attempts(job.id)[0].ended >= seconds * 1000 - 100
                assert job.tries == 1
        assert len(peer.taken) == 2


def test_the_longer_of_two_waits_of_an_account_stays(start: Start, mail: Mail, accounts: Accounts) -> None:
    gate = threading.Barrier(2, timeout=20)

    def script(talk: Conversation) -> None:
        while True:
            data = talk.serve(until="dot")
            if not data:
                return
            if b"first@" in data:
                talk.take(data)
                talk.send("250 taken")
                continue
            gate.wait()
            if b"long@" in data:
                talk.send("450 4.7.1 Rate limit, try again in 2 hours")
            else:
                until(lambda: paused_now())
                talk.send("450 4.7.1 Rate limit, try again in 90 seconds")

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=2)
        engine = start(services=accounts.services, scale=1.0)

        def paused_now() -> bool:
            lane = lane_of(engine)
            return bool(lane and lane.paused)

        mail.send(engine, "first", "long", "short")
        until(paused(engine))
        lane = lane_of(engine)
        job = rows(engine)["long"]
    assert lane is not None
    assert lane.until is not None
    assert "2 hours" in (lane.message or "")
    assert lane.until - (job.started or 0) >= 7_200_000
    assert [rows(engine)[who].tries for who in ("long", "short")] == [0, 0]


def test_several_connections_in_the_same_trouble_are_one_pause(start: Start, mail: Mail, accounts: Accounts) -> None:
    gate = threading.Barrier(4, timeout=20)

    def script(talk: Conversation) -> None:
        while True:
            data = talk.serve(until="dot")
            if not data:
                return
            if b"first@" in data:
                talk.take(data)
                talk.send("250 taken")
            else:
                gate.wait()
                talk.send("421 4.7.0 Too many messages")

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=4)
        engine = start(services=accounts.services, scale=1.0)
        mail.send(engine, "first", "a", "b", "c", "d")
        until(paused(engine))
        lane = lane_of(engine)
        last = max(job.started or 0 for job in rows(engine).values())
    assert lane is not None
    assert lane.until is not None
    assert lane.until - last < 100_000  # a minute with its jitter, not the fourth step of the schedule
    assert {who: job.state for who, job in rows(engine).items() if who != "first"} == dict.fromkeys(
        "abcd", JobState.READY
    )


# The account's troubles.


def test_a_wrong_password_is_tried_once_and_stops_only_its_own_account(
    start: Start, mail: Mail, accounts: Accounts, tmp_path: Path
) -> None:
    picture = tmp_path / "a.txt"
    picture.write_text("a")
    with polite_peer(auth=True) as peer, polite_peer() as other:
        accounts.put(peer.port, user=USER, connections=4)
        accounts.put(other.port, name="other")
        accounts.secrets["work"] = "wrong"
        engine = start(services=accounts.services)
        batch = mail.send(engine, *"abcdefgh")
        until(paused(engine))
        assert peer.ledger.connections == 1
        lane = lane_of(engine)
        assert lane is not None
        assert (lane.code, lane.until) == ("AUTH_REJECTED", None)
        assert "535" in (lane.message or "")
        assert {(job.state, job.tries) for job in rows(engine, batch).values()} == {(JobState.READY, 0)}
        beside, files = mail.send(engine, "x", account="other"), engine.submit(submission([str(picture)]))
        assert end_of(engine, beside) == {"x": JobState.DONE}
        until(lambda: engine.settled(files, 0))
        # A resume without a new password asks the server once more, with it everything goes out.
        engine.resume_lane("mail:work")
        until(lambda: peer.ledger.connections == 2 and paused(engine)())
        accounts.secrets["work"] = PASSWORD
        engine.resume()
        assert set(end_of(engine, batch).values()) == {JobState.DONE}
    assert once_at_most(peer.ledger)
    assert len(peer.taken) == 8


def test_a_missing_password_waits_for_a_person_over_a_restart(start: Start, mail: Mail, accounts: Accounts) -> None:
    with polite_peer(auth=True) as peer:
        accounts.put(peer.port, user=USER)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "a")
        until(paused(engine))
        engine.close()
        again = start(services=accounts.services)
        lane = lane_of(again)
        assert lane is not None
        assert (lane.paused, lane.code, lane.until) == (True, "SECRET_MISSING", None)
        assert state_of(again, "a") is JobState.READY
        accounts.secrets["work"] = PASSWORD
        again.resume()
        assert end_of(again, batch) == {"a": JobState.DONE}


def test_no_encryption_where_it_was_asked_for_sends_nothing(start: Start, mail: Mail, accounts: Accounts) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, security="starttls")
        engine = start(services=accounts.services)
        mail.send(engine, "a")
        until(paused(engine))
        lane = lane_of(engine)
    assert lane is not None
    assert (lane.code, lane.until) == ("TLS_UNAVAILABLE", None)
    assert (rows(engine)["a"].tries, peer.taken) == (0, [])


def test_an_offline_account_goes_on_by_itself(start: Start, mail: Mail, accounts: Accounts) -> None:
    accounts.put(unused_port())
    engine = start(services=accounts.services)
    batch = mail.send(engine, "a", "b", "c")
    until(lambda: lane_of(engine) is not None)
    lane = lane_of(engine)
    assert lane is not None
    assert lane.code == "NET_OFFLINE"
    assert lane.until is not None
    with polite_peer() as peer:
        accounts.put(peer.port)
        until(lambda: set(end_of(engine, batch).values()) == {JobState.DONE})
        assert len(peer.taken) == 3
    assert {job.tries for job in rows(engine).values()} == {1}


def test_an_account_that_is_refused_does_not_cut_off_who_waits_for_an_answer(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=2)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "silent", "quota")
        until(lambda: (lane := lane_of(engine)) is not None and lane.code == "QUOTA_DAY")
        assert state_of(engine, "silent") is JobState.RUNNING
        peer.hang.set()
        wait_for(engine, "silent", JobState.DONE)
        assert end_of(engine, batch) == {"silent": JobState.DONE, "quota": JobState.READY}
    assert len(peer.taken) == 1


def test_a_server_that_was_stopped_costs_tries_before_the_dot_and_doubt_after_it(
    start: Start, mail: Mail, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "Deadlines", lambda: HASTY)

    def script(talk: Conversation) -> None:
        talk.serve(until="MAIL" if talk.number == 1 else "dot")
        talk.silence()

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "a")
        until(lambda: end_of(engine, batch) == {"a": JobState.UNCONFIRMED})
        with Reader(engine.path) as reader:
            tries = reader.attempts(rows(engine)["a"].id)
    assert [attempt.failure.code for attempt in tries if attempt.failure] == ["UNCERTAIN", "NET_LOST"]
    assert peer.ledger.connections == 2


# Cancel.


def test_a_message_that_has_not_left_is_cancelled_at_once(start: Start, mail: Mail, accounts: Accounts) -> None:
    reached = threading.Event()

    def script(talk: Conversation) -> None:
        talk.serve(until="MAIL")
        reached.set()
        talk.silence()

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "a", "b")
        assert reached.wait(20)
        assert engine.cancel(batch=batch) == 2
        assert end_of(engine, batch) == {"a": JobState.CANCELLED, "b": JobState.CANCELLED}
        with Reader(engine.path) as reader:
            row = reader.batch(batch)
    assert row is not None
    assert row.state is BatchState.FINISHED
    assert peer.ledger.taken == []


def test_a_message_that_has_left_is_told_as_it_ends(start: Start, mail: Mail, accounts: Accounts) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "silent", "b")
        until(lambda: peer.taken)
        assert engine.cancel(batch=batch) == 2
        assert state_of(engine, "silent") is JobState.RUNNING
        peer.hang.set()
        assert end_of(engine, batch) == {"silent": JobState.DONE, "b": JobState.CANCELLED}
    assert len(peer.taken) == 1


def test_a_cancel_at_the_moment_of_the_claim_ends_the_job(start: Start, mail: Mail, accounts: Accounts) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)

        def cancel(events: list[Event]) -> None:  # on the writer's thread: before anybody has the job in hand
            claims = [e for e in events if isinstance(e, JobChanged) and e.state is JobState.RUNNING]
            engine._ledger.cancel((e.job, e.attempt) for e in claims)

        stop = engine.bus.subscribe(cancel)  # type: ignore[arg-type]
        batch = mail.send(engine, "a", "b")
        assert end_of(engine, batch) == {"a": JobState.CANCELLED, "b": JobState.CANCELLED}
        stop()
        assert end_of(engine, mail.send(engine, "c")) == {"c": JobState.DONE}
    assert len(peer.taken) == 1


def test_a_cancel_before_the_lane_has_begun_ends_the_job_and_frees_its_place(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services, run=False)
        batch = mail.send(engine, "a", "b")
        until(lambda: engine.settled(batch, -1) or len(rows(engine)) == 2)
        until(lambda: [b.state for b in _batches(engine)] == [BatchState.ACTIVE])
        host = engine._make_lane("mail:work", "mail")
        claimed = engine._writer.call(lambda tx: transitions.claim(tx, engine.session, batch, 1))
        with Reader(engine.path) as reader:
            info = {batch: engine._batch_info(reader, batch)}
        assert host.submit(info, [ClaimedTask(job) for job in claimed])
        assert host.free() == 0
        engine._ledger.cancel([(claimed[0].id, claimed[0].attempt)])
        thread = threading.Thread(target=host.run)
        thread.start()
        until(lambda: state_of(engine, "a") is JobState.CANCELLED)
        assert host.free() == 1
        host.stop()
        thread.join(20)
        assert not thread.is_alive()
    assert peer.taken == []


def _batches(engine: Engine) -> list:  # type: ignore[type-arg]
    with Reader(engine.path) as reader:
        return list(reader.batches())


# Quit.


@pytest.mark.parametrize("phase", ["banner", "EHLO", "MAIL", "RCPT", "DATA", "body"])
def test_a_quit_before_the_dot_gives_the_message_back(start: Start, mail: Mail, accounts: Accounts, phase: str) -> None:
    reached, quit_is_over = threading.Event(), threading.Event()

    def script(talk: Conversation) -> None:
        if talk.number == 1:
            talk.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            talk.serve(until=phase)
            reached.set()
            quit_is_over.wait(30)  # without reading on: a long body does not get through
        else:
            talk.serve()

    with scripted_peer(script) as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "a", attach=MORE_THAN_SOCKETS_HOLD if phase == "body" else 0)
        assert reached.wait(20)
        engine.close()
        quit_is_over.set()
        job = rows(engine)["a"]
        assert (job.state, job.tries) == (JobState.READY, 0)
        again = start(services=accounts.services)
        assert end_of(again, batch) == {"a": JobState.DONE}
    assert len(peer.ledger.taken) == 1


def test_a_quit_waits_for_the_answer_to_a_message_that_has_left(start: Start, mail: Mail, accounts: Accounts) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        mail.send(engine, "silent", "b")
        until(lambda: peer.taken)
        closing = threading.Thread(target=engine.close)
        closing.start()
        until(lambda: engine._dispatcher._lanes["mail:work"][0]._stopping)
        peer.hang.set()
        closing.join(20)
        assert not closing.is_alive()
    assert {who: job.state for who, job in rows(engine).items()} == {"silent": JobState.DONE, "b": JobState.READY}


def test_a_quit_does_not_wait_for_ever_and_says_unconfirmed_at_once(
    start: Start, mail: Mail, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_loop, "QUIT_SECONDS", 0.2)
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        batch = mail.send(engine, "silent")
        until(lambda: peer.taken)
        engine.close()
        assert state_of(engine, "silent") is JobState.UNCONFIRMED
        peer.hang.set()
        again = start(services=accounts.services)
        assert again.interrupted == 0
        assert end_of(again, batch) == {"silent": JobState.UNCONFIRMED}
        with Reader(again.path) as reader:
            (attempt,) = reader.attempts(rows(again)["silent"].id)
    assert attempt.outcome is Outcome.UNCONFIRMED
    assert len(peer.taken) == 1


# The lane.


def test_a_lane_that_ends_at_the_moment_of_a_submit_loses_nothing(
    start: Start, mail: Mail, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_loop, "IDLE_SECONDS", 0.0)
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services)
        for number in range(25):
            assert end_of(engine, mail.send(engine, f"p{number}")) == {f"p{number}": JobState.DONE}
    assert once_at_most(peer.ledger)
    assert len(peer.taken) == 25


def test_a_small_list_does_not_wait_for_a_large_one_on_the_same_account(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        engine.pause()
        large = mail.send(engine, *(f"l{n}" for n in range(60)))
        small = [mail.send(engine, f"s{n}a", f"s{n}b") for n in range(3)]
        until(lambda: [b.state for b in _batches(engine)] == [BatchState.ACTIVE] * 4)
        engine.resume()
        for batch in (*small, large):
            assert set(end_of(engine, batch).values()) == {JobState.DONE}
        order = [taken.recipients[0][0] for taken in peer.taken]
    assert "".join(order[:8]) == "lsss" * 2
    assert len(order) == 66


def test_what_waits_longer_than_its_limit_is_cancelled_with_the_reason(
    start: Start, mail: Mail, accounts: Accounts, clock: Clock
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port)
        engine = start(services=accounts.services, scale=1.0)
        mail.send(engine, "a", "grey", expires="1m")
        wait_for(engine, "grey", JobState.WAITING)
        clock.sleep(60.0)
        engine._dispatcher.wake()
        job = wait_for(engine, "grey", JobState.CANCELLED)
        assert (job.code, state_of(engine, "a")) == ("EXPIRED", JobState.DONE)
        assert [b.state for b in _batches(engine)] == [BatchState.FINISHED]


def test_a_recipe_that_this_program_cannot_read_fails_its_rows_and_frees_the_lane(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with polite_peer() as peer:
        accounts.put(peer.port, connections=1)
        engine = start(services=accounts.services)
        engine.pause()
        batch = mail.send(engine, "a")
        until(lambda: [b.state for b in _batches(engine)] == [BatchState.ACTIVE])
        engine._writer.call(lambda tx: tx._connection.execute('UPDATE batch SET recipe = \'{"kind": "mail"}\''))
        engine.resume()
        until(lambda: end_of(engine, batch) == {"a": JobState.FAILED})
        assert rows(engine)["a"].code == "INTERNAL"
        assert end_of(engine, mail.send(engine, "b")) == {"b": JobState.DONE}
    assert len(peer.taken) == 1


def test_a_server_that_takes_connections_and_says_nothing_holds_up_no_quit(
    start: Start, mail: Mail, accounts: Accounts
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        accounts.put(listener.getsockname()[1])
        engine = start(services=accounts.services)
        mail.send(engine, "a")
        connection, _ = listener.accept()
        with connection:
            engine.close()
    assert (state_of(engine, "a"), rows(engine)["a"].tries) == (JobState.READY, 0)
