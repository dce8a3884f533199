"""The watcher over real folders and a real queue, with a clock that the test turns."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.events import WatchChanged
from app.core.model import Batch, Watch, WatchMode
from app.engine.clock import SystemClock
from app.engine.watching import watcher as module
from app.engine.watching.watcher import Watcher
from app.jobs import output
from app.jobs.base import JobError
from app.store import watching
from app.store.reader import Reader
from app.store.watching import NewWatch
from tests.engine.conftest import RECIPE
from tests.store.queue_file import QueueFile
from tests.waiting import until


class Clock(SystemClock):
    """Steady time goes on when the test says so."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def steady(self) -> float:
        return self.at


class Rig:
    """A watcher that is turned by hand over the folder `inbox`."""

    def __init__(self, folder: Path) -> None:
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.data = folder / "data"
        self.data.mkdir()
        self.queue = QueueFile(self.data / "queue.db")
        self.reader = Reader(self.queue.path)
        self.clock = Clock()
        self.added: list[int] = []
        self.restart()

    def restart(self) -> None:
        """A new start of the program: everything in memory is gone."""
        self.watcher = Watcher(
            self.queue.writer, lambda: Reader(self.queue.path), self.added.append, self.clock, self.data
        )

    def close(self) -> None:
        self.watcher.stop()
        self.reader.close()
        self.queue.close()

    def watch(self, recipe: str = RECIPE, mode: WatchMode = WatchMode.POLLED, kind: str = "test") -> int:
        new = NewWatch(str(self.inbox), kind, "Test", recipe, None, mode)
        watch = self.queue.writer.call(lambda tx: watching.add(tx, new))
        self.watcher.on_events([WatchChanged(watch)])
        return watch

    def put(self, name: str, text: str = "x") -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def turn(self, seconds: float = 0.0) -> float | None:
        """Let `seconds` pass and the watcher look; how long it would sleep."""
        self.clock.at += seconds
        return self.watcher.turn(self.reader)

    def batches(self) -> list[Batch]:
        return list(reversed(self.reader.batches()))

    def taken(self) -> list[list[str]]:
        """The names in each batch, oldest first."""
        return [[os.path.relpath(path, self.inbox) for path in b.options["paths"]] for b in self.batches()]

    def state(self) -> Watch:
        (watch,) = self.reader.watches()
        return watch


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    yield made
    made.close()


def test_nothing_is_watched_and_nothing_is_looked_at(rig: Rig) -> None:
    assert rig.turn() is None


def test_a_file_at_rest_becomes_a_batch_on_disk(rig: Rig) -> None:
    rig.watch()
    rig.put("a.txt")
    assert rig.turn() == 2.0
    assert rig.taken() == []
    assert rig.turn(2.0) == 10.0
    (batch,) = rig.batches()
    assert rig.added == [batch.id]
    assert (batch.title, batch.recipe_name, batch.kind, batch.state) == ("inbox", "Test", "test", "building")
    assert batch.options["root"] == str(rig.inbox)
    assert batch.options["skip_processed"] is True
    assert batch.options["start"] is True
    assert rig.turn(10.0) == 10.0
    assert len(rig.batches()) == 1


def test_files_of_one_look_are_one_batch_and_folders_are_walked(rig: Rig) -> None:
    rig.watch()
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        rig.put(name)
    rig.turn()
    rig.put("late.txt")
    rig.turn(2.0)
    rig.turn(2.0)
    assert rig.taken() == [["a.txt", "b.txt", "deep/c.txt"], ["late.txt"]]


def test_a_growing_file_is_left_alone_until_it_rests(rig: Rig) -> None:
    rig.watch()
    for length in range(5):
        rig.put("a.txt", "x" * length)
        assert rig.turn(2.0) == 2.0
    assert rig.taken() == []
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_a_version_is_taken_once_across_restarts_and_a_new_one_again(rig: Rig) -> None:
    rig.watch()
    path = rig.put("a.txt")
    for _start in range(3):
        rig.turn()
        rig.turn(2.0)
        rig.restart()
    assert rig.taken() == [["a.txt"]]
    os.utime(path, ns=(5, 5))
    rig.turn()
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"], ["a.txt"]]
    assert [batch.options["versions"] for batch in rig.batches()][1] == [[1, 5]]


