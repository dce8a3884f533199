"""The bytes of a message (RFC 5322, MIME), always 7 bit.

Owns: the order of headers, the MIME tree, transfer encodings. The same letter and files give the same bytes on every
attempt and every Python: boundaries come from the Message-ID, the date is handed in. Large attachments are never in
memory: a message is a list of pieces, and some of them lie on disk (`spool.py`). Must not know: where files lie (their
content is handed in), servers. Header values were checked at the preflight; `checks.py` looks at the result.
"""

import hashlib
import mimetypes
import quopri
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import formatdate

from app.jobs.mail import headers, unsubscribe
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.letter import Attachment, Letter
from app.jobs.mail.spool import Spooled, encode

_LONGEST_PLAIN_LINE = 900  # of the 998 that RFC 5322 §2.1.1 allows
_HEADER_ROOM = 500  # what headers and boundaries take in an estimate

Piece = bytes | Spooled  # each ends in CRLF
Part = tuple[list[str], list[Piece]]  # header lines and body
Encode = Callable[[Attachment], Piece]


@dataclass(frozen=True, slots=True)
class Message:
    """All of a message: CRLF line ends, ending in CRLF, not yet dot-stuffed. `size` in bytes."""

    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, whole lines at a time; the first chunk holds all headers. Raises JobError (IO_ERROR)."""
        together: list[bytes] = []
        for piece in self.pieces:
            if isinstance(piece, bytes):
                together.append(piece)
            else:
                yield b"".join(together)
                together = []
                yield from piece.chunks()
        if together:
            yield b"".join(together)

    def __bytes__(self) -> bytes:
        return b"".join(self.chunks())


def build(letter: Letter, sender: Mailbox, content: Callable[[Attachment], bytes], date: int | None = None) -> bytes:
    """The message of `compose` in memory. `content` gives the bytes of an attachment (and raises what it likes)."""
    return bytes(compose(letter, sender, lambda item: encode(content(item)), date))


def compose(letter: Letter, sender: Mailbox, encoded: Encode, date: int | None = None) -> Message:
    """The message of `letter`. `encoded` gives an attachment in base64 (`spool.py`) and raises what it likes. `date`:
    seconds UTC instead of the letter's."""
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
        *unsubscribe.headers(letter.unsubscribe, letter.one_click),
    ]
    part_headers, body = _tree(letter, encoded)
    return Message(("\r\n".join([*top, *part_headers, "", ""]).encode("ascii"), *body))


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


def _tree(letter: Letter, encoded: Encode) -> Part:
    token = hashlib.sha256(letter.message_id.encode("utf-8")).hexdigest()[:24]
    html = _html(letter, encoded, token)
    if letter.text is None and html is not None:
        body = html
    else:
        body = _text(letter.text or "", "plain")
        if html is not None:
            body = _multipart("alternative", [body, html], f"{token}_a")
    files = [item for item in letter.attachments if not item.cid]
    if not files:
        return body
    return _multipart("mixed", [body, *(_file(item, encoded(item)) for item in files)], f"{token}_m")


def _html(letter: Letter, encoded: Encode, token: str) -> Part | None:
    if letter.html is None:
        return None
    html = _text(letter.html, "html")
    pictures = [item for item in letter.attachments if item.cid]
    if not pictures:
        return html
    return _multipart("related", [html, *(_file(item, encoded(item)) for item in pictures)], f"{token}_r")


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
    ], [raw.replace(b"\n", b"\r\n")]


def _file(item: Attachment, data: Piece) -> Part:
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
    return lines, [data]


def _multipart(subtype: str, parts: list[Part], token: str) -> Part:
    # "=_" stands neither in base64 nor in quoted-printable, and the token cannot be guessed by who writes a cell.
    boundary = f"=_{token}"
    pieces: list[Piece] = []
    for lines, body in parts:
        pieces += ["\r\n".join([f"--{boundary}", *lines, "", ""]).encode("ascii"), *body, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode("ascii"))
    return [f'Content-Type: multipart/{subtype};{headers.FOLD}boundary="{boundary}"'], pieces
