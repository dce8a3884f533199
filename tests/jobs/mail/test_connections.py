"""Which connection a message gets: a fresh one when the old has been idle or alive for too long."""

import asyncio
from pathlib import Path

import pytest

from app.jobs.mail.connections import MAX_AGE, MAX_IDLE
from app.jobs.mail.session import MailSession
from tests.jobs.mail.lane import PATIENT, account_at, lanes
from tests.smtp_peers import polite_peer


@pytest.mark.parametrize(
    ("pauses", "connections"),
    [
        ([0.0, 0.0], 1),
        ([MAX_IDLE - 1, MAX_IDLE - 1], 1),
        ([MAX_IDLE + 1, 0.0], 2),
        ([MAX_IDLE - 1] * int(MAX_AGE // (MAX_IDLE - 1) + 1), 2),
    ],
)
def test_a_connection_is_not_kept_for_too_long(tmp_path: Path, pauses: list[float], connections: int) -> None:
    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(len(pauses) + 1)))
    now = [1000.0]

    async def go(port: int) -> None:
        account = account_at(port)
        services = {"account": lambda name: account, "secret": lambda name: None}
        session = MailSession("work", services, PATIENT, clock=lambda: now[0])
        for context, pause in zip(contexts, [*pauses, 0.0], strict=True):
            await session.run(context)
            now[0] += pause
        await session.close()

    with polite_peer() as peer:
        asyncio.run(go(peer.port))
    assert len(peer.taken) == len(contexts)
    assert peer.ledger.connections == connections
