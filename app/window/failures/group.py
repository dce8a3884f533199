"""One cause in the drawer: a widget per cause, never per file.

Owns: how a cause is drawn, its buttons, its keys, and the up to 50 files of an open group. Must not know: the queue,
commands, other groups. What is asked for leaves as a signal with the cause's code.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.core.model import Job
from app.window import describe, icons
from app.window.failures.causes import Cause, Fix, what_differs
from app.window.text import number, printable, tr
from app.window.theme import tones
from app.window.told import told
from app.window.widgets import Button, ElidedLabel, Look, draw_ring, icon_button, label

_TEXT_LEFT = 62  # where titles begin: chevron and icon stand before
_NAME_WIDTH = 180
_BOX = 30


class CauseView(QFrame):
    """Shows one `Cause`. Signals carry the code of the cause."""

    opened = Signal(str, bool)
    fix = Signal(str, str)  # code, value of Fix
    retry = Signal(str)
    dismiss = Signal(str)
    export = Signal(str)
    show_all = Signal(str)
    step = Signal(str, int)  # the focus should go to the group before (-1) or after (1)

    def __init__(self, cause: Cause, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cause = cause
        self._open = False
        self._narrow = False
        self._files_shown: tuple[Job, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._title = label("", 0, 600)
        self._count = label("", -1, secondary=True)
        self._meaning = label("", -1, secondary=True, wrap=True)
        self._meaning.setMinimumWidth(80)
        self._chevron = icon_button("chevron-right", tr("Show the files"))
        self._chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chevron.clicked.connect(self._toggle)
        self._fix = Button("x", "", Look.BORDERED)
        self._dismiss = Button("x", "", Look.FLAT)
        self._retry = Button("x", "", Look.FLAT)
        self._fix.clicked.connect(self._do_fix)
        self._dismiss.clicked.connect(self._do_dismiss)
        self._retry.clicked.connect(self._do_retry)
        self._more = icon_button("more", tr("More for this cause"))
        self._more.clicked.connect(self._pop_menu)
        self._files = QWidget()
        self._files.setVisible(False)
        self._lay_out()
        self.show_cause(cause)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title)
        heading.addWidget(self._count)
        heading.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(heading)
        words.addWidget(self._meaning)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addSpacing(_TEXT_LEFT - 12)
        top.addLayout(words, 1)
        top.addSpacing(8)
        for button in (self._fix, self._dismiss, self._retry, self._more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(12, 8, 12, 9)
        self._whole.setSpacing(4)
        self._whole.addLayout(top)
        self._whole.addWidget(self._files)
        self._chevron.setParent(self)  # beside the layout: it must not move when the words wrap
        self._chevron.setFixedSize(_BOX, _BOX)

    @property
    def cause(self) -> Cause:
        """What is shown."""
        return self._cause

    @property
    def is_open(self) -> bool:
        """Whether the files are listed."""
        return self._open

    def show_cause(self, cause: Cause) -> None:
        """Show other numbers and words of the same cause."""
        self._cause = cause
        self._title.setText(printable(cause.title))
        self._count.setText(number(cause.count) if cause.count else "")
        words = printable(cause.meaning) if cause.count else ""
        if cause.trying:
            again = tr("Trying {0} again…").format(number(cause.trying))
            words = f"{words}  {again}" if words else again
        self._meaning.setText(words)
        self._fix.set_text(cause.fix.text)
        self._fix.set_icon(cause.fix.icon)
        self._dismiss.set_text(cause.dismiss_text)
        self._retry.set_text(cause.retry_text)
        self._place_buttons()
        self.setAccessibleName(f"{self._title.text()}, {number(cause.count)}")
        self.setAccessibleDescription(words)
        self.update()

    def show_files(self, jobs: Sequence[Job]) -> None:
        """List the files of an open group (at most as many as were handed in) with what differs between them."""
        if tuple(jobs) == self._files_shown and self._files.layout() is not None:
            return
        self._files_shown = tuple(jobs)
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _TEXT_LEFT - 12)
        grid.setColumnMinimumWidth(1, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 3)
        rest = what_differs([printable(told(job.message or "")) for job in jobs])
        for row, (job, words) in enumerate(zip(jobs, rest, strict=True)):
            name = ElidedLabel(describe.name(job), Qt.TextElideMode.ElideMiddle)
            name.setFont(label("", -1).font())
            grid.addWidget(name, row, 1)
            grid.addWidget(_quiet(words), row, 2)
        if self._cause.count > len(jobs):
            words = tr("Show all {0} in the table").format(number(self._cause.count))
            everything = Button(words, "", Look.FLAT)
            everything.clicked.connect(self._do_show_all)
            grid.addWidget(everything, len(jobs), 1, 1, 2, Qt.AlignmentFlag.AlignLeading)
        self._whole.replaceWidget(self._files, fresh)
        self._files.deleteLater()
        self._files = fresh
        self._files.setVisible(self._open)

    def set_open(self, is_open: bool) -> None:
        """Show or hide the files. Emits `opened` when that changed."""
        if is_open == self._open:
            return
        self._open = is_open
        self._chevron.set_icon("chevron-down" if is_open else "chevron-right")
        self._chevron.set_text("", tr("Hide the files") if is_open else tr("Show the files"))
        self._files.setVisible(is_open)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase if is_open else QPalette.ColorRole.Base)
        self.opened.emit(self._cause.code, is_open)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow drawer only Retry and the menu stay; the menu has the rest."""
        self._narrow = narrow
        self._place_buttons()

    def _place_buttons(self) -> None:
        cause, something = self._cause, self._cause.count > 0
        own_retry = cause.fix.fix is not Fix.RETRY
        self._fix.setVisible(something and (not self._narrow or not own_retry or cause.unconfirmed))
        self._dismiss.setVisible(something and not self._narrow)
        self._retry.setVisible(something and own_retry and not (self._narrow and cause.unconfirmed))
        self._more.setVisible(something)

    def menu(self) -> QMenu:
        """The menu behind "⋯", made anew for each showing."""
        made = QMenu(self)
        entries: list[tuple[str, str, object] | None] = []
        if self._narrow:
            entries.append((self._cause.fix.icon, self._cause.fix.text, self._do_fix))
            if self._cause.unconfirmed:
                entries.append(("send", self._cause.retry_text, self._do_retry))
            entries.append(None)
        if not self._cause.unconfirmed and self._cause.fix.fix is not Fix.CHANGE_RECIPE:
            entries.append(("recipes", tr("Change recipe for these…"), self._do_change_recipe))
        entries.append(("export", tr("Export these…"), self._do_export))
        entries.append(("copy", tr("Copy messages"), self._do_copy))
        entries += [None, ("close", self._cause.dismiss_text, self._do_dismiss)]
        for entry in entries:
            if entry is None:
                made.addSeparator()
                continue
            icon, words, slot = entry
            action = QAction(icons.icon(icon), words, made)
            action.triggered.connect(slot)
            made.addAction(action)
        return made

    def _pop_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _toggle(self) -> None:
        self.set_open(not self._open)

    def _do_fix(self) -> None:
        self.fix.emit(self._cause.code, self._cause.fix.fix.value)

    def _do_retry(self) -> None:
        self.retry.emit(self._cause.code)

    def _do_dismiss(self) -> None:
        self.dismiss.emit(self._cause.code)

    def _do_export(self) -> None:
        self.export.emit(self._cause.code)

    def _do_copy(self) -> None:
        self.fix.emit(self._cause.code, Fix.COPY_MESSAGES.value)

    def _do_change_recipe(self) -> None:
        self.fix.emit(self._cause.code, Fix.CHANGE_RECIPE.value)

    def _do_show_all(self) -> None:
        self.show_all.emit(self._cause.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.step.emit(self._cause.code, -1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.set_open((event.key() == Qt.Key.Key_Right) != rtl)
            case _ if not self._cause.count:
                super().keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                # Whether a message arrived is a question of fact: no key answers it by default.
                self.set_open(True) if self._cause.unconfirmed else self._do_fix()
            case Qt.Key.Key_R if not event.modifiers():
                self._do_retry()
            case Qt.Key.Key_Delete:
                self._do_dismiss()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._toggle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _box(self, x: int) -> QRect:
        """A square at the first line, `x` from where lines begin."""
        left = self.width() - x - _BOX if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x
        return QRect(left, 3, _BOX, _BOX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chevron.setGeometry(self._box(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        tone = tones().state("unconfirmed" if self._cause.unconfirmed else "failed")
        icons.draw(painter, self._cause.icon, tone, self._box(29).adjusted(7, 7, -7, -7))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(0, 0, 0, -1), self.palette().color(QPalette.ColorRole.Accent))


def _quiet(words: str) -> QLabel:
    made = ElidedLabel(words)
    made.setFont(label("", -1).font())
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made
