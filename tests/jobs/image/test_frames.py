"""One file a frame or page: names in the plan, pixels in the files."""

import os
from pathlib import Path

import pytest
from PIL import Image

from tests.jobs.context import Context, plan_one, run_one
from tests.jobs.image.samples import difference, photo, recipe, saved
from tests.jobs.image.test_run import KIND, animation

SPLIT = {"frames": "split"}


def names(path: Path, out: Path, **keys: object) -> list[str]:
    return [os.path.relpath(o.path, out) for o in plan_one(KIND, path, recipe(**keys), out).outputs]


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png"])
@pytest.mark.parametrize("target", ["png", "jpeg", "gif"])
def test_frames_become_files(tmp_path: Path, name: str, target: str) -> None:
    path = animation(tmp_path / name, duration=100)
    made = recipe(outputs=[{**SPLIT, "format": target, "quality": 95}])
    result, context = run_one(KIND, path, made, tmp_path / "out")
    suffix = {"png": "png", "jpeg": "jpg", "gif": "gif"}[target]
    assert [Path(written).name for written in result.outputs] == [f"a-{n}.{suffix}" for n in (1, 2, 3, 4)]
    assert context.codes == []
    for index, written in enumerate(result.outputs):
        with Image.open(written) as image:
            assert getattr(image, "n_frames", 1) == 1
            red, green, _ = image.convert("RGB").getpixel((30, 20))  # type: ignore[misc]
            assert abs(red - 50 * index) < 12
            assert abs(green - (200 - 40 * index)) < 12


def test_pages_become_files_with_padded_numbers_beside_other_outputs(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    pages = [photo(40 + index, 30) for index in range(11)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    outputs = [{**SPLIT, "name": "pages/{name}"}, {"name": "{name}-cover", "format": "jpeg", "frames": "first"}]
    made = recipe(outputs=outputs, steps=[{"do": "flip", "axis": "horizontal"}])
    result, context = run_one(KIND, path, made, tmp_path / "out")
    got = [os.path.relpath(written, tmp_path / "out") for written in result.outputs]
    assert got == [os.path.join("pages", f"scan-{n:02}.tif") for n in range(1, 12)] + ["scan-cover.jpg"]
    with Image.open(result.outputs[10]) as image:
        assert difference(image, pages[10].transpose(Image.Transpose.FLIP_LEFT_RIGHT)) == 0
    assert context.codes == []


def test_one_frame_is_one_file_under_its_plain_name(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png", "a.gif"):
        assert names(saved(tmp_path / name), tmp_path, outputs=[SPLIT]) == [name]


def test_what_cannot_be_read_is_planned_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"GIF89a")
    assert names(path, tmp_path, outputs=[SPLIT]) == ["a.gif"]


def test_the_stand_in_of_an_animated_png_is_no_frame(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    frames = [Image.new("RGB", (9, 9), (value, 0, 0)) for value in (10, 20, 30)]
    frames[0].save(path, save_all=True, append_images=frames[1:], default_image=True)
    result, _ = run_one(KIND, path, recipe(outputs=[SPLIT]), tmp_path / "out")
    shades = []
    for written in result.outputs:
        with Image.open(written) as image:
            shades.append(image.convert("RGB").getpixel((0, 0))[0])  # type: ignore[index]
    assert shades == [20, 30]


def test_only_missing_frames_are_made(tmp_path: Path) -> None:
    path = animation(tmp_path / "a.gif", duration=100)
    made = recipe(outputs=[{**SPLIT, "format": "png"}])
    job = plan_one(KIND, path, made, tmp_path / "out")
    wanted = {output.name: output for output in job.outputs[2:3]}
    assert list(wanted) == ["0.3"]
    KIND.run(Context(job.source, made, wanted))
    assert os.listdir(tmp_path / "out") == ["a-3.png"]
