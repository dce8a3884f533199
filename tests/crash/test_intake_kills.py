"""The plug is pulled while drops are looked through.

A folder and a list of recipients that take seconds to look through: after any number of kills each is there wholly,
once, and no message goes out that nobody sent off.
"""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.model import Batch
from app.core.states import BatchState
from app.store.reader import Reader
from tests.crash.drops import ACCOUNT
from tests.crash.figures import SEED, Figures, kills
from tests.crash.program import Program, kill, signalled, workers

KILLS = kills(4, 0.1)
MANY_FILES, MANY_PEOPLE = 400, 1500
LONGEST_LIFE = 1.5  # seconds, at first
SHORTER, LONGER = 0.9, 1.3  # behind a drop that was looked through in its life, and one that was not
FROZEN = 0.2  # the share of lives in which the process that looks is frozen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


def _life(process: "subprocess.Popen[bytes]", dice: random.Random, longest: float) -> None:
    """Wait until it is time. The process that looks is never killed: a list that kills it twice is set aside, which is
    no loss, but another end."""
    ends = time.monotonic() + dice.uniform(0.3, longest)
    freezes = dice.random() < FROZEN
    while process.poll() is None and time.monotonic() < ends:
        if freezes and (found := workers(process)):
            signalled(found[0], dice.choice((signal.SIGSTOP, signal.SIGCONT)))
        time.sleep(0.02)


def _batches(program: Program) -> list[Batch]:
    if not program.queue.exists():
        return []
    with Reader(program.queue) as reader:
        return reader.batches()


def test_drops_that_are_looked_through_under_kills_are_whole(
    scene: Path, keep_figures: Callable[[Figures], None]
) -> None:
    dice, figures = random.Random(SEED), Figures("drops are looked through")
    keep_figures(figures)
    program = Program(scene)
    folder, people = scene / "many", scene / "people.csv"
    folder.mkdir()
    for number in range(MANY_FILES):
        (folder / f"t{number}.csv").write_text(f"n\n{number}\n")
    people.write_text("email\n" + "".join(f"p{i}@example.org\n" for i in range(MANY_PEOPLE)))
    program.account(ACCOUNT, 9)
    table = program.recipe("table", kind="table", steps=[{"do": "filter", "where": "num(n) >= 0"}])
    message = {"to": "{{ email }}", "subject": "Hello", "text": "A"}
    mail = program.recipe("mail", kind="mail", account=ACCOUNT, message=message)
    drops = itertools.cycle([("add", "--recipe", table, folder), ("add", "--recipe", mail, people)])
    acknowledged, building, met, longest = set[int](), False, 0, LONGEST_LIFE
    while figures.kills < KILLS or not acknowledged:
        said = scene / "said"
        words = ("work",) if building else next(drops)
        process = program.start(*words, said=said)
        figures.restarts += 1
        _life(process, dice, longest)
        looking = workers(process)
        figures.victims["program" if building else "command"] += kill(process)
        for one in looking:
            signalled(one, signal.SIGCONT)
        if words[0] == "add":
            acknowledged |= {int(line) for line in said.read_text().split()}
        program.check_queue()
        building = any(batch.state is BatchState.BUILDING for batch in _batches(program))
        met += building
        longest *= LONGER if building or not acknowledged else SHORTER
    assert met, "kills hit the work"
    program.work()
    figures.jobs = sum(batch.counts.total for batch in _batches(program))
    program.check_queue()
    program.check_no_leftovers()
    assert acknowledged <= {batch.id for batch in _batches(program)}
    for batch in _batches(program):
        wanted = (MANY_PEOPLE, 0) if batch.kind == "mail" else (0, MANY_FILES)
        assert (batch.counts.ready, batch.counts.done, batch.counts.total) == (*wanted, sum(wanted))
    tables = sum(batch.kind == "table" for batch in _batches(program))
    made = folder / "Dropmill"
    assert len(os.listdir(made) if made.exists() else ()) == MANY_FILES * tables
