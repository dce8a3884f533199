"""Whole jobs: orientation, colour, transparency, frames, metadata, the original kept."""

import hashlib
import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from app.jobs.base import JobError
from app.jobs.image import exif
from app.jobs.image.color import srgb
from app.jobs.image.picture import TURNS
from app.jobs.registry import kind
from tests.jobs.context import Context, plan_one, run_one
from tests.jobs.image.samples import XMP, difference, exif_block, iptc, noisy, photo, recipe, saved

KIND = kind("image")
SMALL = {"do": "resize", "mode": "long-edge", "size": 80}
FORMATS = ["jpeg", "png", "webp", "tiff", "gif", "avif", "bmp"]


def work(path: Path, out: Path, **keys: Any) -> tuple[Image.Image, list[str]]:
    """The first output, loaded, and the codes of the warnings."""
    result, context = run_one(KIND, path, recipe(**keys), out)
    image = Image.open(io.BytesIO(Path(result.outputs[0]).read_bytes()))
    image.load()
    return image, context.codes


def test_orientation_left_alone_keeps_its_tag(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif_block(6))
    same, _ = work(path, tmp_path / "out", steps=[{"do": "orient", "auto": False}, SMALL])
    assert same.size == (80, 60)
    assert exif.orientation(same.info["exif"]) == 6
    said = same.getexif().get_ifd(exif.EXIF_IFD)
    assert (said[0xA002], said[0xA003]) == (80, 60)


def test_a_tiff_is_turned_once(tmp_path: Path) -> None:
    info = Image.Exif()
    info[exif.ORIENTATION] = 6
    path = saved(tmp_path / "a.tif", exif=info)
    turned, _ = work(path, tmp_path / "out", outputs=[{"format": "png"}])
    assert turned.size == (240, 320)
    assert difference(turned, photo().transpose(TURNS[6])) == 0


@pytest.mark.parametrize("speed", ["best", "fast"])
@pytest.mark.parametrize("size", [(1601, 1203), (1607, 1199)])
def test_a_reduced_decode_looks_like_a_full_one(tmp_path: Path, speed: str, size: tuple[int, int]) -> None:
    path = saved(tmp_path / "a.jpg", photo(*size), quality=95)
    small, _ = work(path, tmp_path / "out", steps=[SMALL], outputs=[{"format": "png"}], speed=speed)
    with Image.open(path) as full:
        expected = full.resize(small.size, Image.Resampling.LANCZOS)
    assert max(small.size) == 80
    assert difference(small, expected) < 2.0


@pytest.mark.parametrize("target", FORMATS)
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_mode_into_every_format(tmp_path: Path, mode: str, target: str) -> None:
    if mode == "I;16":
        image = photo().convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = photo().convert(mode)
    path = saved(tmp_path / ("a.tif" if mode == "CMYK" else "a.png"), image)
    before = path.read_bytes()
    made, codes = work(path, tmp_path / "out", steps=[SMALL], outputs=[{"format": target, "quality": 90}])
    assert made.size == (80, 60)
    assert made.format == target.upper()
    grey = mode in ("1", "L", "LA", "I;16")
    expected = image.convert("L" if grey else "RGB") if mode != "I;16" else photo().convert("L")
    expected = expected.resize((80, 60), Image.Resampling.LANCZOS)
    deep = mode == "I;16" and target in ("png", "tiff")
    assert (made.mode == "I;16") == deep
    assert difference(made.point(lambda value: value / 257).convert("L") if deep else made, expected) < 12.0
    assert ("DEPTH_REDUCED" in codes) == (mode == "I;16" and not deep)
    assert ("CMYK_WITHOUT_PROFILE" in codes) == (mode == "CMYK")
    assert path.read_bytes() == before


def test_transparency_is_filled_with_the_background(tmp_path: Path) -> None:
    image = photo().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 160, 240))
    path = saved(tmp_path / "a.png", image)
    made, codes = work(path, tmp_path / "out", outputs=[{"format": "jpeg", "background": "#00ff00", "quality": 95}])
    red, green, blue = made.getpixel((40, 120))  # type: ignore[misc]
    assert (red < 8, green > 247, blue < 8) == (True, True, True)
    assert codes == ["ALPHA_FLATTENED"]


