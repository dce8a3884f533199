"""Files of every sort with a known truth: dialects, encodings, what stands around tables, damage, other content.

Owns the files and what reading each must give. Must not know how they are read.
"""

import gzip
import io
import itertools
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.jobs.tabular.dialects import Marks, Rows

MAX_CELL = 16 * 1024 * 1024
HEADER = ["id", "name", "city", "amount", "day"]
ROWS = [
    ["007", "Müller", "Köln", "12.50", "2024-05-31"],
    ["008", "Sörensen, Ole", "Århus; Nord", "-3", "2024-06-01"],
    ["009", 'Groß "Otto"', "Zürich\nAltstadt", "0.10", ""],
    ["010", "Núñez | Söhne", "", "1000", "2024-06-03"],
    ["011", "Åsa\tBerg", "Málaga", "7", "2024-06-04"],
]
DELIMITERS = (",", ";", "\t", "|")
NEWLINES = ("\n", "\r\n", "\r")


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
    says: str = ""  # part of the sentence of a refusal


def marks(delimiter: str = ",", newline: str = "\n", everything: bool = False) -> Marks:
    return Marks(delimiter, '"', "doubled", "all" if everything else "needed", newline)


def table(how: Marks | None = None, rows: Rows = ROWS) -> str:
    return "".join(map((how or marks()).line, [HEADER, *rows]))


def two(title: str, data: bytes, rows: Rows, *rejected: int, code: str | None = None, **options: object) -> File:
    """A file of the columns a and b."""
    return File(title, data, rows, rejected, code, ("a", "b"), options=tuple(options.items()))


def every_file() -> list[File]:
    """All of them."""
    return [
        *dialects(),
        *encodings(),
        *around(),
        *shaped(),
        *cells(),
        *damaged(),
        *quotes(),
        *refused(),
        *other_content(),
    ]


def dialects() -> Iterator[File]:
    """Every dialect in every Unicode encoding and one that must be guessed."""
    names = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
    for delimiter, newline, everything, encoding in itertools.product(DELIMITERS, NEWLINES, (False, True), names):
        rows = ROWS if encoding != "cp1252" else ROWS * 4  # a guess needs something to go by
        data = table(marks(delimiter, newline, everything), rows).encode(encoding)
        yield File(f"{delimiter!r} {newline!r} {'all' if everything else 'few'} quotes {encoding}", data, rows)
    for delimiter, newline, quote, escape in itertools.product(DELIMITERS, NEWLINES, "\"'", ("doubled", "backslash")):
        how = Marks(delimiter, quote, escape, "all", newline)
        rows = [*ROWS, ["012", f"it{quote}s", "C:\\x", f"{quote}{delimiter}{quote}", "a\\"]]
        yield File(f"{delimiter!r} {newline!r} quote {quote} {escape}", table(how, rows).encode(), rows)
    for delimiter in ("^", "~", " ", "\x1f", "||", "::", "€"):
        how = marks(delimiter, everything=True)
        yield File(f"delimiter {delimiter!r} named", table(how).encode(), ROWS, options=(("delimiter", delimiter),))
    data = b'a\tb\n1\t5" x\n"2\t3\n'
    yield two("no quotes at all", data, [["1", '5" x'], ['"2', "3"]], quote="", delimiter="\t")


