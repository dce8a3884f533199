"""The inspector's face: name and state at the top, below them the look and the sections, or a quiet word.

Owns: what is seen of the facts of a selection. Must not know: the queue, commands, where the panel stands.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.model import Job
from app.core.states import JobState
from app.jobs.base import Json
from app.window import describe
from app.window.actions import Actions
from app.window.empty import Blank
from app.window.inspector.facts import SUMMED, Facts, notes, state_words, sums, tries
from app.window.inspector.sections import EDGE, Message, Notes, Outputs, Question, Section, Several, Tries
from app.window.looks.pane import LookPane
from app.window.looks.picture import pixels
from app.window.looks.seen import Previews, Seen
from app.window.looks.toned import Toned
from app.window.side import Side
from app.window.statusbar import IconLabel
from app.window.text import SEPARATOR, face, files, isolated, number, size, tr, trn
from app.window.widgets import Button, ElidedLabel, Look, filled, icon_button, label

TABLE_WIDTH = 540
_COMMON = ("retry", "hold", "release", "copy", "remove")


class InspectorPanel(Side):
    """See the module. `closed`: a person closes it (or goes back, in a narrow window)."""

    closed = Signal()

    def __init__(
        self,
        actions: Actions,
        previews: Previews | None,
        parent: QWidget | None = None,
        most_tries: Callable[[], int | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._most_tries = most_tries
        self.setAccessibleName(tr("Inspector"))
        filled(self)
        self.facts = Facts()
        self.close_button = icon_button("close", tr("Close the inspector"))
        self.close_button.clicked.connect(self.closed)
        self.back = icon_button("chevron-left", tr("Back to the queue"))
        self.back.clicked.connect(self.closed)
        self.back.hide()
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.title.setFont(label("", 2, 600).font())
        self.icon = IconLabel("state-waiting")
        self.state = Toned("", "", -1, 500)
        self.pane = LookPane(previews)
        self.pane.seen.connect(self._seen)
        self.question, self.tries, self.outputs = Question(), Tries(), Outputs()
        self.notes, self.message = Notes(), Message()
        self.several = Several([_following(actions, name) for name in _COMMON])
        self.blank = Blank()
        self._seen_now: Seen | None = None
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.back)
        names.addWidget(self.title, 1)
        names.addWidget(self.close_button)
        states = QHBoxLayout()
        states.setSpacing(8)
        states.addWidget(self.icon)
        states.addWidget(self.state, 1)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(EDGE, 12, 12, 10)
        head.setSpacing(4)
        head.addLayout(names)
        head.addLayout(states)
        self._look = Section("")
        self._look.body.addWidget(self.pane)
        inside = filled(QWidget())
        inside.setMinimumWidth(1)  # it never asks for more than the panel has: words wrap or are elided
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.question, self._look, self.tries, self.message, self.outputs, self.notes, self.several):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(tr("About the selected file"))
        self.area.setWidget(inside)
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.area)
        self._whole.addWidget(self.blank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._whole, 1)

    # Room

    @property
    def wanted_width(self) -> int:
        """How wide it wants to stand beside the queue, px."""
        kinds = {self.facts.job.kind} if self.facts.job is not None else self.facts.kinds
        return TABLE_WIDTH if kinds == {"table"} and self.facts.count == 1 else self.LEAST

    def set_alone(self, alone: bool) -> None:
        """Whether it stands in the place of the queue: the way out is called Back then."""
        self.back.setVisible(alone)
        self.close_button.setVisible(not alone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    # What is shown

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self.facts = Facts()
        self.pane.clear()
        self._seen_now = None
        self._head_of("", "", tr("Inspector"), "")
        self.blank.show_words(
            "inspector", "waiting", tr("Select a file"), tr("Its picture, tries and outputs show here.")
        )
        self._whole.setCurrentWidget(self.blank)

    def show_facts(self, facts: Facts, progress: describe.Progress) -> None:
        """Show a selection. The look is asked for by whoever knows how (`pane.ask`)."""
        before, self.facts = self.facts, facts
        if facts.count == 0:
            self.show_nothing()
            return
        fresh = before.job is None or facts.job is None or before.job.id != facts.job.id
        if fresh:
            self.pane.clear()
            self._seen_now = None
            self.area.verticalScrollBar().setValue(0)
        self._whole.setCurrentWidget(self.area)
        job = facts.job
        for part in (self._look, self.tries, self.outputs, self.notes, self.message):
            part.setVisible(job is not None)
        self.several.setVisible(job is None)
        if job is None:
            self._show_several(facts)
        else:
            self._show_job(facts, job, progress, fresh)

    def _head_of(self, icon: str, tone: str, title: str, state: str) -> None:
        self.title.setText(title)
        self.icon.setVisible(bool(icon))
        self.state.setVisible(bool(state))
        if icon:
            self.icon.show_icon(icon, tone)
        self.state.show_words(state, tone)

    def show_progress(self, progress: describe.Progress, now: int) -> None:
        """The state's line again: something of it moves with time."""
        job = self.facts.job
        if job is not None:
            shown = face(job)
            self.state.show_words(state_words(job, progress, now, self._most_tries()), shown.value)

    def _show_job(self, facts: Facts, job: Job, progress: describe.Progress, fresh: bool) -> None:
        now, shown = describe.now_ms(), face(job)
        words = state_words(job, progress, now, self._most_tries())
        self._head_of(f"state-{shown}", shown.value, isolated(describe.name(job)), words)
        unconfirmed = job.state is JobState.UNCONFIRMED
        self.question.ask(1 if unconfirmed else 0, describe.name(job))
        self._look.setVisible(job.kind != "mail")
        self.tries.show_tries(tries(facts.attempts, now), fresh)
        account = job.lane.removeprefix("mail:").partition("/")[0]
        self.message.show_message(facts.payload, account, fresh)
        self._show_outputs()
        self.notes.show_notes(notes(facts))

    def _show_outputs(self) -> None:
        facts, job = self.facts, self.facts.job
        if job is None:
            return
        written = bool(job.outputs)
        paths: Sequence[str] = job.outputs or tuple(path for _, path in facts.planned)
        rejects = final_of(job).get("rejects")
        if written and rejects and rejects not in paths:
            paths = (*paths, str(rejects))
        self.outputs.show_paths(job.kind, paths, written, abouts(job, self._seen_now))

    def _seen(self, seen: Seen) -> None:
        self._seen_now = seen
        self._show_outputs()

    def _show_several(self, facts: Facts) -> None:
        self.pane.clear()
        self._head_of("", "", tr("{files} selected").format(files=files(facts.count)), "")
        self.question.ask(len(facts.unconfirmed))
        lines = [*sums(facts), (tr("Size"), size(facts.size))]
        if facts.bytes_out:
            lines.append((tr("Written"), size(facts.bytes_out)))
        if facts.summed < facts.count:
            lines.append((tr("Summed"), tr("the first {n}").format(n=number(min(SUMMED, facts.summed)))))
        self.several.show_lines(lines)


