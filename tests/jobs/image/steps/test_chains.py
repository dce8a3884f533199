"""Chains of steps, any on any picture: the foretold size comes out, in a mode that every format can be made from."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.jobs.image import steps
from app.jobs.image.encode import fit
from app.jobs.image.estimate import way
from app.jobs.image.formats import FORMATS
from app.jobs.image.geometry import after
from app.jobs.image.picture import SWAPS, TURNS, Picture
from app.jobs.image.recipe import Output
from tests.jobs.image.pictures import of, step
from tests.jobs.image.samples import photo

MODES = {"L", "LA", "RGB", "RGBA", "CMYK", "I;16"}
SIDES = st.integers(1, 90)
COLORS = st.sampled_from(["#ffffff", "#ff8000", "#00000000", "#80808080"])
GRAVITIES = st.sampled_from(["center", "north", "south-east", "west"])
RATIOS = st.sampled_from(["1:1", "3:2", "1:4", "16:9"])


def steps_of(do: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"do": st.just(do), **keys})


STEPS = st.one_of(
    steps_of("resize", mode=st.just("long-edge"), size=SIDES, enlarge=st.booleans()),
    steps_of("resize", mode=st.just("exact"), width=SIDES, height=SIDES, enlarge=st.booleans()),
    steps_of("resize", mode=st.just("fill"), width=SIDES, height=SIDES, gravity=GRAVITIES, enlarge=st.booleans()),
    steps_of("resize", mode=st.just("percent"), size=st.floats(1, 150)),
    steps_of("crop", ratio=RATIOS, gravity=GRAVITIES),
    steps_of("crop", width=SIDES, height=SIDES, gravity=GRAVITIES),
    steps_of("rotate", degrees=st.sampled_from([0, 90, 180, -90, 270, 3.5, 45, -120]), fill=COLORS),
    steps_of("flip", axis=st.sampled_from(["horizontal", "vertical"])),
    steps_of("adjust", gamma=st.floats(0.5, 2), saturation=st.floats(0, 2), sharpen=st.floats(0, 1)),
    steps_of("adjust", contrast=st.floats(0, 3), autocontrast=st.booleans(), grayscale=st.booleans()),
    steps_of("pad", ratio=RATIOS, color=COLORS),
    steps_of("pad", width=SIDES, color=COLORS, gravity=GRAVITIES),
    steps_of("border", size=st.sampled_from([1, 4, "3%", "50%"]), color=COLORS),
    steps_of("watermark", text=st.just("© {name}"), anchor=GRAVITIES, tile=st.booleans(), opacity=st.floats(0, 1)),
)  # fmt: skip


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """A small picture of any mode, still or of several frames, as decoding hands it over: perhaps not turned yet."""
    size, mode = (draw(SIDES), draw(SIDES)), draw(st.sampled_from(sorted(MODES)))
    image = Image.new(mode, size, 30_000) if mode == "I;16" else photo(*size).convert(mode)
    count = draw(st.integers(1, 3)) if mode != "I;16" else 1
    turn = draw(st.sampled_from([None, *TURNS.values()]))
    full = (size[1], size[0]) if turn in SWAPS else size
    made = of(*([image] * count), turn=turn, animated=count > 1, durations=(50,) * count if count > 1 else ())
    return Picture(**{**{name: getattr(made, name) for name in Picture.__slots__}, "full": full})


@settings(max_examples=200)
@given(pictures(), st.lists(STEPS, max_size=5), st.sampled_from(["srgb", "keep"]), st.sampled_from(sorted(FORMATS)))
def test_any_chain_on_any_picture(picture: Picture, chain: list[dict[str, Any]], color: Any, form: str) -> None:
    todo = [step(**each) for each in chain]
    before = [frame.tobytes() for frame in picture.frames]
    result = steps.apply(picture, todo, color).upright()
    assert [frame.tobytes() for frame in picture.frames] == before
    expected = after(todo, picture.size)
    assert {frame.size for frame in result.frames} == {expected}
    assert len(result.frames) == len(picture.frames)
    assert result.durations == picture.durations
    assert {frame.mode for frame in result.frames} <= MODES
    fitted = fit(result, Output(color=color), FORMATS[form], "a.png")
    assert {frame.mode for frame in fitted.frames} <= FORMATS[form].modes
    assert {frame.size for frame in fitted.frames} == {expected}


@given(st.lists(STEPS, max_size=5), SIDES, SIDES)
def test_an_estimate_is_of_the_right_size(chain: list[dict[str, Any]], width: int, height: int) -> None:
    todo = [step(**each) for each in chain]
    led = way(todo, (width, height))
    assert led.size == after(todo, (width, height))
    assert led.pixels > 0
    assert led.scale > 0
