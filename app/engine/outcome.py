"""What an attempt's end means for its job: the retry policy applied to what was reported.

Owns: report -> `Ending`, and when a lane must pause. Clock and randomness are handed in. Must not know: threads, SQL.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.core.failures import Failure, FailureClass, Warn, info
from app.core.retry import Action, Decision, decide, probe_delay
from app.core.states import JobState, Outcome
from app.jobs.base import Result
from app.store.transitions import Claimed, Ending


@dataclass(frozen=True, slots=True)
class LanePause:
    """The lane must stop: `delay` seconds, or None = until a person acts."""

    failure: Failure
    delay: float | None


@dataclass(frozen=True, slots=True)
class Judge:
    """Applies the policy. `clock`: ms UTC; `random`: in [0, 1); `scale` multiplies delays; `tries()`: what a person
    allows now (`core/tuning.py`)."""

    clock: Callable[[], int]
    random: Callable[[], float]
    scale: float = 1.0
    tries: Callable[[], int | None] = lambda: None

    def good(self, job: Claimed, result: Result, warnings: tuple[Warn, ...], ms: int, peak_mb: int | None) -> Ending:
        """The ending of an attempt that returned a result."""
        skipped = result.skipped is not None
        return Ending(
            job,
            JobState.SKIPPED if skipped else JobState.DONE,
            Outcome.SKIPPED if skipped else Outcome.DONE,
            ms,
            outputs=result.outputs,
            warnings=warnings,
            extra=result.extra,
            note=result.skipped or result.note,
            bytes_out=result.bytes_out,
            peak_mb=peak_mb,
        )

    def bad(
        self,
        job: Claimed,
        failure: Failure,
        ms: int,
        *,
        warnings: tuple[Warn, ...] = (),
        peak_mb: int | None = None,
        cancelled: bool = False,
        armed: bool = False,
        probes: int = 0,
    ) -> tuple[Ending, LanePause | None]:
        """The ending of an attempt that failed, and the pause of its lane if it calls for one.

        `armed`: the effect may have happened, so whatever else is known, nothing automatic may start it again.
        """
        if armed and failure.failure_class is not FailureClass.UNCERTAIN:
            failure = Failure(
                "UNCERTAIN", f"It is not known whether the message left. {failure.message}", failure.detail
            )
        if cancelled and not armed:
            failure = Failure("CANCELLED", "Cancelled by you.")
        crashed = failure.failure_class is FailureClass.POISON
        made = job.tries + 1
        decision = decide(failure, made, job.crashes + crashed, self.random(), self.scale, probes, self.tries())
        ending = Ending(job, *_ENDS[decision.action], ms, failure, crashed=crashed, warnings=warnings, peak_mb=peak_mb)
        return self._timed(ending, decision), _pause(failure, decision)

    def interrupted(self, job: Claimed, ms: int, armed: bool = False) -> Ending:
        """The ending of an attempt that was cut off by nobody's fault (quit, a neighbour's crash)."""
        return self.bad(job, Failure("INTERRUPTED", "Interrupted, starts over"), ms, armed=armed)[0]

    def breaks(self, failure: Failure, probes: int) -> LanePause:
        """The pause of a lane whose attempts fail one after the other with `failure`."""
        title = info(failure.code).title
        words = f"{title}, several times in a row. {failure.message}"
        if failure.failure_class is FailureClass.PERMANENT:  # each look would cost a job
            return LanePause(Failure(failure.code, f"{words} Look at the reason, then resume.", failure.detail), None)
        words = f"{words} Dropmill tries one at a time until it works again."
        delay = probe_delay(failure, self.random(), self.scale, probes)
        return LanePause(Failure(failure.code, words, failure.detail), delay)

    def _timed(self, ending: Ending, decision: Decision) -> Ending:
        if decision.delay is not None:
            when = self.clock() + round(decision.delay * 1000)
            if decision.action is Action.RETRY:
                return replace(ending, run_at=when)
            if decision.action is Action.PARK:
                return replace(ending, counted=False, look_at=when)
        if decision.action in (Action.GIVE_BACK, Action.PAUSE_LANE):
            return replace(ending, counted=False)
        return ending


_ENDS: dict[Action, tuple[JobState, Outcome]] = {
    Action.RETRY: (JobState.WAITING, Outcome.RETRY),
    Action.FAIL: (JobState.FAILED, Outcome.FAILED),
    Action.GIVE_BACK: (JobState.READY, Outcome.INTERRUPTED),
    Action.PAUSE_LANE: (JobState.READY, Outcome.INTERRUPTED),
    Action.PARK: (JobState.WAITING, Outcome.INTERRUPTED),
    Action.UNCONFIRMED: (JobState.UNCONFIRMED, Outcome.UNCONFIRMED),
    Action.CANCEL: (JobState.CANCELLED, Outcome.CANCELLED),
}


def _pause(failure: Failure, decision: Decision) -> LanePause | None:
    return LanePause(failure, decision.delay) if decision.action is Action.PAUSE_LANE else None
