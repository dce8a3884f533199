"""The queue that the store's tests work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.queue_file import QueueFile


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QueueFile]:
    """A new queue with the guard in it; closed at the end."""
    queue = QueueFile(tmp_path / "queue.db")
    yield queue
    queue.close()