def test_opaque_alpha_is_no_warning_and_grey_stays_grey(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo().convert("LA"))
    made, codes = work(path, tmp_path / "out", outputs=[{"format": "jpeg"}])
    assert (made.mode, codes) == ("L", [])


def test_a_transparent_palette_survives_shrinking(tmp_path: Path) -> None:
    image = Image.new("P", (100, 100), 1)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(0, (0, 0, 50, 100))
    path = tmp_path / "a.png"
    image.save(path, transparency=0)
    made, _ = work(path, tmp_path / "out", steps=[SMALL])
    assert made.mode == "RGBA"
    assert made.getpixel((10, 40))[3] == 0  # type: ignore[index]
    assert made.getpixel((70, 40)) == (0, 255, 0, 255)


@pytest.mark.parametrize("order", ["I;16", "I;16B"])
def test_deep_grey_is_kept_or_scaled_but_not_clipped(tmp_path: Path, order: str) -> None:
    image = Image.new("I", (256, 4))
    for x in range(256):
        for y in range(4):
            image.putpixel((x, y), x * 257)
    path = saved(tmp_path / "a.tif", image.convert("I;16").convert("I").convert(order))
    kept, codes = work(path, tmp_path / "1", outputs=[{"format": "png"}])
    assert ([kept.getpixel((x, 0)) for x in range(256)], codes) == ([x * 257 for x in range(256)], [])
    # A format that has 8 bits, and a step that works with 8.
    for keys in ({"outputs": [{"format": "webp", "lossless": True}]}, {"steps": [{"do": "adjust", "gamma": 1}]}):
        made, codes = work(path, tmp_path / "2", **{"outputs": [{"format": "png"}], **keys})
        assert [made.convert("L").getpixel((x, 0)) for x in range(256)] == list(range(256))
        assert codes == ["DEPTH_REDUCED"]


# Colour.


def swapped_profile() -> bytes:
    """An sRGB profile whose red and green primaries are exchanged: whoever ignores it is seen to."""
    made = bytearray(srgb())
    count = int.from_bytes(made[128:132])
    entries = {bytes(made[132 + 12 * i : 136 + 12 * i]): 136 + 12 * i for i in range(count)}
    red, green = entries[b"rXYZ"], entries[b"gXYZ"]
    made[red : red + 8], made[green : green + 8] = made[green : green + 8], made[red : red + 8]
    text = bytes("sRGB built-in", "utf-16-be")
    at = made.index(text)
    made[at : at + len(text)] = bytes("swap built-in", "utf-16-be")
    return bytes(made)


@pytest.mark.parametrize("target", ["jpeg", "png", "webp", "tiff", "avif"])
def test_another_profile_is_converted_and_the_output_tagged(tmp_path: Path, target: str) -> None:
    path = saved(tmp_path / "a.png", Image.new("RGB", (64, 64), (255, 0, 0)), icc_profile=swapped_profile())
    made, codes = work(path, tmp_path / "1", outputs=[{"format": target, "quality": 95}])
    red, green, _ = made.convert("RGB").getpixel((32, 32))  # type: ignore[misc]
    assert (red < 60, green > 195) == (True, True)
    assert made.info["icc_profile"] == srgb()
    assert codes == []
    kept, _ = work(path, tmp_path / "2", outputs=[{"format": target, "color": "keep", "quality": 95}])
    assert kept.convert("RGB").getpixel((32, 32))[0] > 195  # type: ignore[index]
    assert kept.info["icc_profile"] == swapped_profile()


def test_a_profile_that_is_noise_is_left_out_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", icc_profile=b"noise" * 99)
    made, codes = work(path, tmp_path / "out", steps=[SMALL])
    assert codes == ["ICC_INVALID"]
    assert made.info["icc_profile"] == srgb()


