"""The picture that a watermark is made of: read once, right in colour and upright, scaled when asked for.

Owns: its cache and the words for one that cannot be used. Must not know: where it is put.
"""

import os
from functools import lru_cache

from PIL import Image

from app.jobs.base import JobError, Source
from app.jobs.image.color import manage
from app.jobs.image.decode import load
from app.jobs.image.geometry import side
from app.jobs.image.probe import opened
from app.jobs.image.resample import resize
from app.jobs.output import error_for


def scaled(path: str, length: int) -> Image.Image:
    """The picture at `path` in RGBA, its long side `length` pixels. Raises JobError."""
    try:
        stat = os.stat(path)
        mark = _read(path, stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        raise _unusable(error_for(error, path, writing=False)) from error
    except JobError as error:
        raise _unusable(error) from error
    factor = length / max(mark.size)
    return resize(mark, (side(mark.width * factor), side(mark.height * factor)))


def check(path: str) -> None:
    """Raise JobError when nothing can be read at `path`."""
    try:
        with open(path, "rb"):
            return
    except OSError as error:
        raise _unusable(error_for(error, path, writing=False)) from error


@lru_cache(maxsize=4)
def _read(path: str, size: int, mtime_ns: int) -> Image.Image:
    source = Source(path, os.path.dirname(path), size, mtime_ns, 1)
    with opened(source, {}) as file:
        picture, _ = load(file, [None], "best", all_frames=False)
    return manage(picture.upright(), "srgb", keeps_cmyk=False).first.convert("RGBA")


def _unusable(error: JobError) -> JobError:
    failure = error.failure
    return JobError(failure.code, f"The watermark cannot be used: {failure.message}", failure.detail)
