"""The folder of sent messages on an account's IMAP server (RFC 9051, RFC 6154): looked into, and filed into.

Owns: the conversation with the IMAP server, which folder is the one of sent messages, which providers file by
themselves. Must not know: jobs. Nothing here changes whether a message counts as sent: a copy that cannot be filed is a
line in the log, and only a message that is *found* says anything about one whose answer was lost.
"""

import asyncio
import contextlib
import imaplib
import logging
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self

from app.jobs.mail import signin
from app.jobs.mail.account import Account
from app.jobs.mail.hosts import files_sent
from app.jobs.mail.message import Message
from app.jobs.mail.tls import client_context
from app.jobs.mail.wire import NoSignIn

log = logging.getLogger(__name__)

STARTTLS_PORT = 143
WAIT = 30.0  # seconds for one answer
LONGEST = 120.0  # seconds for all that is done in one call: a server that drips does not hold it for ever
BACKLOG = 500  # copies that may wait to be filed
PATIENCE = 3  # failures after which a session files no more copies
_USUAL_NAMES = ("sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete objekte")
_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?P<mark>(?:[^"\\]|\\.)*)"|NIL) (?P<name>.*)', re.DOTALL)

Answer = bytes | tuple[bytes, bytes] | None


class CannotLook(Exception):
    """The folder of sent messages cannot be used. `why`: one sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def find(account: Account, secret: str | None, message_id: str) -> bool | None:
    """Whether the message is among the sent ones; None: the account names no IMAP server. Blocks (2 minutes at most).

    True proves that it was sent, False nothing: most servers file only what they are asked to. Raises CannotLook.
    """
    if not account.imap_host:
        return None
    with SentFolder.open(account, secret) as folder:
        return folder.holds(message_id)


def keeps_copies(account: Account) -> bool:
    """Whether copies are to be filed for `account`."""
    return account.save_sent and bool(account.imap_host) and not files_sent(account.host)


class SentFolder:
    """The folder, open. A context manager; everything blocks and raises CannotLook."""

    def __init__(self, server: imaplib.IMAP4, host: str) -> None:
        self._server = server
        self._host = host
        self._folder = ""

    @classmethod
    def open(cls, account: Account, secret: str | None) -> Self:
        """Connect over verified TLS, sign in and choose the folder."""
        host, port = account.imap_host.strip("[]"), account.imap_port
        with _in_words(account.imap_host):
            context = client_context(account.ca_file)
            if port == STARTTLS_PORT:
                server = imaplib.IMAP4(host, port, timeout=WAIT)
            else:
                server = imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=WAIT)
        folder = cls(server, account.imap_host)
        try:
            with folder._in_time():
                if port == STARTTLS_PORT:
                    server.starttls(context)
                _sign_in(server, account, secret)
                folder._folder = folder._choose()
        except BaseException:
            folder.cut()
            raise
        return folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        with contextlib.suppress(CannotLook), self._in_time():
            self._server.logout()
        self.cut()

    def cut(self) -> None:
        """Close the connection at once; for any thread."""
        with contextlib.suppress(OSError):
            self._server.sock.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            self._server.shutdown()

    def holds(self, message_id: str) -> bool:
        """Whether a message with this Message-ID is in the folder."""
        with self._in_time():
            self._ask(self._server.select(self._folder, readonly=True))
            (numbers, *_) = self._ask(self._server.search(None, "HEADER", "Message-ID", _quoted(message_id)))
            return isinstance(numbers, bytes) and bool(numbers.split())

    def add(self, message: Message) -> None:
        """File a copy, marked as read. It is in memory meanwhile: that is how the standard library sends it."""
        with self._in_time():
            date = imaplib.Time2Internaldate(time.time())
            self._ask(self._server.append(self._folder, r"(\Seen)", date, bytes(message)))

    def _choose(self) -> str:
        """The folder that the server marks as the one of sent messages, or one with a usual name, quoted."""
        usual = ""
        for flags, mark, name in _listed(self._ask(self._server.list())):
            if "\\sent" in flags:
                return _quoted(name)
            last = name.rpartition(mark)[2] if mark else name
            if not usual and last.lower() in _USUAL_NAMES and "\\noselect" not in flags:
                usual = name
        if not usual:
            raise CannotLook(f"{self._host} shows no folder for sent messages.")
        return _quoted(usual)

    def _ask(self, answer: tuple[str, Sequence[Answer]]) -> list[Answer]:
        kind, data = answer
        if kind != "OK":
            words = next((item.decode("utf-8", "replace") for item in data if isinstance(item, bytes)), kind)
            raise CannotLook(f"{self._host} refused: {words[:200]}")
        return list(data)

    @contextlib.contextmanager
    def _in_time(self) -> Iterator[None]:
        """A limit for all that is done inside, and every trouble as CannotLook."""
        watch = threading.Timer(LONGEST, self.cut)
        watch.daemon = True
        watch.start()
        try:
            with _in_words(self._host):
                yield
        finally:
            watch.cancel()


class Copies:
    """Copies of sent messages on their way into the folder, behind the sending and one after the other. Lives in one
    asyncio loop. `account_of` and `secret_of` as in `JobKind.open_lane`."""

    def __init__(self, account_of: Callable[[], Account | None], secret_of: Callable[[], str | None]) -> None:
        self._account_of = account_of
        self._secret_of = secret_of
        self._waiting: list[Message] = []
        self._folder: SentFolder | None = None
        self._failures = 0
        self._task: asyncio.Task[None] | None = None

    def add(self, message: Message) -> None:
        """File a copy some time soon, if the account wants that."""
        account = self._account_of()
        if account is None or not keeps_copies(account) or self._failures >= PATIENCE:
            return
        if len(self._waiting) >= BACKLOG:
            log.warning("%s files copies too slowly; a message has none", account.imap_host)
            return
        self._waiting.append(message)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(asyncio.to_thread(self._file, account))

    async def close(self, seconds: float = 10.0) -> None:
        """Wait a little for what is on its way, then let the rest be."""
        if self._task is None:
            return
        _, late = await asyncio.wait({self._task}, timeout=seconds)
        if late:
            self._waiting.clear()
            folder = self._folder
            if folder is not None:
                folder.cut()
            await asyncio.wait(late, timeout=seconds)

    def _file(self, account: Account) -> None:
        """File everything that waits; in a thread."""
        try:
            with SentFolder.open(account, self._secret_of()) as self._folder:
                while self._waiting:
                    self._folder.add(self._waiting[0])
                    self._waiting.pop(0)
            self._failures = 0
        except (CannotLook, OSError, IndexError) as error:
            self._failures += 1
            log.warning("%d sent messages have no copy: %s", len(self._waiting), error)
            self._waiting.clear()
        finally:
            self._folder = None


def _sign_in(server: imaplib.IMAP4, account: Account, secret: str | None) -> None:
    offered = [word.removeprefix("AUTH=") for word in server.capabilities if word.startswith("AUTH=")]
    if not account.user:
        raise CannotLook(f"The account {account.name} has no user name to sign in to {account.imap_host} with.")
    try:
        mechanism = signin.choose(account, secret, [*offered, "LOGIN"])
    except NoSignIn as trouble:
        raise CannotLook(f"Cannot sign in to {account.imap_host}: {trouble.why}.") from trouble
    secret = secret or ""
    try:
        if mechanism == "LOGIN":
            server.login(account.user, secret)
        else:
            words = (signin.plain if mechanism == "PLAIN" else signin.xoauth2)(account.user, secret)
            said = iter([words.encode("utf-8")])  # a challenge behind it says why not, and wants an empty answer
            server.authenticate(mechanism, lambda _challenge: next(said, b""))
    except imaplib.IMAP4.error as error:
        words = signin.without(_words(error), account.user, secret)
        raise CannotLook(f"{account.imap_host} refused the sign-in of {account.user}: {words}") from None


def _listed(answers: Iterable[Answer]) -> Iterator[tuple[list[str], str, str]]:
    """Flags (lower case), hierarchy mark and name of each folder. A name may come quoted, as a literal or bare."""
    for answer in answers:
        line, literal = answer if isinstance(answer, tuple) else (answer or b"", None)
        match = _LISTED.match(line)
        if match is None:
            continue
        name = literal if literal is not None else match["name"].strip()
        text = name.decode("utf-8", "replace")
        if literal is None and text.startswith('"'):
            text = re.sub(r"\\(.)", r"\1", text[1:-1])
        mark = re.sub(r"\\(.)", r"\1", (match["mark"] or b"").decode("utf-8", "replace"))
        yield match["flags"].decode("ascii", "replace").lower().split(), mark, text


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(error: BaseException) -> str:
    said = error.args[0] if error.args else error
    return (said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said))[:200]


@contextlib.contextmanager
def _in_words(host: str) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise CannotLook(f"The certificate of {host} cannot be verified: {error.verify_message}.") from error
    except TimeoutError as error:
        raise CannotLook(f"{host} did not answer in time.") from error
    except imaplib.IMAP4.error as error:
        raise CannotLook(f"{host} broke off: {_words(error)}") from error
    except OSError as error:
        raise CannotLook(f"{host} cannot be reached: {error.strerror or error}.") from error
