"""The page of the queue: head, at most one banner, the result of a drop, the table, the drawer below it.

Owns: their places and which of table, empty face and drawer has the room. Must not know: commands, the rail.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.events import ScanProgress
from app.core.failures import info
from app.core.model import Batch, CauseGroup
from app.core.states import BatchState
from app.window.actions import Actions
from app.window.empty import BannerPlace, Blank
from app.window.head import Head, output_place
from app.window.queue.model import QueueModel
from app.window.queue.table import QueueTable
from app.window.rail import Entry
from app.window.result import Before, ResultPanel
from app.window.state import Snapshot, all_left_out
from app.window.text import Face, files, number, printable, tr
from app.window.told import told
from app.window.widgets import filled, hairline

NARROW = 900  # below this the open drawer takes the centre
DRAWER_SHARE = 0.4
_FRESH = (BatchState.BUILDING, BatchState.PAUSED)


class QueuePage(QWidget):
    """See the module. `drawer_height` says that a person moved the drawer's edge."""

    drawer_height = Signal(int)
    search_everywhere = Signal()

    def __init__(self, actions: Actions, model: QueueModel) -> None:
        super().__init__()
        filled(self)
        self.model = model
        self.head = Head(actions)
        self.result = ResultPanel(actions)
        self.table = QueueTable(model)
        self.blank = Blank()
        self.blank.button.clicked.connect(self.search_everywhere)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.table)
        self._rows.addWidget(self.blank)
        self.banner = BannerPlace()
        self._drawer: QWidget | None = None
        self._drawer_open = False
        self._wanted_height = 0
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._rows)
        self._split.setStretchFactor(0, 1)
        self._split.splitterMoved.connect(self._moved)
        self.result.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(hairline())
        column.addLayout(self.banner)
        column.addWidget(self.result)
        self._result_line = hairline()
        column.addWidget(self._result_line)
        column.addWidget(self._split, 1)
        self._result_line.hide()

    # Parts that come and go

    def show_banner(self, banner: QWidget | None) -> None:
        """Put a banner above the table, in place of the one before."""
        self.banner.put(banner)

    def set_drawer(self, drawer: QWidget, height: int) -> None:
        """Put a drawer below the table; `height`: as it was left, 0 = two fifths."""
        self._drawer, self._wanted_height = drawer, height
        self._split.addWidget(drawer)
        self._split.setStretchFactor(1, 0)

    @Slot(bool)
    def drawer_opened(self, is_open: bool) -> None:
        """Give the drawer its room (the whole centre in a narrow window), or take it back."""
        self._drawer_open = is_open
        self.arrange(self.window().width())
        total = self._split.height()
        if not is_open:
            self._split.setSizes([total, 0])  # as small as it gets: the strip
        elif not self._rows.isHidden():
            wanted = self._wanted_height or round(total * DRAWER_SHARE)
            self._split.setSizes([max(90, total - wanted), wanted])

    @Slot(int, int)
    def _moved(self, _at: int, _index: int) -> None:
        if self._drawer is not None and self._drawer_open:
            self._wanted_height = self._drawer.height()
            self.drawer_height.emit(self._wanted_height)

    def arrange(self, window: int) -> None:
        """Fit a window this wide."""
        alone = window < NARROW and self._drawer_open and self._drawer is not None and not self._drawer.isHidden()
        self._rows.setHidden(alone)
        self.head.arrange(window)
        self.table.arrange()

    # What is shown

    def show_state(self, entry: Entry | None, now: Snapshot, code: str | None) -> None:
        """Show the head for the chosen row of the rail; `code`: only rows of one cause are listed."""
        batch = now.batch(entry.batch) if entry is not None and entry.batch else None
        search = self.model.view.search
        found = len(self.model.ids) if (search or code) and self.model.loaded else None
        if batch is not None and not code:
            self.head.show_batch(batch, now, output_place(batch))
            if found is not None:
                self.head.second.setText(tr("{files} found").format(files=files(found)))
        else:
            self.head.show_view(entry, now, found)
            if code:
                title = told(info(code).title)
                where = printable(batch.title) if batch is not None else tr("all batches")
                self.head.title.setText(title)
                self.head.second.setText(tr("{files} in {where}").format(files=files(found or 0), where=where))

    def show_result(
        self,
        batch: Batch | None,
        scan: ScanProgress | None,
        causes: Sequence[CauseGroup],
        more: Sequence[tuple[str, int]],
        before: Before,
        closed: bool,
    ) -> None:
        """Show what became of a drop while its batch has not been started. `more`: types that no recipe took."""
        fresh = batch is not None and ((not batch.started and batch.state in _FRESH) or all_left_out(batch))
        shown = fresh and not closed
        if batch is not None and shown:
            self.result.show_result(batch, scan, causes, [*left_out(batch), *more], before)
        self.result.setVisible(shown)
        self._result_line.setVisible(shown)

    def show_rows(self, entry: Entry | None, now: Snapshot) -> None:
        """Show the table, or what stands in its place when it has no rows."""
        search = self.model.view.search
        batch = now.batch(entry.batch) if entry is not None and entry.batch else None
        if self.model.rowCount() or not self.model.loaded:
            self._rows.setCurrentWidget(self.table)
            return
        if search:
            where = printable(batch.title) if batch else tr("this view")
            self.blank.show_words(
                "search", "waiting", tr("No file matches “{text}”").format(text=printable(search)),
                tr("Searched in names of {where}.").format(where=where),
                button=entry is not None and bool(entry.batch or entry.face),
            )  # fmt: skip
        elif batch is not None:
            self._blank_batch(batch)
        elif entry is not None and entry.face is None and any(b.state is BatchState.BUILDING for b in now.batches):
            self.blank.show_words(*_looking())
        else:
            face = entry.face if entry is not None else None
            self.blank.show_words(*_blank_words(face))
        self._rows.setCurrentWidget(self.blank)

    def _blank_batch(self, batch: Batch) -> None:
        if batch.state is BatchState.BUILDING:
            self.blank.show_words(*_looking())
        elif batch.note and batch.state is BatchState.CANCELLED:
            self.blank.show_words("warning", "warn", tr("Nothing was started"), printable(told(batch.note)))
        else:
            text = tr("No file of a type that “{recipe}” reads was found.").format(recipe=printable(batch.recipe_name))
            others = ", ".join(f"{number(n)} {kind}" for kind, n in left_out(batch)[:4])
            text = f"{text} {tr('Left out: {types}.').format(types=others)}" if others else text
            self.blank.show_words("file", "waiting", tr("Nothing to do in this batch"), text)


