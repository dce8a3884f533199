"""The exact message of the row that is current: head, text, HTML, headers, attachments; or why there is none.

Owns: how a message is shown, safely: nothing is fetched, no link is followed, no file is opened but on a click. Must
not know: the list, commands.
"""

from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.core.failures import info
from app.core.model import Job
from app.window import describe, icons
from app.window.mailcheck.letter import Attached, Letter
from app.window.mailcheck.remote import loads_from_afar
from app.window.mailcheck.rows import Mark, mark_of, what_is_wrong
from app.window.segments import Segments
from app.window.text import file_name, number, size, tr
from app.window.theme import font, tones
from app.window.told import told
from app.window.widgets import (
    Button,
    ElidedLabel,
    Look,
    filled,
    hairline,
    icon_button,
    label,
    secondary_label,
    title_label,
)

Role = QPalette.ColorRole
_TEXT, _HTML, _HEADERS = range(3)
_CARD, _CARD_SHORT = 44, 34
_BODY_LEAST = 48
_CARDS_SHOWN = 3  # more of them scroll
_PAPER = QColor("#FFFFFF")  # mail programs show HTML on white, and its own colours count on that
_INK = QColor("#1A1D20")


class SafeBrowser(QTextBrowser):
    """Shows a message and loads nothing: pictures, style sheets and links of an HTML text stay where they are.

    `paper`: on white in every theme.
    """

    def __init__(self, paper: bool = False) -> None:
        super().__init__()
        self._paper = paper
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_BODY_LEAST)
        self.setAccessibleName(tr("Text of the message"))
        self.document().setDocumentMargin(20)
        self._lay_paper()

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return QByteArray()

    def _lay_paper(self) -> None:
        if self._paper and self.palette().color(Role.Base) != _PAPER:
            palette = QPalette(self.palette())
            palette.setColor(Role.Base, _PAPER)
            palette.setColor(Role.Text, _INK)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._lay_paper()


