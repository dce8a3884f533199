"""What is said over a drag fits, however much of it there is (four types are named): the count goes on meanwhile."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.window.drop import DropOverlay


@pytest.fixture
def overlay(qapp: QApplication) -> DropOverlay:
    page = QWidget()
    page.resize(672, 400)  # of the smallest window
    made = DropOverlay(page)
    made.setGeometry(page.rect())
    made.page = page  # type: ignore[attr-defined]  # kept alive
    page.show()
    made.show()
    return made


@pytest.mark.parametrize("words", range(1, 60, 3))
def test_a_warning_is_seen_whole(overlay: DropOverlay, words: int) -> None:
    overlay.warning.setText("1,204 .pdf, " * words)
    overlay.sign.show()
    overlay.panel.resized.emit()
    QApplication.processEvents()
    label = overlay.warning
    assert overlay.panel.rect().contains(label.geometry())
    assert label.height() >= label.heightForWidth(label.width())
