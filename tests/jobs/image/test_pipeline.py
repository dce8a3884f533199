"""Steps inside whole jobs: their order, colours before paint, reduced decoding, several outputs, metadata only."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from app.jobs.base import JobError
from app.jobs.image import exif
from app.jobs.image.color import srgb
from app.jobs.image.geometry import needed
from app.jobs.image.picture import TURNS
from tests.jobs.context import plan_one, run_one
from tests.jobs.image.pictures import step
from tests.jobs.image.samples import difference, exif_block, photo, recipe, saved
from tests.jobs.image.test_run import KIND, swapped_profile, work
from tests.jobs.image.test_upright import UNDO

SMALLER = {"do": "resize", "mode": "percent"}
PNG = [{"format": "png"}]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    "steps",
    [
        [{"do": "crop", "ratio": "1:1", "gravity": "west"}, {"do": "resize", "mode": "long-edge", "size": 60}],
        [{"do": "rotate", "degrees": 90}, {"do": "resize", "mode": "fit", "width": 80, "height": 80}],
        [{"do": "flip", "axis": "horizontal"}, {"do": "crop", "width": 900}, {**SMALLER, "size": 5}],
    ],
)  # fmt: skip
def test_a_fraction_is_decoded_and_nobody_can_tell(
    tmp_path: Path, orientation: int, steps: list[dict[str, Any]]
) -> None:
    upright = photo(1201, 803)
    stored = upright.transpose(TURNS[UNDO[orientation]]) if orientation > 1 else upright
    path = saved(tmp_path / "a.jpg", stored, quality=95, exif=exif_block(orientation))
    plain = saved(tmp_path / "b.png", upright)  # a PNG is decoded whole
    small, _ = work(path, tmp_path / "1", steps=steps, outputs=PNG)
    expected, _ = work(plain, tmp_path / "2", steps=steps, outputs=PNG)
    assert difference(small, expected) < 1.5


def test_steps_are_done_in_the_order_written(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo(60, 40))
    border, half = {"do": "border", "size": 10, "color": "#00ff00"}, {"do": "resize", "mode": "percent", "size": 50}
    first, _ = work(path, tmp_path / "1", steps=[border, half])
    second, _ = work(path, tmp_path / "2", steps=[half, border])
    assert (first.size, second.size) == ((40, 30), (50, 40))
    assert second.getpixel((9, 20)) == (0, 255, 0)
    assert first.getpixel((9, 20)) != (0, 255, 0)


def test_what_is_decoded_counts_what_was_cropped() -> None:
    half, crop = step("resize", mode="long-edge", size=100), step("crop", width=200, height=200)
    assert needed((crop, half), (4000, 3000)) == (2000, 1500)
    assert needed((step("rotate", degrees=90), step("resize", mode="exact", width=30, height=80)), (4000, 3000)) == (
        80,
        30,
    )
    assert needed((step("border", size=5), half), (4000, 3000)) is None
    assert needed((step("rotate", degrees=5), half), (4000, 3000)) is None


@pytest.mark.parametrize("keys", [{}, {"color": "keep"}])
def test_paint_is_mixed_in_the_colours_of_the_output(tmp_path: Path, keys: dict[str, Any]) -> None:
    path = saved(tmp_path / "a.png", Image.new("RGB", (40, 40), (255, 0, 0)), icc_profile=swapped_profile())
    made, codes = work(
        path, tmp_path / "out", steps=[{"do": "border", "size": 5, "color": "#ff0000"}], outputs=[{**keys}]
    )
    inside, border = made.getpixel((20, 20)), made.getpixel((1, 1))
    assert border == (255, 0, 0)
    assert codes == []
    if keys:  # numbers and profile stay
        assert (inside, made.info["icc_profile"]) == ((255, 0, 0), swapped_profile())
    else:
        assert inside[1] > 195  # type: ignore[index]
        assert made.info["icc_profile"] == srgb()


def test_paint_on_cmyk_is_paint_on_rgb(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.tif", photo(60, 40).convert("CMYK"))
    made, codes = work(path, tmp_path / "out", steps=[{"do": "pad", "ratio": "1:1"}], outputs=[{"color": "keep"}])
    assert (made.mode, made.size, codes) == ("RGB", (60, 60), ["CMYK_WITHOUT_PROFILE"])
    turned, codes = work(path, tmp_path / "2", steps=[{"do": "rotate", "degrees": 90}], outputs=[{"color": "keep"}])
    assert (turned.mode, turned.size, codes) == ("CMYK", (40, 60), [])


def test_outputs_start_from_the_same_picture(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo(60, 40))
    outputs = [
        {"name": "a", "steps": [{"do": "adjust", "grayscale": True}, {"do": "border", "size": 3, "color": "#000000"}]},
        {"name": "b", "steps": [{"do": "flip", "axis": "vertical"}]},
        {"name": "c"},
    ]
    result, _ = run_one(KIND, path, recipe(outputs=outputs), tmp_path / "out")
    images = []
    for written in result.outputs:
        with Image.open(written) as image:
            image.load()
            images.append(image)
    assert [image.size for image in images] == [(66, 46), (60, 40), (60, 40)]
    assert images[0].mode == "L"
    assert difference(images[1].transpose(Image.Transpose.FLIP_TOP_BOTTOM), images[2]) == 0
    assert difference(images[2], photo(60, 40)) == 0


def test_a_watermark_tells_the_date_and_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.jobs.image import lettering

    said: list[str] = []
    real = lettering.drawn
    monkeypatch.setattr(lettering, "drawn", lambda text, *rest: said.append(text) or real(text, *rest))  # type: ignore[func-returns-value]
    path = saved(tmp_path / "a.jpg", exif=exif_block(1))
    work(path, tmp_path / "out", name="Mine", steps=[{"do": "watermark", "text": "{parent} {date:%Y} {recipe} {name}"}])
    assert said == [f"{tmp_path.name} 2025 Mine a"]


def test_a_watermark_that_is_not_there_stops_the_batch_before_it_starts(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    made = recipe(outputs=[{"steps": [{"do": "watermark", "image": str(tmp_path / "logo.png")}]}])
    with pytest.raises(JobError, match=r"The watermark cannot be used: logo\.png") as caught:
        plan_one(KIND, path, made, tmp_path / "out")
    assert caught.value.failure.code == "SOURCE_GONE"


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "gif", "bmp"])
def test_metadata_only_keeps_every_pixel_and_the_orientation(tmp_path: Path, suffix: str) -> None:
    options = {} if suffix in ("gif", "bmp") else {"exif": exif_block(6)}
    path = saved(tmp_path / f"a.{suffix}", **options)
    result, context = run_one(KIND, path, recipe(steps=[{"do": "metadata-only"}]), tmp_path / "out")
    written = Path(result.outputs[0])
    assert (written.name, context.codes) == (path.name, [])
    assert b"GPS" not in written.read_bytes()
    with Image.open(path) as old, Image.open(written) as new:
        if suffix not in ("gif", "bmp"):
            assert new.getexif()[exif.ORIENTATION] == 6
            assert new.getexif()[0x8298] == "(c) Someone"
        assert new.size == old.size
        # Pillow turns a TIFF by its tag while it reads it: both, or there is a difference.
        assert new.convert("RGB").tobytes() == old.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["none", "copyright"])
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_pixels_that_are_not_turned_keep_saying_how(tmp_path: Path, mode: str, suffix: str) -> None:
    path = saved(tmp_path / f"a.{suffix}", exif=exif_block(6))
    for name, steps in (("1", [{"do": "metadata-only"}]), ("2", [{"do": "orient", "auto": False}])):
        made, _ = work(path, tmp_path / name, steps=steps, outputs=[{"metadata": mode}])
        assert ImageOps.exif_transpose(made).size == (240, 320)
        assert made.info.get("exif", b"").count(b"Camera") == 0


def test_animations_keep_their_times_through_all_steps(tmp_path: Path) -> None:
    frames = [Image.new("RGBA", (60, 40), (50 * index, 0, 90, 255)) for index in range(4)]
    for frame in frames:
        frame.paste((0, 0, 0, 0), (0, 0, 20, 20))
    path = tmp_path / "a.png"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=[100, 200, 300, 400], loop=3)
    steps = [
        {"do": "crop", "ratio": "1:1"}, {"do": "resize", "mode": "long-edge", "size": 20},
        {"do": "rotate", "degrees": 90}, {"do": "adjust", "gamma": 1.1},
        {"do": "border", "size": 2, "color": "#00ff00"}, {"do": "watermark", "text": "x"},
    ]  # fmt: skip
    for target in ("webp", "png", "gif"):
        made, codes = work(
            path, tmp_path / target, steps=steps, outputs=[{"format": target, "lossless": target == "webp"}]
        )
        soft = ["ALPHA_FLATTENED"] * (target == "gif")  # the edges of the hole, made smaller
        assert (made.n_frames, made.size, made.info["loop"], codes) == (4, (24, 24), 3, soft)
        times = []
        for index in range(4):
            made.seek(index)
            made.load()
            times.append(round(made.info["duration"]))
            picture = made.convert("RGBA")
            assert picture.getpixel((21, 2))[3] == 0  # type: ignore[index] # the hole, turned to the top right
            assert picture.getpixel((0, 12))[:3] == (0, 255, 0)  # type: ignore[index]
        assert times == [100, 200, 300, 400]
