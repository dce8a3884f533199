"""The rows of a table before and after, as a model and its drawing: what changed, went, came, was rejected.

Owns: which cells are shown in which of three ways and their marks (never colour alone). Must not know: where the rows
come from. They are a page's worth: `app.jobs.table.preview` sends 200 at most.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.jobs.base import Json
from app.window import icons
from app.window.text import number, printable, tr
from app.window.theme import font, tones

Index = QModelIndex | QPersistentModelIndex
Role = QPalette.ColorRole
ROW = 27
PAD = 8
MARK = 36  # px for the mark before the row's number
_NUMBER = re.compile(r"[+-]?[\d.,'\u00a0 ]*\d%?")


class Way(IntEnum):
    """What of the rows is shown."""

    CHANGES = 0
    BEFORE = 1
    AFTER = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `old` is struck out, `new` stands after it. `fill`: of `Tones.soft`, "" = none."""

    old: str = ""
    new: str = ""
    fill: str = ""
    strong: bool = False

    @property
    def text(self) -> str:
        """Both for somebody who hears it."""
        if self.old and self.new:
            return tr("{old}, now {new}").format(old=self.old, new=self.new)
        return self.old or self.new


# status -> (icon, tone of the icon)
MARKS = {
    "changed": ("arrow-right", "running"),
    "removed": ("minus", "failed"),
    "rejected": ("warning", "warn"),
    "created": ("add", "done"),
}


class DiffModel(QAbstractTableModel):
    """See the module. The first column holds the mark and the row's number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Json] = []
        self.rows: list[Json] = []
        self.way = Way.CHANGES
        self._before: list[str] = []
        self._after: list[str] = []
        self.names: list[str] = []
        self._numeric: set[int] = set()

    def show_rows(self, before: list[str], after: list[str], rows: list[Json]) -> None:
        """Show these rows (see the preview of tables)."""
        self._before, self._after, self._all = before, after, rows
        self.show_way(self.way)

    def show_way(self, way: Way) -> None:
        """Show changes, or only what was, or only what is."""
        self.beginResetModel()
        self.way = way
        if way is Way.BEFORE:
            self.names = list(self._before)
            self.rows = [row for row in self._all if row["before"] is not None]
        elif way is Way.AFTER:
            self.names = list(self._after)
            self.rows = [row for row in self._all if row["after"] is not None]
        else:
            self.names = [*self._after, *(name for name in self._before if name not in self._after)]
            self.rows = self._all
        self._numeric = {c for c in range(len(self.names)) if self._is_numeric(c)}
        self.endResetModel()

    def _is_numeric(self, column: int) -> bool:
        cells = [self._cell(row, column) for row in self.rows[:40]]
        shown = [cell.new or cell.old for cell in cells if cell.new or cell.old]
        return bool(shown) and sum(bool(_NUMBER.fullmatch(text)) for text in shown) * 2 > len(shown)

    def gone(self, column: int) -> bool:
        """Whether a column of the original is not in the result."""
        return self.way is Way.CHANGES and column >= len(self._after)

    def right(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return column in self._numeric

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell of the table, not counting the first column."""
        return self._cell(self.rows[row], column)

    def _cell(self, row: Json, column: int) -> Cell:
        if self.way is Way.BEFORE:
            return Cell(new=_at(row["before"], column))
        if self.way is Way.AFTER:
            return Cell(new=_at(row["after"], column))
        name = self.names[column]
        old = _at(row["before"], self._before.index(name)) if row["before"] and name in self._before else ""
        if row["after"] is None:
            return Cell(old=old, fill="failed") if row["status"] == "removed" else Cell(new=old, fill="warn")
        if self.gone(column):
            return Cell(old=old)
        new = _at(row["after"], column)
        if row["status"] == "created":
            return Cell(new=new, fill="done", strong=True)
        if column in row["changed"]:
            return Cell(old if name in self._before else "", new, "info", strong=True)
        return Cell(new=new)

    def mark(self, row: int) -> str:
        """What became of a row: "kept", "changed", "removed", "rejected", "created"."""
        return str(self.rows[row]["status"]) if self.way is Way.CHANGES else "kept"

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.names) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return printable(row["reason"] or row["step"] or "") or None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, (number(row["number"]), _status(self.mark(index.row())), row["reason"])))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == 0:
            return number(row["number"])
        return self.cell(index.row(), index.column() - 1).text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == 0 or self.right(section - 1)
            side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Row") if section == 0 else printable(self.names[section - 1])
        if role == Qt.ItemDataRole.FontRole and section and self.gone(section - 1):
            return struck(font(-1, 500))
        return None


