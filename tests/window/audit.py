"""What no page of the window may have: controls without a name, clipped words, targets too small, no way in by Tab.

Owns: the rules, over a tree of widgets as it is on screen. Must not know: any page. Each finding is one line.
"""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from app.window.widgets import Button, ElidedLabel
from tests.window.pseudo import CLOSE, OPEN

LEAST = 30  # px: what a finger or an unsteady hand can hit
SLACK = 2  # px: font metrics round
CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QAbstractSlider, QTextEdit,
    QPlainTextEdit,
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")
ADDRESS = re.compile(r"\S+@\S*|\b[\w-]+(\.[\w-]+)*\.(com|org|net|example|csv|jpg|eml)\b")
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def visible(root: QWidget) -> Iterator[QWidget]:
    """Everything on screen below `root` that is the product's own, not a part of a control of Qt's."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is on its way out is nobody's fault
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window() and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether `widget` lives inside one of Qt's controls (the field of a spin box, the list of a combo box)."""
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QHeaderView):
            return True
        parent = parent.parentWidget()
    return type(widget).__name__ in ("QTableCornerButton", "QComboBoxPrivateContainer")


def describe(widget: QWidget) -> str:
    """Where a widget is, for a finding."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    text = getattr(widget, "text", None)
    words = text() if callable(text) else widget.accessibleName()
    return f"{' < '.join(names)} {str(words)[:50]!r} {widget.width()}×{widget.height()}"


def nameless(root: QWidget) -> Iterator[str]:
    """Controls that a screen reader has no name for."""
    for widget in visible(root):
        if isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                yield f"no name: {describe(widget)}"


def unreachable(root: QWidget) -> Iterator[str]:
    """Controls that Tab never comes to."""
    for widget in visible(root):
        if not isinstance(widget, CONTROLS) or not widget.isEnabled():
            continue
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        if group is not None and group.exclusive() and not widget.isChecked():
            continue  # Tab comes to the chosen one, arrows to the others
        if isinstance(widget, QLineEdit) and widget.isReadOnly():  # shows a value; what changes it stands beside it
            continue
        proxy = widget.focusProxy() or widget
        parent = widget.parentWidget()
        if parent is not None and parent.focusPolicy() & Qt.FocusPolicy.TabFocus and parent is not root:
            continue  # a part of a control that has the focus and the keys
        if not proxy.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield f"not reached by Tab: {describe(widget)}"


def small(root: QWidget) -> Iterator[str]:
    """Targets that are smaller than 30×30."""
    for widget in visible(root):
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and (
            widget.height() < LEAST or widget.width() < LEAST
        ):
            yield f"too small: {describe(widget)}"


def clipped(root: QWidget) -> Iterator[str]:
    """Words that do not fit where they stand, and widgets that their parent cuts off."""
    for widget in visible(root):
        shown = _cut_by_parents(widget, root)
        if shown is not None and isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            yield f"cut off ({shown.width()}×{shown.height()} is seen): {describe(widget)}"
        elif isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
            yield from _clipped_label(widget)
        elif isinstance(widget, Button | QCheckBox):
            if widget.width() + SLACK < widget.sizeHint().width():
                yield f"clipped, {widget.sizeHint().width()} wanted: {describe(widget)}"
        elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
            room = widget.width() - 2 * LEAST if widget.actions() else widget.width() - 16
            if QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText()) > room + SLACK:
                yield f"placeholder clipped, {widget.placeholderText()!r}: {describe(widget)}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if not label.text() or (label.pixmap() is not None and not label.pixmap().isNull()):
        return
    if label.wordWrap():
        if label.height() + SLACK < label.heightForWidth(label.width()):
            yield f"clipped, height {label.heightForWidth(label.width())} wanted: {describe(label)}"
    elif label.width() + SLACK < label.sizeHint().width():
        yield f"clipped, {label.sizeHint().width()} wanted: {describe(label)}"


def _cut_by_parents(widget: QWidget, root: QWidget) -> QRect | None:
    """What is seen of a widget that is cut off; None for one that is whole or can be scrolled to."""
    rect = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None:
        area = None if parent is root else parent.parentWidget()
        frame = QRect(parent.mapTo(root, QPoint(0, 0)), parent.size())
        if isinstance(area, QScrollArea) and parent is area.viewport():
            if rect.left() < frame.left() - SLACK or rect.right() > frame.right() + SLACK:
                return rect.intersected(frame)  # nothing scrolls sideways
            return None
        if isinstance(area, QAbstractScrollArea):
            return None  # rows of a list scroll
        seen = rect.intersected(frame)
        if seen.width() + SLACK < rect.width() or seen.height() + SLACK < rect.height():
            return seen
        parent = area
    return None


def untranslated(root: QWidget, data: Iterable[str]) -> Iterator[str]:
    """Words on screen that did not come through `tr`, while the pseudo-language is spoken. `data`: what is said as it
    is: names of files, batches and recipes, messages of servers."""
    known = {word.casefold() for text in data for word in WORD.findall(text)}
    for widget in visible(root):
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            continue
        texts = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        for getter in ("text", "placeholderText", "currentText", "title"):
            reader = getattr(widget, getter, None)
            if callable(reader):
                texts.add(str(reader()))
        for text in sorted(texts):
            yield from _bare(text, known, describe(widget))
    for menu in root.findChildren(QMenu):
        for action in menu.actions():
            yield from _bare(action.text(), known, "a menu")


def _bare(text: str, known: set[str], where: str) -> Iterator[str]:
    rest = text
    while MARKED.search(rest):  # what was put into a marked text may be marked itself
        rest = MARKED.sub(" ", rest)
    rest = rest.rpartition(CLOSE)[2].partition(OPEN)[0]  # parts of a sentence that was taken apart at its full stop
    left = [word for word in WORD.findall(ADDRESS.sub(" ", rest)) if word.casefold() not in known]
    if left:
        yield f"not translated, {text!r}: {where}"


def findings(root: QWidget) -> list[str]:
    """Everything that is wrong below `root`, in any language."""
    rules = (nameless, unreachable, small, clipped)
    return [finding for rule in rules for finding in rule(root)]
