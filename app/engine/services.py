"""What the engine needs of the rest of the program, handed in: it imports neither settings nor secrets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from app.core.retention import Retention
from app.core.tuning import Tuning


def _nothing(_name: str) -> None:
    return None


def _nobody() -> Iterable[str]:
    return ()


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Services:
    """`account(name)`: the mail account or None; `secret(name)`: its password or None; `account_names()`; `key(name)`:
    the secret key that a recipe names, or None where this computer cannot keep one;
    `suppressed()`: addresses that must not get mail. Called on engine threads. `retention`: how long what is over is
    remembered. `tuning`: memory and tries to begin with (the number of workers is named when the queue is opened).
    `scratch`: a folder for temporary files, None = the system's. `clean(text)`: `text` without secrets: what an
    exception says of a conversation with a server is written into the queue."""

    account: Callable[[str], Any | None] = _nothing
    secret: Callable[[str], str | None] = _nothing
    key: Callable[[str], str | None] = _nothing
    account_names: Callable[[], Iterable[str]] = _nobody
    suppressed: Callable[[], Iterable[str]] = _nobody
    retention: Retention = field(default_factory=Retention)
    tuning: Tuning = field(default_factory=Tuning)
    scratch: str | None = None
    clean: Callable[[str], str] = _as_it_is

    def of_lanes(self) -> dict[str, Any]:
        """What the session of a lane gets: see `JobKind.open_lane`."""
        return {"account": self.account, "secret": self.secret, "scratch": self.scratch}
