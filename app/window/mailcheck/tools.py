"""The tools beside the mail check's title: a test to oneself, messages as .eml files, a report.

Owns: these buttons and what they ask for. Must not know: the list, how messages are built or sent.
"""

from array import array
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from app.core.states import JobState
from app.jobs.mail.account import Account
from app.store.reader import JobView, Reader
from app.window.accounts.post import Post
from app.window.bridge import Bridge
from app.window.mailcheck.rows import STATES, Group, has_message
from app.window.mailcheck.saving import Saver
from app.window.mailcheck.trial import TrialStrip
from app.window.text import number, printable, tr, trn
from app.window.widgets import Button, Look

Json = dict[str, Any]
_REPORTS = "CSV (*.csv);;Excel (*.xlsx);;HTML (*.html)"


class Tools(QWidget):
    """See the module. `said`: a sentence for the status line. `trial` is the strip of the test; the page places it."""

    said = Signal(str)

    def __init__(self, reads: Bridge[Reader], post: Post | None) -> None:
        super().__init__()
        self._reads, self._post = reads, post
        self._batch, self._account, self._sender = 0, "", ""
        self._row, self._job, self._payload = 0, 0, None
        self.trial = TrialStrip()
        self.trial.wanted.connect(self._send_test)
        self.saver = Saver(reads, self)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._not_saved)
        self.test = Button(tr("Send a test to me…"), "send", Look.FLAT)
        self.test.clicked.connect(self._open_trial)
        menu = QMenu(self)
        self._one = menu.addAction(tr("This message…"), self._save_one)
        menu.addAction(tr("All messages that are ready…"), self._save_all)
        self.save = Button(tr("Save as .eml…"), "export", Look.FLAT, menu=menu)
        self.report = Button(tr("Export report…"), "list-file", Look.FLAT)
        self.report.clicked.connect(self._export)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.test, self.save, self.report):
            row.addWidget(button)
        self._wide = self.sizeHint().width()
        self._allow()

    _payload: Json | None

    def show_batch(self, batch: int, account: str, sender: str) -> None:
        """The batch that is checked, the account that sends it and its From address ("" while it is not known)."""
        if batch != self._batch:
            self.trial.hide()
        self._batch, self._account, self._sender = batch, account, sender or self._sender

    def show_row(self, row: int, job: int, payload: Json | None) -> None:
        """The row that is current (from 0), and its message."""
        changed = job != self._job
        self._row, self._job, self._payload = row, job, payload
        if changed and self.trial.isVisible() and self.trial.send.isEnabled():
            self.trial.show_row(row + 1)
        self._allow()

    def full_width(self) -> int:
        """Pixels that the buttons want with their words."""
        return self._wide

    def set_compact(self, compact: bool) -> None:
        """Icons alone, where there is no room."""
        for button in (self.test, self.save, self.report):
            button.set_compact(compact)

    def _allow(self) -> None:
        whole = has_message(self._payload)
        none = tr("This row has no message")
        self.test.setVisible(self._post is not None)
        self.test.set_why("" if whole else none)
        self._one.setEnabled(whole)
        self.trial.send.set_why("" if whole else none)

    # A test to oneself

    @Slot()
    def _open_trial(self) -> None:
        self.trial.open_for(self._row + 1, self._sender)

    @Slot(str)
    def _send_test(self, to: str) -> None:
        if self._post is None or self._payload is None:
            return
        payload, account, row = self._payload, self._account, self._row + 1
        self.trial.show_sending()
        self._post.far.run(
            lambda office: office.trial(payload, account, to), partial(self._tested, row, to), self._not_tested
        )

    def _tested(self, row: int, to: str, reply: str) -> None:
        if isValid(self):
            words = tr("The message of row {0} was accepted for {1}: {2}")
            self.trial.show_outcome(True, words.format(number(row), printable(to), printable(reply)))

    def _not_tested(self, error: Exception) -> None:
        if isValid(self):
            failure = getattr(error, "failure", None)
            self.trial.show_outcome(False, printable(failure.message if failure is not None else str(error)))

    # As files

    def _account_now(self) -> Account | None:
        """Asked for on the reader's thread."""
        post = self._post
        return post.account(self._account) if post is not None else None

    @Slot()
    def _save_one(self) -> None:
        suggested = QDir.home().filePath(f"{self._row + 1:03}.eml")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the message"), suggested, tr("Messages (*.eml)"))
        if path:
            self.save_one(path)

    def save_one(self, path: str) -> None:
        """Write the current message to `path`."""
        self.saver.save_one(self._job, path, self._account_now)

    @Slot()
    def _save_all(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Save the messages into a folder"))
        if folder:
            self.save_all(folder)

    def save_all(self, folder: str) -> None:
        """Write every message that is ready into `folder`."""
        view = JobView(batch=self._batch, states=STATES[Group.READY])

        def then(ids: "array[int]") -> None:
            if isValid(self):
                self.saver.save_all(ids, folder, self._account_now)

        self._reads.run(lambda reader: reader.job_ids(view), then)

    @Slot(int, int)
    def _saved(self, count: int, total: int) -> None:
        words = trn("1 message saved. Nothing was sent.", "%Ln messages saved. Nothing was sent.", count)
        self.said.emit(words if count == total else tr("{0} of {1} saved").format(number(count), number(total)))

    @Slot(str)
    def _not_saved(self, sentence: str) -> None:
        self.said.emit(tr("Not saved: {0}").format(printable(sentence)))

    # A report

    @Slot()
    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export the report"), QDir.home().filePath("report.csv"), _REPORTS
        )
        if path:
            self.export(path)

    def export(self, path: str) -> None:
        """Write the report of the batch to `path`; its ending says how."""
        batch = self._batch
        self._reads.run(partial(write_report, batch=batch, path=Path(path)), self._exported, self._not_exported)

    def _exported(self, path: Path) -> None:
        if isValid(self):
            self.said.emit(tr("The report is in {0}").format(printable(str(path))))

    def _not_exported(self, error: Exception) -> None:
        if isValid(self):
            self._not_saved(str(error))


def write_report(reader: Reader, batch: int, path: Path) -> Path:
    """Write the report of `batch`; the path that it has. An ending that is none of ours becomes CSV. Raises OSError."""
    from app.engine.reporting.report import Format, write
    from app.system.files import whole

    ending = path.suffix.lower().removeprefix(".")
    known = ending in {one.value for one in Format}
    target = path if known else path.with_name(f"{path.name}.csv")
    with whole(target) as part:
        write(reader, batch, Format(ending) if known else Format.CSV, part)
    return target


def first_to_hold(reader: Reader, batch: int, first: int) -> int | None:
    """The job before which a batch pauses when its first `first` messages have begun; None when it has no more."""
    ids = reader.job_ids(JobView(batch=batch, states=frozenset({JobState.READY})))
    return int(ids[first]) if len(ids) > first else None