def _following(actions: Actions, name: str) -> Button:
    action = actions[name]
    made = Button(action.text(), icon_of(name), Look.BORDERED)
    made.follow(action)
    return made


def icon_of(name: str) -> str:
    """The icon of a common action."""
    return {
        "retry": "state-retrying", "hold": "state-held", "release": "run", "copy": "copy", "remove": "trash",
    }[name]  # fmt: skip


def final_of(job: Job) -> Json:
    """The numbers of a table job that is done; {} when there are none."""
    found = job.extra.get("table") if job.kind == "table" and job.state is JobState.DONE else None
    return found if isinstance(found, dict) and "read" in found else {}


def abouts(job: Job, seen: Seen | None) -> dict[str, str]:
    """What is known of each output, by path: "1600 × 1200 · 642 KB", "4,630 rows · 391 KB"."""
    found: dict[str, str] = {}
    final = final_of(job)
    if final:
        rows = trn("1 row", "%Ln rows", int(final["written"]))
        for path in job.outputs[:1]:
            found[path] = SEPARATOR.join(filter(None, (rows, size(job.bytes_out) if len(job.outputs) == 1 else "")))
        if final.get("rejects"):
            found[str(final["rejects"])] = trn(
                "1 row, with its reason", "%Ln rows, each with its reason", int(final["rejected"])
            )
    elif len(job.outputs) == 1 and job.bytes_out:
        found[job.outputs[0]] = size(job.bytes_out)
    if seen is not None and seen.kind == "image":
        for part in seen.data["outputs"]:
            weight = size(part["bytes"])
            weight = tr("about {size}").format(size=weight) if part.get("estimated") else weight
            found[str(part.get("path"))] = SEPARATOR.join((pixels(part), weight))
    return found
