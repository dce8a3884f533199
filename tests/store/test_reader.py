"""Reading the queue: views, orders, searches, causes, names that are not text, what is left to do."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.failures import Failure, Warn
from app.core.model import Counts
from app.core.states import BatchState, JobState
from app.store import lanes, ordering, transitions
from app.store.intake import NewBatch, add_batch, add_jobs
from app.store.reader import PAGE, JobView, Order, Reader
from app.store.text import clean, json_in, path_in, path_out
from tests.store.queue_file import LETTERS, PHOTOS, QueueFile, ending, jobs, new_job

ODD_PATHS = [
    "/photos/plain.jpg",
    "/photos/\udcff\udcfe.jpg",  # bytes that are not UTF-8, as Python shows them
    "/photos/line\nbreak\r.jpg",
    "/photos/\u202egpj.exe",
    "/photos/e\u0301 and \u00e9.jpg",
    "/photos/👩‍👩‍👧‍👦.jpg",
    "/photos/\"quoted\" \\ and 'single'.jpg",
    "/photos/" + "x" * 250 + ".jpg",
    "C:\\Users\\x\\json:y.jpg",
]

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=30)  # lone surrogates, too


def titles(reader: Reader, view: JobView) -> list[str]:
    return [job.title for job in reader.iter_jobs(view)]


# Names that are not text.


@pytest.mark.parametrize("path", ODD_PATHS, ids=ascii)
def test_a_path_of_any_name_comes_back_as_it_was(store: QueueFile, path: str) -> None:
    batch = store.batch([new_job(0, path, input_root=path, plan=[("", path + ".webp")], warnings=[Warn("W", path)])])
    (job,) = store.claim(batch)
    assert (job.input, job.input_root, job.plan) == (path, path, (("", path + ".webp"),))
    store.writer.call(lambda tx: transitions.intend_output(tx, job.id, job.attempt, path, ""))
    assert [path_out(row[0]) for row in store.writer.call(lambda tx: tx.rows("effects_of", {"job": job.id}))] == [path]
    store.end(ending(job, JobState.DONE, outputs=(path + ".webp",), note=path))
    with store.reader() as reader:
        row = reader.job(job.id)
        assert row is not None
        assert (row.input, row.outputs) == (path, (path + ".webp",))
        assert reader.planned(job.id) == [("", path + ".webp")]
        assert row.title.encode()  # words are words: they can be shown and printed
        assert row.note is not None
        assert row.note.encode()


def test_two_paths_that_differ_in_one_byte_are_two_jobs(store: QueueFile) -> None:
    batch = store.batch([new_job(0, "/photos/\udcfe.jpg"), new_job(1, "/photos/\udcff.jpg")])
    assert len(store.ids(batch)) == 2


def test_a_batch_of_any_name_comes_back(store: QueueFile) -> None:
    store.batch(jobs(1), NewBatch("image", "cpu", "odd \udcff", "recipe \udcff", "{}", {"paths": ODD_PATHS}))
    with store.reader() as reader:
        (batch,) = reader.batches()
    assert batch.options == {"paths": ODD_PATHS}
    assert batch.title.encode()
    assert batch.recipe_name.encode()


@given(ANY_TEXT)
def test_every_path_survives_its_way_through_the_file(name: str) -> None:
    stored = path_in("/" + name)
    assert stored.encode("utf-8")
    assert path_out(stored) == "/" + name


@given(ANY_TEXT)
def test_words_are_changed_only_where_they_are_not_text(text: str) -> None:
    found = clean(text)
    assert found == "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    assert json_in(text).isascii()


def test_no_words_stay_no_words() -> None:
    assert clean(None) is None


# Intake.


def test_a_key_that_the_batch_has_is_not_added_twice(store: QueueFile) -> None:
    batch = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
    assert store.writer.call(lambda tx: add_jobs(tx, batch, jobs(3))) == 3
    assert store.writer.call(lambda tx: add_jobs(tx, batch, jobs(5))) == 2
    assert store.writer.call(lambda tx: add_jobs(tx, batch, [])) == 0
    assert len(store.ids(batch)) == 5
    other = store.batch(jobs(3))
    assert len(store.ids(other)) == 3


def test_a_batch_begins_with_what_the_planner_found(store: QueueFile) -> None:
    failed = new_job(0, state=JobState.FAILED, code="EMPTY_FILE", message="a0.jpg holds no data.")
    batch = store.batch([failed, new_job(1, state=JobState.SKIPPED), new_job(2)])
    with store.reader() as reader:
        assert reader.counts(batch) == Counts(ready=1, skipped=1, failed=1) == reader.recount(batch)
        assert [job.title for job in reader.ended(batch)] == ["a0.jpg", "a1.jpg"]
        found = reader.batch(batch)
        assert found is not None
        assert (found.bytes_total, found.bytes_done) == (3_000, 2_000)
        assert [(cause.code, cause.count) for cause in reader.causes(batch)] == [("EMPTY_FILE", 1)]


# Views.


@pytest.fixture
def shown(store: QueueFile) -> QueueFile:
    """A batch of six with names and sizes that sort differently, two of them failed."""
    names = ["b.jpg", "A.jpg", "100%.jpg", "a_b.jpg", "axb.jpg", "back\\slash.jpg"]
    planned = [new_job(n, f"/p/{name}", title=name, size=(n * 7) % 5) for n, name in enumerate(names)]
    batch = store.batch(planned)
    one, two, _three = store.claim(batch, 3)
    store.end(ending(one, JobState.FAILED, "CORRUPT", "b.jpg ends too early."))
    store.end(ending(two, JobState.FAILED, "CORRUPT", "A.jpg ends too early."))
    return store


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["b.jpg", "A.jpg", "100%.jpg", "a_b.jpg", "axb.jpg", "back\\slash.jpg"]),
        ("%", ["100%.jpg"]),
        ("_", ["a_b.jpg"]),
        ("a_B", ["a_b.jpg"]),
        ("\\", ["back\\slash.jpg"]),
        ("A", ["A.jpg", "a_b.jpg", "axb.jpg", "back\\slash.jpg"]),
        ("'; DROP TABLE job; --", []),
    ],
)
def test_a_search_means_what_it_says(shown: QueueFile, search: str, found: list[str]) -> None:
    with shown.reader() as reader:
        assert titles(reader, JobView(search=search)) == found


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("queue", lambda job: job.id),
        ("name", lambda job: (job.title.lower(), job.id)),
        ("size", lambda job: (job.size, job.id)),
        ("state", lambda job: (job.state.value, job.id)),
        ("time", lambda job: (job.ms, job.id)),
    ],
)
def test_the_orders_of_the_table(shown: QueueFile, order: Order, key: st.SearchStrategy[object]) -> None:
    with shown.reader() as reader:
        everything = list(reader.iter_jobs())
        assert list(reader.iter_jobs(JobView(order=order))) == sorted(everything, key=key)
        falling = list(reader.iter_jobs(JobView(order=order, descending=True)))
    if order in ("queue", "name"):  # the others have ties, which stay in the order of the queue
        assert falling == sorted(everything, key=key, reverse=True)
    assert {job.id for job in falling} == {job.id for job in everything}


def test_a_view_picks_states_codes_and_batches(shown: QueueFile) -> None:
    other = shown.batch(jobs(2), LETTERS)
    with shown.reader() as reader:
        assert len(reader.job_ids(JobView())) == 8
        assert titles(reader, JobView(states=frozenset({JobState.FAILED}))) == ["b.jpg", "A.jpg"]
        assert titles(reader, JobView(states=frozenset({JobState.FAILED, JobState.RUNNING}), search="g")) == [
            "b.jpg", "A.jpg", "100%.jpg",
        ]  # fmt: skip
        assert titles(reader, JobView(batch=other)) == ["a0.jpg", "a1.jpg"]
        assert titles(reader, JobView(code="CORRUPT")) == ["b.jpg", "A.jpg"]
        assert titles(reader, JobView(batch=other, code="CORRUPT")) == []


def test_jobs_come_in_the_order_asked_without_those_that_are_gone(shown: QueueFile) -> None:
    with shown.reader() as reader:
        ids = list(reader.job_ids())
        assert [job.id for job in reader.jobs([ids[3], 999_999, ids[0]])] == [ids[3], ids[0]]
        assert reader.jobs([]) == []
        assert reader.job(999_999) is None
        assert reader.batch(999_999) is None
        assert reader.payload(999_999) is None
        assert reader.planned(999_999) == []
        assert reader.counts(999_999) == Counts()


def test_more_jobs_than_a_page_are_all_read(store: QueueFile) -> None:
    batch = store.batch(jobs(PAGE * 2 + 1))
    with store.reader() as reader:
        assert [job.id for job in reader.iter_jobs(JobView(batch=batch))] == store.ids(batch)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_batch_is_listed_in_the_order_of_its_claims(store: QueueFile, data: st.DataObject) -> None:
    number = store.batch(jobs(6))
    with store.reader() as reader:
        whole = JobView(batch=number)
        ids = list(reader.job_ids(whole))
        for _ in range(data.draw(st.integers(0, 3))):
            picked = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
            top = data.draw(st.booleans())
            store.writer.call(lambda tx, picked=picked, top=top: ordering.move(tx, picked, top))
        listed = list(reader.job_ids(whole))
        assert list(reader.job_ids(JobView(batch=number, descending=True))) == listed[::-1]
        shown = reader.jobs(listed)[1].title
        assert list(reader.job_ids(JobView(batch=number, search=shown))) == [listed[1]]
    assert [store.claim(number, 1)[0].id for _ in ids] == listed


def test_a_dismissed_batch_is_out_of_every_total(shown: QueueFile) -> None:
    gone, _job = shown.ended_in(JobState.FAILED)
    shown.writer.call(lambda tx: transitions.dismiss(tx, gone))
    with shown.reader() as reader:
        assert gone not in [batch.id for batch in reader.batches()]
        assert [batch.dismissed for batch in reader.batches(dismissed=True)] == [True, False]
        assert reader.counts() == Counts(ready=3, running=1, failed=2)
        assert len(reader.job_ids()) == 6
        assert [cause.count for cause in reader.causes()] == [2]
        assert reader.counts(gone) == Counts(failed=1)


def test_causes_are_counted_with_their_words(shown: QueueFile) -> None:
    with shown.reader() as reader:
        (cause,) = reader.causes()
        assert (cause.code, cause.count, cause.same_message) == ("CORRUPT", 2, False)
    batch, _job = shown.ended_in(JobState.UNCONFIRMED, LETTERS)
    with shown.reader() as reader:
        (cause,) = reader.causes(batch)
        assert (cause.code, cause.first_message, cause.same_message) == ("UNCERTAIN", "words", True)


def test_what_ended_since_then_in_the_order_of_the_ends(store: QueueFile) -> None:
    batch = store.batch(jobs(3))
    one, two, three = store.claim(batch, 3)
    for step, job in enumerate((two, three, one)):
        store.now += 10
        store.end(ending(job, JobState.DONE if step else JobState.FAILED, None if step else "CORRUPT"))
    with store.reader() as reader:
        assert [job.id for job in reader.ended(batch)] == [two.id, three.id, one.id]
        assert [job.id for job in reader.ended(batch, store.now - 10)] == [three.id, one.id]
        assert reader.ended(batch, store.now + 1) == []


def test_a_snapshot_is_of_one_moment(store: QueueFile) -> None:
    batch = store.batch(jobs(2))
    with store.reader() as reader:
        with reader.snapshot():
            before = reader.counts(batch)
            store.cancel(batch=batch)
            assert reader.counts(batch) == before == Counts(ready=2)
            assert reader.recount(batch) == before
        assert reader.counts(batch) == Counts(cancelled=2)


# What is left to do.


def test_whether_anything_can_go_on_by_itself(store: QueueFile) -> None:
    soon = store.now + 1_000
    with store.reader() as reader:

        def left(batch: int | None = None) -> bool:
            return reader.work_left(batch, soon)

        assert not left()
        building = store.writer.call(lambda tx: add_batch(tx, PHOTOS))
        assert left()
        assert left(building)
        store.writer.call(lambda tx: transitions.cancel_batch_state(tx, building))
        assert not left()

        batch = store.batch(jobs(1))
        assert left(batch)
        assert not left(building)
        store.writer.call(lambda tx: transitions.set_paused(tx, True))
        assert not left()
        (job,) = store.claim(batch)
        assert left()  # what runs goes on in a pause
        store.end(ending(job, JobState.WAITING, "IO_ERROR", run_at=soon))
        assert not left()
        store.writer.call(lambda tx: transitions.set_paused(tx, False))
        assert left()
        assert not reader.work_left(None, soon - 1)
        store.writer.call(lambda tx: transitions.pause_batch(tx, batch))
        assert not left()


@pytest.mark.parametrize(("until", "expected"), [(None, False), (1_000, True), (1_001, False)])
def test_a_lane_that_waits_holds_its_work_back(store: QueueFile, until: int | None, expected: bool) -> None:
    store.batch(jobs(1), LETTERS)
    time = None if until is None else store.now + until
    store.writer.call(lambda tx: lanes.pause_lane(tx, "mail:work", Failure("NET_OFFLINE", "x"), time))
    with store.reader() as reader:
        assert reader.work_left(None, store.now + 1_000) is expected


def test_the_states_of_batches_are_read(store: QueueFile) -> None:
    paused, finished = store.batch(jobs(1), start=False), store.batch([])
    with store.reader() as reader:
        assert {batch.id: batch.state for batch in reader.batches()} == {
            paused: BatchState.PAUSED, finished: BatchState.FINISHED,
        }  # fmt: skip
        assert [batch.id for batch in reader.batches()] == [finished, paused]


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
def test_a_real_file_of_an_undecodable_name_is_found_again(store: QueueFile, tmp_path: Path) -> None:
    file = tmp_path / "caf\udce9.txt"
    try:
        file.write_text("found")
    except OSError:
        pytest.skip("this file system takes no such names")
    (job,) = store.claim(store.batch([new_job(0, str(file))]))
    assert Path(job.input).read_text() == "found"
