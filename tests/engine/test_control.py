"""The control socket: private, of one version, and deaf to junk, to the huge and to the slow."""

import contextlib
import json
import os
import random
import socket
import sqlite3
import stat
import struct
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any

import pytest

from app.core.events import Event, OpenRequested
from app.core.states import JobState
from app.engine import control, control_server
from app.engine.control import CONTROL_FILE, PROTOCOL, ControlClient, hand_over
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from app.store import connection as opening
from app.store.errors import StoreError
from tests.engine.conftest import finish, submission
from tests.waiting import until

Inputs = Callable[..., list[str]]
Start = Callable[..., Engine]
SEED = 20261124
posix = pytest.mark.skipif(sys.platform == "win32", reason="sockets in folders")


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[threading.ExceptHookArgs]]:
    """What threads died of; checked to be nothing."""
    found: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", found.append)
    yield found
    assert found == []


def known(engine: Engine) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((engine.data_dir / CONTROL_FILE).read_text())
    return found


def call(engine: Engine) -> socket.socket:
    """A connection to the socket that has said nothing yet."""
    handle = socket.socket(socket.AF_UNIX)
    handle.settimeout(20)
    handle.connect(known(engine)["address"])
    return handle


def trusted(engine: Engine) -> Connection:
    """A connection that knows the key."""
    handle = call(engine)
    handle.settimeout(None)
    connection = Connection(handle.detach())
    key = bytes.fromhex(known(engine)["key"])
    answer_challenge(connection, key)
    deliver_challenge(connection, key)
    return connection


def ask(connection: Connection, request: Any) -> dict[str, Any]:
    connection.send_bytes(request if isinstance(request, bytes) else json.dumps(request).encode())
    answer: dict[str, Any] = json.loads(connection.recv_bytes())
    return answer


def well(engine: Engine, inputs: Inputs) -> bool:
    """Whether a caller who behaves is served as ever."""
    client = open_queue(engine.data_dir, Services(), 1)
    assert isinstance(client, ControlClient)
    with contextlib.closing(client):
        batch = client.submit(submission(inputs("a")))
    return finish(engine, batch)["a"].state is JobState.DONE


# Private.


@posix
def test_only_this_user_gets_near_the_socket(engine: Engine) -> None:
    address = Path(known(engine)["address"])
    assert address.parent == engine.data_dir / "control"
    assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((engine.data_dir / CONTROL_FILE).stat().st_mode) == 0o600
    engine.close()
    assert not address.exists()
    assert not (engine.data_dir / CONTROL_FILE).exists()


@posix
def test_a_folder_that_others_may_enter_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "control").mkdir(mode=0o777)
    (tmp_path / "control").chmod(0o777)
    listener, _folder = control_server._listen(tmp_path)
    with listener:
        assert stat.S_IMODE((tmp_path / "control").stat().st_mode) == 0o700


@posix
def test_where_the_path_is_too_long_a_private_folder_elsewhere_is_used(tmp_path: Path, inputs: Inputs) -> None:
    data = tmp_path / ("d" * 60) / ("e" * 60)
    engine = open_queue(data, Services(), 1, 0.01)
    assert isinstance(engine, Engine)
    engine.start()
    folder = Path(known(engine)["address"]).parent
    assert folder.parent == Path(tempfile.gettempdir())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert well(engine, inputs)
    engine.close()
    assert not folder.exists()


@posix
def test_what_a_killed_program_left_is_removed(start: Start, tmp_path: Path, inputs: Inputs) -> None:
    data = tmp_path / "data"
    (data / "control").mkdir(parents=True)
    dead = Path(tempfile.mkdtemp(prefix=control_server.TEMPORARY))
    for folder in (data / "control", dead):
        with socket.socket(socket.AF_UNIX) as handle:
            handle.bind(str(folder / "socket"))
    control.write_private(
        data / CONTROL_FILE, {"protocol": PROTOCOL, "address": str(dead / "socket"), "key": "00" * 32, "pid": 1}
    )
    assert well(start(), inputs)
    assert not dead.exists()


@pytest.mark.parametrize("address", ["/", "/etc/passwd", "", 5, None])
def test_nothing_else_is_ever_removed(tmp_path: Path, address: object) -> None:
    (tmp_path / CONTROL_FILE).write_text(json.dumps({"address": address}))
    control_server._forget_dead(tmp_path / CONTROL_FILE)
    assert Path("/etc").exists()


# Versions.


