"""A row of joined buttons of which one is chosen: "All 486 | Ready 479 | Blocked 4".

Owns: how it is drawn and chosen by mouse and arrow keys. Must not know: what is chosen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.window.theme import font, tones
from app.window.widgets import RADIUS, draw_ring

HEIGHT = 30
_PADDING = 12
Role = QPalette.ColorRole


class Segment(QAbstractButton):
    """One of the joined buttons. `first`, `last`: whether it has the row's round corners."""

    def __init__(self, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self._ends = (first, last)
        self.setText(text)
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(0, 600)).horizontalAdvance(self.text()) + 2 * _PADDING, HEIGHT)

    def _outline(self) -> QPainterPath:
        """The button's shape: round where the row begins or ends, straight where it is joined."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if self._ends[1] else 0.5, -0.5)
        whole, straight = QPainterPath(), QPainterPath()
        whole.addRoundedRect(box, RADIUS, RADIUS)
        straight.addRect(box.adjusted(RADIUS if self._ends[0] else 0, 0, -RADIUS if self._ends[1] else 0, 0))
        return whole.united(straight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        fill = Role.Highlight if self.isChecked() else Role.Midlight if self.underMouse() else Role.Button
        painter.setPen(self.palette().color(Role.Mid))
        painter.setBrush(tones().press if self.isDown() else self.palette().color(fill))
        painter.drawPath(self._outline())
        painter.restore()
        painter.setFont(font(0, 600 if self.isChecked() else 400))
        words = Role.HighlightedText if self.isChecked() else Role.PlaceholderText
        painter.setPen(self.palette().color(words))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            ring = self.palette().color(Role.HighlightedText if tones().contrast and self.isChecked() else Role.Accent)
            draw_ring(painter, self.rect(), ring)


class Segments(QWidget):
    """See the module. `chosen` carries the place of the button that a person chose."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, text in enumerate(texts):
            button = Segment(text, place == 0, place == len(texts) - 1)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> int:
        """The place of the chosen button."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a button; says so when it was another one."""
        self._group.button(place).setChecked(True)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show other words on the same buttons."""
        for place, text in enumerate(texts):
            self._group.button(place).setText(text)
            self._group.button(place).updateGeometry()

    def set_present(self, place: int, present: bool) -> None:
        """Whether the button is there at all."""
        self._group.button(place).setVisible(present)

    def _toggled(self, place: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(place)
