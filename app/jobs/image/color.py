"""Colour: from a picture's own profile to sRGB.

Owns: profiles and transforms (Little CMS through Pillow). Must not know: files, formats other than "can hold CMYK".
Done after the shrink, where it costs a fifth. A profile that cannot be used never stops a job.
"""

import io
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from PIL import Image, ImageCms

from app.jobs.image.depth import DEEP
from app.jobs.image.picture import Picture

# Profiles that *are* sRGB: converting would cost the largest step left and change nothing but rounding.
_SRGB_NAMES = frozenset({"sRGB IEC61966-2.1", "sRGB IEC61966-2-1", "sRGB built-in", "sRGB"})
_SPACES = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK"}
_MADE = slice(24, 36)  # of an ICC header: the date it was made; ours is fixed, because equal input gives equal bytes
_FIXED_DATE = bytes.fromhex("07d000010001000000000000")  # 2000-01-01
_PROBLEMS = (ImageCms.PyCMSError, ValueError, TypeError, OSError)


@cache
def srgb() -> bytes:
    """The sRGB profile that outputs are tagged with (588 bytes, always the same)."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_MADE] = _FIXED_DATE
    return bytes(made)


def manage(picture: Picture, wish: Literal["srgb", "keep"], keeps_cmyk: bool) -> Picture:
    """`picture` in the colours that an output asks for, `icc` being what it is to be tagged with.

    "keep" leaves numbers and profile alone, except CMYK in a format that has none of it. Grey stays grey, untagged;
    deep grey keeps its own profile, because Little CMS here knows no deep colours to convert it to.
    """
    if picture.mode == DEEP:
        return picture
    if wish == "keep" and (picture.mode != "CMYK" or keeps_cmyk):
        return picture
    base = {"LA": "L", "RGBA": "RGB"}.get(picture.mode, picture.mode)
    if picture.icc is not None and not (base == "RGB" and is_srgb(picture.icc)):
        try:
            converted = _convert(picture, base, picture.icc)
        except _PROBLEMS as problem:
            picture = picture.noted("ICC_INVALID", f"The colour profile cannot be used ({problem}) and was left out.")
        else:
            return converted
    if base == "CMYK":
        if picture.icc is None:
            text = "The picture is CMYK without a profile: its colours were converted by rule of thumb."
            picture = picture.noted("CMYK_WITHOUT_PROFILE", text)
        picture = picture.each(lambda frame: frame.convert("RGB"))
        base = "RGB"
    return replace(picture, icc=srgb() if base == "RGB" else None)


@lru_cache(maxsize=64)
def is_srgb(icc: bytes) -> bool:
    """Whether the profile says that it is sRGB."""
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(icc))).strip() in _SRGB_NAMES
    except _PROBLEMS:
        return False


def _convert(picture: Picture, base: str, icc: bytes) -> Picture:
    """Through the profile. Raises one of _PROBLEMS when it cannot be used for these pixels."""
    space = _space(icc)
    if base == "L" and space == "RGB ":  # usual in grey JPEGs: the numbers are equal red, green and blue
        if is_srgb(icc):
            return replace(picture, icc=None)
        transform = _transform(icc, "RGB")
        picture = picture.each(lambda frame: _apply(frame, transform, "RGB"))
    elif space == _SPACES[base]:
        transform = _transform(icc, base)
        picture = picture.each(lambda frame: _apply(frame, transform, base))
    else:
        raise ValueError(f"it is for {space.strip() or 'other'} pictures")
    return replace(picture, icc=None if base == "L" else srgb())


def _apply(frame: Image.Image, transform: ImageCms.ImageCmsTransform, mode: str) -> Image.Image:
    """Colours through `transform`, transparency untouched, grey as grey again."""
    alpha = frame.getchannel("A") if frame.mode in ("LA", "RGBA") else None
    grey = frame.mode in ("L", "LA")
    result = ImageCms.applyTransform(frame if frame.mode == mode else frame.convert(mode), transform)
    if result is None:
        raise ValueError("no result")
    if grey:
        result = result.convert("L")
    if alpha is not None:
        result.putalpha(alpha)
    result.info = {}
    return result


@lru_cache(maxsize=32)
def _transform(icc: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    target = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    return ImageCms.buildTransform(source, target, mode, "RGB")


@lru_cache(maxsize=64)
def _space(icc: bytes) -> str:
    return str(ImageCms.ImageCmsProfile(io.BytesIO(icc)).profile.xcolor_space)
