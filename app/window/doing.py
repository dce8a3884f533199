"""What the actions do: adding files, commands on batches and rows, showing outputs.

Owns: from an action's id to calls on the bridge. Must not know: how anything is drawn. Every command goes through the
bridge; a file is only touched by the bridge's thread.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.core.model import Batch, Job
from app.core.states import JobState
from app.engine.commands import Commands
from app.store.reader import JobView, Reader
from app.window import intake, places
from app.window.ask import Question
from app.window.backend import Backend
from app.window.head import writes_files
from app.window.intake import Added, Drop
from app.window.ordering import Ordering
from app.window.recipes import Recipe
from app.window.shell import Shell
from app.window.state import OVER, QueueState, startable, waits_for_send
from app.window.text import number, printable, tr, trn
from app.window.undoing import Undoing
from app.window.undone import Undone, newest, refusal

SAMPLE = 200  # selected rows that are looked at to know which actions make sense


class Deeds(QObject):
    """See the module. `added`: an Added; `trouble`: a sentence that must be seen; `said`: one for the status line."""

    added = Signal(object)
    trouble = Signal(str)
    said = Signal(str)

    def __init__(self, shell: Shell, backend: Backend, state: QueueState) -> None:
        super().__init__(shell)
        self._shell, self._backend, self._state = shell, backend, state
        self.batch: int | None = None  # the batch in view
        self.ordering = Ordering(shell, backend)
        self.ordering.said.connect(self.said)
        self.undoing = Undoing(shell, backend)
        self.undoing.trouble.connect(self.trouble)
        self._deeds: dict[str, Callable[[], None]] = {
            "add-files": self._add_files, "add-folder": self._add_folder, "paste": self._paste,
            "add-list": self._add_list, "run": self._run, "pause": self._pause, "stop-after": self._pause,
            "stop-now": self._stop_now, "undo-batch": self._undo,
            "cancel-batch": self._ask_cancel, "retry-all": self._retry_all, "show-output": self._show_output,
            "hold-batch": self._hold_batch, "run-batch": self._run_batch, "dismiss": self._dismiss,
            "open-output": self._open_output, "reveal-output": self._reveal_output,
            "reveal-original": self._reveal_original, "retry": self._retry, "hold": self._hold,
            "release": self._release, "copy": self._copy, "remove": self._remove,
        }  # fmt: skip

    def do(self, name: str) -> bool:
        """Do what the action `name` stands for; False when it is not one of these."""
        deed = self._deeds.get(name)
        if deed is not None:
            deed()
        return deed is not None or self.ordering.do(name)

    def _command(self, call: Callable[[Commands], object]) -> None:
        self._backend.commands.run(call)

    # Adding

    def add(self, paths: Sequence[str], recipe: Recipe | None = None) -> None:
        """Add paths with `recipe` (None: the one in the header)."""
        chosen = recipe or self._shell.header.picker.recipe()
        if chosen is None:
            self.trouble.emit(tr("No recipe can be used. Nothing was added."))
            return
        drop = Drop(tuple(paths), chosen, self._others(chosen))
        self._backend.commands.run(lambda commands: intake.take_in(commands, drop), self._taken_in, self._not_taken_in)
        self._shell.memory.used_recipe(chosen.kind, chosen.name)

    def _others(self, chosen: Recipe) -> tuple[Recipe, ...]:
        """A recipe for each other kind: the one used last, else the first."""
        found: dict[str, Recipe] = {}
        for recipe in self._shell.recipes:
            if recipe.kind != chosen.kind:
                last = self._shell.memory.last_recipe(recipe.kind)
                if recipe.kind not in found or recipe.name == last:
                    found[recipe.kind] = recipe
        return tuple(found.values())

    def _taken_in(self, added: Added) -> None:
        if added.missing:
            words = trn("1 path is not there any more", "%Ln paths are not there any more", len(added.missing))
            self.trouble.emit(f"{words}. {printable(added.missing[0])}")
        self.added.emit(added)

    def _not_taken_in(self, error: Exception) -> None:
        if isinstance(error, intake.NothingToAdd | OSError):
            self.trouble.emit(str(error))
        else:
            self._backend.commands.failed.emit(str(error))

    def _add_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._shell, tr("Add files"))
        if paths:
            self.add(paths)

    def _add_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._shell, tr("Add folder"))
        if path:
            self.add([path])

    def _add_list(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._shell, tr("Add from a list of paths"), "", tr("Lists (*.txt *.lst)")
        )
        if path:
            self._backend.commands.run(lambda _commands: intake.read_list(path), self.add, self._not_taken_in)

    def _paste(self) -> None:
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None for an empty clipboard on some systems
        paths = intake.paths_of(mime) if mime is not None else ()
        if paths:
            self.add(paths)
        else:
            self.said.emit(tr("The clipboard holds no files and no paths."))

    # The queue and the batch in view

    def _current(self) -> Batch | None:
        return self._state.now.batch(self.batch) if self.batch is not None else None

    def _run(self) -> None:
        """Start everything that waits for Run, and lift the pause."""
        ids = [batch.id for batch in reversed(self._state.now.batches) if startable(batch)]

        def call(commands: Commands) -> None:
            for batch in ids:
                commands.start_batch(batch)
            commands.resume()

        self._command(call)

    def _pause(self) -> None:
        self._command(lambda commands: commands.pause())

    def _stop_now(self) -> None:
        """Give back what runs: it starts over when Run is pressed. (A message that may have left is waited for.)"""
        self._command(lambda commands: commands.pause(now=True))

    def _undo(self) -> None:
        batch = self._to_undo()
        if batch is not None:
            self.undo(batch.id)

    def _to_undo(self) -> Batch | None:
        """The batch in view, or where none is the last one that wrote files."""
        return self._current() if self.batch is not None else newest(self._state.now.batches)

    def undo(self, batch: int) -> None:
        """Ask whether to undo a batch."""
        found = self._state.now.batch(batch)
        if not refusal(found) and found is not None:
            self.undoing.ask(found)

    def undo_again(self, undone: Undone) -> None:
        """Try again what an undo had to leave."""
        found = self._state.now.batch(undone.batch)
        if found is not None:
            self.undoing.again(found)

    def _run_batch(self) -> None:
        batch = self._current()
        if batch is not None and startable(batch):
            self.start(batch.id)

    def start(self, batch: int) -> None:
        """Start a batch; a pause of the whole queue would make that a lie, so it is lifted."""

        def call(commands: Commands) -> None:
            commands.start_batch(batch)
            commands.resume()

        self._command(call)

    def _hold_batch(self) -> None:
        batch = self._current()
        if batch is None:
            return
        if startable(batch):
            self.start(batch.id)
        else:
            number_of = batch.id
            self._command(lambda commands: commands.pause_batch(number_of))

    def _ask_cancel(self) -> None:
        batch = self._current()
        if batch is None or not (batch.counts.open or batch.state.value == "building"):
            return
        title = tr("Cancel “{title}”?").format(title=printable(batch.title))
        text = tr("{n} files are not finished and would not be processed. What is finished stays.").format(
            n=number(batch.counts.open)
        )
        buttons = [("cancel", tr("Cancel the batch")), ("keep", tr("Keep it"))]
        question = Question(self._shell, title, text, buttons, "warning")
        question.setProperty("batch", batch.id)
        question.answered.connect(self._cancel_answered)
        question.open()

    def _cancel_answered(self, answer: str) -> None:
        if answer == "cancel":
            batch = int(self.sender().property("batch"))
            self._command(lambda commands: commands.cancel(batch=batch))

    def _retry_all(self) -> None:
        batch = self.batch
        self._command(lambda commands: commands.retry(batch=batch))

    def _dismiss(self) -> None:
        batch = self._current()
        if batch is not None and not batch.counts.open:
            number_of = batch.id
            self._command(lambda commands: commands.dismiss(number_of))

    def _show_output(self) -> None:
        if self.batch is not None:
            self.show_output(self.batch)

    def show_output(self, batch: int) -> None:
        """Show the folder of the first output of a batch."""
        view = JobView(batch=batch, states=frozenset({JobState.DONE}))

        def first(reader: Reader) -> str:
            jobs = reader.jobs(reader.job_ids(view)[:SAMPLE])
            return next((job.outputs[0] for job in jobs if job.outputs), "")

        self._backend.reads.run(first, self._reveal_path)

    def _reveal_path(self, path: str) -> None:
        self._told(places.reveal(path) if path else tr("Nothing was written yet."))

    def _told(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)

    # Selected rows

    def selected(self) -> list[Job]:
        """Some of the selected rows (enough to know what can be done with them)."""
        return self._shell.page.model.jobs(self._shell.page.table.selected_ids()[:SAMPLE])

    def allow(self) -> None:
        """Enable the actions that make sense for what is selected and in view."""
        rows = self.selected()
        states = {job.state for job in rows}
        open_states = {JobState.READY, JobState.WAITING}
        written = any(job.outputs for job in rows)
        allow = self._shell.actions_of.allow
        allow("open-output", written)
        allow("reveal-output", written)
        for name in ("reveal-original", "copy"):
            allow(name, bool(rows))
        allow("retry", bool(states & {JobState.FAILED}))
        allow("hold", bool(states & open_states))
        allow("release", JobState.HELD in states)
        allow("remove", bool(states & (open_states | {JobState.HELD, JobState.RUNNING})))
        batch, now = self._current(), self._state.now
        counts = batch.counts if batch is not None else now.counts
        allow("retry-all", counts.failed > 0, tr("Nothing failed"))
        allow("cancel-batch", batch is not None and batch.counts.open > 0, tr("No batch with open files is in view"))
        over = batch is not None and batch.state in OVER
        why = refusal(self._to_undo())
        allow("undo-batch", not why, why)
        allow("dismiss", over, tr("Only a finished batch can be removed"))
        written = batch is not None and batch.counts.done > 0 and writes_files(batch)
        allow("show-output", written, tr("Nothing was written yet"))
        allow("check-mail", batch is not None and waits_for_send(batch))
        allow("run-batch", batch is not None and startable(batch), tr("Nothing is waiting"))
        allow("hold-batch", batch is not None and not over)
        self.ordering.allow(batch, rows, self._row())

    def _ids(self) -> list[int]:
        return self._shell.page.table.selected_ids()

    def _row(self) -> Job | None:
        current = self._shell.page.table.current_id()
        rows = self._shell.page.model.jobs([current]) if current is not None else []
        return rows[0] if rows else None

    def _open_output(self) -> None:
        job = self._row()
        if job is not None:
            self._told(places.open_file(job.outputs[0]) if job.outputs else tr("There is no output yet."))

    def _reveal_output(self) -> None:
        job = self._row()
        if job is not None:
            self._reveal_path(job.outputs[0] if job.outputs else "")

    def _reveal_original(self) -> None:
        job = self._row()
        if job is not None:
            self._reveal_path(job.input)

    def _retry(self) -> None:
        ids = self._ids()
        self._command(lambda commands: commands.retry(jobs=ids))

    def _hold(self) -> None:
        """Hold what is open; when everything selected is held already, let it go again: one key, both ways."""
        ids, states = self._ids(), {job.state for job in self.selected()}
        if states == {JobState.HELD}:
            self._release()
        elif ids:
            self._command(lambda commands: commands.hold(jobs=ids))

    def _release(self) -> None:
        ids = self._ids()
        self._command(lambda commands: commands.release(jobs=ids))

    def _remove(self) -> None:
        ids = self._ids()
        if ids:
            self._command(lambda commands: commands.cancel(jobs=ids))

    def _copy(self) -> None:
        lines = [f"{printable(job.input)}\t{printable(job.message or job.note or '')}" for job in self.selected()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.said.emit(trn("1 line copied", "%Ln lines copied", len(lines)))

    # Ends

    def reveal(self, path: str) -> None:
        """Show a path in its folder."""
        self._reveal_path(path)

    def open_path(self, path: str) -> None:
        """Open a file with its program."""
        self._told(places.open_file(path))
