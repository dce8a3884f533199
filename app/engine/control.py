"""How a second process asks the one that holds the queue: JSON over a local socket (a named pipe on Windows).

Owns: the protocol, the server thread, the client. Only a process of the same user can read the key in `control.json`.
Nothing is unpickled: messages are JSON text in `send_bytes`.
"""

import contextlib
import json
import logging
import os
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any

from app.core.undo import UndoReport
from app.engine.commands import Submission
from app.engine.engine import Engine
from app.jobs.recipe import RecipeError
from app.store.errors import StoreError

log = logging.getLogger(__name__)

PROTOCOL = 1
CONTROL_FILE = "control.json"
ANSWER_SECONDS = 5.0  # a holder that was stopped (Ctrl-Z) says nothing


class ControlServer:
    """Answers commands of other processes for an engine."""

    def __init__(self, engine: Engine) -> None:
        key = secrets.token_bytes(32)
        self._engine = engine
        self._key = key
        self._listener = Listener()  # callers are tested in their own threads: one that hangs must not hold the others
        self._file = engine.data_dir / CONTROL_FILE
        self._stopping = False
        _write_private(self._file, {"protocol": PROTOCOL, "address": self._listener.address, "key": key.hex()})
        self._thread = threading.Thread(target=self._accept, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._stopping = True
        with contextlib.suppress(FileNotFoundError):
            self._file.unlink()
        with contextlib.suppress(OSError):
            Client(self._listener.address).close()  # closing alone would not wake the thread
        self._thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self._stopping:
            try:
                connection = self._listener.accept()
            except OSError as error:
                if not self._stopping:
                    log.info("a caller was lost: %s", error)
                continue
            threading.Thread(target=self._serve, args=(connection,), name="control-call", daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        with connection:
            try:
                deliver_challenge(connection, self._key)
                answer_challenge(connection, self._key)
            except (OSError, EOFError, AuthenticationError) as error:
                if not self._stopping:
                    log.info("a caller was turned away: %s", error)
                return
            while not self._stopping:
                try:
                    request = json.loads(connection.recv_bytes())
                    connection.send_bytes(json.dumps(self._answer(request)).encode())
                except (EOFError, OSError):
                    return

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            if request.get("protocol") != PROTOCOL:
                raise StoreError(
                    "QUEUE_BUSY", "The Dropmill that holds the queue is of another version. Close it first."
                )
            function = _COMMANDS[request["do"]]
            return {"value": function(self._engine, request["args"])}
        except StoreError as error:
            return {"code": error.code, "failed": error.message}
        except RecipeError as error:
            return {"code": "RECIPE", "failed": "; ".join(error.problems)}
        except Exception as error:
            log.exception("command %s failed", request.get("do"))
            return {"code": "INTERNAL", "failed": f"{type(error).__name__}: {error}"}


def _submit(engine: Engine, args: dict[str, Any]) -> int:
    return engine.submit(Submission(**{**args, "paths": tuple(args["paths"])}))


_FORWARDED = (
    "start_batch",
    "pause_batch",
    "pause",
    "resume",
    "resume_lane",
    "set_lane_limit",
    "set_priority",
    "move",
    "pause_at",
    "hold",
    "release",
    "cancel",
    "retry",
    "confirm",
    "dismiss",
    "settled",
    "open",
    "watch_add",
    "watch_remove",
    "watch_enable",
)


def _forward(name: str) -> Callable[[Engine, dict[str, Any]], Any]:
    return lambda engine, args: getattr(engine, name)(**args)


_COMMANDS: dict[str, Callable[[Engine, dict[str, Any]], Any]] = {
    "submit": _submit,
    "undo": lambda engine, args: asdict(engine.undo(**args)),
    **{name: _forward(name) for name in _FORWARDED},
}


class ControlClient:
    """`Commands` by asking the process that holds the queue. One thread at a time."""

    def __init__(self, data_dir: Path) -> None:
        """Connect. Raises OSError (nobody answers) or ValueError (the file is not ours)."""
        self.data_dir = data_dir
        known = json.loads((data_dir / CONTROL_FILE).read_text(encoding="utf-8"))
        self._connection = Client(known["address"])
        key = bytes.fromhex(known["key"])
        try:
            if not self._connection.poll(ANSWER_SECONDS):
                raise OSError("the holder of the queue is silent")
            answer_challenge(self._connection, key)
            deliver_challenge(self._connection, key)
        except (EOFError, AuthenticationError) as error:
            self._connection.close()
            raise OSError("the holder of the queue does not answer") from error
        except OSError:
            self._connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def _ask(self, do: str, **args: Any) -> Any:
        request = json.dumps({"protocol": PROTOCOL, "do": do, "args": args}).encode()
        try:
            self._connection.send_bytes(request)
            answer = json.loads(self._connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise StoreError("QUEUE_BUSY", "The Dropmill that held the queue has ended. Try again.") from error
        if "failed" in answer:
            raise StoreError(answer["code"], answer["failed"])
        return answer["value"]

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

    def undo(self, batch: int, look_only: bool = False) -> UndoReport:
        answer = self._ask("undo", batch=batch, look_only=look_only)
        return UndoReport(**{**answer, "left": tuple((path, why) for path, why in answer["left"])})

    def dismiss(self, batch: int) -> None:
        self._ask("dismiss", batch=batch)

    def watch_add(
        self, folder: str, kind: str, recipe: str, recipe_name: str, out: str | None = None, mode: str = "native"
    ) -> int:
        return int(
            self._ask(
                "watch_add", folder=folder, kind=kind, recipe=recipe, recipe_name=recipe_name, out=out, mode=mode
            )
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


def _write_private(path: Path, value: dict[str, Any]) -> None:
    """Write JSON that only this user can read."""
    temporary = path.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(value, file)
    os.replace(temporary, path)
