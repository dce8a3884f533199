"""`JobContext` as a job sees it in the worker process.

Owns: turning a job's calls into board posts and messages. Must not know: SQLite, Qt.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.core.failures import Warn
from app.engine.worker.board import Board
from app.engine.worker.messages import Checkpoint, Intend, Task
from app.jobs.base import Json, LostClaim, Output, PlannedOutput
from app.jobs.journal import Note, from_json
from app.jobs.kept import restore_input
from app.jobs.leftovers import Writing, job_mark, remove_leftovers
from app.jobs.output import AtomicOutput, Exists

CHECKPOINT_LIMIT = 64 * 1024  # characters of JSON


class TaskContext:
    """See `app.jobs.base.JobContext`. `ask` sends a message and waits for its answer, `tell` only sends."""

    def __init__(
        self,
        task: Task,
        recipe: Any,
        options: Mapping[str, Any],
        board: Board,
        slot: int,
        ask: Callable[[Any], Any],
        tell: Callable[[Any], None],
    ) -> None:
        self.source = task.source
        self.recipe = recipe
        self.outputs: Mapping[str, PlannedOutput] = {output.name: output for output in task.outputs}
        self.payload = task.payload
        self.attempt = task.attempt
        self.saved = task.saved
        self.options = options
        self.warnings: list[Warn] = []
        self._task = task
        self._writing = Writing(job_mark(options.get("token", ""), task.job), task.attempt)
        self._notes = {path: from_json(about) for path, about in task.owned.items()}
        self._board = board
        self._slot = slot
        self._ask = ask
        self._tell = tell
        if task.attempt > 1 and "kept" in options:
            restore_input(self.source, self, options["kept"])

    def output(self, name: str) -> Output:
        return self._output(self.outputs[name].path)

    def extra_output(self, name: str, path: str) -> Output:
        return self._output(self._free(path))

    def _output(self, path: str) -> AtomicOutput:
        if self._task.attempt > 1:
            remove_leftovers(os.path.dirname(path), {self._writing.mark: self._writing.attempt - 1})
        place = getattr(self.recipe, "place", None)
        times = (self.source.mtime_ns, self.source.mtime_ns) if place is not None and place.times else None
        exists: Exists = place.exists if place is not None else "number"
        return AtomicOutput(path, self, exists, times, self.options.get("kept"), self._writing)

    def _free(self, path: str) -> str:
        """`path`, or the first numbered name beside it that is free or ours."""
        stem, suffix = os.path.splitext(path)
        candidate, number = path, 2
        while os.path.lexists(candidate) and not self.owned(candidate):
            candidate = f"{stem} ({number}){suffix}"
            number += 1
        return candidate

    def owned(self, path: str) -> bool:
        """See `Journal`."""
        note = self._notes.get(path)
        return note is not None and note.stands_at(path)

    def intend(self, path: str, note: Note) -> None:
        """See `Journal`. Raises LostClaim when the job is no longer ours."""
        earlier = self._notes.get(path)
        if earlier is not None:  # an earlier attempt made the folders that this one found
            note = replace(note, made=(*earlier.made, *note.made))
        if not self._ask(Intend(self._task.job, self._task.attempt, path, note.to_json())):
            raise LostClaim
        self._notes[path] = note

    def progress(self, done: float, total: float, phase: str = "") -> None:
        self._board.post(self._slot, self._task.job, done, total, phase)

    def cancelled(self) -> bool:
        return False  # cancel is a kill of this process: nobody has to ask

    def checkpoint(self, data: Json) -> None:
        text = json.dumps(data)
        if len(text) > CHECKPOINT_LIMIT:
            raise ValueError(f"a checkpoint is at most {CHECKPOINT_LIMIT} characters of JSON, not {len(text)}")
        self._tell(Checkpoint(self._task.job, self._task.attempt, text))

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warn(code, text))
