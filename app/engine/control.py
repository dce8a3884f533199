"""How a second process asks the one that holds the queue: JSON over a local socket (a named pipe on Windows).

Owns: the protocol, its files, the client; `control_server.py` is the other end. Only a process of the same user reaches
the socket, which lies in a folder of that user alone, and can read the key in `control.json`. Nothing is unpickled:
messages are JSON text in `send_bytes`. Must not import the engine: a start that only hands over its files is done in a
moment.
"""

import contextlib
import json
import os
import socket
import struct
import sys
from collections.abc import Sequence
from dataclasses import asdict
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any

from app.core.looked import Looked
from app.core.undo import UndoReport
from app.engine.commands import Submission
from app.store.errors import StoreError

PROTOCOL = 1
CONTROL_FILE = "control.json"
ANSWER_SECONDS = 4.0  # a holder that was stopped (Ctrl-Z) says nothing; a busy one shakes hands within this
LARGEST = 64 * 1024 * 1024  # bytes of a message: a drop of half a million paths

# What a handshake raises when the other side is not ours; AssertionError is Python 3.11's.
STRANGER = (EOFError, AuthenticationError, AssertionError)


def other_version(theirs: object) -> StoreError:
    """For a holder or a caller that speaks the protocol `theirs`."""
    return StoreError(
        "QUEUE_BUSY",
        f"Another version of Dropmill holds the queue (it speaks protocol {theirs}, this one {PROTOCOL}). "
        "Close the one that is running, then start again.",
    )


def set_limits(connection: Connection, receive: float | None, send: float | None) -> None:
    """How many seconds a read or a write may go without any progress before it raises BlockingIOError; None = for ever.
    Only sockets know such limits: a pipe of Windows is asked with `poll` first."""
    system: str = sys.platform  # as text, so that the checker looks at both branches
    if system == "win32":
        return
    with socket.socket(fileno=os.dup(connection.fileno())) as handle:
        _set_limits(handle, receive, send)


def _set_limits(handle: socket.socket, receive: float | None, send: float | None) -> None:
    for option, seconds in ((socket.SO_RCVTIMEO, receive), (socket.SO_SNDTIMEO, send)):
        whole, part = divmod(seconds or 0.0, 1.0)
        handle.setsockopt(socket.SOL_SOCKET, option, struct.pack("@ll", int(whole), int(part * 1e6)))


def hand_over(data_dir: Path, paths: Sequence[str]) -> bool:
    """Give `paths` to the program that holds the queue of `data_dir`. False: nobody answers there. Raises StoreError:
    it hangs, or is of another version."""
    try:
        client = ControlClient(data_dir)
    except (OSError, ValueError, KeyError):
        return False
    with contextlib.closing(client):
        client.open(paths)
    return True


