"""One picture before and after: the split view, Fit or 100 %, and what both are in numbers.

Owns: the words below the pictures, which of several outputs is shown. Must not know: recipes, jobs, where a preview
comes from.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.jobs.base import Json
from app.window.looks.choice import Choice
from app.window.looks.seen import Seen
from app.window.looks.split import SplitView
from app.window.segments import Segments
from app.window.text import NBSP, SEPARATOR, number, percent, printable, size, tr
from app.window.theme import font
from app.window.widgets import ElidedLabel

_FIT = 0
_COLUMNS = ("before", "after", "saved")
_QUIET = QPalette.ColorRole.PlaceholderText


class PictureLook(QWidget):
    """See the module. `grows`: the picture takes all the height there is (in an editor), else a part of the width."""

    def __init__(self, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self.view = SplitView(grows)
        self.zoom = Segments([tr("Fit"), percent(1.0)], tr("Size of the pictures"))
        self.zoom.chosen.connect(self._zoomed)
        self.outputs = Choice(tr("Which result is shown"))
        self.outputs.currentIndexChanged.connect(self._show)
        self._firsts = {name: _cell(500) for name in _COLUMNS}
        self._seconds = {name: _cell(quiet=True) for name in _COLUMNS}
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.outputs, 1)
        top.addStretch()
        top.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.view, 1 if grows else 0)
        column.addLayout(self._facts())
        self.setTabOrder(self.outputs, self.zoom)
        self.setTabOrder(self.zoom, self.view)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        self._saved_head = _cell(600, -2, quiet=True)
        heads = {"before": _cell(600, -2, quiet=True), "after": _cell(600, -2, quiet=True), "saved": self._saved_head}
        heads["before"].setText(tr("Before"))
        heads["after"].setText(tr("After"))
        for column, name in enumerate(_COLUMNS):
            for row, cell in enumerate((heads[name], self._firsts[name], self._seconds[name])):
                grid.addWidget(cell, row, column)
            grid.setColumnStretch(column, 2 if name == "saved" else 3)
        return grid

    def show_seen(self, seen: Seen) -> None:
        """Show a preview of a picture; the divider and the chosen output stay as they were."""
        self._seen = seen
        names = [_name(output, n) for n, output in enumerate(seen.data["outputs"], start=1)]
        if names != [self.outputs.itemText(n) for n in range(self.outputs.count())]:
            before = self.outputs.currentIndex()
            self.outputs.blockSignals(True)
            self.outputs.clear()
            self.outputs.addItems(names)
            self.outputs.setCurrentIndex(min(max(0, before), len(names) - 1))
            self.outputs.blockSignals(False)
        self.outputs.setVisible(len(names) > 1)
        self._show()

    def show_output(self, place: int) -> None:
        """Show the output at `place` beside the original."""
        if 0 <= place < self.outputs.count():
            self.outputs.setCurrentIndex(place)

    def _show(self) -> None:
        seen, place = self._seen, self.outputs.currentIndex()
        if seen is None:
            return
        before = seen.data["before"]
        outputs = seen.data["outputs"]
        after = outputs[place] if 0 <= place < len(outputs) else None
        real = after or before
        image = seen.after[place] if after is not None else None
        self.view.show_images(seen.before, image, QSize(real["width"], real["height"]))
        self._write("before", pixels(before), _weight(before))
        if after is None:
            self._write("after", "", "")
            self._write("saved", "", "")
            self._saved_head.setText("")
            return
        self._write("after", pixels(after), _weight(after))
        less = before["bytes"] - after["bytes"]
        part = abs(less) / before["bytes"] if before["bytes"] else 0.0
        self._saved_head.setText(tr("Saved") if less >= 0 else tr("Larger by"))
        self._write("saved", percent(part), size(abs(less)))

    def _write(self, name: str, first: str, second: str) -> None:
        self._firsts[name].setText(first)
        self._seconds[name].setText(second)

    def _zoomed(self, place: int) -> None:
        self.view.show_whole(place == _FIT)


def _cell(weight: int = 400, delta: int = -1, quiet: bool = False) -> ElidedLabel:
    cell = ElidedLabel()
    cell.setFont(font(delta if weight != 500 else 0, weight, tabular=True))
    if quiet:
        cell.setForegroundRole(_QUIET)
    return cell


def _weight(part: Json) -> str:
    """ "JPEG · 642 KB", or about that much."""
    weight = size(part["bytes"])
    weight = tr("about {size}").format(size=weight) if part.get("estimated") else weight
    return SEPARATOR.join(filter(None, (str(part.get("format") or "").upper(), weight)))


def pixels(part: Json) -> str:
    """ "4032 × 3024"."""
    return f"{part['width']}{NBSP}×{NBSP}{part['height']}"


def _name(output: Json, n: int) -> str:
    return printable(str(output.get("name") or "")) or tr("Result {n}").format(n=number(n))
