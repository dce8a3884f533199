"""The mail server of the benchmarks, a process of its own: takes everything and keeps nothing.

`python -m tests.bench.mail_peers CHAIN` listens plain, with TLS (certificate and key in the file CHAIN), and plain
40 ms of round trip away; says the three ports as JSON and serves until its input ends. VRFY says how many came.
Owns: these servers. Must not know the program.
"""

import asyncio
import contextlib
import json
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
ONE_WAY = 0.020  # seconds
END = b"\r\n.\r\n"
HELLO = b"250-bench.example.org\r\n250-PIPELINING\r\n250 SIZE 100000000\r\n"
ANSWERS = {b"EHLO": HELLO, b"DATA": b"354 Go on\r\n", b"QUIT": b"221 Bye\r\n"}

taken = 0


class Sink(asyncio.Protocol):
    """One connection."""

    transport: asyncio.Transport

    def __init__(self) -> None:
        self._lines = b""
        self._body = False
        self._tail = b""  # of the body: its end may come in two parts

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(b"220 bench.example.org\r\n")

    def data_received(self, data: bytes) -> None:
        while data:
            data = self._in_body(data) if self._body else self._in_commands(data)

    def _in_body(self, data: bytes) -> bytes:
        global taken
        joined = self._tail + data
        at = joined.find(END)
        if at < 0:
            self._tail = joined[-len(END) + 1 :]
            return b""
        taken += 1
        self._body, self._tail = False, b""
        self.transport.write(b"250 2.0.0 Taken\r\n")
        return joined[at + len(END) :]

    def _in_commands(self, data: bytes) -> bytes:
        self._lines += data
        while b"\r\n" in self._lines:
            line, _, self._lines = self._lines.partition(b"\r\n")
            verb = line[:4].upper()
            answer = b"252 %d\r\n" % taken if verb == b"VRFY" else ANSWERS.get(verb, b"250 OK\r\n")
            self.transport.write(answer)
            if verb == b"QUIT":
                self.transport.close()
            if verb == b"DATA":
                rest, self._lines = self._lines, b""
                self._body, self._tail = True, b"\r\n"
                return rest
        return b""


async def _forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """What is read is written 20 ms later, in order."""
    loop = asyncio.get_running_loop()
    while data := await reader.read(262_144):
        loop.call_later(ONE_WAY, writer.write, data)
    loop.call_later(ONE_WAY, writer.close)


def _far(port: int):  # type: ignore[no-untyped-def]
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        onward, back = await asyncio.open_connection(HOST, port)
        with contextlib.suppress(ConnectionError):
            await asyncio.gather(_forward(reader, back), _forward(onward, writer))

    return serve


async def _main(chain: str) -> None:
    loop = asyncio.get_running_loop()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    plain = await loop.create_server(Sink, HOST, 0)
    tls = await loop.create_server(Sink, HOST, 0, ssl=context)
    port = plain.sockets[0].getsockname()[1]
    far = await asyncio.start_server(_far(port), HOST, 0)
    ports = [port, tls.sockets[0].getsockname()[1], far.sockets[0].getsockname()[1]]
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


@dataclass(frozen=True)
class Peers:
    """Ports of the running servers."""

    plain: int
    tls: int
    far: int


@contextlib.contextmanager
def serving(chain: Path) -> Iterator[Peers]:
    """The servers in a process of their own."""
    command = [sys.executable, "-m", "tests.bench.mail_peers", str(chain)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield Peers(*json.loads(process.stdout.readline()))
        process.kill()


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
