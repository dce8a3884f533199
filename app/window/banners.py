"""The one banner above the table: the most urgent thing to know, in two lines, with at most two buttons.

Owns: which of several troubles is the most urgent (`most_urgent`, pure), the words of each, and the widget. Must not
know: the engine, the queue file, what a button sets off: `Banner.acted` names it, the shell does it.
"""

import json
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.core.failures import NEEDS_PERSON, info
from app.core.model import Batch, Lane, Watch
from app.core.states import BatchState
from app.window import icons
from app.window.state import all_left_out, letters_folder, waits_for_rest
from app.window.text import clock, duration, inside, number, printable, size, time_of_day, tr, trn
from app.window.theme import tones
from app.window.told import told
from app.window.undone import Undone, outcome, refusal, remainder
from app.window.widgets import Button, Look, icon_button, label

HEIGHT = 48  # more when the words wrap in a narrow window
_TICK_MS = 1000  # countdowns step once a second
_TEXT_LEFT = 42
_ICON = 18
_NARROW = 620


class BannerKind(IntEnum):
    """What a banner is about. The lower the number, the more urgent; only the most urgent one is shown."""

    DISK_FULL = 1
    TROUBLE = 2  # the engine itself: a queue file set aside, a writer that failed
    ACCOUNT_REFUSED = 3
    DRIVE_MISSING = 4
    UNDONE = 5  # the answer to what a person just asked for
    WATCH = 6  # a watched folder cannot be looked through
    WAIT = 7  # the provider asks to wait, or the network does not answer
    INTERRUPTED = 8
    FINISHED = 9
    FIRST_SENT = 10  # the first messages of a batch have left


class BannerAction(StrEnum):
    """What a button of a banner asks for. `BannerSpec.lane` or `.batch` says of what."""

    RESUME_LANE = "resume-lane"
    RESUME = "resume"
    REVIEW = "review"
    SHOW_OUTPUT = "show-output"
    UNDO = "undo"
    UNDO_AGAIN = "undo-again"
    SHOW_LEFT = "show-left"
    SHOW_WATCHES = "show-watches"
    SEND_REST = "send-rest"
    OPEN_ACCOUNT = "open-account"


@dataclass(frozen=True, slots=True)
class BannerButton:
    """One button: what it asks for, its words, its icon ("" = none) and how much it asks for attention."""

    action: BannerAction
    text: str
    icon: str = ""
    look: Look = Look.BORDERED


@dataclass(frozen=True, slots=True)
class BannerSpec:
    """Everything a banner shows, in words that are `printable` already.

    `until`: ms UTC, counted down after the detail ("Dropmill looks again in 0:40."). `key` names the occasion: closing
    a banner hides this key and no other.
    """

    kind: BannerKind
    key: str
    tone: str  # of Tones.soft: failed, warn, done, info
    icon: str
    title: str
    detail: str
    buttons: tuple[BannerButton, ...] = ()
    closable: bool = False
    lane: str | None = None
    batch: int | None = None
    until: int | None = None

    def detail_at(self, now: int) -> str:
        """The second line at `now` (ms UTC)."""
        if self.until is None:
            return self.detail
        left = self.until - now
        again = tr("Dropmill looks again in {0}.").format(clock(left / 1000)) if left > 0 else tr("Looking again…")
        return f"{self.detail} {again}"


def most_urgent(
    lanes: Iterable[Lane] = (),
    batches: Iterable[Batch] = (),
    interrupted: int = 0,
    *,
    queue_paused: bool = False,
    troubles: Iterable[str] = (),
    closed: Collection[str] = (),
    finished: int | None = None,
    named: bool = False,
    undone: Iterable[Undone] = (),
    watches: Iterable[Watch] = (),
    waiting: Iterable[Batch] = (),
) -> BannerSpec | None:
    """The banner to show now, or None.

    `interrupted`: jobs in work when the program ended last time. `queue_paused`: whether they wait for a person.
    `finished`: the batch whose end may be told (the one in view); None = the one that ended last. `named`: it is not
    in view, so its title is said. `closed`: keys of banners that a person closed. `undone`: what was undone in this
    session, the latest first to be told. `watches`: all watched folders. `waiting`: batches that may ask
    for the rest to be sent.
    """
    found = [_lane_spec(lane) for lane in lanes if lane.paused]
    found += [_trouble_spec(text) for text in troubles]
    if interrupted:
        found.append(_interrupted_spec(interrupted, queue_paused))
    ended = [b for b in batches if b.state is BatchState.FINISHED and not b.dismissed and finished in (None, b.id)]
    ended = [b for b in ended if not all_left_out(b)]  # the result of the drop says so
    if ended:
        found.append(_finished_spec(max(ended, key=lambda b: (b.finished or 0, b.id)), named))
    found += [_first_sent_spec(b, named) for b in waiting if waits_for_rest(b) and not b.counts.running]
    found += [_undone_spec(one) for one in undone]
    found += [_watch_spec(watch) for watch in watches if watch.enabled and watch.code]
    open_ones = [spec for spec in found if spec.key not in closed]
    return min(open_ones, key=lambda spec: (spec.kind, spec.key), default=None)


