"""What is dropped on the program under kills, and what must have become of it.

Owns: one class for each kind of work: its files, its recipe, its end. Must not know: who is killed, and when.

Each step is one that shows when it was done twice: pictures are halved, numbers grow by one.
"""

import csv
import functools
import hashlib
import io
import itertools
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from PIL import Image

from app.core.model import Attempt, Batch, Job
from app.core.states import JobState, Outcome
from app.store.reader import JobView, Reader
from tests.crash.post import LATER, REFUSED, Post
from tests.crash.program import Program

ACCOUNT = "post"
MADE = "Dropmill"  # the folder of outputs
IN_PLACE = {"folder": "{source}", "exists": "replace"}
WIDTH, HEIGHT = 1200, 800  # of the first picture; each further one is a little wider
ROWS, FEW_ROWS = 6_000, 50
BROKEN = "broken.jpg"


class Drop:
    """One drop, which becomes one batch. Files are told apart by what is in them."""

    work: ClassVar[str]  # the name of its recipe: what figures call it
    kind: ClassVar[str]
    count: ClassVar[int]  # jobs
    replaces: ClassVar[bool] = False

    def __init__(self, folder: Path, number: int) -> None:
        self.name = f"{self.work} {number}".replace(" ", "-")
        self.folder = folder / self.name
        self.folder.mkdir()
        self.make()
        self.sources = {path: digest(path.read_bytes()) for path in self.folder.iterdir()}

    @property
    def paths(self) -> list[Path]:
        """What is dropped."""
        return [self.folder]

    @property
    def options(self) -> list[str]:
        """Of `dropmill add`."""
        return []

    def make(self) -> None:
        """Write the sources."""
        raise NotImplementedError

    def recipe(self) -> dict[str, object]:
        raise NotImplementedError

    def expected(self, name: str) -> JobState:
        """How the job of the source `name` must end."""
        return JobState.DONE

    def whole(self, path: Path) -> None:
        """Assert that the output that was made of the source `path.name` is right."""
        raise NotImplementedError

    def check(self, program: Program, reader: Reader, batch: Batch) -> None:
        """What holds when all is over."""
        jobs = list(reader.iter_jobs(JobView(batch=batch.id)))
        wanted = {str(path): self.expected(path.name) for path in self.sources}
        assert {job.input: job.state for job in jobs} == wanted, [
            (job.id, job.state, job.code, job.message) for job in jobs if job.state is not wanted.get(job.input)
        ]
        done = sorted(path for path in self.sources if wanted[str(path)] is JobState.DONE)
        if self.replaces:
            kept = program.data / "kept" / str(batch.id)
            assert Counter(digest(path.read_bytes()) for path in kept.iterdir()) == Counter(
                self.sources[path] for path in done
            ), "the originals are kept, each once"
            assert set(self.folder.iterdir()) == set(self.sources)
            outputs = done
        else:
            made = self.folder / MADE
            outputs = [made / path.name for path in done]
            assert sorted(made.iterdir()) == sorted(outputs), "no second copy, no temporary file"
            assert set(self.folder.iterdir()) == {*self.sources, made}
        for path, source in self.sources.items():
            if not (self.replaces and path in done):
                assert digest(path.read_bytes()) == source, f"{path} was changed"
        for path in outputs:
            self.whole(path)

    def check_now(self, kept: Path) -> None:
        """What holds at any moment: every original is there, as itself or kept in the folder `kept`."""
        if not self.replaces:
            return
        there = {digest(path.read_bytes()) for path in kept.glob("*")}
        for path, source in self.sources.items():
            assert source in there or digest(path.read_bytes()) == source, f"the original of {path} is lost"


