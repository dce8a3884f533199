"""People whose mailbox does not exist, as the mail server said: hard bounces, offered to the list of people who get no
mail.

Owns: which answers say so, and which address they are about. Must not know: that list.
"""

from app.core.model import Attempt
from app.core.states import JobState
from app.store.reader import JobView, Reader

# RFC 3463 §3.2 and its registry: no such mailbox, no such system, a domain that takes no mail (RFC 7505).
_NOBODY = frozenset({"5.1.1", "5.1.2", "5.1.10"})
_REFUSED = "RCPT_PERM"


def hard_bounces(reader: Reader, batch: int) -> list[str]:
    """The addresses of `batch` that do not exist, each once, in the order of the list. Only those that the server
    named: a refusal for any other reason says nothing about the mailbox."""
    found: dict[str, None] = {}
    for job in reader.iter_jobs(JobView(batch=batch, states=frozenset({JobState.FAILED}), code=_REFUSED)):
        attempts = reader.attempts(job.id)
        said = attempts[0] if attempts else None
        if said is None or not _says_nobody(said):
            continue
        mail = job.extra.get("mail", {})
        words = said.failure.message if said.failure is not None else ""
        people = _people(reader.payload(job.id)) or [mail.get("to") or ""]
        found.update(dict.fromkeys(address for address in people if address and f" {address}:" in words))
    return list(found)


def _says_nobody(attempt: Attempt) -> bool:
    """Whether the last answer was one of those: its detail is `rcpt 550 5.1.1`."""
    return attempt.failure is not None and not _NOBODY.isdisjoint(attempt.failure.detail.split())


def _people(payload: dict[str, object] | None) -> list[str]:
    """Everybody whom the message was for. Empty when it is no longer kept."""
    boxes: list[object] = []
    for name in ("to", "cc", "bcc"):
        value = (payload or {}).get(name)
        boxes += value if isinstance(value, list) else [value]
    return [str(box.get("address", "")) for box in boxes if isinstance(box, dict)]
