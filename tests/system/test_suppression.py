"""Addresses out of files that other programs wrote."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.system import suppression
from app.system.suppression import checked, read_file


def found(folder: Path, text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    path = folder / "list.txt"
    path.write_text(text, encoding="utf-8", newline="")
    read = read_file(path)
    return read.addresses, read.wrong


def test_a_line_each(tmp_path: Path) -> None:
    text = "\ufeffa@example.org\r\n\r\n  b@example.org  \nA@EXAMPLE.ORG\nAnn <c@example.org>\n"
    assert found(tmp_path, text) == (("a@example.org", "b@example.org", "c@example.org"), ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_column_of_a_table(tmp_path: Path, delimiter: str) -> None:
    rows = [["name", "email", "since"], ['"Lee, Ann"', "ann@example.org", "2026"], ["Bob", "bob@example.org", ""]]
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    assert found(tmp_path, text) == (("ann@example.org", "bob@example.org"), ())


def test_lines_that_hold_none_are_named(tmp_path: Path) -> None:
    assert found(tmp_path, "email\na@example.org\nnobody\n@\nb@example.org\n") == (
        ("a@example.org", "b@example.org"),
        (3, 4),
    )


def test_other_alphabets(tmp_path: Path) -> None:
    assert found(tmp_path, "a@bücher.example.org\njörg@example.org\n")[0] == (
        "a@xn--bcher-kva.example.org",
        "jörg@example.org",
    )


def test_what_cannot_be_such_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xff\xfea\x00")
    with pytest.raises(UnicodeDecodeError):
        read_file(path)
    monkeypatch.setattr(suppression, "MAX_BYTES", 2)
    with pytest.raises(OverflowError):
        read_file(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_whatever_stands_there_only_addresses_come_out(tmp_path: Path, text: str) -> None:
    if "\ud800" <= max(text, default="") <= "\udfff":
        return
    addresses, _ = found(tmp_path, text)
    assert all(checked(address) is not None for address in addresses)
