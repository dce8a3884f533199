"""Mailboxes of a batch that do not exist, as their mail servers said, offered to the list of people who get no mail.

Owns: this strip, and when it is there: only while such addresses are not on the list yet. Must not know: which answers
of a server say so (`engine.reporting`), where the list is kept.
"""

from PySide6.QtCore import Qt, Signal, Slot
from shiboken6 import isValid

from app.core.model import Batch
from app.store.reader import Reader
from app.window.accounts.post import Post
from app.window.bridge import Bridge
from app.window.mailcheck.strip import Strip
from app.window.text import isolated, printable, tr, trn
from app.window.widgets import Button, Look

_NAMED = 3  # addresses that are written out


def read_bounces(reader: Reader, batch: int) -> list[str]:
    """The addresses of `batch` that do not exist. Raises StoreError."""
    from app.engine.reporting import hard_bounces  # only where mail has failed, not for showing the window

    return hard_bounces(reader, batch)


class BounceStrip(Strip):
    """See the module. `listed`: a person wants to see the whole list."""

    listed = Signal()

    def __init__(self, reads: Bridge[Reader], post: Post | None) -> None:
        super().__init__(tr("Mailboxes that do not exist"))
        self._reads, self._post = reads, post
        self._seen: tuple[int, int] | None = None  # batch, its failures: what was asked about last
        self._found: list[str] = []
        self.leave_out = Button(tr("Leave out from now on"), "shield", Look.BORDERED)
        self.leave_out.clicked.connect(self._leave_out)
        self.show_list = Button(tr("Show the list"), "", Look.FLAT)
        self.show_list.clicked.connect(self.listed)
        self.lay_out(tr("Close"), self.leave_out, self.show_list)

    def show_batch(self, batch: Batch) -> None:
        """Look for such addresses in `batch`, if it has other failures than the last time."""
        now = (batch.id, batch.counts.failed)
        if self._post is None or now == self._seen:
            return
        if self._seen is None or self._seen[0] != batch.id or not batch.counts.failed:
            self.hide()
        self._seen = now
        if batch.counts.failed:
            self._reads.run(lambda reader: read_bounces(reader, batch.id), self._read)

    def _read(self, found: list[str]) -> None:
        """Of these, those that are not on the list yet are offered."""
        if not found or self._post is None or not isValid(self):
            return

        def new(listed: tuple[str, ...]) -> None:
            known = {address.casefold() for address in listed}
            if isValid(self):
                self._offer([address for address in found if address.casefold() not in known])

        self._post.near.run(lambda office: office.suppressed(), new)

    def _offer(self, found: list[str]) -> None:
        self._found = found
        if not found:
            return
        named = ", ".join(isolated(printable(address)) for address in found[:_NAMED])
        words = trn(
            "The mail server says that this mailbox does not exist: {0}",
            "Mail servers say that these %Ln mailboxes do not exist: {0}",
            len(found),
        )
        self.tell(words.format(f"{named}, …" if len(found) > _NAMED else named), "warning", "warn")
        self.leave_out.show()
        self.show()

    @Slot()
    def _leave_out(self) -> None:
        found = self._found
        if self._post is not None and found:
            self._post.near.run(lambda office: office.suppress(found), self._left_out, self._failed)

    def _left_out(self, count: int) -> None:
        if isValid(self):
            self.show_list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.leave_out.hide()
            words = trn("1 address gets no mail from now on.", "%Ln addresses get no mail from now on.", count)
            self.tell(words, "state-done", "done")

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self.tell(tr("Not kept: {0}").format(str(error)), "state-failed", "failed")
