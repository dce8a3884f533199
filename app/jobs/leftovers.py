"""Temporary names beside outputs, and the removal of what killed attempts left under them.

Owns: the pattern `.NAME.<mark>-<attempt>-<random>.part`. The mark is the job's own (see `job_mark`), so that a leftover
is told from the file that another job, batch or program is writing at this moment. Must not know: outputs, the queue.
"""

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

MAX_NAME_BYTES = 255  # the common limit of ext4, APFS and NTFS (there: UTF-16 units, never more)
_LEFTOVER = re.compile(r"\..*\.([0-9a-f]{8})-([0-9a-f]{1,8})-[0-9a-f]{4}\.part", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes: a job by its `mark` (8 hexadecimal digits), and the attempt."""

    mark: str
    attempt: int


def job_mark(token: str, job: int) -> str:
    """The mark of `job` in the batch whose random text is `token`: no other job on earth has it."""
    return hashlib.sha256(f"{token}/{job}".encode()).hexdigest()[:8]


def temporary_name(path: str, writing: Writing | None = None) -> str:
    """A name beside `path` that no user's file has and that fits the file system's limit."""
    by = writing or Writing(secrets.token_hex(4), 0)
    folder, name = os.path.split(path)
    tail = f".{by.mark}-{by.attempt:x}-{secrets.token_hex(2)}.part"
    stem = name
    while len(os.fsencode(f".{stem}{tail}")) > MAX_NAME_BYTES:
        stem = stem[:-1]
    return os.path.join(folder, f".{stem}{tail}")


def remove_leftovers(folder: str, ended: Mapping[str, int]) -> int:
    """Remove what killed attempts left in `folder`; the number removed. `ended`: mark of a job -> its last attempt that
    is certainly over. A folder that cannot be looked at now keeps what it has."""
    removed = 0
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _LEFTOVER.fullmatch(entry.name)
            if found and int(found[2], 16) <= ended.get(found[1], -1):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
                    removed += 1
    return removed
