"""The preview beside a recipe that is changed: what the sample becomes, and which file is the sample.

Owns: the pause after the last key, the files to try, the notes below. Must not know: how the recipe is changed.
"""

import os
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.failures import Failure
from app.store.reader import JobView, Reader
from app.window.bridge import Bridge
from app.window.editor.plan import Sample
from app.window.looks import LookPane, PictureLook
from app.window.looks.choice import Choice
from app.window.looks.seen import Asker, Previews, Seen
from app.window.text import file_name, isolated, printable, tr
from app.window.told import told
from app.window.widgets import Button, Look, filled, hairline, label, secondary_label

PAUSE_MS = 300  # after the last key
_RECENT, _BATCHES, _EACH = 8, 12, 4


def recent_files(reader: Reader, kind: str) -> list[str]:
    """The last files that were dropped for recipes of `kind`, newest first."""
    found: dict[str, None] = {}
    batches = [batch for batch in reader.batches(dismissed=True) if batch.kind == kind]
    for batch in sorted(batches, key=lambda one: one.created, reverse=True)[:_BATCHES]:
        for job in islice(reader.iter_jobs(JobView(batch=batch.id)), _EACH):
            found.setdefault(job.input)
        if len(found) >= _RECENT:
            break
    return list(found)[:_RECENT]


