"""One table job as a worker does it, in a process that is warm: `FILE RECIPE OUT BLOCK [TIMES]`.

Says the CPU seconds (of one job) and the seconds on the clock (the median) of TIMES jobs, after one that counts not.
"""

import json
import shutil
import statistics
import sys
import time
from pathlib import Path

from app.jobs.registry import kind, parse_recipe
from tests.jobs.context import run_one


def main(file: str, recipe: str, out: str, block: str, times: str = "1") -> None:
    table, parsed, folder = kind("table"), parse_recipe(recipe), Path(out)
    options = {} if block == "default" else {"table_block": int(block)}
    folder.mkdir(parents=True, exist_ok=True)
    small = folder / "warm.csv"
    # Steps and arrays are there before the clock starts: as many rows as make a table go in blocks.
    with open(file, "rb") as source:
        small.write_bytes(source.read(1 << 20).rpartition(b"\n")[0] + b"\n")
    run_one(table, small, parsed, folder / "warm", options)
    shutil.rmtree(folder / "warm")
    cpu, walls = time.process_time(), []
    for _ in range(int(times)):
        shutil.rmtree(folder / "made", ignore_errors=True)
        begin = time.perf_counter()
        run_one(table, Path(file), parsed, folder / "made", options)
        walls.append(time.perf_counter() - begin)
    cpu = (time.process_time() - cpu) / int(times)
    sys.stdout.write(json.dumps({"cpu": cpu, "wall": statistics.median(walls)}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
