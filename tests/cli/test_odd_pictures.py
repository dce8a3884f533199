"""The folder of odd pictures through the program itself: queue, worker processes, words."""

import json
import os
from pathlib import Path

from tests.cli.program import Program
from tests.jobs.image.odd import WHOLE
from tests.jobs.image.odd_damage import BROKEN

RECIPE = {"dropmill": 1, "kind": "image", "name": "Odd", "outputs": [{"format": "jpeg", "bigger": "write"}]}


def test_every_file_ends_as_its_maker_says(dropmill: Program, tmp_path: Path) -> None:
    files = {made.name: made for make in (*WHOLE, *BROKEN) for made in make()}
    folder, recipe = tmp_path / "in", tmp_path / "odd.json"
    folder.mkdir()
    for name, made in files.items():
        (folder / name).write_bytes(made.data)
    recipe.write_text(json.dumps(RECIPE))
    run = dropmill("run", "--recipe", recipe, "--out", tmp_path / "out", "--json", folder)
    assert run.code == 1
    ends = {}
    for job in run.jobs:
        codes = {warning["code"] for warning in job["warnings"]} - {"RENAMED"}  # many have the same stem
        ends[os.path.basename(job["input"])] = (job["code"] or job["state"], codes)
    hidden = {name for name in files if name.startswith(".")}  # a folder's hidden files are left alone
    assert ends == {name: (made.ends, set(made.warnings)) for name, made in files.items() if name not in hidden}
    assert run.summary["done"] == len(os.listdir(tmp_path / "out"))
    assert all((folder / name).read_bytes() == made.data for name, made in files.items())
