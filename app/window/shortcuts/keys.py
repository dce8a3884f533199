"""Which keys an action may have. Pure apart from Qt's own value of keys.

Owns: the rules and their words. Must not know: widgets.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.window.text import tr

_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
# What moves and answers in every control stays what it is.
_TAKEN = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Use:
    """An action with keys of its own. `fixed`: they belong to the table of files and cannot be changed."""

    action: str
    text: str
    keys: str
    fixed: bool = False


def is_whole(combination: QKeyCombination) -> bool:
    """Whether more than modifiers is pressed."""
    return combination.key() not in _MODIFIERS and combination.key() != Qt.Key.Key_unknown


def refusal(combination: QKeyCombination) -> str:
    """Why these keys cannot be a shortcut, or ""."""
    key, modifiers = combination.key(), combination.keyboardModifiers()
    strong = modifiers & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    )
    if key in _TAKEN:
        return tr("These keys move through the window and answer questions. Choose others.")
    if not strong and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return tr("Without Ctrl or Alt these keys are needed for typing. Choose others.")
    return ""


def used_by(keys: QKeySequence, action: str, uses: Iterable[Use]) -> Use | None:
    """Who else has these keys."""
    if keys.isEmpty():
        return None
    return next((use for use in uses if use.action != action and QKeySequence(use.keys) == keys), None)
