"""The page of people who must not get mail: look, add, take off.

Owns: the page and what is asked of the post for it. Must not know: where the list is kept, what a check does with it.
"""

import re

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.window.accounts.fields import Line
from app.window.accounts.post import Post
from app.window.text import isolated, printable, tr, trn
from app.window.theme import font
from app.window.widgets import Button, Look, filled, hairline, icon_button, label, secondary_label, title_label

_BETWEEN = re.compile(r"[,;\s]+")


class SuppressedPage(QWidget):
    """See the module. `back`: leave it."""

    back = Signal()

    def __init__(self, post: Post) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("People who get no mail"))
        self._post = post
        self._all: tuple[str, ...] = ()
        self.model = QStringListModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Addresses"))
        self.list.setModel(self.model)
        self.list.setFont(font())
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.search = Line(tr("Search in addresses"), tr("Search"))
        self.search.textChanged.connect(self._show)
        self.line = Line(tr("Address to add"), tr("address@example.org, several with commas"))
        self.line.returnPressed.connect(self._add)
        self.add = Button(tr("Add"), "add", Look.BORDERED, tr("Add these addresses"))
        self.add.clicked.connect(self._add)
        self.remove = Button(tr("Take off the list"), "trash", Look.BORDERED)
        self.remove.clicked.connect(self._remove)
        self.words = label("", 0, wrap=True)
        self.words.hide()
        self.count = secondary_label()
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._allow)
        self._allow()
        self.setFocusProxy(self.line)
        self.refresh()

    def _lay_out(self) -> None:
        leave = icon_button("chevron-left", tr("Back"))
        leave.clicked.connect(self.back)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(title_label(tr("People who get no mail")))
        titles.addWidget(secondary_label(tr("The mail check leaves these addresses out of every batch."), wrap=True))
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(titles, 1)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.count, 1)
        below.addWidget(self.search)
        below.addWidget(self.remove)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(10)
        inner.addLayout(adding)
        inner.addWidget(self.words)
        inner.addLayout(below)
        inner.addWidget(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(hairline())
        whole.addLayout(inner, 1)

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self._post.near.run(lambda office: office.suppressed(), self._arrived, self._failed)

    def _arrived(self, addresses: tuple[str, ...]) -> None:
        if isValid(self):
            self._all = addresses
            self._show()

    @Slot()
    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        self.model.setStringList([isolated(one) for one in self._all if wanted in one.casefold()])
        empty = tr("Nobody is on the list.")
        self.count.setText(trn("1 address", "%Ln addresses", len(self._all)) if self._all else empty)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        chosen = len(self.list.selectionModel().selectedIndexes())
        self.remove.set_why("" if chosen else tr("Select addresses first"))

    @Slot()
    def _add(self) -> None:
        given = [one for one in _BETWEEN.split(self.line.text()) if one]
        wrong = [one for one in given if "@" not in one.strip("@")]
        if wrong:
            self._say(tr("{0} is not an address. Nothing was added.").format(printable(wrong[0])))
            return
        if given:
            self._post.near.run(lambda office: office.suppress(given), self._added, self._failed)

    def _added(self, count: int) -> None:
        if isValid(self):
            self.line.clear()
            self._say(trn("1 address added", "%Ln addresses added", count))
            self.refresh()

    @Slot()
    def _remove(self) -> None:
        shown = {self.model.stringList()[index.row()] for index in self.list.selectionModel().selectedIndexes()}
        chosen = [one for one in self._all if isolated(one) in shown]
        self._post.near.run(lambda office: office.allow(chosen), self._removed, self._failed)

    def _removed(self, count: int) -> None:
        if isValid(self):
            self._say(trn("1 address taken off", "%Ln addresses taken off", count))
            self.refresh()

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._say(tr("Not kept: {0}").format(str(error)))

    def _say(self, words: str) -> None:
        self.words.setText(printable(words))
        self.words.setVisible(bool(words))
