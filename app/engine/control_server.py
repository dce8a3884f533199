"""The end of the control socket at the process that holds the queue: answers the commands of other processes.

Owns: the socket and its folder, the threads, turning requests into calls of the engine. Must not know: who calls. No
caller harms the engine: each has a thread of its own and a place among few, proves itself within seconds, and sends
messages of bounded size; what it says is looked at before it is believed.
"""

import contextlib
import json
import logging
import os
import secrets
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict
from multiprocessing.connection import Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any

from app.engine.commands import Submission
from app.engine.control import (
    ANSWER_SECONDS,
    CONTROL_FILE,
    LARGEST,
    PROTOCOL,
    STRANGER,
    dial,
    set_limits,
    write_private,
)
from app.engine.engine import Engine
from app.jobs.recipe import RecipeError
from app.store.errors import StoreError

log = logging.getLogger(__name__)

FOLDER = "control"  # of the data folder, for this user alone
SOCKET = "socket"
TEMPORARY = "dropmill-"  # begins the name of the folder that is used where the data folder's path is too long
LONGEST_PATH = 100  # bytes: the address of a socket holds 104 on macOS, 108 on Linux
WAITING_CALLERS = 64  # not yet taken
MOST_CALLERS = 64  # at once: people start a handful of commands
SLOW_SECONDS = 30.0  # a caller that does not read its answer
PAUSE_SECONDS = 0.1  # after a call that could not be taken (no descriptor is left, say)


class ControlServer:
    """Answers commands of other processes for an engine."""

    def __init__(self, engine: Engine) -> None:
        """Raises OSError."""
        self._engine = engine
        self._key = secrets.token_bytes(32)
        self._file = engine.data_dir / CONTROL_FILE
        _forget_dead(self._file)
        self._listener, self._folder = _listen(engine.data_dir)
        self._stopping = threading.Event()
        self._places = threading.BoundedSemaphore(MOST_CALLERS)
        known = {"protocol": PROTOCOL, "address": self._listener.address, "key": self._key.hex(), "pid": os.getpid()}
        write_private(self._file, known)
        self._thread = threading.Thread(target=self._accept, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._stopping.set()
        with contextlib.suppress(FileNotFoundError):
            self._file.unlink()
        with contextlib.suppress(OSError):
            dial(str(self._listener.address)).close()  # closing alone would not wake the thread
        self._thread.join()
        self._listener.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection = self._listener.accept()
            except OSError as error:
                if not self._stopping.wait(PAUSE_SECONDS):
                    log.info("a caller was lost: %s", error)
                continue
            if not self._places.acquire(blocking=False):
                log.warning("a caller was turned away: %d are being answered", MOST_CALLERS)
                connection.close()
                continue
            threading.Thread(target=self._serve, args=(connection,), name="control-call", daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        try:
            with connection:
                if self._knows_key(connection):
                    self._converse(connection)
        finally:
            self._places.release()

    def _knows_key(self, connection: Connection) -> bool:
        try:
            set_limits(connection, ANSWER_SECONDS, ANSWER_SECONDS)
            deliver_challenge(connection, self._key)
            answer_challenge(connection, self._key)
            set_limits(connection, None, SLOW_SECONDS)
        except (OSError, *STRANGER) as error:
            if not self._stopping.is_set():
                log.info("a caller was turned away: %s", error)
            return False
        return True

    def _converse(self, connection: Connection) -> None:
        while not self._stopping.is_set():
            try:
                connection.send_bytes(self._answer(connection.recv_bytes(LARGEST)))
            except (EOFError, OSError):
                return

    def _answer(self, request: bytes) -> bytes:
        try:
            protocol, do, args = _read(request)
            if protocol != PROTOCOL:
                raise _other_version(protocol)
            answer = {"value": _command(do)(self._engine, args)}
        except StoreError as error:
            answer = {"code": error.code, "failed": error.message}
        except RecipeError as error:
            answer = {"code": "RECIPE", "failed": "; ".join(error.problems)}
        except Exception as error:
            log.exception("a command of another process failed")
            answer = {"code": "INTERNAL", "failed": f"{type(error).__name__}: {error}"}
        return json.dumps(answer).encode()


def _other_version(theirs: object) -> StoreError:
    """For a caller of another version: this sentence is shown by it."""
    return StoreError(
        "QUEUE_BUSY",
        f"The Dropmill that holds the queue is of another version (it speaks protocol {PROTOCOL}, this one {theirs}). "
        "Close the one that is running, then start again.",
    )


def _read(request: bytes) -> tuple[Any, str, dict[str, Any]]:
    """Protocol, command and arguments of a request. Raises StoreError."""
    try:
        message = json.loads(request)
    except (ValueError, RecursionError) as error:
        raise StoreError("PROTOCOL", "The request is not JSON.") from error
    if not isinstance(message, dict) or not isinstance(message.get("args", {}), dict):
        raise StoreError("PROTOCOL", "The request has no command with arguments.")
    return message.get("protocol"), str(message.get("do")), message.get("args", {})


def _command(do: str) -> Callable[[Engine, dict[str, Any]], Any]:
    if do not in _COMMANDS:
        raise StoreError("PROTOCOL", f"The Dropmill that holds the queue does not know the command {do}. Restart it.")
    return _COMMANDS[do]


def _listen(data_dir: Path) -> tuple[Listener, Path | None]:
    """A listener at a socket in a folder that only this user may enter; and the folder, if it is to be removed at the
    end. Callers are tested in their own threads, so the listener itself asks for no key. Raises OSError."""
    system: str = sys.platform
    if system == "win32":
        return Listener(backlog=WAITING_CALLERS), None  # a named pipe
    folder = data_dir / FOLDER
    if len(os.fsencode(folder / SOCKET)) <= LONGEST_PATH:
        with contextlib.suppress(OSError):  # a memory stick, whose file system has no sockets
            folder.mkdir(mode=0o700, exist_ok=True)
            folder.chmod(0o700)
            (folder / SOCKET).unlink(missing_ok=True)  # of a program that was killed: the lock of the queue is ours
            return Listener(str(folder / SOCKET), backlog=WAITING_CALLERS), None
    folder = Path(tempfile.mkdtemp(prefix=TEMPORARY))  # made for this user alone
    return Listener(str(folder / SOCKET), backlog=WAITING_CALLERS), folder


def _forget_dead(file: Path) -> None:
    """Remove what a killed program left outside of the data folder."""
    try:
        folder = Path(json.loads(file.read_text(encoding="utf-8"))["address"]).parent
    except (OSError, ValueError, KeyError, TypeError):
        return
    if folder.parent == Path(tempfile.gettempdir()) and folder.name.startswith(TEMPORARY):
        shutil.rmtree(folder, ignore_errors=True)


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
    "look": lambda engine, args: asdict(engine.look(**args)),
    **{name: _forward(name) for name in _FORWARDED},
}
