"""The controls of a form, one for each shape of a value.

Owns: how a value is shown and put in. Must not know: recipes. Each has `value()`, `show_value()` and says `edited`
when a person changed it, never when `show_value` did.
"""

import csv
import io
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

from app.window import icons
from app.window.editor.schema import Field, Shape
from app.window.looks.choice import Choice
from app.window.text import tr
from app.window.theme import font
from app.window.widgets import HEIGHT, RADIUS, Button, CheckBox, Look, draw_ring, icon_button

Role = QPalette.ColorRole
TOP = Qt.AlignmentFlag.AlignTop


class Control(QWidget):
    """What all of them are. `name`: what screen readers call it."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def value(self) -> Any:
        """What was put in, as it stands in a recipe; None = nothing."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show `value`."""
        raise NotImplementedError

    def insert(self, text: str) -> None:
        """Put `text` in where the cursor is, for controls of text."""

    def _put(self, widget: QWidget, stretch: int = 0) -> None:
        widget.setAccessibleName(self.name)
        self._row.addWidget(widget, stretch)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)


class Check(Control):
    """A box to tick."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._box = CheckBox(name)
        self._box.clicked.connect(self.edited)
        self._put(self._box)
        self._row.addStretch(1)

    def value(self) -> bool:
        return self._box.isChecked()

    def show_value(self, value: Any) -> None:
        self._box.setChecked(value is True)


class NumberBox(QDoubleSpinBox):
    """A number with as many decimals as it has. At its minimum, an optional one is empty."""

    def textFromValue(self, value: float) -> str:
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        text, point = locale.toString(value, "f", self.decimals()), locale.decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(Role.Dark))
        painter.setBrush(palette.color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        parts = QStyle.SubControl
        for part, icon in ((parts.SC_SpinBoxUp, "chevron-up"), (parts.SC_SpinBoxDown, "chevron-down")):
            box = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
            icons.draw(painter, icon, palette.color(Role.PlaceholderText), box)
        if self.hasFocus():
            draw_ring(painter, self.rect(), palette.color(Role.Accent))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it stands in a page that scrolls


class Number(Control):
    """A number in its range."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(name)
        self._whole, self._optional = field.shape is Shape.WHOLE, field.optional
        self._box = box = NumberBox()
        box.setDecimals(0 if self._whole else 4)
        small = field.most <= 1 or field.default in (1.0, 0.5)
        box.setSingleStep(0.1 if small and not self._whole else 1)
        least = field.least + (0.0001 if field.open_below else 0)
        self._nothing = least - (1 if self._whole else 0.0001)
        box.setRange(self._nothing if self._optional else least, field.most)
        if self._optional:
            box.setSpecialValueText(" ")
        box.setFixedHeight(HEIGHT)
        box.setFixedWidth(96)
        box.setFont(font(0, tabular=True))
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setKeyboardTracking(True)
        box.valueChanged.connect(self._changed)
        self._quiet = False
        self._put(box)

    def _changed(self, _value: float) -> None:
        if not self._quiet:
            self.edited.emit()

    def value(self) -> int | float | None:
        found = self._box.value()
        if self._optional and found <= self._nothing:
            return None
        return int(found) if self._whole or found == int(found) else round(found, 4)

    def show_value(self, value: Any) -> None:
        self._quiet = True
        number = isinstance(value, int | float) and not isinstance(value, bool)
        self._box.setValue(value if number else self._nothing)
        self._quiet = False


class Line(Control):
    """A line of text. `browse`: asks for a file or a folder, for lines that hold one."""

    def __init__(self, name: str, field: Field, hint: str = "", browse: Callable[[QWidget], str] | None = None) -> None:
        super().__init__(name)
        self._field, self._browse = field, browse
        self.line = QLineEdit()
        self.line.setFont(font())
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.edited)
        self._put(self.line, 1)
        if browse is not None:
            button = icon_button("folder", tr("Choose for {name}").format(name=name))
            button.clicked.connect(self._choose)
            self._row.addWidget(button)

    def value(self) -> Any:
        text = self.line.text()
        if self._field.shape is Shape.VALUE:
            return _scalar(text, self._field.types)
        return None if not text and self._field.optional else text

    def show_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))

    def insert(self, text: str) -> None:
        self.line.insert(text)
        self.edited.emit()

    @Slot()
    def _choose(self) -> None:
        chosen = self._browse(self) if self._browse is not None else ""
        if chosen:
            self.line.setText(chosen)
            self.edited.emit()


def _scalar(text: str, types: frozenset[str]) -> Any:
    """A number where it looks like one and may be one, else the text; None for nothing."""
    if not text.strip():
        return None
    for name, made in (("integer", int), ("number", float)):
        if name in types:
            try:
                return made(text)
            except ValueError:
                continue
    if "array" in types and len(parts := text.replace("-", ",").split(",")) > 1:  # "3, 12"
        return [_scalar(part.strip(), frozenset({"integer"})) for part in parts]
    return text


def choose_folder(parent: QWidget) -> str:
    """A folder that the person chooses, or ""."""
    return QFileDialog.getExistingDirectory(parent, tr("Choose a folder"))


