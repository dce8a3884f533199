"""The ways out that a message offers (List-Unsubscribe, RFC 2369; one click: RFC 8058).

Owns: which addresses may stand there and how the headers are written. Must not know: rows, who reads the answers.
"""

import re
from collections.abc import Iterable

from app.jobs.mail.addresses import check_value
from app.jobs.mail.headers import FOLD
from app.jobs.mail.problem import Blocked
from app.jobs.mail.recipe import UNSUBSCRIBE

NAME = "List-Unsubscribe"
POST = "List-Unsubscribe-Post"
_LONGEST = 900  # characters: an address cannot be folded, and a line ends at 998
_URI = re.compile(r"[A-Za-z0-9._~:/?#@!$&'()*+;=%\[\]-]+")  # RFC 3986 §2 without the comma, which separates them here


def checked(addresses: Iterable[str]) -> tuple[str, ...]:
    """`addresses` without empty ones. Raises Blocked: PRE_CONTROL_CHARS, PRE_ENCODED_WORD, PRE_BAD_ADDRESS."""
    found = []
    for text in addresses:
        address = check_value(text, NAME).strip(" ")
        if not address:
            continue
        if not address.startswith(UNSUBSCRIBE) or not _URI.fullmatch(address) or len(address) > _LONGEST:
            words = f"{NAME}: {address[:80]} is no {' or '.join(UNSUBSCRIBE)} address. Correct it."
            raise Blocked("PRE_BAD_ADDRESS", words)
        found.append(address)
    return tuple(dict.fromkeys(found))


def headers(addresses: tuple[str, ...], one_click: bool) -> list[str]:
    """The header lines for checked addresses."""
    if not addresses:
        return []
    separator = f",{FOLD}"
    lines = [f"{NAME}: {separator.join(f'<{address}>' for address in addresses)}"]
    if one_click:
        lines.append(f"{POST}: List-Unsubscribe=One-Click")
    return lines
