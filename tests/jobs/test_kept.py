"""Originals that are kept and put back."""

import os
from pathlib import Path

import pytest

from app.jobs import kept as kept_module
from app.jobs.base import Source
from app.jobs.kept import keep, last_kept, put_back, restore_input
from app.jobs.output import AtomicOutput
from tests.jobs.context import MemoryJournal, source_of


def replaced(tmp_path: Path, journal: MemoryJournal, same_time: bool = True) -> tuple[Path, Source, str]:
    """An input whose output took its place, as a killed attempt leaves it."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"original")
    source = source_of(path)
    folder = str(tmp_path / "kept")
    times = (source.mtime_ns, source.mtime_ns) if same_time else None
    with AtomicOutput(str(path), journal, "replace", times, folder) as made:
        made.file.write(b"ours")
    return path, source, folder


@pytest.mark.parametrize("same_time", [True, False])
def test_an_input_that_a_killed_attempt_replaced_comes_back(tmp_path: Path, same_time: bool) -> None:
    journal = MemoryJournal()
    path, source, folder = replaced(tmp_path, journal, same_time)
    for _ in range(2):
        restore_input(source, journal, folder)
        assert path.read_bytes() == b"original"
        assert source_of(path) == source
    with AtomicOutput(str(path), journal, "replace", None, folder) as made:
        made.file.write(b"ours again")
    assert path.read_bytes() == b"ours again"
    assert [Path(one).read_bytes() for one in journal.kept if one] == [b"original"] * 2
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "kept"]
    assert len(os.listdir(folder)) == 1


def test_what_a_person_put_there_since_is_left(tmp_path: Path) -> None:
    journal = MemoryJournal()
    path, source, folder = replaced(tmp_path, journal)
    path.write_bytes(b"edited by hand")
    restore_input(source, journal, folder)
    assert path.read_bytes() == b"edited by hand"
    restore_input(source, MemoryJournal(), folder)  # not this job's
    assert path.read_bytes() == b"edited by hand"


def test_keeping_twice_is_keeping_once_and_a_later_edit_is_kept_beside(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.jpg", str(tmp_path / "kept")
    path.write_bytes(b"original")
    first = keep(folder, str(path))
    assert keep(folder, str(path)) == first == last_kept(folder, str(path))
    path.unlink()  # saved anew by a person, as programs do it
    path.write_bytes(b"edited by hand")
    second = keep(folder, str(path))
    assert second != first
    assert last_kept(folder, str(path)) == second
    assert (Path(first).read_bytes(), Path(second).read_bytes()) == (b"original", b"edited by hand")
    assert last_kept(folder, str(tmp_path / "b.jpg")) is None


def test_what_is_put_back_is_the_original_with_its_time_and_rights_and_the_kept_one_stays_apart(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.jpg", str(tmp_path / "kept")
    path.write_bytes(b"original")
    path.chmod(0o440)
    os.utime(path, ns=(1, 1_234_567_890_123_456_789))
    kept = keep(folder, str(path))
    path.unlink()
    path.write_bytes(b"ours")
    put_back(kept, str(path))
    assert path.read_bytes() == b"original"
    assert (path.stat().st_mtime_ns, path.stat().st_mode & 0o777) == (1_234_567_890_123_456_789, 0o440)
    path.chmod(0o600)
    with path.open("r+b") as file:
        file.write(b"edited")
    assert Path(kept).read_bytes() == b"original"
    assert sorted(os.listdir(tmp_path)) == ["a.jpg", "kept"]


def test_a_link_that_was_replaced_comes_back_as_a_link(tmp_path: Path) -> None:
    target, path = tmp_path / "target", tmp_path / "a.jpg"
    target.write_bytes(b"original")
    path.symlink_to(target)
    kept = keep(str(tmp_path / "kept"), str(path))
    os.replace(_file(tmp_path / "ours"), path)
    put_back(kept, str(path))
    assert path.is_symlink()
    assert path.read_bytes() == target.read_bytes() == b"original"


def test_a_drive_without_links_keeps_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(kept_module.os, "link", refuse)
    path = _file(tmp_path / "a.jpg")
    kept = keep(str(tmp_path / "kept"), str(path))
    assert not os.path.samefile(kept, path)
    assert Path(kept).read_bytes() == path.read_bytes()
    assert keep(str(tmp_path / "kept"), str(path)) == kept


def test_a_put_back_that_fails_leaves_what_stands_there(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.jpg")
    with pytest.raises(OSError, match="No such file"):
        put_back(str(tmp_path / "gone"), str(path))
    assert os.listdir(tmp_path) == ["a.jpg"]
    assert path.read_bytes() == b"x"


def _file(path: Path) -> Path:
    path.write_bytes(b"x")
    return path
