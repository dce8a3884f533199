"""Rejected rows that a person mended, added again."""

from pathlib import Path

import pytest

from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.table.helpers import recipe, rejects

ORDERS = b'id;name;amount\r\n01;Anna;5\r\n02;Bo;x\r\n03;Cid\r\n04;"a\r\nb";z\r\n'
STEPS = [{"do": "filter", "where": "num(amount) > 1"}, {"do": "select", "columns": ["id", "amount"]}]


def drop(path: Path, out: Path, steps: list[dict[str, object]] = STEPS) -> tuple[Path, list[dict[str, str]]]:
    result, _ = run_one(kind("table"), path, recipe(steps, read={"delimiter": ";"}), out)
    return Path(result.outputs[0]), rejects(result)


@pytest.fixture
def rejected(tmp_path: Path) -> Path:
    """The rejects of a first run, where they lie by default: in a folder beside the source."""
    (tmp_path / "orders.csv").write_bytes(ORDERS)
    output, bad = drop(tmp_path / "orders.csv", tmp_path / "Dropmill")
    assert output.read_bytes() == b"id;amount\r\n01;5\r\n"
    assert [row["line"] for row in bad] == ["3", "4", "5"]
    return tmp_path / "Dropmill" / "orders.rejects.csv"


def test_mended_rows_take_the_same_way(rejected: Path) -> None:
    text = rejected.read_bytes().replace(b"02;Bo;x", b"02;Bo;7").replace(b"03;Cid", b"03;Cid;y")
    rejected.write_bytes(text)
    output, bad = drop(rejected, rejected.parent / "again")
    assert output.read_bytes() == b"id;amount\r\n02;7\r\n"
    assert [(row["source"], row["line"], row["reason"], row["raw"]) for row in bad] == [
        ("orders.csv", "4", "not a number: y", "03;Cid;y"),
        ("orders.csv", "5", "not a number: z", '04;"a\nb";z'),
    ]
    assert output.name == "orders.rejects.csv"


def test_again_and_again(rejected: Path) -> None:
    drop(rejected, rejected.parent / "again")
    second = rejected.parent / "again" / "orders.rejects.rejects.csv"
    second.write_bytes(second.read_bytes().replace(b"02;Bo;x", b"02;Bo;8"))
    output, bad = drop(second, rejected.parent / "third")
    assert output.read_bytes() == b"id;amount\r\n02;8\r\n"
    assert {row["source"] for row in bad} == {"orders.csv"}


def test_without_steps_the_rows_alone_are_written(rejected: Path) -> None:
    rejected.write_bytes(rejected.read_bytes().replace(b"03;Cid", b"03;Cid;1"))
    output, _ = drop(rejected, rejected.parent / "again", [])
    assert output.read_bytes() == b'id;name;amount\r\n02;Bo;x\r\n03;Cid;1\r\n04;"a\r\nb";z\r\n'


def test_without_its_table_it_is_a_table_like_any_other(rejected: Path, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").unlink()
    before = rejected.read_bytes()
    result, _ = run_one(kind("table"), rejected, recipe(), tmp_path / "out")
    assert Path(result.outputs[0]).read_bytes() == before


def test_the_output_beside_it_is_not_taken_for_the_source(rejected: Path, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_bytes(b"something;else\n1;2\n")
    assert (rejected.parent / "orders.csv").exists()
    before = rejected.read_bytes()
    result, _ = run_one(kind("table"), rejected, recipe(), tmp_path / "out")
    assert Path(result.outputs[0]).read_bytes() == before


def test_a_source_beside_it(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_bytes(ORDERS)
    output, _ = drop(tmp_path / "orders.csv", tmp_path)
    assert output.name != "orders.csv" or output.parent != tmp_path
    mended = tmp_path / "orders.rejects.csv"
    (output.parent / f"{output.stem}.rejects.csv").rename(mended) if not mended.exists() else None
    mended.write_bytes(mended.read_bytes().replace(b"02;Bo;x", b"02;Bo;7"))
    output, _ = drop(mended, tmp_path / "out")
    assert output.read_bytes() == b"id;amount\r\n02;7\r\n"


def test_another_table_of_that_name_ending(tmp_path: Path) -> None:
    path = tmp_path / "my.rejects.csv"
    path.write_bytes(b"id,n\n1,2\n")
    result, _ = run_one(kind("table"), path, recipe(), tmp_path / "out")
    assert Path(result.outputs[0]).read_bytes() == b"id,n\n1,2\n"
