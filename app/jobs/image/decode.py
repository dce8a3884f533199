"""From an opened file to frames in one of five modes, 8 bits a colour, or deep grey where that is asked for.

Owns: which decoder does it, the warning of damage inside, the frames of animations and pages, and the one place where
palettes, bilevel, 16-bit and other modes are turned into L, LA, RGB, RGBA or CMYK. Must not know: outputs, metadata.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageCms

from app.core.failures import Warn
from app.jobs.image import depth
from app.jobs.image.depth import to_deep, to_grey
from app.jobs.image.extract import read
from app.jobs.image.fast import jpeg, png
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Box, Picture, Size, swapped
from app.jobs.image.probe import (
    DECODER_ERRORS,
    Opened,
    check_memory,
    check_unchanged,
    decoding,
    open_as,
    turn_of,
)
from app.jobs.image.reach import Need, Reach, reach
from app.jobs.image.resample import resize

MODES = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_DEEP = frozenset({"I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
DEFAULT_MS = 100  # what browsers take for a frame that gives no time
MAX_MS = 65_535  # the longest that every animated format can say


def load(
    opened: Opened, needs: Sequence[Need | None], speed: str, all_frames: bool, deep: bool = False
) -> tuple[Picture, Metadata]:
    """The decoded picture and all of its metadata. Raises JobError.

    `needs`: of each output; they let a picture be decoded at less than its full size. `deep`: 16-bit grey of a still
    stays so; else it is scaled to 8.
    """
    frames = opened.frames if all_frames else 1
    reached = reach(needs, opened.size, speed, opened.format.name == "jpeg") if frames == 1 else Reach()
    check_memory(opened, _part(opened.image.size, reached.scale), frames)
    with decoding(opened.file, opened.format, opened.name):
        done = _decoded(opened, reached)
        metadata = read(done.header, opened.file, loaded=True)
        turn = turn_of(done.header, metadata, opened.upright)
        picture = Picture(
            (done.image,), opened.size, turn, done.box,
            icc=_profile(done.header), total=opened.frames, animated=not opened.format.pages,
            notes=(*opened.notes, *done.notes),
        )  # fmt: skip
        if frames > 1:
            picture = _all_frames(opened, picture)
        else:
            picture = _plain(picture, opened.name, deep)
            # A PNG may say only behind its pixels how it is to be turned: then the sizes were thought out for another.
            if reached.shrink is not None and turn == opened.turn:
                picture = _shrunk(picture, swapped(reached.shrink, turn))
    check_unchanged(opened.source, opened.file)
    return picture, metadata


@dataclass(frozen=True, slots=True)
class _Decoded:
    """The first frame of a file. `header`: the image that knows the file's metadata. `box`: see `Picture`."""

    header: Image.Image
    image: Image.Image
    box: Box | None = None
    notes: tuple[Warn, ...] = ()


def _decoded(opened: Opened, reached: Reach) -> _Decoded:
    image = opened.image
    if opened.format.name == "jpeg":
        return _jpeg(opened, reached)
    if opened.frames > 1 and getattr(image, "default_image", False):
        image.seek(1)  # the first frame of an APNG may be a stand-in that is no part of the animation
    quick = False
    try:
        with png.quick(image) as quick:
            image.load()
    except DECODER_ERRORS:
        if not quick:
            raise
        opened.file.seek(0)
        image = open_as(opened.file, opened.format)  # what went wrong is Pillow's to judge, by itself
        image.load()
    return _Decoded(image, image)