def encodings() -> Iterator[File]:
    """Text that is not plain UTF-8: guessed where that is certain, else asked about; bad bytes cost their rows."""
    for encoding, text in (
        ("cp1252", "Müller;Köln;Straße"), ("cp1250", "Łódź;Kraków;Śląsk"), ("cp1251", "Москва;Иванов;Пётр"),
        ("cp932", "東京都;山田太郎;カタカナ"), ("cp1253", "Αθήνα;Παπαδόπουλος;Θεσσαλονίκη"),
    ):  # fmt: skip
        row = text.split(";")
        data = ("id;x;y\n" + f"{text}\n" * 3).encode(encoding)
        yield File(f"guessed {encoding}", data, [row] * 3, header=("id", "x", "y"), options=(("header", True),))
    for encoding, text in (
        ("koi8-r", "Москва;Иванов Пётр"), ("cp949", "서울;김철수"), ("gb18030", "客户名称;金额"), ("cp437", "Grün;Ñu"),
    ):  # fmt: skip
        data = f"a;b\n{text}\n".encode(encoding)
        yield two(f"unsure {encoding}", data, [], code="ENCODING")
        yield two(f"named {encoding}", data, [text.split(";")], encoding=encoding, header=True)
    yield two("bytes that no letter has", b"a,b\n\x81\x8d,\x8f\n", [], code="ENCODING")
    words = [["Москва", "Иванов"], ["Αθήνα", "Νίκος"], ["ירושלים", "דוד"], ["القاهرة", "علي"], ["Łódź", "Wałęsa"]]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        text = "город;имя\r\n" + "".join(f"{a};{b}\r\n" for a, b in words)
        yield File(f"other alphabets in {encoding}", text.encode(encoding), words, header=("город", "имя"))
    far = [["北京市", "张伟"], ["東京都", "山田"]]
    text = "a;b\n" + "".join(f"{a};{b}\n" for a, b in far)
    yield two("ideographs in UTF-16", text.encode("utf-16"), far)
    yield two("ideographs in UTF-16, named", text.encode("utf-16-be"), far, encoding="utf-16-be")
    for encoding in ("latin-1", "cp437"):  # every byte is a character there
        cell = bytes(range(0xA0, 0x100)).decode(encoding)
        yield two(f"all of {encoding}, named", f"a,b\n1,{cell}\n".encode(encoding), [["1", cell]], encoding=encoding)
    good = "a,b\nä,1\nö,2\nü,3\n".encode()
    for title, bad in (
        ("a stray byte", b"\xff"), ("half a character", b"\xc3"), ("a long form", b"\xc0\xaf"),
        ("half of a pair", b"\xed\xa0\x80"), ("beyond Unicode", b"\xf5\x80\x80\x80"),
    ):  # fmt: skip
        data = good + b"x" + bad + b",4\n\xc3\xa9,5\n"
        yield two(f"UTF-8 with {title}", data, [["ä", "1"], ["ö", "2"], ["ü", "3"], ["é", "5"]], 5)
    yield two("UTF-8 that ends within a character", good + b"y,\xc3", [["ä", "1"], ["ö", "2"], ["ü", "3"]], 5)
    yield two("bad byte under a mark", b"\xef\xbb\xbf" + good + b"\xff,4\n", [["ä", "1"], ["ö", "2"], ["ü", "3"]], 5)
    yield two("a mark inside", "a,b\n\ufeffx,1\n".encode(), [["\ufeffx", "1"]])
    yield File("a mark twice", "\ufeffa,b\nx,1\n".encode("utf-8-sig"), [["x", "1"]], header=("\ufeffa", "b"))
    yield two("half of UTF-16", "a,b\n1,2\n".encode("utf-16")[:-1], [], code="ENCODING")
    yield two("half a pair in UTF-16", b"\xff\xfea\0,\0b\0\n\0\x00\xd8,\x001\0\n\0", [], code="ENCODING")
    yield two("beyond 16 bits in UTF-16", "a,b\n😀,1\n".encode("utf-16"), [["😀", "1"]])
    yield two("not in the encoding named", b"a,b\n\x81,1\n", [], code="ENCODING", encoding="cp932")
    yield two("UTF-16 where UTF-8 was named", "a,b\n1,2\n".encode("utf-16-le"), [], code="ENCODING", encoding="utf-8")
    late = b"a,b\n" + b"1,2\n" * 50_000 + "é,3\n".encode()
    yield two("first letter beyond ASCII late", late, [["1", "2"]] * 50_000 + [["é", "3"]])


