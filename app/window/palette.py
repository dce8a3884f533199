"""The command palette: every action by name, found by a few letters, with its keys.

Owns: the list, its order (used lately first), why a greyed one cannot be done. Must not know: what actions do.
"""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.window import icons
from app.window.actions import Actions
from app.window.fuzzy import fit
from app.window.header import Search
from app.window.memory import Memory
from app.window.shortcuts.panel import name_of
from app.window.text import tr
from app.window.theme import font, tones

Role = QPalette.ColorRole
Index = QModelIndex | QPersistentModelIndex
ROW, WIDTH, SEEN = 36, 560, 9
RECENT = 8  # that are remembered
HIDDEN = frozenset({"palette", "menu", "next-region", "previous-region"})  # keys for moving, no commands


@dataclass(frozen=True, slots=True)
class Entry:
    """One action. `why`: what keeps it from being done now, or ""."""

    action: str
    name: str
    icon: str
    keys: str
    enabled: bool
    why: str


def entries(actions: Actions, recent: list[str]) -> list[Entry]:
    """Every command: those used lately first, then in the order of the table; what cannot be done now is last."""
    found = []
    for spec in actions.specs():
        if spec.id in HIDDEN:
            continue
        action = actions[spec.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        enabled = action.isEnabled()
        why = "" if enabled else action.statusTip() or tr("Not possible now")
        found.append(Entry(spec.id, name_of(spec.id, spec.text), spec.icon, keys, enabled, why))
    place = {name: n for n, name in enumerate(recent)}
    return sorted(found, key=lambda entry: (not entry.enabled, place.get(entry.action, len(place))))


def search(found: list[Entry], wanted: str) -> list[Entry]:
    """Those that fit what was typed, best first; in the order given while nothing is typed."""
    fits = [(fit(wanted, entry.name), entry) for entry in found]
    return [e for points, e in sorted(((p, e) for p, e in fits if p is not None), key=lambda pair: -pair[0])]


class PaletteModel(QAbstractListModel):
    """The entries that fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, found: list[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self.entries = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.name, entry.keys, entry.why) if part)
        return entry.name if role == Qt.ItemDataRole.DisplayRole else None


class PaletteDelegate(QStyledItemDelegate):
    """Icon, name, and at the end the keys, or why it cannot be done."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PaletteModel)
        entry, palette, rect = model.entries[index.row()], option.palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 6, 6)
        ink = palette.color(Role.HighlightedText) if chosen and tones().contrast else None
        quiet = ink or palette.color(Role.PlaceholderText)
        text = ink or (palette.color(Role.Text) if entry.enabled else quiet)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if entry.icon:
            x = rect.right() - 25 if mirrored else rect.left() + 10
            icons.draw(painter, entry.icon, text, QRect(x, rect.top(), 16, rect.height()))
        words = rect.adjusted(12, 0, -38, 0) if mirrored else rect.adjusted(38, 0, -12, 0)
        painter.setFont(font(-1))
        painter.setPen(quiet)
        end = entry.why or entry.keys
        metrics = painter.fontMetrics()
        end = metrics.elidedText(end, Qt.TextElideMode.ElideRight, words.width() // 2)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTrailing | centre), end)
        room = words.width() - metrics.horizontalAdvance(end) - 12
        painter.setFont(font())
        painter.setPen(text)
        name = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | centre), name)
        painter.restore()


class Palette(QDialog):
    """See the module. It opens as the answer to its keys and is gone when something is chosen."""

    def __init__(self, parent: QWidget, actions: Actions, memory: Memory) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command"))
        self.setAccessibleName(tr("Find a command"))
        self.setBackgroundRole(Role.Base)
        self._actions, self._memory = actions, memory
        self._all = entries(actions, memory.recent)
        self.line = Search()
        self.line.setPlaceholderText(tr("Type what you want to do"))
        self.line.setAccessibleName(tr("Find a command"))
        self.line.textChanged.connect(self._typed)
        self.line.closed.connect(self.reject)
        self.line.returnPressed.connect(self._do)
        self.list = QListView()
        self.list.setAccessibleName(tr("Commands that fit"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.model = PaletteModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.clicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        width = min(WIDTH, parent.width() - 40)
        self.resize(width, min(52 + SEEN * ROW, parent.height() - 80))
        self.move(parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - width) // 2,
                  parent.mapToGlobal(parent.rect().topLeft()).y() + 60)  # fmt: skip
        self.setFocusProxy(self.line)
        self._typed("")
        self.line.setFocus()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.model.show(search(self._all, text))
        if self.model.entries:
            self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def _tell(self) -> None:
        """What is chosen, for who hears the line instead of seeing the list."""
        current = self.list.currentIndex()
        words = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else tr("No command fits")
        self.line.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SEEN - 1, Qt.Key.Key_PageUp: 1 - SEEN}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.model.entries:
            super().keyPressEvent(event)
            return
        last = len(self.model.entries) - 1
        row = self.list.currentIndex().row() + step
        row = row % (last + 1) if abs(step) == 1 else max(0, min(last, row))
        self.list.setCurrentIndex(self.model.index(row))
        self._tell()

    @Slot()
    def _do(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        entry = self.model.entries[index.row()]
        if not entry.enabled:  # the line says why; it stays open for another choice
            return
        self._memory.recent = [entry.action, *(n for n in self._memory.recent if n != entry.action)][:RECENT]
        action = self._actions[entry.action]
        self.accept()
        action.trigger()
