"""A summary as a short e-mail through an account.

Owns: the message and its one conversation with the server. Must not know: rules, jobs. It is tried once: an alert that
comes an hour later is worth less than none that comes twice.
"""

import asyncio
import secrets
import time

from app.alerts.trouble import AlertError
from app.jobs.base import JobError
from app.jobs.mail import checks, message, replies
from app.jobs.mail.account import Account
from app.jobs.mail.addresses import parse_one
from app.jobs.mail.letter import Attachment, Letter
from app.jobs.mail.offers import Envelope
from app.jobs.mail.problem import Blocked
from app.jobs.mail.transport import TROUBLE, Deadlines, Link

SECONDS = 60.0  # for all of it
DEADLINES = Deadlines(connect=15.0, banner=20.0, command=20.0, block=20.0, dot=40.0, goodbye=2.0)


def send_mail(account: Account, secret: str | None, to: str, subject: str, text: str, seconds: float = SECONDS) -> None:
    """Send a message to `to`. Raises AlertError when the server does not take it within `seconds`."""
    try:
        letter = _letter(account, to, subject, text)
        data = message.build(letter, account.sender, _no_file)
        checks.check(data, letter, account.sender)
    except (Blocked, JobError) as stopped:
        raise AlertError(stopped.failure.message) from stopped
    try:
        asyncio.run(asyncio.wait_for(_send(account, secret, letter, data), seconds))
    except TimeoutError as error:
        raise AlertError(f"{account.host} did not take the message within {seconds:g} s.") from error
    except TROUBLE as trouble:
        raise AlertError(replies.failure_of(trouble, account.host).message) from trouble


async def _send(account: Account, secret: str | None, letter: Letter, data: bytes) -> None:
    link = await Link.open(account, secret, DEADLINES)
    try:
        refusals = await link.begin(Envelope(account.sender.address, letter.recipients, len(data)))
        if refusals:
            raise refusals[0]
        await link.body([data])
        await link.finish()
    except BaseException:
        link.abort()
        raise
    await link.quit()


def _letter(account: Account, to: str, subject: str, text: str) -> Letter:
    sender = account.sender
    return Letter(
        source=0, row=0, account=account.name, sender=sender, to=parse_one(to, "The address"), cc=(), bcc=(),
        reply_to=(), subject=_printable(subject).replace("=?", "= ?"),
        text="\n".join(_printable(line) for line in text.split("\n")), html=None, attachments=(),
        message_id=f"<alert.{secrets.token_hex(12)}@{sender.domain}>", date=int(time.time()),
    )  # fmt: skip


def _printable(text: str) -> str:
    """`text` on one line: names of files and batches may hold anything."""
    return "".join(char if char.isprintable() else " " for char in text)


def _no_file(attachment: Attachment) -> bytes:
    raise AssertionError(f"an alert has no attachment: {attachment.path}")
