"""Putting the queue's files aside, and another queue in their place, so that no crash on the way loses either.

Owns: the names of kept files and the order of the renames. Must not know: what is in the files.
"""

import contextlib
import os
import time
from pathlib import Path

TAILS = ("", "-wal", "-shm")  # the database, its write-ahead log, the log's index


def ready_name(path: Path) -> Path:
    """Where a whole queue waits to take the place of `path`."""
    return path.with_name(f"{path.name}.ready")


def kept_files(path: Path) -> list[Path]:
    """The databases that were put aside, the newest first."""
    found = [file for file in path.parent.glob(f"{path.name}.*.kept*") if not file.name.endswith(TAILS[1:])]
    return sorted(found, key=lambda file: file.stat().st_mtime_ns, reverse=True)


def keep_aside(path: Path) -> Path:
    """Rename the queue `path`, with its log, to a name that is free. Raises OSError."""
    kept = path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}.kept")
    number = 2
    while kept.exists():
        kept = kept.with_name(f"{kept.name}.{number}")
        number += 1
    for tail in TAILS:
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{tail}", f"{kept}{tail}")
    return kept


def replace(path: Path) -> Path | None:
    """Put the queue `ready_name(path)` in the place of `path`; what stood there is kept (returned: as what). Nobody has
    either open. Raises OSError.

    Before the first rename: the old queue, and `settle` drops the new one. After it: there is no queue but the new one,
    and `settle` brings it in. A log never stands beside a database that it does not belong to.
    """
    kept = keep_aside(path) if any(Path(f"{path}{tail}").exists() for tail in TAILS) else None
    os.replace(ready_name(path), path)
    return kept


def settle(path: Path) -> None:
    """At start: finish or forget a replacement that was cut off. Raises OSError."""
    if ready_name(path).exists():
        if path.exists():
            ready_name(path).unlink()
        else:
            replace(path)
