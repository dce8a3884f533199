"""The plug is pulled, again and again: `kill -9` of the program, its workers and its commands at random moments.

Pictures, tables and e-mails of all sorts go through the real program while it is killed `DROPMILL_KILLS` times (a few
in the ordinary run). Workers are also frozen and come back to life when others do their work. At every death the queue
is whole and every original there; at the end no job is lost, no output half, twice or made twice, sources are
untouched, no e-mail was sent twice, each is sent, refused or *unconfirmed*, and nothing lies about.
"""

import contextlib
import itertools
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.core.states import BatchState
from app.store.reader import JobView, Reader
from tests.crash.drops import ACCOUNT, MADE, WORKS, Drop, OrderedTables, check_post
from tests.crash.figures import SEED, Figures, kills
from tests.crash.post import Post, serving
from tests.crash.program import Program, kill, signalled, wait_for_workers, workers
from tests.waiting import until

KILLS = kills(8)
MOST_SHOTS = 4  # workers killed in one life of the program
START_UP = 5.0  # seconds in which the program has a worker, on a busy machine
GAP = 0.35  # seconds between two shots, at most
EARLY = 0.15  # the share of programs that are killed before they have a worker
AIMED, LATE = 0.5, 0.015  # the share of shots that wait until a file moves; they come so many seconds later, at most
FROZEN = 0.15  # the share of shots that freeze instead
LITTLE = 15  # jobs: with fewer left of a kind of work, more of it is dropped
MORE = 2  # drops in one life
TIDY = 8  # lives between two starts that do nothing but clean up
RETRIED = 0.1  # the share of lives in which a person tries again what failed
MOST_IN_FLIGHT = 4  # connections to a server on this machine: so many messages can be in doubt after one kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


