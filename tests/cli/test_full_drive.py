"""A drive that is really full: a small file system of its own, mounted for the test."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.program import Program

RECIPE = '{"dropmill": 1, "kind": "image", "name": "Copy", "outputs": [{"format": "png"}]}'


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """An empty drive of 128 KiB. Needs root, as mounting does."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting needs root on Linux")
    drive = tmp_path / "drive"
    drive.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(drive)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount anything")
    yield drive
    subprocess.run(["umount", str(drive)], check=True)


def test_a_full_drive_pauses_with_words_and_goes_on_when_there_is_room(
    dropmill: Program, small_drive: Path, tmp_path: Path
) -> None:
    pictures = tmp_path / "many"
    pictures.mkdir()
    for number in range(8):
        Image.effect_noise((160, 160), 80).save(pictures / f"p{number}.png")
    recipe = tmp_path / "copy.json"
    recipe.write_text(RECIPE)
    # Delays stay as they are: the pause is longer than the command waits for.
    out = small_drive / "out"
    run = dropmill("run", "--recipe", recipe, "--out", out, "--json", pictures, DROPMILL_RETRY_SCALE="1")
    assert run.code == 1
    (lane, *_more) = run.events("lane")
    assert (lane["lane"], lane["state"], lane["code"]) == ("cpu", "paused", "DISK_FULL")
    assert "no room left" in lane["message"]
    done = [job["outputs"][0] for job in run.jobs]
    assert run.summary["waiting"] == 8 - len(done)
    assert 0 < len(done) < 8
    assert {job["state"] for job in run.jobs} == {"done"}
    assert sorted(str(path) for path in out.iterdir()) == sorted(done)

    subprocess.run(["mount", "-o", "remount,size=8m", str(small_drive)], check=True)
    assert dropmill("resume").code == 0
    rest = dropmill("work", "--json")
    assert rest.code == 0
    assert len(rest.jobs) == 8 - len(done)
    for number in range(8):
        with Image.open(out / f"p{number}.png") as picture:
            picture.load()