def test_grey_with_a_colour_profile(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo().convert("L"), icc_profile=srgb())
    made, codes = work(path, tmp_path / "out", steps=[SMALL])
    assert (made.mode, codes, made.info.get("icc_profile")) == ("L", [], None)


def test_cmyk_stays_where_colours_are_kept_and_the_format_can(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo().convert("CMYK"))
    made, codes = work(path, tmp_path / "1", outputs=[{"color": "keep"}])
    assert (made.mode, codes) == ("CMYK", [])
    made, codes = work(path, tmp_path / "2", outputs=[{"color": "keep", "format": "png"}])
    assert (made.mode, codes) == ("RGB", ["CMYK_WITHOUT_PROFILE"])


def test_our_profile_is_the_same_bytes_every_time() -> None:
    assert hashlib.sha256(srgb()).digest() == hashlib.sha256(bytes(srgb())).digest()
    assert srgb()[24:36] == bytes.fromhex("07d000010001000000000000")
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(srgb()))).strip() == "sRGB built-in"


# Frames.


def animation(path: Path, count: int = 4, **options: Any) -> Path:
    frames = [Image.new("RGB", (60, 40), (50 * index, 200 - 40 * index, 30)) for index in range(count)]
    frames[0].save(path, save_all=True, append_images=frames[1:], **options)
    return path


@pytest.mark.parametrize("source", ["a.gif", "a.webp", "a.png", "a.avif"])
@pytest.mark.parametrize("target", ["gif", "webp", "png", "avif"])
def test_animations_are_kept(tmp_path: Path, source: str, target: str) -> None:
    path = animation(tmp_path / source, duration=[100, 200, 300, 400], loop=0)
    made, codes = work(path, tmp_path / "out", steps=[{**SMALL, "size": 30}], outputs=[{"format": target}])
    assert (made.n_frames, made.size, codes) == (4, (30, 20), [])
    times = []
    for index in range(4):
        made.seek(index)
        made.load()
        red, green, _ = made.convert("RGB").getpixel((15, 10))  # type: ignore[misc]
        assert abs(red - 50 * index) < 30
        assert abs(green - (200 - 40 * index)) < 30
        times.append(round(made.info["duration"]))
    assert times == [100, 200, 300, 400]


@pytest.mark.parametrize(("target", "count"), [("jpeg", 1), ("tiff", 1), ("bmp", 1)])
def test_what_cannot_move_keeps_the_first_frame_and_says_so(tmp_path: Path, target: str, count: int) -> None:
    path = animation(tmp_path / "a.gif", duration=100)
    made, codes = work(path, tmp_path / "out", outputs=[{"format": target}])
    assert codes == ["FRAMES_DROPPED"]
    assert getattr(made, "n_frames", 1) == count
    made, codes = work(path, tmp_path / "out2", outputs=[{"format": target, "frames": "first"}])
    assert codes == []


def test_first_and_all_from_one_file(tmp_path: Path) -> None:
    path = animation(tmp_path / "a.gif", duration=100)
    outputs = [{"name": "a", "format": "webp"}, {"name": "b", "format": "webp", "frames": "first"}]
    result, context = run_one(KIND, path, recipe(outputs=outputs), tmp_path / "out")
    counts = []
    for written in result.outputs:
        with Image.open(written) as image:
            counts.append(image.n_frames)
    assert (counts, context.codes) == ([4, 1], [])


def test_pages_of_several_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    photo().save(path, save_all=True, append_images=[photo(100, 300), photo().convert("L")])
    made, codes = work(path, tmp_path / "out", steps=[SMALL])
    sizes = []
    for index in range(made.n_frames):
        made.seek(index)
        sizes.append(made.size)
    assert (sizes, codes) == ([(80, 60), (27, 80), (80, 60)], [])
    _, codes = work(path, tmp_path / "out2", outputs=[{"format": "gif"}])
    assert codes == ["FRAMES_DROPPED"]


# Metadata.

