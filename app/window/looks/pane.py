"""The place of a look: what was asked for, a quiet wait, the look itself, or why there is none.

Owns: which of these is seen and when (a wait shows after 300 ms; the look before stays until then). Must not know: what
is asked for or why.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.core.failures import Failure
from app.jobs.base import Json, PlanRequest
from app.window.empty import BigIcon
from app.window.looks.mail import MailLook
from app.window.looks.picture import PictureLook
from app.window.looks.seen import Asker, Previews, Seen
from app.window.looks.table import TableLook
from app.window.result import Card
from app.window.text import printable, tr
from app.window.theme import tones
from app.window.widgets import RADIUS, label, secondary_label

WAIT_MS = 300


class LookPane(QWidget):
    """See the module. `seen`: an answer is shown; `failed`: there is none (a Failure)."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, previews: Previews | None, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = grows
        self._asker = Asker(previews, self)
        self._asker.shown.connect(self._shown)
        self._asker.failed.connect(self._failed)
        self._final: Json | None = None
        self._kind = ""
        self.look: PictureLook | TableLook | MailLook | None = None
        self._wait = _Waiting()
        self._updating = secondary_label(tr("Updating…"))
        self._none = _NoPreview()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(WAIT_MS)
        self._late.timeout.connect(self._show_wait)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self._updating, self._wait, self._none):
            self._column.addWidget(widget)
            widget.hide()

    @property
    def waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._asker.waiting

    def ask(
        self, kind: str, recipe: str, path: str, request: PlanRequest | None = None, final: Json | None = None,
        keep: bool = True,
    ) -> None:  # fmt: skip
        """Show what `path` becomes with `recipe` (JSON). `final`: the numbers of a table that is done. `keep`: leave
        the look before on screen until the answer is there (it is of the same file)."""
        self._final = final
        if kind != self._kind or not keep:
            self._drop_look()
        self._kind = kind
        self._none.hide()
        self._asker.ask(kind, recipe, path, request)
        if self._asker.waiting:
            self._late.start()

    def clear(self) -> None:
        """Show nothing and wait for nothing."""
        self._asker.forget()
        self._settle()
        self._none.hide()
        self._drop_look()

    def show_seen(self, seen: Seen) -> None:
        """Show an answer that somebody else asked for."""
        self._settle()
        self._none.hide()
        if seen.kind != self._kind or self.look is None:
            self._drop_look()
            self._kind = seen.kind
            self.look = self._make(seen.kind)
            self._column.addWidget(self.look, 1)
        if isinstance(self.look, TableLook):
            self.look.show_seen(seen, self._final)
        else:
            self.look.show_seen(seen)
        self.look.show()

    def show_failure(self, failure: Failure, name: str = "") -> None:
        """Say why there is nothing to be seen."""
        self._settle()
        self._drop_look()
        self._none.show_words(printable(failure.message) or name)
        self._none.show()

    def _make(self, kind: str) -> PictureLook | TableLook | MailLook:
        if kind == "table":
            return TableLook(self._grows)
        return MailLook(self._grows) if kind == "mail" else PictureLook(self._grows)

    def _drop_look(self) -> None:
        if self.look is not None:
            self._column.removeWidget(self.look)
            self.look.hide()
            self.look.deleteLater()
            self.look = None

    def _settle(self) -> None:
        self._late.stop()
        self._wait.hide()
        self._updating.hide()

    @Slot()
    def _show_wait(self) -> None:
        (self._wait if self.look is None else self._updating).show()

    @Slot(object)
    def _shown(self, seen: Seen) -> None:
        self.show_seen(seen)
        self.seen.emit(seen)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        self.show_failure(failure)
        self.failed.emit(failure)

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._late.stop()


class _Waiting(QWidget):
    """The outline of what is to come, with words: nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Preparing the preview…"))

    def sizeHint(self) -> QSize:
        return QSize(300, 260)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones().track)
        width = self.width()
        painter.drawRoundedRect(QRectF(0, 0, width, 180), RADIUS, RADIUS)
        for x, y, part in ((0.0, 194, 0.3), (0.38, 194, 0.3), (0.0, 212, 0.22), (0.38, 212, 0.22)):
            left = width * x if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else width * (1 - x - part)
            painter.drawRoundedRect(QRectF(left, y, width * part, 10), 4, 4)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(label("", -1).font())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, 232, width, 24), int(side), tr("Preparing the preview…"))


class _NoPreview(Card):
    """Why a file cannot be shown."""

    def __init__(self) -> None:
        super().__init__()
        title = label(tr("No preview"), 0, 600)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = secondary_label(wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addWidget(BigIcon("warning", 20, "warn"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(self._words)
        column.addStretch()

    def show_words(self, words: str) -> None:
        """The reason, in one sentence."""
        self._words.setText(words)
        self.setAccessibleName(words)
