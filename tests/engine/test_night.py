"""Eight hours in a few seconds: a network drive that dies, a drive that is full for an hour, a mail server that puts
everybody off at first, all at once, with the real engine, real workers and a real mail server. Only time is not real.

Time goes on when nobody works: then it jumps to the next moment that somebody waits for.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.core.model import Job
from app.core.states import JobState
from app.engine import dispatcher
from app.engine.decisions import Decisions
from app.engine.engine import Engine
from app.engine.session import open_queue
from app.store.reader import Reader
from tests.engine.conftest import submission
from tests.engine.mail import Accounts, Mail

HOUR = 3_600_000
EVENING = 1_800_000_000_000
HOURS = 8
PER_HOUR = 12  # files of each kind, and letters
GREY_MS = 300_000  # a server that puts strangers off takes them after five minutes
LONGEST_TEST = 240.0


class NightClock:
    """Time that goes on only while nothing is in work, and then as far as the engine wants to wait."""

    def __init__(self) -> None:
        self._now = float(EVENING)
        self._calendar: list[tuple[int, Callable[[], None]]] = []
        self.idle: Callable[[], bool] = lambda: False

    def now_ms(self) -> int:
        return int(self._now)

    def steady(self) -> float:
        return self._now / 1000

    def at(self, hours: float, what: Callable[[], None]) -> None:
        """Do `what` when so many hours of the night have passed."""
        self._calendar.append((EVENING + round(hours * HOUR), what))
        self._calendar.sort(key=lambda entry: entry[0])

    def wait(self, event: threading.Event, seconds: float) -> None:
        if event.wait(0.001) or not self.idle():
            event.wait(0.02)
            return
        target = self._now + max(1.0, seconds * 1000)
        if self._calendar and self._calendar[0][0] <= target:
            when, what = self._calendar.pop(0)
            self._now = max(self._now, float(when))
            what()
        else:
            self._now = target


@dataclass
class GreyServer:
    """Puts a recipient off at first, and takes the message when he is tried again five minutes later."""

    clock: NightClock
    seen: dict[str, int] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        now = self.clock.now_ms()
        first = self.seen.setdefault(address, now)
        if now - first < GREY_MS:
            if now > first:
                self.early.append(address)
            return "451 4.7.1 Greylisted, try again in 5 minutes"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.taken += envelope.rcpt_tos
        return "250 2.0.0 taken"

    @contextmanager
    def serving(self) -> Iterator["GreyServer"]:
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()

        async def begin() -> asyncio.Server:
            return await loop.create_server(lambda: SMTP(self, hostname="grey.example.org", loop=loop), "127.0.0.1", 0)

        server = asyncio.run_coroutine_threadsafe(begin(), loop).result(10)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()


@dataclass
class Night:
    """The night's people, drives and work."""

    engine: Engine
    clock: NightClock
    folder: Path
    mail: Mail
    batches: dict[str, list[int]] = field(default_factory=lambda: {"nas": [], "room": [], "mail": []})

    def prepare(self) -> None:
        """Everything that is going to happen."""
        self.clock.idle = self._idle
        for hour in range(HOURS):
            self.clock.at(hour, lambda hour=hour: self._add(hour))  # type: ignore[misc]
        nas, away = self.folder / "nas", self.folder / "away"
        self.clock.at(1.5, lambda: nas.rename(away) and None)
        self.clock.at(4.2, lambda: away.rename(nas) and None)
        flag = self.folder / "local" / "full.flag"
        self.clock.at(2.5, flag.touch)
        self.clock.at(3.5, flag.unlink)

    def _add(self, hour: int) -> None:
        """The work of one hour; what lies on the network drive is added before it, while the drive is there."""
        for kind, folder in (("nas", self.folder / "nas"), ("room", self.folder / "local")):
            paths = [str(folder / f"{kind}{hour}-{number}.txt") for number in range(PER_HOUR)]
            if kind == "nas" and hour:
                continue
            self.batches[kind].append(self.engine.submit(submission(paths, out=str(self.folder / "out"))))
        people = [f"p{hour}-{number}" for number in range(PER_HOUR)]
        self.batches["mail"].append(self.mail.send(self.engine, *people, expires="12h"))

    def add_remote(self) -> None:
        """What lies on the network drive is all added in the evening, for later hours."""
        for hour in range(1, HOURS):
            paths = [str(self.folder / "nas" / f"nas{hour}-{number}.txt") for number in range(PER_HOUR)]
            later = submission(paths, out=str(self.folder / "out"), not_before=EVENING + hour * HOUR)
            self.batches["nas"].append(self.engine.submit(later))

    def _idle(self) -> bool:
        with Reader(self.engine.path) as reader:
            counts = reader.counts()
            building = any(batch.state == "building" for batch in reader.batches())
        return not counts.running and not building

    def jobs(self, kind: str) -> list[Job]:
        with Reader(self.engine.path) as reader:
            return [job for job in reader.iter_jobs() if job.batch in self.batches[kind]]

    def tries(self, kind: str) -> list[tuple[str, str | None]]:
        """(outcome, code) of every attempt at jobs of `kind`."""
        with Reader(self.engine.path) as reader:
            return [
                (attempt.outcome.value, attempt.failure.code if attempt.failure else None)
                for job in self.jobs(kind)
                for attempt in reader.attempts(job.id)
            ]


