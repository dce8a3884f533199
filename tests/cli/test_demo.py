"""The demonstration: the samples through all three kinds, every provoked failure named as such."""

from email import message_from_bytes
from pathlib import Path

import pytest
from PIL import Image

from app.cli.demo_command import SHOWS
from app.cli.main import run
from app.store.reader import Reader
from app.system.resources import resource
from tests.cli.program import Program


def samples() -> dict[Path, bytes]:
    """Every sample that ships, with its bytes."""
    return {path: path.read_bytes() for path in resource("samples").rglob("*") if path.is_file()}


def test_the_demonstration_ends_well_and_shows_what_it_provoked(dropmill: Program, tmp_path: Path) -> None:
    place = tmp_path / "demo"
    before = samples()
    ended = dropmill("demo", place)
    assert ended.code == 0, ended.out + ended.err
    for show in SHOWS:
        for _state, code in show.provoked:
            assert code in ended.out
    assert "provoked" in ended.out
    thumbnails = list((place / "results" / "thumbnails").rglob("*.webp"))
    assert len(thumbnails) == 13
    with Image.open(place / "results" / "web photos" / "held upright.jpg") as upright:
        assert upright.width > upright.height
        assert 0x0112 not in upright.getexif() or upright.getexif()[0x0112] == 1
    letters = [message_from_bytes(path.read_bytes()) for path in (place / "mailbox").iterdir()]
    assert len({letter["Message-ID"] for letter in letters}) == len(letters) == 8
    assert not dropmill.data.exists(), "the person's own queue must not be touched"
    assert samples() == before


def test_with_a_display_the_window_gets_the_batches_and_the_terminal_does_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "demo"
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("DROPMILL_RETRY_SCALE", "0.01")
    seen: list[tuple[Path, list[str], int]] = []

    def window(data_dir: Path, files: list[str], workers: int | None) -> int:
        with Reader(data_dir / "queue.db") as reader:
            seen.append((data_dir, files, len(reader.batches())))
        return 0

    assert run(["demo", "--window", str(place)], window=window) == 0
    (opened,) = seen
    assert opened[:2] == (place / "data", [])
    assert opened[2] == len(SHOWS)
    assert "provoked on purpose" in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_refused(dropmill: Program, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ended = dropmill("demo", tmp_path)
    assert ended.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_samples_are_what_their_generator_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    path = resource("samples", "make_samples.py")
    spec = importlib.util.spec_from_file_location("make_samples", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.photos(tmp_path / "photos")
    module.tables(tmp_path / "tables")
    module.mail(tmp_path / "mail")
    made = {p.relative_to(tmp_path): p for p in tmp_path.rglob("*") if p.is_file()}
    kept = {
        p.relative_to(path.parent) for part in ("photos", "tables", "mail") for p in (path.parent / part).rglob("*")
    }
    assert {p for p in kept if (path.parent / p).is_file()} == set(made)
    for name in ("mail/guests.csv", "tables/orders (semicolons).csv", "tables/customers (code page).csv"):
        assert made[Path(name)].read_bytes() == (path.parent / name).read_bytes()
    assert sum(p.stat().st_size for p in path.parent.rglob("*") if p.is_file()) < 1_500_000
