"""Closing while files are in work: finish them, go on in the tray, or stop; the answer can be remembered."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from app.core.events import OpenRequested
from app.core.states import JobState
from app.window.ask import Question
from app.window.leaving import Closing
from app.window.memory import Memory
from app.window.widgets import Button
from tests.waiting import until
from tests.window.staged import job, now_ms

# The offscreen platform has no tray and no stack of windows.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)


@pytest.fixture
def at_work(open_window, staged):
    """The window, and the one job that is in work."""
    number = staged.batch([job("a.jpg", 1), job("b.jpg", 2)])
    (claimed,) = staged.claim(number, 1)
    return open_window(), claimed


def questions(window):
    return [one for one in window.shell.findChildren(Question) if one.isVisible()]


def answer(window, name):
    (question,) = questions(window)
    next(b for b in question.findChildren(Button) if b.property("answer") == name).click()


def see(condition):
    until(lambda: QApplication.processEvents() or condition())


def test_finishing_waits_for_what_runs_and_then_closes(at_work, staged):
    window, claimed = at_work
    window.shell.close()
    assert window.shell.isVisible()
    buttons = {b.property("answer"): b for b in questions(window)[0].findChildren(Button)}
    assert buttons.keys() == {"stop", "finish"}
    assert questions(window)[0].focusWidget() is buttons["finish"]
    answer(window, "finish")
    QApplication.processEvents()
    assert window.shell.isVisible()
    assert window.shell.status.rest.text() == "Finishing what is in work, then quitting…"
    staged.end(claimed, JobState.DONE, outputs=("x",))
    see(lambda: not window.shell.isVisible())
    with staged.reader() as reader:
        assert not reader.paused(), "the next start goes on by itself"


def test_closing_again_while_finishing_leaves_at_once(at_work, staged):
    window, claimed = at_work
    window.shell.close()
    answer(window, "finish")
    QApplication.processEvents()
    window.shell.close()
    assert not window.shell.isVisible()
    staged.end(claimed, JobState.DONE, outputs=("x",))  # so that nobody waits for it any more


def test_stopping_leaves_everything_in_the_queue(at_work, staged):
    window, _claimed = at_work
    window.shell.close()
    answer(window, "stop")
    assert not window.shell.isVisible()
    with staged.reader() as reader:
        assert reader.counts().total == 2


def test_work_goes_on_behind_the_tray_until_the_window_is_wanted(at_work):
    window, _claimed = at_work
    window.tray_there = True
    seen = []
    window.shell.visible.connect(seen.append)
    window.shell.close()
    answer(window, "tray")
    assert not window.shell.isVisible()
    assert not window.shell.may_close
    assert window.desk.tray.shown
    assert window.desk.tray.words.startswith("0 of 2")
    window.desk.on_events((OpenRequested(()),))
    assert window.shell.isVisible()
    assert not window.desk.tray.shown
    assert seen == [False, True]


def test_quitting_from_the_tray_asks_in_the_window_while_files_are_in_work(at_work, staged):
    window, claimed = at_work
    window.tray_there = True
    window.shell.close()
    answer(window, "tray")
    window.desk.tray.left.emit()
    assert window.shell.isVisible()
    answer(window, "tray")
    staged.end(claimed, JobState.DONE, outputs=("x",))
    staged.pause()
    window.settle()
    left = []
    window.shell.left.connect(lambda: left.append(True))
    window.desk.tray.left.emit()
    assert window.shell.may_close
    assert left == [True]
    assert questions(window) == []


def test_the_answer_is_remembered_when_the_box_is_ticked(at_work, tmp_path):
    window, _claimed = at_work
    window.shell.close()
    questions(window)[0].findChild(QCheckBox).setChecked(True)
    answer(window, "stop")
    assert not window.shell.isVisible()
    window.memory.save()
    assert Memory(tmp_path).closing == Closing.STOP
    assert window.shell.actions_of["closing-stop"].isChecked()


def test_a_remembered_answer_asks_nothing_and_the_menu_changes_it(at_work):
    window, _claimed = at_work
    assert window.shell.actions_of["closing-ask"].isChecked()
    window.shell.actions_of["closing-tray"].trigger()
    window.shell.close()
    assert len(questions(window)) == 1, "there is no tray here, so it is asked"
    questions(window)[0].reject()
    window.tray_there = True
    window.shell.close()
    assert questions(window) == []
    assert not window.shell.isVisible()
    assert window.desk.tray.shown


def test_a_batch_that_starts_later_is_no_work_to_ask_about(open_window, staged):
    staged.batch([job("a.jpg", 1)], not_before=now_ms() + 3_600_000)
    window = open_window()
    window.shell.close()
    assert not window.shell.isVisible()
