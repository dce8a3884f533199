"""The preview sheet: the planned rows line by line, figures that follow from them, and nothing runs before Run."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.core.failures import Warn
from app.core.states import BatchState, JobState
from app.engine.commands import Submission
from app.window.intake import Added
from app.window.preview.figures import estimated, figures, warning
from app.window.preview.model import Column, Group
from app.window.preview.page import PreviewPage
from app.window.preview.survey import Sums, Survey, policy_of, replaces_originals, with_policy
from tests.waiting import until
from tests.window.conftest import Window
from tests.window.looks.previews import WEB, Previews, picture
from tests.window.staged import Staged, job

Open = Callable[..., Window]
TAKEN = (Warn("RENAMED", "Written as b (2).jpg: the name was taken."),)


def recipe(**place: str) -> str:
    return json.dumps({**json.loads(WEB), "place": place})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "photos"
    made.mkdir()
    for name in "abcd":
        picture(made / f"{name}.jpg")
    return made


def planned(folder: Path, name: str, number: int, *outputs: str, **more: Any) -> Any:
    plan = [(str(n), str(folder / output)) for n, output in enumerate(outputs)]
    return job(name, number, 1_000, str(folder), plan=plan, **more)


@pytest.fixture
def waiting(staged: Staged, folder: Path) -> int:
    """Two outputs a picture; one name is taken, one has something to say, one cannot be read, one is there already."""
    staged.preview = Previews()
    exists = {"state": JobState.SKIPPED, "code": "TARGET_EXISTS", "message": "e.jpg is in the output folder already"}
    broken = {"state": JobState.FAILED, "code": "NOT_AN_IMAGE", "message": "d.jpg is not a picture."}
    jobs = [
        planned(folder, "a.jpg", 1, "out/a.jpg", "out/a-small.webp"),
        planned(folder, "b.jpg", 2, "out/b (2).jpg", "out/b-small.webp", warnings=TAKEN),
        planned(folder, "c.jpg", 3, "out/c.jpg", "out/c-small.webp", warnings=(Warn("ALPHA", "Turns white."),)),
        planned(folder, "d.jpg", 4, **broken),
        planned(folder, "e.jpg", 5, **exists),
    ]
    return staged.batch(jobs, start=False, text=recipe())


def opened(window: Window, batch: int) -> PreviewPage:
    window.rail.choose(("batch", batch))
    window.settle()
    window.shell.actions_of["preview"].trigger()
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, PreviewPage)
    read(page)
    window.settle()
    return page


def read(page: PreviewPage) -> None:
    until(lambda: QApplication.processEvents() or not page.reading)


def lines(page: PreviewPage) -> list[tuple[str, ...]]:
    model = page.model
    return [
        tuple(model.data(model.index(row, column)) for column in (Column.ORIGINAL, Column.OUTPUT, Column.FATE))
        for row in range(model.rowCount())
    ]


def test_every_output_has_its_line(open_window: Open, waiting: int) -> None:
    page = opened(open_window(), waiting)
    assert lines(page) == [
        ("a.jpg", os.path.join("out", "a.jpg"), "New file"),
        ("", os.path.join("out", "a-small.webp"), "New file"),
        ("b.jpg", os.path.join("out", "b (2).jpg"), "Numbered, the name is taken"),
        ("", os.path.join("out", "b-small.webp"), "New file"),
        ("c.jpg", os.path.join("out", "c.jpg"), "Turns white."),
        ("", os.path.join("out", "c-small.webp"), "Turns white."),
        ("d.jpg", "—", "Left out: d.jpg is not a picture."),
        ("e.jpg", "—", "Not written: e.jpg is in the output folder already"),
    ]
    assert page.card.words()[0] == "Will be written, 6 files, 2 for each picture"
    assert page.card.words()[3] == "Already there, 2 files, a number is added"
    assert page.card.words()[4].startswith("Left out, 1 file, ")
    assert page.go.text() == "Run 3 pictures"


def test_segments_show_what_they_count(open_window: Open, waiting: int) -> None:
    page = opened(open_window(), waiting)
    counts = {}
    for group in Group:
        page.groups.choose(group)
        counts[group] = [original for original, _, _ in lines(page)]
    assert counts[Group.CONFLICTS] == ["b.jpg", "e.jpg"]
    assert counts[Group.WARNINGS] == ["c.jpg", ""]
    assert counts[Group.LEFT_OUT] == ["d.jpg"]
    texts = [page.groups._group.button(place).text() for place in Group]
    assert texts == ["All 8", "Conflicts 2", "Warnings 2", "Left out 1"]


def test_a_sample_gives_the_sizes(open_window: Open, staged: Staged, waiting: int) -> None:
    window = open_window()
    page = opened(window, waiting)
    assert page.card.words()[1] == "Estimated size, –, from 3.0\u00a0KB"
    until(lambda: QApplication.processEvents() or staged.preview.asked)
    assert staged.preview.paths() == ["a.jpg"]
    staged.preview.answer()
    window.settle()
    assert page.model.data(page.model.index(0, Column.SIZE)) != ""
    assert page.model.data(page.model.index(6, Column.SIZE)) == "", "what is not written has no size"
    page.next.click()
    until(lambda: QApplication.processEvents() or len(staged.preview.asked) == 2)
    assert staged.preview.paths()[-1] == "b.jpg"


def test_run_lets_the_batch_go_and_leaves(open_window: Open, staged: Staged, waiting: int) -> None:
    window = open_window()
    page = opened(window, waiting)
    with staged.reader() as reader:
        assert reader.batch(waiting).state is BatchState.PAUSED
    page.go.click()
    window.settle()
    assert window.shell.shown_page is None
    with staged.reader() as reader:
        assert reader.batch(waiting).state is BatchState.ACTIVE
    assert not window.shell.actions_of["preview"].isEnabled()


def test_rows_that_come_later_are_added(open_window: Open, staged: Staged, folder: Path, waiting: int) -> None:
    window = open_window()
    survey = Survey(waiting)
    with staged.reader() as reader:
        first = survey.read(reader)
        again = survey.read(reader)
    assert (len(first.jobs), len(again.jobs)) == (8, 0)
    assert again.sums == first.sums
    assert not again.more
    page = opened(window, waiting)
    page.refresh(window.desk.state.now.batch(waiting))
    read(page)
    assert page.model.rowCount() == 8, "nothing is listed twice"


def test_before_originals_are_replaced_the_sheet_opens_by_itself(
    open_window: Open, staged: Staged, folder: Path
) -> None:
    staged.preview = Previews()
    text = recipe(exists="replace", folder="{source}")
    jobs = [planned(folder, f"{name}.jpg", n, f"{name}.jpg") for n, name in enumerate("ab")]
    batch = staged.batch(jobs, start=False, text=text)
    window = open_window()
    window.rail.choose(("batch", batch))
    window.settle()
    window.shell.actions_of["run"].trigger()
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, PreviewPage)
    read(page)
    with staged.reader() as reader:
        assert reader.batch(batch).started is None
    assert page._warn.isVisible()
    assert page._warn_words.text().startswith("2 originals are replaced. A copy of each is kept")
    assert lines(page)[0][2] == "Replaces the original, a copy is kept"
    page.go.click()
    window.settle()
    with staged.reader() as reader:
        assert reader.batch(batch).state is BatchState.ACTIVE


def test_another_policy_plans_the_drop_again_in_place(
    open_window: Open, staged: Staged, folder: Path, waiting: int
) -> None:
    window = open_window()
    page = opened(window, waiting)
    assert not page.policy.isEnabled(), "nobody knows how these files came in"
    window.desk.pages.leave()
    paths = (str(folder / "a.jpg"), str(folder / "b.jpg"))
    submission = Submission("image", recipe(), "Web photos", paths, "Lisbon trip", start=False)
    window.desk.drops.added(Added((waiting,), (), (), (submission,)))
    window.settle()
    page = opened(window, waiting)
    page.policy.setCurrentIndex(1)
    page.policy.activated.emit(1)
    window.settle()
    read(page)
    window.settle()
    assert window.shell.shown_page is page
    assert page.batch is not None
    assert page.batch.id != waiting
    assert window.rail.key == ("batch", page.batch.id)
    assert window.desk.state.now.batch(waiting) is None
    assert policy_of(window.desk.drops._submissions[page.batch.id].recipe) == "skip"
    window.rail.choose(("view", ""))
    window.settle()
    assert window.shell.shown_page is None, "another row of the rail leaves the page again"


def test_it_fits_the_smallest_window(open_window: Open, waiting: int) -> None:
    page = opened(open_window(width=720, height=480), waiting)
    assert page.sides.isVisible()
    assert page.list.isVisible()
    assert not page._side.isVisible()
    page.sides.choose(1)
    assert page._side.isVisible()
    assert not page.list.isVisible()
    assert page.go.isVisible()


def test_policies_are_read_and_written() -> None:
    assert policy_of("{}") == "number"
    assert policy_of('{"place": {"exists": "newer"}}') == "newer"
    assert policy_of("[") == "number"
    changed = with_policy('{"kind": "image", "place": {"folder": "{source}", "exists": "skip"}}', "replace")
    assert json.loads(changed) == {"kind": "image", "place": {"folder": "{source}", "exists": "replace"}}


def test_only_outputs_beside_their_originals_can_replace_them(staged: Staged) -> None:
    def batch_of(text: str, **options: Any) -> Any:
        number = staged.batch([job("a.jpg", 1)], start=False, text=text, **options)
        with staged.reader() as reader:
            return reader.batch(number)

    assert replaces_originals(batch_of(recipe(exists="replace", folder="{source}")))
    assert not replaces_originals(batch_of(recipe(exists="replace", folder="{source}/Dropmill")))
    assert not replaces_originals(batch_of(recipe(exists="replace", folder="{source}"), out="/elsewhere"))
    assert not replaces_originals(batch_of(recipe(exists="number", folder="{source}")))


def test_a_full_drive_is_said() -> None:
    sums = Sums(jobs=1, ready=1, bytes_in=1_000, outputs=1, bytes_of={0: 1_000}, free=400)
    shown = figures("image", "number", sums, {0: 0.5})[2]
    assert (shown.more, shown.tone) == ("not enough", "failed")
    assert figures("image", "number", sums, {0: 0.3})[2].more == "enough"
    assert warning(sums) == ""


@given(st.dictionaries(st.integers(0, 5), st.integers(0, 10**12)), st.floats(0, 10))
def test_an_output_that_no_sample_has_shown_counts_as_large_as_its_input(sizes: dict[int, int], ratio: float) -> None:
    sums = Sums(bytes_of=sizes)
    assert estimated(sums, {}) is None
    known = estimated(sums, {0: ratio})
    assert known == round(sum(n * (ratio if place == 0 else 1.0) for place, n in sizes.items()))
