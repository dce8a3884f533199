"""Every command of the window: one table of QActions with words, icons and keys.

Owns: ids, texts, shortcuts and which menu an action stands in. Must not know: what an action does; it says `asked(id)`.
Menus, buttons and tooltips are fed from here, so a key is written down once.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.window import icons
from app.window.text import Face, tr, word
from app.window.theme import Appearance


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys`: "" for none; `scope`: "window", or "rows" for keys that belong to the table."""

    id: str
    text: str
    icon: str = ""
    keys: str = ""
    checkable: bool = False
    scope: str = "window"


VIEWS: tuple[Face | None, ...] = (
    None,
    Face.WAITING,
    Face.RUNNING,
    Face.RETRYING,
    Face.HELD,
    Face.FAILED,
    Face.SKIPPED,
    Face.DONE,
    Face.UNCONFIRMED,
)


def view_id(face: Face | None) -> str:
    """The action that shows the rows with this face (None: all)."""
    return f"view-{face or 'all'}"


def _specs() -> list[Spec]:
    return [
        Spec("add-files", tr("Add files…"), "add-files", "Ctrl+O"),
        Spec("add-folder", tr("Add folder…"), "add-folder", "Ctrl+Shift+O"),
        Spec("paste", tr("Paste files"), "paste", "Ctrl+V"),
        Spec("add-list", tr("Add from a list of paths…"), "list-file"),
        Spec("run", tr("Run"), "run", "Ctrl+R"),
        Spec("pause", tr("Pause"), "pause", "Ctrl+Shift+P"),
        Spec("stop-after", tr("Stop after running files"), "stop", "Ctrl+."),
        Spec("cancel-batch", tr("Cancel this batch"), "close"),
        Spec("find", tr("Search"), "search", "Ctrl+F"),
        Spec("failures", tr("Show failures"), "state-failed", "Ctrl+Shift+F"),
        Spec("retry-all", tr("Retry all failed"), "state-retrying", "Ctrl+Shift+R"),
        Spec("show-output", tr("Show output"), "reveal"),
        Spec("hold-batch", tr("Hold"), "state-held"),
        Spec("run-batch", tr("Run"), "run"),
        Spec("check-mail", tr("Check and send…"), "kind-mail"),
        Spec("dismiss", tr("Remove batch from the list"), "close"),
        Spec("open-output", tr("Open output"), "open", "Return", scope="rows"),
        Spec("reveal-output", tr("Show output in folder"), "reveal", "Ctrl+Return", scope="rows"),
        Spec("reveal-original", tr("Show original in folder"), "folder"),
        Spec("retry", tr("Retry now"), "state-retrying"),
        Spec("hold", tr("Hold"), "state-held", "Ctrl+Shift+H"),
        Spec("release", tr("Release"), "run"),
        Spec("copy", tr("Copy name and message"), "copy", "Ctrl+C"),
        Spec("remove", tr("Remove from queue"), "trash", "Del", scope="rows"),
        *(
            Spec(view_id(face), word(face) if face else tr("All"), f"state-{face}" if face else "all", f"Alt+{n}")
            for n, face in enumerate(VIEWS, start=1)
        ),
        Spec("follow", tr("Follow running files"), checkable=True),
        Spec("next-region", tr("Next region"), "", "F6"),
        Spec("previous-region", tr("Previous region"), "", "Shift+F6"),
        Spec("menu", tr("Menu"), "menu", "F10"),
        *(Spec(f"appearance-{name}", text, checkable=True) for name, text in appearances()),
        Spec("quit", tr("Quit"), "", "Ctrl+Q"),
    ]


def appearances() -> list[tuple[Appearance, str]]:
    """The themes to choose from, with their words."""
    return [
        (Appearance.SYSTEM, tr("As the system")),
        (Appearance.LIGHT, tr("Light")),
        (Appearance.DARK, tr("Dark")),
        (Appearance.CONTRAST, tr("High contrast")),
    ]


class Actions(QObject):
    """The actions by id. `asked` carries the id of the one that was triggered."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.id: spec for spec in _specs()}
        self._actions: dict[str, QAction] = {}
        group = QActionGroup(self)
        for spec in self._specs.values():
            action = QAction(spec.text, self)
            action.setData(spec.id)
            action.setCheckable(spec.checkable)
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            if spec.scope == "rows":  # the table handles these keys itself; elsewhere Return and Del mean other things
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            else:
                window.addAction(action)
            if spec.id.startswith("appearance-"):
                group.addAction(action)
            action.triggered.connect(self._triggered)
            self._actions[spec.id] = action
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @Slot()
    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.asked.emit(sender.data())

    @Slot()
    def restyle(self) -> None:
        """Draw the icons again in the colours of the theme."""
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(icons.icon(spec.icon))

    def allow(self, name: str, allowed: bool, why: str = "") -> None:
        """Enable or grey an action; `why` is what its button's tooltip says while greyed."""
        action = self._actions[name]
        if action.isEnabled() != allowed or action.statusTip() != why:
            action.setStatusTip("" if allowed else why)
            action.setEnabled(allowed)

    def fill(self, menu: QMenu, *names: str) -> QMenu:
        """Put actions into `menu`; "-" is a separator."""
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        return menu

    def main_menus(self, parent: QWidget) -> list[QMenu]:
        """File, Queue, Files, View: everything there is, for the ☰ button and the menu bar of macOS."""
        looks = QMenu(tr("Appearance"), parent)
        self.fill(looks, *(f"appearance-{name}" for name, _ in appearances()))
        file = self.fill(QMenu(tr("File"), parent), "add-files", "add-folder", "paste", "add-list", "-", "quit")
        queue = self.fill(
            QMenu(tr("Queue"), parent), "run", "pause", "stop-after", "-", "retry-all", "failures", "-",
            "show-output", "check-mail", "cancel-batch", "dismiss",
        )  # fmt: skip
        rows = self.fill(QMenu(tr("Selected files"), parent), *ROW_MENU)
        views = self.fill(
            QMenu(tr("View"), parent), *(view_id(face) for face in VIEWS), "-", "find", "follow", "-",
            "next-region", "previous-region", "-",
        )  # fmt: skip
        views.addMenu(looks)
        return [file, queue, rows, views]


ROW_MENU = (
    "open-output", "reveal-output", "reveal-original", "-", "retry", "hold", "release", "-", "copy", "remove",
)  # fmt: skip
