"""The list of people who must not get mail, as a file: one address a line.

Owns: finding addresses in such a file, whoever wrote it. Must not know: where the list is kept (`accounts.py`).
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from app.jobs.mail.addresses import parse_one
from app.jobs.mail.problem import Blocked

MAX_BYTES = 64 * 1024 * 1024  # two million addresses
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Found:
    """The addresses of a file, each once, in order; `wrong`: numbers of lines that hold something else."""

    addresses: tuple[str, ...]
    wrong: tuple[int, ...]


def checked(text: str) -> str | None:
    """The one address in `text`, without a name beside it; None when there is none."""
    try:
        return parse_one(text).address
    except Blocked as blocked:
        return text.strip() if blocked.failure.code == "PRE_NEEDS_SMTPUTF8" else None


def read_file(path: Path) -> Found:
    """The addresses in `path`: a line each, or a column of a table of which the first cell with an address counts. A
    first line without one is a header. Raises OSError, UnicodeDecodeError, OverflowError for a file above MAX_BYTES."""
    if path.stat().st_size > MAX_BYTES:
        raise OverflowError
    found: dict[str, str] = {}
    wrong: list[int] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        address = _address_in(line)
        if address is not None:
            found.setdefault(address.casefold(), address)
        elif number > 1:
            wrong.append(number)
    return Found(tuple(found.values()), tuple(wrong))


def _address_in(line: str) -> str | None:
    """The first address of a line of a list or a table."""
    if (whole := checked(line)) is not None:
        return whole
    for delimiter in _DELIMITERS:
        for cell in next(csv.reader([line], delimiter=delimiter), []):
            if "@" in cell and (address := checked(cell.removeprefix("'"))) is not None:
                return address
    return None
