"""A real queue and a mail check page over it."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from app.window.bridge import Bridge
from app.window.mailcheck import MailCheckPage
from tests.window.failures.real_queue import Queue


@pytest.fixture
def desk(qtbot, queue: Queue) -> Iterator[SimpleNamespace]:
    """A page on screen, and `show(batch)`: show a batch and wait until everything has been read."""
    reads = Bridge(queue.reader, "reads").owning()
    commands = Bridge(lambda: queue, "commands")
    reader = queue.reader()
    page = MailCheckPage(reader, reads, commands)
    qtbot.addWidget(page)
    page.resize(1068, 718)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()

    def settle() -> None:
        qtbot.waitUntil(lambda: reads.idle and commands.idle)

    def show(batch: int) -> None:
        page.show_batch(batch)
        settle()

    yield SimpleNamespace(page=page, queue=queue, settle=settle, show=show)
    reads.close()
    commands.close()
    reader.close()
