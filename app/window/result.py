"""What became of a drop, above the rows of a batch that has not been started: how many were added and why not all.

Owns: its lines and the one filled button. Must not know: the engine; `run` and `check` are actions, `closed` a signal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.events import ScanProgress
from app.core.failures import info
from app.core.model import Batch, CauseGroup
from app.core.states import BatchState
from app.window.actions import Actions
from app.window.state import all_left_out, waits_for_send
from app.window.statusbar import IconLabel
from app.window.text import SEPARATOR, files, number, printable, size, things, tr, trn
from app.window.theme import font
from app.window.told import told
from app.window.widgets import Button, ElidedLabel, Look, filled, hairline, icon_button, label

Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Before:
    """Files that were done before: how many, and whether the drop is known well enough to be done again."""

    count: int = 0
    can_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One reason: icon, "5 of another type", what it means."""

    icon: str
    tone: str
    title: str
    text: str
    again: bool = False  # with a button: do them again


def reasons(
    batch: Batch, causes: Sequence[CauseGroup], left_out: Sequence[tuple[str, int]], before: Before
) -> list[Line]:
    """One line for each reason that is not zero."""
    found = []
    if before.count:
        words = trn("1 already done", "%Ln already done", before.count)
        text = tr("“{recipe}” has made their results before, and they are still there.")
        found.append(Line("state-done", "", words, text.format(recipe=printable(batch.recipe_name)), before.can_repeat))
    made = batch.counts.skipped - before.count
    if made > 0:
        words = trn("1 already made", "%Ln already made", made)
        if batch.kind == "mail":
            words = trn("1 left out", "%Ln left out", batch.counts.skipped)
            found.append(
                Line("state-skipped", "", words, tr("Listed twice, or on the list of people not to write to."))
            )
        else:
            found.append(Line("copy", "", words, tr("Their outputs are there and newer. They are not made again.")))
    others = sum(n for _, n in left_out)
    if others:
        types = ", ".join(f"{number(n)} {suffix}" for suffix, n in left_out[:4])
        text = tr("{types}. “{recipe}” does not read them.").format(types=types, recipe=printable(batch.recipe_name))
        found.append(Line("state-skipped", "", trn("1 of another type", "%Ln of another type", others), text))
    if batch.kind == "mail" and batch.counts.held:
        words = trn("1 row is blocked", "%Ln rows are blocked", batch.counts.held)
        found.append(Line("state-cancelled", "failed", words, tr("They are not sent. The check says what is wrong.")))
    for cause in sorted(causes, key=lambda c: -c.count):
        known = info(cause.code)
        title = _counted(cause.code, cause.count, told(known.title))
        icon = {"READ_DENIED": "lock", "EMPTY_FILE": "file"}.get(cause.code, "state-failed")
        found.append(
            Line(icon, "warn", title, printable(told(cause.first_message if cause.same_message else known.meaning)))
        )
    return found


def _counted(code: str, n: int, title: str) -> str:
    """ "2 empty files", "4 could not be opened"; a rarer reason by its title."""
    match code:
        case "EMPTY_FILE" | "EMPTY":
            return trn("1 empty file", "%Ln empty files", n)
        case "READ_DENIED":
            return trn("1 could not be opened", "%Ln could not be opened", n)
        case "NOT_AN_IMAGE" | "NOT_TABULAR" | "NOT_TEXT" | "UNSUPPORTED":
            return trn("1 cannot be read", "%Ln cannot be read", n)
        case "SOURCE_GONE":
            return trn("1 is gone", "%Ln are gone", n)
        case _:
            return f"{number(n)}: {title}"


