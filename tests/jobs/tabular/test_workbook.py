"""Cells of a workbook as text, by their type."""

import base64
import datetime
import gzip
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table
from app.jobs.tabular.workbook import cell_text, read_sheet


def book(path: Path, *rows: list[object], sheet: str = "Data") -> str:
    workbook = xlsxwriter.Workbook(str(path))
    page = workbook.add_worksheet(sheet)
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                page.write_datetime(number, column, cell, day)
            elif isinstance(cell, str):
                page.write_string(number, column, cell)
            elif cell is not None:
                page.write(number, column, cell)
    workbook.close()
    return str(path)


def test_text_stays_text_and_numbers_lose_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["id", "n", "x", "day", "ok"], ["007", 5, 1.25, datetime.date(2024, 2, 29), True])
    assert read_sheet(path, None).rows == [["id", "n", "x", "day", "ok"], ["007", "5", "1.25", "2024-02-29", "TRUE"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1e15, "1000000000000000"), (0.1, "0.1"), (1e-7, "0.0000001"), (-3.0, "-3"), (None, ""),
        (datetime.datetime(2024, 1, 2, 3, 4), "2024-01-02 03:04:00"), (datetime.time(12, 30), "12:30:00"),
        (datetime.timedelta(hours=30, minutes=15), "30:15:00"),
    ],
)  # fmt: skip
def test_cell_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_as_a_table(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["Report"], [None], ["id", "name", "n"], ["1", "Anna", 2], [None], ["2", "Bo", 3])
    with open_table(path, ReadOptions()) as table:
        rows = list(table)
    assert table.header == ["id", "name", "n"]
    assert (table.dialect.format, table.dialect.skipped, table.blank) == ("xlsx", 1, 1)
    assert [(r.number, r.line, r.cells) for r in rows] == [(1, 4, ["1", "Anna", "2"]), (2, 6, ["2", "Bo", "3"])]


def test_an_unknown_sheet_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["a"])
    with pytest.raises(JobError, match='no sheet "Other"; it has Data'):
        open_table(path, ReadOptions(sheet="Other"))


def test_damaged_and_wrongly_named(tmp_path: Path) -> None:
    good = Path(book(tmp_path / "a.xlsx", ["a", "b"], ["1", "2"]))
    short = tmp_path / "short.xlsx"
    short.write_bytes(good.read_bytes()[:2000])
    text = tmp_path / "text.xlsx"
    text.write_text("a,b\n1,2\n")
    renamed = tmp_path / "renamed.csv"
    renamed.write_bytes(good.read_bytes())
    for path in (short, text, renamed):
        with pytest.raises(JobError) as caught:
            open_table(str(path), ReadOptions())
        assert caught.value.failure.code == "NOT_TABULAR"
        assert path.name in caught.value.failure.message