def _lane_spec(lane: Lane) -> BannerSpec:
    code = lane.code or ""
    words = printable(told(lane.message or info(code).meaning))
    title = told(info(code).title) if code else tr("Waiting")
    again = BannerButton(BannerAction.RESUME_LANE, tr("Look now"), "state-retrying")
    key = f"lane:{lane.name}:{code}"
    if code == "DISK_FULL":
        detail = tr("{0} Free some space; the queue goes on by itself.").format(_sentence(words))
        return BannerSpec(
            BannerKind.DISK_FULL, key, "failed", "disk", title, detail, (again,), lane=lane.name, until=lane.until
        )
    if code in NEEDS_PERSON:
        detail = tr("{0} Nothing was sent; messages wait.").format(_sentence(words))
        account = BannerButton(BannerAction.OPEN_ACCOUNT, tr("Open account"), "account")
        retry = BannerButton(BannerAction.RESUME_LANE, tr("Try again"), "state-retrying")
        return BannerSpec(
            BannerKind.ACCOUNT_REFUSED, key, "failed", "key", title, detail, (account, retry), lane=lane.name
        )
    if code == "DRIVE_MISSING":
        title, _, advice = words.partition(". ")
        detail = advice or tr("Its files wait; no try is used up.")
        return BannerSpec(
            BannerKind.DRIVE_MISSING, key, "warn", "disk-missing", title.rstrip("."), detail, (again,),
            lane=lane.name, until=lane.until,
        )  # fmt: skip
    if lane.at_its_limit and lane.until is not None:
        title = tr("An account has reached its limit")
        detail = tr("{0} No message is lost.").format(_sentence(words))
        return BannerSpec(  # the button is for who has raised the limit
            BannerKind.WAIT, key, "info", "state-waiting", title, detail, (again,), lane=lane.name, until=lane.until
        )
    if code in ("RATE_LIMIT", "QUOTA_DAY") and lane.until is not None:
        title = tr("The mail server asks to wait until {0}").format(time_of_day(lane.until))
        again = BannerButton(BannerAction.RESUME_LANE, tr("Try now"), "state-retrying", Look.FLAT)
        detail = tr("{0} No message is lost.").format(_sentence(words))
        return BannerSpec(
            BannerKind.WAIT, key, "warn", "state-waiting", title, detail, (again,), lane=lane.name, until=lane.until
        )
    return BannerSpec(
        BannerKind.WAIT, key, "warn", "warning", title, _sentence(words), (again,), lane=lane.name, until=lane.until
    )


def _trouble_spec(text: str) -> BannerSpec:
    head, _, rest = printable(told(text)).partition(". ")
    return BannerSpec(BannerKind.TROUBLE, f"trouble:{text}", "warn", "warning", head.rstrip("."), rest, closable=True)


def _interrupted_spec(count: int, queue_paused: bool) -> BannerSpec:
    title = trn(
        "Dropmill was closed while 1 file was being processed",
        "Dropmill was closed while %Ln files were being processed",
        count,
    )
    review = BannerButton(BannerAction.REVIEW, tr("Review {0}").format(number(count)), look=Look.FLAT)
    if queue_paused:
        detail = tr("Nothing was overwritten. They are first in the queue and wait for you.")
        go_on = BannerButton(BannerAction.RESUME, tr("Resume"), "run", Look.FILLED)
        return BannerSpec(BannerKind.INTERRUPTED, "interrupted", "info", "info", title, detail, (review, go_on))
    detail = tr("Nothing was overwritten. They start over by themselves.")
    return BannerSpec(BannerKind.INTERRUPTED, "interrupted", "info", "info", title, detail, (review,), closable=True)