def around() -> Iterator[File]:
    """What stands before and behind the table."""
    for delimiter, newline in itertools.product(DELIMITERS, NEWLINES):
        text = table(marks(delimiter, newline))
        wide = delimiter * 4 + newline
        tag = f"{delimiter!r} {newline!r}"
        yield File(f"sep line {tag}", (f"sep={delimiter}{newline}" + text).encode(), ROWS)
        yield File(f"preamble {tag}", (f"Report of May{newline * 2}" + text).encode(), ROWS)
        yield File(f"padded preamble {tag}", (f"Report{wide}May{wide}" + text).encode(), ROWS)
        yield File(
            f"words and values above {tag}",
            (delimiter.join(("Report", "May")) + newline * 2 + text).encode(), ROWS,
        )  # fmt: skip
        yield File(f"no line end at the end {tag}", text.removesuffix(newline).encode(), ROWS)
        yield File(f"end mark of DOS {tag}", (text + "\x1a").encode(), ROWS)
        headless = "".join(map(marks(delimiter, newline).line, ROWS))
        yield File(f"no header {tag}", headless.encode(), ROWS, header=("",) * 5)
        yield File(f"header only {tag}", marks(delimiter, newline).line(HEADER).encode(), [])
    text = table()
    yield File("sep line under a mark", ("sep=;\n" + table(marks(";"))).encode("utf-8-sig"), ROWS)
    yield File("sep line in UTF-16", ("sep=\t\r\n" + table(marks("\t", "\r\n"))).encode("utf-16"), ROWS)
    yield File("sep line of a rarer delimiter", ("sep=^\n" + table(marks("^"))).encode(), ROWS)
    yield File("several end marks of DOS", (text + "\x1a\x1a\x1a").encode(), ROWS)
    yield File("blank lines", text.replace("\n0", "\n\n0").encode(), ROWS)
    yield File("blank lines before", ("\n\n" + text).encode(), ROWS)
    yield File("blank lines at the end", (text + "\n\n\n").encode(), ROWS)
    yield File("mixed line ends", text.replace("\n008", "\r\n008").replace("\n010", "\r010").encode(), ROWS)
    yield File("comment", ("# made by x\n" + text).encode(), ROWS, options=(("comment", "#"),))
    yield File("a line of words at the end", (text + "5 rows\n").encode(), ROWS, (8,))
    yield File("two tables", (text + "\nx,y\n1,2\n").encode(), ROWS, (9, 10))
    yield File(
        "two headers", ("a,b,c,d,e\n" + text).encode(), ROWS,
        header=tuple(f"{a} {b}" for a, b in zip("abcde", HEADER, strict=True)),
        options=(("header", 2), ("skip", 0)),
    )  # fmt: skip
    yield File("repeated header", (text + ",".join(HEADER) + "\n").encode(), [*ROWS, HEADER])
    yield File("packed", gzip.compress(text.encode(), mtime=0), ROWS, name="a.csv.gz")
    half = len(text) // 2
    parts = gzip.compress(text[:half].encode(), mtime=0) + gzip.compress(text[half:].encode(), mtime=0)
    yield File("packed in two parts", parts, ROWS, name="a.csv.gz")
    yield File("packed UTF-16", gzip.compress(text.encode("utf-16"), mtime=0), ROWS, name="a.csv.gz")


def shaped() -> Iterator[File]:
    """Tables of odd shapes."""
    yield File("one column", b"name\nAnna\n\nBo\n", [["Anna"], [""], ["Bo"]], header=("name",))
    yield File("one cell", b"name", [], header=("name",))
    yield File(
        "one column of addresses", b"email\n" + b"a@example.org\n" * 9, [["a@example.org"]] * 9, header=("email",)
    )
    yield File("empty cells in one column", b'name\n""\n""\n', [[""], [""]], header=("name",))
    yield two("thousands of equal rows", b"a,b\n" + b"1,2\n" * 20_000, [["1", "2"]] * 20_000)
    wide = [f"c{i}" for i in range(16_384)]
    row = ["1"] * 16_384
    text = "".join(map(marks().line, [wide, row, row]))
    yield File("as wide as it may be", text.encode(), [row, row], header=tuple(wide))
    same = "".join(map(marks().line, [["x"] * 16_384, row]))
    yield File("columns of one name", same.encode(), [row], header=("x",) * 16_384)
    yield File("names left out", b"a,,,b\n1,2,3,4\n", [["1", "2", "3", "4"]], header=("a", "", "", "b"))
    yield File(
        "a delimiter at every end", b"a,b,\n1,2,\n3,4,\n", [["1", "2", ""], ["3", "4", ""]], header=("a", "b", "")
    )
    yield two("a row of delimiters", b"a,b\n1,2\n,\n3,4\n", [["1", "2"], ["", ""], ["3", "4"]])
    yield two("quoted and empty", b'a,b\n"",""\n1,""\n', [["", ""], ["1", ""]])
    yield File("years for names", b"land,2019,2020\nx,1,2\n", [["x", "1", "2"]], header=("land", "2019", "2020"))
    yield File("a line break in a name", b'id,"first\nname"\n1,Bo\n', [["1", "Bo"]], header=("id", "first\nname"))


