"""The rail at the start of the window: views of the queue with counts, and the batches.

Owns: its rows, how they are drawn (212 px wide, or a strip of 48 px) and which one is chosen. Must not know: the table.
"""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.events import ScanProgress
from app.core.model import Batch
from app.core.progress import fraction
from app.core.states import BatchState
from app.window import icons
from app.window.actions import VIEWS
from app.window.state import Snapshot, going, starts_later, waits_for_send
from app.window.text import STATE_OF_FACE, Face, isolated, moment, number, printable, tr, word
from app.window.theme import font, tones
from app.window.widgets import draw_bar, draw_ring

Role = QPalette.ColorRole
Index = QModelIndex | QPersistentModelIndex

WIDTH, STRIP = 212, 48
ROW, BATCH_ROW, SECTION_ROW, STRIP_ROW = 30, 46, 30, 36
BAR_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a view (`face`; None means All), a batch (`batch` is its id) or a caption (`section`)."""

    title: str
    icon: str = ""
    section: bool = False
    face: Face | None = None
    batch: int = 0
    count: int | None = None
    second: str = ""
    tone: str = ""
    bar: float | None = None

    @property
    def key(self) -> tuple[str, str | int]:
        """What stays the same while counts change."""
        return (
            ("section", self.title)
            if self.section
            else ("batch", self.batch)
            if self.batch
            else ("view", self.face or "")
        )


ALL: tuple[str, str | int] = ("view", "")


def entries(now: Snapshot, scans: dict[int, ScanProgress]) -> list[Entry]:
    """The rows of the rail for a snapshot."""
    counts, empty = now.counts, now.empty
    found = [Entry(tr("Queue"), section=True)]
    order = (*VIEWS[:6], Face.UNCONFIRMED, *VIEWS[6:8])
    for face in order:
        count = counts.of(STATE_OF_FACE[face]) if face else counts.total
        if face is Face.UNCONFIRMED and not count:
            continue
        loud = count and face in (Face.FAILED, Face.UNCONFIRMED)
        found.append(
            Entry(
                word(face) if face else tr("All"), f"state-{face}" if face else "all", face=face,
                count=None if empty else count, tone=str(face) if loud else "",
            )
        )  # fmt: skip
    if now.batches:
        found.append(Entry(tr("Batches"), section=True))
        found.extend(_batch(batch, now, scans.get(batch.id)) for batch in now.batches)
    return found


def _batch(batch: Batch, now: Snapshot, scan: ScanProgress | None) -> Entry:
    second, tone = batch_words(batch, now, scan)
    counts = batch.counts
    active = counts.ended > 0 and batch.started and (going(batch) or batch.state is BatchState.PAUSED)
    bar = fraction(counts.ended, counts.total) if active and batch.state is not BatchState.FINISHED else None
    return Entry(printable(batch.title), f"kind-{batch.kind}", batch=batch.id, second=second, tone=tone, bar=bar)


def batch_words(batch: Batch, now: Snapshot, scan: ScanProgress | None) -> tuple[str, str]:
    """The second line of a batch and the state that colours it ("" = grey)."""
    counts = batch.counts
    part = tr("{n} of {all}").format(n=number(counts.ended), all=number(counts.total))
    if batch.state is BatchState.BUILDING:
        return tr("Looking through folders…") if scan is None or scan.folders else tr("Adding files…"), ""
    if batch.undone is not None:
        return tr("Undone"), ""
    if batch.state is BatchState.FINISHED:
        for count, words, face in (
            (counts.unconfirmed, tr("{n} unconfirmed"), Face.UNCONFIRMED),
            (counts.failed, tr("{n} failed"), Face.FAILED),
        ):
            if count:
                return f"{tr('Finished')} · {words.format(n=number(count))}", face
        return tr("Finished"), ""
    if batch.state is BatchState.CANCELLED:
        return tr("Cancelled"), ""
    if waits_for_send(batch):
        return tr("Waiting for you to send"), ""
    if batch.state is BatchState.PAUSED and not batch.started:
        return tr("{n} files, not started").format(n=number(counts.total)), ""
    if (when := starts_later(batch, now.at)) is not None and not now.paused:
        return tr("Starts {time}").format(time=moment(when, now.at)), ""
    if batch.state is BatchState.PAUSED or (now.paused and not counts.running):
        return tr("Paused, {part}").format(part=part), ""
    if counts.held and counts.held == counts.open:
        return tr("{n} held, {part}").format(n=number(counts.held), part=part), ""
    return part, ""


class RailModel(QAbstractListModel):
    """The rows as a Qt model; keeps rows in place when only counts changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, now: list[Entry]) -> None:
        """Show these rows."""
        if [e.key for e in now] == [e.key for e in self.entries]:
            self.entries = now
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
            return
        self.beginResetModel()
        self.entries = now
        self.endResetModel()

    def row_of(self, key: tuple[str, str | int]) -> int:
        """The row with this key, or −1."""
        return next((row for row, entry in enumerate(self.entries) if entry.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.entries[index.row()].section:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        parts = [entry.title, "" if entry.count is None else number(entry.count), entry.second]
        return ", ".join(part for part in parts if part)


class RailDelegate(QStyledItemDelegate):
    """Draws a row, wide or as a strip."""

    strip = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = _entry(index)
        if self.strip:
            return QSize(STRIP, 10 if entry.section else STRIP_ROW)
        return QSize(WIDTH, SECTION_ROW if entry.section else BATCH_ROW if entry.batch else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect, palette = _entry(index), QRect(option.rect), option.palette
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if entry.section:
            self._section(painter, rect, entry, palette)
        else:
            box = rect.adjusted(6, 1, -6, -1)
            self._back(painter, box, option, selected)
            ink = palette.color(Role.HighlightedText) if selected and tones().contrast else None
            if self.strip:
                self._strip(painter, rect, entry, palette, ink)
            else:
                self._row(painter, box, entry, palette, ink)
        painter.restore()

    def _section(self, painter: QPainter, rect: QRect, entry: Entry, palette: QPalette) -> None:
        if self.strip:
            return
        painter.setFont(font(-2, 600))
        # A caption is no item to choose, so Qt hands in the disabled colours: take the active ones.
        painter.setPen(palette.color(QPalette.ColorGroup.Active, Role.PlaceholderText))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect.adjusted(16, 0, -8, -7), int(side), entry.title)

    def _back(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, selected: bool) -> None:
        palette = option.palette
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight if selected else Role.Midlight))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            draw_ring(painter, box, palette.color(Role.Text if selected and tones().contrast else Role.Accent))

    def _row(self, painter: QPainter, box: QRect, entry: Entry, palette: QPalette, ink: QColor | None) -> None:
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        text = ink or palette.color(Role.Text)
        quiet = ink or palette.color(Role.PlaceholderText)
        tone = ink or (tones().state(entry.tone) if entry.tone else None)
        line = QRect(box.left(), box.top(), box.width(), 28 if not entry.batch else 26)
        x = line.right() - 25 if mirrored else line.left() + 10
        icons.draw(
            painter, entry.icon, (tone if not entry.batch else None) or text, QRect(x, line.top(), 16, line.height())
        )
        words = line.adjusted(10, 0, -34, 0) if mirrored else line.adjusted(34, 0, -10, 0)
        painter.setFont(font(0))
        painter.setPen(text)
        leading, trailing = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        room = words.width()
        if entry.count is not None:
            count = number(entry.count)
            painter.setFont(font(-1, tabular=True))
            painter.setPen(tone or quiet)
            painter.drawText(words, int(trailing | Qt.AlignmentFlag.AlignVCenter), count)
            room -= QFontMetrics(painter.font()).horizontalAdvance(count) + 8
            painter.setFont(font(0))
            painter.setPen(text)
        title = painter.fontMetrics().elidedText(isolated(entry.title), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(words, int(leading | Qt.AlignmentFlag.AlignVCenter), title)
        if entry.batch:
            self._second(painter, words.translated(0, 17), entry, tone or quiet, palette, ink, mirrored)

    def _second(
        self, painter: QPainter, rect: QRect, entry: Entry, colour: QColor, palette: QPalette, ink: QColor | None,
        mirrored: bool,
    ) -> None:  # fmt: skip
        room = rect
        if entry.bar is not None:
            x = rect.left() if mirrored else rect.right() + 1 - BAR_WIDTH
            bar = QRect(x, rect.center().y() - 1, BAR_WIDTH, 4)
            draw_bar(painter, bar, entry.bar, ink or palette.color(Role.Accent), tones().track, None)
            room = rect.adjusted(BAR_WIDTH + 6, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -BAR_WIDTH - 6, 0)
        painter.setFont(font(-2, tabular=True))
        painter.setPen(colour)
        words = painter.fontMetrics().elidedText(entry.second, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), words)

    def _strip(self, painter: QPainter, rect: QRect, entry: Entry, palette: QPalette, ink: QColor | None) -> None:
        tone = tones().state(entry.tone) if entry.tone and not entry.batch else None
        colour = ink or tone or palette.color(Role.Text)
        icons.draw(painter, entry.icon, colour, QRect(rect.center().x() - 8, rect.center().y() - 8, 16, 16))
        if entry.tone and entry.count:
            words = number(entry.count) if entry.count < 100 else "99+"
            painter.setFont(font(-3, 600))
            width = max(14, QFontMetrics(painter.font()).horizontalAdvance(words) + 7)
            badge = QRectF(rect.center().x() + 2, rect.top() + 3, width, 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones().state(entry.tone))
            painter.drawRoundedRect(badge, 7, 7)
            painter.setPen(palette.color(Role.Base))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), words)