class Pictures(Drop):
    work, kind, count = "pictures", "image", 31

    def make(self) -> None:
        for number in range(self.count - 1):
            (self.folder / f"p{number}.jpg").write_bytes(_picture(number))
        (self.folder / BROKEN).write_bytes(_picture(0)[:20_000])

    def recipe(self) -> dict[str, object]:
        return {"steps": [{"do": "resize", "mode": "percent", "size": 50}]}

    def expected(self, name: str) -> JobState:
        return JobState.FAILED if name == BROKEN else JobState.DONE

    def whole(self, path: Path) -> None:
        with Image.open(path) as picture:
            picture.load()
            assert picture.size == (WIDTH // 2 + int(path.stem[1:]), HEIGHT // 2), path


class ReplacedPictures(Pictures):
    work, replaces = "pictures in place", True

    def recipe(self) -> dict[str, object]:
        return {**super().recipe(), "place": IN_PLACE}


class Tables(Drop):
    work, kind, count = "tables", "table", 30
    rows: ClassVar[int] = ROWS

    def make(self) -> None:
        for number in range(self.count):
            (self.folder / f"t{number}.csv").write_bytes(_table(number, self.rows, 0))

    def recipe(self) -> dict[str, object]:
        return {"steps": [{"do": "compute", "columns": {"n": "num(n) + 1"}}]}

    def whole(self, path: Path) -> None:
        assert path.read_bytes() == _table(int(path.stem[1:]), self.rows, 1), path


class ReplacedTables(Tables):
    """Small ones: most of their time goes into keeping, noting and renaming."""

    work, count, replaces = "tables in place", 250, True
    rows = FEW_ROWS

    def recipe(self) -> dict[str, object]:
        return {**super().recipe(), "place": IN_PLACE}


class OrderedTables(Tables):
    work, count = "tables in order", 15

    def recipe(self) -> dict[str, object]:
        return {**super().recipe(), "ordered": True}

    def check(self, program: Program, reader: Reader, batch: Batch) -> None:
        super().check(program, reader, batch)
        jobs = list(reader.iter_jobs(JobView(batch=batch.id)))
        histories = [(job, reader.attempts(job.id)) for job in jobs]
        for (_job, earlier), (job, later) in itertools.pairwise(histories):
            begun = min(attempt.started for attempt in later)
            assert _ended(earlier) <= begun, f"job {job.id} began before the one before it had ended"


class Letters(Drop):
    work, kind, count = "letters", "mail", 120

    @property
    def paths(self) -> list[Path]:
        return list(self.sources)

    @property
    def options(self) -> list[str]:
        return ["--send"]

    def make(self) -> None:
        kinds = {0: REFUSED, 1: LATER, 2: LATER}
        rows = (f"{kinds.get(n, 'p')}{n}.{self.name}@example.org" for n in range(self.count))
        (self.folder / f"{self.name}.csv").write_text("email\n" + "".join(f"{row}\n" for row in rows))

    def recipe(self) -> dict[str, object]:
        message = {"to": "{{ email }}", "subject": "Hello {{ email }}", "text": "A"}
        return {"account": ACCOUNT, "message": message}

    def check(self, program: Program, reader: Reader, batch: Batch) -> None:
        jobs = list(reader.iter_jobs(JobView(batch=batch.id)))
        assert len({job.extra["mail"]["to"] for job in jobs}) == len(jobs) == self.count
        for job in jobs:
            refused = job.extra["mail"]["to"].startswith(REFUSED)
            allowed = {JobState.FAILED} if refused else {JobState.DONE, JobState.UNCONFIRMED}
            assert job.state in allowed, (job.id, job.state, job.code, job.message)
        for path, source in self.sources.items():
            assert digest(path.read_bytes()) == source, f"{path} was changed"
        assert set(self.folder.iterdir()) == set(self.sources)


WORKS = (Pictures, Tables, ReplacedPictures, ReplacedTables, OrderedTables, Letters)


def check_post(post: Post, jobs: Iterable[Job]) -> None:
    """What was taken is what is called sent, each once; only what is called unconfirmed may be either."""
    assert max(post.taken.values()) == 1, "a message was sent twice"
    states = {job.extra["mail"]["message_id"]: job.state for job in jobs}
    assert set(post.taken) <= set(states), "a message went out that nobody knows"
    for identity, state in states.items():
        if state is not JobState.UNCONFIRMED:
            taken = post.taken[identity]
            assert taken == (state is JobState.DONE), f"a message is called {state}, and was taken {taken} times"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _ended(attempts: Iterable[Attempt]) -> int:
    """When the job came to its first end, ms UTC."""
    return min(one.ended for one in attempts if one.outcome in (Outcome.DONE, Outcome.FAILED))


@functools.cache
def _picture(number: int) -> bytes:
    """A JPEG whose width tells it from all others; no decoder takes its noise for another."""
    out = io.BytesIO()
    Image.effect_noise((WIDTH + 2 * number, HEIGHT), 60).convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


@functools.cache
def _table(number: int, count: int, plus: int) -> bytes:
    """A table of `count` rows that tell it from all others. `plus`: how often one was added."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["n", "text"])
    rows.writerows([row + plus, f"row of {number}"] for row in range(count))
    return out.getvalue().encode()
