"""Icons: SVG files drawn in a colour, at the screen's real pixel ratio.

Owns: finding, recolouring, rendering, mirroring and caching. Must not know: where an icon is used.
"""

from collections import OrderedDict
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.system.resources import resource

CACHE_SIZE = 1024  # 90 icons in a handful of colours and sizes; a pixmap of 32×32 is 4 KB

# Directions that follow the reading direction. Ticks, clocks and the play triangle never do.
MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo", "reveal", "send", "state-skipped"}
)

_cache: OrderedDict[tuple[str, int, int, float, bool], QPixmap] = OrderedDict()


@cache
def _source(name: str) -> str:
    file = resource("icons", f"{name}.svg")
    if name.startswith("kind-") and not file.is_file():  # a kind of job needs no icon of its own
        file = resource("icons", "file.svg")
    return file.read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels square, for a screen of `ratio` device pixels a pixel."""
    mirrored = name in MIRRORED and QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    key = (name, colour.rgba(), size, ratio, mirrored)
    found = _cache.get(key)
    if found is not None:
        _cache.move_to_end(key)
        return found
    made = _render(name, colour, round(size * ratio))
    if mirrored:
        made = made.transformed(QTransform().scale(-1, 1))
    made.setDevicePixelRatio(ratio)
    _cache[key] = made
    if len(_cache) > CACHE_SIZE:
        _cache.popitem(last=False)
    return made


def _render(name: str, colour: QColor, pixels: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return made


def draw(painter: QPainter, name: str, colour: QColor, rect: QRect) -> None:
    """Draw the icon centred in `rect`, as large as its shorter side."""
    size = min(rect.width(), rect.height())
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    x = rect.x() + (rect.width() - size) // 2
    y = rect.y() + (rect.height() - size) // 2
    painter.drawPixmap(x, y, pixmap(name, colour, size, ratio))


def icon(name: str, colour: QColor | QPalette.ColorRole = QPalette.ColorRole.ButtonText, size: int = 16) -> QIcon:
    """A QIcon for menus and actions. It keeps its colour: make it again when the theme changes."""
    palette = QApplication.palette()
    normal = colour if isinstance(colour, QColor) else palette.color(colour)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(pixmap(name, normal, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def icon_size(size: int = 16) -> QSize:
    """`size` as a square."""
    return QSize(size, size)
