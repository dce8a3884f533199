"""Real SMTP servers on this machine for tests: one that behaves, one that follows a script to the letter.

Both keep every message that they took, with its Message-ID: what a test counts is what a recipient would have got.
Must not know any part of the program.
"""

import asyncio
import datetime
import ipaddress
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
USER, PASSWORD = "shop@example.org", "correct hörse"


@dataclass(frozen=True)
class Taken:
    """A message that a peer took responsibility for. `data`: as it came, dots unstuffed."""

    message_id: str
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass
class Ledger:
    """What a peer took and saw. Written by the peer's thread, read by the test."""

    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    commands: list[str] = field(default_factory=list)

    def add(self, sender: str, recipients: list[str], data: bytes) -> None:
        match = re.search(rb"^Message-ID: (.*?)\r\n", data, re.MULTILINE | re.IGNORECASE)
        identity = match.group(1).decode("ascii") if match else ""
        self.taken.append(Taken(identity, sender, tuple(recipients), data))

    def count(self, message_id: str) -> int:
        return sum(item.message_id == message_id for item in self.taken)


# A server that behaves.

REFUSED_AT_RCPT = {
    "grey": "450 4.2.0 Greylisted, try again in 300 seconds",
    "gone": "550 5.1.1 No such mailbox",
    "busy": "421 4.7.0 Too many connections, try again later",
    "full": "452 4.2.2 Mailbox full",
    "relay": "550 5.7.1 Relaying denied",
}
REFUSED_AT_DOT = {
    "temp": "451 4.3.0 Try later",
    "spam": "554 5.7.1 Looks like spam",
    "quota": "550 5.4.5 Daily user sending limit exceeded",
}


class _Handler:
    def __init__(self, ledger: Ledger, hang: threading.Event) -> None:
        self.ledger = ledger
        self.hang = hang

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("stranger@"):
            return "550 5.7.60 Client does not have permission to send as this sender"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        refusal = REFUSED_AT_RCPT.get(address.partition("@")[0])
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        who = envelope.rcpt_tos[0].partition("@")[0]
        if who in REFUSED_AT_DOT:
            return REFUSED_AT_DOT[who]
        if who == "vanish":  # lost after the dot, not taken
            server.transport.abort()
            return "250 never sent"
        assert isinstance(envelope.content, bytes)
        self.ledger.add(str(envelope.mail_from), envelope.rcpt_tos, envelope.content)
        if who == "lost":  # lost after the dot, taken
            server.transport.abort()
        while who == "silent" and not self.hang.is_set():
            await asyncio.sleep(0.01)
        return "250 2.0.0 Taken as 4711"


@dataclass
class Peer:
    """A running server. `ledger` says what it took; `hang.set()` lets a message to silent@ be answered."""

    port: int
    ledger: Ledger
    hang: threading.Event

    @property
    def taken(self) -> list[Taken]:
        return self.ledger.taken


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


