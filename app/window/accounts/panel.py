"""The list of mail accounts, and the page that holds it until it is opened from elsewhere.

Owns: which accounts are listed, which one is open, the question before one is removed. Must not know: the form of one.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.model import Lane
from app.window.accounts.card import AccountCard
from app.window.accounts.fields import Row
from app.window.accounts.post import Listing, Post
from app.window.ask import Question
from app.window.text import printable, tr
from app.window.widgets import Button, Look, filled, hairline, icon_button, label, secondary_label, title_label

WIDEST = 860
LANE = "mail:"


class AccountsPanel(QWidget):
    """See the module. It reads by itself when it is made. `suppressed`: the list of those who get no mail is wanted."""

    suppressed = Signal()

    def __init__(self, post: Post, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Mail accounts"))
        self._post = post
        self._cards: dict[str, AccountCard] = {}
        self._new: AccountCard | None = None
        self._wanted = ""  # the account to open as soon as it is listed
        self._lanes: dict[str, Lane] = {}
        self._lasting = True
        self.about = secondary_label(wrap=True)
        self.about.setMinimumWidth(180)
        self.add = Button(tr("Add account…"), "add", Look.BORDERED)
        self.add.clicked.connect(self.add_account)
        self.people = Button(tr("People who get no mail…"), "list-file", Look.BORDERED)
        self.people.clicked.connect(self.suppressed)
        self.empty = secondary_label(tr("There is no account yet. Messages can be written as files without one."))
        self.trouble = label("", 0, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        top = Row((self.about, 1), (self.people, 0), (self.add, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(top)
        column.addWidget(self.trouble)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addStretch(1)
        self.trouble.hide()
        self.empty.hide()
        post.changed.connect(self.refresh)
        self.refresh()

    def cards(self) -> list[AccountCard]:
        """The accounts that are kept, as listed."""
        return list(self._cards.values())

    @property
    def new(self) -> AccountCard | None:
        """The account that is being added."""
        return self._new

    @Slot()
    def refresh(self) -> None:
        """Read the accounts again."""
        self._post.near.run(lambda office: office.listing(), self._arrived, self._failed)

    def show_lanes(self, lanes: Iterable[Lane]) -> None:
        """Say at each account why its messages wait."""
        self._lanes = {lane.name.removeprefix(LANE): lane for lane in lanes if lane.name.startswith(LANE)}
        for name, card in self._cards.items():
            card.show_lane(self._lanes.get(name))

    def open_account(self, name: str) -> None:
        """Open one account, now or when it is listed."""
        self._wanted = name
        if name in self._cards:
            self._open(name)

    def _arrived(self, listing: Listing) -> None:
        if not isValid(self):
            return
        self._lasting = listing.lasting
        self.about.setText(
            tr("Accounts Dropmill may send from. Passwords are kept in the system’s keyring, never in a file.")
            if listing.lasting
            else tr(
                "Accounts Dropmill may send from. There is no keyring here: passwords are kept until Dropmill closes."
            )
        )
        self.trouble.hide()
        self.empty.setVisible(not listing.accounts and self._new is None)
        for name in self._cards.keys() - {kept.name for kept in listing.accounts}:
            self._take_away(self._cards.pop(name))
        for place, kept in enumerate(listing.accounts):
            card = self._cards.get(kept.name)
            if card is None:
                card = self._cards[kept.name] = AccountCard(self._post, kept, listing.lasting)
                card.opened.connect(self._was_opened)
                card.removal.connect(self._ask)
                card.show_lane(self._lanes.get(kept.name))
                self._list.insertWidget(place, card)
            else:
                card.show_kept(kept)
        self._cards = {kept.name: self._cards[kept.name] for kept in listing.accounts}
        if self._wanted in self._cards:
            self._open(self._wanted)

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self.trouble.setText(printable(str(error)))
            self.trouble.show()

    def _open(self, name: str) -> None:
        self._wanted = ""
        for other, card in self._cards.items():
            card.set_open(other == name)
        self._cards[name].chevron.setFocus()

    @Slot(bool)
    def _was_opened(self, opened: bool) -> None:
        for card in self._cards.values():
            if opened and card is not self.sender():
                card.set_open(False)

    # Adding and removing

    @Slot()
    def add_account(self) -> None:
        """An empty form at the top."""
        if self._new is None:
            for card in self._cards.values():
                card.set_open(False)
            self._new = AccountCard(self._post, None, self._lasting)
            self._new.added.connect(self._added)
            self._new.dropped.connect(self._dropped)
            self._list.insertWidget(0, self._new)
            self.empty.hide()
            self.add.set_why(tr("Finish the new account first"))
        self._new.form.address.setFocus()

    @Slot(str)
    def _added(self, name: str) -> None:
        self._wanted = name
        self._end_new()

    @Slot()
    def _dropped(self) -> None:
        self._end_new()
        self.refresh()
        self.add.setFocus()

    def _end_new(self) -> None:
        if self._new is not None:
            self._take_away(self._new)
            self._new = None
        self.add.set_why("")

    def _take_away(self, card: AccountCard) -> None:
        card.hide()
        self._list.removeWidget(card)
        card.deleteLater()

    @Slot()
    def _ask(self) -> None:
        card = self.sender()
        if not isinstance(card, AccountCard) or card.kept is None:
            return
        name = card.kept.name
        title = tr("Remove the account {0}?").format(printable(name))
        text = tr("Its password is removed, too. Messages that wait for it stay in the queue until it is added again.")
        buttons = [("remove", tr("Remove account")), ("keep", tr("Keep it"))]
        question = Question(self, title, text, buttons, "account")
        question.setProperty("account", name)
        question.answered.connect(self._answered)
        question.open()

    @Slot(str)
    def _answered(self, answer: str) -> None:
        if answer == "remove":
            name = str(self.sender().property("account"))
            self._post.near.run(lambda office: office.remove(name), self._removed, self._failed)

    def _removed(self, _none: None) -> None:
        self._post.changed.emit()


class AccountsPage(QWidget):
    """The panel as a page. `back`: leave it."""

    back = Signal()

    def __init__(self, post: Post) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Mail accounts"))
        self.panel = AccountsPanel(post)
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Mail accounts")))
        words.addWidget(secondary_label(tr("Changes are kept at once")))
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(leave)
        top.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(hairline())
        whole.addWidget(scrolling(self.panel), 1)
        self.setFocusProxy(self.panel)


def scrolling(panel: QWidget) -> QScrollArea:
    """`panel` in a page that scrolls, no wider than words can be read."""
    inner = filled(QWidget())
    column = QVBoxLayout(inner)
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(panel)
    inner.setMaximumWidth(WIDEST)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    filled(area.viewport())
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
