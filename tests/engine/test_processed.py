"""Work that need not be done again: noted when a batch finishes, left out visibly when its files come again."""

import json
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.model import Job
from app.core.states import JobState
from app.engine.engine import Engine
from app.engine.planner import own_folders, plan_paths
from app.engine.processed import earlier, words
from app.engine.scanner import Seen, scan
from app.engine.services import Services
from app.engine.worker.messages import Found
from app.jobs import registry
from app.store import processed
from app.store.reader import Reader
from tests.engine.conftest import RECIPE, finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]


def recipe_of(**place: object) -> str:
    return json.dumps({"dropmill": 1, "kind": "test", "write": True, "place": place})


def noted(engine: Engine, paths: list[str], recipe: str = RECIPE, out: str | None = None) -> bool:
    """Whether all of `paths` are remembered as done."""
    key = processed.key(registry.parse_recipe(recipe).fingerprint(), out)
    with Reader(engine.path) as reader:
        return len(reader.processed(key, paths)) == len(paths)


def run(engine: Engine, paths: list[str], **changes: object) -> dict[str, Job]:
    return finish(engine, engine.submit(submission(paths, **changes)))


def states(jobs: dict[str, Job]) -> dict[str, tuple[JobState, str | None]]:
    return {name: (job.state, job.code) for name, job in jobs.items()}


DONE = (JobState.DONE, None)
LEFT_OUT = (JobState.SKIPPED, "ALREADY_DONE")


def test_what_was_done_is_left_out_visibly_and_what_is_new_is_done(
    engine: Engine, inputs: Inputs, tmp_path: Path
) -> None:
    paths = inputs("a", "b", "bad")
    folder = str(tmp_path / "in")
    first = run(engine, [folder])
    assert states(first) == {"a": DONE, "b": DONE, "bad": (JobState.FAILED, "CORRUPT")}
    until(lambda: noted(engine, paths[:2]))
    inputs("c")
    os.utime(paths[1], ns=(1, 1))  # saved again
    again = run(engine, [folder], skip_processed=None)
    assert states(again) == {"a": LEFT_OUT, "b": DONE, "bad": (JobState.FAILED, "CORRUPT"), "c": DONE}
    assert again["a"].message == words(time.time_ns() // 1_000_000, datetime.now().date())
    assert again["a"].attempt == 0


def test_a_file_that_a_person_picked_is_wanted_unless_told_otherwise(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("a")
    run(engine, paths)
    until(lambda: noted(engine, paths))
    assert states(run(engine, paths, skip_processed=None)) == {"a": DONE}
    assert states(run(engine, paths, skip_processed=False)) == {"a": DONE}
    assert states(run(engine, paths, skip_processed=True)) == {"a": LEFT_OUT}


def test_a_result_that_is_gone_is_made_again(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("a", "b")
    first = run(engine, paths)
    until(lambda: noted(engine, paths))
    Path(first["a"].outputs[0]).unlink()
    assert states(run(engine, paths, skip_processed=True)) == {"a": DONE, "b": LEFT_OUT}


def test_another_recipe_or_another_folder_is_other_work(engine: Engine, inputs: Inputs, tmp_path: Path) -> None:
    paths = inputs("a")
    run(engine, paths)
    until(lambda: noted(engine, paths))
    other = recipe_of(exists="replace")
    assert states(run(engine, paths, skip_processed=True, recipe=other)) == {"a": DONE}
    assert states(run(engine, paths, skip_processed=True, out=str(tmp_path / "out"))) == {"a": DONE}
    named = RECIPE.replace('"write"', '"name": "Otherwise called", "write"')
    assert states(run(engine, paths, skip_processed=True, recipe=named)) == {"a": LEFT_OUT}


def test_what_was_left_out_keeps_its_output_from_others(engine: Engine, tmp_path: Path) -> None:
    """One name from two folders: the second output must not replace the first, which is not made anew."""
    recipe, out = recipe_of(exists="replace", keep_tree=False), str(tmp_path / "out")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    first, second = tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt"
    first.write_text("first")
    run(engine, [str(first)], recipe=recipe, out=out)
    until(lambda: noted(engine, [str(first)], recipe, out))
    second.write_text("second")
    batch = engine.submit(submission([str(first), str(second)], recipe=recipe, out=out, skip_processed=True))
    finish(engine, batch)
    assert sorted((path.name, path.read_text()) for path in Path(out).iterdir()) == [
        ("a (2).txt", "second"), ("a.txt", "first"),
    ]  # fmt: skip


def test_numbers_are_those_of_a_first_run(engine: Engine, inputs: Inputs) -> None:
    paths = inputs("a", "b", "c")
    run(engine, paths[1:2])
    until(lambda: noted(engine, paths[1:2]))
    with Reader(engine.path) as reader:
        wanted = submission(paths, skip_processed=True)
        planned = list(plan_paths(wanted, Services(), earlier(reader, wanted)))
    assert [(job.source.number, job.state) for job in planned] == [(1, "ready"), (2, "skipped"), (3, "ready")]


def test_what_an_earlier_start_did_not_note_is_caught_up(start: Callable[..., Engine], inputs: Inputs) -> None:
    paths = inputs("a", "b")
    engine = start()
    engine._recorder.stop()  # as if the program had ended before the notes were made
    run(engine, paths)
    assert not noted(engine, paths[:1])
    engine.close()
    again = start()
    until(lambda: noted(again, paths))


def test_what_was_undone_counts_as_never_done(start: Callable[..., Engine], inputs: Inputs) -> None:
    undone, kept = inputs("a", "b")
    engine = start()
    batch = engine.submit(submission([undone]))
    finish(engine, batch)
    until(lambda: noted(engine, [undone]))
    engine.undo(batch)
    engine.close()
    again = start()  # notes anew what finished a moment ago
    run(again, [kept])
    until(lambda: noted(again, [kept]))
    assert not noted(again, [undone])


# Our own folders are passed over.


@pytest.mark.parametrize(
    ("folder", "own"),
    [
        ("{source}/Dropmill", {"Dropmill"}),
        ("{source}/web/small", {"web"}),
        ("web/small", {"web"}),
        ("{source}/../web", {"web"}),
        ("{source}", set()),
        ("{source}/.", set()),
        ("..", set()),
        ("/mnt/out", {"/mnt/out"}),
    ],
)
def test_own_folders_are_known_by_name_or_by_place(folder: str, own: set[str]) -> None:
    recipe = registry.parse_recipe(recipe_of(folder=folder))
    assert own_folders(recipe, None) == own
    assert own_folders(recipe, "/else") == own | {"/else"}


def test_an_output_folder_that_a_link_names_is_passed_over(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "out").mkdir(parents=True)
    (inbox / "out" / "result.txt").write_text("x")
    (inbox / "a.txt").write_text("x")
    link = tmp_path / "link"
    link.symlink_to(inbox)
    for root, out in ((inbox, link / "out"), (link, inbox / "out")):
        found = list(scan([str(root)], frozenset({str(out)}), Seen()))
        assert [item.path for item in found] == [str(root / "a.txt")]
        assert all(isinstance(item, Found) for item in found)
