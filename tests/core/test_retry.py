"""The retry policy for every class, over all inputs that can occur."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.failures import FAILURES, NEEDS_PERSON, Failure, FailureClass
from app.core.retry import JITTER, PROBE_DELAYS, SCHEDULES, Action, Decision, decide, schedule_of, tries_allowed

RANDOM = st.floats(0, 1, exclude_max=True)
CODES = st.sampled_from(sorted(FAILURES))
SCHEDULED = sorted(code for code, row in FAILURES.items() if row.failure_class in SCHEDULES)
ENVIRONMENT = sorted(code for code, row in FAILURES.items() if row.failure_class is FailureClass.ENVIRONMENT)


def of(cls: FailureClass) -> str:
    """A code of the class."""
    return next(code for code, row in FAILURES.items() if row.failure_class is cls)


def delays(cls: FailureClass, random: float = 0.0) -> list[float]:
    """The delays that a job sees whose every try fails with `cls`."""
    found: list[float] = []
    while (decision := decide(Failure(of(cls), ""), len(found) + 1, len(found) + 1, random)).action is Action.RETRY:
        assert decision.delay is not None
        found.append(decision.delay)
    assert decision == Decision(Action.FAIL)
    return found


def test_the_delays_are_those_that_are_promised() -> None:
    assert delays(FailureClass.TRANSIENT_LOCAL) == [1, 2, 4, 8, 15]
    assert delays(FailureClass.TRANSIENT_REMOTE) == [30, 60, 120, 240, 480, 960, 1800]
    assert len(delays(FailureClass.TIMEOUT)) == 1
    assert len(delays(FailureClass.POISON)) == 1
    assert delays(FailureClass.BUG) == [5]


@pytest.mark.parametrize(
    ("cls", "action"),
    [
        (FailureClass.PERMANENT, Action.FAIL),
        (FailureClass.UNCERTAIN, Action.UNCONFIRMED),
        (FailureClass.CANCELLED, Action.CANCEL),
        (FailureClass.EXPIRED, Action.CANCEL),
        (FailureClass.INTERRUPTED, Action.GIVE_BACK),
        (FailureClass.ENVIRONMENT, Action.PAUSE_LANE),
    ],
)
@given(tries=st.integers(1, 100), crashes=st.integers(0, 100), random=RANDOM)
def test_classes_without_a_schedule(cls: FailureClass, action: Action, tries: int, crashes: int, random: float) -> None:
    assert decide(Failure(of(cls), ""), tries, crashes, random).action is action


@given(code=st.sampled_from(SCHEDULED), most=st.integers(1, 20))
def test_a_person_chooses_tries_for_what_passes_and_limits_the_rest(code: str, most: int) -> None:
    cls = FAILURES[code].failure_class
    allowed = tries_allowed(cls, most)
    passes = cls in (FailureClass.TRANSIENT_LOCAL, FailureClass.TRANSIENT_REMOTE)
    assert allowed == (most if passes else min(most, SCHEDULES[cls].tries))
    assert decide(Failure(code, ""), allowed, allowed, 0.0, most=most).action is Action.FAIL
    if allowed > 1:
        assert decide(Failure(code, ""), allowed - 1, allowed - 1, 0.0, most=most).action is Action.RETRY


@given(code=CODES, random=RANDOM)
def test_every_failure_ends(code: str, random: float) -> None:
    """Whatever happens again and again: after the allowed tries a job is not tried again by itself."""
    allowed = tries_allowed(FAILURES[code].failure_class)
    assert decide(Failure(code, ""), allowed, allowed, random).action is not Action.RETRY
    assert decide(Failure(code, ""), allowed + 50, allowed + 50, random).action is not Action.RETRY


@given(code=st.sampled_from(SCHEDULED), data=st.data(), random=RANDOM)
def test_a_delay_is_the_schedule_and_up_to_half_more(code: str, data: st.DataObject, random: float) -> None:
    schedule = schedule_of(code)
    assert schedule is not None
    made = data.draw(st.integers(1, schedule.tries - 1))
    plain = decide(Failure(code, ""), made, made, 0.0)
    decision = decide(Failure(code, ""), made, made, random)
    assert decision.action is Action.RETRY
    assert plain.delay is not None
    assert decision.delay is not None
    assert schedule.first <= plain.delay <= schedule.cap
    assert plain.delay <= decision.delay <= plain.delay * (1 + JITTER)


@given(cls=st.sampled_from(sorted(SCHEDULES)), made=st.integers(1, 100_000))
def test_the_schedule_never_falls_and_never_passes_its_cap(cls: FailureClass, made: int) -> None:
    schedule = SCHEDULES[cls]
    assert schedule.delay(made) <= schedule.delay(made + 1) <= schedule.cap


@given(code=st.sampled_from(SCHEDULED), random=RANDOM, asked=st.floats(0, 1e6), scale=st.floats(0.001, 10))
def test_a_server_that_asks_to_wait_is_heard(code: str, random: float, asked: float, scale: float) -> None:
    decision = decide(Failure(code, "", retry_after=asked), 1, 1, random, scale)
    assert decision.action is Action.RETRY
    assert decision.delay is not None
    assert decision.delay >= asked * scale * (1 - 1e-9)


@given(
    code=CODES, random=RANDOM, tries=st.integers(1, 10), scale=st.floats(0.001, 100), probes=st.integers(0, 9),
    asked=st.none() | st.floats(0, 1e6),
)  # fmt: skip
def test_scale_multiplies_the_delay_and_changes_nothing_else(
    code: str, random: float, tries: int, scale: float, probes: int, asked: float | None
) -> None:
    failure = Failure(code, "", retry_after=asked)
    plain = decide(failure, tries, tries, random, 1.0, probes)
    scaled = decide(failure, tries, tries, random, scale, probes)
    assert scaled.action is plain.action
    if plain.delay is None:
        assert scaled.delay is None
    else:
        assert scaled.delay is not None
        assert math.isclose(scaled.delay, plain.delay * scale)


@given(
    code=st.sampled_from(ENVIRONMENT), random=RANDOM, probes=st.integers(0, 1000), asked=st.none() | st.floats(0, 1e6)
)
def test_a_lane_looks_again_unless_a_person_must_act(
    code: str, random: float, probes: int, asked: float | None
) -> None:
    decision = decide(Failure(code, "", retry_after=asked), 1, 0, random, probes=probes)
    assert decision.action is (Action.PARK if code == "DRIVE_MISSING" else Action.PAUSE_LANE)
    if code in NEEDS_PERSON:
        assert decision.delay is None
        return
    assert decision.delay is not None
    floor = max(PROBE_DELAYS[min(probes, len(PROBE_DELAYS) - 1)], asked or 0.0)
    assert floor <= decision.delay <= floor * (1 + JITTER)


def test_tries_do_not_count_against_a_poisoned_job_and_crashes_not_against_others() -> None:
    assert decide(Failure("WORKER_DIED", ""), 6, 1, 0).action is Action.RETRY
    assert decide(Failure("WORKER_DIED", ""), 1, 2, 0).action is Action.FAIL
    assert decide(Failure("READ_DENIED", ""), 1, 9, 0).action is Action.RETRY


def test_an_unknown_code_is_tried_once_more_and_ends() -> None:
    assert [decide(Failure("NO_SUCH_CODE", ""), tries, 0, 0).action for tries in (1, 2)] == [Action.RETRY, Action.FAIL]


@given(random=RANDOM)
def test_a_full_mailbox_is_tried_for_most_of_a_day_and_no_longer(random: float) -> None:
    total, made = 0.0, 1
    while (decision := decide(Failure("MBOX_FULL", ""), made, 0, random)).action is Action.RETRY:
        assert decision.delay is not None
        total, made = total + decision.delay, made + 1
    assert 12 * 3600 <= total <= 24 * 3600
