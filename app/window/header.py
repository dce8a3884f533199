"""The header: add, recipe, run or pause, stop, search, menu. One row that folds up in narrow windows.

Owns: its controls and what of them is shown at which width. Must not know: what the actions do.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from app.window import icons
from app.window.actions import Actions
from app.window.reasons import RunFace
from app.window.recipes import Recipe
from app.window.text import tr
from app.window.theme import font
from app.window.widgets import HEIGHT as BUTTON
from app.window.widgets import RADIUS, Button, Look, draw_ring, filled, hairline, icon_button, secondary_label

Role = QPalette.ColorRole
HEIGHT = 52
KIND = Qt.ItemDataRole.UserRole


class Picker(QComboBox):
    """The recipe picker: kind icon and name; typing jumps to a name. `all_wanted`: its last line was chosen, which is
    none of the recipes."""

    all_wanted = Signal()

    def __init__(self, last: str = "") -> None:
        """`last`: the words of the last line, if there is to be one."""
        super().__init__()
        self._last = last
        self.setAccessibleName(tr("Recipe for what you add next"))
        self.setToolTip(tr("Recipe for what you add next"))
        self.setFixedHeight(BUTTON)
        self.setFont(font())
        self.setMaxVisibleItems(16)
        self._recipes: list[Recipe] = []
        self._row = -1  # of the recipe that is chosen
        self._from_list = False
        self.currentIndexChanged.connect(self._remember)
        self.activated.connect(self._activated)

    def show_recipes(self, recipes: list[Recipe], chosen: str) -> None:
        """Offer these recipes; `chosen` is the name that was used last."""
        self._recipes = recipes
        self.clear()
        for recipe in recipes:
            self.addItem(icons.icon(f"kind-{recipe.kind}"), recipe.name, recipe.kind)
        if recipes and self._last:
            self.insertSeparator(self.count())
            self.addItem(icons.icon("recipes"), self._last)
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Choose by name; an unknown one leaves the first."""
        row = next((row for row, recipe in enumerate(self._recipes) if recipe.name == name), 0)
        self.setCurrentIndex(row if self._recipes else -1)

    @Slot(int)
    def _remember(self, row: int) -> None:
        if row < len(self._recipes):
            self._row = row

    @Slot(int)
    def _activated(self, row: int) -> None:
        if row >= len(self._recipes):
            self.setCurrentIndex(self._row)
            if self._from_list:  # a wheel or an arrow key that went too far opens no page
                self.all_wanted.emit()

    def showPopup(self) -> None:
        self._from_list = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._from_list = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._from_list = False
        super().wheelEvent(event)

    def recipe(self) -> Recipe | None:
        """The recipe for what is added next."""
        row = self.currentIndex()
        return self._recipes[row] if 0 <= row < len(self._recipes) else None

    def restyle(self) -> None:
        """Draw the icons of the list again."""
        for row, recipe in enumerate(self._recipes):
            self.setItemIcon(row, icons.icon(f"kind-{recipe.kind}"))
        if self._recipes and self._last:
            self.setItemIcon(self.count() - 1, icons.icon("recipes"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.Midlight if self.underMouse() else Role.Button))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ink = palette.color(Role.ButtonText)
        left, right = QRect(10, 0, 16, self.height()), QRect(self.width() - 24, 0, 14, self.height())
        arrow, icon = (left, right) if mirrored else (right, left)
        if self.currentIndex() >= 0:
            icons.draw(painter, f"kind-{self.currentData()}", ink, icon)
        icons.draw(painter, "chevron-down", palette.color(Role.PlaceholderText), arrow)
        words = self.rect().adjusted(34, 0, -30, 0)
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))


