"""The whole way of an e-mail batch by clicks: check, send through the real engine to a real server, settle the rest."""

import csv
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.core.states import BatchState
from app.engine.commands import Submission
from app.engine.services import Services
from app.engine.session import open_queue
from app.jobs.mail.account import Account, Security
from app.store.reader import Reader
from app.window.banners import most_urgent
from app.window.bridge import Bridge
from app.window.failures import FailuresDrawer
from app.window.mailcheck import MailCheckPage
from app.window.state import startable, waits_for_send
from app.window.widgets import Button
from tests.smtp_peers import HOST, polite_peer

PEOPLE = [
    ("Ola", "ola@nordmann.example"),
    ("Lumen", "office@lumen@"),
    ("Gone", "gone@harbour.example"),
    ("Lost", "lost@harbour.example"),
    ("Jane", "jane@harbour.example"),
]
RECIPE = {
    "dropmill": 1, "kind": "mail", "name": "Invoices", "account": "work",
    "message": {"to": "{{ name }} <{{ email }}>", "subject": "Hello {{ name }}", "text": "Dear {{ name }}"},
}  # fmt: skip


def press(qtbot, widget, text: str) -> None:
    (button,) = [b for b in widget.findChildren(Button) if b.text() == text and b.isVisibleTo(widget)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def house(qtbot, tmp_path: Path):
    """An engine with an account that leads to a server on this machine, the page and the drawer over it."""
    with polite_peer() as peer:
        account = Account(
            name="work", host=HOST, port=peer.port, security=Security.NONE, from_addr="billing@northwind.example"
        )
        services = Services(
            account=lambda name: account if name == "work" else None, account_names=lambda: ("work",)
        )  # fmt: skip
        engine = open_queue(tmp_path / "data", services, 1, 0.01)
        engine.start()
        reads = Bridge(lambda: Reader(engine.path), "reads").owning()
        commands = Bridge(lambda: engine, "commands")
        reader = Reader(engine.path)
        page = MailCheckPage(reader, reads, commands)
        drawer = FailuresDrawer(reads, commands, lambda: Reader(engine.path))
        for widget in (page, drawer):
            qtbot.addWidget(widget)
        yield SimpleNamespace(
            engine=engine, peer=peer, reader=reader, page=page, drawer=drawer,
            services=services, settle=lambda: qtbot.waitUntil(lambda: reads.idle and commands.idle),
        )  # fmt: skip
        commands.close()
        reads.close()
        reader.close()
        engine.close()


def test_check_send_and_settle(house, qtbot, tmp_path):
    source = tmp_path / "people.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("name", "email"), *PEOPLE])
    batch = house.engine.submit(
        Submission("mail", json.dumps(RECIPE), "Invoices", (str(source),), "people.csv", start=False)
    )

    def state() -> BatchState:
        return house.reader.batch(batch).state

    qtbot.waitUntil(lambda: state() is BatchState.PAUSED, timeout=30_000)
    page, drawer = house.page, house.drawer
    page.show_batch(batch)
    house.settle()
    assert page.closing().title == "Send 4 messages to 4 people"
    assert page.closing().left_out == "The blocked row is not sent."
    assert house.peer.taken == []

    with qtbot.waitSignal(page.sent):
        press(qtbot, page, "Send 4 messages")

    def counts() -> tuple[int, int, int]:
        now = house.reader.counts(batch)
        return now.done, now.failed, now.unconfirmed

    qtbot.waitUntil(lambda: counts() == (2, 1, 1), timeout=60_000)
    # The server took the lost one, too, and nobody sent it a second time.
    took = sorted(address for message in house.peer.taken for address in message.recipients)
    assert took == ["jane@harbour.example", "lost@harbour.example", "ola@nordmann.example"]

    drawer.refresh()
    house.settle()
    assert [(cause.code, cause.count) for cause in drawer.causes] == [("UNCERTAIN", 1), ("RCPT_PERM", 1)]
    press(qtbot, drawer._views["UNCERTAIN"], "It arrived")
    house.settle()
    assert counts() == (3, 1, 0)
    assert [cause.code for cause in drawer.causes] == ["RCPT_PERM"]
    assert len(house.peer.taken) == 3


def test_the_first_three_go_and_the_others_wait_also_after_a_restart(house, qtbot, tmp_path):
    source = tmp_path / "people.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("name", "email"), *((f"P{n}", f"p{n}@x.example") for n in range(6))])
    batch = house.engine.submit(
        Submission("mail", json.dumps(RECIPE), "Invoices", (str(source),), "people.csv", start=False)
    )
    qtbot.waitUntil(lambda: house.reader.batch(batch).state is BatchState.PAUSED, timeout=30_000)
    page = house.page
    page.show_batch(batch)
    house.settle()
    assert not page.footer.box.isHidden()
    assert page.footer.box.text() == "Send the first 3, then wait for me"
    assert not page.footer.box.isChecked(), "so few need no quiet start"
    page.footer.box.click()
    with qtbot.waitSignal(page.sent):
        press(qtbot, page, "Send 6 messages")

    def now():
        found = house.reader.batch(batch)
        return found.state, found.counts.done, found.counts.running, found.counts.ready

    qtbot.waitUntil(lambda: now() == (BatchState.PAUSED, 3, 0, 3), timeout=60_000)
    spec = most_urgent(waiting=[house.reader.batch(batch)])
    assert spec.title == "The first 3 messages were accepted. Send the other 3?"
    assert waits_for_send(house.reader.batch(batch)), "Run must not send the rest"
    assert not startable(house.reader.batch(batch))
    house.engine.close()
    again = open_queue(tmp_path / "data", house.services, 1, 0.01)
    again.start()
    try:
        assert now() == (BatchState.PAUSED, 3, 0, 3)
        assert len(house.peer.taken) == 3
        again.start_batch(batch)
        qtbot.waitUntil(lambda: now()[:2] == (BatchState.FINISHED, 6), timeout=60_000)
    finally:
        again.close()
    assert sorted(message.recipients[0] for message in house.peer.taken) == [f"p{n}@x.example" for n in range(6)]
