"""What a batch that waits is going to do, gathered from its planned rows, a chunk at a time.

Owns: what becomes of each output (`Fate`) and the sums. Must not know: widgets. Reads the queue and looks at folders of
the outputs, which may be on a drive that does not answer: it runs on a thread of its own.
"""

import json
import os
import re
import shutil
from array import array
from dataclasses import dataclass, field, replace
from enum import IntEnum

from app.core.model import Batch, Job
from app.core.states import JobState
from app.store.reader import JobView, Reader

CHUNK = 2_000  # jobs looked at at a stretch: some 100 ms
_NUMBERED = re.compile(r" \(\d+\)$")
_POLICIES = ("number", "skip", "replace", "newer")
NO_OUTPUT = -1
RENAMED = "RENAMED"


class Fate(IntEnum):
    """What becomes of one output."""

    NEW = 0
    NOTED = 1  # new, and something is said about it
    NUMBERED = 2  # the name is taken: another one
    REPLACES = 3  # a file that is there
    ORIGINAL = 4  # the original itself
    STAYS = 5  # a file is there already, nothing is written
    DONE = 6  # nothing needs to be done
    LEFT_OUT = 7  # it cannot be read


CONFLICTS = frozenset({Fate.NUMBERED, Fate.REPLACES, Fate.ORIGINAL, Fate.STAYS})
NOT_WRITTEN = frozenset({Fate.STAYS, Fate.DONE, Fate.LEFT_OUT})


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of what was looked at so far. `ready`: jobs that would run, `bytes_in` of their inputs; `outputs`: files
    that would be written; `bytes_of`: bytes of inputs by the place of the output in the recipe; `free`: bytes on the
    drive of `folder`, None = not known."""

    jobs: int = 0
    lines: int = 0
    ready: int = 0
    bytes_in: int = 0
    outputs: int = 0
    most_outputs: int = 0
    bytes_of: dict[int, int] = field(default_factory=dict)  # place of the output -> bytes of the inputs
    conflicts: int = 0
    noted: int = 0
    left_out: int = 0
    originals: int = 0
    original_bytes: int = 0
    folder: str = ""
    free: int | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of some more jobs: for each line its job, the place of the output (NO_OUTPUT = none) and its fate.
    `sums`: of everything so far. `more`: there are more jobs to look at now."""

    jobs: "array[int]"
    places: "array[int]"
    fates: "array[int]"
    sums: Sums
    more: bool


def policy_of(recipe: str) -> str:
    """What a recipe (JSON) does when a file is already there."""
    try:
        place = json.loads(recipe).get("place") or {}
        policy = str(place.get("exists", "number"))
    except (ValueError, AttributeError):  # only the words depend on it: the engine has read the recipe before
        return "number"
    return policy if policy in _POLICIES else "number"


def with_policy(recipe: str, policy: str) -> str:
    """The same recipe with another answer to a file that is already there."""
    data = json.loads(recipe)
    data["place"] = {**(data.get("place") or {}), "exists": policy}
    return json.dumps(data, ensure_ascii=False)


def replaces_originals(batch: Batch) -> bool:
    """Whether outputs of `batch` may take the place of originals: it is to be looked at before it runs."""
    if policy_of(batch.recipe) != "replace" or batch.options.get("out"):
        return False
    place = json.loads(batch.recipe).get("place") or {}
    return str(place.get("folder", "")).rstrip("/\\") in ("{source}", ".")


