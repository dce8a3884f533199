"""Attachments in base64, as they go over the line: encoded once, kept on disk, however many people get them.

Owns: encoding, the temporary files and how much of them there may be. Must not know: MIME trees, servers. The files
have no name (or lose it when they are closed), so nobody else can read or change them and nothing is left behind.
"""

import base64
import hashlib
import os
import tempfile
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO, cast

from app.jobs.mail import files
from app.jobs.mail.letter import Attachment
from app.jobs.output import error_for

_LINE = 57  # bytes that give a line of 76 characters (RFC 2045 §6.8)
_READ = _LINE * 16384  # whole lines at a time, about 0.9 MB
_CHUNK = (76 + 2) * 840  # whole lines, about 64 KiB: what goes to the socket at once
SMALL = 262_144  # bytes; encoding less is quicker than a file
MOST = 2_000_000_000  # bytes on disk for one account; what was used longest ago goes first


def encode(data: bytes) -> bytes:
    """`data` as base64 in lines that end in CRLF; at least one line."""
    return base64.encodebytes(data).replace(b"\n", b"\r\n") or b"\r\n"


class Spooled:
    """One encoded attachment on disk. Closed when nobody has it any more. May be read by several at once."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self._file = file
        self._name = name
        self._size = size
        self._lock = threading.Lock()
        weakref.finalize(self, file.close)

    def __len__(self) -> int:
        return self._size

    def chunks(self) -> Iterator[bytes]:
        """Its bytes: whole lines, about 64 KiB at a time. Raises JobError (IO_ERROR)."""
        for at in range(0, self._size, _CHUNK):
            try:
                with self._lock:
                    self._file.seek(at)
                    chunk = self._file.read(_CHUNK)
            except OSError as error:
                raise error_for(error, self._name, writing=False) from error
            yield chunk


class Spool:
    """The encoded attachments of one account. `folder`: where the files are; None = the system's temporary folder
    (which may be memory). `most`: bytes on disk that are kept for later."""

    def __init__(self, folder: str | None = None, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._kept: OrderedDict[tuple[str, int, str], Spooled] = OrderedDict()  # the latest used last
        self._size = 0
        self._lock = threading.Lock()

    def encoded(self, item: Attachment) -> bytes | Spooled:
        """`item` in base64. Blocks; for any thread. Raises JobError: PRE_ATTACH_CHANGED unless the file is byte for
        byte what was checked (once it is encoded, later changes touch nothing); DISK_FULL."""
        if item.size <= SMALL:
            return encode(files.read_again(item))
        key = (item.path, item.size, item.sha256)
        with self._lock:
            found = self._kept.pop(key, None)
            if found is None:
                found = self._write(item)
                self._size += len(found)
            self._kept[key] = found
            while self._size > self._most and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])
            return found

    def clear(self) -> None:
        """Keep nothing. A message that is being sent keeps its own files until it is over."""
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _write(self, item: Attachment) -> Spooled:
        folder = self._folder or tempfile.gettempdir()
        with ExitStack() as undo:
            try:
                file = cast(BinaryIO, undo.enter_context(tempfile.TemporaryFile(dir=folder)))
                written = _encode_into(file, item)
            except OSError as error:
                raise error_for(error, os.path.join(folder, item.name), writing=True) from error
            undo.pop_all()
        return Spooled(file, written, item.name)


def _encode_into(file: BinaryIO, item: Attachment) -> int:
    """Write `item` in base64; the bytes written."""
    digest, size, written = hashlib.sha256(), 0, 0
    for block in files.blocks(item, _READ):
        digest.update(block)
        size += len(block)
        if size > item.size:
            break
        written += file.write(encode(block))
    file.flush()
    if size != item.size or digest.hexdigest() != item.sha256:
        raise files.changed(item)
    return written
