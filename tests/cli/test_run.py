"""`run`, `work`, `add`, `plan` and how they end: lines and exit codes over the real queue."""

import contextlib
import json
import os
import signal
import sqlite3
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.program import Program
from tests.waiting import until


def recipe(folder: Path, **more: object) -> Path:
    """A small picture recipe as a file."""
    path = folder / "small.json"
    steps = [{"do": "resize", "mode": "long-edge", "size": 32}]
    path.write_text(json.dumps({"dropmill": 1, "kind": "image", "name": "Small", "steps": steps, **more}))
    return path


def states(jobs: list[dict[str, object]]) -> list[object]:
    return sorted(str(job["state"]) for job in jobs)


def test_a_batch_with_a_bad_file_goes_on_to_its_end(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    ended = dropmill(
        "run", "--recipe", recipe(tmp_path), "--out", tmp_path / "out", "--json", *sorted(pictures.iterdir())
    )
    assert ended.code == 1
    assert states(ended.jobs) == ["done", "done", "failed"]
    assert sorted(Path(job["input"]).name for job in ended.jobs) == ["a.jpg", "b.jpg", "c.jpg"]
    (failed,) = [job for job in ended.jobs if job["state"] == "failed"]
    assert failed["code"] == "CORRUPT"
    assert "c.jpg" in failed["message"]
    for job in ended.jobs:
        assert all(Path(path).is_file() for path in job["outputs"])
    assert ended.lines[0]["event"] == "batch"
    assert ended.lines[-1]["event"] == "summary"
    assert ended.events("batch") == [{"event": "batch", "batch": 1, "kind": "image", "recipe": "Small", "jobs": 3}]
    summary = ended.summary
    assert (summary["state"], summary["done"], summary["failed"], summary["waiting"]) == ("finished", 2, 1, 0)


def test_all_done_is_exit_0_and_the_words_for_people_name_the_results(
    dropmill: Program, pictures: Path, tmp_path: Path
) -> None:
    ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", pictures / "a.jpg", pictures / "b.jpg")
    assert ended.code == 0
    assert "2 done" in ended.out
    assert str(tmp_path / "out") in ended.out


def test_an_output_that_is_there_already_is_skipped_when_the_recipe_says_so(
    dropmill: Program, pictures: Path, tmp_path: Path
) -> None:
    small = recipe(tmp_path, place={"exists": "skip"})
    for expected in ("done", "skipped"):
        ended = dropmill("run", "-r", small, "-o", tmp_path / "out", "--json", pictures / "a.jpg")
        assert (ended.code, states(ended.jobs)) == (0, [expected])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "--recipe", "thumbnails", "/no/such/file", "/nor/this"], "/nor/this"),
        (["run", "--recipe", "no such recipe", "."], "no such recipe"),
        (["run", "--recipe", "thumbnails"], "PATHS"),
        (["run", "."], "--recipe"),
        (["run", "--recipe", "thumbnails", "--send", "."], "--send"),
        (["run", "--recipe", "mail merge", "--out", "x", "."], "--out"),
        (["run", "--recipe", "mail merge", "--send", "--eml", "x", "."], "--eml"),
        (["run", "--recipe", "thumbnails", "--out", __file__, "."], "not a folder"),
        (["run", "--recipe", "thumbnails", "--out", __file__ + "/below", "."], "not a folder"),
        (["--jobs", "0", "work"], "--jobs"),
        (["--log-level", "loud", "work"], "--log-level"),
        (["nonsense"], "nonsense"),
        (["no-such-picture.jpg"], "no-such-picture.jpg"),
        (["retry"], "--all"),
        (["cancel"], "--batch"),
        (["cancel", "99"], "99"),
        (["confirm", "1"], "--sent"),
        (["list", "--state", "broken"], "broken"),
        (["show", "1"], "1"),
        (["start", "5"], "5"),
    ],
)
def test_wrong_usage_is_exit_2_named_on_standard_error_and_starts_nothing(
    dropmill: Program, arguments: list[str], says: str
) -> None:
    ended = dropmill(*arguments)
    assert ended.code == 2
    assert says in ended.err
    assert ended.out == ""
    assert not (dropmill.data / "queue.db").exists()