META = {"jpeg", "png", "webp", "tiff", "avif"}
SOURCES: dict[str, dict[str, Any]] = {
    "a.jpg": {"xmp": XMP.replace(b"ORIENT", b"6"), "comment": b"a note"},
    "a.png": {},
    "a.webp": {"xmp": XMP.replace(b"ORIENT", b"6")},
    "a.tif": {},
    "a.avif": {},
}


def meta_source(folder: Path, name: str) -> Path:
    path = folder / name
    options = dict(SOURCES[name])
    if name == "a.png":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Title", "Harbour")
        texts.add_text("exif:GPSLatitude", "52/1, 31/1, 12/1")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = texts
    if name == "a.jpg":
        options["extra"] = b"\xff\xed" + (len(iptc()) + 2).to_bytes(2) + iptc()
    block = exif_block(1 if name in ("a.tif", "a.avif") else 6)
    if name == "a.tif":
        loaded = Image.Exif()
        loaded.load(block)
        loaded[700] = XMP
        photo().save(path, exif=loaded)
    else:
        photo().save(path, exif=block, **options)
    return path


PLACES = (b"GPSL", b"Berlin", b"13,24.6E", b"52/1")


@pytest.mark.parametrize("source", list(SOURCES))
@pytest.mark.parametrize("target", sorted(META))
@pytest.mark.parametrize("steps", [[SMALL], []])
def test_location_goes_everywhere_and_the_rest_stays(
    tmp_path: Path, source: str, target: str, steps: list[dict[str, Any]]
) -> None:
    path = meta_source(tmp_path, source)
    before = path.read_bytes()
    result, context = run_one(KIND, path, recipe(steps=steps, outputs=[{"format": target}]), tmp_path / "out")
    data = Path(result.outputs[0]).read_bytes()
    for word in PLACES:
        assert word not in data
    with Image.open(result.outputs[0]) as image:
        image.load()
        info = image.getexif()
        assert info.get_ifd(exif.GPS_IFD) == {}
        assert info.get_ifd(1) == {}
        assert info[0x8298] == "(c) Someone"
        assert info.get_ifd(exif.EXIF_IFD)[exif.DATE_TIME_ORIGINAL] == "2025:01:02 03:04:05"
        assert info.get(exif.ORIENTATION, 1) == 1
    iptc_goes = source == "a.jpg" and target in ("webp", "avif")
    assert [code for code in context.codes if code.startswith("META")] == ["META_DROPPED"] * iptc_goes
    assert path.read_bytes() == before


@pytest.mark.parametrize("source", list(SOURCES))
@pytest.mark.parametrize("target", sorted(META))
def test_all_keeps_location_but_not_the_old_thumbnail(tmp_path: Path, source: str, target: str) -> None:
    path = meta_source(tmp_path, source)
    made, _ = work(path, tmp_path / "out", steps=[SMALL], outputs=[{"format": target, "metadata": "all"}])
    info = made.getexif()
    assert info.get_ifd(exif.GPS_IFD)[2] == (52.0, 31.0, 12.0)
    assert info.get_ifd(1) == {}
    assert ImageOps.exif_transpose(made).size == made.size


@pytest.mark.parametrize("source", list(SOURCES))
@pytest.mark.parametrize("target", sorted(META))
def test_copyright_and_none(tmp_path: Path, source: str, target: str) -> None:
    path = meta_source(tmp_path, source)
    made, _ = work(path, tmp_path / "1", steps=[SMALL], outputs=[{"format": target, "metadata": "copyright"}])
    info = made.getexif()
    assert info[0x8298] == "(c) Someone"
    assert info[exif.DATE_TIME] == "2026:05:04 13:02:01"
    assert info.get_ifd(exif.EXIF_IFD).get(0x927C) is None
    assert 0x010F not in info
    result, _ = run_one(
        KIND, path, recipe(steps=[SMALL], outputs=[{"format": target, "metadata": "none"}]), tmp_path / "2"
    )
    data = Path(result.outputs[0]).read_bytes()
    for word in (*PLACES, b"Someone", b"Harbour", b"2026:05:04", b"Camera", b"a note"):
        assert word not in data


