"""Small widgets that every page uses: labels, buttons, lines.

Owns: how they are drawn and measured (the one place that knows button padding). Must not know: what they are for.
Buttons paint themselves: icon, gap, words and ring come out alike in every theme and need no style sheet.
"""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.window import icons
from app.window.theme import font, tones

Role = QPalette.ColorRole

HEIGHT = 30
RADIUS = 6
PADDING = 12
GAP = 8
ICON = 16
_BOX_EDGE = 4  # px beside the box, for the ring of the focus


def label(text: str = "", delta: int = 0, weight: int = 400, secondary: bool = False, wrap: bool = False) -> QLabel:
    """A label in the house type; `secondary` words are grey in every theme. Shows plain text, never mark-up."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(delta, weight))
    made.setWordWrap(wrap)
    if secondary:
        made.setForegroundRole(Role.PlaceholderText)
    return made


def section_label(text: str) -> QLabel:
    """A caption above a group: small, half bold, grey."""
    return label(text, -2, 600, secondary=True)


def secondary_label(text: str = "", wrap: bool = False) -> QLabel:
    """A second line: small and grey."""
    return label(text, -1, secondary=True, wrap=wrap)


def title_label(text: str = "", delta: int = 3) -> QLabel:
    """A page's title (16 px at 100 %) or a panel's (delta 2)."""
    return label(text, delta, 600)


def hairline(vertical: bool = False) -> QFrame:
    """A line of one pixel between regions."""
    line = QFrame()
    line.setAutoFillBackground(True)
    line.setBackgroundRole(Role.Mid)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def filled(widget: QWidget, role: QPalette.ColorRole = Role.Base) -> QWidget:
    """Give `widget` the background of a palette role and return it."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role)
    return widget


