"""Icons that are there, and what a kind of job without one gets."""

from PySide6.QtGui import QColor

from app.window import icons


def test_a_kind_of_job_without_an_icon_of_its_own_is_drawn_as_a_file(qapp):
    ink = QColor("#123456")
    assert icons.pixmap("kind-somethingnew", ink).toImage() == icons.pixmap("file", ink).toImage()
    assert icons.pixmap("kind-image", ink).toImage() != icons.pixmap("file", ink).toImage()
