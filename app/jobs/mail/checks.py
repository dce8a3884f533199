"""The last look at the bytes of a message before they leave.

Owns: the rules of a message that may be sent, checked on the final bytes and not on what they were built from, so that
a mistake anywhere before (ours or a library's) sends nothing. Must not know: how the bytes were made.
"""

import re
from collections import Counter
from collections.abc import Iterable
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader

from app.jobs.base import JobError
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.letter import Letter

LONGEST_LINE = 998  # RFC 5322 §2.1.1, without CRLF
_FIELD = re.compile(rb"([!-9;-~]+):")
_BODY_FIELDS = {"content-type", "content-transfer-encoding"}


def check(data: bytes, letter: Letter, sender: Mailbox) -> None:
    """Raise JobError (INTERNAL) unless `data` is exactly the message of `letter` from `sender`: header names, From,
    To, Cc and Reply-To as frozen, no Bcc, 7 bit, CRLF only, lines of at most 998 characters, CRLF at the end."""
    check_chunks((data,), letter, sender)


def check_chunks(chunks: Iterable[bytes], letter: Letter, sender: Mailbox) -> None:
    """`check` for a message that is not in memory: chunks of whole lines; the first holds all headers."""
    head: bytes | None = None
    for chunk in chunks:
        _check_lines(chunk)
        if head is None:
            head, separator, _ = chunk.partition(b"\r\n\r\n")
            if not separator:
                raise _stop("no body")
    if head is None:
        raise _stop("nothing in it")
    _check_names(head, letter)
    _check_addresses(head, letter, sender)


def _check_lines(chunk: bytes) -> None:
    """Each rule by a search that runs at the speed of memory: an attachment is looked at like everything else."""
    ends = chunk.count(b"\r\n")
    if not chunk.isascii() or b"\0" in chunk or not ends == chunk.count(b"\r") == chunk.count(b"\n"):
        raise _stop("a bare line break, NUL or 8-bit byte")
    if not chunk.endswith(b"\r\n"):
        raise _stop("no line break at the end")
    if max(map(len, chunk.split(b"\r\n"))) > LONGEST_LINE:
        raise _stop("a line longer than 998 characters")


def _check_names(head: bytes, letter: Letter) -> None:
    expected = Counter(["from", "to", "subject", "date", "message-id", "mime-version"])
    expected.update(["cc"] if letter.cc else [])
    expected.update(["reply-to"] if letter.reply_to else [])
    expected.update(["list-unsubscribe"] if letter.unsubscribe else [])
    expected.update(["list-unsubscribe-post"] if letter.unsubscribe and letter.one_click else [])
    found: Counter[str] = Counter()
    for line in head.split(b"\r\n"):
        if line[:1] in (b" ", b"\t"):
            if not line.strip():
                raise _stop("a blank folded line")
            continue
        match = _FIELD.match(line)
        if match is None:
            raise _stop("a line that is no header")
        found[match.group(1).decode("ascii").lower()] += 1
    if found["content-type"] != 1 or found["content-transfer-encoding"] > 1:
        raise _stop("not one Content-Type")
    for name in _BODY_FIELDS:
        del found[name]
    if found != expected:
        raise _stop(f"headers {sorted(found.elements())} instead of {sorted(expected.elements())}")


def _check_addresses(head: bytes, letter: Letter, sender: Mailbox) -> None:
    message = message_from_bytes(head + b"\r\n\r\n", policy=policy.default)
    wanted = {"From": (sender,), "To": (letter.to,), "Cc": letter.cc, "Reply-To": letter.reply_to}
    for name, boxes in wanted.items():
        header = message[name]
        found = [a.addr_spec for a in header.addresses] if isinstance(header, AddressHeader) else []
        if found != [box.address for box in boxes]:
            raise _stop(f"{name} reads {found}")
    if message["Message-ID"] != letter.message_id:
        raise _stop("another Message-ID")


def _stop(what: str) -> JobError:
    return JobError(
        "INTERNAL",
        "The message did not pass the last check before sending, so nothing was sent. Copy the report.",
        what,
    )
