"""The card of figures above the preview: what will be written, how large, where, what is in the way.

Owns: the words of the five figures. Must not know: where they come from.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.window.looks.toned import Toned
from app.window.preview.survey import Sums
from app.window.result import Card
from app.window.text import files, number, size, tr, trn
from app.window.theme import font
from app.window.widgets import ElidedLabel, hairline


@dataclass(frozen=True, slots=True)
class Figure:
    """Caption, figure, what it means; `tone` of the figure, "" = text."""

    caption: str
    figure: str
    more: str
    tone: str = ""


def estimated(sums: Sums, ratios: dict[int, float]) -> int | None:
    """Bytes that will be written, about: None before a sample was looked at. An output that no sample has shown counts
    as large as its input, so that a drive is not called large enough by mistake."""
    if not ratios:
        return None
    return round(sum(count * ratios.get(place, 1.0) for place, count in sums.bytes_of.items()))


def figures(kind: str, policy: str, sums: Sums, ratios: dict[int, float]) -> list[Figure]:
    """The five figures."""
    each = sums.outputs / sums.ready if sums.ready else 0
    per = {
        "image": tr("{n} for each picture"),
        "table": tr("{n} for each table"),
    }.get(kind, tr("{n} for each file"))
    written = per.format(n=number(round(each))) if each == round(each) and each else tr("of {files}").format(
        files=files(sums.ready)
    )  # fmt: skip
    weight = estimated(sums, ratios)
    free = Figure(tr("Free space"), "–" if sums.free is None else size(sums.free), "")
    if sums.free is not None:
        needed = weight if weight is not None else sums.bytes_in
        enough = sums.free > needed
        free = Figure(
            tr("Free space"), size(sums.free), tr("enough") if enough else tr("not enough"), "" if enough else "failed"
        )
    meaning = {
        "number": tr("a number is added"),
        "skip": tr("they stay, nothing is written"),
        "replace": tr("they are replaced"),
        "newer": tr("older ones are replaced"),
    }[policy]
    return [
        Figure(tr("Will be written"), files(sums.outputs), written),
        Figure(
            tr("Estimated size"), "–" if weight is None else size(weight),
            tr("from {size}").format(size=size(sums.bytes_in)),
        ),
        free,
        Figure(
            tr("Already there"), files(sums.conflicts), meaning if sums.conflicts else tr("nothing is in the way"),
            "warn" if sums.conflicts else "",
        ),
        Figure(
            tr("Left out"), files(sums.left_out), tr("cannot be read, or done before") if sums.left_out else "",
            "failed" if sums.left_out else "",
        ),
    ]  # fmt: skip


class FiguresCard(Card):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(14)
        self._cells: list[tuple[ElidedLabel, Toned, ElidedLabel]] = []
        self._parts: list[QWidget] = []
        for place in range(5):
            if place:
                line = hairline(vertical=True)
                line.setFixedHeight(38)
                row.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(1)
            caption, figure, more = ElidedLabel(), Toned("", "", 2, 600), ElidedLabel()
            caption.setFont(font(-2, 600))
            more.setFont(font(-1))
            for quiet in (caption, more):
                quiet.setForegroundRole(quiet.palette().ColorRole.PlaceholderText)
            for cell in (caption, figure, more):
                column.addWidget(cell)
            self._cells.append((caption, figure, more))
            row.addWidget(part, 1)
            self._parts.append(part)

    def show_figures(self, shown: list[Figure]) -> None:
        """Show these."""
        for (caption, figure, more), part, value in zip(self._cells, self._parts, shown, strict=True):
            caption.setText(value.caption)
            figure.show_words(value.figure, value.tone)
            more.setText(value.more)
            part.setAccessibleName(", ".join(filter(None, (value.caption, value.figure, value.more))))

    def words(self) -> list[str]:
        """All of it, for tests and screen readers."""
        return [part.accessibleName() for part in self._parts]


def warning(sums: Sums) -> str:
    """What to know before originals are replaced; "" when none is."""
    if not sums.originals:
        return ""
    words = trn(
        "1 original is replaced. A copy of it is kept until you dismiss the batch ({size})",
        "%Ln originals are replaced. A copy of each is kept until you dismiss the batch ({size})",
        sums.originals,
    )
    return words.format(size=size(sums.original_bytes))
