"""The control for texts by name: new columns with their formulas, old names with the new ones.

Owns: its lines and how they come and go. Must not know: recipes.
"""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.window.editor import controls
from app.window.editor.controls import Control
from app.window.editor.schema import Field, Shape
from app.window.editor.taborder import put_after, stop_before
from app.window.text import tr
from app.window.widgets import Button, Look, icon_button


class Pairs(Control):
    """Texts by name: a line for each, with the name before it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._row.addLayout(self._column, 1)
        self._lines: list[tuple[controls.Line, controls.Line, QWidget]] = []
        self._add = Button(tr("Add a line"), "add", Look.FLAT, tr("Add a line to {name}").format(name=name))
        self._add.clicked.connect(self._add_empty)
        self._column.addWidget(self._add)
        self.setFocusProxy(self._add)

    def value(self) -> dict[str, str]:
        pairs = [(str(first.value() or ""), str(second.value() or "")) for first, second, _ in self._lines]
        return {first: second for first, second in pairs if first or second}

    def show_value(self, value: Any) -> None:
        pairs = list(value.items()) if isinstance(value, dict) else []
        if [*self.value().items()] == pairs and self._lines:
            return
        while self._lines:
            self._drop(self._lines[-1][2])
        for first, second in pairs or [("", "")]:
            self._line(str(first), str(second))
        self._order()

    def _order(self) -> None:
        before = stop_before(self)
        if before is not None:
            put_after(before, *(holder for _, _, holder in self._lines), self._add)

    def _line(self, first: str, second: str) -> controls.Line:
        field = Field("", "", Shape.LINE)
        number = len(self._lines) + 1
        before = controls.Line(tr("{name}, line {n}: name").format(name=self.name, n=number), field, tr("Name"))
        after = controls.Line(tr("{name}, line {n}: value").format(name=self.name, n=number), field, tr("Value"))
        before.show_value(first)
        after.show_value(second)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(before, 2)
        row.addWidget(after, 3)
        remove = icon_button("close", tr("Remove line {n} of {name}").format(n=number, name=self.name))
        remove.clicked.connect(lambda: self._remove(holder))
        row.addWidget(remove)
        for line in (before, after):
            line.edited.connect(self.edited)
        self._column.insertWidget(len(self._lines), holder)
        holder.show()
        self._add.raise_()  # the last of the children: Tab follows their order
        self._lines.append((before, after, holder))
        self.setFocusProxy(self._lines[0][0])
        return before

    def _remove(self, holder: QWidget) -> None:
        self._drop(holder)
        self._add.setFocus()
        self.edited.emit()

    def _drop(self, holder: QWidget) -> None:
        self._lines = [line for line in self._lines if line[2] is not holder]
        self.setFocusProxy(self._lines[0][0] if self._lines else self._add)
        holder.hide()
        self._column.removeWidget(holder)
        holder.deleteLater()

    @Slot()
    def _add_empty(self) -> None:
        made = self._line("", "")
        self._order()
        made.setFocus()
