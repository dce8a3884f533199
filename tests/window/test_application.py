"""The window's process over the real engine: add, run, see it done, close; and two starts at once."""

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.states import BatchState
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.store.errors import StoreError
from app.store.reader import Reader
from app.system.folders import Folders
from app.system.resources import resource
from app.window.application import Application, Surprises, make_app
from app.window.ask import Question
from app.window.welcome import samples
from app.window.welcome.page import WelcomePage
from app.window.widgets import Button
from tests.waiting import until


@pytest.fixture
def photos(tmp_path):
    """Three pictures and one that is damaged."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("morning.jpg", "lake.webp", "mirrored.jpg", "damaged.jpg"):
        shutil.copy(resource("samples", "photos", name), folder / name)
    return folder


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    engine = open_queue(tmp_path / "data", Services(), workers=1)
    assert isinstance(engine, Engine)
    made = Application(make_app(), engine, Folders(tmp_path / "data"))
    yield made
    made.close()
    made.shell.deleteLater()
    QApplication.processEvents()


def see(condition, seconds=60.0):
    """Let the window work until `condition()`."""
    until(lambda: QApplication.processEvents() or condition(), seconds)


def batch(window):
    batches = window.desk.state.now.batches
    return batches[0] if batches else None


def test_files_given_at_the_start_are_added_run_and_seen_done(window, photos):
    before = {path.name: path.read_bytes() for path in photos.iterdir()}
    window.show([str(photos)])
    see(lambda: batch(window) and batch(window).state is BatchState.PAUSED)
    assert batch(window).counts.ready == 4
    see(lambda: window.shell.page.result.run.isVisible())
    assert window.shell.page.result.run.text() == "Run 4 pictures"
    window.shell.page.result.run.click()
    see(lambda: batch(window).state is BatchState.FINISHED)
    counts = batch(window).counts
    assert (counts.done, counts.failed) == (3, 1)
    see(lambda: not window.desk.drawer.isHidden())
    see(lambda: window.desk.notices.spec is not None)
    assert window.desk.notices.spec.title.startswith("Finished in")
    assert {p.name: p.read_bytes() for p in photos.iterdir() if p.is_file()} == before
    outputs = sorted(path.name for path in (photos / "Dropmill").iterdir())
    assert len(outputs) == 6
    see(lambda: window.shell.status.count.text() == "All work is finished")
    model = window.shell.page.model
    words = {model.job(row).title: model.data(model.index(row, 0)) for row in range(model.rowCount())}
    assert words == {"morning.jpg": "Done", "lake.webp": "Done", "mirrored.jpg": "Done", "damaged.jpg": "Failed"}


def test_the_first_start_welcomes_and_its_samples_are_worked_off(window, tmp_path, monkeypatch):
    monkeypatch.setattr(samples, "folder", lambda: tmp_path / "Dropmill samples")
    window.show([])
    page = window.shell.shown_page
    assert isinstance(page, WelcomePage)
    mail = next(card for card in page.cards if "e-mail" in card.button.accessibleName())
    mail.button.click()
    see(lambda: batch(window) is not None and batch(window).counts.done == 9)
    assert batch(window).counts.open == 2, "two rows are blocked on purpose"
    assert window.shell.shown_page is None
    letters = list((tmp_path / "Dropmill samples" / "messages").glob("*.eml"))
    assert len(letters) == 9
    assert window.memory.welcomed, "the next start does not welcome again"


def test_a_folder_that_was_done_is_left_out_and_done_again_on_request(window, photos):
    window.show([os.fspath(photos)])
    see(lambda: batch(window) and batch(window).state is BatchState.PAUSED)
    window.desk.act("run")
    see(lambda: batch(window).state is BatchState.FINISHED)
    first = batch(window)
    with Reader(window.engine.path) as reader:
        see(lambda: reader.mark("processed") >= first.finished)
    window.desk.add((os.fspath(photos),))
    see(lambda: batch(window).id != first.id and batch(window).state is BatchState.PAUSED)
    second = batch(window)
    assert (second.counts.skipped, second.counts.ready) == (3, 1), "what failed is not done"
    again = see_button(window, "Do them again")
    titles = [label.text() for label in window.shell.page.result.card.findChildren(QLabel)]
    assert "3 already done" in titles
    again.click()
    see(lambda: batch(window).id not in (first.id, second.id) and batch(window).state is BatchState.PAUSED)
    assert batch(window).counts.ready == 4
    assert [one.id for one in window.desk.state.now.batches] == [batch(window).id, first.id]
    see(lambda: window.shell.rail.key == ("batch", batch(window).id))
    window.desk.act("run")
    see(lambda: batch(window).state is BatchState.FINISHED)
    assert batch(window).counts.done == 3


def see_button(window, words):
    """The visible button with these words, as soon as it is there."""

    def found():
        return [b for b in window.shell.findChildren(Button) if b.text() == words and b.isVisible()]

    see(found)
    return found()[0]


def test_finishing_what_is_in_work_closes_the_window_and_leaves_the_rest_for_next_time(window, photos):
    for n in range(40):
        shutil.copy(photos / "morning.jpg", photos / f"{n}.jpg")
    window.show([os.fspath(photos)])
    see(lambda: batch(window) and batch(window).state is BatchState.PAUSED)
    window.desk.act("run")
    see(lambda: batch(window).counts.running)
    window.shell.close()
    (question,) = (one for one in window.shell.findChildren(Question) if one.isVisible())
    next(b for b in question.findChildren(Button) if b.property("answer") == "finish").click()
    see(lambda: not window.shell.isVisible())
    with Reader(window.engine.path) as reader:
        counts = reader.counts()
        assert not reader.paused()
    assert counts.running == 0
    assert counts.ready > 0
    assert counts.done > 0


def test_pause_and_resume_reach_the_engine(window, photos):
    window.show([])
    see(lambda: window.shell.recipes)
    window.desk.act("pause")
    see(lambda: window.backend.commands.idle)
    see(lambda: window.desk.state.now.paused)
    window.desk.add((str(photos),))
    see(lambda: batch(window) and batch(window).state is BatchState.PAUSED)
    window.desk.act("run")
    see(lambda: batch(window).state is BatchState.FINISHED)
    assert not window.desk.state.now.paused


def test_a_second_start_hands_its_files_to_the_first(window, photos, tmp_path):
    window.show([])
    see(lambda: window.shell.recipes)
    other = open_queue(tmp_path / "data", Services())
    assert isinstance(other, ControlClient)
    other.open([os.fspath(photos / "morning.jpg")])
    other.close()
    see(lambda: batch(window) and batch(window).counts.total == 1)
    assert window.shell.page.model.view.batch in (None, batch(window).id)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_the_program_opens_takes_files_of_a_second_start_and_ends_when_asked(photos, tmp_path):
    data = tmp_path / "data"
    command = [sys.executable, "-m", "app", "--data-dir", os.fspath(data)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen([*command, os.fspath(photos)], env=environment)
    try:
        until(lambda: first.poll() is not None or titles(data, 1) == ["photos"], 60)
        second = subprocess.run([*command, os.fspath(photos / "lake.webp")], env=environment, timeout=60, check=False)
        assert second.returncode == 0
        until(lambda: titles(data, 2) == ["lake.webp", "photos"], 60)
        first.terminate()
        assert first.wait(60) == 0
    finally:
        first.kill()
        first.wait(10)


def titles(data, at_least):
    """Titles of the batches in the queue file, once there are enough."""
    if not (data / "queue.db").exists():
        return []
    try:
        with Reader(data / "queue.db") as reader:
            found = [batch.title for batch in reader.batches()]
    except StoreError:
        return []  # the file is being made
    return found if len(found) >= at_least else []


def test_a_surprise_is_logged_once_a_place_and_said_in_the_window(window, caplog):
    surprises = Surprises(window.shell)
    said = []
    surprises.happened.connect(said.append)
    try:
        for _ in range(3):
            try:
                raise ValueError("paint")
            except ValueError as error:
                surprises._caught(type(error), error, error.__traceback__)
    finally:
        surprises.restore()
    assert len(said) == 1
    assert [record.message for record in caplog.records if "paint" in record.message] == ["unexpected: paint"]
