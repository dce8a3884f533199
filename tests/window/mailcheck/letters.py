"""Mail batches as the product makes them: a list on disk, checked by the real preflight, in a real queue."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from app.core.states import JobState
from app.jobs.base import PlannedJob, PlanRequest, Source
from app.jobs.registry import kind, parse_recipe
from app.store.intake import WAITING_FOR_SEND, NewBatch, NewJob, add_batch, add_jobs, close_building
from app.store.writer import Transaction, Writer

MESSAGE: dict[str, Any] = {
    "to": "{{ name }} <{{ email }}>",
    "cc": "{{ copy | default('', true) }}",
    "subject": "Invoice {{ number }}",
    "text": "Dear {{ name }},\n\nthank you for your order. Invoice {{ number }} is attached.\n\nAnna Berg",
    "reply_to": "anna@northwind.example",
    "attachments": ["{{ number }}.pdf"],
}
COLUMNS = ("name", "email", "copy", "number")
ACCOUNTS = {"work": {"from": "Northwind Billing <billing@northwind.example>"}}
Row = tuple[str, str, str, str]


class HasWriter(Protocol):
    """Whatever keeps a queue file for a test."""

    writer: Writer


def mail_batch(
    queue: HasWriter, folder: Path, rows: Iterable[Row], *, accounts: dict[str, Any] | None = None, **message: Any
) -> int:
    """A batch that waits to be sent. Each row's `number`.pdf is written with 1,000 bytes unless the number ends in
    "x". `message` changes fields of the message."""
    source, text, jobs = _planned(folder, list(rows), accounts, message)

    def make(tx: Transaction) -> int:
        number = add_batch(tx, NewBatch("mail", "mail:work", source.name, "Invoices", text, {"paths": [str(source)]}))
        add_jobs(tx, number, _queued(jobs))
        close_building(tx, number, False, WAITING_FOR_SEND)
        return number

    return queue.writer.call(make)


def payload_of(folder: Path, row: Row) -> dict[str, Any]:
    """The frozen message of one row."""
    _, _, (job,) = _planned(folder, [row], None, {})
    assert job.payload is not None
    return dict(job.payload)


def _planned(
    folder: Path, rows: list[Row], accounts: dict[str, Any] | None, message: dict[str, Any]
) -> tuple[Path, str, Sequence[PlannedJob]]:
    source = folder / "invoices.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    for row in rows if "attachments" not in message else ():
        if row[3] and not row[3].endswith("x"):
            (folder / f"{row[3]}.pdf").write_bytes(b"%PDF" + bytes(996))
    text = json.dumps(
        {"dropmill": 1, "kind": "mail", "name": "Invoices", "account": "work", "message": {**MESSAGE, **message}}
    )
    about = Source(str(source), str(folder), source.stat().st_size, 1, 1)
    known = ACCOUNTS if accounts is None else accounts
    request = PlanRequest(context={"accounts": known, "batch_token": "token", "now": 1_800_000_000})
    plans = kind("mail").plan([about], parse_recipe(text), request)
    return source, text, [job for plan in plans for job in plan.jobs]


def _queued(jobs: Sequence[PlannedJob]) -> list[NewJob]:
    return [
        NewJob(
            state=JobState(job.state), input=job.source.path, input_root=job.source.root, size=job.source.size,
            mtime_ns=1, number=job.source.number, weight=job.weight, key=job.key, title=job.title, plan=(),
            payload=job.payload, extra=job.extra, warnings=job.warnings,
            code=job.failure.code if job.failure else None, message=job.failure.message if job.failure else None,
        )
        for job in jobs
    ]  # fmt: skip


def people(count: int, start: int = 0) -> list[Row]:
    """Rows that can be sent."""
    return [(f"Person {i}", f"p{i}@x.example", "", f"2026-{i:04}") for i in range(start, start + count)]


def invoices(queue: HasWriter, folder: Path) -> int:
    """The list of the design's pictures: 486 rows, a few of them blocked or listed twice."""
    names = ("berg", "nordmann", "lumen", "souza", "kontakt", "jane", "adeyemi", "weber", "ola", "bea", "tide", "lindt")
    rows = [(f"{n.title()} {i}", f"{n}{i}@harbour.example", "", f"2026-{411 + i:04}")
            for i in range(486) for n in (names[i % len(names)],)]  # fmt: skip
    rows[2] = ("Lumen", "office@lumen@", "", "2026-0413")
    rows[6] = ("T. Adeyemi", "t.adeyemi@quill.example", "", "2026-0417x")
    rows[8] = (*rows[1][:2], "", "2026-0419")
    rows[11] = ("H. Lindt", "h.lindt@almhof.example", "", "")
    rows[5] = (*rows[5][:2], "accounts@harbour.example", rows[5][3])
    paragraphs = (
        "Dear {{ name }},",
        "thank you for your order of 3 November. Your invoice {{ number }} is attached. It is due on 24 December.",
        "If anything looks wrong, just answer this message.",
        "Kind regards\nAnna Berg\nNorthwind Trading",
    )
    html = "".join(f"<p>{part}</p>".replace("\n", "<br>") for part in paragraphs)
    html += '<img src="https://northwind.example/logo.png" alt="">'
    return mail_batch(queue, folder, rows, text="\n\n".join(paragraphs), html=html)
