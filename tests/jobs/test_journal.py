"""Notes on outputs: what a file is known by."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.journal import Fingerprint, Note, fingerprint, from_json

prints = st.builds(Fingerprint, st.integers(0, 1 << 62), st.integers(-(1 << 62), 1 << 62))
paths = st.text(st.characters(blacklist_characters="\0"), min_size=1)  # lone surrogates too: bytes that are no UTF-8


@given(st.builds(Note, paths, prints, st.none() | prints, st.none() | paths, st.lists(paths, max_size=3).map(tuple)))
def test_a_note_comes_back_from_its_json(note: Note) -> None:
    assert from_json(note.to_json()) == note


@pytest.mark.parametrize("text", ['{"temporary": "/a/.b.part", "kept": null}', "83:1700", "", "[]", '{"before": [1]}'])
def test_a_note_of_an_older_program_or_a_damaged_queue_says_nothing_about_the_file(text: str) -> None:
    assert from_json(text) is None


def test_a_file_is_known_by_size_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"ours")
    found = fingerprint(str(path))
    assert found is not None
    note = Note("t", found)
    assert note.stands_at(str(path))
    os.utime(path, ns=(0, found.mtime_ns + 1_000_000))
    assert not note.stands_at(str(path))
    path.write_bytes(b"theirs")
    os.utime(path, ns=(0, found.mtime_ns))
    assert not note.stands_at(str(path))


def test_only_a_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "folder").mkdir()
    assert fingerprint(str(tmp_path / "file")) is not None
    for name in ("link", "folder", "nothing", "file/below"):
        assert fingerprint(str(tmp_path / name)) is None
