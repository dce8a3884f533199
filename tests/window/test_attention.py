"""Notifications and sounds of alerts: by a program of the system, else by the tray and a beep, from any thread."""

import os
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.alerts.trouble import AlertError
from app.window.actions import Actions
from app.window.attention import WindowAttention
from app.window.tray import Tray

pytestmark = [
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have programs of their own"),
    pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True),  # the offscreen platform has no tray
]


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """The only folder in which programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.fspath(folder))
    return folder


@pytest.fixture
def attention(qtbot, tmp_path):
    made = WindowAttention(tmp_path)
    yield made
    made.close()


@pytest.fixture
def tray(qtbot, shell_actions):
    made = Tray(shell_actions, shell_actions, lambda: True)
    yield made
    made.close()


@pytest.fixture
def shell_actions(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield Actions(window)


def elsewhere(call):
    """Run `call` on another thread; what it raised."""
    raised = []

    def work():
        try:
            call()
        except AlertError as error:
            raised.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return raised


def test_a_program_of_the_system_is_asked_first(attention, tray, programs, tmp_path):
    told = tmp_path / "told"
    program = programs / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {told}\n')
    program.chmod(0o755)
    attention.use(tray)
    assert elsewhere(lambda: attention.notify("Lisbon trip", "302 done")) == []
    assert told.read_text() == "--app-name=Dropmill|--|Lisbon trip|302 done|"
    assert not tray.shown


def test_without_one_the_tray_shows_it(qtbot, attention, tray, programs):
    attention.use(tray)
    assert elsewhere(lambda: attention.notify("Lisbon trip", "302 done")) == []
    assert not tray.shown, "not on the thread of the alerts"
    qtbot.waitUntil(lambda: tray.shown)


def test_without_both_the_alert_says_that_it_failed(attention, programs, shell_actions):
    attention.use(Tray(shell_actions, shell_actions, lambda: False))
    (words,) = elsewhere(lambda: attention.notify("Lisbon trip", "302 done"))
    assert "no program here that shows notifications" in words


def test_the_systems_sound_becomes_a_beep_but_a_file_does_not(attention, programs, tmp_path):
    beeps = []

    class Ear(QObject):
        def heard(self):
            beeps.append(threading.current_thread())

    ear = Ear()
    attention._beeped.connect(ear.heard, Qt.ConnectionType.DirectConnection)
    assert elsewhere(lambda: attention.sound(None)) == []
    assert len(beeps) == 1
    (tmp_path / "bell.wav").write_bytes(b"")
    assert elsewhere(lambda: attention.sound(os.fspath(tmp_path / "bell.wav")))
    assert len(beeps) == 1
