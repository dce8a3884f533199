"""The head of the centre: what is shown, the buttons of the batch, its bar and the legend in words.

Owns: how a batch is summed up. Must not know: the table below it.
"""

import json

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.model import Batch, Counts
from app.core.states import BatchState
from app.window import icons
from app.window.actions import Actions
from app.window.rail import Entry
from app.window.state import Snapshot, letters_folder, startable, waits_for_send
from app.window.text import SEPARATOR, Face, files, inside, isolated, number, printable, things, tr, word
from app.window.theme import font, tones
from app.window.widgets import Button, ElidedLabel, Look, filled, icon_button

Role = QPalette.ColorRole

SOURCE, DEFAULT_FOLDER = "{source}", "{source}/Dropmill"  # as in the recipe format

BAR_ORDER = (Face.DONE, Face.SKIPPED, Face.FAILED, Face.UNCONFIRMED, Face.CANCELLED, Face.RETRYING, Face.RUNNING)
LEGEND_ORDER = (
    Face.DONE, Face.SKIPPED, Face.FAILED, Face.UNCONFIRMED, Face.RETRYING, Face.RUNNING, Face.HELD, Face.WAITING,
    Face.CANCELLED,
)  # fmt: skip


def count_of(counts: Counts, face: Face) -> int:
    """How many rows have this face."""
    return {
        Face.WAITING: counts.ready, Face.RETRYING: counts.waiting, Face.HELD: counts.held,
        Face.RUNNING: counts.running, Face.DONE: counts.done, Face.SKIPPED: counts.skipped,
        Face.FAILED: counts.failed, Face.UNCONFIRMED: counts.unconfirmed, Face.CANCELLED: counts.cancelled,
    }[face]  # fmt: skip


