"""The pages that take the place of the queue in the centre: made when they are asked for, gone when they are left.

Owns: which page is shown and what it is connected to. Must not know: what is on a page.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.core.failures import NEEDS_PERSON
from app.core.model import Batch, Lane, Watch
from app.window.accounts.panel import LANE, AccountsPage
from app.window.accounts.suppressed import SuppressedPage
from app.window.backend import Backend
from app.window.editor.opening import RecipePages
from app.window.help.page import HelpPage
from app.window.help.topics import FIRST, read_topics, topic_of
from app.window.inspector.inspector import Inspector
from app.window.languages import spoken_code
from app.window.left import LeftPage
from app.window.mailcheck.page import MailCheckPage
from app.window.preview.opening import PreviewPages
from app.window.shell import Shell
from app.window.state import Snapshot
from app.window.text import printable, tr
from app.window.undone import Undone
from app.window.watching import WatchPage
from app.window.welcome import samples
from app.window.welcome.page import WelcomePage


class Pages(QObject):
    """See the module. `open_file` and `reveal`: a path that a person wants to see; `said`: for the status line."""

    open_file = Signal(str)
    reveal = Signal(str)
    said = Signal(str)
    added = Signal(object)  # Added: a sample that is in the queue now
    failed = Signal(str)
    show_cause = Signal(object, str)  # (batch or None, code): show the files that failed with it

    def __init__(self, shell: Shell, backend: Backend) -> None:
        super().__init__(shell)
        self._shell, self._backend = shell, backend
        self._mail: MailCheckPage | None = None
        self._watching: WatchPage | None = None
        self._watches: tuple[Watch, ...] = ()
        self._accounts: AccountsPage | None = None
        self._lanes: tuple[Lane, ...] = ()
        shell.rail.clicked.connect(self._rail_clicked)
        self.inspector = Inspector(shell, backend)
        self.inspector.open_file.connect(self.open_file)
        self.inspector.reveal.connect(self.reveal)
        self.inspector.said.connect(self.said)
        self.recipes = RecipePages(shell, backend, self._show, self.leave)
        self.recipes.said.connect(self.said)
        self.preview = PreviewPages(shell, backend, self._show, self.leave, self.check_mail)
        # A page that needs nothing but its action stands here, under the action's id.
        self._openers: dict[str, Callable[[], None]] = {
            "recipes": self.recipes.show_list,
            "inspector": self.inspector.toggle,
            "preview": self.preview.open,
            "watches": self.show_watches,
            "help": self.show_help,
            "help-originals": partial(self.show_help, "originals"),
            "help-keyboard": partial(self.show_help, "keyboard"),
            "welcome": self.show_welcome,
            "accounts": self.show_accounts,
            "activity": self.show_activity,
            "settings": self.show_settings,
            "shortcuts": partial(self.show_settings, "shortcuts"),
            "about": partial(self.show_settings, "about"),
            "palette": self.show_palette,
        }

    def open(self, name: str) -> bool:
        """Show the page that the action `name` stands for; False when it stands for none."""
        if self.preview.first(name):
            return True
        opener = self._openers.get(name)
        if opener is not None and self.recipes.may_leave(partial(self.open, name), name):
            opener()
            self._shell.footer.mark(name if self._shell.shown_page is not None else "")
        return opener is not None

    @Slot()
    def show_activity(self) -> None:
        """Figures of the work, with charts: their library is loaded now and not before."""
        from app.window.activity.page import ActivityPage

        page = ActivityPage(self._backend.reads)
        page.back.connect(self.leave)
        page.show_cause.connect(self._cause_chosen)
        self._show(page)

    @Slot(str)
    def _cause_chosen(self, code: str) -> None:
        self.leave()
        self.show_cause.emit(None, code)

    def show_settings(self, group: str = "") -> None:
        """The settings: `group`, or the one that was looked at last."""
        from app.window.settings.page import SettingsPage

        page = SettingsPage(self._shell, self._backend, group)
        page.back.connect(self.leave)
        page.said.connect(self.said)
        page.suppressed.connect(self.show_suppressed)
        self._show(page)

    @Slot()
    def show_palette(self) -> None:
        """Every command, to be found by typing."""
        from app.window.palette import Palette

        Palette(self._shell, self._shell.actions_of, self._shell.memory).open()

    @Slot()
    def _rail_clicked(self) -> None:
        if self._shell.shown_page is not None:  # another row leaves the page by itself; this is the one in view
            self.leave()

    def check_mail(self, batch: Batch) -> None:
        """The messages of a batch, before they are sent."""
        backend = self._backend
        page = MailCheckPage(backend.reader, backend.reads, backend.commands, backend.post)
        page.back.connect(self.leave)
        page.sent.connect(self.leave)
        page.suppressed.connect(self.show_suppressed)
        page.open_file.connect(self.open_file)
        page.said.connect(self.said)
        self._show(page)
        self._mail = page
        page.show_batch(batch.id)

    @Slot()
    def show_watches(self) -> None:
        """The watched folders."""
        recipe = self._shell.header.picker.recipe()
        page = WatchPage(self._backend.commands, self._shell.recipes, recipe.name if recipe is not None else "")
        page.back.connect(self.leave)
        self._show(page)
        self._watching = page
        page.show_watches(self._watches)

    @Slot(object)
    def show_left(self, undone: Undone) -> None:
        """What an undo left as it is."""
        page = LeftPage(undone)
        page.back.connect(self.leave)
        page.reveal.connect(self.reveal)
        self._show(page)

    def show_help(self, topic: str = "") -> None:
        """A help page: `topic`, or the one that explains what is on screen."""
        name = topic or topic_of(self._shell.shown_page or QApplication.focusWidget())
        page = HelpPage(read_topics(spoken_code()))
        page.back.connect(self.leave)
        self._show(page)
        page.show_topic(name)

    @Slot()
    def show_welcome(self) -> None:
        """The samples and the promises of the first start."""
        page = WelcomePage()
        page.back.connect(self.leave)
        page.guide.connect(partial(self.show_help, FIRST))
        page.tried.connect(self._try)
        self._show(page)

    @Slot(str)
    def _try(self, kind: str) -> None:
        place = samples.folder()
        self._backend.commands.run(
            lambda commands: samples.start(commands, samples.SAMPLES[kind], place), self.added.emit, self._not_tried
        )

    def _not_tried(self, error: Exception) -> None:
        self.leave()  # the banner stands above the queue
        self.failed.emit(tr("The sample cannot be used: {reason}").format(reason=printable(str(error))))

    @Slot()
    def show_accounts(self, name: str = "") -> None:
        """The mail accounts; `name`: open this one, else the first that waits for a person."""
        waits = (lane for lane in self._lanes if lane.name.startswith(LANE) and lane.code in NEEDS_PERSON)
        name = name or next((lane.name.removeprefix(LANE) for lane in waits), "")
        if self._backend.post is not None:
            page = AccountsPage(self._backend.post)
            page.back.connect(self.leave)
            page.panel.suppressed.connect(self.show_suppressed)
            page.panel.show_lanes(self._lanes)
            self._show(page)
            self._accounts = page
            if name:
                page.panel.open_account(name)

    @Slot()
    def show_suppressed(self) -> None:
        """The people who get no mail."""
        if self._backend.post is not None:
            page = SuppressedPage(self._backend.post)
            page.back.connect(self.show_accounts)
            self._show(page)

    def _show(self, page: QWidget) -> None:
        self.preview.left()
        self._mail = self._watching = self._accounts = None
        self._shell.footer.mark("")
        self._shell.show_page(page)

    def refresh(self, now: Snapshot) -> None:
        """The queue changed."""
        self.inspector.refresh()
        self.preview.refresh(now)
        self._watches, self._lanes = now.watches, now.lanes
        if self._accounts is not None:
            self._accounts.panel.show_lanes(now.lanes)
        if self._mail is not None:
            self._mail.refresh()
        if self._watching is not None:
            self._watching.show_watches(now.watches)

    @Slot()
    def leave(self) -> None:
        """Back to the queue, unless the page has changes that nobody saved: then it asks first."""
        if not self.recipes.may_leave(self.leave):
            return
        self.preview.left()
        self._mail = self._watching = self._accounts = None
        self._shell.footer.mark("")
        self._shell.back_to_queue()
