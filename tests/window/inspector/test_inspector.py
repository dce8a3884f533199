"""The inspector in the window: what is selected is read, looked at and told, and only while it can be seen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.failures import Failure
from app.core.states import JobState
from app.window.failures.ask import SendAgain
from app.window.looks.picture import PictureLook
from app.window.looks.table import TableLook
from app.window.widgets import Button
from tests.waiting import until
from tests.window.conftest import Window
from tests.window.looks.previews import CLEAN, WEB, Previews, orders, picture
from tests.window.staged import Staged, job

Open = Callable[..., Window]


@pytest.fixture
def previews(staged: Staged) -> Previews:
    staged.preview = Previews()
    return staged.preview


@pytest.fixture
def photos(staged: Staged, previews: Previews, tmp_path: Path) -> Path:
    """Three pictures of which two are done, and their outputs."""
    folder = tmp_path / "photos"
    (folder / "out").mkdir(parents=True)
    names = [f"{name}.jpg" for name in "abc"]
    for name in names:
        picture(folder / name)
    batch = staged.batch([job(name, n, 9_000, str(folder)) for n, name in enumerate(names)], text=WEB)
    for claimed in staged.claim(batch, 2):
        made = picture(folder / "out" / claimed.title, (80, 50))
        staged.end(claimed, JobState.DONE, outputs=(str(made),), bytes_out=700)
    return folder


def select(window: Window, *rows: int) -> None:
    table, model = window.table, window.model
    chosen = QItemSelection()
    for row in rows:
        chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    still(window)


def still(window: Window) -> None:
    """Wait until the selection was read."""
    until(lambda: QApplication.processEvents() or not window.desk.pages.inspector._still.isActive())
    window.settle()


def toggle(window: Window) -> None:
    window.shell.actions_of["inspector"].trigger()
    window.settle()


def panel(window: Window) -> Any:
    return window.desk.pages.inspector.panel


def test_hidden_it_reads_nothing_and_asks_for_nothing(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    for row in range(3):
        window.table.selectRow(row)
    still(window)
    assert panel(window).facts.count == 0
    assert previews.asked == []
    toggle(window)
    assert panel(window).facts.job.title == "c.jpg"
    toggle(window)
    assert not panel(window).isVisible()
    assert previews.waiting[-1].cancelled()
    assert window.shell.actions_of["inspector"].isChecked() is False


def test_a_done_picture_shows_the_file_that_was_written(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    toggle(window)
    assert panel(window).blank.title.text() == "Select a file"
    select(window, 0)
    shown = panel(window)
    assert shown.title.text() == "a.jpg"
    assert shown.state.text() == "Done in 0.4\u00a0s"
    (asked,) = previews.asked
    assert (Path(asked[2]).name, asked[3].options["written"]) == ("a.jpg", [str(photos / "out" / "a.jpg")])
    previews.answer()
    window.settle()
    assert isinstance(shown.pane.look, PictureLook)
    assert shown.pane.look._firsts["after"].text() == "80\u00a0×\u00a050"
    assert shown.outputs._abouts[str(photos / "out" / "a.jpg")].startswith("80\u00a0×\u00a050  ·  ")
    window.desk.state.refresh()
    window.settle()
    assert len(previews.asked) == 1, "nothing changed: nothing is asked again"


def test_an_open_file_is_asked_for_as_it_would_be(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    toggle(window)
    select(window, 2)
    assert "written" not in previews.asked[-1][3].options
    assert previews.paths() == ["c.jpg"]
    select(window, 0)
    assert previews.paths() == ["c.jpg", "a.jpg"]
    assert previews.waiting[0].cancelled()


def test_keys_held_down_pass_over_rows_without_reading_them(
    open_window: Open, photos: Path, previews: Previews
) -> None:
    window = open_window()
    toggle(window)
    for row in (0, 1, 2):
        window.table.selectRow(row)
    still(window)
    assert previews.paths() == ["c.jpg"]


def test_several_files_show_sums_and_common_actions(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    toggle(window)
    select(window, 0, 1, 2)
    shown = panel(window)
    assert shown.title.text() == "3 files selected"
    assert not shown.pane.isVisible()
    lines = shown.several._lines
    words = [lines.itemAtPosition(row, column).widget().text() for row in range(lines.rowCount()) for column in (0, 1)]
    assert words == ["Waiting", "1", "Done", "2", "Size", "27\u00a0KB", "Written", "1.4\u00a0KB"]
    hold = next(button for button in shown.several.findChildren(Button) if button.text() == "Hold")
    assert hold.isEnabled()
    hold.click()
    window.settle()
    with window.staged.reader() as reader:
        assert reader.counts().held == 1


def test_tries_are_told_newest_first_with_their_waits(open_window: Open, staged: Staged, previews: Previews) -> None:
    batch = staged.batch([job("a.jpg", 1)])
    (claimed,) = staged.claim(batch, 1)
    staged.end(claimed, JobState.WAITING, "SOURCE_LOCKED", "a.jpg is open in another program.", run_at=1)
    staged.writer.call(lambda tx: tx.rows("due", {"now": tx.now}))
    (claimed,) = staged.claim(batch, 1)
    staged.end(claimed, JobState.FAILED, "CORRUPT", "a.jpg is not a complete JPEG.")
    window = open_window()
    toggle(window)
    select(window, 0)
    tries = panel(window).tries._tries
    assert [(each.title, each.what) for each in tries] == [
        ("Try 2", "not a complete picture"),
        ("Try 1", "open in another program"),
    ]
    assert tries[1].more.startswith("a.jpg is open in another program.")
    assert panel(window).state.text() == "Failed"
    previews.refuse(Failure("CORRUPT", "a.jpg is not a complete JPEG."))
    window.settle()
    assert panel(window).pane._none.isVisible()


def test_a_table_that_is_done_shows_its_own_numbers_in_a_wide_panel(
    open_window: Open, staged: Staged, previews: Previews, tmp_path: Path
) -> None:
    path = orders(tmp_path / "orders.csv")
    batch = staged.batch([job(path.name, 1, 60, str(tmp_path))], "Orders", "table", "Clean", text=CLEAN)
    (claimed,) = staged.claim(batch, 1)
    final = {
        "read": 4812,
        "written": 4630,
        "removed": {"filter": 121},
        "rejected": 61,
        "created": 0,
        "rejects": "/o/o.rejects.csv",
    }
    staged.end(claimed, JobState.DONE, outputs=("/o/orders.csv",), extra={"table": final})
    window = open_window()
    toggle(window)
    select(window, 0)
    previews.answer()
    window.settle()
    shown = panel(window)
    assert isinstance(shown.pane.look, TableLook)
    assert "4,812 read = 4,630 written + 121 removed + 61 rejected" in shown.pane.look.account.accessibleName()
    assert shown.width() == 540
    assert shown.outputs._abouts["/o/o.rejects.csv"] == "61 rows, each with its reason"


PAYLOAD = {
    "subject": "Invoice 2041", "to": {"name": "Jane", "address": "jane@harbour.example"}, "text": "Hello Jane",
    "message_id": "<dm-1@northwind.example>", "attachments": [{"name": "a.pdf", "path": "/a.pdf", "size": 118_000}],
}  # fmt: skip


@pytest.fixture
def letters(staged: Staged) -> int:
    rows = [job(f"{name}@harbour.example", n, 0, payload=PAYLOAD) for n, name in enumerate(("jane", "bob"))]
    batch = staged.batch(rows, "invoices.csv", "mail", "Invoices")
    for claimed in staged.claim(batch, 2):
        staged.end(claimed, JobState.UNCONFIRMED, "UNCERTAIN", "The connection was lost after the message left.")
    return batch


def state_of(staged: Staged) -> list[JobState]:
    with staged.reader() as reader:
        return [each.state for each in reader.iter_jobs()]


def test_whether_a_message_arrived_is_asked_without_a_default(open_window: Open, staged: Staged, letters: int) -> None:
    window = open_window()
    toggle(window)
    select(window, 0)
    shown = panel(window)
    assert shown.state.text().startswith("Unconfirmed since ")
    assert shown.question.isVisible()
    assert not shown.question.yes.isDefault()
    shown.message.whole.click()
    assert shown.message.look.body.toPlainText() == "Hello Jane"
    assert shown.message.look.isVisible()
    shown.question.yes.click()
    window.settle()
    assert state_of(staged) == [JobState.DONE, JobState.UNCONFIRMED]
    assert not shown.question.isVisible()


def test_sending_again_asks_once(open_window: Open, staged: Staged, letters: int) -> None:
    window = open_window()
    toggle(window)
    select(window, 0, 1)
    shown = panel(window)
    assert shown.question.no.text() == "Send 2 again…"
    shown.question.no.click()
    (dialog,) = window.shell.findChildren(SendAgain)
    dialog.reject()
    window.settle()
    assert state_of(staged) == [JobState.UNCONFIRMED] * 2
    shown.question.no.click()
    next(one for one in window.shell.findChildren(SendAgain) if one.isVisible()).accept()
    window.settle()
    assert state_of(staged) == [JobState.READY] * 2


def test_in_a_narrow_window_it_takes_the_centre_and_gives_it_back(
    open_window: Open, photos: Path, previews: Previews
) -> None:
    window = open_window(width=720, height=480)
    window.table.selectRow(0)
    toggle(window)
    shown = panel(window)
    assert shown.isVisible()
    assert not window.shell.centre.isVisible()
    assert window.shell.focusWidget() is shown.back
    shown.back.click()
    window.settle()
    assert window.shell.centre.isVisible()
    assert not shown.isVisible()
    assert window.shell.focusWidget() is window.table


def test_escape_closes_it_and_a_page_hides_it(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    toggle(window)
    select(window, 0)
    window.desk.act("watches")
    window.settle()
    assert not panel(window).isVisible()
    window.desk.pages.leave()
    window.settle()
    assert panel(window).isVisible()
    panel(window).close_button.setFocus()
    QTest.keyClick(panel(window).close_button, Qt.Key.Key_Escape)
    assert not panel(window).isVisible()


def test_it_is_a_region_of_f6(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    assert panel(window) not in window.shell.regions()
    toggle(window)
    assert window.shell.regions()[-1] is panel(window)


def test_the_report_and_a_path_can_be_copied(open_window: Open, photos: Path, previews: Previews) -> None:
    window = open_window()
    toggle(window)
    select(window, 0)
    shown = panel(window)
    shown.notes.copy_report.emit()
    window.settle()
    text = QGuiApplication.clipboard().text()
    assert f"done: {photos / 'a.jpg'}, 9000 bytes" in text
    assert "try 1, " in text
    copy = next(b for b in shown.outputs.findChildren(Button) if b.accessibleName() == "Copy path of a.jpg")
    copy.click()
    assert QGuiApplication.clipboard().text() == str(photos / "out" / "a.jpg")
