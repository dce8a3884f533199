"""The list of accounts: adding one with the keyboard, changing, testing and removing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.model import Lane
from app.jobs.mail.account import Account, Auth
from app.window.accounts.card import AccountCard
from app.window.accounts.fields import DOTS
from app.window.accounts.panel import AccountsPage, AccountsPanel
from app.window.accounts.sign_in import SignInStrip
from app.window.ask import Question
from app.window.widgets import Button
from tests.entra_peer import CODE, PAGE, entra_peer, pending
from tests.smtp_peers import PASSWORD, USER, make_authority, polite_peer, unused_port
from tests.waiting import until
from tests.window.accounts.conftest import GMAIL, World


@pytest.fixture
def page(world: World, qtbot: QtBot) -> Iterator[AccountsPage]:
    made = AccountsPage(world.post)
    qtbot.addWidget(made)
    made.resize(860, 700)
    made.show()
    world.settle()
    yield made
    made.hide()


def panel_of(world: World, page: AccountsPage) -> AccountsPanel:
    page.panel.refresh()
    world.settle()
    return page.panel


def opened(world: World, page: AccountsPage, account: Account, secret: str = "") -> AccountCard:
    world.accounts.put(account)
    if secret:
        world.secrets.store(account.name, secret)
    panel = panel_of(world, page)
    panel.open_account(account.name)
    (card,) = (card for card in panel.cards() if card.is_open)
    return card


def type_into(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def here(port: int, **more: object) -> Account:
    return Account.make(**{"name": "work", "host": "127.0.0.1", "port": port, "security": "none", "user": USER, **more})


def test_an_address_and_a_password_make_an_account(world: World, page: AccountsPage) -> None:
    panel = panel_of(world, page)
    assert panel.empty.isVisible()
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    world.settle()
    assert panel.new is not None
    form = panel.new.form
    assert form.address.hasFocus()
    QTest.keyClicks(form.address, "anna.berg@gmail.com")
    assert (form.host.text(), form.port.value()) == ("smtp.gmail.com", 465)
    assert "app password" in form.help.text()
    assert form.page.isVisible()
    form.password.line.insert(PASSWORD)
    assert form.password.line.echoMode() is QLineEdit.EchoMode.Password
    panel.new.add.click()
    world.settle()
    (kept,) = world.accounts.all()
    assert (kept.name, kept.host, kept.user) == ("gmail.com", "smtp.gmail.com", "anna.berg@gmail.com")
    assert world.secrets.get("gmail.com") == PASSWORD
    assert panel.cards()[0].kept is not None
    (card,) = panel.cards()
    assert card.is_open
    assert card.form.password.line.text() == DOTS
    assert all(PASSWORD not in line.text() for line in page.findChildren(QLineEdit))


def test_what_a_person_put_in_is_not_filled_over(world: World, page: AccountsPage) -> None:
    panel = panel_of(world, page)
    panel.add_account()
    assert panel.new is not None
    form = panel.new.form
    QTest.keyClicks(form.host, "relay.northwind.example")
    QTest.keyClicks(form.address, "anna@northwind.example")
    assert form.host.text() == "relay.northwind.example"
    form.host.clear()
    panel.new.cancel.click()
    panel.add_account()
    again = panel.new
    QTest.keyClicks(again.form.address, "anna@northwind.example")
    assert again.form.host.text() == "smtp.northwind.example"


def test_what_is_wrong_is_said_and_nothing_is_kept(world: World, page: AccountsPage) -> None:
    panel = panel_of(world, page)
    panel.add_account()
    world.settle()
    assert panel.new is not None
    panel.new.add.click()
    assert panel.new.problem.isVisible()
    assert "address" in panel.new.problem.text()
    QTest.keyClicks(panel.new.form.address, "anna@")
    panel.new.add.click()
    world.settle()
    assert panel.new is not None
    assert world.accounts.names() == []


def test_a_change_is_kept_at_once(world: World, page: AccountsPage) -> None:
    card = opened(world, page, GMAIL, "secret")
    type_into(card.form.person, "Berg, Anna")
    card.form.day.setValue(300)
    world.settle()
    kept = world.accounts.get("private")
    assert kept is not None
    assert (kept.sender.name, kept.sender.address) == ("Berg, Anna", "anna.berg@gmail.com")
    assert kept.per_day == 300
    type_into(card.form.host, "")
    world.settle()
    assert card.problem.isVisible()
    assert world.accounts.get("private") == kept


def test_keys_that_the_form_does_not_show_stay(world: World, page: AccountsPage) -> None:
    account = GMAIL.model_copy(update={"rate_per_hour": 77, "imap_port": 1993, "max_size": 999, "ca_file": "/x.pem"})
    card = opened(world, page, account)
    type_into(card.form.person, "Anna")
    world.settle()
    assert world.accounts.get("private") == account.model_copy(update={"from_addr": "Anna <anna.berg@gmail.com>"})


def test_a_password_is_changed_and_never_shown(world: World, page: AccountsPage) -> None:
    card = opened(world, page, GMAIL, "an old one")
    password = card.form.password
    assert password.line.text() == DOTS
    assert password.line.isReadOnly()
    password.change.click()
    assert password.line.text() == ""
    QTest.keyClicks(password.line, "half")
    QTest.keyClick(password.line, Qt.Key.Key_Escape)
    assert password.line.text() == DOTS
    password.change.click()
    QTest.keyClicks(password.line, "a new one")
    QTest.keyClick(password.line, Qt.Key.Key_Return)
    world.settle()
    assert world.secrets.get("private") == "a new one"
    assert password.line.text() == DOTS


def test_without_a_keyring_it_says_how_long_passwords_are_kept(tmp_path: Path, qapp: object, qtbot: QtBot) -> None:
    world = World(tmp_path)
    world.secrets._looked, world.secrets._keyring = True, None
    world.accounts.put(GMAIL)
    panel = AccountsPanel(world.post)
    qtbot.addWidget(panel)
    world.settle()
    (card,) = panel.cards()
    assert "until Dropmill closes" in panel.about.text()
    assert "until Dropmill closes" in card.form.password.line.accessibleName()
    world.post.close()


def test_a_test_says_how_the_line_is_protected(world: World, page: AccountsPage, tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    with polite_peer(tls=authority.server, auth=True, max_size=5_000_000) as peer:
        account = here(peer.port, host="localhost", security="tls", ca_file=authority.ca_file)
        card = opened(world, page, account, PASSWORD)
        card.test()
        assert not card.strip.button.isEnabled()
        world.settle()
        assert peer.taken == []
    assert card.strip.title.text().startswith("Connected with TLS 1.")
    assert card.strip.title.text().endswith(" s. No message was sent.")
    assert card.strip.button.text() == "Test again"
    learned = world.accounts.get("work")
    assert learned is not None
    assert learned.max_size == 5_000_000
    card.chevron.click()
    assert card.state.text() == "Ready"


def test_a_test_that_fails_names_the_step(world: World, page: AccountsPage) -> None:
    with polite_peer(auth=True) as peer:
        card = opened(world, page, here(peer.port), "wrong one")
        card.test()
        world.settle()
    assert card.strip.title.text() == "The sign-in did not work."
    assert "535" in card.strip.detail.text()
    assert "wrong one" not in card.strip.detail.text()
    card.form.port.setValue(unused_port())
    card.test()
    world.settle()
    assert card.strip.title.text() == "The server was not reached."


def test_an_account_is_removed_after_a_question(world: World, page: AccountsPage) -> None:
    card = opened(world, page, GMAIL, "secret")
    for answer, left in (("keep", ["private"]), ("remove", [])):
        card.remove.click()
        (question,) = (q for q in page.panel.findChildren(Question) if q.isVisible())
        next(b for b in question.findChildren(Button) if b.property("answer") == answer).click()
        QApplication.processEvents()
        world.settle()
        assert world.accounts.names() == left
    assert world.vault.kept == {}
    assert page.panel.cards() == []
    assert page.panel.empty.isVisible()


def test_why_messages_wait_stands_at_the_account(world: World, page: AccountsPage) -> None:
    world.accounts.put(GMAIL)
    panel = panel_of(world, page)
    panel.show_lanes([Lane("mail:private", True, "AUTH_REJECTED", "535 no", None, 0)])
    (card,) = panel.cards()
    assert card.state.text() == "Sign-in refused"
    panel.show_lanes([])
    assert card.state.text() == "No password"


def test_settings_that_cannot_be_used_do_not_hide_the_other_accounts(world: World, page: AccountsPage) -> None:
    world.accounts.put(GMAIL)
    text = world.accounts._settings.path.read_text(encoding="utf-8")
    world.accounts._settings.path.write_text(
        text.replace('"accounts": {', '"accounts": {"broken": {"host": "h", "port": 0},'), encoding="utf-8"
    )
    broken, good = panel_of(world, page).cards()
    assert broken.state.text() == "Cannot be used"
    assert good.kept is not None
    assert good.kept.account == GMAIL


def test_signing_in_with_the_browser(world: World, page: AccountsPage, tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    with entra_peer(authority.server) as entra:
        world.sign_ins._authority, world.sign_ins._ca_file = entra.authority, authority.ca_file
        world.sign_ins._wait = lambda event, _seconds: event.wait(0.01)
        account = Account.make(
            name="office", host="127.0.0.1", port=unused_port(), security="starttls", user="ann@example.org",
            auth="oauth2", oauth_client_id="an-id",
        )  # fmt: skip
        card = opened(world, page, account)
        assert card.form.browser_state.text() == "Not signed in yet"
        entra.answers = [pending()] * 10_000
        card.form.browser.click()
        until_shown(card.sign_in)
        assert card.sign_in.code.text() == CODE
        assert PAGE in card.sign_in.words.text()
        card.sign_in.copy.click()
        assert QApplication.clipboard().text() == CODE
        card.sign_in.stop.click()
        world.settle()
        assert card.sign_in.isHidden()
        assert world.secrets.token("office") is None
        entra.answers = []
        card.form.browser.click()
        world.settle()
        world.settle()
    assert world.secrets.token("office") == "refresh-1"
    assert card.form.browser_state.text() == "Signed in"
    assert card.form.account().auth is Auth.OAUTH2


def until_shown(strip: SignInStrip) -> None:
    def shown() -> bool:
        QApplication.processEvents()
        return strip.isVisible() and bool(strip.code.text())

    until(shown)