def test_iptc_title_png_text_and_comment_stay_where_they_can(tmp_path: Path) -> None:
    jpeg = meta_source(tmp_path, "a.jpg")
    result, _ = run_one(KIND, jpeg, recipe(steps=[SMALL]), tmp_path / "out")
    data = Path(result.outputs[0]).read_bytes()
    assert data.count(b"Harbour") == 2  # IPTC and XMP
    assert b"a note" in data
    png, _ = work(meta_source(tmp_path, "a.png"), tmp_path / "out", steps=[SMALL])
    assert png.info["Title"] == "Harbour"


def test_exif_that_does_not_hold_together_is_left_out_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"GPS" * 9)
    made, codes = work(path, tmp_path / "out", steps=[SMALL])
    assert codes == ["META_UNREADABLE"]
    assert "exif" not in made.info


def test_exif_too_long_for_jpeg(tmp_path: Path) -> None:
    info = Image.Exif()
    info[0x010E] = "x" * 70_000
    path = saved(tmp_path / "a.png", exif=info)
    _, codes = work(path, tmp_path / "out", outputs=[{"format": "jpeg"}])
    assert codes == ["META_TOO_LONG"]


# The original kept.


def tight(path: Path, **options: Any) -> Path:
    """A JPEG that a new encode at quality 82 cannot make smaller."""
    return saved(path, noisy(), quality=30, optimize=True, **options)


def test_an_original_that_would_only_grow_is_kept(tmp_path: Path) -> None:
    path = tight(tmp_path / "a.jpg")
    result, context = run_one(KIND, path, recipe(), tmp_path / "out")
    assert Path(result.outputs[0]).read_bytes() == path.read_bytes()
    assert context.codes == ["KEPT_ORIGINAL"]
    result, context = run_one(KIND, path, recipe(outputs=[{"bigger": "write"}]), tmp_path / "out2")
    assert Path(result.outputs[0]).read_bytes() != path.read_bytes()
    assert context.codes == []


def test_a_kept_original_still_loses_its_location_and_what_is_behind_it(tmp_path: Path) -> None:
    path = tight(
        tmp_path / "a.jpg", exif=exif_block(1), xmp=XMP.replace(b"ORIENT", b"1"), icc_profile=srgb(), comment=b"a note"
    )
    path.write_bytes(path.read_bytes() + b"\xff\xd8 a second picture, taken in Berlin")
    result, context = run_one(KIND, path, recipe(), tmp_path / "out")
    assert context.codes == ["KEPT_ORIGINAL"]
    data = Path(result.outputs[0]).read_bytes()
    for word in PLACES:
        assert word not in data
    assert b"Harbour" in data
    with Image.open(path) as old, Image.open(io.BytesIO(data)) as new:
        assert difference(old, new) == 0
        assert new.getexif().get_ifd(exif.GPS_IFD) == {}
        assert new.getexif().get_ifd(exif.EXIF_IFD)[0x927C] == b"MAKERNOTE123"
        assert new.info["icc_profile"] == srgb()
    result, _ = run_one(KIND, path, recipe(outputs=[{"metadata": "all"}]), tmp_path / "all")
    assert Path(result.outputs[0]).read_bytes() == path.read_bytes()
    result, _ = run_one(KIND, path, recipe(outputs=[{"metadata": "none"}]), tmp_path / "none")
    assert b"Harbour" not in Path(result.outputs[0]).read_bytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_pixels_of_a_kept_original_are_the_same_bytes(tmp_path: Path, progressive: bool) -> None:
    path = tight(tmp_path / "a.jpg", exif=exif_block(1, thumbnail=False), progressive=progressive)
    result, _ = run_one(KIND, path, recipe(), tmp_path / "out")
    old, new = path.read_bytes(), Path(result.outputs[0]).read_bytes()
    assert new[new.index(b"\xff\xdb") :] == old[old.index(b"\xff\xdb") :]


