"""Words and numbers as people read them.

Owns: translation (`tr`, `trn`), numbers, sizes, durations, the faces of rows and their words. Must not know: widgets.
Every text is a literal here or at its place of use, so that the translation tools find it; numbers go in afterwards.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from app.core.model import Job
from app.core.states import JobState

NBSP = "\u00a0"
MINUS = "\u2212"
SEPARATOR = "  ·  "
_ISOLATE, _POP = "\u2068", "\u2069"  # first strong isolate, pop directional isolate (Unicode annex 9)


def tr(text: str) -> str:
    """`text` in the language of the window."""
    return QCoreApplication.translate("Window", text)


def trn(one: str, many: str, n: int) -> str:
    """`many` with `%Ln` replaced by `n` in the language's plural form; `one` is English for exactly 1."""
    source = one if n == 1 and tr(many) == many else many
    return QCoreApplication.translate("Window", source, None, n)


class Face(StrEnum):
    """What a row looks like: the states as people know them. Also the names of the state icons and colours."""

    WAITING = "waiting"
    RUNNING = "running"
    RETRYING = "retrying"
    HELD = "held"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"


STATE_OF_FACE: dict[Face, JobState] = {
    Face.WAITING: JobState.READY,
    Face.RUNNING: JobState.RUNNING,
    Face.RETRYING: JobState.WAITING,
    Face.HELD: JobState.HELD,
    Face.DONE: JobState.DONE,
    Face.SKIPPED: JobState.SKIPPED,
    Face.FAILED: JobState.FAILED,
    Face.UNCONFIRMED: JobState.UNCONFIRMED,
    Face.CANCELLED: JobState.CANCELLED,
}
FACE_OF_STATE: dict[JobState, Face] = {state: face for face, state in STATE_OF_FACE.items()}


def face(job: Job) -> Face:
    """How `job` is shown. One that waits for its drive is not retrying: nothing of it was tried."""
    if job.state is JobState.WAITING and job.run_at is None:
        return Face.WAITING
    return FACE_OF_STATE[job.state]


def word(shown: Face) -> str:
    """The state's word for people."""
    match shown:
        case Face.WAITING:
            return tr("Waiting")
        case Face.RUNNING:
            return tr("Running")
        case Face.RETRYING:
            return tr("Retrying")
        case Face.HELD:
            return tr("Held")
        case Face.DONE:
            return tr("Done")
        case Face.SKIPPED:
            return tr("Skipped")
        case Face.FAILED:
            return tr("Failed")
        case Face.UNCONFIRMED:
            return tr("Unconfirmed")
        case Face.CANCELLED:
            return tr("Cancelled")


def mirrored() -> bool:
    """Whether the window runs from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def isolated(text: str) -> str:
    """`text` in an order of its own: among words from right to left, "4.2 MB" would become "MB 4.2"."""
    return f"{_ISOLATE}{text}{_POP}" if text and mirrored() else text


def number(value: int) -> str:
    """4812 → "4,812"."""
    return QLocale().toString(value)


def decimal(value: float, digits: int) -> str:
    """4.1 → "4.1" or "4,1"."""
    return QLocale().toString(value, "f", digits)


def size(count: int) -> str:
    """Bytes in decimal units: "84 KB", "4.1 MB", "318 MB", "1.9 GB"."""
    value = float(count)
    unit = "B"
    for following in ("KB", "MB", "GB", "TB", "PB"):
        if value < 999.5:
            break
        value, unit = value / 1000, following
    digits = 1 if unit != "B" and value < 9.95 else 0
    return isolated(f"{decimal(value, digits)}{NBSP}{unit}")


def shrunk(before: int, after: int) -> str:
    """What a file was and became, in the window's direction: "4.1 MB → 612 KB"."""
    return f"{size(before)} {'←' if mirrored() else '→'} {size(after)}"


def percent(part: float) -> str:
    """0.41 → "41 %", −0.853 → "−85 %"."""
    return _signed(part, MINUS if round(part * 100) < 0 else "")