def cells() -> Iterator[File]:
    """Cells whose characters must all stay."""
    for title, cell in (
        ("zeros", "007"), ("many digits", "12345678901234567890"), ("an exponent", "1e-7"), ("a decimal comma", "1,50"),
        ("thousands", "1.234,56"), ("spaces around", "  x  "), ("a no-break space", "x\u00a0"), ("a tab", "x\ty"),
        ("NA", "NA"), ("a formula", "=1+1"), ("a lone CR", "x\ry"), ("CR and LF", "x\r\ny"), ("a blank line", "x\n\ny"),
        ("a form feed", "x\x0cy"), ("a vertical tab", "x\x0by"), ("next line", "x\x85y"),
        ("line separator", "x\u2028y"),
        ("file separator", "x\x1cy"), ("an end mark of DOS", "x\x1ay"), ("a quote alone", '"'), ("quotes alone", '""'),
        ("a quote at the end", 'x"'), ("a backslash", "x\\"), ("a quote after a backslash", '\\"'), 
        ("emoji", "👩‍👩‍👧 x"),
        ("marks above letters", "e\u0301"), ("right to left", "שלום"), ("a noncharacter", "\ufdd0"),
        ("nothing but CR", "\r"),
    ):  # fmt: skip
        how = Marks(",", '"', "doubled", "all", "\n")
        text = "".join(map(how.line, [["a", "b"], ["1", cell], [cell, "2"], ["3", "4"]]))
        yield two(f"cell with {title}", text.encode(), [["1", cell], [cell, "2"], ["3", "4"]], header=True)
    big = "x" * MAX_CELL
    yield two("a cell of 16 MB", f"a,b\n1,{big}\n2,y\n".encode(), [["1", big], ["2", "y"]])
    broken = ("x" * 1000 + "\n") * 4000
    yield two("4,000 lines in a cell", f'a,b\n1,"{broken}"\n'.encode(), [["1", broken]])
    letter = "\n".join(f"Street {i}, Town" for i in range(30))
    yield two("a letter in a cell", f'a,b\n1,"{letter}"\n'.encode(), [["1", letter]])


def damaged() -> Iterator[File]:
    """What is broken in single rows: they are rejected, the others are read. The bad row is in line 8."""
    for delimiter, newline in itertools.product(DELIMITERS, NEWLINES):
        how = marks(delimiter, newline)
        for title, bad in (
            ("short row", ["x", "y"]), ("long row", list("abcdefg")), ("one cell", ["total"]),
            ("stray quote", ["1", 'a "b', "c", "d", "e"]), ("text after a quote", ["1", '"a"b', "c", "d", "e"]),
            ("space after a quote", ["1", '"a" ', "c", "d", "e"]),
            ("space before a quote", ["1", ' "a"', "c", "d", "e"]),
        ):  # fmt: skip
            text = table(how) + delimiter.join(bad) + newline + how.line(ROWS[0])
            yield File(f"{title} {delimiter!r} {newline!r}", text.encode(), [*ROWS, ROWS[0]], (8,))
    text = table()
    broken = text.encode().replace("Müller".encode(), b"M\xfcller")
    yield File("one bad byte", broken, ROWS[1:], (2,))
    yield File("a bad byte further down", text.encode().replace("Málaga".encode(), b"M\xe1laga"), ROWS[:4], (7,))
    padded = [*ROWS, ["1", "2", "", "", ""]]
    yield File("short row, to be padded", (text + "1,2\n").encode(), padded, options=(("ragged", "pad"),))
    cut = [*ROWS, ["1", "2", "3", "4", "5"]]
    yield File("long row, to be cut", (text + "1,2,3,4,5,6\n").encode(), cut, options=(("ragged", "truncate"),))
    both = (text + "1,2\n1,2,3,4,5,6\n").encode()
    yield File("both, to be made to fit", both, [*padded, cut[-1]], options=(("ragged", "both"),))
    kept = [*ROWS, ["1", '5" pipe', "", "", ""]]
    yield File("stray quote, to be kept", (text + '1,5" pipe,,,\n').encode(), kept, options=(("stray_quotes", "keep"),))
    yield File("rows that must fit", (text + "1,2\n").encode(), code="COLUMNS_DIFFER", options=(("ragged", "fail"),))
    many = b"1,2\n" * 3000
    yield two("a short row among many", b"a,b\n" + many + b"x\n" + many, [["1", "2"]] * 6000, 3002)
    rows = [["1", "2"]] * 200
    yield two("every second row", b"a,b\n" + b"1,2\n3\n" * 200, rows, *range(3, 402, 2), delimiter=",")


