"""Who goes first, as people say it: priority of a batch, places of rows, the "pause here" mark.

Owns: these actions, what they are called now and when they make sense. Must not know: how the engine weighs them.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.core.model import Batch, Job
from app.core.states import JobState
from app.engine.commands import Commands
from app.window.backend import Backend
from app.window.shell import Shell
from app.window.state import OVER
from app.window.text import tr, trn

PRIORITY = {"priority-high": 1, "priority-normal": 0, "priority-low": -1}
_OPEN = frozenset({JobState.READY, JobState.WAITING, JobState.HELD})


class Ordering(QObject):
    """See the module. `said`: what became of it, for the status line; views of many batches keep the order of drops."""

    said = Signal(str)

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._batch: Batch | None = None
        self._deeds: dict[str, Callable[[], None]] = {
            "move-top": self._move_top, "move-bottom": self._move_bottom, "pause-here": self._pause_here,
            "pause-nowhere": self._pause_nowhere,
        }  # fmt: skip

    def do(self, name: str) -> bool:
        """Do what the action `name` stands for; False when it is not one of these."""
        if name in PRIORITY:
            self._set_priority(PRIORITY[name])
            return True
        deed = self._deeds.get(name)
        if deed is not None:
            deed()
        return deed is not None

    def allow(self, batch: Batch | None, rows: Sequence[Job], current: Job | None) -> None:
        """Enable what makes sense for the batch in view, the selected rows and the row with the cursor."""
        actions = self._shell.actions_of
        self._batch = batch
        live = batch is not None and batch.state not in OVER
        for name, value in PRIORITY.items():
            actions.allow(name, live, tr("No batch that has work left is in view"))
            actions[name].setChecked(batch is not None and (batch.priority > 0) - (batch.priority < 0) == value)
        movable = any(job.state in _OPEN for job in rows)
        actions.allow("move-top", movable)
        actions.allow("move-bottom", movable)
        marked = current is not None and self._shell.page.model.marked(current)
        actions["pause-here"].setText(tr("Do not pause here") if marked else tr("Pause here"))
        actions.allow(
            "pause-here",
            current is not None and current.state in _OPEN,
            tr("Select a file that waits: work stops there"),
        )
        actions.allow("pause-nowhere", batch is not None and batch.pause_at is not None, tr("It has no pause mark"))

    def _command(self, call: Callable[[Commands], object]) -> None:
        self._backend.commands.run(call)

    def _set_priority(self, priority: int) -> None:
        if self._batch is not None:
            batch = self._batch.id
            self._command(lambda commands: commands.set_priority(batch, priority))

    def _move_top(self) -> None:
        self._move(True)

    def _move_bottom(self) -> None:
        self._move(False)

    def _move(self, top: bool) -> None:
        ids = self._shell.page.table.selected_ids()
        if ids:
            then = self._moved_up if top else self._moved_down
            self._backend.commands.run(lambda commands: commands.move(ids, top), then)

    def _moved_up(self, count: int) -> None:
        self.said.emit(trn("1 file goes first in its batch now.", "%Ln files go first in their batch now.", count))

    def _moved_down(self, count: int) -> None:
        self.said.emit(trn("1 file goes last in its batch now.", "%Ln files go last in their batch now.", count))

    def _pause_here(self) -> None:
        current = self._shell.page.table.current_id()
        rows = self._shell.page.model.jobs([current]) if current is not None else []
        if rows:
            job = rows[0]
            mark = None if self._shell.page.model.marked(job) else job.id
            then = None if mark is None else self._marked
            self._backend.commands.run(lambda commands: commands.pause_at(job.batch, mark), then)

    def _marked(self, taken: bool) -> None:
        if not taken:
            self.said.emit(tr("This file is in work or done already. Choose one that waits."))

    def _pause_nowhere(self) -> None:
        if self._batch is not None:
            batch = self._batch.id
            self._command(lambda commands: commands.pause_at(batch, None))
