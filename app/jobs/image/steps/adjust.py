"""Adjust: light, contrast, colour and a little sharpness.

Everything that maps one value to another (stretch, brightness, contrast, gamma) is one table of 256 entries, so that it
is rounded once and costs one pass.
"""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from app.jobs.image.steps.base import StepModel

if TYPE_CHECKING:
    from PIL import Image

    from app.jobs.image.picture import Picture

Factor = Annotated[float, Field(ge=0, le=10)]
TOP = 255
_MIDDLE = TOP / 2  # what contrast turns about: fixed, so that the frames of an animation do not flicker
_CUT = 0.005  # the share of darkest and of brightest pixels that a stretch ignores: stray ones of a sensor
_RADIUS, _PERCENT, _THRESHOLD = 0.8, 150, 2  # of an unsharp mask at 1.0: what a picture lost in being made smaller


class Adjust(StepModel):
    """Factors of 1.0 change nothing. Order: `autocontrast`, `brightness`, `contrast`, `gamma`, `saturation`,
    `grayscale`, `sharpen`."""

    do: Literal["adjust"]
    brightness: Factor = Field(default=1.0, description="1 = as it is, 0 = black")
    contrast: Factor = Field(default=1.0, description="1 = as it is, 0 = grey")
    saturation: Factor = Field(default=1.0, description="1 = as it is, 0 = no colour")
    gamma: float = Field(default=1.0, ge=0.1, le=10, description="1 = as it is, more = brighter shadows")
    autocontrast: bool = Field(default=False, description="Stretch from darkest to brightest")
    grayscale: bool = Field(default=False, description="Grey instead of colour")
    sharpen: float = Field(default=0.0, ge=0, le=1, description="0 = not, 1 = clearly")

    def apply(self, picture: "Picture") -> "Picture":
        picture = picture.upright()
        table = self.table(_range(picture.frames) if self.autocontrast else (0, TOP))
        if table != list(range(TOP + 1)):
            picture = picture.each(lambda frame: _mapped(frame, table))
        if self.saturation != 1.0:
            picture = picture.each(self._saturated)
        if self.grayscale and picture.mode in ("RGB", "RGBA"):
            picture = picture.each(lambda frame: frame.convert("LA" if frame.mode == "RGBA" else "L"))
        if self.sharpen:
            picture = picture.each(self._sharper)
        return picture

    def table(self, found: tuple[int, int]) -> list[int]:
        """What each of the 256 values becomes. `found`: the darkest and brightest value, which become 0 and 255."""
        low, high = found
        stretch = TOP / (high - low) if high > low else 1.0
        low = low if high > low else 0
        made = []
        for value in range(TOP + 1):
            light = _limited((value - low) * stretch) * self.brightness
            light = _limited((light - _MIDDLE) * self.contrast + _MIDDLE)
            made.append(int(TOP * (light / TOP) ** (1 / self.gamma) + 0.5))
        return made

    def _saturated(self, frame: "Image.Image") -> "Image.Image":
        from PIL import Image

        if frame.mode in ("L", "LA"):
            return frame
        colors = frame.convert("RGB")
        result = Image.blend(colors.convert("L").convert("RGB"), colors, self.saturation)
        return _with_alpha_of(frame, result)

    def _sharper(self, frame: "Image.Image") -> "Image.Image":
        from PIL import ImageFilter

        colors = frame.convert("L" if frame.mode in ("L", "LA") else "RGB")
        mask = ImageFilter.UnsharpMask(_RADIUS, round(_PERCENT * self.sharpen), _THRESHOLD)
        return _with_alpha_of(frame, colors.filter(mask))


def _limited(value: float) -> float:
    return min(max(value, 0.0), float(TOP))


def _mapped(frame: "Image.Image", table: list[int]) -> "Image.Image":
    """Colours through `table`, opacity as it is."""
    bands = len(frame.getbands())
    alpha = frame.mode in ("LA", "RGBA")
    same = list(range(TOP + 1))
    return frame.point(table * (bands - alpha) + same * alpha)


def _with_alpha_of(frame: "Image.Image", result: "Image.Image") -> "Image.Image":
    """`result` with the opacity of `frame`, where it has one."""
    if frame.mode in ("LA", "RGBA"):
        result.putalpha(frame.getchannel("A"))
    return result


def _range(frames: "tuple[Image.Image, ...]") -> tuple[int, int]:
    """The darkest and brightest shade of all frames but for `_CUT` at each end. What cannot be seen does not count."""
    counts = [0] * (TOP + 1)
    for frame in frames:
        mask = frame.getchannel("A").point(lambda value: TOP if value else 0) if frame.mode in ("LA", "RGBA") else None
        for value, count in enumerate(frame.convert("L").histogram(mask)):
            counts[value] += count
    ignored = sum(counts) * _CUT
    return _edge(counts, ignored), TOP - _edge(counts[::-1], ignored)


def _edge(counts: list[int], ignored: float) -> int:
    """The first value that lies behind `ignored` pixels."""
    seen = 0
    for value, count in enumerate(counts):
        seen += count
        if seen > ignored:
            return value
    return 0
