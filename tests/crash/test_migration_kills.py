"""The plug is pulled while a queue of an older format is brought up to date: 20 times for each format."""

import logging
import os
import signal
from pathlib import Path

import pytest

from tests.store.test_migrations import kill_migrations

LONG_RUN = bool(int(os.environ.get("DROPMILL_KILLS") or 0))
log = logging.getLogger(__name__)
MIGRATIONS = 20


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills by signal")
@pytest.mark.skipif(
    not KILLS, reason="a few kills of migrations are in the ordinary run: tests/store/test_migrations.py"
)
def test_every_killed_migration_left_the_old_queue_or_the_new_one(tmp_path: Path) -> None:
    old, new = kill_migrations(tmp_path, MIGRATIONS)
    log.info("migrations killed: %d left the old queue, %d the new one", old, new)
    assert old > 0