class Survey:
    """Walks through the jobs of one batch in the order of their numbers. Lives on the thread that reads."""

    def __init__(self, batch: int) -> None:
        self._batch = batch
        self._policy = ""
        self._last = 0
        self._waiting: array[int] = array("q")
        self._sums = Sums()

    def read(self, reader: Reader) -> Chunk:
        """The next jobs. Raises StoreError."""
        if not self._waiting:
            found = sorted(job for job in reader.job_ids(JobView(batch=self._batch)) if job > self._last)
            self._waiting = array("q", found)
        if not self._policy:
            batch = reader.batch(self._batch)
            self._policy = policy_of(batch.recipe) if batch is not None else "number"
        ids, self._waiting = self._waiting[:CHUNK], self._waiting[CHUNK:]
        jobs, places, fates = array("q"), array("h"), array("b")
        for job in reader.jobs(ids):
            self._last = max(self._last, job.id)
            planned = [path for _, path in reader.planned(job.id)]
            for place, fate in self._fates(job, planned):
                jobs.append(job.id)
                places.append(place)
                fates.append(fate)
            self._learn_room(planned)
        if len(ids):
            self._last = max(self._last, ids[-1])
        sums = replace(self._sums, bytes_of=dict(self._sums.bytes_of))  # it goes to another thread
        return Chunk(jobs, places, fates, sums, bool(self._waiting))

    def _fates(self, job: Job, planned: list[str]) -> list[tuple[int, Fate]]:
        sums = replace(self._sums, jobs=self._sums.jobs + 1, bytes_of=self._sums.bytes_of)
        if job.state is JobState.FAILED:
            found = [(NO_OUTPUT, Fate.LEFT_OUT)]
            sums = replace(sums, left_out=sums.left_out + 1)
        elif job.state is JobState.SKIPPED:
            there = job.code == "TARGET_EXISTS"
            found = [(NO_OUTPUT, Fate.STAYS if there else Fate.DONE)]
            sums = replace(sums, conflicts=sums.conflicts + there, left_out=sums.left_out + (not there))
        else:
            found = [(place, fate_of(job, path, planned, self._policy)) for place, path in enumerate(planned)]
            found = found or [(NO_OUTPUT, Fate.NEW)]
            over = sum(fate is Fate.ORIGINAL for _, fate in found)
            for place in range(len(planned)):
                sums.bytes_of[place] = sums.bytes_of.get(place, 0) + job.size
            sums = replace(
                sums, ready=sums.ready + 1, bytes_in=sums.bytes_in + job.size, outputs=sums.outputs + len(planned),
                most_outputs=max(sums.most_outputs, len(planned)),
                conflicts=sums.conflicts + sum(fate in CONFLICTS for _, fate in found),
                noted=sums.noted + sum(fate is Fate.NOTED for _, fate in found),
                originals=sums.originals + over, original_bytes=sums.original_bytes + over * job.size,
            )  # fmt: skip
        self._sums = replace(sums, lines=sums.lines + len(found))
        return found

    def _learn_room(self, planned: list[str]) -> None:
        """How much room there is where the first output goes."""
        if self._sums.folder or not planned:
            return
        folder = os.path.dirname(planned[0])
        there = folder
        while not os.path.isdir(there) and os.path.dirname(there) != there:
            there = os.path.dirname(there)
        try:
            free: int | None = shutil.disk_usage(there).free
        except OSError:  # writing will say so for each file; here a number is missing
            free = None
        self._sums = replace(self._sums, folder=folder, free=free)


def fate_of(job: Job, path: str, planned: list[str], policy: str) -> Fate:
    """What becomes of the output `path`, one of `planned`, of a job that would run."""
    if path == job.input:
        return Fate.ORIGINAL
    renamed = any(warning.code == RENAMED for warning in job.warnings)
    if renamed and _is_numbered(path):
        return Fate.NUMBERED
    if policy in ("replace", "newer") and os.path.lexists(path):
        return Fate.REPLACES
    if renamed and any(map(_is_numbered, planned)):  # the warning speaks of that one
        return Fate.NOTED if any(warning.code != RENAMED for warning in job.warnings) else Fate.NEW
    return Fate.NOTED if job.warnings else Fate.NEW


def _is_numbered(path: str) -> bool:
    return _NUMBERED.search(os.path.splitext(os.path.basename(path))[0]) is not None