@posix
@pytest.mark.parametrize("protocol", [0, 2, "1", None, [1]])
def test_a_caller_of_another_version_is_told_so(engine: Engine, inputs: Inputs, protocol: object) -> None:
    with trusted(engine) as connection:
        answer = ask(connection, {"protocol": protocol, "do": "pause", "args": {}})
    assert answer["code"] == "QUEUE_BUSY"
    assert "another version" in answer["failed"]
    assert well(engine, inputs)  # nothing was paused


def test_a_holder_of_another_version_is_named_and_left_alone(engine: Engine) -> None:
    file = engine.data_dir / CONTROL_FILE
    control.write_private(file, {**known(engine), "protocol": PROTOCOL + 1})
    with pytest.raises(StoreError, match="Another version of Dropmill holds the queue") as caught:
        open_queue(engine.data_dir, Services(), 1)
    assert caught.value.code == "QUEUE_BUSY"


@posix
def test_a_command_that_the_holder_does_not_know_is_said(engine: Engine) -> None:
    with trusted(engine) as connection:
        answer = ask(connection, {"protocol": PROTOCOL, "do": "paint_it_black", "args": {}})
        assert "does not know the command paint_it_black" in answer["failed"]
        assert "value" in ask(
            connection, {"protocol": PROTOCOL, "do": "settled", "args": {"batch": None, "horizon": 0}}
        )


# Hand-over.


def test_files_are_handed_to_the_holder(engine: Engine) -> None:
    engine.has_window = True
    told: list[Event] = []
    engine.bus.subscribe(lambda events: told.extend(e for e in events if isinstance(e, OpenRequested)))
    assert hand_over(engine.data_dir, ["/a.jpg", "/b\udcff.jpg"])
    assert told == [OpenRequested(("/a.jpg", "/b\udcff.jpg"))]


def test_files_are_not_handed_to_a_holder_that_would_forget_them(engine: Engine) -> None:
    told: list[Event] = []
    engine.bus.subscribe(lambda events: told.extend(e for e in events if isinstance(e, OpenRequested)))
    with pytest.raises(StoreError, match="without a window"):
        hand_over(engine.data_dir, ["/a.jpg"])
    assert told == []


def test_where_nobody_answers_nothing_is_handed_over(tmp_path: Path, start: Start) -> None:
    assert not hand_over(tmp_path, ["/a.jpg"])
    engine = start()
    left = (engine.data_dir / CONTROL_FILE).read_bytes()
    engine.close()
    (engine.data_dir / CONTROL_FILE).write_bytes(left)  # of one that was killed
    assert not hand_over(engine.data_dir, ["/a.jpg"])
    for junk in (b"", b"{", b"{}", b"\xff\xfe", b'{"protocol": 1, "address": "/x", "key": "zz"}'):
        (engine.data_dir / CONTROL_FILE).write_bytes(junk)
        assert not hand_over(engine.data_dir, ["/a.jpg"])


# Callers that do harm, or try to.


@posix
def test_junk_from_a_caller_without_the_key(
    engine: Engine, inputs: Inputs, failures: list[threading.ExceptHookArgs]
) -> None:
    chance = random.Random(SEED)
    open_calls: list[socket.socket] = []
    for _ in range(40):
        handle = call(engine)
        junk = chance.randbytes(chance.randrange(1, 600))
        if chance.random() < 0.5:  # the head of a message, and less than it promises
            junk = struct.pack("!i", chance.choice([20, 256, 2**31 - 1, -1, 0])) + junk
        with contextlib.suppress(OSError):
            handle.sendall(junk)
        if chance.random() < 0.3:
            open_calls.append(handle)  # neither goes on nor hangs up
        else:
            handle.close()
    assert well(engine, inputs)
    for handle in open_calls:
        handle.close()


@posix
def test_a_hundred_megabytes_are_not_taken_in(
    engine: Engine, inputs: Inputs, failures: list[threading.ExceptHookArgs]
) -> None:
    block = bytes(1_000_000)
    for head in (struct.pack("!i", 100_000_000), struct.pack("!iQ", -1, 1 << 62)):
        connection = trusted(engine)
        for handle in (call(engine), socket.socket(fileno=os.dup(connection.fileno()))):
            sent = 0
            with handle, contextlib.suppress(OSError):
                handle.sendall(head)
                for _ in range(100):
                    handle.sendall(block)
                    sent += len(block)
            assert sent < 10_000_000  # the other side hung up
        connection.close()
    assert well(engine, inputs)


NESTED = b"[" * 100_000


