"""The demonstration's mail server: on this machine only, it keeps what it gets as files and misbehaves on purpose.

Owns: a real SMTP conversation (aiosmtpd) in its own thread. Must not know: Dropmill. By the recipient's local part:
`refused` is turned away for good, `later` is put off once, `dropped` loses the connection after the message was taken.
"""

import asyncio
import logging
import threading
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
STOP_S = 5.0


class DemoPeer:
    """Use as a context manager; `port` is where it listens."""

    def __init__(self, mailbox: Path) -> None:
        self.mailbox = mailbox
        self.port = 0
        self.taken: list[str] = []  # recipients of messages that were accepted, in order
        self._put_off: set[str] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="demo-mail-peer", daemon=True)
        self._failure: Exception | None = None

    def __enter__(self) -> "DemoPeer":
        self.mailbox.mkdir(parents=True, exist_ok=True)
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        return self

    def __exit__(self, *_exc: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STOP_S)

    def _serve(self) -> None:
        from aiosmtpd.smtp import SMTP

        logging.getLogger("mail.log").setLevel(logging.WARNING)  # its side of the conversation is not our log's matter
        asyncio.set_event_loop(self._loop)
        try:
            server = self._loop.run_until_complete(
                self._loop.create_server(lambda: SMTP(self, hostname="demo.localhost", loop=self._loop), HOST, 0)
            )
        except OSError as error:
            self._failure = error
            self._ready.set()
            return
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        try:
            self._loop.run_forever()
        finally:
            server.close()
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """The answer to RCPT TO."""
        who = address.partition("@")[0].casefold()
        if who == "refused":
            return "550 5.1.1 There is no such person here"
        if who == "later" and who not in self._put_off:
            self._put_off.add(who)
            return "451 4.7.1 Greylisted, try again in a moment"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """The answer to the final dot."""
        address = envelope.rcpt_tos[0]
        self.taken.append(address)
        name = "".join(c if c.isalnum() or c in "@.-_" else "_" for c in address)
        (self.mailbox / f"{len(self.taken):03} {name}.eml").write_bytes(envelope.content)
        if address.partition("@")[0].casefold() == "dropped":
            server.transport.abort()  # taken, and the sender never learns it
        return "250 2.0.0 Taken"
