"""JSON out."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.table.columns import Columns
from app.jobs.table.row import RowReject
from app.jobs.table.write import Style, open_writer

CELL = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=10)


@given(st.lists(st.tuples(CELL, CELL), max_size=5))
def test_objects_come_back(rows: list[tuple[str, str]]) -> None:
    file = io.BytesIO()
    writer = open_writer(file, Style(format="json"), Columns(("a", "a (2)"), ("a", "a")), "out.json")
    for row in rows:
        writer.write(list(row))
    writer.close()
    assert [tuple(item.values()) for item in json.loads(file.getvalue())] == rows


def test_half_a_character_rejects_the_row() -> None:
    writer = open_writer(io.BytesIO(), Style(format="json"), Columns(("a", "b"), ("a", "b")), "out.json")
    with pytest.raises(RowReject) as caught:
        writer.write(["x", "\ud800"])
    assert caught.value.problem.column == "b"
