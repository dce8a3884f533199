"""The open connections of one account: reused, recycled, closed.

Owns: which connection a message gets. Must not know: messages, jobs.
"""

import asyncio
from collections.abc import Awaitable, Callable

from app.jobs.mail.transport import Link

MAX_MESSAGES = 100  # servers limit messages a session; none was seen below this
MAX_AGE = 300.0  # seconds; some servers end a session after ten minutes, in the middle of whatever it does
MAX_IDLE = 30.0


class Connections:
    """Idle connections, newest first. `open_link` makes a new one (and raises what that raises)."""

    def __init__(self, open_link: Callable[[], Awaitable[Link]], clock: Callable[[], float]) -> None:
        self._open = open_link
        self._clock = clock
        self._idle: list[tuple[Link, float]] = []  # with the time it became idle
        self._born: dict[Link, float] = {}
        self._closing: set[asyncio.Task[None]] = set()

    async def take(self, fresh: bool = False) -> Link:
        """An idle connection that is still good, or (always when `fresh`) a new one."""
        while self._idle and not fresh:
            link, since = self._idle.pop()
            if not link.lost and self._clock() - since <= MAX_IDLE and not self._worn(link):
                return link
            self._retire(link)
        link = await self._open()
        self._born[link] = self._clock()
        return link

    def give_back(self, link: Link) -> None:
        """Keep `link` for the next message, or close it when it has done enough."""
        if link.lost or self._worn(link):
            self._retire(link)
        else:
            self._idle.append((link, self._clock()))

    def drop(self, link: Link) -> None:
        """Close `link` at once, in the middle of whatever it does."""
        self._born.pop(link, None)
        link.abort()

    async def close(self) -> None:
        """Say goodbye on every idle connection and cut the others."""
        while self._idle:
            self._retire(self._idle.pop()[0])
        for link in list(self._born):
            link.abort()
        if self._closing:
            await asyncio.wait(self._closing)

    def _worn(self, link: Link) -> bool:
        most = min(MAX_MESSAGES, link.max_messages or MAX_MESSAGES)
        return link.messages >= most or self._clock() - self._born.get(link, 0.0) >= MAX_AGE

    def _retire(self, link: Link) -> None:
        """QUIT beside the work, so that no message waits for it."""
        self._born.pop(link, None)
        task = asyncio.get_running_loop().create_task(link.quit())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
