"""The page of recipes: built-in and own ones by kind, and what can be done with each.

Owns: the list, import, export, copies, removal. Must not know: what is in a recipe, how one is changed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.jobs.recipe import RecipeError
from app.store.reader import Reader
from app.system.recipes import SUFFIX, Shelf, load_file
from app.window import icons
from app.window.ask import Question
from app.window.bridge import Bridge
from app.window.describe import now_ms
from app.window.editor.page import Start, export_text
from app.window.editor.view import sentence
from app.window.recipes import summary
from app.window.text import isolated, printable, time_of_day, tr
from app.window.theme import font
from app.window.widgets import (
    Button,
    Look,
    draw_ring,
    filled,
    hairline,
    icon_button,
    secondary_label,
    section_label,
    title_label,
)

Role = QPalette.ColorRole
KINDS = ("image", "table", "mail")
_TILE, _WIDE = 104, 300  # px: height of a tile, and the width from which another column fits

# What a new recipe of a kind begins with.
_NEW = {
    "image": '{"dropmill": 1, "kind": "image", "steps": [{"do": "resize", "mode": "long-edge", "size": 1600}]}',
    "table": '{"dropmill": 1, "kind": "table", "steps": [{"do": "trim", "columns": "*"}]}',
    "mail": '{"dropmill": 1, "kind": "mail", "message": {"to": "{{ email }}", "subject": "", "text": ""}}',
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A recipe in the list. `hides`: an own one in the place of a built-in one. `used`: ms UTC of the last batch with
    it. `wrong`: why it cannot be used, "" = it can."""

    name: str
    kind: str
    text: str
    about: str
    built_in: bool
    hides: bool
    used: int | None
    wrong: str = ""


def read_list(shelf: Shelf, reader: Reader) -> list[Listed]:
    """All recipes with what the queue knows of them."""
    used: dict[str, int] = {}
    for batch in reader.batches(dismissed=True):
        used[batch.recipe_name] = max(batch.created, used.get(batch.recipe_name, 0))
    found = []
    for entry in shelf.entries():
        text, about, wrong = "", "", ""
        try:
            loaded = load_file(entry.path)
        except RecipeError as error:
            wrong = sentence(error.problems[0])
        else:
            text, about = loaded.text, summary(json.loads(loaded.text))
        hides = not entry.built_in and shelf.hides(entry.name)
        found.append(Listed(entry.name, entry.kind, text, about, entry.built_in, hides, used.get(entry.name), wrong))
    return found


