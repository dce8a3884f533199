"""Connects the inspector to the queue: what is selected is read, shown, looked at, and what a person wants is done.

Owns: when anything of that happens: only while the panel is on screen, and a while after the selection stands still.
Must not know: SQL, how anything is drawn.
"""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from app.core.model import Job
from app.core.states import TERMINAL, JobState
from app.jobs.base import PlanRequest
from app.window import describe
from app.window.backend import Backend
from app.window.failures.ask import SendAgain
from app.window.inspector.facts import Facts, read_facts
from app.window.inspector.panel import InspectorPanel, final_of
from app.window.inspector.report import report
from app.window.shell import Shell
from app.window.text import tr

STILL_MS = 120  # a selection that moves on within this is not read: keys held down pass over rows quickly
TICK_MS = 1000


class Inspector(QObject):
    """See the module. `open_file`, `reveal`: a path that a person wants to see; `said`: for the status line."""

    open_file = Signal(str)
    reveal = Signal(str)
    said = Signal(str)

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._asked: tuple[object, ...] | None = None  # what the look on screen is of
        self._question = 0
        self._stale = False  # several are selected, and the queue changed since they were read
        self._sending: list[int] = []  # unconfirmed messages that a person is being asked about
        self.panel = InspectorPanel(shell.actions_of, backend.preview, most_tries=backend.most_tries)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self.read)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._step)
        shell.set_side(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.closed.connect(self.close)
        panel.outputs.open_file.connect(self.open_file)
        panel.outputs.reveal.connect(self.reveal)
        panel.outputs.copy.connect(self._copy_path)
        panel.notes.copy_report.connect(self._copy_report)
        panel.question.arrived.connect(self._arrived)
        panel.question.again.connect(self._ask_again)
        self._shell.page.table.chosen.connect(self._chosen)
        self._shell.side.shown.connect(self._shown)

    # When

    @Slot()
    def toggle(self) -> None:
        """Show or hide it."""
        self._set_open(not self._shell.side.is_open)

    @Slot()
    def close(self) -> None:
        """Hide it; the keyboard goes on in the table."""
        self._set_open(False)

    def _set_open(self, is_open: bool) -> None:
        focus, panel = self._shell.focusWidget(), self.panel
        inside = focus is not None and panel.isAncestorOf(focus)
        self._shell.open_side(is_open)
        self._shell.actions_of["inspector"].setChecked(is_open)
        if inside and not is_open:
            self._shell.page.table.setFocus()
        elif panel.isVisible() and not self._shell.centre.isVisible():
            panel.back.setFocus()

    @Slot(bool)
    def _shown(self, shown: bool) -> None:
        """It came into sight or went out of it: hidden, it costs nothing."""
        if shown:
            self.read()
            self._tick.start()
        else:
            self._still.stop()
            self._tick.stop()
            self._asked = None
            self.panel.pane.clear()

    @Slot()
    def _chosen(self) -> None:
        if self.panel.isVisible():
            self._still.start()

    def refresh(self) -> None:
        """The queue changed."""
        if not self.panel.isVisible() or self._still.isActive():
            return
        if self.panel.facts.count > 1:  # sums of thousands: once a second is enough
            self._stale = True
        else:
            self.read()

    @Slot()
    def _step(self) -> None:
        if self._stale:
            self.read()
        job = self.panel.facts.job
        if job is not None and job.state in (JobState.RUNNING, JobState.WAITING):
            self.panel.show_progress(self._progress(job), describe.now_ms())

    # What

    @Slot()
    def read(self) -> None:
        """Read the selection."""
        table = self._shell.page.table
        ids, count = table.selected_ids(), table.selected_count()
        self._question += 1
        self._stale = False
        question = self._question

        def arrived(facts: Facts) -> None:
            if isValid(self) and question == self._question and self.panel.isVisible():
                self._arrive(facts)

        self._backend.reads.run(lambda reader: read_facts(reader, ids, count), arrived)

    def _progress(self, job: Job) -> describe.Progress:
        return self._shell.page.model.progress.get(job.id)

    def _arrive(self, facts: Facts) -> None:
        if facts != self.panel.facts or facts.count == 0:
            self.panel.show_facts(facts, self._progress(facts.job) if facts.job is not None else None)
            self._shell.arrange_side()
        self._look(facts)

    def _look(self, facts: Facts) -> None:
        """Ask for the look of a job, once for each state of it that looks different."""
        job = facts.job
        if job is None or not facts.recipe or job.kind == "mail":
            self._asked = None
            return
        done = job.state is JobState.DONE and bool(job.outputs)
        written = job.outputs if done and job.kind == "image" and job.input not in job.outputs else ()
        asked = (job.id, done, written, job.generation if job.state in TERMINAL else 0)
        if asked == self._asked:
            return
        keep = self._asked is not None and self._asked[0] == job.id
        self._asked = asked
        options = dict(facts.options.get("options") or {})
        if written:
            options["written"] = list(written)
        request = PlanRequest(facts.options.get("out"), options)
        self.panel.pane.ask(job.kind, facts.recipe, job.input, request, final_of(job) or None, keep)

    # What a person wants

    @Slot(str)
    def _copy_path(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)
        self.said.emit(tr("Path copied"))

    @Slot()
    def _copy_report(self) -> None:
        job = self.panel.facts.job
        if job is not None:
            number = job.id
            self._backend.reads.run(lambda reader: report(reader, number), self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(tr("Report copied"))

    def _unconfirmed(self) -> list[int]:
        facts = self.panel.facts
        return [facts.job.id] if facts.job is not None else list(facts.unconfirmed)

    @Slot()
    def _arrived(self) -> None:
        ids = self._unconfirmed()
        self._backend.commands.run(lambda queue: queue.confirm(ids, True))

    @Slot()
    def _ask_again(self) -> None:
        self._sending, job = self._unconfirmed(), self.panel.facts.job
        question = SendAgain(len(self._sending), job.title if job is not None else "", self._shell)
        question.accepted.connect(self._send_again)
        question.finished.connect(question.deleteLater)
        question.open()

    @Slot()
    def _send_again(self) -> None:
        ids = self._sending
        self._backend.commands.run(lambda queue: queue.confirm(ids, False))