def _at(cells: list[str] | None, column: int) -> str:
    return printable(cells[column]) if cells is not None and 0 <= column < len(cells) else ""


def _status(mark: str) -> str:
    return {
        "changed": tr("changed"), "removed": tr("removed"), "rejected": tr("rejected"), "created": tr("created"),
    }.get(mark, "")  # fmt: skip


def struck(made: QFont) -> QFont:
    """The same font with a line through it."""
    made.setStrikeOut(True)
    return made


class DiffDelegate(QStyledItemDelegate):
    """Draws a cell: fill, old words struck out, new words half bold; the first column's mark and number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, DiffModel)
        palette, rect = option.palette, QRect(option.rect)
        painter.save()
        painter.setLayoutDirection(option.direction)
        mark = model.mark(index.row())
        cell = Cell() if index.column() == 0 else model.cell(index.row(), index.column() - 1)
        fill = cell.fill or {"removed": "failed", "rejected": "warn", "created": "done"}.get(mark, "")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, palette.color(Role.Highlight))
        elif fill:
            painter.fillRect(rect, tones().soft[fill])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Role.Mid))
        ink = palette.color(Role.HighlightedText if chosen else Role.Text)
        quiet = ink if chosen and tones().contrast else palette.color(Role.PlaceholderText)
        if index.column() == 0:
            if mark in MARKS:
                name, tone = MARKS[mark]
                place = QRect(rect.left() + PAD, rect.top(), 14, rect.height())
                place = QStyle.visualRect(option.direction, rect, place)
                icons.draw(painter, name, ink if chosen and tones().contrast else tones().state(tone), place)
            painter.setPen(quiet)
            painter.setFont(font(-1, tabular=True))
            side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), int(side), str(index.data()))
        else:
            self._words(painter, rect.adjusted(PAD, 0, -PAD, -1), cell, model.right(index.column() - 1), (ink, quiet))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(Role.Accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, rect: QRect, cell: Cell, right: bool, inks: Any) -> None:
        ink, quiet = inks
        new_font, old_font = font(-1, 500 if cell.strong else 400, tabular=True), struck(font(-1, tabular=True))
        new_wide = QFontMetrics(new_font).horizontalAdvance(cell.new) if cell.new else 0
        old_wide = QFontMetrics(old_font).horizontalAdvance(cell.old) if cell.old else 0
        gap = PAD if cell.new and cell.old else 0
        old_wide = min(old_wide, max(0, rect.width() - new_wide - gap)) if cell.new else min(old_wide, rect.width())
        new_wide = min(new_wide, rect.width())
        start = rect.width() - old_wide - gap - new_wide if right else 0
        rtl = painter.layoutDirection()
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        for text, wide, at, shown_font, colour in (
            (cell.old, old_wide, start, old_font, quiet),
            (cell.new, new_wide, start + old_wide + gap, new_font, ink),
        ):
            if not text or wide <= 0:
                continue
            painter.setFont(shown_font)
            painter.setPen(colour)
            place = QRect(rect.left() + at, rect.top(), wide + 1, rect.height())
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide + 1)
            painter.drawText(QStyle.visualRect(rtl, rect, place), middle, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)
