"""How a table is written: found out for random tables of many programs, and refused where two readings are as good."""

from collections import Counter
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table
from tests.jobs.tabular.dialects import Written, written

FILES = 1200
RIGHT = 0.99


def verdict(path: Path, file: Written) -> str:
    """`right`, the code of a refusal, or what was read in another way than it was written."""
    path.write_bytes(file.data)
    try:
        with open_table(str(path), ReadOptions()) as table:
            records = list(table)
    except JobError as error:
        assert path.name in error.failure.message
        return error.failure.code
    dialect, lines = table.dialect, [file.header, *file.rows] if file.header else file.rows
    checks = {
        "delimiter": dialect.delimiter == file.marks.delimiter,
        "newline": dialect.newline == file.marks.newline or len(lines) < 2,
        "preamble": dialect.skipped == file.skipped,
        "header": (table.header if dialect.header else None) == file.header,
        "rows": [record.cells for record in records if record.problem is None] == file.rows,
        "rejected": tuple(record.number for record in records if record.problem is not None) == file.rejected,
    }
    return next((name for name, right in checks.items() if not right), "right")


@pytest.mark.timeout(120)
def test_dialects_are_found(tmp_path: Path) -> None:
    """In 99 of 100 files everything is found; a file where it is not is refused, never read in another way."""
    found = {seed: verdict(tmp_path / "a.csv", written(seed)) for seed in range(FILES)}
    wrong = {seed: how for seed, how in found.items() if how not in ("right", "DIALECT_AMBIGUOUS", "ENCODING")}
    assert wrong == {}
    counts = Counter(found.values())
    assert counts["right"] >= RIGHT * FILES, counts


@pytest.mark.parametrize(
    "text",
    [
        "a,b;c,d\ne,f;g,h\n",
        "a\tb;c\n1\t2;3\n4\t5;6\n",
        "name\nSmith, John\nLee, Ann\nBerg, Ole\n",  # one column below a header, or two below a title
        "Betrag\n1,50\n2,50\n3,00\n",
        "1,50\n2,50\n3,00\n",  # decimal commas, or two columns
        "1.204,50\n22,50\n",
        "The order was late, and nobody knew.\nWe called again.\nIt came, back; why?\n\nRegards,\nAnna\n",
        "Dear all,\n\nthe order was late, and nobody knew why, when.\nWe called again, twice, in May.\nNo answer.\n",
        "2024-05-31 10:00:00,123 started\n2024-05-31 10:00:01,456 slow, very slow\n2024-05-31 10:00:02,789 ended\n",
        "blue;red|4021,21|Berg, Ulm\nx;new;blue|2700,12|Berg, Rio\n",
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, newline="")
    with pytest.raises(JobError, match=r"a\.csv.*Name the delimiter in the recipe") as caught:
        open_table(str(path), ReadOptions())
    assert caught.value.failure.code == "DIALECT_AMBIGUOUS"
    for delimiter in (",", ";", "\t"):  # a delimiter that is named is not argued with
        with open_table(str(path), ReadOptions(delimiter=delimiter)) as table:
            assert table.dialect.delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "delimiter", "header", "skipped"),
    [
        ("id;tags\n1;a,b\n2;c,d\n3;e,f\n", ";", ["id", "tags"], 0),
        ("id,tags\n1,a|b\n2,c|d\n3,e|f\n", ",", ["id", "tags"], 0),
        ("t;v\n10:00:01,5;1\n10:00:02,5;2\n", ";", ["t", "v"], 0),
        ('id;size\n1;5" pipe\n2;6" pipe\n', ";", ["id", "size"], 0),  # every row has a stray quote, no other delimiter
        ("a,b,c\n1,2\n3,4,5\n6,7\n8,9,0\n", ",", ["a", "b", "c"], 0),  # half of the rows are short
        ("a,b\n1,2\n3\n4\n5,6\n", ",", ["a", "b"], 0),
        ("Report;May\nCreated;2024-05-31\n\nid;name;amount\n1;A;2,5\n2;B;3,5\n", ";", ["id", "name", "amount"], 2),
        ("Export of May, 2024\n\nid,name,amount\n1,A,2.5\n2,B,3.5\n", ",", ["id", "name", "amount"], 1),
        ("Export of May, 2024\n\nid;name;amount\n1;A;2,5\n2;B;3,5\n", ";", ["id", "name", "amount"], 1),
        ("name\nSmith, John\nLee\nBerg\nFoo\n", None, ["name"], 0),  # one comma makes no column
        ("'a';'b;c'\r'1';'2'\r", ";", ["a", "b;c"], 0),
        ("'a','b'\n'it''s, they said','2'\n", ",", ["a", "b"], 0),
        ("a,b\n'tis,1\n'twas,2\n", ",", ["a", "b"], 0),
    ],
)
def test_what_only_looks_unclear(
    tmp_path: Path, text: str, delimiter: str | None, header: list[str], skipped: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, newline="")
    with open_table(str(path), ReadOptions()) as table:
        assert (table.header, table.dialect.skipped) == (header, skipped)
        assert delimiter in (None, table.dialect.delimiter)
        assert table.dialect.sure


def test_the_choice_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for text, words in (
        ("a;b\n1;2\n", "all of it is valid UTF-8; 2 columns with semicolon (fit 100%); words stand above"),
        ("sep=|\na|b\n1|2\n", "pipe named in its first line"),
        ("a\nb\n", "no delimiter lines up: one column"),
    ):
        path.write_text(text)
        with open_table(str(path), ReadOptions()) as table:
            assert words in table.dialect.why
