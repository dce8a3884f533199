"""Where Tab goes when widgets are made after their neighbours: by itself it would come to them last.

Owns: that order. Must not know: what the widgets are.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(after: QWidget, *holders: QWidget) -> None:
    """Let Tab go from `after` through everything in `holders`, in this order, and on to where it went before."""
    last = after
    for holder in holders:
        for widget in (holder, *holder.findChildren(QWidget)):
            if _stops(widget) and widget is not last and widget.window() is last.window():
                QWidget.setTabOrder(last, widget)
                last = widget


def stop_before(widget: QWidget) -> QWidget | None:
    """The widget from which Tab comes to `widget` or what is in it; None where there is none."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget:
        if _stops(found) and not widget.isAncestorOf(found):
            return found
        found = found.previousInFocusChain()
    return None


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
