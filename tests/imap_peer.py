"""An IMAP server on this machine for tests: TLS, one folder of sent messages, and whatever a test wants it to refuse.

Must not know any part of the program.
"""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.smtp_peers import HOST, PASSWORD, USER

FOLDERS = [r'(\HasNoChildren) "/" INBOX', r'(\HasNoChildren \Sent) "/" "Sent \"our\" mail"']
_LITERAL = re.compile(rb"\{(\d+)\}\r\n$")


@dataclass
class ImapPeer:
    """A running server. `folders`: what LIST answers (bytes are sent as they are). `answers`: verb -> what is said
    instead, without the tag; "" is silence, "!" closes the connection. `filed`: messages, as they came."""

    port: int = 0
    folders: list[str | bytes] = field(default_factory=lambda: list(FOLDERS))
    mechanisms: str = "AUTH=PLAIN"
    answers: dict[str, str] = field(default_factory=dict)
    filed: list[bytes] = field(default_factory=list)
    into: list[str] = field(default_factory=list)  # the folders that they were filed into
    connections: int = 0


class _Conversation:
    def __init__(self, line: ssl.SSLSocket, peer: ImapPeer) -> None:
        self.file = line.makefile("rwb")
        self.peer = peer

    def say(self, text: str | bytes) -> None:
        self.file.write(text if isinstance(text, bytes) else text.encode() + b"\r\n")
        self.file.flush()

    def serve(self) -> None:
        self.say("* OK ready")
        while line := self.file.readline():
            tag, _, rest = line.decode("utf-8", "replace").rstrip("\r\n").partition(" ")
            verb = rest.partition(" ")[0].upper()
            literal = _LITERAL.search(line)
            data = b""
            if literal:
                self.say("+ go on")
                data = self.file.read(int(literal[1]))
                self.file.readline()
            if verb in self.peer.answers:
                said = self.peer.answers[verb]
                if said == "!":
                    return
                if said:
                    self.say(f"{tag} {said}")
                continue
            self.say(f"{tag} {self.answer(verb, rest, data)}")
            if verb == "LOGOUT":
                return

    def answer(self, verb: str, rest: str, data: bytes) -> str:
        if verb == "CAPABILITY":
            self.say(f"* CAPABILITY IMAP4rev1 {self.peer.mechanisms}")
        elif verb == "AUTHENTICATE":
            import base64

            self.say("+ ")
            said = base64.b64decode(self.file.readline()).decode()
            if said != f"\0{USER}\0{PASSWORD}":
                return f"NO wrong: {said}"
        elif verb == "LOGIN":
            return "OK in" if PASSWORD in rest else "NO wrong"
        elif verb == "LIST":
            for folder in self.peer.folders:
                self.say(folder if isinstance(folder, bytes) else f"* LIST {folder}")
        elif verb == "SELECT" or verb == "EXAMINE":
            self.say(f"* {len(self.peer.filed)} EXISTS")
        elif verb == "SEARCH":
            wanted = rest.rpartition(" ")[2].strip('"').encode()
            found = [n for n, message in enumerate(self.peer.filed, 1) if b"Message-ID: " + wanted in message]
            self.say(" ".join(["* SEARCH", *map(str, found)]))
        elif verb == "APPEND":
            self.peer.filed.append(data)
            self.peer.into.append(rest[len("APPEND ") : rest.index(" (")])
        return "OK done"


@contextmanager
def imap_peer(context: ssl.SSLContext) -> Iterator[ImapPeer]:
    """A server on a free port, with TLS from the first byte."""
    peer = ImapPeer()
    listener = socket.create_server((HOST, 0))
    peer.port = listener.getsockname()[1]
    open_now: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def talk(raw: socket.socket) -> None:
        with suppress(OSError), raw, context.wrap_socket(raw, server_side=True) as line:
            open_now.append(line)
            _Conversation(line, peer).serve()

    def accept() -> None:
        with suppress(OSError):
            while True:
                raw, _ = listener.accept()
                peer.connections += 1
                threads.append(threading.Thread(target=talk, args=(raw,), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield peer
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(10)
        for line in open_now:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(10)
