"""The mail check: every message before it is sent, and the one button that sends them.

Owns: the page's parts, what is read when, the confirmation. Must not know: SQL, the shell around it. A batch is started
here and nowhere else: e-mail never starts from Run.
"""

import json
from array import array
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.model import Batch
from app.core.states import BatchState
from app.core.throttle import Budget
from app.engine.commands import Commands
from app.store.reader import JobView, Reader
from app.window.accounts.post import Post
from app.window.bridge import Bridge
from app.window.describe import now_ms
from app.window.mailcheck.audience import Audience
from app.window.mailcheck.bounces import BounceStrip
from app.window.mailcheck.closing import Closing, closing
from app.window.mailcheck.footer import Footer
from app.window.mailcheck.grid import MailGrid
from app.window.mailcheck.letter import letter_of
from app.window.mailcheck.message import MessagePane
from app.window.mailcheck.model import MailModel
from app.window.mailcheck.pace import Allowance, pace
from app.window.mailcheck.rows import STATES, Group, how_many, titles
from app.window.mailcheck.tools import Tools, first_to_hold
from app.window.segments import Segments
from app.window.state import letters_folder
from app.window.text import SEPARATOR, number, printable, tr, trn
from app.window.theme import font
from app.window.widgets import ElidedLabel, filled, hairline, icon_button, title_label

ONE_SIDE = 968  # px of the page: a window of 1180 less the rail
_MESSAGE_WIDTH = 391
_HEAD = 120  # px of the head beside its words and tools
_ANY_WIDTH = 16_777_215  # what Qt calls no limit
_LEAST = QSize(480, 380)
_LIST, _MESSAGE = range(2)


@dataclass(frozen=True, slots=True)
class _Listing:
    group: Group
    batch: Batch | None
    ids: "array[int]"


