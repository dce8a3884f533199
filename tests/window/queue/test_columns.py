"""Detail has priority; the other columns give way in the order that the design names."""

from hypothesis import given
from hypothesis import strategies as st

from app.window.queue.columns import DEFAULT_HIDDEN, DETAIL_MIN, widths
from app.window.queue.model import Column

SHOWN = frozenset(Column) - DEFAULT_HIDDEN


def test_as_drawn_at_1280():
    found = widths(1056, 1280, SHOWN, batch_view=True)
    assert {column.name: width for column, width in found.of.items() if width} == {
        "STATE": 128, "NAME": 230, "DETAIL": 438, "SIZE": 190, "TIME": 70,
    }  # fmt: skip
    assert not found.result_only


def test_below_1100_size_shows_the_result_and_below_960_time_is_gone():
    narrow = widths(776, 1000, SHOWN, batch_view=True)
    assert narrow.result_only
    assert narrow.of[Column.SIZE] == 84
    assert narrow.of[Column.TIME] == 70
    assert widths(660, 720, SHOWN, batch_view=True).of[Column.TIME] == 0


def test_the_batch_column_is_for_views_of_several_batches():
    assert widths(1056, 1280, SHOWN, batch_view=False).of[Column.BATCH] == 160
    assert widths(1056, 1280, SHOWN, batch_view=True).of[Column.BATCH] == 0


@given(
    st.integers(300, 4000), st.frozensets(st.sampled_from(Column)), st.booleans(), st.floats(0.8, 2.0),
)  # fmt: skip
def test_detail_keeps_its_room_and_everything_fits(room, shown, batch_view, scale):
    found = widths(room, room + 224, shown, batch_view, scale)
    total = sum(found.of.values())
    assert found.of[Column.STATE] > 0
    assert found.of[Column.NAME] > 0
    if found.of[Column.DETAIL] > 120:
        assert total == room
    if room > 700 * scale:
        assert found.of[Column.DETAIL] >= DETAIL_MIN - 40
    optional = shown - {Column.STATE, Column.NAME, Column.DETAIL}
    assert all(not found.of[column] for column in set(Column) - optional - {Column.STATE, Column.NAME, Column.DETAIL})
