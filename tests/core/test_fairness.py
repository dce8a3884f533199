"""Whose turn it is."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.fairness import AGEING_MS, Waiting, rounds

NOW = 10_000_000

BATCHES = st.lists(
    st.builds(Waiting, st.integers(1, 50), st.integers(-1, 1), st.integers(NOW - 20 * AGEING_MS, NOW)),
    unique_by=lambda waiting: waiting.batch,
    max_size=12,
)


def test_higher_priority_goes_first() -> None:
    assert list(rounds([Waiting(1, 0, NOW), Waiting(2, 1, NOW), Waiting(3, -1, NOW)], NOW, 0)) == [[2], [1], [3]]


def test_equals_take_turns() -> None:
    batches = [Waiting(number, 0, NOW) for number in (1, 2, 3)]
    assert list(rounds(batches, NOW, turn=1)) == [[2, 3, 1]]
    assert list(rounds(batches, NOW, turn=3)) == [[1, 2, 3]]


def test_waiting_lifts_a_batch_by_a_step_each_five_minutes() -> None:
    low = Waiting(2, -1, NOW - 2 * AGEING_MS)
    assert list(rounds([Waiting(1, 1, NOW), low], NOW, 0)) == [[1, 2]]
    assert list(rounds([Waiting(1, 1, NOW), low], NOW + AGEING_MS, 1)) == [[2, 1]]  # both have aged


@given(batches=BATCHES, turn=st.integers(0, 50))
def test_everybody_is_asked_once_and_nobody_before_a_higher_one(batches: list[Waiting], turn: int) -> None:
    levels = list(rounds(batches, NOW, turn))
    assert sorted(batch for level in levels for batch in level) == sorted(b.batch for b in batches)
    known = {b.batch: b.level(NOW) for b in batches}
    heights = [{known[batch] for batch in level} for level in levels]
    assert all(len(height) == 1 for height in heights)
    assert [min(height) for height in heights] == sorted({min(height) for height in heights}, reverse=True)


@given(batches=BATCHES, starving=st.integers(-1, 0))
def test_nobody_starves(batches: list[Waiting], starving: int) -> None:
    """A batch that has waited two steps longer than the others stands in front, whatever its priority."""
    longest = Waiting(99, starving, min([b.since for b in batches], default=NOW) - 3 * AGEING_MS)
    assert 99 in next(rounds([*batches, longest], NOW, 0))
