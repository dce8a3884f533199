"""The left side of the editor: the cards of a recipe, or its JSON.

Owns: which card is open, what a person's wishes do to the draft, where the cursor stays when cards are made again. Must
not know: saving, previews.
"""

import json
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.jobs.recipe import Path, Problem
from app.window.editor import plan, schema, words
from app.window.editor.adding import StepList
from app.window.editor.cards import Card, SectionView
from app.window.editor.draft import Draft, is_part, usable
from app.window.editor.form import FieldBox, Form, Message, starting
from app.window.editor.longtext import Framed
from app.window.editor.pills import Pills, insertion
from app.window.editor.plan import Sample
from app.window.editor.schema import Field, Shape
from app.window.editor.taborder import put_after
from app.window.text import tr
from app.window.told import told
from app.window.widgets import filled

WIDEST = 560
_CARDS, _JSON = range(2)
_TEXTS = (Shape.LINE, Shape.NAMES)


class RecipeView(QStackedWidget):
    """See the module. `changed`: the draft is another now. `opened_card`: another card is open. `rebuilt`: all
    cards are new, in this widget."""

    changed = Signal()
    opened_card = Signal()
    rebuilt = Signal(QWidget)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.draft = draft
        self.opened: Path | None = first_open(draft)
        self.wrong_json: list[Problem] = []
        self._sample = Sample()
        self._views: list[SectionView] = []
        self._typing: FieldBox | None = None
        self._trouble = Message()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled(self._area.viewport())
        holder = filled(QWidget())
        self._holder = QHBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addStretch(0)
        self._area.setWidget(holder)
        self._cards: QWidget | None = None
        self.json = QPlainTextEdit()
        self.json.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.json.setAccessibleName(tr("The recipe as JSON"))
        self.json.setTabChangesFocus(True)
        self.json.textChanged.connect(self._json_edited)
        self._json_trouble = Message()
        page = filled(QWidget())
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Framed(self.json), 1)
        column.addWidget(self._json_trouble)
        self.addWidget(self._area)
        self.addWidget(page)
        self.rebuild()

    # Making the cards

    def rebuild(self, focus: Path | None = None) -> None:
        """Make the cards again: some came, went or changed places, or another one is open."""
        bar = self._area.verticalScrollBar()
        height, before = bar.value(), self._cards
        self._typing = None
        inner = filled(QWidget())
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(18)
        self._trouble = Message()
        column.addWidget(self._trouble)
        self._views = []
        for section in plan.sections(self.draft, self.opened or (), self._sample):
            view = self._section(section)
            column.addWidget(view)
        column.addStretch(1)
        self._holder.insertWidget(0, inner, 1)
        inner.show()
        self._cards = inner
        if before is not None:  # it stays where it is until it is gone: taken out, it would be a window of its own
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._show_problems()
        self.rebuilt.emit(inner)
        bar.setValue(height)
        card = self.card(focus) if focus is not None else None
        if card is not None:
            card.head.setFocus(Qt.FocusReason.OtherFocusReason)
            column.activate()
            self._area.ensureWidgetVisible(card, 0, 12)

    def _section(self, section: plan.Section) -> SectionView:
        view = SectionView(section, self.opened)
        view.wants.connect(self._wanted)
        self._views.append(view)
        for card in view.cards:
            if not card.opened:
                continue
            if card.form is not None:
                self._fill(card, card.form)
            if card.spec.path[:1] == ("outputs",) and is_part(card.spec.path) and len(card.spec.path) == 2:
                card.body.addWidget(self._section(plan.nested(self.draft, card.spec.path)))
        return view

    def _fill(self, card: Card, form: Form) -> None:
        form.show_values(self.draft.part(card.spec.path))
        form.edited.connect(self._edited)
        form.typing.connect(self._types)
        self._put_pills(card)

    def _put_pills(self, card: Card) -> None:
        """Columns to choose from, below a form that has fields for them."""
        for old in card.findChildren(Pills, options=Qt.FindChildOption.FindDirectChildrenOnly):
            card.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        path, texts = card.spec.path, any(field.shape in _TEXTS for field in card.spec.fields)
        if self._sample.columns and texts and path and (self.draft.kind == "mail" or path[0] == "steps"):
            pills = Pills(self._sample.columns)
            pills.picked.connect(self._insert)
            card.body.insertWidget(0, pills)
            if card.form is not None:
                pills.stackUnder(card.form)  # before it among the children: Tab follows their order
            put_after(card.more if card.more.isVisibleTo(card) else card.head, pills)

    def cards(self) -> list[Card]:
        """All cards, from the top."""
        return [card for view in self._views for card in view.cards]

    def card(self, path: Path) -> Card | None:
        """The card at `path`."""
        return next((card for card in self.cards() if card.spec.path == path), None)

    def refresh(self) -> None:
        """Values changed, the cards are the same: say it on them."""
        sections = plan.sections(self.draft, self.opened or (), self._sample)
        specs = {spec.path: spec for section in sections for spec in section.cards}
        for card in self.cards():
            path = card.spec.path
            if path not in specs and len(path) > 2:
                specs |= {spec.path: spec for spec in plan.nested(self.draft, path[:2]).cards}
            if path in specs:
                card.show_spec(specs[path])
        self._show_problems()

    def show_sample(self, sample: Sample) -> None:
        """What the preview found out of the sample: names of outputs, columns."""
        before, self._sample = self._sample, sample
        if before.columns != sample.columns:
            for card in self.cards():
                if card.form is not None:
                    self._put_pills(card)
        self.refresh()

    # What is wrong

    def _show_problems(self) -> None:
        found = [problem for problem in self.draft.problems() if problem.place != ("name",)]
        told_of: set[int] = set()
        for card in sorted(self.cards(), key=lambda one: -len(one.spec.path)):
            path = card.spec.path
            keys = {field.key for field in card.spec.fields}
            mine = [
                (n, problem)
                for n, problem in enumerate(found)
                if n not in told_of and _belongs(problem.place, path, keys)
            ]
            told_of |= {n for n, _ in mine}
            rest = [sentence(problem.words) for _, problem in mine]
            if card.form is not None:
                inside = [(problem.place[len(path) :], sentence(problem.words)) for _, problem in mine]
                rest = card.form.show_problems(inside)
            card.trouble.say("\n".join(dict.fromkeys(rest)))
        left = [str(problem) for n, problem in enumerate(found) if n not in told_of]
        self._trouble.say("\n".join(map(sentence, left)))

    # What people do

    @Slot(tuple, object, object)
    def _edited(self, below: Path, field: Field, value: Any) -> None:
        card = next(card for card in self.cards() if card.form is self.sender())
        self.draft.put((*card.spec.path, *below), field, value)
        self.refresh()
        self.changed.emit()

    @Slot(object)
    def _types(self, box: FieldBox) -> None:
        self._typing = box

    @Slot(str)
    def _insert(self, column: str) -> None:
        box = self._typing
        if box is None:
            card = next(card for card in self.cards() if card.opened and card.form is not None)
            boxes = card.form.boxes.values() if card.form is not None else ()
            box = next(box for box in boxes if box.field.shape in _TEXTS and not box.isHidden())
        box.control.insert(insertion(self.draft.kind, box.field, column))

    @Slot(str, tuple, int)
    def _wanted(self, what: str, path: Path, number: int) -> None:
        draft, focus = self.draft, path
        match what:
            case "open":
                self._open(path)
                return
            case "add":
                self._add(path)
                return
            case "move":
                focus = draft.move(path, number)
            case "duplicate":
                focus = draft.duplicate(path)
            case "turn":
                draft.turn(path, draft.part(path).get("off") is not True)
            case "remove":
                if path[:-1] == ("outputs",) and len(draft.parts(("outputs",))) < 2:
                    return
                draft.remove(path)
                left = len(draft.parts(path[:-1]))
                focus = (*path[:-1], min(int(path[-1]), left - 1)) if left else path[:-2]
        if what == "duplicate":
            self.opened = focus
        elif what in ("move", "remove"):
            self.opened = None if self.opened is None or is_part(self.opened) else self.opened
            if what == "move":
                self.opened = focus
        self.rebuild(focus)
        self.changed.emit()
        self.opened_card.emit()

    def _open(self, path: Path) -> None:
        closes = path == self.opened
        self.opened = (path[:-2] or None) if closes else path
        self.rebuild(path)
        self.opened_card.emit()

    def _add(self, path: Path) -> None:
        if path == ("outputs",):
            self.add_part(path, {"name": f"{{name}}-{len(self.draft.parts(path)) + 1}"})
            return
        steps = list(schema.steps(self.draft.kind, len(path) > 1))
        shown = StepList(self, [do for do in steps if do != "orient"])
        shown.setProperty("path", json.dumps(path))
        shown.chosen.connect(self._add_chosen)
        button = next((view.add for view in self._views if view.section.adds == path and view.add is not None), self)
        shown.open_at(button)

    @Slot(str)
    def _add_chosen(self, do: str) -> None:
        path = tuple(json.loads(self.sender().property("path")))
        self.add_step(path, do)

    def add_step(self, path: Path, do: str) -> None:
        """Put a new step into the list at `path` and open it."""
        model = schema.steps(self.draft.kind, len(path) > 1)[do]
        fields = schema.fields(self.draft.kind, model)
        self.add_part(path, {"do": do, **starting(fields), **words.STARTS.get(do, {})}, do)

    def add_part(self, path: Path, part: dict[str, Any], do: str = "") -> None:
        """Put a step or an output into the list at `path` and open it."""
        at = plan.place_for(self.draft, path, do, self.opened or ())
        self.draft.insert(path, at, part)
        self.opened = (*path, at)
        self.rebuild()
        card = self.card(self.opened)
        if card is not None and card.form is not None:
            card.form.focus_first()
            self._area.ensureWidgetVisible(card, 0, 12)
        self.changed.emit()
        self.opened_card.emit()

    # JSON

    @property
    def shows_json(self) -> bool:
        """Whether the recipe is shown as JSON."""
        return self.currentIndex() == _JSON

    def show_json(self, shown: bool) -> None:
        """Show the recipe as JSON, or as cards. What is wrong with the JSON is lost with it."""
        if shown == self.shows_json:
            return
        if shown:
            self._write_json()
        self.wrong_json = []
        self.setCurrentIndex(_JSON if shown else _CARDS)
        if shown:
            self.json.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.opened = (
                self.opened if self.opened is not None and self.draft.at(self.opened) else first_open(self.draft)
            )
            self.rebuild()
        self.changed.emit()

    def _write_json(self) -> None:
        self.json.blockSignals(True)
        self.json.setPlainText(self.draft.text)
        self.json.blockSignals(False)
        self._json_trouble.say("")

    @Slot()
    def _json_edited(self) -> None:
        text = self.json.toPlainText()
        self.wrong_json = usable(text, self.draft.kind)
        self._json_trouble.say("\n".join(sentence(str(problem)) for problem in self.wrong_json))
        if not self.wrong_json:
            self.draft.replace_all(text)
        self.changed.emit()

    def show_again(self) -> None:
        """The draft was changed from outside."""
        self.wrong_json = []
        if self.shows_json:
            self._write_json()
        self.opened = first_open(self.draft)
        self.rebuild()


def first_open(draft: Draft) -> Path | None:
    """The card that is open at first: the message, or the first step that does something."""
    if draft.kind == "mail":
        return ("message",)
    steps = draft.parts(("steps",))
    number = next((n for n, step in enumerate(steps) if step.get("do") != "orient"), None)
    if number is not None:
        return ("steps", number)
    return ("outputs", 0) if draft.kind == "image" else ("write",)


def _belongs(place: Path, path: Path, keys: set[str]) -> bool:
    """Whether what is wrong at `place` is told on the card at `path`, whose form has `keys`."""
    if not path:
        return bool(place) and place[0] in keys
    return place[: len(path)] == path


def sentence(text: str) -> str:
    """What is wrong as a sentence of its own."""
    text = told(text)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "…")) else ".")
