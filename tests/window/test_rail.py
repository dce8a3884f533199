"""The rail's second lines say where a batch stands."""

from typing import Any

import pytest

from app.core.events import ScanProgress
from app.core.model import Batch, Counts
from app.core.states import BatchState
from app.window.head import output_place, writes_files
from app.window.rail import batch_words, entries
from app.window.state import Snapshot
from app.window.text import Face

B = BatchState


def batch(state: BatchState, kind: str = "image", started: int | None = 1, recipe: str = "{}", **more: Any) -> Batch:
    counts = Counts(**{name: n for name, n in more.items() if name != "options"})
    return Batch(
        id=7, kind=kind, title="Lisbon\ntrip", recipe_name="r", recipe=recipe, state=state, counts=counts,
        bytes_total=0, bytes_done=0, bytes_out=0, options=more.get("options", {}),
        created=0, started=started, finished=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (batch(B.ACTIVE, running=1, ready=91, done=220), ("220 of 312", "")),
        (batch(B.FINISHED, done=3), ("Finished", "")),
        (batch(B.FINISHED, done=3, failed=3), ("Finished · 3 failed", Face.FAILED)),
        (batch(B.FINISHED, failed=3, unconfirmed=1), ("Finished · 1 unconfirmed", Face.UNCONFIRMED)),
        (batch(B.PAUSED, done=220, ready=92), ("Paused, 220 of 312", "")),
        (batch(B.PAUSED, ready=312, started=None), ("312 files, not started", "")),
        (batch(B.PAUSED, "mail", ready=3, started=None), ("Waiting for you to send", "")),
        (batch(B.ACTIVE, done=10, held=2), ("2 held, 10 of 12", "")),
        (batch(B.CANCELLED, cancelled=2), ("Cancelled", "")),
    ],
)
def test_second_lines(one, words):
    assert batch_words(one, Snapshot((one,)), None) == words


def test_a_scan_says_what_it_looks_through():
    building = batch(B.BUILDING, started=None)
    assert batch_words(building, Snapshot(), ScanProgress(7, 10, 2, False))[0] == "Looking through folders…"
    assert batch_words(building, Snapshot(), ScanProgress(7, 10, 0, False))[0] == "Adding files…"


def test_a_paused_queue_shows_on_its_batches():
    one = batch(B.ACTIVE, done=1, ready=1)
    assert batch_words(one, Snapshot((one,), paused=True), None)[0] == "Paused, 1 of 2"


def test_unconfirmed_appears_only_when_there_is_one():
    quiet = entries(Snapshot((batch(B.FINISHED, done=1),), Counts(done=1)), {})
    loud = entries(Snapshot((batch(B.FINISHED, unconfirmed=1),), Counts(unconfirmed=1)), {})
    assert Face.UNCONFIRMED not in {entry.face for entry in quiet}
    row = next(entry for entry in loud if entry.face is Face.UNCONFIRMED)
    assert (row.count, row.tone) == (1, "unconfirmed")
    assert loud[-1].title == "Lisbon□trip"


def test_an_empty_queue_counts_nothing():
    assert {entry.count for entry in entries(Snapshot(), {})} == {None}


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (batch(B.ACTIVE, options={"out": "/out"}), "into /out"),
        (batch(B.ACTIVE), "into “Dropmill” beside the originals"),
        (batch(B.ACTIVE, recipe='{"place": {"folder": "{source}"}}'), "beside the originals"),
        (batch(B.ACTIVE, recipe='{"place": {"folder": "/photos/small"}}'), "into /photos/small"),
        (batch(B.ACTIVE, "mail"), ""),
        (batch(B.ACTIVE, "mail", options={"options": {"eml": "/mails"}}), "into /mails"),
    ],
)
def test_where_outputs_go(one, words):
    assert output_place(one) == words
    assert writes_files(one) is bool(words)
