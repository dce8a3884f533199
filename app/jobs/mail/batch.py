"""What the mail check knows of the whole batch while it goes through its lists.

Owns: the account, people who must not get mail, who has a message already. Must not know: templates, lists.
"""

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.jobs.base import JobError, PlanRequest
from app.jobs.mail.addresses import Mailbox, parse_one
from app.jobs.mail.problem import Blocked
from app.jobs.mail.recipe import MailRecipe


@dataclass(frozen=True, slots=True)
class Account:
    """What the preflight knows of the mail account. `max_size`: bytes that its server takes, 0 = not known."""

    sender: Mailbox | None
    max_size: int


class Batch:
    """See the module. Raises JobError (SENDER_REFUSED) for an account without a usable From."""

    def __init__(self, recipe: MailRecipe, request: PlanRequest) -> None:
        context = request.context
        self.recipe = recipe
        self.account = _account(recipe.account, context.get("accounts") or {})
        self.suppressed = {_suppressed_key(text) for text in context.get("suppressed") or ()}
        self.token = re.sub(r"[^A-Za-z0-9]", "", str(context.get("batch_token") or "")) or secrets.token_hex(8)
        self.date = int(context.get("now") or time.time())
        self.eml = str(request.options.get("eml") or "")
        self._seen: dict[str, tuple[int, int]] = {}  # identity -> list and row of its message
        self._lists: dict[int, str] = {}  # names of the lists, for words

    def where(self, identity: str) -> str | None:
        """Where the message to `identity` stands already; None when it has none, or may have several."""
        if not self.recipe.recipients.dedupe or identity not in self._seen:
            return None
        number, row = self._seen[identity]
        return f"row {row} of {self._lists[number]}"

    def note(self, identity: str, number: int, row: int, name: str) -> str:
        """Remember the message of `row` in the list `number`, called `name`; returns what tells it from all others."""
        self._lists[number] = name
        self._seen.setdefault(identity, (number, row))
        return identity if self.recipe.recipients.dedupe else f"{identity}#{number}.{row}"

    def forget(self, number: int) -> None:
        """The list `number` could not be read to its end: none of its messages goes."""
        self._seen = {identity: place for identity, place in self._seen.items() if place[0] != number}


def _account(name: str, accounts: Mapping[str, Any]) -> Account:
    known = accounts.get(name)
    if known is None:
        return Account(None, 0)
    try:
        sender = parse_one(str(known.get("from") or ""), "From")
    except Blocked as blocked:
        raise JobError(
            "SENDER_REFUSED", f'The account "{name}" has no usable From address. {blocked.failure.message}'
        ) from blocked
    return Account(sender, int(known.get("max_size") or 0))


def _suppressed_key(text: str) -> str:
    try:
        return parse_one(text).key
    except Blocked:
        return text.strip().casefold()