@pytest.fixture
def night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Night, GreyServer]]:
    monkeypatch.setattr(dispatcher, "LONGEST_SLEEP", 120.0)
    for folder, stem in (("nas", "nas"), ("local", "room")):
        (tmp_path / folder).mkdir()
        for hour in range(HOURS):
            for number in range(PER_HOUR):
                (tmp_path / folder / f"{stem}{hour}-{number}.txt").write_text(f"{folder} {hour} {number}")
    clock, accounts = NightClock(), Accounts()
    (tmp_path / "lists").mkdir()
    with GreyServer(clock).serving() as server:
        accounts.put(server.port)
        engine = open_queue(tmp_path / "data", accounts.services, 2, 1.0, clock=clock)
        assert isinstance(engine, Engine)
        made = Night(engine, clock, tmp_path, Mail(tmp_path / "lists"))
        made.prepare()
        engine.bus.subscribe_queued(Decisions(lambda: Reader(engine.path), clock), "decisions")
        engine.start()
        try:
            yield made, server
        finally:
            engine.close()


@pytest.mark.timeout(LONGEST_TEST + 30)
def test_a_night_with_three_troubles_ends_with_everything_done(
    night: tuple[Night, GreyServer], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    work, server = night
    work.add_remote()
    deadline = time.monotonic() + LONGEST_TEST
    while work.clock.now_ms() < EVENING + (HOURS + 1) * HOUR:
        assert time.monotonic() < deadline, f"the night stands still at {work.clock.now_ms() - EVENING} ms"
        time.sleep(0.05)
    for kind in work.batches:
        jobs = work.jobs(kind)
        assert len(jobs) == HOURS * PER_HOUR, kind
        assert {job.state for job in jobs} == {JobState.DONE}, kind
    assert len(list((tmp_path / "out").iterdir())) == 2 * HOURS * PER_HOUR

    # The network drive: it was looked at a few times, by one job each, and cost nobody a try.
    assert {job.tries for job in work.jobs("nas")} == {1}
    looks = [code for outcome, code in work.tries("nas") if outcome == "interrupted"]
    assert set(looks) == {"DRIVE_MISSING"}
    assert 5 < len(looks) < 40
    # The full drive: the same, and nobody failed.
    assert {job.tries for job in work.jobs("room")} == {1}
    assert {code for outcome, code in work.tries("room") if outcome != "done"} == {"DISK_FULL"}
    # The mail server: everybody was put off, nobody got two, nobody was pestered.
    assert sorted(server.taken) == sorted({job.extra["mail"]["to"] for job in work.jobs("mail")})
    assert {outcome for outcome, _code in work.tries("mail")} == {"retry", "done"}
    assert len(server.early) < 6 * HOURS * PER_HOUR
    with Reader(work.engine.path) as reader:
        assert not [lane for lane in reader.lanes() if lane.paused]
    work.engine.bus.close(30)
    tells_the_night([record.getMessage() for record in caplog.records], tmp_path / "nas")


def tells_the_night(story: list[str], nas: Path) -> None:
    """Each trouble has its beginning, its reason and its end in the log, in a few readable lines."""
    beginnings = (
        f"Drive {nas} is paused and is tried again in ",
        "Lane cpu is paused and is tried again in ",
        "is tried again in ",
    )
    for words, code in zip(beginnings, ("DRIVE_MISSING", "DISK_FULL", "RCPT_TEMP"), strict=True):
        assert any(words in line and line.endswith(f"({code})") for line in story), words
    assert f"Drive {nas} goes on." in story
    assert "Lane cpu goes on." in story
    finished = [line for line in story if " is finished in " in line]
    assert len(finished) == 3 * HOURS
    assert all(f": {PER_HOUR} done" in line for line in finished)
    assert len(story) < 1_500
