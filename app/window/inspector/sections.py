"""The parts of the inspector below the look: tries, outputs, notes, the message and the question of an unconfirmed one.

Owns: how each is laid out from the facts. Must not know: the queue, commands; what a person wants leaves as signals.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.window.inspector.facts import TRIES, Try
from app.window.looks.mail import MailLook
from app.window.looks.toned import Soft, Toned
from app.window.mailcheck.letter import mailbox
from app.window.statusbar import IconLabel
from app.window.text import file_name, isolated, number, printable, size, tr, trn
from app.window.theme import font
from app.window.widgets import Button, ElidedLabel, Look, icon_button, label, secondary_label

Role = QPalette.ColorRole
EDGE = 16
_INDENT = 24
_CARD = 14  # px inside the card of the question


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


class Section(QWidget):
    """A titled part with a hairline above it. `body` takes its widgets."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 12, EDGE, 12)
        column.setSpacing(8)
        if title:
            column.addWidget(label(title, -1, 600))
        column.addLayout(self.body)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.palette().color(Role.Mid))


class Tries(Section):
    """The tries, newest first; the old ones of many when they are asked for."""

    def __init__(self) -> None:
        super().__init__(tr("Tries"))
        self._tries: Sequence[Try] = ()
        self._all = False

    def show_tries(self, tries: Sequence[Try], fresh: bool) -> None:
        """Show these; `fresh`: they are another file's."""
        self._all = self._all and not fresh
        self._tries = tries
        self._fill()

    def _fill(self) -> None:
        emptied(self.body)
        shown = self._tries if self._all else self._tries[:TRIES]
        for each in shown:
            self.body.addWidget(_try(each))
        if len(shown) < len(self._tries):
            everything = Button(tr("Show all {n}").format(n=number(len(self._tries))), "", Look.FLAT)
            everything.clicked.connect(self._show_all)
            self.body.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(bool(self._tries))

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def _try(shown: Try) -> QWidget:
    made = QWidget()
    made.setAccessibleName(", ".join(filter(None, (shown.title, shown.what, shown.when, shown.more))))
    icon = IconLabel(shown.icon)
    icon.show_icon(shown.icon, shown.tone)
    words = ElidedLabel(f"{shown.title}  ·  {shown.what}")
    words.setFont(font(-1, 600))
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(icon)
    line.addWidget(words, 1)
    line.addWidget(secondary_label(isolated(shown.when)))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addLayout(line)
    if shown.more:
        more = secondary_label(shown.more, wrap=True)
        more.setContentsMargins(_INDENT, 0, 0, 0)
        column.addWidget(more)
    return made


class Outputs(Section):
    """The files that were written (or are going to be), each with its buttons."""

    open_file = Signal(str)
    reveal = Signal(str)
    copy = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Outputs"))
        self._kind = ""
        self._paths: tuple[str, ...] = ()
        self._abouts: dict[str, str] = {}
        self._written = False

    def show_paths(self, kind: str, paths: Sequence[str], written: bool, abouts: dict[str, str]) -> None:
        """Show these files. `written`: they are there; `abouts`: what is known of each, by path."""
        now = (kind, tuple(paths), written, abouts)
        if now == (self._kind, self._paths, self._written, self._abouts):
            return
        self._kind, self._paths, self._written, self._abouts = kind, tuple(paths), written, dict(abouts)
        emptied(self.body)
        for path in self._paths[:TRIES]:
            self.body.addWidget(self._line(path))
        if len(self._paths) > TRIES:
            self.body.addWidget(secondary_label(trn("and 1 more", "and %Ln more", len(self._paths) - TRIES)))
        self.setVisible(bool(self._paths))

    def _line(self, path: str) -> QWidget:
        made, name = QWidget(), file_name(path)
        made.setAccessibleName(name)
        icon = IconLabel("warning" if path.endswith(".rejects.csv") else f"kind-{self._kind}")
        words = QVBoxLayout()
        words.setSpacing(0)
        title = ElidedLabel(isolated(name), Qt.TextElideMode.ElideMiddle)
        title.setFont(font(-1, 600))
        about = ElidedLabel(self._abouts.get(path) or ("" if self._written else tr("planned")))
        about.setFont(font(-1))
        about.setForegroundRole(Role.PlaceholderText)
        words.addWidget(title)
        about.setVisible(bool(about.text()))
        words.addWidget(about)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(icon)
        row.addSpacing(4)
        row.addLayout(words, 1)
        buttons: list[tuple[str, str, Callable[[str], None]]] = [("copy", tr("Copy path of {0}"), self.copy.emit)]
        if self._written:
            buttons = [
                ("open", tr("Open {0}"), self.open_file.emit),
                ("reveal", tr("Show {0} in folder"), self.reveal.emit),
                *buttons,
            ]
        for icon_name, words_of, emit in buttons:
            button = icon_button(icon_name, words_of.format(name))
            button.clicked.connect(_calls(emit, path))
            row.addWidget(button)
        return made


def _calls(emit: Callable[[str], None], path: str) -> Callable[[], None]:
    return lambda: emit(path)


