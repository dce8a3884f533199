"""What is in a column: types, empty cells, distinct values, range, a sample of numbers. Bounded memory, whatever comes.

Must not know how it is shown (`profile_report.py`).
"""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from random import Random

from app.jobs.table.expression.dates import read_iso
from app.jobs.table.expression.numbers import calculate, read_number
from app.jobs.table.keys import Mark, marker
from app.jobs.table.row import RowReject

TOP_VALUES = 10  # that are listed
_COUNTED = 10_000  # different values that are counted one by one; the list is exact while there are no more
_SAMPLED = 10_000  # numbers that the histogram is made of
_BINS = 20
_NUMERIC = frozenset("+-.0123456789" + "".join(chr(c) for c in range(0x3001) if chr(c).isspace()))
_DRAWN = 1e300  # what is larger has no place in a histogram of doubles
_SHOWN = 60  # characters of a value
_MARK = marker([0])


class Kind(StrEnum):
    """What a cell reads as."""

    WHOLE = "whole numbers"
    NUMBER = "numbers"
    DATE = "dates"
    TEXT = "text"


@dataclass(slots=True)
class Summary:
    """What is known of one column. `distinct_limit`: marks that it may hold; `more_distinct`: there are more."""

    name: str
    distinct_limit: int
    rows: int = 0
    empty: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    shortest: int | None = None
    longest: int = 0
    lowest: Decimal | None = None
    highest: Decimal | None = None
    total: Decimal | None = Decimal(0)
    first_day: datetime.datetime | None = None
    last_day: datetime.datetime | None = None
    more_distinct: bool = False
    more_values: bool = False
    values: Counter[str] = field(default_factory=Counter)
    sample: list[float] = field(default_factory=list)
    _seen: set[Mark] = field(default_factory=set)
    _random: Random = field(default_factory=lambda: Random(0))  # the same rows give the same report

    def add(self, cell: str, empty: bool) -> None:
        """Take one cell in."""
        self.rows += 1
        if empty:
            self.empty += 1
            return
        self.shortest = len(cell) if self.shortest is None else min(self.shortest, len(cell))
        self.longest = max(self.longest, len(cell))
        self._count(cell)
        if cell[0] not in _NUMERIC:  # most cells are told by their first character
            self.kinds[Kind.TEXT] += 1
            return
        number = read_number(cell)
        if number is not None:
            self._number(number)
            return
        day = read_iso(cell)
        if day is None:
            self.kinds[Kind.TEXT] += 1
            return
        self.kinds[Kind.DATE] += 1
        self.first_day = day if self.first_day is None else min(self.first_day, day)
        self.last_day = day if self.last_day is None else max(self.last_day, day)

    @property
    def filled(self) -> int:
        """Cells that are not empty."""
        return self.rows - self.empty

    @property
    def numbers(self) -> int:
        """Cells that are numbers."""
        return self.kinds[Kind.WHOLE] + self.kinds[Kind.NUMBER]

    @property
    def distinct(self) -> int:
        """Different values that are not empty; where `more_distinct` is set there are more."""
        return len(self._seen)

    @property
    def mean(self) -> Decimal | None:
        """The mean of the numbers; None without one."""
        if not self.numbers or self.total is None:
            return None
        return calculate("/", self.total, Decimal(self.numbers))

    def top(self) -> list[tuple[str, int]]:
        """The most frequent values, the first one of equals first."""
        return [(value[:_SHOWN], count) for value, count in self.values.most_common(TOP_VALUES)]

    def histogram(self) -> list[tuple[float, float, int]]:
        """(from, to, how many of the sample) of equal ranges; nothing without two different numbers."""
        if len(self.sample) < 2 or min(self.sample) == max(self.sample):
            return []
        low, high = min(self.sample), max(self.sample)
        step = (high - low) / _BINS
        bins = Counter(min(_BINS - 1, int((value - low) / step)) for value in self.sample)
        return [(low + i * step, low + (i + 1) * step, bins[i]) for i in range(_BINS)]

    def _count(self, cell: str) -> None:
        short = cell[: _SHOWN + 1]
        count = self.values.get(short)
        if count is not None:
            self.values[short] = count + 1
            if len(cell) <= _SHOWN:
                return  # the value itself has been seen
        elif len(self.values) < _COUNTED:
            self.values[short] = 1
        else:
            self.more_values = True
        mark = _MARK([cell])
        if mark not in self._seen:
            if len(self._seen) < self.distinct_limit:
                self._seen.add(mark)
            else:
                self.more_distinct = True

    def _number(self, number: Decimal) -> None:
        self.kinds[Kind.WHOLE if number == number.to_integral_value() else Kind.NUMBER] += 1
        self.lowest = number if self.lowest is None else min(self.lowest, number)
        self.highest = number if self.highest is None else max(self.highest, number)
        if self.total is not None:
            try:
                self.total = calculate("+", self.total, number)
            except RowReject:  # a thousand digits: there is no mean worth showing
                self.total = None
        value = float(number)
        if abs(value) > _DRAWN:
            return
        if len(self.sample) < _SAMPLED:
            self.sample.append(value)
        elif (place := self._random.randrange(self.numbers)) < _SAMPLED:  # Vitter's algorithm R
            self.sample[place] = value
