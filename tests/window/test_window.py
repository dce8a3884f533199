"""The whole window over a real queue file: what a person sees and does."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit

from app.core.progress import Estimate
from app.core.states import BatchState, JobState
from app.store.intake import NewBatch, add_batch
from app.window.ask import Question
from app.window.header import Header
from app.window.mailcheck.page import MailCheckPage
from app.window.text import Face
from app.window.theme import Appearance
from app.window.widgets import Button, Look
from tests.waiting import until
from tests.window.mailcheck.letters import mail_batch
from tests.window.staged import job, lisbon


def rail_words(window):
    return {entry.title: (entry.count, entry.second) for entry in window.rail._model.entries if not entry.section}


def states(staged, batch=None):
    with staged.reader() as reader:
        return [j.state.value for j in reader.iter_jobs() if batch in (None, j.batch)]


def test_an_empty_window_offers_to_add_and_nothing_else(open_window):
    window = open_window()
    assert window.shell.centre.currentWidget() is window.shell.empty
    assert all(count is None for count, _ in rail_words(window).values())
    assert window.shell.status.count.text() == "Nothing to do"
    assert not window.shell.header.run.isEnabled()
    assert window.shell.header.run.toolTip() == "Nothing is waiting"
    assert [tile.recipe.name for tile in window.shell.empty.tiles.tiles] == ["Web photos", "Clean table", "Mail merge"]


def test_counts_batches_and_status_come_from_one_snapshot(open_window, staged):
    lisbon(staged)
    window = open_window()
    words = rail_words(window)
    assert words["All"][0] == 78
    assert (words["Running"][0], words["Retrying"][0], words["Held"][0], words["Failed"][0]) == (6, 1, 2, 6)
    assert words["Lisbon trip"][1] == "14 of 73"
    assert words["Orders Q3"][1] == "Finished · 3 failed"
    assert words["invoices.csv"][1] == "Finished · 1 unconfirmed"
    assert window.shell.status.count.text() == "14 of 73"
    assert window.shell.status.rest.text() == "3 failed"
    assert window.shell.status.workers.text() == "6 of 8 workers busy"
    assert window.shell.header.run.text() == "Pause"


def test_messages_in_work_are_no_busy_workers(open_window, staged):
    letters = staged.batch([job(f"jane{n}@example.org", n, 0) for n in range(5)], "people.csv", "mail", "Mail merge")
    staged.claim(letters, 3)
    window = open_window()
    status = window.shell.status
    status.show_state(window.desk.state.now, None, Estimate(None, None, False), (0, 8))
    assert status.workers.text() == "3 messages in work"
    status.show_state(window.desk.state.now, None, Estimate(None, None, False), (2, 8))
    assert status.workers.text() == "2 of 8 workers busy  ·  3 messages in work"


def test_choosing_a_view_or_batch_lists_it(open_window, staged):
    number, _ = lisbon(staged)
    window = open_window()
    assert window.model.rowCount() == 78
    window.desk.act("view-failed")
    window.settle()
    assert window.rows() == [
        "orders-0.csv",
        "orders-1.csv",
        "orders-2.csv",
        "IMG_2024.jpg",
        "IMG_2026.jpg",
        "IMG_2029.jpg",
    ]
    assert window.page.head.title.text() == "Failed"
    window.rail.choose(("batch", number))
    window.settle()
    assert window.model.rowCount() == 73
    assert window.page.head.second.text() == "Web photos  ·  73 files  ·  into /photos/Lisbon/Dropmill"
    assert not window.table.isColumnHidden(2)
    assert window.table.isColumnHidden(5)


def test_search_narrows_and_names_what_was_not_found(open_window, staged):
    lisbon(staged)
    window = open_window()
    window.shell.header.search.setText("orders")
    until(lambda: QApplication.processEvents() or window.model.view.search == "orders")
    window.settle()
    assert window.rows() == ["orders-0.csv", "orders-1.csv", "orders-2.csv"]
    window.shell.header.search.setText("lisbpn")
    until(lambda: QApplication.processEvents() or window.model.view.search == "lisbpn")
    window.settle()
    assert window.page.blank.title.text() == "No file matches “lisbpn”"
    assert window.page._rows.currentWidget() is window.page.blank


def test_run_starts_what_waits_and_pause_stops_it(open_window, staged):
    number = staged.batch([job("a.jpg", 1), job("b.jpg", 2)], start=False)
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    assert window.page.result.isVisible()
    assert window.page.result.run.text() == "Run 2 pictures"
    filled = [b for b in window.shell.findChildren(Button) if b.look is Look.FILLED and b.isVisible()]
    assert filled == [window.page.result.run]
    assert window.shell.status.why.accessibleName() == "Waiting for you to press Run"
    window.page.result.run.click()
    window.settle()
    assert window.shell.header.run.text() == "Pause"
    assert not window.page.result.isVisible()
    window.shell.header.run.click()
    window.settle()
    with staged.reader() as reader:
        assert reader.paused()
    assert window.shell.header.run.text() == "Run"
    assert window.shell.status.why.accessibleName() == "Paused by you, press Run to go on"
    window.shell.header.run.click()
    window.settle()
    with staged.reader() as reader:
        assert not reader.paused()


def test_e_mail_never_starts_from_run(open_window, staged, tmp_path):
    number = mail_batch(staged, tmp_path, [("Jane", "jane@example.org", "", "17")])
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    assert not window.shell.header.run.isEnabled()
    window.desk.act("run")
    window.settle()
    with staged.reader() as reader:
        assert reader.batch(number).state is BatchState.PAUSED
    assert window.page.result.check.isVisible()
    window.page.result.check.click()
    window.settle()
    assert isinstance(window.shell.shown_page, MailCheckPage)
    QTest.keyClick(window.shell, Qt.Key.Key_Escape)
    assert window.shell.shown_page is None
    window.settle()
    assert window.page.isVisible()


def test_hold_release_retry_and_remove_work_on_the_selection(open_window, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(4)])
    for claimed in staged.claim(number, 1):
        staged.end(claimed, JobState.FAILED, "CORRUPT", "Broken.")
    window = open_window()
    window.table.selectRow(1)
    assert window.shell.actions_of["hold"].isEnabled()
    assert not window.shell.actions_of["retry"].isEnabled()
    window.desk.act("hold")
    window.settle()
    assert states(staged) == ["failed", "held", "ready", "ready"]
    window.desk.act("hold")
    window.settle()
    assert states(staged) == ["failed", "ready", "ready", "ready"]
    window.table.selectRow(0)
    assert window.shell.actions_of["retry"].isEnabled()
    window.desk.act("retry")
    window.settle()
    assert states(staged) == ["ready"] * 4
    window.table.selectRow(3)
    window.table.asked.emit("remove")
    window.settle()
    assert states(staged) == ["ready", "ready", "ready", "cancelled"]


def test_cancelling_a_batch_is_asked_once_and_the_default_keeps_it(open_window, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(2)])
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    window.desk.act("cancel-batch")
    question = window.shell.findChild(Question)
    answers = {b.property("answer"): b for b in question.findChildren(Button)}
    assert answers["keep"].look is Look.FILLED
    answers["keep"].click()
    window.settle()
    assert states(staged) == ["ready", "ready"]
    window.desk.act("cancel-batch")
    question = next(q for q in window.shell.findChildren(Question) if q.isVisible())
    next(b for b in question.findChildren(Button) if b.property("answer") == "cancel").click()
    window.settle()
    assert states(staged) == ["cancelled", "cancelled"]


def test_selection_and_place_survive_a_new_list(open_window, staged):
    staged.batch([job(f"b{n:03}.jpg", n) for n in range(300)])
    window = open_window()
    window.table.selectRow(200)
    window.table.verticalScrollBar().setValue(190)
    window.table._sort_by(1)
    window.settle()
    window.table._sort_by(1)
    window.settle()
    assert window.model.view.descending
    assert window.rows()[0] == "b299.jpg"
    assert [window.model.job(window.model.row_of(i)).title for i in window.table.selected_ids()] == ["b200.jpg"]
    assert window.model.job(window.table.currentIndex().row()).title == "b200.jpg"


def test_the_working_front_is_followed_until_a_person_scrolls(open_window, staged):
    number = staged.batch([job(f"b{n:03}.jpg", n) for n in range(300)])
    for claimed in staged.claim(number, 150):
        staged.end(claimed, JobState.DONE, outputs=("x",))
    staged.claim(number, 2)
    window = open_window()
    front = window.model.ids[150]
    window.table.on_progress({front: (0.5, "reading"), window.model.ids[151]: (0.1, "reading")})
    window.table._follow_running()
    first, last = window.table.visible_rows()
    assert first < 150 < first + (last - first) / 2
    window.table.follow = False
    window.table.verticalScrollBar().setValue(0)
    window.table._follow_running()
    assert window.table.visible_rows()[0] == 0


def test_a_batch_that_vanishes_from_the_rail_gives_way_to_all(open_window, staged):
    number = staged.batch([job("a.jpg", 1)])
    for claimed in staged.claim(number, 1):
        staged.end(claimed, JobState.DONE, outputs=("x",))
    staged.batch([job("b.jpg", 1)], "second")
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    window.desk.act("dismiss")
    window.settle()
    assert window.rail.key == ("view", "")
    assert window.rows() == ["b.jpg"]


def mime_of(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_dragging_covers_the_centre_and_dropping_adds(open_window, staged, tmp_path):
    pictures = tmp_path / "in"
    pictures.mkdir()
    (pictures / "a.jpg").write_bytes(b"123")
    window = open_window()
    shell, mime = window.shell, mime_of(pictures / "a.jpg")
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    shell.dragEnterEvent(QDragEnterEvent(QPoint(600, 300), action, mime, buttons, keys))
    assert shell.overlay.isVisible()
    until(lambda: QApplication.processEvents() or shell.overlay.title.text() == "Drop to add 1 file with Web photos")
    shell.dragLeaveEvent(QDragLeaveEvent())
    assert not shell.overlay.isVisible()
    shell.dragEnterEvent(QDragEnterEvent(QPoint(600, 300), action, mime, buttons, keys))
    shell.dropEvent(QDropEvent(QPointF(600, 300), action, mime, buttons, keys))
    window.settle()
    assert not shell.overlay.isVisible()
    assert window.rail.key == ("batch", 1)
    assert window.rows() == ["a.jpg"]
    assert window.page.result.title.text() == "1 file added"


def test_dropping_on_a_tile_uses_its_recipe(open_window, staged, tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    window = open_window()
    shell, mime = window.shell, mime_of(tmp_path / "t.csv")
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    shell.dragEnterEvent(QDragEnterEvent(QPoint(600, 300), action, mime, buttons, keys))
    QApplication.processEvents()
    tile = next(t for t in shell.overlay.tiles.tiles if t.recipe.name == "Clean table")
    at = tile.mapTo(shell, tile.rect().center())
    shell.dropEvent(QDropEvent(QPointF(at), action, mime, buttons, keys))
    window.settle()
    with staged.reader() as reader:
        assert reader.batches()[0].recipe_name == "Clean table"


def test_pasting_files_adds_them(open_window, staged, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"1")
    window = open_window()
    QGuiApplication.clipboard().setMimeData(mime_of(tmp_path / "a.jpg"))
    window.desk.act("paste")
    window.settle()
    assert window.rows() == ["a.jpg"]
    QGuiApplication.clipboard().clear()
    window.desk.act("paste")
    assert window.shell.status.rest.text() == "The clipboard holds no files and no paths."


def test_what_cannot_be_added_is_said_in_a_banner(open_window, staged, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"1")
    staged.batch([job("b.jpg", 1)])
    window = open_window()
    window.desk.add((str(tmp_path / "a.pdf"),))
    window.settle()
    assert "cannot read .pdf files" in window.desk.notices.spec.title


def test_a_trouble_of_the_engine_shows_in_an_empty_window_too(open_window):
    window = open_window()
    window.desk.notices.trouble("The queue file was not a database. It was kept aside.")
    window.settle()
    assert window.shell.empty.banner.shown.isVisible()
    window.shell.empty.banner.shown.closed.emit(window.desk.notices.spec)
    assert window.shell.empty.banner.shown is None


def test_interrupted_work_is_told_once(open_window, staged):
    staged.batch([job("a.jpg", 1)])
    window = open_window(interrupted=4)
    assert window.desk.notices.spec.title == "Dropmill was closed while 4 files were being processed"
    review = next(b for b in window.page.banner.shown.findChildren(Button) if b.property("action") == "review")
    review.click()
    window.settle()
    assert window.rail.key == ("view", Face.WAITING)
    assert window.page.banner.shown is None


def test_a_closed_drawer_gives_its_room_and_the_focus_back(open_window, staged):
    lisbon(staged)
    window = open_window()
    window.shell.activateWindow()
    height = window.table.height()
    window.desk.act("failures")
    window.settle()
    assert window.table.height() < height
    window.desk.act("failures")
    window.settle()
    assert window.table.height() == height
    assert QApplication.focusWidget() is window.table


def test_while_folders_are_looked_through_nothing_else_is_said(open_window, staged):
    staged.writer.call(lambda tx: add_batch(tx, NewBatch("image", "cpu", "photos", "Web photos", "{}", {})))
    window = open_window()
    assert window.page.blank.title.text() == "Looking through folders…"
    assert window.shell.status.count.text() == "Looking through folders…"


def test_the_drawer_shows_a_cause_in_the_table(open_window, staged):
    number, _ = lisbon(staged)
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    assert not window.desk.drawer.isHidden()
    window.desk.drawer.show_in_table.emit(number, "CORRUPT")
    window.settle()
    assert window.rows() == ["IMG_2024.jpg", "IMG_2029.jpg"]
    assert window.page.head.title.text() == "Not a complete picture"
    assert window.page.head.second.text() == "2 files in Lisbon trip"


@pytest.mark.parametrize(
    ("width", "strip", "search", "rows"),
    [(1280, False, True, True), (1000, False, True, True), (720, True, False, False)],
)
def test_the_frame_folds_up(open_window, staged, width, strip, search, rows):
    number, _ = lisbon(staged)
    window = open_window(width=width, height=max(480, width * 5 // 8))
    window.rail.choose(("batch", number))
    window.settle()
    assert (window.rail.width() == 48) is strip
    assert window.shell.header.search.isVisible() is search
    assert window.table.horizontalScrollBar().maximum() == 0
    window.desk.act("failures")
    window.settle()
    assert window.table.isVisible() is rows  # in a narrow window the open drawer takes the centre
    window.desk.act("failures")
    window.settle()
    assert window.table.isVisible()
    assert window.shell.minimumSizeHint().width() <= width


def test_search_unfolds_over_the_header_in_a_narrow_window(open_window):
    window = open_window(width=720, height=480)
    window.desk.act("find")
    assert window.shell.header.search.isVisible()
    assert not window.shell.header.picker.isVisible()
    window.shell.header.search.closed.emit()
    assert window.shell.header.picker.isVisible()


def test_everything_without_words_has_a_name(open_window, staged):
    lisbon(staged)
    window = open_window()
    window.desk.act("failures")
    window.settle()
    for button in window.shell.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            assert button.accessibleName() or button.text(), button
    for field in [*window.shell.findChildren(QLineEdit), *window.shell.findChildren(QComboBox)]:
        assert field.accessibleName(), field
    regions = [Header, type(window.rail), type(window.table), type(window.shell.status)]
    assert all(window.shell.findChild(region).accessibleName() for region in regions)


def test_f6_walks_through_the_regions(open_window, staged):
    lisbon(staged)
    window = open_window()
    window.shell.activateWindow()
    seen = []
    for _ in range(len(window.shell.regions())):
        window.desk.act("next-region")
        focus = QApplication.focusWidget()
        seen.append(next(r for r in window.shell.regions() if r is focus or r.isAncestorOf(focus)))
    assert len(set(seen)) == len(window.shell.regions()) >= 4


def test_a_theme_is_remembered_and_changes_while_running(open_window, qapp):
    window = open_window()
    window.desk.act("appearance-dark")
    assert qapp.palette().base().color().name() == "#212426"
    assert window.memory.appearance is Appearance.DARK
    assert window.shell.actions_of["appearance-dark"].isChecked()
    window.desk.act("appearance-light")
    assert qapp.palette().base().color().name() == "#ffffff"


def test_closing_an_idle_window_asks_nothing(open_window, staged):
    staged.batch([job("a.jpg", 1)], start=False)
    window = open_window()
    window.shell.close()
    assert not window.shell.isVisible()
    assert window.memory.geometry is not None


def test_a_drop_of_which_everything_was_done_before_says_so_and_tells_no_end(open_window, staged):
    done = {"state": JobState.SKIPPED, "code": "ALREADY_DONE", "message": "Already done on 3 March"}
    number = staged.batch([job(f"a{n}.jpg", n, **done) for n in range(3)], start=False)
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    assert window.page.result.title.text() == "All 3 files were made before"
    assert "3 already done" in [label.text() for label in window.page.result.card.findChildren(QLabel)]
    assert window.desk.notices.spec is None
    window.page.result.close_button.click()
    assert not window.page.result.isVisible()
