"""The page over a real queue: what it lists and shows, and that only the button (or Ctrl+Enter) sends."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QLabel

from app.core.states import BatchState
from app.window.mailcheck import MailCheckPage
from app.window.mailcheck.message import SafeBrowser
from app.window.mailcheck.model import PAGE, Column, MailModel
from app.window.mailcheck.rows import Group
from app.window.segments import Segments
from app.window.theme import Appearance, Theme
from app.window.widgets import Button, Look
from tests.window.mailcheck.letters import mail_batch, people

MIXED = [
    ("Ola", "ola@nordmann.example", "", "2026-1"),
    ("Lumen", "office@lumen@x", "", "2026-2"),
    ("Ola again", "ola@nordmann.example", "", "2026-3"),
    ("Jane", "jane@harbour.example", "boss@harbour.example", "2026-4"),
]


@pytest.fixture
def mixed(desk, queue, tmp_path):
    batch = mail_batch(queue, tmp_path, MIXED, html="<p>Dear <b>{{ name }}</b></p>")
    desk.show(batch)
    return batch


def button(page, text):
    (found,) = [b for b in page.findChildren(Button) if b.text() == text]
    return found


def column(page, which):
    model = page.model
    return [model.index(row, which).data() for row in range(model.rowCount())]


def labels(widget):
    return [part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget)]


def state_of(queue, batch):
    with queue.reader() as reader:
        return reader.batch(batch).state


def test_it_lists_every_row_with_what_is_wrong(desk, mixed):
    assert column(desk.page, Column.STATE) == ["Ready", "Blocked", "Left out", "Ready"]
    assert column(desk.page, Column.TO)[0] == "ola@nordmann.example"
    assert column(desk.page, Column.TEXT)[3] == "Invoice 2026-4"
    assert "office@lumen@x" in column(desk.page, Column.TEXT)[1]
    assert labels(desk.page)[1] == "Invoices  ·  4 rows from invoices.csv  ·  nothing has been sent"


@pytest.mark.parametrize(
    ("group", "states"),
    [(Group.READY, ["Ready", "Ready"]), (Group.BLOCKED, ["Blocked"]), (Group.LEFT_OUT, ["Left out"])],
)
def test_a_segment_lists_its_rows_alone(desk, mixed, group, states):
    desk.page._groups.choose(group)
    desk.settle()
    assert column(desk.page, Column.STATE) == states


def test_the_footer_counts_people_and_says_what_is_not_sent(desk, mixed):
    words = desk.page.closing()
    assert words.title == "Send 2 messages to 3 people"
    assert words.source == "From billing@northwind.example"
    assert words.left_out == "The 1 blocked and 1 left-out rows are not sent."
    assert button(desk.page, "Send 2 messages").look is Look.FILLED


def test_people_are_counted_over_many_parts(desk, queue, tmp_path):
    desk.show(mail_batch(queue, tmp_path, people(730), attachments=[]))
    assert desk.page.closing().title == "Send 730 messages to 730 people"


def test_the_focus_starts_on_the_grid_and_enter_there_sends_nothing(desk, mixed, qtbot, queue):
    grid = desk.page.grid
    qtbot.waitUntil(grid.hasFocus)
    button(desk.page, "Not yet").setFocus()
    desk.page.setFocus()
    assert grid.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(grid, key)
    desk.settle()
    assert queue.calls == []
    assert state_of(queue, mixed) is BatchState.PAUSED


@pytest.mark.parametrize("way", ["click", "ctrl-enter", "tab-enter"])
def test_sending_starts_the_batch_once(desk, mixed, qtbot, queue, way):
    send = button(desk.page, "Send 2 messages")
    with qtbot.waitSignal(desk.page.sent) as sent:
        if way == "click":
            qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
        elif way == "ctrl-enter":
            qtbot.keyClick(desk.page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            send.setFocus()
            qtbot.keyClick(send, Qt.Key.Key_Return)
        desk.page.send()
    desk.settle()
    assert sent.args == [mixed]
    assert queue.calls == [("start_batch", mixed)]
    assert state_of(queue, mixed) is BatchState.ACTIVE


def test_a_batch_that_was_started_elsewhere_cannot_be_sent_again(desk, mixed, queue):
    queue.start_batch(mixed)
    desk.page.refresh()
    desk.settle()
    send = button(desk.page, "Send 2 messages")
    assert not send.isEnabled()
    assert send.toolTip() == "This batch was started already."


def test_none_ready_greys_the_button_and_says_why(desk, queue, tmp_path, qtbot):
    batch = mail_batch(queue, tmp_path, [MIXED[1]])
    desk.show(batch)
    send = button(desk.page, "Send messages")
    assert not send.isEnabled()
    assert "Nothing can be sent yet: fix the blocked row." in labels(desk.page)
    qtbot.keyClick(desk.page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert queue.calls == []


@pytest.mark.parametrize("sending", [False, True])
def test_leaving_the_page_while_it_reads_or_sends_is_no_mistake(desk, queue, tmp_path, qtbot, qapp, sending):
    batch = mail_batch(queue, tmp_path, people(730), attachments=[])
    page = MailCheckPage(desk.page.model._reader, desk.page._reads, desk.page._commands)
    page.show_batch(batch)
    if sending:
        desk.settle()
        page.send()
    shiboken6.delete(page)
    desk.settle()
    page.refresh()
    desk.settle()
    assert state_of(queue, batch) is (BatchState.ACTIVE if sending else BatchState.PAUSED)


def test_not_yet_goes_back_and_changes_nothing(desk, mixed, qtbot, queue):
    with qtbot.waitSignal(desk.page.back):
        qtbot.mouseClick(button(desk.page, "Not yet"), Qt.MouseButton.LeftButton)
    assert queue.calls == []


def test_a_failure_to_start_is_said_and_can_be_tried_again(desk, mixed, qtbot, queue, monkeypatch):
    def refuse(_batch):
        raise RuntimeError("The queue cannot be written.")

    monkeypatch.setattr(queue, "start_batch", refuse)
    with qtbot.waitSignal(desk.page.said) as said:
        desk.page.send()
    assert said.args == ["Nothing was sent: The queue cannot be written."]
    assert button(desk.page, "Send 2 messages").isEnabled()


def test_the_message_is_the_frozen_one_and_walks_with_the_keys(desk, mixed, qtbot):
    page = desk.page
    assert labels(page.message)[0] == "Invoice 2026-1"
    assert page.message._body.currentWidget().toPlainText().startswith("Dear Ola,")
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert "Not an address" in labels(page.message)
    assert "Row 2 of invoices.csv" in labels(page.message)
    qtbot.keyClick(button(page, "Not yet"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(button(page, "Not yet"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert labels(page.message)[0] == "Invoice 2026-4"
    assert "boss@harbour.example" in labels(page.message)
    assert "Row 4 of 4" in labels(page.message)
    qtbot.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.grid.currentIndex().row() == 2


def test_rows_are_walked_from_right_to_left_too(desk, mixed):
    desk.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk.page.grid.go_to(3)
    assert labels(desk.page.message)[0] == "Invoice 2026-4"
    assert [index.row() for index in desk.page.grid.selectionModel().selectedRows()] == [3]


def test_a_blocked_row_opens_its_list(desk, mixed, qtbot):
    desk.page.grid.go_to(1)
    with qtbot.waitSignal(desk.page.open_file) as opened:
        qtbot.mouseClick(button(desk.page, "Open the list"), Qt.MouseButton.LeftButton)
    assert opened.args[0].endswith("invoices.csv")


def test_an_attachment_opens_on_a_click(desk, mixed, qtbot, tmp_path):
    (opener,) = [b for b in desk.page.findChildren(Button) if b.accessibleName() == "Open 2026-1.pdf"]
    with qtbot.waitSignal(desk.page.open_file) as opened:
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert opened.args == [str(tmp_path / "2026-1.pdf")]


def test_html_and_headers_are_shown_on_demand(desk, mixed):
    pane = desk.page.message
    pane._faces.choose(1)
    assert pane._body.currentWidget().toPlainText() == "Dear Ola"
    pane._faces.choose(2)
    assert "Subject: Invoice 2026-1" in pane._body.currentWidget().toPlainText()


def test_what_is_not_loaded_from_the_internet_is_said_where_it_would_be_seen(desk, queue, tmp_path):
    far = "Pictures and styles from the internet are not loaded"
    html = '<p>Dear</p><img src="https://x.example/{{ number }}.png">'
    desk.show(mail_batch(queue, tmp_path, people(2), html=html, attachments=[]))
    pane = desk.page.message
    assert far not in labels(pane)
    pane._faces.choose(1)
    assert far in labels(pane)
    pane._faces.choose(2)
    assert far not in labels(pane)
    desk.show(mail_batch(queue, tmp_path, people(2), html="<p>Dear</p>", attachments=[]))
    pane._faces.choose(1)
    assert far not in labels(pane)


def test_the_size_of_the_message_stands_below_its_people(desk, queue, tmp_path):
    (tmp_path / "big.pdf").write_bytes(bytes(3_000_000))
    desk.show(mail_batch(queue, tmp_path, people(2), attachments=["big.pdf"]))
    assert "about 4.1\u00a0MB" in labels(desk.page.message)


def test_a_refresh_keeps_row_and_place_in_the_message(desk, queue, tmp_path):
    batch = mail_batch(queue, tmp_path, people(40), text="{{ name }}\n" * 200, attachments=[])
    desk.show(batch)
    desk.page.grid.go_to(7)
    bar = desk.page.message._plain.verticalScrollBar()
    bar.setValue(500)
    desk.page.refresh()
    desk.settle()
    assert desk.page.grid.currentIndex().row() == 7
    assert bar.value() == 500


def test_a_row_keeps_its_place_when_the_segment_changes(desk, mixed):
    desk.page.grid.go_to(3)
    desk.page._groups.choose(Group.READY)
    desk.settle()
    assert labels(desk.page.message)[0] == "Invoice 2026-4"
    desk.page._groups.choose(Group.BLOCKED)
    desk.settle()
    assert "Not an address" in labels(desk.page.message)


def test_names_in_a_list_are_never_mark_up(desk, queue, tmp_path):
    desk.show(
        mail_batch(queue, tmp_path, [("<b>Eve</b>", "eve@x.example", "", "<i>1</i>")], attachments=[], to="{{ email }}")
    )
    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in desk.page.findChildren(QLabel))
    assert labels(desk.page.message)[0] == "Invoice <i>1</i>"
    assert desk.page.message._body.currentWidget().toPlainText().startswith("Dear <b>Eve</b>,")


def test_a_narrow_page_shows_one_side_at_a_time_and_fits(desk, mixed, qtbot):
    page = desk.page
    page.resize(672, 398)
    assert page.grid.isVisible()
    assert not page.message.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.message.isVisible()
    assert not page.grid.isVisible()
    assert (page.width(), page.height()) == (672, 398)
    send = button(page, "Send 2 messages")
    assert page.rect().contains(send.mapTo(page, QPoint(send.width(), send.height())))
    page.resize(1068, 718)
    assert page.grid.isVisible()
    assert page.message.isVisible()


def test_only_one_button_is_filled_and_every_button_has_a_name(desk, mixed):
    buttons = desk.page.findChildren(Button)
    assert [b.text() for b in buttons if b.look is Look.FILLED] == ["Send 2 messages"]
    assert all(b.accessibleName() for b in buttons)


def test_the_browser_loads_nothing(qtbot, tmp_path):
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"x")
    browser = SafeBrowser()
    qtbot.addWidget(browser)
    browser.setHtml(f'<img src="{picture.as_uri()}"><img src="http://127.0.0.1:9/x.png"><a href="http://a">a</a>')
    assert bytes(browser.loadResource(2, QUrl.fromLocalFile(str(picture)))) == b""
    assert not browser.openLinks()


def test_html_stays_on_white_paper_in_every_theme(qtbot, qapp):
    theme = Theme(qapp, Appearance.LIGHT)
    paper, plain = SafeBrowser(paper=True), SafeBrowser()
    for browser in (paper, plain):
        qtbot.addWidget(browser)
        browser.resize(200, 100)
        browser.setHtml("<p>hello</p>")
    for look in (Appearance.DARK, Appearance.LIGHT, Appearance.CONTRAST, Appearance.LIGHT):
        theme.choose(look)
        assert paper.grab().toImage().pixelColor(150, 80).name() == "#ffffff"
        assert plain.grab().toImage().pixelColor(150, 80) == qapp.palette().base().color()


def test_the_model_keeps_qts_rules_over_pages(queue, tmp_path, qtmodeltester):
    batch = mail_batch(queue, tmp_path, people(PAGE + 3), attachments=[])
    with queue.reader() as reader:
        model = MailModel(reader)
        model.show_ids(reader.job_ids())
        assert batch == 1
        assert model.rowCount() == PAGE + 3
        assert model.index(PAGE + 2, Column.TO).data() == f"p{PAGE + 2}@x.example"
        qtmodeltester.check(model, force_py=True)


def test_segments_are_chosen_by_mouse_and_arrow_keys(qtbot):
    segments = Segments(["All 4", "Ready 2", "Blocked 2"], "Rows")
    qtbot.addWidget(segments)
    segments.show()
    with qtbot.waitActive(segments):
        segments.activateWindow()
    chosen = []
    segments.chosen.connect(chosen.append)
    second = segments._group.button(1)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert chosen == [1, 2]
    segments.choose(2)
    assert chosen == [1, 2]
    assert segments.current == 2
