"""How often the plug is pulled, with which dice, and what came of it.

Owns: the numbers of kills and the figures of a run. Must not know: what is killed.
"""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

SEED = int(os.environ.get("DROPMILL_SEED") or 20261124)
KILLS = int(os.environ.get("DROPMILL_KILLS") or 0)  # of the long run; 0 = the few of the ordinary one


def kills(few: int, share: float = 1.0, least: int = 0) -> int:
    """How many kills a test takes: `few` in the ordinary run, its share of the long run's otherwise."""
    return max(least, few, round(KILLS * share)) if KILLS else few


@dataclass
class Figures:
    """What one test did. `victims`: who was killed; `cut_off`: attempts that a kill ended, by work; `restarts`: of the
    program behind a kill."""

    work: str
    victims: Counter[str] = field(default_factory=Counter)
    cut_off: Counter[str] = field(default_factory=Counter)
    restarts: int = 0
    jobs: int = 0
    messages: int = 0
    unconfirmed: int = 0
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        return self.victims.total()

    def as_property(self) -> dict[str, Any]:
        """Plain values, which a report can carry from one process to another."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in plain.items()}

    @classmethod
    def from_property(cls, values: dict[str, Any]) -> "Figures":
        counters = {name: Counter(values[name]) for name in ("victims", "cut_off")}
        return cls(**{**values, **counters})


COLUMNS = ("program", "worker", "command", "store")  # victims


def table(figures: Iterable[Figures]) -> list[str]:
    """Lines of text that say it all; none when nothing was killed."""
    rows = sorted(figures, key=lambda one: one.work)
    if not rows:
        return []
    total = Figures("all")
    for one in rows:
        total.victims += one.victims
        total.cut_off += one.cut_off
        for name in ("restarts", "jobs", "messages", "unconfirmed", "seconds"):
            setattr(total, name, getattr(total, name) + getattr(one, name))
    head = ["killed while", *COLUMNS, "kills", "restarts", "jobs", "messages", "unconfirmed", "seconds"]
    cells = [head, *([one.work, *_numbers(one)] for one in [*rows, total])]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = ["  ".join(text.ljust(width) if not place else text.rjust(width) for place, (text, width) in
             enumerate(zip(row, widths, strict=True))) for row in cells]  # fmt: skip
    cut_off = ", ".join(f"{count} {work}" for work, count in total.cut_off.most_common())
    return [*lines, f"attempts that were cut off: {cut_off or 'none'}", f"seed: {SEED}"]


def _numbers(one: Figures) -> list[str]:
    counts = [one.victims[name] for name in COLUMNS]
    more = [one.kills, one.restarts, one.jobs, one.messages, one.unconfirmed, round(one.seconds)]
    return [f"{number:,}" for number in counts + more]
