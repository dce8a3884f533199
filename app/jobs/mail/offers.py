"""What a server offers in its answer to EHLO (RFC 5321 §4.1.1.1), and the parameters that follow from it.

Owns: reading the extensions, the parameters of MAIL and RCPT. Must not know: sockets, jobs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_NO_XTEXT = re.compile(r"[^!-*,-<>-~]")  # RFC 3461 §4: what a parameter's value must not hold as it is
MAX_AHEAD = 100  # recipients that are named without waiting: their answers fit into any socket's buffers
_LONGEST_ENVID = 100  # characters, RFC 3461 §4.4


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who a message is from and for. `size`: its bytes; `identity`: what a report on its delivery names, "" = nothing.
    Addresses are ASCII: the preflight blocks those that need SMTPUTF8 (RFC 6531)."""

    sender: str
    recipients: Sequence[str]
    size: int
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """Keywords (upper case) with what follows them. An empty one: nothing is known yet."""

    keywords: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, lines: Sequence[str]) -> "Offers":
        """From the lines of the answer to EHLO, the first one (the server's name) left out. The first of two wins."""
        keywords: dict[str, str] = {}
        for line in lines:
            keyword, _, rest = line.strip().partition(" ")
            keyword, equals, value = keyword.partition("=")  # "AUTH=LOGIN" of old servers
            if keyword:
                keywords.setdefault(keyword.upper(), f"{value} {rest}".strip() if equals else rest.strip())
        return cls(keywords)

    def __contains__(self, keyword: str) -> bool:
        return keyword in self.keywords

    @property
    def max_size(self) -> int:
        """Bytes of the largest message that the server takes (RFC 1870), 0 when it does not say."""
        return _number(self.keywords.get("SIZE", ""))

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """Ways of signing in, in the server's order."""
        return tuple(self.keywords.get("AUTH", "").upper().split())

    def limit(self, name: str) -> int:
        """A limit of RFC 9422 (`MAILMAX`: messages a connection, `RCPTMAX`: recipients a message); 0 = none is said."""
        for item in self.keywords.get("LIMITS", "").split():
            key, _, value = item.partition("=")
            if key.upper() == name:
                return _number(value)
        return 0

    def mail(self, envelope: Envelope) -> str:
        """The MAIL command."""
        words = [f"MAIL FROM:<{envelope.sender}>"]
        if "SIZE" in self:
            words.append(f"SIZE={envelope.size}")
        if "DSN" in self and envelope.identity:
            words.append("RET=HDRS")  # a report names the message; it need not bring it back
            identity = _xtext(envelope.identity)
            if len(identity) <= _LONGEST_ENVID:
                words.append(f"ENVID={identity}")
        return " ".join(words)

    def recipient(self, envelope: Envelope, address: str) -> str:
        """The RCPT command for `address`."""
        notify = " NOTIFY=FAILURE,DELAY" if "DSN" in self and envelope.identity else ""
        return f"RCPT TO:<{address}>{notify}"

    def ahead(self, envelope: Envelope) -> tuple[bool, bool]:
        """Whether MAIL and RCPT go out without waiting for their answers (RFC 2920), and whether DATA goes with them.

        DATA does for one recipient only: with several, some may be refused while the server asks for the message for
        the others, and then there is no way back but to cut the connection.
        """
        ahead = "PIPELINING" in self and len(envelope.recipients) <= MAX_AHEAD
        return ahead, ahead and len(envelope.recipients) == 1


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _xtext(text: str) -> str:
    return _NO_XTEXT.sub(lambda match: "".join(f"+{byte:02X}" for byte in match.group().encode("utf-8")), text)