def _entry(index: Index) -> Entry:
    model = index.model()
    assert isinstance(model, RailModel)
    return model.entries[index.row()]


class Rail(QListView):
    """See the module. `chosen` carries the key of the row that a person picked."""

    chosen = Signal(tuple)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RailModel(self)
        self._delegate = RailDelegate(self)
        self._key: tuple[str, str | int] = ALL
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Views and batches"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.viewport().setBackgroundRole(Role.Window)
        self.viewport().setAutoFillBackground(True)
        self.setFixedWidth(WIDTH)
        self.selectionModel().currentChanged.connect(self._picked)

    @property
    def key(self) -> tuple[str, str | int]:
        """The row that is shown in the centre."""
        return self._key

    def entry(self) -> Entry | None:
        """The chosen row."""
        row = self._model.row_of(self._key)
        return self._model.entries[row] if row >= 0 else None

    def show_entries(self, now: list[Entry]) -> None:
        """Show these rows; the chosen one stays chosen."""
        self._quiet = True
        self._model.show(now)
        self._quiet = False
        if self._model.row_of(self._key) < 0:
            self.choose(ALL)
        else:
            self._mark()

    def choose(self, key: tuple[str, str | int]) -> None:
        """Choose a row and say so."""
        changed = key != self._key
        self._key = key
        self._mark()
        if changed:
            self.chosen.emit(key)

    def set_strip(self, strip: bool) -> None:
        """Shrink to icons, or back."""
        if self._delegate.strip != strip:
            self._delegate.strip = strip
            self.setFixedWidth(STRIP if strip else WIDTH)
            off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.setVerticalScrollBarPolicy(off if strip else needed)  # a bar would take a quarter of the strip
            self.doItemsLayout()

    def _mark(self) -> None:
        row = self._model.row_of(self._key)
        if row >= 0 and self.currentIndex().row() != row:
            self._quiet = True
            self.setCurrentIndex(self._model.index(row))
            self._quiet = False

    @Slot(QModelIndex, QModelIndex)
    def _picked(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self._key = self._model.entries[current.row()].key
            self.chosen.emit(self._key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a batch, which is chosen by that. (With the keyboard: of the chosen one.)"""
        keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keys else self.indexAt(event.pos())
        if not index.isValid() or not _entry(index).batch:
            return
        self.choose(_entry(index).key)
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center() if keys else event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps over captions, which Qt would stop at."""
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key(), 0)
        row = self.currentIndex().row() + step
        if step and 0 <= row < len(self._model.entries) and self._model.entries[row].section:
            if 0 <= row + step < len(self._model.entries):
                self.setCurrentIndex(self._model.index(row + step))
            return
        super().keyPressEvent(event)
