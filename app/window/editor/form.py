"""A form made from the fields of a schema: label above, unit after, what is wrong below.

Owns: which control a field gets, where it stands, and which fields matter beside the others. Must not know: recipes as
a whole, where a value is kept; it says what a person put in.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.jobs.recipe import Path
from app.window.editor import controls, words
from app.window.editor.controls import Control
from app.window.editor.draft import put_key
from app.window.editor.longtext import LongText
from app.window.editor.pairs import Pairs
from app.window.editor.schema import Field, Shape
from app.window.editor.taborder import put_after, stop_before
from app.window.text import tr
from app.window.theme import tones
from app.window.told import told
from app.window.widgets import Button, Look, icon_button, label, secondary_label

_NARROW = (Shape.CHOICE, Shape.WHOLE, Shape.NUMBER, Shape.COLOR, Shape.NUMBERS)  # two of them stand side by side


class Rows(Control):
    """Several objects with the same keys, each a small form. `keyed`: each has a name, and together they are an
    object."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(name)
        self._field = field
        named = Field(field.where, "column", Shape.LINE, required=True)
        self._fields = (named, *field.parts) if field.keyed else field.parts
        self._forms: list[tuple[Form, dict[str, Any], QWidget]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._row.addLayout(self._column, 1)
        self._add = Button(tr("Add"), "add", Look.FLAT, tr("Add to {name}").format(name=name))
        self._add.clicked.connect(self._add_new)
        self._column.addWidget(self._add)
        self.setFocusProxy(self._add)

    def value(self) -> Any:
        data = [values for _, values, _ in self._forms]
        if not self._field.keyed:
            return [dict(values) for values in data]
        return {str(v.get("column", "")): {k: w for k, w in v.items() if k != "column"} for v in data}

    def show_value(self, value: Any) -> None:
        if self._field.keyed:
            value = [{"column": name, **rules} for name, rules in value.items()] if isinstance(value, dict) else []
        rows = [dict(row) for row in value] if isinstance(value, list) else []
        if rows == [values for _, values, _ in self._forms]:
            return
        while self._forms:
            self._drop(self._forms[-1][2])
        for row in rows:
            self._show_row(row)
        self._order()

    def _order(self) -> None:
        before = stop_before(self)
        if before is not None:
            put_after(before, *(holder for _, _, holder in self._forms), self._add)

    def _show_row(self, values: dict[str, Any]) -> "Form":
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        form = Form(self._fields)
        form.show_values(values)
        row.addWidget(form, 1)
        number = len(self._forms) + 1
        remove = icon_button("close", tr("Remove line {n} of {name}").format(n=number, name=self.name))
        remove.clicked.connect(lambda: self._remove(holder))
        row.addWidget(remove)
        row.setAlignment(remove, controls.TOP)
        self._forms.append((form, values, holder))
        form.edited.connect(self._edited)
        self._column.insertWidget(len(self._forms) - 1, holder)
        holder.show()
        self._add.raise_()
        return form

    @Slot(tuple, object, object)
    def _edited(self, _path: Path, field: Field, value: Any) -> None:
        values = next(values for form, values, _ in self._forms if form is self.sender())
        put_key(values, field, value)
        self.edited.emit()

    def _remove(self, holder: QWidget) -> None:
        self._drop(holder)
        self._add.setFocus()
        self.edited.emit()

    def _drop(self, holder: QWidget) -> None:
        self._forms = [row for row in self._forms if row[2] is not holder]
        holder.hide()
        self._column.removeWidget(holder)
        holder.deleteLater()

    @Slot()
    def _add_new(self) -> None:
        new = {field.key: _start(field) for field in self._fields if field.required}
        form = self._show_row(new)
        self._order()
        form.focus_first()
        self.edited.emit()


def _start(field: Field) -> Any:
    """What a needed key begins with."""
    match field.shape:
        case Shape.CHOICE:
            return field.choices[0]
        case Shape.NAMES:
            return "*" if field.star else []
        case Shape.PAIRS:
            return {}
        case Shape.ROWS:
            return {} if field.keyed else [{part.key: _start(part) for part in field.parts if part.required}]
        case Shape.WHOLE | Shape.NUMBER:
            return max(0, int(field.least))
    return ""


def starting(fields: Iterable[Field]) -> dict[str, Any]:
    """The keys that a new part needs, with values to begin with."""
    return {field.key: _start(field) for field in fields if field.required}


def _control(field: Field, name: str) -> Control:
    """The control for `field`."""
    where, hint = f"{field.where}.{field.key}", told(field.help)

    def word(value: Any) -> str:
        return words.choice(field.key, value)

    match field.shape:
        case Shape.CHECK:
            return controls.Check(name)
        case Shape.WHOLE | Shape.NUMBER:
            return controls.Number(name, field)
        case Shape.CHOICE:
            return controls.OneOf(name, field, word)
        case Shape.VALUE if field.choices:
            return controls.OneOf(name, field, word)
        case Shape.COLOR:
            return controls.Color(name, field)
        case Shape.NAMES:
            return controls.Names(name, field, hint)
        case Shape.MARKS:
            return controls.Marks(name, field, word)
        case Shape.NUMBERS:
            return controls.Numbers(name, field)
        case Shape.PAIRS:
            return Pairs(name)
        case Shape.ROWS:
            return Rows(name, field)
    if where in words.LONG:
        return LongText(name, field)
    browse = controls.choose_folder if where in words.FOLDERS else None
    return controls.Line(name, field, hint, controls.choose_file if where in words.FILES else browse)


class Message(QLabel):
    """What is wrong with a field, in the colour of failures; gone while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        made = label("", -1, wrap=True)
        self.setFont(made.font())
        self.setTextFormat(made.textFormat())
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`; "" = nothing is wrong."""
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(tones().state("failed"))  # asked for at each drawing, so that it follows the theme
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap), self.text())


