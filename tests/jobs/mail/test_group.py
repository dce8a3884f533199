"""Many rows, one message: which rows belong together, what templates see of them, what stops them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError, PlannedJob
from app.jobs.mail import checks, files, message
from app.jobs.mail.group import grouped
from app.jobs.mail.letter import Letter
from app.jobs.mail.rows import group_key
from app.jobs.tabular import Record, RowProblem
from tests.jobs.mail.lane import plan, recipe, request
from tests.jobs.mail.test_plan import failure, found, letter, write

LIST = """customer,email,item,amount
Bell,bell@example.org,Chair,12.50
Adams,adams@example.org,Lamp,3
Bell,bell@example.org,Table,100
Bell,Bell@Example.org,Rug,0.05
"""
TEXT = (
    "Dear {{ customer }},\n{% for r in rows %}{{ r.item }}: {{ r.amount }}\n{% endfor %}"
    "In all {{ rows | sum(attribute='amount') }} for {{ rows | length }} "
    "({{ rows | map(attribute='item') | join(', ') }})"
)


def merged(message_keys: dict[str, Any] | None = None, **recipients: Any) -> Any:
    parts = {"subject": "Order of {{ customer }}", "text": TEXT} | (message_keys or {})
    return recipe(parts, recipients={"group_by": "customer"} | recipients)


def test_rows_of_a_group_become_one_message(tmp_path: Path) -> None:
    jobs = plan(write(tmp_path, LIST), merged())
    assert found(jobs) == [("ready", None)] * 2
    bell, adams = map(letter, jobs)
    assert bell.text == ("Dear Bell,\nChair: 12.50\nTable: 100\nRug: 0.05\nIn all 112.55 for 3 (Chair, Table, Rug)")
    assert adams.text is not None and adams.text.endswith("In all 3 for 1 (Lamp)")
    assert (bell.row, bell.rows, adams.row, adams.rows) == (1, (1, 3, 4), 2, (2,))
    assert (jobs[0].extra or {})["mail"]["rows"] == [1, 3, 4]
    assert jobs[0].title == "bell@example.org"
    assert bell.sender is not None
    checks.check(message.build(bell, bell.sender, files.read_again), bell, bell.sender)
    assert plan(tmp_path / "people.csv", merged()) == jobs


def test_without_grouping_a_message_names_no_rows(tmp_path: Path) -> None:
    (job,) = plan(write(tmp_path, "name,email\nAnn,ann@example.org\n"), recipe())
    assert "rows" not in (job.extra or {})["mail"]
    assert "rows" not in (job.payload or {})
    with pytest.raises(JobError) as caught:
        plan(tmp_path / "people.csv", recipe({"text": "{{ rows }}"}))
    assert caught.value.failure.code == "PRE_FIELD_MISSING"


def test_each_row_of_a_group_has_its_files(tmp_path: Path) -> None:
    for name in ("Chair.txt", "Table.txt", "terms.txt", "Lamp.txt", "Rug.txt"):
        (tmp_path / name).write_text(name)
    wanted = merged({"attachments": ["{{ item }}.txt", "terms.txt"]})
    bell, adams = map(letter, plan(write(tmp_path, LIST), wanted))
    assert [item.name for item in bell.attachments] == ["Chair.txt", "terms.txt", "Table.txt", "Rug.txt"]
    assert [item.name for item in adams.attachments] == ["Lamp.txt", "terms.txt"]


def test_two_groups_of_one_person_are_two_messages(tmp_path: Path) -> None:
    rows = (
        "customer,email,item,amount\nOrder 1,a@example.org,x,1\nOrder 2,a@example.org,y,2\norder 1,a@example.org,z,3\n"
    )
    jobs = plan(write(tmp_path, rows), merged())
    assert [letter(job).rows for job in jobs] == [(1, 3), (2,)]
    assert len({job.key for job in jobs}) == 2


def test_rows_that_name_different_people_are_no_group(tmp_path: Path) -> None:
    rows = "customer,email,item,amount\nBell,a@example.org,x,1\nBell,b@example.org,y,2\n"
    (job,) = plan(write(tmp_path, rows), merged())
    assert found([job]) == [("held", "PRE_MULTI_ADDRESS")]
    assert "a@example.org and b@example.org" in failure(job).message
    assert (job.extra or {})["mail"]["rows"] == [1, 2]


def test_a_group_without_one_of_its_rows_does_not_go(tmp_path: Path) -> None:
    rows = LIST + "Bell,bell@example.org,Bed,7,extra\nCole,cole@example.org,Bed,7\n"
    jobs = plan(write(tmp_path, rows), merged())
    assert found(jobs) == [("held", "PRE_ROW_SHAPE"), ("held", "PRE_ROW_SHAPE"), ("ready", None), ("ready", None)]
    assert "Row 5" in failure(jobs[1]).message
    assert (jobs[1].extra or {})["mail"]["rows"] == [1, 3, 4]


def test_a_row_of_no_group_is_blocked_alone(tmp_path: Path) -> None:
    rows = "customer,email,item,amount\n,x@example.org,x,1\nBell,b@example.org,x,1\n,y@example.org,y,2\n"
    jobs = plan(write(tmp_path, rows), merged())
    assert sorted(found(jobs)) == [("held", "PRE_FIELD_EMPTY")] * 2 + [("ready", None)]
    assert all('"customer"' in failure(job).message for job in jobs if job.state == "held")


@pytest.mark.parametrize(("amount", "code"), [("", "PRE_FIELD_EMPTY"), ("twelve", "PRE_TEMPLATE")])
def test_a_sum_that_cannot_be_made_blocks_its_group(tmp_path: Path, amount: str, code: str) -> None:
    rows = f"customer,email,item,amount\nBell,b@example.org,x,1\nBell,b@example.org,y,{amount}\n"
    (job,) = plan(write(tmp_path, rows), merged({"text": "{{ rows | sum(attribute='amount') }}"}))
    assert found([job]) == [("held", code)]


def test_a_column_to_group_by_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JobError) as caught:
        plan(write(tmp_path, LIST), merged(group_by="client"))
    assert caught.value.failure.code == "PRE_FIELD_MISSING"
    assert "recipients.group_by" in caught.value.failure.message


def test_a_group_again_in_a_second_list_is_a_duplicate(tmp_path: Path) -> None:
    from app.jobs.mail import MailKind
    from tests.jobs.context import source_of

    first, second = write(tmp_path, LIST, "a.csv"), write(tmp_path, LIST, "b.csv")
    sources = [source_of(first, number=1), source_of(second, number=2)]
    jobs: list[PlannedJob] = [job for one in MailKind().plan(sources, merged(), request()) for job in one.jobs]
    assert found(jobs) == [("ready", None)] * 2 + [("skipped", "PRE_DUPLICATE")] * 2


def test_numbers_of_other_countries_add_up(tmp_path: Path) -> None:
    rows = 'customer,email,item,amount\nBell,b@example.org,x,"1.234,50"\nBell,b@example.org,y,"0,5"\n'
    text = "{{ rows | map(attribute='amount') | map('num', ',', '.') | sum }}"
    (job,) = plan(write(tmp_path, rows), merged({"text": text}))
    assert letter(job).text == "1235.00"


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(st.sampled_from(["a", "A ", "b", "c@x.example", "C@X.EXAMPLE", ""]), st.booleans())))
def test_every_row_is_in_one_group(rows: list[tuple[str, bool]]) -> None:
    problem = RowProblem("COLUMNS_DIFFER", "too few")
    records = [Record(n, n, [cell], problem=None if good else problem) for n, (cell, good) in enumerate(rows, 1)]
    groups = list(grouped(records, 0, group_key))
    assert sorted(number for group in groups for number in group.numbers) == list(range(1, len(rows) + 1))
    for group in groups:
        keys = {group_key(record.cells[0]) for record in group.records}
        assert len(keys) == 1
        assert list(group.numbers) == sorted(group.numbers)
        if group.first.problem is None and keys != {""}:
            assert (group.unfit is not None) == any(
                record.problem is not None and group_key(record.cells[0]) in keys for record in records
            )
    good = [group_key(group.first.cells[0]) for group in groups if group.first.problem is None]
    assert len([key for key in good if key]) == len({key for key in good if key})


def test_a_group_survives_the_queue(tmp_path: Path) -> None:
    (first, _) = plan(write(tmp_path, LIST), merged({"unsubscribe": ["mailto:off@example.org?subject={{ item }}"]}))
    frozen = letter(first)
    assert Letter.from_payload(json.loads(json.dumps(frozen.to_payload()))) == frozen
    assert frozen.unsubscribe == ("mailto:off@example.org?subject=Chair",)
