"""The page that changes one recipe: its cards at the left, what a sample becomes at the right.

Owns: the head with name, Revert and Save, leaving with changes, which side is seen where there is room for one. Must
not know: what is in a recipe.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.jobs.recipe import RecipeError
from app.store.reader import Reader
from app.system.recipes import SUFFIX, Entry, Shelf
from app.window.bridge import Bridge
from app.window.editor.draft import Draft
from app.window.editor.pane import PreviewPane
from app.window.editor.taborder import put_after
from app.window.editor.unsaved import UnsavedBanner
from app.window.editor.view import RecipeView, sentence
from app.window.looks.seen import Previews
from app.window.segments import Segments
from app.window.text import SEPARATOR, printable, tr, trn
from app.window.theme import font
from app.window.widgets import Button, Look, filled, hairline, icon_button, secondary_label

TWO_SIDES = 950  # px of the page from which both sides are seen: a window of 1180 less its rail
_COMPACT = 760
_RECIPE, _PREVIEW = range(2)


@dataclass(frozen=True, slots=True)
class Start:
    """What is edited: `text` (JSON), under which name it is saved now ("" = a new one, `name` is the suggestion)."""

    text: str
    name: str
    was: str
    sample: str = ""


class NameField(QLineEdit):
    """The recipe's name as the page's title, to be changed where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(3, 600))
        self.setAccessibleName(tr("Name of the recipe"))
        self.setMaxLength(120)
        self.setToolTip(tr("Name of the recipe"))
        self._styling = False
        self._style()

    def _style(self) -> None:
        self._styling = True
        self.setStyleSheet(
            "QLineEdit { border: 1px solid transparent; background: transparent; padding: 0 4px; min-height: 26px; }"
            "QLineEdit:hover { border: 1px solid palette(mid); }"
            "QLineEdit:focus { border: 2px solid palette(accent); padding: 0 3px; min-height: 24px; }"
        )
        self._styling = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and not self._styling:
            self._style()  # else palette(…) in it keeps the colours of the theme before


class EditorPage(QWidget):
    """See the module. `back`: leave it (ask `may_leave` first). `saved`: the name that the recipe has now, and the one
    it had. `said`: for the status line."""

    back = Signal()
    saved = Signal(str, str)
    said = Signal(str)

    def __init__(self, shelf: Shelf, reads: Bridge[Reader], previews: Previews | None, start: Start) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Recipe editor"))
        self._shelf, self._reads, self._was = shelf, reads, start.was
        self._go: Callable[[], object] | None = None
        self._saving = False
        self.draft = Draft(start.text, start.name)
        self.view = RecipeView(self.draft)
        self.pane = PreviewPane(previews, reads, self.draft.kind)
        self.banner = UnsavedBanner()
        self.title = NameField()
        self.title.setText(start.name)
        self.title.textEdited.connect(self._renamed)
        self._used = secondary_label()
        self._trouble = secondary_label("", wrap=True)
        self._leave = icon_button("chevron-left", tr("Back to the recipes"))
        self._leave.clicked.connect(self.back)
        self.export = Button(tr("Export…"), "export", Look.FLAT, tr("Export this recipe"))
        self.export.clicked.connect(self._export)
        self.as_json = Button(tr("View as JSON"), "command", Look.FLAT)
        self.as_json.clicked.connect(self._toggle_json)
        self.revert = Button(tr("Revert"), "undo")
        self.revert.clicked.connect(self._revert)
        self.save = Button(tr("Save recipe"), "", Look.FILLED)
        self.save.clicked.connect(self._save)
        key = QAction(self)
        key.setShortcut(QKeySequence.StandardKey.Save)
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(self.save.click)
        self.addAction(key)
        self.save.set_keys(QKeySequence(QKeySequence.StandardKey.Save))
        self.sides = Segments([tr("Recipe"), tr("Preview")], tr("Which side is shown"))
        self.sides.chosen.connect(self._arrange)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._leave)
        if start.sample:
            self.pane.show_sample(start.sample)
        self._changed(now=True)
        name = start.was
        reads.run(lambda reader: sum(batch.recipe_name == name for batch in reader.batches()), self._show_used)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self._used)
        self._used.setContentsMargins(6, 0, 0, 0)
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # its buttons fold, see `_arrange`
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(self._leave)
        top.addLayout(names, 1)
        for button in (self.export, self.as_json, self.revert, self.save):
            top.addWidget(button)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(20, 6, 20, 6)
        bar.addWidget(self.sides)
        bar.addStretch(1)
        self._rule = hairline(vertical=True)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.view, 46)
        both.addWidget(self._rule)
        both.addWidget(self.pane, 54)
        self._trouble.setContentsMargins(26, 0, 16, 8)
        self._trouble.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._trouble)
        whole.addWidget(hairline())
        whole.addWidget(self.banner)
        whole.addWidget(self._bar)
        whole.addLayout(both, 1)

    def _connect(self) -> None:
        self.view.changed.connect(self._changed)
        self.view.opened_card.connect(self._changed)
        self.view.rebuilt.connect(self._order)
        self.pane.learned.connect(self.view.show_sample)
        self.banner.save.connect(self._save)
        self.banner.discard.connect(self._discard)
        self.banner.stay.connect(self._stay)

    @Slot(int)
    def _show_used(self, count: int) -> None:
        kinds = {"image": tr("Picture recipe"), "table": tr("Table recipe"), "mail": tr("E-mail recipe")}
        used = trn("used by 1 batch", "used by %Ln batches", count) if count else ""
        new = tr("saved changes apply to what you add next")
        self._used.setText(SEPARATOR.join(part for part in (kinds.get(self.draft.kind, ""), used, new) if part))

    @Slot(QWidget)
    def _order(self, cards: QWidget) -> None:
        """Tab goes from the head through the cards to the preview."""
        put_after(self.save, self.banner, self.sides, cards)

    # Width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        both = self.width() >= TWO_SIDES
        side = self.sides.current
        self._bar.setVisible(not both)
        self.view.setVisible(both or side == _RECIPE)
        self._rule.setVisible(both)
        self.pane.setVisible(both or side == _PREVIEW)
        for button in (self.export, self.as_json, self.revert):
            button.set_compact(self.width() < _COMPACT)

    # Changes

    @Slot()
    def _changed(self, now: bool = False) -> None:
        draft, view = self.draft, self.view
        if view.shows_json and self.title.text() != draft.name:
            self.title.setText(draft.name)
        problems = draft.problems()
        wrong = ""
        if view.wrong_json or problems:
            wrong = tr("Something in the recipe needs another value first.")
        self.save.set_why(wrong or ("" if draft.changed else tr("Nothing was changed.")))
        self.save.look = Look.FILLED if self.save.isEnabled() else Look.BORDERED
        self.revert.set_why("" if draft.changed or view.wrong_json else tr("Nothing was changed."))
        named = not draft.name.strip()
        self._say(tr("The recipe needs a name.") if named else "")
        if not view.wrong_json and not problems:
            opened = view.opened or ()
            steps = draft.parts(("steps",))
            about = tr("updates as you change the recipe")
            if opened[:1] == ("steps",) and int(opened[1]) + 1 < len(steps):
                about = tr("after step {n} of {all}").format(n=int(opened[1]) + 1, all=len(steps))
            read = draft.at(("recipients", "read"), {}) if draft.kind == "mail" else {}
            if opened[:1] == ("outputs",):
                alive = [n for n, part in enumerate(draft.parts(("outputs",))) if part.get("off") is not True]
                self.pane.show_output(alive.index(opened[1]) if opened[1] in alive else 0)
            self.pane.show_recipe(draft.up_to(opened), json.dumps(read), about, now)
        else:
            self.pane.about.setText(tr("as it was before: something needs another value"))

    @Slot(str)
    def _renamed(self, name: str) -> None:
        self.draft.name = name
        self._changed()

    def _say(self, words: str) -> None:
        self._trouble.setText(printable(words))
        self._trouble.setVisible(bool(words))

    @Slot()
    def _toggle_json(self) -> None:
        shown = not self.view.shows_json
        self.view.show_json(shown)
        self.as_json.set_text(tr("View as cards") if shown else tr("View as JSON"))
        if self.sides.current != _RECIPE:
            self.sides.choose(_RECIPE)

    @Slot()
    def _revert(self) -> None:
        self.draft.revert()
        self.title.setText(self.draft.name)
        self.view.show_again()
        self._changed()

    @Slot()
    def _export(self) -> None:
        start = f"{self.draft.name}{SUFFIX}"
        chosen = QFileDialog.getSaveFileName(self, tr("Export this recipe"), start, f"Dropmill (*{SUFFIX} *.json)")[0]
        if chosen:
            export_text(self._reads, self.draft.text, FilePath(chosen), self.said.emit)

    # Saving and leaving

    @Slot()
    def _save(self) -> None:
        if self._saving or self.draft.problems() or self.view.wrong_json:
            return
        self._saving = True
        shelf, was, text, name = self._shelf, self._was, self.draft.text, self.draft.name
        self._reads.run(lambda _reader: shelf.change(was, text, name), self._was_saved, self._not_saved)

    def _was_saved(self, entry: Entry) -> None:
        self._saving = False
        was, self._was = self._was, entry.name
        self.draft.name = entry.name
        self.title.setText(entry.name)
        self.draft.saved()
        self.banner.hide()
        self._changed()
        self.saved.emit(entry.name, was)
        self.said.emit(tr("{0} is saved.").format(printable(entry.name)))
        self._leave_now()

    def _not_saved(self, error: Exception) -> None:
        self._saving, self._go = False, None
        self.banner.hide()
        if isinstance(error, RecipeError):
            self._say(" ".join(sentence(problem.words) for problem in error.found))
        else:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self._say(tr("The recipe could not be saved: {0}. Nothing was changed.").format(reason))

    def may_leave(self, go: Callable[[], object]) -> bool:
        """Whether the page can be left now. If not, the banner asks, and `go` is called when the answer allows it."""
        if not self.draft.changed and not self.view.wrong_json:
            return True
        self._go = go
        wrong = tr("Something in the recipe needs another value first.")
        self.banner.ask(self.draft.name or self._was, wrong if self.draft.problems() or self.view.wrong_json else "")
        return False

    @Slot()
    def _discard(self) -> None:
        self.draft.revert()
        self.view.wrong_json = []
        self.banner.hide()
        self._leave_now()

    @Slot()
    def _stay(self) -> None:
        self._go = None
        self.banner.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_now(self) -> None:
        go, self._go = self._go, None
        if go is not None:
            go()


def export_text(reads: Bridge[Reader], text: str, target: FilePath, said: Callable[[str], object]) -> None:
    """Write a recipe to a file of its own, for somebody else."""
    from app.system.files import write_whole

    def failed(error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        said(tr("{0} could not be written: {1}. Choose another place.").format(printable(target.name), reason))

    def written(_nothing: None) -> None:
        said(tr("{0} is written.").format(printable(target.name)))

    reads.run(lambda _reader: write_whole(target, text.encode("utf-8")), written, failed)
