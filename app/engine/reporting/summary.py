"""What the rows of a batch add up to. Pure: the batch and its jobs are handed in.

Owns: the groups of outcomes, their words, and that they add up to all rows.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.failures import FAILURES
from app.core.model import Batch, Job
from app.core.states import BatchState, JobState
from app.engine.reporting.columns import BLOCKED, state_word

# Outcomes in the order of a report: what needs a person first. The words of an e-mail say who said so.
_WORDS = {
    JobState.UNCONFIRMED.value: "Unconfirmed",
    JobState.FAILED.value: "Failed",
    BLOCKED: "Blocked by the check",
    JobState.CANCELLED.value: "Cancelled",
    JobState.DONE.value: "Done",
    JobState.SKIPPED.value: "Left out",
    JobState.HELD.value: "Held",
    JobState.RUNNING.value: "Running",
    JobState.WAITING.value: "Retrying",
    JobState.READY.value: "Waiting",
}
_MAIL_WORDS = {
    JobState.UNCONFIRMED.value: "Unconfirmed: they may have arrived",
    JobState.FAILED.value: "Refused or failed",
    JobState.DONE.value: "Accepted by the mail server",
}
_FILE_WORDS = {JobState.DONE.value: "Written as files"}
FORGOTTEN = "forgotten"  # ended well, long ago


@dataclass(frozen=True, slots=True)
class Cause:
    """How many rows ended for one reason. `title`: its words."""

    code: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows that stand alike. `state`: the word of the `state` column; `causes`: those that have a code, most first."""

    state: str
    words: str
    count: int
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The outcomes of a batch: those that occur, in the order of a report; `total` is their sum. `created`, `finished`:
    ms UTC. `over`: nothing of it goes on."""

    batch: int
    kind: str
    title: str
    recipe: str
    over: bool
    created: int
    finished: int | None
    note: str
    outcomes: tuple[Outcome, ...]

    @property
    def total(self) -> int:
        return sum(outcome.count for outcome in self.outcomes)


def summary_of(batch: Batch, jobs: Iterable[Job]) -> Summary:
    """The summary of `batch`, whose jobs are `jobs` (all that are still known)."""
    counts: Counter[str] = Counter()
    codes: dict[str, Counter[str]] = {}
    for job in jobs:
        word = state_word(job)
        counts[word] += 1
        if job.code and job.state is not JobState.DONE:
            codes.setdefault(word, Counter())[job.code] += 1
    words = _words_of(batch)
    outcomes = [
        Outcome(word, words[word], counts[word], _causes(codes.get(word, Counter()))) for word in words if counts[word]
    ]
    if batch.pruned:
        outcomes.append(Outcome(FORGOTTEN, "Ended well and no longer listed", batch.pruned))
    return Summary(
        batch.id,
        batch.kind,
        batch.title,
        batch.recipe_name,
        batch.state in (BatchState.FINISHED, BatchState.CANCELLED),
        batch.created,
        batch.finished,
        batch.note or "",
        tuple(outcomes),
    )


def _words_of(batch: Batch) -> dict[str, str]:
    if batch.kind != "mail":
        return _WORDS
    as_files = "eml" in batch.options.get("options", {})
    return _WORDS | (_FILE_WORDS if as_files else _MAIL_WORDS)


def _causes(counts: Counter[str]) -> tuple[Cause, ...]:
    """The causes, most first, then by code so that equal reports are equal."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Cause(code, FAILURES[code].title if code in FAILURES else code, count) for code, count in order)
