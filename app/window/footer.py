"""Below the rail: the ways to recipes, activity and settings.

Owns: these buttons, as words beside the wide rail and as icons below the narrow one, and which of their pages is shown.
Must not know: the pages.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.window import icons
from app.window.actions import Actions
from app.window.rail import STRIP, WIDTH
from app.window.theme import font, tones
from app.window.widgets import draw_ring, filled, hairline

Role = QPalette.ColorRole
PLACES = ("recipes", "activity", "settings")


class Place(QAbstractButton):
    """One of the ways. Checked while its page is shown."""

    def __init__(self, action: QAction, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.strip = False
        self.setText(action.text().removesuffix("…"))
        self.setAccessibleName(self.text())
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{self.text()} ({keys})" if keys else self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(30)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        return QSize(STRIP, 30)

    def nextCheckState(self) -> None:
        """Only the page that is shown says whether this is checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, shown = QPainter(self), self.palette(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = self.rect().adjusted(6, 1, -6, -1)
        if shown or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight if shown else Role.Midlight))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        ink = palette.color(Role.HighlightedText if shown and tones().contrast else Role.Text)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = box.center().x() - 8 if self.strip else box.right() - 25 if mirrored else box.left() + 10
        icons.draw(painter, self._icon, ink, QRect(x, 0, 16, self.height()))
        if not self.strip:
            painter.setFont(font())
            painter.setPen(ink)
            words = box.adjusted(10, 0, -34, 0) if mirrored else box.adjusted(34, 0, -10, 0)
            leading = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(words, leading, self.text())
        if self.hasFocus():
            ring = Role.Text if shown and tones().contrast else Role.Accent
            draw_ring(painter, box, palette.color(ring))


class Footer(QWidget):
    """See the module."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        filled(self, Role.Window)
        known = {spec.id: spec for spec in actions.specs()}
        self.places = {name: Place(actions[name], known[name].icon) for name in PLACES if name in known}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addSpacing(5)
        for place in self.places.values():
            column.addWidget(place)
        self.setFixedWidth(WIDTH)

    def mark(self, shown: str) -> None:
        """`shown`: the action whose page is in the centre, or ""."""
        for name, place in self.places.items():
            place.setChecked(name == shown)

    def set_strip(self, strip: bool) -> None:
        """Shrink to icons, or back."""
        self.setFixedWidth(STRIP if strip else WIDTH)
        for place in self.places.values():
            place.strip = strip
            place.update()
