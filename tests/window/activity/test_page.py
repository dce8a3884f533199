"""The page of activity over a real queue: cards, charts and their tables, the way to the files of a cause."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.states import JobState
from app.store.metrics import add_metrics
from app.window.activity.page import ActivityPage
from app.window.theme import Appearance
from app.window.widgets import Button
from tests.window.activity.figures import busy_hour
from tests.window.staged import job, now_ms


def page(window) -> ActivityPage:
    assert isinstance(window.shell.shown_page, ActivityPage)
    return window.shell.shown_page


@pytest.fixture
def view(open_window, staged):
    """The window with the page, after a busy hour."""
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(2)])
    for claimed in staged.claim(number, 2):
        staged.end(claimed, JobState.FAILED, "CORRUPT", "Not a complete JPEG.")
    staged.writer.call(lambda tx: add_metrics(tx, busy_hour(now_ms())))
    window = open_window()
    window.shell.footer.places["activity"].click()
    window.settle()
    return window


def test_without_figures_it_says_when_charts_begin(open_window):
    window = open_window()
    window.desk.act("activity")
    window.settle()
    assert page(window).empty.isVisible()
    assert page(window).empty.text() == "Charts start with the first finished file."
    assert not page(window).throughput.isVisible()
    assert window.shell.footer.places["activity"].isChecked()
    window.shell.escaped.emit()
    assert window.shell.shown_page is None
    assert not window.shell.footer.places["activity"].isChecked()


def test_cards_and_tables_say_the_same_numbers(view):
    found = page(view).shown
    assert not page(view).empty.isVisible()
    assert page(view).failed.figure.text() == "0.4 %"
    assert page(view).failed.unit.text() == f"8 of {found.rates['done'] + found.rates['retried'] + 8:,} tries"
    assert page(view).failed.second.text() == "in 4 causes"
    assert "Waiting time: " in page(view).wait.accessibleName()
    table = page(view).throughput.table.numbers
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Pictures"
    rows = [[int(table.index(r, c).data()) for c in range(1, 4)] for r in range(table.rowCount())]
    assert [list(counts) for counts in zip(*rows[::-1], strict=True)] == [list(c) for c in found.done.values()]
    assert page(view).waiting.table.numbers.rowCount() == 60


def test_each_chart_has_its_table_by_keyboard(view):
    for card in (page(view).throughput, page(view).waiting, page(view).causes):
        assert card.chart.isVisible()
        assert card.chart.accessibleName()
        card.switch.setFocus()
        QTest.keyClick(card.switch, Qt.Key.Key_Return)
        assert card.table.isVisible()
        assert card.table.currentIndex().isValid(), "arrow keys have somewhere to begin"
        QTest.keyClick(card.switch, Qt.Key.Key_Return)
        assert card.chart.isVisible()


def test_another_period_is_read_and_an_answer_for_the_one_before_is_dropped(view):
    page(view).period.choose(2)
    page(view).period.choose(3)
    view.settle()
    assert page(view).shown.period == "all"
    assert page(view).throughput.second.text() == "Files and messages finished a day"


def test_a_cause_leads_to_its_files(view):
    row = page(view)._rows.rows[0]
    assert row.accessibleName() == "Not a complete picture, 3 failed"
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    view.settle()
    assert view.shell.shown_page is None
    assert view.rail.key == ("view", "failed")
    assert sorted(view.rows()) == ["a0.jpg", "a1.jpg"]


def test_the_charts_cannot_be_zoomed_and_follow_the_theme(view):
    chart = page(view).throughput.chart
    assert list(chart.getPlotItem().getViewBox().state["mouseEnabled"]) == [False, False]
    assert chart.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    before = chart.grab().toImage()
    view.theme.choose(Appearance.DARK)
    view.settle()
    assert chart.grab().toImage() != before


def test_it_fits_the_smallest_window_and_every_control_has_a_name(view):
    view.shell.resize(720, 480)
    view.settle()
    assert page(view)._figures.minimumSizeHint().width() <= page(view).width()
    assert all(button.accessibleName() for button in page(view).findChildren(Button))


def test_the_row_in_view_leads_back(view):
    view.rail.clicked.emit(view.rail.currentIndex())
    assert view.shell.shown_page is None
