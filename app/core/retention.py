"""How long the queue remembers what is over. Owns: the numbers and their reasons. Must not know: tables, clocks.

What needs a person (failed and unconfirmed jobs) stays until its batch is dismissed, however old it is.
"""

from dataclasses import dataclass

DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Retention:
    """`days` after the end of its batch, or when more than `rows` ended jobs are there, a job that ended well is
    forgotten; the batch goes on saying how many there were. Its undo goes with it."""

    days: int = 7
    rows: int = 200_000
    grace_days: int = 1  # a batch that ended so lately keeps its rows, however many: it may still be undone
    session_days: int = 30  # starts of the program
    body_days: int = 30  # the text of e-mails, after the end of their batch: who got one stays, what it said goes
    processed_days: int = 365  # which files were worked off: people come back to a folder after a year's work

    def before(self, now: int, days: int) -> int:
        """The time `days` before `now` (ms UTC)."""
        return now - days * DAY_MS
