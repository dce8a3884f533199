"""Transparency where a pixel is either there or not, as in a GIF.

Owns: which of the two a half transparent pixel becomes. Must not know: files, encoders.

From half of full opacity on, a pixel is there, laid over the background colour, so that soft edges stay soft on a page
of that colour; below, it is not. (An encoder left alone makes all of them opaque, or none.)
"""

from dataclasses import replace

from PIL import Image

from app.jobs.image.picture import Picture

_CLEAR, _HALF, _SOLID = 0, 128, 255  # opacities


def cut_out(picture: Picture, background: str) -> Picture:
    """`picture` (RGBA) with opacities of 0 and 255 alone, RGB where nothing is clear. Says so only where something was
    half transparent."""
    used = [_opacities(frame) for frame in picture.frames]
    if any(each - {_CLEAR, _SOLID} for each in used):
        text = f"A GIF has no half transparent pixels: they were filled with {background}, or left out where faint."
        picture = picture.each(lambda frame: _cut(frame, background)).noted("ALPHA_FLATTENED", text)
    if any(min(each) < _HALF for each in used):
        return picture
    return replace(picture, frames=tuple(frame.convert("RGB") for frame in picture.frames))


def _cut(frame: Image.Image, background: str) -> Image.Image:
    made = Image.alpha_composite(Image.new("RGBA", frame.size, background), frame)
    made.paste((0, 0, 0, _CLEAR), mask=frame.getchannel("A").point(lambda value: 0 if value >= _HALF else _SOLID))
    return made


def _opacities(frame: Image.Image) -> set[int]:
    return {value for value, count in enumerate(frame.getchannel("A").histogram()) if count}
