"""From an opened file to frames in one of five modes, 8 bits a colour, or deep grey where that is asked for.

Owns: reduced decoding of JPEG, the frames of animations and pages, and the one place where palettes, bilevel, 16-bit
and other modes are turned into L, LA, RGB, RGBA or CMYK. Must not know: outputs, metadata.
"""

from dataclasses import replace

from PIL import Image, ImageCms

from app.jobs.image import depth
from app.jobs.image.depth import to_deep, to_grey
from app.jobs.image.extract import read
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture, Size, swapped
from app.jobs.image.probe import Opened, check_memory, check_unchanged, decoding, turn_of

MODES = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_DEEP = frozenset({"I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
# How much larger than the target a reduced decode must be. Measured: below 1.8 fine text loses 2 dB; with 1.2 it does,
# for a third less time.
HEADROOM = {"best": 1.8, "fast": 1.2}
DEFAULT_MS = 100  # what browsers take for a frame that gives no time
MAX_MS = 65_535  # the longest that every animated format can say


def load(
    opened: Opened, target: Size | None, speed: str, all_frames: bool, deep: bool = False
) -> tuple[Picture, Metadata]:
    """The decoded picture and all of its metadata. Raises JobError.

    `target`: the largest size (upright) that any output scales to, None = the full size is needed; it lets a JPEG be
    decoded at a half, quarter or eighth. `deep`: 16-bit grey of a still stays so; else it is scaled to 8.
    """
    image = opened.image
    frames = opened.frames if all_frames else 1
    box = None
    with decoding(opened.file, opened.format, opened.name):
        if target is not None and opened.format.name == "jpeg":
            box = _reduce(image, swapped(target, opened.turn), HEADROOM[speed])
        check_memory(opened, image.size, frames)
        if opened.frames > 1 and getattr(image, "default_image", False):
            image.seek(1)  # the first frame of an APNG may be a stand-in that is no part of the animation
        image.load()
        metadata = read(image, opened.file, loaded=True)
        turn = turn_of(image, metadata, opened.upright)
        picture = Picture(
            (), opened.size, turn, box,
            icc=_profile(image), total=opened.frames, animated=not opened.format.pages, notes=opened.notes,
        )  # fmt: skip
        if frames == 1:
            picture = _plain(replace(picture, frames=(image,)), opened.name, deep)
        else:
            picture = _all_frames(opened, picture)
    check_unchanged(opened.source, opened.file)
    return picture, metadata


def _reduce(image: Image.Image, target: Size, headroom: float) -> tuple[float, float, float, float] | None:
    """Ask the JPEG decoder for a fraction of the size; the box is the part of it that is picture."""
    width, height = image.size
    for scale in (8, 4, 2):
        if min(width / scale / target[0], height / scale / target[1]) >= headroom:
            done = image.draft(None, (max(1, width // scale), max(1, height // scale)))
            return done[1] if done is not None and image.size != (width, height) else None
    return None


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
