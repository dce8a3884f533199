"""When a lane must stop because what its jobs share is broken: one failing file is normal, five in a row are not.

Owns: the rule. Must not know: lanes, clocks, how long a pause is (`retry.py`). Source of the numbers: five equal codes
in a row (three where a mail server says that it cannot take anything now), or more than half of the last twenty
attempts.
"""

from collections import deque

from app.core.failures import SHARED_CAUSES

IN_A_ROW = 5
SOONER = {"SRV_TEMP": 3}
WINDOW = 20


class Breaker:
    """The recent attempts of one lane. Not safe for several threads."""

    def __init__(self) -> None:
        self._recent: deque[str | None] = deque(maxlen=WINDOW)

    def note(self, code: str | None) -> str | None:
        """An attempt ended with `code` (None = well). The code that opens the breaker now, or None.

        Failures of a file itself count as proof that the lane works. Opening forgets the past, so that the next
        attempts after the pause are judged afresh.
        """
        self._recent.append(code if code in SHARED_CAUSES else None)
        if code is None or code not in SHARED_CAUSES:
            return None
        enough = SOONER.get(code, IN_A_ROW)
        last = list(self._recent)[-enough:]
        bad = sum(entry is not None for entry in self._recent)
        if (len(last) == enough and set(last) == {code}) or (len(self._recent) == WINDOW and bad * 2 > WINDOW):
            self._recent.clear()
            return code
        return None
