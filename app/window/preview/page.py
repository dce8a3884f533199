"""The preview sheet: what a batch that waits is going to write, a sample of it, and the button that lets it go.

Owns: the page's parts, what is read when. Must not know: the shell around it, how a batch is planned again. The
rows are planned already: they are read, not worked out a second time.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.model import Batch
from app.core.states import BatchState
from app.jobs.base import PlanRequest
from app.store.reader import Reader
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.looks.choice import Choice
from app.window.looks.pane import LookPane
from app.window.looks.seen import Seen
from app.window.looks.toned import Soft
from app.window.preview.figures import FiguresCard, figures, warning
from app.window.preview.listing import LineList
from app.window.preview.model import Group, PreviewModel
from app.window.preview.survey import Chunk, Sums, Survey, policy_of, replaces_originals
from app.window.segments import Segments
from app.window.statusbar import IconLabel
from app.window.text import SEPARATOR, number, printable, size, things, tr
from app.window.widgets import (
    Button,
    ElidedLabel,
    Look,
    filled,
    hairline,
    icon_button,
    label,
    secondary_label,
    title_label,
)

ONE_SIDE = 968  # px of the page: a window of 1180 less the rail
SAMPLE_MS = 200  # a line that is passed over within this is no sample
SIDE, TABLE_SIDE = 328, 440  # px of the sample beside the list
_ANY = 16_777_215  # what Qt calls no limit
_LIST = 0
_POLICIES = ("number", "skip", "replace", "newer")


class PreviewPage(QWidget):
    """Shows one batch that waits. `back`: leave it; `run`: let the batch go; `plan_again`: (batch, policy) plan it anew
    with another answer to files that are already there; `change_recipe`: look at its recipe."""

    back = Signal()
    run = Signal(int)
    plan_again = Signal(int, str)

    def __init__(self, backend: Backend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        filled(self)
        self.setAccessibleName(tr("Preview"))
        self._bridge: Bridge[Reader] = Bridge(backend.make_reader, "preview").owning()
        self._survey: Survey | None = None
        self._reading = False
        self._more = False
        self._running = False
        self.batch: Batch | None = None
        self.sums = Sums()
        self._samples: dict[int, list[float]] = {}
        self._sampled = 0  # the job whose sample is shown or asked for
        self.model = PreviewModel(backend.reader, self)
        self.list = LineList(self.model, tr("Files that will be written"))
        self.list.stepped.connect(self._line_chosen)
        self.pane = LookPane(backend.preview)
        self.pane.seen.connect(self._sample_seen)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAMPLE_MS)
        self._soon.timeout.connect(self._ask_sample)
        self.setFocusProxy(self.list)
        self._build()

    # Parts

    def _build(self) -> None:
        self._about = ElidedLabel()
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.card = FiguresCard()
        self.groups = Segments(
            [tr("All"), tr("Conflicts"), tr("Warnings"), tr("Left out")], tr("Which lines are listed")
        )
        self.groups.chosen.connect(self._show_group)
        self.sides = Segments([tr("List"), tr("Sample")], tr("What is shown"))
        self.sides.chosen.connect(self._arrange)
        self.policy = Choice(tr("If a file is already there"))
        for text in (tr("Add a number"), tr("Leave it"), tr("Replace it"), tr("Replace older ones")):
            self.policy.addItem(text)
        self.policy.activated.connect(self._policy_chosen)
        self._policy_label = secondary_label(tr("If a file is already there"))
        self._between = hairline(vertical=True)
        self._side = self._make_side()
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list, 1)
        sides.addWidget(self._between)
        sides.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addLayout(self._head())
        whole.addWidget(hairline())
        whole.addLayout(sides, 1)
        whole.addWidget(hairline())
        whole.addWidget(self._footer())

    def _head(self) -> QVBoxLayout:
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Preview")))
        words.addWidget(self._about)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(leave)
        top.addLayout(words, 1)
        self._warn_words = label("", -1, 500, wrap=True)
        icon = IconLabel("warning")
        icon.show_icon("warning", "warn")
        self._warn = Soft("warn")
        warn = QHBoxLayout(self._warn)
        warn.setContentsMargins(12, 8, 12, 8)
        warn.setSpacing(8)
        warn.addWidget(icon)
        warn.addWidget(self._warn_words, 1)
        self._warn.hide()
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.addWidget(self.groups)
        choices.addWidget(self.sides)
        choices.addStretch()
        choices.addWidget(self._policy_label)
        choices.addWidget(self.policy)
        head = QVBoxLayout()
        head.setContentsMargins(20, 12, 20, 10)
        head.setSpacing(10)
        head.addLayout(top)
        head.addWidget(self._warn)
        head.addWidget(self.card)
        head.addLayout(choices)
        return head

    def _make_side(self) -> QScrollArea:
        self.next = Button(tr("Next"), "state-retrying", Look.FLAT, tr("Next sample"))
        self.next.clicked.connect(self._next_sample)
        top = QHBoxLayout()
        top.addWidget(label(tr("One sample"), -1, 600))
        top.addStretch()
        top.addWidget(self.next)
        inside = filled(QWidget())
        inside.setMinimumWidth(1)  # it never asks for more than the side has: words wrap or are elided
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.pane)
        column.addWidget(hairline())
        self._promise = secondary_label(wrap=True)
        column.addLayout(_promise("shield", self._promise))
        undo = secondary_label(tr("Afterwards, Undo batch removes everything this batch wrote."), wrap=True)
        column.addLayout(_promise("undo", undo))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("One sample"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _footer(self) -> QWidget:
        footer = filled(QWidget(), QPalette.ColorRole.Window)
        self._sum = ElidedLabel()
        self._sum.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        leave = Button(tr("Back to the queue"), "", Look.BORDERED)
        leave.clicked.connect(self.back)
        self.go = Button(tr("Run"), "run", Look.FILLED)
        self.go.clicked.connect(self._run)
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(8)
        row.addWidget(self._sum, 1)
        row.addWidget(leave)
        row.addWidget(self.go)
        return footer

    # What is shown

    def show_batch(self, batch: Batch, why_fixed: str = "") -> None:
        """Look at this batch from its first row. `why_fixed`: why it cannot be planned anew, "" = it can."""
        self.batch = batch
        self._survey, self._more, self._running = Survey(batch.id), True, False
        self.sums, self._samples, self._sampled = Sums(), {}, 0
        self.model.clear()
        self.pane.clear()
        self.policy.setCurrentIndex(_POLICIES.index(policy_of(batch.recipe)))
        self.policy.setEnabled(not why_fixed)
        self.policy.setToolTip(why_fixed or tr("If a file is already there"))
        self._show_sums()
        self._read()

    def refresh(self, batch: Batch | None) -> None:
        """The queue changed; `batch` is this one as it is now, None when it is gone."""
        if batch is None or self.batch is None or batch.id != self.batch.id:
            return
        self.batch = batch
        self._more = self._more or batch.counts.total > self.sums.jobs
        self._show_sums()
        self._read()

    def _read(self) -> None:
        survey = self._survey
        if self._reading or not self._more or survey is None:
            return
        self._reading = True
        self._bridge.run(lambda reader: (survey, survey.read(reader)), self._arrived, self._unread)

    def _unread(self, _error: Exception) -> None:
        self._reading = False
        if isValid(self):
            self.go.set_why(tr("The queue cannot be read."))

    def _arrived(self, answer: tuple[Survey, Chunk]) -> None:
        if not isValid(self):
            return
        self._reading = False
        survey, chunk = answer
        if survey is self._survey:
            self.sums = chunk.sums
            self._more = chunk.more
            self.model.add(chunk)
            self._show_sums()
            if not self._sampled and self.model.rowCount():
                self.list.go_to(max(0, self.model.next_job(-1)))
        self._read()

    @property
    def reading(self) -> bool:
        """Whether lines are still coming in."""
        return self._reading or self._more

    def _show_sums(self) -> None:
        batch, sums = self.batch, self.sums
        if batch is None:
            return
        what, planning = things(batch.kind, batch.counts.total), batch.state is BatchState.BUILDING or self.reading
        with_recipe = tr("{things} with {recipe}").format(things=what, recipe=printable(batch.recipe_name))
        then = tr("nothing has been written yet")
        if planning:
            all_of = batch.counts.total
            then = tr("Planning… {n} of about {all}").format(n=number(sums.jobs), all=number(max(all_of, sums.jobs)))
        self._about.setText(SEPARATOR.join((with_recipe, then)))
        ratios = self._ratios()
        self.card.show_figures(figures(batch.kind, policy_of(batch.recipe), sums, ratios))
        self.groups.set_texts(
            [
                f"{words} {number(n)}"
                for words, n in (
                    (tr("All"), sums.lines),
                    (tr("Conflicts"), sums.conflicts),
                    (tr("Warnings"), sums.noted),
                    (tr("Left out"), sums.left_out),
                )
            ]
        )
        self._warn_words.setText(warning(sums))
        self._warn.setVisible(sums.originals > 0)
        self._promise.setText(
            tr("Originals are replaced. A copy of each is kept until you dismiss the batch.")
            if sums.originals or replaces_originals(batch)
            else tr("Originals stay where they are and are not changed.")
        )
        ready = things(batch.kind, sums.ready)
        self._sum.setText(SEPARATOR.join((ready, size(sums.bytes_in))))
        self.go.set_text(tr("Run {things}").format(things=ready))
        self.go.set_why(self._why_not(batch))

    def _why_not(self, batch: Batch) -> str:
        if batch.state is not BatchState.PAUSED or self._running:
            building = batch.state is BatchState.BUILDING
            return (
                tr("The files are still being looked through.") if building else tr("This batch was started already.")
            )
        if not self._more and not self.sums.ready:
            return tr("There is nothing to run.")
        return ""

    def _show_group(self, place: int) -> None:
        self.model.show_group(Group(place))
        if self.model.rowCount():
            self.list.go_to(0)

    # The sample

    @Slot(int)
    def _line_chosen(self, row: int) -> None:
        job = self.model.job_at(row)
        if job is not None and job.id != self._sampled:
            self._sampled = job.id
            self._soon.start()
        elif job is not None and self.pane.look is not None:
            self._show_output()

    @Slot()
    def _ask_sample(self) -> None:
        job, batch = self.model.job_at(self.list.currentIndex().row()), self.batch
        if job is None or batch is None or not self.isVisible():
            return
        request = PlanRequest(batch.options.get("out"), dict(batch.options.get("options") or {}))
        self.pane.ask(batch.kind, batch.recipe, job.input, request, keep=False)

    @Slot()
    def _next_sample(self) -> None:
        row = self.model.next_job(self.list.currentIndex().row())
        if row >= 0:
            self.list.go_to(row)

    @Slot(object)
    def _sample_seen(self, seen: Seen) -> None:
        for place, ratio in ratios_of(seen).items():
            self._samples.setdefault(place, []).append(ratio)
        self.model.set_ratios(self._ratios())
        self._show_sums()
        self._show_output()

    def _show_output(self) -> None:
        row = self.list.currentIndex().row()
        show = getattr(self.pane.look, "show_output", None)
        if show is not None and 0 <= row < self.model.rowCount():
            show(max(0, self.model.place_at(row)))

    def _ratios(self) -> dict[int, float]:
        return {place: sum(found) / len(found) for place, found in self._samples.items()}

    # What a person wants

    @Slot(int)
    def _policy_chosen(self, place: int) -> None:
        batch = self.batch
        if batch is not None and _POLICIES[place] != policy_of(batch.recipe):
            self.policy.setEnabled(False)
            self.plan_again.emit(batch.id, _POLICIES[place])

    @Slot()
    def _run(self) -> None:
        if self.batch is not None:
            self._running = True
            self.go.set_why(tr("This batch was started already."))
            self.run.emit(self.batch.id)

    # Room

    def _arrange(self) -> None:
        one = self.width() < ONE_SIDE
        table = self.batch is not None and self.batch.kind == "table"
        wide = TABLE_SIDE if table else SIDE
        self.sides.setVisible(one)
        self._policy_label.setVisible(not one)
        self.list.setVisible(not one or self.sides.current == _LIST)
        self._between.setVisible(not one)
        self._side.setVisible(not one or self.sides.current != _LIST)
        self._side.setMinimumWidth(0 if one else wide)
        self._side.setMaximumWidth(_ANY if one else wide)
        self.card.setVisible(self.height() >= 420 or not one)

    def minimumSizeHint(self) -> QSize:
        # What one side needs: the page must be able to become small before it has changed to showing one.
        return QSize(480, 380)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._sampled and self.pane.look is None:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self.pane.clear()

    def end(self) -> None:
        """The page is left: its thread ends with what it reads now (a drive may not answer for long)."""
        self._survey = None
        self.pane.clear()
        self._bridge.close(0.0)


def _promise(icon: str, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    mark = IconLabel(icon)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def ratios_of(seen: Seen) -> dict[int, float]:
    """How large each output of a sample is to its input, by the output's place."""
    if seen.kind == "image":
        before = seen.data["before"]["bytes"]
        return {place: part["bytes"] / before for place, part in enumerate(seen.data["outputs"])} if before else {}
    if seen.kind == "table":
        counts = seen.data["counts"]
        return {0: counts["written"] / counts["read"]} if counts["read"] else {}
    return {}
