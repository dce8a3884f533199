"""Tables in blocks: a quick way beside the law, with the same bytes as its result.

`index.py` proves where the cells of a block of text lie; `pump.py` makes blocks of a file and lets the law read what is
not proved; `stages.py` has the steps that work on blocks; `engine.py` puts them together. Whoever meets anything that
is not meant for blocks raises `Unfit`, and the law does the job from its beginning. This module must not import numpy:
small jobs live without it.
"""

from dataclasses import dataclass
from typing import Any

from app.jobs.base import JobContext

BLOCK = 1 << 18  # bytes: quick enough (3 % behind 1 MiB), with 12 MB of arrays instead of 35
LEAST = 1 << 19  # bytes of a file: in less the law is done before numpy is imported


class Unfit(Exception):
    """This table is not for blocks after all; the law reads it from the beginning."""


@dataclass(slots=True)
class Way:
    """How a run is to go and how it went. `block`: bytes of a block, 0 = row by row; `taken`: blocks were at work;
    `by_index`, `by_law`: records that each of the two read then."""

    block: int
    taken: bool = False
    by_index: int = 0
    by_law: int = 0


class Once:
    """A job's context that reports every warning once, however often the job begins anew."""

    def __init__(self, context: JobContext) -> None:
        self._context = context
        self._said: set[tuple[str, str]] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def warn(self, code: str, text: str) -> None:
        """See `JobContext`."""
        if (code, text) not in self._said:
            self._said.add((code, text))
            self._context.warn(code, text)
