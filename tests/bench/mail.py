"""Messages a second, beside the mailmerge program and plain smtplib: on this machine, over TLS, and 40 ms away.

Owns: what is compared, the counts, the table. mailmerge is fetched into the scratch folder; where that cannot be done
its line says so. The server is a process of its own and the same for all (`mail_peers.py`).
"""

import json
import os
import smtplib
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.bench import mail_peers
from tests.bench.mail_worker import SENDER, TEXT
from tests.bench.report import Table
from tests.smtp_peers import make_authority

MAILMERGE = "mailmerge==2.3.0"
ROUNDS = 3
PLACES = ("loopback", "TLS", "40 ms away")
# name -> how, connections, messages in each place (0 = not measured)
SENDERS: dict[str, tuple[str, int, tuple[int, int, int]]] = {
    "mailmerge": ("mailmerge", 1, (150, 0, 12)),
    "smtplib, a connection a message": ("new", 1, (300, 100, 12)),
    "smtplib, 1 connection": ("reused", 1, (1000, 40, 24)),
    "Dropmill's session, 1 connection": ("session", 1, (1000, 1000, 60)),
    "Dropmill, 1 connection": ("dropmill", 1, (500, 500, 60)),
    "Dropmill, 4 connections": ("dropmill", 4, (500, 500, 160)),
}
PEOPLE, LARGE = 20, "25 MB"


def run(scratch: Path) -> Table | None:
    if sys.platform == "win32":
        sys.stdout.write("mail: its workers measure memory as POSIX systems do\n")
        return None
    authority = make_authority(scratch)
    theirs = _fetch(scratch / "peers")
    rates: dict[tuple[str, str], list[float]] = defaultdict(list)
    with mail_peers.serving(scratch / "server.pem") as peers:
        ports = dict(zip(PLACES, (peers.plain, peers.tls, peers.far), strict=True))
        for number in range(ROUNDS):
            order = list(SENDERS.items())
            for name, (how, connections, counts) in order if number % 2 == 0 else order[::-1]:
                for place, count in zip(PLACES, counts, strict=True):
                    if not count or (how == "mailmerge" and theirs is None):
                        continue
                    folder = scratch / f"{number}-{name}-{place}"
                    folder.mkdir()
                    asked = {
                        "how": how, "connections": connections, "count": count, "port": ports[place],
                        "ca": authority.ca_file if place == "TLS" else None, "folder": str(folder),
                    }  # fmt: skip
                    before = _taken(peers.plain)
                    seconds = _mailmerge(theirs, asked) if how == "mailmerge" and theirs else _worker(asked)
                    if _taken(peers.plain) - before < count:
                        raise AssertionError(f"{name}, {place}: not every message came: these are no figures")
                    rates[name, place].append(count / seconds)
        grown = _memory(scratch, peers.plain)
    return _table(rates, grown, theirs is not None)


def _table(rates: dict[tuple[str, str], list[float]], grown: float, with_mailmerge: bool) -> Table:
    rows = []
    for name in SENDERS:
        cells = []
        for place in PLACES:
            mine = rates.get((name, place))
            base = rates.get(("mailmerge", place)) or rates["smtplib, 1 connection", place]
            if mine is None:
                cells.append("–")
                continue
            ratio = statistics.median(a / b for a, b in zip(mine, base, strict=True))
            cells.append(f"{statistics.median(mine):,.1f} ({ratio:,.1f} ×)")
        rows.append((name, *cells))
    rows.append((f"Dropmill's memory for {LARGE} to {PEOPLE} people", f"{grown:,.0f} MB more", "", ""))
    note = (
        f"Messages of 20 KB, {ROUNDS} rounds in turns, medians; in brackets the ratio to mailmerge, over TLS (where "
        "mailmerge is not measured) to smtplib with one connection. Dropmill: whole batches, each message armed in the "
        "queue on disk before its dot; its session: without the queue. mailmerge with its start; all others without."
    )
    if not with_mailmerge:
        note += f" {MAILMERGE} could not be fetched, so all ratios are to smtplib."
    return Table("E-mail, messages a second", note, ("sender", *PLACES), tuple(rows))


def _worker(asked: dict[str, Any]) -> float:
    command = [sys.executable, "-m", "tests.bench.mail_worker", json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr[-2000:])
    return float(json.loads(done.stdout))


def _memory(scratch: Path, port: int) -> float:
    folder = scratch / "memory"
    folder.mkdir()
    asked = {"how": "memory", "connections": 4, "count": PEOPLE, "port": port, "ca": None, "folder": str(folder)}
    return _worker(asked)


def _taken(port: int) -> int:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as server:
        return int(server.docmd("VRFY", "x")[1])


def _fetch(folder: Path) -> Path | None:
    command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--target"]
    done = subprocess.run([*command, str(folder), MAILMERGE], capture_output=True, text=True, check=False)
    return folder if done.returncode == 0 else None


def _mailmerge(theirs: Path, asked: dict[str, Any]) -> float:
    folder = Path(asked["folder"])
    (folder / "t.txt").write_text(f"TO: {{{{email}}}}\nSUBJECT: Hello\nFROM: {SENDER}\n\n{TEXT}")
    (folder / "d.csv").write_text("email\n" + "".join(f"p{n}@example.org\n" for n in range(asked["count"])))
    (folder / "s.conf").write_text(f"[smtp_server]\nhost = 127.0.0.1\nport = {asked['port']}\n")
    code = "import sys; from mailmerge.__main__ import main; sys.argv[0] = 'mailmerge'; main()"
    options = ["--no-dry-run", "--no-limit", "--output-format", "text", "--template", "t.txt", "--database", "d.csv"]
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *options, "--config", "s.conf"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(theirs)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        raise AssertionError(done.stderr[-2000:])
    return seconds
