"""`dropmill run` over 200 photos: what the engine adds to the work itself, and what a second worker brings.

Beside it the same jobs in one loop without an engine, in turns. Times include the start of the program and of its
workers, the plan, and every commit. On a busy machine look at the CPU time: two workers share the cores with others.
"""

import json
import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.store.reader import JobView, Reader
from tests.bench import image_peers, photos
from tests.bench.report import Table

FILES, MADE = 200, 8  # files, of so many photos
ROUNDS = 3
RECIPE = {
    "dropmill": 1, "kind": "image", "name": "Bench",
    "steps": [{"do": "resize", "mode": "long-edge", "size": 1600}], "outputs": [{"format": "jpeg"}],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock and of CPU, and the most memory of a worker in MB."""

    wall: float
    cpu: float
    mb: float


def loop(files: list[Path], out: Path) -> Took:
    """The jobs without an engine, in one warm process."""
    call = [sys.executable, "-m", "tests.bench.image_worker", json.dumps(RECIPE), out, *files]
    _, peak, said = image_peers.spent(call)
    answer = json.loads(said.splitlines()[-1])
    return Took(answer["wall"], answer["cpu"], peak)


def dropmill(workers: int, files: list[Path], out: Path) -> Took:
    """The command line, with a queue of its own."""
    out.mkdir(parents=True)
    recipe = out / "recipe.json"
    recipe.write_text(json.dumps(RECIPE))
    data = out / "data"
    call = [sys.executable, "-m", "app", "--data-dir", data, "--jobs", str(workers)]
    begin = time.perf_counter()
    cpu, _, _ = image_peers.spent([*call, "run", "-r", recipe, "-o", out / "made", files[0].parent], one_core=False)
    wall = time.perf_counter() - begin
    with Reader(data / "queue.db") as reader:
        jobs = reader.job_ids(JobView())
        done = [attempt for job in jobs for attempt in reader.attempts(job)]
    if len(jobs) != len(files) or any(attempt.peak_mb is None for attempt in done):
        raise AssertionError("not every job is done: these are no figures")
    return Took(wall, cpu, max(attempt.peak_mb or 0 for attempt in done))


def run(scratch: Path) -> Table:
    sources = scratch / "made"
    sources.mkdir()
    made = photos.jpegs(sources, MADE)
    folder = scratch / "photos"
    folder.mkdir()
    files = [folder / f"photo{number:03}.jpg" for number in range(FILES)]
    for number, file in enumerate(files):
        os.link(made[number % MADE], file)
    took: dict[str, list[Took]] = {"loop": [], "1": [], "2": []}
    for turn in range(ROUNDS):
        for name in ("loop", "1", "2"):
            out = scratch / f"out-{turn}-{name}"
            took[name].append(loop(files, out) if name == "loop" else dropmill(int(name), files, out))
            shutil.rmtree(out)
    rows = (
        ("work alone, one process", *_figures(took["loop"])),
        ("dropmill run, 1 worker", *_figures(took["1"])),
        ("dropmill run, 2 workers", *_figures(took["2"])),
        ("work ÷ run with 1 worker, clock (aim ≥ 0.90)", _ratio(took["loop"], took["1"], "wall"), "", ""),
        ("work ÷ run with 1 worker, CPU", "", _ratio(took["loop"], took["1"], "cpu"), ""),
        ("2 workers ÷ 1 worker, files a second (aim ≥ 1.80)", _ratio(took["1"], took["2"], "wall"), "", ""),
    )
    note = f"{FILES} photos of 12 MP to 1600 px JPEG, best; {ROUNDS} rounds in turns, medians; memory of one process."
    return Table("dropmill run over 200 photos", note, ("what", "seconds", "CPU seconds", "MB"), rows)


def _figures(took: list[Took]) -> tuple[str, str, str]:
    return (
        f"{statistics.median(one.wall for one in took):.2f}",
        f"{statistics.median(one.cpu for one in took):.2f}",
        f"{max(one.mb for one in took):.0f}",
    )


def _ratio(above: list[Took], below: list[Took], what: str) -> str:
    pairs = zip(above, below, strict=True)
    return f"{statistics.median(getattr(a, what) / getattr(b, what) for a, b in pairs):.2f}"
