"""What a person waits for: previews of a 12-megapixel photo while a recipe is changed, and the plan of 10,000 pictures.

Both in one warm process. CPU milliseconds, the median of several rounds; on a quiet machine the clock says the same.
"""

import json
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.jobs.base import PlanRequest, Source
from app.jobs.registry import kind, parse_recipe
from tests.bench import photos
from tests.bench.report import Table

ROUNDS = 7
FILES = 10_000
RESIZE = {"do": "resize", "mode": "long-edge", "size": 1600}
THUMBNAIL = {
    "name": "{name}-t",
    "format": "webp",
    "steps": [{"do": "resize", "mode": "fit", "width": 256, "height": 256}],
}
PREVIEWS: dict[str, dict[str, Any]] = {
    "1600 px JPEG and a thumbnail": {"steps": [RESIZE], "outputs": [{"format": "jpeg"}, THUMBNAIL]},
    "1600 px WebP": {"steps": [RESIZE], "outputs": [{"format": "webp"}]},
    "JPEG, full size": {"outputs": [{"format": "jpeg", "quality": 90}]},
    "lossless WebP, full size": {"outputs": [{"format": "webp", "lossless": True}]},
    "at most 500 kB": {"outputs": [{"format": "jpeg", "target_kb": 500}]},
    "watermark, full size": {"steps": [{"do": "watermark", "text": "© {date:%Y}"}]},
    "adjusted, full size": {"steps": [{"do": "adjust", "gamma": 1.1, "saturation": 1.2, "sharpen": 0.3}]},
}
PLANS: dict[str, dict[str, Any]] = {
    "names as they are": {"outputs": [{"format": "jpeg"}, THUMBNAIL]},
    "names with size and date": {"outputs": [{"name": "{date}-{name}-{w}"}]},
    "one PDF of all": {"steps": [{"do": "join", "format": "pdf"}]},
}


def run(scratch: Path) -> Table:
    (photo,) = photos.jpegs(scratch, 1)
    rows = [(f"preview: {name}", f"{_preview(photo, keys):.0f} ms") for name, keys in PREVIEWS.items()]
    sources = _copies(photo, scratch / "many")
    rows += [(f"plan of {FILES:,}: {name}", f"{_plan(sources, keys) / 1000:.2f} s") for name, keys in PLANS.items()]
    note = "One warm process, CPU time. Asked: a preview within 150 ms, a plan within 3 s."
    return Table("Pictures at a glance", note, ("what", "CPU"), tuple(rows))


def _preview(photo: Path, keys: dict[str, Any]) -> float:
    recipe = parse_recipe(json.dumps({"dropmill": 1, "kind": "image", **keys}))
    source = _source(photo, 1)
    return _median(lambda: kind("image").preview(source, recipe, PlanRequest()), ROUNDS)


def _plan(sources: list[Source], keys: dict[str, Any]) -> float:
    recipe = parse_recipe(json.dumps({"dropmill": 1, "kind": "image", **keys}))
    return _median(lambda: list(kind("image").plan(sources, recipe, PlanRequest())), 3)


def _median(work: Callable[[], object], rounds: int) -> float:
    """CPU milliseconds of `work`, which is done once before it counts."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return statistics.median(times)


def _copies(photo: Path, folder: Path) -> list[Source]:
    """Files that are read like photos: a whole header each, and little behind it."""
    folder.mkdir()
    small = folder / "0.jpg"
    shutil.copyfile(photo, small)
    data = small.read_bytes()[:40_000]
    paths = [folder / f"{number}.jpg" for number in range(FILES)]
    for path in paths:
        path.write_bytes(data)
    return [_source(path, number) for number, path in enumerate(paths, 1)]


def _source(path: Path, number: int) -> Source:
    stat = path.stat()
    return Source(str(path), str(path.parent), stat.st_size, stat.st_mtime_ns, number)
