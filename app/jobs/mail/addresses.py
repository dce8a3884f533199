"""Addresses and other values that reach a header: what may stand in them, and one mailbox or a list of them.

Owns: the characters that are refused, splitting and checking addresses, the identity of a mailbox. Must not know:
rows, templates, how a header is written (`headers.py`).
"""

import re
from dataclasses import dataclass

from app.jobs.mail.problem import Blocked

# Line breaks of any kind end a header early, bidi controls make a name read as another one, surrogates are no text.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Some mail libraries decode these late and find a line break inside (CVE-2024-6923).
_ENCODED_WORD = re.compile(r"=\?[^?\s]*\?[^?\s]*\?")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A display name (may be empty) and an address in ASCII: the domain as A-labels (IDNA 2008)."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """The identity of the mailbox: local part casefolded, domain in lower case."""
        local, _, domain = self.address.rpartition("@")
        return f"{local.casefold()}@{domain.lower()}"

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()


def check_value(text: str, what: str) -> str:
    """`text` unchanged when it may stand in a header. Raises Blocked (PRE_CONTROL_CHARS, PRE_ENCODED_WORD)."""
    found = _CONTROL.search(text)
    if found:
        character = f"U+{ord(found.group()):04X}"
        raise Blocked(
            "PRE_CONTROL_CHARS",
            f"{what} holds a line break or a control character ({character}) at place {found.start() + 1}. Remove it.",
        )
    if _ENCODED_WORD.search(text):
        raise Blocked("PRE_ENCODED_WORD", f"{what} holds text that mail programs decode (=?…?=). Remove it.")
    return text


def parse_one(text: str, what: str = "To") -> Mailbox:
    """The one mailbox in `text` (`ann@example.org`, `Ann <ann@example.org>`; a comma may stand in the name).

    Raises Blocked: PRE_NO_ADDRESS, PRE_MULTI_ADDRESS, PRE_BAD_ADDRESS, PRE_NEEDS_SMTPUTF8 and those of `check_value`.
    """
    text = check_value(text, what).strip(" ")
    parts = _split(text)
    if not parts:
        raise Blocked("PRE_NO_ADDRESS", f"{what} is empty. Fill in an e-mail address.")
    if sum("@" in part for part in parts) > 1:
        raise Blocked("PRE_MULTI_ADDRESS", f"{what} holds more than one address: {_short(text)}. Keep one a row.")
    return _mailbox(parts[0] if len(parts) == 1 else text.strip(" ,;"), what)


def parse_list(text: str, what: str) -> tuple[Mailbox, ...]:
    """The mailboxes in `text`, separated by commas or semicolons; an empty text has none. Raises as `parse_one`."""
    return tuple(_mailbox(part, what) for part in _split(check_value(text, what)))


def _split(text: str) -> list[str]:
    """The parts between commas and semicolons that stand outside of quotes and angle brackets; empty ones left out."""
    parts, start, quoted, angle, skip = [], 0, False, False, False
    for at, character in enumerate(text):
        if skip:
            skip = False
        elif quoted and character == "\\":
            skip = True
        elif character == '"':
            quoted = not quoted
        elif not quoted and character in "<>":
            angle = character == "<"
        elif character in ",;" and not quoted and not angle:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _mailbox(text: str, what: str) -> Mailbox:
    name, address = "", text
    if text.endswith(">") and "<" in text:
        at = text.rindex("<")
        name, address = text[:at].strip(), text[at + 1 : -1].strip()
        quoted = len(name) > 1 and name.startswith('"') and name.endswith('"')
        if quoted:
            name = re.sub(r"\\(.)", r"\1", name[1:-1])
        if ("@" in name and not quoted) or "<" in name:
            raise Blocked("PRE_MULTI_ADDRESS", f"{what} holds more than one address: {_short(text)}. Keep one a row.")
    return Mailbox(name, _ascii(address, what))


def _ascii(address: str, what: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    if not address:
        raise Blocked("PRE_NO_ADDRESS", f"{what} is empty. Fill in an e-mail address.")
    try:
        checked = validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError as error:
        code = "PRE_MULTI_ADDRESS" if address.count("@") > 1 and re.search(r"[,;\s]", address) else "PRE_BAD_ADDRESS"
        message = f"{what}: {_short(address)} is not an e-mail address. Correct it in the list."
        raise Blocked(code, message, str(error)) from error
    if checked.ascii_email is None:
        raise Blocked(
            "PRE_NEEDS_SMTPUTF8",
            f"{what}: {_short(address)} has letters before the @ that most servers cannot take. Use another address.",
        )
    return checked.ascii_email


def _short(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
