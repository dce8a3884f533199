"""The lane of one mail account: takes frozen messages, sends each at most once, says how it ended.

Owns: the order of one sending (files checked, bytes built and checked, connection, MAIL/RCPT/DATA, body, **armed on
disk**, dot), and what cancelling means at each point. Must not know: SQLite (`context.arm` is all), what replies mean
(`replies.py`), retries (the engine's).

Why nobody gets a message twice: it can be delivered only if its dot left; the dot leaves only after `context.arm`
returned; from there nothing but an answer that says "not taken" (`disarm`) lets the engine try again.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from app.core.failures import Failure
from app.jobs.base import JobError, LaneContext, Result
from app.jobs.mail import checks, eml, files, message, replies
from app.jobs.mail.account import Account
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.connections import Connections
from app.jobs.mail.letter import NO_DOMAIN, Letter
from app.jobs.mail.throttle import Throttle
from app.jobs.mail.transport import TROUBLE, Deadlines, Link
from app.jobs.mail.wire import Broken, Phase, Refused

T = TypeVar("T")
NOBODY = Mailbox("", f"sender@{NO_DOMAIN}")  # From of a message that is written as a file without an account


class MailSession:
    """See `app.jobs.base.LaneSession`. One asyncio loop; `services` as in `JobKind.open_lane`."""

    def __init__(
        self,
        name: str,
        services: Mapping[str, Any],
        deadlines: Deadlines | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._account_of: Callable[[str], Account | None] = services["account"]
        self._secret_of: Callable[[str], str | None] = services["secret"]
        self._deadlines = deadlines or Deadlines()
        self._clock = clock
        account = self._account_of(name)
        self.connections = account.parallel if account is not None else 1
        self._throttle = Throttle(account.rate_per_minute if account is not None else None)
        self._links = Connections(self._open_link, clock)

    async def run(self, context: LaneContext) -> Result:
        """Send one message. Raises JobError; LostClaim (from `arm`) and CancelledError leave nothing sent."""
        letter = _letter(context)
        if context.options.get("eml"):
            return await self._write(context, letter)
        account = self._account()
        sender = letter.sender or account.sender
        data = await asyncio.to_thread(_bytes, letter, sender, context.options)
        await asyncio.sleep(self._throttle.reserve(self._clock()))
        return await self._send(context, letter, sender, data, account.host)

    async def close(self) -> None:
        """Say goodbye to the server. A message that is still in work is cut off: unconfirmed, if it has left."""
        await self._links.close()

    # As a file.

    async def _write(self, context: LaneContext, letter: Letter) -> Result:
        account = self._account_of(self.name)
        sender = letter.sender or (account.sender if account is not None else NOBODY)
        planned = context.outputs.get("eml")
        path = planned.path if planned is not None else eml.path_of(str(context.options["eml"]), letter)
        data = await asyncio.to_thread(_bytes, letter, sender, context.options)
        await asyncio.to_thread(eml.write, path, data, context)
        return Result((path,), extra=_extra(letter, None), note="Written as a file, not sent", bytes_out=len(data))

    # To the server.

    def _account(self) -> Account:
        account = self._account_of(self.name)
        if account is None:
            raise JobError("ACCOUNT_MISSING", f'The mail account "{self.name}" is not set up. Add it, then resume.')
        return account

    async def _open_link(self) -> Link:
        account = self._account()
        # A keyring may ask another process, so it is not asked on the loop.
        secret = await asyncio.to_thread(self._secret_of, self.name) if account.user else None
        try:
            return await Link.open(account, secret, self._deadlines)
        except TROUBLE as trouble:
            raise _error(replies.failure_of(trouble, account.host)) from trouble

    async def _send(self, context: LaneContext, letter: Letter, sender: Mailbox, data: bytes, host: str) -> Result:
        link = await self._links.take()
        try:
            return await self._attempt(context, letter, sender, data, link, host)
        except _Stale:
            # The server ended an idle session, as many do after some minutes: nothing was said about this message.
            link = await self._links.take(fresh=True)
            return await self._attempt(context, letter, sender, data, link, host)

    async def _attempt(
        self, context: LaneContext, letter: Letter, sender: Mailbox, data: bytes, link: Link, host: str
    ) -> Result:
        """One try on `link`, which is kept or dropped here, whatever happens."""
        used = link.messages > 0
        keep = False
        try:
            if link.max_size and len(data) > link.max_size:
                keep = True
                raise JobError("MSG_TOO_BIG", _too_big(len(data), link.max_size, host))
            await self._to_the_dot(context, letter, sender, data, link, host)
            reply = await self._dot(context, letter, link)
            keep = True
        except Refused as refused:
            if used and refused.phase is Phase.MAIL and refused.reply.code == 421:
                raise _Stale from refused
            keep = await self._recover(link, refused)
            raise _error(replies.failure_of(refused, host)) from refused
        except Broken as broken:
            if used and broken.phase is Phase.MAIL:
                raise _Stale from broken
            raise _error(replies.failure_of(broken, host)) from broken
        except _Withheld as withheld:
            keep = await self._recover(link, None)
            raise _error(withheld.failure) from withheld
        finally:
            (self._links.give_back if keep else self._links.drop)(link)
        return Result(extra=_extra(letter, reply), note=reply, bytes_out=len(data))

    async def _to_the_dot(
        self, context: LaneContext, letter: Letter, sender: Mailbox, data: bytes, link: Link, host: str
    ) -> None:
        refusals = await link.begin(sender.address, letter.recipients, len(data))
        if refusals:
            self._judge(context, letter, refusals, host)
        await link.body(data, lambda done: context.progress(done, len(data), "sending"))

    def _judge(self, context: LaneContext, letter: Letter, refusals: list[Refused], host: str) -> None:
        """Some recipients were refused. Raises _Withheld unless the recipe lets the others have it."""
        failures = [replies.failure_of(refused, host) for refused in refusals]
        to_refused = any(refused.address == letter.to.address for refused in refusals)
        if context.recipe.send.partial == "accepted" and not to_refused:
            for refused, failure in zip(refusals, failures, strict=True):
                context.warn(failure.code, f"{refused.address} did not get a copy. {failure.message}")
            return
        worst = min(failures, key=lambda failure: _ORDER.get(failure.failure_class.value, 9))
        if len(letter.recipients) > 1:
            words = f"{worst.message}. Nobody got this message."
            worst = Failure(worst.code, words, worst.detail, worst.retry_after)
        raise _Withheld(worst)

    async def _dot(self, context: LaneContext, letter: Letter, link: Link) -> str:
        """The point of no return: armed on disk, dot, answer. Returns the server's words."""
        key = letter.message_id
        _, cancelled = await _to_its_end(context.arm(key, key))
        if cancelled or link.lost:  # the dot has not left, and now it never will
            context.disarm()
            if cancelled:
                raise asyncio.CancelledError
            raise Broken(Phase.BODY, "the server closed the connection")
        try:
            # Once the dot may be on its way only its answer is worth having: a cancellation waits.
            reply, cancelled = await _to_its_end(link.finish())
        except Refused:
            context.disarm()
            raise
        task = asyncio.current_task()
        if cancelled and task is not None:
            task.uncancel()  # taken: that is the outcome, and the cancellation came too late
        return str(reply)

    async def _recover(self, link: Link, refused: Refused | None) -> bool:
        """Make `link` ready for another message after a refusal. False: it is of no use any more."""
        if refused is not None and refused.reply.code == 421:
            return False
        if refused is not None and refused.phase is Phase.DOT:
            return True  # the transaction is over
        try:
            await link.reset()
        except (Refused, Broken):
            return False
        return True


