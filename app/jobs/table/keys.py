"""What makes two rows equal: the cells of some columns as one short mark. Pure."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from operator import itemgetter

MARK_BYTES = 160  # about what one mark takes in a set or dictionary
_LONGEST = 32  # characters of a mark; what is longer is told by its digest (128 bits: no two are alike by accident)
_BETWEEN = "\x1f"

Mark = str | bytes
MarkOf = Callable[[list[str]], Mark]


def marker(positions: Sequence[int], change: Callable[[str], str] | None = None) -> MarkOf:
    """A function from a row's cells to its mark: equal where the cells at `positions`, after `change`, are equal."""
    pick = itemgetter(*positions)
    one = len(positions) == 1
    count = len(positions) - 1

    def mark(cells: list[str]) -> Mark:
        if one:
            text = str(pick(cells) if change is None else change(pick(cells)))
        else:
            found = pick(cells) if change is None else tuple(map(change, pick(cells)))
            text = _BETWEEN.join(found)
            if text.count(_BETWEEN) != count:
                text = repr(found)
        if len(text) <= _LONGEST:
            return text
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    return mark
