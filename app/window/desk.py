"""Connects the parts of the window: the queue's state to what is shown, and what people do to deeds.

Owns: which view or batch is in the centre, the banner, the clock of the status bar. Must not know: SQL, how things are
drawn, how a command is carried out (`doing.py`).
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QMenu

from app.core.events import EngineTrouble, Event, OpenRequested
from app.core.model import Batch
from app.core.progress import RateMeter
from app.core.states import JobState
from app.store.reader import JobView
from app.window import describe
from app.window.actions import ROW_MENU, VIEWS, view_id
from app.window.announce import Announcer
from app.window.backend import Backend
from app.window.doing import Deeds
from app.window.drops import Drops
from app.window.failures.drawer import FailuresDrawer
from app.window.intake import Added
from app.window.leaving import Closing, Leaving
from app.window.notices import Notices
from app.window.pages import Pages
from app.window.rail import ALL, entries
from app.window.reasons import run_face, why_idle
from app.window.recipes import Recipe, tiles
from app.window.result import Before
from app.window.shell import Shell
from app.window.state import QueueState, Snapshot, going
from app.window.text import STATE_OF_FACE, Face
from app.window.theme import Appearance, Theme
from app.window.tray import Tray

SEARCH_MS = 150
TICK_MS = 1000


class Desk(QObject):
    """See the module. Feed it with the hub's `events` and `progress`."""

    def __init__(self, shell: Shell, backend: Backend, theme: Theme, tray: Tray | None = None) -> None:
        super().__init__(shell)
        self.shell, self._backend, self._theme = shell, backend, theme
        self.state = QueueState(backend.reads, self)
        self.deeds = Deeds(shell, backend, self.state)
        self.tray = tray or Tray(shell.actions_of, shell)
        self.leaving = Leaving(shell, backend, self.state, self.tray)
        self.drawer = FailuresDrawer(backend.reads, backend.commands, backend.make_reader)
        self.notices = Notices(shell, backend)
        self.pages = Pages(shell, backend)
        self._announcer = Announcer(shell)
        self._meter = RateMeter()
        self.drops = Drops(backend, self)
        self.pages.preview.use(self.drops)
        self._code: str | None = None
        self._add_when_ready: tuple[str, ...] = ()
        self._pending = 0  # a batch that was added and is to be shown
        self._search = _timer(self, SEARCH_MS, self._list, single=True)
        self._clock = _timer(self, TICK_MS, self._tick)
        self._connect()
        shell.set_drawer(self.drawer)
        self._set_theme_mark()
        shell.actions_of["follow"].setChecked(True)

    def _connect(self) -> None:
        shell, page = self.shell, self.shell.page
        self.state.changed.connect(self._state_changed)
        shell.actions_of.asked.connect(self.act)
        shell.rail.chosen.connect(self._chosen)
        shell.dropped.connect(self.deeds.add)
        shell.escaped.connect(self._escaped)
        shell.empty.picked.connect(self._picked)
        shell.header.picker.activated.connect(self._recipe_chosen)
        shell.header.search.textChanged.connect(self._search.start)
        page.search_everywhere.connect(self._search_everywhere)
        page.drawer_height.connect(shell.memory.drawer)
        page.result.closed.connect(self.drops.put_away)
        page.result.closed.connect(self._show_centre)
        page.result.again.connect(self.drops.do_again)
        self.drops.counted.connect(self._show_centre)
        self.drops.replaced.connect(self._show_soon)
        page.table.asked.connect(self.act)
        page.table.menu_wanted.connect(self._row_menu)
        page.table.chosen.connect(self.deeds.allow)
        page.table.columns_changed.connect(self._columns_changed)
        page.model.listed.connect(self._listed)
        page.model.failed.connect(self.notices.trouble)
        self.drawer.opened.connect(page.drawer_opened)
        self.drawer.present.connect(self._drawer_present)
        self.drawer.show_in_table.connect(self._show_cause)
        self.drawer.reveal.connect(self.deeds.reveal)
        self.drawer.open_file.connect(self.deeds.open_path)
        self.drawer.change_recipe.connect(self.pages.recipes.edit_copy)
        self.drawer.said.connect(self.say)
        self.deeds.added.connect(self._added)
        self.deeds.trouble.connect(self.notices.trouble)
        self.deeds.said.connect(self.say)
        self._backend.commands.failed.connect(self.notices.trouble)
        self._backend.reads.failed.connect(self.notices.trouble)
        self.notices.resume.connect(shell.actions_of["run"].trigger)
        self.notices.review.connect(self._review)
        self.notices.show_output.connect(self.deeds.show_output)
        self.notices.undo.connect(self.deeds.undo)
        self.notices.undo_again.connect(self.deeds.undo_again)
        self.notices.show_left.connect(self.pages.show_left)
        self.notices.show_watches.connect(self.pages.show_watches)
        self.deeds.undoing.said.connect(shell.status.say)
        self.deeds.undoing.done.connect(self.notices.undone)
        self.pages.open_file.connect(self.deeds.open_path)
        self.pages.reveal.connect(self.deeds.reveal)
        self.pages.said.connect(self.say)
        self.pages.recipes.read.connect(self.show_recipes)
        self.pages.show_cause.connect(self._show_cause)
        self.pages.added.connect(self._added)
        self.pages.failed.connect(self.notices.trouble)
        shell.rail.menu_wanted.connect(self._batch_menu)
        self._theme.changed.connect(self._restyle)

    # What comes in

    @Slot(object)
    def on_events(self, events: tuple[Event, ...]) -> None:
        """Take what happened in the queue."""
        self.shell.page.table.on_events(events)
        self.state.on_events(events)
        for event in events:
            if isinstance(event, OpenRequested):
                self.leaving.come_back()
                if event.paths:
                    self.add(event.paths)
            elif isinstance(event, EngineTrouble) and event.message:
                self.notices.trouble(event.message)

    def add(self, paths: tuple[str, ...]) -> None:
        """Add files that the program was started with, as soon as the recipes are read."""
        if self.shell.recipes:
            self.deeds.add(paths)
        else:
            self._add_when_ready += paths

    def show_recipes(self, recipes: list[Recipe]) -> None:
        """Offer these recipes."""
        shell = self.shell
        shell.recipes = recipes
        shell.header.picker.show_recipes(recipes, shell.memory.recipe)
        shell.empty.tiles.show_recipes(tiles(recipes))
        waiting, self._add_when_ready = self._add_when_ready, ()
        if waiting:
            self.deeds.add(waiting)

    @Slot(object)
    def _state_changed(self, now: Snapshot) -> None:
        shell, model = self.shell, self.shell.page.model
        model.batches = {batch.id: batch for batch in now.batches}
        shell.show_home(now.empty)
        shell.rail.show_entries(entries(now, self.state.scans))
        face = run_face(now)
        shell.header.show_face(face)
        shell.actions_of.allow("run", face.name == "RUN")
        shell.actions_of.allow("pause", face.name == "PAUSE")
        shell.actions_of.allow("stop-after", face.name == "PAUSE")
        shell.actions_of.allow("stop-now", now.counts.running > 0)
        shell.header.stop.setEnabled(face.name == "PAUSE" or now.counts.running > 0)
        busy = sum(batch.bytes_done for batch in now.batches if going(batch))
        if not now.counts.running:
            self._meter.reset()
        else:
            self._meter.add(time.monotonic(), busy, sum(b.counts.ended for b in now.batches if going(b)))
        self._show_centre()
        self._show_status()
        self.notices.show(self.state.now, self._batch())
        self.drawer.refresh()
        self.deeds.allow()
        self.pages.refresh(now)
        self._announcer.tell(now)

    def start(self) -> None:
        """Read the queue for the first time."""
        self.state.refresh()
        self._list()

    @Slot()
    def _tick(self) -> None:
        self._show_status()
        table = self.shell.page.table
        if self.shell.isVisible() and self.state.now.counts.waiting:
            first, last = table.visible_rows()
            table.repaint_rows(range(first, last + 1))

    # What is shown

    def _batch(self) -> Batch | None:
        entry = self.shell.rail.entry()
        return self.state.now.batch(entry.batch) if entry is not None and entry.batch else None

    @Slot()
    def _show_centre(self) -> None:
        entry, now, page = self.shell.rail.entry(), self.state.now, self.shell.page
        batch = self._batch()
        page.show_state(entry, now, self._code)
        scan = self.state.scans.get(batch.id) if batch else None
        causes = now.fresh.get(batch.id, ()) if batch else ()
        drops = self.drops
        more = drops.left_out(batch.id) if batch else ()
        before = Before(drops.done_before(batch), drops.can_repeat(batch)) if batch else Before()
        page.show_result(batch, scan, causes, more, before, batch is not None and drops.is_put_away(batch.id))
        page.show_rows(entry, now)
        page.table.setAccessibleDescription(page.head.title.text())

    def _show_status(self) -> None:
        now = self.state.now
        if not self.state.loaded:
            return
        live = [batch for batch in now.batches if going(batch)]
        left = sum(batch.bytes_total - batch.bytes_done for batch in live)
        why = why_idle(now, describe.now_ms())
        self.shell.status.show_state(now, why, self._meter.estimate(left), self._backend.busy())
        self.tray.tell(self.shell.status.summary())

    @Slot()
    def _review(self) -> None:
        self.shell.rail.choose(("view", Face.WAITING))

    @Slot(str)
    def say(self, sentence: str) -> None:
        """A word for the status line."""
        self.shell.status.say(sentence)

    # What people do

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what an action stands for."""
        shell = self.shell
        if self.pages.open(name) or self.deeds.do(name):
            return
        if name.startswith("view-"):
            face = next(face for face in VIEWS if view_id(face) == name)
            shell.rail.choose(("view", face or ""))
            shell.page.table.setFocus()
        elif name.startswith("appearance-"):
            self._choose_theme(Appearance(name.removeprefix("appearance-")))
        elif name.startswith("closing-"):
            self.leaving.choose(Closing(name.removeprefix("closing-")))
        elif name == "find":
            shell.header.open_search()
        elif name == "failures" and not self.drawer.isHidden():
            self.drawer.toggle()
            if not self.drawer.is_open:
                self.shell.page.table.setFocus()
        elif name == "follow":
            shell.page.table.follow = shell.actions_of["follow"].isChecked()
        elif name in ("next-region", "previous-region"):
            shell.next_region(1 if name == "next-region" else -1)
        elif name == "menu":
            shell.header.open_menu()
        elif name == "check-mail":
            if (batch := self._batch()) is not None:
                self.pages.check_mail(batch)
        elif name == "quit":
            shell.close()

    def _choose_theme(self, appearance: Appearance) -> None:
        self.shell.memory.appearance = appearance
        self._theme.choose(appearance)
        self._set_theme_mark()

    def _set_theme_mark(self) -> None:
        self.shell.actions_of[f"appearance-{self._theme.appearance}"].setChecked(True)

    @Slot()
    def _restyle(self) -> None:
        self.shell.actions_of.restyle()
        self.shell.header.restyle()
        self.shell.page.table.restyle()

    @Slot(tuple)
    def _chosen(self, key: tuple[str, str | int]) -> None:
        """Another row of the rail: list its jobs."""
        self._code = None
        if self.shell.shown_page is not None and not self.pages.preview.follows(key):
            self.pages.leave()
        self.deeds.batch = int(key[1]) if key[0] == "batch" else None
        self.drawer.set_batch(self.deeds.batch)
        self._list()

    @Slot()
    def _list(self) -> None:
        kind, value = self.shell.rail.key
        model, table = self.shell.page.model, self.shell.page.table
        states = frozenset({STATE_OF_FACE[Face(str(value))]}) if kind == "view" and value else None
        batch = int(value) if kind == "batch" else None
        if self._code:
            states = frozenset({JobState.FAILED, JobState.UNCONFIRMED})
        search = self.shell.header.search.text().strip()
        view = JobView(batch=batch, states=states, code=self._code, search=search)
        table.hidden = self.shell.memory.hidden_columns("batch" if batch else "all")
        table.follow = self.shell.actions_of["follow"].isChecked() and not search
        table.clearSelection()
        table.horizontalHeader().setSortIndicatorShown(False)
        model.show(view)
        table.arrange()
        self._show_centre()
        self.notices.show(self.state.now, self._batch())
        self.deeds.allow()

    @Slot()
    def _listed(self) -> None:
        self._show_centre()
        self.shell.page.table.arrange()

    @Slot()
    def _search_everywhere(self) -> None:
        self.shell.rail.choose(ALL)

    @Slot()
    def _columns_changed(self) -> None:
        view = "batch" if self.deeds.batch else "all"
        self.shell.memory.hide_columns(view, self.shell.page.table.hidden)

    @Slot(object, str)
    def _show_cause(self, batch: int | None, code: str) -> None:
        """The rows of one cause, from the drawer."""
        self.shell.rail.choose(("batch", batch) if batch is not None else ("view", Face.FAILED))
        self._code = code or None
        self._list()

    @Slot(bool)
    def _drawer_present(self, present: bool) -> None:
        self.shell.page.arrange(self.shell.width())
        if present and self.drawer.causes:
            self._announcer.say(self.drawer.causes[0].title)

    @Slot(QPoint)
    def _row_menu(self, at: QPoint) -> None:
        self._pop_up(self.shell.actions_of.fill(QMenu(self.shell), *ROW_MENU), at)

    @Slot(QPoint)
    def _batch_menu(self, at: QPoint) -> None:
        self._pop_up(self.shell.actions_of.batch_menu(self.shell), at)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot(str)
    def _picked(self, name: str) -> None:
        """A tile of the empty window: take its recipe and ask for files."""
        self.shell.header.picker.choose(name)
        self._recipe_chosen()
        self.shell.actions_of["add-files"].trigger()

    @Slot()
    def _recipe_chosen(self) -> None:
        recipe = self.shell.header.picker.recipe()
        if recipe is not None:
            self.shell.memory.recipe = recipe.name

    @Slot(object)
    def _added(self, added: Added) -> None:
        """A drop became batches: show the first and what was left out."""
        self.drops.added(added)
        self._show_soon(added.batches[0])

    @Slot(int)
    def _show_soon(self, batch: int) -> None:
        if not self._pending:
            self.state.changed.connect(self._show_added)
        self._pending = batch
        self.state.refresh()

    @Slot(object)
    def _show_added(self, now: Snapshot) -> None:
        if now.batch(self._pending) is not None:
            self.state.changed.disconnect(self._show_added)
            shown, self._pending = self._pending, 0
            self.shell.rail.choose(("batch", shown))

    @Slot()
    def _escaped(self) -> None:
        """Close the topmost of page and drawer. Work never stops by it."""
        if self.shell.shown_page is not None:
            self.pages.leave()
        elif self.drawer.is_open:
            self.drawer.set_open(False)
            self.shell.page.table.setFocus()


def _timer(parent: QObject, ms: int, call: Callable[[], None], single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(ms)
    timer.setSingleShot(single)
    timer.timeout.connect(call)
    if not single:
        timer.start()
    return timer
