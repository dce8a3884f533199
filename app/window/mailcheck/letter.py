"""The exact message of a row, taken from what the preflight froze, ready to be shown.

Owns: the lines of its head, its header list, the people it reaches. Pure. Must not know: widgets, how a message is
written out in bytes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from app.window.mailcheck.rows import has_message
from app.window.text import printable, tr

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attached:
    """One attached file. `path` is where it lies, `size` in bytes."""

    name: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A message for the eyes: all strings are on one line, except `text`, `html` and `headers`."""

    subject: str
    lines: tuple[tuple[str, str], ...]  # ("From", "Ann <ann@x.example>"), … those that are there
    text: str | None
    html: str | None
    headers: str
    attached: tuple[Attached, ...]
    size: int  # bytes that it takes on its way, about


def letter_of(payload: Json | None) -> Letter | None:
    """The message in `payload`, or None for a row that has none."""
    if payload is None or not has_message(payload):
        return None
    people = [
        (tr("From"), [payload["from"]] if payload.get("from") else []),
        (tr("To"), [payload["to"]]),
        (tr("Cc"), payload.get("cc", [])),
        (tr("Bcc"), payload.get("bcc", [])),
        (tr("Reply to"), payload.get("reply_to", [])),
    ]
    return Letter(
        subject=printable(payload["subject"]) or tr("(no subject)"),
        lines=tuple((name, ", ".join(map(mailbox, boxes))) for name, boxes in people if boxes),
        text=payload.get("text"),
        html=payload.get("html"),
        headers=headers(payload),
        attached=tuple(
            Attached(printable(item["name"]), item["path"], int(item["size"]))
            for item in payload.get("attachments", ())
            if not item.get("cid")
        ),
        size=_size(payload),
    )


def _size(payload: Json) -> int:
    from app.engine.letters import size  # only when a message is looked at, not for showing the window

    return size(payload)


def mailbox(box: Json) -> str:
    """ "Ann Berg <ann@x.example>", or the address alone."""
    name, address = printable(box.get("name") or ""), printable(box["address"])
    return f"{name} <{address}>" if name else address


def headers(payload: Json) -> str:
    """The header fields that the message is going to have, in words, one a line. Bcc is never among them."""
    fields = [
        ("From", [payload["from"]] if payload.get("from") else []),
        ("To", [payload["to"]]),
        ("Cc", payload.get("cc", [])),
        ("Reply-To", payload.get("reply_to", [])),
    ]
    lines = [f"{name}: {', '.join(map(mailbox, boxes))}" for name, boxes in fields if boxes]
    lines.append(f"Subject: {printable(payload['subject'])}")
    if payload.get("date"):
        lines.append(f"Date: {format_datetime(datetime.fromtimestamp(payload['date'], UTC))}")
    lines.append(f"Message-ID: {payload['message_id']}")
    return "\n".join(lines)


def people(payload: Json | None) -> set[str]:
    """The mailboxes that the message of `payload` reaches: To, Cc and Bcc, each once, without regard to case."""
    if payload is None or not has_message(payload):
        return set()
    boxes = [payload["to"], *payload.get("cc", ()), *payload.get("bcc", ())]
    return {str(box["address"]).casefold() for box in boxes}


def sender(payload: Json | None) -> str:
    """The From address; "" when no account was known at the check."""
    box = (payload or {}).get("from")
    return printable(box["address"]) if box else ""
