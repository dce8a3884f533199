"""Sizes: every resize mode, rounding, never enlarging."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.image.geometry import Size, after, fit, needed, place
from app.jobs.image.recipe import Resize


def step(mode: str, **keys: Any) -> Resize:
    return Resize.model_validate({"do": "resize", "mode": mode, **keys})


@pytest.mark.parametrize(
    ("made", "size", "expected"),
    [
        (step("long-edge", size=1600), (4000, 3000), (1600, 1200)),
        (step("long-edge", size=1600), (3000, 4000), (1200, 1600)),
        (step("short-edge", size=600), (4000, 3000), (800, 600)),
        (step("fit", width=1000, height=200), (4000, 3000), (267, 200)),
        (step("fit", width=1000), (4000, 3000), (1000, 750)),
        (step("exact", width=10, height=500), (4000, 3000), (10, 500)),
        (step("percent", size=50), (401, 301), (201, 151)),
        (step("megapixels", size=3), (4000, 3000), (2000, 1500)),
        (step("long-edge", size=10), (4000, 1), (10, 1)),
        (step("fill", width=300, height=300), (4000, 3000), (300, 300)),
        # Never enlarged, unless asked.
        (step("long-edge", size=1600), (800, 600), (800, 600)),
        (step("long-edge", size=1600, enlarge=True), (800, 600), (1600, 1200)),
        (step("percent", size=200), (80, 60), (80, 60)),
        (step("exact", width=100, height=30), (80, 60), (80, 30)),
        (step("fill", width=800, height=600), (400, 900), (400, 300)),
        (step("fill", width=800, height=600, enlarge=True), (400, 900), (800, 600)),
    ],
)
def test_sizes(made: Resize, size: Size, expected: Size) -> None:
    assert fit(made, size).size == expected


def test_what_is_held_back_is_said() -> None:
    assert fit(step("fit", width=99, height=99), (9, 9)).held_back
    assert not fit(step("fit", width=9, height=9), (9, 9)).held_back
    assert not fit(step("fit", width=5, height=9), (9, 9)).held_back


def test_fill_keeps_what_gravity_says() -> None:
    assert fit(step("fill", width=100, height=100, gravity="north-west"), (400, 200)).box == (0, 0, 100, 100)
    assert fit(step("fill", width=100, height=100, gravity="east"), (400, 200)).box == (100, 0, 200, 100)
    assert fit(step("fill", width=100, height=100), (200, 400)).box == (0, 50, 100, 150)
    assert place((10, 20), (4, 6), "south-east") == (6, 14)


def test_steps_follow_each_other() -> None:
    steps = (step("long-edge", size=1000), step("percent", size=10))
    assert after(steps, (4000, 2000)) == (100, 50)
    assert needed(steps, (4000, 2000)) == (1000, 500)
    assert needed((), (4000, 2000)) is None
    assert needed((step("fill", width=100, height=100),), (4000, 2000)) == (200, 100)


SIDE = st.integers(1, 20_000)
STEPS = st.one_of(
    st.builds(lambda size: step("long-edge", size=size), SIDE),
    st.builds(lambda size: step("short-edge", size=size), SIDE),
    st.builds(lambda size: step("percent", size=size), st.floats(0.01, 1000)),
    st.builds(lambda size: step("megapixels", size=size), st.floats(0.0001, 300)),
    st.builds(lambda w, h: step("fit", width=w, height=h), SIDE, SIDE),
    st.builds(lambda w, h: step("exact", width=w, height=h), SIDE, SIDE),
    st.builds(
        lambda w, h, gravity: step("fill", width=w, height=h, gravity=gravity),
        SIDE,
        SIDE,
        st.sampled_from(["center", "north", "south-west"]),
    ),
)


@given(STEPS, SIDE, SIDE)
def test_never_larger_never_nothing_and_the_box_lies_inside(made: Resize, width: int, height: int) -> None:
    plan = fit(made, (width, height))
    left, top, right, bottom = plan.box
    assert 0 <= left < right <= plan.scaled[0]
    assert 0 <= top < bottom <= plan.scaled[1]
    assert plan.size[0] <= width
    assert plan.size[1] <= height


@given(st.integers(1, 5000), SIDE, SIDE)
def test_the_long_edge_is_exact_and_proportions_hold_to_a_pixel(edge: int, width: int, height: int) -> None:
    new = fit(step("long-edge", size=edge, enlarge=True), (width, height)).size
    assert max(new) == edge
    factor = edge / max(width, height)
    assert abs(new[0] - width * factor) <= 1
    assert abs(new[1] - height * factor) <= 1
