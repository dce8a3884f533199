"""The icon in the system's tray, while the window is hidden and work goes on, and for notifications.

Owns: the icon, its menu, its tooltip. Must not know: the queue. Where the system has no tray, it is never there.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from app.window import icons
from app.window.actions import Actions
from app.window.text import tr

Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """See the module. `opened`: a person wants the window back; `left`: wants to quit. `there()`: whether the system
    has a tray now."""

    opened = Signal()
    left = Signal()

    def __init__(
        self, actions: Actions, parent: QObject, there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable
    ) -> None:
        super().__init__(parent)
        self._actions, self._there = actions, there
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self.words = ""

    @property
    def available(self) -> bool:
        """Whether the window can be hidden: there is a tray to come back from. Ask on the GUI thread."""
        return self._there()

    @property
    def shown(self) -> bool:
        """Whether the icon is there."""
        return self._icon is not None and self._icon.isVisible()

    def show(self) -> None:
        """Put the icon there."""
        if self._icon is None:
            self._icon = self._make()
        self._icon.setToolTip(self.words)
        self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def tell(self, words: str) -> None:
        """How the work goes, for the tooltip."""
        if words != self.words:
            self.words = words
            if self._icon is not None:
                self._icon.setToolTip(words)

    @Slot(str, str)
    def notify(self, heading: str, text: str) -> None:
        """Show a notification. The icon comes with it and goes when the window is opened."""
        self.show()
        if self._icon is not None:
            self._icon.showMessage(heading, text, self._icon.icon())

    def _make(self) -> QSystemTrayIcon:
        known = QApplication.windowIcon()
        made = QSystemTrayIcon(icons.icon("dropmill") if known.isNull() else known, self)
        made.activated.connect(self._activated)
        self._menu = menu = QMenu()
        open_again = QAction(tr("Open Dropmill"), menu)
        open_again.triggered.connect(self.opened)
        quit_now = QAction(tr("Quit"), menu)
        quit_now.triggered.connect(self.left)
        menu.addAction(open_again)
        menu.addSeparator()
        self._actions.fill(menu, "run", "pause", "-")
        menu.addAction(quit_now)
        made.setContextMenu(menu)
        return made

    def close(self) -> None:
        """Take the icon and its menu away for good."""
        self.hide()
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    @Slot(Reason)
    def _activated(self, reason: Reason) -> None:
        if reason is not Reason.Context:
            self.opened.emit()