class PreviewPane(QFrame):
    """See the module. `learned` carries a `Sample`: what the preview knows of the file that is tried."""

    learned = Signal(object)

    def __init__(self, previews: Previews | None, reads: Bridge[Reader], kind: str) -> None:
        super().__init__()
        filled(self, QPalette.ColorRole.AlternateBase)
        self.setAccessibleName(tr("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._kind = kind
        self._question: tuple[str, str] | None = None  # recipe, read part of its table
        self._sample = Sample()
        self._place = 0
        self.files: list[str] = []
        self.look = LookPane(previews, grows=True)
        self.look.seen.connect(self._seen)
        self.look.failed.connect(self._failed)
        self._columns = Asker(previews, self)  # of a list of people: the message alone does not tell them
        self._columns.shown.connect(self._columns_seen)
        self._columns.failed.connect(self._no_columns)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._lay_out()
        reads.run(lambda reader: recent_files(reader, kind), self._show_files)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("Preview"), 0, 600))
        self.about = secondary_label(tr("updates as you change the recipe"))
        head.addWidget(self.about, 1)
        self.empty = secondary_label(_empty_words(self._kind), wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.notes = secondary_label("", wrap=True)
        inner = filled(QWidget(), QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.look, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.notes)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled(area.viewport(), QPalette.ColorRole.AlternateBase)
        area.setWidget(inner)
        self.picker = Choice(tr("Try it on"))
        self.picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.picker.setMaximumWidth(280)
        self.picker.activated.connect(self._picked)
        self.browse = Button(
            _choose_words(self._kind), f"kind-{'image' if self._kind == 'image' else 'table'}", Look.FLAT
        )
        self.browse.clicked.connect(self._browse)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(secondary_label(tr("Try it on")))
        foot.addWidget(self.picker, 1)
        foot.addWidget(self.browse)
        foot.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(hairline())
        whole.addLayout(foot)

    # Which file

    def _show_files(self, files: list[str]) -> None:
        self.files += [path for path in files if path not in self.files]
        self._list_files()
        self.show_sample(self._sample.path or (self.files[0] if self.files else ""))

    def _list_files(self) -> None:
        self.picker.clear()
        self.picker.addItems([isolated(printable(file_name(path))) for path in self.files])
        for row, path in enumerate(self.files):
            self.picker.setItemData(row, printable(path), Qt.ItemDataRole.ToolTipRole)
        self.picker.setVisible(bool(self.files))

    def show_sample(self, path: str) -> None:
        """Try the recipe on `path`; "" = there is nothing to try it on yet."""
        if path and path not in self.files:
            self.files.insert(0, path)
            self._list_files()
        if path:
            self.picker.setCurrentIndex(self.files.index(path))
        self.empty.setVisible(not path)
        self.look.setVisible(bool(path))
        self._sample = Sample(path)
        self.learned.emit(self._sample)
        self._ask()

    @Slot(int)
    def _picked(self, row: int) -> None:
        self.show_sample(self.files[row])

    @Slot()
    def _browse(self) -> None:
        path = QFileDialog.getOpenFileName(self, _choose_words(self._kind))[0]
        if path:
            self.show_sample(os.path.abspath(path))

    # The question

    def show_recipe(self, recipe: str, read: str, about: str, now: bool = False) -> None:
        """Ask what the sample becomes with `recipe` (JSON, one that can be used): `now`, or when no other came for a
        moment. `read`: how its table is read, as JSON. `about`: up to where the recipe goes."""
        if self._question == (recipe, read) and not now:
            return
        self._question = (recipe, read)
        self.about.setText(about)
        if now:
            self._ask()
        else:
            self._pause.start()

    def show_output(self, place: int) -> None:
        """Show this one of several outputs beside the original."""
        self._place = place
        if isinstance(self.look.look, PictureLook):
            self.look.look.show_output(place)

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        if self._question is None or not self._sample.path:
            return
        if self._kind == "mail" and not self._sample.columns:
            table = f'{{"dropmill": 1, "kind": "table", "read": {self._question[1]}}}'
            self._columns.ask("table", table, self._sample.path)
        else:
            self.look.ask(self._kind, self._question[0], self._sample.path)

    @Slot(object)
    def _columns_seen(self, seen: Seen) -> None:
        self._learn(columns=tuple(seen.data["before"]))
        self._look_on()

    @Slot(object)
    def _no_columns(self, _failure: Failure) -> None:
        self._look_on()

    def _look_on(self) -> None:
        if self._question is not None:
            self.look.ask(self._kind, self._question[0], self._sample.path)

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self.look.waiting or self._columns.waiting

    @Slot(object)
    def _seen(self, seen: Seen) -> None:
        notes: list[str] = []
        if seen.kind == "image":
            outputs = seen.data["outputs"]
            self._learn(names={n: str(output["name"]) for n, output in enumerate(outputs)})
            self.show_output(min(self._place, len(outputs) - 1))
            shown = outputs[min(self._place, len(outputs) - 1)]
            notes = [str(shown["path"]), *(told(note["message"]) for note in shown["warnings"])]
        elif seen.kind == "table":
            self._learn(columns=tuple(seen.data["before"]))
            if seen.data["whole"]:
                steps = ", ".join(seen.data["whole"])
                notes.append(tr("Here these steps see the first rows only, later all of them: {0}.").format(steps))
        self.notes.setText("\n".join(isolated(printable(note)) for note in notes))

    @Slot(object)
    def _failed(self, _failure: Failure) -> None:
        self.notes.setText("")

    def _learn(self, **what: object) -> None:
        known = Sample(self._sample.path, self._sample.names, self._sample.columns)
        made = Sample(known.path, what.get("names", known.names), what.get("columns", known.columns))  # type: ignore[arg-type]
        if made != self._sample:
            self._sample = made
            self.learned.emit(made)

    def forget(self) -> None:
        """Nobody looks any more."""
        self._pause.stop()
        self._columns.forget()
        self.look.clear()


def _empty_words(kind: str) -> str:
    match kind:
        case "image":
            return tr("Choose a picture to see what this recipe makes of it.")
        case "table":
            return tr("Choose a table to see what this recipe makes of it.")
        case _:
            return tr("Choose a list of people to see their messages.")


def _choose_words(kind: str) -> str:
    match kind:
        case "image":
            return tr("Choose a picture…")
        case "table":
            return tr("Choose a table…")
        case _:
            return tr("Choose a list…")
