"""What the drawer reads from the queue, in one go, on the reader's thread.

Owns: which ids and rows stand behind the groups; dropping dismissals and tries that are over. Must not know: widgets.
Every function here takes a reader and may take its time; none is called on the GUI thread.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.model import CauseGroup, Job
from app.core.states import OPEN, JobState
from app.store.reader import PAGE, JobView, Reader
from app.window.failures.causes import FILES_SHOWN, Cause, Memory, describe, in_order

UNSETTLED = frozenset({JobState.FAILED, JobState.UNCONFIRMED})

Marks = Mapping[str, frozenset[int]]  # failure code -> job ids


@dataclass(frozen=True, slots=True)
class Scope:
    """Which failed and unconfirmed jobs: of `batch` (None = every one), of `code` (None = all), without `dismissed`."""

    batch: int | None
    code: str | None
    dismissed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What to list. `batch` None = every batch. `opened`: codes of the groups that show their files."""

    batch: int | None
    memory: Memory
    opened: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer: causes in their order, files of the open groups, and what of the memory still holds."""

    causes: tuple[Cause, ...]
    files: Mapping[str, tuple[Job, ...]]
    memory: Memory


def read_listing(reader: Reader, question: Question) -> Listing:
    """Everything that the drawer shows at one moment. Raises StoreError."""
    with reader.snapshot():
        groups = {group.code: group for group in reader.causes(question.batch)}
        dismissed = _still(question.memory.dismissed, reader)
        trying = _not_settled(question.memory.trying, reader)
        for code in trying:
            groups.setdefault(code, CauseGroup(code, 0, "", False))
        causes, files = [], {}
        for code, group in groups.items():
            left = None
            if code in dismissed or code in question.opened:
                listed = listed_ids(reader, Scope(question.batch, code, dismissed.get(code, frozenset())))
                left = len(listed)
                if code in question.opened:
                    files[code] = tuple(reader.jobs(listed[:FILES_SHOWN]))
            cause = describe(group, left, len(trying.get(code, ())))
            if cause.count or cause.trying:
                causes.append(cause)
    return Listing(tuple(in_order(causes)), files, Memory(dismissed, trying))


def listed_ids(reader: Reader, scope: Scope) -> list[int]:
    """Ids of the jobs of `scope`, in queue order."""
    gone = scope.dismissed
    view = JobView(batch=scope.batch, states=UNSETTLED, code=scope.code)
    return [job for job in reader.job_ids(view) if job not in gone]


def listed_jobs(reader: Reader, scope: Scope) -> Iterator[Job]:
    """The rows behind `listed_ids`, read a page at a time."""
    ids = listed_ids(reader, scope)
    for start in range(0, len(ids), PAGE):
        yield from reader.jobs(ids[start : start + PAGE])


def _still(dismissed: Marks, reader: Reader) -> dict[str, frozenset[int]]:
    """Dismissals of jobs that are still failed: one that was sent back and fails again is news."""
    kept = {}
    for code, jobs in dismissed.items():
        left = jobs.intersection(reader.job_ids(JobView(states=UNSETTLED, code=code)))
        if left:
            kept[code] = left
    return kept


def _not_settled(trying: Marks, reader: Reader) -> dict[str, frozenset[int]]:
    """Of the jobs that were sent back, those that have not ended yet."""
    if not trying:
        return {}
    everything = frozenset().union(*trying.values())
    # One page is cheaper to read as rows; for more, the ids of all open jobs are.
    if len(everything) <= PAGE:
        still_open = {job.id for job in reader.jobs(sorted(everything)) if job.state in OPEN}
    else:
        still_open = set(reader.job_ids(JobView(states=OPEN)))
    return {code: left for code, jobs in trying.items() if (left := jobs & still_open)}
