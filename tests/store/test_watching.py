"""Watched folders on disk: versions of files are taken once, in the commit that makes their batch."""

import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.events import WatchChanged
from app.core.model import Watch, WatchMode
from app.store import watching
from app.store.intake import NewBatch
from app.store.watching import NewWatch, Version
from tests.store.queue_file import PHOTOS, QueueFile

INBOX = NewWatch("/inbox", "image", "Web photos", "{}", None, WatchMode.NATIVE)


def add(store: QueueFile, new: NewWatch = INBOX) -> int:
    return store.writer.call(lambda tx: watching.add(tx, new))


def make(files: Sequence[Version]) -> NewBatch:
    return replace(PHOTOS, options={"paths": [file.path for file in files]})


def take(store: QueueFile, watch: int, *files: Version) -> int | None:
    return store.writer.call(lambda tx: watching.take(tx, watch, files, make))


def paths(store: QueueFile, batch: int) -> list[str]:
    with store.reader() as reader:
        row = reader.batch(batch)
        assert row is not None
        return list(row.options["paths"])


def watches(store: QueueFile) -> list[Watch]:
    with store.reader() as reader:
        return reader.watches()


def test_a_watched_folder_is_listed_as_it_was_given(store: QueueFile) -> None:
    new = NewWatch("/inbox/\udcff", "table", "Clean table", '{"a": 1}', "/out", WatchMode.POLLED)
    watch = add(store, new)
    assert watches(store) == [
        Watch(watch, new.folder, "table", "Clean table", '{"a": 1}', "/out", WatchMode.POLLED, True, store.now)
    ]
    assert store.events[-1] == WatchChanged(watch)


def test_one_folder_is_watched_once(store: QueueFile) -> None:
    add(store)
    with pytest.raises(sqlite3.IntegrityError):
        add(store)


def test_switching_off_and_removing_say_whether_there_was_something(store: QueueFile) -> None:
    watch = add(store)

    def enable(on: bool) -> bool:
        return store.writer.call(lambda tx: watching.enable(tx, watch, on))

    def remove() -> bool:
        return store.writer.call(lambda tx: watching.remove(tx, watch))

    assert (enable(False), enable(False), enable(True)) == (True, False, True)
    assert (remove(), remove()) == (True, False)
    assert watches(store) == []


def test_a_trouble_is_said_once_and_its_end_once(store: QueueFile) -> None:
    watch = add(store)

    def say(code: str | None, words: str | None) -> bool:
        return store.writer.call(lambda tx: watching.say(tx, watch, code, words))

    store.events.clear()
    assert [say("DRIVE_MISSING", "Gone."), say("DRIVE_MISSING", "Gone."), say(None, None), say(None, None)] == [
        True, False, True, False,
    ]  # fmt: skip
    assert store.events == [WatchChanged(watch, "DRIVE_MISSING", "Gone."), WatchChanged(watch)]


def test_a_version_is_taken_once_and_a_new_version_again(store: QueueFile) -> None:
    watch = add(store)
    a, b, newer = Version("/inbox/a", 1, 1), Version("/inbox/b", 2, 2), Version("/inbox/a", 1, 9)
    first = take(store, watch, a, b)
    assert first is not None
    assert paths(store, first) == ["/inbox/a", "/inbox/b"]
    assert take(store, watch, a, b) is None
    second = take(store, watch, newer, b)
    assert second is not None
    assert paths(store, second) == ["/inbox/a"]
    with store.reader() as reader:
        assert reader.watch_taken(watch) == {"/inbox/a": (1, 9), "/inbox/b": (2, 2)}


def test_nothing_is_taken_for_a_folder_that_is_not_watched_any_more(store: QueueFile) -> None:
    watch = add(store)
    file = Version("/inbox/a", 1, 1)
    store.writer.call(lambda tx: watching.enable(tx, watch, False))
    assert take(store, watch, file) is None
    store.writer.call(lambda tx: watching.remove(tx, watch))
    assert take(store, watch, file) is None
    assert store.rows("SELECT count(*) FROM batch") == [(0,)]


def test_a_batch_that_cannot_be_made_takes_nothing(store: QueueFile) -> None:
    watch = add(store)

    def broken(_files: Sequence[Version]) -> NewBatch:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.writer.call(lambda tx: watching.take(tx, watch, [Version("/inbox/a", 1, 1)], broken))
    with store.reader() as reader:
        assert reader.watch_taken(watch) == {}


@settings(max_examples=25)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 3)), unique_by=lambda one: one[0], max_size=4),
        max_size=12,
    )
)
def test_every_version_in_a_row_is_in_exactly_one_batch(looks: list[list[tuple[str, int]]]) -> None:
    """Whatever is looked at in whatever order: a version is taken when it is not the last one that was taken."""
    with tempfile.TemporaryDirectory() as folder:
        store = QueueFile(Path(folder) / "queue.db")
        try:
            watch = add(store)
            last: dict[str, int] = {}
            for look in looks:
                fresh = [(name, size) for name, size in look if last.get(name) != size]
                batch = take(store, watch, *(Version(f"/inbox/{name}", size, 0) for name, size in look))
                assert (batch is None) == (not fresh)
                if batch is not None:
                    assert paths(store, batch) == [f"/inbox/{name}" for name, _size in fresh]
                last.update(fresh)
        finally:
            store.close()