class Card(QWidget):
    """A quiet card with a border."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.AlternateBase))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


NOTHING_BEFORE = Before()


class ResultPanel(QWidget):
    """See the module. `closed` carries the batch whose result a person put away, `again` the one to do once more."""

    closed = Signal(int)
    again = Signal(int)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        filled(self)
        self._batch = 0
        self._lines: list[Line] = []
        self.icon = IconLabel("state-done", 18)
        self.title, self.second = ElidedLabel(), ElidedLabel()
        self.title.setFont(font(2, 600))
        self.second.setFont(font(-1))
        self.second.setForegroundRole(Role.PlaceholderText)
        self.run = Button(tr("Run"), "run", Look.FILLED)
        self.run.follow(actions["run-batch"])
        self.check = Button(tr("Check and send…"), "kind-mail", Look.FILLED)
        self.check.follow(actions["check-mail"])
        self.close_button = icon_button("close", tr("Close"))
        self.close_button.clicked.connect(self._close)
        self.card = Card()
        self._rows = QVBoxLayout(self.card)
        self._rows.setContentsMargins(14, 4, 14, 4)
        self._rows.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.second)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        for button in (self.run, self.check, self.close_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.card)

    def show_result(
        self,
        batch: Batch,
        scan: ScanProgress | None,
        causes: Sequence[CauseGroup],
        left_out: Sequence[tuple[str, int]],
        before: Before = NOTHING_BEFORE,
    ) -> None:
        """Show how a batch was filled, or is being filled."""
        self._batch = batch.id
        building, counts = batch.state is BatchState.BUILDING, batch.counts
        mail = waits_for_send(batch)
        self.run.setVisible(not building and not mail and counts.ready > 0)
        self.check.setVisible(mail)
        self.close_button.setVisible(not building)
        if building:
            self.icon.show_icon("state-retrying", "running")
            self.title.setText(tr("Looking through folders…") if scan and scan.folders else tr("Adding files…"))
            found = scan.files if scan else counts.total
            words = tr("{files} found so far").format(files=files(found))
            if scan and scan.folders:
                words = tr("{files} found in {folders}").format(
                    files=files(found), folders=trn("1 folder", "%Ln folders", scan.folders)
                )
            self.second.setText(words)
        else:
            self._finished(batch, mail, sum(n for _, n in left_out))
        lines = [] if building else reasons(batch, causes, left_out, before)
        if lines != self._lines:
            self._lines = lines
            self._fill(lines)
        self.card.setVisible(bool(lines))

    def _finished(self, batch: Batch, mail: bool, others: int) -> None:
        counts = batch.counts
        self.icon.show_icon("state-done" if counts.ready else "warning", "done" if counts.ready else "warn")
        total = counts.total + others
        if mail:
            words = tr("{n} of {all} messages are ready").format(n=number(counts.ready), all=number(total))
            self.second.setText(tr("Nothing is sent before you confirm"))
        elif all_left_out(batch) and not others:
            words = trn("1 file, and it was made before", "All %Ln files were made before", total)
        elif counts.ready == total:
            words = trn("1 file added", "%Ln files added", total)
        else:
            words = tr("{n} of {all} files added").format(n=number(counts.ready), all=number(total))
        self.title.setText(words)
        if not mail:
            waits = tr("they wait until you press Run") if counts.ready else tr("there is nothing to run")
            self.second.setText(SEPARATOR.join((size(batch.bytes_total), waits)))
        self.run.set_text(tr("Run {things}").format(things=things(batch.kind, counts.ready)))

    def _fill(self, lines: list[Line]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number_of_line, line in enumerate(lines):
            if number_of_line:
                self._rows.addWidget(hairline())
            self._rows.addWidget(_row(line, self._again if line.again else None))

    @Slot()
    def _close(self) -> None:
        self.closed.emit(self._batch)

    @Slot()
    def _again(self) -> None:
        self.again.emit(self._batch)


def _row(line: Line, again: Callable[[], None] | None) -> QWidget:
    widget = QWidget()
    widget.setFixedHeight(40)
    row = QHBoxLayout(widget)
    row.setContentsMargins(2, 0, 2, 0)
    row.setSpacing(10)
    icon = IconLabel(line.icon)
    icon.show_icon(line.icon, line.tone)
    row.addWidget(icon)
    title = label(line.title, 0, 500)
    title.setMinimumWidth(180)
    row.addWidget(title)
    text = ElidedLabel(line.text)
    text.setForegroundRole(Role.PlaceholderText)
    row.addWidget(text, 1)
    if again is not None:
        button = Button(tr("Do them again"), "state-retrying", Look.BORDERED)
        button.clicked.connect(again)
        row.addWidget(button)
    return widget
