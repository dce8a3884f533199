"""What a server may do instead of answering. None of it is an answer."""

import time
from collections.abc import Callable

from tests.smtp_peers import Conversation

Fault = Callable[[Conversation], None]
LATE = 0.9  # seconds: after the deadlines of `lane.HASTY`


def _garbage(conversation: Conversation) -> None:
    conversation.send(b"\x00\xff what is this\r\n")
    conversation.silence()


def _partial(conversation: Conversation) -> None:
    conversation.send(b"25")
    conversation.reset()


def _drip(conversation: Conversation) -> None:
    for _ in range(40):  # a byte at a time keeps a timeout for each read alive for ever
        conversation.send(b"2")
        conversation.connection.settimeout(0.05)
        try:
            if not conversation.connection.recv(1):
                return
        except TimeoutError:
            continue


def _late(conversation: Conversation) -> None:
    conversation.connection.settimeout(LATE)
    ends = time.monotonic() + LATE
    try:
        while time.monotonic() < ends and conversation.connection.recv(65536):
            pass
    except TimeoutError:
        pass
    conversation.send("250 2.0.0 a good answer that nobody waits for any more")


FAULTS: dict[str, Fault] = {
    "reset": Conversation.reset,
    "closed": lambda conversation: None,
    "silence": Conversation.silence,
    "late": _late,
    "garbage": _garbage,
    "half an answer": _partial,
    "dripping": _drip,
    "no such digit": lambda c: (c.send("999 hello"), c.silence())[1],
    "endless line": lambda c: (c.send(b"250 " + b"x" * 20_000), c.silence())[1],
    "endless answer": lambda c: (c.send(b"250-x\r\n" * 500), c.silence())[1],
    "another answer": lambda c: (c.send(b"250-x\r\n550 y\r\n"), c.silence())[1],
}
SLOW = {"silence", "dripping", "late"}
