"""Two charts drawn by pyqtgraph: areas on top of each other, and lines.

Owns: how they are drawn, their axes, their colours in every theme. Must not know: what is counted. Importing this
module loads pyqtgraph and numpy: only the page of activity does, when it is opened. Nothing in a chart can be zoomed or
dragged; the page has the same numbers as a table, which is what the keyboard and screen readers use.
"""

from collections.abc import Callable, Sequence

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette

from app.window.text import decimal, number
from app.window.theme import font, tones

Role = QPalette.ColorRole
FILL = 60  # of 255: an area under its line
_LEFT = 44  # px for the numbers of the vertical axis: charts above each other line up


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis whose ticks are named by a function; `values` are those of its scale."""

    def __init__(self, side: str, name: Callable[[float], str]) -> None:
        super().__init__(orientation=side)
        self.name_of = name

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self.name_of(value) for value in values]


class Chart(pg.PlotWidget):  # type: ignore[misc]
    """What both charts share: no mouse, two axes, the theme's colours. `draw` is called again when they change."""

    def __init__(self, label: Callable[[float], str]) -> None:
        bottom, left = _Axis("bottom", label), _Axis("left", _tick)
        super().__init__(axisItems={"bottom": bottom, "left": left}, background=None)
        self._axes = (bottom, left)
        item = self.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.setMenuEnabled(False)
        item.hideButtons()
        left.setWidth(_LEFT)
        item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs one way in every language's charts
        self.setFrameShape(self.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(120)

    def sizeHint(self) -> QSize:
        return QSize(240, 150)

    def begin(self, label: Callable[[float], str], count: int, most: float) -> None:
        """Take everything away; show `count` stretches named by `label`, and numbers from 0 to `most`."""
        self._axes[0].name_of = label
        item = self.getPlotItem()
        item.clear()
        item.setXRange(0, max(1, count - 1), padding=0.01)
        item.setYRange(0, max(1.0, most) * 1.08, padding=0)
        palette = self.palette()
        for axis in self._axes:
            axis.setPen(pg.mkPen(palette.color(Role.Mid)))
            axis.setTextPen(pg.mkPen(palette.color(Role.PlaceholderText)))
            axis.setTickFont(font(-2, tabular=True))
            axis.setStyle(tickLength=0)

    def draw(self) -> None:
        """Draw what was shown last."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.draw()


class StackedChart(Chart):
    """Areas on top of each other; the first one is at the bottom."""

    def __init__(self) -> None:
        self._shown: tuple[Callable[[float], str], list[tuple[Sequence[int], int]]] = (str, [])
        super().__init__(str)

    def show_areas(self, label: Callable[[float], str], areas: list[tuple[Sequence[int], int]]) -> None:
        """Show (numbers, which colour of the theme's lines) of each area."""
        self._shown = (label, areas)
        self.draw()

    def draw(self) -> None:
        """See `Chart`."""
        label, areas = self._shown
        if not areas:
            return
        count = len(areas[0][0])
        tops = [
            [sum(column) for column in zip(*(a for a, _ in areas[: n + 1]), strict=True)] for n in range(len(areas))
        ]
        self.begin(label, count, max(tops[-1], default=0))
        places = list(range(count))
        below = pg.PlotCurveItem(places, [0] * count)
        item = self.getPlotItem()
        for top, (numbers, tone) in zip(tops, areas, strict=True):
            colour = tones().lines[tone]
            curve = pg.PlotCurveItem(places, top)
            fill = QColor(colour)
            fill.setAlpha(FILL)
            item.addItem(pg.FillBetweenItem(below, curve, brush=pg.mkBrush(fill)))
            shown = [value if some else float("nan") for value, some in zip(top, _with_edges(numbers), strict=True)]
            item.addItem(pg.PlotDataItem(places, shown, pen=pg.mkPen(colour, width=1.75), connect="finite"))
            below = curve


class LineChart(Chart):
    """Lines with gaps where there is nothing to say; the second is dashed."""

    def __init__(self) -> None:
        self._shown: tuple[Callable[[float], str], list[Sequence[float | None]]] = (str, [])
        super().__init__(str)

    def show_lines(self, label: Callable[[float], str], lines: list[Sequence[float | None]]) -> None:
        """Show these lines in the theme's colours."""
        self._shown = (label, lines)
        self.draw()

    def draw(self) -> None:
        """See `Chart`."""
        label, lines = self._shown
        if not lines:
            return
        self.begin(label, len(lines[0]), max((v for line in lines for v in line if v is not None), default=0))
        for place, line in enumerate(lines):
            style = Qt.PenStyle.DashLine if place else Qt.PenStyle.SolidLine
            pen = pg.mkPen(tones().lines[place], width=1.75, style=style)
            values = [float("nan") if value is None else value for value in line]
            item, places = self.getPlotItem(), list(range(len(values)))
            item.addItem(pg.PlotDataItem(places, values, pen=pen, connect="finite"))
            alone = [n for n in places if line[n] is not None and not any(_beside(line, n))]
            brush = pg.mkBrush(tones().lines[place])
            item.addItem(pg.ScatterPlotItem(alone, [values[n] for n in alone], size=5, pen=None, brush=brush))


def _with_edges(numbers: Sequence[int]) -> list[bool]:
    """Where a line is drawn: at numbers, and one step beside them, so that it begins and ends at the ground."""
    return [any(numbers[max(0, n - 1) : n + 2]) for n in range(len(numbers))]


def _beside(line: Sequence[float | None], place: int) -> list[bool]:
    """Whether there is something right before and right after a place: without both, no line leads to it."""
    return [line[n] is not None for n in (place - 1, place + 1) if 0 <= n < len(line)]


def _tick(value: float) -> str:
    return number(round(value)) if float(value).is_integer() else decimal(value, 1)
