"""The table of allowed transitions as triggers of the database: a test's queue refuses every other pair.

Owns: the triggers. They are built from `core.states`, so the table exists once. Must not know: who makes transitions.
"""

import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from app.core.states import BATCH_TRANSITIONS, JOB_TRANSITIONS, Effect, JobState

NAMES = ("guard_job_state", "guard_batch_state", "guard_attempt", "guard_armed")


def _pairs(table: Mapping[StrEnum, frozenset[StrEnum]]) -> str:
    return ", ".join(f"'{before}>{after}'" for before, row in table.items() for after in sorted(row))


def install(connection: sqlite3.Connection) -> None:
    """Make the queue behind `connection` refuse transitions that are not in the tables, tokens that shrink, and an
    armed job that is ready again without an attempt's answer or a person's word. Survives in the file; idempotent."""
    for name in NAMES:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    connection.execute(
        f"""CREATE TRIGGER guard_job_state BEFORE UPDATE OF state ON job
        WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({_pairs(JOB_TRANSITIONS)})
        BEGIN SELECT raise(ABORT, 'this change of a job is not in the table'); END"""
    )
    connection.execute(
        f"""CREATE TRIGGER guard_batch_state BEFORE UPDATE OF state ON batch
        WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({_pairs(BATCH_TRANSITIONS)})
        BEGIN SELECT raise(ABORT, 'this change of a batch is not in the table'); END"""
    )
    connection.execute(
        """CREATE TRIGGER guard_attempt BEFORE UPDATE OF attempt ON job
        WHEN NEW.attempt <> OLD.attempt + 1 OR NEW.state <> 'running'
        BEGIN SELECT raise(ABORT, 'the token grows by one with a claim'); END"""
    )
    connection.execute(
        f"""CREATE TRIGGER guard_armed BEFORE UPDATE ON job
        WHEN NEW.effect = '{Effect.ARMED}' AND NEW.state NOT IN ('{JobState.RUNNING}', '{JobState.UNCONFIRMED}')
        BEGIN SELECT raise(ABORT, 'an armed job is running or unconfirmed'); END"""
    )


def install_in(path: Path) -> None:
    """`install` in the queue at `path`, which exists and may be open."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        install(connection)
    finally:
        connection.close()
