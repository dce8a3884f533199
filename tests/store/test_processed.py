"""What was worked off: noted once, the latest run wins, an input replaced by its output is known as it is now."""

from typing import Any

import pytest

from app.core.states import JobState
from app.store import processed
from app.store.reader import Processed
from tests.store.queue_file import NOW, QueueFile, ending, jobs, new_job


def done(store: QueueFile, count: int, **changes: Any) -> int:
    """A batch of `count` done jobs, each with one output."""
    batch = store.batch(jobs(count))
    for job in store.claim(batch, count):
        store.end(ending(job, JobState.DONE, **{"outputs": (f"/out/{job.title}",), "bytes_out": 70, **changes}))
    return batch


def record(store: QueueFile, batch: int, key: str = "k") -> int:
    return store.writer.call(lambda tx: processed.record(tx, key, store.ids(batch)))


def known(store: QueueFile, *paths: str, key: str = "k") -> dict[str, Processed]:
    with store.reader() as reader:
        return reader.processed(key, paths)


def test_done_jobs_with_outputs_are_remembered_under_their_key(store: QueueFile) -> None:
    batch = done(store, 2)
    assert record(store, batch) == 2
    assert record(store, batch) == 2, "noting twice is noting once"
    found = known(store, "/photos/a0.jpg", "/photos/a1.jpg", "/photos/a2.jpg")
    assert found == {f"/photos/a{n}.jpg": Processed(1_000, 1, (f"/out/a{n}.jpg",), NOW) for n in range(2)}
    assert known(store, "/photos/a0.jpg", key="other") == {}


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.SKIPPED, JobState.CANCELLED, JobState.READY])
def test_what_is_not_done_is_not_remembered(store: QueueFile, state: JobState) -> None:
    batch = store.batch(jobs(1))
    (job,) = store.claim(batch)
    store.end(ending(job, state, "CORRUPT" if state is JobState.FAILED else None, outputs=("/out/a0.jpg",)))
    assert record(store, batch) == 0


def test_a_job_without_outputs_is_not_remembered(store: QueueFile) -> None:
    assert record(store, done(store, 1, outputs=())) == 0


def test_the_later_run_wins_in_whatever_order_they_are_noted(store: QueueFile) -> None:
    first = done(store, 1, outputs=("/out/first",))
    store.now += 5
    second = done(store, 1, outputs=("/out/second",))
    record(store, second)
    record(store, first)
    assert known(store, "/photos/a0.jpg")["/photos/a0.jpg"].outputs == ("/out/second",)


def test_an_input_that_its_output_replaced_is_known_by_its_new_size(store: QueueFile) -> None:
    record(store, done(store, 1, outputs=("/photos/a0.jpg",)))
    found = known(store, "/photos/a0.jpg")["/photos/a0.jpg"]
    assert (found.size, found.mtime_ns) == (70, 1)


@pytest.mark.parametrize("path", ["/photos/\udcff.jpg", "/photos/ü.jpg", "/photos/a\nb.jpg"])
def test_names_that_are_not_text_are_found_again(store: QueueFile, path: str) -> None:
    batch = store.batch([new_job(path=path)])
    (job,) = store.claim(batch)
    store.end(ending(job, JobState.DONE, outputs=(path + ".out",)))
    record(store, batch)
    assert known(store, path)[path].outputs == (path + ".out",)


def test_the_mark_says_how_far_the_notes_go(store: QueueFile) -> None:
    early = done(store, 1)
    store.now += 10_000
    late = done(store, 1)
    with store.reader() as reader:
        assert reader.mark(processed.MARK) == 0
        assert reader.finished_since(0) == [early, late]
        store.writer.call(lambda tx: processed.set_mark(tx, store.now))
        assert reader.finished_since(reader.mark(processed.MARK)) == [late]


def test_another_output_folder_is_another_key() -> None:
    keys = {processed.key("abc", out) for out in (None, "/out", "/out2", "/\udcff")}
    assert len(keys) == 4
    assert processed.key("abc", None) == "abc"
