"""What is left of a run says why it waits, and how it goes on."""

from pathlib import Path

from PIL import Image

from tests.cli.program import Program


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        Image.new("RGB", (32, 24), (number, 0, 0)).save(folder / f"{number}.png")
    return folder


def test_a_batch_that_paused_here_says_so(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    dropmill("add", "-r", "thumbnails", "-o", tmp_path / "out", pictures)
    dropmill("pause", "--before", 2)
    ended = dropmill("--jobs", 1, "work", "--json")
    assert (ended.code, ended.summary["waiting"]) == (1, 2)
    assert "Paused here" in ended.err
    assert "dropmill start 1" in ended.err


def test_held_jobs_are_said(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    dropmill("add", "-r", "thumbnails", "-o", tmp_path / "out", pictures / "a.jpg", pictures / "b.jpg")
    dropmill("hold", 1)
    ended = dropmill("work", "--json")
    assert (ended.code, ended.summary["done"], ended.summary["waiting"]) == (1, 1, 1)
    assert "1 held" in ended.err
    assert "dropmill release --batch 1" in ended.err


def test_an_ordered_batch_on_a_drive_that_is_away_ends_the_run_and_says_why(dropmill: Program, tmp_path: Path) -> None:
    folder = many(tmp_path / "nas", 4)
    recipe = tmp_path / "ordered.json"
    recipe.write_text('{"dropmill": 1, "kind": "image", "ordered": true, "outputs": [{"format": "webp"}]}')
    assert dropmill("add", "-r", recipe, "-o", tmp_path / "out", folder).code == 0
    folder.rename(tmp_path / "away")
    ended = dropmill("work", "--json", DROPMILL_RETRY_SCALE="10")
    assert (ended.code, ended.summary["waiting"]) == (1, 4)
    assert [line["code"] for line in ended.events("lane")] == ["DRIVE_MISSING"]
    assert "3 stand behind them in its order" in ended.err
    (tmp_path / "away").rename(folder)
    assert dropmill("resume").code == 0
    again = dropmill("work", "--json")
    assert [Path(job["input"]).stem for job in again.jobs] == ["0", "1", "2", "3"]
