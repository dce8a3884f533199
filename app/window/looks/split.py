"""Two pictures in one place with a divider between them that is a slider.

Owns: how they are laid over each other, the divider's mouse and keys, Fit and 100 %. Must not know: where pictures come
from, what is written below them.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.window import icons
from app.window.text import percent, tr
from app.window.theme import font
from app.window.widgets import RADIUS, draw_ring

Role = QPalette.ColorRole
STEP = 5  # per cent that an arrow key moves the divider
PAN = 40  # px that an arrow key moves a picture that is larger than its place
RATIO = 0.626  # height of the place to its width, unless it takes the room there is
_GRIP = 13  # radius of the divider's handle
_NEAR = 16  # px beside the divider where the mouse takes it instead of the picture


class SplitView(QSlider):
    """See the module. The value is the divider's place in per cent from where lines begin. `grows`: take all the height
    there is instead of `RATIO` of the width."""

    def __init__(self, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grows = grows
        self._before, self._after = QPixmap(), QPixmap()
        self._size = QSize()  # of the real result, which 100 % shows pixel by pixel
        self._whole = True
        self._only_before = False
        self._offset = QPointF()
        self._grabbed: QPointF | None = None
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(STEP)
        self.setValue(50)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        vertical = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored, vertical)
        self.setMinimumHeight(120)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._name)
        self._name()

    def _name(self) -> None:
        if self._before.isNull() or self._after.isNull():
            self.setAccessibleName(tr("Picture"))
        else:
            self.setAccessibleName(tr("Divider between before and after, {0}").format(percent(self.value() / 100)))

    # What is shown

    def show_images(self, before: QImage | None, after: QImage | None, real: QSize) -> None:
        """Show two pictures (or the one there is); `real`: pixels of the result, of which these may be a small view."""
        self._before = QPixmap.fromImage(before) if before is not None else QPixmap()
        self._after = QPixmap.fromImage(after) if after is not None else QPixmap()
        if real != self._size:
            self._offset = QPointF()
        self._size = real
        self._name()
        self.update()

    def show_whole(self, whole: bool) -> None:
        """Fit the pictures into the place (True), or show them at 100 %."""
        self._whole = whole
        self._offset = QPointF()
        self.update()

    def _place(self, picture: QPixmap) -> QRectF:
        """Where a picture is drawn: its middle in the middle, or moved by what a person dragged."""
        room = QRectF(self.rect())
        size = picture.size().toSizeF()
        if self._whole:
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        else:  # logical px at one picture's pixel a screen's pixel; "before" as wide as what it is compared with
            size.scale(self._size.toSizeF() / self.devicePixelRatioF(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        place = QRectF(QPointF(), size)
        place.moveCenter(room.center() + self._offset)
        return place

    def _pan(self, by: QPointF) -> None:
        """Move pictures that are larger than their place, as far as there is something to see."""
        room, place = QRectF(self.rect()), self._place(self._after if not self._after.isNull() else self._before)
        most_x = max(0.0, (place.width() - room.width()) / 2)
        most_y = max(0.0, (place.height() - room.height()) / 2)
        moved = self._offset + by
        self._offset = QPointF(min(most_x, max(-most_x, moved.x())), min(most_y, max(-most_y, moved.y())))
        self.update()

    def _line(self) -> int:
        """Where the divider is, px from the left."""
        part = (100 - self.value() if self._mirrored() else self.value()) / 100
        return round(self.width() * part)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = event.position()
        self._grabbed = at if not self._whole and abs(at.x() - self._line()) > _NEAR else None
        if self._grabbed is None:
            self._take(at.x())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        near = self._whole or abs(at.x() - self._line()) <= _NEAR
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.OpenHandCursor)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._grabbed is None:
            self._take(at.x())
        else:
            self._pan(at - self._grabbed)
            self._grabbed = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        event.accept()

    def _take(self, x: float) -> None:
        part = x / max(1, self.width())
        self.setValue(round(100 * (1 - part if self._mirrored() else part)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_B and not event.modifiers():
            self._show_only_before(True)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) != self._mirrored()
            self.setValue(self.value() + (STEP if forward else -STEP))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setValue(0 if key == Qt.Key.Key_Home else 100)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._whole:
            self._pan(QPointF(0, PAN if key == Qt.Key.Key_Up else -PAN))
        else:
            event.ignore()  # the wheel and Page Up scroll what the picture stands in

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.isAutoRepeat():
            self._show_only_before(False)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_only_before(False)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def _show_only_before(self, only: bool) -> None:
        if only != self._only_before:
            self._only_before = only
            self.update()

    @property
    def shows_only_before(self) -> bool:
        """Whether B is held."""
        return self._only_before

    # Size

    def sizeHint(self) -> QSize:
        return QSize(345, round(345 * RATIO))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._grows and event.size().width() != event.oldSize().width():
            self.setFixedHeight(max(120, round(event.size().width() * RATIO)))
        self._pan(QPointF())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        palette, room = self.palette(), QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), palette.color(Role.AlternateBase))
        both = not (self._before.isNull() or self._after.isNull()) and not self._only_before
        line = self._line()
        first, second = self._parts(line) if both else (self.rect(), self.rect())
        for picture, part in ((self._before, first), (self._after, second)):
            hidden = self._only_before and picture is self._after and not self._before.isNull()
            if picture.isNull() or hidden:
                continue
            painter.save()
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
            self._draw(painter, picture)
            painter.restore()
        dark, light = _inks(palette)
        self._plates(painter, first if both else None, second if both else None, dark, light)
        if both:
            self._divider(painter, line, dark, light)
        painter.setClipping(False)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))

    def _draw(self, painter: QPainter, picture: QPixmap) -> None:
        place = self._place(picture)
        if picture.hasAlphaChannel():  # a quiet ground, so that what is clear can be told from what is white
            painter.fillRect(place, self.palette().color(Role.Midlight))
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _parts(self, line: int) -> tuple[QRect, QRect]:
        """Where "before" and "after" are seen."""
        left = QRect(0, 0, line, self.height())
        right = QRect(line, 0, self.width() - line, self.height())
        return (right, left) if self._mirrored() else (left, right)

    def _plates(
        self, painter: QPainter, first: QRect | None, second: QRect | None, dark: QColor, light: QColor
    ) -> None:
        """The words on their own dark ground: text never stands on a picture."""
        painter.setFont(font(-1, 600))
        metrics = painter.fontMetrics()
        ends_left = self._mirrored()
        for words, picture, part, begins in (
            (tr("Before"), self._before, first, True),
            (tr("After"), self._after, second, False),
        ):
            if picture.isNull() or (self._only_before and not begins):
                continue
            plate = QRect(0, 8, metrics.horizontalAdvance(words) + 14, metrics.height() + 4)
            if begins is not ends_left:
                plate.moveLeft(8)
            else:
                plate.moveRight(self.width() - 9)
            if part is not None and not part.contains(plate):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dark)
            painter.drawRoundedRect(plate, 4, 4)
            painter.setPen(light)
            painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    def _divider(self, painter: QPainter, line: int, dark: QColor, light: QColor) -> None:
        x = min(self.width() - 1, max(1, line))
        painter.fillRect(QRect(x - 2, 0, 4, self.height()), dark)
        painter.fillRect(QRect(x - 1, 0, 2, self.height()), light)
        middle = QPoint(min(self.width() - _GRIP, max(_GRIP, x)), self.height() // 2)
        painter.setPen(dark)
        painter.setBrush(light)
        painter.drawEllipse(middle, _GRIP - 1, _GRIP - 1)
        names = ("chevron-right", "chevron-left") if self._mirrored() else ("chevron-left", "chevron-right")
        for name, left in zip(names, (middle.x() - 11, middle.x() + 1), strict=True):
            icons.draw(painter, name, dark, QRect(left, middle.y() - 5, 10, 10))


def _inks(palette: QPalette) -> tuple[QColor, QColor]:
    """(dark, light) of the theme: on a picture they stand on each other."""
    text, base = palette.color(Role.Text), palette.color(Role.Base)
    return (text, base) if text.lightness() < base.lightness() else (base, text)
