"""What the system reports of watched folders, with the real package on a real folder."""

import threading
from pathlib import Path

import pytest

from app.engine.watching.hints import Hints, _concerns
from tests.waiting import until


def test_what_happens_below_is_reported_until_nobody_listens(tmp_path: Path) -> None:
    heard: list[int] = []
    before = threading.active_count()
    hints = Hints(heard.append)
    (tmp_path / "deep").mkdir()
    assert hints.listen(7, str(tmp_path), frozenset())
    (tmp_path / "deep" / "a.txt").write_text("x")
    until(lambda: heard)
    assert set(heard) == {7}
    assert hints.listen(7, str(tmp_path), frozenset()), "listening anew is no fault"
    hints.drop(7)
    hints.drop(7)
    hints.stop()
    until(lambda: threading.active_count() <= before)


def test_a_folder_that_is_not_there_cannot_be_listened_to(tmp_path: Path) -> None:
    hints = Hints(lambda _watch: None)
    try:
        assert not hints.listen(1, str(tmp_path / "nothing"), frozenset())
    finally:
        hints.stop()


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        ("/in/a.txt", True),
        ("/in/deep/a.txt", True),
        ("/in", True),
        ("", False),
        ("/in/Dropmill/a.txt", False),
        ("/in/deep/Dropmill/a.txt", False),
        ("/in/.a.txt.1234.part", False),
        ("/in/.hidden/a.txt", False),
        ("/in/data", False),
        ("/in/data/kept/a.txt", False),
        ("/in/database.txt", True),
    ],
)
def test_our_own_and_hidden_files_are_no_news(path: str, concerned: bool) -> None:
    assert _concerns("/in", path, frozenset({"Dropmill", "/in/data"})) is concerned