class Tile(QAbstractButton):
    """One recipe: icon, name, what it does, when it was used last. A click changes it; ⋯ has the rest."""

    menu_asked = Signal()

    def __init__(self, listed: Listed) -> None:
        super().__init__()
        self.listed = listed
        self.setText(listed.name)
        self.last = used_words(listed)
        parts = (printable(listed.name), listed.about or listed.wrong, self.last)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))
        self.setAccessibleDescription(tr("Enter changes it; the Menu key has more"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TILE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.more = icon_button("more", tr("More for {0}").format(printable(listed.name)))
        self.more.setParent(self)
        self.more.clicked.connect(self.menu_asked)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _TILE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.more.move(6 if mirrored else self.width() - self.more.width() - 6, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.menu_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.AlternateBase if self.underMouse() else Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - 34 if mirrored else 14
        icons.draw(painter, f"kind-{self.listed.kind}", palette.color(Role.Accent), QRect(x, 13, 20, 20))
        title = self.rect().adjusted(42, 13, -42, 0)
        title.setHeight(20)
        leading = Qt.AlignmentFlag.AlignLeading
        painter.setFont(font(0, 600))
        painter.setPen(palette.color(Role.Text))
        name = painter.fontMetrics().elidedText(printable(self.listed.name), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, int(leading | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(font(-1))
        body = self.rect().adjusted(14, 38, -14, -30)
        painter.setPen(palette.color(Role.PlaceholderText))
        said = self.listed.wrong or self.listed.about
        painter.drawText(body, int(leading | Qt.TextFlag.TextWordWrap), said)
        painter.setPen(palette.color(Role.Text))
        last = QRect(14, self.height() - 27, self.width() - 28, 18)
        painter.drawText(last, int(leading | Qt.AlignmentFlag.AlignVCenter), self.last)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent), 8)


def when_words(ms: int, now: int) -> str:
    """A moment that is over: "14:02" today, "yesterday", "12 November"; with the year when it is another one."""
    then, today = datetime.fromtimestamp(ms / 1000), datetime.fromtimestamp(now / 1000)
    days = (today.date() - then.date()).days
    if days < 1:
        return time_of_day(ms)
    if days == 1:
        return tr("yesterday")
    form = tr("d MMMM") if then.year == today.year else tr("d MMMM yyyy")
    return QLocale().toString(QDate(then.year, then.month, then.day), form)


def used_words(listed: Listed) -> str:
    """ "Last used 14:02, yours"."""
    used = tr("Never used")
    if listed.used is not None:
        used = tr("Last used {when}").format(when=when_words(listed.used, now_ms()))
    if listed.wrong:
        used = tr("It cannot be used")
    whose = tr("changed by you") if listed.hides else "" if listed.built_in else tr("yours")
    return f"{used}, {whose}" if whose else used


class RecipesPage(QWidget):
    """See the module. `edit` carries a `Start`; `use` a name; `changed`: the recipes are others now."""

    back = Signal()
    edit = Signal(object)
    use = Signal(str)
    changed = Signal()
    said = Signal(str)

    def __init__(self, shelf: Shelf, reads: Bridge[Reader]) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Recipes"))
        self._shelf, self._reads = shelf, reads
        self.tiles: list[Tile] = []
        self._grids: list[tuple[QGridLayout, list[Tile]]] = []
        self._columns = 0
        self._focus = ""
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        bring = Button(tr("Import…"), "import", Look.FLAT, tr("Import a recipe"))
        bring.clicked.connect(self._import)
        self.new = Button(tr("New recipe"), "add", Look.FILLED)
        menu = QMenu(self.new)
        for kind, words in (("image", tr("For pictures")), ("table", tr("For tables")), ("mail", tr("For e-mail"))):
            menu.addAction(icons.icon(f"kind-{kind}"), words).triggered.connect(partial(self._new, kind))
        self.new.setMenu(menu)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(title_label(tr("Recipes")))
        titles.addWidget(secondary_label(tr("Drop files on a recipe to add them with it")))
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 10, 16, 10)
        top.setSpacing(8)
        top.addWidget(leave)
        top.addLayout(titles, 1)
        top.addWidget(bring)
        top.addWidget(self.new)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled(self._area.viewport())
        holder = filled(QWidget())
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._area.setWidget(holder)
        self._list: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(hairline())
        whole.addWidget(self._area, 1)
        self.setFocusProxy(self.new)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        shelf = self._shelf
        self._reads.run(lambda reader: read_list(shelf, reader), self.show_list)

    def show_list(self, found: list[Listed]) -> None:
        """Show these recipes."""
        titles = {"image": tr("Pictures"), "table": tr("Tables"), "mail": tr("E-mail")}
        inner = filled(QWidget())
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(8)
        self.tiles, self._grids, self._columns = [], [], 0
        for kind in dict.fromkeys((*KINDS, *(one.kind for one in found))):
            listed = [one for one in found if one.kind == kind]
            if not listed:
                continue
            grid = QGridLayout()
            grid.setSpacing(12)
            tiles = [self._tile(one) for one in listed]
            column.addWidget(section_label(titles.get(kind, kind)))
            column.addLayout(grid)
            column.addSpacing(8)
            self._grids.append((grid, tiles))
            self.tiles += tiles
        column.addStretch(1)
        before, self._list = self._list, inner
        self._holder.addWidget(inner)
        inner.show()
        if before is not None:  # it stays where it is until it is gone: taken out, it would be a window of its own
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._arrange()
        wanted, self._focus = self._focus.casefold(), ""
        for tile in self.tiles:
            if wanted and tile.listed.name.casefold() == wanted:
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(tile)

    def _tile(self, listed: Listed) -> Tile:
        tile = Tile(listed)
        tile.clicked.connect(partial(self._edit, listed))
        tile.menu_asked.connect(partial(self._pop_up, tile))
        return tile

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(4, (self.width() - 28) // _WIDE))
        if columns == self._columns:
            return
        self._columns = columns
        for grid, tiles in self._grids:
            for place, tile in enumerate(tiles):
                grid.addWidget(tile, place // columns, place % columns)
            for place in range(4):
                grid.setColumnStretch(place, 1 if place < columns else 0)

    # One recipe

    def menu(self, tile: Tile) -> QMenu:
        """What can be done with a recipe."""
        one, menu = tile.listed, QMenu(tile)
        parts: list[tuple[str, str, Callable[..., object]] | None] = []
        if not one.wrong:
            parts += [
                (tr("Use for what I add next"), "check", partial(self._use, one)),
                (tr("Change…"), "recipes", partial(self._edit, one)),
                (tr("Duplicate"), "copy", partial(self._duplicate, one)),
                (tr("Export…"), "export", partial(self._export, one)),
            ]
        if one.hides:
            parts += [None, (tr("Back to the built-in recipe…"), "undo", partial(self._ask_remove, one))]
        elif not one.built_in:
            parts += [None, (tr("Delete…"), "trash", partial(self._ask_remove, one))]
        for part in parts:
            if part is None:
                menu.addSeparator()
            else:
                menu.addAction(icons.icon(part[1]), part[0]).triggered.connect(part[2])
        return menu

    def _pop_up(self, tile: Tile) -> None:
        menu = self.menu(tile)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(tile.more.mapToGlobal(QPoint(0, tile.more.height())))

    def _edit(self, one: Listed, *_checked: bool) -> None:
        if one.wrong:
            self.said.emit(one.wrong)
        else:
            self.edit.emit(Start(one.text, one.name, one.name))

    def _use(self, one: Listed, *_checked: bool) -> None:
        self.use.emit(one.name)

    def _new(self, kind: str, *_checked: bool) -> None:
        names = {"image": tr("New picture recipe"), "table": tr("New table recipe"), "mail": tr("New e-mail recipe")}
        shelf, name = self._shelf, names[kind]

        def open_it(free: str) -> None:
            self.edit.emit(Start(_NEW[kind], free, ""))

        self._reads.run(lambda _reader: shelf.free_name(name), open_it)

    def _duplicate(self, one: Listed, *_checked: bool) -> None:
        shelf = self._shelf
        self._reads.run(lambda _reader: shelf.duplicate(one.name).name, self._came, self._failed)

    def _export(self, one: Listed, *_checked: bool) -> None:
        start, files = f"{one.name}{SUFFIX}", f"Dropmill (*{SUFFIX} *.json)"
        chosen = QFileDialog.getSaveFileName(self, tr("Export this recipe"), start, files)[0]
        if chosen:
            export_text(self._reads, one.text, Path(chosen), self.said.emit)

    @Slot()
    def _import(self) -> None:
        files = f"Dropmill (*{SUFFIX} *.json)"
        chosen = QFileDialog.getOpenFileName(self, tr("Import a recipe"), "", files)[0]
        if chosen:
            self.bring(Path(chosen))

    def bring(self, file: Path) -> None:
        """Keep the recipe in `file`, under a free name."""
        shelf = self._shelf

        def keep(_reader: Reader) -> str:
            loaded = load_file(file)
            return shelf.save(loaded.text, name=shelf.free_name(loaded.name)).name

        def failed(error: Exception) -> None:
            words = sentence(error.problems[0]) if isinstance(error, RecipeError) else str(error)
            self.said.emit(tr("{0} was not imported. {1}").format(printable(file.name), words))

        self._reads.run(keep, self._came, failed)

    def _came(self, name: str) -> None:
        self._focus = name
        self.said.emit(tr("{0} is saved.").format(isolated(printable(name))))
        self.changed.emit()
        self.refresh()

    def _failed(self, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self.said.emit(tr("The recipes could not be changed: {0}.").format(reason))

    def _ask_remove(self, one: Listed, *_checked: bool) -> None:
        name = isolated(printable(one.name))
        title = tr("Delete {0}?").format(name)
        text = tr("Batches that were added with it keep it. Export it first if you may want it again.")
        delete, keep = tr("Delete the recipe"), tr("Keep it")
        if one.hides:
            title = tr("Go back to the built-in {0}?").format(name)
            text = tr("Your changes to it are lost. Batches that were added with them keep them.")
            delete = tr("Lose my changes")
        question = Question(self, title, text, [("remove", delete), ("keep", keep)], "recipes")
        question.setProperty("recipe", one.name)
        question.answered.connect(self._remove_answered)
        question.open()

    @Slot(str)
    def _remove_answered(self, answer: str) -> None:
        if answer != "remove":
            return
        shelf, name = self._shelf, str(self.sender().property("recipe"))

        def removed(_there: bool) -> None:
            self._focus = name
            self.changed.emit()
            self.refresh()

        self._reads.run(lambda _reader: shelf.remove(name), removed, self._failed)
