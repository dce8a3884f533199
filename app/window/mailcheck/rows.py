"""A row of the mail check in words: its state, whom it goes to, what it says or what is wrong, what is attached.

Owns: the four groups of the page and the words of a row. Pure: jobs and their frozen messages are handed in. Must not
know: widgets, the queue file.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from app.core.failures import info, is_blocked
from app.core.model import Counts, Job
from app.core.states import JobState
from app.window import describe
from app.window.text import face as face_of
from app.window.text import inside, number, printable, size, tr, trn, word
from app.window.told import told

Json = dict[str, Any]


class Group(IntEnum):
    """The segments of the page, in their order."""

    ALL = 0
    READY = 1
    BLOCKED = 2
    LEFT_OUT = 3


STATES: dict[Group, frozenset[JobState] | None] = {
    Group.ALL: None,
    Group.READY: frozenset({JobState.READY, JobState.WAITING}),
    Group.BLOCKED: frozenset({JobState.HELD, JobState.FAILED}),
    Group.LEFT_OUT: frozenset({JobState.SKIPPED, JobState.CANCELLED}),
}


class Mark(StrEnum):
    """The state of a row on this page; the first three are words of this page alone."""

    READY = "ready"
    BLOCKED = "blocked"
    LEFT_OUT = "left-out"
    OTHER = "other"  # held by a person, or on its way already: the word of its job state


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the grid. `icon`, `tone` (of Tones.states) and `word` show the state."""

    mark: Mark
    icon: str
    tone: str
    word: str
    address: str
    text: str
    attached: str


def how_many(group: Group, counts: Counts) -> int:
    """How many rows the batch has in `group`."""
    states = STATES[group]
    return counts.total if states is None else sum(counts.of(state) for state in states)


def titles(counts: Counts) -> list[str]:
    """The words of the segments: "All 486", "Ready 479", "Blocked 4", "Left out 3"."""
    words = (tr("All {0}"), tr("Ready {0}"), tr("Blocked {0}"), tr("Left out {0}"))
    return [text.format(number(how_many(group, counts))) for group, text in zip(Group, words, strict=True)]


def mark_of(job: Job) -> Mark:
    """What the check says of `job`."""
    if job.state in (JobState.READY, JobState.WAITING):
        return Mark.READY
    if is_blocked(job.state.value, job.code) or job.state is JobState.FAILED:
        return Mark.BLOCKED
    return Mark.LEFT_OUT if job.state in (JobState.SKIPPED, JobState.CANCELLED) else Mark.OTHER


def has_message(payload: Json | None) -> bool:
    """Whether `payload` holds a message: a row that was stopped early has none."""
    return payload is not None and "subject" in payload


def row_of(job: Job, payload: Json | None) -> Row:
    """The line of `job`."""
    mark = mark_of(job)
    if mark is Mark.READY:
        look = ("check", "done", tr("Ready"))
    elif mark is Mark.BLOCKED:
        look = ("state-cancelled", "failed", tr("Blocked"))
    elif mark is Mark.LEFT_OUT:
        look = ("state-skipped", "skipped", tr("Left out"))
    else:
        shown = face_of(job)
        look = (f"state-{shown}", shown.value, word(shown))
    subject = str(payload["subject"]) if payload is not None and has_message(payload) else ""
    text = what_is_wrong(job) if mark in (Mark.BLOCKED, Mark.LEFT_OUT) else printable(subject) or tr("(no subject)")
    attached = attached_words(payload) if mark in (Mark.READY, Mark.OTHER) else ""
    return Row(mark, *look, describe.name(job), text, attached)


def what_is_wrong(job: Job) -> str:
    """Why a row is not sent, in one line."""
    if job.state is JobState.CANCELLED and job.code != "EXPIRED":
        return tr("Cancelled by you")
    return printable(told(job.message or job.note or (info(job.code).title if job.code else "")))


def attached_words(payload: Json | None) -> str:
    """ "1 file, 118 KB"; "" without attachments. Pictures inside the text are no attachments."""
    files = [item for item in (payload or {}).get("attachments", ()) if not item.get("cid")]
    if not files:
        return ""
    return f"{trn('1 file', '%Ln files', len(files))}, {size(sum(int(item['size']) for item in files))}"


def spoken(row: Row) -> str:
    """A row for a screen reader: "jane@harbour.example, ready, Invoice 2026-0416, 1 file, 118 KB"."""
    return ", ".join(part for part in (row.address, inside(row.word), row.text, row.attached) if part)
