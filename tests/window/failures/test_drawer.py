"""The drawer over a real queue: what it shows, and what its buttons and keys really change."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.core.states import JobState
from app.window.failures.ask import SendAgain
from app.window.text import number
from app.window.widgets import Button, Look
from tests.window.failures.real_queue import new_job

CORRUPT, DENIED, LOST = ("CORRUPT", "damaged"), ("WRITE_DENIED", "denied"), ("UNCERTAIN", "lost")


def shown(drawer, settle):
    drawer.refresh()
    settle()
    return [(cause.code, cause.count) for cause in drawer.causes]


def view_of(drawer, code):
    return drawer._views[code]


def press(qtbot, view, text):
    (button,) = [b for b in view.findChildren(Button) if b.text() == text and b.isVisibleTo(view)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def states(queue, batch):
    with queue.reader() as reader:
        return {job.id: job.state for job in reader.iter_jobs() if job.batch == batch}


def test_the_drawer_is_there_only_while_something_failed(desk, qtbot):
    drawer = desk.drawer
    batch = desk.queue.ended([(None, ""), CORRUPT])
    with qtbot.waitSignal(drawer.present) as present:
        assert shown(drawer, desk.settle) == [("CORRUPT", 1)]
    assert present.args == [True]
    assert not drawer.isHidden()
    desk.queue.retry(batch=batch)
    desk.queue.end(batch, [(None, "")])
    with qtbot.waitSignal(drawer.present) as present:
        assert shown(drawer, desk.settle) == []
    assert present.args == [False]
    assert drawer.isHidden()


def test_closed_it_is_a_strip_and_open_it_has_the_groups(desk):
    drawer = desk.drawer
    desk.queue.ended([CORRUPT] * 2 + [DENIED])
    shown(drawer, desk.settle)
    assert drawer.maximumHeight() <= 40
    words = [part.text() for part in drawer.head.findChildren(QLabel)]
    assert words[0] == "3 failed, 2 causes"
    assert words[1] == "Access denied 1  ·  Not a complete picture 2"
    drawer.toggle()
    assert drawer.is_open
    assert drawer.maximumHeight() > 1_000
    assert [view.cause.code for view in drawer._in_order()] == ["WRITE_DENIED", "CORRUPT"]


def test_another_batch_lists_its_own(desk):
    first = desk.queue.ended([CORRUPT])
    second = desk.queue.ended([DENIED])
    for batch, code in ((first, "CORRUPT"), (second, "WRITE_DENIED")):
        desk.drawer.set_batch(batch)
        desk.settle()
        assert [cause.code for cause in desk.drawer.causes] == [code]


def test_retry_of_a_group_sends_back_exactly_its_files_and_says_so_until_they_settle(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.ended([CORRUPT] * 3 + [DENIED])
    other = queue.ended([CORRUPT])
    drawer.set_batch(batch)
    desk.settle()
    press(qtbot, view_of(drawer, "CORRUPT"), "Retry 3")
    desk.settle()
    assert sorted(states(queue, batch).values()) == [JobState.FAILED] + [JobState.READY] * 3
    assert list(states(queue, other).values()) == [JobState.FAILED]
    assert [(c.code, c.count, c.trying) for c in drawer.causes] == [("WRITE_DENIED", 1, 0), ("CORRUPT", 0, 3)]
    words = [part.text() for part in view_of(drawer, "CORRUPT").findChildren(QLabel)]
    assert "Trying 3 again…" in words
    queue.end(batch, [(None, ""), CORRUPT, (None, "")])
    assert shown(drawer, desk.settle) == [("WRITE_DENIED", 1), ("CORRUPT", 1)]
    assert "Trying" not in "".join(part.text() for part in view_of(drawer, "CORRUPT").findChildren(QLabel))


def test_retry_all_leaves_unconfirmed_messages_alone(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.ended([CORRUPT, DENIED])
    mails = queue.ended([LOST, ("RCPT_PERM", "no such user")], "mail")
    shown(drawer, desk.settle)
    drawer.set_open(True)
    press(qtbot, drawer.head, "Retry all 3")
    desk.settle()
    assert set(states(queue, batch).values()) == {JobState.READY}
    assert sorted(states(queue, mails).values()) == [JobState.READY, JobState.UNCONFIRMED]


def test_dismiss_takes_off_the_list_and_leaves_the_jobs_failed(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.ended([CORRUPT] * 2 + [DENIED])
    shown(drawer, desk.settle)
    press(qtbot, view_of(drawer, "CORRUPT"), "Dismiss 2")
    desk.settle()
    assert [(c.code, c.count) for c in drawer.causes] == [("WRITE_DENIED", 1)]
    assert set(states(queue, batch).values()) == {JobState.FAILED}
    queue.ended([CORRUPT])
    assert shown(drawer, desk.settle) == [("WRITE_DENIED", 1), ("CORRUPT", 1)]
    drawer.retry_all()
    desk.settle()
    assert list(states(queue, batch).values()).count(JobState.FAILED) == 2


def test_it_arrived_settles_the_messages(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.ended([LOST, LOST], "mail")
    shown(drawer, desk.settle)
    press(qtbot, view_of(drawer, "UNCERTAIN"), "It arrived for 2")
    desk.settle()
    assert set(states(queue, batch).values()) == {JobState.DONE}
    assert drawer.causes == []


@pytest.mark.parametrize(("answer", "state"), [("accept", JobState.READY), ("reject", JobState.UNCONFIRMED)])
def test_send_again_asks_once_and_does_what_was_answered(desk, qtbot, answer, state):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.batch([new_job("/list.csv", 1, title="jane@harbour.example")], "mail")
    queue.end(batch, [LOST])
    shown(drawer, desk.settle)
    press(qtbot, view_of(drawer, "UNCERTAIN"), "Send again…")
    desk.settle()
    (question,) = drawer.findChildren(SendAgain)
    assert question.findChildren(QLabel)[0].text() == "Send again to jane@harbour.example?"
    assert set(states(queue, batch).values()) == {JobState.UNCONFIRMED}
    getattr(question, answer)()
    desk.settle()
    assert set(states(queue, batch).values()) == {state}


def test_enter_in_the_question_sends_nothing(qtbot):
    question = SendAgain(2, "a@x.example")
    qtbot.addWidget(question)
    question.show()
    with qtbot.waitSignal(question.finished) as finished:
        qtbot.keyClick(question.focusWidget() or question, Qt.Key.Key_Return)
    assert finished.args == [SendAgain.DialogCode.Rejected]


def test_keys_move_open_retry_and_dismiss(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    batch = queue.ended([DENIED] * 2 + [CORRUPT])
    shown(drawer, desk.settle)
    drawer.show()
    drawer.toggle()
    qtbot.waitUntil(lambda: view_of(drawer, "WRITE_DENIED").hasFocus())
    qtbot.keyClick(view_of(drawer, "WRITE_DENIED"), Qt.Key.Key_Down)
    corrupt = view_of(drawer, "CORRUPT")
    assert corrupt.hasFocus()
    qtbot.keyClick(corrupt, Qt.Key.Key_Down)
    assert corrupt.hasFocus()
    qtbot.keyClick(corrupt, Qt.Key.Key_Right)
    desk.settle()
    assert corrupt.is_open
    assert "a2.jpg" in [part.text() for part in corrupt.findChildren(QLabel)]
    qtbot.keyClick(corrupt, Qt.Key.Key_Left)
    assert not corrupt.is_open
    qtbot.keyClick(corrupt, Qt.Key.Key_Delete)
    desk.settle()
    assert [cause.code for cause in drawer.causes] == ["WRITE_DENIED"]
    qtbot.keyClick(view_of(drawer, "WRITE_DENIED"), Qt.Key.Key_R)
    desk.settle()
    assert sorted(states(queue, batch).values()) == [JobState.FAILED] + [JobState.READY] * 2


def test_enter_runs_the_bordered_button_but_answers_no_question_of_fact(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    mails = queue.ended([LOST], "mail")
    queue.ended([("SOURCE_GONE", "a0.jpg is gone")])
    shown(drawer, desk.settle)
    qtbot.keyClick(view_of(drawer, "UNCERTAIN"), Qt.Key.Key_Return)
    desk.settle()
    assert set(states(queue, mails).values()) == {JobState.UNCONFIRMED}
    assert view_of(drawer, "UNCERTAIN").is_open
    qtbot.keyClick(view_of(drawer, "SOURCE_GONE"), Qt.Key.Key_Return)
    desk.settle()
    assert [c.trying for c in drawer.causes if c.code == "SOURCE_GONE"] == [1]


def test_show_in_folder_and_open_the_list_name_the_first_file(desk, qtbot):
    drawer, queue = desk.drawer, desk.queue
    queue.ended([CORRUPT])
    mails = queue.batch([new_job("/lists/people.csv", 1, title="x@y.example")], "mail")
    queue.end(mails, [("PRE_ATTACH_CHANGED", "a.pdf was changed")])
    shown(drawer, desk.settle)
    with qtbot.waitSignal(drawer.reveal) as revealed:
        press(qtbot, view_of(drawer, "CORRUPT"), "Show in folder")
    assert revealed.args == ["/photos/a0.jpg"]
    with qtbot.waitSignal(drawer.open_file) as opened:
        press(qtbot, view_of(drawer, "PRE_ATTACH_CHANGED"), "Open the list")
    assert opened.args == ["/lists/people.csv"]


def test_copy_report_reaches_the_clipboard(desk, qtbot):
    desk.queue.ended([("INTERNAL", "It broke")])
    shown(desk.drawer, desk.settle)
    with qtbot.waitSignal(desk.drawer.said):
        press(qtbot, view_of(desk.drawer, "INTERNAL"), "Copy report")
    assert "INTERNAL: Dropmill made a mistake (1)" in QGuiApplication.clipboard().text()


def test_the_menu_of_a_group_exports_it_and_copies_its_messages(desk, qtbot):
    desk.queue.ended([CORRUPT, DENIED])
    shown(desk.drawer, desk.settle)
    menu = view_of(desk.drawer, "CORRUPT").menu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Change recipe for these…", "Export these…", "Copy messages", "Dismiss 1"]
    with qtbot.waitSignal(desk.drawer.said):
        menu.actions()[2].trigger()
    assert QGuiApplication.clipboard().text() == "a0.jpg\tdamaged"


def test_change_recipe_hands_on_the_recipe_of_the_batch_and_a_file_that_failed(desk, qtbot):
    drawer = desk.drawer
    other = desk.queue.batch([new_job("/photos/other.jpg", 1)], recipe='{"other": 1}', recipe_name="Other")
    desk.queue.end(other, [(None, "")])
    batch = desk.queue.batch(
        [new_job(f"/photos/a{n}.jpg", n) for n in (1, 2)], recipe='{"mine": 1}', recipe_name="Mine"
    )
    desk.queue.end(batch, [(None, ""), ("TARGET_UNREACHABLE", "The smallest possible is 260 KB")])
    desk.queue.ended([CORRUPT, LOST])
    shown(drawer, desk.settle)
    with qtbot.waitSignal(drawer.change_recipe) as asked:
        press(qtbot, view_of(drawer, "TARGET_UNREACHABLE"), "Change recipe for these…")
    assert asked.args == ['{"mine": 1}', "Mine", "/photos/a2.jpg"]
    menus = {
        code: [a.text() for a in view_of(drawer, code).menu().actions()] for code in ("TARGET_UNREACHABLE", "UNCERTAIN")
    }
    assert not any("Change recipe for these…" in words for words in menus.values()), (
        "once is enough; a sent message has no use for it"
    )
    with qtbot.waitSignal(drawer.change_recipe) as asked:
        view_of(drawer, "CORRUPT").menu().actions()[0].trigger()
    assert asked.args == ["{}", "Web photos", "/photos/a0.jpg"]


def test_the_list_is_written_in_the_background(desk, qtbot, tmp_path):
    desk.queue.ended([CORRUPT] * 700 + [DENIED])
    shown(desk.drawer, desk.settle)
    target = tmp_path / "failures.csv"
    with qtbot.waitSignal(desk.drawer.said) as said:
        desk.drawer.export_to(target, "CORRUPT")
    assert said.args == ["700 lines written to failures.csv"]
    assert len(list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))) == 701


def test_a_list_that_cannot_be_written_says_why(desk, qtbot, tmp_path):
    desk.queue.ended([CORRUPT])
    shown(desk.drawer, desk.settle)
    with qtbot.waitSignal(desk.drawer.said) as said:
        desk.drawer.export_to(tmp_path / "no such folder" / "failures.csv")
    assert said.args[0].startswith("failures.csv could not be written: No such file or directory.")


def test_many_files_are_shown_as_fifty_and_a_way_to_the_table(desk, qtbot):
    drawer = desk.drawer
    batch = desk.queue.ended([("CORRUPT", f"damaged {i}") for i in range(1_204)])
    drawer.set_batch(batch)
    desk.settle()
    view = view_of(drawer, "CORRUPT")
    view.set_open(True)
    desk.settle()
    names = [part.text() for part in view.findChildren(QLabel) if part.text().endswith(".jpg")]
    assert len(names) == 50
    with qtbot.waitSignal(drawer.show_in_table) as asked:
        press(qtbot, view, f"Show all {number(1_204)} in the table")
    assert asked.args == [batch, "CORRUPT"]


def test_names_are_never_mark_up_and_stay_on_their_line(desk):
    batch = desk.queue.batch([new_job("/photos/x", 1, title="<img src=x>\nfake.jpg")])
    desk.queue.end(batch, [("CORRUPT", "<b>damaged</b>")])
    shown(desk.drawer, desk.settle)
    view = view_of(desk.drawer, "CORRUPT")
    view.set_open(True)
    desk.settle()
    parts = view.findChildren(QLabel)
    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in parts)
    assert "<img src=x>□fake.jpg" in [part.text() for part in parts]


def test_a_narrow_drawer_keeps_retry_and_the_menu(desk, qtbot):
    desk.queue.ended([CORRUPT, ("SOURCE_GONE", "gone")])
    desk.queue.ended([LOST], "mail")
    drawer = desk.drawer
    shown(drawer, desk.settle)
    drawer.set_open(True)
    drawer.resize(672, 400)
    drawer.show()
    for code, words in (
        ("CORRUPT", ["Retry 1", ""]),
        ("SOURCE_GONE", ["Look again", ""]),
        ("UNCERTAIN", ["It arrived", ""]),
    ):
        view = view_of(drawer, code)
        buttons = [b for b in view.findChildren(Button) if b.isVisibleTo(view) and b is not view._chevron]
        assert [b.text() for b in buttons] == words
        assert all(view.rect().contains(b.geometry()) for b in buttons)
    menu = view_of(drawer, "UNCERTAIN").menu()
    assert "Send again…" in [action.text() for action in menu.actions()]


def test_where_the_drawer_has_the_centre_to_itself_there_is_a_way_back(desk, qtbot):
    desk.queue.ended([CORRUPT])
    drawer = desk.drawer
    shown(drawer, desk.settle)
    drawer.show()
    for width, name in ((1068, "Hide the failures"), (672, "Back to the queue")):
        drawer.resize(width, 400)
        drawer.set_open(True)
        assert drawer.head._chevron.accessibleName() == name
        qtbot.mouseClick(drawer.head._chevron, Qt.MouseButton.LeftButton)
        assert not drawer.is_open


def test_there_is_never_a_filled_button_in_the_drawer(desk):
    desk.queue.ended([CORRUPT, DENIED, ("SOURCE_GONE", "gone"), ("INTERNAL", "x")])
    shown(desk.drawer, desk.settle)
    assert {button.look for button in desk.drawer.findChildren(Button)} <= {Look.FLAT, Look.BORDERED}


def test_every_button_has_a_name(desk):
    desk.queue.ended([CORRUPT])
    shown(desk.drawer, desk.settle)
    assert all(button.accessibleName() for button in desk.drawer.findChildren(Button))
