"""A real queue and a drawer over it."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from app.window.bridge import Bridge
from app.window.failures import FailuresDrawer
from tests.window.failures.real_queue import Queue


@pytest.fixture
def desk(qtbot, queue: Queue) -> Iterator[SimpleNamespace]:
    """A drawer in sight, its bridges, and `settle()`: wait until every read and command has come back."""
    reads = Bridge(queue.reader, "reads").owning()
    commands = Bridge(lambda: queue, "commands")
    drawer = FailuresDrawer(reads, commands, queue.reader)
    qtbot.addWidget(drawer)
    drawer.resize(1068, 400)

    def settle() -> None:
        qtbot.waitUntil(lambda: reads.idle and commands.idle)

    yield SimpleNamespace(drawer=drawer, reads=reads, commands=commands, queue=queue, settle=settle, qtbot=qtbot)
    reads.close()
    commands.close()
