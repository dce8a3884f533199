"""Which files of a folder are opened, by whomever: the proof that a program read what it shows.

Owns: the system's news about that (Linux, inotify(7)). Nothing but the standard library. Must not know whose files.
"""

import ctypes
import os
import struct
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

_OPEN = 0x20  # IN_OPEN
_EVENT = struct.Struct("iIII")  # watch, mask, cookie, length of the name that follows
_ROOM = 65536


class Opened:
    """The files directly in `folders` that were opened since it was made. Use as a context manager. Raises OSError."""

    def __init__(self, folders: Sequence[Path]) -> None:
        library = ctypes.CDLL(None, use_errno=True)
        self._file = int(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        self._folders: dict[int, Path] = {}
        self._seen: set[Path] = set()
        for folder in folders:
            watch = int(library.inotify_add_watch(self._file, os.fsencode(folder), _OPEN))
            if watch < 0:
                os.close(self._file)
                raise OSError(ctypes.get_errno(), "inotify_add_watch", str(folder))
            self._folders[watch] = folder

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        os.close(self._file)

    def files(self) -> set[Path]:
        """All of them so far."""
        try:
            while news := os.read(self._file, _ROOM):
                self._note(news)
        except BlockingIOError:  # no more news
            pass
        return set(self._seen)

    def _note(self, news: bytes) -> None:
        place = 0
        while place < len(news):
            watch, _, _, length = _EVENT.unpack_from(news, place)
            place += _EVENT.size
            name = news[place : place + length].rstrip(b"\0")
            place += length
            if name and watch in self._folders:  # without a name: the folder itself
                self._seen.add(self._folders[watch] / os.fsdecode(name))
