"""Claims by hand: a choice over a real queue, without an engine around it."""

from collections.abc import Callable
from typing import Any

from app.core.throttle import UNLIMITED, Budget
from app.engine.choice import Choice, Got, Room
from app.engine.memory import MemoryBudget
from app.store.transitions import Claimed
from tests.store.queue_file import QueueFile

GIGABYTE = 1 << 30


class Hands:
    """A choice over a queue, and the jobs that it has handed out."""

    def __init__(self, queue: QueueFile, free: Callable[[], int] = lambda: GIGABYTE) -> None:
        self.queue = queue
        self.memory = MemoryBudget(free)
        self.choice = Choice(queue.session, self.memory)
        self.got = Got()

    def pick(
        self,
        *chunks: int,
        busy: int = 0,
        lanes: dict[str, tuple[int, int]] | None = None,
        budgets: dict[str, Budget] | None = None,
    ) -> list[list[Claimed]]:
        room = Room(list(chunks), busy, lanes or {}, {"mail:work": UNLIMITED, **(budgets or {})})
        self.got = self.queue.writer.call(lambda tx: self.choice.pick(tx, room))
        return [[task.job for task in chunk] for chunk in self.got.chunks]

    def batches(self, *chunks: int, **options: Any) -> list[int]:
        """The batch of each chunk that was picked."""
        return [chunk[0].batch for chunk in self.pick(*chunks, **options)]

    def one(self, **options: Any) -> Claimed | None:
        picked = self.pick(1, **options)
        return picked[0][0] if picked else None
