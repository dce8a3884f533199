"""The cards of a recipe: closed ones say what they do, one is open with its form.

Owns: how cards look, are opened, moved by grip or keys, and what their menus offer. Must not know: how a recipe
changes; it says what a person asked for.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.jobs.recipe import Path
from app.window import icons
from app.window.editor.draft import is_part
from app.window.editor.form import Form, Message
from app.window.editor.plan import CardSpec, Section
from app.window.text import tr
from app.window.theme import font
from app.window.widgets import Button, Look, draw_ring, icon_button, label

Role = QPalette.ColorRole
HEAD = 50
_GRIP, _ICON, _WORDS = 8, 32, 58  # px from the card's start


class CardHead(QAbstractButton):
    """The line of a card that is always there. `steps`: move by so many places; `dragged`, `dropped`: by the grip, with
    the place of the mouse on the screen; `menu_asked`, `remove_asked`."""

    steps = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal()
    menu_asked = Signal()
    remove_asked = Signal()

    def __init__(self, spec: CardSpec, opened: bool) -> None:
        super().__init__()
        self.opened = opened
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_spec(spec)

    def show_spec(self, spec: CardSpec) -> None:
        """Show what the card says now."""
        self.spec = spec
        self.setText(spec.title)
        self.setAccessibleName(f"{spec.title}. {spec.summary}")
        opened = tr("Open") if self.opened else tr("Closed; Enter opens it")
        moves = "" if spec.fixed else tr("Alt+Up and Alt+Down move it")
        self.setAccessibleDescription(". ".join(part for part in (opened, moves) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEAD)

    def _grip(self) -> QRect:
        return self._mirrored(QRect(0, 0, _ICON - 2, self.height()))

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            rect.moveRight(self.width() - 1 - rect.left())
        return rect

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = not self.spec.fixed and self._grip().contains(event.position().toPoint())
        if self._dragging:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
            self.dropped.emit()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.menu_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if not self.spec.fixed:
                self.steps.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and not self.spec.fixed:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setLayoutDirection(self.layoutDirection())
        quiet = palette.color(Role.PlaceholderText)
        ink = quiet if self.spec.off else palette.color(Role.Text)
        accent = palette.color(Role.Accent) if self.opened else ink
        hold = "lock" if self.spec.fixed else "grip"
        icons.draw(painter, hold, palette.color(Role.Dark), self._mirrored(QRect(_GRIP, 0, 16, HEAD)))
        icons.draw(painter, self.spec.icon, accent, self._mirrored(QRect(_ICON, 0, 18, HEAD)))
        words = self._mirrored(QRect(_WORDS, 0, self.width() - _WORDS - 4, HEAD))
        leading = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.setFont(font(0, 600 if self.opened else 500))
        painter.setPen(ink)
        first = words if self.opened else QRect(words.left(), 7, words.width(), 20)
        title = painter.fontMetrics().elidedText(self.spec.title, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(first, leading, title)
        if not self.opened:
            painter.setFont(font(-1))
            painter.setPen(quiet)
            second = QRect(words.left(), 25, words.width(), 18)
            said = painter.fontMetrics().elidedText(self.spec.summary, Qt.TextElideMode.ElideRight, words.width())
            self.setToolTip("" if said == self.spec.summary else self.spec.summary)
            painter.drawText(second, leading, said)
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(2, 2, -2, -2), palette.color(Role.Accent))


class Card(QFrame):
    """A card: its head, ⋯ where it can be changed as a whole, and while it is open its form and `inside`."""

    def __init__(self, spec: CardSpec, opened: bool, menu: Callable[["Card"], QMenu]) -> None:
        super().__init__()
        self.spec, self.opened = spec, opened
        self._menu = menu
        self.head = CardHead(spec, opened)
        self.more = icon_button("more", tr("More for {0}").format(spec.title))
        if spec.fixed:  # shown before it has its place, it would be a window of its own
            self.more.hide()
        self.more.clicked.connect(self.pop_up)
        self.head.menu_asked.connect(self.pop_up)
        self.form: Form | None = None
        self.trouble = Message()
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.setSpacing(0)
        top.addWidget(self.head, 1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(0)
        column.addLayout(top)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_ICON, 0, 14, 0)
        self.body.setSpacing(12)
        column.addLayout(self.body)
        if opened and spec.fields:
            self.form = Form(spec.fields)
            self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        if opened:
            self.body.setContentsMargins(_ICON, 2, 14, 14)

    def show_spec(self, spec: CardSpec) -> None:
        """Show what the card says now."""
        self.spec = spec
        self.head.show_spec(spec)
        self.more.setAccessibleName(tr("More for {0}").format(spec.title))

    @Slot()
    def pop_up(self) -> None:
        """Open the menu ⋯."""
        if self.spec.fixed:
            return
        menu = self._menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(Role.Accent), 2) if self.opened else palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.AlternateBase if self.head.underMouse() and not self.opened else Role.Base))
        inset = 1.0 if self.opened else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class SectionView(QWidget):
    """A section with its cards. What a person asks for is told with the path of the card.

    `wants`: (what, path, number) with what one of "open", "move" (to number), "duplicate", "turn", "remove", "add" (the
    path is that of the list).
    """

    wants = Signal(str, tuple, int)

    def __init__(self, section: Section, opened: Path | None) -> None:
        super().__init__()
        self.section = section
        self.cards: list[Card] = []
        self._target = -1
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(section.title, 0, 600))
        head.addStretch(1)
        self.add: Button | None = None
        if section.adds:
            self.add = Button(section.add_words, "add", Look.FLAT)
            self.add.clicked.connect(partial(self._want, "add", section.adds))
            head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for spec in section.cards:
            card = Card(spec, is_open(spec.path, opened), self._menu)
            card.head.clicked.connect(partial(self._want, "open", spec.path))
            card.head.steps.connect(partial(self._step, card))
            card.head.remove_asked.connect(partial(self._want, "remove", spec.path))
            card.head.dragged.connect(partial(self._drag, card))
            card.head.dropped.connect(partial(self._drop, card))
            column.addWidget(card)
            self.cards.append(card)
        self._line = QFrame(self)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(Role.Accent)
        self._line.hide()

    def _want(self, what: str, path: Path, *_checked: bool) -> None:
        self.wants.emit(what, path, 0)

    def movable(self) -> list[Card]:
        """The cards that can change places."""
        return [card for card in self.cards if not card.spec.fixed]

    def _menu(self, card: Card) -> QMenu:
        path, movable = card.spec.path, self.movable()
        place = movable.index(card)
        menu = QMenu(card)
        parts = [
            (tr("Duplicate"), "copy", "duplicate", True),
            (tr("Turn on") if card.spec.off else tr("Turn off"), "state-held", "turn", True),
            (tr("Move up"), "arrow-up", "up", place > 0),
            (tr("Move down"), "arrow-down", "down", place < len(movable) - 1),
            (tr("Remove"), "trash", "remove", path[:-1] != ("outputs",) or len(movable) > 1),
        ]
        for text, icon, what, allowed in parts:
            action = menu.addAction(icons.icon(icon), text)
            action.setEnabled(allowed)
            if what in ("up", "down"):
                action.triggered.connect(partial(self._step, card, -1 if what == "up" else 1))
            else:
                action.triggered.connect(partial(self._want, what, path))
        return menu

    def _step(self, card: Card, by: int, *_checked: bool) -> None:
        """Exchange with the neighbour; the numbers are those of the recipe's list."""
        movable = self.movable()
        place = movable.index(card) + by
        if 0 <= place < len(movable):
            self.wants.emit("move", card.spec.path, movable[place].spec.path[-1])

    def _drag(self, card: Card, mouse: QPoint) -> None:
        movable = self.movable()
        y = self.mapFromGlobal(mouse).y()
        self._target = sum(other.geometry().center().y() < y for other in movable if other is not card)
        others = [other for other in movable if other is not card]
        before = self._target < len(others)
        near = others[self._target if before else -1].geometry() if others else card.geometry()
        top = near.top() - 5 if before else near.bottom() + 3
        self._line.setGeometry(0, top, self.width(), 2)
        self._line.setVisible(bool(others))
        self._line.raise_()

    def _drop(self, card: Card) -> None:
        self._line.hide()
        movable, target = self.movable(), self._target
        self._target = -1
        if target >= 0 and target != movable.index(card):
            self.wants.emit("move", card.spec.path, movable[target].spec.path[-1])


def is_open(path: Path, opened: Path | None) -> bool:
    """Whether the card at `path` is the open one, or holds it."""
    return opened == path or (opened is not None and is_part(path) and opened[: len(path)] == path)
