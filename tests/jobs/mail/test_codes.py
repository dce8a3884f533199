"""Every reason why the check stops a row has a list that brings it about, with its own words and advice."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.failures import FAILURES
from app.jobs.base import JobError, PlannedJob
from app.jobs.mail.rows import WARN_SIZE
from tests.jobs.mail.lane import Lane, account_at, codes, plan, recipe, request, send
from tests.smtp_peers import polite_peer

SMALL = {"work": {"from": "shop@example.org", "max_size": 2_000}}


def planned(
    folder: Path,
    rows: str | bytes,
    message: dict[str, Any] | None = None,
    context: dict[str, Any] | None = None,
    **keys: Any,
) -> list[PlannedJob]:
    path = folder / "people.csv"
    data = rows if isinstance(rows, bytes) else rows.encode()
    path.write_bytes(b"name,email\n" + data)
    return plan(path, recipe(message, **keys), request(**(context or {})))


Case = Callable[[Path], list[PlannedJob]]
LIST: dict[str, Case] = {
    "PRE_NO_ADDRESS": lambda folder: planned(folder, "Ann,\n"),
    "PRE_BAD_ADDRESS": lambda folder: planned(folder, "Ann,ann@\n"),
    "PRE_MULTI_ADDRESS": lambda folder: planned(folder, 'Ann,"a@example.org, b@example.org"\n'),
    "PRE_CONTROL_CHARS": lambda folder: planned(folder, '"A\nB",a@example.org\n'),
    "PRE_ENCODED_WORD": lambda folder: planned(folder, "=?utf-8?q?x?=,a@example.org\n"),
    "PRE_ROW_SHAPE": lambda folder: planned(folder, "B,b@example.org\nAnn,a@example.org,more\n"),
    "PRE_FIELD_EMPTY": lambda folder: planned(folder, ",a@example.org\n"),
    "PRE_ENCODING": lambda folder: planned(
        folder, b"M\xfcller,a@example.org\n", recipients={"read": {"encoding": "utf-8"}}
    ),
    "PRE_ATTACH_MISSING": lambda folder: planned(folder, "A,a@example.org\n", {"attachments": ["gone.pdf"]}),
    "PRE_ATTACH_OUTSIDE": lambda folder: planned(folder, "A,a@example.org\n", {"attachments": ["../x.pdf"]}),
    "PRE_TOO_BIG": lambda folder: planned(folder, "A,a@example.org\n", {"text": "long " * 1000}, {"accounts": SMALL}),
    "PRE_NEEDS_SMTPUTF8": lambda folder: planned(folder, "Jo,jörg@example.org\n"),
    "PRE_DUPLICATE": lambda folder: planned(folder, "A,a@example.org\nB,A@Example.org\n"),
    "PRE_SUPPRESSED": lambda folder: planned(folder, "A,a@example.org\n", None, {"suppressed": ["a@example.org"]}),
}
RECIPE: dict[str, dict[str, Any]] = {
    "PRE_FIELD_MISSING": {"text": "{{ nome }}"},
    "PRE_TEMPLATE": {"text": "{% if %}"},
}


def test_every_code_of_the_check_is_brought_about_here() -> None:
    known = {code for code in FAILURES if code.startswith("PRE_")}
    assert known == set(LIST) | set(RECIPE) | {"PRE_ATTACH_CHANGED"}


@pytest.mark.parametrize("code", LIST)
def test_a_row_is_stopped_with_its_code(tmp_path: Path, code: str) -> None:
    stopped = LIST[code](tmp_path)[-1]
    assert stopped.failure is not None
    left_out = code in ("PRE_DUPLICATE", "PRE_SUPPRESSED")
    assert (stopped.failure.code, stopped.state) == (code, "skipped" if left_out else "held")
    message = stopped.failure.message
    assert message[0].isupper() or message.split()[0] in ("a@example.org", "../x.pdf")
    assert message.endswith(".")
    assert "!" not in message


@pytest.mark.parametrize("code", RECIPE)
def test_a_mistake_of_the_recipe_stops_the_batch_with_its_code(tmp_path: Path, code: str) -> None:
    with pytest.raises(JobError) as caught:
        planned(tmp_path, "A,a@example.org\n", RECIPE[code])
    assert caught.value.failure.code == code


def test_an_attachment_that_was_changed_since(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    wanted = recipe({"attachments": ["a.txt"]})
    (tmp_path / "people.csv").write_text("name,email\nA,a@example.org\n")
    (job,) = plan(tmp_path / "people.csv", wanted)
    (tmp_path / "a.txt").write_text("two")
    with polite_peer() as peer:
        assert codes(send(account_at(peer.port), Lane(dict(job.payload or {}), wanted, job.source))) == [
            "PRE_ATTACH_CHANGED"
        ]
        assert peer.ledger.taken == []


@pytest.mark.parametrize(("max_size", "warned"), [(0, True), (60_000_000, False)])
def test_large_messages_are_warned_of_where_the_limit_is_not_known(tmp_path: Path, max_size: int, warned: bool) -> None:
    with (tmp_path / "big.bin").open("wb") as file:
        file.truncate(WARN_SIZE * 3 // 4)  # a third more when encoded
    accounts = {"work": {"from": "shop@example.org", "max_size": max_size}}
    (job,) = planned(tmp_path, "A,a@example.org\n", {"attachments": ["big.bin"]}, {"accounts": accounts})
    assert job.state == "ready"
    assert ("LARGE_MESSAGE" in [warning.code for warning in job.warnings]) == warned


def test_cells_of_a_workbook_are_text(tmp_path: Path) -> None:
    import datetime

    import xlsxwriter

    path = tmp_path / "people.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["email", "id", "code", "amount", "day", "paid", "sum", "none"])
    sheet.write_string(1, 0, "ann@example.org")
    sheet.write_number(1, 1, 7, book.add_format({"num_format": "00000"}))
    sheet.write_string(1, 2, "007")
    sheet.write_number(1, 3, 1234.5)
    sheet.write_datetime(1, 4, datetime.datetime(2026, 3, 4), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_boolean(1, 5, True)
    sheet.write_formula(1, 6, "=1+1", None, 2)
    book.close()
    text = "{{ id }}|{{ code }}|{{ amount }}|{{ day }}|{{ paid }}|{{ sum }}|{{ none | default('-', true) }}"
    (job,) = plan(path, recipe({"subject": "s", "text": text}))
    assert (job.payload or {})["text"] == "00007|007|1234.5|2026-03-04|TRUE|2|-"
    assert json.dumps(job.payload)
