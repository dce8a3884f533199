"""The one banner: which occasion is told now, what its buttons do, what a person put away.

Owns: troubles said in this session, closed banners, interrupted work until somebody has seen it. Must not know: how a
banner looks (`banners.py`).
"""

from PySide6.QtCore import QObject, Signal, Slot

from app.core.model import Batch
from app.core.states import BatchState
from app.window import describe
from app.window.backend import Backend
from app.window.banners import Banner, BannerAction, BannerSpec, most_urgent
from app.window.shell import Shell
from app.window.state import Snapshot
from app.window.undone import Undone


class Notices(QObject):
    """See the module. The signals are what a person asked for by a button: `show_output` and `undo` of a batch,
    `undo_again` and `show_left` of an Undone."""

    resume = Signal()
    review = Signal()
    show_output = Signal(int)
    undo = Signal(int)
    undo_again = Signal(object)
    show_left = Signal(object)
    show_watches = Signal()

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._since = describe.now_ms()  # ends before this are old news
        self._interrupted = backend.interrupted
        self._troubles = list(backend.troubles)
        self._closed: set[str] = set()
        self._undone: dict[int, Undone] = {}  # the last of each batch
        self._now = Snapshot()
        self._batch: Batch | None = None
        self._shown: tuple[BannerSpec | None, bool] = (None, True)

    @property
    def spec(self) -> BannerSpec | None:
        """What is told now."""
        return self._shown[0]

    def show(self, now: Snapshot, batch: Batch | None) -> None:
        """Tell the most urgent thing of a snapshot; `batch` is the one in view."""
        self._now, self._batch = now, batch
        told = [b for b in now.batches if (b.finished or 0) >= self._since] if batch is None else [batch]
        at_rest = {b.id for b in now.batches if b.state is not BatchState.ACTIVE}
        self._undone = {number: one for number, one in self._undone.items() if number in at_rest}
        undone = sorted(self._undone.values(), key=lambda one: -one.serial)
        told = [b for b in told if b.undone is None or b.id not in self._undone]
        spec = most_urgent(
            now.lanes, told, self._interrupted, queue_paused=now.paused, troubles=self._troubles, closed=self._closed,
            named=batch is None, undone=[one for one in undone if batch is None or one.batch == batch.id][:1],
            watches=now.watches, waiting=now.batches if batch is None else (batch,),
        )  # fmt: skip
        if (spec, now.empty) == self._shown:
            return
        self._shown = (spec, now.empty)
        banner = None
        if spec is not None:
            banner = Banner(spec)
            banner.acted.connect(self._acted)
            banner.closed.connect(self._put_away)
        self._shell.show_banner(banner)
        if banner is not None:
            banner.announce()

    @Slot(str)
    def trouble(self, sentence: str) -> None:
        """Something went wrong that a person must see, even when the same was put away before."""
        if sentence not in self._troubles:
            self._troubles.append(sentence)
        self._closed.discard(f"trouble:{sentence}")
        self._again()

    @Slot(object)
    def undone(self, undone: Undone) -> None:
        """Tell what an undo did."""
        self._undone[undone.batch] = undone
        self._again()

    def _again(self) -> None:
        self.show(self._now, self._batch)

    @Slot(object, object)
    def _acted(self, action: BannerAction, spec: BannerSpec) -> None:
        if action is BannerAction.RESUME_LANE and spec.lane is not None:
            lane = spec.lane
            self._backend.commands.run(lambda commands: commands.resume_lane(lane))
        elif action is BannerAction.RESUME:
            self._interrupted = 0
            self.resume.emit()
        elif action is BannerAction.REVIEW:
            self._interrupted = 0
            self.review.emit()
        elif action is BannerAction.SHOW_OUTPUT and spec.batch is not None:
            self.show_output.emit(spec.batch)
        elif action is BannerAction.UNDO and spec.batch is not None:
            self.undo.emit(spec.batch)
        elif action in (BannerAction.UNDO_AGAIN, BannerAction.SHOW_LEFT) and spec.batch in self._undone:
            wanted = self.undo_again if action is BannerAction.UNDO_AGAIN else self.show_left
            wanted.emit(self._undone[spec.batch])
        elif action is BannerAction.OPEN_ACCOUNT:
            self._shell.actions_of["accounts"].trigger()
        elif action is BannerAction.SEND_REST and spec.batch is not None:
            rest = spec.batch
            self._backend.commands.run(lambda commands: commands.start_batch(rest))
        elif action is BannerAction.SHOW_WATCHES:
            self.show_watches.emit()
        self._again()

    @Slot(object)
    def _put_away(self, spec: BannerSpec) -> None:
        self._closed.add(spec.key)
        self._again()
