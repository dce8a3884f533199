"""What a screen reader hears by itself: batch started, each quarter, first failure, finished. Politely, rarely.

Owns: when something is said (at most every 5 s; the latest wins). Must not know: the words of pages.
"""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.core.states import BatchState
from app.window.state import Snapshot
from app.window.text import number, percent, printable, tr

PAUSE_MS = 5000


class Announcer(QObject):
    """See the module. `spoken` is what was said last (for tests)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._quarters: dict[int, int] = {}
        self._known = False
        self._next = ""
        self.spoken = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._speak)

    def tell(self, now: Snapshot) -> None:
        """Say what became of the batches since the last snapshot."""
        for batch in now.batches:
            counts = batch.counts
            quarter = (
                4 if batch.state is BatchState.FINISHED else counts.ended * 4 // counts.total if counts.total else 0
            )
            before = self._quarters.get(batch.id, 0 if self._known else quarter)
            self._quarters[batch.id] = quarter
            if quarter <= before:
                continue
            title = printable(batch.title)
            if quarter == 4:
                words = tr("{title}: {done} done, {failed} failed, {skipped} skipped").format(
                    title=title, done=number(counts.done), failed=number(counts.failed), skipped=number(counts.skipped)
                )
            else:
                words = tr("{title}: {part}").format(title=title, part=percent(quarter / 4))
            self.say(words)
        self._known = True

    def say(self, words: str) -> None:
        """Say `words` now, or when five seconds have passed since the last words."""
        self._next = words
        if not self._timer.isActive():
            self._speak()

    @Slot()
    def _speak(self) -> None:
        if not self._next:
            return
        self.spoken, self._next = self._next, ""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, self.spoken))
        self._timer.start()
