"""How settings look: a caption, a card below it, a line for each setting with its control at the end.

Owns: these widgets. Must not know: any setting.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from app.window.card import Card
from app.window.theme import tones
from app.window.widgets import HEIGHT, draw_ring, hairline, label, secondary_label, section_label

Role = QPalette.ColorRole
WORDS = 240  # px for the words of a line; where less would be left, its control stands below them


class Switch(QAbstractButton):
    """On or off, acting at once. (A box that is ticked belongs to a form.)"""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFixedSize(44, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(44, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, on = QPainter(self), self.palette(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, self.height() / 2 - 9.5, 36, 19)
        painter.setPen(palette.color(Role.Accent if on else Role.Dark))
        hover = self.underMouse() and self.isEnabled()
        painter.setBrush(palette.color(Role.Accent if on else Role.Midlight if hover else Role.Base))
        painter.drawRoundedRect(track, 9.5, 9.5)
        end = on is not (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        x = track.right() - 15.5 if end else track.left() + 3.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(Role.BrightText if on else Role.Dark))
        painter.drawEllipse(QRectF(x, track.top() + 3.5, 12, 12))
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Text if tones().contrast else Role.Accent))


class Line(QWidget):
    """Name, what it means in words, and the control (or several, side by side)."""

    def __init__(self, title: str, consequence: str, *controls: QWidget) -> None:
        super().__init__()
        self.title = label(title, 0, 500, wrap=True)
        self.consequence = secondary_label(consequence, wrap=True)
        self.consequence.setVisible(bool(consequence))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.consequence)
        self._controls = controls
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 9, 0, 9)
        self._box.setSpacing(12)
        self._box.addLayout(words, 1)
        for control in controls:
            self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            if consequence and not control.accessibleDescription():
                control.setAccessibleDescription(consequence)

    def arrange(self, width: int) -> None:
        """Fit a line this wide: the control beside the words, or below them."""
        wanted = sum(max(control.sizeHint().width(), control.minimumWidth()) + 12 for control in self._controls)
        stacked = wanted > 0 and width - wanted < WORDS
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if way is self._box.direction():
            return
        self._box.setDirection(way)
        above: QWidget | None = self
        while isinstance(above, Line | Card | Group | Panel):  # at once, not one level in each round of events
            above.updateGeometry()
            above = above.parentWidget()
        side = Qt.AlignmentFlag.AlignLeading if stacked else Qt.AlignmentFlag.AlignVCenter
        for control in self._controls:
            self._box.setAlignment(control, side)

    def say(self, consequence: str) -> None:
        """Other words for what it means."""
        self.consequence.setText(consequence)
        self.consequence.setVisible(bool(consequence))


class Group(QWidget):
    """A caption and a card with lines."""

    def __init__(self, caption: str, *lines: Line) -> None:
        super().__init__()
        self.lines = lines
        card = Card(0, 0)
        card.column.setContentsMargins(12, 3, 12, 3)
        for place, line in enumerate(lines):
            if place:
                card.column.addWidget(hairline())
            card.column.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(section_label(caption))
        column.addWidget(card)


class Panel(QWidget):
    """The groups of one place of the list, below each other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def arrange(self, width: int) -> None:
        """Fit a panel this wide."""
        for group in self.findChildren(Group):
            for line in group.lines:
                line.arrange(width - 24)
