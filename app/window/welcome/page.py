"""The welcome page: three cards with a sample each, three promises, and "Start with my own files".

Owns: how it looks and what its buttons ask for. Must not know: what a sample is made of (`samples.py`).
"""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.window import icons
from app.window.empty import BigIcon
from app.window.text import tr, trn
from app.window.theme import tones
from app.window.welcome.samples import pictures
from app.window.widgets import Button, Look, filled, label, secondary_label

Role = QPalette.ColorRole
ART = (120, 72)  # px: the drawing of a card in a high and in a low window
LOW = 640


class Art(QWidget):
    """What becomes of what, drawn: pictures, a table or a list at the start side, the results at the other."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedHeight(ART[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Mid) if tones().contrast else Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(Role.Window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = self.rect().center()
        icons.draw(
            painter, "arrow-right", palette.color(Role.PlaceholderText), QRect(middle.x() - 8, middle.y() - 8, 16, 16)
        )
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        scale = self.height() / ART[0]
        painter.translate(middle.x(), middle.y())
        painter.scale(scale, scale)
        {"image": self._pictures, "table": self._table, "mail": self._letters}[self._kind](painter)

    def _sheet(self, painter: QPainter, x: float, y: float, width: float, height: float) -> None:
        painter.setPen(self.palette().color(Role.Mid))
        painter.setBrush(self.palette().color(Role.Base))
        painter.drawRoundedRect(QRectF(x, y, width, height), 3, 3)

    def _lines(self, painter: QPainter, x: float, colours: list[str]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for n, name in enumerate(colours):
            painter.setBrush(tones().track if not name else tones().accent2 if name == "kept" else tones().state(name))
            painter.drawRoundedRect(QRectF(x, -32 + n * 10, 48 if n % 3 == 0 else 58, 4), 2, 2)

    def _photo(self, painter: QPainter, x: float, y: float, width: float, height: float) -> None:
        self._sheet(painter, x, y, width, height)
        inner = QRectF(x + 3, y + 3, width - 6, height - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones().accent2)
        painter.drawRect(inner)
        painter.setBrush(self.palette().color(Role.Accent))
        painter.drawRect(QRectF(inner.x(), inner.y() + inner.height() * 0.62, inner.width(), inner.height() * 0.38))
        painter.setBrush(self.palette().color(Role.Base))
        size = inner.height() * 0.22
        painter.drawEllipse(QRectF(inner.x() + inner.width() * 0.62, inner.y() + inner.height() * 0.18, size, size))

    def _pictures(self, painter: QPainter) -> None:
        for step in range(3):
            self._photo(painter, -112 + step * -7, -40 + step * 7, 84, 62)
        self._photo(painter, 32, -22, 56, 42)
        self._photo(painter, 96, -10, 30, 24)

    def _table(self, painter: QPainter) -> None:
        self._sheet(painter, -116, -42, 84, 84)
        self._lines(painter, -104, ["", "failed", "", "", "retrying", "", ""])
        self._sheet(painter, 32, -42, 84, 84)
        self._lines(painter, 44, ["kept"] * 5)

    def _letters(self, painter: QPainter) -> None:
        self._sheet(painter, -116, -42, 84, 84)
        self._lines(painter, -104, [""] * 7)
        for step in range(3):
            self._sheet(painter, 28 + step * 10, -38 + step * 17, 72, 44)
        icons.draw(painter, "kind-mail", self.palette().color(Role.Accent), QRect(76, 10, 16, 16))


class Card(QFrame):
    """One sample: drawing, name, what it does, the button that runs it. `tried` carries the kind."""

    tried = Signal(str)

    def __init__(self, kind: str, title: str, text: str, button: str) -> None:
        super().__init__()
        self._kind = kind
        self.art = Art(kind)
        self.button = Button(button, "", Look.BORDERED, f"{title}: {button}")
        self.button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._clicked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(BigIcon(f"kind-{kind}", 20))
        head.addWidget(label(title, 2, 600, wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.art)
        column.addLayout(head)
        column.addWidget(secondary_label(text, wrap=True))
        column.addStretch(1)
        column.addWidget(self.button)

    @Slot()
    def _clicked(self) -> None:
        self.tried.emit(self._kind)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(Role.Mid))
        painter.setBrush(self.palette().color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class WelcomePage(QScrollArea):
    """See the module. `tried`: a sample of this kind; `back`: leave the page; `guide`: the first help page."""

    tried = Signal(str)
    back = Signal()
    guide = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Welcome"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards = [
            Card(
                "image",
                tr("Web photos"),
                tr("Makes pictures small enough for the web, with a thumbnail each. Location is removed."),
                trn("Try with 1 sample picture", "Try with %Ln sample pictures", pictures()),
            ),
            Card(
                "table",
                tr("Clean table"),
                tr("Trims spaces, removes duplicate rows and saves as UTF-8. Tells where every row went."),
                tr("Try with a sample table"),
            ),
            Card(
                "mail",
                tr("Letters by e-mail"),
                tr("Writes one message a row and attaches the right file. The sample sends nothing."),
                tr("Try with a sample list"),
            ),
        ]
        for card in self.cards:
            card.tried.connect(self.tried)
        self.own = Button(tr("Start with my own files"), "drop-in", Look.FILLED)
        self.own.clicked.connect(self.back)
        self.read = Button(tr("Read the one-page guide"), "help", Look.FLAT)
        self.read.clicked.connect(self.guide)
        self._lay_out()
        self.setFocusProxy(self.own)

    def _lay_out(self) -> None:
        inside = filled(QWidget())
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(8)
        column.addStretch(1)
        column.addLayout(_centred(BigIcon("dropmill", 36), label(tr("Welcome to Dropmill"), 13, 600)))
        line = label(
            tr("Drop many files, choose what should happen, and get on with your day."), 1, secondary=True, wrap=True
        )
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(line)
        column.addSpacing(12)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        for card in self.cards:
            self._cards.addWidget(card, 1)
        column.addLayout(self._cards)
        column.addSpacing(12)
        self._promises = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._promises.setSpacing(16)
        self._promises.addStretch(1)
        for icon, words in (
            ("shield", tr("Originals are never changed unless you say so")),
            ("disk", tr("Nothing is lost if the computer stops")),
            ("kind-mail", tr("No e-mail is sent twice")),
        ):
            self._promises.addLayout(_promise(icon, label(words, -1)))
        self._promises.addStretch(1)
        column.addLayout(self._promises)
        column.addSpacing(16)
        column.addLayout(_centred(self.own, self.read))
        column.addStretch(2)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge = 32 if self.width() >= 900 else 16
        self._column.setContentsMargins(edge, 16, edge, 16)
        down = QBoxLayout.Direction.TopToBottom
        across = QBoxLayout.Direction.LeftToRight
        room = self.viewport().width() - 2 * edge
        for box in (self._cards, self._promises):
            box.setDirection(across)
            if box.minimumSize().width() > room:
                box.setDirection(down)
        for card in self.cards:
            card.art.setFixedHeight(ART[self.height() < LOW])


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _promise(icon: str, words: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(BigIcon(icon, 16, "done"))
    row.addWidget(words)
    row.addStretch(1)
    return row
