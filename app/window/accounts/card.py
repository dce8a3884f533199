"""One account in the list: a line that opens to its form, its test and its sign-in.

Owns: what is shown of one account and what is asked of the post for it. Must not know: the other accounts.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.failures import info
from app.core.model import Lane
from app.jobs.mail.account import Account, AccountError, TestReport
from app.system.oauth import Code
from app.window.accounts import words
from app.window.accounts.form import AccountForm
from app.window.accounts.post import Kept, Post
from app.window.accounts.sign_in import SignInStrip
from app.window.looks.toned import Toned
from app.window.statusbar import IconLabel
from app.window.text import printable, tr
from app.window.theme import font, tones
from app.window.told import told
from app.window.widgets import Button, ElidedLabel, Look, icon_button, label, secondary_label

Role = QPalette.ColorRole


class TestStrip(QFrame):
    """What a connection test found, and the button that starts one."""

    __test__ = False  # not a test of pytest's

    def __init__(self) -> None:
        super().__init__()
        self._tone = ""
        self._icon = IconLabel("info")
        self.title = label("", 0, 500, wrap=True)
        self.detail = secondary_label(wrap=True)
        self.button = Button(tr("Test connection"), "", Look.BORDERED)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_words(tr("Not tested yet. A test sends no message."), "", "info", "")

    def show_words(self, title: str, detail: str, icon: str, tone: str) -> None:
        """`tone`: of Tones.soft, "" = none."""
        self._tone = tone
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._icon.show_icon(icon, tone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(Role.Mid) if tones().contrast or not self._tone else Qt.PenStyle.NoPen)
        painter.setBrush(tones().soft[self._tone] if self._tone else self.palette().color(Role.AlternateBase))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)


class AccountCard(QFrame):
    """See the module. `opened`: a person opened (or closed) it; `removal`: it is to be removed; `added`: a new one is
    kept now; `dropped`: the new one is not wanted after all."""

    opened = Signal(bool)
    removal = Signal()
    added = Signal(str)
    dropped = Signal()

    def __init__(self, post: Post, kept: Kept | None, lasting: bool) -> None:
        super().__init__()
        self._post, self.kept = post, kept
        self._report: TestReport | None = None
        self._lane: Lane | None = None
        self._running = 0  # the newest test; answers of others are old
        self.is_open = False
        self.form = AccountForm(kept is None, lasting)
        self.strip = TestStrip()
        self.sign_in = SignInStrip()
        self.problem = label("", 0, wrap=True)
        self._problem = QWidget()
        self._make_head()
        self._lay_out()
        self._connect()
        if kept is not None:
            self.show_kept(kept)
        else:
            self.set_open(True)
        self._show_head()

    def _make_head(self) -> None:
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.title.setFont(font(0, 600))
        self.second = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.second.setFont(font(-1))
        self.second.setForegroundRole(Role.PlaceholderText)
        self.state_icon = IconLabel("state-done")
        self.state = Toned("", "", -1, 500)
        self.remove = Button(tr("Remove…"), "trash", Look.FLAT)
        self.chevron = icon_button("chevron-right", tr("Open"))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.second)
        head = QHBoxLayout()
        head.setSpacing(10)
        picture = IconLabel("account", 18)
        picture.show_icon("account")
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(texts, 1)
        head.addWidget(self.state_icon)
        head.addWidget(self.state)
        head.addWidget(self.remove)
        head.addWidget(self.chevron)
        self.add = Button(tr("Add account"), "", Look.FILLED)
        self.cancel = Button(tr("Cancel"), "", Look.BORDERED, tr("Do not add this account"))
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.add)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 10, 0, 4)
        inner.setSpacing(12)
        mark = IconLabel("state-failed")
        mark.show_icon("state-failed", "failed")
        wrong = QHBoxLayout(self._problem)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.setSpacing(8)
        wrong.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self.problem, 1)
        self.form.put_below_sign_in(self.sign_in)
        for part in (self.form, self._problem, self.strip):
            inner.addWidget(part)
        inner.addLayout(ends)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inner)
        self._inner.hide()

    def _connect(self) -> None:
        self.chevron.clicked.connect(self._toggle)
        self.remove.clicked.connect(self.removal)
        self.form.kept.connect(self._keep)
        self.form.password_entered.connect(self._keep_password)
        self.form.sign_in.connect(self._begin)
        self.sign_in.given_up.connect(self._give_up)
        self.strip.button.clicked.connect(self.test)
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.dropped)

    # What is shown

    def show_kept(self, kept: Kept) -> None:
        """Show the account as it is kept now; a field that is being changed keeps its text."""
        if self.kept != kept or not self.form.name.text():
            self.kept = kept
            if kept.account is not None and not self.form.isAncestorOf(self.form.focusWidget() or self):
                self.form.show_account(kept.account, kept.secret)
            elif kept.account is not None:
                self.form.show_secret(kept.secret)
        if kept.trouble:
            self._say(kept.trouble)
        self._show_head()

    def show_lane(self, lane: Lane | None) -> None:
        """Why its messages wait, if they do."""
        self._lane = lane
        self._show_head()

    def _show_head(self) -> None:
        new = self.kept is None
        self.title.setText(tr("New account") if self.kept is None else printable(self.kept.name))
        account = self.kept.account if self.kept is not None else None
        self.second.setText(printable(account.sender.address) if account else "")
        self.second.setVisible(bool(self.second.text()))
        icon, tone, text = self._condition()
        self.state_icon.show_icon(icon, tone)
        self.state.show_words(text, tone)
        self.state_icon.setVisible(bool(text) and not self.is_open)
        self.state.setVisible(bool(text) and not self.is_open)
        self.remove.setVisible(self.is_open and not new)
        self.chevron.setVisible(not new)
        self.chevron.set_icon("chevron-up" if self.is_open else "chevron-right")
        name = printable(self.kept.name) if self.kept is not None else ""
        self.chevron.set_text("", (tr("Close {0}") if self.is_open else tr("Open {0}")).format(name))
        self.remove.set_text(tr("Remove…"), tr("Remove {0}…").format(name))
        for button in (self.add, self.cancel):
            button.setVisible(new)
        self.setAccessibleName(", ".join(filter(None, (self.title.text(), self.second.text(), text))))

    def _condition(self) -> tuple[str, str, str]:
        """(icon, tone, words) of how the account fares."""
        kept = self.kept
        if kept is None:
            return "info", "", ""
        if kept.account is None:
            return "state-failed", "failed", tr("Cannot be used")
        if self._lane is not None and self._lane.code:
            return "state-failed", "failed", told(info(self._lane.code).title)
        if self._report is not None:
            if self._report.ok:
                return "state-done", "done", tr("Ready")
            return "state-failed", "failed", words.short_phase(self._report.phase)
        if kept.account.user and not kept.secret:
            browser = kept.account.auth.value == "oauth2"
            return "key", "warn", tr("Not signed in") if browser else tr("No password")
        return "info", "", ""

    def set_open(self, open_: bool) -> None:
        """Show the form, or the line alone."""
        self.is_open = open_
        self._inner.setVisible(open_ and not (self.kept is not None and self.kept.account is None))
        self._show_head()
        self.update()

    @Slot()
    def _toggle(self) -> None:
        self.set_open(not self.is_open)
        self.opened.emit(self.is_open)

    def _say(self, sentence: str) -> None:
        self.problem.setText(printable(sentence))
        self._problem.setVisible(bool(sentence))

    # What a person does

    def _account(self) -> Account | None:
        """The account of the form; None after saying what is wrong with it."""
        try:
            account = self.form.account()
        except AccountError as error:
            self._say(" ".join(told(problem) for problem in error.problems))
            return None
        self._say("")
        return account

    @Slot()
    def _keep(self) -> None:
        account = self._account()
        if account is not None and self.kept is not None and account != self.kept.account:
            self.kept = Kept(account.name, account, self.kept.secret)
            self._post.near.run(lambda office: office.put(account), self._was_kept, self._failed)

    def _was_kept(self, _lasting: bool) -> None:
        self._post.changed.emit()

    @Slot(str)
    def _keep_password(self, secret: str) -> None:
        if self.kept is not None:
            name = self.kept.name
            self._post.near.run(lambda office: office.set_password(name, secret), self._was_kept, self._failed)

    @Slot()
    def _add(self) -> None:
        account = self._account()
        if account is None:
            return
        secret = self.form.password.typed() or None

        def added(_lasting: bool) -> None:
            if isValid(self):
                self.added.emit(account.name)
            self._post.changed.emit()

        self._post.near.run(lambda office: office.put(account, secret), added, self._failed)

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._say(tr("Not kept: {0}").format(str(error)))

    @Slot()
    def test(self) -> None:
        """Connect and sign in, without sending."""
        account = self._account()
        if account is None:
            return
        secret = self.form.password.typed() or None
        self._running += 1
        run = self._running
        self.strip.show_words(tr("Connecting to {0}…").format(printable(account.host)), "", "state-waiting", "")
        self.strip.button.set_why(tr("A test is running"))

        def told_of(report: TestReport) -> None:
            if isValid(self) and run == self._running:
                self._tested(report, bool(account.user))

        self._post.far.run(lambda office: office.test(account, secret), told_of, self._test_failed)

    def _test_failed(self, error: Exception) -> None:
        if isValid(self):
            self._tested(TestReport(ok=False, phase="", message=str(error)), False)

    def _tested(self, report: TestReport, signed_in: bool) -> None:
        self._report = report
        title, detail = words.report_words(report, signed_in)
        icon, tone = ("state-done", "done") if report.ok else ("state-failed", "failed")
        self.strip.show_words(title, detail, icon, tone)
        self.strip.button.set_why("")
        self.strip.button.set_text(tr("Test again"))
        self._show_head()

    # Signing in with the browser

    @Slot()
    def _begin(self) -> None:
        account = self._account()
        if account is None:
            return
        self.form.browser.set_why(tr("A sign-in is going on"))
        self.sign_in.show_asking()

        def got(code: Code) -> None:
            if isValid(self):
                self._wait(account, code)

        self._post.far.run(lambda office: office.begin(account), got, self._sign_in_failed)

    def _wait(self, account: Account, code: Code) -> None:
        if self.sign_in.isHidden():  # given up meanwhile
            return
        self.sign_in.show_code(code.code, code.page)
        self._post.far.run(lambda office: office.finish(account, code), self._signed_in, self._sign_in_failed)

    def _signed_in(self, done: bool) -> None:
        self._post.changed.emit()
        if isValid(self):
            self._end_sign_in()
            if done:
                self.form.show_secret(True)
                self.test()

    def _sign_in_failed(self, error: Exception) -> None:
        if isValid(self):
            self._end_sign_in()
            self._say(told(str(error)))

    def _end_sign_in(self) -> None:
        self.sign_in.hide()
        self.form.browser.set_why("")

    @Slot()
    def _give_up(self) -> None:
        self._post.stop_waiting()
        self._end_sign_in()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.color(Role.Accent if self.is_open else Role.Mid)
        painter.setPen(QPen(edge, 2 if self.is_open else 1))
        painter.setBrush(palette.color(Role.Base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
