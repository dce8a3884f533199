"""The plug is pulled while an account comes to its limit of the day: however often, no more people are written to."""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.states import JobState
from app.core.throttle import DAY_MS
from app.store.reader import JobView, Reader
from tests.crash.drops import ACCOUNT, check_post
from tests.crash.figures import SEED, Figures, kills
from tests.crash.post import Post, serving
from tests.crash.program import Program, kill

KILLS = kills(2, 0.02)  # 10 of 500
LIMIT = KILLS * 20
ROWS = LIMIT * 2
LONGEST = 60.0  # seconds of a life in which nothing more is sent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


def test_a_limit_of_the_day_holds_through_kills(scene: Path, keep_figures: Callable[[Figures], None]) -> None:
    figures, post, dice = Figures("a limit holds"), Post(), random.Random(SEED)
    keep_figures(figures)
    program = Program(scene)
    people = scene / "people.csv"
    people.write_text("email\n" + "".join(f"p{n}@example.org\n" for n in range(ROWS)))
    message = {"to": "{{ email }}", "subject": "Hello {{ email }}", "text": "A"}
    with serving(post) as port:
        program.account(ACCOUNT, port, "--per-day", LIMIT)
        recipe = program.recipe("more than a day", kind="mail", account=ACCOUNT, message=message)
        added = program.run("add", "--recipe", recipe, "--send", people)
        assert added.returncode == 0, added.stderr.decode()
        for number in range(KILLS):
            figures.restarts += 1
            process = program.start("work")
            goal, ends = LIMIT * (number + 1) // (KILLS + 1), time.monotonic() + LONGEST
            while post.taken.total() < goal and process.poll() is None and time.monotonic() < ends:
                time.sleep(0.002)
            time.sleep(dice.uniform(0, 0.05))
            figures.victims["program"] += kill(process)
            program.check_queue()
        program.run("work")
        program.run("work")  # nothing more comes of it
        program.check_queue()
    with Reader(program.queue) as reader:
        jobs = list(reader.iter_jobs(JobView()))
        counted = reader.sent_in_day(f"mail:{ACCOUNT}", time.time_ns() // 1_000_000)
        (lane,) = [lane for lane in reader.lanes() if lane.name == f"mail:{ACCOUNT}"]
    check_post(post, jobs)
    left = sum(job.state in (JobState.DONE, JobState.UNCONFIRMED) for job in jobs)
    assert post.taken.total() <= left <= counted == LIMIT
    assert lane.at_its_limit
    assert lane.until is not None and lane.until - time.time_ns() // 1_000_000 > DAY_MS - 600_000
    figures.jobs, figures.messages = len(jobs), post.taken.total()
    figures.unconfirmed = sum(job.state is JobState.UNCONFIRMED for job in jobs)
    assert figures.kills == KILLS, "the plug was pulled while there was work"
