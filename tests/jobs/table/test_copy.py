"""A copy without the lines of rejected rows has every other byte, whatever the ends of lines."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.table.copy import copy_lines
from app.jobs.tabular import open_table
from app.jobs.tabular.options import ReadOptions


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_other_lines_are_kept_byte_by_byte(tmp_path: Path, data: st.DataObject, encoding: str) -> None:
    pieces = st.sampled_from(["a", "ü,1", "\n", "\r\n", "\r", "\n", '"'])
    text = "a,b\nx,y\n" + "".join(data.draw(st.lists(pieces, max_size=40)))
    lines = text.encode("utf-8").splitlines(keepends=True)
    rejected, number = [], 3
    while number <= len(lines):
        count = min(data.draw(st.integers(1, 3)), len(lines) - number + 1)
        if data.draw(st.booleans()):
            rejected.append((number, count))
        number += count
    gone = {line for first, count in rejected for line in range(first, first + count)}
    kept = b"".join(line for number, line in enumerate(lines, 1) if number not in gone).decode()
    path, out = tmp_path / "a.csv", tmp_path / "out"
    path.write_bytes(text.encode(encoding))
    with (
        open_table(str(path), ReadOptions(encoding=encoding, delimiter=",", quote="", header=True)) as table,
        out.open("wb") as file,
    ):
        copy_lines(table, rejected, file)
    assert out.read_bytes() == kept.encode(encoding)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_long_files_are_copied_in_parts(tmp_path: Path, ends: str) -> None:
    lines = [f"{number},{'x' * 90}{ends}".encode() for number in range(40_000)]
    path, out = tmp_path / "a.csv", tmp_path / "out"
    path.write_bytes(b"".join(lines))
    assert os.stat(path).st_size > 3 << 20
    rejected = [(number, 2) for number in range(5, 40_000, 11_000)] + [(39_999, 2)]
    with open_table(str(path), ReadOptions()) as table, out.open("wb") as file:
        copy_lines(table, rejected, file)
    gone = {line for first, count in rejected for line in range(first, first + count)}
    assert out.read_bytes() == b"".join(line for number, line in enumerate(lines, 1) if number not in gone)
