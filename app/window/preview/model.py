"""The lines of the preview: one an output, of jobs read a page at a time.

Owns: which lines a segment shows and their words. Must not know: how a line is drawn, the page around it. A line is an
id, a place and a fate; its words are made when it comes into sight, so that a hundred thousand cost little.
"""

import os
from array import array
from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.model import Job
from app.store.reader import Reader
from app.window import describe
from app.window.preview.survey import CONFLICTS, NOT_WRITTEN, RENAMED, Chunk, Fate
from app.window.text import printable, size, tr

Index = QModelIndex | QPersistentModelIndex
PAGE = 64  # lines whose jobs are read together
KEPT = 4_096  # jobs kept in memory


class Column(IntEnum):
    """Columns of the list."""

    ORIGINAL = 0
    OUTPUT = 1
    FATE = 2
    SIZE = 3


class Group(IntEnum):
    """Segments of the list."""

    ALL = 0
    CONFLICTS = 1
    WARNINGS = 2
    LEFT_OUT = 3


_FATES: dict[Group, frozenset[Fate]] = {
    Group.ALL: frozenset(Fate),
    Group.CONFLICTS: CONFLICTS,
    Group.WARNINGS: frozenset({Fate.NOTED}),
    Group.LEFT_OUT: frozenset({Fate.LEFT_OUT, Fate.DONE}),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line in words. `icon`, `tone`: of what happens, "" = none. `first`: of its job."""

    original: str
    output: str
    what: str
    icon: str
    tone: str
    size: str
    first: bool


class PreviewModel(QAbstractTableModel):
    """See the module. `reader` belongs to the GUI thread."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._jobs, self._places, self._fates = array("q"), array("h"), array("b")
        self._shown: array[int] = array("l")
        self._group = Group.ALL
        self._known: OrderedDict[int, tuple[Job, list[str]]] = OrderedDict()
        self._ratios: dict[int, float] = {}

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._jobs, self._places, self._fates, self._shown = array("q"), array("h"), array("b"), array("l")
        self._known.clear()
        self._ratios = {}
        self.endResetModel()

    def add(self, chunk: Chunk) -> None:
        """Lines of some more jobs."""
        start = len(self._jobs)
        wanted = _FATES[self._group]
        more = array("l", (start + n for n, fate in enumerate(chunk.fates) if fate in wanted))
        self._jobs.extend(chunk.jobs)
        self._places.extend(chunk.places)
        self._fates.extend(chunk.fates)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(more) - 1)
            self._shown.extend(more)
            self.endInsertRows()

    def show_group(self, group: Group) -> None:
        """Show one segment."""
        self.beginResetModel()
        self._group = group
        wanted = _FATES[group]
        self._shown = array("l", (n for n, fate in enumerate(self._fates) if fate in wanted))
        self.endResetModel()

    def set_ratios(self, ratios: dict[int, float]) -> None:
        """How large an output is to its input, by the output's place, as samples have shown it."""
        self._ratios = ratios
        if self._shown:
            self.dataChanged.emit(self.index(0, Column.SIZE), self.index(len(self._shown) - 1, Column.SIZE))

    def job_at(self, row: int) -> Job | None:
        """The job of a line."""
        if not 0 <= row < len(self._shown):
            return None
        found = self._of(row)
        return found[0] if found is not None else None

    def place_at(self, row: int) -> int:
        """Which of its job's outputs a line is, −1 = none."""
        return self._places[self._shown[row]]

    def next_job(self, row: int) -> int:
        """The line of the next job that is written, from `row` on and round; −1 when there is none."""
        count = len(self._shown)
        here = self._jobs[self._shown[row]] if 0 <= row < count else 0
        for step in range(1, count + 1):
            line = self._shown[(row + step) % count]
            if self._jobs[line] != here and Fate(self._fates[line]) not in NOT_WRITTEN:
                return (row + step) % count
        return -1

    def _of(self, row: int) -> tuple[Job, list[str]] | None:
        number = self._jobs[self._shown[row]]
        found = self._known.get(number)
        if found is None:
            start = row // PAGE * PAGE
            self._read(dict.fromkeys(self._jobs[line] for line in self._shown[start : start + PAGE]))
            found = self._known.get(number)
        return found

    def _read(self, numbers: dict[int, None]) -> None:
        for job in self._reader.jobs([n for n in numbers if n not in self._known]):
            self._known[job.id] = (job, [path for _, path in self._reader.planned(job.id)])
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def line(self, row: int) -> Line | None:
        """The words of a line; None when its job is gone."""
        found = self._of(row)
        if found is None:
            return None
        job, planned = found
        at = self._shown[row]
        place, fate = self._places[at], Fate(self._fates[at])
        first = row == 0 or self._jobs[self._shown[row - 1]] != job.id
        path = planned[place] if 0 <= place < len(planned) else ""
        icon, tone = ICONS[fate]
        return Line(
            describe.name(job), shown_path(path, job.input), what_happens(job, fate), icon, tone,
            self._about(job, place, fate), first,
        )  # fmt: skip

    def _about(self, job: Job, place: int, fate: Fate) -> str:
        ratio = self._ratios.get(place)
        return size(round(job.size * ratio)) if ratio is not None and fate not in NOT_WRITTEN else ""

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in roles:
            return None
        line = self.line(index.row())
        if line is None:
            return None
        match Column(index.column()):
            case Column.ORIGINAL:
                heard = role == Qt.ItemDataRole.AccessibleTextRole
                return line.original if line.first or heard else ""
            case Column.OUTPUT:
                return line.output or "—"
            case Column.FATE:
                return line.what
            case Column.SIZE:
                return line.size

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (tr("Original"), tr("Will be written as"), tr("What happens"), tr("Size about"))
        return titles[section]


ICONS: dict[Fate, tuple[str, str]] = {
    Fate.NEW: ("", ""),
    Fate.NOTED: ("info", "waiting"),
    Fate.NUMBERED: ("warning", "warn"),
    Fate.REPLACES: ("warning", "warn"),
    Fate.ORIGINAL: ("warning", "warn"),
    Fate.STAYS: ("warning", "warn"),
    Fate.DONE: ("state-skipped", "waiting"),
    Fate.LEFT_OUT: ("state-failed", "failed"),
}


def what_happens(job: Job, fate: Fate) -> str:
    """One sentence without its full stop: "New file", "Numbered, the name is taken"."""
    match fate:
        case Fate.NEW:
            return tr("New file")
        case Fate.NOTED:
            others = [warning for warning in job.warnings if warning.code != RENAMED]
            return printable((others or job.warnings)[0].message)
        case Fate.NUMBERED:
            return tr("Numbered, the name is taken")
        case Fate.REPLACES:
            return tr("Replaces the file that is there")
        case Fate.ORIGINAL:
            return tr("Replaces the original, a copy is kept")
        case Fate.STAYS:
            return tr("Not written: {why}").format(why=printable(job.message or ""))
        case Fate.DONE:
            return printable(job.message or tr("Nothing to do"))
        case Fate.LEFT_OUT:
            return tr("Left out: {why}").format(why=printable(job.message or ""))


def shown_path(path: str, original: str) -> str:
    """A path below the original's folder without that folder, else the whole."""
    folder = os.path.dirname(original).rstrip("/\\") + os.sep
    return printable(path.removeprefix(folder))