@pytest.mark.parametrize("name", [".a.txt", "~$a.txt", "a.txt.part", "Dropmill/a.txt", ".hidden/a.txt", "a.pdf"])
def test_what_is_hidden_unfinished_ours_or_no_input_is_no_news(rig: Rig, name: str) -> None:
    rig.watch()
    rig.put(name)
    rig.turn()
    rig.turn(2.0)
    assert rig.turn(10.0) == 10.0, "nothing is waited for"
    assert rig.taken() == []


def test_our_data_folder_inside_a_watched_one_is_passed_over(rig: Rig) -> None:
    rig.inbox = rig.inbox.parent
    (rig.data / "kept").mkdir()
    (rig.data / "kept" / "a.txt").write_text("x")
    rig.watch()
    rig.turn()
    rig.turn(2.0)
    assert rig.taken() == []


def test_e_mail_waits_for_a_person(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = '{"dropmill": 1, "kind": "mail", "account": "a", "message": {"to": "x@y.z", "subject": "s", "text": "t"}}'
    rig.watch(recipe, kind="mail")
    rig.put("people.csv", "email\n")
    rig.turn()
    rig.turn(2.0)
    (batch,) = rig.batches()
    assert batch.options["start"] is False


def test_a_missing_folder_is_said_once_tried_again_and_forgiven(rig: Rig) -> None:
    rig.watch()
    rig.turn()
    away = rig.inbox.rename(rig.inbox.with_name("away"))
    rig.queue.events.clear()
    assert rig.turn(10.0) == 10.0
    assert rig.state().code == "DRIVE_MISSING"
    assert str(rig.inbox) in str(rig.state().message)
    assert rig.turn(10.0) == 10.0
    assert [event for event in rig.queue.events if isinstance(event, WatchChanged)] == [
        WatchChanged(1, "DRIVE_MISSING", rig.state().message)
    ]
    rig.restart()
    rig.turn(10.0)
    assert len(rig.queue.events) == 1, "known from before"
    away.rename(rig.inbox)
    rig.put("a.txt")
    rig.turn(10.0)
    assert rig.state().code is None
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_a_file_in_the_folders_place_is_said(rig: Rig) -> None:
    rig.watch()
    rig.inbox.rmdir()
    rig.inbox.write_text("x")
    rig.turn()
    assert "is a file now" in str(rig.state().message)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_opened_is_waited_for_and_then_listed(rig: Rig) -> None:
    rig.watch()
    rig.put("a.txt").chmod(0)
    for _look in range(29):
        rig.turn(2.0)
    assert rig.taken() == []
    for _look in range(3):
        rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_a_file_that_another_program_holds_is_waited_for(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows does it: the file is there and does not change, but cannot be opened yet."""
    held = {"now": True}

    def open_source(path: str) -> object:
        if held["now"]:
            raise JobError("SOURCE_LOCKED", "a.txt is open in another program.")
        return output.open_source(path)

    monkeypatch.setattr(module, "open_source", open_source)
    rig.watch()
    rig.put("a.txt")
    for _look in range(3):
        assert rig.turn(2.0) == 2.0
    assert rig.taken() == []
    held["now"] = False
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]
    held["now"] = True
    rig.put("b.txt")
    for _look in range(36):
        rig.turn(2.0)
    assert rig.taken() == [["a.txt"], ["b.txt"]], "after a minute its job says what is wrong with it"


def test_a_folder_that_is_switched_off_is_not_looked_at(rig: Rig) -> None:
    watch = rig.watch()
    rig.put("a.txt")
    rig.turn()
    rig.queue.writer.call(lambda tx: watching.enable(tx, watch, False))
    rig.watcher.on_events([WatchChanged(watch)])
    assert rig.turn(2.0) is None
    rig.queue.writer.call(lambda tx: watching.enable(tx, watch, True))
    rig.watcher.on_events([WatchChanged(watch)])
    rig.turn(2.0)
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_a_folder_that_was_off_for_a_moment_loses_nothing(rig: Rig) -> None:
    """Off and on again between two looks at the list of folders, and a look at the files just then."""
    watch = rig.watch()
    rig.put("a.txt")
    rig.turn()
    rig.queue.writer.call(lambda tx: watching.enable(tx, watch, False))
    rig.turn(2.0)
    rig.queue.writer.call(lambda tx: watching.enable(tx, watch, True))
    rig.turn(10.0)
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_a_recipe_that_cannot_be_read_any_more_is_said_and_the_others_go_on(rig: Rig) -> None:
    rig.watch('{"dropmill": 99, "kind": "test"}')
    assert rig.turn() is None
    assert "newer" in str(rig.state().message)


def test_many_files_are_several_batches(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 3)
    rig.watch()
    for number in range(7):
        rig.put(f"{number}.txt")
    rig.turn()
    rig.turn(2.0)
    assert rig.taken() == [["0.txt", "1.txt", "2.txt"], ["3.txt", "4.txt", "5.txt"], ["6.txt"]]


def test_the_system_reports_and_the_look_follows_at_once(rig: Rig) -> None:
    rig.watch(mode=WatchMode.NATIVE)
    assert rig.turn() == 60.0
    rig.put("a.txt")
    until(lambda: rig.watcher._hinted)
    assert rig.turn(1.0) == 2.0, "much sooner than in a minute"
    rig.turn(2.0)
    assert rig.taken() == [["a.txt"]]


def test_our_results_and_our_looks_are_not_reported(rig: Rig) -> None:
    rig.watch(mode=WatchMode.NATIVE)
    (rig.inbox / "Dropmill").mkdir()
    rig.turn()
    rig.put("Dropmill/result.txt")
    rig.put(".hidden.txt")
    list(rig.inbox.iterdir())
    rig.put("a.txt")  # reported after all of them
    until(lambda: rig.watcher._hinted)
    assert rig.turn(0.5) == pytest.approx(0.5), "not before the second is over, however much is reported"


def test_a_folder_on_which_the_system_does_not_report_is_looked_at_more_often(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refuse)
    rig.watch(mode=WatchMode.NATIVE)
    assert rig.turn() == 10.0


def test_a_folder_that_comes_back_is_listened_to_again(rig: Rig) -> None:
    rig.watch(mode=WatchMode.NATIVE)
    rig.turn()
    away = rig.inbox.rename(rig.inbox.with_name("away"))
    rig.turn(60.0)
    assert rig.state().code == "DRIVE_MISSING"
    away.rename(rig.inbox)
    assert rig.turn(10.0) == 60.0
    rig.put("a.txt")
    until(lambda: rig.watcher._hinted)
    assert rig.turn(1.0) == 2.0


def test_the_thread_sleeps_without_a_folder_and_wakes_for_one(rig: Rig) -> None:
    waits: list[float] = []
    woken = threading.Event()

    def wait(event: threading.Event, seconds: float) -> None:
        waits.append(seconds)
        woken.set()
        event.wait()

    rig.clock.wait = wait  # type: ignore[method-assign]
    rig.watcher.start()
    assert waits == []
    rig.watch()
    assert woken.wait(10)
    assert set(waits) == {10.0}


def test_a_mistake_costs_one_look_and_not_the_thread(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    real: Callable[..., object] = Watcher._files

    def files(self: Watcher, folder: object) -> object:
        looks.append("look")
        if len(looks) == 1:
            raise ZeroDivisionError
        return real(self, folder)

    monkeypatch.setattr(Watcher, "_files", files)
    rig.clock.wait = lambda event, seconds: SystemClock().wait(event, seconds / 1000)  # type: ignore[method-assign]
    rig.watch()
    rig.watcher.start()
    until(lambda: len(looks) > 1)
