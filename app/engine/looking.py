"""Asks the other side whether effects of unconfirmed jobs came about; those that did are done.

Owns: which jobs are asked about, what is said of each. Must not know: what an effect is (the kind's session asks).
Finding nothing proves nothing: only what is found changes anything.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from app.core.looked import Looked
from app.core.states import JobState
from app.engine.services import Services
from app.jobs import registry
from app.jobs.base import JobError
from app.store import transitions
from app.store.reader import Reader
from app.store.writer import Writer

FOUND = "Found among the sent messages"


def look(queue: Path, writer: Writer, services: Services, jobs: Sequence[int]) -> Looked:
    """Ask about the unconfirmed ones of `jobs`. Blocks, for minutes when a server is slow."""
    with Reader(queue) as reader:
        asked = [job for job in reader.jobs(jobs) if job.state is JobState.UNCONFIRMED]
    lanes = defaultdict(list)
    for job in asked:
        lanes[job.kind, job.lane].append(job)
    found: list[int] = []
    missing: list[int] = []
    untold: list[tuple[int, str]] = []
    for (kind, lane), of_lane in lanes.items():
        session = registry.kind(kind).open_lane(lane, services.of_lanes())
        try:
            came_about = session.came_about([job.extra for job in of_lane])
        except JobError as error:
            untold += [(job.id, error.failure.message) for job in of_lane]
            continue
        for job, yes in zip(of_lane, came_about, strict=True):
            (found if yes else missing).append(job.id)
    if found:
        writer.call(lambda tx: transitions.confirm(tx, found, True, FOUND), durable=True)
    return Looked(tuple(found), tuple(missing), tuple(untold))