class MailCheckPage(QWidget):
    """Shows one batch that waits to be sent.

    `reader` belongs to the GUI thread (pages of rows); `reads` and `commands` are bridges. The shell calls
    `show_batch`, then `refresh` after every change of the queue, and listens: `back` (Not yet, or the arrow), `sent`
    (the batch was started), `open_file` (a path), `said` (a sentence for the status line), `suppressed` (the list of
    people who get no mail is asked for).
    """

    back = Signal()
    sent = Signal(int)
    open_file = Signal(str)
    said = Signal(str)
    suppressed = Signal()

    def __init__(
        self,
        reader: Reader,
        reads: Bridge[Reader],
        commands: Bridge[Commands],
        post: Post | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads = reads
        self._post = post
        self._commands = commands
        self._batch: Batch | None = None
        self._number: int | None = None
        self._people: int | None = None
        self._sender = ""
        self._sending = False
        self._counted: tuple[int, int] | None = None
        self._allowance: Allowance | None = None
        self.tools = Tools(reads, post)
        self.bounces = BounceStrip(reads, post)
        self.footer = Footer()
        self.model = MailModel(reader, self)
        self.grid = MailGrid(self.model)
        self.message = MessagePane()
        self._audience = Audience(reads, self)
        self._audience.counted.connect(self._people_counted)
        self._audience.from_known.connect(self._from_known)
        self.setFocusProxy(self.grid)
        self._build()
        self._connect()

    def _build(self) -> None:
        filled(self, QPalette.ColorRole.Base)
        self.setAccessibleName(tr("Check before sending"))
        self._back = icon_button("chevron-left", tr("Back to the queue"))
        self._about = ElidedLabel()
        self._about.setFont(font(-1))
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._groups = Segments([tr("All"), tr("Ready"), tr("Blocked"), tr("Left out")], tr("Which rows are listed"))
        self._sides = Segments([tr("List"), tr("Message")], tr("What is shown"))
        self._between = hairline(vertical=True)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.grid, 1)
        sides.addWidget(self._between)
        sides.addWidget(self.message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addLayout(self._head())
        whole.addWidget(hairline())
        whole.addWidget(self.tools.trial)
        whole.addWidget(self.bounces)
        whole.addLayout(sides, 1)
        whole.addWidget(hairline())
        whole.addWidget(self.footer)

    def _head(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Check before sending")))
        words.addWidget(self._about)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._back)
        top.addLayout(words, 1)
        top.addWidget(self.tools)
        choices = QHBoxLayout()
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(12)
        choices.addWidget(self._groups)
        choices.addWidget(self._sides)
        choices.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(20, 12, 20, 10)
        head.setSpacing(10)
        head.addLayout(top)
        head.addLayout(choices)
        return head

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self.footer.not_yet.clicked.connect(self.back)
        self.footer.send.clicked.connect(self.send)
        self._groups.chosen.connect(self._list)
        self._sides.chosen.connect(self._show_side)
        self.grid.stepped.connect(self._show_row)
        self.grid.entered.connect(self._entered)
        self.message.stepped.connect(self.grid.step)
        self.message.open_file.connect(self.open_file)
        self.tools.said.connect(self.said)
        self.bounces.listed.connect(self.suppressed)
        for keys, slot in (
            ("Ctrl+Return", self.send),
            ("Ctrl+Enter", self.send),
            ("Alt+Up", self._row_before),
            ("Alt+Down", self._row_after),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # What is shown

    @property
    def batch(self) -> Batch | None:
        """The batch as it was read last."""
        return self._batch

    def show_batch(self, batch: int) -> None:
        """Check this batch, from its first row."""
        self._number, self._batch = batch, None
        self._people, self._sender, self._counted, self._sending = None, "", None, False
        self._allowance = None
        self.model.show_ids(array("q"))
        self.message.show_nothing()
        self._groups.choose(Group.ALL)
        self._sides.choose(_LIST)
        self.refresh()

    def refresh(self) -> None:
        """Read the list and the counts again."""
        self._list()

    def _list(self) -> None:
        if self._number is None or not isValid(self):
            return
        number_of_batch, group = self._number, Group(self._groups.current)
        view = JobView(batch=number_of_batch, states=STATES[group])

        def read(reader: Reader) -> _Listing:
            return _Listing(group, reader.batch(number_of_batch), reader.job_ids(view))

        self._reads.run(read, self._arrived)

    def _arrived(self, listing: _Listing) -> None:
        batch = listing.batch
        if not isValid(self):  # a person left the page while it was being read
            return
        if batch is None or batch.id != self._number or listing.group is not Group(self._groups.current):
            return  # an answer to a question that was replaced meanwhile
        if self._batch is None:
            self.footer.offer_first(batch)
        self._batch = batch
        self._about.setText(_about(batch))
        self._show_side()
        self.tools.show_batch(batch.id, account_name(batch), self._sender)
        self.bounces.show_batch(batch)
        self._groups.set_texts(titles(batch.counts))
        kept = self._current_id()
        self.model.show_ids(listing.ids)
        self._restore(kept)
        if self._counted != (batch.id, how_many(Group.READY, batch.counts)):
            self._counted = (batch.id, how_many(Group.READY, batch.counts))
            self._audience.count(batch.id)
            self._ask_allowance(account_name(batch))
        self._show_closing()

    def _ask_allowance(self, account: str) -> None:
        """How much the account may send, and has sent, first from its settings, then from the queue."""
        post = self._post
        if post is None:
            return
        batch, now = self._number, now_ms()

        def used(budget: Budget | None) -> None:
            if budget is not None and isValid(self):
                self._reads.run(
                    lambda reader: reader.sent_in_day(f"mail:{account}", now),
                    lambda sent: self._allowed(batch, Allowance(budget, sent, now)),
                )

        post.near.run(lambda office: office.budget(account), used)

    def _allowed(self, batch: int | None, allowance: Allowance) -> None:
        if isValid(self) and batch == self._number:
            self._allowance = allowance
            self._show_closing()

    def _current_id(self) -> int | None:
        row = self.grid.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else None

    def _restore(self, job: int | None) -> None:
        ids = self.model.ids
        if not ids:
            self.message.show_nothing()
            return
        row = ids.index(job) if job is not None and job in ids else 0
        if row != self.grid.currentIndex().row():
            self.grid.go_to(row)
        self._show_row(row)

    def _show_row(self, row: int) -> None:
        job = self.model.job(row) if row >= 0 else None
        if job is None:
            self.message.show_nothing()
        else:
            payload = self.model.payload(row)
            self.tools.show_row(row, job.id, payload)
            self.message.show_row(job, letter_of(payload), row, len(self.model.ids))

    def _people_counted(self, people: int) -> None:
        self._people = people
        self._show_closing()

    def _from_known(self, sender: str) -> None:
        self._sender = sender
        if self._batch is not None:
            self.tools.show_batch(self._batch.id, account_name(self._batch), sender)
        self._show_closing()

    def closing(self) -> Closing | None:
        """What the footer says."""
        if self._batch is None:
            return None
        words = closing(self._batch, self._people, self._sender, account_name(self._batch))
        if self._allowance is None or words.why_not or letters_folder(self._batch):
            return words
        reached = max(self._people or 0, how_many(Group.READY, self._batch.counts))
        source = SEPARATOR.join(filter(None, (words.source, pace(reached, self._allowance))))
        return replace(words, source=source)

    def _show_closing(self) -> None:
        words = self.closing()
        if words is None or self._batch is None:
            return
        started = self._batch.state is not BatchState.PAUSED
        why = words.why_not or (tr("This batch was started already.") if started or self._sending else "")
        self.footer.show_words(words, why, short=self._one_side())

    # What is done

    def send(self) -> None:
        """Start the batch. Asked for by the button or Ctrl+Enter; does nothing while the button is grey."""
        if not self.footer.send.isEnabled() or self._batch is None:
            return
        batch = self._batch.id
        self._sending = True
        self._show_closing()
        first = self.footer.first()
        if first:
            self._reads.run(
                lambda reader: first_to_hold(reader, batch, first),
                lambda mark: self._start(batch, mark),
                self._not_started,
            )
        else:
            self._start(batch, None)

    def _start(self, batch: int, mark: int | None) -> None:
        """Let the batch go; `mark`: the job before which it waits for a person again."""

        def start(queue: Commands) -> None:
            # First the mark: a crash in between leaves a batch that was not started.
            if mark is not None and not queue.pause_at(batch, mark):
                raise RuntimeError(tr("the list has changed. Look at it again, then send."))
            queue.start_batch(batch)

        def started(_none: None) -> None:
            if isValid(self):
                self.sent.emit(batch)

        self._commands.run(start, started, self._not_started)

    def _not_started(self, error: Exception) -> None:
        if not isValid(self):
            self._commands.failed.emit(str(error))
            return
        self._sending = False
        self._show_closing()
        self.said.emit(tr("Nothing was sent: {0}").format(str(error)))

    def _row_before(self) -> None:
        self.grid.step(-1)

    def _row_after(self) -> None:
        self.grid.step(1)

    def _entered(self) -> None:
        if self._one_side():
            self._sides.choose(_MESSAGE)
            self.message.take_focus()

    # Room

    def _one_side(self) -> bool:
        return self.width() < ONE_SIDE

    def _show_side(self) -> None:
        one = self._one_side()
        self._sides.setVisible(one)
        self._about.setVisible(not one)  # the smallest window has no line to spare
        self.tools.set_compact(one or self.tools.full_width() + self._about.sizeHint().width() + _HEAD > self.width())
        self.message.set_short(one)
        self.grid.setVisible(not one or self._sides.current == _LIST)
        self._between.setVisible(not one)
        self.message.setVisible(not one or self._sides.current == _MESSAGE)
        self.message.setMinimumWidth(0 if one else _MESSAGE_WIDTH)
        self.message.setMaximumWidth(_ANY_WIDTH if one else _MESSAGE_WIDTH)

    def minimumSizeHint(self) -> QSize:
        # What one side needs: the page must be able to become small before it has changed to showing one.
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side()
        self._show_closing()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)


def account_name(batch: Batch) -> str:
    """The account that the recipe of `batch` names, or ""."""
    recipe = json.loads(batch.recipe)
    account = recipe.get("account") if isinstance(recipe, dict) else None
    return account if isinstance(account, str) else ""


def _about(batch: Batch) -> str:
    """ "Invoices  ·  486 rows from invoices.csv  ·  nothing has been sent"."""
    rows = trn("1 row from {0}", "%Ln rows from {0}", batch.counts.total).format(printable(batch.title))
    parts = [printable(batch.recipe_name), rows]
    if not batch.counts.done and not batch.counts.running and not batch.counts.unconfirmed:
        parts.append(tr("nothing has been sent"))
    else:
        parts.append(tr("{0} sent").format(number(batch.counts.done)))
    return SEPARATOR.join(part for part in parts if part)
