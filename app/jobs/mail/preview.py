"""What the preflight makes of one list, to be looked at: states, and the message of each row that has one.

Owns: the shape of that picture. Must not know: how a row is checked (`plan.py`), how it is drawn.
"""

from itertools import islice
from typing import Any

from app.jobs.base import Json, PlannedJob, PlanRequest, Preview, Source
from app.jobs.mail.letter import Letter
from app.jobs.mail.plan import Preflight
from app.jobs.mail.recipe import MailRecipe

ROWS = 200


def preview(source: Source, recipe: MailRecipe, request: PlanRequest) -> Preview:
    """The first 200 rows. `data`: {"rows": [see `row_view`], "more": whether there are others}. Raises JobError."""
    jobs = list(islice(Preflight(recipe, request).jobs(source), ROWS + 1))
    return Preview({"rows": [row_view(job) for job in jobs[:ROWS]], "more": len(jobs) > ROWS})


def row_view(job: PlannedJob) -> Json:
    """One row: `row`, `rows` (those of a group), `state`, `to`, `code`, `message`, and for a row with a message
    `subject`, `from`, `cc`, `bcc`, `text`, `html`, `attachments` [{name, size}], `size` (bytes, about)."""
    mail = (job.extra or {}).get("mail", {})
    view: dict[str, Any] = {
        "row": mail.get("row"),
        "rows": mail.get("rows", []),
        "state": "blocked" if job.state == "held" else job.state,
        "to": job.title,
        "code": job.failure.code if job.failure else None,
        "message": job.failure.message if job.failure else None,
    }
    if job.payload and "blocked" not in job.payload:
        letter = Letter.from_payload(job.payload)
        view |= {
            "from": letter.sender.address if letter.sender else None,
            "subject": letter.subject,
            "cc": [box.address for box in letter.cc],
            "bcc": [box.address for box in letter.bcc],
            "text": letter.text,
            "html": letter.html,
            "attachments": [{"name": item.name, "size": item.size} for item in letter.attachments],
            "size": job.weight,
        }
    return view
