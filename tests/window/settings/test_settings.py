"""The page of settings over a real settings file: what is changed is kept at once, and acts at once."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox

from app.core.retention import Retention
from app.core.tuning import Tuning
from app.system.alert_rules import CommandRule, DesktopRule, Occasion
from app.system.settings import Settings
from app.window.settings.notifications import NOTIFICATION, SOUND
from app.window.settings.page import SettingsPage, groups
from tests.waiting import until


@pytest.fixture
def view(open_window):
    """The window, and a way to show a group."""
    window = open_window()

    def show(group):
        if not isinstance(window.shell.shown_page, SettingsPage):
            window.desk.act("settings")
        window.shell.shown_page.show_group(group)
        window.settle()
        return window.shell.shown_page.panel

    window.group = show
    return window


def kept(window) -> Settings:
    return window.backend.parts.settings.read()


def test_general_settings_act_like_the_menus(view):
    panel = view.group("general")
    panel.theme.choose(2)
    assert view.theme.appearance == "dark"
    assert view.shell.actions_of["appearance-dark"].isChecked()
    panel.closing.setCurrentIndex(panel.closing.findData("stop"))
    panel.closing.activated.emit(panel.closing.currentIndex())
    assert view.memory.closing == "stop"
    panel.language.setCurrentIndex(panel.language.findData("de"))
    panel.language.activated.emit(panel.language.currentIndex())
    assert view.memory.language == "de"
    panel.start.setCurrentIndex(panel.start.findData("activity"))
    panel.start.activated.emit(panel.start.currentIndex())
    assert view.memory.start == "activity"
    view.group("processing")
    assert view.group("general").closing.currentData() == "stop", "shown again as it was left"


def test_workers_memory_and_tries_are_kept_and_act_on_the_engine(view, staged):
    panel = view.group("processing")
    panel.workers.setValue(3)
    view.settle()
    assert kept(view).workers == 3
    assert staged.tuned == [Tuning(3, 0.6, None)]
    panel.memory.setValue(75)
    panel.tries.setValue(4)
    view.settle()
    assert staged.tuned[-1] == Tuning(3, 0.75, 4)
    panel.workers.setValue(0)
    view.settle()
    assert kept(view).workers is None
    assert staged.tuned[-1] == Tuning(None, 0.75, 4)


def test_what_another_program_wrote_is_shown_and_not_undone(view):
    view.group("processing")
    view.backend.parts.settings.change(workers=5)
    panel = view.group("originals")
    panel.days.setValue(30)
    view.settle()
    assert (kept(view).workers, kept(view).keep_days) == (5, 30)
    assert view.group("processing").workers.number() == 5


def test_how_long_files_are_remembered_and_how_much_room_they_take(view, staged):
    panel = view.group("originals")
    assert panel.days.value() == 7
    assert "on the drive" in panel.room.consequence.text()
    panel.rows.setValue(1000)
    view.settle()
    assert staged.tuned == [Retention(7, 1000)]
    panel.tidy.click()
    view.settle()
    assert staged.tuned[-1] is None


def test_a_file_that_cannot_be_read_is_said_and_left_alone(view):
    path = view.backend.parts.settings.path
    path.write_text('{"workers": "many"}')
    panel = view.group("processing")
    page = view.shell.shown_page
    assert page.trouble.isVisible()
    assert "cannot be used: workers" in page.trouble.text()
    assert not panel.isEnabled()
    assert path.read_text() == '{"workers": "many"}'
    path.write_text(json.dumps({"workers": 2}))
    panel = view.group("originals")
    assert not page.trouble.isVisible()
    assert panel.isEnabled()


def test_notifications_are_alerts_by_another_way(view):
    panel = view.group("notifications")
    finished = panel.switches[NOTIFICATION, Occasion.BATCH_FINISHED]
    finished.setFocus()
    QTest.keyClick(finished, Qt.Key.Key_Return)
    view.settle()
    panel.switches[NOTIFICATION, Occasion.DISK_LOW].click()
    panel.switches[SOUND, Occasion.BATCH_FAILURES].click()
    view.settle()
    rules = {rule.name: (rule.do, rule.on) for rule in view.backend.parts.alerts.all()}
    assert rules == {
        NOTIFICATION: ("desktop", (Occasion.BATCH_FINISHED, Occasion.DISK_LOW)),
        SOUND: ("sound", (Occasion.BATCH_FAILURES,)),
    }
    panel = view.group("notifications")
    assert panel.switches[NOTIFICATION, Occasion.DISK_LOW].isChecked()
    panel.switches[SOUND, Occasion.BATCH_FAILURES].click()
    view.settle()
    assert [rule.name for rule in view.backend.parts.alerts.all()] == [NOTIFICATION]


def test_an_alert_is_added_changed_tried_and_removed(view, tmp_path):
    panel = view.group("alerts")
    assert panel.empty.isVisible()
    panel.add.click()
    form = panel.form
    form.keep.click()
    assert form.trouble.text().splitlines() == ["Give it a name.", "Name the program."]
    form.name.setText("Note it")
    form.detail.setText(f"/usr/bin/touch '{tmp_path}/told you'")
    form.keep.click()
    view.settle()
    assert view.backend.parts.alerts.all() == [
        CommandRule(name="Note it", on=(Occasion.BATCH_FINISHED,), command=("/usr/bin/touch", f"{tmp_path}/told you"))
    ]
    row = panel.rows["Note it"]
    row.buttons[0].click()
    until(lambda: view.settle() or row.second.text() == "The test alert was given.")
    assert (tmp_path / "told you").exists()
    row.buttons[1].click()
    assert panel.form.detail.text() == f"/usr/bin/touch '{tmp_path}/told you'"
    panel.form.name.setText("Show it")
    panel.form.way.setCurrentIndex(panel.form.way.findData("desktop"))
    panel.form.keep.click()
    view.settle()
    assert view.backend.parts.alerts.all() == [DesktopRule(name="Show it", on=(Occasion.BATCH_FINISHED,))]
    panel.rows["Show it"].buttons[-1].click()
    view.settle()
    assert view.backend.parts.alerts.all() == []
    assert panel.empty.isVisible()


def test_an_alert_that_cannot_be_given_says_why(view):
    view.group("alerts")
    view.backend.parts.alerts.put(CommandRule(name="x", on=(Occasion.DISK_LOW,), command=("/no/such/program",)))
    view.group("processing")
    panel = view.group("alerts")
    panel.rows["x"].buttons[0].click()
    until(lambda: view.settle() or "program cannot be started" in panel.rows["x"].second.text())


def test_an_open_quotation_mark_and_a_bad_address_are_said(view):
    panel = view.group("alerts")
    panel.add.click()
    panel.form.name.setText("x")
    panel.form.detail.setText("echo 'half")
    panel.form.keep.click()
    assert "quotation mark" in panel.form.trouble.text()
    panel.form.way.setCurrentIndex(panel.form.way.findData("post"))
    panel.form.detail.setText("ftp://example.org")
    panel.form.keep.click()
    assert "https://" in panel.form.trouble.text()
    assert view.backend.parts.alerts.all() == []


def test_an_alert_that_cannot_be_used_can_be_removed(view):
    view.backend.parts.settings.change(alerts={"old": {"do": "telegraph", "on": ["batch-finished"]}})
    panel = view.group("alerts")
    row = panel.rows["old"]
    assert "alert old" in row.second.text()
    (remove,) = row.buttons
    remove.click()
    view.settle()
    assert kept(view).alerts == {}


def test_every_group_fits_the_smallest_window_and_names_its_controls(view):
    view.shell.resize(720, 480)
    for name, _icon, words in groups():
        panel = view.group(name)
        assert view.shell.shown_page.entries[name].accessibleName() == words
        inner = view.shell.shown_page._inner
        assert inner.minimumSizeHint().width() <= inner.width(), name
        controls = panel.findChildren(QAbstractButton) + panel.findChildren(QComboBox) + panel.findChildren(QSpinBox)
        for control in (c for c in controls if not c.objectName().startswith("qt_")):
            assert control.accessibleName() or control.text(), (name, control)
        for line in panel.findChildren(QLineEdit):
            inside = isinstance(line.parent(), QSpinBox | QComboBox)
            assert inside or line.accessibleName(), (name, line)


def test_the_group_that_was_looked_at_last_comes_first(view):
    view.group("originals")
    view.shell.escaped.emit()
    view.desk.act("settings")
    view.settle()
    assert view.shell.shown_page.entries["originals"].isChecked()
    assert view.shell.footer.places["settings"].isChecked()
    view.desk.act("about")
    view.settle()
    assert view.shell.shown_page.entries["about"].isChecked()