def quotes() -> Iterator[File]:
    """Quotes that are opened and not closed, or closed rows later."""
    for delimiter, newline in itertools.product(DELIMITERS, NEWLINES):
        how = marks(delimiter, newline)
        tag = f"{delimiter!r} {newline!r}"
        opened = delimiter.join(("1", '"x', "c", "d", "e")) + newline
        data = (table(how) + opened + how.line(ROWS[0])).encode()
        yield File(f"never closed {tag}", data, code="UNCLOSED_QUOTE", says="line 8 ")
        closed = delimiter.join(("1", 'x"', "c", "d", "e")) + newline
        plain = how.line(["1", "2", "3", "4", "5"])
        data = (how.line(HEADER) + plain * 3 + opened + plain * 20 + closed + plain * 3).encode()
        yield File(f"swallows rows {tag}", data, code="SUSPECT_QUOTE", says="line 5 ")
    yield two("opened in the last cell", b'a,b\n1,2\n3,"', [], code="UNCLOSED_QUOTE", delimiter=",")
    yield two("a quote in the name", b'a,"b\n1,2\n3,4\n', [], code="UNCLOSED_QUOTE", delimiter=",")
    yield two("closed in the next row", b'a,b\n1,"x\n2,y"\n3,4\n', [["1", "x\n2,y"], ["3", "4"]])
    yield two("never closed, far up", b'a,b\n1,"x\n' + b"3,4\n" * 50_000, [], code="UNCLOSED_QUOTE", delimiter=",")
    yield two("never closed, far down", b"a,b\n" + b"3,4\n" * 50_000 + b'1,"x\n', [], code="UNCLOSED_QUOTE")
    yield two("nothing but quotes", b"a,b\n" + b'"' * 100_001, [], code="UNCLOSED_QUOTE", delimiter=",")
    yield two(
        "quotes in every row", b"a,b\n" + b'"a"b,1\n' * 2000 + b"1,2\n", [["1", "2"]], *range(2, 2002), delimiter=","
    )


def refused() -> Iterator[File]:
    """Tables that are refused as a whole."""
    text = table().encode()
    yield File("nothing", b"", code="EMPTY_FILE")
    yield File("a mark and nothing", b"\xef\xbb\xbf", code="EMPTY")
    yield File("a mark of UTF-16 and nothing", b"\xff\xfe", code="EMPTY")
    yield File("blank lines only", b"\n \n\r\n", code="EMPTY")
    yield File("an end mark only", b"\x1a", code="EMPTY")
    yield File("sep line only", b"sep=;\n", code="EMPTY")
    yield File("zero bytes", text + b"1,a\0b,c,d,e\n", code="NUL")
    yield File("a zero byte far down", b"a,b\n" + b"1,2\n" * 50_000 + b"\0,1\n", code="NUL")
    yield File("zeros at the end", text + b"\0" * 4096, code="NUL")
    yield File("UTF-32 without a mark", table().encode("utf-32-le"), code="NUL")
    yield File("binary", bytes(range(1, 32)) * 20, code="NOT_TEXT")
    yield File("two readings", b"a,b;c,d\ne,f;g,h\n" * 3, code="DIALECT_AMBIGUOUS")
    columns = b",".join([b"x"] * 16_385) + b"\n"
    yield File("too many columns", columns + b"1\n", code="TOO_MANY_COLUMNS")
    yield File("a row with too many columns", text + columns, code="TOO_MANY_COLUMNS", says="Line 8 ")
    big = b"x" * (MAX_CELL + 1)
    yield File("a cell above 16 MB", b"a,b\n1," + big + b"\n", code="FIELD_TOO_LONG", says="Line 2 ")
    yield File("a quoted cell above 16 MB", b'a,b\n1,"' + big + b'"\n', code="FIELD_TOO_LONG", says="Line 2 ")
    yield File(
        "a line that never ends", b"ab," * (24 * 1024 * 1024), code="FIELD_TOO_LONG", options=(("delimiter", ";"),)
    )