class ElidedLabel(QLabel):
    """One line that shortens itself with an ellipsis (in the middle for names and paths); the whole is its tooltip."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


class Look(Enum):
    """How much a button asks for attention. At most one FILLED button is on screen."""

    FILLED = auto()
    BORDERED = auto()
    FLAT = auto()
    LINK = auto()  # words in the accent colour: leads to an explanation


class Button(QPushButton):
    """A button of the house: icon, words, an arrow when it has a menu.

    `name` is what tooltips and screen readers call it; it defaults to the words. `compact` shows the icon alone.
    """

    def __init__(
        self, text: str = "", icon: str = "", look: Look = Look.BORDERED, name: str = "", menu: QMenu | None = None
    ) -> None:
        super().__init__(text)
        self.look = look
        self._icon = icon
        self._compact = False
        self._name = name or text
        self._keys = ""
        self._why = ""
        self.colour: QColor | None = None
        self.setFont(font(0, 600 if look is Look.FILLED else 400))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if menu is not None:
            self.setMenu(menu)
        self._describe()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def set_text(self, text: str, name: str = "") -> None:
        """Show other words (and be called by them)."""
        self.setText(text)
        self._name = name or text
        self._describe()
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the words stay as name and tooltip."""
        if compact != self._compact:
            self._compact = compact
            self._describe()
            self.updateGeometry()
            self.update()

    def set_keys(self, keys: QKeySequence | str) -> None:
        """Name the shortcut in the tooltip ("Pause (Ctrl+Shift+P)")."""
        self._keys = keys if isinstance(keys, str) else keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._describe()

    def set_why(self, reason: str) -> None:
        """Grey the button and say why in its tooltip; "" makes it work again."""
        self._why = reason
        self.setEnabled(not reason)
        self._describe()

    def follow(self, action: QAction) -> None:
        """Trigger `action` on a click and be enabled as it is."""
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow_changed)
        self._action = action
        self._follow_changed()

    def _follow_changed(self) -> None:
        self._keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setEnabled(self._action.isEnabled())
        self._why = "" if self._action.isEnabled() else self._action.statusTip()
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(self._name)
        keys = f" ({self._keys})" if self._keys else ""
        self.setToolTip(self._why or (f"{self._name}{keys}" if keys or not self._words() else ""))

    def _words(self) -> str:
        return "" if self._compact and self._icon else self.text()

    def _arrow(self) -> bool:
        """Whether an arrow says that a menu opens. Three dots say it by themselves."""
        return self.menu() is not None and bool(self.text())

    def sizeHint(self) -> QSize:
        words, width = self._words(), 0
        if self._icon:
            width += ICON
        if words:
            width += QFontMetrics(self.font()).horizontalAdvance(words) + (GAP if self._icon else 0)
        if self._arrow():
            width += GAP + 10
        padding = PADDING if words else 7
        return QSize(max(HEIGHT, width + 2 * padding), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu() if self.menu() is not None else self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._paint_face(painter)
        painter.setFont(self.font())
        painter.setPen(colour)
        words, rtl = self._words(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        width = self.sizeHint().width() - 2 * (PADDING if words else 7)
        x = max(4, (self.width() - width) // 2)
        parts: list[tuple[str, int]] = []
        if self._icon:
            parts.append(("icon", ICON))
        if words:
            parts.append(("words", QFontMetrics(self.font()).horizontalAdvance(words)))
        if self._arrow():
            parts.append(("arrow", 10))
        for kind, part in reversed(parts) if rtl else parts:
            rect = QRect(x, 0, part, self.height())
            if kind == "icon":
                icons.draw(painter, self._icon, self.colour if self.colour and self.isEnabled() else colour, rect)
            elif kind == "words":
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
            else:
                icons.draw(painter, "chevron-down", self.palette().color(Role.PlaceholderText), rect)
            x += part + GAP

    def _paint_face(self, painter: QPainter) -> QColor:
        """Draw the background, border and focus ring; return the colour of what stands on them."""
        palette, hover, down = self.palette(), self.underMouse() and self.isEnabled(), self.isDown()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        colour = palette.color(Role.ButtonText)
        if self.look is Look.FILLED and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones().accent_hover if hover else palette.color(Role.Accent))
            colour = palette.color(Role.BrightText)
        elif self.look in (Look.FLAT, Look.LINK):
            colour = palette.color(Role.Accent) if self.look is Look.LINK else colour
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                tones().press
                if down or self.isChecked()
                else palette.color(Role.Midlight)
                if hover
                else Qt.GlobalColor.transparent
            )
        else:
            painter.setPen(palette.color(Role.Mid))
            painter.setBrush(tones().press if down else palette.color(Role.Midlight if hover else Role.Button))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            draw_ring(painter, self.rect(), colour if self.look is Look.FILLED else palette.color(Role.Accent))
        return colour

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self.update()


class CheckBox(QCheckBox):
    """A box of the house with its words. (Fusion's own has no border that can be seen on a dark window.)"""

    def __init__(self, text: str = "", delta: int = 0) -> None:
        super().__init__(text)
        self.setFont(font(delta))
        self.setMinimumHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(3 * _BOX_EDGE + ICON + GAP + words, max(HEIGHT, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRect(self.width() - _BOX_EDGE - ICON if rtl else _BOX_EDGE, (self.height() - ICON) // 2, ICON, ICON)
        ticked = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if ticked else palette.color(Role.Dark))
        painter.setBrush(palette.color(Role.Accent if ticked else Role.Midlight if self.underMouse() else Role.Base))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            icons.draw(painter, "check", palette.color(Role.BrightText), box.adjusted(1, 1, -1, -1))
        painter.setPen(palette.color(Role.WindowText))
        room = _BOX_EDGE + ICON + GAP
        words = self.rect().adjusted(0, 0, -room, 0) if rtl else self.rect().adjusted(room, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))


def icon_button(icon: str, name: str) -> Button:
    """A flat button of 30×30 with an icon; `name` is its accessible name and tooltip."""
    return Button("", icon, Look.FLAT, name)


def draw_ring(painter: QPainter, rect: QRect, colour: QColor, radius: int = RADIUS) -> None:
    """The focus ring: 2 px inside the control."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    painter.restore()


def draw_bar(
    painter: QPainter, rect: QRect, part: float, colour: QColor, track: QColor, outline: QColor | None
) -> None:
    """A progress bar: `part` 0..1 of `rect` in `colour`; an outline where colours alone cannot tell (high contrast)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(rect, radius, radius)
    if part > 0:
        width = max(rect.height(), round(rect.width() * part))
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() + 1 - width if mirrored else rect.left()
        painter.setBrush(colour)
        painter.drawRoundedRect(QRect(left, rect.top(), width, rect.height()), radius, radius)
    if outline is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(outline)
        painter.drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius)
    painter.restore()
