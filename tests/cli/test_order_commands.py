"""Commands for who goes first and how much runs at once."""

from pathlib import Path

import pytest

from app.cli.main import run
from tests.cli.program import Program
from tests.store.queue_file import QueueFile, jobs


@pytest.fixture
def queued(dropmill: Program, pictures: Path, tmp_path: Path) -> Program:
    """Batches 1 (jobs 1 to 3) and 2 (job 4), nothing done yet."""
    (pictures / "c.jpg").write_bytes((pictures / "a.jpg").read_bytes())
    for number, path in ((1, pictures), (2, pictures / "a.jpg")):
        assert dropmill("add", "-r", "thumbnails", "-o", tmp_path / str(number), path).code == 0
    return dropmill


def worked(dropmill: Program) -> list[int]:
    """The jobs in the order of their ends, with one worker."""
    return [job["job"] for job in dropmill("--jobs", 1, "work", "--json").jobs]


def test_a_batch_gets_its_priority(queued: Program) -> None:
    assert queued("priority", 2, "high").code == 0
    assert [batch["priority"] for batch in queued("batches", "--json").lines] == ["high", "normal"]
    assert queued("priority", 2, "low").code == 0
    assert [batch["priority"] for batch in queued("batches", "--json").lines] == ["low", "normal"]


def test_jobs_move_and_a_batch_pauses_before_one(queued: Program) -> None:
    assert queued("move", 3, "--top").out == "1 moved\n"
    assert queued("move", 1, "--bottom").out == "1 moved\n"
    said = queued("pause", "--before", 1)
    assert (said.code, "pauses before a.jpg" in said.err, "dropmill start 1" in said.err) == (0, True, True)
    assert [job for job in worked(queued) if job != 4] == [3, 2]
    assert queued("start", 1).code == 0
    assert worked(queued) == [1]
    assert queued("pause", "--before", 1).code == 2, "it has ended"


def test_the_mark_can_be_taken_back_and_a_pause_ends(queued: Program) -> None:
    queued("pause", "--before", 1)
    assert queued("pause", "--unmark", 1).code == 0
    assert queued("pause", "--now").code == 0
    assert worked(queued) == []
    assert queued("resume").code == 0
    assert sorted(worked(queued)) == [1, 2, 3, 4]


def test_lanes_are_listed_and_limited(dropmill: Program) -> None:
    (cpu,) = dropmill("lanes", "--json").lines
    assert cpu == {"lane": "cpu", "state": "open", "limit": None, "code": None, "message": None, "until": None}
    account = ["--host", "127.0.0.1", "--port", 9, "--security", "none", "--from", "a@example.org"]
    dropmill("account", "add", "post", *account)
    limited = dropmill("lanes", "--json", "--limit", "cpu=2", "--limit", "mail:post=1").lines
    assert [(line["lane"], line["limit"]) for line in limited] == [("cpu", 2), ("mail:post", 1)]
    assert "at most 2 at once" in dropmill("lanes").out
    assert dropmill("lanes", "--json", "--limit", "cpu=all").lines[0]["limit"] is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["priority", 1, "urgent"], "expected one of high, normal, low"),
        (["priority", 9, "high"], "There is no batch 9."),
        (["move", 1], "either --top or --bottom"),
        (["move", 1, "--top", "--bottom"], "either --top or --bottom"),
        (["move", 99, "--top"], "There is no job 99."),
        (["pause", "--before", 99], "There is no job 99."),
        (["pause", "--unmark", 99], "There is no batch 99."),
        (["pause", "--now", "--before", 1], "only one of"),
        (["lanes", "--limit", "cpu"], "expected LANE=N with one of the lanes cpu"),
        (["lanes", "--limit", "gpu=1"], "expected LANE=N with one of the lanes cpu"),
        (["lanes", "--limit", "cpu=0"], "a number from 1 to 256"),
        (["lanes", "--limit", "cpu=99999999999999999999"], "a number from 1 to 256"),
        (["lanes", "--limit", "cpu=many"], "a number from 1 to 256"),
    ],
)
def test_wrong_words_change_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[object], words: str
) -> None:
    store = QueueFile(tmp_path / "queue.db")
    store.batch(jobs(1))
    store.close()
    assert run(["--data-dir", str(tmp_path), *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
