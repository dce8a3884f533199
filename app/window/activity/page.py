"""The page of activity: which period, four figures, three charts.

Owns: the page, when its figures are read again, and its words. Must not know: how figures are collected; it reads them
through the bridge, at most every few seconds.
"""

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.store.reader import Reader
from app.window.activity.cards import Causes, ChartCard, FigureCard
from app.window.activity.chart import LineChart, StackedChart
from app.window.activity.numbers import DAY_MS, HOUR_MS, KINDS, Activity, Period, read_activity
from app.window.bridge import Bridge
from app.window.describe import now_ms
from app.window.segments import Segments
from app.window.text import MINUS, SEPARATOR, decimal, duration, elapsed, number, time_of_day, tr, trn
from app.window.widgets import filled, icon_button, label, secondary_label, title_label

AGAIN_MS = 5_000  # figures come every ten seconds
NARROW = 760
NOTHING = MINUS  # in the place of a figure that is not known


def kind_word(kind: str) -> str:
    """What a kind works on."""
    match kind:
        case "image":
            return tr("Pictures")
        case "table":
            return tr("Tables")
        case "mail":
            return tr("E-mail")
        case _:
            return kind


def each(step: int) -> str:
    """How long a stretch is, in words behind a number of files."""
    if step >= DAY_MS:
        return tr("a day")
    if step >= HOUR_MS:
        return tr("an hour")
    return tr("a minute") if step < 2 * 60_000 else tr("every 15 minutes")


