"""How much room the queue takes, and what it no longer knows, as `doctor` and `batches` say it."""

import json
import re
from pathlib import Path

from app.compose import Parts
from app.core.retention import DAY_MS, Retention
from app.engine.clock import SystemClock
from app.engine.services import Services
from app.engine.session import open_queue
from app.system.folders import Folders
from tests.cli.program import Program
from tests.waiting import until


class NextMonth(SystemClock):
    """The clock of this computer in five weeks."""

    def now_ms(self) -> int:
        return super().now_ms() + 35 * DAY_MS


def replaced(dropmill: Program, tmp_path: Path) -> Path:
    """A table that a batch (number 1) wrote over itself."""
    table = tmp_path / "a.csv"
    table.write_text("n\n1\n2\n" + "3\n" * 500_000)
    recipe = tmp_path / "r.json"
    place = {"folder": "{source}", "exists": "replace"}
    steps = [{"do": "filter", "where": "num(n) < 3"}]
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "steps": steps, "place": place}))
    assert dropmill("run", "--recipe", recipe, table).code == 0
    return table


def written(dropmill: Program, tmp_path: Path) -> Path:
    """What a batch (number 1) made of a table."""
    table = tmp_path / "a.csv"
    table.write_text("n\n1\n2\n")
    recipe = tmp_path / "r.json"
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "steps": [{"do": "filter", "where": "num(n) > 1"}]}))
    assert dropmill("run", "--recipe", recipe, table).code == 0
    return tmp_path / "Dropmill" / "a.csv"


def size_line(dropmill: Program) -> str:
    (line,) = (line for line in dropmill("doctor").out.splitlines() if line.split()[1] == "size")
    return line


def test_doctor_says_how_much_room_is_taken(dropmill: Program, tmp_path: Path) -> None:
    assert size_line(dropmill).split(maxsplit=2)[2] == "kept originals 0.0 MB"
    replaced(dropmill, tmp_path)
    found = re.fullmatch(
        r"ok +size +queue (\d+\.\d) MB \((\d+\.\d) MB of it free\), write-ahead log 0\.0 MB, kept originals 1\.0 MB",
        size_line(dropmill),
    )
    assert found
    assert float(found[1]) >= float(found[2])


def test_what_was_pruned_is_counted_and_cannot_be_undone(dropmill: Program, tmp_path: Path) -> None:
    made = written(dropmill, tmp_path)
    content = made.read_bytes()
    engine = open_queue(tmp_path / "data", Services(), 1, 1.0, clock=NextMonth())
    engine.start()  # type: ignore[union-attr]
    until(lambda: dropmill("batches", "--json").lines[0]["pruned"] == 1)
    engine.close()
    (line,) = dropmill("batches", "--json").lines
    assert (line["jobs"], line["pruned"], line["state"]) == (0, 1, "finished")
    undone = dropmill("undo", 1)
    assert undone.code == 1
    assert undone.out.splitlines() == [
        "0 originals restored, 0 files removed.",
        "1 job of the batch ended so long ago that the queue no longer knows what was written.",
    ]
    assert made.read_bytes() == content


def test_the_numbers_are_in_the_settings(tmp_path: Path) -> None:
    parts = Parts(Folders(tmp_path))
    assert parts.services.retention == Retention(days=7, rows=200_000)
    parts.settings.change(keep_days=30, keep_rows=1_000_000)
    assert Parts(Folders(tmp_path)).services.retention == Retention(days=30, rows=1_000_000)
