"""The queue that the store's tests work on."""

import os
import shutil
import tempfile
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


@pytest.fixture(scope="module")
def quick() -> Iterator[Path]:
    """A folder in memory where the system has one: hundreds of queues are made here, and none needs a power supply."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="dropmill-test-", dir=memory if os.access(memory, os.W_OK) else None))
    yield folder
    shutil.rmtree(folder)
