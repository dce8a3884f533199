"""A frozen message outside of the queue: its very bytes as a file, and a trial of it to oneself.

Owns: these two. Must not know: rows (none is changed by either), where accounts and passwords are kept. Both may wait
for files and servers.
"""

import asyncio
import os
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.jobs.base import JobError
from app.jobs.mail import checks, eml, message, replies
from app.jobs.mail.account import Account
from app.jobs.mail.addresses import Mailbox, parse_one
from app.jobs.mail.files import read_again
from app.jobs.mail.letter import Letter
from app.jobs.mail.offers import Envelope
from app.jobs.mail.problem import Blocked
from app.jobs.mail.session import NOBODY
from app.jobs.mail.transport import TROUBLE, Deadlines, Link

SECONDS = 120.0  # for a whole trial: a person waits for it
DEADLINES = Deadlines(connect=15.0, banner=20.0, command=30.0, block=30.0, dot=90.0, goodbye=2.0)
MARK = "[Test] "


def as_file(payload: Mapping[str, Any], account: Account | None) -> tuple[str, bytes]:
    """(File name, bytes) of the message in `payload`, as it would be sent. Raises JobError when there is none, or an
    attachment is not what it was."""
    letter = _letter(payload)
    return os.path.basename(eml.path_of("", letter)), _bytes(letter, _sender(letter, account))


def trial(payload: Mapping[str, Any], account: Account, secret: str | None, to: str) -> str:
    """Send the message in `payload` to `to` alone, with its subject marked and a Message-ID of its own; the server's
    words. Raises JobError, also for an address that is none."""
    letter = _letter(payload)
    try:
        box = parse_one(to, "The address")
    except Blocked as blocked:
        raise JobError(blocked.failure.code, blocked.failure.message) from blocked
    sender = _sender(letter, account)
    identity = f"<test.{secrets.token_hex(12)}@{sender.domain}>"
    changed = replace(letter, to=box, cc=(), bcc=(), subject=MARK + letter.subject, message_id=identity)
    data = _bytes(changed, sender)
    envelope = Envelope(sender.address, changed.recipients, len(data), identity.strip("<>"))
    try:
        return asyncio.run(asyncio.wait_for(_send(account, secret, envelope, data), SECONDS))
    except TimeoutError as error:
        words = f"{account.host} did not take the message within {SECONDS:g} s. It may have arrived."
        raise JobError("UNCERTAIN", words) from error
    except TROUBLE as trouble:
        failure = replies.failure_of(trouble, account.host)
        raise JobError(failure.code, failure.message) from trouble


async def _send(account: Account, secret: str | None, envelope: Envelope, data: bytes) -> str:
    link = await Link.open(account, secret, DEADLINES)
    try:
        refusals = await link.begin(envelope)
        if refusals:
            raise refusals[0]
        await link.body([data])
        reply = await link.finish()
    except BaseException:
        link.abort()
        raise
    await link.quit()
    return str(reply)


def _letter(payload: Mapping[str, Any]) -> Letter:
    try:
        return Letter.from_payload(dict(payload))
    except (KeyError, TypeError, ValueError) as error:
        raise JobError("INTERNAL", "This row has no message.", f"{type(error).__name__}: {error}") from error


def _sender(letter: Letter, account: Account | None) -> Mailbox:
    return letter.sender or (account.sender if account is not None else NOBODY)


def _bytes(letter: Letter, sender: Mailbox) -> bytes:
    data = message.build(letter, sender, read_again)
    checks.check(data, letter, sender)
    return data


def size(payload: dict[str, Any]) -> int:
    """About how many bytes the message of a row is going to have, without reading a file."""
    return message.estimate(Letter.from_payload(payload))
