"""Settings of what is remembered, and how much room the queue takes.

Owns: their lines. Must not know: which rows go (`app/store/retention.py`).
"""

from PySide6.QtCore import Slot

from app.window.accounts.fields import Count
from app.window.settings.keeper import Keeper, Kept
from app.window.settings.lines import Group, Line, Panel
from app.window.text import NBSP, size, tr
from app.window.widgets import Button

MOST_DAYS, MOST_ROWS = 3_650, 10_000_000


class OriginalsPanel(Panel):
    """See the module."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(tr("Originals and space"))
        self._keeper = keeper
        self.days = Count(tr("Days"), MOST_DAYS)
        self.days.setSuffix(f"{NBSP}{tr('days')}")
        self.rows = Count(tr("Files at most"), MOST_ROWS, least=0)
        self.rows.setSingleStep(10_000)
        for field in (self.days, self.rows):
            field.setFixedWidth(150)
        self.days.kept.connect(self._days_chosen)
        self.rows.kept.connect(self._rows_chosen)
        self.tidy = Button(tr("Tidy now"), name=tr("Tidy the queue now"))
        self.tidy.clicked.connect(self._tidy)
        self.room = Line(tr("Size of the queue"), "", self.tidy)
        self.column.addWidget(
            Group(
                tr("Originals"),
                Line(
                    tr("Originals are not changed"),
                    tr(
                        "Where a recipe replaces files, a copy of each original is kept "
                        "until you remove the batch from the list."
                    ),
                ),
            )
        )
        self.column.addWidget(
            Group(
                tr("What is remembered"),
                Line(
                    tr("Remember finished files"),
                    tr("Then they leave the list, and their batch cannot be undone any more. What failed stays."),
                    self.days,
                ),
                Line(
                    tr("Finished files at most"),
                    tr("The oldest go first. A batch that ended within a day keeps all of its files."),
                    self.rows,
                ),
                self.room,
            )
        )
        self.column.addStretch(1)
        keeper.arrived.connect(self._arrived)

    @Slot(object)
    def _arrived(self, kept: Kept) -> None:
        self.days.show_number(kept.settings.keep_days)
        self.rows.show_number(kept.settings.keep_rows)
        held = kept.size
        words = tr("{size} on the drive.") if not held.free else tr("{size} on the drive; {free} of it are free again.")
        self.room.say(words.format(size=size(held.file + held.log), free=size(held.free)))

    @Slot()
    def _days_chosen(self) -> None:
        self._keeper.change(keep_days=self.days.value())

    @Slot()
    def _rows_chosen(self) -> None:
        self._keeper.change(keep_rows=self.rows.value())

    @Slot()
    def _tidy(self) -> None:
        self._keeper.tidy()
