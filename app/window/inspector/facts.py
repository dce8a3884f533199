"""What the inspector shows of a selection: read in one go on the reader's thread, as one value that can be compared.

Owns: what is read and how tries are told in words. Must not know: widgets. A selection may be long: sums are made
of its first rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.core.failures import info
from app.core.model import Attempt, Job
from app.core.states import JobState, Outcome
from app.store.reader import Reader
from app.window import describe
from app.window.text import FACE_OF_STATE, duration, elapsed, face, inside, number, printable, tr, word
from app.window.told import told

SUMMED = 5_000  # rows of a selection that are added up: 60 ms on the reader's thread
TRIES = 20  # shown before "Show all"


@dataclass(frozen=True, slots=True)
class Facts:
    """One selected job, or several. `payload`: an e-mail's frozen message. `planned`: (output, path). `recipe` (JSON)
    and `options` are the batch's."""

    count: int = 0
    job: Job | None = None
    recipe: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    planned: tuple[tuple[str, str], ...] = ()
    payload: dict[str, Any] | None = None
    states: tuple[tuple[JobState, int], ...] = ()
    size: int = 0
    bytes_out: int = 0
    summed: int = 0
    unconfirmed: tuple[int, ...] = ()
    kinds: frozenset[str] = field(default_factory=frozenset)


def read_facts(reader: Reader, ids: Sequence[int], count: int) -> Facts:
    """Facts of the jobs `ids`, which are (the first of) `count` selected ones. Raises StoreError."""
    if not ids:
        return Facts()
    if count == 1:
        job = reader.job(ids[0])
        if job is None:
            return Facts()
        batch = reader.batch(job.batch)
        return Facts(
            1,
            job,
            batch.recipe if batch is not None else "",
            batch.options if batch is not None else {},
            tuple(reader.attempts(job.id)),
            tuple(reader.planned(job.id)),
            reader.payload(job.id) if job.kind == "mail" else None,
        )
    states: dict[JobState, int] = {}
    size = bytes_out = summed = 0
    unconfirmed: list[int] = []
    kinds: set[str] = set()
    for job in reader.jobs(ids[:SUMMED]):
        states[job.state] = states.get(job.state, 0) + 1
        size += job.size
        bytes_out += job.bytes_out
        summed += 1
        kinds.add(job.kind)
        if job.state is JobState.UNCONFIRMED:
            unconfirmed.append(job.id)
    ordered = tuple(sorted(states.items(), key=lambda item: list(JobState).index(item[0])))
    return Facts(
        count, states=ordered, size=size, bytes_out=bytes_out, summed=summed, unconfirmed=tuple(unconfirmed),
        kinds=frozenset(kinds),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Try:
    """One try in words: icon and tone, "Try 2", "open in another program", "14:06:27 · 0.4 s", "Tried again"."""

    icon: str
    tone: str
    title: str
    what: str
    when: str
    more: str = ""


_ICONS = {
    Outcome.DONE: ("state-done", "done"),
    Outcome.SKIPPED: ("state-skipped", "waiting"),
    Outcome.FAILED: ("state-failed", "failed"),
    Outcome.RETRY: ("state-retrying", "retrying"),
    Outcome.INTERRUPTED: ("state-held", "held"),
    Outcome.UNCONFIRMED: ("state-unconfirmed", "unconfirmed"),
    Outcome.CANCELLED: ("state-cancelled", "waiting"),
}


def tries(attempts: Sequence[Attempt], now: int) -> list[Try]:
    """All tries, newest first, as they came; `now`: ms UTC."""
    found: list[Try] = []
    following: Attempt | None = None
    for place, attempt in enumerate(attempts):
        found.append(_try(attempt, len(attempts) - place, following, now))
        following = attempt
    return found


def _try(attempt: Attempt, number_of: int, following: Attempt | None, now: int) -> Try:
    icon, tone = _ICONS[attempt.outcome]
    failure = attempt.failure
    if attempt.outcome is Outcome.UNCONFIRMED:
        what = tr("no answer after the message left")
    elif failure is not None:
        title = told(info(failure.code).title)
        what = inside(title)
    else:
        what = _outcome(attempt.outcome)
    when = " · ".join(filter(None, (clock_time(attempt.started, now), elapsed(attempt.ms) if attempt.ms else "")))
    more: list[str] = []
    if attempt.outcome is Outcome.UNCONFIRMED:
        words = tr("Begun at {start}, connection lost at {end}.")
        more.append(words.format(start=clock_time(attempt.started, now), end=clock_time(attempt.ended, now)))
    elif failure is not None and failure.message:
        more.append(printable(failure.message))
    if following is not None:
        wait = max(0, following.started - attempt.ended) / 1000
        if attempt.generation != following.generation:
            more.append(tr("Tried again when you asked for it."))
        elif wait >= 1:
            more.append(tr("Tried again after {time}.").format(time=duration(wait)))
    title = tr("Try {n}").format(n=number(number_of))
    return Try(icon, tone, title, what, when, " ".join(more))


def _outcome(outcome: Outcome) -> str:
    match outcome:
        case Outcome.DONE:
            return tr("done")
        case Outcome.SKIPPED:
            return tr("nothing to do")
        case Outcome.INTERRUPTED:
            return tr("interrupted, not counted")
        case Outcome.CANCELLED:
            return tr("cancelled by you")
        case Outcome.RETRY:
            return tr("put off")
        case Outcome.FAILED:
            return tr("failed")
        case Outcome.UNCONFIRMED:
            return tr("no answer after the message left")


def clock_time(ms: int, now: int) -> str:
    """A moment to the second ("14:06:27"), with its day when that is not today's."""
    when = datetime.fromtimestamp(ms / 1000)
    if when.date() == datetime.fromtimestamp(now / 1000).date():
        return when.strftime("%H:%M:%S")
    return when.strftime("%Y-%m-%d %H:%M:%S")


def state_words(job: Job, progress: describe.Progress, now: int, most: int | None = None) -> str:
    """The line below the name: "Done at try 3, in 0.4 s", "Retrying  ·  Try 2 of 6 in 0:14". `most`: tries that a
    person allows."""
    shown = word(face(job))
    if job.state is JobState.DONE:
        taken = elapsed(job.ms) if job.ms else ""
        if job.tries > 1:
            words = tr("{state} at try {n}").format(state=shown, n=number(job.tries))
            return tr("{words}, in {time}").format(words=words, time=taken) if taken else words
        return tr("{state} in {time}").format(state=shown, time=taken) if taken else shown
    if job.state is JobState.UNCONFIRMED and job.finished is not None:
        return tr("{state} since {time}").format(state=shown, time=clock_time(job.finished, now))
    detail = describe.detail(job, progress, now, most=most)
    if job.state is JobState.FAILED:
        return shown
    return "  ·  ".join(filter(None, (shown, detail.text)))


def notes(facts: Facts) -> list[str]:
    """What the job and its plan said beside the result, each once."""
    job = facts.job
    if job is None:
        return []
    found = []
    if job.state in (JobState.FAILED, JobState.HELD) and job.message:
        found.append(printable(job.message))
        if job.code:
            found.append(told(info(job.code).advice))
    if job.note and job.state is not JobState.SKIPPED:
        found.append(printable(job.note))
    found += [printable(warning.message) for warning in job.warnings]
    return list(dict.fromkeys(note for note in found if note))


def sums(facts: Facts) -> list[tuple[str, str]]:
    """(state's word, number) for each state of several jobs."""
    return [(word(FACE_OF_STATE[state]), number(n)) for state, n in facts.states]
