"""Files of every sort with a known truth: dialects, encodings, line ends, damage. Each is read right, or refused with
the right code; none takes long.
"""

import gzip
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table

Rows = list[list[str]]
HEADER = ["id", "name", "city", "amount", "day"]
ROWS = [
    ["007", "Müller", "Köln", "12.50", "2024-05-31"],
    ["008", "Sörensen, Ole", "Århus; Nord", "-3", "2024-06-01"],
    ["009", 'Groß "Otto"', "Zürich\nAltstadt", "0.10", ""],
    ["010", "Núñez | Söhne", "", "1000", "2024-06-03"],
    ["011", "Åsa\tBerg", "Málaga", "7", "2024-06-04"],
]


@dataclass(frozen=True)
class File:
    """`data` and what reading it must give: rows and the lines of rejected ones, or a code."""

    title: str
    data: bytes
    rows: Rows = field(default_factory=list)
    rejected: tuple[int, ...] = ()
    code: str | None = None
    header: tuple[str, ...] = tuple(HEADER)
    name: str = "a.csv"
    options: tuple[tuple[str, object], ...] = ()


def line(cells: list[str], delimiter: str, newline: str, everything: bool = False) -> str:
    def cell(text: str) -> str:
        needs = everything or any(char in text for char in (delimiter, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    return delimiter.join(map(cell, cells)) + newline


def table(delimiter: str = ",", newline: str = "\n", everything: bool = False, rows: Rows = ROWS) -> str:
    return "".join(line(cells, delimiter, newline, everything) for cells in [HEADER, *rows])


def clean() -> Iterator[File]:
    """Every dialect in every encoding: 4 × 3 × 2 × 7 files."""
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
    for delimiter, newline, everything, encoding in itertools.product(
        (",", ";", "\t", "|"), ("\n", "\r\n", "\r"), (False, True), encodings
    ):
        rows = ROWS if encoding != "cp1252" else ROWS * 4  # a guess needs something to go by
        data = table(delimiter, newline, everything, rows).encode(encoding)
        yield File(f"{delimiter!r} {newline!r} {'all' if everything else 'few'} quotes {encoding}", data, rows)


def shaped() -> Iterator[File]:
    """What stands around the table."""
    text = table()
    yield File("sep line", ("sep=;\n" + table(";")).encode(), ROWS)
    yield File("preamble", ("Report of May\n\n" + text).encode(), ROWS)
    yield File("padded preamble", ("Report,,,,\nMay,,,,\n" + text).encode(), ROWS)
    yield File("blank lines", text.replace("\n0", "\n\n0").encode(), ROWS)
    yield File("blank lines at the end", (text + "\n\n\n").encode(), ROWS)
    yield File("no line end at the end", text[:-1].encode(), ROWS)
    yield File("mixed line ends", text.replace("\n008", "\r\n008").replace("\n010", "\r010").encode(), ROWS)
    yield File("end mark of DOS", (text + "\x1a").encode(), ROWS)
    yield File("packed", gzip.compress(text.encode(), mtime=0), ROWS, name="a.csv.gz")
    yield File("comment", ("# made by x\n" + text).encode(), ROWS, options=(("comment", "#"),))
    yield File("single quotes", table().replace('""', "§").replace('"', "'").replace("§", '"').encode(), ROWS)
    headless = "".join(line(cells, ",", "\n") for cells in ROWS)
    yield File("no header", headless.encode(), ROWS, header=("", "", "", "", ""))
    yield File("header only", line(HEADER, ",", "\n").encode(), [])
    yield File("one column", b"name\nAnna\n\nBo\n", [["Anna"], [""], ["Bo"]], header=("name",))
    yield File(
        "two headers",
        ("a,b,c,d,e\n" + text).encode(),
        ROWS,
        header=tuple(f"{a} {b}" for a, b in zip("abcde", HEADER, strict=False)),
        options=(("header", 2), ("skip", 0)),
    )
    yield File("odd delimiter", table("^").encode(), ROWS, options=(("delimiter", "^"),))
    yield File("long delimiter", table("||").encode(), ROWS, options=(("delimiter", "||"),))
    yield File(
        "backslashes",
        b'id,name\n1,"a \\"b\\", c"\n2,"d"\n',
        [["1", 'a "b", c'], ["2", "d"]],
        header=("id", "name"),
    )
    yield File(
        "spaces after delimiters",
        b'id, name\n1, "a, b"\n2, c\n',
        [["1", "a, b"], ["2", "c"]],
        header=("id", "name"),
        options=(("initial_space", "drop"), ("delimiter", ",")),
    )
    wide = [f"c{i}" for i in range(2000)]
    yield File(
        "wide", (line(wide, ",", "\n") + line(["1"] * 2000, ",", "\n")).encode(), [["1"] * 2000], header=tuple(wide)
    )


def damaged() -> Iterator[File]:
    """What is broken in single rows: they are rejected, the others are read. Line 4 and 5 are one row of `ROWS`."""
    lines = table().split("\n008")
    for delimiter in (",", ";", "\t", "|"):
        text = table(delimiter)
        more = [
            ("short row", f"x{delimiter}y\n"),
            ("long row", delimiter.join("abcdefg") + "\n"),
            ("one cell", "total\n"),
        ]
        for title, bad in more:
            yield File(
                f"{title} {delimiter!r}", (text + bad + line(ROWS[0], delimiter, "\n")).encode(), [*ROWS, ROWS[0]], (8,)
            )
        stray = delimiter.join(["1", 'a "b', "c", "d", "e"]) + "\n"
        after = delimiter.join(["1", '"a"b', "c", "d", "e"]) + "\n"
        for title, bad in (("stray quote", stray), ("text after a quote", after)):
            yield File(
                f"{title} {delimiter!r}", (text + bad + line(ROWS[0], delimiter, "\n")).encode(), [*ROWS, ROWS[0]], (8,)
            )
    broken = table().encode().replace("Müller".encode(), b"M\xfcller")
    yield File("one bad byte", broken, ROWS[1:], (2,))
    yield File("a bad byte further down", table().encode().replace("Málaga".encode(), b"M\xe1laga"), ROWS[:4], (7,))
    yield File("a row of delimiters", (lines[0] + "\n,,,,\n008" + lines[1]).encode(), [ROWS[0], [""] * 5, *ROWS[1:]])
    yield File(
        "short row, to be padded",
        (table() + "1,2\n").encode(),
        [*ROWS, ["1", "2", "", "", ""]],
        options=(("ragged", "pad"),),
    )
    yield File(
        "long row, to be cut",
        (table() + "1,2,3,4,5,6\n").encode(),
        [*ROWS, ["1", "2", "3", "4", "5"]],
        options=(("ragged", "truncate"),),
    )
    yield File(
        "stray quote, to be kept",
        (table() + '1,5" pipe,,,\n').encode(),
        [*ROWS, ["1", '5" pipe', "", "", ""]],
        options=(("stray_quotes", "keep"),),
    )


def refused() -> Iterator[File]:
    """What is refused as a whole."""
    text = table().encode()
    swallowed = b"a,b,c\n" + b"1,2,3\n" * 20
    yield File("nothing", b"", code="EMPTY_FILE")
    yield File("a mark and nothing", b"\xef\xbb\xbf", code="EMPTY")
    yield File("blank lines only", b"\n \n\r\n", code="EMPTY")
    yield File("a quote that is never closed", text + b'1,"x,y,z\n2,b\n', code="UNCLOSED_QUOTE")
    yield File(
        "a quote that swallows rows",
        swallowed.replace(b"1,2", b'1,"2', 1) + b'1,"2,3\n' + swallowed,
        code="SUSPECT_QUOTE",
    )
    yield File("zero bytes", text + b"1,a\0b,c,d,e\n", code="NUL")
    yield File("binary", bytes(range(1, 32)) * 20, code="NOT_TEXT")
    for magic in (
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"%PDF-1.7",
        b"\x7fELF",
        b"SQLite format 3\0",
        b"PAR1",
    ):
        yield File(f"another file ({magic[:4]!r})", magic + b"1,2\n" * 20, code="NOT_TEXT")
    for magic in (
        b"BZh91AY&SY\x01",
        b"\xfd7zXZ\0\x01",
        b"\x28\xb5\x2f\xfd\x01",
        b"7z\xbc\xaf\x27\x1c\x01",
        b"Rar!\x1a\x07\x01",
    ):
        yield File(f"an archive ({magic[:4]!r})", magic + bytes(range(256)), code="COMPRESSED")
    yield File("gzip under another name", gzip.compress(text, mtime=0), code="COMPRESSED")
    yield File("half a gzip", gzip.compress(text, mtime=0)[:-9], code="COMPRESSED", name="a.csv.gz")
    for page in (b"<!DOCTYPE html><html>", b"<table><tr><td>1</td></tr></table>", b"<?xml version='1.0'?><a/>"):
        yield File(f"a page ({page[:8]!r})", page, code="NOT_TABULAR")
    yield File("JSON", b'[{"a": 1}]', code="NOT_TABULAR")
    yield File("two readings", b"a,b;c,d\ne,f;g,h\n" * 3, code="DIALECT_AMBIGUOUS")
    yield File(
        "too many columns",
        b",".join([b"x"] * 16_385) + b"\n1\n",
        code="TOO_MANY_COLUMNS",
        options=(("delimiter", ","),),
    )
    yield File("half of UTF-16", table().encode("utf-16")[:-1], code="ENCODING")
    yield File("not in the encoding named", b"a,b\n\x81,1\n", code="ENCODING", options=(("encoding", "cp932"),))
    yield File("rows that must fit", text + b"1,2\n", code="COLUMNS_DIFFER", options=(("ragged", "fail"),))


FILES = [*clean(), *shaped(), *damaged(), *refused()]


def test_there_are_enough() -> None:
    assert len(FILES) >= 220
    assert len({file.title for file in FILES}) == len(FILES)


@pytest.mark.timeout(2)
@pytest.mark.parametrize("file", FILES, ids=[file.title for file in FILES])
def test_read_right_or_refused(tmp_path: Path, file: File) -> None:
    path = tmp_path / file.name
    path.write_bytes(file.data)
    options = ReadOptions(**dict(file.options))  # type: ignore[arg-type]
    if file.code is not None:
        with pytest.raises(JobError) as caught, open_table(str(path), options) as opened:
            list(opened)
        assert (caught.value.failure.code, file.name in caught.value.failure.message) == (file.code, True)
        return
    with open_table(str(path), options) as opened:
        records = list(opened)
    assert tuple(opened.header) == file.header
    assert [record.cells for record in records if record.problem is None] == file.rows
    assert tuple(record.line for record in records if record.problem is not None) == file.rejected
