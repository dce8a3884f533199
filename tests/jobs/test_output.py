"""Outputs that appear whole or not at all."""

import contextlib
import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.jobs import output
from app.jobs.base import JobError
from app.jobs.journal import Note, from_json
from app.jobs.leftovers import remove_leftovers
from app.jobs.output import AtomicOutput, Exists, error_for
from tests.jobs.context import MemoryJournal


def write(path: Path, content: bytes, exists: Exists = "number", journal: MemoryJournal | None = None) -> MemoryJournal:
    journal = journal or MemoryJournal()
    with AtomicOutput(str(path), journal, exists) as made:
        made.file.write(content)
    return journal


def test_it_appears_with_its_folder_content_and_times(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.bin"
    journal = MemoryJournal()
    with AtomicOutput(str(path), journal, times=(5_000_000_000, 7_000_000_000)) as made:
        made.file.write(b"one")
        assert not path.exists()
        assert os.listdir(path.parent) == [os.path.basename(made.temporary)]
        assert journal.intended == []
    assert path.read_bytes() == b"one"
    assert path.stat().st_mtime_ns == 7_000_000_000
    assert journal.intended == [(str(path), made.temporary)]
    assert os.listdir(path.parent) == ["a.bin"]


def test_an_exception_inside_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), AtomicOutput(str(tmp_path / "a"), MemoryJournal()) as made:
        made.file.write(b"half")
        raise KeyError
    assert os.listdir(tmp_path) == []


def test_a_file_that_appeared_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(JobError) as caught, AtomicOutput(str(path), MemoryJournal(), "skip") as made:
        made.file.write(b"ours")
        path.write_bytes(b"theirs")
    assert caught.value.failure.code == "TARGET_EXISTS"
    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a"]


def test_a_name_that_was_taken_meanwhile_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    (tmp_path / "a (2).bin").write_bytes(b"theirs too")
    journal = MemoryJournal()
    with AtomicOutput(str(path), journal, "number") as made:
        made.file.write(b"ours")
        path.write_bytes(b"theirs")
    assert made.path == str(tmp_path / "a (3).bin")
    assert Path(made.path).read_bytes() == b"ours"
    assert path.read_bytes() == b"theirs"
    with AtomicOutput(str(path), journal, "number") as again:  # a later attempt writes over its own
        again.file.write(b"once more")
    assert again.path == made.path
    assert sorted(os.listdir(tmp_path)) == ["a (2).bin", "a (3).bin", "a.bin"]


def test_two_jobs_that_were_planned_alike_both_keep_their_file(tmp_path: Path) -> None:
    def one(number: int) -> str:
        with AtomicOutput(str(tmp_path / "a"), MemoryJournal(), "number") as made:
            made.file.write(b"%d" % number)
        return made.path

    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(one, range(40)))
    assert sorted(int(Path(path).read_bytes()) for path in paths) == list(range(40))
    assert len(os.listdir(tmp_path)) == 40


def test_an_original_that_an_earlier_attempt_kept_stays_known(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"original")
    journal = MemoryJournal()
    for content in (b"first", b"second"):
        write(path, content, "replace", journal)
    assert len(journal.kept) == 2
    assert {Path(kept).read_bytes() for kept in journal.kept if kept} == {b"original"}
    assert None not in journal.kept


def test_an_output_of_an_earlier_attempt_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a"
    journal = write(path, b"first")
    write(path, b"second", journal=journal)
    assert path.read_bytes() == b"second"