class _Stale(Exception):
    """The connection was closed before this message was begun on it."""


class _Withheld(Exception):
    """A recipient was refused, so nobody is to get the message."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


# Which of several refusals speaks for the message: the account's, then what no retry can help.
_ORDER = {"environment": 0, "permanent": 1, "transient-remote": 2}


async def _to_its_end(work: Awaitable[T]) -> tuple[T, bool]:
    """The outcome of `work`, and whether this task was cancelled meanwhile: `work` runs on, whatever is cancelled."""
    task = asyncio.ensure_future(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.wait({task})  # neither passes a cancellation on to the task nor raises what it raised
        except asyncio.CancelledError:
            cancelled = True
    return task.result(), cancelled


def _letter(context: LaneContext) -> Letter:
    if not context.payload:
        name = os.path.basename(context.source.path)
        words = f"{name} could not be read when it was added, so there is no message to send. Add it again."
        raise JobError("SOURCE_CHANGED", words)
    blocked = context.payload.get("blocked")
    if blocked is not None:
        raise JobError(
            blocked["code"], f"{blocked['message']} This row cannot be sent; correct the list and add it again."
        )
    try:
        return Letter.from_payload(context.payload)
    except (KeyError, TypeError, ValueError) as error:
        words = "This message was not stored as it should be. Nothing was sent. Add the list again."
        raise JobError("INTERNAL", words, f"{type(error).__name__}: {error}") from error


def _bytes(letter: Letter, sender: Mailbox, options: Mapping[str, Any]) -> bytes:
    """The message, built from files that are still what they were and looked at once more. `options["date"]`: seconds
    UTC of the batch's start, the same on every attempt; without it the time of the preflight."""
    date = options.get("date")
    data = message.build(letter, sender, files.read_again, int(date) if date else None)
    checks.check(data, letter, sender)
    return data


def _error(failure: Failure) -> JobError:
    return JobError(failure.code, failure.message, failure.detail, failure.retry_after)


def _too_big(size: int, limit: int, host: str) -> str:
    return (
        f"The message takes {size / 1e6:.1f} MB and {host} takes {limit / 1e6:.1f} MB. Nothing was sent. Attach less."
    )


def _extra(letter: Letter, reply: str | None) -> dict[str, Any]:
    return {"mail": {"row": letter.row, "to": letter.to.address, "message_id": letter.message_id, "reply": reply}}