@contextmanager
def polite_peer(
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    auth: bool = False,
    mechanisms: tuple[str, ...] = ("PLAIN", "LOGIN"),
    max_size: int = 0,
) -> Iterator[Peer]:
    """A server on a free port. `tls`: from the first byte; `starttls`: on request and required."""
    ledger, hang, loop = Ledger(), threading.Event(), asyncio.new_event_loop()

    def protocol() -> SMTP:
        ledger.connections += 1
        return SMTP(
            _Handler(ledger, hang),
            data_size_limit=max_size or None,
            hostname="peer.example.org",
            loop=loop,
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=_authenticate if auth else None,
            auth_require_tls=False,
            auth_exclude_mechanism=[name for name in ("PLAIN", "LOGIN") if name not in mechanisms],
        )

    async def start() -> asyncio.Server:
        return await loop.create_server(protocol, HOST, 0, ssl=tls)

    async def stop(server: asyncio.Server) -> None:
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield Peer(server.sockets[0].getsockname()[1], ledger, hang)
    finally:
        hang.set()
        asyncio.run_coroutine_threadsafe(stop(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


# A server that follows a script.


class Conversation:
    """One connection, as a script sees it: `serve(until)` behaves up to a point, the script does the rest."""

    def __init__(self, connection: socket.socket, ledger: Ledger, number: int) -> None:
        self.connection = connection
        self.ledger = ledger
        self.number = number  # 1 for the first connection
        self.extensions = ["SIZE 10000000", "8BITMIME"]
        self._buffer = b""
        self._greeted = False
        self._sender, self._recipients = "", list[str]()

    def resume(self) -> None:
        """Go on as after a greeting: `serve` does not greet."""
        self._greeted = True

    def send(self, text: str | bytes) -> None:
        """Send as is (a `str` gets CRLF)."""
        self.connection.sendall(text if isinstance(text, bytes) else text.encode("utf-8") + b"\r\n")

    def line(self) -> str:
        """The next line of the client, "" at its end."""
        while b"\r\n" not in self._buffer:
            got = self.connection.recv(65536)
            if not got:
                return ""
            self._buffer += got
        raw, _, self._buffer = self._buffer.partition(b"\r\n")
        text = raw.decode("utf-8", "replace")
        self.ledger.commands.append(text)
        return text

    def body(self) -> bytes:
        """What follows 354, up to the dot and without it, unstuffed. Raises ConnectionError when it never comes."""
        while not self._buffer.startswith(b".\r\n") and b"\r\n.\r\n" not in self._buffer:
            got = self.connection.recv(65536)
            if not got:
                raise ConnectionError("no dot")
            self._buffer += got
        data, _, self._buffer = self._buffer.partition(b"\r\n.\r\n")
        data += b"\r\n"
        return (
            data.replace(b"\r\n..", b"\r\n.").removeprefix(b".")
            if data.startswith(b".")
            else data.replace(b"\r\n..", b"\r\n.")
        )

    def take(self, data: bytes) -> None:
        """Record the message as taken."""
        self.ledger.add(self._sender, self._recipients, data)

    def serve(self, until: str = "") -> bytes:
        """Behave until the client does `until` ("banner", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body",
        "dot", "RSET", "QUIT"), which is read and not answered. At "dot" the message is returned, not recorded."""
        if not self._greeted:
            self._greeted = True
            if until == "banner":
                return b""
            self.send("220 scripted.example.org")
        while True:
            line = self.line()
            verb = line.partition(" ")[0].upper()
            if not line or verb == until:
                return b""
            done = self._answer(verb, line, until)
            if done is not None:
                return done

    def _answer(self, verb: str, line: str, until: str) -> bytes | None:
        if verb == "EHLO":
            lines = ["scripted.example.org", *self.extensions]
            for at, text in enumerate(lines):
                self.send(f"250{' ' if at == len(lines) - 1 else '-'}{text}")
        elif verb == "MAIL":
            self._sender, self._recipients = line[line.index("<") + 1 : line.index(">")], []
            self.send("250 OK")
        elif verb == "RCPT":
            self._recipients.append(line[line.index("<") + 1 : line.index(">")])
            self.send("250 OK")
        elif verb == "DATA":
            self.send("354 Go on")
            if until == "body":
                self.connection.recv(1)
                return b""
            data = self.body()
            if until == "dot":
                return data
            self.take(data)
            self.send("250 2.0.0 Taken")
        elif verb == "QUIT":
            self.send("221 Bye")
            return b""
        else:
            self.send("250 OK")
        return None

    def silence(self) -> None:
        """Say nothing more until the client gives up."""
        with suppress(OSError):
            while self.connection.recv(65536):
                pass

    def reset(self) -> None:
        """Close with RST."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


Script = Callable[[Conversation], None]


@dataclass
class ScriptedPeer:
    """A running scripted server."""

    port: int
    ledger: Ledger


@contextmanager
def scripted_peer(script: Script, receive_buffer: int | None = None) -> Iterator[ScriptedPeer]:
    """A server that runs `script` for each connection, each in a thread of its own, and closes it after.

    `receive_buffer`: bytes that the system takes in for it unread; None = as many as the system likes.
    """
    ledger = Ledger()
    listener = socket.create_server((HOST, 0))
    if receive_buffer is not None:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)  # its connections inherit it
    open_now: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def talk(connection: socket.socket, number: int) -> None:
        with connection, suppress(OSError):
            script(Conversation(connection, ledger, number))

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                ledger.connections += 1
                open_now.append(connection)
                thread = threading.Thread(target=talk, args=(connection, ledger.connections), daemon=True)
                threads.append(thread)
                thread.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield ScriptedPeer(listener.getsockname()[1], ledger)
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(10)
        for connection in open_now:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(10)


def unused_port() -> int:
    """A port where nobody listens (any more)."""
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])


# A certificate authority of our own.


@dataclass(frozen=True)
class Authority:
    """`ca_file`: to be trusted by clients. `server`: a context for servers on this machine."""

    ca_file: str
    server: ssl.SSLContext


def make_authority(folder: Path, host: str = "localhost") -> Authority:
    """A new authority and a certificate for `host` (and 127.0.0.1, when that is localhost), valid for a day."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    now = datetime.datetime.now(datetime.UTC)
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])

    def certificate(subject: x509.Name, public: Any) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(days=1))
        )

    usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
    root = (
        certificate(issuer, ca_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    names: list[x509.GeneralName] = [x509.DNSName(host)]
    if host == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address(HOST)))
    leaf = (
        certificate(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]), key.public_key())
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    ca_file, chain = folder / "ca.pem", folder / "server.pem"
    ca_file.write_bytes(root.public_bytes(pem))
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain.write_bytes(leaf.public_bytes(pem) + private)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(chain)
    return Authority(str(ca_file), server)
