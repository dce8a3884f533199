"""The preflight: each row gets its state and its words; nothing that could break a message gets through."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.failures import Failure
from app.engine.held_plans import HeldPlans
from app.jobs.base import JobError, PlannedJob
from app.jobs.mail import MailKind, checks, files, message
from app.jobs.mail.letter import Letter
from tests.jobs.context import source_of
from tests.jobs.mail.lane import plan, recipe, request


def write(folder: Path, text: str, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def found(jobs: list[PlannedJob]) -> list[tuple[str, str | None]]:
    return [(job.state, job.failure.code if job.failure else None) for job in jobs]


def failure(job: PlannedJob) -> Failure:
    assert job.failure is not None
    return job.failure


def letter(job: PlannedJob) -> Letter:
    return Letter.from_payload(json.loads(json.dumps(job.payload)))


def test_a_good_row_is_frozen_whole(tmp_path: Path) -> None:
    (tmp_path / "2026.txt").write_text("hello")
    path = write(tmp_path, 'name,email,number\n"Lee, Ann",ann@Example.org,2026\n')
    wanted = recipe(
        {
            "to": "{{ name }} <{{ email }}>",
            "subject": "Invoice {{ number }}",
            "html": "<p>{{ name }}</p>",
            "bcc": "copy@example.org",
            "attachments": ["{{ number }}.txt"],
        }
    )
    (job,) = plan(path, wanted)
    assert (job.state, job.title, job.key) == ("ready", "ann@example.org", "ann@example.org")
    assert job.extra == {
        "mail": {"row": 1, "to": "ann@example.org", "message_id": "<tok3n.1.1@example.org>", "reply": None}
    }
    frozen = letter(job)
    assert frozen.to.name == "Lee, Ann"
    assert frozen.subject == "Invoice 2026"
    assert frozen.text == "Dear Lee, Ann,\nbye."
    assert frozen.html == "<p>Lee, Ann</p>"
    assert frozen.recipients == ("ann@example.org", "copy@example.org")
    assert frozen.attachments[0].size == 5
    assert frozen.sender is not None
    data = message.build(frozen, frozen.sender, files.read_again)
    checks.check(data, frozen, frozen.sender)
    assert job.weight == pytest.approx(len(data), abs=400)


def test_planning_again_gives_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\nBob,bob@example.org\n")
    assert plan(path, recipe()) == plan(path, recipe())


def test_every_row_gets_its_own_state(tmp_path: Path) -> None:
    rows = [
        ("Ann,ann@example.org", ("ready", None)),
        ("Bob,", ("held", "PRE_NO_ADDRESS")),
        ("Cid,cid", ("held", "PRE_BAD_ADDRESS")),
        (",", None),  # a blank row is nobody
        (" , ", None),
        ("Dan,dan@example.org dan@example.com", ("held", "PRE_MULTI_ADDRESS")),
        ("Eve,ANN@EXAMPLE.ORG", ("skipped", "PRE_DUPLICATE")),
        ("Fay,fay@example.org,extra", ("held", "PRE_ROW_SHAPE")),
        (",gil@example.org", ("held", "PRE_FIELD_EMPTY")),
        ("=?utf-8?q?x?=,hal@example.org", ("held", "PRE_ENCODED_WORD")),
        ('"Ivy\nBcc: v@example.com",ivy@example.org', ("held", "PRE_CONTROL_CHARS")),
        ("Jo,jörg@example.org", ("held", "PRE_NEEDS_SMTPUTF8")),
        ("Kim,kim@example.org", ("skipped", "PRE_SUPPRESSED")),
        ("Lea,lea@example.org", ("ready", None)),
    ]
    path = write(tmp_path, "name,email\n" + "".join(f"{row}\n" for row, _ in rows))
    jobs = plan(path, recipe(), request(suppressed=["KIM@example.org"]))
    assert found(jobs) == [state for _, state in rows if state]
    assert len({job.key for job in jobs}) == len(jobs)
    for job in jobs:
        assert json.loads(json.dumps(job.payload)) is not None
        assert job.failure is None or failure(job).message.endswith((".", "”"))
    assert "row 1 of people.csv" in failure(jobs[4]).message
    assert [job.title for job in jobs[:3]] == ["ann@example.org", "Row 2", "cid"]
    assert [(job.extra or {})["mail"]["to"] for job in jobs[:3]] == ["ann@example.org", None, "cid"]


BAD = ["\n", "\r", "\r\n", "\x00", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\u202e", "\x1b"]


@pytest.mark.parametrize("place", ["to", "subject", "cc", "bcc", "reply_to", "attachments"])
@pytest.mark.parametrize("bad", BAD)
def test_no_cell_breaks_out_of_a_header(tmp_path: Path, place: str, bad: str) -> None:
    cell = f"x{bad}Bcc: v@example.com"
    template = {"to": "{{ x }} <a@example.org>", "subject": "{{ x }}", "attachments": ["{{ x }}"]}
    wanted = recipe(
        {"text": "hi", "subject": "s", "to": "a@example.org", place: template.get(place, "{{ x }} <b@example.org>")}
    )
    path = tmp_path / "people.json"
    path.write_text(json.dumps([{"x": cell}]), encoding="utf-8")
    assert found(plan(path, wanted)) == [("held", "PRE_CONTROL_CHARS")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.text(max_size=40), min_size=4, max_size=4))
def test_whatever_stands_in_the_cells_a_ready_row_passes_the_last_check(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "people.json"
    row = dict(zip("abcd", cells, strict=True))
    path.write_text(json.dumps([row]), encoding="utf-8")
    wanted = recipe(
        {
            "to": "{{ a | default('x', true) }} <ann@example.org>",
            "subject": "{{ b | default('', true) }}",
            "text": "{{ c | default('', true) }}",
            "html": "<p>{{ d | default('', true) }}</p>",
            "reply_to": "{{ b | default('', true) }} <r@example.org>",
        }
    )
    for job in plan(path, wanted):
        if job.state == "ready":
            frozen = letter(job)
            assert frozen.sender is not None
            checks.check(message.build(frozen, frozen.sender, files.read_again), frozen, frozen.sender)
            assert frozen.recipients == ("ann@example.org",)


def test_an_empty_field_can_be_released_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\n,ann@example.org\nAnn,ann@example.org\n")
    blocked, again = plan(path, recipe())
    assert failure(blocked).code == "PRE_FIELD_EMPTY"
    assert letter(blocked).text == "Dear ,\nbye."
    # It may still be released, so the second row must not go by itself to the same person.
    assert failure(again).code == "PRE_DUPLICATE"


def test_an_empty_name_beside_a_good_address(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\n,ann@example.org\n")
    (job,) = plan(path, recipe({"to": "{{ name }} <{{ email }}>", "subject": "s", "text": "t"}))
    assert failure(job).code == "PRE_FIELD_EMPTY"
    assert letter(job).to.address == "ann@example.org"


def test_a_row_that_cannot_be_sent_does_not_hide_a_later_one(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    path = write(tmp_path, "name,email,file\nA,ann@example.org,a.txt\nB,ann@example.org,b.txt\n")
    jobs = plan(path, recipe({"attachments": ["{{ file }}"]}))
    assert found(jobs) == [("held", "PRE_ATTACH_MISSING"), ("ready", None)]


def test_the_same_person_twice_when_that_is_wanted(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\nAnn,ann@example.org\n")
    jobs = plan(path, recipe(recipients={"dedupe": False}))
    assert found(jobs) == [("ready", None)] * 2
    assert len({job.key for job in jobs}) == 2
    assert len({letter(job).message_id for job in jobs}) == 2


def test_people_told_apart_by_a_column(tmp_path: Path) -> None:
    path = write(tmp_path, "id,name,email\n1,Ann,home@example.org\n2,Bob,home@example.org\n1,Ann,work@example.org\n")
    jobs = plan(path, recipe(recipients={"key": "id"}))
    assert found(jobs) == [("ready", None), ("ready", None), ("skipped", "PRE_DUPLICATE")]


def test_duplicates_across_the_lists_of_a_batch(tmp_path: Path) -> None:
    first = write(tmp_path, "name,email\nAnn,ann@example.org\n", "a.csv")
    second = write(tmp_path, "name,email\nAnn,Ann@example.org\nBob,bob@example.org\n", "b.csv")
    sources = [source_of(first, number=1), source_of(second, number=2)]
    plans = list(MailKind().plan(sources, recipe(), request()))
    jobs = [job for one in plans for job in one.jobs]
    assert found(jobs) == [("ready", None), ("skipped", "PRE_DUPLICATE"), ("ready", None)]
    assert len({job.key for job in jobs}) == 3
    assert letter(jobs[2]).message_id == "<tok3n.2.2@example.org>"


def test_copies_to_people_who_must_not_get_mail(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    (job,) = plan(path, recipe({"cc": "kim@example.org"}), request(suppressed=["kim@example.org"]))
    assert found([job]) == [("held", "PRE_SUPPRESSED")]


# Attachments.


def test_attachments_stay_inside_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "deep").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "deep" / "a.txt").write_text("a")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "inside.txt").symlink_to(folder / "deep" / "a.txt")
    cases = {
        "deep/a.txt": ("ready", None),
        "deep/../deep/a.txt": ("ready", None),
        "inside.txt": ("ready", None),
        "../secret.txt": ("held", "PRE_ATTACH_OUTSIDE"),
        str(tmp_path / "secret.txt"): ("held", "PRE_ATTACH_OUTSIDE"),
        "link.txt": ("held", "PRE_ATTACH_OUTSIDE"),
        "deep/../../secret.txt": ("held", "PRE_ATTACH_OUTSIDE"),
        "/etc/hostname": ("held", "PRE_ATTACH_OUTSIDE"),
        "gone.txt": ("held", "PRE_ATTACH_MISSING"),
        "deep": ("held", "PRE_ATTACH_MISSING"),
    }
    rows = "".join(f"P,p{n}@example.org,{path}\n" for n, path in enumerate(cases))
    path = write(tmp_path, "name,email,file\n" + rows)
    jobs = plan(path, recipe({"attachments": ["{{ file }}"]}, attachment_folder="{source}/files"))
    assert found(jobs) == list(cases.values())
    assert letter(jobs[0]).attachments[0].name == "a.txt"


def test_an_attachment_that_only_some_have(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    path = write(tmp_path, "name,email,file\nA,a@example.org,a.txt\nB,b@example.org,\n")
    jobs = plan(path, recipe({"attachments": ["{{ file | default('', true) }}"]}))
    assert [len(letter(job).attachments) for job in jobs] == [1, 0]


def test_a_message_over_the_accounts_size_is_blocked(tmp_path: Path) -> None:
    (tmp_path / "big.bin").write_bytes(b"x" * 100_000)
    path = write(tmp_path, "name,email\nA,a@example.org\n")
    wanted = recipe({"attachments": ["big.bin"]})
    account = {"from": "shop@example.org", "max_size": 120_000}
    assert found(plan(path, wanted, request(accounts={"work": account}))) == [("held", "PRE_TOO_BIG")]
    account["max_size"] = 160_000
    assert found(plan(path, wanted, request(accounts={"work": account}))) == [("ready", None)]


# Lists and recipes that cannot be used.


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "EMPTY_FILE"),
        (b"name,email\n", "EMPTY"),
        (b"name,email\n,\n", "EMPTY"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), None),
    ],
)
def test_a_list_that_cannot_be_read_is_one_failure(tmp_path: Path, content: bytes, code: str | None) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    (job,) = plan(path, recipe())
    assert job.state == "failed"
    assert code in (None, failure(job).code)
    assert "people.csv" in failure(job).message


def test_half_a_list_is_not_sent(tmp_path: Path) -> None:
    path = write(tmp_path, 'name,email\nAnn,ann@example.org\n"Bob,bob@example.org\n')
    jobs = plan(path, recipe(recipients={"read": {"header": True, "delimiter": ","}}))
    assert len(jobs) == 1
    assert jobs[0].state == "failed"


def test_a_long_list_that_breaks_off_leaves_nothing_and_hides_nobody(tmp_path: Path) -> None:
    people = "".join(f"P,p{n}@example.org\n" for n in range(1_300))
    broken = write(tmp_path, f'name,email\n{people}"Bob,bob@example.org\n', "broken.csv")
    whole = write(tmp_path, f"name,email\n{people}", "whole.csv")
    wanted = recipe(recipients={"read": {"header": True, "delimiter": ",", "quote": '"'}})
    sources = [source_of(broken, number=1), source_of(whole, number=2)]
    with HeldPlans() as held:
        plans = list(MailKind().plan(sources, wanted, request()))
        assert max(len(one.jobs) for one in plans) <= 500
        held.add(plans)
        jobs = [job for chunk in held.chunks(500) for job in chunk]
    assert (jobs[0].state, jobs[0].source.number) == ("failed", 1)
    assert found(jobs[1:]) == [("ready", None)] * 1_300
    assert {job.source.number for job in jobs[1:]} == {2}


def test_a_list_that_is_gone(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    source = source_of(path)
    path.unlink()
    ((job,),) = [one.jobs for one in MailKind().plan([source], recipe(), request())]
    assert failure(job).code == "SOURCE_GONE"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject": "{{ nmae }}"}, "PRE_FIELD_MISSING"),
        ({"cc": "{{ row['Boss'] }}"}, "PRE_FIELD_MISSING"),
        ({"text": "{{ name "}, "PRE_TEMPLATE"),
        ({"attachments": ["{% if %}"]}, "PRE_TEMPLATE"),
        ({"text": None, "text_file": "nowhere.txt"}, "PRE_TEMPLATE"),
    ],
)
def test_the_recipes_own_faults_stop_the_batch(tmp_path: Path, changed: dict[str, Any], code: str) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    with pytest.raises(JobError) as caught:
        plan(path, recipe(changed))
    assert caught.value.failure.code == code


def test_a_text_beside_the_list(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("\ufeffHello {{ name }}", encoding="utf-8")
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    (job,) = plan(path, recipe({"text": None, "text_file": "letter.txt"}))
    assert letter(job).text == "Hello Ann"


def test_without_the_account_the_rows_are_checked_all_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    (job,) = plan(path, recipe(), request(accounts={}))
    assert job.state == "ready"
    assert letter(job).sender is None
    assert letter(job).message_id == "<tok3n.1.1@dropmill.invalid>"


def test_files_instead_of_sending_are_planned_by_row(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\nBob,a/b*c@example.org\n")
    jobs = plan(path, recipe(), request(options={"eml": str(tmp_path / "out")}))
    names = [Path(job.outputs[0].path).name for job in jobs]
    assert names == ["001-ann@example.org.eml", "002-a_b_c@example.org.eml"]
    assert not (tmp_path / "out").exists()  # planning writes nothing


def test_names_of_columns_that_are_no_names(tmp_path: Path) -> None:
    path = write(tmp_path, "First Name,E-Mail\nAnn,ann@example.org\n")
    (job,) = plan(path, recipe({"to": "{{ row['E-Mail'] }}", "subject": "{{ row['First Name'] }}", "text": "x"}))
    assert letter(job).subject == "Ann"


def test_ten_thousand_rows(tmp_path: Path) -> None:
    rows = "".join(f"Person {n},p{n}@d{n % 700}.example.org\n" for n in range(10_000))
    path = write(tmp_path, "name,email\n" + rows)
    jobs = plan(path, recipe({"html": "<p>{{ name }}</p>"}))
    assert {job.state for job in jobs} == {"ready"}
    assert len({job.key for job in jobs}) == 10_000
    assert len({letter(job).message_id for job in jobs}) == 10_000


def test_a_preview_shows_the_rows_and_their_messages(tmp_path: Path) -> None:
    path = write(
        tmp_path, "name,email\n" + "Ann,ann@example.org\nBob,\n" + "".join(f"P,p{n}@example.org\n" for n in range(250))
    )
    data = MailKind().preview(source_of(path), recipe(), request()).data
    assert data["more"] is True
    assert len(data["rows"]) == 200
    assert (data["rows"][0]["state"], data["rows"][0]["text"]) == ("ready", "Dear Ann,\nbye.")
    assert (data["rows"][1]["state"], data["rows"][1]["code"]) == ("blocked", "PRE_NO_ADDRESS")
    assert json.dumps(data)
