"""Previews: what is seen is what is made, and what is estimated is near the truth."""

import base64
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import JobError, PlanRequest
from app.jobs.image import preview as module
from tests.jobs.context import run_one, source_of
from tests.jobs.image.pictures import step
from tests.jobs.image.samples import difference, exif_block, noisy, photo, recipe, saved
from tests.jobs.image.test_run import KIND, animation


def shown(part: Mapping[str, Any]) -> Image.Image:
    image = Image.open(io.BytesIO(base64.b64decode(part["data"])))
    image.load()
    assert part["type"] == f"image/{(image.format or '').lower()}"
    return image


def test_preview_shows_before_and_after_and_writes_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(2000, 1000), quality=95, exif=exif_block(6))
    made = recipe(
        steps=[{"do": "resize", "mode": "long-edge", "size": 400}],
        outputs=[
            {"format": "webp"},
            {"name": "{name}-big", "steps": [{"do": "resize", "mode": "percent", "size": 200}]},
        ],
    )
    data = KIND.preview(source_of(path), made, PlanRequest(out=str(tmp_path / "out"))).data
    before, (first, second) = data["before"], data["outputs"]
    assert (before["width"], before["height"], before["bytes"]) == (1000, 2000, path.stat().st_size)
    assert max(shown(before).size) <= 1600
    assert (first["width"], first["height"], first["format"]) == (200, 400, "webp")
    assert first["path"] == str(tmp_path / "out" / "a.webp")
    assert [warning["code"] for warning in second["warnings"]] == ["NOT_ENLARGED"]
    assert difference(shown(first), shown(before).resize((200, 400))) < 4
    assert not (tmp_path / "out").exists()


def test_preview_keeps_transparency_and_fails_with_words(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("RGBA", (10, 10), (255, 0, 0, 0)))
    data = KIND.preview(source_of(path), recipe(), PlanRequest()).data
    assert shown(data["outputs"][0]).mode == "RGBA"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(JobError) as caught:
        KIND.preview(source_of(path), recipe(), PlanRequest())
    assert caught.value.failure.code == "CORRUPT"


