"""What the buttons of the drawer do: find the jobs behind a cause, then command, copy or write.

Owns: the order "read ids, then act, then tell". Must not know: widgets of the drawer. Reads run on the reader's bridge
and commands on theirs, so the GUI thread never waits.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.core.model import Job
from app.engine.commands import Commands
from app.store.reader import Reader
from app.window.bridge import Bridge
from app.window.failures import report
from app.window.failures.causes import Fix
from app.window.failures.export import write_list
from app.window.failures.listing import Scope, listed_ids, listed_jobs
from app.window.text import printable, tr, trn

_COPIES: dict[Fix, Callable[[Reader, Scope], str]] = {
    Fix.COPY_REPORT: report.report,
    Fix.COPY_ADDRESSES: report.addresses,
    Fix.COPY_MESSAGES: report.messages,
}


class Actions(QObject):
    """Does things with the jobs of a scope. Signals carry the failure code and the ids that really were meant.

    `sent_back`: a retry was committed. `found`: the ids behind a cause that is to be dismissed. `asked_again`: count,
    first address and ids of unconfirmed messages that a person wants sent again, to be asked about. `settled`:
    unconfirmed messages were confirmed. `change_recipe`: recipe (JSON), its name and the first file of a cause.
    """

    sent_back = Signal(str, object)
    found = Signal(str, object)
    asked_again = Signal(str, object, str)
    settled = Signal()
    reveal = Signal(str)
    open_file = Signal(str)
    change_recipe = Signal(str, str, str)
    said = Signal(str)

    def __init__(
        self,
        reads: Bridge[Reader],
        commands: Bridge[Commands],
        make_reader: Callable[[], Reader],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads = reads
        self._commands = commands
        self._make_reader = make_reader
        self._export: Bridge[Reader] | None = None

    def retry(self, scope: Scope) -> None:
        """Send back exactly what the cause lists: a batch that is out of sight may have more of the same code."""
        self._with_ids(scope, self._retry)

    def _retry(self, code: str, ids: list[int]) -> None:
        def sent_back(_count: int) -> None:
            self.sent_back.emit(code, ids)

        self._commands.run(lambda queue: queue.retry(jobs=ids), sent_back)

    def find(self, scope: Scope) -> None:
        """The ids of the cause, for `found`."""
        self._with_ids(scope, self.found.emit)

    def arrived(self, scope: Scope) -> None:
        """A person says that the messages of the cause arrived."""
        self._with_ids(scope, self._arrived)

    def _arrived(self, _code: str, ids: list[int]) -> None:
        self._commands.run(lambda queue: queue.confirm(ids, True), self._settled)

    def _settled(self, _count: int) -> None:
        self.settled.emit()

    def ask_again(self, scope: Scope) -> None:
        """Find the messages of the cause, so that the person can be asked about them."""

        def read(reader: Reader) -> tuple[list[int], str]:
            ids = listed_ids(reader, scope)
            first = reader.jobs(ids[:1])
            return ids, report.address(first[0]) if first else ""

        def ask(answer: tuple[list[int], str]) -> None:
            if answer[0]:
                self.asked_again.emit(scope.code or "", *answer)

        self._reads.run(read, ask)

    def send_again(self, code: str, ids: list[int]) -> None:
        """Send unconfirmed messages once more, with the same Message-ID. The person was asked."""

        def sent_back(_count: int) -> None:
            self.sent_back.emit(code, ids)

        self._commands.run(lambda queue: queue.confirm(ids, False), sent_back)

    def copy(self, fix: Fix, scope: Scope) -> None:
        """Put a text about the cause on the clipboard."""
        text = _COPIES[fix]
        self._reads.run(lambda reader: text(reader, scope), self._to_clipboard)

    def _to_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(trn("1 line copied", "%Ln lines copied", text.count("\n") + 1))

    def show_file(self, fix: Fix, scope: Scope) -> None:
        """Show the first file of the cause in its folder, or open it."""
        signal = self.open_file if fix is Fix.OPEN_LIST else self.reveal

        def shown(jobs: list[Job]) -> None:
            if jobs:
                signal.emit(jobs[0].input)

        self._reads.run(lambda reader: reader.jobs(listed_ids(reader, scope)[:1]), shown)

    def find_recipe(self, scope: Scope) -> None:
        """The recipe that the first file of the cause failed with, and that file, for `change_recipe`."""

        def read(reader: Reader) -> tuple[str, str, str] | None:
            first = reader.jobs(listed_ids(reader, scope)[:1])
            batch = reader.batch(first[0].batch) if first else None
            return (batch.recipe, batch.recipe_name, first[0].input) if batch is not None else None

        def found(answer: tuple[str, str, str] | None) -> None:
            if answer is not None:
                self.change_recipe.emit(*answer)

        self._reads.run(read, found)

    def export(self, target: Path, scope: Scope) -> None:
        """Write the list of `scope` to `target`, on a thread and a reader of its own: it may take a while."""
        if self._export is not None:
            self.said.emit(tr("A list is being written already."))
            return

        def written(count: int) -> None:
            self._close_export()
            words = trn("1 line written to {0}", "%Ln lines written to {0}", count)
            self.said.emit(words.format(printable(target.name)))

        def failed(error: Exception) -> None:
            self._close_export()
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            words = tr("{0} could not be written: {1}. Choose another place.")
            self.said.emit(words.format(printable(target.name), reason))

        self._export = Bridge(self._make_reader, "export", self).owning()
        self._export.run(lambda reader: write_list(target, listed_jobs(reader, scope)), written, failed)

    def _close_export(self) -> None:
        if self._export is not None:
            self._export.close()
            self._export.deleteLater()
            self._export = None

    def _with_ids(self, scope: Scope, then: Callable[[str, list[int]], object]) -> None:
        def found(ids: list[int]) -> None:
            if ids:
                then(scope.code or "", ids)

        self._reads.run(lambda reader: listed_ids(reader, scope), found)
