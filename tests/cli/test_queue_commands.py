"""Looking at the queue and steering it from another process."""

import csv
from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def queued(dropmill: Program, pictures: Path, tmp_path: Path) -> Program:
    """The program with three waiting jobs: 1 and 2 are good pictures, 3 is damaged."""
    assert dropmill("add", "-r", "thumbnails", "-o", tmp_path / "out", pictures).code == 0
    return dropmill


@pytest.fixture
def worked(queued: Program) -> Program:
    """The same, worked off: 1 and 2 done, 3 failed."""
    assert queued("work").code == 1
    return queued


def states(program: Program) -> list[str]:
    return [line["state"] for line in program("list", "--json").lines]


def test_held_jobs_stay_until_they_are_released(queued: Program) -> None:
    assert queued("hold", 1).out == "1 held\n"
    assert states(queued) == ["held", "ready", "ready"]
    assert queued("work", "--json").summary["waiting"] == 1
    assert queued("list", "--json", "--state", "held").lines[0]["job"] == 1
    assert queued("release", 1).out == "1 released\n"
    assert queued("work").code == 0
    assert states(queued) == ["done", "done", "failed"]


def test_a_whole_batch_can_be_held_released_and_cancelled(queued: Program) -> None:
    assert queued("hold", "--batch", 1).out == "3 held\n"
    assert queued("release", "--batch", 1).out == "3 released\n"
    assert queued("cancel", 2).out == "1 cancelled\n"
    assert queued("cancel", "--batch", 1).out == "2 cancelled\n"
    assert states(queued) == ["cancelled"] * 3
    (batch,) = queued("batches", "--json").lines
    assert (batch["jobs"], batch["cancelled"], batch["waiting"]) == (3, 3, 0)
    assert queued("hold", "--batch", 7).code == 2


def test_a_paused_queue_keeps_its_jobs_and_says_so(queued: Program) -> None:
    assert queued("pause").code == 0
    ended = queued("work", "--json")
    assert (ended.code, ended.jobs, ended.summary["waiting"]) == (1, [], 3)
    assert "paused" in ended.err
    assert queued("resume").code == 0
    assert len(queued("work", "--json").jobs) == 3


def test_failed_jobs_can_be_retried_by_number_by_code_and_all(worked: Program) -> None:
    for arguments in (["3"], ["--code", "CORRUPT"], ["--all"]):
        assert worked("retry", *arguments).out == "1 back in the queue\n"
        (job,) = worked("work", "--json").jobs
        assert (job["job"], job["state"]) == (3, "failed")
    assert worked("retry", "1").out == "0 back in the queue\n"
    assert worked("retry", "--code", "EMPTY").out == "0 back in the queue\n"
    (shown,) = worked("show", 3, "--json").lines
    assert [a["outcome"] for a in shown["history"]] == ["failed"] * 4
    assert len({a["attempt"] for a in shown["history"]}) == 4


def test_show_tells_people_what_happened(worked: Program, tmp_path: Path) -> None:
    failed = worked("show", 3)
    assert "CORRUPT" in failed.out
    assert "c.jpg" in failed.out
    (done,) = worked("show", 1, "--json").lines
    assert done["history"][0]["outcome"] == "done"
    assert [Path(path).parent for path in done["outputs"]] == [tmp_path / "out"]


def test_list_and_batches_tell_the_same_numbers(worked: Program) -> None:
    keys = ["job", "batch", "kind", "state", "input", "outputs", "code", "message", "attempts"]
    listed = worked("list", "--json").lines
    assert all(list(line) == keys for line in listed)
    assert [line["code"] for line in listed] == [None, None, "CORRUPT"]
    assert len(worked("list").out.splitlines()) == 3
    (batch,) = worked("batches", "--json").lines
    assert (batch["state"], batch["done"], batch["failed"]) == ("finished", 2, 1)
    assert "2 done, 1 failed" in worked("batches").out


