"""A warm worker by itself: `python -m tests.bench.image_worker RECIPE OUT FILE…` does the jobs and says what they cost.

Owns: the loop. The first file is done once before, so that what is loaded and tried at first use is not counted.
"""

import json
import sys
import time
from pathlib import Path

from app.jobs.registry import kind, parse_recipe
from tests.jobs.context import run_one


def main() -> None:
    text, out, *files = sys.argv[1:]
    recipe = parse_recipe(text)
    image = kind("image")
    run_one(image, Path(files[0]), recipe, Path(out) / "warm")
    begin, used = time.perf_counter(), time.process_time()
    for file in files:
        run_one(image, Path(file), recipe, Path(out))
    wall, cpu = time.perf_counter() - begin, time.process_time() - used
    sys.stdout.write(json.dumps({"cpu": cpu, "wall": wall}) + "\n")


if __name__ == "__main__":
    main()
