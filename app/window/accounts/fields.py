"""The fields of an account's form: a caption above, what is put in below.

Owns: how they look and that a wheel turned over them changes nothing. Must not know: accounts.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.window import icons
from app.window.looks.choice import Choice
from app.window.text import tr
from app.window.theme import font
from app.window.widgets import HEIGHT, RADIUS, Button, Look, draw_ring, section_label

Role = QPalette.ColorRole

_COUNT, _PORT = 124, 84
DOTS = "•" * 12  # whatever the length of the password


class Line(QLineEdit):
    """One line of text; `kept` when it was left or Enter was pressed after a change."""

    kept = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font())
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(60)
        self._before = ""
        self.editingFinished.connect(self._finished)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT)

    def show_text(self, text: str) -> None:
        """Show `text` as what is kept."""
        self._before = text
        if self.text() != text:
            self.setText(text)

    @Slot()
    def _finished(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self.kept.emit()


class Count(QSpinBox):
    """A number; at its minimum it is "as the provider allows" (`hint`) and its value None."""

    kept = Signal()

    def __init__(self, name: str, most: int, hint: str = "", least: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._nothing = least - 1 if hint else None
        self.setRange(least - 1 if hint else least, most)
        if hint:
            self.setSpecialValueText(hint)
        self.setFont(font(0, tabular=True))
        self.setFixedHeight(HEIGHT)
        self.setFixedWidth(_COUNT if hint else _PORT)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.lineEdit().setAutoFillBackground(False)
        clear = self.lineEdit().palette()
        clear.setColor(Role.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(clear)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self._quiet = False
        self.valueChanged.connect(self._changed)

    def set_hint(self, hint: str) -> None:
        """Other words for its minimum."""
        self.setSpecialValueText(hint)

    def number(self) -> int | None:
        """The number, None at the minimum."""
        return None if self.value() == self._nothing else self.value()

    def show_number(self, value: int | None) -> None:
        """Show a number that is kept."""
        self._quiet = True
        self.setValue(self.minimum() if value is None else value)
        self._quiet = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it stands in a page that scrolls

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Fusion's own has no border that can be seen in high contrast.
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Dark))
        painter.setBrush(palette.color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        x = 6 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - 17
        ink, half = palette.color(Role.PlaceholderText), self.height() // 2
        icons.draw(painter, "chevron-up", ink, QRect(x, 4, 11, half - 4))
        icons.draw(painter, "chevron-down", ink, QRect(x, half, 11, half - 4))
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))

    def _changed(self, _value: int) -> None:
        if not self._quiet:
            self.kept.emit()


class Password(QWidget):
    """A password that is never shown: dots and Change…. In a form for a new account (`open_at_once`) it is an empty
    line. `entered` carries another password."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known = False
        self.line = _Secret(tr("Password"))
        self.line.cancelled.connect(self.close_line)
        self.line.returnPressed.connect(self._keep)
        self.change = Button(tr("Change…"), "key", Look.BORDERED, tr("Change the password…"))
        self.change.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.change)
        self.close_line()

    def show_known(self, known: bool) -> None:
        """Whether a password is kept."""
        self._known = known
        if self.line.isReadOnly():
            self.close_line()

    def open_at_once(self) -> None:
        """An empty line without a button: its text is taken with the rest of the form."""
        self.change.hide()
        self._open()

    def typed(self) -> str:
        """What was typed in and not kept yet."""
        return "" if self.line.isReadOnly() else self.line.text()

    def _open(self) -> None:
        self.line.setReadOnly(False)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setPlaceholderText("")
        self.line.clear()
        self.change.set_text(tr("Keep"), tr("Keep this password"))

    @Slot()
    def close_line(self) -> None:
        """Back to the dots; what was typed is forgotten."""
        self.line.clear()
        self.line.setReadOnly(True)
        self.line.setEchoMode(QLineEdit.EchoMode.Normal)
        self.line.setText(DOTS if self._known else "")
        self.line.setPlaceholderText(tr("None is kept yet"))
        self.change.set_text(
            tr("Change…") if self._known else tr("Enter…"),
            tr("Change the password…") if self._known else tr("Enter the password…"),
        )

    @Slot()
    def _pressed(self) -> None:
        if self.line.isReadOnly():
            self._open()
            self.line.setFocus()
        else:
            self._keep()

    @Slot()
    def _keep(self) -> None:
        text = self.line.text()
        if self.line.isReadOnly() or self.change.isHidden():
            return
        if text:
            self._known = True
        self.close_line()
        self.change.setFocus()
        if text:
            self.entered.emit(text)


class _Secret(QLineEdit):
    """The line of a password. Esc takes the change back."""

    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font())
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(60)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


class Labelled(QWidget):
    """A field with its caption."""

    def __init__(self, caption: str, field: QWidget) -> None:
        super().__init__()
        self.caption: QLabel = section_label(caption)
        self.caption.setBuddy(field)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.caption)
        column.addWidget(field)
        self.setFocusProxy(field)
        policy = QSizePolicy.Policy.Expanding if isinstance(field, QLineEdit | Password) else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)


def choice(name: str, entries: list[tuple[str, str]]) -> Choice:
    """A list to choose from; `entries`: (id, words)."""
    made = Choice(name)
    for identity, words in entries:
        made.addItem(words, identity)
    metrics = QFontMetrics(made.font())
    made.setFixedWidth(max(metrics.horizontalAdvance(words) for _, words in entries) + 46)
    return made


class Row(QWidget):
    """Fields side by side, each with its share of the room; one below the other where they do not fit."""

    def __init__(self, *parts: tuple[QWidget, int]) -> None:
        super().__init__()
        self._parts = [part for part, _ in parts]
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget, stretch in parts:
            self._line.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _fits(self, width: int) -> bool:
        wanted = [part.minimumSizeHint().width() for part in self._shown()]
        return sum(wanted) + self._line.spacing() * (len(wanted) - 1) <= width

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self._line.minimumSize().height())

    def heightForWidth(self, width: int) -> int:
        heights = [self._height(part, width) for part in self._shown()]
        if self._fits(width):
            return self._line.heightForWidth(width) if self._line.hasHeightForWidth() else max(heights, default=0)
        return sum(heights) + self._line.spacing() * (len(heights) - 1)

    @staticmethod
    def _height(part: QWidget, width: int) -> int:
        return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if self._fits(self.width()) else direction.TopToBottom)
