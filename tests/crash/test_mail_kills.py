"""The plug is pulled while one long list is sent: four connections, answers that get lost, a kill every fifty messages.

At the end nobody got a message twice and nobody is silently missing: each row is sent, or unconfirmed and listed.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.states import JobState
from app.store.reader import JobView, Reader
from tests.crash.drops import ACCOUNT, check_post
from tests.crash.figures import SEED, Figures, kills
from tests.crash.post import Post, serving
from tests.crash.program import Program, kill

KILLS = kills(3, 0.04)  # 20 of 500
ROWS = KILLS * 50
CONNECTIONS = 4  # of an account on this machine
LOST = 0.005  # the share of answers that get lost, half of them of messages that were taken
LATE = 0.05  # seconds after the fiftieth message in which a kill comes
LONGEST = 60.0  # seconds of a life in which nothing more is sent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


def _life(program: Program, post: Post, until: int, dice: random.Random) -> bool:
    """Send until the server has taken `until` messages, then pull the plug; False when the program ended before."""
    process = program.start("work")
    ends = time.monotonic() + LONGEST
    while post.taken.total() < until and process.poll() is None and time.monotonic() < ends:
        time.sleep(0.002)
    time.sleep(dice.uniform(0, LATE))
    return kill(process)


def test_a_long_list_is_sent_once_through_kills_and_lost_answers(
    scene: Path, keep_figures: Callable[[Figures], None]
) -> None:
    figures, post, dice = Figures("a long list is sent"), Post(lost=LOST), random.Random(SEED)
    keep_figures(figures)
    program = Program(scene)
    people = scene / "people.csv"
    people.write_text("email\n" + "".join(f"p{n}@example.org\n" for n in range(ROWS)))
    message = {"to": "{{ email }}", "subject": "Hello {{ email }}", "text": "A"}
    with serving(post) as port:
        program.account(ACCOUNT, port)
        recipe = program.recipe("long list", kind="mail", account=ACCOUNT, message=message)
        added = program.run("add", "--recipe", recipe, "--send", people)
        assert added.returncode == 0, added.stderr.decode()
        for number in range(KILLS):
            figures.restarts += 1
            figures.victims["program"] += _life(program, post, ROWS * (number + 1) // (KILLS + 1), dice)
            program.check_queue()
        program.work()
        program.check_queue()
    with Reader(program.queue) as reader:
        jobs = list(reader.iter_jobs(JobView()))
    figures.jobs, figures.messages = len(jobs), post.taken.total()
    figures.unconfirmed = sum(job.state is JobState.UNCONFIRMED for job in jobs)
    figures.cut_off.update(dict(program.attempts_cut_off()))
    assert sorted(job.extra["mail"]["to"] for job in jobs) == sorted(f"p{n}@example.org" for n in range(ROWS))
    assert {job.state for job in jobs} <= {JobState.DONE, JobState.UNCONFIRMED}
    check_post(post, jobs)
    assert figures.kills == KILLS, "the plug was pulled while there was work"
    assert figures.unconfirmed <= KILLS * CONNECTIONS + post.lost_answers