class ControlClient:
    """`Commands` by asking the process that holds the queue. One thread at a time."""

    def __init__(self, data_dir: Path) -> None:
        """Connect. Raises OSError (nobody answers), ValueError and KeyError (the file is not ours), StoreError (the
        holder hangs, or is of another version)."""
        self.data_dir = data_dir
        known = json.loads((data_dir / CONTROL_FILE).read_text(encoding="utf-8"))
        if known["protocol"] != PROTOCOL:
            raise other_version(known["protocol"])
        self._holder = known.get("pid")
        try:
            self._connection = _shaken(known["address"], bytes.fromhex(known["key"]))
        except BlockingIOError as error:
            raise self._hangs() from error

    def close(self) -> None:
        self._connection.close()

    def _hangs(self) -> StoreError:
        who = f"Dropmill (process {self._holder})" if self._holder else "Another Dropmill"
        return StoreError("QUEUE_BUSY", f"{who} holds the queue and does not answer. Close it first.")

    def _ask(self, do: str, **args: Any) -> Any:
        request = json.dumps({"protocol": PROTOCOL, "do": do, "args": args}).encode()
        if len(request) > LARGEST:
            raise StoreError("QUEUE_BUSY", "These are too many files for one hand-over. Give their folder instead.")
        try:
            self._connection.send_bytes(request)
            while not self._connection.poll(ANSWER_SECONDS):
                self._look()
            answer = json.loads(self._connection.recv_bytes())
        except BlockingIOError as error:
            raise self._hangs() from error
        except (EOFError, OSError) as error:
            raise StoreError("QUEUE_BUSY", "The Dropmill that held the queue has ended. Try again.") from error
        if "failed" in answer:
            raise StoreError(answer["code"], answer["failed"])
        return answer["value"]

    def _look(self) -> None:
        """A command may take long (the drive is full), a handshake may not: raises StoreError when the holder hangs."""
        with contextlib.suppress(OSError, ValueError, KeyError):  # it ended: our own connection is going to say so
            ControlClient(self.data_dir).close()

    def submit(self, submission: Submission) -> int:
        return int(self._ask("submit", **asdict(submission)))

    def start_batch(self, batch: int) -> None:
        self._ask("start_batch", batch=batch)

    def pause_batch(self, batch: int) -> None:
        self._ask("pause_batch", batch=batch)

    def pause(self, now: bool = False) -> None:
        self._ask("pause", now=now)

    def resume(self) -> None:
        self._ask("resume")

    def resume_lane(self, lane: str) -> None:
        self._ask("resume_lane", lane=lane)

    def set_lane_limit(self, lane: str, limit: int | None) -> None:
        self._ask("set_lane_limit", lane=lane, limit=limit)

    def set_priority(self, batch: int, priority: int) -> None:
        self._ask("set_priority", batch=batch, priority=priority)

    def move(self, jobs: Sequence[int], top: bool) -> int:
        return int(self._ask("move", jobs=list(jobs), top=top))

    def pause_at(self, batch: int, job: int | None) -> bool:
        return bool(self._ask("pause_at", batch=batch, job=job))

    def hold(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return int(self._ask("hold", jobs=list(jobs), batch=batch))

    def release(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return int(self._ask("release", jobs=list(jobs), batch=batch))

    def cancel(self, jobs: Sequence[int] = (), batch: int | None = None) -> int:
        return int(self._ask("cancel", jobs=list(jobs), batch=batch))

    def retry(self, jobs: Sequence[int] = (), batch: int | None = None, code: str | None = None) -> int:
        return int(self._ask("retry", jobs=list(jobs), batch=batch, code=code))

    def confirm(self, jobs: Sequence[int], sent: bool) -> int:
        return int(self._ask("confirm", jobs=list(jobs), sent=sent))

    def look(self, jobs: Sequence[int]) -> Looked:
        answer = self._ask("look", jobs=list(jobs))
        untold = tuple((job, why) for job, why in answer["untold"])
        return Looked(tuple(answer["found"]), tuple(answer["missing"]), untold)

    def undo(self, batch: int, look_only: bool = False) -> UndoReport:
        answer = self._ask("undo", batch=batch, look_only=look_only)
        return UndoReport(**{**answer, "left": tuple((path, why) for path, why in answer["left"])})

    def dismiss(self, batch: int) -> None:
        self._ask("dismiss", batch=batch)

    def watch_add(
        self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None = None, mode: str = "native"
    ) -> int:
        return int(
            self._ask("watch_add", folder=folder, kind=kind, recipe=recipe, recipe_name=recipe_name, out=out, mode=mode)
        )

    def watch_remove(self, watch: int) -> bool:
        return bool(self._ask("watch_remove", watch=watch))

    def watch_enable(self, watch: int, enabled: bool) -> bool:
        return bool(self._ask("watch_enable", watch=watch, enabled=enabled))

    def settled(self, batch: int | None, horizon: float) -> bool:
        """See `Engine.settled`."""
        return bool(self._ask("settled", batch=batch, horizon=horizon))

    def open(self, paths: Sequence[str]) -> None:
        """Hand `paths` to the window that holds the queue."""
        self._ask("open", paths=list(paths))


def _shaken(address: str, key: bytes) -> Connection:
    """A connection to `address` on which both sides have proved that they know `key`. Raises OSError, and of its kinds
    BlockingIOError when the other side takes the call and says nothing."""
    connection = dial(address)
    try:
        set_limits(connection, ANSWER_SECONDS, ANSWER_SECONDS)
        if not connection.poll(ANSWER_SECONDS):
            raise BlockingIOError("the holder of the queue is silent")
        answer_challenge(connection, key)
        deliver_challenge(connection, key)
        set_limits(connection, None, ANSWER_SECONDS)
    except STRANGER as error:
        connection.close()
        raise OSError("the holder of the queue is not ours") from error
    except OSError:
        connection.close()
        raise
    return connection


def dial(address: str) -> Connection:
    """Call `address`. Raises OSError; BlockingIOError when the call is not taken in time."""
    system: str = sys.platform
    if system == "win32":
        return Client(address)
    with socket.socket(socket.AF_UNIX) as handle:
        _set_limits(handle, None, ANSWER_SECONDS)  # a stopped process takes a few calls, then the next one waits
        handle.connect(address)
        return Connection(handle.detach())


def write_private(path: Path, value: dict[str, Any]) -> None:
    """Write JSON that only this user can read. Raises OSError."""
    temporary = path.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(value, file)
    os.replace(temporary, path)
