"""Why the queue does what it does, from one snapshot: the face of Run/Pause and the words for every wait.

Owns: these two decisions. Pure: the time is handed in; no widgets.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath

from app.core.failures import NEEDS_PERSON, info
from app.core.model import DRIVE, Lane
from app.window.state import Snapshot, at_work, going, is_drive, startable, starts_later, waits_for_send
from app.window.text import clock, inside, isolated, moment, printable, time_of_day, tr, trn
from app.window.told import told


class RunFace(Enum):
    """The three faces of the one button."""

    PAUSE = auto()
    RUN = auto()
    NOTHING = auto()  # Run, greyed: "Nothing is waiting"


def run_face(now: Snapshot) -> RunFace:
    """Pause while anything runs or may start; Run when something could start and is not allowed to."""
    if not now.paused and any(going(batch) for batch in now.batches):
        return RunFace.PAUSE
    held_back = any(startable(batch) for batch in now.batches)
    if held_back or (now.paused and any(going(batch) for batch in now.batches)):
        return RunFace.RUN
    return RunFace.NOTHING


@dataclass(frozen=True, slots=True)
class Why:
    """Why nothing is running. `needs_person`: it does not go on by itself."""

    icon: str
    text: str
    needs_person: bool = False


def why_idle(now: Snapshot, now_ms: int) -> Why | None:
    """The words of the status bar, or None while work goes on and nothing needs a person."""
    for lane in sorted(now.lanes, key=lambda lane: lane.until is not None):
        why = _lane(lane, now_ms)
        if why.needs_person or not (at_work(now) if is_drive(lane) else now.counts.running):
            return why
    if at_work(now):
        return None
    if now.paused and now.counts.open:
        return Why("pause", tr("Paused by you, press Run to go on"), True)
    if any(startable(batch) and not batch.started for batch in now.batches):
        return Why("info", tr("Waiting for you to press Run"), True)
    if any(startable(batch) for batch in now.batches):
        return Why("pause", tr("Paused by you, press Run to go on"), True)
    if any(waits_for_send(batch) for batch in now.batches):
        return Why("send", tr("Waiting for you to send"), True)
    counts = now.counts
    starts = [start for batch in now.batches if (start := starts_later(batch, now_ms)) is not None]
    if starts:
        return Why("state-waiting", tr("Waiting: starts {time}").format(time=moment(min(starts), now_ms)))
    if counts.ready:
        return None
    if counts.waiting:
        when = clock(max(0, (now.due or now_ms) - now_ms) / 1000)
        words = trn("Waiting: 1 file tries again in {when}", "Waiting: %Ln files try again in {when}", counts.waiting)
        return Why("state-retrying", words.format(when=when))
    if counts.held:
        return Why("state-held", tr("Everything left is held"), True)
    return Why("check", tr("All work is finished")) if counts.total else None


def _lane(lane: Lane, now_ms: int) -> Why:
    code = lane.code or ""
    if code == "DISK_FULL":
        return Why("disk", tr("Waiting: a drive is full"), True)
    if code in NEEDS_PERSON or lane.until is None:
        reason = told(info(code).title) if code else tr("paused")
        return Why("warning", tr("Waiting: {reason}").format(reason=inside(reason)), True)
    if lane.at_its_limit and lane.until is not None:
        reason = inside(told(lane.message or "").rstrip("."))
        words = tr("Waiting: {reason}, continues {time}").format(reason=reason, time=moment(lane.until, now_ms))
        return Why("state-waiting", words)
    if code in ("RATE_LIMIT", "QUOTA_DAY"):
        words = tr("Waiting: the mail server asks to wait until {time}")
        return Why("state-waiting", words.format(time=time_of_day(lane.until)))
    when = clock(max(0, lane.until - now_ms) / 1000)
    if is_drive(lane):
        words = tr("Waiting: {drive} is away, looking again in {when}")
        return Why("disk-missing", words.format(drive=drive_name(lane), when=when))
    words = tr("Waiting: {reason}, looking again in {when}")
    return Why("state-waiting", words.format(reason=inside(told(info(code).title)), when=when))


def drive_name(lane: Lane) -> str:
    """The dropped folder (or drive) that is away, short enough for a line: "E:\\", "Lisbon"."""
    path = lane.name.removeprefix(DRIVE)
    return isolated(printable(PurePath(path).name or path))
