"""The memory of decoded pictures, kept for the next one instead of given back to the system and asked for again.

Owns: the setting of the C library, or where it has none Pillow's, for that. Every fresh page costs a fault; with big
pictures those were a fifth of the whole time.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache

from PIL import Image

KEPT_BYTES = 1 << 28  # free memory at the end of the heap that glibc keeps
PILLOW_BLOCKS = 8  # of 16 MB: a picture of 12 megapixels takes three
_MMAP_THRESHOLDS = (1 << 30, 1 << 25)  # below these, memory comes from the heap; older glibc takes 32 MB at most
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h


@cache
def keep_freed() -> None:
    """Set this process up for pictures. Does nothing the second time."""
    mallopt = _mallopt()
    if mallopt is not None and any(mallopt(_M_MMAP_THRESHOLD, size) for size in _MMAP_THRESHOLDS):
        mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES)
    else:
        # Not beside the other: measured, it takes 15 MB more then and is no quicker.
        Image.core.set_blocks_max(PILLOW_BLOCKS)  # type: ignore[attr-defined] # its only name


def _mallopt() -> Callable[[int, int], int] | None:
    """glibc's, or None: musl, Windows and macOS have no such setting."""
    return getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
