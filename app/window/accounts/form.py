"""The form of one account: every setting, most of them made from the address.

Owns: the fields, what follows from the address and the provider, and the account that they make. Must not know: where
accounts are kept, servers.
"""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.jobs.mail.account import MAX_CONNECTIONS, Account, AccountError, Auth, Security
from app.system.providers import (
    OTHER,
    PROVIDERS,
    Provider,
    SignIn,
    by_id,
    guess_host,
    of_account,
    of_address,
    preset_of,
)
from app.window.accounts import words
from app.window.accounts.fields import Count, Labelled, Line, Password, Row, choice
from app.window.text import number, tr
from app.window.told import told
from app.window.widgets import HEIGHT, Button, CheckBox, Look, hairline, secondary_label

_MOST = 1_000_000


class AccountForm(QWidget):
    """See the module. `kept`: a person changed something; ask `account()`. `password_entered` carries another password,
    `sign_in`: the browser's way is wanted. `new`: an account that is not kept yet."""

    kept = Signal()
    password_entered = Signal(str)
    sign_in = Signal()

    def __init__(self, new: bool, lasting: bool) -> None:
        super().__init__()
        self._new, self._lasting = new, lasting
        self._touched: set[QWidget] = set()  # fields that the address must not fill any more
        self._max_size: int | None = None
        self._ca_file: str | None = None
        self._make_fields()
        self._lay_out()
        self._connect()
        self.show_provider(OTHER, fill=new)

    def _make_fields(self) -> None:
        self.name = Line(tr("Account name"), tr("work"))
        self.person = Line(tr("Sender’s name"))
        self.address = Line(tr("From address"), tr("you@example.org"))
        self.host = Line(tr("Server"))
        self.port = Count(tr("Port"), 65535)
        self.security = choice(tr("Security"), [(s.value, words.security_words(s)) for s in Security])
        self.user = Line(tr("User"), tr("the address"))
        self.password = Password()
        self.way = choice(
            tr("Sign in with"), [(Auth.PASSWORD, tr("Password")), (Auth.OAUTH2, tr("Browser (Microsoft)"))]
        )
        self.application = Line(tr("Application ID"))
        self.organisation = Line(tr("Organisation"), tr("any"))
        self.browser = Button(tr("Sign in…"), "key", Look.BORDERED)
        self.browser_state = secondary_label()
        self.browser_state.setFixedHeight(HEIGHT)
        self.provider = choice(tr("Provider"), [(one.id, words.provider_name(one)) for one in PROVIDERS])
        self.minute = Count(tr("People a minute"), _MOST, " ")
        self.day = Count(tr("People a day"), _MOST, " ")
        self.connections = Count(tr("Connections"), MAX_CONNECTIONS, " ")
        self.imap = Line(tr("Server with the Sent folder"), tr("none"))
        self.save = CheckBox(tr("Keep a copy in Sent"))
        self.help = secondary_label(wrap=True)
        self.page = Button("", "open", Look.LINK)
        self.limits = secondary_label(wrap=True)
        for words_below in (self.help, self.limits):
            words_below.setMinimumWidth(1)  # they wrap: a long word in them must not make the form wide
        self.name.setReadOnly(not self._new)
        if not self._new:
            self.name.setToolTip(tr("Recipes name the account, so it keeps its name."))

    def _lay_out(self) -> None:
        self._password = Labelled("", self.password)
        self._browser = QWidget()
        self._below = browser = QVBoxLayout(self._browser)
        browser.setContentsMargins(0, 0, 0, 0)
        browser.setSpacing(8)
        browser.addWidget(
            Row(
                (Labelled(tr("Application ID"), self.application), 3),
                (Labelled(tr("Organisation"), self.organisation), 2),
            )
        )
        browser.addWidget(Row((self.browser, 0), (self.browser_state, 1)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        names = (
            (Labelled(tr("Account name"), self.name), 2),
            (Labelled(tr("Sender’s name"), self.person), 2),
            (Labelled(tr("From address"), self.address), 3),
        )
        column.addWidget(Row(*names))
        column.addWidget(Row((Labelled(tr("Provider"), self.provider), 0), (self._hint(), 1)))
        server = (Labelled(tr("Server"), self.host), 1)
        column.addWidget(
            Row(server, (Labelled(tr("Port"), self.port), 0), (Labelled(tr("Security"), self.security), 0))
        )
        column.addWidget(
            Row((Labelled(tr("Sign in with"), self.way), 0), (Labelled(tr("User"), self.user), 2), (self._password, 3))
        )
        column.addWidget(self._browser)
        column.addWidget(hairline())
        column.addWidget(
            Row(
                (Labelled(tr("People a minute"), self.minute), 0),
                (Labelled(tr("People a day"), self.day), 0),
                (Labelled(tr("Connections"), self.connections), 0),
                (QWidget(), 1),
            )
        )
        column.addWidget(self.limits)
        sent = Row((Labelled(tr("Server with the Sent folder (IMAP)"), self.imap), 1), (_below_caption(self.save), 0))
        column.addWidget(sent)
        if self._new:
            self.password.open_at_once()

    def _hint(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.help)
        column.addWidget(self.page)
        return holder

    def _connect(self) -> None:
        self.address.textEdited.connect(self._address_typed)
        self.provider.activated.connect(self._provider_chosen)
        self.way.activated.connect(self._way_chosen)
        self.security.activated.connect(self._security_chosen)
        self.save.clicked.connect(self._kept)
        self.page.clicked.connect(self._open_page)
        self.browser.clicked.connect(self.sign_in)
        self.password.entered.connect(self.password_entered)
        for line in (self.host, self.user, self.imap, self.person, self.name):
            line.textEdited.connect(self._typed)
        for line in (self.name, self.person, self.address, self.host, self.user, self.imap, self.application,
                     self.organisation):  # fmt: skip
            line.kept.connect(self._kept)
        for count in (self.port, self.minute, self.day, self.connections):
            count.kept.connect(self._kept)

    def put_below_sign_in(self, strip: QWidget) -> None:
        """Give `strip` a place beside what it belongs to."""
        self._below.addWidget(strip)

    # What is shown

    def show_account(self, account: Account, secret: bool) -> None:
        """Show an account that is kept, and whether it has a password (or is signed in)."""
        person, address = words.sender_field(account)
        self.name.show_text(account.name)
        self.person.show_text(person)
        self.address.show_text(address)
        self.host.show_text(account.host)
        self.port.show_number(account.port)
        self.security.setCurrentIndex(self.security.findData(account.security.value))
        self.user.show_text(account.user)
        self.way.setCurrentIndex(self.way.findData(account.auth))
        self.application.show_text(account.oauth_client_id)
        self.organisation.show_text(account.oauth_tenant)
        self.minute.show_number(account.rate_per_minute)
        self.day.show_number(account.per_day)
        self.connections.show_number(account.connections)
        self.imap.show_text(account.imap_host)
        self.save.setChecked(account.save_sent)
        self._max_size, self._ca_file = account.max_size, account.ca_file
        self._per_hour, self._imap_port = account.rate_per_hour, account.imap_port
        self.show_provider(of_account(account), fill=False)
        self.show_secret(secret)

    def show_secret(self, known: bool) -> None:
        """Whether a password is kept, or somebody is signed in."""
        self.password.show_known(known)
        self.browser_state.setText(tr("Signed in") if known else tr("Not signed in yet"))

    _per_hour: int | None = None
    _imap_port = 993

    def show_provider(self, provider: Provider, *, fill: bool) -> None:
        """Show what a provider wants; `fill`: and its servers, in the fields that nobody has touched."""
        self.provider.setCurrentIndex(self.provider.findData(provider.id))
        self.help.setText(words.provider_help(provider))
        self.page.setVisible(bool(provider.page))
        self.page.set_text(words.page_words(provider))
        if fill:
            self._fill(provider)
        self._show_limits()
        self._show_way()

    def _fill(self, provider: Provider) -> None:
        if self.host not in self._touched:
            self.host.show_text(provider.host or guess_host(self.address.text()))
        if provider is not OTHER or not self._touched & {self.port, self.security}:
            self.port.show_number(provider.port)
            self.security.setCurrentIndex(self.security.findData(provider.security.value))
        browser = provider.sign_in is SignIn.BROWSER
        self.way.setCurrentIndex(self.way.findData(Auth.OAUTH2 if browser else Auth.PASSWORD))
        if self.imap not in self._touched:
            self.imap.show_text(provider.imap_host)
        if provider.files_sent:
            self.save.setChecked(False)

    def _show_limits(self) -> None:
        preset = preset_of(self.host.text())
        unlimited = tr("no limit")
        for count, limit in (
            (self.minute, preset.per_minute),
            (self.day, preset.per_day),
            (self.connections, preset.connections),
        ):
            count.set_hint(tr("{0} (usual)").format(number(limit)) if limit is not None else unlimited)
        words_of = tr("Limits count people, not messages, and survive a restart.")
        self.limits.setText(f"{words_of} {told(preset.note)}".strip())

    def _show_way(self) -> None:
        browser = self.way.currentData() == Auth.OAUTH2
        self._password.setVisible(not browser)
        self._browser.setVisible(browser)
        self.browser.setVisible(not self._new)
        self.browser_state.setVisible(not self._new)
        provider = by_id(str(self.provider.currentData()))
        caption = words.password_caption(self._lasting, provider.sign_in is SignIn.APP_PASSWORD)
        no_user = self.security.currentData() == Security.NONE
        self.user.setPlaceholderText(tr("none") if no_user else self.address.text().strip() or tr("the address"))
        self._password.caption.setText(caption)
        self.password.line.setAccessibleName(caption)

    # What a person does

    def account(self) -> Account:
        """The account of what stands in the form. Raises AccountError."""
        address = self.address.text().strip()
        if not address:
            raise AccountError([tr("Put in the address that messages come from.")])
        browser = self.way.currentData() == Auth.OAUTH2
        return Account.make(
            name=self.name.text().strip() or self._suggested_name(),
            host=self.host.text().strip(),
            port=self.port.value(),
            security=str(self.security.currentData()),
            user=self.user.text().strip() or ("" if self.security.currentData() == Security.NONE else address),
            from_addr=words.written_from(self.person.text().strip(), address),
            connections=self.connections.number(),
            rate_per_minute=self.minute.number(),
            rate_per_hour=self._per_hour,
            per_day=self.day.number(),
            auth=Auth.OAUTH2 if browser else Auth.PASSWORD,
            oauth_client_id=self.application.text().strip() if browser else "",
            oauth_tenant=self.organisation.text().strip() if browser else "",
            imap_host=self.imap.text().strip(),
            imap_port=self._imap_port,
            save_sent=self.save.isChecked() and bool(self.imap.text().strip()),
            max_size=self._max_size,
            ca_file=self._ca_file,
        )

    def _suggested_name(self) -> str:
        return self.address.text().strip().partition("@")[2] or tr("work")

    @Slot()
    def _address_typed(self) -> None:
        if self._new:
            self.name.setPlaceholderText(self._suggested_name())
            if self.provider not in self._touched:
                self.show_provider(of_address(self.address.text()), fill=True)
            else:
                self._show_way()

    @Slot()
    def _typed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self._touched.add(sender)
        if sender is self.host:
            self._show_limits()

    @Slot()
    def _provider_chosen(self) -> None:
        self._touched.add(self.provider)
        self._touched -= {self.host, self.port, self.security, self.imap}
        self.show_provider(by_id(str(self.provider.currentData())), fill=True)
        self._kept()

    @Slot()
    def _way_chosen(self) -> None:
        self._show_way()
        self._kept()

    @Slot()
    def _security_chosen(self) -> None:
        """The port that goes with it, unless it is an odd one."""
        self._touched.add(self.security)
        usual = {Security.TLS: 465, Security.STARTTLS: 587}
        if self.port.value() in (465, 587) and (port := usual.get(self.security.currentData())):
            self.port.show_number(port)
        self._show_way()
        self._kept()

    @Slot()
    def _kept(self) -> None:
        if not self._new:
            self.kept.emit()

    @Slot()
    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(by_id(str(self.provider.currentData())).page))


def _below_caption(field: QWidget) -> QWidget:
    """`field` at the height of fields that have a caption."""
    return Labelled(" ", field)