def test_failures_are_grouped_by_cause_and_can_go_to_a_new_table(worked: Program, tmp_path: Path) -> None:
    (cause,) = worked("failures", "--json").lines
    assert (cause["code"], cause["count"], cause["jobs"]) == ("CORRUPT", 1, [3])
    table = tmp_path / "failures.csv"
    assert worked("failures", "--csv", table).code == 0
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["job"], row["state"], row["code"]) for row in rows] == [("3", "failed", "CORRUPT")]
    before = table.read_bytes()
    assert worked("failures", "--csv", table).code == 2
    assert table.read_bytes() == before


def test_a_report_has_every_row_of_the_batch(worked: Program, tmp_path: Path) -> None:
    table = tmp_path / "report.csv"
    assert worked("report", 1, "--csv", table).code == 0
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["state"] for row in rows] == ["done", "done", "failed"]
    assert worked("report", 9, "--csv", tmp_path / "other.csv").code == 2
    assert not (tmp_path / "other.csv").exists()


@pytest.mark.parametrize("command", ["list", "failures"])
def test_a_batch_that_is_not_there_is_exit_2_everywhere(worked: Program, command: str) -> None:
    ended = worked(command, "--batch", 99, "--json")
    assert (ended.code, ended.out, ended.err) == (2, "", "There is no batch 99.\n")


def test_stats_count_attempts(worked: Program) -> None:
    (found,) = worked("stats", "--json").lines
    assert (found["kinds"]["image"]["tries"], found["kinds"]["image"]["failed"]) == (3, 1)
    assert "image" in worked("stats").out


@pytest.mark.parametrize("command", [["list"], ["batches"], ["failures"], ["stats"], ["stats", "--json"]])
def test_looking_at_an_empty_queue_makes_none(dropmill: Program, command: list[str]) -> None:
    assert dropmill(*command).code == 0
    assert not dropmill.data.exists()


def test_doctor_finds_everything_in_order_and_says_both_versions(worked: Program) -> None:
    ended = worked("doctor")
    assert ended.code == 0, ended.out
    assert "0.1.0" in ended.out
    assert "queue format" in ended.out
    assert "broken" not in ended.out


def test_doctor_names_what_is_broken(dropmill: Program) -> None:
    dropmill.data.mkdir()
    (dropmill.data / "settings.json").write_text("not json")
    ended = dropmill("doctor")
    assert ended.code == 1
    assert [line.split()[1] for line in ended.out.splitlines() if line.startswith("broken")] == ["settings"]


def test_recipes_can_be_listed_shown_exported_imported_and_checked(dropmill: Program, tmp_path: Path) -> None:
    names = [line["name"] for line in dropmill("recipes", "list", "--json").lines]
    assert {"Web photos", "Thumbnails", "Convert to JPEG", "Clean table", "Remove duplicates", "Mail merge"} <= set(
        names
    )
    for name in names:
        assert dropmill("recipes", "export", name, tmp_path / f"{name}.json").code == 0
        assert dropmill("recipes", "check", tmp_path / f"{name}.json").code == 0
        assert dropmill("recipes", "show", name).out == (tmp_path / f"{name}.json").read_text(encoding="utf-8")
    assert dropmill("recipes", "export", names[0], tmp_path / f"{names[0]}.json").code == 2
    mine = tmp_path / "mine.json"
    mine.write_text('{"dropmill": 1, "kind": "image", "name": "Mine"}', encoding="utf-8")
    assert dropmill("recipes", "import", mine).out == "Mine\n"
    assert dropmill("recipes", "import", mine).code == 2
    assert dropmill("recipes", "import", mine, "--replace").code == 0
    assert dropmill("recipes", "show", "mine").code == 0


@pytest.mark.parametrize("kind", ["image", "table", "mail"])
def test_every_kind_has_a_schema(dropmill: Program, kind: str) -> None:
    ended = dropmill("recipes", "schema", kind)
    assert ended.code == 0
    import json

    assert json.loads(ended.out)["additionalProperties"] is False
    assert dropmill("recipes", "schema", "nothing").code == 2
