"""One conversation with a mail server (RFC 5321), cut at the points where it matters how far it came.

Owns: sockets, deadlines, TLS, sign-in, the order of commands. Sends the final dot in a call of its own (`finish`), so
that the caller can put the ledger entry between body and dot. Must not know: jobs, accounts' storage, what a refusal
means. Every wait has a deadline for the whole phase, so a peer that drips bytes cannot hold a job for ever.
"""

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from app.jobs.mail import signin
from app.jobs.mail.account import Account, Security
from app.jobs.mail.offers import Envelope, Offers
from app.jobs.mail.tls import client_context
from app.jobs.mail.wire import Broken, NoSignIn, Phase, Refused, Reply, Unsafe, stuff

CHUNK = 65536
MAX_LINE = 8192  # RFC 5321 §4.5.3.1.5 says 512; some servers are chattier
MAX_LINES = 200
TROUBLE = (Refused, Broken, Unsafe, NoSignIn)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds that each phase may take. RFC 5321 §4.5.3.2 asks for 10 minutes at the dot: a client that waits less
    makes duplicates. The others are shorter than its 5 minutes because nothing is lost when they pass."""

    connect: float = 30.0
    banner: float = 60.0
    command: float = 120.0
    block: float = 60.0
    dot: float = 600.0
    goodbye: float = 5.0


class Link:
    """One connection, signed in and ready. `messages` counts what was tried on it; not for concurrent use."""

    def __init__(self, account: Account, deadlines: Deadlines) -> None:
        self.account = account
        self.deadlines = deadlines
        self.messages = 0
        self.offers = Offers()
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter
        self._plain: asyncio.StreamWriter | None = None
        self._secret: str | None = None
        self._data_said = False  # DATA went out with the recipients, and its answer has not been read
        self._spoilt = False  # the server waits for a message that is not to be sent: nothing else can be said

    @classmethod
    async def open(cls, account: Account, secret: str | None, deadlines: Deadlines | None = None) -> "Link":
        """Connect, secure, greet and sign in. Raises one of TROUBLE; the socket is closed then."""
        link = cls(account, deadlines or Deadlines())
        await link._connect()
        try:
            await link._greet()
            if account.user:
                await link._sign_in(secret)
        except BaseException:
            link.abort()
            raise
        return link

    @property
    def max_size(self) -> int:
        """Bytes of the largest message that the server takes, 0 when it does not say."""
        return self.offers.max_size

    @property
    def max_recipients(self) -> int:
        """Recipients that the server takes for one message (RFC 9422), 0 when it does not say."""
        return self.offers.limit("RCPTMAX")

    @property
    def max_messages(self) -> int:
        """Messages that the server takes on one connection (RFC 9422), 0 when it does not say."""
        return self.offers.limit("MAILMAX")

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """Ways of signing in that the server offers."""
        return self.offers.mechanisms

    @property
    def tls(self) -> str:
        """The version of TLS that protects the line ("TLSv1.3"), "" when none does."""
        version = getattr(self._writer.get_extra_info("ssl_object"), "version", None)
        return str(version() or "") if version is not None else ""

    @property
    def lost(self) -> bool:
        """Whether the connection is of no use any more (as far as is known here)."""
        return self._spoilt or self._reader.at_eof() or self._writer.transport.is_closing()

    # One message.

    async def begin(self, envelope: Envelope) -> list[Refused]:
        """MAIL and RCPT. Returns the refusals of single recipients; raises Refused (MAIL) or Broken.

        A 421 at a recipient is raised: it ends the conversation, whoever it was said about. Where the server takes
        commands ahead of their answers (RFC 2920), all go out at once; each answer is read before anything else is
        said. With refusals, call `reset`: what was begun is never finished.
        """
        self.messages += 1
        ahead, with_data = self.offers.ahead(envelope)
        mail = self.offers.mail(envelope)
        recipients = [(address, self.offers.recipient(envelope, address)) for address in envelope.recipients]
        if ahead:
            commands = [mail, *(command for _, command in recipients), *(["DATA"] if with_data else [])]
            await self._say(Phase.MAIL, *commands)
            self._data_said = with_data
        reply = await self._answer(Phase.MAIL) if ahead else await self._command(Phase.MAIL, mail)
        if reply.code // 100 != 2:
            await self._void(len(recipients) if ahead and reply.code != 421 else 0)
            raise Refused(Phase.MAIL, reply)
        refusals = []
        for address, command in recipients:
            reply = await self._answer(Phase.RCPT) if ahead else await self._command(Phase.RCPT, command)
            if reply.code == 421:
                raise Refused(Phase.RCPT, reply, address)
            if reply.code // 100 != 2:
                refusals.append(Refused(Phase.RCPT, reply, address))
        if refusals:
            await self._void(0)
        return refusals

    async def body(self, chunks: Iterable[bytes], progress: Callable[[int], None] | None = None) -> None:
        """DATA and all `chunks` (7 bit, whole lines, ended by CRLF) but the final dot. `progress` gets bytes. Raises
        Refused (DATA) or Broken."""
        said, self._data_said = self._data_said, False
        reply = await self._answer(Phase.DATA) if said else await self._command(Phase.DATA, "DATA")
        if reply.code != 354:
            raise Refused(Phase.DATA, reply)
        done = 0
        for chunk in chunks:
            stuffed = memoryview(stuff(chunk))
            for start in range(0, len(stuffed), CHUNK):
                async with self._phase(Phase.BODY, self.deadlines.block):
                    self._writer.write(stuffed[start : start + CHUNK])
                    await self._writer.drain()
                if progress is not None:
                    progress(min(done + start + CHUNK, done + len(chunk)))
            done += len(chunk)
        if self.lost:
            raise Broken(Phase.BODY, "the server closed the connection")

    async def finish(self) -> Reply:
        """The final dot, and the answer to it. Raises Refused (DOT): not taken; Broken (DOT): nobody knows."""
        async with self._phase(Phase.DOT, self.deadlines.dot):
            self._writer.write(b".\r\n")
            await self._writer.drain()
            reply = await self._reply(Phase.DOT)
        if reply.code // 100 in (4, 5):
            raise Refused(Phase.DOT, reply)
        if reply.code // 100 != 2:
            raise Broken(Phase.DOT, f"an answer that does not fit: {reply}")
        return reply

    async def reset(self) -> None:
        """Forget a message that was begun (RFC 5321 §4.1.1.5). Raises Refused or Broken."""
        if self._spoilt:
            raise Broken(Phase.RESET, "the server waits for a message that is not sent")
        reply = await self._command(Phase.RESET, "RSET")
        if reply.code // 100 != 2:
            raise Refused(Phase.RESET, reply)

    async def quit(self) -> None:
        """Say goodbye and close. Nothing that happens here changes what was sent."""
        with suppress(*TROUBLE):
            async with self._phase(Phase.QUIT, self.deadlines.goodbye):
                self._writer.write(b"QUIT\r\n")
                await self._reply(Phase.QUIT)
        self.abort()

    def abort(self) -> None:
        """Drop the connection at once."""
        self._writer.transport.abort()

    # Opening.

    async def _connect(self) -> None:
        account = self.account
        context = None if account.security is Security.NONE else _context(account)
        implicit = account.security is Security.TLS
        async with self._phase(Phase.CONNECT, self.deadlines.connect, during_tls=implicit):
            self._reader, self._writer = await asyncio.open_connection(
                account.host.strip("[]"),
                account.port,
                limit=MAX_LINE,
                ssl=context if implicit else None,
                ssl_handshake_timeout=self.deadlines.connect if implicit else None,
            )
        # The buffer is to be empty when `drain` returns, so that "body written" means handed to the system. (0 would
        # stop a TLS transport for good.) TCP_NODELAY, without which the lone dot would wait 40 ms for a delayed ACK, is
        # set by asyncio itself.
        self._writer.transport.set_write_buffer_limits(high=1)
        if account.security is Security.NONE:
            self._require_loopback()

    def _require_loopback(self) -> None:
        peer = self._writer.get_extra_info("peername")
        if not peer:  # reset already
            self.abort()
            raise Broken(Phase.CONNECT, "the server closed the connection")
        if not ipaddress.ip_address(str(peer[0]).partition("%")[0]).is_loopback:
            self.abort()
            raise Unsafe(Phase.CONNECT, f"{self.account.host} is not this machine, and the account has no encryption")

    async def _greet(self) -> None:
        async with self._phase(Phase.BANNER, self.deadlines.banner):
            reply = await self._reply(Phase.BANNER)
        if reply.code != 220:
            raise Refused(Phase.BANNER, reply)
        await self._ehlo()
        if self.account.security is Security.STARTTLS:
            await self._start_tls()
            await self._ehlo()  # what was offered in clear counts for nothing (RFC 3207 §4.2)

    async def _ehlo(self) -> None:
        own = self._writer.get_extra_info("sockname")
        name = str(own[0]) if own else "127.0.0.1"
        literal = f"[IPv6:{name.partition('%')[0]}]" if ":" in name else f"[{name}]"  # tells no host name
        reply = await self._command(Phase.EHLO, f"EHLO {literal}")
        if reply.code != 250:
            raise Refused(Phase.EHLO, reply)
        self.offers = Offers.read(reply.lines[1:])

    async def _start_tls(self) -> None:
        context = _context(self.account)
        if "STARTTLS" not in self.offers:
            raise Unsafe(Phase.STARTTLS, "the server does not offer STARTTLS")
        reply = await self._command(Phase.STARTTLS, "STARTTLS")
        if reply.code != 220:
            raise Refused(Phase.STARTTLS, reply)
        loop = asyncio.get_running_loop()
        # A new reader: what came in clear behind the 220 stays in the old one and is never read (RFC 3207 §6).
        reader = asyncio.StreamReader(limit=MAX_LINE)
        protocol = asyncio.StreamReaderProtocol(reader)
        async with self._phase(Phase.TLS, self.deadlines.connect, during_tls=True):
            transport = await loop.start_tls(
                self._writer.transport, protocol, context, server_hostname=self.account.host.strip("[]")
            )
            if transport is None:
                raise Broken(Phase.TLS, "the connection was lost")
        protocol.connection_made(transport)
        self._plain = self._writer  # kept: when it is collected it closes the socket below
        transport.set_write_buffer_limits(high=1)
        self._reader, self._writer = reader, asyncio.StreamWriter(transport, protocol, reader, loop)

    async def _sign_in(self, secret: str | None) -> None:
        user = self.account.user
        mechanism = signin.choose(self.account, secret, self.mechanisms)
        self._secret = secret = secret or ""
        if mechanism == "LOGIN":
            reply = await self._command(Phase.AUTH, "AUTH LOGIN")
            for answer in (user, secret):
                if reply.code == 334:
                    reply = await self._command(Phase.AUTH, signin.encoded(answer))
        else:
            words = signin.plain if mechanism == "PLAIN" else signin.xoauth2
            reply = await self._command(Phase.AUTH, f"AUTH {mechanism} {signin.encoded(words(user, secret))}")
            if reply.code == 334:  # XOAUTH2 says why in a challenge, and refuses after an empty line
                reply = await self._command(Phase.AUTH, "")
        self._secret = None
        if reply.code != 235:
            raise Refused(Phase.AUTH, reply)

    # Lines.

    async def _command(self, phase: Phase, line: str) -> Reply:
        await self._say(phase, line)
        return await self._answer(phase)

    async def _say(self, phase: Phase, *lines: str) -> None:
        if any("\r" in line or "\n" in line for line in lines):
            raise Broken(phase, "a command with a line break was not sent")
        async with self._phase(phase, self.deadlines.command):
            self._writer.write("".join(f"{line}\r\n" for line in lines).encode("utf-8"))
            await self._writer.drain()

    async def _answer(self, phase: Phase) -> Reply:
        async with self._phase(phase, self.deadlines.command):
            return await self._reply(phase)

    async def _void(self, recipients: int) -> None:
        """Read the answers to what was said ahead and counts no more: `recipients` RCPT, and DATA."""
        said, self._data_said = self._data_said, False
        try:
            for _ in range(recipients):
                await self._answer(Phase.RCPT)
            if said:
                self._spoilt = (await self._answer(Phase.DATA)).code == 354
        except Broken:
            self._spoilt = True

    async def _reply(self, phase: Phase) -> Reply:
        """The next reply. The caller holds the phase's deadline. Raises Broken for what is no reply."""
        lines: list[str] = []
        code = 0
        while True:
            raw = await self._reader.readline()
            if not raw.endswith(b"\n"):
                raise Broken(phase, "the server closed the connection")
            text = self._hide(raw.rstrip(b"\r\n").decode("utf-8", "replace"))
            digits, mark = text[:3], text[3:4]
            readable = len(digits) == 3 and digits.isascii() and digits.isdigit() and digits[0] in "2345"
            if not readable or mark not in ("", " ", "-") or code not in (0, int(digits)) or len(lines) >= MAX_LINES:
                raise Broken(phase, f"an answer that is not SMTP: {text[:80]!r}")
            code = int(digits)
            lines.append(text[4:])
            if mark != "-":
                return Reply(code, tuple(lines))

    def _hide(self, text: str) -> str:
        return signin.without(text, self.account.user, self._secret) if self._secret else text

    @asynccontextmanager
    async def _phase(self, phase: Phase, seconds: float, during_tls: bool = False) -> AsyncIterator[None]:
        """A deadline for the whole phase, and everything that a socket can raise as Broken (or Unsafe)."""
        try:
            async with asyncio.timeout(seconds):
                yield
        except TimeoutError as error:
            raise Broken(phase, f"no answer within {seconds:g} seconds") from error
        except ssl.SSLCertVerificationError as error:
            raise Unsafe(Phase.TLS, error.verify_message or str(error), verify=True) from error
        except ssl.SSLError as error:
            if during_tls:
                raise Unsafe(Phase.TLS, f"no TLS: {error.reason or error}") from error
            raise Broken(phase, f"TLS: {error.reason or error}") from error
        except asyncio.IncompleteReadError as error:
            raise Broken(phase, "the server closed the connection") from error
        except ValueError as error:  # a line without end: StreamReader's limit
            raise Broken(phase, "an answer that is not SMTP: a line without end") from error
        except OSError as error:
            raise Broken(phase, error.strerror or str(error) or type(error).__name__) from error


def _context(account: Account) -> ssl.SSLContext:
    try:
        return client_context(account.ca_file)
    except OSError as error:
        raise Unsafe(Phase.TLS, f"the authority file {account.ca_file} cannot be used: {error}") from error