@pytest.mark.parametrize("exists", ["replace", "newer"])
def test_what_is_replaced_is_kept(tmp_path: Path, exists: Exists) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"original")
    journal = write(path, b"new", exists)
    assert path.read_bytes() == b"new"
    (kept,) = (tmp_path / ".dropmill-kept").iterdir()
    assert kept.read_bytes() == b"original"
    write(path, b"newer still", exists, journal)
    assert kept.read_bytes() == b"original"


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 126 + "abc")
    write(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_name_that_is_too_long_says_so(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        write(tmp_path / ("a" * 300), b"x")
    assert caught.value.failure.code == "NAME_INVALID"
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(JobError) as caught:
        write(tmp_path / "a" / "b", b"x")
    assert caught.value.failure.code == "WRITE_DENIED"
    assert (tmp_path / "a").read_bytes() == b"x"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(JobError) as caught:
        write(tmp_path / "a", b"x")
    assert caught.value.failure.code == "WRITE_DENIED"


@pytest.mark.parametrize(
    ("number", "writing", "code"),
    [
        (errno.ENOSPC, True, "DISK_FULL"),
        (errno.EDQUOT, True, "DISK_FULL"),
        (errno.EACCES, True, "WRITE_DENIED"),
        (errno.EROFS, True, "WRITE_DENIED"),
        (errno.EACCES, False, "READ_DENIED"),
        (errno.ENOENT, False, "SOURCE_GONE"),
        (errno.ENAMETOOLONG, True, "NAME_INVALID"),
        (errno.ENOMEM, True, "OUT_OF_MEMORY"),
        (errno.EIO, False, "IO_ERROR"),
    ],
)
def test_errors_of_the_system_have_codes_and_name_the_file(number: int, writing: bool, code: str) -> None:
    failure = error_for(OSError(number, os.strerror(number)), "/in/photo.jpg", writing).failure
    assert failure.code == code
    assert "photo.jpg" in failure.message


def test_reading_turns_errors_into_failures(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught, output.reading(str(tmp_path / "a")):
        (tmp_path / "a").read_bytes()
    assert caught.value.failure.code == "SOURCE_GONE"


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from pathlib import Path
from app.jobs.base import JobError
from tests.jobs.test_output import write
try:
    write(Path(sys.argv[1]), b"x" * 200_000)
except JobError as error:
    print(error.failure.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on file sizes is a Unix one")
def test_a_write_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(tmp_path / "a")]
    done = subprocess.run(command, check=True, cwd=Path(__file__).parents[2], capture_output=True, timeout=60)
    assert done.stdout.decode().strip() in ("DISK_FULL", "IO_ERROR")
    assert os.listdir(tmp_path) == []


KILLED = """
import os, signal, sys
from app.jobs.leftovers import Writing
from app.jobs.output import AtomicOutput
from tests.jobs.context import MemoryJournal
with AtomicOutput(sys.argv[1], MemoryJournal(), "replace", writing=Writing("0123abcd", 3)) as made:
    made.file.write(b"half")
    made.file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_while_writing_leaves_the_old_file_and_a_leftover_that_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"original")
    command = [sys.executable, "-c", KILLED, str(path)]
    subprocess.run(command, check=False, cwd=Path(__file__).parents[2], timeout=60)
    assert path.read_bytes() == b"original"
    assert len(os.listdir(tmp_path)) == 2
    assert remove_leftovers(str(tmp_path), {"0123abcd": 2}) == 0, "the attempt that wrote it may still be at work"
    assert remove_leftovers(str(tmp_path), {"0123abcd": 3}) == 1
    assert os.listdir(tmp_path) == ["a.jpg"]


def test_a_stranger_that_took_a_journalled_name_is_not_ours(tmp_path: Path) -> None:
    """The attempt was killed between its note and the rename, and a person saved a file under that name since."""
    path = tmp_path / "a.bin"
    journal = write(path, b"ours")
    path.write_bytes(b"a person's own")
    assert not journal.owned(str(path))
    with AtomicOutput(str(path), journal, "number") as made:
        made.file.write(b"ours")
    assert path.read_bytes() == b"a person's own"
    assert Path(made.path).name == "a (2).bin"


def test_the_file_of_an_earlier_attempt_stays_ours_until_the_rename(tmp_path: Path) -> None:
    """Two kills in a row: the second one between the note and the rename."""
    path = tmp_path / "a.bin"
    journal = write(path, b"first attempt")

    class Killed(BaseException): ...

    class Dying(MemoryJournal):
        def intend(self, path: str, note: Note) -> None:
            super().intend(path, note)
            raise Killed

    second = Dying()
    second.notes = dict(journal.notes)
    with pytest.raises(Killed):
        write(path, b"second", journal=second)
    assert path.read_bytes() == b"first attempt"
    third = MemoryJournal()
    third.notes = {key: note for key, value in second.notes.items() if (note := from_json(value.to_json()))}
    assert third.owned(str(path))
    write(path, b"third", journal=third)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"a.bin": b"third"}


def test_an_edit_between_two_attempts_is_kept_as_well_as_the_original(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"original")
    journal = write(path, b"ours", "replace")
    path.write_bytes(b"edited by hand")
    write(path, b"ours again", "replace", journal)
    kept = tmp_path / ".dropmill-kept"
    assert sorted(one.read_bytes() for one in kept.iterdir()) == [b"edited by hand", b"original"]
    last = journal.kept[-1]
    assert last is not None
    assert Path(last).read_bytes() == b"edited by hand", "what stood there last is what comes back"


def test_the_note_says_what_the_file_is_known_by_and_which_folders_were_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.bin"
    journal = write(path, b"one")
    other = write(path.with_name("b.bin"), b"two")
    note = journal.notes[str(path)]
    assert (note.file.size, note.file.mtime_ns) == (3, path.stat().st_mtime_ns)
    assert note.made == (str(tmp_path / "new"), str(tmp_path / "new" / "deep"))
    assert other.notes[str(path.with_name("b.bin"))].made == ()


def test_an_output_that_fails_takes_its_empty_folders_along(tmp_path: Path) -> None:
    with pytest.raises(KeyError), AtomicOutput(str(tmp_path / "new" / "deep" / "a"), MemoryJournal()) as made:
        made.file.write(b"half")
        raise KeyError
    assert os.listdir(tmp_path) == []


def test_outputs_that_fail_beside_others_do_not_take_the_folder_from_under_them(tmp_path: Path) -> None:
    def one(number: int) -> bool:
        with contextlib.suppress(KeyError), AtomicOutput(str(tmp_path / "new" / f"{number}"), MemoryJournal()) as made:
            made.file.write(b"x")
            if number % 2:
                raise KeyError
        return number % 2 == 0

    with ThreadPoolExecutor(8) as pool:
        written = sum(pool.map(one, range(200)))
    assert len(os.listdir(tmp_path / "new")) == written == 100