class FieldBox(QWidget):
    """One field: its name above, its control, its unit after, what is wrong below."""

    edited = Signal(object, object)  # Field, value

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.name = words.label(field.where, field.key)
        self.control = _control(field, self.name)
        self.control.setToolTip(told(field.help) if field.shape is not Shape.LINE else "")
        self._unit = secondary_label()
        self._message = Message()
        self.control.edited.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        numbers = field.shape in (Shape.WHOLE, Shape.NUMBER, Shape.NUMBERS)
        row.addWidget(self.control, 0 if numbers else 1)
        row.addWidget(self._unit)
        if numbers:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if field.shape is not Shape.CHECK:
            column.addWidget(secondary_label(self.name))
        column.addLayout(row)
        column.addWidget(self._message)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit(self.field, self.control.value())

    def refresh(self, values: dict[str, Any], rare: bool) -> None:
        """The values changed: hide the field where it means nothing beside them, or is rarely wanted, unless `rare`."""
        where, key = self.field.where, self.field.key
        wanted = rare or key in values or not words.rare(where, key)
        self.setVisible(wanted and words.matters(where, key, values))
        unit = words.unit(self.field.where, self.field.key, values)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def say(self, text: str) -> None:
        """What is wrong; "" = nothing."""
        self._message.say(text)
        focus = self.control.focusProxy() or self.control
        focus.setAccessibleDescription(text or told(self.field.help))


class Group(QWidget):
    """Keys inside a key: folded away until someone wants them, because most never do."""

    edited = Signal(tuple, object, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.form = Form(field.parts)
        self.form.edited.connect(self._edited)
        self.form.hide()
        self.head = Button(words.label(field.where, field.key), "chevron-right", Look.FLAT)
        self.head.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.form)

    @Slot()
    def _toggle(self) -> None:
        self.unfold(self.form.isHidden())

    def unfold(self, shown: bool) -> None:
        """Show or hide the keys."""
        self.form.setVisible(shown)
        self.head.set_icon("chevron-down" if shown else "chevron-right")

    @Slot(tuple, object, object)
    def _edited(self, path: Path, field: Field, value: Any) -> None:
        self.edited.emit((self.field.key, *path), field, value)


