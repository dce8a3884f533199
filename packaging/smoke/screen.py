"""A screen for programs where there is none, and what is on it: an Xvfb of our own, asked in X11's own words.

Owns: the few requests of the X protocol (X.Org, "X Window System Protocol", version 11) that count windows and read the
screen, and how pixels become a PNG file. Nothing but the standard library. Must not know what is shown.
"""

import os
import shutil
import socket
import struct
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from smoke.program import Broken

SIZE = (1280, 800)
ANSWER_S = 20.0
_QUERY_TREE, _ATTRIBUTES, _GEOMETRY, _GET_IMAGE = 15, 3, 14, 73
_Z_PIXMAP, _VIEWABLE = 2, 2
_SMALL = 50  # pixels; Qt keeps tiny windows of its own for the clipboard and drag and drop


def available() -> bool:
    """Whether a screen can be made here."""
    return shutil.which("Xvfb") is not None


@contextmanager
def screen() -> Iterator[str]:
    """An X server of our own; gives the name of its display. Raises Broken if it does not start."""
    read, write = os.pipe()
    size = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), *size], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Broken("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


class Display:
    """A connection to the X server of `name` (`:N`). Use as a context manager."""

    def __init__(self, name: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_S)
        self._socket.connect(f"/tmp/.X11-unix/X{name.lstrip(':')}")
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, _, length = struct.unpack("<B5sH", self._receive(8))
        if accepted != 1:
            raise Broken("the X server turned us away")
        setup = self._receive(length * 4)
        (vendor,) = struct.unpack_from("<H", setup, 16)
        formats = setup[21]
        first = 32 + (vendor + 3) // 4 * 4 + formats * 8
        self.root: int = struct.unpack_from("<I", setup, first)[0]

    def __enter__(self) -> "Display":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._socket.close()

    def windows(self) -> int:
        """How many windows of a size that people see are shown."""
        tree = self._ask(_QUERY_TREE, self.root)
        (count,) = struct.unpack_from("<H", tree, 16)
        return sum(self._is_seen(window) for window in struct.unpack_from(f"<{count}I", tree, 32))

    def picture(self, target: Path) -> int:
        """Save the screen as the PNG file `target`. Returns the number of colours: a blank screen has one."""
        width, height = SIZE
        body = struct.pack("<IhhHHI", self.root, 0, 0, width, height, 0xFFFFFFFF)
        self._socket.sendall(struct.pack("<BBH", _GET_IMAGE, _Z_PIXMAP, 1 + len(body) // 4) + body)
        pixels = self._reply()[32:]
        rgb = bytearray(width * height * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        _write_png(target, width, height, bytes(rgb))
        return len(set(struct.unpack(f"<{width * height}I", pixels[: width * height * 4])))

    def _is_seen(self, window: int) -> bool:
        try:
            shown = self._ask(_ATTRIBUTES, window)[26] == _VIEWABLE
            width, height = struct.unpack_from("<HH", self._ask(_GEOMETRY, window), 16)
        except Broken:
            return False  # it went meanwhile
        return bool(shown and width > _SMALL and height > _SMALL)

    def _ask(self, request: int, window: int) -> bytes:
        self._socket.sendall(struct.pack("<BxHI", request, 2, window))
        return self._reply()

    def _reply(self) -> bytes:
        head = self._receive(32)
        if head[0] != 1:
            raise Broken(f"the X server refused request {head[10]}")
        (more,) = struct.unpack_from("<I", head, 4)
        return head + self._receive(more * 4)

    def _receive(self, size: int) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            part = self._socket.recv(size - len(parts))
            if not part:
                raise Broken("the X server is gone")
            parts += part
        return bytes(parts)


def _write_png(target: Path, width: int, height: int, rgb: bytes) -> None:
    rows = b"".join(b"\0" + rgb[row * width * 3 : (row + 1) * width * 3] for row in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)
