"""The list of steps to add: type to find one, Enter adds it.

Owns: the list and how it is searched. Must not know: where the step goes.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.window import icons
from app.window.editor import words
from app.window.text import tr
from app.window.theme import font

Role = QPalette.ColorRole
_DO, _LINE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _ROW, _MOST = 440, 34, 9
Index = QModelIndex | QPersistentModelIndex


class _Lines(QStyledItemDelegate):
    """Draws icon, title and what the step does in one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette: QPalette = option.palette
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        direction = option.direction
        ink = palette.color(Role.HighlightedText if chosen else Role.Text)
        quiet = palette.color(Role.HighlightedText if chosen else Role.PlaceholderText)
        if chosen:
            painter.fillRect(box, palette.color(Role.Highlight))
        painter.setLayoutDirection(direction)
        icon = QStyle.visualRect(direction, box, QRect(box.left() + 10, box.top(), 16, box.height()))
        icons.draw(painter, words.step_icon(str(index.data(_DO))), ink, icon)
        painter.setFont(font(0, 500))
        painter.setPen(ink)
        leading = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        title = str(index.data())
        width = painter.fontMetrics().horizontalAdvance(title)
        first = QRect(box.left() + 36, box.top(), width + 2, box.height())
        painter.drawText(QStyle.visualRect(direction, box, first), leading, title)
        rest = QRect(first.right() + 12, box.top(), box.right() - first.right() - 20, box.height())
        painter.setFont(font(-1))
        painter.setPen(quiet)
        line = painter.fontMetrics().elidedText(str(index.data(_LINE)), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(QStyle.visualRect(direction, box, rest), leading, line)


class StepList(QFrame):
    """See the module. `chosen` carries the step's name in recipes ("resize")."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, steps: list[str]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Add step"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a step"))
        self.search.setAccessibleName(tr("Find a step"))
        self.search.textEdited.connect(self._filter)
        self.search.installEventFilter(self)
        self.lines = QListWidget()
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setAccessibleName(tr("Steps"))
        self.lines.setItemDelegate(_Lines(self.lines))
        self.lines.setUniformItemSizes(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.itemClicked.connect(self._take)
        for do in steps:
            item = QListWidgetItem(words.step_title(do))
            item.setData(_DO, do)
            item.setData(_LINE, words.step_line(do))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words.step_title(do)}. {words.step_line(do)}")
            self.lines.addItem(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.lines)
        self.lines.setCurrentRow(0)
        self.setFixedSize(_WIDTH, min(len(steps), _MOST) * _ROW + 64)

    def open_at(self, button: QWidget) -> None:
        """Show the list below `button`, inside the window."""
        window = button.window()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        frame = window.frameGeometry()
        corner.setX(max(frame.left() + 4, min(corner.x(), frame.right() - self.width() - 4)))
        corner.setY(max(frame.top() + 4, min(corner.y(), frame.bottom() - self.height() - 4)))
        self.move(corner)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """The steps that the search leaves, from the top."""
        items = (self.lines.item(row) for row in range(self.lines.count()))
        return [str(item.data(_DO)) for item in items if not item.isHidden()]

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        first = None
        for row in range(self.lines.count()):
            item = self.lines.item(row)
            about = f"{item.text()} {item.data(_LINE)} {item.data(_DO)}".casefold()
            item.setHidden(not all(word in about for word in wanted))
            first = item if first is None and not item.isHidden() else first
        self.lines.setCurrentItem(first)  # type: ignore[arg-type]  # None is allowed: nothing is found

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        do = str(item.data(_DO))
        self.close()
        self.chosen.emit(do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.lines.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.lines.currentItem()
                if item is not None and not item.isHidden():
                    self._take(item)
                return True
        return super().eventFilter(watched, event)