class Form(QFrame):
    """See the module. `edited`: (path of the object below this form's own, field, value). `typing`: the field of text
    that has the cursor now."""

    edited = Signal(tuple, object, object)
    typing = Signal(object)  # FieldBox

    def __init__(self, fields: Iterable[Field]) -> None:
        super().__init__()
        self.boxes: dict[str, FieldBox] = {}
        self.groups: dict[str, Group] = {}
        self._values: dict[str, Any] = {}
        self._rare = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        pair: QHBoxLayout | None = None
        for field in fields:
            if field.shape is Shape.STEPS:
                continue
            if field.shape is Shape.GROUP:
                self._add_group(field)
                continue
            box = self.boxes[field.key] = FieldBox(field)
            box.edited.connect(self._edited)
            self._watch(box)
            if field.shape not in _NARROW:
                self._column.addWidget(box)
                pair = None
            elif pair is None:
                pair = QHBoxLayout()
                pair.setSpacing(16)
                pair.addWidget(box, 1)
                self._column.addLayout(pair)
            else:
                pair.addWidget(box, 1)
                pair = None
        self.more = Button(tr("More"), "chevron-down", Look.FLAT, tr("More fields"))
        self.more.clicked.connect(self._show_rare)
        self._column.addWidget(self.more)
        self.more.setVisible(any(words.rare(box.field.where, box.field.key) for box in self.boxes.values()))

    @Slot()
    def _show_rare(self) -> None:
        hidden = [box for box in self.boxes.values() if box.isHidden()]
        self._rare = True
        self._refresh()
        self.more.hide()
        for box in hidden:
            if not box.isHidden():
                box.control.setFocus()
                return

    def _refresh(self) -> None:
        for box in self.boxes.values():
            box.refresh(self._values, self._rare)

    def _add_group(self, field: Field) -> None:
        group = self.groups[field.key] = Group(field)
        group.edited.connect(self.edited)
        group.form.typing.connect(self.typing)
        self._column.addWidget(group)

    def _watch(self, box: FieldBox) -> None:
        for widget in (box.control.focusProxy(), box.control):
            if widget is not None:
                widget.installEventFilter(self)
                widget.setProperty("key", box.field.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.typing.emit(self.boxes[str(watched.property("key"))])
        return super().eventFilter(watched, event)

    def show_values(self, values: dict[str, Any]) -> None:
        """Show the object `values`."""
        self._values = dict(values)
        for box in self.boxes.values():
            box.control.show_value(values.get(box.field.key, box.field.default))
        self._refresh()
        for key, group in self.groups.items():
            inner = values.get(key)
            group.form.show_values(inner if isinstance(inner, dict) else {})

    @Slot(object, object)
    def _edited(self, field: Field, value: Any) -> None:
        put_key(self._values, field, value)
        changes = words.follows(field.where, field.key, self._values)
        self.edited.emit((), field, value)
        for key, new in changes.items():
            other = self.boxes[key].field
            new = other.default if new is None else new
            put_key(self._values, other, new)
            self.boxes[key].control.show_value(new)
            self.edited.emit((), other, new)
        self._refresh()

    def show_problems(self, found: list[tuple[Path, str]]) -> list[str]:
        """Say below each field what is wrong with it; returns what belongs to none."""
        left: list[str] = []
        for box in self.boxes.values():
            wrong = "\n".join(text for path, text in found if path and path[0] == box.field.key)
            box.say(wrong)
            if wrong:
                box.show()
        for key, group in self.groups.items():
            inner = [(path[1:], text) for path, text in found if path and path[0] == key]
            left += group.form.show_problems(inner)
            if inner:
                group.unfold(True)
        known = self.boxes.keys() | self.groups.keys()
        return left + [text for path, text in found if not path or path[0] not in known]

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for box in self.boxes.values():
            if not box.isHidden():
                box.control.setFocus()
                return
