"""Folders for temporary files that need a name. Those of a killed process go when the next one makes a folder.

Files without a name (`spill.py`) need none of this.
"""

import contextlib
import functools
import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator

_PREFIX = "dropmill-tables"


@contextlib.contextmanager
def scratch_folder(scratch: str | None) -> Iterator[str]:
    """A new folder in `scratch` (None = the system's temporary folder), removed afterwards."""
    home = scratch or tempfile.gettempdir()
    _sweep(home)
    prefix = f"{_PREFIX}-{_machine()}-{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=home, ignore_cleanup_errors=True) as folder:
        yield folder


def _machine() -> str:
    """Who counts the process numbers: machines may share a folder."""
    return re.sub(r"\W", "", platform.node())[:32] or "here"


@functools.lru_cache(maxsize=4)  # once a process and folder
def _sweep(home: str) -> None:
    import psutil

    ours = re.compile(rf"{_PREFIX}-{_machine()}-(\d+)-\w+")
    with contextlib.suppress(OSError):
        for entry in os.scandir(home):
            match = ours.fullmatch(entry.name)
            if match is not None and not psutil.pid_exists(int(match[1])):
                shutil.rmtree(entry.path, ignore_errors=True)
