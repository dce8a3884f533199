"""Files that are not what they should be, each with its code and its words."""

import os
from pathlib import Path

import pytest
from PIL import Image

from app.jobs.base import JobError
from app.jobs.image import probe
from app.jobs.registry import kind
from tests.jobs.context import Context, plan_one, run_one, source_of
from tests.jobs.image.samples import exif_block, photo, recipe, saved

KIND = kind("image")


def failure(path: Path, out: Path, **options: int) -> JobError:
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(outputs=[{"format": "png"}]), out, options)
    assert not out.exists() or not list(out.iterdir())
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.jpg", b"", "EMPTY_FILE", ["a.jpg", "0 bytes"]),
        ("a.jpg", b"Dear Sir", "NOT_AN_IMAGE", ["a.jpg"]),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "UNSUPPORTED", ["SVG"]),
        ("a.psd", b"8BPS\0\x01" + b"\0" * 40, "UNSUPPORTED", ["Photoshop"]),
        ("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n", "NOT_AN_IMAGE", ["a.eps"]),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "CORRUPT", ["a.png", "PNG", "not changed"]),
        ("a.gif", b"GIF89a", "CORRUPT", ["GIF"]),
    ],
)
def test_content(tmp_path: Path, name: str, content: bytes, code: str, words: list[str]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = failure(path, tmp_path / "out").failure
    assert error.code == code
    for word in words:
        assert word in error.message
    assert path.read_bytes() == content


@pytest.mark.parametrize(("name", "low", "high"), [("scan7.jpg", 45, 75), ("scan7.png", 45, 75)])
def test_a_cut_file_says_where_it_ends(tmp_path: Path, name: str, low: int, high: int) -> None:
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    path = saved(tmp_path / name, noise)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    error = failure(path, tmp_path / "out").failure
    assert error.code == "CORRUPT"
    assert error.message.startswith(
        f"{name} is not a complete {name[-3:].upper().replace('JPG', 'JPEG')} (it ends after "
    )
    assert error.message.endswith(" %). The original was not changed.")
    share = int(error.message.split("after ")[1].split()[0])
    assert low <= share <= high


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.avif", "a.gif", "a.tif", "a.bmp"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.95])
def test_every_format_cut_anywhere_is_a_coded_failure_or_a_picture(tmp_path: Path, name: str, share: float) -> None:
    path = saved(tmp_path / name)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(16, int(len(whole) * share))])
    try:
        run_one(KIND, path, recipe(outputs=[{"format": "png"}]), tmp_path / "out")
    except JobError as error:
        assert error.failure.code == "CORRUPT"


def test_too_many_pixels(tmp_path: Path) -> None:
    path = saved(tmp_path / "big.png", Image.new("1", (3000, 2000)))
    error = failure(path, tmp_path / "out", max_pixels=5_000_000).failure
    assert error.code == "TOO_LARGE"
    assert "6 megapixels" in error.message
    assert "3000 × 2000" in error.message
    assert "5." in error.message
    # Far over the limit Pillow itself stops.
    assert failure(path, tmp_path / "out", max_pixels=1_000_000).failure.code == "TOO_LARGE"


def test_frames_count_as_pixels(tmp_path: Path) -> None:
    frames = [Image.new("L", (100, 100), shade) for shade in range(0, 200, 20)]
    path = tmp_path / "a.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    error = failure(path, tmp_path / "out", max_pixels=50_000).failure
    assert "10 frames" in error.message


def test_too_much_memory_unless_it_is_decoded_smaller(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(1600, 1200))
    error = failure(path, tmp_path / "out", memory_budget=10_000_000).failure
    assert error.code == "TOO_LARGE"
    assert "MB" in error.message
    small = recipe(steps=[{"do": "resize", "mode": "long-edge", "size": 160}])
    result, _ = run_one(KIND, path, small, tmp_path / "out", {"memory_budget": 10_000_000})
    assert result.outputs


@pytest.mark.parametrize(
    "step",
    [
        {"do": "pad", "ratio": "1:1"},
        {"do": "resize", "mode": "percent", "size": 10_000, "enlarge": True},
        {"do": "resize", "mode": "fill", "width": 400, "height": 400, "enlarge": True},  # most of it is cropped away
        {"do": "border", "size": 9000},
    ],
)
@pytest.mark.parametrize("place", ["steps", "outputs"])
def test_a_strip_that_a_step_would_make_huge(tmp_path: Path, step: dict[str, object], place: str) -> None:
    path = saved(tmp_path / "strip.png", Image.new("L", (20_000, 3)))
    smaller = {"do": "resize", "mode": "long-edge", "size": 50}
    keys = {"steps": [step, smaller]} if place == "steps" else {"outputs": [{"steps": [step, smaller]}]}
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(**keys), tmp_path / "out")
    assert caught.value.failure.code == "TOO_LARGE"
    assert "strip.png" in caught.value.failure.message
    assert "the limit in Settings is 300." in caught.value.failure.message


def test_a_file_that_went_or_changed(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    made = recipe()
    job = plan_one(KIND, path, made, tmp_path / "out")
    context = Context(job.source, made, {o.name: o for o in job.outputs})
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(JobError) as caught:
        KIND.run(context)
    assert caught.value.failure.code == "SOURCE_CHANGED"
    path.unlink()
    with pytest.raises(JobError) as caught:
        KIND.run(context)
    assert caught.value.failure.code == "SOURCE_GONE"


def test_same_size_but_another_time_is_a_change(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    source = source_of(path)
    os.utime(path, ns=(1, source.mtime_ns + 1))
    with pytest.raises(JobError) as caught, probe.opened(source, {}):
        pass
    assert caught.value.failure.code == "SOURCE_CHANGED"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png")
    path.chmod(0)
    assert failure(path, tmp_path / "out").failure.code == "READ_DENIED"


def test_a_wrong_suffix_is_worked_on_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", format="PNG")
    result, context = run_one(KIND, path, recipe(), tmp_path / "out")
    assert result.outputs == (str(tmp_path / "out" / "a.png"),)
    assert "NAME_MISMATCH" in context.codes


def test_the_size_is_the_upright_one(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif_block(6))
    with probe.opened(source_of(path), {}) as picture:
        assert picture.size == (240, 320)
    with probe.opened(source_of(path), {}, upright=False) as picture:
        assert picture.size == (320, 240)


@pytest.mark.parametrize("name", ["line\nbreak.png", "\u202egnp.exe.png", "ü" * 120 + ".png", "con.png", "a b .png"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name)
    result, _ = run_one(KIND, path, recipe(), tmp_path / "out")
    (written,) = result.outputs
    with Image.open(written) as image:
        assert image.size == (320, 240)
