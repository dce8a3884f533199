"""The cards of the page of activity: a figure with its unit, a chart with its table, failures by cause.

Owns: how they look. Must not know: how figures are read.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.window.activity.numbers import Cause
from app.window.activity.table import NumbersTable, Rows
from app.window.card import Card
from app.window.text import number, tr, trn
from app.window.theme import font, tones
from app.window.widgets import Button, ElidedLabel, Look, draw_bar, draw_ring, label, secondary_label

Role = QPalette.ColorRole
MOST_CAUSES = 8  # as widgets; the table has them all


def _quiet() -> ElidedLabel:
    made = ElidedLabel()
    made.setFont(font(-1))
    made.setForegroundRole(Role.PlaceholderText)
    return made


class FigureCard(Card):
    """Caption, a figure in large type with its unit, a second line."""

    def __init__(self, caption: str) -> None:
        super().__init__(12, 1)
        self._caption = caption
        self.figure = label("", 9, 600)
        self.figure.setFont(font(9, 600, tabular=True))
        self.unit, self.second = _quiet(), _quiet()
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(self.figure)
        row.addWidget(self.unit, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(secondary_label(caption))
        self.column.addLayout(row)
        self.column.addWidget(self.second)
        self.column.addStretch(1)

    def show_figure(self, figure: str, unit: str, second: str) -> None:
        """Show these words."""
        self.figure.setText(figure)
        self.unit.setText(unit)
        self.second.setText(second)
        self.setAccessibleName(f"{self._caption}: {figure} {unit}. {second}")


class Swatch(QWidget):
    """A dot in a chart's colour before its word."""

    def __init__(self, tone: int) -> None:
        super().__init__()
        self._tone = tone
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones().lines[self._tone])
        painter.drawRoundedRect(self.rect(), 3, 3)


class ChartCard(Card):
    """Title, second line, legend, and a chart that a button changes for its table, and back."""

    def __init__(self, title: str, chart: QWidget) -> None:
        super().__init__(12, 6)
        self._title = title
        self.second = _quiet()
        self.switch = Button(tr("Table"), "columns", Look.FLAT, tr("Show {title} as a table").format(title=title))
        self.switch.clicked.connect(self._switch)
        self.chart, self.table = chart, NumbersTable(title)
        chart.setAccessibleName(title)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(8)
        self._named: tuple[tuple[str, int], ...] = ()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, 0, 600))
        words.addWidget(self.second)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addLayout(self._legend)
        top.addWidget(self.switch)
        self.column.addLayout(top)
        self.column.addWidget(self._stack, 1)

    @Slot()
    def _switch(self) -> None:
        as_table = self._stack.currentWidget() is self.chart
        self._stack.setCurrentWidget(self.table if as_table else self.chart)
        name = tr("Show {title} as a chart") if as_table else tr("Show {title} as a table")
        self.switch.set_text(tr("Chart") if as_table else tr("Table"), name.format(title=self._title))
        self.switch.set_icon("activity" if as_table else "columns")

    def show_second(self, words: str) -> None:
        """What is counted, in words."""
        self.second.setText(words)
        self.chart.setAccessibleDescription(words)

    def show_legend(self, named: Sequence[tuple[str, int]]) -> None:
        """Show (word, colour of the theme's lines) of each curve."""
        if tuple(named) == self._named:
            return
        self._named = tuple(named)
        while (item := self._legend.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for word, tone in named:
            self._legend.addWidget(Swatch(tone))
            self._legend.addWidget(secondary_label(word))

    def show_numbers(self, names: tuple[str, ...], rows: Rows) -> None:
        """The same numbers for the table."""
        self.table.show_numbers(names, rows)


class CauseRow(QAbstractButton):
    """A cause: title, bar, code, count. A click shows the files."""

    def __init__(self, cause: Cause, most: int) -> None:
        super().__init__()
        self.cause, self._most = cause, most
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        count = trn("1 failed", "%Ln failed", cause.count)
        self.setText(cause.title)
        self.setAccessibleName(f"{cause.title}, {count}")
        self.setToolTip(tr("Show these files"))

    def sizeHint(self) -> QSize:
        return QSize(320, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Midlight))
            painter.drawRoundedRect(self.rect(), 6, 6)
        wide, height = self.width() - 16, self.height()
        parts = (0.37, 0.30, 0.25, 0.08) if wide > 380 else (0.55, 0.33, 0.0, 0.12)  # the code is in the table, too
        x, rects = 8, []
        for part in parts:
            width = round(wide * part)
            left = self.width() - x - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x
            rects.append(QRect(left, 0, max(0, width - 8), height))
            x += width
        leading, centre = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(-1))
        painter.setPen(palette.color(Role.Text))
        elided = painter.fontMetrics().elidedText(self.cause.title, Qt.TextElideMode.ElideRight, rects[0].width())
        painter.drawText(rects[0], int(leading | centre), elided)
        bar = QRect(rects[1].left(), height // 2 - 4, rects[1].width(), 8)
        outline = palette.color(Role.Text) if tones().contrast else None
        draw_bar(painter, bar, self.cause.count / self._most, tones().state("failed"), tones().track, outline)
        painter.setFont(font(-2))
        painter.setPen(palette.color(Role.PlaceholderText))
        code = painter.fontMetrics().elidedText(self.cause.code, Qt.TextElideMode.ElideRight, rects[2].width())
        painter.drawText(rects[2], int(leading | centre), code)
        painter.setFont(font(-1, 600, tabular=True))
        painter.setPen(palette.color(Role.Text))
        painter.drawText(rects[3], int(Qt.AlignmentFlag.AlignTrailing | centre), number(self.cause.count))
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))


class Causes(QWidget):
    """Rows for the most frequent causes. `chosen` carries the code of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CauseRow] = []
        self._shown: tuple[Cause, ...] | None = None
        self.none = secondary_label(tr("Nothing failed."))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self.none)
        self._column.addStretch(1)

    def show_causes(self, causes: tuple[Cause, ...]) -> None:
        """Show these, most frequent first; rows that stay as they are keep the focus."""
        if causes == self._shown:
            return
        self._shown = causes
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.none.setVisible(not causes)
        self.rows = [CauseRow(cause, causes[0].count) for cause in causes[:MOST_CAUSES]]
        for place, row in enumerate(self.rows):
            row.clicked.connect(self._clicked)
            self._column.insertWidget(place, row)

    @Slot()
    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CauseRow):
            self.chosen.emit(row.cause.code)
