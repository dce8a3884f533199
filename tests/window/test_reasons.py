"""Run/Pause has three faces and every wait has a reason, all from one snapshot."""

import dataclasses
from typing import Any

import pytest

from app.core.model import Batch, Counts, Lane
from app.core.states import BatchState
from app.core.throttle import DAY_MS
from app.window.banners import most_urgent
from app.window.reasons import RunFace, run_face, why_idle
from app.window.state import Snapshot, at_work
from app.window.text import moment

NOW = 1_800_000_000_000


def batch(state: BatchState, kind: str = "image", started: int | None = 1, **counts: int) -> Batch:
    return Batch(
        id=1, kind=kind, title="t", recipe_name="r", recipe="{}", state=state, counts=Counts(**counts), bytes_total=0,
        bytes_done=0, bytes_out=0, options={}, created=0, started=started, finished=None,
    )  # fmt: skip


def snapshot(*batches: Batch, **more: Any) -> Snapshot:
    total = Counts()
    for one in batches:
        total = Counts(
            **{f.name: getattr(total, f.name) + getattr(one.counts, f.name) for f in dataclasses.fields(Counts)}
        )
    return Snapshot(batches, total, **more)


ACTIVE, PAUSED, FINISHED = BatchState.ACTIVE, BatchState.PAUSED, BatchState.FINISHED


@pytest.mark.parametrize(
    ("now", "face"),
    [
        (snapshot(), RunFace.NOTHING),
        (snapshot(batch(FINISHED, done=3)), RunFace.NOTHING),
        (snapshot(batch(ACTIVE, running=1)), RunFace.PAUSE),
        (snapshot(batch(ACTIVE, ready=1)), RunFace.PAUSE),
        (snapshot(batch(ACTIVE, waiting=1)), RunFace.PAUSE),
        (snapshot(batch(ACTIVE, held=1)), RunFace.NOTHING),
        (snapshot(batch(PAUSED, ready=5, started=None)), RunFace.RUN),
        (snapshot(batch(ACTIVE, ready=5), paused=True), RunFace.RUN),
        (snapshot(batch(PAUSED, ready=5), batch(ACTIVE, running=1)), RunFace.PAUSE),
        (snapshot(batch(PAUSED, kind="mail", started=None, ready=5)), RunFace.NOTHING),
        (snapshot(batch(PAUSED, kind="mail", started=1, ready=5)), RunFace.RUN),
        (snapshot(paused=True), RunFace.NOTHING),
    ],
)
def test_faces(now, face):
    assert run_face(now) is face


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (snapshot(batch(ACTIVE, running=1)), None),
        (snapshot(batch(ACTIVE, ready=1), paused=True), "Paused by you, press Run to go on"),
        (snapshot(batch(PAUSED, ready=1, started=None)), "Waiting for you to press Run"),
        (snapshot(batch(PAUSED, ready=1)), "Paused by you, press Run to go on"),
        (snapshot(batch(PAUSED, kind="mail", started=None, ready=1)), "Waiting for you to send"),
        (snapshot(batch(PAUSED, ready=1, started=None), batch(ACTIVE, ready=1)), None),
        (snapshot(batch(ACTIVE, waiting=2), due=NOW + 14_000), "Waiting: 2 files try again in 0:14"),
        (snapshot(batch(ACTIVE, waiting=1), due=NOW + 14_000), "Waiting: 1 file tries again in 0:14"),
        (snapshot(batch(ACTIVE, held=2)), "Everything left is held"),
        (snapshot(batch(FINISHED, done=2)), "All work is finished"),
        (snapshot(), None),
    ],
)
def test_every_wait_has_a_reason(now, words):
    why = why_idle(now, NOW)
    assert (why.text if why else None) == words


def lane(
    code: str, until: int | None = None, message: str = "words of the server", probes: int = 1
) -> tuple[Lane, ...]:
    return (Lane("mail:work", True, code, message, until, probes),)


def test_a_lane_that_needs_a_person_is_said_even_while_others_run():
    why = why_idle(snapshot(batch(ACTIVE, running=2), lanes=lane("AUTH_REJECTED")), NOW)
    assert why is not None
    assert why.text == "Waiting: sign-in refused"
    assert why.needs_person


def test_a_lane_that_looks_again_says_when():
    why = why_idle(snapshot(batch(ACTIVE, ready=2), lanes=lane("NET_OFFLINE", NOW + 40_000)), NOW)
    assert why is not None
    assert why.text == "Waiting: mail server cannot be reached, looking again in 0:40"
    assert not why.needs_person
    assert why_idle(snapshot(batch(ACTIVE, running=2), lanes=lane("NET_OFFLINE", NOW + 40_000)), NOW) is None


def test_a_provider_that_asks_to_wait_is_quoted_with_the_time():
    why = why_idle(snapshot(batch(ACTIVE, ready=2), lanes=lane("RATE_LIMIT", NOW)), NOW)
    assert why is not None
    assert why.text.startswith("Waiting: the mail server asks to wait until ")


def test_an_account_that_has_reached_its_limit_names_it_and_the_time():
    words = "The limit of this account is 400 people a day."
    why = why_idle(snapshot(batch(ACTIVE, ready=2), lanes=lane("QUOTA_DAY", NOW + DAY_MS, words, 0)), NOW)
    assert why is not None
    assert why.text == f"Waiting: the limit of this account is 400 people a day, continues {moment(NOW + DAY_MS, NOW)}"
    assert not why.needs_person


def test_a_batch_with_a_time_waits_for_it_and_is_not_at_work():
    later = dataclasses.replace(batch(ACTIVE, started=None, ready=3), not_before=NOW + 3_600_000)
    now = snapshot(later, at=NOW)
    assert not at_work(now)
    assert why_idle(now, NOW).text == f"Waiting: starts {moment(NOW + 3_600_000, NOW)}"
    assert why_idle(now, NOW + 3_600_000) is None
    assert at_work(dataclasses.replace(now, at=NOW + 3_600_000))
    assert run_face(now) is RunFace.PAUSE


def test_a_drive_that_is_away_holds_up_its_own_files_only():
    away = Lane("drive:/mnt/Lisbon", True, "DRIVE_MISSING", "/mnt/Lisbon cannot be reached.", NOW + 40_000, 1)
    waiting = snapshot(batch(ACTIVE, waiting=3), lanes=(away,))
    assert why_idle(waiting, NOW).text == "Waiting: Lisbon is away, looking again in 0:40"
    assert not at_work(waiting)
    others = snapshot(batch(ACTIVE, waiting=3, ready=2), lanes=(away,))
    assert why_idle(others, NOW) is None
    assert at_work(others)


def test_the_banner_of_an_account_at_its_limit_blames_no_server():
    (resting,) = lane("QUOTA_DAY", NOW + DAY_MS, "The limit of this account is 400 people a day.", 0)
    told = most_urgent([resting])
    assert told is not None
    assert told.title == "An account has reached its limit"
    assert told.detail == "The limit of this account is 400 people a day. No message is lost."
    assert (told.tone, told.until) == ("info", NOW + DAY_MS)
    assert [button.text for button in told.buttons] == ["Look now"]
    (asked,) = lane("QUOTA_DAY", NOW + DAY_MS)
    refused = most_urgent([asked])
    assert refused is not None and refused.title.startswith("The mail server asks to wait until ")
