"""One sender by itself: `python -m tests.bench.mail_worker '{"how": …}'` sends and says how long it took.

Owns: the ways of sending: the whole program ("dropmill": planned before, then from Send to the last row done), its mail
session without a queue ("session"), plain smtplib with one connection ("reused") or one a message ("new"), and the
memory that large attachments take ("memory"). A first message is sent before, so that what is loaded at first use is
not counted.
"""

import asyncio
import json
import resource
import smtplib
import ssl
import sys
import time
from pathlib import Path
from typing import Any

SENDER, TEXT = "shop@example.org", ("x" * 64 + "\n") * 308  # 20 KB
CALM = 10  # messages before the clock starts


def _account(wanted: dict[str, Any]) -> Any:
    from app.jobs.mail.account import Account

    safe = {"security": "tls", "ca_file": wanted["ca"]} if wanted["ca"] else {"security": "none"}
    return Account.make(
        name="bench", host="localhost" if wanted["ca"] else "127.0.0.1", port=wanted["port"], from_addr=SENDER,
        connections=wanted["connections"], **safe,
    )  # fmt: skip


def _list(folder: Path, count: int) -> Path:
    path = folder / f"people{count}.csv"
    path.write_text("email\n" + "".join(f"p{n}@example.org\n" for n in range(count)))
    return path


def dropmill(wanted: dict[str, Any]) -> float:
    """Seconds of a whole batch through the engine, its ledger on disk."""
    from app.core.states import BatchState
    from app.engine.commands import Submission
    from app.engine.services import Services
    from app.engine.session import open_queue
    from app.store.reader import Reader
    from tests.bench.engine_throughput import BatchWatch

    folder, account = Path(wanted["folder"]), _account(wanted)
    watch = BatchWatch()
    message = {"to": "{{ email }}", "subject": "Hello", "text": TEXT}
    recipe = json.dumps({"dropmill": 1, "kind": "mail", "account": "bench", "message": message})
    engine = open_queue(folder / "data", Services(account=lambda _: account, account_names=lambda: ["bench"]), 1)
    try:
        engine.bus.subscribe(watch)
        engine.start()
        for count in (CALM, wanted["count"]):
            path = str(_list(folder, count))
            batch = engine.submit(Submission("mail", recipe, "Bench", (path,), "Bench", start=False))
            watch.wait(batch, BatchState.PAUSED)
            begin = time.perf_counter()
            engine.start_batch(batch)
            watch.wait(batch, BatchState.FINISHED)
            seconds = time.perf_counter() - begin
        with Reader(engine.path) as reader:
            assert reader.counts(batch).done == wanted["count"], "not every message was taken: these are no figures"
        return seconds
    finally:
        engine.close()


def session(wanted: dict[str, Any]) -> float:
    """Seconds of the mail session alone: bytes made and checked for each message, armed in memory."""
    from tests.jobs.mail.lane import lanes, session_of

    folder = Path(wanted["folder"])
    count, parallel = wanted["count"], wanted["connections"]
    more = {"attachments": ["large.bin"]} if wanted["how"] == "memory" else {}
    people = [f"p{n}@example.org" for n in range(count + CALM)]
    contexts = lanes(folder, *people, message={"text": TEXT, **more})

    async def go() -> float:
        sender = session_of(_account(wanted))

        async def work() -> None:
            while queue:
                await sender.run(queue.pop())

        queue = contexts[:CALM]
        await work()
        queue = contexts[CALM:]
        begin = time.perf_counter()
        await asyncio.gather(*(work() for _ in range(parallel)))
        seconds = time.perf_counter() - begin
        await sender.close()
        return seconds

    return asyncio.run(go())


def memory(wanted: dict[str, Any]) -> float:
    """Megabytes that sending a large file to `count` people adds to the process."""
    folder = Path(wanted["folder"])
    session({**wanted, "how": "session", "count": 20})
    before = _peak()
    with (folder / "large.bin").open("wb") as file:
        for _ in range(25):
            file.write(b"%PDF" + bytes(1_000_000 - 4))
    session(wanted)
    return _peak() - before


def _peak() -> float:
    """Megabytes that this process had at most. (Linux counts those of the one that started it into `ru_maxrss`.)"""
    status = Path("/proc/self/status")
    if status.is_file():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def plain_smtplib(wanted: dict[str, Any]) -> float:
    """Seconds of smtplib, with the same bytes for everybody."""
    data = (
        f"From: {SENDER}\r\nTo: p@example.org\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n\r\n".encode()
        + TEXT.replace("\n", "\r\n").encode()
    )
    context = ssl.create_default_context(cafile=wanted["ca"]) if wanted["ca"] else None

    def connect() -> smtplib.SMTP:
        if context is None:
            return smtplib.SMTP("127.0.0.1", wanted["port"], local_hostname="localhost")
        return smtplib.SMTP_SSL("localhost", wanted["port"], local_hostname="localhost", context=context)

    seconds, server = 0.0, connect()
    for count in (2, wanted["count"]):
        begin = time.perf_counter()
        for _ in range(count):
            if wanted["how"] == "new":
                server = connect()
            server.sendmail(SENDER, ["p@example.org"], data)
            if wanted["how"] == "new":
                server.quit()
        seconds = time.perf_counter() - begin
    return seconds


WAYS = {"dropmill": dropmill, "session": session, "memory": memory, "reused": plain_smtplib, "new": plain_smtplib}

if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    sys.stdout.write(json.dumps(WAYS[asked["how"]](asked)) + "\n")
