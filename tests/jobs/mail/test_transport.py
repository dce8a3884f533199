"""Bytes over the line: what the peer takes is what was given, however it begins, ends or is cut."""

import asyncio
import socket

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.jobs.mail.offers import Envelope
from app.jobs.mail.transport import CHUNK, Link
from app.jobs.mail.wire import stuff
from tests.jobs.mail.lane import account_at
from tests.smtp_peers import polite_peer

pieces = st.sampled_from([b".", b"..", b"\r\n", b"\r\n.\r\n", b"a", b" ", b"x" * 100, b"\r\n..\r\n"])
bodies = st.lists(pieces, max_size=30).map(
    lambda parts: b"Message-ID: <x@example.org>\r\n\r\n" + b"".join(parts) + b"\r\n"
)


def test_what_arrives_is_what_was_given() -> None:
    with polite_peer() as peer, asyncio.Runner() as runner:

        async def deliver(link: Link, data: bytes) -> None:
            assert await link.begin(Envelope("a@example.org", ["b@example.org"], len(data))) == []
            await link.body([data])
            assert (await link.finish()).code == 250

        link = runner.run(Link.open(account_at(peer.port), None))

        @settings(max_examples=150)
        @given(bodies)
        @example(b"\r\n")
        @example(b".\r\n")
        @example(b"." * 2 + b"\r\n.\r\n")
        @example((b"x" * 76 + b"\r\n") * 3000)
        @example(b"x" * 998 + b"\r\n" + b".\r\n" * (CHUNK // 3))
        def arrives(data: bytes) -> None:
            runner.run(deliver(link, data))
            assert peer.taken[-1].data == data

        arrives()
        runner.run(link.quit())


def test_small_writes_do_not_wait_for_an_acknowledgement() -> None:
    async def option(port: int) -> int:
        link = await Link.open(account_at(port), None)
        raw = link._writer.get_extra_info("socket")
        value = raw.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        await link.quit()
        return int(value)

    with polite_peer() as peer:
        assert asyncio.run(option(peer.port)) != 0


@given(st.binary(max_size=200).map(lambda data: data.replace(b"\r", b"").replace(b"\n", b"\r\n") + b"\r\n"))
def test_no_stuffed_line_is_a_lone_dot(data: bytes) -> None:
    stuffed = stuff(data)
    assert b"\r\n.\r\n" not in b"\r\n" + stuffed
    lines = [line.removeprefix(b".") if line.startswith(b".") else line for line in stuffed.split(b"\r\n")]
    assert b"\r\n".join(lines) == data
