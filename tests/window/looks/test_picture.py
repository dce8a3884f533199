"""The picture before and after: the divider is a slider, keys and mouse move it, numbers stand below."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from app.window.looks.picture import PictureLook
from app.window.looks.split import SplitView
from tests.window.looks.previews import WEB, picture, seen_of

BLACK, WHITE = QColor("black"), QColor("white")


def plain(colour: QColor, width: int = 200, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.fixture
def view(qtbot):
    made = SplitView()
    qtbot.addWidget(made)
    made.resize(400, 250)
    made.show()
    made.show_images(plain(BLACK), plain(WHITE), plain(WHITE).size())
    with qtbot.waitActive(made):
        made.activateWindow()
    made.setFocus()
    return made


def at(view: SplitView, part: float) -> QColor:
    """The colour at this part of the width, clear of plates and handle."""
    image = view.grab().toImage()
    return image.pixelColor(round(image.width() * part), round(image.height() * 0.7))


def test_the_divider_is_a_slider_that_says_where_it_is(view: SplitView) -> None:
    assert isinstance(view, QSlider)
    assert view.accessibleName() == "Divider between before and after, 50\u00a0%"
    view.setValue(52)
    assert view.accessibleName() == "Divider between before and after, 52\u00a0%"


def test_keys_move_the_divider(view: SplitView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.value() == 55
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.value() == 45
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.value() == 0
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.value() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.value() == 100


def test_before_stands_where_lines_begin(view: SplitView) -> None:
    view.setValue(60)
    assert (at(view, 0.5), at(view, 0.7)) == (BLACK, WHITE)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert (at(view, 0.3), at(view, 0.5)) == (WHITE, BLACK)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.value() == 65, "the key moves the divider to the side it points to"


def test_the_mouse_takes_the_divider_anywhere(view: SplitView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert view.value() == 25
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    assert view.value() == 75


def test_b_held_shows_all_before(view: SplitView) -> None:
    assert at(view, 0.8) == WHITE
    QTest.keyPress(view, Qt.Key.Key_B)
    assert view.shows_only_before
    assert at(view, 0.8) == BLACK
    QTest.keyRelease(view, Qt.Key.Key_B)
    assert at(view, 0.8) == WHITE
    QTest.keyPress(view, Qt.Key.Key_B)
    view.clearFocus()
    assert not view.shows_only_before, "the release goes elsewhere then"


def test_at_100_percent_a_small_picture_keeps_its_pixels_and_a_large_one_moves(view: SplitView) -> None:
    view.show_images(plain(BLACK, 40, 40), plain(WHITE, 40, 40), plain(WHITE, 40, 40).size())
    view.setValue(0)
    assert at(view, 0.35) == WHITE
    view.show_whole(False)
    assert at(view, 0.35) != WHITE, "40 px in a place of 400"
    tall = plain(WHITE, 100, 2000)
    for y in range(1000):
        tall.setPixelColor(50, y, BLACK)
    view.show_images(plain(BLACK, 100, 2000), tall, tall.size())
    before = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.grab().toImage() != before


def test_numbers_of_both_stand_below(qtbot, tmp_path: Path) -> None:
    look = PictureLook()
    qtbot.addWidget(look)
    seen = seen_of("image", WEB, picture(tmp_path / "a.jpg"))
    look.show_seen(seen)
    words = [look._firsts[name].text() for name in ("before", "after")]
    assert words == ["320\u00a0×\u00a0200", "160\u00a0×\u00a0100"]
    assert look._seconds["before"].text().startswith("JPEG  ·  ")
    assert look.outputs.count() == 2
    assert look.outputs.itemText(1) == "a-small.webp"
    look.show_output(1)
    assert look._seconds["after"].text().startswith("WEBP  ·  ")
    look.show_seen(seen)
    assert look.outputs.currentIndex() == 1, "the same result stays in view"


def test_one_result_needs_no_list_to_choose_from(qtbot, tmp_path: Path) -> None:
    look = PictureLook()
    qtbot.addWidget(look)
    look.show()
    recipe = '{"dropmill": 1, "kind": "image", "outputs": [{"format": "png"}]}'
    look.show_seen(seen_of("image", recipe, picture(tmp_path / "a.jpg")))
    QApplication.processEvents()
    assert look.outputs.isHidden()
    assert look._saved_head.text() in ("Saved", "Larger by")
