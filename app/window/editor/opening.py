"""The way to the pages of recipes and between them: the list, the editor, back, and what was saved offered at once.

Owns: which of them is shown, and that none with changes is left unasked. Must not know: what is on them. They are
loaded when they are asked for, not at the start of the window.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.window.backend import Backend
from app.window.recipes import read_recipes
from app.window.shell import Shell
from app.window.text import isolated, printable, tr

_BESIDE = ("inspector", "palette")  # actions that open something beside the page or over it

if TYPE_CHECKING:
    from app.window.editor.page import EditorPage, Start


class RecipePages(QObject):
    """See the module. `show` puts a page in the place of the queue, `leave` goes back to it. `read`: the recipes
    (a list of `Recipe`) after a change; `said`: for the status line."""

    read = Signal(object)
    said = Signal(str)

    def __init__(
        self, shell: Shell, backend: Backend, show: Callable[[QWidget], None], leave: Callable[[], None]
    ) -> None:
        super().__init__(shell)
        shell.may_leave_page = self.may_leave
        self._shell, self._backend, self._show, self._leave = shell, backend, show, leave
        self._editor: EditorPage | None = None

    @Slot()
    def show_list(self) -> None:
        """All recipes."""
        from app.window.editor.listing import RecipesPage

        if self._backend.shelf is None:
            return
        page = RecipesPage(self._backend.shelf, self._backend.reads)
        page.back.connect(self._leave)
        page.edit.connect(self.edit)
        page.use.connect(self._use)
        page.changed.connect(self._changed)
        page.said.connect(self.said)
        self._show(page)

    @Slot(object)
    def edit(self, start: "Start") -> None:
        """Change a recipe."""
        from app.window.editor.page import EditorPage

        if self._backend.shelf is None:
            return
        page = EditorPage(self._backend.shelf, self._backend.reads, self._backend.preview, start)
        page.back.connect(self._back_to_list)
        page.saved.connect(self._saved)
        page.said.connect(self.said)
        self._show(page)
        self._editor = page
        self._shell.footer.mark("recipes")

    def edit_copy(self, text: str, name: str, sample: str) -> None:
        """Change a copy of the recipe `text` (a batch's, called `name`), tried on the file `sample`."""
        from app.window.editor.page import Start

        shelf = self._backend.shelf
        if shelf is None:
            return

        def open_it(free: str) -> None:
            self.edit(Start(text, free, "", sample))

        self._backend.reads.run(lambda _reader: shelf.free_name(name), open_it)

    def may_leave(self, go: Callable[[], object], action: str = "") -> bool:
        """Whether the page that is shown can be left; if not, it asks, and `go` follows when it can. `action`: what
        was asked for; some actions leave the page where it is."""
        editor = self._editor
        if editor is None or self._shell.shown_page is not editor or action in _BESIDE:
            return True
        return editor.may_leave(go)

    @Slot()
    def _back_to_list(self) -> None:
        if self.may_leave(self.show_list):
            self.show_list()

    @Slot(str)
    def _use(self, name: str) -> None:
        self._shell.header.picker.choose(name)
        self._shell.memory.recipe = name
        self.said.emit(tr("{0} is used for what you add next.").format(isolated(printable(name))))
        self._leave()

    @Slot(str, str)
    def _saved(self, name: str, was: str) -> None:
        if was and self._shell.memory.recipe == was:
            self._shell.memory.recipe = name
        self._changed()

    @Slot()
    def _changed(self) -> None:
        shelf = self._backend.shelf
        if shelf is not None:
            self._backend.reads.run(lambda _reader: read_recipes(shelf), self.read.emit)
