"""Jobs of all inputs of a batch: joined files and contact sheets, and what happens to inputs that cannot be used."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import JobError, PlannedJob, PlanRequest
from app.jobs.image import tiff_pages
from tests.jobs.context import Context, source_of
from tests.jobs.image.pdfs import read
from tests.jobs.image.pictures import pixels
from tests.jobs.image.samples import difference, exif_block, noisy, photo, recipe, saved
from tests.jobs.image.test_run import KIND, animation, tight


def planned(paths: Sequence[Path], out: Path, **keys: Any) -> PlannedJob:
    sources = [source_of(path, path.parent, number) for number, path in enumerate(paths, 1)]
    made = recipe(**keys)
    assert KIND.whole(made)
    (plan,) = KIND.plan(sources, made, PlanRequest(out=str(out)))
    (job,) = plan.jobs
    return job


def done(paths: Sequence[Path], out: Path, options: dict[str, Any] | None = None, **keys: Any) -> tuple[Path, Context]:
    job = planned(paths, out, **keys)
    context = Context(job.source, recipe(**keys), {o.name: o for o in job.outputs}, job.payload, options=options or {})
    result = KIND.run(context)
    assert result.bytes_out == os.path.getsize(result.outputs[0])
    assert result.note is not None
    phases = [post[0] / post[1] for post in context.posts]
    assert phases == sorted(phases)
    return Path(result.outputs[0]), context


def join(form: str) -> dict[str, Any]:
    return {"steps": [{"do": "join", "format": form}]}


def tiff(path: Path) -> list[Image.Image]:
    found = []
    with Image.open(path) as image:
        for index in range(image.n_frames):
            image.seek(index)
            image.load()
            found.append(image.copy())
    return found


@pytest.fixture
def five(tmp_path: Path) -> list[Path]:
    """A turned photo, a TIFF of two pages, a transparent PNG, deep grey, an animation: seven pages, five files."""
    folder = tmp_path / "in"
    folder.mkdir()
    pages = folder / "b.tif"
    photo(90, 60).save(pages, save_all=True, append_images=[photo(60, 90).convert("L")])
    return [
        saved(folder / "a.jpg", quality=95, exif=exif_block(6)),
        pages,
        saved(folder / "c.png", Image.new("RGBA", (50, 50), (255, 0, 0, 0))),
        saved(folder / "d.png", Image.new("I;16", (40, 30), 0x4040)),
        animation(folder / "e.gif", duration=50),
    ]


def test_the_plan_is_one_job_that_names_them_all(five: list[Path], tmp_path: Path) -> None:
    job = planned(five, tmp_path / "out", name="All", outputs=[{"name": "{name} {recipe} {n}"}], **join("pdf"))
    assert [output.path for output in job.outputs] == [str(tmp_path / "out" / "a All 1.pdf")]
    assert job.payload is not None
    assert [row[0] for row in job.payload["inputs"]] == [str(path) for path in five]
    assert [row[4] for row in job.payload["inputs"]] == [1, 2, 3, 4, 5]
    assert job.weight == sum(path.stat().st_size for path in five)
    assert job.source.path == str(five[0])
    assert job.title == "5 pictures"


def test_joined_as_pdf(five: list[Path], tmp_path: Path) -> None:
    path, context = done(five, tmp_path / "out", outputs=[{"lossless": True}], **join("pdf"))
    assert path.name == "a.pdf"
    pages = read(path.read_bytes())
    assert [page.image.size for page in pages] == [(240, 320), (90, 60), (60, 90), (50, 50), (40, 30), (60, 40)]
    assert difference(pages[0].image, photo().transpose(Image.Transpose.ROTATE_270)) < 2
    assert difference(pages[1].image, photo(90, 60)) == 0
    assert pages[3].image.getpixel((9, 9)) == (255, 255, 255)
    assert pages[4].image.getpixel((9, 9)) == 0x40
    assert b"GPS" not in path.read_bytes()
    assert sorted(context.codes) == ["ALPHA_FLATTENED", "DEPTH_REDUCED", "FRAMES_DROPPED"]
    assert all(any(part.name in text for part in five) for _, text in context.warnings)


def test_joined_as_tiff(five: list[Path], tmp_path: Path) -> None:
    path, context = done(five, tmp_path / "out", **join("tiff"))
    pages = tiff(path)
    assert path.name == "a.tif"
    assert [page.size for page in pages] == [(240, 320), (90, 60), (60, 90), (50, 50), (40, 30), (60, 40)]
    assert [page.mode for page in pages] == ["RGB", "RGB", "RGB", "RGBA", "I;16", "RGB"]
    assert difference(pages[1], photo(90, 60)) == 0
    assert pages[4].getpixel((9, 9)) == 0x4040
    assert context.codes == ["FRAMES_DROPPED"]
    assert b"GPS" not in path.read_bytes()


@pytest.mark.parametrize("form", ["pdf", "tiff"])
def test_the_same_twice_is_the_same_bytes(five: list[Path], tmp_path: Path, form: str) -> None:
    first, second = (done(five, tmp_path / out, **join(form))[0] for out in ("1", "2"))
    assert first.read_bytes() == second.read_bytes()


def test_joined_split_and_joined_again(tmp_path: Path) -> None:
    pages = [photo(40 + 7 * n, 30) for n in range(12)]
    paths = [saved(tmp_path / f"{n:02}.png", page) for n, page in enumerate(pages)]
    path, _ = done(paths, tmp_path / "out", **join("tiff"))
    assert [page.tobytes() for page in tiff(path)] == [page.tobytes() for page in pages]
    again, _ = done([path], tmp_path / "again", **join("tiff"))
    assert [page.tobytes() for page in tiff(again)] == [page.tobytes() for page in pages]


def test_a_photo_that_would_only_grow_keeps_its_own_data_in_a_pdf(tmp_path: Path) -> None:
    path = tight(tmp_path / "a.jpg", exif=exif_block(1))
    made, _ = done([path], tmp_path / "out", **join("pdf"))
    with Image.open(path) as old:
        (page,) = read(made.read_bytes())
        assert page.image.tobytes() == old.convert("RGB").tobytes()
    assert b"GPS" not in made.read_bytes()
    anew, _ = done([path], tmp_path / "2", outputs=[{"bigger": "write"}], **join("pdf"))
    assert read(anew.read_bytes())[0].image.tobytes() != page.image.tobytes()


@pytest.mark.parametrize("steps", [join("pdf"), join("tiff"), {"steps": [{"do": "contact-sheet"}]}])
def test_bad_inputs_are_left_out_and_named(tmp_path: Path, steps: dict[str, Any]) -> None:
    good, cut, text, gone = (tmp_path / name for name in ("a.png", "cut.png", "text.jpg", "gone.png"))
    for path in (good, cut, gone):
        saved(path, noisy(60, 40))
    cut.write_bytes(cut.read_bytes()[:3000])
    text.write_bytes(b"hello")
    job = planned([cut, good, text, gone], tmp_path / "out", **steps)
    gone.unlink()
    context = Context(job.source, recipe(**steps), {o.name: o for o in job.outputs}, job.payload)
    result = KIND.run(context)
    assert [code for code in context.codes if code != "NOT_ENLARGED"] == ["LEFT_OUT"] * 3
    for (_, words), name in zip(context.warnings, ("cut.png", "text.jpg", "gone.png"), strict=True):
        assert words.startswith(f"Left out: {name} ")
    assert result.note == "1 picture in one file, 3 left out"
    assert len(result.outputs) == 1


def test_no_usable_input_is_a_failure_and_leaves_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for path in paths:
        path.write_bytes(b"no picture")
    for steps in (join("pdf"), {"steps": [{"do": "contact-sheet"}]}):
        with pytest.raises(JobError, match=r"None of the 2 files can be used\. The first one: a\.png") as caught:
            done(paths, tmp_path / "out", **steps)
        assert caught.value.failure.code == "NOT_AN_IMAGE"
        assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


def test_an_offset_list_of_short_numbers_survives_the_move(tmp_path: Path) -> None:
    # A page in many strips, whose places are told in 16 bits, moved behind 70 kB of other pages.
    strips, data = [bytes([n] * 40) for n in range(10)], b"II*\0"
    begin = 8 + 400
    tags = [
        (256, 3, 1, 40), (257, 3, 1, 10), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 3, 10, begin + 2 + 8 * 12 + 4), (278, 3, 1, 1), (279, 3, 10, begin + 2 + 8 * 12 + 24),
    ]  # fmt: skip
    data += begin.to_bytes(4, "little") + b"".join(strips) + len(tags).to_bytes(2, "little")
    for tag, kind, count, value in tags:
        data += b"".join(n.to_bytes(size, "little") for n, size in ((tag, 2), (kind, 2), (count, 4), (value, 4)))
    data += bytes(4) + b"".join((8 + 40 * n).to_bytes(2, "little") for n in range(10)) + b"\x28\0" * 10
    before = tmp_path / "first.tif"
    noisy(160, 150).save(before)
    path = tmp_path / "made.tif"
    with open(path, "w+b") as file:
        writer = tiff_pages.Writer(file)
        writer.add(before.read_bytes())
        writer.add(data)
        writer.add(before.read_bytes())
    pages = tiff(path)
    assert pages[1].tobytes() == b"".join(strips)
    assert pages[0].tobytes() == pages[2].tobytes() == noisy(160, 150).tobytes()


# Contact sheets.


def sheet(**keys: Any) -> dict[str, Any]:
    return {"steps": [{"do": "contact-sheet", **keys}], "outputs": [{"format": "png"}]}


def colors(tmp_path: Path, count: int) -> list[Path]:
    return [saved(tmp_path / f"{n}.png", Image.new("RGB", (400, 200), (20 * n, 100, 0))) for n in range(count)]


def test_pictures_lie_in_rows_each_in_the_middle_of_its_cell(tmp_path: Path) -> None:
    path, context = done(
        colors(tmp_path, 5), tmp_path / "out", **sheet(columns=3, cell=100, gap=10, background="#0000ff")
    )
    with Image.open(path) as image:
        assert image.size == (10 + 3 * 110, 10 + 2 * 110)
        for n in range(5):
            left, top = 10 + n % 3 * 110, 10 + n // 3 * 110
            assert image.getpixel((left + 50, top + 50)) == (20 * n, 100, 0)
            assert image.getpixel((left + 1, top + 26)) == (20 * n, 100, 0)  # 100 × 50, in the middle
            assert image.getpixel((left + 50, top + 23)) == (0, 0, 255)
        assert image.getpixel((280, 170)) == (0, 0, 255)  # the sixth cell is empty
    assert context.codes == []


@pytest.mark.parametrize(("background", "ink"), [("#ffffff", 0), ("#101010", 255)])
def test_labels_stand_under_their_pictures(tmp_path: Path, background: str, ink: int) -> None:
    keys = sheet(columns=2, cell=140, gap=10, background=background, label="{name} {w}×{h}")
    path, _ = done(colors(tmp_path, 3), tmp_path / "out", **keys)
    with Image.open(path) as image:
        assert image.size == (10 + 2 * 150, 10 + 2 * 170)
        for n in range(3):
            left, top = 10 + n % 2 * 150, 10 + n // 2 * 170 + 140
            shades = pixels(image.convert("L").crop((left, top, left + 140, top + 20)))
            assert 30 < sum(1 for shade in shades if abs(shade - ink) < 100) < 500
            assert len(set(pixels(image.convert("L").crop((left, top + 18, left + 140, top + 30))))) == 1
        assert len(set(pixels(image.convert("L").crop((170, 300, 300, 345))))) == 1  # under the empty cell


def test_the_defaults_of_the_contract(tmp_path: Path) -> None:
    path, _ = done(colors(tmp_path, 7), tmp_path / "out", steps=[{"do": "contact-sheet", "columns": 5, "cell": 256}])
    with Image.open(path) as image:
        assert (image.format, image.size) == ("JPEG", (16 + 5 * 272, 16 + 2 * 272))
    assert path.name == "0.jpg"


def test_what_is_left_out_leaves_no_hole(tmp_path: Path) -> None:
    paths = colors(tmp_path, 4)
    paths[1].write_bytes(b"no picture")
    path, _ = done(paths, tmp_path / "out", **sheet(columns=3, cell=100, gap=0))
    with Image.open(path) as image:
        assert image.size == (300, 100)
        assert [image.getpixel((50 + 100 * n, 50))[0] for n in range(3)] == [0, 40, 60]  # type: ignore[index]


def test_small_transparent_and_turned_pictures(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (20, 20), (255, 0, 0, 255))
    clear.paste((0, 0, 0, 0), (0, 0, 10, 20))
    paths = [saved(tmp_path / "a.png", clear), saved(tmp_path / "b.jpg", photo(600, 300), exif=exif_block(6))]
    path, _ = done(paths, tmp_path / "out", **sheet(columns=2, cell=100, gap=0, background="#00ff0000"))
    with Image.open(path) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((44, 50))[3] == 0  # type: ignore[index]
        assert image.getpixel((56, 50)) == (255, 0, 0, 255)
        assert [image.getpixel((100 + x, 50))[3] for x in (20, 50, 80)] == [0, 255, 0]  # type: ignore[index]


def test_a_sheet_beyond_the_limits_fails_before_anything_is_read(tmp_path: Path) -> None:
    paths = colors(tmp_path, 3)
    with pytest.raises(JobError, match="The contact sheet would have") as caught:
        done(paths, tmp_path / "out", {"max_pixels": 20_000}, **sheet(columns=3, cell=100))
    assert caught.value.failure.code == "TOO_LARGE"
    with pytest.raises(JobError, match="The contact sheet: JPEG holds at most") as caught:
        done(paths * 10, tmp_path / "out", steps=[{"do": "contact-sheet", "columns": 1, "cell": 5000}])
    assert caught.value.failure.code == "ENCODE_LIMIT"


def test_a_sheet_has_a_target_size_too(tmp_path: Path) -> None:
    paths = [saved(tmp_path / f"{n}.png", noisy(200, 150)) for n in range(4)]
    path, _ = done(paths, tmp_path / "out", steps=[{"do": "contact-sheet", "cell": 100}], outputs=[{"target_kb": 8}])
    assert path.stat().st_size <= 8000
