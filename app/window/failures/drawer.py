"""The failures drawer: a strip while closed, one group per cause while open, gone when nothing failed.

Owns: its head, the groups and their order, what happens on a click or key, the session's memory of dismissals and
tries. Must not know: SQL, the shell. Reads and commands run on bridges; every answer comes back on the GUI thread.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.engine.commands import Commands
from app.store.reader import Reader
from app.window.bridge import Bridge
from app.window.failures.actions import Actions
from app.window.failures.ask import SendAgain
from app.window.failures.causes import Cause, Fix, Memory
from app.window.failures.group import CauseView
from app.window.failures.head import STRIP_HEIGHT, Head
from app.window.failures.listing import Listing, Question, Scope, read_listing
from app.window.text import tr
from app.window.widgets import filled, hairline

NARROW = 760  # below this a group keeps only Retry and its menu
ALONE = 900  # px of the window: below it the open drawer takes the centre
_OPEN_HEIGHT = 140  # the least that shows the head and one open group


class FailuresDrawer(QFrame):
    """Lists why things failed, of one batch or of all.

    `reads`: a bridge over a reader. `commands`: a bridge over the queue's commands. `make_reader` opens a reader for an
    export, so that a long list does not hold up the rest of the window.

    The shell calls `refresh` after every change of the queue, `set_batch` when another batch comes into view, and
    listens to the signals: `present` (whether there is anything to show), `opened` (whether the groups are shown; a
    narrow window gives the drawer the centre then), `show_in_table` (batch or None, code), `reveal` and `open_file`
    (paths), `change_recipe` (a recipe as JSON, its name, a file that failed with it), `said` (a sentence for the status
    line and screen readers).
    """

    present = Signal(bool)
    opened = Signal(bool)
    show_in_table = Signal(object, str)
    reveal = Signal(str)
    open_file = Signal(str)
    change_recipe = Signal(str, str, str)
    said = Signal(str)

    def __init__(
        self,
        reads: Bridge[Reader],
        commands: Bridge[Commands],
        make_reader: Callable[[], Reader],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads = reads
        self._actions = Actions(reads, commands, make_reader, self)
        self._batch: int | None = None
        self._memory = Memory()
        self._opened: set[str] = set()
        self._revision = 0  # counts what a person changed: an answer that was asked for before it is stale
        self._asked = False
        self._again = False
        self._views: dict[str, CauseView] = {}
        self._is_open = False
        self._asking: tuple[str, list[int]] = ("", [])
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(tr("Failures"))
        self.head = Head()
        self.head.toggled.connect(self.toggle)
        self.head.retry_all.connect(self.retry_all)
        self.head.export.connect(self._export_all)
        groups = filled(QWidget(), QPalette.ColorRole.Base)
        self._groups = QVBoxLayout(groups)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(0)
        self._groups.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(groups)
        self._line = hairline()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (hairline(), self.head, self._line, self._scroll):
            whole.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_open(False)
        self.setVisible(False)
        self._connect_actions()

    def _connect_actions(self) -> None:
        do = self._actions
        do.sent_back.connect(self._sent_back)
        do.found.connect(self._dismissed)
        do.asked_again.connect(self._ask_again)
        do.settled.connect(self._changed)
        do.reveal.connect(self.reveal)
        do.open_file.connect(self.open_file)
        do.change_recipe.connect(self.change_recipe)
        do.said.connect(self.said)

    @property
    def causes(self) -> list[Cause]:
        """The causes on the list, in their order."""
        return [view.cause for view in self._in_order()]

    @property
    def is_open(self) -> bool:
        """Whether the groups are shown."""
        return self._is_open

    def set_batch(self, batch: int | None) -> None:
        """List the failures of this batch (None: of every batch)."""
        if batch != self._batch:
            self._batch = batch
            self._changed()

    def set_open(self, is_open: bool) -> None:
        """Show the groups, or the strip alone."""
        changed = is_open != self._is_open
        self._is_open = is_open
        self._scroll.setVisible(is_open)
        self._line.setVisible(is_open)
        self.head.set_open(is_open)
        self.setMinimumHeight(_OPEN_HEIGHT if is_open else STRIP_HEIGHT + 1)
        self.setMaximumHeight(16_777_215 if is_open else STRIP_HEIGHT + 1)
        if changed:
            self.opened.emit(is_open)

    def toggle(self) -> None:
        """Open the strip or close the drawer; opening puts the focus on the first group."""
        self.set_open(not self._is_open)
        if self._is_open and self._views:
            self._in_order()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read the list anew. Calls while a read is under way are answered by one more."""
        if self._asked:
            self._again = True
            return
        self._asked = True
        question = Question(self._batch, self._memory, frozenset(self._opened))
        revision = self._revision
        self._reads.run(lambda reader: (revision, read_listing(reader, question)), self._arrived, self._read_failed)

    def _changed(self) -> None:
        self._revision += 1
        self.refresh()

    def _read_failed(self, error: Exception) -> None:
        self._asked = False
        self._reads.failed.emit(str(error))

    def _arrived(self, answer: tuple[int, Listing]) -> None:
        self._asked = False
        revision, listing = answer
        if revision == self._revision:
            self._memory = listing.memory
            self._show(listing)
        if self._again or revision != self._revision:
            self._again = False
            self.refresh()

    def _show(self, listing: Listing) -> None:
        codes = [cause.code for cause in listing.causes]
        for code in [code for code in self._views if code not in codes]:
            view = self._views.pop(code)
            self._opened.discard(code)
            if view.hasFocus():
                self._step(code, 1)
            self._groups.removeWidget(view)
            view.deleteLater()
        for place, cause in enumerate(listing.causes):
            view = self._views.get(cause.code) or self._add(cause)
            view.show_cause(cause)
            if cause.code in listing.files:
                view.show_files(listing.files[cause.code])
            if self._groups.indexOf(view) != place:
                self._groups.insertWidget(place, view)
        self.head.show_causes(listing.causes)
        something = bool(listing.causes)
        if something == self.isHidden():
            self.setVisible(something)
            self.present.emit(something)

    def _add(self, cause: Cause) -> CauseView:
        view = CauseView(cause)
        view.set_narrow(self.width() < NARROW)
        view.opened.connect(self._group_opened)
        view.fix.connect(self._do_fix)
        view.retry.connect(self._retry_or_ask)
        view.dismiss.connect(self._do_dismiss)
        view.export.connect(self.export)
        view.show_all.connect(self._show_all)
        view.step.connect(self._step)
        self._views[cause.code] = view
        return view

    def _in_order(self) -> list[CauseView]:
        return sorted(self._views.values(), key=self._groups.indexOf)

    def _step(self, code: str, by: int) -> None:
        views = [view for view in self._in_order() if view.cause.code == code or view.isVisibleTo(self)]
        at = next((i for i, view in enumerate(views) if view.cause.code == code), -by) + by
        if views and 0 <= at < len(views):
            views[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(views[at], 0, 0)

    def _group_opened(self, code: str, is_open: bool) -> None:
        if is_open:
            self._opened.add(code)
            self._changed()
        else:
            self._opened.discard(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.head.set_room(narrow, self.window().width() < ALONE)
        for view in self._views.values():
            view.set_narrow(narrow)

    # What buttons and keys do

    def scope(self, code: str | None) -> Scope:
        """The jobs on the list with `code` (None: all of them)."""
        dismissed = self._memory.dismissed
        gone = dismissed.get(code, frozenset()) if code else frozenset().union(*dismissed.values())
        return Scope(self._batch, code, gone)

    def retry_all(self) -> None:
        """Send every failed job on the list back. Unconfirmed messages stay: only a person settles them, by name."""
        for cause in self.causes:
            if not cause.unconfirmed and cause.count:
                self._actions.retry(self.scope(cause.code))

    def export(self, code: str | None = None) -> None:
        """Ask where to, then write the list (of one cause)."""
        name = tr("failures.csv")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export list"), name, tr("Table (*.csv)"))
        if path:
            self.export_to(Path(path), code)

    def export_to(self, target: Path, code: str | None = None) -> None:
        """Write the list (of one cause) to `target` as CSV, in the background; `said` tells the end."""
        self._actions.export(target, self.scope(code))

    def _export_all(self) -> None:
        self.export()

    def _retry_or_ask(self, code: str) -> None:
        view = self._views.get(code)
        if view is not None and view.cause.unconfirmed:
            self._actions.ask_again(self.scope(code))
        else:
            self._actions.retry(self.scope(code))

    def _do_fix(self, code: str, fix: str) -> None:
        scope, wanted = self.scope(code), Fix(fix)
        match wanted:
            case Fix.RETRY:
                self._actions.retry(scope)
            case Fix.ARRIVED:
                self._actions.arrived(scope)
            case Fix.CHANGE_RECIPE:
                self._actions.find_recipe(scope)
            case Fix.REVEAL | Fix.OPEN_LIST:
                self._actions.show_file(wanted, scope)
            case _:
                self._actions.copy(wanted, scope)

    def _do_dismiss(self, code: str) -> None:
        self._actions.find(self.scope(code))

    def _dismissed(self, code: str, ids: list[int]) -> None:
        self._memory = self._memory.dismiss(code, ids)
        self._changed()

    def _sent_back(self, code: str, ids: list[int]) -> None:
        self._memory = self._memory.retried(code, ids)
        self._changed()

    def _ask_again(self, code: str, ids: list[int], first: str) -> None:
        question = SendAgain(len(ids), first, self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(self._again_accepted)
        self._asking = (code, ids)
        question.open()

    def _again_accepted(self) -> None:
        self._actions.send_again(*self._asking)

    def _show_all(self, code: str) -> None:
        self.show_in_table.emit(self._batch, code)