def test_every_problem_of_a_recipe_is_named_with_its_place(dropmill: Program, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(
        '{"dropmill": 1, "kind": "image", "colour": 1, "steps": [{"do": "resize", "mode": "fitt", "size": 3}]}'
    )
    ended = dropmill("run", "--recipe", bad, tmp_path)
    assert ended.code == 2
    assert "colour: unknown key" in ended.err
    assert 'steps[0].mode: unknown value "fitt"' in ended.err
    assert dropmill("recipes", "check", bad).code == 2


def test_a_data_folder_that_cannot_be_used_is_exit_3(dropmill: Program, pictures: Path) -> None:
    dropmill.data.write_text("a file is in the way")
    ended = dropmill("run", "-r", "thumbnails", pictures)
    assert ended.code == 3
    assert str(dropmill.data) in ended.err


def test_a_queue_of_a_newer_program_is_exit_3_and_left_alone(dropmill: Program, pictures: Path) -> None:
    assert dropmill("add", "-r", "thumbnails", pictures).code == 0
    with sqlite3.connect(dropmill.data / "queue.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    ended = dropmill("work")
    assert ended.code == 3
    assert "newer" in ended.err


def test_a_queue_file_that_is_no_database_is_set_aside_and_said_so(
    dropmill: Program, pictures: Path, tmp_path: Path
) -> None:
    dropmill.data.mkdir()
    (dropmill.data / "queue.db").write_bytes(b"this is no database\n" * 500)
    ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", pictures / "a.jpg")
    assert ended.code == 0
    assert states(ended.jobs) == ["done"]
    assert "queue.db" in ended.err
    assert [p for p in dropmill.data.iterdir() if p.is_file() and p.read_bytes().startswith(b"this is no database")]


def test_settings_that_cannot_be_read_are_named_and_exit_3(dropmill: Program, pictures: Path) -> None:
    dropmill.data.mkdir()
    (dropmill.data / "settings.json").write_text('{"workers": "many"}')
    ended = dropmill("run", "-r", "thumbnails", pictures)
    assert ended.code == 3
    assert "workers" in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="such names exist on Linux only")
def test_odd_names_reach_the_output_and_the_lines_unharmed(dropmill: Program, tmp_path: Path) -> None:
    names = [b"caf\xe9.png", b"line\nbreak.png", "right\u202eto left.png".encode(), b"x" * 251 + b".png"]
    folder = tmp_path / "in"
    folder.mkdir()
    for name in names:
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            Image.new("RGB", (8, 8)).save(file, "PNG")
    ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", folder)
    assert ended.code == 0, ended.err
    assert sorted(os.path.basename(os.fsencode(job["input"])) for job in ended.jobs) == sorted(names)
    assert all(os.path.exists(os.fsencode(path)) for job in ended.jobs for path in job["outputs"])
    listed = dropmill("list")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == len(names)
    assert "\u202e" not in listed.out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system's rights do not bind this user")
def test_a_folder_without_rights_is_a_job_that_fails(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        ended = dropmill("run", "-r", "thumbnails", "-o", tmp_path / "out", "--json", closed, pictures / "a.jpg")
    finally:
        closed.chmod(0o700)
    assert ended.code == 1
    assert states(ended.jobs) == ["done", "failed"]


def test_an_empty_folder_is_a_finished_batch(dropmill: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = dropmill("run", "-r", "thumbnails", "--json", tmp_path / "empty")
    assert ended.code == 0
    assert ended.jobs == []
    assert ended.summary["state"] == "finished"


def test_add_returns_at_once_and_work_does_it(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    added = dropmill("add", "-r", recipe(tmp_path), "-o", tmp_path / "out", pictures)
    assert (added.code, added.out) == (0, "1\n")
    listed = dropmill("list", "--json")
    assert [line["state"] for line in listed.lines] == ["ready"] * 3
    assert not (tmp_path / "out").exists()
    ended = dropmill("work", "--json")
    assert ended.code == 1
    assert states(ended.jobs) == ["done", "done", "failed"]
    assert (ended.summary["batch"], ended.summary["waiting"]) == (None, 0)
    again = dropmill("work", "--json")
    assert (again.code, again.jobs) == (0, [])


@pytest.mark.parametrize("command", [["plan"], ["run", "--dry-run"]])
def test_plan_writes_nothing_and_says_what_would_be_written(
    dropmill: Program, pictures: Path, tmp_path: Path, command: list[str]
) -> None:
    ended = dropmill(*command, "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", pictures)
    assert ended.code == 0
    planned = ended.events("plan")
    assert sorted(Path(path).name for line in planned for path in line["outputs"]) == ["a.jpg", "b.jpg", "c.jpg"]
    assert ended.summary["state"] == "planned"
    assert not (tmp_path / "out").exists()
    assert not dropmill.data.exists()


def test_two_inputs_of_one_name_get_two_outputs_and_the_plan_says_so(dropmill: Program, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (8, 8)).save(tmp_path / folder / "a.jpg")
    paths = [tmp_path / "one" / "a.jpg", tmp_path / "two" / "a.jpg"]
    ended = dropmill("plan", "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", *paths)
    first, second = ended.events("plan")
    assert first["outputs"] != second["outputs"]
    assert [w["code"] for w in second["warnings"]] == ["RENAMED"]


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to one process there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_is_exit_130_and_loses_nothing(
    dropmill: Program, tmp_path: Path, number: signal.Signals
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    first = folder / "000.png"
    Image.effect_noise((900, 900), 60).save(first)
    for n in range(1, 60):
        (folder / f"{n:03}.png").write_bytes(first.read_bytes())
    with dropmill.start(
        "--jobs", "1", "run", "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", folder
    ) as running:
        running.wait_for("job")
        ended = running.end(number)
    assert ended.code == 130, ended.err
    assert ended.summary["waiting"] > 0
    assert "dropmill work" in ended.err
    rest = dropmill("work", "--json")
    assert rest.code == 0
    jobs = [job["job"] for job in ended.jobs + rest.jobs]
    assert len(jobs) == len(set(jobs)) == 60
    assert len(list((tmp_path / "out").iterdir())) == 60


def test_a_second_program_hands_its_work_over_and_follows_it(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    good = [pictures / "a.jpg", pictures / "b.jpg"]
    with dropmill.start("work", "--forever", "--json") as holder:
        until((dropmill.data / "control.json").exists)
        ended = dropmill("run", "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", *good)
        assert (ended.code, states(ended.jobs)) == (0, ["done", "done"])
        assert dropmill("pause").code == 0
        assert dropmill("add", "-r", recipe(tmp_path), "-o", tmp_path / "out", *good).out == "2\n"
        assert dropmill("resume").code == 0
        while holder.wait_for("job")["batch"] != 2:
            pass
        refused = dropmill("work", "--password-stdin", stdin="secret\n")
        assert refused.code == 2
        seen = holder.end(signal.SIGTERM)
    assert seen.code == 130
    assert len({job["job"] for job in seen.jobs}) == len(seen.jobs) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="uses a kill that cannot be caught")
def test_when_the_holder_is_killed_the_one_that_follows_takes_over(dropmill: Program, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    Image.effect_noise((900, 900), 60).save(folder / "000.png")
    for n in range(1, 60):
        (folder / f"{n:03}.png").write_bytes((folder / "000.png").read_bytes())
    with dropmill.start("work", "--forever", "--json") as holder:
        until((dropmill.data / "control.json").exists)
        command = ("run", "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", folder)
        with dropmill.start(*command) as follower:
            follower.wait_for("job")
            holder.process.kill()
            ended = follower.end()
    assert ended.code == 0, ended.err
    assert states(ended.jobs) == ["done"] * 60


@pytest.mark.skipif(sys.platform == "win32", reason="uses a kill that cannot be caught")
def test_when_the_holder_is_killed_while_it_looks_through_a_drop_the_one_that_added_it_goes_on(
    dropmill: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(4_000):
        (folder / f"{n}.png").write_bytes(b"")
    with dropmill.start("work", "--forever", "--json") as holder:
        until((dropmill.data / "control.json").exists)
        with dropmill.start("add", "-r", recipe(tmp_path), folder) as adding:
            assert str(adding.line()) == "1"  # the number of the batch: it is acknowledged
            holder.process.kill()
            assert adding.end().code == 0
    (batch,) = dropmill("batches", "--json").lines
    assert batch["state"] != "building"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_bars_go_to_a_terminal_and_never_into_the_lines(dropmill: Program, pictures: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = ("run", "-r", recipe(tmp_path), "-o", tmp_path / "out", "--json", pictures)
    with dropmill.start(*command, stderr=theirs) as running:
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):  # Linux: the terminal's other end is closed
            while got := os.read(ours, 65536):
                seen += got
        ended = running.end()
    os.close(ours)
    assert ended.code == 1
    assert len(ended.jobs) == 3
    assert b"Small" in seen
    assert b"of 3" in seen


def test_the_version_is_said_without_anything_heavy() -> None:
    code = (
        "import sys, time; began = time.perf_counter()\n"
        "from app.__main__ import main\n"
        "sys.argv = ['dropmill', '--version']\n"
        "code = main()\n"
        "heavy = {'PySide6', 'pandas', 'numpy', 'PIL', 'jinja2', 'pydantic', 'rich', 'sqlite3', 'asyncio'}\n"
        "print(code, sorted(heavy & set(sys.modules)))\n"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["dropmill 0.1.0", "0 []"]
