"""Every key of `write` through a whole job, on exact bytes."""

from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import recipe, rejects, run

DATA = 'id;text\r\n007;a,b\r\n8;"x;\r\ny"\r\n9;\'=ü\r\n'.encode()


@pytest.mark.parametrize(
    ("write", "out"),
    [
        ({}, DATA),
        ({"delimiter": ","}, 'id,text\r\n007,"a,b"\r\n8,"x;\r\ny"\r\n9,\'=ü\r\n'.encode()),
        ({"delimiter": "\t", "newline": "lf"}, 'id\ttext\n007\ta,b\n8\t"x;\r\ny"\n9\t\'=ü\n'.encode()),
        ({"newline": "\r"}, 'id;text\r007;a,b\r8;"x;\r\ny"\r9;\'=ü\r'.encode()),
        ({"quote": "'"}, "id;text\r\n007;a,b\r\n8;'x;\r\ny'\r\n9;'''=ü'\r\n".encode()),
        ({"encoding": "cp1252"}, 'id;text\r\n007;a,b\r\n8;"x;\r\ny"\r\n9;\'=ü\r\n'.encode("cp1252")),
        ({"bom": True}, b"\xef\xbb\xbf" + DATA),
        ({"encoding": "utf-8-sig"}, b"\xef\xbb\xbf" + DATA),
        ({"encoding": "utf-16"}, b"\xff\xfe" + DATA.decode().encode("utf-16-le")),
        ({"header": False}, DATA.split(b"\r\n", 1)[1]),
        ({"excel": True}, b"\xef\xbb\xbf" + DATA),
        ({"excel": True, "newline": "lf"}, b"\xef\xbb\xbf" + 'id;text\n007;a,b\n8;"x;\r\ny"\n9;\'=ü\n'.encode()),
    ],
)
def test_keys(tmp_path: Path, write: dict[str, Any], out: bytes) -> None:
    result, _ = run(tmp_path, DATA, write=write)
    assert Path(result.outputs[0]).read_bytes() == out
    assert not rejects(result)


def test_a_header_that_was_not_there(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b"1,2\n3,4\n", write={"header": True})
    assert Path(result.outputs[0]).read_bytes() == b"c1,c2\n1,2\n3,4\n"


def test_no_quote_rejects_what_would_need_one(tmp_path: Path) -> None:
    result, _ = run(tmp_path, DATA, write={"quote": ""})
    assert Path(result.outputs[0]).read_bytes() == "id;text\r\n007;a,b\r\n9;'=ü\r\n".encode()
    assert [(row["step"], row["code"]) for row in rejects(result)] == [("write", "ENCODING")]


def test_excel_and_formulas(tmp_path: Path) -> None:
    data = b"id,f\n007,=1+1\n-5.00,+49 30 1234\n@x,1234567890123456789\n"
    text, context = run(tmp_path, data, write={"excel": True})
    assert Path(text.outputs[0]).read_bytes() == (
        b"\xef\xbb\xbfid,f\r\n007,'=1+1\r\n-5.00,+49 30 1234\r\n'@x,1234567890123456789\r\n"
    )
    assert context.warnings == [("FORMULA_GUARDED", "2 cells of a.csv begin like a formula and got an apostrophe.")]
    book, _ = run(tmp_path, data, write={"format": "xlsx", "excel": True})
    rows = CalamineWorkbook.from_path(book.outputs[0]).get_sheet_by_index(0).to_python()
    assert rows[1:] == [["007", "=1+1"], [-5.0, "+49 30 1234"], ["@x", "1234567890123456789"]]


def test_an_encoding_that_cannot_hold_the_header(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        run(tmp_path, "Łódź,b\n1,2\n".encode(), write={"encoding": "cp1252"}, read={"header": True})
    assert caught.value.failure.code == "ENCODING"


@pytest.mark.parametrize(
    "write", [{"newline": "\n\n"}, {"quote": "x"}, {"encoding": "hex"}, {"delimiter": '"'}, {"bom": 1}]
)
def test_mistakes(write: dict[str, Any]) -> None:
    with pytest.raises(RecipeError, match="write"):
        recipe([], write=write)
    with pytest.raises(RecipeError):
        recipe([], write={"format": "xls"})