class BatchBar(QWidget):
    """The bar of a batch, 6 px: done, skipped, failed, retrying, running in that order."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = Counts()
        self.setFixedHeight(6)

    def show_counts(self, counts: Counts) -> None:
        """Show these numbers."""
        self._counts = counts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, contrast = self.palette(), tones().contrast
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), tones().track)
        colours: dict[Face, QColor] = {
            Face.DONE: palette.color(Role.Accent), Face.SKIPPED: palette.color(Role.Dark),
            Face.FAILED: tones().state("failed"), Face.UNCONFIRMED: tones().state("unconfirmed"),
            Face.CANCELLED: palette.color(Role.Dark), Face.RETRYING: tones().state("retrying"),
            Face.RUNNING: tones().accent2,
        }  # fmt: skip
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        total, width, at = max(1, self._counts.total), self.width(), 0.0
        for face in BAR_ORDER:
            count = count_of(self._counts, face)
            if not count:
                continue
            # A single failure among ten thousand still shows: two pixels at least.
            part = max(2.0, width * count / total)
            x = width - at - part if mirrored else at
            painter.fillRect(QRectF(x, 0, max(1.0, part - 1), 6), colours[face])
            at += part
        if contrast:
            painter.setClipping(False)
            painter.setPen(palette.color(Role.Text))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class Legend(QWidget):
    """The bar in words: icon and "210 done" for every state that occurs; what does not fit is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = Counts()
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        """Show these numbers."""
        self._counts = counts
        self.setAccessibleName(", ".join(self._words()))
        self.update()

    def _words(self) -> list[str]:
        return [f"{number(n)} {inside(word(f))}" for f in LEGEND_ORDER if (n := count_of(self._counts, f))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(-1, tabular=True))
        metrics, x = QFontMetrics(painter.font()), 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for face in LEGEND_ORDER:
            count = count_of(self._counts, face)
            if not count:
                continue
            words = f"{number(count)} {inside(word(face))}"
            width = metrics.horizontalAdvance(words)
            if x + 20 + width > self.width():
                break
            left = self.width() - x - 14 if mirrored else x
            icons.draw(painter, f"state-{face}", tones().state(face), QRect(left, 3, 14, 14))
            painter.setPen(self.palette().color(Role.Text))
            words_left = self.width() - x - 20 - width if mirrored else x + 20
            painter.drawText(QRect(words_left, 0, width + 2, 20), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += 20 + width + 16


class Head(QWidget):
    """See the module."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._batch: Batch | None = None
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.title.setFont(font(3, 600))
        self.second = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.second.setFont(font(-1))
        self.second.setForegroundRole(Role.PlaceholderText)
        self.output = Button(tr("Show output"), "reveal", Look.FLAT)
        self.output.follow(actions["show-output"])
        self.check = Button(tr("Check and send…"), "kind-mail", Look.BORDERED)
        self.check.follow(actions["check-mail"])
        self.hold = Button(tr("Hold"), "state-held", Look.FLAT)
        self.hold.follow(actions["hold-batch"])
        self.more = icon_button("more", tr("More for this batch"))
        self.more.setMenu(actions.batch_menu(self.more))
        self.bar, self.legend = BatchBar(), Legend()
        self._lay_out()

    def _lay_out(self) -> None:
        filled(self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for button in (self.check, self.output, self.hold, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 4, 0)
        bar.addWidget(self.bar)
        column.addLayout(bar)
        column.addWidget(self.legend)

    def show_view(self, entry: Entry | None, now: Snapshot, found: int | None) -> None:
        """Show a view of the queue; `found`: rows listed when they were searched for, else None."""
        self._batch = None
        title = tr("All files") if entry is None or entry.face is None else word(entry.face)
        count = found if found is not None else (entry.count if entry is not None else 0) or 0
        second = tr("{files} found").format(files=files(count)) if found is not None else files(count)
        self.title.setText(title)
        self.second.setText(second)
        for widget in (self.bar, self.legend, self.output, self.hold, self.check, self.more):
            widget.setVisible(False)

    def show_batch(self, batch: Batch, now: Snapshot, place: str) -> None:
        """Show a batch; `place`: where its outputs go, in words."""
        self._batch = batch
        self.title.setText(isolated(printable(batch.title)))
        count = things("mail", batch.counts.total) if batch.kind == "mail" else files(batch.counts.total)
        self.second.setText(
            SEPARATOR.join(part for part in (isolated(printable(batch.recipe_name)), count, place) if part)
        )
        started = batch.started is not None
        self.bar.setVisible(started)
        self.legend.setVisible(started)
        self.bar.show_counts(batch.counts)
        self.legend.show_counts(batch.counts)
        over = batch.state in (BatchState.FINISHED, BatchState.CANCELLED)
        self.output.setVisible(batch.counts.done > 0 and writes_files(batch))
        self.check.setVisible(waits_for_send(batch))
        # Before the start, the panel of the drop has the button that starts it; e-mail is sent from its own page.
        self.hold.setVisible(not over and started and not waits_for_send(batch))
        paused = startable(batch)
        action = self._actions["hold-batch"]
        action.setText(tr("Run") if paused else tr("Hold"))
        self.hold.set_text(action.text(), tr("Run this batch") if paused else tr("Hold this batch"))
        self.hold.set_icon("run" if paused else "state-held")
        self.more.setVisible(True)

    def arrange(self, window: int) -> None:
        """Fit a window this wide."""
        self.output.set_compact(window < 1100)
        self.hold.set_compact(window < 1100)

    def sizeHint(self) -> QSize:
        return QSize(400, super().sizeHint().height())


def writes_files(batch: Batch) -> bool:
    """Whether there is a folder to show: e-mail has one only when it is written as files."""
    return batch.kind != "mail" or bool(letters_folder(batch))


def output_place(batch: Batch) -> str:
    """Where a batch writes, in words: "into D:\\Out", or where the recipe says; "" when it writes no files."""
    out = batch.options.get("out") or letters_folder(batch)
    if out:
        return tr("into {folder}").format(folder=isolated(printable(str(out))))
    if batch.kind == "mail":
        return ""
    folder = _recipe_folder(batch.recipe)
    if SOURCE not in folder:
        return tr("into {folder}").format(folder=isolated(printable(folder)))
    below = printable(folder.replace(SOURCE, "").strip("/\\"))
    return tr("into “{folder}” beside the originals").format(folder=below) if below else tr("beside the originals")


def _recipe_folder(recipe: str) -> str:
    try:
        place = json.loads(recipe).get("place")
    except (ValueError, AttributeError):  # only words depend on it, and the engine has read the recipe before
        place = None
    return str((place or {}).get("folder", DEFAULT_FOLDER))
