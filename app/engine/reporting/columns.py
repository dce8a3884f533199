"""What a report tells of each job. Owns: the columns and their order (scripts rely on both). Pure."""

from app.core.failures import is_blocked
from app.core.model import Job
from app.core.wording import iso

COLUMNS = ("job", "batch", "kind", "state", "input", "title", "code", "message", "outputs", "attempts", "ended")
MAIL_COLUMNS = ("row", "rows", "to", "message_id", "reply")
BLOCKED = "blocked"


def state_word(job: Job) -> str:
    """The state as printed: a held row that the mail check stopped is `blocked`."""
    return BLOCKED if is_blocked(job.state, job.code) else job.state.value


def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of a report on a batch of `kind`."""
    return COLUMNS + MAIL_COLUMNS if kind == "mail" else COLUMNS


def cells_of(job: Job) -> tuple[str, ...]:
    """The cells of one job, as many as `columns_of` its kind. `rows`: those that went into the message."""
    cells = (
        str(job.id),
        str(job.batch),
        job.kind,
        state_word(job),
        job.input,
        job.title,
        job.code or "",
        job.message or "",
        "\n".join(job.outputs),
        str(job.attempt),
        iso(job.finished) or "",
    )
    if job.kind != "mail":
        return cells
    mail = job.extra.get("mail", {})
    row = mail.get("row")
    rows = ", ".join(str(number) for number in mail.get("rows") or ([] if row is None else [row]))
    return (
        *cells,
        "" if row is None else str(row),
        rows,
        mail.get("to") or "",
        mail.get("message_id") or "",
        mail.get("reply") or "",
    )
