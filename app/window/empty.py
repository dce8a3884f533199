"""The empty window: the drop area with its buttons, three recipes to start from; and the face of a view without rows.

Owns: these pages. Must not know: what adding does; actions and `picked` say it.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.window import icons
from app.window.actions import Actions
from app.window.recipes import Recipe
from app.window.text import tr
from app.window.theme import font, tones
from app.window.widgets import Button, Look, draw_ring, filled, label

Role = QPalette.ColorRole


class BigIcon(QWidget):
    """An icon of 44 px in the accent colour (or another tone)."""

    def __init__(self, name: str, size: int = 44, tone: str = "") -> None:
        super().__init__()
        self.name, self.tone = name, tone
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = tones().state(self.tone) if self.tone else self.palette().color(Role.Accent)
        icons.draw(QPainter(self), self.name, colour, self.rect())


class Tile(QAbstractButton):
    """A recipe to start from: icon, name, one or two lines. `third`: what it would read of a drag."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        self.third = ""
        self.target = False
        self.setText(recipe.name)
        self.setAccessibleName(f"{recipe.name}. {recipe.summary}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(88)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, 88)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(Role.Accent), 2) if self.target else palette.color(Role.Mid))
        painter.setBrush(palette.color(Role.AlternateBase if self.underMouse() or self.target else Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - 34 if mirrored else 14
        icons.draw(painter, f"kind-{self.recipe.kind}", palette.color(Role.Accent), QRect(x, 14, 20, 20))
        leading = Qt.AlignmentFlag.AlignLeading
        painter.setFont(font(0, 600))
        painter.setPen(palette.color(Role.Text))
        title = self.rect().adjusted(14, 14, -42, 0) if mirrored else self.rect().adjusted(42, 14, -14, 0)
        title.setHeight(20)
        name = painter.fontMetrics().elidedText(self.recipe.name, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, int(leading | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(font(-1))
        painter.setPen(palette.color(Role.PlaceholderText))
        body = self.rect().adjusted(14, 40, -14, -10)
        if self.third:
            body.setHeight(18)
            metrics = painter.fontMetrics()
            line = metrics.elidedText(self.recipe.summary, Qt.TextElideMode.ElideRight, body.width())
            painter.drawText(body, int(leading), line)
            painter.setPen(palette.color(Role.Text))
            painter.drawText(body.translated(0, 20), int(leading), self.third)
        else:
            painter.drawText(body, int(leading | Qt.TextFlag.TextWordWrap), self.recipe.summary)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent), 8)


class Tiles(QWidget):
    """Three tiles in a row. `picked` carries the name of the recipe."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[Tile] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)

    def show_recipes(self, recipes: list[Recipe]) -> None:
        """Show these recipes."""
        for tile in self.tiles:
            self._row.removeWidget(tile)
            tile.deleteLater()
        self.tiles = [Tile(recipe) for recipe in recipes]
        for tile in self.tiles:
            self._row.addWidget(tile, 1)
            tile.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.picked.emit(tile.recipe.name)


class DropArea(QPushButton):
    """The dashed area. Enter or a click on it adds files, so that dropping is never the only way."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName(tr("Add files; drop them here or press Enter"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(actions["add-files"].trigger)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._build(actions)

    def _build(self, actions: Actions) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        title = label(tr("Drop files or folders here"), 7, 600)
        what = label(tr("Pictures to resize, tables to clean, or a list of people to write to."), 0, secondary=True)
        what.setWordWrap(True)
        what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.files = Button(tr("Add files…"), "add-files", Look.FILLED)
        folder = Button(tr("Add folder…"), "add-folder")
        paste = Button(tr("Paste"), "paste", name=tr("Paste files"))
        for button, name in ((self.files, "add-files"), (folder, "add-folder"), (paste, "paste")):
            button.follow(actions[name])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.files, folder, paste):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.link = Button(tr("What happens to my originals?"), "", Look.LINK)
        self.link.clicked.connect(actions["help-originals"].trigger)
        self._column.addStretch(1)
        self._column.addWidget(BigIcon("drop-in"), 0, centre)
        self._column.addSpacing(4)
        self._column.addWidget(title, 0, centre)
        self._column.addWidget(what)
        self._column.addSpacing(8)
        self._column.addLayout(buttons)
        self._column.addSpacing(4)
        self._column.addWidget(self.link, 0, centre)
        self._column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # by itself, Qt presses buttons with Space alone
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 230)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(palette.color(Role.Dark), 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(palette.color(Role.AlternateBase))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent), 12)


class BannerPlace(QVBoxLayout):
    """Room for one banner, or none."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: QWidget | None = None

    def put(self, banner: QWidget | None) -> None:
        """Show `banner` in place of the one before."""
        if self.shown is not None:
            self.shown.hide()  # it is deleted only when the event loop comes round
            self.removeWidget(self.shown)
            self.shown.deleteLater()
        self.shown = banner
        if banner is not None:
            self.addWidget(banner)


class EmptyPage(QWidget):
    """Screen 1: nothing in the queue."""

    picked = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        filled(self)
        self.area = DropArea(actions)
        self.caption: QLabel = label(tr("Or start from a recipe"), 0, 600)
        self.tiles = Tiles()
        self.tiles.picked.connect(self.picked)
        self.banner = BannerPlace()
        self._column = column = QVBoxLayout()
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(self.area, 1)
        column.addSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self.tiles)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.banner)
        whole.addLayout(column, 1)

    def show_banner(self, banner: QWidget | None) -> None:
        """Put a banner at the top, in place of the one before."""
        self.banner.put(banner)

    def arrange(self, window: int) -> None:
        """Fit a window this wide."""
        edge = 32 if window >= 900 else 16
        self._column.setContentsMargins(edge, edge - 4, edge, edge - 4)


class Blank(QWidget):
    """A view without rows: icon, a sentence, what will appear here; a button when there is a way out."""

    def __init__(self) -> None:
        super().__init__()
        filled(self)
        self.icon = BigIcon("state-done", 28)
        self.title = label("", 2, 600)
        self.text = label("", 0, secondary=True, wrap=True)
        self.button = Button(tr("Search everywhere"))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_words(self, icon: str, tone: str, title: str, text: str, button: bool = False) -> None:
        """Show these words."""
        self.icon.name, self.icon.tone = icon, tone
        self.icon.update()
        self.title.setText(title)
        self.text.setText(text)
        self.button.setVisible(button)