class Notes(Section):
    """What the job said, and the button for a report."""

    copy_report = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Notes"))
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self.body.addLayout(self._words)
        copy = Button(tr("Copy report"), "copy", Look.BORDERED)
        copy.clicked.connect(self.copy_report)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences."""
        emptied(self._words)
        for note in notes:
            self._words.addWidget(secondary_label(note, wrap=True))


class Question(Section):
    """Whether messages arrived: a question of fact, so neither button is the default."""

    arrived = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._title = label("", 0, 600)
        self._words = label("", -1, wrap=True)
        self.yes, self.no = Button("x", "check", Look.BORDERED), Button("x", "send", Look.BORDERED)
        self.yes.clicked.connect(self.arrived)
        self.no.clicked.connect(self.again)
        card = Soft("unconfirmed")
        column = QVBoxLayout(card)
        column.setContentsMargins(_CARD, 12, _CARD, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for button in (self.yes, self.no):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._buttons.addStretch()
        column.addLayout(self._buttons)
        self.body.addWidget(card)

    def ask(self, count: int, name: str = "") -> None:
        """Ask about one message (to `name`) or several; 0 = nothing to ask."""
        self.setVisible(count > 0)
        whom = name or tr("the recipients")
        self._title.setText(tr("Did this message arrive?") if count == 1 else tr("Did these messages arrive?"))
        words = tr(
            "It left completely, then the connection was lost before the server answered. Dropmill never sends it "
            "again by itself. Look in the account’s Sent folder or ask {name}."
        )
        many = tr(
            "They left completely, then the connection was lost before the server answered. Dropmill never sends them "
            "again by itself. Look in the account’s Sent folder or ask {name}."
        )
        self._words.setText((words if count == 1 else many).format(name=printable(whom)))
        self.yes.set_text(tr("It arrived") if count == 1 else trn("It arrived for 1", "It arrived for %Ln", count))
        self.no.set_text(tr("Send again…") if count == 1 else trn("Send 1 again…", "Send %Ln again…", count))
        self._fit()

    def _fit(self) -> None:
        """Buttons beside each other, or one below the other where their words are long; words as high as they wrap."""
        room = self.width() - 2 * EDGE - 2 * _CARD
        fits = self.yes.sizeHint().width() + self.no.sizeHint().width() + 8 <= room
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._buttons.direction() is not wanted:
            self._buttons.setDirection(wanted)
        # Qt keeps the height that the words had at the width before when the panel becomes narrower.
        self._words.setMinimumHeight(max(0, self._words.heightForWidth(max(1, room))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Message(Section):
    """An e-mail: what stands on its envelope, and the whole of it when it is asked for."""

    def __init__(self) -> None:
        super().__init__(tr("Message"))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(14)
        self._lines.setVerticalSpacing(5)
        self._lines.setColumnStretch(1, 1)
        self._row: dict[str, Any] = {}
        self.whole = Button(tr("Show the whole message"), "preview", Look.BORDERED)
        self.whole.setCheckable(True)
        self.whole.toggled.connect(self._show_whole)
        self.look = MailLook()
        self.look.hide()
        self.body.addLayout(self._lines)
        self.body.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.look)

    def show_message(self, payload: dict[str, Any] | None, account: str, fresh: bool) -> None:
        """Show the message that was frozen; None = there is none. `fresh`: it is another one."""
        self.setVisible(payload is not None and "subject" in payload)
        if self.isHidden() or payload is None:
            return
        if fresh:
            self.whole.setChecked(False)
        self._row = row_of(payload)
        emptied(self._lines)
        attached = ", ".join(f"{printable(one['name'])}, {size(one['size'])}" for one in self._row["attachments"])
        for place, (name, value) in enumerate(
            (
                (tr("Subject"), printable(self._row["subject"])),
                (tr("Attached"), attached),
                (tr("Message-ID"), printable(str(payload.get("message_id") or ""))),
                (tr("Account"), printable(account)),
            )
        ):
            if value:
                self._lines.addWidget(secondary_label(name), place, 0)
                line = ElidedLabel(isolated(value), Qt.TextElideMode.ElideMiddle)
                line.setFont(font(-1))
                self._lines.addWidget(line, place, 1)
        if self.whole.isChecked():
            self.look.show_row(self._row)

    def _show_whole(self, shown: bool) -> None:
        self.whole.set_text(tr("Hide the message") if shown else tr("Show the whole message"))
        self.look.setVisible(shown)
        if shown:
            self.look.show_row(self._row)


def row_of(payload: dict[str, Any]) -> dict[str, Any]:
    """A frozen message as a row of the preview of e-mail."""

    def boxes(name: str) -> list[str]:
        return [mailbox(box) for box in payload.get(name) or ()]

    files = [one for one in payload.get("attachments") or () if not one.get("cid")]
    return {
        "state": "ready",
        "message": None,
        "from": mailbox(payload["from"]) if payload.get("from") else "",
        "to": mailbox(payload["to"]) if isinstance(payload.get("to"), dict) else "",
        "cc": boxes("cc"),
        "bcc": boxes("bcc"),
        "subject": str(payload.get("subject") or ""),
        "text": payload.get("text"),
        "html": payload.get("html"),
        "attachments": [{"name": one["name"], "size": int(one["size"])} for one in files],
    }


class Several(Section):
    """What several selected files have in common: sums and what can be done with them."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__("")
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(14)
        self._lines.setVerticalSpacing(5)
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)
        self.body.addSpacing(4)
        for button in buttons:
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show (what, number) one below the other."""
        emptied(self._lines)
        for place, (name, value) in enumerate(lines):
            self._lines.addWidget(secondary_label(name), place, 0)
            self._lines.addWidget(Toned(value, "", -1, 500), place, 1)
