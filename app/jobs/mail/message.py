"""The bytes of a message (RFC 5322, MIME), always 7 bit.

Owns: the order of headers, the MIME tree, transfer encodings. The same letter and files give the same bytes on every
attempt and every Python: boundaries come from the Message-ID, the date is handed in. Must not know: where files lie
(their content is handed in), servers. Header values were checked at the preflight; `checks.py` looks at the result.
"""

import base64
import hashlib
import mimetypes
import quopri
from collections.abc import Callable
from email.utils import formatdate

from app.jobs.mail import headers
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.letter import Attachment, Letter

_LONGEST_PLAIN_LINE = 900  # of the 998 that RFC 5322 §2.1.1 allows
_HEADER_ROOM = 500  # what headers and boundaries take in an estimate

Part = tuple[list[str], bytes]  # header lines and body; the body ends in CRLF


def build(letter: Letter, sender: Mailbox, content: Callable[[Attachment], bytes], date: int | None = None) -> bytes:
    """The message with CRLF line ends, ending in CRLF, not yet dot-stuffed.

    `content` gives the bytes of an attachment (and raises what it likes). `date`: seconds UTC instead of the letter's.
    """
    top = [
        headers.mailbox_header("From", [sender]),
        headers.mailbox_header("To", [letter.to]),
    ]
    if letter.cc:
        top.append(headers.mailbox_header("Cc", letter.cc))
    if letter.reply_to:
        top.append(headers.mailbox_header("Reply-To", letter.reply_to))
    top += [
        headers.text_header("Subject", letter.subject),
        f"Date: {formatdate(letter.date if date is None else date, usegmt=False)}",
        f"Message-ID: {letter.message_id}",
        "MIME-Version: 1.0",
    ]
    part_headers, body = _tree(letter, content)
    return "\r\n".join([*top, *part_headers]).encode("ascii") + b"\r\n\r\n" + body


def estimate(letter: Letter) -> int:
    """About how many bytes `build` gives, without reading a file."""
    size = _HEADER_ROOM
    for text in (letter.text, letter.html):
        if text:
            raw = len(text.encode("utf-8", "replace"))
            size += raw + 2 * (raw - len(text)) + len(text) // 20
    return size + sum(_base64_size(item.size) + 300 for item in letter.attachments)


def _base64_size(size: int) -> int:
    encoded = (size + 2) // 3 * 4
    return encoded + (encoded + 75) // 76 * 2


def _tree(letter: Letter, content: Callable[[Attachment], bytes]) -> Part:
    token = hashlib.sha256(letter.message_id.encode("utf-8")).hexdigest()[:24]
    html = _html(letter, content, token)
    if letter.text is None and html is not None:
        body = html
    else:
        body = _text(letter.text or "", "plain")
        if html is not None:
            body = _multipart("alternative", [body, html], f"{token}_a")
    files = [item for item in letter.attachments if not item.cid]
    if not files:
        return body
    return _multipart("mixed", [body, *(_file(item, content(item)) for item in files)], f"{token}_m")


def _html(letter: Letter, content: Callable[[Attachment], bytes], token: str) -> Part | None:
    if letter.html is None:
        return None
    html = _text(letter.html, "html")
    pictures = [item for item in letter.attachments if item.cid]
    if not pictures:
        return html
    return _multipart("related", [html, *(_file(item, content(item)) for item in pictures)], f"{token}_r")


def _text(text: str, subtype: str) -> Part:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    plain = text.isascii() and all(len(line) <= _LONGEST_PLAIN_LINE for line in lines)
    raw = "\n".join([*lines, ""]).encode("utf-8")
    if not plain:
        raw = quopri.encodestring(raw)
    charset = "us-ascii" if text.isascii() else "utf-8"
    return [
        f"Content-Type: text/{subtype}; charset={charset}",
        f"Content-Transfer-Encoding: {'7bit' if plain else 'quoted-printable'}",
    ], raw.replace(b"\n", b"\r\n")


def _file(item: Attachment, data: bytes) -> Part:
    kind, encoding = mimetypes.guess_type(item.name)
    if kind is None or encoding is not None or kind.startswith(("multipart/", "message/")):
        kind = "application/octet-stream"
    lines = [
        f"Content-Type: {kind};{headers.FOLD}{headers.parameter('name', item.name)}",
        "Content-Transfer-Encoding: base64",
        f"Content-Disposition: {'inline' if item.cid else 'attachment'};{headers.FOLD}"
        f"{headers.parameter('filename', item.name)}",
    ]
    if item.cid:
        lines.append(f"Content-ID: <{item.cid}>")
    return lines, base64.encodebytes(data).replace(b"\n", b"\r\n") or b"\r\n"


def _multipart(subtype: str, parts: list[Part], token: str) -> Part:
    # "=_" stands neither in base64 nor in quoted-printable, and the token cannot be guessed by who writes a cell.
    boundary = f"=_{token}"
    pieces = []
    for lines, body in parts:
        pieces += [f"--{boundary}\r\n".encode("ascii"), "\r\n".join(lines).encode("ascii"), b"\r\n\r\n", body, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode("ascii"))
    return [f'Content-Type: multipart/{subtype};{headers.FOLD}boundary="{boundary}"'], b"".join(pieces)
