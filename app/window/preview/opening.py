"""When the preview sheet opens: when it is asked for, and by itself before originals are replaced.

Owns: of which batch it is, and how it follows a batch that is planned anew. Must not know: what is on the sheet.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.core.model import Batch
from app.core.states import BatchState
from app.engine.commands import Commands
from app.window.backend import Backend
from app.window.drops import Drops
from app.window.preview.page import PreviewPage
from app.window.preview.survey import replaces_originals, with_policy
from app.window.shell import Shell
from app.window.state import Snapshot, startable, waits_for_send
from app.window.text import tr

_STARTS = ("run", "run-batch", "hold-batch")


class PreviewPages(QObject):
    """See the module. `show` and `leave` put a page into the centre and take it away; `check_mail` opens the page of
    e-mail that waits."""

    def __init__(
        self,
        shell: Shell,
        backend: Backend,
        show: Callable[[QWidget], None],
        leave: Callable[[], None],
        check_mail: Callable[[Batch], None],
    ) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._show, self._leave, self._check_mail = show, leave, check_mail
        self._drops: Drops | None = None
        self._now = Snapshot()
        self._page: PreviewPage | None = None
        self._seen: set[int] = set()
        self._planning = False  # a batch is being planned anew: the page waits for the one that takes its place
        self._coming = 0
        shell.rail.chosen.connect(self._allow)
        shell.left.connect(self.left)
        backend.commands.failed.connect(self._not_planned)

    def use(self, drops: Drops) -> None:
        """Whoever knows how files came in: only then a batch can be planned anew."""
        self._drops = drops
        drops.replaced.connect(self._replaced)

    # Which

    def _wanted(self) -> Batch | None:
        """The batch that is looked at: the one in view if it waits, else the newest one that does."""
        entry = self._shell.rail.entry()
        in_view = self._now.batch(entry.batch) if entry is not None and entry.batch else None
        if in_view is not None:
            return in_view if _waits(in_view) else None
        return next((batch for batch in self._now.batches if _waits(batch)), None)

    def refresh(self, now: Snapshot) -> None:
        """The queue changed."""
        self._now = now
        self._allow()
        if self._page is not None and self._page.batch is not None:
            self._page.refresh(now.batch(self._page.batch.id))

    @Slot()
    def _allow(self) -> None:
        why = tr("No batch waits to be run")
        self._shell.actions_of.allow("preview", self._wanted() is not None, why)

    # Opening

    @Slot()
    def open(self) -> None:
        """Show the sheet of the batch in view."""
        batch = self._wanted()
        if batch is None:
            return
        if waits_for_send(batch):
            self._check_mail(batch)
        else:
            self._open(batch)

    def _open(self, batch: Batch) -> None:
        page = PreviewPage(self._backend)
        page.back.connect(self._leave)
        page.run.connect(self._run)
        page.plan_again.connect(self._plan_again)
        self._show(page)
        self._page = page
        self._seen.add(batch.id)
        page.show_batch(batch, self._why_fixed(batch))

    def _why_fixed(self, batch: Batch) -> str:
        known = self._drops is not None and self._drops.can_repeat(batch)
        return "" if known else tr("Files of an earlier start of Dropmill: add them again to change this")

    def first(self, name: str) -> bool:
        """Whether the action `name` would start a batch that replaces originals and that nobody has looked at: the
        sheet opens instead."""
        if name not in _STARTS:
            return False
        entry = self._shell.rail.entry()
        in_view = self._now.batch(entry.batch) if entry is not None and entry.batch else None
        batches = self._now.batches if name == "run" else [in_view] if in_view is not None else []
        for batch in batches:
            fresh = startable(batch) and batch.started is None and batch.id not in self._seen
            if fresh and batch.kind == "image" and replaces_originals(batch):
                self._open(batch)
                return True
        return False

    @Slot()
    def left(self) -> None:
        """The page in the centre goes."""
        if self._page is not None:
            self._page.end()
        self._page, self._planning = None, False

    # What a person wants there

    @Slot(int)
    def _run(self, batch: int) -> None:
        def call(commands: Commands) -> None:
            commands.start_batch(batch)
            commands.resume()

        self._backend.commands.run(call)
        self._leave()

    @Slot(int, str)
    def _plan_again(self, batch: int, policy: str) -> None:
        found = self._now.batch(batch)
        if found is not None and self._drops is not None:
            self._planning = True
            self._drops.plan_again(batch, with_policy(found.recipe, policy))

    @Slot(str)
    def _not_planned(self, _why: str) -> None:
        self._planning = False

    @Slot(int)
    def _replaced(self, number: int) -> None:
        """A batch took the place of the one on the page: show it as soon as it can be read."""
        self._coming = number
        if self._page is not None and self._planning:
            self._backend.reads.run(lambda reader: reader.batch(number), self._follow)

    def _follow(self, batch: Batch | None) -> None:
        if self._page is not None and batch is not None:
            self._seen.add(batch.id)
            self._page.show_batch(batch)

    def follows(self, key: tuple[str, str | int]) -> bool:
        """Whether the page stays although another row of the rail is chosen: its batch was planned anew."""
        if self._page is None or not self._planning:
            return False
        if key == ("batch", self._coming):
            self._planning = False
        return True


def _waits(batch: Batch) -> bool:
    """Whether nothing of a batch was started yet."""
    fresh = batch.started is None and batch.state in (BatchState.PAUSED, BatchState.BUILDING)
    return fresh and (batch.counts.open > 0 or batch.counts.total > 0 or batch.state is BatchState.BUILDING)