def previewed(path: Path, **keys: Any) -> Mapping[str, Any]:
    return KIND.preview(source_of(path), recipe(**keys), PlanRequest(out=str(path.parent / "out"))).data


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo with grain, too large to be encoded while a person waits."""
    folder = tmp_path_factory.mktemp("large")
    return saved(folder / "a.jpg", noisy(2600, 1900), quality=92, exif=exif_block(6, size=(2600, 1900)))


RESIZE = {"do": "resize", "mode": "percent", "size": 70}
SQUARE = {"do": "pad", "ratio": "1:1"}
ADJUST = {"do": "adjust", "brightness": 1.4, "saturation": 0.4}


@pytest.mark.parametrize(
    "keys",
    [
        {"outputs": [{"format": "png"}]},
        {"outputs": [{"format": "webp", "quality": 60}]},
        {"outputs": [{"format": "jpeg", "quality": 50}], "steps": [ADJUST]},
        {"outputs": [{"format": "webp"}], "steps": [RESIZE]},
        {"outputs": [{"format": "tiff"}], "steps": [{"do": "crop", "ratio": "3:1"}, RESIZE]},
        {"outputs": [{"format": "png"}], "steps": [{"do": "crop", "width": 1000, "height": 900}, SQUARE]},
    ],
)  # fmt: skip
def test_an_estimate_is_near_the_truth_and_says_what_it_is(large: Path, tmp_path: Path, keys: dict[str, Any]) -> None:
    (shown_,) = previewed(large, **keys)["outputs"]
    result, _ = run_one(KIND, large, recipe(**keys), tmp_path / "out")
    assert shown_["estimated"]
    assert shown_["bytes"] == pytest.approx(result.bytes_out, rel=0.2)
    with Image.open(result.outputs[0]) as image:
        real = image.convert("RGB")
    assert (shown_["width"], shown_["height"]) == real.size
    view = shown(shown_)
    assert max(view.size) <= module.MAX_SIDE
    assert difference(view, real.resize(view.size, Image.Resampling.LANCZOS)) < 6


def test_what_is_cut_out_is_shown_sharp(large: Path) -> None:
    (shown_,) = previewed(large, steps=[{"do": "crop", "width": 700, "height": 700}], outputs=[{"format": "png"}])[
        "outputs"
    ]
    assert min(shown(shown_).size) > 450


def test_pixels_of_a_recipe_shrink_with_the_view(large: Path) -> None:
    (shown_,) = previewed(
        large, steps=[{"do": "border", "size": 260, "color": "#00ff00"}], outputs=[{"format": "png"}]
    )["outputs"]
    view = shown(shown_)
    assert (shown_["width"], shown_["height"]) == (1900 + 520, 2600 + 520)
    border = 260 / 3120 * view.height
    middle = view.width // 2
    red, green, blue = view.getpixel((middle, int(border) - 4))  # type: ignore[misc]
    assert (red < 40, green > 220, blue < 40) == (True, True, True)
    assert view.getpixel((middle, int(border) + 4))[1] < 220  # type: ignore[index]


@pytest.mark.parametrize(
    ("do", "keys", "factor"),
    [
        ("resize", {"mode": "long-edge", "size": 1000}, 0.5),
        ("resize", {"mode": "fill", "width": 300, "height": 700}, 0.25),
        ("resize", {"mode": "percent", "size": 30}, 0.5),
        ("resize", {"mode": "megapixels", "size": 1}, 0.5),
        ("crop", {"width": 801}, 0.5),
        ("crop", {"ratio": "3:2"}, 0.5),
        ("pad", {"width": 4500, "height": 100}, 0.5),
        ("border", {"size": 30}, 0.5),
        ("border", {"size": "3%"}, 0.5),
        ("rotate", {"degrees": 31}, 0.5),
    ],
)
def test_a_step_at_scale_does_the_same_to_a_smaller_picture(do: str, keys: dict[str, Any], factor: float) -> None:
    made = step(do, **keys)
    large_, small_ = made.after((2000, 1600)), made.at_scale(factor).after((round(2000 * factor), round(1600 * factor)))
    assert small_ == pytest.approx((large_[0] * factor, large_[1] * factor), abs=1.5)


def test_a_target_size_is_not_searched_for_while_a_person_waits(large: Path) -> None:
    (shown_,) = previewed(large, outputs=[{"format": "jpeg", "target_kb": 100}])["outputs"]
    assert (shown_["bytes"], shown_["estimated"]) == (100_000, True)


def test_what_stays_as_it_is_weighs_what_it_weighs(large: Path) -> None:
    upright = saved(large.parent / "upright.jpg", noisy(2600, 1900), quality=20)
    (shown_,) = previewed(upright)["outputs"]
    assert shown_["bytes"] <= upright.stat().st_size
    (shown_,) = previewed(large, steps=[{"do": "metadata-only"}])["outputs"]
    assert (shown_["width"], shown_["height"], shown_["estimated"]) == (2600, 1900, False)
    assert abs(shown_["bytes"] - large.stat().st_size) < 3000


def test_of_many_frames_the_first_is_shown(tmp_path: Path) -> None:
    path = animation(tmp_path / "a.gif", duration=100)
    data = previewed(path, outputs=[{"frames": "split", "format": "png"}, {"name": "b", "format": "webp"}])
    assert [output["name"] for output in data["outputs"]] == ["a-1.png", "b.webp"]
    red, green, _ = shown(data["outputs"][0]).convert("RGB").getpixel((30, 20))  # type: ignore[misc]
    assert (red < 8, abs(green - 200) < 8) == (True, True)


def test_files_of_many_show_the_part_of_this_one(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(600, 400))
    (page,) = previewed(path, steps=[{"do": "join", "format": "pdf"}])["outputs"]
    assert (page["format"], page["name"], page["width"]) == ("pdf", "a.pdf", 600)
    assert difference(shown(page), photo(600, 400)) < 3
    (cell,) = previewed(path, steps=[{"do": "contact-sheet", "cell": 90}])["outputs"]
    assert (cell["width"], cell["height"], cell["format"]) == (90, 60, "jpeg")


def test_deep_grey_is_shown_as_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("I;16", (40, 30), 0x8080))
    data = previewed(path)
    assert "DEPTH_REDUCED" not in [warning["code"] for warning in data["outputs"][0]["warnings"]]
    for part in (data["before"], data["outputs"][0]):
        assert abs(shown(part).convert("L").getpixel((5, 5)) - 128) <= 1  # type: ignore[operator]


def test_the_outputs_of_a_job_that_is_done_are_the_files_that_it_wrote(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photo(800, 400), quality=95)
    written = saved(tmp_path / "written.png", photo(123, 77))
    request = PlanRequest(out=str(tmp_path / "out"), options={"written": [str(written)]})
    data = KIND.preview(
        source_of(path), recipe(steps=[{"do": "resize", "mode": "long-edge", "size": 200}]), request
    ).data
    assert (data["before"]["width"], data["before"]["format"]) == (800, "jpeg")
    (part,) = data["outputs"]
    assert (part["width"], part["height"], part["bytes"]) == (123, 77, written.stat().st_size)
    assert (part["format"], part["name"], part["path"]) == ("png", "written.png", str(written))
    assert not part["estimated"]
    assert difference(shown(part), photo(123, 77)) < 2
    written.unlink()
    with pytest.raises(JobError, match=r"SOURCE_GONE.*written\.png"):
        KIND.preview(source_of(path), recipe(), request)
