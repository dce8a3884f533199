"""How little may be decoded: fractions and common sizes, as arithmetic."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image.geometry import after
from app.jobs.image.reach import HEADROOM, LARGE, Need, Reach, need, reach
from tests.jobs.image.samples import recipe

PHOTO = (4000, 3000)
EDGE = {"do": "resize", "mode": "long-edge", "size": 1600}
THUMB = {"do": "resize", "mode": "fit", "width": 256, "height": 256}


def need_of(*steps: dict[str, Any], size: tuple[int, int] = PHOTO) -> Need | None:
    return need(recipe(steps=list(steps)).steps, size)


def test_what_outputs_need() -> None:
    assert need_of() is None
    assert need_of(EDGE) == Need((1600, 1200), exact=True)
    assert need_of(THUMB, EDGE) == Need((256, 192), exact=True)
    fill = {"do": "resize", "mode": "fill", "width": 300, "height": 300}
    assert need_of(fill) == Need((400, 300), exact=True)  # scaled first, then cropped
    assert need_of({"do": "resize", "mode": "percent", "size": 150}) == Need(PHOTO, exact=True)  # not enlarged


def test_what_is_cropped_first_must_be_there_in_full() -> None:
    half = {"do": "crop", "width": 2000, "height": 1500}
    assert need_of(half, EDGE) == Need((3200, 2400), exact=False)
    assert need_of(half) is None


def test_work_on_all_pixels_needs_all_pixels() -> None:
    assert need_of({"do": "adjust", "brightness": 1.2}, EDGE) is None


@pytest.mark.parametrize(
    ("edge", "speed", "scale"),
    [
        (1600, "best", 1), (1600, "fast", 2), (1112, "best", 1), (1111, "best", 2), (800, "fast", 4), (600, "best", 2),
        (555, "best", 4), (277, "best", 8), (256, "best", 8), (416, "fast", 8), (1, "best", 8),
    ],
)  # fmt: skip
def test_the_fraction_leaves_room_for_the_filter(edge: int, speed: str, scale: int) -> None:
    size = need_of({"do": "resize", "mode": "long-edge", "size": edge})
    assert reach([size], PHOTO, speed, scales=True).scale == scale
    assert reach([size], PHOTO, speed, scales=False).scale == 1


def test_of_a_huge_picture_memory_counts() -> None:
    size = (12_000, 9_000)
    assert size[0] * size[1] > LARGE
    wanted = need_of({"do": "resize", "mode": "long-edge", "size": 4000}, size=size)
    assert reach([wanted], size, "best", scales=True).scale == 2


def test_of_a_few_pixels_no_fraction_is_taken() -> None:
    assert reach([Need((1, 1), exact=True)], (16, 4000), "best", scales=True).scale == 2
    assert reach([Need((1, 1), exact=True)], (15, 4000), "best", scales=True).scale == 1


def test_outputs_share_one_shrunk_picture() -> None:
    edge, thumb = need_of(EDGE), need_of(THUMB)
    assert reach([thumb, edge], PHOTO, "best", scales=True) == Reach(1, (1600, 1200))
    assert reach([thumb, edge], PHOTO, "fast", scales=True) == Reach(2, (1600, 1200))
    assert reach([thumb], PHOTO, "best", scales=True) == Reach(8, (256, 192))


def test_outputs_of_nearly_the_same_size_are_each_made_from_the_whole() -> None:
    near = need_of({"do": "resize", "mode": "long-edge", "size": 1500})
    assert reach([need_of(EDGE), near], PHOTO, "best", scales=True) == Reach(1, None)
    assert reach([need_of(EDGE), need_of(EDGE)], PHOTO, "best", scales=True).shrink == (1600, 1200)


def test_one_output_that_needs_all_makes_all_the_rule() -> None:
    assert reach([need_of(EDGE), None], PHOTO, "fast", scales=True) == Reach()
    assert reach([], PHOTO, "fast", scales=True) == Reach()


def test_a_cropped_output_is_never_made_from_a_picture_just_large_enough() -> None:
    cropped = need_of({"do": "crop", "width": 3900, "height": 2900}, EDGE)
    assert reach([cropped], PHOTO, "best", scales=True).shrink is None


SIZES = st.tuples(st.integers(1, 9000), st.integers(1, 9000))


@given(SIZES, st.lists(st.tuples(SIZES, st.booleans()), min_size=1, max_size=4), st.sampled_from(["best", "fast"]))
def test_there_is_always_enough(size: tuple[int, int], wanted: list[tuple[tuple[int, int], bool]], speed: str) -> None:
    needs = [Need(one, exact) for one, exact in wanted]
    found = reach(needs, size, speed, scales=True)
    low = HEADROOM["fast"]
    for one in needs:
        if found.scale > 1:
            assert all(have / found.scale >= low * asked for have, asked in zip(size, one.size, strict=True))
        if found.shrink is not None:
            same = one.exact and one.size == found.shrink
            assert same or all(have >= low * asked for have, asked in zip(found.shrink, one.size, strict=True))
    if found.shrink is not None:
        assert found.shrink != size and all(a <= b for a, b in zip(found.shrink, size, strict=True))


def test_sizes_after_steps_do_not_depend_on_it() -> None:
    assert after(recipe(steps=[EDGE, THUMB]).steps, PHOTO) == (256, 192)
