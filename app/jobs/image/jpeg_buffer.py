"""Room for JPEGs that are larger than Pillow guesses.

Owns: the size of the buffer that a JPEG is encoded into. Must not know: what is encoded. With `optimize` or
`progressive` the library wants one buffer for the whole file; Pillow gives it a byte a pixel, two from quality 95, and
grain at full colour exceeds that ("broken data stream"). Memory that is not filled is never touched, so room is free.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile

_BYTES_A_PIXEL = 6  # noise at quality 100 without subsampling takes 4.3 in CMYK


@contextmanager
def room_for(image: Image.Image) -> Iterator[None]:
    """While the block runs, encoders have a buffer that holds `image` whatever it shows. (A switch of the process.)"""
    before = ImageFile.MAXBLOCK
    ImageFile.MAXBLOCK = max(before, _BYTES_A_PIXEL * image.width * image.height)
    try:
        yield
    finally:
        ImageFile.MAXBLOCK = before
