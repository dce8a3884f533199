"""Undo of a batch: looked at first, asked once as the answer to a click, done off the GUI thread.

Owns: the steps from the click to the outcome. Must not know: files, the journal, or how the outcome is shown.
"""

from PySide6.QtCore import QObject, Signal

from app.core.model import Batch
from app.core.undo import UndoReport
from app.store.errors import StoreError
from app.window.ask import Question
from app.window.backend import Backend
from app.window.shell import Shell
from app.window.text import printable, tr
from app.window.undone import Undone, deed, forecast


class Undoing(QObject):
    """See the module; one batch at a time. `done`: an Undone; `said`: a sentence for the status line, and whether it
    stays; `trouble`: one that must be seen."""

    done = Signal(object)
    said = Signal(str, bool)
    trouble = Signal(str)

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._batch: Batch | None = None  # the one that is looked at, asked about or undone
        self._serial = 0

    @property
    def busy(self) -> bool:
        """Whether one is on its way: another one has to wait."""
        return self._batch is not None

    def ask(self, batch: Batch) -> None:
        """Look at what undoing `batch` would do, then ask."""
        if self.busy:
            return
        self._batch, number = batch, batch.id
        self.said.emit(tr("Looking at what undo would do…"), True)
        self._backend.long.run(lambda commands: commands.undo(number, look_only=True), self._looked, self._refused)

    def _looked(self, report: UndoReport) -> None:
        batch = self._batch
        if batch is None:
            return
        self.said.emit("", False)
        if not (report.restored or report.removed):  # a question would have one answer only
            self._undone(report)
            return
        title = tr("Undo “{title}”?").format(title=printable(batch.title))
        buttons = [("undo", deed(report)), ("keep", tr("Keep everything"))]
        question = Question(self._shell, title, forecast(report), buttons, "undo")
        question.answered.connect(self._answered)
        question.rejected.connect(self._let_go)
        question.open()

    def _answered(self, answer: str) -> None:
        batch = self._batch
        if answer == "undo" and batch is not None:
            self._do(batch)
        else:
            self._let_go()

    def again(self, batch: Batch) -> None:
        """Undo what an undo had to leave, without a question: it was answered then."""
        if not self.busy:
            self._do(batch)

    def _do(self, batch: Batch) -> None:
        self._batch, number = batch, batch.id
        self.said.emit(tr("Undoing…"), True)
        self._backend.long.run(lambda commands: commands.undo(number), self._undone, self._refused)

    def _undone(self, report: UndoReport) -> None:
        batch = self._batch
        self._let_go()
        if batch is not None:
            self._serial += 1
            self.done.emit(Undone(batch.id, batch.title, report, self._serial))

    def _refused(self, error: Exception) -> None:
        """The queue says why not: the batch went on meanwhile, or its file is in trouble."""
        self._let_go()
        self.trouble.emit(error.message if isinstance(error, StoreError) else str(error))

    def _let_go(self) -> None:
        if self.busy:
            self._batch = None
            self.said.emit("", False)
