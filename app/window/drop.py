"""What covers the centre while files are dragged over the window: how many there are and what would happen to them.

Owns: the words of the overlay and which recipe is the target. Must not know: submitting. Counting runs on its own
thread; the overlay looks at its tally ten times a second.
"""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.window.counting import Counting, Tally
from app.window.empty import BigIcon, Tiles
from app.window.recipes import Recipe
from app.window.statusbar import IconLabel
from app.window.text import SEPARATOR, files, number, size, tr, trn
from app.window.theme import tones
from app.window.widgets import filled, label

SAMPLE_MS = 100
Role = QPalette.ColorRole


def drop_title(recipe: Recipe, tally: Tally) -> str:
    """ "Drop to add 312 files with Web photos", as far as that is known."""
    fits = tally.reads(recipe.suffixes)
    if fits:
        return tr("Drop to add {files} with {recipe}").format(files=files(fits), recipe=recipe.name)
    return tr("Drop to add with {recipe}").format(recipe=recipe.name)


def drop_second(tally: Tally) -> str:
    """ "4 folders and 2 files · 1.9 GB so far, still counting"."""
    parts = []
    if tally.dropped_folders:
        parts.append(trn("1 folder", "%Ln folders", tally.dropped_folders))
    if tally.dropped_files:
        parts.append(files(tally.dropped_files))
    what = tr(" and ").join(parts)
    amount = size(tally.bytes) if tally.bytes else ""
    if not tally.done:
        amount = tr("{size} so far, still counting").format(size=amount) if amount else tr("still counting")
    return SEPARATOR.join(part for part in (what, amount) if part)


def left_out(recipe: Recipe, tally: Tally) -> str:
    """ "5 files cannot be read by this recipe and will be left out: 4 .pdf, 1 .psd", or ""."""
    others = [(suffix or tr("without a type"), n) for suffix, n in tally.others(recipe.suffixes)]
    total = sum(n for _, n in others)
    if not total:
        return ""
    types = ", ".join(f"{number(n)} {suffix}" for suffix, n in others[:4])
    words = trn(
        "1 file cannot be read by this recipe and will be left out: {types}",
        "%Ln files cannot be read by this recipe and will be left out: {types}",
        total,
    )
    return words.format(types=types)


_GAP = 8  # px between the lines of the panel, and between a sign and its words


class Panel(QWidget):
    """The filled area with the accent border; neutral when nothing can be used."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.neutral = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(Role.Dark if self.neutral else Role.Accent), 2))
        painter.setBrush(palette.color(Role.AlternateBase) if self.neutral else tones().soft["info"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class DropOverlay(QWidget):
    """See the module. `begin`, then `hover` while the mouse moves, then `end` gives the recipe to use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        filled(self)
        self._counting: Counting | None = None
        self._recipe: Recipe | None = None
        self._words = ""
        self.panel, self.tiles = Panel(), Tiles()
        self.icon = BigIcon("drop-in")
        self.title = label("", 7, 600, wrap=True)
        self.second = label("", 0, secondary=True)
        self.warning = label("", -1, wrap=True)
        inner = self._inner = QVBoxLayout(self.panel)
        inner.setSpacing(_GAP)
        inner.addStretch(1)
        inner.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.title, self.second):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner.addWidget(widget)
        self.sign = IconLabel("warning", 16)
        self.sign.show_icon("warning", "warn")
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addStretch(1)
        line.addWidget(self.sign)
        line.addWidget(self.warning)
        line.addStretch(1)
        inner.addLayout(line)
        inner.addStretch(1)
        self.caption = label(tr("Or drop on another recipe"), 0, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(self.panel, 1)
        column.addSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self.tiles)
        self._timer = QTimer(self)
        self._timer.setInterval(SAMPLE_MS)
        self._timer.timeout.connect(self.refresh)
        self.panel.resized.connect(self._fit_warning)
        self.hide()

    def begin(self, paths: tuple[str, ...], recipe: Recipe | None, others: list[Recipe]) -> None:
        """Cover the page for a drag of `paths`."""
        self._counting = Counting(paths)
        self._recipe, self._words = recipe, ""
        self.tiles.show_recipes(others)
        self.caption.setVisible(bool(others))
        self.tiles.setVisible(bool(others))
        self._timer.start()
        self._cover()

    def begin_message(self, words: str) -> None:
        """Cover the page with a sentence: nothing of this drag can be used."""
        self._recipe, self._words = None, words
        self.caption.setVisible(False)
        self.tiles.setVisible(False)
        self._cover()

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.refresh()
        self.show()
        self.raise_()

    def hover(self, at: QPoint) -> None:
        """The mouse is at `at` (in this widget)."""
        for tile in self.tiles.tiles:
            over = tile.rect().contains(tile.mapFrom(self, at))
            if over != tile.target:
                tile.target = over
                tile.update()
        self.refresh()

    def target(self) -> Recipe | None:
        """The recipe that a drop would use now."""
        return next((tile.recipe for tile in self.tiles.tiles if tile.target), self._recipe)

    def end(self) -> Recipe | None:
        """The drag left, was given up or dropped: uncover the page. Returns the recipe that was the target."""
        recipe = self.target()
        self._timer.stop()
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        self.hide()
        return recipe

    @Slot()
    def _fit_warning(self) -> None:
        """As wide as its words, or as there is room: between two stretches a label that wraps may be given less width
        than its height was reckoned with."""
        margins = self._inner.contentsMargins()
        room = self.panel.width() - margins.left() - margins.right() - self.sign.width() - _GAP
        words = self.warning.fontMetrics().horizontalAdvance(self.warning.text()) + 4
        self.warning.setFixedWidth(max(1, min(words, room)))

    @Slot()
    def refresh(self) -> None:
        """Show the tally as it is now."""
        recipe, tally = self.target(), self._counting.tally if self._counting is not None else Tally()
        self.panel.neutral = bool(self._words) or (
            recipe is not None and tally.done and not tally.reads(recipe.suffixes) and tally.files > 0
        )
        self.icon.tone = "waiting" if self.panel.neutral else ""
        if self._words or recipe is None:
            self.title.setText(self._words)
            self.second.setText("")
            self.warning.setText("")
        elif self.panel.neutral:
            types = ", ".join(suffix for suffix, _ in tally.others(recipe.suffixes)[:3])
            words = tr("{recipe} cannot read {types} files").format(recipe=recipe.name, types=types)
            self.title.setText(words)
            self.second.setText(tr("Drop on another recipe."))
            self.warning.setText("")
        else:
            self.title.setText(drop_title(recipe, tally))
            self.second.setText(drop_second(tally))
            self.warning.setText(left_out(recipe, tally))
        for tile in self.tiles.tiles:
            fits = tally.reads(tile.recipe.suffixes)
            words = tr("Fits {n} of {all} files").format(n=number(fits), all=number(tally.files)) if tally.files else ""
            if words != tile.third:
                tile.third = words
                tile.update()
        self.sign.setVisible(bool(self.warning.text()))
        self._fit_warning()
        self.panel.update()
        self.icon.update()
