"""Table jobs beside DuckDB, Miller, plain pandas and csvkit: same file, same work, outputs compared.

Rounds in turns, the order mixed anew in each, every measurement a process pinned to one core; what counts are the
ratios within a round. DROPMILL_MB (100) is the size of a file. Peers that are not installed are named and left out.
"""

import csv
import filecmp
import json
import os
import random
import shutil
import statistics
import sys
from pathlib import Path

from tests.bench import orders, table_peers
from tests.bench.image_peers import spent
from tests.bench.report import Table
from tests.bench.table_peers import STEPS, Spent

ROUNDS = 3
PLAIN_ONLY = ("csvkit", "Miller", "pandas")
BLOCKS, LAW, DUCKDB = "Dropmill", "Dropmill, row by row", "DuckDB"
SMALL = 200  # jobs of 1 kB


def run(scratch: Path) -> Table:
    size = int(os.environ.get("DROPMILL_MB", "100")) * 1_000_000
    peers, missing = table_peers.present()
    for name in missing:
        sys.stdout.write(f"tables: {name} is not installed and left out\n")
    everybody = {BLOCKS: table_peers.dropmill("default"), LAW: table_peers.dropmill("0"), **peers}
    rows: list[tuple[str, ...]] = []
    for kind in ("plain", "dirty", "quoted"):
        file = orders.make(scratch / f"{kind}.csv", size, kind)
        for what in STEPS:
            took: dict[str, list[Spent]] = {name: [] for name in everybody}
            same: dict[str, str] = {}
            for turn in range(ROUNDS):
                names = [BLOCKS, DUCKDB] if turn else [n for n in everybody if n not in PLAIN_ONLY or kind == "plain"]
                names = [name for name in names if name in everybody]
                for name in random.Random(f"{kind} {what} {turn}").sample(names, len(names)):
                    out = scratch / name
                    out.mkdir()
                    found = everybody[name](what, file, out)
                    if found is not None:
                        took[name].append(found)
                if not turn:
                    same = {name: _alike(scratch / LAW, scratch / name) for name in names if took[name]}
                for name in names:
                    shutil.rmtree(scratch / name)
            rows += _rows(kind, what, file.stat().st_size, took, same)
        file.unlink()
    rows.append(_small(scratch))
    note = (
        f"{size // 1_000_000} MB of orders of 14 columns, made from a seed; {ROUNDS} rounds in turns for {BLOCKS} and "
        f"{DUCKDB}, one for the others; one core each. CPU seconds, median; the most memory; times DuckDB and the "
        "row-by-row way round by round. Output: the same bytes as row by row, the same rows, or others. Copy reads, "
        "checks and writes every cell. csvkit's filter is a weaker one."
    )
    if missing:
        note += f" Not installed: {', '.join(missing)}."
    head = ("file", "work", "program", "CPU s", "MB/s", "× DuckDB", "× row by row", "MB", "output")
    return Table("Tables, CPU seconds", note, head, tuple(rows))


def _rows(kind: str, what: str, size: int, took: dict[str, list[Spent]], same: dict[str, str]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, all_spent in took.items():
        if not all_spent:
            continue
        cpu = statistics.median(one.cpu for one in all_spent)
        rows.append(
            (
                kind, what, name, f"{cpu:.2f}", f"{size / 1e6 / cpu:.0f}", _times(all_spent, took.get(DUCKDB, [])),
                _times(all_spent, took[LAW]), f"{max(one.mb for one in all_spent):.0f}", same[name],
            )
        )  # fmt: skip
    return rows


def _times(above: list[Spent], below: list[Spent]) -> str:
    pairs = list(zip(above, below, strict=False))
    return f"{statistics.median(a.cpu / b.cpu for a, b in pairs):.2f}" if pairs else ""


def _alike(one: Path, other: Path) -> str:
    """How the files of two folders compare. Rejects are not compared: the peers have none, or other ones."""
    mine, theirs = _files(one), _files(other)
    if len(mine) == len(theirs) == 1 and filecmp.cmp(mine[0], theirs[0], shallow=False):
        return "same bytes"
    if len(mine) == len(theirs) and all(
        a.name == b.name and filecmp.cmp(a, b, shallow=False) for a, b in zip(mine, theirs, strict=True)
    ):
        return "same bytes"
    return "same rows" if _content(mine) == _content(theirs) else "other"


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*.csv") if not p.name.endswith(".rejects.csv"))


def _content(files: list[Path]) -> int:
    """A sum of all rows, whatever their order, names of columns apart."""
    total = 0
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            next(reader, None)
            total += sum(hash(tuple(row)) for row in reader)
    return total


def _small(scratch: Path) -> tuple[str, ...]:
    file = orders.make(scratch / "small.csv", 1, "plain")
    file.write_bytes(file.read_bytes()[:1000].rpartition(b"\n")[0] + b"\n")
    recipe = json.dumps({"dropmill": 1, "kind": "table", "steps": STEPS["filter"]})
    call: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.bench.table_worker",
        file,
        recipe,
        scratch / "small",
        "default",
        str(SMALL),
    ]
    _, peak, said = spent(call)
    took = json.loads(said.splitlines()[-1])
    clock = f"{1000 * took['cpu']:.1f} ms; {1000 * took['wall']:.1f} ms on the clock, with two syncs of the drive"
    return "1 kB", "filter", BLOCKS, clock, "", "", "", f"{peak:.0f}", ""
