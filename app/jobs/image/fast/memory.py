"""The memory of decoded pictures, kept for the next one instead of given back to the system and asked for again.

Owns: the settings of Pillow and of the C library for that. Every fresh page costs a fault; with big pictures that was a
fifth of the whole time. What is kept is at most KEPT_BYTES beyond the largest picture.
"""

import ctypes
import sys
from functools import cache

from PIL import Image

PILLOW_BLOCKS = 8  # of 16 MB: a picture of 12 megapixels takes three
KEPT_BYTES = 1 << 28  # free memory at the end of the heap that glibc keeps
_MMAP_THRESHOLDS = (1 << 30, 1 << 25)  # below these, memory comes from the heap; older glibc takes 32 MB at most
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h


@cache
def keep_freed() -> None:
    """Set this process up for pictures. Does nothing the second time. Other C libraries keep memory by themselves, or
    have no such setting."""
    Image.core.set_blocks_max(PILLOW_BLOCKS)  # type: ignore[attr-defined] # its only name
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        any(mallopt(_M_MMAP_THRESHOLD, size) for size in _MMAP_THRESHOLDS)
        mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES)
