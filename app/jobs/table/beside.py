"""What the steps of one run use and leave besides rows: notes, warnings, files beside the output.

Owns: the bind context of a run. Must not know any step.
"""

import contextlib
import os
import shutil
import tempfile
from contextlib import ExitStack

from app.jobs.base import JobContext, JobError, Output
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import MEMORY, BindContext

ROOM = 3  # bytes on the drive for a byte of the source (measured: 2.5 in rows of 70 characters, 5.5 in rows of 9)


class Beside:
    """Collects notes and writes files for the steps. `notes`: each once, in order."""

    def __init__(self, context: JobContext, stack: ExitStack, output: str, size: int) -> None:
        """`size`: bytes of all inputs."""
        self._size = size
        self.notes: list[str] = []
        self._context = context
        self._stack = stack
        self._stem = os.path.splitext(output)[0]
        self._outputs: list[Output] = []

    @property
    def paths(self) -> list[str]:
        """The files, to be trusted when the job's files are closed."""
        return [output.path for output in self._outputs]

    def bind_context(self, recipe: TableRecipe) -> BindContext:
        """What the steps of this run may know and use."""
        options = self._context.options
        holding = sum(step.holds for step in recipe.steps)
        return BindContext(
            nulls=frozenset(recipe.read.nulls),
            memory=int(options.get("memory_budget", MEMORY)) // max(1, holding),  # they share it
            scratch=options.get("scratch"),
            folder=os.path.dirname(self._context.source.path),
            keys=options.get("keys", {}),
            warn=self._context.warn,
            say=self._say,
            attach=self._attach,
            spilled=self._spilled,
        )

    def _spilled(self) -> None:
        """Say so, and look whether the drive has the room. Raises JobError DISK_FULL."""
        folder = self._context.options.get("scratch") or tempfile.gettempdir()
        need = round(self._size * ROOM)
        with contextlib.suppress(OSError):  # a drive that does not tell is tried
            if shutil.disk_usage(folder).free < need:
                raise JobError(
                    "DISK_FULL",
                    f"There is no room in {folder} for what does not fit into memory (about {need >> 20:,} MB). "
                    "Nothing was written.",
                )
        self._say("worked on the drive, with more rows than the memory budget holds")

    def _say(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def _attach(self, ending: str, content: bytes) -> None:
        name = f"attached {len(self._outputs) + 1}"
        output = self._stack.enter_context(self._context.extra_output(name, f"{self._stem}.{ending}"))
        self._outputs.append(output)
        output.file.write(content)
