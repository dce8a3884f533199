"""Header lines of a message, written out in full.

Owns: folding, encoded words (RFC 2047), quoted names, parameters (RFC 2231). The standard library is not used for
this: its folding loses the quotes of a long name ("x, x, x …" becomes forty addresses, python/cpython#100884), and what
it does with encoded words differs between patch releases. Every function gives ASCII without bare CR or LF, lines of at
most 998 characters. Must not know: which headers a message has.
"""

import base64
import re
from collections.abc import Iterable
from urllib.parse import quote

from app.jobs.mail.addresses import Mailbox

FOLD = "\r\n "
WIDTH = 76  # RFC 5322 §2.1.1 asks for 78 at most
_WORD_BYTES = 42  # base64 of 42 bytes and "=?utf-8?b?…?=" stay below the 75 characters of RFC 2047 §2
_PLAIN = re.compile(r"[\x20-\x7e]*")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_TOKEN = re.compile(r"[A-Za-z0-9 !#$&'()+,.\-;=@\[\]^_`{}~]+")


def encoded_words(text: str) -> str:
    """`text` as base64 encoded words, one a line; no character is cut in two."""
    chunks, current = [], b""
    for character in text:
        raw = character.encode("utf-8")
        if len(current) + len(raw) > _WORD_BYTES:
            chunks.append(current)
            current = b""
        current += raw
    chunks.append(current)
    return FOLD.join(f"=?utf-8?b?{base64.b64encode(chunk).decode('ascii')}?=" for chunk in chunks)


def text_header(name: str, text: str) -> str:
    """An unstructured header (Subject)."""
    if not text:
        return f"{name}: "
    plain = _PLAIN.fullmatch(text) and "=?" not in text and text == text.strip(" ")
    if plain and len(name) + 2 + len(text) <= WIDTH:
        return f"{name}: {text}"
    words = text.split(" ")
    if not plain or any(not word or len(word) > WIDTH - len(name) - 2 for word in words):
        return f"{name}: {encoded_words(text)}"
    lines = [f"{name}: {words[0]}"]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(f" {word}")
        else:
            lines[-1] += f" {word}"
    return "\r\n".join(lines)


def mailbox(box: Mailbox) -> str:
    """One mailbox: atoms as they are, other ASCII quoted, anything else as encoded words."""
    if not box.name:
        return box.address
    if not _PLAIN.fullmatch(box.name) or len(box.name) > WIDTH - 16 or "=?" in box.name:
        return f"{encoded_words(box.name)}{FOLD}<{box.address}>"
    if _ATOMS.fullmatch(box.name):
        return f"{box.name} <{box.address}>"
    escaped = box.name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"{FOLD}<{box.address}>'


def mailbox_header(name: str, boxes: Iterable[Mailbox]) -> str:
    """An address header (To), one mailbox a line."""
    return f"{name}: " + f",{FOLD}".join(mailbox(box) for box in boxes)


def parameter(name: str, value: str) -> str:
    """One parameter of a MIME header (`filename`)."""
    if _TOKEN.fullmatch(value) and len(value) <= WIDTH and value == value.strip(" "):
        return f'{name}="{value}"'
    return f"{name}*=utf-8''{quote(value, safe='')}"
