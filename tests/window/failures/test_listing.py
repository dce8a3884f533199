"""What the drawer reads: counts, files of open groups, and memories that end."""

import pytest

from app.window.failures import report
from app.window.failures.causes import FILES_SHOWN, Memory
from app.window.failures.listing import Question, Scope, listed_ids, read_listing
from tests.window.failures.real_queue import new_job

CORRUPT, DENIED = ("CORRUPT", "damaged"), ("WRITE_DENIED", "denied")


def ask(queue, batch=None, memory=None, opened=()):
    with queue.reader() as reader:
        return read_listing(reader, Question(batch, memory or Memory(), frozenset(opened)))


def test_a_batch_lists_its_own_and_none_lists_all(queue):
    first = queue.ended([CORRUPT] * 3 + [(None, "")])
    queue.ended([CORRUPT, DENIED])
    assert [(c.code, c.count) for c in ask(queue, first).causes] == [("CORRUPT", 3)]
    assert [(c.code, c.count) for c in ask(queue).causes] == [("WRITE_DENIED", 1), ("CORRUPT", 4)]


def test_nothing_failed_is_an_empty_list(queue):
    queue.ended([(None, "")])
    assert ask(queue).causes == ()


def test_an_open_group_brings_its_first_files_in_queue_order(queue):
    queue.ended([("CORRUPT", f"damaged {i}") for i in range(FILES_SHOWN + 5)])
    listing = ask(queue, opened=["CORRUPT"])
    assert [job.title for job in listing.files["CORRUPT"]] == [f"a{i}.jpg" for i in range(FILES_SHOWN)]
    assert listing.causes[0].count == FILES_SHOWN + 5


def test_dismissed_jobs_are_off_the_list_but_still_failed(queue):
    batch = queue.ended([CORRUPT] * 4)
    with queue.reader() as reader:
        ids = listed_ids(reader, Scope(batch, "CORRUPT"))
    memory = Memory().dismiss("CORRUPT", ids[:3])
    listing = ask(queue, batch, memory, ["CORRUPT"])
    assert listing.causes[0].count == 1
    assert [job.id for job in listing.files["CORRUPT"]] == ids[3:]
    assert ask(queue, batch, memory.dismiss("CORRUPT", ids)).causes == ()
    with queue.reader() as reader:
        assert reader.counts(batch).failed == 4


def test_a_dismissed_job_that_fails_again_is_news(queue):
    batch = queue.ended([CORRUPT] * 2)
    with queue.reader() as reader:
        ids = listed_ids(reader, Scope(batch, "CORRUPT"))
    memory = Memory().dismiss("CORRUPT", ids)
    queue.retry(jobs=ids[:1])
    memory = ask(queue, batch, memory).memory
    assert memory.dismissed == {"CORRUPT": frozenset(ids[1:])}
    queue.end(batch, [CORRUPT])
    assert [(c.code, c.count) for c in ask(queue, batch, memory).causes] == [("CORRUPT", 1)]


@pytest.mark.parametrize("count", [3, 600])
def test_a_cause_is_tried_again_until_all_of_it_has_settled(queue, count):
    batch = queue.ended([CORRUPT] * count)
    with queue.reader() as reader:
        ids = listed_ids(reader, Scope(batch, "CORRUPT"))
    queue.retry(jobs=ids)
    listing = ask(queue, batch, Memory().retried("CORRUPT", ids))
    assert [(c.code, c.count, c.trying) for c in listing.causes] == [("CORRUPT", 0, count)]
    queue.end(batch, [(None, ""), CORRUPT])
    listing = ask(queue, batch, listing.memory)
    assert [(c.count, c.trying) for c in listing.causes] == [(1, count - 2)]
    queue.end(batch, [(None, "")] * (count - 2))
    listing = ask(queue, batch, listing.memory)
    assert [(c.count, c.trying) for c in listing.causes] == [(1, 0)]
    assert listing.memory == Memory()


def test_the_report_names_program_code_file_and_trace(queue):
    batch = queue.ended([("WORKER_DIED", "a0.jpg was set aside after two crashes")])
    with queue.reader() as reader:
        text = report.report(reader, Scope(batch, "WORKER_DIED"))
        job = reader.jobs(listed_ids(reader, Scope(batch, None)))[0]
    assert text.startswith("Dropmill ")
    assert "WORKER_DIED: The decoder stopped working (1)" in text
    assert "/photos/a0.jpg" in text
    assert "a0.jpg was set aside after two crashes" in text
    assert f"trace of {job.id}" in text


def test_a_long_report_says_how_much_is_left_out(queue):
    batch = queue.ended([CORRUPT] * (FILES_SHOWN + 2))
    with queue.reader() as reader:
        assert report.report(reader, Scope(batch, "CORRUPT")).endswith("\nand 2 more")


def test_addresses_are_copied_once_each_and_all_of_them(queue):
    jobs = [
        new_job("/list.csv", i, title="someone", extra={"mail": {"to": f"p{i % 60}@x.example"}}) for i in range(120)
    ]
    batch = queue.batch(jobs, "mail")
    queue.end(batch, [("RCPT_PERM", "550 no such user")] * 120)
    with queue.reader() as reader:
        assert report.addresses(reader, Scope(batch, "RCPT_PERM")).split("\n") == [f"p{i}@x.example" for i in range(60)]


def test_messages_are_one_line_a_file(queue):
    batch = queue.ended([("CORRUPT", "line one\nline two"), DENIED])
    with queue.reader() as reader:
        assert report.messages(reader, Scope(batch, "CORRUPT")) == "a0.jpg\tline one□line two"