def left_out(batch: Batch) -> list[tuple[str, int]]:
    """Files that the scan passed over, by type, most frequent first."""
    found = batch.options.get("left_out") or {}
    return sorted(((str(kind) or tr("without a type"), int(n)) for kind, n in found.items()), key=lambda item: -item[1])


def _looking() -> tuple[str, str, str, str]:
    text = tr("Rows appear as they are found. Everything else keeps working.")
    return "folder", "waiting", tr("Looking through folders…"), text


def _blank_words(face: Face | None) -> tuple[str, str, str, str]:
    """(icon, tone, title, text) of a view without rows."""
    match face:
        case Face.FAILED:
            text = tr("Files that could not be processed appear here, with what to do about them.")
            return "state-done", "done", tr("Nothing failed"), text
        case Face.UNCONFIRMED:
            return "state-done", "done", tr("Nothing is unconfirmed"), tr("Messages that may have left appear here.")
        case Face.WAITING:
            return "state-waiting", "waiting", tr("Nothing is waiting"), tr("Files you add wait here for their turn.")
        case Face.RUNNING:
            return "state-running", "waiting", tr("Nothing is running"), tr("Files in work appear here.")
        case Face.RETRYING:
            text = tr("Files that are tried again by themselves appear here, with the time until then.")
            return "state-retrying", "waiting", tr("Nothing is tried again"), text
        case Face.HELD:
            text = tr("Files that you take out of the line (Ctrl+Shift+H) wait here.")
            return "state-held", "held", tr("Nothing is held"), text
        case Face.SKIPPED:
            text = tr("Files that needed no work appear here, with the reason.")
            return "state-skipped", "waiting", tr("Nothing was skipped"), text
        case _:
            return "state-done", "done", tr("Nothing here yet"), tr("Finished files appear here.")
