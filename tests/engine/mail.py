"""E-mail through a real engine: lists, recipes and accounts that tests may change while the engine runs."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.model import Job, Lane
from app.core.states import JobState
from app.engine.engine import Engine
from app.engine.services import Services
from app.jobs.mail.account import Account
from app.store.reader import JobView, Reader
from tests.engine.conftest import submission
from tests.jobs.mail.lane import account_at
from tests.waiting import until


@dataclass
class Accounts:
    """Accounts and passwords by name, read anew by the engine whenever it needs one."""

    accounts: dict[str, Account] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    def put(self, port: int, name: str = "work", **settings: Any) -> None:
        self.accounts[name] = account_at(port, name=name, **settings)

    @property
    def services(self) -> Services:
        return Services(self.accounts.get, self.secrets.get, lambda: list(self.accounts))


@dataclass
class Mail:
    """Lists of one test in a folder of its own."""

    folder: Path
    lists: int = 0

    def send(self, engine: Engine, *people: str, account: str = "work", attach: int = 0, **send: Any) -> int:
        """Submit a message to each of `people` (local parts), with a file of `attach` bytes; the batch."""
        self.lists += 1
        path = self.folder / f"list{self.lists}.csv"
        path.write_text("email\n" + "".join(f"{who}@example.org\n" for who in people))
        message: dict[str, Any] = {"to": "{{ email }}", "subject": "Hello", "text": "A"}
        if attach:
            (self.folder / "attached.bin").write_bytes(bytes(attach))
            message["attachments"] = ["attached.bin"]
        recipe = {"dropmill": 1, "kind": "mail", "account": account, "message": message, "send": send}
        return engine.submit(submission([str(path)], kind="mail", recipe=json.dumps(recipe)))


def rows(engine: Engine, batch: int | None = None) -> dict[str, Job]:
    """Jobs by the local part of their recipient."""
    with Reader(engine.path) as reader:
        jobs = list(reader.iter_jobs(JobView(batch=batch)))
    return {job.extra["mail"]["to"].partition("@")[0]: job for job in jobs if "mail" in job.extra}


def state_of(engine: Engine, who: str) -> JobState | None:
    job = rows(engine).get(who)
    return job.state if job else None


def lane_of(engine: Engine, name: str = "mail:work") -> Lane | None:
    with Reader(engine.path) as reader:
        return next((lane for lane in reader.lanes() if lane.name == name), None)


def paused(engine: Engine, name: str = "mail:work") -> Callable[[], bool]:
    """Whether the lane is paused and nothing runs any more."""

    def look() -> bool:
        lane = lane_of(engine, name)
        running = [j for j in rows(engine).values() if j.state is JobState.RUNNING and j.lane == name]
        return bool(lane and lane.paused and not running)

    return look


def wait_for(engine: Engine, who: str, state: JobState) -> Job:
    until(lambda: state_of(engine, who) is state)
    return rows(engine)[who]