def _signed(part: float, sign: str) -> str:
    return isolated(f"{sign}{number(abs(round(part * 100)))}{NBSP}%")


def saved(before: int, after: int) -> str:
    """How much smaller (or larger) the result is: "−85 %", "0 %", "+4 %"; "" when there is nothing to compare."""
    if before <= 0 or after <= 0:
        return ""
    change = after / before - 1
    return _signed(change, "+") if round(change * 100) > 0 else percent(change)


def clock(seconds: float) -> str:
    """A countdown: "0:14", "12:05", "1:02:05"."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def elapsed(ms: int) -> str:
    """How long a row took: "0.4 s", "11 s", "1:05"."""
    if ms < 9_950:
        return isolated(f"{decimal(max(0.1, ms / 1000), 1)}{NBSP}s")  # "0.0 s" would read as not done at all
    if ms < 59_500:
        return isolated(f"{number(round(ms / 1000))}{NBSP}s")
    return clock(ms / 1000)


def duration(seconds: float) -> str:
    """A length of time in words: "4 s", "7 min 40 s", "2 h 5 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return tr("{n} s").format(n=number(whole))
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return tr("{m} min {s} s").format(m=minutes, s=rest) if rest else tr("{m} min").format(m=minutes)
    hours, minutes = divmod(minutes, 60)
    return tr("{h} h {m} min").format(h=number(hours), m=minutes) if minutes else tr("{h} h").format(h=number(hours))


def about(seconds: float) -> str:
    """An estimate in words, no finer than it can be: "a few seconds", "about 40 s", "about 2 min", "about 3 h"."""
    if seconds < 8:
        return tr("a few seconds")
    if seconds < 55:
        return tr("about {n} s").format(n=number(round(seconds / 5) * 5))
    if seconds < 90 * 60:
        return tr("about {n} min").format(n=number(max(1, round(seconds / 60))))
    return tr("about {n} h").format(n=number(round(seconds / 3600)))


def time_of_day(ms: int) -> str:
    """A moment (ms since 1970 UTC) as the local time of day: "14:20"."""
    return datetime.fromtimestamp(ms / 1000).strftime("%H:%M")


def moment(ms: int, now: int) -> str:
    """A moment to come: "at 22:00" today, "on 4 March at 07:30" (the month's name by locale) on another day."""
    when = datetime.fromtimestamp(ms / 1000)
    if when.date() == datetime.fromtimestamp(now / 1000).date():
        return tr("at {time}").format(time=time_of_day(ms))
    day = QLocale().toString(QDate(when.year, when.month, when.day), tr("d MMMM"))
    return tr("on {day} at {time}").format(day=day, time=time_of_day(ms))


def file_name(path: str) -> str:
    """The last part of a path, with characters that would break a line or reverse it shown as a box."""
    return printable(PurePath(path).name or path)


# Line breaks, other controls and marks that reverse the direction: a file name with them must not fake another.
_UNPRINTABLE = {code: "\u25a1" for code in (*range(32), 127, *range(0x80, 0xA0), 0x2028, 0x2029)} | {
    code: "\u25a1" for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def inside(words: str) -> str:
    """A title or a sentence as it stands within another: its first letter small, but in German, where nouns lead it."""
    if QLocale().language() is QLocale.Language.German:
        return words
    return words[:1].lower() + words[1:]


def printable(text: str) -> str:
    """`text` on one line and in its own order."""
    return text.translate(_UNPRINTABLE)


def files(n: int) -> str:
    """ "312 files"."""
    return trn("1 file", "%Ln files", n)


def things(kind: str, n: int) -> str:
    """`n` of what a kind works on: "312 pictures", "40 tables", "479 messages"."""
    if kind == "image":
        return trn("1 picture", "%Ln pictures", n)
    if kind == "table":
        return trn("1 table", "%Ln tables", n)
    if kind == "mail":
        return trn("1 message", "%Ln messages", n)
    return files(n)
