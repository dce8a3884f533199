"""The limits of lanes, as their kinds say them, read again now and then: a person may change them at any time.

Owns: what is known of them. Must not know: accounts, how limits are kept to (`pacing.py`). For one thread.
"""

from collections.abc import Callable, Mapping

from app.core.throttle import Budget

FRESH_SECONDS = 5.0  # settings lie in a file: read at most so often, and obeyed at most so late


class Budgets:
    """`find(lane, kind)`: the limits of a lane now. `steady`: seconds of a clock that nobody sets."""

    def __init__(self, find: Callable[[str, str], Budget], steady: Callable[[], float]) -> None:
        self._find = find
        self._steady = steady
        self._known: dict[str, tuple[Budget, float]] = {}

    def fresh(self) -> Mapping[str, Budget]:
        """The limits that were found out a moment ago. The others are unknown until somebody asks for them."""
        oldest = self._steady() - FRESH_SECONDS
        self._known = {lane: known for lane, known in self._known.items() if known[1] >= oldest}
        return {lane: budget for lane, (budget, _at) in self._known.items()}

    def learn(self, lane: str, kind: str) -> None:
        """Find out the limits of a lane that has work."""
        self._known[lane] = self._find(lane, kind), self._steady()
