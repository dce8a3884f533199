"""What the index calls proved is what the law reads, at whatever place a block ends."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.table.fast.index import Form, Scan, scan
from app.jobs.table.write.text import row_format
from app.jobs.tabular.lines import Syntax, read_records

FORM = Form(3, b",", b'"')
_WRITE = row_format(",", '"', "\n")


def by_law(text: bytes) -> tuple[list[list[str]], list[int], int]:
    """(rows of three cells, which of the records they are, blank lines)."""
    records = list(read_records(io.StringIO(text.decode(), newline=""), Syntax(), "a.csv"))
    assert all(record.problem is None for record in records)
    filled = [record.cells for record in records if record.cells]
    fits = [order for order, cells in enumerate(filled) if len(cells) == 3]
    return [filled[order] for order in fits], fits, len(records) - len(filled)


def cells_of(found: Scan) -> list[list[bytes]]:
    """What the places of cells say."""
    begins = [[begin, *(ends[:-1] + 1).tolist()] for begin, ends in zip(found.begin.tolist(), found.ends, strict=True)]
    return [
        [found.body[a:b] for a, b in zip(begin, ends.tolist(), strict=True)]
        for begin, ends in zip(begins, found.ends, strict=True)
    ]


def written(row: list[str]) -> list[bytes]:
    """The cells as the writer has them."""
    return [_WRITE([cell, ""])[:-2].encode() for cell in row]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(['"', '""', ",", "\n", "\r\n", "\r", "a", "é", '","', '"\n"', "a,b,c\n"]), max_size=40))
def test_proved_is_what_the_law_reads(pieces: list[str]) -> None:
    text = "".join(pieces).encode() + b"\n"
    found = scan(text, FORM, final=True)
    if found.broken < 0:
        assert found.size == len(text)
    rows, fits, blank = by_law(text[: found.size])
    assert cells_of(found) == [written(row) for row in rows]
    assert (found.order.tolist(), found.blank) == (fits, blank)
    assert found.count == len(fits) + len(found.odd)
    raw = [text[a:b] for a, b in zip(found.raw_begin.tolist(), found.raw_end.tolist(), strict=True)]
    assert [by_law(record)[0] for record in raw] == [[row] for row in rows]
    lines = io.StringIO(text[: found.size].decode(), newline="").readlines()
    assert found.lines == len(lines)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_block_that_ends_early_proves_the_same_beginning(data: st.DataObject) -> None:
    cell = st.sampled_from(["", "a", '"a,b"', '"x\ny"', '"q""q"', '""', "ü", '"r\r\ns"'])
    rows = data.draw(st.lists(st.tuples(cell, cell, cell), min_size=1, max_size=12))
    text = "".join(",".join(row) + data.draw(st.sampled_from(["\n", "\r\n"])) for row in rows).encode()
    whole = scan(text, FORM, final=True)
    assert (whole.size, whole.broken) == (len(text), -1)
    part = scan(text[: data.draw(st.integers(0, len(text)))], FORM, final=False)
    assert part.broken < 0 or text[part.size :].count(b"\r") > 0
    assert cells_of(part) == cells_of(whole)[: len(part.begin)]


@pytest.mark.parametrize(
    ("text", "size", "broken"),
    [
        (b'a,b,c\n1,2"x,3\n4,5,6\n', 6, 9),
        (b'a,b,c\n"1"x,2,3\n', 6, 8),
        (b"a,b,c\n1,2\r,3\n", 6, 9),
        (b"a,b,c\n1,\0,3\n", 6, 8),
        (b'a,b,c\n"1,2,3\n4,5,6\n', 6, 18),
        (b'"a,b,c\n', 0, 6),
        (b'a,b,c\n1,"' + b"x\n" * 8 + b'",3\n', 6, 6),
    ],
    ids=["quote in a cell", "text after a quote", "lone CR", "NUL", "unclosed", "nothing proved", "many lines"],
)
def test_what_is_not_clean_ends_what_is_proved(text: bytes, size: int, broken: int) -> None:
    found = scan(text, FORM, final=True)
    assert (found.size, found.broken) == (size, broken)


def test_bytes_that_are_not_utf8_end_it_where_they_may_occur() -> None:
    text = b"a,b,c\n1,\xff,3\n"
    assert scan(text, Form(3, b",", b'"', proved_text=False), final=True).broken == 8
    assert scan(text, FORM, final=True).broken < 0


def test_rows_of_another_width_are_counted_out_or_end_it() -> None:
    text = b"a,b,c\n1,2\n\n3,4,5\n1,2,3,4\n"
    found = scan(text, FORM, final=True)
    assert (found.order.tolist(), found.blank, found.count) == ([0, 2], 1, 4)
    assert [(order, text[a:b]) for order, a, b in found.odd] == [(1, b"1,2\n"), (3, b"1,2,3,4\n")]
    assert scan(text, Form(3, b",", b'"', ragged=False), final=True).size == 6


def test_needless_quotes_and_returns_are_not_in_the_text() -> None:
    found = scan(b'"a","","b"\r\n"x""y","l\r\nm",\r\n', FORM, final=True)
    assert found.body == b'a,,b\n"x""y","l\r\nm",\n'
