"""Plans that wait until the worker process has survived the files they are about.

Owns: where they wait (in memory, long lists in a file without a name) and which of them count in the end. Must not
know: processes, the store.
"""

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import IO

from app.jobs.base import JobError, Plan, PlannedJob

IN_MEMORY = 2_000  # jobs; a frozen e-mail takes some kilobytes


class HeldPlans:
    """Add plans in order, then take the jobs out once. Use as a context manager."""

    def __init__(self) -> None:
        self._plans: list[Plan] = []
        self._jobs = 0
        self._file: IO[bytes] | None = None
        self._replaced: set[int] = set()  # numbers of inputs whose earlier plans do not count

    def __enter__(self) -> "HeldPlans":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, plans: Sequence[Plan]) -> None:
        """Hold `plans`. Raises JobError (DISK_FULL) when there is no room for what does not fit into memory."""
        self._plans += plans
        self._jobs += sum(len(plan.jobs) for plan in plans)
        self._replaced.update(job.source.number for plan in plans if plan.instead for job in plan.jobs)
        if self._jobs > IN_MEMORY:
            try:
                self._put_aside()
            except OSError as error:
                words = f"There is no room to look through this list: {error.strerror}. Free some, then add it again."
                raise JobError("DISK_FULL", words, str(error)) from error

    def _put_aside(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="dropmill-plan-")  # noqa: SIM115 - closed at the end
        pickle.dump(self._plans, self._file, pickle.HIGHEST_PROTOCOL)
        self._plans, self._jobs = [], 0

    def chunks(self, size: int) -> Iterator[list[PlannedJob]]:
        """All jobs that count, in order, up to `size` at once; one empty chunk when there is none."""
        chunk: list[PlannedJob] = []
        none = True
        for plan in self._all():
            chunk += [job for job in plan.jobs if plan.instead or job.source.number not in self._replaced]
            while len(chunk) >= size:
                none = False
                yield chunk[:size]
                chunk = chunk[size:]
        if chunk or none:
            yield chunk

    def _all(self) -> Iterator[Plan]:
        if self._file is not None:
            self._file.seek(0)
            while True:
                try:
                    plans = pickle.load(self._file)
                except EOFError:
                    break
                yield from plans
        yield from self._plans
