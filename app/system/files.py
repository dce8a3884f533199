"""Small files of our own, written whole or not at all.

Owns: functions that replace a file's content atomically. Must not know: what the files hold. (Outputs of jobs have
their own protocol with a journal in `app/jobs/output.py`.)
"""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def whole(path: Path, *, replace: bool = True) -> Iterator[Path]:
    """A new file beside `path` to write into; it gets the name `path` when the block ends well, and is gone otherwise.

    With `replace=False` an existing file stays and FileExistsError is raised, before the block and after it. OSError of
    any kind is the caller's to explain.
    """
    if not replace and os.path.lexists(path):
        raise FileExistsError(path)
    temporary = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}.part")
    temporary.touch(exist_ok=False)
    try:
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        if replace:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def write_whole(path: Path, data: bytes, *, mode: int = 0o666, replace: bool = True) -> None:
    """Put `data` at `path` so that a reader sees the old content or the new one, never a part.

    `mode` is cut by the umask. With `replace=False` an existing file stays and FileExistsError is raised. OSError of
    any kind is the caller's to explain.
    """
    temporary = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}.part")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _place_new(temporary: Path, path: Path) -> None:
    """Give `temporary` its final name only when that name is free (without a gap between looking and taking)."""
    if os.name == "nt":
        temporary.rename(path)  # refuses an existing target there
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a drive without hard links (FAT, some network shares): the gap is the best there is
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.replace(path)
