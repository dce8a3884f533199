"""Settings of the window itself: how it looks, what language it speaks, what closing means, where it begins.

Owns: their lines. They are kept in the window's own file (`Memory`) and act by the same actions as the menus.
"""

from PySide6.QtCore import Slot

from app.window import languages
from app.window.accounts.fields import choice
from app.window.actions import appearances, closings
from app.window.segments import Segments
from app.window.settings.lines import Group, Line, Panel
from app.window.shell import Shell
from app.window.text import tr


def starts() -> list[tuple[str, str]]:
    """What the window may begin with: an action, with its words."""
    return [("", tr("The queue")), ("activity", tr("Activity")), ("watches", tr("Watched folders"))]


class GeneralPanel(Panel):
    """See the module."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("General"))
        self._shell, memory = shell, shell.memory
        looks = [name for name, _ in appearances()]
        self.theme = Segments([words for _, words in appearances()], tr("Theme"))
        self.theme.choose(looks.index(memory.appearance))
        self.theme.chosen.connect(self._theme_chosen)
        self.language = choice(tr("Language"), [(one.code, one.name) for one in languages.available()])
        self.language.setCurrentIndex(max(0, self.language.findData(memory.language)))
        self.language.activated.connect(self._language_chosen)
        self.start = choice(tr("Begin with"), starts())
        self.start.setCurrentIndex(max(0, self.start.findData(memory.start)))
        self.start.activated.connect(self._start_chosen)
        self.closing = choice(tr("When I close the window during work"), closings())
        self.closing.setCurrentIndex(max(0, self.closing.findData(memory.closing or "ask")))
        self.closing.activated.connect(self._closing_chosen)
        self.column.addWidget(
            Group(
                tr("Appearance"),
                Line(tr("Theme"), tr("High contrast follows the system when it is on there."), self.theme),
                Line(tr("Language"), tr("Takes effect at the next start."), self.language),
            )
        )
        self.column.addWidget(
            Group(
                tr("Starting and closing"),
                Line(tr("Begin with"), tr("What the window shows when it opens."), self.start),
                Line(
                    tr("When I close the window during work"),
                    tr("What is not finished stays in the queue for next time."),
                    self.closing,
                ),
            )
        )
        self.column.addStretch(1)

    @Slot(int)
    def _theme_chosen(self, place: int) -> None:
        self._shell.actions_of[f"appearance-{appearances()[place][0]}"].trigger()

    @Slot()
    def _language_chosen(self) -> None:
        languages.choose(self._shell.memory, str(self.language.currentData()))

    @Slot()
    def _start_chosen(self) -> None:
        self._shell.memory.start = str(self.start.currentData())

    @Slot()
    def _closing_chosen(self) -> None:
        self._shell.actions_of[f"closing-{self.closing.currentData()}"].trigger()
