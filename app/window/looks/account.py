"""Where the rows of a table went: the numbers with their proof, who removed how many, and how the file was read.

Owns: the words and the card. Must not know: where the numbers come from (a preview or a finished job).
"""

from dataclasses import dataclass, field

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.jobs.base import Json
from app.window.looks.toned import Toned
from app.window.result import Card
from app.window.statusbar import IconLabel
from app.window.text import isolated, number, printable, tr, trn
from app.window.theme import font
from app.window.widgets import ElidedLabel, label


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows of one table: read + created = written + removed + rejected, or something is wrong. `removed` by step,
    `rejected_why`: how many of the rows that were looked at were rejected for which reason."""

    read: int
    written: int
    removed: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    created: int = 0
    rejected_why: dict[str, int] = field(default_factory=dict)

    @property
    def missing(self) -> int:
        """Rows that nothing accounts for (negative: too many)."""
        return self.read + self.created - self.written - sum(self.removed.values()) - self.rejected


def counts_of(counts: Json, rows: list[Json] | None = None) -> RowCounts:
    """From "counts" of a preview or from what a finished job says of itself; `rows` of a preview say why."""
    why: dict[str, int] = {}
    for row in rows or ():
        if row["status"] == "rejected":
            why[row["reason"]] = why.get(row["reason"], 0) + 1
    removed = {str(step): int(n) for step, n in (counts.get("removed") or {}).items()}
    return RowCounts(
        int(counts.get("read", 0)), int(counts.get("written", 0)), removed, int(counts.get("rejected", 0)),
        int(counts.get("created", 0)), why,
    )  # fmt: skip


def removed_words(counts: RowCounts) -> str:
    """ "98 by “filter”, 23 by “dedupe”"; "" when no step removed any."""
    words = tr("{n} by “{step}”")
    return ", ".join(words.format(n=number(n), step=printable(step)) for step, n in counts.removed.items() if n)


def rejected_words(counts: RowCounts) -> str:
    """ "61 × not a number in amount": the reasons, most frequent first."""
    ordered = sorted(counts.rejected_why.items(), key=lambda item: -item[1])
    return "\n".join(f"{number(n)} × {printable(reason)}" for reason, n in ordered[:5])


def read_as(data: Json) -> str:
    """How a file was read, every guess in words: "UTF-8, comma, quotes “"”, header in row 1, Windows line ends."."""
    parts: list[str] = []
    form = str(data.get("format") or "")
    if data.get("encoding"):
        parts.append(str(data["encoding"]).upper())
    elif form:
        parts.append(form)
    delimiter = data.get("delimiter")
    if delimiter:
        parts.append(_delimiter(str(delimiter)))
    if data.get("quote"):
        parts.append(tr("quotes {mark}").format(mark=isolated(str(data["quote"]))))
    if "header" in data:
        row = int(data.get("skipped") or 0) + 1
        parts.append(tr("header in row {n}").format(n=number(row)) if data["header"] else tr("no header"))
    if data.get("encoding") and data.get("newline"):
        ends = {"\r\n": tr("Windows line ends"), "\n": tr("Unix line ends"), "\r": tr("old Mac line ends")}
        parts.append(ends.get(str(data["newline"]), ""))
    sentence = ", ".join(part for part in parts if part)
    if data.get("sure") is False:
        return tr("{words}. Some of this is a guess.").format(words=sentence)
    return f"{sentence}." if sentence else ""


def _delimiter(mark: str) -> str:
    named = {",": tr("comma"), ";": tr("semicolon"), "\t": tr("tab"), "|": tr("pipe"), " ": tr("space")}
    return named.get(mark) or tr("“{mark}” between cells").format(mark=mark)


class Reconciliation(Card):
    """The card "4,812 read = 4,630 written + 121 removed + 61 rejected, adds up" and the lines below it."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)

    def show_counts(self, counts: RowCounts) -> None:
        """Show these numbers and whether they add up."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        removed = sum(counts.removed.values())
        self._row.addWidget(_figure(counts.read, tr("read")))
        if counts.created:
            self._row.addWidget(_sign("+"))
            self._row.addWidget(_figure(counts.created, tr("created")))
        self._row.addWidget(_sign("="))
        self._row.addWidget(_figure(counts.written, tr("written")))
        for n, word, tone in ((removed, tr("removed"), ""), (counts.rejected, tr("rejected"), "warn")):
            self._row.addWidget(_sign("+"))
            self._row.addWidget(_figure(n, word, tone if n else ""))
        self._row.addStretch()
        right = counts.missing == 0
        icon = IconLabel("check" if right else "warning")
        icon.show_icon("check" if right else "warning", "done" if right else "failed")
        self._row.addWidget(icon)
        words = tr("Adds up") if right else tr("Does not add up")
        self._row.addWidget(Toned(words, "done" if right else "failed", -1, 500))
        self.setAccessibleName(sentence(counts))


def sentence(counts: RowCounts) -> str:
    """The whole equation for a screen reader."""
    created = f" + {number(counts.created)} {tr('created')}" if counts.created else ""
    words = tr("{read} read{created} = {written} written + {removed} removed + {rejected} rejected.").format(
        read=number(counts.read), created=created, written=number(counts.written),
        removed=number(sum(counts.removed.values())), rejected=number(counts.rejected),
    )  # fmt: skip
    return f"{words} {tr('Adds up') if not counts.missing else mismatch(counts)}"


def mismatch(counts: RowCounts) -> str:
    """What does not add up; "" when everything does."""
    if not counts.missing:
        return ""
    n = abs(counts.missing)
    if counts.missing > 0:
        what = trn("1 row is missing", "%Ln rows are missing", n)
    else:
        what = trn("there is 1 row too many", "there are %Ln rows too many", n)
    return tr("Does not add up: {what}.").format(what=what)


def _figure(n: int, word: str, tone: str = "") -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Toned(number(n), tone, 2, 600))
    column.addWidget(quiet(word))
    return made


def quiet(text: str) -> ElidedLabel:
    """A small grey word that gives way where there is little room."""
    made = ElidedLabel(text)
    made.setFont(font(-1))
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _sign(mark: str) -> QLabel:
    return label(mark, 0, secondary=True)
