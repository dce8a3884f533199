"""The progress board: one small slot a worker, in memory shared by a mapped file.

Progress is a sampled value: a worker overwrites its slot as often as it likes and the hub reads the board a few times a
second. No message is sent for it. A torn read shows one odd percentage for one frame, which is harmless.
"""

import mmap
import struct
from pathlib import Path

_SLOT = struct.Struct("<qdd24s")  # job id (0 = none), done, total, phase
SLOT_BYTES = 64


class Board:
    """`slots` slots in the file `path`, which is made anew (`create`) or opened."""

    def __init__(self, path: Path, slots: int, create: bool = False) -> None:
        if create:
            path.write_bytes(bytes(SLOT_BYTES * slots))
        self.path = path
        self.slots = slots
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), SLOT_BYTES * slots)

    def post(self, slot: int, job: int, done: float, total: float, phase: str) -> None:
        """Overwrite `slot`. `phase` is ASCII, cut to 24 bytes."""
        _SLOT.pack_into(self._memory, slot * SLOT_BYTES, job, done, total, phase.encode("ascii", "replace"))

    def read(self, slot: int) -> tuple[int, float, float, str]:
        """(job id or 0, done, total, phase) of `slot`."""
        job, done, total, phase = _SLOT.unpack_from(self._memory, slot * SLOT_BYTES)
        return job, done, total, phase.rstrip(b"\0").decode("ascii", "replace")

    def close(self) -> None:
        self._memory.close()
