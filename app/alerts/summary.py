"""What an alert says: one occasion as a heading, sentences, JSON, environment variables and an e-mail.

Owns: these forms and their names (scripts rely on them). Must not know: how an alert gets there. Pure.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.core.failures import info
from app.core.model import DRIVE, Batch, CauseGroup
from app.core.states import JobState
from app.system.alert_rules import Occasion

MOST_CAUSES = 5
PREFIX = "DROPMILL_"
MAIL = "mail:"  # what the lane of an account is called before its name
_ENDS = (JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.UNCONFIRMED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Summary:
    """One occasion. `heading`: a few words; `text`: sentences, one a line; `facts`: what can be said in JSON."""

    occasion: Occasion
    heading: str
    text: str
    facts: dict[str, Any]

    def to_json(self) -> str:
        """`{"event":…,"heading":…,"text":…,…facts}`."""
        values = {"event": self.occasion.value, "heading": self.heading, "text": self.text, **self.facts}
        return json.dumps(values, ensure_ascii=True)

    def to_environment(self) -> dict[str, str]:
        """DROPMILL_EVENT, DROPMILL_HEADING, DROPMILL_TEXT, DROPMILL_SUMMARY (the JSON), and a variable for each fact:
        counts one by one (DROPMILL_FAILED=3), causes a line each in DROPMILL_CAUSES. Nothing is an empty text."""
        values: dict[str, Any] = {
            "event": self.occasion.value,
            "heading": self.heading,
            "text": self.text,
            "summary": self.to_json(),
        }
        for name, fact in self.facts.items():
            if isinstance(fact, dict):
                values.update(fact)
            elif isinstance(fact, list):
                values[name] = "\n".join(_cause_words(cause) for cause in fact)
            else:
                values[name] = fact
        return {PREFIX + name.upper(): _text(value) for name, value in values.items()}

    def to_letter(self) -> tuple[str, str]:
        """Subject and plain text of an e-mail."""
        lines = [self.text]
        lines += [f"  {_cause_words(cause)}" for cause in self.facts.get("causes", ())]
        return f"Dropmill: {' '.join(self.heading.split())}", "\n".join([*lines, ""])


def of_batch(occasion: Occasion, batch: Batch, causes: Sequence[CauseGroup]) -> Summary:
    """The end of `batch`, with the causes of what failed."""
    counts = {state.value: batch.counts.of(state) for state in _ENDS}
    began = batch.started or batch.created
    seconds = round(max(0, (batch.finished or began) - began) / 1000, 1)
    told = ", ".join(f"{n:,} {name}" for name, n in counts.items() if n) or "there was nothing to do"
    most = sorted(causes, key=lambda group: (-group.count, group.code))[:MOST_CAUSES]
    facts = {
        "batch": batch.id,
        "title": batch.title,
        "kind": batch.kind,
        "recipe": batch.recipe_name,
        "state": batch.state.value,
        "counts": counts,
        "seconds": seconds,
        "finished": _when(batch.finished),
        "causes": [
            {"code": c.code, "title": info(c.code).title, "count": c.count, "message": c.first_message} for c in most
        ],
    }
    bad = counts["failed"] + counts["unconfirmed"]
    heading = f"{batch.title} is finished" + (f", {bad:,} need a look" if bad else "")
    return Summary(occasion, heading, f"{batch.recipe_name}: {told}, in {seconds:,} s.", facts)


def of_lane(lane: str, code: str | None, message: str | None, until: int | None) -> Summary:
    """The pause of `lane`."""
    why = message or (info(code).title if code else "")
    again = "It goes on by itself." if until is not None else "It waits for you."
    facts = {"lane": lane, "code": code, "message": why, "until": _when(until)}
    return Summary(Occasion.LANE_PAUSED, f"{_lane_words(lane)} is paused", f"{why} {again}".strip(), facts)


def of_disk(path: str, free: int, total: int) -> Summary:
    """Little room (`free` of `total` bytes) on the drive that holds `path`."""
    text = f"{free / 1e9:,.1f} GB of {total / 1e9:,.0f} GB are free on the drive that holds {path}. Free some space."
    return Summary(Occasion.DISK_LOW, "A drive is nearly full", text, {"path": path, "free": free, "total": total})


def sample(occasion: Occasion) -> Summary:
    """An alert to try a rule with; `"test": true` among its facts."""
    facts = {
        "batch": 0,
        "title": "Test",
        "kind": "image",
        "recipe": "Test",
        "state": "finished",
        "counts": {state.value: int(state is JobState.DONE) for state in _ENDS},
        "seconds": 0.0,
        "finished": None,
        "causes": [],
        "test": True,
    }
    return Summary(occasion, "A test alert", "This is how Dropmill will tell you.", facts)


def _lane_words(lane: str) -> str:
    """What people call `lane`."""
    if lane.startswith(DRIVE):
        return f"Work on {lane.removeprefix(DRIVE)}"
    return f"Mail account {lane.removeprefix(MAIL)}" if lane.startswith(MAIL) else "Work on files"


def _cause_words(cause: dict[str, Any]) -> str:
    return f"{cause['count']} {cause['title']} ({cause['code']}): {cause['message']}"


def _text(value: Any) -> str:
    """As an environment variable can hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value).replace("\0", "")


def _when(ms: int | None) -> str | None:
    if ms is None:
        return None
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
