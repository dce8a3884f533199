"""What goes over the line and what comes back: phases, replies, the troubles of a conversation, dot-stuffing.

Owns: values only; no sockets. Must not know: what a reply means for a job (`replies.py`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?=\s|$)")
WORDS = 300  # characters of a server's words that are kept


class Phase(StrEnum):
    """Where in the conversation something happened. Only DOT is a point where a message may have been taken."""

    CONNECT = "connect"
    TLS = "tls"
    BANNER = "banner"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    BODY = "body"
    DOT = "dot"
    RESET = "reset"
    QUIT = "quit"


OPENING = frozenset({Phase.CONNECT, Phase.TLS, Phase.BANNER, Phase.EHLO, Phase.STARTTLS, Phase.AUTH})


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of a server: its code (200–599) and its words, one string a line."""

    code: int
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words on one line, without control characters, the enhanced code once, cut at 300 characters."""
        enhanced = self.enhanced
        parts = []
        for number, line in enumerate(self.lines):
            clean = _CONTROL.sub(" ", line).strip()
            parts.append(clean.removeprefix(enhanced).strip() if number and enhanced else clean)
        text = " ".join(part for part in parts if part)
        return text if len(text) <= WORDS else text[: WORDS - 1] + "…"

    @property
    def enhanced(self) -> str:
        """The enhanced status code (RFC 2034), "" when the server gives none."""
        match = _ENHANCED.match(self.lines[0]) if self.lines else None
        return match.group(1) if match else ""

    def __str__(self) -> str:
        return f"{self.code} {self.words}".strip()


class Refused(Exception):
    """The server answered, and not what was asked for. `address`: the recipient in the RCPT phase."""

    def __init__(self, phase: Phase, reply: Reply, address: str = "") -> None:
        super().__init__(f"{phase}: {reply}")
        self.phase, self.reply, self.address = phase, reply, address


class Broken(Exception):
    """No answer that can be read: the line was lost, silent for too long, or speaks something else than SMTP."""

    def __init__(self, phase: Phase, why: str) -> None:
        super().__init__(f"{phase}: {why}")
        self.phase, self.why = phase, why


class Unsafe(Exception):
    """The connection cannot be made safe, so nothing is sent over it. `verify`: it was the certificate."""

    def __init__(self, phase: Phase, why: str, verify: bool = False) -> None:
        super().__init__(f"{phase}: {why}")
        self.phase, self.why, self.verify = phase, why, verify


class NoSignIn(Exception):
    """The account has a user, and there is no password or no way of signing in that both sides know."""

    def __init__(self, why: str, secret_missing: bool) -> None:
        super().__init__(why)
        self.phase, self.why, self.secret_missing = Phase.AUTH, why, secret_missing


def stuff(data: bytes) -> bytes:
    """`data` (lines ended by CRLF) with a dot doubled at each line's begin (RFC 5321 §4.5.2)."""
    stuffed = data.replace(b"\r\n.", b"\r\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed
