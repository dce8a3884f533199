"""What came of asking the other side about jobs whose effect nobody is sure of.

Owns: the value only. Must not know: who is asked.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Looked:
    """`found`: jobs that are done now. `missing`: nothing was found of them, they stay unconfirmed. `untold`: (job,
    sentence why nobody can say). Jobs that were not unconfirmed are in none of them."""

    found: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    untold: tuple[tuple[int, str], ...] = ()
