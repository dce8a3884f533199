"""`dropmill undo` as people and scripts use it."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def worked(dropmill: Program, tmp_path: Path) -> Path:
    """A folder with two tables and what a batch (number 1) made of them."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.csv").write_text(f"n,text\n1,{name}\n2,{name}\n")
    recipe = tmp_path / "r.json"
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "table", "steps": [{"do": "filter", "where": "num(n) > 1"}]}))
    assert dropmill("run", "--recipe", recipe, folder).code == 0
    return folder


def test_what_it_would_do_and_then_does(dropmill: Program, worked: Path) -> None:
    outputs = worked / "Dropmill"
    assert len(list(outputs.iterdir())) == 2
    would = dropmill("undo", 1, "--dry-run")
    assert (would.code, would.out) == (0, "Would restore 0 originals and remove 2 files.\n")
    assert len(list(outputs.iterdir())) == 2
    done = dropmill("undo", 1)
    assert (done.code, done.out) == (0, "0 originals restored, 2 files removed.\n")
    assert sorted(path.name for path in worked.iterdir()) == ["a.csv", "b.csv"]
    assert dropmill("list", "--batch", 1).out.count("Undone") == 2
    assert dropmill("batches", "--json").lines[0]["undone"] is not None


def test_what_is_left_is_listed_and_the_exit_code_says_so(dropmill: Program, worked: Path) -> None:
    edited = worked / "Dropmill" / "a.csv"
    edited.write_text("mine")
    as_json = dropmill("undo", 1, "--json")
    assert as_json.code == 1
    assert as_json.lines == [
        {
            "event": "undo",
            "batch": 1,
            "restored": 0,
            "removed": 1,
            "left": [{"path": str(edited), "reason": "It was changed after Dropmill wrote it."}],
            "forgotten": 0,
        }
    ]
    again = dropmill("undo", 1)
    assert again.code == 1
    assert again.out.splitlines() == [
        "0 originals restored, 1 file removed.",
        "1 file left as it is:",
        f"  {edited}: It was changed after Dropmill wrote it.",
    ]
    assert edited.read_text() == "mine"


def test_no_such_batch_is_wrong_usage(dropmill: Program, worked: Path) -> None:
    none = dropmill("undo", 9)
    assert (none.code, none.out, none.err) == (2, "", "There is no batch 9.\n")


def letters(tmp_path: Path) -> tuple[Path, Path]:
    """A recipe for e-mail and a list of two people."""
    people = tmp_path / "people.csv"
    people.write_text("email\nann@example.org\nbob@example.org\n")
    recipe = tmp_path / "m.json"
    message = {"to": "{{ email }}", "subject": "Hello", "text": "A"}
    recipe.write_text(json.dumps({"dropmill": 1, "kind": "mail", "account": "post", "message": message}))
    return recipe, people


def test_messages_that_were_written_as_files_go(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = letters(tmp_path)
    assert dropmill("run", "--recipe", recipe, "--eml", tmp_path / "eml", people).code == 0
    assert len(list((tmp_path / "eml").iterdir())) == 2
    assert dropmill("undo", 1).out == "0 originals restored, 2 files removed.\n"
    assert not (tmp_path / "eml").exists()


def test_what_was_sent_cannot_be_taken_back(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = letters(tmp_path)
    account = ("account", "add", "post", "--host", "127.0.0.1", "--port", "9", "--security", "none")
    assert dropmill(*account, "--from", "a@example.org").code == 0
    assert dropmill("run", "--recipe", recipe, people).code in (0, 1)
    refused = dropmill("undo", 1)
    assert refused.code == 2
    assert refused.err == "Batch 1 is e-mail: what was sent cannot be taken back.\n"