class Battle:
    """One folder under fire: what was dropped, what is known of it, who lives."""

    def __init__(self, folder: Path, dice: random.Random, figures: Figures) -> None:
        self.folder = folder
        self.program = Program(folder)
        self.drops: dict[Drop, int] = {}  # and their batches
        self._dice = dice
        self._figures = figures
        self._targets: list[Path] = []  # folders that are being filled: of kept originals or of outputs
        self._adding: dict[Drop, subprocess.Popen[bytes]] = {}
        self._retrying: list[subprocess.Popen[bytes]] = []
        self._frozen: list[psutil.Process] = []
        self._seen: set[psutil.Process] = set()
        self._numbers = itertools.count(1)

    def begin(self, port: int) -> None:
        """The first life has work in order alone: beside other work two of it seldom have the chance to begin."""
        self.program.account(ACCOUNT, port)
        self._drop(OrderedTables)
        self._settle()
        self.live()
        for work in WORKS:
            self._drop(work)
            self._settle()

    def live(self) -> None:
        """One life of the program, from its start to its violent end."""
        dice, figures = self._dice, self._figures
        process = self.program.start("work")
        figures.restarts += 1
        if dice.random() < EARLY:
            time.sleep(dice.uniform(0.2, 1.0))
        elif wait_for_workers(process, START_UP):
            for work in self._scarce()[:MORE]:
                self._drop(work)
            if dice.random() < RETRIED:
                self._retrying.append(self.program.start("retry", "--all"))
            for _shot in range(dice.randint(0, MOST_SHOTS)):
                self._shoot(process)
            self._pause(process)
        figures.victims["program"] += kill(process)
        self._settle()
        self.check_now()

    def tidy(self) -> None:
        """A start that does nothing but clean up behind the dead. (An attempt also cleans up behind earlier ones.)"""
        for words in (["pause"], ["work"], ["resume"]):
            self.program.run(*words)
            self.program.check_queue()
            if words == ["work"]:
                self.program.check_no_leftovers()

    def peace(self) -> None:
        """The program runs to its end, twice: what was set aside is tried again."""
        self._thaw()
        self.tidy()
        self.program.work()
        self.program.run("retry", "--all")
        self.program.work()
        until(lambda: not any(one.is_running() for one in self._seen), 20)

    def _pause(self, process: "subprocess.Popen[bytes]") -> bool:
        """Wait for the moment of a shot; True for that of a file which is kept, written or renamed."""
        dice = self._dice
        time.sleep(dice.uniform(0.02, GAP))
        if dice.random() >= AIMED:
            return False
        before = [_changed(folder) for folder in self._targets]
        ends = time.monotonic() + GAP
        while process.poll() is None and time.monotonic() < ends:
            if [_changed(folder) for folder in self._targets] != before:
                time.sleep(dice.uniform(0, LATE))
                return True
        return False

    def _shoot(self, process: "subprocess.Popen[bytes]") -> None:
        """Kill, freeze or thaw a worker, or kill a command that hands a drop over. When a file moves, all workers at
        once: nobody knows which of them it was."""
        dice = self._dice
        found = workers(process)  # now: looking takes longer than what is aimed at
        self._seen.update(found)
        if self._pause(process):
            self._figures.victims["worker"] += sum(signalled(one, signal.SIGKILL) for one in found)
            return
        commands = [one for one in (*self._adding.values(), *self._retrying) if one.poll() is None]
        if commands and dice.random() < 0.3:
            self._figures.victims["command"] += kill(dice.choice(commands))
            return
        if self._frozen and dice.random() < 0.5:
            self._thaw()
        if not found:
            return
        victim = dice.choice(found)
        if dice.random() < FROZEN:
            if signalled(victim, signal.SIGSTOP):
                self._frozen.append(victim)
        else:
            self._figures.victims["worker"] += signalled(victim, signal.SIGKILL)

    def _thaw(self) -> None:
        for process in self._frozen:
            signalled(process, signal.SIGCONT)
        self._frozen = []

    def _drop(self, work: type[Drop]) -> None:
        """Begin to add one more drop, by a program of its own, which hands it to the one that runs."""
        self._add(work(self.folder, next(self._numbers)))

    def _add(self, drop: Drop) -> None:
        recipe = self.program.recipe(drop.work, kind=drop.kind, **drop.recipe())
        words = ["add", "--recipe", recipe, *drop.options, *drop.paths]
        self._adding[drop] = self.program.start(*words, said=self._said(drop))

    def _said(self, drop: Drop) -> Path:
        return self.folder / f"{drop.name}.said"

    def _settle(self) -> None:
        """What was acknowledged is there; what was not may be there, wholly, or is added again."""
        for process in self._retrying:
            process.wait()
        self._retrying = []
        while self._adding:
            for drop, process in self._adding.items():
                process.wait()
                said = self._said(drop).read_text()
                with Reader(self.program.queue) as reader:
                    there = [batch.id for batch in reader.batches() if batch.title == drop.paths[0].name]
                if said.endswith("\n"):
                    assert there == [int(said)], f"{drop.name} was acknowledged"
                assert len(there) < 2, f"{drop.name} is there twice"
                if there:
                    self.drops[drop] = there[0]
            missing = [drop for drop in self._adding if drop not in self.drops]
            self._adding = {}
            for drop in missing:
                self._add(drop)

    def _scarce(self) -> list[type[Drop]]:
        """Kinds of work of which little is left, the rarest first."""
        left = Counter({work.work: 0 for work in WORKS})
        with Reader(self.program.queue) as reader:
            for batch in reader.batches():
                left[batch.recipe_name] += batch.counts.open
        return [work for work in sorted(WORKS, key=lambda one: left[one.work]) if left[work.work] < LITTLE]

    def check_now(self) -> None:
        """What holds whenever the program is dead."""
        self.program.check_queue()
        with Reader(self.program.queue) as reader:
            at_work = {batch.id for batch in reader.batches() if batch.state is not BatchState.FINISHED}
        kept, made = list[Path](), list[Path]()
        for drop, batch in self.drops.items():
            if batch in at_work:
                originals = self.program.data / "kept" / str(batch)
                drop.check_now(originals)
                (kept if drop.replaces else made).append(originals if drop.replaces else drop.folder / MADE)
        self._targets = kept if kept and self._dice.random() < 0.7 else made

    def check_end(self, post: Post) -> None:
        """What holds when all is over."""
        self.program.check_queue()
        self.program.check_no_leftovers()
        with Reader(self.program.queue) as reader:
            batches = {batch.id: batch for batch in reader.batches()}
            assert sorted(self.drops.values()) == sorted(batches), "each drop is one batch"
            for drop, number in self.drops.items():
                assert batches[number].state is BatchState.FINISHED
                drop.check(self.program, reader, batches[number])
            letters = [batch for batch in batches.values() if batch.kind == "mail"]
            check_post(post, (job for batch in letters for job in reader.iter_jobs(JobView(batch=batch.id))))


def _changed(folder: Path) -> int:
    """When something in `folder` was last made, renamed or removed, ns; 0 while it is not there."""
    try:
        return os.stat(folder).st_mtime_ns
    except FileNotFoundError:
        return 0


@contextlib.contextmanager
def counted(battle: Battle, figures: Figures, post: Post, keep: Callable[[Figures], None]) -> Iterator[None]:
    """Figures are there in the end, also when a check fails."""
    keep(figures)
    try:
        yield
    finally:
        figures.messages = post.taken.total()
        figures.cut_off.update(dict(battle.program.attempts_cut_off()))
        with Reader(battle.program.queue) as reader:
            figures.jobs = reader.counts().total
            figures.unconfirmed = reader.counts().unconfirmed


def test_kills_lose_nothing_and_do_nothing_twice(scene: Path, keep_figures: Callable[[Figures], None]) -> None:
    figures, post = Figures("pictures, tables and letters are worked off"), Post()
    battle = Battle(scene, random.Random(SEED), figures)
    with serving(post) as port, counted(battle, figures, post, keep_figures):
        battle.begin(port)
        while figures.kills < KILLS:
            battle.live()
        battle.peace()
        battle.check_end(post)
    assert figures.unconfirmed <= figures.victims["program"] * MOST_IN_FLIGHT
    assert figures.cut_off, "kills hit the work"
