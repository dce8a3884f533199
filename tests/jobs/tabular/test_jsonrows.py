"""JSON arrays of objects, whatever the chunks they come in."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, jsonrows, open_table


def read(text: str) -> list[dict[str, str]]:
    return [cells for _, _, cells, _ in jsonrows.read_objects(io.StringIO(text), "a.json")]


def test_cells_keep_their_characters() -> None:
    text = '[{"a": 1.10, "b": "007", "c": null, "d": true, "e": {"x": [1.0, "y"]}},\n {"a": 1e5}]'
    assert read(text) == [{"a": "1.10", "b": "007", "c": "", "d": "true", "e": '{"x":[1.0,"y"]}'}, {"a": "1e5"}]


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=30)), max_size=8), st.integers(1, 7))
def test_chunks_do_not_matter(objects: list[dict[str, str]], chunk: int) -> None:
    class Slow(io.StringIO):
        def read(self, size: int | None = -1, /) -> str:
            return super().read(min(chunk, size) if size else -1)

    text = json.dumps(objects, indent=1)
    assert [c for _, _, c, _ in jsonrows.read_objects(Slow(text), "a.json")] == objects


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1}', "an array of objects is expected"),
        ('[{"a": 1}', "ends too early"),
        ('[{"a": 1}\n {"a": 2}]', "line 2: a comma is missing"),
        ('[{"a": 1}, 5]', "every element of the array must be an object"),
        ('[{"a": 1}]\nx', "line 2: there is text after the array"),
        ('[{"a": \n tru}]', "line 2"),
        ('[{"a": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_faults_are_named_with_their_line(text: str, words: str) -> None:
    with pytest.raises(JobError, match=words) as caught:
        read(text)
    assert caught.value.failure.code == "NOT_TABULAR"


def test_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[\n{"a": "1"},\n{"b": "ü", "a": "2"}\n]', encoding="utf-8")
    with open_table(str(path), ReadOptions()) as table:
        rows = list(table)
    assert table.names == ["a", "b"]
    assert [(r.line, r.cells) for r in rows] == [(2, ["1", ""]), (3, ["2", "ü"])]


def test_no_objects_is_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]")
    with pytest.raises(JobError) as caught:
        open_table(str(path), ReadOptions())
    assert caught.value.failure.code == "EMPTY"
