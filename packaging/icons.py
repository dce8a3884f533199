"""Draws `resources/app-icon.svg` as PNG, ICO (Windows) and ICNS (macOS) beside it. `make icons`; the results are
committed, so a build needs no drawing.

Owns: sizes and formats of the program's icon. Must not know the program.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
PNG_SIZE = 256
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # what Windows asks for at 100 to 200 %
HICOLOR_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def draw(renderer: QSvgRenderer, size: int) -> Image.Image:
    """The icon at `size` pixels, drawn from the vectors (a scaled bitmap would blur the small ones)."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, the function text
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def hicolor(target: Path) -> None:
    """Write the icon in every size of a Linux desktop below `target`, a folder in the form of the theme hicolor."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(RESOURCES / "app-icon.svg"))
    for size in HICOLOR_SIZES:
        folder = target / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        draw(renderer, size).save(folder / "dropmill.png", optimize=True)
    del application  # it must live while something is drawn
    scalable = target / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(RESOURCES / "app-icon.svg", scalable / "dropmill.svg")


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv)
    renderer = QSvgRenderer(str(RESOURCES / "app-icon.svg"))
    if not renderer.isValid():
        print("resources/app-icon.svg cannot be drawn.", file=sys.stderr)
        return 1
    drawn = {size: draw(renderer, size) for size in {PNG_SIZE, *ICO_SIZES, *ICNS_SIZES}}
    drawn[PNG_SIZE].save(RESOURCES / "app-icon.png", optimize=True)
    *smaller, largest = (drawn[size] for size in ICO_SIZES)
    largest.save(RESOURCES / "app-icon.ico", append_images=smaller, sizes=[(size, size) for size in ICO_SIZES])
    *smaller, largest = (drawn[size] for size in ICNS_SIZES)
    largest.save(RESOURCES / "app-icon.icns", append_images=smaller)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