def _undone_spec(undone: Undone) -> BannerSpec:
    report = undone.report
    buttons: list[BannerButton] = []
    if report.left:
        buttons.append(BannerButton(BannerAction.SHOW_LEFT, tr("Show list"), "list-file"))
        buttons.append(BannerButton(BannerAction.UNDO_AGAIN, tr("Try again"), "undo", Look.FLAT))
    key = f"undone:{undone.batch}:{undone.serial}"
    title = f"{printable(undone.title)}: {outcome(report)}"
    return BannerSpec(
        BannerKind.UNDONE, key, "warn" if report.left else "done", "undo", title, printable(remainder(report)),
        tuple(buttons), closable=True, batch=undone.batch,
    )  # fmt: skip


def _watch_spec(watch: Watch) -> BannerSpec:
    head, _, rest = printable(told(watch.message or info(watch.code or "").meaning)).partition(". ")
    button = BannerButton(BannerAction.SHOW_WATCHES, tr("Watched folders…"), "folder")
    return BannerSpec(
        BannerKind.WATCH, f"watch:{watch.id}:{watch.code}", "warn", "disk-missing", head.rstrip("."), rest, (button,),
        closable=True,
    )  # fmt: skip


def _finished_spec(batch: Batch, named: bool) -> BannerSpec:
    if batch.undone is not None:
        return _was_undone_spec(batch, named)
    took = max(0, (batch.finished or 0) - (batch.started or batch.finished or 0)) / 1000
    words = duration(took) if took >= 1 else tr("less than a second")
    saved = saved_bytes(batch)
    if batch.counts.cancelled:
        title = tr("Ended after {0}, {1} cancelled").format(words, number(batch.counts.cancelled))
    elif saved > 0:
        title = tr("Finished in {0}, {1} saved").format(words, size(saved))
    else:
        title = tr("Finished in {0}").format(words)
    if named:
        title = f"{printable(batch.title)}: {inside(title)}"
    buttons: tuple[BannerButton, ...] = ()
    if batch.counts.done and (batch.kind != "mail" or letters_folder(batch)):
        buttons = (BannerButton(BannerAction.SHOW_OUTPUT, tr("Show output"), "reveal"),)
    if not refusal(batch):
        buttons += (BannerButton(BannerAction.UNDO, tr("Undo batch…"), "undo", Look.FLAT),)
    return BannerSpec(
        BannerKind.FINISHED, f"finished:{batch.id}:{batch.finished}", "done", "state-done", title,
        _finished_detail(batch), buttons, closable=True, batch=batch.id,
    )  # fmt: skip


def _first_sent_spec(batch: Batch, named: bool) -> BannerSpec:
    """The first messages are with the server: the others wait for a person."""
    counts, left = batch.counts, batch.counts.ready + batch.counts.waiting
    sent, others = counts.done, counts.failed + counts.unconfirmed
    accepted = trn("The first message was accepted.", "The first %Ln messages were accepted.", sent)
    if not sent:
        accepted = tr("None of the first messages was accepted.")
    title = f"{accepted} {trn('Send the other one?', 'Send the other %Ln?', left)}"
    detail = tr("Look at them where they arrived. The others wait for you, also after a restart.")
    if others:
        detail = trn(
            "1 of the first was not accepted or has no answer: look at it before you go on.",
            "%Ln of the first were not accepted or have no answer: look at them before you go on.",
            others,
        )
    words = trn("Send the other one", "Send the other %Ln", left)
    button = BannerButton(BannerAction.SEND_REST, words, "send", Look.BORDERED if others else Look.FILLED)
    return BannerSpec(
        BannerKind.FIRST_SENT, f"first-sent:{batch.id}:{counts.ended}", "warn" if others else "info", "send",
        f"{printable(batch.title)}: {title}" if named else title, detail, (button,), batch=batch.id,
    )  # fmt: skip