def test_a_turned_or_resized_original_is_not_kept(tmp_path: Path) -> None:
    path = tight(tmp_path / "a.jpg", exif=exif_block(6))
    made, codes = work(path, tmp_path / "out")
    assert (made.size, codes) == ((240, 320), [])


def test_a_kept_png_loses_its_location_around_the_same_pixels(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo().quantize(16), exif=exif_block(1), optimize=True)
    result, context = run_one(KIND, path, recipe(), tmp_path / "out")
    data = Path(result.outputs[0]).read_bytes()
    assert b"GPS" not in data
    assert context.codes == ["KEPT_ORIGINAL"]
    old = path.read_bytes()
    pixels = old[old.index(b"IDAT") : old.rindex(b"IEND")]
    assert pixels in data


# The rest.


def test_not_enlarged_is_said_once(tmp_path: Path) -> None:
    big = {"do": "resize", "mode": "long-edge", "size": 1600}
    outputs = [{"name": "a", "format": "png"}, {"name": "b", "format": "webp"}]
    result, context = run_one(KIND, saved(tmp_path / "a.bmp"), recipe(steps=[big], outputs=outputs), tmp_path / "out")
    assert len(result.outputs) == 2
    assert context.codes == ["NOT_ENLARGED"]
    assert "320 × 240" in context.warnings[0][1]


def test_several_outputs_from_one_decode(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(1200, 900))
    outputs = [
        {"name": "{name}", "format": "jpeg"},
        {"name": "{name}-thumb", "format": "webp", "steps": [{**SMALL, "size": 40}]},
    ]
    result, context = run_one(KIND, path, recipe(steps=[{**SMALL, "size": 300}], outputs=outputs), tmp_path / "out")
    assert [Path(written).name for written in result.outputs] == ["a.jpg", "a-thumb.webp"]
    sizes = []
    for written in result.outputs:
        with Image.open(written) as image:
            sizes.append(image.size)
    assert sizes == [(300, 225), (40, 30)]
    assert result.bytes_out == sum(Path(written).stat().st_size for written in result.outputs)
    done = [post[0] / post[1] for post in context.posts]
    assert done == sorted(done)
    assert done[-1] == 1
    assert {post[2] for post in context.posts} == {"reading", "resizing", "encoding", "writing"}


@pytest.mark.parametrize("target", FORMATS)
def test_the_same_twice_is_the_same_bytes(tmp_path: Path, target: str) -> None:
    path = saved(tmp_path / "a.jpg", photo(800, 600), exif=exif_block(6))
    made = [
        Path(run_one(KIND, path, recipe(steps=[SMALL], outputs=[{"format": target}]), tmp_path / out)[0].outputs[0])
        for out in ("1", "2")
    ]
    assert made[0].read_bytes() == made[1].read_bytes()
    assert made[0].stat().st_mtime_ns == path.stat().st_mtime_ns


def test_a_side_too_long_for_the_format(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (17_000, 2)))
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(outputs=[{"name": "a", "format": "png"}, {"format": "webp"}]), tmp_path / "out")
    assert caught.value.failure.code == "ENCODE_LIMIT"
    assert "16383" in caught.value.failure.message
    assert not (tmp_path / "out").exists()


