"""One table before and after: where its rows went, the first of them side by side, and how it was read.

Owns: these three parts, Changes / Before / After. Must not know: recipes, jobs, where a preview comes from.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.jobs.base import Json
from app.window.lines import plain_rows
from app.window.looks.account import (
    Reconciliation,
    RowCounts,
    counts_of,
    mismatch,
    quiet,
    read_as,
    rejected_words,
    removed_words,
)
from app.window.looks.diff import MARK, MARKS, PAD, ROW, DiffDelegate, DiffModel, Way, struck
from app.window.looks.seen import Seen
from app.window.segments import Segments
from app.window.statusbar import IconLabel
from app.window.text import number, printable, tr
from app.window.theme import font
from app.window.widgets import label, secondary_label

_SHOWN = 9  # rows on screen before the list scrolls
_LEAST, _MOST = 56, 220  # px of a column


class _Heading(QHeaderView):
    """Captions in secondary text over a hairline; a column that goes away is struck out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(ROW + 3)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        assert isinstance(model, DiffModel)
        painter.fillRect(rect.adjusted(0, 0, 0, -1), self.palette().color(QPalette.ColorRole.Base))
        gone = logicalIndex > 0 and model.gone(logicalIndex - 1)
        painter.setFont(struck(font(-1, 500)) if gone else font(-1, 500))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        right = logicalIndex == 0 or model.right(logicalIndex - 1)
        side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
        words = rect.adjusted(PAD, 0, -PAD, -1)
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class TableLook(QWidget):
    """See the module. `grows`: the rows take all the height there is."""

    def __init__(self, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DiffModel(self)
        self.account = Reconciliation()
        self.removed = secondary_label(wrap=True)
        self.rejected = secondary_label(wrap=True)
        self.trouble = secondary_label(wrap=True)
        self.ways = Segments([tr("Changes"), tr("Before"), tr("After")], tr("What of the rows is shown"))
        self.ways.chosen.connect(self._show_way)
        self.rows = QTableView()
        self.foot = secondary_label()
        self.read = secondary_label(wrap=True)
        self._set_up(grows)
        self._lay_out(grows)

    def _set_up(self, grows: bool) -> None:
        rows = self.rows
        rows.setAccessibleName(tr("Rows before and after"))
        rows.setModel(self.model)
        rows.setItemDelegate(DiffDelegate(rows))
        rows.setHorizontalHeader(_Heading(rows))
        rows.horizontalHeader().setSectionsClickable(False)
        rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        rows.horizontalHeader().setMinimumSectionSize(30)
        rows.horizontalHeader().setStretchLastSection(True)
        plain_rows(rows, ROW)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if not grows:
            rows.setFixedHeight(ROW + 3 + _SHOWN * ROW)

    def _lay_out(self, grows: bool) -> None:
        self._reasons = QGridLayout()
        self._reasons.setContentsMargins(0, 2, 0, 8)
        self._reasons.setHorizontalSpacing(14)
        self._reasons.setVerticalSpacing(4)
        self._heads = {"removed": secondary_label(tr("Removed")), "rejected": secondary_label(tr("Rejected"))}
        for row, (name, words) in enumerate((("removed", self.removed), ("rejected", self.rejected))):
            words.setForegroundRole(QPalette.ColorRole.Text)
            self._reasons.addWidget(self._heads[name], row, 0, Qt.AlignmentFlag.AlignTop)
            self._reasons.addWidget(words, row, 1)
        self._reasons.setColumnStretch(1, 1)
        top = QHBoxLayout()
        top.addWidget(label(tr("Before and after"), -1, 600))
        top.addStretch()
        top.addWidget(self.ways)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.foot)
        foot.addStretch()
        self._legend = self._make_legend()
        foot.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Rows"), -1, 600))
        column.addWidget(self.account)
        column.addWidget(self.trouble)
        column.addLayout(self._reasons)
        column.addLayout(top)
        column.addWidget(self.rows, 1 if grows else 0)
        column.addLayout(foot)
        column.addSpacing(6)
        self._read_head = label(tr("Read as"), -1, 600)
        column.addWidget(self._read_head)
        column.addWidget(self.read)

    @staticmethod
    def _make_legend() -> QWidget:
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        words = {"changed": tr("changed"), "removed": tr("removed"), "rejected": tr("rejected")}
        for name, text in words.items():
            icon, tone = MARKS[name]
            mark = IconLabel(icon, 14)
            mark.show_icon(icon, tone)
            row.addSpacing(6)
            row.addWidget(mark)
            row.addWidget(quiet(text))
        return legend

    def show_seen(self, seen: Seen, final: Json | None = None) -> None:
        """Show a preview of a table. `final`: the numbers of the whole table, from the job that is done."""
        data = seen.data
        rows: list[Json] = data["rows"]
        looked_at = counts_of(data["counts"], rows)
        counts = looked_at if final is None else counts_of(final)
        self._show_counts(counts, looked_at)
        self.model.show_rows(data["before"], data["after"], rows)
        self._fit_columns()
        whole = counts.read if final is not None or not data["cut"] else None
        self.foot.setText(_first(looked_at.read, whole))
        self.read.setText(" ".join(filter(None, (read_as(data), *(_whole(data) if final is None else ())))))
        self._read_head.setVisible(bool(self.read.text()))

    def show_account(self, final: Json) -> None:
        """The numbers of a job that is done, while its rows are still being looked at."""
        counts = counts_of(final)
        self._show_counts(counts, counts)
        self.read.setText(read_as(final))

    def _show_counts(self, counts: RowCounts, looked_at: RowCounts) -> None:
        self.account.show_counts(counts)
        self.trouble.setText(mismatch(counts))
        self.trouble.setVisible(bool(counts.missing))
        why = rejected_words(looked_at) if counts.rejected else ""
        for name, words, text in (
            ("removed", self.removed, removed_words(counts)),
            ("rejected", self.rejected, why),
        ):
            words.setText(text)
            words.setVisible(bool(text))
            self._heads[name].setVisible(bool(text))

    def _show_way(self, place: int) -> None:
        self.model.show_way(Way(place))
        self._legend.setVisible(place == Way.CHANGES)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """A width for every column from its first rows. (There are 200 at most, and this is done once a preview.)"""
        metrics = QFontMetrics(font(-1, 500, tabular=True))
        self.rows.setColumnWidth(0, MARK + metrics.horizontalAdvance(number(len(self.model.rows))) + PAD)
        for column, name in enumerate(self.model.names):
            wide = metrics.horizontalAdvance(printable(name))
            for row in range(min(40, len(self.model.rows))):
                cell = self.model.cell(row, column)
                wide = max(wide, metrics.horizontalAdvance(f"{cell.old}  {cell.new}".strip()))
            self.rows.setColumnWidth(column + 1, min(_MOST, max(_LEAST, wide + 3 * PAD)))


def _first(shown: int, whole: int | None) -> str:
    """ "First 200 of 4,812 rows"."""
    if whole is not None and whole > shown:
        return tr("First {n} of {all} rows").format(n=number(shown), all=number(whole))
    if whole is None:
        return tr("First {n} rows").format(n=number(shown))
    return tr("All {n} rows").format(n=number(shown))


def _whole(data: Json) -> tuple[str, ...]:
    """That some steps see only these rows here."""
    steps = ", ".join(f"“{printable(str(step))}”" for step in data["whole"])
    return (
        (tr("{steps} sees only these rows here, and all of them when it runs.").format(steps=steps),) if steps else ()
    )
