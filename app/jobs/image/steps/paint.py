"""A canvas of one colour with a picture on it: what pad and border share.

Owns: the mode that holds both the picture and the colour. Must not know: recipes' steps.
"""

from PIL import Image

from app.jobs.image.steps.base import Size, rgba


def canvas_mode(mode: str, color: str) -> str:
    """The plainest mode that holds a picture of `mode` (L LA RGB RGBA) and `color`."""
    red, green, blue, alpha = rgba(color)
    grey = mode in ("L", "LA") and red == green == blue
    transparent = mode in ("LA", "RGBA") or alpha < 255
    if grey:
        return "LA" if transparent else "L"
    return "RGBA" if transparent else "RGB"


def on_canvas(frame: Image.Image, size: Size, at: tuple[int, int], color: str) -> Image.Image:
    """`frame` with its top left corner at `at` of a canvas of `size` in `color`. What is transparent in it stays so."""
    red, green, blue, alpha = rgba(color)
    mode = canvas_mode(frame.mode, color)
    value: dict[str, int | tuple[int, ...]] = {
        "L": red, "LA": (red, alpha), "RGB": (red, green, blue), "RGBA": (red, green, blue, alpha)
    }  # fmt: skip
    canvas = Image.new(mode, size, value[mode])
    canvas.paste(frame if frame.mode == mode else frame.convert(mode), at)
    return canvas