def test_replace_in_place_gets_the_new_picture(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", quality=95)
    made, _ = work(path, tmp_path, steps=[SMALL], place={"exists": "replace"})
    assert made.size == (80, 60)
    with Image.open(path) as image:
        assert image.size == (80, 60)


def test_lossless_webp_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    made, _ = work(path, tmp_path / "out", outputs=[{"format": "webp", "lossless": True}])
    assert difference(made, photo()) == 0


def test_quality_changes_the_size(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo(800, 600))
    for target in ("jpeg", "webp", "avif"):
        sizes = []
        for quality in (20, 90):
            out = tmp_path / f"{target}{quality}"
            result, _ = run_one(KIND, path, recipe(outputs=[{"format": target, "quality": quality}]), out)
            sizes.append(result.bytes_out)
        assert sizes[0] < sizes[1]


def test_a_second_picture_in_a_jpeg_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    photo().save(path, "MPO", save_all=True, append_images=[photo(100, 80)], exif=exif_block(1))
    for steps in ([SMALL], []):
        result, context = run_one(KIND, path, recipe(steps=steps), tmp_path / str(len(steps)))
        assert "FRAMES_DROPPED" in context.codes
        data = Path(result.outputs[0]).read_bytes()
        assert b"MPF\0" not in data
        with Image.open(result.outputs[0]) as image:
            assert (image.format, image.getexif().get_ifd(exif.GPS_IFD)) == ("JPEG", {})


def test_outputs_that_exist_already_are_not_made(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    made = recipe(outputs=[{"name": "a", "format": "jpeg"}, {"name": "b", "format": "webp"}])
    job = plan_one(KIND, path, made, tmp_path / "out")
    result = KIND.run(Context(job.source, made, {"1": job.outputs[1]}))
    assert [Path(written).name for written in result.outputs] == ["b.webp"]
    assert os.listdir(tmp_path / "out") == ["b.webp"]


def test_a_job_that_was_never_planned_is_not_called_done(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    made = recipe()
    job = plan_one(KIND, path, made, tmp_path / "out")
    with pytest.raises(JobError, match="Add it again") as caught:
        KIND.run(Context(job.source, made, {}))
    assert caught.value.failure.code == "SOURCE_CHANGED"


def grey_profile(gamma: float) -> bytes:
    """The smallest ICC profile for grey pictures: a white point and a curve."""
    xyz = b"XYZ \0\0\0\0" + b"".join(round(value * 65_536).to_bytes(4) for value in (0.9642, 1.0, 0.8249))
    curve = b"curv\0\0\0\0\0\0\0\1" + round(gamma * 256).to_bytes(2) + b"\0\0"
    text = b"desc\0\0\0\0\0\0\0\5grey\0" + bytes(79)
    parts, table, at = b"", b"", 128 + 4 + 3 * 12
    for name, part in ((b"wtpt", xyz), (b"kTRC", curve), (b"desc", text)):
        table += name + (at + len(parts)).to_bytes(4) + len(part).to_bytes(4)
        parts += part + b"\0" * (-len(part) % 4)
    head = bytearray(128)
    head[0:4] = (at + len(parts)).to_bytes(4)
    head[8:12], head[12:24] = b"\x02\x10\0\0", b"mntrGRAYXYZ "
    head[36:40], head[68:80] = b"acsp", xyz[8:20]
    return bytes(head) + (3).to_bytes(4) + table + parts


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_grey_with_a_grey_profile_is_converted(tmp_path: Path, mode: str) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (9, 9), 128).convert(mode), icc_profile=grey_profile(1.0))
    made, codes = work(path, tmp_path / "out")
    assert (made.mode, codes) == (mode, [])
    value = made.getpixel((4, 4))
    shade = value if mode == "L" else value[0]  # type: ignore[index]
    assert shade in (187, 188, 189)  # half the light is 188 in sRGB
    assert "icc_profile" not in made.info


def test_a_profile_for_other_pictures_is_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photo(), icc_profile=grey_profile(2.2))
    _, codes = work(path, tmp_path / "out", steps=[SMALL])
    assert codes == ["ICC_INVALID"]


@pytest.mark.parametrize("target", ["tiff", "avif", "png"])
def test_values_of_a_wrong_type_are_no_obstacle(tmp_path: Path, target: str) -> None:
    block = exif_block(1)
    at = block.index(b"\x0f\x01\x02\0\x08\0\0\0")  # the maker's name, eight letters: say that it is four numbers
    block = block[: at + 2] + b"\x03\0\x04\0\0\0" + block[at + 8 :]
    path = saved(tmp_path / "a.jpg", exif=block)
    made, codes = work(path, tmp_path / "out", outputs=[{"format": target}])
    assert (made.size, codes) == ((320, 240), [])
    assert made.getexif()[0x8298] == "(c) Someone"