def test_an_empty_sheet(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        open_table(book(tmp_path / "a.xlsx"), ReadOptions())
    assert caught.value.failure.code == "EMPTY"


def book_with_formats(path: Path) -> str:
    workbook = xlsxwriter.Workbook(str(path))
    page, other = workbook.add_worksheet("Data"), workbook.add_worksheet("Other")
    code, money = workbook.add_format({"num_format": "00000"}), workbook.add_format({"num_format": "0.00"})
    page.write_row(2, 1, ["plz", "price", "rate", "hours"])
    page.write_number(3, 1, 1234, code)
    page.write_number(3, 2, 5, money)
    page.write_formula(3, 3, "=1/0", None, "#DIV/0!")
    page.write_number(3, 4, 1.5, workbook.add_format({"num_format": "[h]:mm"}))
    page.write_number(4, 1, 12.5, code)
    page.merge_range(5, 1, 5, 3, "merged")
    other.write(0, 0, "x")
    workbook.add_worksheet("Secret").hide()
    workbook.close()
    return str(path)


def test_what_a_person_sees(tmp_path: Path) -> None:
    sheet = read_sheet(book_with_formats(tmp_path / "a.xlsx"), None)
    assert sheet.rows[2:] == [
        ["plz", "price", "rate", "hours"],
        ["01234", "5", "#DIV/0!", "36:00:00"],
        ["12.5", "", "", ""],
        ["merged", "", "", ""],
    ]
    assert [w.code for w in sheet.warnings] == ["SHEETS_LEFT", "MERGED_CELLS", "ERROR_CELLS"]
    assert 'the sheet "Data" was read, not Other.' in sheet.warnings[0].message
    assert "Secret" not in sheet.warnings[0].message
    assert read_sheet(str(tmp_path / "a.xlsx"), "Other").warnings == ()


def test_several_sheets(tmp_path: Path) -> None:
    path = book_with_formats(tmp_path / "a.xlsx")
    with open_table(path, ReadOptions(sheet="Other", header=False)) as table:
        assert [row.cells for row in table] == [["x"]]


# A workbook of Excel 97: two sheets, text, numbers, a date, a failed formula.
XLS = (
    "ABzY8000000t4+>O=wd=5dL=i(xjpJtF6$8F%(+0wovh4FKtw!J*8GJY85m!0ZS#7kc0K0)taLqcv8F+>cLCZi$AEK7x5re^dJaA"
    "qDN1Hf`>NGnaN8`YlH^05_#WaXLo1!%T9J?f8Kk&5XjBm3+Ax`gJ?j(Y(is&PEl$qRs5iK)8t|)cTqBJ)D@as<j6(`9(!In*@x`!"
    "JT&ea&q)FwDILQZ3{R$#;Wfk_u_3P5h5=<z>}lMj<VCyK)gtnw$aNy`NZ%(ScZueT$N}n`Q=?dj40rciaeP>JNSl|W!UN&F7tMCG"
    ";U&lMg{!LA*MZ&X@%ZUFYX}+5m;<?VD49y8x$eU)xPc>t-dL<R8qJ}V+&zbHW*GQdTG!9Qwtj8(3Z(zOT<`pi-bGGaslTQTU>fEL"
    "#lf6KGd3CAVjvpN#Ix`qD7&}=`!lDK=|yzPD(6HIKc1k#Ni_h8_!P;$zMWL>r*ziM+r4ZL{$<;PM;1*p$pm~-4#?8+lXZ)?zr2Z!"
    "jYN)%W?GJf;=$3$R>H(ZW)RscEe&PaEsSj<FUhZNkaAFDD_Ku@*GQXH*f%46E=y|{jk81WHnO>*yoJiy&j%icvY#SbsXRZFKi4|{"
    "E;5S_I>-{l=Vt~zsz=?p&Uh3l<;vP(K8S4pWxH`{zh%2=osK>%@d6_RL>6m2JE~mM)?6`LRbeY(^L#v|@s+TTYToX=FElZkr>pR^"
    "@OXyLYq#YSxA<!#w2WGuY15)P5mE?I`=D;YeP+|1`4em5dR3P7>Uvex^$xy0@vNfStlF?)!-fqTHf;QBsN!3ITn`O-Nhsd*oYr@p"
    "B}xVRGs%C8gP5czL$8#3k)k|}shZ+vJshg^TWXb@()U8fAsRi635<yy6E(*#-PBd(|5-KB|L2xat>YJJvGXsF{{t%^XgL5D000"
)

ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Data"><table:table-row>
<table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>n</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>day</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell office:value-type="string"><text:p>007</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-05-31"><text:p>31.05.24</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def old_book(path: Path) -> Path:
    path.write_bytes(gzip.decompress(base64.b85decode(XLS)))
    return path


def open_document(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.replace("\n", ""))
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def test_other_workbooks(tmp_path: Path) -> None:
    with open_table(str(old_book(tmp_path / "a.xls")), ReadOptions()) as table:
        assert [row.cells for row in table] == [["007", "1.5", "2024-05-31"], ["8", "2", ""]]
        assert (table.header, table.dialect.format) == (["id", "n", "day"], "xls")
        assert [w.code for w in table.warnings] == ["SHEETS_LEFT"]
    with open_table(str(open_document(tmp_path / "a.ods")), ReadOptions()) as table:
        assert [row.cells for row in table] == [["007", "1.5", "2024-05-31"]]
        assert (table.header, table.dialect.format) == (["id", "n", "day"], "ods")


def test_other_workbooks_damaged_or_wrongly_named(tmp_path: Path) -> None:
    old = old_book(tmp_path / "a.xls").read_bytes()
    ods = open_document(tmp_path / "b.ods").read_bytes()
    for name, data, code in (
        ("short.xls", old[:1500], "NOT_TABULAR"),
        ("a.doc", old, "NOT_TEXT"),
        ("a.csv", ods, "NOT_TABULAR"),
        ("short.ods", ods[:300], "NOT_TABULAR"),
        ("text.ods", b"a,b\n", "NOT_TABULAR"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(JobError) as caught:
            open_table(str(tmp_path / name), ReadOptions())
        assert (caught.value.failure.code, name in caught.value.failure.message) == (code, True)


def test_cells_in_opposite_corners_are_refused_before_the_sheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        page = made.add_worksheet("Data")
        page.write_string(0, 0, "id")
        page.write_string(1_048_575, 16_383, "x")
    for limit in (None, 1_000):
        with pytest.raises(JobError) as caught:
            read_sheet(str(path), None, limit)
        assert caught.value.failure.code == "TOO_LARGE"
        assert "17,179,869,184 cells" in caught.value.failure.message


def test_a_stray_cell_that_leaves_room_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stray.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        page = made.add_worksheet("Data")
        page.write_string(0, 0, "id")
        page.write_string(2_000, 200, "x")
    rows = read_sheet(str(path), None).rows
    assert (len(rows), len(rows[0]), rows[0][0], rows[-1][-1]) == (2_001, 201, "id", "x")


_GREEDY = """
import resource, sys
from app.jobs.tabular.memory import bounded_memory
before = resource.getrlimit(resource.RLIMIT_AS)
with bounded_memory():
    try:
        bytearray(1 << 45)
    except MemoryError:
        pass
    bound = resource.getrlimit(resource.RLIMIT_AS)[0]
assert 0 < bound < 1 << 45, bound
assert resource.getrlimit(resource.RLIMIT_AS) == before
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bound holds on Linux")
def test_a_library_gets_no_more_memory_than_the_computer_can_spare() -> None:
    subprocess.run([sys.executable, "-c", _GREEDY], check=True)