class Card(QFrame):
    """An attached file: name, size, and a button that opens it."""

    opened = Signal(str)

    def __init__(self, file: Attached, height: int) -> None:
        super().__init__()
        self._path = file.path
        self.setFixedHeight(height)
        name = ElidedLabel(file.name, Qt.TextElideMode.ElideMiddle)
        name.setFont(font(-1, 600))
        button = icon_button("open", tr("Open {0}").format(file.name))
        button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addSpacing(28)
        row.addWidget(name, 1)
        row.addWidget(label(size(file.size), -1, secondary=True))
        row.addWidget(button)

    def _open(self) -> None:
        self.opened.emit(self._path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _draw_box(self, painter, self.palette().color(Role.AlternateBase))
        box = QRect(12, 0, 16, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - 12)
        icons.draw(painter, "attachment", self.palette().color(Role.PlaceholderText), box)


class Reason(QFrame):
    """Why a row is not sent, and the way to the list that it stands in."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._blocked = True
        self._title = label("", 0, 600, wrap=True)
        self._words = label("", 0, wrap=True)
        self._place = label("", -1, secondary=True, wrap=True)
        self._button = Button(tr("Open the list"), "open", Look.BORDERED)
        self._button.clicked.connect(self.opened)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for part in (self._title, self._words, self._place, self._button):
            column.addWidget(part)

    def show_job(self, job: Job) -> None:
        """Say why `job` is not sent."""
        self._blocked = mark_of(job) is Mark.BLOCKED
        self._title.setText(told(info(job.code).title) if job.code else tr("Not sent"))
        self._words.setText(what_is_wrong(job))
        row = job.extra.get("mail", {}).get("row")
        place = file_name(job.input)
        self._place.setText(tr("Row {0} of {1}").format(number(row), place) if isinstance(row, int) else place)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _draw_box(
            self, QPainter(self), tones().soft["failed"] if self._blocked else self.palette().color(Role.AlternateBase)
        )


def _draw_box(widget: QWidget, painter: QPainter, fill: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(widget.palette().color(Role.Mid))
    painter.setBrush(fill)
    painter.drawRoundedRect(widget.rect().adjusted(0, 0, -1, -1), 8, 8)


class MessagePane(QWidget):
    """See the module. `stepped`: the person asks for the row before (-1) or after (1). `open_file`: a path."""

    stepped = Signal(int)
    open_file = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        filled(self, Role.Base)
        self.setAccessibleName(tr("Message"))
        self._letter: Letter | None = None
        self._job: Job | None = None
        self._short = False
        self._subject = title_label("", 2)
        self._subject.setWordWrap(True)
        self._lines = QWidget()
        self._reason = Reason()
        self._reason.opened.connect(self._open_list)
        self._plain = SafeBrowser()
        self._html = SafeBrowser(paper=True)
        self._body = QStackedWidget()
        self._body.addWidget(self._plain)
        self._body.addWidget(self._html)
        self._far = secondary_label(tr("Pictures and styles from the internet are not loaded"), wrap=True)
        self._far.setContentsMargins(20, 4, 20, 4)
        self._files = QScrollArea()
        self._files.setWidgetResizable(True)
        self._files.setFrameShape(QFrame.Shape.NoFrame)
        self._files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place = label("", -1, secondary=True)
        self._faces = Segments([tr("Text"), tr("HTML"), tr("Headers")], tr("How the message is shown"))
        self._faces.chosen.connect(self._show_body)
        self._before = icon_button("chevron-up", tr("Row before"))
        self._after = icon_button("chevron-down", tr("Row after"))
        self._before.set_keys("Alt+Up")
        self._after.set_keys("Alt+Down")
        self._before.clicked.connect(self._step_up)
        self._after.clicked.connect(self._step_down)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setContentsMargins(20, 14, 20, 12)
        self._head.setSpacing(6)
        self._head.addWidget(self._subject)
        self._head.addWidget(self._lines)
        self._head.addWidget(self._reason)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 7, 8, 8)
        bar.setSpacing(8)
        bar.addWidget(self._place, 1)
        bar.addWidget(self._faces)
        bar.addWidget(self._before)
        bar.addWidget(self._after)
        self._rule = hairline()
        self._rest = QWidget()
        self._rest.setMinimumHeight(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self._rule)
        whole.addWidget(self._far)
        whole.addWidget(self._body, 1)
        whole.addWidget(self._files)
        whole.addWidget(self._rest, 1)
        whole.addWidget(hairline())
        whole.addLayout(bar)

    def show_nothing(self) -> None:
        """There is no row to show."""
        self._job = self._letter = None
        for part in (self._reason, self._body, self._far, self._files, self._rule, self._faces, self._lines):
            part.setVisible(False)
        self._rest.setVisible(True)
        self._subject.setText(tr("No row here"))
        self._place.setText("")
        self._before.setEnabled(False)
        self._after.setEnabled(False)

    def show_row(self, job: Job, letter: Letter | None, row: int, rows: int) -> None:
        """Show the message of `job`, the `row`th (from 0) of `rows`. The same one again keeps its scroll position."""
        self._place.setText(tr("Row {0} of {1}").format(number(row + 1), number(rows)))
        self._before.setEnabled(row > 0)
        self._after.setEnabled(row < rows - 1)
        if (job, letter) == (self._job, self._letter):
            return
        self._job, self._letter = job, letter
        stopped = mark_of(job) in (Mark.BLOCKED, Mark.LEFT_OUT)
        self._subject.setText(letter.subject if letter else describe.name(job))
        self._show_lines((*letter.lines, (tr("Size"), tr("about {0}").format(size(letter.size)))) if letter else ())
        self._reason.setVisible(stopped)
        if stopped:
            self._reason.show_job(job)
        for part in (self._body, self._rule, self._faces):
            part.setVisible(letter is not None)
        self._rest.setVisible(letter is None)
        self._faces.set_present(_HTML, letter is not None and letter.html is not None)
        self._faces.set_present(_TEXT, letter is not None and letter.text is not None)
        self._show_body(self._faces.current)
        self._show_files(letter.attached if letter else ())

    def _show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 60)
        grid.setColumnStretch(1, 1)
        for place, (name, words) in enumerate(lines):
            grid.addWidget(label(name, -1, secondary=True), place, 0)
            value = ElidedLabel(words)
            value.setFont(font(-1))
            grid.addWidget(value, place, 1)
        self._head.replaceWidget(self._lines, fresh)
        self._lines.hide()  # it is gone when the event loop comes to it: until then it would be painted
        fresh.setVisible(bool(lines))  # not before it has a parent: it would flash as a window
        self._lines.deleteLater()
        self._lines = fresh

    def _show_body(self, face: int) -> None:
        letter = self._letter
        self._far.hide()
        if letter is None:
            return
        if face == _HEADERS:
            self._show_plain(letter.headers)
        elif (face == _HTML and letter.html is not None) or letter.text is None:
            self._choose_quietly(_HTML)
            self._html.setHtml(letter.html or "")
            self._far.setVisible(loads_from_afar(letter.html or ""))
            self._body.setCurrentWidget(self._html)
        else:
            self._choose_quietly(_TEXT)
            self._show_plain(letter.text)

    def _show_plain(self, text: str) -> None:
        self._plain.setPlainText(text)
        self._body.setCurrentWidget(self._plain)

    def _choose_quietly(self, face: int) -> None:
        """The segment that is really shown: a message without HTML has only its text, and the other way round."""
        if self._faces.current != face:
            self._faces.blockSignals(True)
            self._faces.choose(face)
            self._faces.blockSignals(False)

    def set_short(self, short: bool) -> None:
        """Whether height is scarce: the smallest window shows one side at a time."""
        if short != self._short:
            self._short = short
            self._head.setContentsMargins(20, 8 if short else 14, 20, 6 if short else 12)
            self._show_files(self._letter.attached if self._letter else ())

    def take_focus(self) -> None:
        """Put the focus on the message, or on the reason why there is none."""
        body = self._html if self._body.currentWidget() is self._html else self._plain
        (body if self._letter is not None else self._reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_files(self, files: tuple[Attached, ...]) -> None:
        self._files.setVisible(bool(files))
        if not files:
            return
        height = _CARD_SHORT if self._short else _CARD
        above, below = (4, 4) if self._short else (8, 12)
        inside = filled(QWidget(), Role.Base)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, above, 20, below)
        column.setSpacing(8)
        for file in files:
            card = Card(file, height)
            card.opened.connect(self.open_file)
            column.addWidget(card)
        self._files.setWidget(inside)
        shown = 1 if self._short else min(len(files), _CARDS_SHOWN)
        self._files.setFixedHeight(shown * (height + 8) - 8 + above + below)

    def _open_list(self) -> None:
        if self._job is not None:
            self.open_file.emit(self._job.input)

    def _step_up(self) -> None:
        self.stepped.emit(-1)

    def _step_down(self) -> None:
        self.stepped.emit(1)