class ActivityPage(QWidget):
    """See the module. `back`: leave it; `show_cause`: show the files that failed with this code."""

    back = Signal()
    show_cause = Signal(str)

    def __init__(self, reads: Bridge[Reader]) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Activity"))
        self._reads = reads
        self._asked = 0
        self.shown: Activity | None = None
        self.period = Segments(
            [tr("Last hour"), tr("Today"), tr("7 days"), tr("Everything")], tr("How far back to look")
        )
        self.period.chosen.connect(self.refresh)
        self._day = secondary_label()
        self.rate = FigureCard(tr("Throughput"))
        self.wait = FigureCard(tr("Waiting time"))
        self.again = FigureCard(tr("Tried again"))
        self.failed = FigureCard(tr("Failed"))
        self.throughput = ChartCard(tr("Throughput"), StackedChart())
        self.waiting = ChartCard(tr("Waiting time"), LineChart())
        self.waiting.show_second(tr("Seconds until started"))
        self.waiting.show_legend([(tr("Median"), 0), (tr("Slowest 5 %, dashed"), 1)])
        self._rows = Causes()
        self._rows.chosen.connect(self.show_cause)
        self.causes = ChartCard(tr("Failures by cause"), self._rows)
        self.empty = label(tr("Charts start with the first finished file."), 0, secondary=True, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.setFocusProxy(self.period.findChildren(QWidget)[0])
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _lay_out(self) -> None:
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Activity")))
        words.addWidget(self._day)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 20, 8)
        top.setSpacing(8)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.period)
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(12)
        self._charts.addWidget(self.waiting, 1)
        self._charts.addWidget(self.causes, 1)
        self._figures = filled(QWidget())
        column = QVBoxLayout(self._figures)
        column.setContentsMargins(20, 6, 20, 20)
        column.setSpacing(12)
        column.addLayout(self._cards)
        column.addWidget(self.throughput, 1)
        column.addLayout(self._charts, 1)
        self.throughput.setMinimumHeight(230)
        self.waiting.setMinimumHeight(230)
        self.causes.setMinimumHeight(230)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled(self._area.viewport())
        self._area.setWidget(self._figures)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.empty, 1)
        self._area.hide()
        self.empty.hide()
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW
        for place, card in enumerate((self.rate, self.wait, self.again, self.failed)):
            row, column = divmod(place, 2 if narrow else 4)
            self._cards.addWidget(card, row, column)
        for column in range(4):
            self._cards.setColumnStretch(column, 0 if narrow and column > 1 else 1)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._charts.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the figures again."""
        period = list(Period)[self.period.current]
        self._asked += 1
        asked = self._asked
        self._reads.run(read_activity(period, now_ms()), lambda found: self._show(found, asked))

    def _show(self, found: Activity, asked: int) -> None:
        if asked != self._asked:  # another period was chosen meanwhile
            return
        self.shown = found
        today = QLocale().toString(QDate.currentDate(), tr("dddd d MMMM"))
        month = found.period is Period.ALL
        self._day.setText(SEPARATOR.join([today, tr("figures are kept for 30 days")]) if month else today)
        self.empty.setVisible(found.empty)
        self._area.setVisible(not found.empty)
        if not found.empty:
            self._show_cards(found)
            self._show_throughput(found)
            self._show_waiting(found)
            self._show_causes(found)

    def _show_cards(self, found: Activity) -> None:
        rates, ran = found.rates, found.rates["done"] + found.rates["retried"] + found.rates["failed"]
        per_minute, (most, when) = rates["per_minute"], found.most
        figure = (
            NOTHING if per_minute is None else number(round(per_minute)) if per_minute >= 10 else decimal(per_minute, 1)
        )
        busiest = tr("{n} {each} at most, at {time}") if found.at.step < HOUR_MS else tr("{n} {each} at most")
        words = busiest.format(n=number(most), each=each(found.at.step), time=time_of_day(when)) if most else ""
        self.rate.show_figure(figure, tr("a minute while at work"), words)
        median, slowest = rates["wait_ms"]["median"], rates["wait_ms"]["p95"]
        known = median is not None and slowest is not None
        self.wait.show_figure(
            wait_words(median) if known else NOTHING, tr("median"),
            tr("{time} for the slowest 5 %").format(time=wait_words(slowest)) if known else "",
        )  # fmt: skip
        retried = sorted(
            ((row["retried"], code) for code, row in rates["codes"].items() if row["retried"]), reverse=True
        )
        part = tr("{n} of {all} tries")
        self.again.show_figure(
            share(rates["retry_rate"]), part.format(n=number(rates["retried"]), all=number(ran)),
            trn("for 1 reason", "for %Ln reasons", len(retried)) if retried else tr("Nothing had to be tried again."),
        )  # fmt: skip
        causes = trn("in 1 cause", "in %Ln causes", len(found.causes)) if found.causes else tr("Nothing failed.")
        counted = part.format(n=number(rates["failed"]), all=number(ran))
        self.failed.show_figure(share(rates["failure_rate"]), counted, causes)
        self.causes.show_second(SEPARATOR.join([counted, share(rates["failure_rate"])]))

    def _show_throughput(self, found: Activity) -> None:
        tone = {kind: KINDS.index(kind) if kind in KINDS else 0 for kind in found.done}
        stacked = [kind for kind in (*reversed(KINDS), *found.done) if kind in found.done]
        order = list(dict.fromkeys(stacked))  # letters at the bottom: they go out most evenly
        words = tr("Files and messages finished {each}").format(each=each(found.at.step))
        self.throughput.show_second(words)
        self.throughput.show_legend([(kind_word(kind), tone[kind]) for kind in found.done])
        chart = self.throughput.chart
        assert isinstance(chart, StackedChart)
        chart.show_areas(found.label, [(found.done[kind], tone[kind]) for kind in order])
        names = (tr("From"), *(kind_word(kind) for kind in found.done))
        rows = [
            (found.label(place), *(number(counts[place]) for counts in found.done.values()))
            for place in reversed(range(found.at.count))
        ]
        self.throughput.show_numbers(names, rows)

    def _show_waiting(self, found: Activity) -> None:
        chart = self.waiting.chart
        assert isinstance(chart, LineChart)
        chart.show_lines(found.label, [found.median, found.slowest])
        names = (tr("From"), tr("Median"), tr("Slowest 5 %"))
        rows = [
            (found.label(place), _seconds(found.median[place]), _seconds(found.slowest[place]))
            for place in reversed(range(found.at.count))
        ]
        self.waiting.show_numbers(names, rows)

    def _show_causes(self, found: Activity) -> None:
        self._rows.show_causes(found.causes)
        names = (tr("Cause"), tr("Code"), tr("Failed"))
        self.causes.show_numbers(names, [(c.title, c.code, number(c.count)) for c in found.causes])


def share(part: float) -> str:
    """0.0214 → "2.1 %"."""
    return tr("{n} %").format(n=decimal(part * 100, 1))


def wait_words(ms: int) -> str:
    """How long a wait was: "0.4 s", "36 s", "7 min 40 s"."""
    return elapsed(ms) if ms < 60_000 else duration(ms / 1000)


def _seconds(value: float | None) -> str:
    return "" if value is None else decimal(value, 1)
