"""A lane around the mail session for tests: plans real lists, sends to real peers, remembers every arming."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.engine.held_plans import HeldPlans
from app.jobs.base import JobError, LostClaim, PlannedJob, PlannedOutput, PlanRequest, Result, Source
from app.jobs.journal import Note
from app.jobs.mail import MailKind
from app.jobs.mail.account import Account
from app.jobs.mail.recipe import MailRecipe
from app.jobs.mail.session import MailSession
from app.jobs.mail.transport import Deadlines
from app.jobs.registry import parse_recipe
from tests.jobs.context import source_of
from tests.smtp_peers import HOST

FROM = "Shop <shop@example.org>"
PATIENT = Deadlines(connect=20, banner=20, command=20, block=20, dot=20, goodbye=20)
HASTY = Deadlines(connect=20, banner=0.6, command=0.6, block=20, dot=0.6, goodbye=0.3)  # for peers that say nothing


@dataclass
class Lane:
    """See `app.jobs.base.LaneContext`. `events`: "armed", "disarmed" in order."""

    payload: dict[str, Any]
    recipe: Any
    source: Source
    outputs: Mapping[str, PlannedOutput] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    job: int = 1
    attempt: int = 1
    title: str = ""
    lost_claim: bool = False
    gate: asyncio.Event | None = None  # arming waits for it
    reached: asyncio.Event | None = None  # set when arming begins
    events: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)

    async def arm(self, key: str, remote_id: str) -> None:
        if self.reached is not None:
            self.reached.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.lost_claim:
            raise LostClaim
        self.keys.append((key, remote_id))
        self.events.append("armed")

    def intend(self, path: str, note: Note) -> None:
        if self.lost_claim:
            raise LostClaim
        self.notes[path] = note

    def disarm(self) -> None:
        self.events.append("disarmed")

    def progress(self, done: float, total: float, phase: str = "") -> None: ...

    def warn(self, code: str, text: str) -> None:
        self.warnings.append((code, text))


def recipe(message: dict[str, Any] | None = None, **keys: Any) -> MailRecipe:
    """A mail recipe from JSON, as people write it."""
    import json

    parts = {"to": "{{ email }}", "subject": "Hello {{ name }}", "text": "Dear {{ name }},\nbye."} | (message or {})
    text = json.dumps({"dropmill": 1, "kind": "mail", "account": "work", "message": parts} | keys)
    parsed = parse_recipe(text)
    assert isinstance(parsed, MailRecipe)
    return parsed


def request(**context: Any) -> PlanRequest:
    """What the engine hands to a plan."""
    options = context.pop("options", {})
    base = {"batch_token": "tok3n", "accounts": {"work": {"from": FROM}}, "now": 1_800_000_000}
    return PlanRequest(options=options, context=base | context)


def plan(path: Path, wanted: MailRecipe, asked: PlanRequest | None = None) -> list[PlannedJob]:
    """The jobs of the list at `path`."""
    with HeldPlans() as held:
        held.add(list(MailKind().plan([source_of(path)], wanted, asked or request())))
        return [job for chunk in held.chunks(500) for job in chunk]


def list_of(folder: Path, *addresses: str) -> Path:
    """A list with a name and an address a row."""
    path = folder / "people.csv"
    path.write_text("name,email\n" + "".join(f"Person {n},{a}\n" for n, a in enumerate(addresses, 1)), encoding="utf-8")
    return path


def lanes(folder: Path, *addresses: str, message: dict[str, Any] | None = None, **keys: Any) -> list[Lane]:
    """A lane context for a message to each address."""
    wanted = recipe(message, **keys)
    jobs = plan(list_of(folder, *addresses), wanted)
    assert [job.state for job in jobs] == ["ready"] * len(addresses), [job.failure for job in jobs]
    return [Lane(dict(job.payload or {}), wanted, job.source) for job in jobs]


def account_at(port: int, **settings: Any) -> Account:
    """An account on this machine."""
    base = {"name": "work", "host": HOST, "port": port, "security": "none", "from_addr": FROM}
    return Account.make(**(base | settings))


def session_of(account: Account | None, secret: str | None = None, deadlines: Deadlines = PATIENT) -> MailSession:
    """A session as the engine opens it."""
    services = {"account": lambda name: account, "secret": lambda name: secret}
    return MailSession("work", services, deadlines)


def send(
    account: Account, *contexts: Lane, secret: str | None = None, deadlines: Deadlines = PATIENT
) -> list[Result | JobError]:
    """Send the messages one after the other over one session; the outcome of each."""

    async def go() -> list[Result | JobError]:
        session = session_of(account, secret, deadlines)
        outcomes: list[Result | JobError] = []
        for context in contexts:
            try:
                outcomes.append(await session.run(context))
            except JobError as error:
                outcomes.append(error)
        await session.close()
        return outcomes

    return asyncio.run(go())


def codes(outcomes: list[Result | JobError]) -> list[str]:
    """ "sent", or the failure's code, of each."""
    return [outcome.failure.code if isinstance(outcome, JobError) else "sent" for outcome in outcomes]
