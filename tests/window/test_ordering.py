"""Priority, moves and the "pause here" mark from menus and keys; drives that are away."""

import pytest
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.core.failures import Failure
from app.core.model import Batch
from app.core.states import JobState
from app.store import lanes
from app.window.banners import BannerAction
from app.window.text import moment
from app.window.widgets import Button
from tests.window.staged import job, now_ms

DRIVE = "/photos/Lisbon"


@pytest.fixture
def view(open_window, staged):
    """The window with a batch of four in view."""
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(4)])
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    return window


def batch(window) -> Batch:
    (found,) = window.desk.state.now.batches
    return found


def claimed(staged, number):
    return [one.title for one in staged.claim(number, 4)]


def shown(window):
    return [window.table.queue.job(row).title for row in range(window.table.queue.rowCount())]


def test_a_priority_is_set_and_ticked(view):
    actions = view.shell.actions_of
    assert actions["priority-normal"].isChecked()
    actions["priority-high"].trigger()
    view.settle()
    assert batch(view).priority == 1
    assert actions["priority-high"].isChecked()
    assert not actions["priority-normal"].isChecked()
    actions["priority-low"].trigger()
    view.settle()
    assert batch(view).priority == -1


def test_a_finished_batch_has_no_priority_to_choose(open_window, staged):
    number = staged.batch([job("a.jpg", 1)])
    for one in staged.claim(number, 1):
        staged.end(one, JobState.DONE)
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    assert not window.shell.actions_of["priority-high"].isEnabled()


def test_rows_move_to_the_top_and_to_the_end(view, staged):
    view.table.selectRow(2)
    QTest.keySequence(view.table, QKeySequence("Ctrl+Home"))
    view.settle()
    assert view.shell.status.rest.text() == "1 file goes first in its batch now."
    assert shown(view) == ["a2.jpg", "a0.jpg", "a1.jpg", "a3.jpg"]
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [0]  # it went with its file
    view.table.clearSelection()
    view.table.selectRow(1)
    QTest.keySequence(view.table, QKeySequence("Ctrl+End"))
    view.settle()
    assert shown(view) == ["a2.jpg", "a1.jpg", "a3.jpg", "a0.jpg"]
    assert claimed(staged, batch(view).id) == ["a2.jpg", "a1.jpg", "a3.jpg", "a0.jpg"]


def test_pause_here_marks_a_row_and_takes_the_mark_away(view):
    mark = view.shell.actions_of["pause-here"]
    assert not mark.isEnabled()
    view.table.selectRow(2)
    assert mark.text() == "Pause here"
    mark.trigger()
    view.settle()
    assert batch(view).pause_at == view.model.ids[2]
    assert view.model.data(view.model.index(2, 2)) == "The batch pauses here"
    assert mark.text() == "Do not pause here"
    mark.trigger()
    view.settle()
    assert batch(view).pause_at is None
    mark.trigger()
    view.settle()
    view.shell.actions_of["pause-nowhere"].trigger()
    view.settle()
    assert batch(view).pause_at is None
    assert not view.shell.actions_of["pause-nowhere"].isEnabled()


def test_stop_now_gives_back_what_runs(view, staged):
    stop = view.shell.actions_of["stop-now"]
    assert not stop.isEnabled()
    staged.claim(batch(view).id, 1)
    view.settle()
    assert stop.isEnabled()
    stop.trigger()
    view.settle()
    assert view.desk.state.now.paused
    assert staged.stopped


def test_a_batch_of_the_rail_has_a_menu_of_its_own(view):
    view.rail.choose(("view", ""))
    view.settle()
    rail, row = view.rail, view.rail._model.row_of(("batch", batch(view).id))
    at = rail.visualRect(rail._model.index(row)).center()
    rail.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rail.viewport().mapToGlobal(at)))
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    titles = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert view.rail.key == ("batch", batch(view).id)
    assert {"Undo batch…", "Priority", "Cancel this batch", "Remove batch from the list"} <= set(titles)


def test_a_drive_that_is_away_is_told_and_looked_at_when_asked(view, staged):
    (one,) = staged.claim(batch(view).id, 1)
    until, failure = now_ms() + 60_000, Failure("DRIVE_MISSING", f"{DRIVE} cannot be reached. Its files wait.")
    staged.writer.call(lambda tx: lanes.park_ended(tx, DRIVE, one.id, failure, until))
    staged.end(one, JobState.WAITING, failure.code, failure.message)
    view.settle()
    assert view.desk.notices.spec.title == f"{DRIVE} cannot be reached"
    look = next(
        b for b in view.page.banner.shown.findChildren(Button) if b.property("action") == BannerAction.RESUME_LANE
    )
    assert look.text() == "Look now"
    staged.writer.call(lambda tx: lanes.park(tx, batch(view).id, DRIVE))
    view.settle()
    assert view.shell.status.why.accessibleName().startswith("Waiting: Lisbon is away, looking again in ")
    look = next(
        b for b in view.page.banner.shown.findChildren(Button) if b.property("action") == BannerAction.RESUME_LANE
    )
    look.click()
    view.settle()
    with staged.reader() as reader:
        (drive,) = [lane for lane in reader.lanes() if lane.name == f"drive:{DRIVE}"]
    assert drive.until is not None
    assert drive.until <= now_ms()


def test_a_batch_with_a_time_says_when_it_starts(open_window, staged):
    start = now_ms() + 48 * 3_600_000
    number = staged.batch([job("a.jpg", 1)], not_before=start)
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    words = moment(start, now_ms())
    assert words.startswith("on ")
    assert window.rail.entry().second == f"Starts {words}"
    assert window.shell.status.why.accessibleName() == f"Waiting: starts {words}"
