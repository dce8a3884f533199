"""The words of rows, messages and the footer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Batch, Counts
from app.core.states import BatchState
from app.window.mailcheck.closing import closing
from app.window.mailcheck.letter import letter_of, people, sender
from app.window.mailcheck.rows import Group, Mark, how_many, row_of, spoken, titles
from tests.window.mailcheck.letters import mail_batch
from tests.window.mailcheck.letters import people as rows_of

BATCH = Batch(
    1, "mail", "invoices.csv", "Invoices", '{"account": "work"}', BatchState.PAUSED,
    Counts(ready=479, held=4, skipped=3), 0, 0, 0, {}, 0, None, None,
)  # fmt: skip


def with_counts(**counts: int) -> Batch:
    return replace(BATCH, counts=Counts(**counts))


def test_the_footer_is_the_confirmation():
    words = closing(BATCH, 481, "billing@northwind.example", "work")
    assert words.title == "Send 479 messages to 481 people"
    assert words.source == "From billing@northwind.example"
    assert words.left_out == "The 4 blocked and 3 left-out rows are not sent."
    assert words.button == "Send 479 messages"
    assert words.why_not == ""


def test_people_are_left_out_of_the_words_until_they_are_counted():
    assert closing(BATCH, None, "", "work").title == "Send 479 messages"
    assert closing(BATCH, None, "", "work").source == "From the account “work”"


@pytest.mark.parametrize(
    ("counts", "title", "not_sent"),
    [
        ({"ready": 1}, "Send 1 message to 1 person", ""),
        ({"ready": 2, "held": 1}, "Send 2 messages to 1 person", "The blocked row is not sent."),
        ({"ready": 2, "skipped": 5}, "Send 2 messages to 1 person", "The 5 left-out rows are not sent."),
    ],
)
def test_numbers_are_in_their_right_forms(counts, title, not_sent):
    words = closing(with_counts(**counts), 1, "a@x.example", "work")
    assert (words.title, words.left_out) == (title, not_sent)


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({"held": 4}, "Nothing can be sent yet: fix the 4 blocked rows."),
        ({"held": 1, "skipped": 2}, "Nothing can be sent yet: fix the blocked row."),
        ({"skipped": 2}, "Nothing can be sent: every row is left out."),
        ({}, "Nothing can be sent: there are no rows."),
    ],
)
def test_none_ready_says_why(counts, why):
    words = closing(with_counts(**counts), 0, "", "work")
    assert words.why_not == why
    assert words.title == why


def test_messages_written_as_files_are_not_called_sent():
    words = closing(replace(BATCH, options={"options": {"eml": "/out/mails"}}), 481, "", "work")
    assert words.title == "Write 479 messages as files"
    assert words.source == "Into /out/mails. Nothing is sent."


@given(st.builds(Counts, *[st.integers(0, 50)] * 9))
def test_the_groups_are_disjoint_and_within_all(counts):
    parts = [how_many(group, counts) for group in (Group.READY, Group.BLOCKED, Group.LEFT_OUT)]
    assert sum(parts) + counts.running + counts.done + counts.unconfirmed == how_many(Group.ALL, counts)


def test_the_segments_carry_their_numbers():
    assert titles(BATCH.counts) == ["All 486", "Ready 479", "Blocked 4", "Left out 3"]


def read(queue, batch):
    with queue.reader() as reader:
        return [(job, reader.payload(job.id)) for job in reader.jobs(reader.job_ids()) if job.batch == batch]


def test_rows_as_the_preflight_froze_them(queue, tmp_path):
    rows = [
        ("Ola", "ola@nordmann.example", "", "2026-1"),
        ("Lumen", "office@lumen@x", "", "2026-2"),
        ("T", "t@quill.example", "", "2026-3x"),
        ("Ola again", "OLA@nordmann.example", "", "2026-4"),
    ]
    batch = mail_batch(queue, tmp_path, rows)
    shown = [row_of(job, payload) for job, payload in read(queue, batch)]
    assert [row.mark for row in shown] == [Mark.READY, Mark.BLOCKED, Mark.BLOCKED, Mark.LEFT_OUT]
    assert [row.word for row in shown] == ["Ready", "Blocked", "Blocked", "Left out"]
    assert shown[0].text == "Invoice 2026-1"
    assert shown[0].attached.replace("\u00a0", " ") == "1 file, 1.0 KB"
    assert "office@lumen@x" in shown[1].text
    assert "2026-3x.pdf" in shown[2].text
    assert shown[2].attached == ""
    assert "ola@nordmann.example" in shown[3].text.lower()
    assert spoken(shown[0]).replace("\u00a0", " ") == "ola@nordmann.example, ready, Invoice 2026-1, 1 file, 1.0 KB"


def test_a_message_with_an_empty_field_is_blocked_and_can_be_seen(queue, tmp_path):
    batch = mail_batch(queue, tmp_path, [("", "jane@harbour.example", "", "2026-1")])
    ((job, payload),) = read(queue, batch)
    assert row_of(job, payload).mark is Mark.BLOCKED
    assert '"name"' in row_of(job, payload).text


def test_the_letter_shows_exactly_what_was_frozen(queue, tmp_path):
    rows = [("Nordmann, Ola", "ola@nordmann.example", "boss@nordmann.example", "2026-1")]
    batch = mail_batch(queue, tmp_path, rows, to='"{{ name }}" <{{ email }}>', bcc="archive@northwind.example")
    ((_, payload),) = read(queue, batch)
    letter = letter_of(payload)
    assert dict(letter.lines) == {
        "From": "Northwind Billing <billing@northwind.example>",
        "To": "Nordmann, Ola <ola@nordmann.example>",
        "Cc": "boss@nordmann.example",
        "Bcc": "archive@northwind.example",
        "Reply to": "anna@northwind.example",
    }
    assert letter.subject == "Invoice 2026-1"
    assert letter.text == payload["text"]
    assert letter.html is None
    assert [(file.name, file.size) for file in letter.attached] == [("2026-1.pdf", 1_000)]
    assert f"Message-ID: {payload['message_id']}" in letter.headers
    assert "archive" not in letter.headers
    assert "Date: Fri, 15 Jan 2027 08:00:00 +0000" in letter.headers


def test_people_count_copies_and_each_mailbox_once(queue, tmp_path):
    rows = [("A", "a@x.example", "boss@x.example", "1"), ("B", "b@x.example", "BOSS@x.example", "2")]
    found = [payload for _, payload in read(queue, mail_batch(queue, tmp_path, rows))]
    assert set().union(*map(people, found)) == {"a@x.example", "b@x.example", "boss@x.example"}
    assert sender(found[0]) == "billing@northwind.example"


def test_a_row_without_a_message_reaches_nobody(queue, tmp_path):
    ((_, payload),) = read(queue, mail_batch(queue, tmp_path, [("A", "not an address", "", "1")]))
    assert people(payload) == set()
    assert letter_of(payload) is None
    assert sender(None) == ""
    assert letter_of(None) is None


def test_an_account_that_is_not_set_up_leaves_the_sender_open(queue, tmp_path):
    ((_, payload),) = read(queue, mail_batch(queue, tmp_path, rows_of(1), accounts={}))
    assert sender(payload) == ""
    assert "From" not in dict(letter_of(payload).lines)
