"""The table of the queue: a QTableView with fixed rows, its keys, its menu and where it scrolls.

Owns: selection by id, keeping it over a reset, following the running rows, column visibility. Must not know: commands;
it says what was asked for (`asked`) and the shell decides.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.core.events import Event
from app.window.lines import Heading, plain_rows
from app.window.queue.columns import DEFAULT_HIDDEN, widths
from app.window.queue.delegate import QueueDelegate
from app.window.queue.model import ORDERS, Column, Index, QueueModel
from app.window.text import Face, tr, word
from app.window.theme import font

ROW, ROW_SMALL = 32, 30
FOLLOW_MS = 500
SELECTION_LIMIT = 100_000  # ids handed to one command; "all of the batch" goes by batch


FIXED_ORDER = (Column.BATCH, Column.RECIPE, Column.TRY, Column.FOLDER, Column.OUTPUT)
STATE_ROOM = 12 + 24 + 10  # px before, icon, after the longest state's word
REFERENCE_WIDTH = 118.0  # px that "Retrying IMG_2035" takes in the font of the design


class QueueTable(QTableView):
    """See the module. Signals speak of what a person wants: "open", "reveal", "remove", "menu"."""

    asked = Signal(str)
    chosen = Signal()  # the selection changed
    columns_changed = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = model
        self.hidden = set(DEFAULT_HIDDEN)
        self.follow = True
        self._kept: tuple[int | None, set[int], int] | None = None
        self._delegate = QueueDelegate(self, self.framed_row)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self._tick = QTimer(self)
        self._tick.setInterval(FOLLOW_MS)
        self._tick.timeout.connect(self._follow_running)
        self._tick.start()

    def _set_up(self) -> None:
        self.setAccessibleName(tr("Queue"))
        plain_rows(self, ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        heading = Heading(self, (Column.SIZE, Column.TIME, Column.TRY))
        heading.setSectionsClickable(True)
        self.setHorizontalHeader(heading)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setMinimumSectionSize(20)
        heading.setSortIndicatorShown(False)
        heading.sectionClicked.connect(self._sort_by)
        heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading.customContextMenuRequested.connect(self._column_menu)
        self.selectionModel().selectionChanged.connect(self._selected)

    # Columns

    @Slot(int)
    def _sort_by(self, section: int) -> None:
        """None → down the order of the queue; a click sorts, a second turns round, a third gives the queue's order."""
        heading = self.horizontalHeader()
        if Column(section) not in ORDERS:
            self.sort_plain()
            return
        same = heading.isSortIndicatorShown() and heading.sortIndicatorSection() == section
        if same and heading.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder:
            self.sort_plain()
            return
        order = Qt.SortOrder.DescendingOrder if same else Qt.SortOrder.AscendingOrder
        heading.setSortIndicatorShown(True)
        heading.setSortIndicator(section, order)
        self.queue.sort(section, order)

    def sort_plain(self) -> None:
        """Back to the order of the queue."""
        self.horizontalHeader().setSortIndicatorShown(False)
        self.queue.sort(-1)
        self.horizontalHeader().viewport().update()

    @Slot(QPoint)
    def _column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for column in (Column.SIZE, Column.TIME, *FIXED_ORDER):
            action = menu.addAction(self.queue.title(column))
            action.setCheckable(True)
            action.setChecked(column not in self.hidden)
            action.setData(int(column))
        menu.addSeparator()
        menu.addAction(tr("Reset columns"))
        menu.triggered.connect(self._column_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    @Slot(QAction)
    def _column_chosen(self, action: QAction) -> None:
        if action.data() is None:
            self.hidden = set(DEFAULT_HIDDEN)
        else:
            self.hidden ^= {Column(action.data())}
        self.columns_changed.emit()
        self.arrange()

    def arrange(self) -> None:
        """Give every column its width for the room there is."""
        room, window = self.viewport().width(), self.window().width()
        view, shown = self.queue.view, frozenset(Column) - self.hidden
        batch = self.queue.batches.get(view.batch) if view.batch is not None else None
        if batch is not None and batch.kind == "mail":
            shown -= {Column.SIZE}
        scale = QFontMetrics(font()).horizontalAdvance("Retrying IMG_2035") / REFERENCE_WIDTH
        metrics = QFontMetrics(font(0, 500))
        state = STATE_ROOM + max(metrics.horizontalAdvance(word(face)) for face in Face)
        found = widths(room, window, shown, view.batch is not None, scale, state)
        self._delegate.result_only = found.result_only
        self._delegate.edge = sum(found.of.values())
        for column, width in found.of.items():
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(ROW_SMALL if self.window().width() < 900 else ROW)
        self.arrange()

    def restyle(self) -> None:
        """Take over a changed font or theme."""
        self._delegate.restyle()
        self.viewport().update()

    # Rows on screen

    def visible_rows(self) -> tuple[int, int]:
        """The first and last row on screen; (0, -1) when there is none."""
        count = self.queue.rowCount()
        if not count:
            return 0, -1
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(0, first), count - 1 if last < 0 else last

    def on_events(self, events: Iterable[Event]) -> None:
        """Pass changes of the queue on, with what is on screen."""
        self.queue.on_events(events, *self.visible_rows())

    @Slot(object)
    def on_progress(self, progress: dict[int, tuple[float, str]]) -> None:
        """Take the sampled progress and repaint the rows on screen that have any (or had)."""
        touched = self.queue.progress.keys() | progress.keys()
        self.queue.progress = progress
        first, last = self.visible_rows()
        self.repaint_rows(
            row for job in touched if (row := self.queue.row_of(job)) is not None and first <= row <= last
        )

    def repaint_rows(self, rows: Iterable[int]) -> None:
        """Repaint these rows (they are on screen)."""
        for row in rows:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    # Following

    @Slot()
    def _follow_running(self) -> None:
        """Keep the working front in the upper third until a person scrolls or selects."""
        if not self.follow or not self.queue.progress or not self.isVisible():
            return
        rows = [row for job in self.queue.progress if (row := self.queue.row_of(job)) is not None]
        if rows:
            first, last = self.visible_rows()
            bar = self.verticalScrollBar()
            bar.setValue(max(0, min(rows) - (last - first + 1) // 3))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.follow = False
        super().wheelEvent(event)

    # Selection

    def selected_ids(self) -> list[int]:
        """Ids of the selected rows, in order. (Summed over ranges: `selectedRows` takes 16 s for a million.)"""
        ids = self.queue.ids
        found: list[int] = []
        selection = self.selectionModel().selection()
        for part in sorted((selection.at(i) for i in range(selection.count())), key=lambda p: p.top()):
            found.extend(ids[part.top() : part.bottom() + 1][: SELECTION_LIMIT - len(found)])
        return found

    def selected_count(self) -> int:
        """How many rows are selected, however many they are."""
        selection = self.selectionModel().selection()
        return sum(selection.at(i).height() for i in range(selection.count()))

    def current_id(self) -> int | None:
        """The id of the row with the cursor."""
        row = self.currentIndex().row()
        return self.queue.ids[row] if 0 <= row < len(self.queue.ids) else None

    def framed_row(self) -> int:
        """The row that has the focus frame, or −1."""
        return self.currentIndex().row() if self.hasFocus() and self.keyboard else -1

    keyboard = False  # the frame is for people who use the keyboard; a mouse shows where it is itself

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)  # without it a screen reader hears nothing
        for index in (current, previous):
            if index.isValid():
                self.repaint_rows([index.row()])

    @Slot()
    def _remember(self) -> None:
        self._kept = (self.current_id(), set(self.selected_ids()), self.verticalScrollBar().value())

    @Slot()
    def _restore(self) -> None:
        if self._kept is None:
            return
        (current, selected, scroll), self._kept = self._kept, None
        model = self.selectionModel()
        rows = sorted(row for job in selected if (row := self.queue.row_of(job)) is not None)
        selection = QItemSelection()
        for first, last in _ranges(rows):
            selection.select(self.queue.index(first, 0), self.queue.index(last, len(Column) - 1))
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self.queue.row_of(current) if current is not None else None
        if row is not None:
            model.setCurrentIndex(self.queue.index(row, Column.NAME), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(scroll)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.keyboard, self.follow = True, False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("reveal-output" if control else "open-output")
        elif control and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.asked.emit("move-top" if key == Qt.Key.Key_Home else "move-bottom")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.asked.emit("remove")
        elif key == Qt.Key.Key_Menu:
            self._open_menu(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing jumps by name: among the rows of the pages nearby (a million names are not read for a keystroke)."""
        start = max(0, self.currentIndex().row())
        wanted = search.casefold()
        for step in range(1, min(len(self.queue.ids), 4 * 256) + 1):
            row = (start + step) % len(self.queue.ids)
            job = self.queue.job(row)
            if job is not None and job.title.casefold().startswith(wanted):
                self.setCurrentIndex(self.queue.index(row, Column.NAME))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keyboard, self.follow = False, False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit("open-output")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            before, self._delegate.hovered = self._delegate.hovered, row
            self.repaint_rows(r for r in (before, row) if r >= 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self.keyboard = self.keyboard or event.reason() in keys
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.queue.rowCount():
            first = self.queue.index(max(0, self.rowAt(0)), Column.NAME)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    menu_wanted = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.pos())

    def _open_menu(self, at: QPoint) -> None:
        if self.queue.rowCount():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)


def _ranges(rows: list[int]) -> Iterable[tuple[int, int]]:
    """Sorted rows as runs: [1, 2, 3, 7] → (1, 3), (7, 7)."""
    start = previous = None
    for row in rows:
        if previous is not None and row == previous + 1:
            previous = row
            continue
        if start is not None and previous is not None:
            yield start, previous
        start = previous = row
    if start is not None and previous is not None:
        yield start, previous