@posix
@pytest.mark.parametrize(
    "request_",
    [
        b"", b"\xff\xfe", b"{", b"null", b"[]", b"5", b'"x"', NESTED, b'{"protocol": 1}',
        b'{"protocol": 1, "do": "__init__"}',
        b'{"protocol": 1, "do": ["submit"], "args": {}}', b'{"protocol": 1, "do": "submit", "args": []}',
        b'{"protocol": 1, "do": "submit", "args": {}}', b'{"protocol": 1, "do": "submit", "args": {"paths": 5}}',
        b'{"protocol": 1, "do": "cancel", "args": {"jobs": "x", "batch": {}}}',
        b'{"protocol": 1, "do": "retry", "args": {"self": 1}}',
        b'{"protocol": 1, "do": "confirm", "args": {"jobs": [1e999]}}',
    ],
)  # fmt: skip
def test_junk_from_a_caller_with_the_key_is_answered_in_words(
    engine: Engine, failures: list[threading.ExceptHookArgs], request_: bytes
) -> None:
    with trusted(engine) as connection:
        answer = ask(connection, request_)
        assert answer["failed"]
        assert ask(connection, {"protocol": PROTOCOL, "do": "settled", "args": {"batch": None, "horizon": 0}})["value"]


@posix
def test_callers_that_say_nothing_lose_their_places(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch, failures: list[threading.ExceptHookArgs]
) -> None:
    monkeypatch.setattr(control_server, "MOST_CALLERS", 4)
    monkeypatch.setattr(control_server, "ANSWER_SECONDS", 0.2)
    engine = start()
    silent = [call(engine) for _ in range(12)]
    for handle in silent:  # the challenge, then the end: none of them is held for ever
        with contextlib.suppress(OSError):
            while handle.recv(1000):
                pass
        handle.close()
    assert well(engine, inputs)


# A holder that hangs, and one that only takes long.


@contextlib.contextmanager
def holder(folder: Path, answers: int) -> Iterator[None]:
    """A process that holds the queue and stops after `answers` handshakes."""
    key = b"k" * 32
    listener = Listener(str(folder / "socket"), backlog=8)
    control.write_private(
        folder / CONTROL_FILE, {"protocol": PROTOCOL, "address": listener.address, "key": key.hex(), "pid": 4711}
    )
    over = threading.Event()

    def serve() -> None:
        with listener.accept() as connection:
            if answers:
                deliver_challenge(connection, key)
                answer_challenge(connection, key)
            over.wait(30)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        listener.close()


@posix
def test_a_holder_that_hangs_before_the_first_word_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "ANSWER_SECONDS", 0.2)
    with holder(tmp_path, 0), pytest.raises(StoreError, match=r"process 4711.* does not answer") as caught:
        hand_over(tmp_path, ["/a.jpg"])
    assert caught.value.code == "QUEUE_BUSY"


@posix
@pytest.mark.parametrize("size", [1, 3_000_000])
def test_a_holder_that_hangs_in_the_middle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(control, "ANSWER_SECONDS", 1.0)  # the handshake fits in on a busy machine too
    with holder(tmp_path, 1):
        client = ControlClient(tmp_path)
        with contextlib.closing(client), pytest.raises(StoreError, match=r"process 4711.* does not answer"):
            client.open(["x" * size])  # a large one does not even leave


@posix
def test_a_holder_that_waits_for_its_drive_is_waited_for(
    start: Start, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_MS", 20)
    engine = start()
    monkeypatch.setattr(control, "ANSWER_SECONDS", 1.0)
    looks: list[bool] = []
    look = ControlClient._look
    monkeypatch.setattr(ControlClient, "_look", lambda client: (looks.append(True), look(client))[1])
    with contextlib.closing(sqlite3.connect(engine.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        batches: list[int] = []
        client = ControlClient(engine.data_dir)
        adding = threading.Thread(target=lambda: batches.append(client.submit(submission(inputs("a")))))
        adding.start()
        until(lambda: len(looks) >= 2)
        other.execute("ROLLBACK")
    adding.join(30)
    client.close()
    assert finish(engine, batches[0])["a"].state is JobState.DONE


@posix
def test_many_starts_at_once_all_hand_over(engine: Engine) -> None:
    engine.has_window = True
    told: list[OpenRequested] = []
    engine.bus.subscribe(lambda events: told.extend(e for e in events if isinstance(e, OpenRequested)))
    threads = [threading.Thread(target=hand_over, args=(engine.data_dir, [f"/{n}.jpg"])) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(event.paths for event in told) == sorted((f"/{n}.jpg",) for n in range(40))
