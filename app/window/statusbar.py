"""The line at the bottom: how far everything is, how fast, why nothing runs, who works.

Owns: its words. Must not know: where numbers come from (a snapshot and the engine's count of workers are handed in).
"""

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.core.model import Batch
from app.core.progress import Estimate, fraction
from app.core.states import BatchState
from app.window import icons
from app.window.reasons import Why
from app.window.state import Snapshot
from app.window.text import SEPARATOR, about, number, tr, trn
from app.window.theme import font, tones
from app.window.widgets import ElidedLabel, draw_bar, filled, hairline, label

Role = QPalette.ColorRole
HEIGHT = 30
SAY_MS = 6000


class Bar(QWidget):
    """A progress bar of 140×6."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedSize(140, HEIGHT)

    def show_part(self, part: float) -> None:
        """Show 0..1."""
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        palette = self.palette()
        rect = QRect(0, self.height() // 2 - 3, self.width(), 6)
        outline = palette.color(Role.Text) if tones().contrast else None
        draw_bar(painter, rect, self._part, palette.color(Role.Accent), tones().track, outline)


class IconLabel(QWidget):
    """An icon of 16 px in a colour role or tone."""

    def __init__(self, name: str, size: int = 16) -> None:
        super().__init__()
        self._name, self._tone = name, ""
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: str = "") -> None:
        """Show an icon; `tone`: a state's colour, "" = secondary."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = tones().state(self._tone) if self._tone else self.palette().color(Role.PlaceholderText)
        icons.draw(QPainter(self), self._name, colour, self.rect())


class WhyLine(QWidget):
    """Icon and words for a wait; warn colour when it needs a person."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info", 14)
        self._words = ElidedLabel()
        self._words.setFont(font(-1, 500))
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # as wide as it may be
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words)

    def show_why(self, why: Why | None) -> None:
        """Show a reason, or nothing."""
        self.setVisible(why is not None)
        if why is not None:
            self._icon.show_icon(why.icon, "warn" if why.needs_person else "")
            self._words.setText(why.text)
            self.setToolTip(why.text)
            self.setAccessibleName(why.text)


class StatusBar(QWidget):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self.count = label("", -1, 600)
        self.count.setFont(font(-1, 600, tabular=True))
        self.rest = ElidedLabel()
        self.rest.setFont(font(-1, tabular=True))
        self.rest.setForegroundRole(Role.PlaceholderText)
        self.why = WhyLine()
        self._line = hairline(vertical=True)
        self._line.setFixedHeight(14)
        self._chip = IconLabel("workers", 14)
        self.workers = QLabel()
        self.workers.setFont(font(-1, tabular=True))
        self.workers.setForegroundRole(Role.PlaceholderText)
        self._narrow = False
        self._said = ""
        self._kept = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAY_MS)
        self._silence.timeout.connect(self._unsay)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Status"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        filled(self, Role.Window)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.bar)
        row.addWidget(self.count)
        row.addWidget(self.rest, 1)
        for widget in (self.why, self._line, self._chip, self.workers):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def arrange(self, window: int) -> None:
        """Fit a window this wide."""
        self._narrow = window < 900
        self.bar.setFixedWidth(90 if self._narrow else 140)

    def say(self, sentence: str, keep: bool = False) -> None:
        """Show a sentence for some seconds (or for good) in place of the rates."""
        self._said, self._kept = sentence, keep
        self.rest.setText(sentence)
        self._silence.start()

    @Slot()
    def _unsay(self) -> None:
        if not self._kept:
            self._said = ""
            self.rest.setText("")

    def summary(self) -> str:
        """How far the work is, on one line, for where the window is not."""
        return SEPARATOR.join(part for part in (self.count.text(), self.rest.text()) if part)

    def show_state(self, now: Snapshot, why: Why | None, estimate: Estimate, busy: tuple[int, int]) -> None:
        """Show a snapshot, the reason for a wait, the rate, and (running, workers)."""
        live = [b for b in now.batches if b.state not in (BatchState.FINISHED, BatchState.CANCELLED)]
        started = [b for b in live if b.started]
        self.bar.setVisible(bool(started))
        if now.empty:
            self.count.setText(tr("Nothing to do"))
            self.rest.setText(tr("Files you add start working when you press Run."))
        elif not live:
            self.count.setText(tr("All work is finished"))
            self.rest.setText(self._failed(now))
            why = None
        elif any(b.state is BatchState.BUILDING for b in live) and not started:
            self.count.setText(tr("Looking through folders…"))
            self.rest.setText("")
        elif not started:
            self.count.setText(tr("{n} waiting").format(n=number(sum(b.counts.ready + b.counts.waiting for b in live))))
            self.rest.setText("")
        else:
            self._progress(now, started, estimate)
        if self._said:
            self.rest.setText(self._said)
        self.why.show_why(None if now.empty else why)
        self._line.setVisible(self.why.isVisibleTo(self))
        sending = sum(b.counts.running for b in now.batches if b.kind == "mail")
        self.workers.setText(self._at_work(*busy, sending, bool(started)))

    def _progress(self, now: Snapshot, started: list[Batch], estimate: Estimate) -> None:
        total = sum(b.bytes_total for b in started)
        ended, all_ = sum(b.counts.ended for b in started), sum(b.counts.total for b in started)
        part = fraction(sum(b.bytes_done for b in started), total) if total else fraction(ended, all_)
        self.bar.show_part(part)
        self.bar.setToolTip("")
        self.count.setText(tr("{n} of {all}").format(n=number(ended), all=number(all_)))
        words = [self._failed_of(sum(b.counts.failed for b in started))]
        if now.counts.running:
            if estimate.per_minute and not self._narrow:
                words.append(tr("{n} files a minute").format(n=number(round(estimate.per_minute))))
            if estimate.finishing:
                words.append(tr("Finishing"))
            elif estimate.seconds_left is not None:
                words.append(about(estimate.seconds_left))
        self.rest.setText(SEPARATOR.join(word for word in words if word))

    def _failed(self, now: Snapshot) -> str:
        return self._failed_of(now.counts.failed)

    def _failed_of(self, failed: int) -> str:
        return tr("{n} failed").format(n=number(failed)) if failed else ""

    def _at_work(self, running: int, workers: int, sending: int, started: bool) -> str:
        """Who works: worker processes, and messages, which need none of them."""
        messages = trn("1 message in work", "%Ln messages in work", sending) if sending else ""
        if sending and not running:
            return messages
        if self._narrow:
            return tr("{n} of {all}").format(n=number(running), all=number(workers))
        if running or started:
            words = tr("{n} of {all} workers busy").format(n=number(running), all=number(workers))
            return SEPARATOR.join((words, messages)) if messages else words
        return trn("1 worker ready", "%Ln workers ready", workers)
