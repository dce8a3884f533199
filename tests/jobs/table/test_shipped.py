"""The recipes for tables that ship with the program, each over a table that it is made for."""

from pathlib import Path

import pytest

from app.jobs.registry import kind, parse_recipe
from app.system.resources import resource
from tests.jobs.context import run_one

PEOPLE = "name;email;date;amount;country\n Anna ;a@x.org;31.05.2024;1.234,50;de\nBo;b@x.org;01.06.2024;7;at\n"


def shipped(tmp_path: Path, file: str, text: str = PEOPLE, name: str = "people.csv") -> tuple[list[str], list[str]]:
    """Names and contents of the outputs (text ones)."""
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    recipe = parse_recipe((resource("recipes") / file).read_text(encoding="utf-8"))
    result, _ = run_one(kind("table"), tmp_path / name, recipe, tmp_path / "out", {"keys": {"anonymise": "k"}})
    paths = [Path(path) for path in result.outputs]
    return [p.name for p in paths], [p.read_bytes().decode("utf-8", "replace") for p in paths]


@pytest.mark.parametrize(
    ("file", "names", "start"),
    [
        ("4-clean-table.json", ["people.csv"], "name;email;date;amount;country\nAnna;a@x.org;"),
        ("5b-split-by-column.json", ["people-de.csv", "people-at.csv"], "name;email;date;amount;country\n Anna "),
        ("6-spreadsheet-to-csv.json", ["people.csv"], PEOPLE),
        ("6a-excel-safe-csv.json", ["people.csv"], "\ufeffname;email;date;amount;country\r\n"),
        ("6b-csv-to-excel.json", ["people.xlsx"], "PK"),
        ("6e-dates-and-numbers.json", ["people.csv"], PEOPLE.replace("31.05.2024;1.234,50", "2024-05-31;1234.50")[:60]),
    ],
)
def test_what_they_do(tmp_path: Path, file: str, names: list[str], start: str) -> None:
    found, texts = shipped(tmp_path, file)
    assert found == names
    assert texts[0].startswith(start)


def test_anonymise_keeps_what_belongs_together(tmp_path: Path) -> None:
    _, (text,) = shipped(tmp_path, "6c-anonymise.json")
    _, (again,) = shipped(tmp_path, "6c-anonymise.json", "email;name\nb@x.org;Bo\n", "other.csv")
    assert "a@x.org" not in text
    assert "Anna" not in text
    assert text.splitlines()[2].split(";")[:2] == again.splitlines()[1].split(";")[::-1]


def test_validate_and_duplicates(tmp_path: Path) -> None:
    text = "email,name\na@x.org,A\nnobody,B\na@x.org,C\n,D\n"
    names, _ = shipped(tmp_path, "6d-validate-a-list.json", text)
    assert names == ["people.csv", "people.rejects.csv"]
    _, (kept,) = shipped(tmp_path, "5-remove-duplicates.json", "a,b\nx,1\nX , 1\n", "twice.csv")
    assert kept == "a,b\nx,1\n"


def test_merge_files_is_one_job(tmp_path: Path) -> None:
    recipe = parse_recipe((resource("recipes") / "5a-merge-files.json").read_text(encoding="utf-8"))
    assert kind("table").whole(recipe)