def _jpeg(opened: Opened, reached: Reach) -> _Decoded:
    """By the strict decoder, or by Pillow where that cannot or will not. Damage that Pillow can live with is noted."""
    image, scale = opened.image, reached.scale
    width, height = image.size
    box = (0.0, 0.0, width / scale, height / scale)
    shrink = None if reached.shrink is None else swapped(reached.shrink, opened.turn)
    opened.file.seek(0)
    strict = jpeg.decode(opened.file.read(), image, scale, None if shrink is None else (shrink, box))
    if strict.image is not None:
        whole = _whole(strict.image.size) if shrink is not None else box if scale > 1 else None
        return _Decoded(image, strict.image, whole)
    drafted = image.draft(None, (max(1, width // scale), max(1, height // scale))) if scale > 1 else None
    image.load()
    notes = (Warn("DATA_DAMAGED", _damaged(opened.name, strict.damage)),) if strict.damage else ()
    return _Decoded(image, image, drafted[1] if drafted is not None and image.size != (width, height) else None, notes)


def _damaged(name: str, damage: str) -> str:
    return f"{name} is damaged inside ({damage}). It was read as far as possible; look at the output."


def _shrunk(picture: Picture, size: Size) -> Picture:
    """`picture` scaled to `size` (stored): from there on, that stands for all of it."""
    return replace(picture, frames=(resize(picture.first, size, picture.box),), box=_whole(size))


def _whole(size: Size) -> Box:
    return 0.0, 0.0, float(size[0]), float(size[1])


def _part(size: Size, scale: int) -> Size:
    return -(-size[0] // scale), -(-size[1] // scale)


def _all_frames(opened: Opened, picture: Picture) -> Picture:
    image = opened.image
    frames: list[Image.Image] = []
    durations: list[int] = []
    start = 1 if getattr(image, "default_image", False) else 0
    for index in range(start, opened.frames):
        image.seek(index)
        image.load()
        frame = _plain(replace(picture, frames=(image.copy(),), notes=()), opened.name)
        if not frames:
            picture = replace(picture, notes=(*picture.notes, *frame.notes), touched=frame.touched)
        frames.append(frame.first)
        time = float(image.info.get("duration") or DEFAULT_MS)
        durations.append(min(MAX_MS, round(time)))
    if opened.format.pages:
        return replace(picture, frames=_one_mode(frames))
    # A damaged animation can grow on its way; every encoder wants frames of one size.
    size = frames[0].size
    frames = [frame if frame.size == size else frame.crop((0, 0, *size)) for frame in frames]
    loop = image.info.get("loop", None if opened.format.name == "gif" else 0)
    return replace(picture, frames=_one_mode(frames), durations=tuple(durations), loop=loop)


def _one_mode(frames: list[Image.Image]) -> tuple[Image.Image, ...]:
    """Frames of different modes brought to the richest of them."""
    modes = {frame.mode for frame in frames}
    if len(modes) == 1:
        return tuple(frames)
    common = "RGBA" if modes & {"RGBA", "LA"} else "RGB"
    return tuple(frame if frame.mode == common else frame.convert(common) for frame in frames)


def _plain(picture: Picture, name: str, deep: bool = False) -> Picture:
    """The one frame of `picture` in one of MODES, its `info` empty so that nothing slips into an output unasked."""
    image = picture.first
    mode = image.mode
    sixteen = mode.startswith("I;16")
    if deep and sixteen:
        picture = replace(picture, frames=(to_deep(image),))
    elif mode in _DEEP:
        # A profile says what shades look like, not how many there are; of odd numbers it says nothing.
        icc = picture.icc if sixteen else None
        notes = (*picture.notes, depth.note(name, 16 if sixteen else 32))
        picture = replace(picture, frames=(to_grey(image),), icc=icc, touched=True, notes=notes)
    elif mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        rgb = ImageCms.profileToProfile(image, lab, ImageCms.createProfile("sRGB"), outputMode="RGB")
        picture = replace(picture, frames=(rgb or image.convert("RGB"),), icc=None, touched=True)
    else:
        plain = _plain_mode(image)
        picture = replace(picture, frames=(image if plain == mode else image.convert(plain),))
    frame = picture.first
    frame.info = {}
    return picture


def _plain_mode(image: Image.Image) -> str:
    transparent = image.has_transparency_data
    if image.mode in MODES and not (transparent and image.mode in ("L", "RGB")):
        return image.mode
    if image.mode in ("1", "L", "La"):
        return "LA" if transparent else "L"
    return "RGBA" if transparent else "RGB"


def _profile(image: Image.Image) -> bytes | None:
    icc = image.info.get("icc_profile")
    return icc if isinstance(icc, bytes) and icc else None
