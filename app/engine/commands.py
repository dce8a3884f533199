"""What can be asked of the queue: one interface for the window, the command line and a second process.

Owns: `Submission` and the `Commands` protocol. `Engine` implements it in this process; `control.ControlClient`
implements it by asking the process that holds the queue. Every command returns after its effect is committed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.core.looked import Looked
from app.core.undo import UndoReport


@dataclass(frozen=True, slots=True)
class Submission:
    """One drop. `paths`: absolute files and folders, in the order they were dropped. `recipe`: JSON text (already
    checked). `out`: output root or None. `start`: False keeps the batch paused until `start_batch`. `options`:
    {"eml": DIR} for e-mail as files. `priority`: higher goes first. `not_before`, `not_after`: ms UTC between which its
    jobs may begin. `skip_processed`: leave out files that this recipe has worked off already and whose outputs are
    still there; None = in folders where it has. `root`, `versions`: the watched folder in which `paths` were found, and
    (size, mtime_ns) of each as it was found; only these versions become jobs."""

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
    root: str | None = None
    versions: tuple[tuple[int, int], ...] = ()


class Commands(Protocol):
    """Commands on the queue. Numbers returned count the jobs that really changed."""

    def submit(self, submission: Submission) -> int:
        """Add a batch and return its id once it is on disk (state `building`); its files are looked through after."""
        ...

    def start_batch(self, batch: int) -> None:
        """Let a paused batch go: "Run", or "Send" for e-mail."""
        ...

    def pause_batch(self, batch: int) -> None: ...

    def pause(self, now: bool = False) -> None:
        """Start nothing more in the whole queue (durable). What runs, finishes; with `now` it is given back at once,
        except messages that may have left."""
        ...

    def resume(self) -> None:
        """Lift `pause`, and the pauses of lanes, except where a server said how long to wait."""
        ...

    def resume_lane(self, lane: str) -> None:
        """Lift the pause of a lane; for a drive ("drive:" + path): look at it now."""
        ...

    def set_lane_limit(self, lane: str, limit: int | None) -> None:
        """At most `limit` jobs of the lane at once (durable, at once); None = as many as it can."""
        ...

    def set_priority(self, batch: int, priority: int) -> None:
        """Batches of a higher priority go first: 1 high, 0 normal, -1 low."""
        ...

    def move(self, jobs: Sequence[int], top: bool) -> int:
        """Put open jobs before (or behind) all others of their batch."""
        ...

    def pause_at(self, batch: int, job: int | None) -> bool:
        """Pause `batch` when everything before `job` has begun ("pause here"); None takes the mark away. False when it
        is not an open job of the batch."""
        ...

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

    def look(self, jobs: Sequence[int]) -> Looked:
        """Ask the other side about unconfirmed jobs (in the account's folder of sent messages): those that it has are
        done, the others stay as they are."""
        ...

    def undo(self, batch: int, look_only: bool = False) -> UndoReport:
        """Put originals back that the batch replaced, remove what it wrote and nobody changed since; or only say what
        that would do. Raises StoreError NO_BATCH, UNDO_BUSY or UNDO_MAIL."""
        ...

    def dismiss(self, batch: int) -> None:
        """Take a finished batch off the rail; its jobs stay in the queue file until they are pruned."""
        ...

    def watch_add(
        self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None = None, mode: str = "native"
    ) -> int:
        """Watch `folder` (absolute): files that come into it become batches of `recipe`, each version once. Its number.
        `mode`: "native" (the system reports changes) or "polled" (network drives). E-mail stops at the check.

        Raises StoreError WATCH_REFUSED when it could not end: outputs would come in again."""
        ...

    def watch_remove(self, watch: int) -> bool:
        """Watch a folder no longer. False when there is no such watch; so for `watch_enable`."""
        ...

    def watch_enable(self, watch: int, enabled: bool) -> bool: ...
