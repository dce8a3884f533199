"""Settings of the work: worker processes, memory, tries. They act on the running engine at once.

Owns: their lines. Must not know: what the engine does with them.
"""

import os

from PySide6.QtCore import Slot

from app.core.tuning import LEAST_SHARE, MOST_SHARE, MOST_TRIES
from app.window.accounts.fields import Count
from app.window.settings.keeper import Keeper, Kept
from app.window.settings.lines import Group, Line, Panel
from app.window.text import NBSP, number, tr

MOST_SHOWN = 64  # more are possible in the settings file; nobody wants to scroll there


class ProcessingPanel(Panel):
    """See the module."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(tr("Processing"))
        self._keeper = keeper
        cores = tr("One a core ({n})").format(n=number(os.cpu_count() or 1))
        self.workers = Count(tr("Worker processes"), MOST_SHOWN, cores)
        self.memory = Count(tr("Share of free memory"), round(MOST_SHARE * 100), least=round(LEAST_SHARE * 100))
        self.memory.setSuffix(f"{NBSP}%")
        self.memory.setSingleStep(5)
        self.tries = Count(tr("Tries"), MOST_TRIES, tr("By cause"))
        for field in (self.workers, self.memory, self.tries):
            field.setFixedWidth(150)
        self.workers.kept.connect(self._workers_chosen)
        self.memory.kept.connect(self._memory_chosen)
        self.tries.kept.connect(self._tries_chosen)
        self.column.addWidget(
            Group(
                tr("At the same time"),
                Line(
                    tr("Worker processes"),
                    tr("More is quicker and leaves less of this computer to other programs. Takes effect at once."),
                    self.workers,
                ),
                Line(
                    tr("Share of free memory"),
                    tr("What all files in work may take together. One that needs more waits, and is worked off alone."),
                    self.memory,
                ),
            )
        )
        self.column.addWidget(
            Group(
                tr("When something does not work"),
                Line(
                    tr("Tries"),
                    tr("For causes that pass by themselves, like a file that is open in another program."),
                    self.tries,
                ),
            )
        )
        self.column.addStretch(1)
        keeper.arrived.connect(self._arrived)

    @Slot(object)
    def _arrived(self, kept: Kept) -> None:
        settings = kept.settings
        self.workers.show_number(settings.workers)
        self.memory.show_number(settings.memory_percent)
        self.tries.show_number(settings.tries)

    @Slot()
    def _workers_chosen(self) -> None:
        self._keeper.change(workers=self.workers.number())

    @Slot()
    def _memory_chosen(self) -> None:
        self._keeper.change(memory_percent=self.memory.value())

    @Slot()
    def _tries_chosen(self) -> None:
        self._keeper.change(tries=self.tries.number())
