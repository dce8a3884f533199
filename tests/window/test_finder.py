"""Files that macOS hands to the running program."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.finder import Opened


def test_files_of_one_gesture_are_added_together(qtbot: QtBot, qapp: QApplication) -> None:
    added: list[tuple[str, ...]] = []
    parent = QObject()
    opened = Opened(qapp, added.append, parent)
    for name in ("/a.jpg", "/b.jpg"):
        QApplication.sendEvent(qapp, QFileOpenEvent(name))
    qtbot.waitUntil(lambda: bool(added))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    QApplication.sendEvent(qapp, QFileOpenEvent("/c.jpg"))
    qtbot.waitUntil(lambda: len(added) == 2)
    assert added == [("/a.jpg", "/b.jpg"), ("/c.jpg",)]
    qapp.removeEventFilter(opened)
