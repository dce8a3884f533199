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
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.core.failures import Failure
from app.jobs.base import JobError, LaneContext, Result
from app.jobs.mail import checks, eml, message, replies
from app.jobs.mail.account import Account
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.connections import Connections
from app.jobs.mail.letter import NO_DOMAIN, Letter
from app.jobs.mail.message import Message
from app.jobs.mail.offers import Envelope
from app.jobs.mail.sent import CannotLook, Copies, SentFolder
from app.jobs.mail.spool import Spool
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
        self._links = Connections(self._open_link, clock)
        self._spool = Spool(services.get("scratch"))
        self._copies = Copies(lambda: self._account_of(name), lambda: self._secret_of(name))

    async def run(self, context: LaneContext) -> Result:
        """Send one message. Raises JobError; LostClaim (from `arm`) and CancelledError leave nothing sent."""
        letter = _letter(context)
        if context.options.get("eml"):
            return await self._write(context, letter)
        account = self._account()
        sender = letter.sender or account.sender
        made = await asyncio.to_thread(self._made, letter, sender, context.options)
        result = await self._send(_Sending(context, letter, sender.address, made, account.host))
        self._copies.add(made)
        return result

    async def close(self) -> None:
        """Say goodbye to the server. A message that is still in work is cut off: unconfirmed, if it has left."""
        await self._links.close()
        await self._copies.close()
        self._spool.clear()

    def came_about(self, extras: Sequence[Mapping[str, Any]]) -> list[bool]:
        """Whether each message is among the sent ones of the account."""
        account = self._account()
        if not account.imap_host:
            words = f'The account "{self.name}" names no IMAP server, so its sent messages cannot be looked through.'
            raise JobError("NET_OFFLINE", words)
        wanted = [str(extra.get("mail", {}).get("message_id", "")) for extra in extras]
        try:
            with SentFolder.open(account, self._secret_of(self.name)) as folder:
                return [bool(one) and folder.holds(one) for one in wanted]
        except CannotLook as trouble:
            raise JobError("NET_OFFLINE", trouble.why) from trouble

    def _made(self, letter: Letter, sender: Mailbox, options: Mapping[str, Any]) -> Message:
        """The message, built from files that are still what they were and looked at once more, whole. Blocks.
        `options["date"]`: seconds UTC of the batch's start, the same on every attempt; without it the time of the
        preflight."""
        date = options.get("date")
        made = message.compose(letter, sender, self._spool.encoded, int(date) if date else None)
        checks.check_chunks(made.chunks(), letter, sender)
        return made

    # As a file.

    async def _write(self, context: LaneContext, letter: Letter) -> Result:
        account = self._account_of(self.name)
        sender = letter.sender or (account.sender if account is not None else NOBODY)
        planned = context.outputs.get("eml")
        path = planned.path if planned is not None else eml.path_of(str(context.options["eml"]), letter)
        data = bytes(await asyncio.to_thread(self._made, letter, sender, context.options))
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

    async def _send(self, sending: "_Sending") -> Result:
        link = await self._links.take()
        try:
            return await self._attempt(sending, link)
        except _Stale:
            # The server ended an idle session, as many do after some minutes: nothing was said about this message.
            link = await self._links.take(fresh=True)
            return await self._attempt(sending, link)

    async def _attempt(self, sending: "_Sending", link: Link) -> Result:
        """One try on `link`, which is kept or dropped here, whatever happens."""
        used, host, letter = link.messages > 0, sending.host, sending.letter
        keep = False
        try:
            misfit = sending.misfit(link)
            if misfit is not None:
                keep = True
                raise misfit
            await self._to_the_dot(sending, link)
            reply = await self._dot(sending.context, letter, link)
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
        return Result(extra=_extra(letter, reply), note=reply, bytes_out=sending.message.size)

    async def _to_the_dot(self, sending: "_Sending", link: Link) -> None:
        context, size = sending.context, sending.message.size
        refusals = await link.begin(sending.envelope())
        if refusals:
            self._judge(context, sending.letter, refusals, sending.host)
        await link.body(sending.message.chunks(), lambda done: context.progress(done, size, "sending"))

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


@dataclass(frozen=True, slots=True)
class _Sending:
    """One message on its way, made and checked. `sender`: the address of the envelope."""

    context: LaneContext
    letter: Letter
    sender: str
    message: Message
    host: str

    def envelope(self) -> Envelope:
        letter = self.letter
        return Envelope(self.sender, letter.recipients, self.message.size, letter.message_id.strip("<>"))

    def misfit(self, link: Link) -> JobError | None:
        """Why this server cannot take the message whatever is tried; None when it can."""
        size, people, most = self.message.size, len(self.letter.recipients), link.max_recipients
        if link.max_size and size > link.max_size:
            words = (
                f"The message takes {size / 1e6:.1f} MB and {self.host} takes {link.max_size / 1e6:.1f} MB. "
                "Nothing was sent. Attach less."
            )
            return JobError("MSG_TOO_BIG", words)
        if most and people > most:
            words = f"The message is for {people} people and {self.host} takes {most} at once. Nothing was sent."
            return JobError("SRV_PERM", words)
        return None


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


def _error(failure: Failure) -> JobError:
    return JobError(failure.code, failure.message, failure.detail, failure.retry_after)


def _extra(letter: Letter, reply: str | None) -> dict[str, Any]:
    return {"mail": letter.line(reply)}