class Search(QLineEdit):
    """The search field. `closed` when Esc was pressed in it while it was empty (the window may fold it up)."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Search"))
        self.setAccessibleName(tr("Search in names"))
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(tr("Clear the search"))
        self.setFont(font())
        self._make_room()

    def _make_room(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if mirrored else 22, 0, 22 if mirrored else 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        x = self.width() - 26 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 10
        icons.draw(QPainter(self), "search", self.palette().color(Role.PlaceholderText), QRect(x, 0, 16, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.closed.emit()
            return
        super().keyPressEvent(event)


class Header(QWidget):
    """See the module."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._narrow = False
        self.add = Button(tr("Add"), "add", Look.BORDERED)
        self.add.setMenu(actions.fill(QMenu(self.add), "add-files", "add-folder", "paste", "add-list"))
        self.label = secondary_label(tr("Recipe"))
        self.picker = Picker(tr("All recipes…"))
        self.picker.all_wanted.connect(actions["recipes"].trigger)
        self.preview = Button(tr("Preview"), "preview", Look.FLAT)
        self.preview.follow(actions["preview"])
        self.run = Button(tr("Run"), "run", Look.BORDERED)
        self.run.clicked.connect(self._run_clicked)
        self._face = RunFace.NOTHING
        self.stop = Button(tr("Stop"), "stop", Look.FLAT)
        self.stop.setMenu(
            actions.fill(QMenu(self.stop), "stop-after", "stop-now", "-", "pause-here", "-", "cancel-batch")
        )
        self.search = Search()
        self.glass = icon_button("search", tr("Search"))
        self.glass.follow(actions["find"])
        self.inspector = icon_button("inspector", tr("Inspector"))
        self.inspector.setCheckable(True)
        self.inspector.follow(actions["inspector"])
        actions["inspector"].toggled.connect(self.inspector.setChecked)
        self.menu = icon_button("menu", tr("Menu"))
        self._menu = QMenu(self.menu)
        for menu in actions.main_menus(self.menu):
            self._menu.addMenu(menu)
        self.menu.clicked.connect(self.open_menu)
        self.menu.set_keys(actions["menu"].shortcut())
        self.search.closed.connect(self._fold_search)
        self._lay_out()
        self.show_face(RunFace.NOTHING)

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("Commands"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        filled(self, Role.Window)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._rule = hairline(vertical=True)
        self._rule.setFixedHeight(20)
        for widget in (self.add, self.label, self.picker, self.preview, self._rule, self.run, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        for end in (self.search, self.glass, self.inspector, self.menu):
            row.addWidget(end)

    def arrange(self, window: int) -> None:
        """Fit a window this wide."""
        self._narrow = window < 900
        self.label.setVisible(window >= 1100)
        self.stop.set_compact(window < 1100)
        self.preview.set_compact(window < 1100)
        self.add.set_compact(self._narrow)
        self.picker.setFixedWidth(190 if window >= 1100 else 176 if not self._narrow else 166)
        self.search.setFixedWidth(220 if window >= 1100 else 180)
        if not self._narrow or not self.search.text():
            self._show_search(not self._narrow)

    def _show_search(self, shown: bool) -> None:
        self.search.setVisible(shown)
        self.glass.setVisible(self._narrow and not shown)
        over = self._narrow and shown  # the open field takes the place of what it covers
        for widget in (self.picker, self.preview, self._rule, self.run, self.stop):
            widget.setVisible(not over)

    @Slot()
    def _fold_search(self) -> None:
        if self._narrow:
            self._show_search(False)

    def open_search(self) -> None:
        """Put the cursor into the search field, unfolding it where there is little room."""
        if self._narrow:
            self._show_search(True)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def open_menu(self) -> None:
        """Open the menu with everything."""
        corner = self.menu.mapToGlobal(self.menu.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))

    def show_face(self, face: RunFace) -> None:
        """Show one of the three faces of Run/Pause."""
        self._face = face
        pause = face is RunFace.PAUSE
        self.run.set_text(tr("Pause") if pause else tr("Run"))
        self.run.set_icon("pause" if pause else "run")
        self.run.set_keys(self._actions["pause" if pause else "run"].shortcut())
        self.run.set_why(tr("Nothing is waiting") if face is RunFace.NOTHING else "")
        metrics = QFontMetrics(self.run.font())
        wide = max(metrics.horizontalAdvance(word) for word in (tr("Run"), tr("Pause")))
        self.run.setMinimumWidth(wide + 48)  # the same width for all faces: nothing in the header jumps

    @Slot()
    def _run_clicked(self) -> None:
        self._actions["pause" if self._face is RunFace.PAUSE else "run"].trigger()

    @Slot()
    def restyle(self) -> None:
        """Draw again what keeps colours."""
        self.picker.restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour: QColor = self.palette().color(Role.Mid)
        QPainter(self).fillRect(QRect(0, self.height() - 1, self.width(), 1), colour)
