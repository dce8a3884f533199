"""Parquet files, by the type of each column; and what is said where the add-on is missing."""

import datetime
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table


def test_types(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    utc = datetime.UTC
    columns = {
        "id": pa.array(["007", None]),
        "n": pa.array([2**62, None]),
        "x": pa.array([0.1, float("nan")]),
        "m": pa.array([Decimal("1.50"), None]),
        "d": pa.array([datetime.date(2024, 5, 31), None]),
        "t": pa.array([datetime.datetime(2024, 5, 31, 12, 30, tzinfo=utc), None]),
        "b": pa.array([True, None]),
        "l": pa.array([[1, 2], None]),
        "raw": pa.array([b"abc", b"\xff"]),
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    with open_table(str(tmp_path / "a.parquet"), ReadOptions()) as table:
        first, second = list(table)
    assert table.header == list(columns)
    assert first.cells == [
        "007", str(2**62), "0.1", "1.50", "2024-05-31", "2024-05-31 12:30:00+00:00", "TRUE", "[1,2]", "abc",
    ]  # fmt: skip
    assert second.cells == ["", "", "NaN", "", "", "", "", "", ""]
    assert second.problem is not None
    assert (second.problem.column, second.problem.reason) == ("raw", "encoding: binary data")
    assert table.dialect.format == "parquet"


def test_damaged_and_wrongly_named(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + b"x" * 200)
    (tmp_path / "a.csv").write_bytes(b"PAR1" + b"x" * 200)
    (tmp_path / "b.parquet").write_bytes(b"a,b\n1,2\n")
    for name, code in (("a.parquet", "NOT_TABULAR"), ("a.csv", "NOT_TEXT"), ("b.parquet", "NOT_TABULAR")):
        with pytest.raises(JobError) as caught:
            open_table(str(tmp_path / name), ReadOptions())
        assert (caught.value.failure.code, name in caught.value.failure.message) == (code, True)


def test_without_the_add_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1xxxx")
    with pytest.raises(JobError, match=r"a\.parquet is a Parquet file, and the add-on") as caught:
        open_table(str(tmp_path / "a.parquet"), ReadOptions())
    assert caught.value.failure.code == "UNSUPPORTED"
    assert "Install pyarrow" in caught.value.failure.message


def test_a_packaged_program_offers_another_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    (tmp_path / "a.parquet").write_bytes(b"PAR1xxxx")
    with pytest.raises(JobError, match="Save the table as CSV or Excel") as caught:
        open_table(str(tmp_path / "a.parquet"), ReadOptions())
    assert "Install" not in caught.value.failure.message
