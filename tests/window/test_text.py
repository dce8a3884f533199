"""Numbers and words as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.window import text
from app.window.text import NBSP


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (84_000, "84 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"),
     (4_100_000, "4.1 MB"), (9_949_999, "9.9 MB"), (9_950_000, "10 MB"),
     (318_000_000, "318 MB"), (1_900_000_000, "1.9 GB")],
)  # fmt: skip
def test_sizes_are_decimal_and_short(count, words):
    assert text.size(count) == words.replace(" ", NBSP)


@given(st.integers(0, 10**17))
def test_a_size_never_needs_more_than_four_figures(count):
    figures = text.size(count).split(NBSP)[0]
    assert len(figures.replace(".", "").replace(",", "")) <= 3


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(100, 15, "−85 %"), (100, 100, "0 %"), (100, 104, "+4 %"), (0, 5, ""), (5, 0, ""), (1000, 999, "0 %")],
)
def test_saved(before, after, words):
    assert text.saved(before, after) == words.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (14.2, "0:14"), (725, "12:05"), (3725, "1:02:05"), (-3, "0:00")]
)
def test_clock(seconds, words):
    assert text.clock(seconds) == words


@pytest.mark.parametrize(
    ("ms", "words"), [(3, "0.1 s"), (400, "0.4 s"), (9_900, "9.9 s"), (11_200, "11 s"), (65_000, "1:05")]
)
def test_elapsed(ms, words):
    assert text.elapsed(ms) == words.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("seconds", "words"), [(4, "4 s"), (460, "7 min 40 s"), (120, "2 min"), (7500, "2 h 5 min"), (7200, "2 h")]
)
def test_duration(seconds, words):
    assert text.duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(3, "a few seconds"), (41, "about 40 s"), (110, "about 2 min"), (11_000, "about 3 h")]
)
def test_about(seconds, words):
    assert text.about(seconds) == words


def test_plurals_carry_grouped_numbers():
    assert text.files(1) == "1 file"
    assert text.files(4812) == "4,812 files"
    assert text.things("mail", 1) == "1 message"
    assert text.things("image", 312) == "312 pictures"


@given(st.text())
def test_a_name_stays_on_one_line_and_in_its_own_direction(name):
    shown = text.printable(name)
    assert len(shown) == len(name)
    assert shown.splitlines() in ([shown], [])
    assert not any(mark in shown for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\n\r\t\0")


def test_from_right_to_left_a_size_keeps_its_own_order_and_the_arrow_turns(qapp):
    assert text.shrunk(4_100_000, 612_000) == f"4.1{NBSP}MB → 612{NBSP}KB"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert text.shrunk(4_100_000, 612_000) == f"\u20684.1{NBSP}MB\u2069 ← \u2068612{NBSP}KB\u2069"
        assert text.saved(100, 104) == f"\u2068+4{NBSP}%\u2069"
        assert text.isolated("") == ""
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_face_has_its_word_and_state():
    words = [text.word(face) for face in text.Face]
    assert len(set(words)) == len(words)
    assert {text.FACE_OF_STATE[state] for state in text.STATE_OF_FACE.values()} == set(text.Face)
