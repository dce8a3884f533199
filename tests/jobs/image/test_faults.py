"""Pictures while the drive, the permissions or the process give way: whole outputs or none, and the right code."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from app.jobs.base import JobError
from app.jobs.registry import kind
from tests.jobs.conftest import ROOM
from tests.jobs.context import run_one
from tests.jobs.image.samples import noisy, recipe, saved
from tests.waiting import until

KIND = kind("image")
ROOT = Path(__file__).parents[3]
FORMATS = ["jpeg", "png", "webp", "tiff", "gif", "avif", "bmp"]


def test_a_full_drive_has_whole_pictures_or_none(tmp_path: Path, small_drive: Path) -> None:
    """Sizes all around the room there is: what does not fit by a few bytes is as dangerous as what is far too large."""
    ends = set[str]()
    for quality in range(30, 100, 2):
        path = saved(tmp_path / f"{quality}.jpg", noisy(), quality=95)
        wanted = recipe(outputs=[{"format": "jpeg", "quality": quality, "bigger": "write"}])
        before = hashlib.sha256(path.read_bytes()).digest()
        try:
            result, _ = run_one(KIND, path, wanted, small_drive)
        except JobError as error:
            ends.add(error.failure.code)
            assert path.name in error.failure.message
            assert os.listdir(small_drive) == []
        else:
            (written,) = result.outputs
            assert os.path.getsize(written) == result.bytes_out <= ROOM
            with Image.open(written) as image:
                image.load()
            assert os.listdir(small_drive) == [path.name]
            os.unlink(written)
            ends.add("done")
        assert hashlib.sha256(path.read_bytes()).digest() == before
    assert ends == {"DISK_FULL", "done"}


@pytest.mark.parametrize("target", FORMATS)
def test_no_format_leaves_a_stump(tmp_path: Path, small_drive: Path, target: str) -> None:
    path = saved(tmp_path / "a.png", noisy(500, 400))
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(outputs=[{"format": target, "quality": 100}]), small_drive)
    assert caught.value.failure.code == "DISK_FULL"
    assert os.listdir(small_drive) == []


def test_an_old_output_survives_a_new_one_that_does_not_fit(tmp_path: Path, small_drive: Path) -> None:
    path = saved(tmp_path / "a.png", noisy(500, 400))
    (small_drive / "a.jpg").write_bytes(b"the old one")
    again = recipe(outputs=[{"format": "jpeg", "quality": 100}], place={"exists": "replace"})
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, again, small_drive)
    assert caught.value.failure.code == "DISK_FULL"
    assert (small_drive / "a.jpg").read_bytes() == b"the old one"
    assert os.listdir(small_drive) == ["a.jpg"]


def test_a_drive_that_may_only_be_read(tmp_path: Path, small_drive: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_drive)], check=True)
    path = saved(tmp_path / "a.png")
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(), small_drive)
    assert caught.value.failure.code == "WRITE_DENIED"
    assert str(small_drive) in caught.value.failure.message
    assert os.listdir(small_drive) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    path, out = saved(tmp_path / "a.png"), tmp_path / "out"
    out.mkdir(mode=0o500)
    with pytest.raises(JobError) as caught:
        run_one(KIND, path, recipe(), out)
    assert caught.value.failure.code == "WRITE_DENIED"


JOB = """
import sys
from pathlib import Path
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import recipe
source, out = map(Path, sys.argv[1:])
run_one(kind("image"), source, recipe(outputs=[{"format": "bmp"}]), out)
"""


def reached(process: subprocess.Popen[bytes], out: Path, length: int) -> bool:
    """Whether a file in the making is so long (or the process was quicker than we are)."""
    with contextlib.suppress(FileNotFoundError):  # it got its name in the meantime
        if any((out / name).stat().st_size >= length for name in os.listdir(out)):
            return True
    return process.poll() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_in_the_middle_of_a_write(tmp_path: Path) -> None:
    """A large output is cut off at several lengths: under its name there is nothing, or all of it."""
    path, out = saved(tmp_path / "a.png", Image.new("RGB", (5000, 3000), (9, 99, 199))), tmp_path / "out"
    out.mkdir()
    before = hashlib.sha256(path.read_bytes()).digest()
    whole = 5000 * 3000 * 3

    for length in (0, 1, whole // 2, whole):
        process = subprocess.Popen([sys.executable, "-c", JOB, str(path), str(out)], cwd=ROOT)
        until(partial(reached, process, out, length))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name in os.listdir(out):
            assert name.endswith(".part") or (out / name).stat().st_size > whole, name
            (out / name).unlink()
        assert hashlib.sha256(path.read_bytes()).digest() == before
    result, _ = run_one(KIND, path, recipe(outputs=[{"format": "bmp"}]), out)
    with Image.open(result.outputs[0]) as image:
        assert image.getpixel((4999, 2999)) == (9, 99, 199)


HUGE = """
import sys
from PIL import Image
Image.new("RGB", (12000, 9000), (200, 90, 30)).save(sys.argv[1], quality=30)
"""
PEAK = """
import resource, sys
from pathlib import Path
from app.jobs.base import JobError
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import recipe, saved
source, out, budget = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
small = recipe(steps=[{"do": "resize", "mode": "long-edge", "size": 1600}])
run_one(kind("image"), saved(source.with_name("warm.jpg")), small, out)  # imports and self-tests
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
run_one(kind("image"), source, small, out, {"memory_budget": budget})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is in kilobytes on Linux only")
def test_108_megapixels_stay_within_the_budget(tmp_path: Path) -> None:
    path, out, budget = tmp_path / "phone.jpg", tmp_path / "out", 300_000_000
    subprocess.run([sys.executable, "-c", HUGE, str(path)], check=True)
    command = [sys.executable, "-c", PEAK, str(path), str(out), str(budget)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert int(told) * 1024 < budget
    with Image.open(out / "phone.jpg") as image:
        assert image.size == (1600, 1200)
    with pytest.raises(JobError) as caught:  # in full it would need more
        run_one(KIND, path, recipe(outputs=[{"format": "png"}]), out, {"memory_budget": budget})
    assert caught.value.failure.code == "TOO_LARGE"
    assert "300 MB are allowed" in caught.value.failure.message


LITTLE = """
import resource, sys
from pathlib import Path
from app.jobs.base import JobError
from app.jobs.registry import kind
from tests.jobs.context import run_one
from tests.jobs.image.samples import recipe
from tests.jobs.image.test_faults import used
KIND = kind("image")
source, target = Path(sys.argv[1]), sys.argv[2]
wanted = recipe(outputs=[{"format": target, "bigger": "write"}])
run_one(KIND, Path(sys.argv[3]), wanted, source.parent / target)  # loads what the format needs
before = used()
for more in range(6, 78, 8):
    limit = before + (more << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
    try:
        run_one(KIND, source, wanted, source.parent / target)
        print("done")
    except JobError as error:
        print(error.failure.code, "" if error.failure.code == "OUT_OF_MEMORY" else error.failure.detail)
"""


def used() -> int:
    """Bytes of address space of this process."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory that hold are Linux's")
@pytest.mark.parametrize("target", ["jpeg", "gif"])
def test_too_little_memory_is_called_so(tmp_path: Path, target: str) -> None:
    """However little it is, in formats whose encoders have words of their own for it. (Not AVIF: its encoder may end
    the process, which the engine calls WORKER_DIED.)"""
    big = saved(tmp_path / "big.jpg", noisy().resize((1800, 1400)), quality=80)
    small = saved(tmp_path / "small.jpg", noisy(), quality=80)
    call = [sys.executable, "-c", LITTLE, str(big), target, str(small)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ends = [line.strip() for line in done.stdout.splitlines()]
    assert set(ends) == {"done", "OUT_OF_MEMORY"}
