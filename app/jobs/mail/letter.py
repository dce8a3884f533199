"""One message as it is frozen at the preflight: plain values that survive the queue as JSON.

Owns: `Letter`, `Attachment` and their JSON. Must not know: templates (they have been rendered), bytes (`message.py`).
"""

from dataclasses import dataclass
from typing import Any

from app.jobs.mail.addresses import Mailbox

Json = dict[str, Any]
NO_DOMAIN = "dropmill.invalid"  # for messages made without an account (RFC 2606 §2)
_PLAIN = ("source", "row", "account", "subject", "text", "html", "message_id", "date")
_BOXES = ("cc", "bcc", "reply_to")
_MORE = ("rows", "unsubscribe", "one_click")


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
    """Everything of one message. `sender` is None when no account was known at the preflight. `date`: seconds UTC.
    `rows`: the rows of a group (`row` is the first of them), () for a message of one row. `unsubscribe`: addresses of
    List-Unsubscribe; with `one_click` the https one may be posted to."""

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
    rows: tuple[int, ...] = ()
    unsubscribe: tuple[str, ...] = ()
    one_click: bool = False

    @property
    def recipients(self) -> tuple[str, ...]:
        """The envelope: every address once, To first."""
        return tuple(dict.fromkeys(box.address for box in (self.to, *self.cc, *self.bcc)))

    def line(self, reply: str | None = None) -> Json:
        """What the message's line of `--json` says; `rows` only for a group. `reply`: the server's last words."""
        said: Json = {"row": self.row, "to": self.to.address, "message_id": self.message_id, "reply": reply}
        return said | ({"rows": list(self.rows)} if self.rows else {})

    def to_payload(self) -> Json:
        """This letter as JSON; `from_payload` gives an equal one back."""
        data: Json = {name: getattr(self, name) for name in _PLAIN}
        data["from"] = None if self.sender is None else _box(self.sender)
        data["to"] = _box(self.to)
        for name in _BOXES:
            data[name] = [_box(box) for box in getattr(self, name)]
        data["attachments"] = [
            {name: getattr(item, name) for name in Attachment.__slots__} for item in self.attachments
        ]
        for name in _MORE:  # most messages have none of them, and a row is stored as it is written here
            if value := getattr(self, name):
                data[name] = list(value) if isinstance(value, tuple) else value
        return data

    @classmethod
    def from_payload(cls, data: Json) -> "Letter":
        """The letter in a job's payload. Raises KeyError or TypeError for a payload that is not ours."""
        values = {name: data[name] for name in _PLAIN}
        return cls(
            sender=Mailbox(**data["from"]) if data["from"] else None,
            to=Mailbox(**data["to"]),
            cc=tuple(Mailbox(**box) for box in data["cc"]),
            bcc=tuple(Mailbox(**box) for box in data["bcc"]),
            reply_to=tuple(Mailbox(**box) for box in data["reply_to"]),
            attachments=tuple(Attachment(**item) for item in data["attachments"]),
            rows=tuple(data.get("rows", ())),
            unsubscribe=tuple(data.get("unsubscribe", ())),
            one_click=data.get("one_click", False),
            **values,
        )


def _box(box: Mailbox) -> dict[str, str]:
    return {"name": box.name, "address": box.address}
