"""What the rows of a batch add up to: every row is in one outcome, in words that say who said so."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Batch, Counts, Job
from app.core.states import BatchState, Effect, JobState
from app.engine.reporting.columns import COLUMNS, MAIL_COLUMNS, cells_of, columns_of
from app.engine.reporting.summary import summary_of
from app.engine.reporting.words import lines_of

BATCH = Batch(
    7, "mail", "people.csv", "Invoices", "{}", BatchState.FINISHED, Counts(), 0, 0, 0, {}, 1_000, 2_000, 3_000
)
JOB = Job(
    1, 7, "mail", "mail:work", JobState.DONE, "a@example.org", "/in/people.csv", (), 0, 0, 1, 1, 0, 0, None,
    Effect.NONE, False, None, None, None, (), {},
)  # fmt: skip


def job(state: JobState, code: str | None = None) -> Job:
    return replace(JOB, state=state, code=code, message="m" if code else None)


def test_refusals_are_counted_by_cause() -> None:
    jobs = [job(JobState.DONE)] * 5
    jobs += [job(JobState.FAILED, "RCPT_PERM")] * 3 + [job(JobState.FAILED, "POLICY")]
    jobs += [job(JobState.UNCONFIRMED, "UNCERTAIN"), job(JobState.HELD, "PRE_NO_ADDRESS"), job(JobState.HELD)]
    found = summary_of(replace(BATCH, pruned=4), jobs)
    assert [(outcome.state, outcome.count) for outcome in found.outcomes] == [
        ("unconfirmed", 1), ("failed", 4), ("blocked", 1), ("done", 5), ("held", 1), ("forgotten", 4),
    ]  # fmt: skip
    assert [(cause.code, cause.count) for cause in found.outcomes[1].causes] == [("RCPT_PERM", 3), ("POLICY", 1)]
    assert found.outcomes[3].words == "Accepted by the mail server"
    assert found.total == 16
    lines = lines_of(found)
    assert ("Messages", 16, True) in lines
    assert ("    Refused by the mail server (RCPT_PERM)", 3, False) in lines


def test_messages_written_as_files_were_accepted_by_nobody() -> None:
    found = summary_of(replace(BATCH, options={"options": {"eml": "/out"}}), [job(JobState.DONE)])
    assert found.outcomes[0].words == "Written as files"
    assert summary_of(replace(BATCH, kind="image"), [job(JobState.DONE)]).outcomes[0].words == "Done"


@given(st.lists(st.tuples(st.sampled_from(JobState), st.sampled_from([None, "PRE_TOO_BIG", "POLICY", "ODD"]))))
def test_every_row_is_counted_once(states: list[tuple[JobState, str | None]]) -> None:
    found = summary_of(BATCH, [job(state, code) for state, code in states])
    assert found.total == len(states)
    for outcome in found.outcomes:
        assert sum(cause.count for cause in outcome.causes) <= outcome.count


def test_a_message_names_its_rows() -> None:
    mail = {"row": 3, "rows": [3, 5], "to": "a@example.org", "message_id": "<1@x>", "reply": "250 ok"}
    cells = cells_of(replace(JOB, extra={"mail": mail}, finished=1_000))
    line = dict(zip(columns_of("mail"), cells, strict=True))
    assert columns_of("mail") == COLUMNS + MAIL_COLUMNS
    assert [line[name] for name in MAIL_COLUMNS] == ["3", "3, 5", "a@example.org", "<1@x>", "250 ok"]
    assert line["ended"] == "1970-01-01T00:00:01.000Z"
    single = dict(zip(columns_of("mail"), cells_of(replace(JOB, extra={"mail": {"row": 4}})), strict=True))
    assert (single["row"], single["rows"], single["to"]) == ("4", "4", "")


def test_other_work_has_no_columns_of_mail() -> None:
    picture = replace(JOB, kind="image", outputs=("/out/a.jpg", "/out/b.jpg"))
    assert len(cells_of(picture)) == len(columns_of("image")) == len(COLUMNS)
    assert "/out/a.jpg\n/out/b.jpg" in cells_of(picture)
