"""The columns of the sample as small buttons: a click puts one in where the cursor is.

Owns: how they stand and what a column is called where it goes. Must not know: which field has the cursor.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.window.editor import words
from app.window.editor.schema import Field, Shape
from app.window.text import isolated, printable, tr
from app.window.theme import font, tones
from app.window.widgets import draw_ring, secondary_label

Role = QPalette.ColorRole
HEIGHT, _GAP, _PADDING, _MOST_WIDE = 30, 6, 10, 220
MOST = 40  # columns shown; a table with more has names that are quicker typed than found


class Pill(QAbstractButton):
    """One column. It leaves the focus where it is when it is clicked, so that the cursor keeps its place."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setText(isolated(printable(name)))
        self.setAccessibleName(tr("Insert the column {0}").format(printable(name)))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font(-1)).horizontalAdvance(self.text()) + 2 * _PADDING
        return QSize(min(max(wide, HEIGHT), _MOST_WIDE), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid))
        painter.setBrush(
            tones().press if self.isDown() else palette.color(Role.Midlight if self.underMouse() else Role.Base)
        )
        box = QRectF(self.rect()).adjusted(0.5, 3.5, -0.5, -3.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font(-1))
        painter.setPen(palette.color(Role.Text))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - _PADDING)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), shown)
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(0, 2, 0, -2), palette.color(Role.Accent), 12)


class Pills(QWidget):
    """See the module. `picked` carries the column's name."""

    picked = Signal(str)

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Columns"))
        caption = secondary_label(tr("Columns"))
        caption.setParent(self)
        caption.setFixedSize(caption.sizeHint().width(), HEIGHT)
        self._parts: list[QWidget] = [caption]
        self.pills = [Pill(name) for name in columns[:MOST]]
        for name, pill in zip(columns, self.pills, strict=False):
            pill.setParent(self)
            pill.resize(pill.sizeHint())
            pill.clicked.connect(partial(self._picked, name))
            self._parts.append(pill)

    def _picked(self, name: str, *_checked: bool) -> None:
        self.picked.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = y = 0
        for part in self._parts:
            if x and x + part.width() > self.width():
                x, y = 0, y + HEIGHT
            part.move(self.width() - x - part.width() if mirrored else x, y)
            x += part.width() + _GAP
        self.setFixedHeight(y + HEIGHT)


def insertion(kind: str, field: Field, column: str) -> str:
    """How `column` is written in `field` of a recipe of `kind`."""
    plain = column.isidentifier() and column.isascii()
    if kind == "mail" and field.where != "Recipients":
        return f"{{{{ {column} }}}}" if plain else f"{{{{ row[{_quoted(column)}] }}}}"
    if f"{field.where}.{field.key}" in words.FORMULAS and field.shape is Shape.LINE:
        escaped = column.replace("\\", "\\\\").replace('"', '\\"')
        return column if plain else f'col("{escaped}")'
    return column


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
