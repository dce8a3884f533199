"""The table's model over a real queue file: pages, changes, sorting and searching by SQL."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.core.events import JobChanged, JobsAdded, JobsChanged
from app.core.states import JobState
from app.core.tuning import Tuning
from app.store.reader import JobView
from app.window.bridge import Bridge
from app.window.queue.model import PAGE, PAGES, Column, QueueModel, Runs, run_starts
from tests.window.staged import job, now_ms

ROLES = Qt.ItemDataRole


@pytest.fixture
def model(qtbot, staged):
    reads = Bridge(staged.reader, "reads").owning()
    reader = staged.reader()
    made = QueueModel(reader, reads)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    reads.close()
    reader.close()


@pytest.fixture
def listed(qtbot, model):
    """Ask and wait for the list of ids."""

    def ask(call):
        with qtbot.waitSignal(model.listed):
            call()

    return ask


def names(model):
    return [model.data(model.index(row, Column.NAME)) for row in range(model.rowCount())]


def test_rows_come_in_queue_order_and_only_whole_pages_are_kept(model, listed, staged):
    staged.batch([job(f"a{n:05}.jpg", n) for n in range(PAGE * (PAGES + 3))])
    listed(lambda: model.show(JobView()))
    assert model.rowCount() == PAGE * (PAGES + 3)
    assert [model.data(model.index(row, Column.NAME)) for row in (0, 700, PAGE * (PAGES + 3) - 1)] == [
        "a00000.jpg",
        "a00700.jpg",
        f"a{PAGE * (PAGES + 3) - 1:05}.jpg",
    ]
    for page in range(PAGES + 3):
        model.job(page * PAGE)
    assert len(model._pages) == PAGES
    assert model.rowCount(model.index(0, 0)) == 0


def test_rows_that_are_added_grow_the_list_without_a_reset(qtbot, model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(3)])
    listed(lambda: model.show(JobView()))
    resets, inserts = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _parent, first, last: inserts.append((first, last)))
    other = staged.batch([job("b.jpg", 1), job("c.jpg", 2)], "more")
    with qtbot.waitSignal(model.listed):
        model.on_events((JobsAdded(other, 2),), 0, 2)
    assert (inserts, resets) == ([(3, 4)], [])
    assert names(model)[3:] == ["b.jpg", "c.jpg"]
    assert number != other


def test_a_batch_view_ignores_other_batches(model, listed, staged):
    number = staged.batch([job("a.jpg", 1)])
    listed(lambda: model.show(JobView(batch=number)))
    model.on_events((JobsAdded(number + 1, 5), JobsChanged(number + 1)), 0, 0)
    assert not model.pending


def test_a_change_on_screen_is_read_at_once(qtbot, model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(3)])
    listed(lambda: model.show(JobView()))
    assert model.data(model.index(1, Column.STATE)) == "Waiting"
    first, second = staged.claim(number, 2)
    staged.end(second, JobState.FAILED, "CORRUPT", "Not a complete JPEG.")
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.on_events(tuple(e for e in staged.take_events() if isinstance(e, JobChanged)), 0, 2)
    assert [changed.args[0].row(), changed.args[1].row()] == [0, 1]
    assert [model.data(model.index(row, Column.STATE)) for row in range(3)] == ["Running", "Failed", "Waiting"]
    assert model.data(model.index(1, Column.DETAIL)) == "Not a complete JPEG."
    assert first.id == model.ids[0]


def test_a_change_off_screen_is_read_when_it_comes_into_view(model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(600)])
    listed(lambda: model.show(JobView()))
    assert model.data(model.index(0, Column.STATE)) == "Waiting"
    staged.claim(number, 1)
    model.on_events(tuple(staged.take_events()), 300, 320)
    assert model.data(model.index(0, Column.STATE)) == "Running"


def test_a_view_of_one_state_follows_what_moves(qtbot, model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(3)])
    listed(lambda: model.show(JobView(states=frozenset({JobState.RUNNING}))))
    assert model.rowCount() == 0
    staged.claim(number, 2)
    with qtbot.waitSignal(model.listed):
        model.on_events(tuple(staged.take_events()), 0, -1)
    assert names(model) == ["a0.jpg", "a1.jpg"]


def test_sorting_and_searching_are_sql(model, listed, staged):
    staged.batch([job("b.jpg", 1, 10), job("C.jpg", 2, 30), job("a%b.jpg", 3, 20)])
    listed(lambda: model.show(JobView()))
    listed(lambda: model.sort(Column.SIZE, Qt.SortOrder.DescendingOrder))
    assert names(model) == ["C.jpg", "a%b.jpg", "b.jpg"]
    listed(lambda: model.sort(Column.NAME))
    assert names(model) == ["a%b.jpg", "b.jpg", "C.jpg"]
    listed(lambda: model.sort(-1))
    assert names(model) == ["b.jpg", "C.jpg", "a%b.jpg"]
    listed(lambda: model.show(JobView(search="%")))
    assert names(model) == ["a%b.jpg"]


def test_only_the_last_question_is_answered(qtbot, model, staged):
    staged.batch([job("a.jpg", 1), job("b.jpg", 2)])
    counts = []
    model.listed.connect(lambda: counts.append(model.rowCount()))
    model.show(JobView())
    model.show(JobView(search="b"))
    qtbot.waitUntil(lambda: not model.pending)
    assert counts == [1]


def test_the_first_cell_speaks_the_whole_row(model, listed, staged):
    staged.batch([job("a.jpg", 1, 4_100_000)])
    listed(lambda: model.show(JobView()))
    assert model.data(model.index(0, 0), ROLES.AccessibleTextRole).replace("\u00a0", " ") == "a.jpg, waiting, 4.1 MB"
    assert model.data(model.index(0, 0), ROLES.DecorationRole) is None
    assert model.data(QModelIndex(), ROLES.DisplayRole) is None
    assert model.data(model.index(0, Column.NAME), ROLES.ToolTipRole) == "/photos/Lisbon/a.jpg"


def test_a_queue_that_cannot_be_read_is_said_once_a_page_and_never_raised_in_a_paint(model, listed, staged):
    staged.batch([job("a.jpg", 1), job("b.jpg", 2)])
    listed(lambda: model.show(JobView()))
    said = []
    model.failed.connect(said.append)
    model._reader.close()
    assert [model.data(model.index(row, column)) for row in range(2) for column in range(3)] == [None] * 6
    assert len(said) == 1
    assert said[0].startswith("The queue cannot be read")


def test_rows_of_a_batch_stand_where_a_person_moved_them(model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(5)])
    listed(lambda: model.show(JobView(batch=number)))
    first = list(model.ids)
    staged.move([first[3], first[4]], top=True)
    listed(lambda: model.on_events(tuple(staged.take_events()), 0, 4))
    assert names(model) == ["a3.jpg", "a4.jpg", "a0.jpg", "a1.jpg", "a2.jpg"]
    staged.move([first[0]], top=False)
    listed(lambda: model.on_events(tuple(staged.take_events()), 0, 4))
    assert names(model) == ["a3.jpg", "a4.jpg", "a1.jpg", "a2.jpg", "a0.jpg"]
    assert [model.row_of(one) for one in model.ids] == list(range(5))
    assert model.row_of(max(first) + 1) is None


def test_other_changes_of_many_rows_leave_the_list_as_it_is(qtbot, model, listed, staged):
    number = staged.batch([job(f"a{n}.jpg", n) for n in range(5)])
    listed(lambda: model.show(JobView(batch=number)))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    staged.hold(batch=number)
    listed(lambda: model.on_events(tuple(staged.take_events()), 0, 4))
    assert resets == []
    assert model.data(model.index(4, Column.STATE)) == "Held"


@given(st.lists(st.integers(0, 50), unique=True), st.integers(1, 8))
def test_every_row_is_found_in_ids_that_begin_anew(ids, step):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.window.queue.model.INDEX_STEP", step)
        starts = run_starts(array("q", ids))
    assert starts == [0, *(row for row in range(1, len(ids)) if ids[row] < ids[row - 1])]
    places = Runs(array("q", ids), starts)
    assert [places.get(one) for one in ids] == list(range(len(ids)))
    assert all(places.get(one) is None for one in set(range(51)) - set(ids))


def test_the_tries_that_a_person_allows_are_in_the_row(open_window, staged):
    number = staged.batch([job("a.jpg", 1)])
    (claimed,) = staged.claim(number, 1)
    staged.end(claimed, JobState.WAITING, "SOURCE_LOCKED", "In use.", run_at=now_ms() + 60_000)
    staged.tune(Tuning(tries=3))
    window = open_window()
    window.rail.choose(("batch", number))
    window.settle()
    row = window.model.index(0, Column.DETAIL)
    assert "Try 2 of 3 in " in window.model.data(row)
    staged.tune(Tuning(tries=9))
    assert "Try 2 of 9 in " in window.model.data(row)
