"""Opening the window from the command line: what it is told."""

from pathlib import Path

from app.cli.main import run


def test_the_window_gets_folder_files_and_workers(tmp_path: Path) -> None:
    told: list[tuple[Path, list[str], int | None]] = []

    def window(data_dir: Path, files: list[str], workers: int | None) -> int:
        told.append((data_dir, files, workers))
        return 0

    photo = tmp_path / "photo.jpg"
    photo.touch()
    assert run(["--data-dir", str(tmp_path / "data"), "--jobs", "3", str(photo)], window=window) == 0
    assert run(["--data-dir", str(tmp_path / "data")], window=window) == 0
    assert told == [(tmp_path / "data", [str(photo)], 3), (tmp_path / "data", [], None)]
