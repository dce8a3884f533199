"""A test to oneself, messages as files, a report: nothing of it changes a row."""

import csv
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default as policy
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.bridge import Bridge
from app.window.mailcheck import MailCheckPage
from tests.jobs.mail.lane import account_at
from tests.smtp_peers import PASSWORD, USER, polite_peer
from tests.waiting import until
from tests.window.accounts.conftest import World
from tests.window.failures.real_queue import Queue
from tests.window.mailcheck.letters import mail_batch, people


@pytest.fixture
def scene(qtbot: QtBot, queue: Queue, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """The page with accounts behind it, over a batch of three rows of which the second is blocked."""
    world = World(tmp_path)
    reads = Bridge(queue.reader, "reads").owning()
    commands = Bridge(lambda: queue, "commands")
    reader = queue.reader()
    page = MailCheckPage(reader, reads, commands, world.post)
    qtbot.addWidget(page)
    page.resize(1068, 718)
    page.show()
    rows = people(3)
    rows[1] = ("Bad", "bad@", "", "2026-0001")
    batch = mail_batch(queue, tmp_path, rows)
    said: list[str] = []
    page.said.connect(said.append)

    def settle() -> None:
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            QApplication.processEvents()
            quiet = quiet + 1 if reads.idle and commands.idle and world.post.idle else 0
            return quiet > 3

        until(still)

    page.show_batch(batch)
    settle()
    yield SimpleNamespace(page=page, world=world, batch=batch, settle=settle, said=said, reader=reader, queue=queue)
    world.post.close()
    reads.close()
    commands.close()
    reader.close()


def states(scene: SimpleNamespace) -> list[tuple[int, str, int]]:
    return [(job.id, job.state.value, job.attempt) for job in scene.reader.iter_jobs()]


def test_a_test_goes_to_the_sender_and_leaves_the_row_alone(scene: SimpleNamespace) -> None:
    tools, before = scene.page.tools, states(scene)
    with polite_peer(auth=True) as peer:
        scene.world.accounts.put(account_at(peer.port, user=USER))
        scene.world.secrets.store("work", PASSWORD)
        tools.test.click()
        strip = tools.trial
        assert strip.isVisible()
        assert strip.line.text() == "billing@northwind.example"
        assert "row 1" in strip.words
        scene.page.grid.go_to(2)
        assert "row 3" in strip.words
        QTest.keyClick(strip.line, Qt.Key.Key_Return)
        scene.settle()
        (taken,) = peer.taken
    assert taken.recipients == ("billing@northwind.example",)
    assert message_from_bytes(taken.data, policy=policy)["Subject"] == "[Test] Invoice 2026-0002"
    assert strip.words.startswith("The message of row 3 was accepted for billing@northwind.example: 250")
    assert states(scene) == before
    assert scene.queue.calls == []
    QTest.keyClick(strip.line, Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_a_test_that_fails_says_why_and_can_be_tried_again(scene: SimpleNamespace) -> None:
    tools = scene.page.tools
    tools.test.click()
    tools.trial.send.click()
    scene.settle()
    assert "work is not set up" in tools.trial.words
    assert tools.trial.send.isEnabled()


def test_a_row_without_a_message_offers_neither_test_nor_file(scene: SimpleNamespace) -> None:
    scene.page.grid.go_to(1)
    assert not scene.page.tools.test.isEnabled()
    assert scene.page.tools.test.toolTip() == "This row has no message"


def test_one_message_and_all_that_are_ready_are_saved(scene: SimpleNamespace, tmp_path: Path) -> None:
    scene.page.tools.save_one(str(tmp_path / "one.eml"))
    scene.settle()
    first = (tmp_path / "one.eml").read_bytes()
    assert message_from_bytes(first, policy=policy)["Subject"] == "Invoice 2026-0000"
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "001-p0@x.example.eml").write_bytes(b"a stranger's file")
    for _ in range(2):  # the second time every file is there already
        scene.page.tools.save_all(str(folder))
        scene.settle()
        assert scene.said[-1] == "2 messages saved. Nothing was sent."
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["001-p0@x.example (2).eml", "001-p0@x.example.eml", "003-p2@x.example.eml"]
    assert (folder / names[0]).read_bytes() == first
    assert (folder / names[1]).read_bytes() == b"a stranger's file"
    assert scene.queue.calls == []


def test_a_message_whose_attachment_changed_is_not_saved(scene: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "2026-0000.pdf").write_bytes(b"another")
    scene.page.tools.save_one(str(tmp_path / "one.eml"))
    scene.settle()
    assert scene.said[-1].startswith("Not saved: ")
    assert "2026-0000.pdf" in scene.said[-1]
    assert not (tmp_path / "one.eml").exists()


def test_the_report_has_a_line_for_every_row(scene: SimpleNamespace, tmp_path: Path) -> None:
    scene.page.tools.export(str(tmp_path / "report"))
    scene.settle()
    assert scene.said[-1].endswith("report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + 3
    scene.page.tools.export(str(tmp_path / "report.html"))
    scene.settle()
    assert "p0@x.example" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_confirmation_says_how_long_and_what_is_left_of_today(scene: SimpleNamespace) -> None:
    scene.world.accounts.put(account_at(25, rate_per_minute=25, per_day=10_000))
    scene.page.show_batch(scene.batch)
    scene.settle()
    words = scene.page.closing()
    assert words.source == (
        "From billing@northwind.example  ·  a few seconds at 25 a minute  ·  10,000 left of today’s 10,000"
    )
