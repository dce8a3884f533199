"""Drives that are nearly full are told once, until there is room again."""

from collections import namedtuple
from pathlib import Path

from app.alerts.disk import LEAST_FREE, DiskWatch

Usage = namedtuple("Usage", "total used free")
TERA = 1 << 40


class Drives:
    """Made-up drives: a path's first letter names its drive."""

    def __init__(self) -> None:
        self.free = {"a": TERA // 2, "b": TERA // 2}
        self.watch = DiskWatch(self.usage, lambda path: Path(path).name[0])

    def usage(self, path: str) -> Usage:
        name = Path(path).name[0]
        if name not in self.free:
            raise PermissionError(path)
        return Usage(TERA, 0, self.free[name])


def test_a_drive_is_told_once_until_it_recovers(tmp_path: Path) -> None:
    drives, paths = Drives(), [str(tmp_path / name) for name in ("a1", "a2", "b1")]
    for path in paths:
        Path(path).mkdir()
    assert drives.watch.look(paths) == []
    drives.free["a"] = TERA // 50 - 1  # below 2 %
    (low,) = drives.watch.look(paths)
    assert (low.path, low.free, low.total) == (paths[0], TERA // 50 - 1, TERA)
    assert drives.watch.look(paths) == []
    drives.free["b"] = 0
    assert [low.path for low in drives.watch.look(paths)] == [paths[2]]
    drives.free["a"] = TERA // 2
    assert drives.watch.look(paths) == []
    drives.free["a"] = 0
    assert [low.path for low in drives.watch.look(paths)] == [paths[0]]


def test_a_small_drive_with_less_than_a_gigabyte_is_nearly_full(tmp_path: Path) -> None:
    for free, low in ((LEAST_FREE - 1, 1), (LEAST_FREE, 0)):
        watch = DiskWatch(lambda _path, free=free: Usage(4 * LEAST_FREE, 0, free))
        assert len(watch.look([str(tmp_path)])) == low


def test_a_folder_to_come_counts_for_the_one_it_will_be_in_and_a_drive_that_is_away_for_none(tmp_path: Path) -> None:
    asked: list[str] = []

    def usage(path: str) -> Usage:
        asked.append(path)
        raise OSError("away")

    assert DiskWatch(usage).look([str(tmp_path / "not" / "yet")]) == []
    assert asked == [str(tmp_path)]


def test_this_computers_own_drive_can_be_looked_at(tmp_path: Path) -> None:
    assert len(DiskWatch().look([str(tmp_path)])) <= 1
