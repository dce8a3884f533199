"""The breaker opens for what jobs share, never for the faults of files."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.breaker import IN_A_ROW, WINDOW, Breaker
from app.core.failures import FAILURES, SHARED_CAUSES

OWN_FAULTS = sorted(set(FAILURES) - SHARED_CAUSES)


def notes(*codes: str | None) -> list[str | None]:
    breaker = Breaker()
    return [breaker.note(code) for code in codes]


def test_five_equal_codes_in_a_row_open_it() -> None:
    assert notes(*["NET_LOST"] * IN_A_ROW) == [None] * (IN_A_ROW - 1) + ["NET_LOST"]


def test_success_in_between_keeps_it_closed() -> None:
    assert set(notes(*["NET_LOST"] * 4, None, *["NET_LOST"] * 4)) == {None}


def test_a_fault_of_a_file_shows_that_the_lane_works() -> None:
    assert set(notes(*["IO_ERROR"] * 4, "CORRUPT", *["IO_ERROR"] * 4)) == {None}


def test_mixed_troubles_open_it_when_they_are_more_than_half() -> None:
    mixed = [code for _ in range(7) for code in ("NET_LOST", "SRV_TEMP", None)]
    opened = [code for code in notes(*mixed[:WINDOW]) if code]
    assert len(opened) == 1


def test_after_it_opened_the_past_is_forgotten() -> None:
    breaker = Breaker()
    for _ in range(IN_A_ROW):
        breaker.note("IO_ERROR")
    assert [breaker.note("IO_ERROR") for _ in range(IN_A_ROW - 1)] == [None] * (IN_A_ROW - 1)


@given(codes=st.lists(st.none() | st.sampled_from(OWN_FAULTS), max_size=60))
def test_faults_of_files_never_open_it(codes: list[str | None]) -> None:
    assert set(notes(*codes)) <= {None}


@given(codes=st.lists(st.none() | st.sampled_from(sorted(SHARED_CAUSES)), max_size=60))
def test_it_names_the_code_that_opened_it(codes: list[str | None]) -> None:
    for code, opened in zip(codes, notes(*codes), strict=True):
        assert opened in (None, code)
