"""The list of actions with their keys; a click on the keys takes others.

Owns: the list, what is said about a conflict, the way back. Must not know: what actions do.
"""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.window.actions import Actions
from app.window.card import Card
from app.window.memory import Memory
from app.window.settings.lines import Panel
from app.window.shortcuts.keys import Use, is_whole, refusal, used_by
from app.window.text import tr
from app.window.widgets import Button, hairline, icon_button, label, secondary_label

_WIDTH = 168


def shown(keys: QKeySequence | str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Catcher(Button):
    """Shows the keys of an action; pressed, it takes the next keys. `caught` carries them."""

    caught = Signal(object)

    catching = False  # of the class: Qt sends events before an instance is ready

    def __init__(self) -> None:
        super().__init__("")
        self.setFixedWidth(_WIDTH)
        self._before = ("", "")
        self.clicked.connect(self.begin)

    def show_keys(self, keys: str, name: str) -> None:
        """Show keys; `name` is what screen readers say."""
        self.catching = False
        self._before = (keys or tr("None"), name)
        self.set_text(*self._before)

    @Slot()
    def begin(self) -> None:
        """Wait for keys."""
        self.catching = True
        self.set_text(tr("Press the new keys…"))

    def event(self, event: QEvent) -> bool:
        if self.catching and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the keys come here, not to the action that has them now
            return True
        if self.catching and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._pressed(event.keyCombination())
            return True
        return super().event(event)

    def _pressed(self, combination: QKeyCombination) -> None:
        bare = combination.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if combination.key() == Qt.Key.Key_Escape and bare:
            self._give_up()
        elif is_whole(combination):
            self._give_up()
            self.caught.emit(combination)

    def _give_up(self) -> None:
        self.catching = False
        self.set_text(*self._before)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.catching:
            self._give_up()


class Row(QWidget):
    """One action. `caught`: (action, keys); `reset`: the action."""

    caught = Signal(str, object)
    reset = Signal(str)

    def __init__(self, use: Use) -> None:
        super().__init__()
        self.use = use
        self.keys = Catcher()
        self.keys.caught.connect(self._caught)
        self.back = icon_button("undo", tr("The keys that {action} had at first").format(action=use.text))
        self.back.clicked.connect(self._reset)
        words = label(use.text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        row.addWidget(words, 1)
        if use.fixed:
            fixed = secondary_label(tr("{keys}, in the table").format(keys=shown(use.keys)))
            row.addWidget(fixed)
        else:
            row.addWidget(self.back)
            row.addWidget(self.keys)
        self.show_use(use, False)

    def show_use(self, use: Use, changed: bool) -> None:
        """Show the keys as they are now; `changed`: a person chose them."""
        self.use = use
        keys = shown(use.keys)
        name = tr("{action}: {keys}. Change these keys") if keys else tr("{action}: no keys. Give it keys")
        self.keys.show_keys(keys, name.format(action=use.text, keys=keys))
        self.back.setVisible(changed)

    @Slot(object)
    def _caught(self, combination: QKeyCombination) -> None:
        self.caught.emit(self.use.action, combination)

    @Slot()
    def _reset(self) -> None:
        self.reset.emit(self.use.action)


class ShortcutsPanel(Panel):
    """See the module."""

    def __init__(self, actions: Actions, memory: Memory) -> None:
        super().__init__(tr("Shortcuts"))
        self._actions, self._memory = actions, memory
        self._wanted: tuple[str, str] | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search commands"))
        self.search.setAccessibleName(tr("Search commands"))
        self.search.textChanged.connect(self._search)
        self.reset_all = Button(tr("Reset all"), name=tr("Give every command the keys that it had at first"))
        self.reset_all.clicked.connect(self._reset_all)
        self.words = label("", wrap=True)
        self.take = Button(tr("Use them here"))
        self.take.clicked.connect(self._take)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.reset_all)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.words, 1)
        told.addWidget(self.take)
        card = Card(0, 0)
        card.column.setContentsMargins(16, 3, 12, 3)
        self.rows: dict[str, Row] = {}
        self._lines: dict[str, QWidget] = {}
        for use in self.uses():
            row = self.rows[use.action] = Row(use)
            row.caught.connect(self._caught)
            row.reset.connect(self._reset)
            whole = self._lines[use.action] = QWidget()
            column = QVBoxLayout(whole)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(row)
            column.addWidget(hairline())
            card.column.addWidget(whole)
        self.column.addLayout(top)
        self.column.addLayout(told)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._say("")
        self._show()

    def uses(self) -> list[Use]:
        """Every action with its keys now."""
        portable = QKeySequence.SequenceFormat.PortableText
        return [
            Use(spec.id, name_of(spec.id, spec.text), self._actions[spec.id].shortcut().toString(portable),
                spec.scope == "rows")
            for spec in self._actions.specs()
        ]  # fmt: skip

    def _show(self) -> None:
        changed = self._memory.chosen_keys()
        for use in self.uses():
            self.rows[use.action].show_use(use, use.action in changed)
        self.reset_all.setEnabled(bool(changed))

    def _say(self, words: str, action: str = "", keys: str = "") -> None:
        self._wanted = (action, keys) if keys else None
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.take.setVisible(bool(keys))

    @Slot(str, object)
    def _caught(self, action: str, combination: QKeyCombination) -> None:
        keys = QKeySequence(combination)
        if words := refusal(combination):
            self._say(words)
            return
        other = used_by(keys, action, self.uses())
        if other is None:
            self._keep(action, keys.toString(QKeySequence.SequenceFormat.PortableText))
        elif other.fixed:
            self._say(tr("{keys} is used in the table: {other}.").format(keys=shown(keys), other=other.text))
        else:
            words = tr("{keys} is used by {other}.").format(keys=shown(keys), other=other.text)
            self._say(words, action, keys.toString(QKeySequence.SequenceFormat.PortableText))

    @Slot()
    def _take(self) -> None:
        if self._wanted is not None:
            action, keys = self._wanted
            other = used_by(QKeySequence(keys), action, self.uses())
            if other is not None:
                self._memory.choose_keys(other.action, "")
            self._keep(action, keys)
            self.rows[action].keys.setFocus()

    def _keep(self, action: str, keys: str) -> None:
        self._memory.choose_keys(action, keys)
        self._apply()

    @Slot(str)
    def _reset(self, action: str) -> None:
        self.rows[action].keys.setFocus()  # the button goes
        own = QKeySequence(self._actions.own_keys(action))
        other = used_by(own, action, self.uses())
        self._memory.choose_keys(action, None)
        if other is not None:  # who took them meanwhile gives them back
            self._memory.choose_keys(other.action, "")
        self._apply()

    @Slot()
    def _reset_all(self) -> None:
        for action in self._memory.chosen_keys():
            self._memory.choose_keys(action, None)
        self.search.setFocus()
        self._apply()

    def _apply(self) -> None:
        self._actions.use_keys(self._memory.chosen_keys())
        self._say("")
        self._show()

    @Slot(str)
    def _search(self, text: str) -> None:
        wanted = text.strip().casefold()
        for action, row in self.rows.items():
            there = wanted in row.use.text.casefold() or wanted in shown(row.use.keys).casefold()
            self._lines[action].setVisible(there)


def name_of(action: str, text: str) -> str:
    """An action's name where its menu cannot be seen: "Show Failed", "Theme: Dark"."""
    kind = action.partition("-")[0]
    match kind:
        case "view":
            return tr("Show {view}").format(view=text)
        case "appearance":
            return tr("Theme: {theme}").format(theme=text)
        case "priority":
            return tr("Priority: {priority}").format(priority=text)
        case "closing":
            return tr("Closing while working: {answer}").format(answer=text)
        case _:
            return text.removesuffix("…")
