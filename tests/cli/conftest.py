"""What the command line's tests share."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.program import Program


@pytest.fixture
def dropmill(tmp_path: Path) -> Program:
    """The program with a fresh data folder."""
    return Program(tmp_path / "data")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with two good pictures and a damaged one."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, colour in (("a.jpg", "red"), ("b.jpg", "blue")):
        Image.new("RGB", (64, 48), colour).save(folder / name, quality=90)
    whole = Image.effect_noise((200, 200), 80).convert("RGB")
    whole.save(folder / "c.jpg", quality=90)
    (folder / "c.jpg").write_bytes((folder / "c.jpg").read_bytes()[:4000])
    return folder
