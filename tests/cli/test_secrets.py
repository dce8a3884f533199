"""A password is in the memory of the program and on the line to its server, and nowhere else."""

import base64
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.cli.test_mail import add_account, merge
from tests.smtp_peers import PASSWORD, USER, Peer, polite_peer

# As it is, in other encodings, and as the sign-in has it on the line.
SPELLINGS = {
    "UTF-8": PASSWORD.encode(),
    "UTF-16": PASSWORD.encode("utf-16-le"),
    "Latin-1": PASSWORD.encode("latin-1"),
    "escaped": PASSWORD.encode("unicode_escape"),
    "base64": base64.b64encode(PASSWORD.encode()),
    "PLAIN": base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()),
}


def holds_it(data: bytes) -> list[str]:
    """The spellings of the password that `data` holds."""
    return [name for name, spelling in SPELLINGS.items() if spelling in data]


def files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def family(root: int) -> set[int]:
    """The process `root` and all that descend from it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                status = (entry / "stat").read_text()
            except OSError:
                continue
            parents[int(entry.name)] = int(status.rpartition(")")[2].split()[1])
    found = {root}
    while more := {process for process, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def seen_by_others(processes: Iterable[int]) -> bytes:
    """What every process of the same user can read of `processes`."""
    seen = b""
    for process in processes:
        for name in ("cmdline", "environ", "comm"):
            try:
                seen += Path(f"/proc/{process}/{name}").read_bytes()
            except OSError:
                continue  # it ended meanwhile
    return seen


@pytest.fixture
def peer() -> Iterator[Peer]:
    with polite_peer(auth=True) as running:
        yield running


def test_the_spellings_are_found() -> None:
    for spelling in SPELLINGS.values():
        assert holds_it(b"x" + spelling + b"y")
    assert holds_it(b"correct") == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_password_is_nowhere_while_a_batch_is_sent_and_after(dropmill: Program, peer: Peer, tmp_path: Path) -> None:
    import subprocess

    rows = [f"p{n}@example.org,N" for n in range(40)] + ["gone@example.org,G", "slow@example.org,S"]
    recipe, people = merge(tmp_path, rows)
    add_account(dropmill, peer.port, "--user", USER)
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "--log-level", "debug", "run", "-r", str(recipe), "--json", "--send",
         "--password-stdin", str(people)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dropmill.environment,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(PASSWORD.encode() + b"\n")
    process.stdin.close()
    process.stdin = None
    seen, looks = b"", 0
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until and not (peer.ledger.taken and looks > 3):
        seen += seen_by_others(family(process.pid))
        looks += 1
    out, err = process.communicate(timeout=60)
    assert len(peer.ledger.taken) >= 40, err
    assert looks > 3
    assert holds_it(seen) == []
    assert holds_it(out + err) == []
    found = {path: holds_it(path.read_bytes()) for path in files_below(dropmill.data)}
    assert found  # the queue, its log file, the settings
    assert {path: names for path, names in found.items() if names} == {}
    assert any(path.name.endswith(".jsonl") for path in found)


def test_a_refused_password_is_not_told_to_anybody(dropmill: Program, peer: Peer, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, ["a@example.org,A"])
    add_account(dropmill, peer.port, "--user", "someone@example.org")
    ended = dropmill(
        "--log-level",
        "debug",
        "run",
        "-r",
        recipe,
        "--json",
        "--send",
        "--password-stdin",
        people,
        stdin=PASSWORD + "\n",
    )
    assert [line["code"] for line in ended.events("lane")][:1] == ["AUTH_REJECTED"]
    assert holds_it((ended.out + ended.err).encode()) == []
    assert not any(holds_it(path.read_bytes()) for path in files_below(dropmill.data))


def test_what_a_mistake_of_ours_leaves_behind_holds_no_password(dropmill: Program, peer: Peer, tmp_path: Path) -> None:
    """The sign-in itself breaks, with an exception that says what it had in hand."""
    breaking = tmp_path / "broken"
    breaking.mkdir()
    (breaking / "sitecustomize.py").write_text(
        "import base64\n"
        "encode = base64.b64encode\n"
        "def breaks(data, *more):\n"
        "    if b'rse' in data:\n"
        "        raise RuntimeError('broken over ' + data.decode())\n"
        "    return encode(data, *more)\n"
        "base64.b64encode = breaks\n"
    )
    recipe, people = merge(tmp_path, ["a@example.org,A"])
    add_account(dropmill, peer.port, "--user", USER)
    path = os.pathsep.join([str(breaking), dropmill.environment["PYTHONPATH"]])
    ended = dropmill(
        "--log-level", "debug", "run", "-r", recipe, "--json", "--send", "--password-stdin", people,
        stdin=PASSWORD + "\n", PYTHONPATH=path,
    )  # fmt: skip
    assert [job["code"] for job in ended.jobs] == ["INTERNAL"]
    (told,) = dropmill("show", 1, "--json").lines
    assert "broken over" in told["history"][-1]["detail"]
    assert holds_it(json.dumps(told, ensure_ascii=False).encode()) == []
    assert holds_it((ended.out + ended.err).encode()) == []
    assert not any(holds_it(file.read_bytes()) for file in files_below(dropmill.data))
