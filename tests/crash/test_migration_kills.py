"""The plug is pulled while a queue of an older format is brought up to date: 20 times for each format."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.figures import KILLS, SEED, Figures
from tests.store.test_migrations import RELEASED, kill_migrations

MIGRATIONS = 20

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills by signal"),
    pytest.mark.skipif(not KILLS, reason="a few kills of migrations are in tests/store/test_migrations.py"),
]


def test_every_killed_migration_left_the_old_queue_or_the_new_one(
    scene: Path, keep_figures: Callable[[Figures], None]
) -> None:
    figures = Figures("a queue is brought up to date")
    keep_figures(figures)
    old, _new = kill_migrations(scene, MIGRATIONS, SEED)
    figures.victims["store"] += MIGRATIONS * len(RELEASED)
    figures.restarts += MIGRATIONS * len(RELEASED)
    assert old > 0
