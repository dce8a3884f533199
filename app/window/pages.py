"""The pages that take the place of the queue in the centre: made when they are asked for, gone when they are left.

Owns: which page is shown and what it is connected to. Must not know: what is on a page.
"""

from PySide6.QtCore import QObject, Signal, Slot

from app.core.model import Batch
from app.window.backend import Backend
from app.window.left import LeftPage
from app.window.mailcheck.page import MailCheckPage
from app.window.shell import Shell
from app.window.undone import Undone


class Pages(QObject):
    """See the module. `open_file` and `reveal`: a path that a person wants to see; `said`: for the status line."""

    open_file = Signal(str)
    reveal = Signal(str)
    said = Signal(str)

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._mail: MailCheckPage | None = None

    def check_mail(self, batch: Batch) -> None:
        """The messages of a batch, before they are sent."""
        page = MailCheckPage(self._backend.reader, self._backend.reads, self._backend.commands)
        page.back.connect(self.leave)
        page.sent.connect(self.leave)
        page.open_file.connect(self.open_file)
        page.said.connect(self.said)
        self._shell.show_page(page)
        self._mail = page
        page.show_batch(batch.id)

    @Slot(object)
    def show_left(self, undone: Undone) -> None:
        """What an undo left as it is."""
        page = LeftPage(undone)
        page.back.connect(self.leave)
        page.reveal.connect(self.reveal)
        self._mail = None
        self._shell.show_page(page)

    def refresh(self) -> None:
        """The queue changed."""
        if self._mail is not None:
            self._mail.refresh()

    @Slot()
    def leave(self) -> None:
        """Back to the queue."""
        self._mail = None
        self._shell.back_to_queue()