def _was_undone_spec(batch: Batch, named: bool) -> BannerSpec:
    title = tr("Undone at {time}").format(time=time_of_day(batch.undone or 0))
    if named:
        title = f"{printable(batch.title)}: {inside(title)}"
    return BannerSpec(
        BannerKind.FINISHED, f"was-undone:{batch.id}:{batch.undone}", "info", "undo", title,
        tr("The rows say which files were put back or removed. Adding the files again does them again."),
        closable=True, batch=batch.id,
    )  # fmt: skip


def _finished_detail(batch: Batch) -> str:
    """What became of the originals, or of the messages."""
    if batch.kind == "mail":
        if letters_folder(batch):
            return tr("{0} messages were written as files. Nothing was sent.").format(number(batch.counts.done))
        return tr("The mail server accepted {0} of {1} messages.").format(
            number(batch.counts.done), number(batch.counts.done + batch.counts.failed + batch.counts.unconfirmed)
        )
    if _replaces(batch):
        return tr("A copy of each replaced file is kept until you dismiss the batch.")
    return tr("Originals were not changed.")


def saved_bytes(batch: Batch) -> int:
    """Bytes that the outputs of a picture batch are smaller than its inputs; 0 where that cannot be told.

    The batch's byte counters include files that failed or were skipped, so only a batch that is all done can say it.
    """
    counts = batch.counts
    if batch.kind != "image" or counts.done == 0 or counts.done != counts.total:
        return 0
    return max(0, batch.bytes_done - batch.bytes_out)


def _replaces(batch: Batch) -> bool:
    try:
        place = json.loads(batch.recipe).get("place")
    except (ValueError, AttributeError):  # the frozen recipe of an older program: it is only asked for a wording
        return False
    return isinstance(place, dict) and place.get("exists") == "replace"


def _sentence(words: str) -> str:
    """`words` with a full stop, so that another sentence can follow."""
    return words if words.endswith((".", "?", "…")) else f"{words}."


def wall_clock() -> int:
    """Milliseconds since 1970 UTC."""
    return int(time.time() * 1000)


class Banner(QFrame):
    """Shows one `BannerSpec`: icon, title, detail, buttons. Emits what was clicked; decides nothing.

    Below `_NARROW` px the buttons that have an icon show it alone. `now`: the clock that countdowns are read from.
    """

    acted = Signal(object, object)  # BannerAction, BannerSpec
    closed = Signal(object)  # BannerSpec

    def __init__(self, spec: BannerSpec, now: Callable[[], int] = wall_clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._now = now
        self.setObjectName("banner")
        self.setMinimumHeight(HEIGHT)
        self._title = label(spec.title, 0, 600, wrap=True)
        self._detail = label("", -1, secondary=True, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addSpacing(_TEXT_LEFT - 8)  # not a margin: those are not mirrored
        row.addLayout(words, 1)
        self._buttons = [self._add_button(button) for button in spec.buttons]
        for made in self._buttons:
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        if spec.closable:
            close = icon_button("close", tr("Close this message"))
            close.clicked.connect(self._close)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tick()
        if spec.until is not None:
            timer = QTimer(self)
            timer.setInterval(_TICK_MS)
            timer.timeout.connect(self._tick)
            timer.start()

    @property
    def spec(self) -> BannerSpec:
        """What is shown."""
        return self._spec

    def announce(self) -> None:
        """Let a screen reader say the banner's words (politely: it does not take the focus)."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _add_button(self, button: BannerButton) -> Button:
        made = Button(button.text, button.icon, button.look)
        made.setProperty("action", button.action.value)
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        self.acted.emit(BannerAction(self.sender().property("action")), self._spec)

    def _close(self) -> None:
        self.closed.emit(self._spec)

    def _tick(self) -> None:
        text = self._spec.detail_at(self._now())
        if text != self._detail.text():
            self._detail.setText(text)
            self.setAccessibleName(f"{self._title.text()}. {text}")
        self._detail.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for made in self._buttons:
            made.set_compact(self.width() < _NARROW and made.look is not Look.FILLED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = tones()
        painter.fillRect(self.rect(), shown.soft[self._spec.tone])
        if shown.contrast:
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        box = QRect(_TEXT_LEFT - 28, 0, _ICON, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - (_TEXT_LEFT - 28))
        icons.draw(painter, self._spec.icon, shown.state(self._spec.tone), box)