def choose_file(parent: QWidget) -> str:
    """A file that the person chooses, or ""."""
    return QFileDialog.getOpenFileName(parent, tr("Choose a file"))[0]


class Names(Line):
    """Names with commas between them, those with a comma in quotes. `*` stands for all where that is allowed."""

    def value(self) -> Any:
        text = self.line.text().strip()
        if text == "*" and self._field.star:
            return "*"
        found = [name.strip() for row in csv.reader([text], skipinitialspace=True) for name in row if name.strip()]
        return found if found or not self._field.optional else None

    def show_value(self, value: Any) -> None:
        names = value if isinstance(value, list) else [] if value is None else [str(value)]
        self.line.setText(_listed([str(name) for name in names]))

    def insert(self, text: str) -> None:
        now = self.value() or []
        if now != "*" and text not in now:
            self.line.setText(_listed([*now, text]))
            self.edited.emit()


def _listed(names: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(names)
    return out.getvalue().replace(",", ", ") if not any("," in name for name in names) else out.getvalue()


class OneOf(Control):
    """One of several values. With `number`, a number of one's own is another choice."""

    def __init__(self, name: str, field: Field, words: Callable[[Any], str]) -> None:
        super().__init__(name)
        self._values: list[Any] = list(field.choices)
        if field.optional and None not in self._values:
            self._values.insert(0, None)
        self._default = field.default
        self._box = Choice(name)
        for value in self._values:
            self._box.addItem(tr("Not set") if value is None else words(value))
        self._number: Number | None = None
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.activated.connect(self._chosen)
        self._put(self._box)
        if field.shape is Shape.VALUE:
            self._box.addItem(tr("A number"))
            self._number = Number(name, Field(field.where, field.key, Shape.WHOLE, least=0, most=1000, default=1))
            self._number.edited.connect(self.edited)
            self._row.addWidget(self._number)
            self._number.hide()

    def value(self) -> Any:
        place = self._box.currentIndex()
        if place < len(self._values):
            return self._values[place] if place >= 0 else self._default
        return self._number.value() if self._number is not None else self._default

    def show_value(self, value: Any) -> None:
        at = next((n for n, one in enumerate(self._values) if one == value and type(one) is type(value)), -1)
        if at < 0 and self._number is not None and isinstance(value, int):
            self._number.show_value(value)
            at = len(self._values)
        self._box.setCurrentIndex(at)
        if self._number is not None:
            self._number.setVisible(at == len(self._values))

    @Slot()
    def _chosen(self) -> None:
        if self._number is not None:
            self._number.setVisible(self._box.currentIndex() == len(self._values))
        self.edited.emit()


class Swatch(Button):
    """A button in the colour that it changes."""

    def __init__(self, name: str) -> None:
        super().__init__("", "appearance", Look.BORDERED, name)
        self.shown = QColor()

    def sizeHint(self) -> QSize:
        return QSize(HEIGHT, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(Role.Dark))
        painter.setBrush(self.shown)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus():
            draw_ring(painter, self.rect(), self.palette().color(Role.Accent))


class Color(Line):
    """A colour as #rrggbb, with a button to choose it."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(name, field)
        self.line.setMaximumWidth(110)
        self._swatch = Swatch(tr("Choose {name}").format(name=name))
        self._swatch.clicked.connect(self._ask)
        self._row.addWidget(self._swatch)
        self._row.addStretch(1)
        self.line.textChanged.connect(self._show)

    @Slot(str)
    def _show(self, text: str) -> None:
        color = QColor(text[:7]) if len(text) in (7, 9) else QColor()
        self._swatch.shown = color if color.isValid() else self.palette().color(Role.Base)
        self._swatch.update()

    @Slot()
    def _ask(self) -> None:
        color = QColorDialog.getColor(self._swatch.shown, self, self.name)
        if color.isValid():
            self.line.setText(color.name())
            self.edited.emit()


class Marks(Control):
    """Some of several values."""

    def __init__(self, name: str, field: Field, words: Callable[[Any], str]) -> None:
        super().__init__(name)
        self._boxes: list[tuple[Any, CheckBox]] = []
        for value in field.choices:
            box = CheckBox(words(value))
            box.clicked.connect(self.edited)
            self._row.addWidget(box)
            self._boxes.append((value, box))
        self._row.addStretch(1)
        self.setFocusProxy(self._boxes[0][1])

    def value(self) -> list[Any]:
        return [value for value, box in self._boxes if box.isChecked()]

    def show_value(self, value: Any) -> None:
        for mark, box in self._boxes:
            box.setChecked(isinstance(value, list) and mark in value)


class Numbers(Control):
    """A fixed count of numbers."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(name)
        one = Field(field.where, field.key, Shape.NUMBER, least=field.least, most=field.most)
        self._boxes = [Number(f"{name} {n + 1}", one) for n in range(field.count)]
        for box in self._boxes:
            box.edited.connect(self.edited)
            self._row.addWidget(box)
        self.setFocusProxy(self._boxes[0])

    def value(self) -> list[Any]:
        return [box.value() for box in self._boxes]

    def show_value(self, value: Any) -> None:
        for n, box in enumerate(self._boxes):
            box.show_value(value[n] if isinstance(value, list | tuple) and n < len(value) else 0)
