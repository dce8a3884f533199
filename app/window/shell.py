"""The frame of the window: header, rail, centre, status bar; which page is shown; drags over it.

Owns: places, sizes and the order of regions. Must not know: commands or the queue (`desk.py` connects them).
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.window import intake
from app.window.actions import Actions
from app.window.drop import DropOverlay
from app.window.empty import EmptyPage
from app.window.footer import Footer
from app.window.header import Header
from app.window.memory import Memory
from app.window.queue.model import QueueModel
from app.window.queue.page import QueuePage
from app.window.rail import Rail
from app.window.recipes import Recipe
from app.window.side import Side, SidePlace
from app.window.statusbar import StatusBar
from app.window.text import tr
from app.window.widgets import filled, hairline

SMALLEST = (720, 480)
STRIP_BELOW = 960


class Shell(QMainWindow):
    """See the module. `dropped`: paths and the recipe that was their target (or None). `visible`: whether the window
    can be seen. `closing` asks whether the window may close; `may_close` answers. `escaped`: Esc that is left over.
    `left`: it was closed for good."""

    dropped = Signal(object, object)
    visible = Signal(bool)
    closing = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, model: QueueModel, memory: Memory) -> None:
        super().__init__()
        self.memory = memory
        self.may_close = False
        # Whether the page that is shown has nothing unsaved; else it asks, and calls what it was given when it may go.
        self.may_leave_page: Callable[[Callable[[], object]], bool] = lambda _go: True
        self.recipes: list[Recipe] = []
        self.actions_of = Actions(self)
        self.actions_of.use_keys(memory.chosen_keys())
        self.setWindowTitle("Dropmill")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.header = Header(self.actions_of)
        self.rail = Rail()
        self.footer = Footer(self.actions_of)
        self.empty = EmptyPage(self.actions_of)
        self.page = QueuePage(self.actions_of, model)
        self.status = StatusBar()
        self.centre = QStackedWidget()
        self.centre.addWidget(self.empty)
        self.centre.addWidget(self.page)
        self.overlay = DropOverlay(self.centre)
        self._dragged: tuple[str, ...] = ()
        self._page: QWidget | None = None
        self._drawer: QWidget | None = None
        self._home: QWidget = self.empty
        self._lay_out()
        if sys.platform == "darwin":
            for menu in self.actions_of.main_menus(self):
                self.menuBar().addMenu(menu)
        self.resize(1280, 800)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.rail, 1)
        side.addWidget(self.footer)
        middle.addLayout(side)
        middle.addWidget(hairline(vertical=True))
        middle.addWidget(self.centre, 1)
        self.side = SidePlace(middle, self.centre, self)
        whole = filled(QWidget())
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    # Pages, drawer, banner

    def show_page(self, page: QWidget) -> None:
        """Show a page in the centre in place of the queue; the page before it is deleted."""
        before, self._page = self._page, page
        self.centre.addWidget(page)
        self.centre.setCurrentWidget(page)
        self.arrange_side()
        first = page.focusProxy() or page
        # As long as it has one, Tab passes over what stands before it.
        page.setFocusProxy(None)  # type: ignore[arg-type]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop_page(before)

    def back_to_queue(self) -> None:
        """Show the queue again (or the empty window)."""
        before, self._page = self._page, None
        self.centre.setCurrentWidget(self._home)
        self.arrange_side()
        self._drop_page(before)

    def _drop_page(self, page: QWidget | None) -> None:
        if page is not None:
            self.centre.removeWidget(page)
            page.deleteLater()

    @property
    def shown_page(self) -> QWidget | None:
        """The page that covers the queue, or None."""
        return self._page

    def show_home(self, empty: bool) -> None:
        """Whether the queue is empty: the drop area stands in the place of the table then."""
        home = self.empty if empty else self.page
        if home is not self._home:
            self._home = home
            if self._page is None:
                self.centre.setCurrentWidget(home)
                self.arrange_side()

    def set_drawer(self, drawer: QWidget) -> None:
        """Put the failures drawer below the table."""
        self._drawer = drawer
        self.page.set_drawer(drawer, self.memory.drawer())

    def set_side(self, panel: Side) -> None:
        """Put a panel at the right of the queue."""
        self.side.put(panel)

    def open_side(self, is_open: bool) -> None:
        """Show the panel whenever the queue is in the centre, or never."""
        self.side.is_open = is_open
        self.arrange_side()

    def arrange_side(self) -> None:
        """Give the panel the width that it wants now, or hide it."""
        possible = self._page is None and self._home is self.page
        self.side.arrange(self.width(), self.rail.width() + 2, possible)

    def show_banner(self, banner: QWidget | None) -> None:
        """Show a banner above the table (at the top of an empty window), or none."""
        home, other = (self.empty, self.page) if self._home is self.empty else (self.page, self.empty)
        other.show_banner(None)
        home.show_banner(banner)

    # Size

    def arrange(self) -> None:
        """Fit everything into the width there is."""
        width = self.width()
        self.rail.set_strip(width < STRIP_BELOW)
        self.footer.set_strip(width < STRIP_BELOW)
        self.header.arrange(width)
        self.empty.arrange(width)
        self.arrange_side()
        self.page.arrange(width)
        self.status.arrange(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        if self.overlay.isVisible():
            self.overlay.setGeometry(self.centre.rect())

    def restore(self) -> None:
        """Take the place of last time, unless that screen is gone."""
        geometry = self.memory.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)
            screen = self.screen() or QApplication.primaryScreen()
            if screen is not None and not screen.availableGeometry().intersects(self.frameGeometry()):
                self.move(screen.availableGeometry().topLeft())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rail.setFocus(Qt.FocusReason.OtherFocusReason)
        self.visible.emit(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.visible.emit(not self.isMinimized())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.memory.geometry = self.saveGeometry()
        if not self.may_close and not self.may_leave_page(self.close):
            event.ignore()
            return
        self.closing.emit()
        event.setAccepted(self.may_close)
        if self.may_close:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.visible.emit(False)

    # Keyboard

    def regions(self) -> list[QWidget]:
        """The regions in the order of F6: header, rail, head, table (or page), drawer, panel at the right."""
        centre: list[QWidget | None] = [self._page]
        if self._page is None:
            centre = [self.empty] if self._home is self.empty else [self.page.head, self.page.table, self._drawer]
        every = (self.header, self.rail, *centre, self.side.panel)
        shown = [region for region in every if region is not None and region.isVisible()]
        return [region for region in shown if _first_focus(region) is not None]

    def next_region(self, step: int) -> None:
        """Move the focus to the next (1) or previous (−1) region."""
        regions, focus = self.regions(), QApplication.focusWidget()
        at = next((i for i, r in enumerate(regions) if focus is not None and (r is focus or r.isAncestorOf(focus))), -1)
        for distance in range(1, len(regions) + 1):
            target = _first_focus(regions[(at + step * distance) % len(regions)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if intake.has_files(mime):
            recipe = self.header.picker.recipe()
            others = [other for other in self.recipes if recipe is None or other.name != recipe.name]
            self._dragged = intake.paths_of(mime)
            self.overlay.begin(self._dragged, recipe, _fitting(others, recipe))
            event.acceptProposedAction()
        elif intake.is_virtual(mime):
            self._dragged = ()
            self.overlay.begin_message(tr("Save the messages to a folder, then drop it."))
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.overlay.hover(self.overlay.mapFrom(self, event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.end()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the addresses and returns: nothing here touches the disk. (They were copied when the drag came in:
        ten thousand take 50 ms.)"""
        self.overlay.hover(self.overlay.mapFrom(self, event.position().toPoint()))
        recipe, paths = self.overlay.end(), self._dragged
        self._dragged = ()
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths, recipe)


def _fitting(recipes: list[Recipe], chosen: Recipe | None) -> list[Recipe]:
    """Three other recipes to drop on: one of each other kind, then more of the same kind."""
    kinds: dict[str, Recipe] = {}
    for recipe in recipes:
        kinds.setdefault(recipe.kind, recipe)
    first = [r for r in kinds.values() if chosen is None or r.kind != chosen.kind]
    same = [r for r in recipes if r not in first]
    return (same[:1] + first + same[1:])[:3]


def _first_focus(region: QWidget) -> QWidget | None:
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus and region.isEnabled():
        return region
    for child in region.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            return child
    return None
