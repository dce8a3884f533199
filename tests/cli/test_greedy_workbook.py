"""A damaged workbook that makes its reader ask for more memory than there is costs itself, nothing else."""

import json
import struct
import sys
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.jobs.tabular.test_workbook import old_book

NUMBER = struct.pack("<HH", 0x027E, 10)  # a cell with a number, and how long its record is: [MS-XLS] 2.4.220


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_cell_in_the_farthest_corner_of_an_old_workbook(dropmill: Program, tmp_path: Path) -> None:
    greedy, good = old_book(tmp_path / "a.xls"), tmp_path / "b.csv"
    data = bytearray(greedy.read_bytes())
    place = data.rindex(NUMBER) + len(NUMBER)
    data[place : place + 4] = b"\xff\xff\xff\xff"  # row and column: 4 thousand million cells of 32 bytes
    greedy.write_bytes(data)
    good.write_text("id,n\n1,2\n")
    recipe = tmp_path / "r.json"
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "steps": [], "write": {"format": "csv"}}))
    ended = dropmill("run", "--recipe", recipe, "--json", "--out", tmp_path / "out", greedy, good)
    states = {Path(job["input"]).name: (job["state"], job["code"]) for job in ended.jobs}
    assert states == {"a.xls": ("failed", "WORKER_DIED"), "b.csv": ("done", None)}
    assert (tmp_path / "out" / "b.csv").read_bytes() == b"id,n\n1,2\n"