def other_content() -> Iterator[File]:
    """What is no table under a table's name."""
    text = table().encode()
    for magic, what in (
        (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"GIF89a", "GIF"), (b"%PDF-1.7", "PDF"),
        (b"\x7fELF", "a program"), (b"SQLite format 3\0", "SQLite"), (b"PAR1", "Parquet"),
        (b"RIFF\1\2\3\4WEBP", "media"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
    ):  # fmt: skip
        yield File(f"another file ({what})", magic + b"1,2\n" * 20, code="NOT_TEXT", says=what)
    for magic in (
        b"BZh91AY&SY\x01",
        b"\xfd7zXZ\0\x01",
        b"\x28\xb5\x2f\xfd\x01",
        b"7z\xbc\xaf\x27\x1c\x01",
        b"Rar!\x1a\x07\x01",
    ):
        yield File(f"an archive ({magic[:4]!r})", magic + bytes(range(256)), code="COMPRESSED", says="Unpack it")
    yield File("zip", zipped("a.csv", text), code="COMPRESSED", says="Unpack it")
    yield File("empty zip", b"PK\x05\x06" + b"\0" * 18, code="COMPRESSED")
    yield File("half a zip", zipped("a.csv", text)[:-20], code="NOT_TABULAR")
    yield File("a workbook under another name", zipped("xl/workbook.xml", b"<x/>"), code="NOT_TABULAR", says=".xlsx")
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        packed.addfile(tarfile.TarInfo("a.csv"))
    yield File("tar", buffer.getvalue(), code="NUL")
    squeezed = gzip.compress(text, mtime=0)
    yield File("gzip under another name", squeezed, code="COMPRESSED")
    for title, data in (
        ("half a gzip", squeezed[:-9]), ("a gzip cut in its table", squeezed[: len(squeezed) // 2]),
        ("a gzip with another sum", squeezed[:-8] + b"\0\0\0\0" + squeezed[-4:]),
        ("a gzip with more behind it", squeezed + b"x,y\n"),
        ("the head of a gzip", squeezed[:10]),
    ):  # fmt: skip
        yield File(title, data, code="COMPRESSED", name="a.csv.gz", says="damaged gzip")
    yield File("a gzip in a gzip", gzip.compress(squeezed, mtime=0), code="COMPRESSED", name="a.csv.gz")
    yield File("a zip in a gzip", gzip.compress(zipped("a.csv", text)), code="COMPRESSED", name="a.csv.gz")
    yield File("a picture in a gzip", gzip.compress(b"\x89PNG\r\n\x1a\n123", mtime=0), code="NOT_TEXT", name="a.csv.gz")
    yield File("nothing in a gzip", gzip.compress(b"", mtime=0), code="EMPTY_FILE", name="a.csv.gz")
    for page in (
        b"<!DOCTYPE html><html>", b"<table><tr><td>1</td></tr></table>", b"<?xml version='1.0'?><a/>",
        b"\xef\xbb\xbf<html><body>", b"\n\n  <HTML>", b"<!-- saved -->",
    ):  # fmt: skip
        yield File(f"a page ({page[:12]!r})", page, code="NOT_TABULAR", says="web page")
    for data in (
        b'[{"a": 1}]',
        b"[]",
        b'{"a": 1}',
        b'{"a": 1}\n{"a": 2}\n',
        b'\n [ {"a": 1},\n{"a": 2} ]',
        b'\xef\xbb\xbf[{"a": 1}]',
    ):
        yield File(f"JSON ({data[:9]!r}…{len(data)})", data, code="NOT_TABULAR", says=".json")
    yield File("a table under JSON's name", text, code="NOT_TABULAR", name="a.json")
    yield File("a table under a workbook's name", text, code="NOT_TABULAR", name="a.xlsx")
    yield File("a table under a database's name", text, code="NOT_TABULAR", name="a.sqlite")


def zipped(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()
