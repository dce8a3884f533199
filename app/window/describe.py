"""A job in words: what its Detail column says, what a screen reader says, how long it took.

Owns: the sentence for every state. Pure but for the clock function; must not know: how words are drawn.
"""

import time
from dataclasses import dataclass
from pathlib import PurePath

from app.core.failures import info, is_blocked
from app.core.model import Job
from app.core.retry import tries_allowed
from app.core.states import OPEN, JobState
from app.window.text import clock, elapsed, face, file_name, inside, number, percent, printable, size, tr, trn, word
from app.window.told import told

Progress = tuple[float, str] | None


def now_ms() -> int:
    """The time as the queue counts it: ms since 1970 UTC."""
    return int(time.time() * 1000)


@dataclass(frozen=True, slots=True)
class Detail:
    """What the Detail column shows. `strong`: the leading words (text colour), `text`: all of it in one string,
    `quiet`: the words after them (grey). `bar`: 0..1, or None when there is no bar; `ring`: 0..1 of a wait, or None."""

    strong: str = ""
    quiet: str = ""
    bar: float | None = None
    ring: float | None = None

    @property
    def text(self) -> str:
        """Everything in one line."""
        return "  ".join(part for part in (self.strong, self.quiet) if part)


def name(job: Job) -> str:
    """What the Name column shows, on one line whatever the file is called."""
    return printable(job.title) or file_name(job.input)


def folder(path: str) -> str:
    """The folder of a path, on one line."""
    return printable(str(PurePath(path).parent))


def detail(job: Job, progress: Progress, now: int, marked: bool = False, most: int | None = None) -> Detail:
    """The Detail column of `job` at `now` (ms UTC). `marked`: its batch pauses before it. `most`: tries that a person
    allows (`tries_allowed`)."""
    if marked and job.state in OPEN and job.state is not JobState.RUNNING:
        return Detail(strong=tr("The batch pauses here"))
    match job.state:
        case JobState.RUNNING:
            return _running(job, progress)
        case JobState.WAITING:
            return _retrying(job, now, most)
        case JobState.READY:
            if job.code == "INTERRUPTED":
                return Detail(quiet=tr("Interrupted, starts over"))
            return Detail(quiet=printable(told(job.message or job.note or "")))
        case JobState.HELD:
            return _held(job)
        case JobState.DONE:
            return Detail(quiet=_done(job))
        case JobState.SKIPPED:
            return Detail(quiet=printable(told(job.note or job.message or "")))
        case JobState.FAILED:
            return Detail(strong=printable(told(job.message or info(job.code or "INTERNAL").title)))
        case JobState.UNCONFIRMED:
            return Detail(strong=tr("The connection was lost after the message left"))
        case JobState.CANCELLED:
            return Detail(quiet=printable(told(job.message or "")) if job.code == "EXPIRED" else tr("Cancelled by you"))


def _running(job: Job, progress: Progress) -> Detail:
    if job.cancelling:
        return Detail(quiet=tr("Cancelling"))
    if progress is None:
        return Detail(quiet=tr("starting"))
    part, phase = progress
    if part < 0:
        return Detail(quiet=phase_word(phase) or tr("working"))
    return Detail(strong=percent(part), quiet=phase_word(phase), bar=part)


def _retrying(job: Job, now: int, most: int | None) -> Detail:
    if job.run_at is None:  # until its drive is back
        return Detail(quiet=printable(told(job.message or "")))
    left = max(0, (job.run_at or now) - now) / 1000
    allowed = tries_allowed(info(job.code).failure_class, most) if job.code else job.tries + 1
    words = tr("Try {n} of {all} in {when}")
    strong = words.format(n=number(job.tries + 1), all=number(max(allowed, job.tries + 1)), when=clock(left))
    cause = told(info(job.code).title) if job.code else ""
    return Detail(strong, inside(cause), ring=1.0 - min(1.0, left / 60))


def _held(job: Job) -> Detail:
    if is_blocked(job.state.value, job.code):
        return Detail(strong=printable(told(job.message or info(job.code or "").title)))
    return Detail(quiet=tr("Held by you"))


def _done(job: Job) -> str:
    words = _note(job) if job.note else trn("1 file written", "%Ln files written", len(job.outputs))
    if job.tries > 1:
        words = tr("{words}, at try {n}").format(words=words, n=number(job.tries))
    if job.warnings:
        words = f"{words} · {printable(told(job.warnings[0].message))}"
    return words


def _note(job: Job) -> str:
    """What a job said of its end. A mail server's answer ("250 2.0.0 Ok") is for the tooltip."""
    if job.kind == "mail" and (job.note or "")[:3].isdigit():
        return tr("Accepted by the mail server")
    return printable(told(job.note or ""))


def phase_word(phase: str) -> str:
    """A worker's phase for people; one that is not known is shown as it is."""
    known = {
        "reading": tr("reading"),
        "resizing": tr("resizing"),
        "encoding": tr("encoding"),
        "writing": tr("writing"),
        "sending": tr("sending"),
        "computing": tr("computing"),
        "connecting": tr("connecting"),
    }
    return known.get(phase, phase)


def time_taken(job: Job, now: int) -> str:
    """The Time column: how long the try took or has taken so far."""
    if job.state is JobState.RUNNING and job.started is not None:
        return elapsed(max(0, now - job.started))
    return elapsed(job.ms) if job.ms else ""


def spoken(job: Job, progress: Progress, now: int, marked: bool = False, most: int | None = None) -> str:
    """One row for a screen reader: "IMG_2035.jpg, retrying, try 2 of 6 in 0:14, open in another program, 4.6 MB"."""
    shown = detail(job, progress, now, marked, most)
    strong = inside(shown.strong) if job.state is JobState.WAITING else shown.strong
    parts = [
        name(job),
        inside(word(face(job))),
        strong,
        shown.quiet,
        size(job.size) if job.size and job.kind != "mail" else "",
    ]
    return ", ".join(part for part in parts if part)


def tip(job: Job, of_name: bool) -> str:
    """The tooltip of a cell: the whole path for the name, warnings and the whole message elsewhere."""
    if of_name:
        return printable(job.input)
    lines = [job.message or job.note or "", *(warning.message for warning in job.warnings)]
    return "\n".join(printable(told(line)) for line in lines if line)
