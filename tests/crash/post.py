"""The mail server of the kill tests: counts what it took, answers late, refuses some for good and some at first."""

import asyncio
import contextlib
import random
import threading
from collections import Counter
from collections.abc import Iterator

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.crash.figures import SEED

SLOW_REPLY = 0.02  # seconds: long enough that kills find messages between their dot and the answer
REFUSED, LATER = "refused", "later"  # how addresses begin that are refused for good, or when they are seen first
NOT_NOW = 0.05  # the share of messages that are refused behind their dot when they are seen first


class Post:
    """An SMTP server that counts what it took. It answers late, half of the time after it has taken the message.
    `lost`: the share of messages whose answer never comes, because the line breaks; half of them were taken."""

    def __init__(self, lost: float = 0.0) -> None:
        self.taken: Counter[str] = Counter()
        self.lost_answers = 0
        self._lost = lost
        self._random = random.Random(SEED)
        self._seen: set[str] = set()

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith(REFUSED):
            return "550 5.1.1 nobody here has that name"
        if address.startswith(LATER) and self._first(address):
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        head = content.partition(b"\r\n\r\n")[0].decode("ascii")
        (identity,) = (line[12:] for line in head.split("\r\n") if line.startswith("Message-ID: "))
        if self._random.random() < NOT_NOW and self._first(identity):
            return "451 4.3.0 not now"
        before = self._random.random() < 0.5
        if self._random.random() < self._lost:
            self.lost_answers += 1
            self.taken[identity] += before
            assert server.transport is not None
            server.transport.abort()
            return "250 nobody hears this"
        await asyncio.sleep(SLOW_REPLY if before else 0)
        self.taken[identity] += 1
        await asyncio.sleep(0 if before else SLOW_REPLY)
        return "250 2.0.0 taken"

    def _first(self, what: str) -> bool:
        seen = what in self._seen
        self._seen.add(what)
        return not seen


@contextlib.contextmanager
def serving(post: Post) -> Iterator[int]:
    """The server on a free port of this machine, in a thread of its own."""
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    ports: list[int] = []

    async def main() -> None:
        server = await loop.create_server(lambda: SMTP(post, hostname="localhost"), "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
        ready.set()
        await stop.wait()
        server.close()

    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(main()))
    thread.start()
    assert ready.wait(10)
    try:
        yield ports[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
