"""What can be asked of the queue: one interface for the window, the command line and a second process.

Owns: `Submission` and the `Commands` protocol. `Engine` implements it in this process; `control.ControlClient`
implements it by asking the process that holds the queue. Every command returns after its effect is committed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Submission:
    """One drop. `paths`: absolute files and folders, in the order they were dropped. `recipe`: JSON text (already
    checked). `out`: output root or None. `start`: False keeps the batch paused until `start_batch`. `options`:
    {"eml": DIR} for e-mail as files. `priority`: higher goes first. `not_before`, `not_after`: ms UTC between which its
    jobs may begin. `skip_processed`: leave out files that this recipe has worked off already and whose outputs are
    still there; None = in folders where it has."""

    kind: str
    recipe: str
    recipe_name: str
    paths: tuple[str, ...]
    title: str
    out: str | None = None
    start: bool = True
    options: Mapping[str, Any] = field(default_factory=dict)
    priority: int = 0
    not_before: int | None = None
    not_after: int | None = None
    skip_processed: bool | None = False


class Commands(Protocol):
    """Commands on the queue. Numbers returned count the jobs that really changed."""

    def submit(self, submission: Submission) -> int:
        """Add a batch and return its id once it is on disk (state `building`); its files are looked through after."""
        ...

    def start_batch(self, batch: int) -> None:
        """Let a paused batch go: "Run", or "Send" for e-mail."""
        ...

    def pause_batch(self, batch: int) -> None: ...

    def pause(self) -> None:
        """Start nothing more in the whole queue (durable). What runs, finishes."""
        ...

    def resume(self) -> None:
        """Lift `pause`, and the pauses of lanes, except where a server said how long to wait."""
        ...

    def resume_lane(self, lane: str) -> None: ...

    def hold(self, jobs: Sequence[int] = (), batch: int | None = None) -> int: ...

    def release(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        """Held jobs (blocked e-mail rows included) back to the line. Given a batch, blocked rows stay blocked."""
        ...

    def cancel(self, jobs: Sequence[int] = (), batch: int | None = None) -> int: ...

    def retry(self, jobs: Sequence[int] = (), batch: int | None = None, code: str | None = None) -> int:
        """Failed jobs back to the queue: the named ones, or all (of a batch, of a code). Unconfirmed ones never."""
        ...

    def confirm(self, jobs: Sequence[int], sent: bool) -> int:
        """Settle unconfirmed e-mails: it arrived (`done`), or send it again with the same Message-ID."""
        ...

    def dismiss(self, batch: int) -> None:
        """Take a finished batch off the rail; its jobs stay in the queue file until they are pruned."""
        ...
