"""One message as it is frozen at the preflight: plain values that survive the queue as JSON.

Owns: `Letter`, `Attachment` and their JSON. Must not know: templates (they have been rendered), bytes (`message.py`).
"""

from dataclasses import asdict, dataclass
from typing import Any

from app.jobs.mail.addresses import Mailbox

Json = dict[str, Any]
NO_DOMAIN = "dropmill.invalid"  # for messages made without an account (RFC 2606 §2)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it was checked. `size` in bytes; `cid` names an inline picture, "" for an attached file."""

    path: str
    name: str
    size: int
    sha256: str
    cid: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything of one message. `sender` is None when no account was known at the preflight. `date`: seconds UTC."""

    source: int
    row: int
    account: str
    sender: Mailbox | None
    to: Mailbox
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    reply_to: tuple[Mailbox, ...]
    subject: str
    text: str | None
    html: str | None
    attachments: tuple[Attachment, ...]
    message_id: str
    date: int

    @property
    def recipients(self) -> tuple[str, ...]:
        """The envelope: every address once, To first."""
        return tuple(dict.fromkeys(box.address for box in (self.to, *self.cc, *self.bcc)))

    def to_payload(self) -> Json:
        """This letter as JSON; `from_payload` gives an equal one back."""
        data = asdict(self)
        data["from"] = data.pop("sender")
        return data

    @classmethod
    def from_payload(cls, data: Json) -> "Letter":
        """The letter in a job's payload. Raises KeyError or TypeError for a payload that is not ours."""
        values = {
            name: data[name] for name in ("source", "row", "account", "subject", "text", "html", "message_id", "date")
        }
        return cls(
            sender=Mailbox(**data["from"]) if data["from"] else None,
            to=Mailbox(**data["to"]),
            cc=tuple(Mailbox(**box) for box in data["cc"]),
            bcc=tuple(Mailbox(**box) for box in data["bcc"]),
            reply_to=tuple(Mailbox(**box) for box in data["reply_to"]),
            attachments=tuple(Attachment(**item) for item in data["attachments"]),
            **values,
        )
