"""One message as it would be sent: its head, its text or HTML, and of a list the rows to step through.

Owns: these widgets. Must not know: recipes, accounts, commands. Nothing of an HTML text is loaded from anywhere.
"""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.jobs.base import Json
from app.window.looks.seen import Seen
from app.window.looks.toned import Toned
from app.window.segments import Segments
from app.window.text import SEPARATOR, number, printable, size, tr
from app.window.widgets import ElidedLabel, icon_button, secondary_label

_TEXT, _HTML = range(2)
_BODY = 220  # px of the text, unless it takes the room there is


class _Body(QTextBrowser):
    """Shows a text and loads nothing: pictures, style sheets and links stay where they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Text of the message"))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return b""


class MailLook(QWidget):
    """See the module. `stepped`: another row of the list is shown (its place)."""

    stepped = Signal(int)

    def __init__(self, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Json] = []
        self._place = 0
        self._shown: Json = {}
        self.back, self.forward = (
            icon_button("chevron-left", tr("Row before")),
            icon_button("arrow-right", tr("Next row")),
        )
        self.back.clicked.connect(self._back)
        self.forward.clicked.connect(self._forward)
        self.where = secondary_label()
        self.ways = Segments([tr("Text"), tr("HTML")], tr("Which form of the message is shown"))
        self.ways.chosen.connect(self._show_body)
        self.state = Toned("", "failed", 0, 500)
        self.trouble = secondary_label(wrap=True)
        self.body = _Body()
        if grows:
            self.body.setMinimumHeight(120)
        else:
            self.body.setFixedHeight(_BODY)
        self._head = QGridLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setHorizontalSpacing(14)
        self._head.setVerticalSpacing(4)
        self._head.setColumnStretch(1, 1)
        self._lay_out(grows)

    def _lay_out(self, grows: bool) -> None:
        self._walk = QWidget()
        walk = QHBoxLayout(self._walk)
        walk.setContentsMargins(0, 0, 0, 0)
        walk.setSpacing(4)
        walk.addWidget(self.where)
        walk.addStretch()
        walk.addWidget(self.back)
        walk.addWidget(self.forward)
        ways = QHBoxLayout()
        ways.addStretch()
        ways.addWidget(self.ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._walk)
        column.addWidget(self.state)
        column.addWidget(self.trouble)
        column.addLayout(self._head)
        column.addLayout(ways)
        column.addWidget(self.body, 1 if grows else 0)

    def show_seen(self, seen: Seen) -> None:
        """Show a preview of a list: its rows, the one before in the same place."""
        self._rows = seen.data["rows"]
        self._more = bool(seen.data["more"])
        self._walk.setVisible(len(self._rows) > 1)
        self.go_to(min(self._place, len(self._rows) - 1))

    def show_row(self, row: Json) -> None:
        """Show one message alone; `row`: as `app.jobs.mail.preview.row_view` describes it."""
        self._rows, self._more = [row], False
        self._walk.setVisible(False)
        self.go_to(0)

    _more = False

    def go_to(self, place: int) -> None:
        """Show the row at `place` of the list."""
        if not 0 <= place < len(self._rows):
            return
        self._place, row = place, self._rows[place]
        self.back.setEnabled(place > 0)
        self.forward.setEnabled(place + 1 < len(self._rows))
        words = tr("Row {n} of the first {all}") if self._more else tr("Row {n} of {all}")
        self.where.setText(words.format(n=number(place + 1), all=number(len(self._rows))))
        self._show(row)
        self.stepped.emit(place)

    def _back(self) -> None:
        self.go_to(self._place - 1)

    def _forward(self) -> None:
        self.go_to(self._place + 1)

    def _show(self, row: Json) -> None:
        self._shown = row
        self.state.show_words(*_state(row))
        self.state.setVisible(bool(self.state.text()))
        self.trouble.setText(printable(row.get("message") or ""))
        self.trouble.setVisible(bool(self.trouble.text()))
        while (item := self._head.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, (name, value) in enumerate(head_lines(row)):
            self._head.addWidget(secondary_label(name), place, 0, Qt.AlignmentFlag.AlignTop)
            line = ElidedLabel(value, Qt.TextElideMode.ElideMiddle)
            line.setForegroundRole(QPalette.ColorRole.Text)
            self._head.addWidget(line, place, 1)
        text, html = row.get("text"), row.get("html")
        self.ways.set_present(_TEXT, text is not None)
        self.ways.set_present(_HTML, html is not None)
        self.ways.setVisible(text is not None and html is not None)
        if text is None and html is not None:
            self.ways.choose(_HTML)
        elif html is None:
            self.ways.choose(_TEXT)
        self.body.setVisible(text is not None or html is not None)
        self._show_body()

    def _show_body(self) -> None:
        html, text = self._shown.get("html"), self._shown.get("text")
        if self.ways.current == _HTML and html is not None:
            self.body.setHtml(html)
        else:
            self.body.setPlainText(text or "")


def _state(row: Json) -> tuple[str, str]:
    """(word, tone) of a row that is not ready; ("", "") for one that is."""
    match row.get("state"):
        case "blocked":
            return tr("Blocked"), "failed"
        case "skipped":
            return tr("Left out"), "waiting"
        case "failed":
            return tr("Cannot be read"), "failed"
        case _:
            return "", ""


def head_lines(row: Json) -> list[tuple[str, str]]:
    """("From", "ann@x.example"), … those that are there."""
    attached = SEPARATOR.join(
        f"{printable(each['name'])}, {size(each['size'])}" for each in row.get("attachments") or ()
    )
    lines = [
        (tr("From"), printable(row.get("from") or "")),
        (tr("To"), printable(row.get("to") or "")),
        (tr("Cc"), ", ".join(map(printable, row.get("cc") or ()))),
        (tr("Bcc"), ", ".join(map(printable, row.get("bcc") or ()))),
        (tr("Subject"), printable(row.get("subject") or "")),
        (tr("Attached"), attached),
    ]
    return [(name, value) for name, value in lines if value]
