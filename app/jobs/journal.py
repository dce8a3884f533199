"""What is noted of an output before it takes its name, so that the file is known again later.

Owns: the note and its JSON, and the rule by which a file is ours. Must not know: where notes are kept, how outputs are
written.
"""

import json
import os
import stat
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is known by: `size` in bytes and `mtime_ns`. Whoever saves a file changes one of the two."""

    size: int
    mtime_ns: int


def fingerprint(path: str) -> Fingerprint | None:
    """Of the regular file at `path`; None when something else stands there (a link is not followed) or nothing.
    Raises OSError when it cannot be looked at."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Fingerprint(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


@dataclass(frozen=True, slots=True)
class Note:
    """An output on its way: `temporary` is about to take the journalled name as `file`.

    `before`: the file of an earlier attempt of the same job that stands there now; until the rename, that one is ours.
    `kept`: where the original that stood at the name is kept. `made`: folders that were made for this output, outermost
    first.
    """

    temporary: str
    file: Fingerprint
    before: Fingerprint | None = None
    kept: str | None = None
    made: tuple[str, ...] = ()

    def stands_at(self, path: str) -> bool:
        """Whether the file at `path` is the one that was noted. Raises OSError when it cannot be looked at."""
        found = fingerprint(path)
        return found is not None and found in (self.file, self.before)

    def to_json(self) -> str:
        before = None if self.before is None else [self.before.size, self.before.mtime_ns]
        return json.dumps(
            {
                "temporary": self.temporary,
                "size": self.file.size,
                "mtime_ns": self.file.mtime_ns,
                "before": before,
                "kept": self.kept,
                "made": list(self.made),
            }
        )


def from_json(text: str) -> Note | None:
    """The note that `text` holds; None for one that cannot be read (saved from a damaged queue), or that an older
    program wrote, which did not write down how to know the file."""
    try:
        data: dict[str, Any] = json.loads(text)
        before = None if data["before"] is None else Fingerprint(*data["before"])
        file = Fingerprint(data["size"], data["mtime_ns"])
        return Note(data["temporary"], file, before, data["kept"], tuple(data["made"]))
    except (ValueError, LookupError, TypeError):
        return None


class Journal(Protocol):
    """Where the notes of one job are kept."""

    def owned(self, path: str) -> bool:
        """Whether the file that stands at `path` was put there by an earlier attempt of this job, and by nobody since.
        A stranger's file that took the name is not ours, whatever was noted."""
        ...

    def intend(self, path: str, note: Note) -> None:
        """Commit that the temporary file of `note` is about to become `path`."""
        ...
