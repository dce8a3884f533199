"""How many people the messages of a batch reach, counted a part at a time.

Owns: the count and its pace. Must not know: widgets. Frozen messages are read with their bodies, so counting 10,000 of
them takes about a second: it is cut into short calls, and the reader's thread serves others in between.
"""

from array import array

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.store.reader import JobView, Reader
from app.window.bridge import Bridge
from app.window.mailcheck.letter import people, sender
from app.window.mailcheck.rows import STATES, Group

STEP = 200


class Audience(QObject):
    """`counted` carries the number of people, `from_known` the From address of the first message."""

    counted = Signal(int)
    from_known = Signal(str)

    def __init__(self, reads: Bridge[Reader], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads = reads
        self._run = 0  # a later count makes the one before it stop
        self._people: set[str] = set()

    def count(self, batch: int) -> None:
        """Count the people that the ready rows of `batch` reach."""
        self._run += 1
        self._people = set()
        run, view = self._run, JobView(batch=batch, states=STATES[Group.READY])
        self._reads.run(lambda reader: reader.job_ids(view), lambda ids: self._go_on(run, ids, 0))

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._run += 1

    def _go_on(self, run: int, ids: "array[int]", start: int) -> None:
        if run != self._run or not isValid(self):
            return
        if start >= len(ids):
            self.counted.emit(len(self._people))
            return
        part = ids[start : start + STEP]
        self._reads.run(
            lambda reader: read_part(reader, part), lambda found: self._take(run, ids, start, found)
        )  # fmt: skip

    def _take(self, run: int, ids: "array[int]", start: int, found: tuple[set[str], str]) -> None:
        if run != self._run or not isValid(self):
            return
        self._people |= found[0]
        if start == 0:
            self.from_known.emit(found[1])
        self._go_on(run, ids, start + STEP)


def read_part(reader: Reader, ids: "array[int]") -> tuple[set[str], str]:
    """The people that these messages reach, and the From address of the first."""
    reached: set[str] = set()
    first = ""
    for place, job in enumerate(ids):
        payload = reader.payload(job)
        reached |= people(payload)
        if place == 0:
            first = sender(payload)
    return reached, first
