"""What the failures drawer says and offers for one cause.

Owns: the order of causes, their words, which button can fix which cause, what stays off the list and what is being
tried again. Must not know: widgets, threads, the queue file (ids and rows are handed in).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.failures import FAILURES, FailureClass, FailureInfo, FailureKind, info
from app.core.model import CauseGroup
from app.window.text import SEPARATOR, number, tr, trn
from app.window.told import told

FILES_SHOWN = 50  # an open group is made of widgets, so their number has a bound; the table shows the rest

_KIND_ORDER = {FailureKind.FIXABLE: 0, FailureKind.RETRYABLE: 1, FailureKind.OTHER: 2}


class Fix(StrEnum):
    """What the one bordered button of a cause does."""

    REVEAL = "reveal"
    OPEN_LIST = "open-list"
    RETRY = "retry"
    COPY_REPORT = "copy-report"
    COPY_ADDRESSES = "copy-addresses"
    COPY_MESSAGES = "copy-messages"  # in the menu of every cause
    ARRIVED = "arrived"
    CHANGE_RECIPE = "change-recipe"


@dataclass(frozen=True, slots=True)
class FixButton:
    """The bordered button of a group: what it does, its words and its icon."""

    fix: Fix
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Cause:
    """One group of the drawer. `count`: jobs still on the list; `trying`: jobs sent back that have not settled yet."""

    code: str
    count: int
    title: str
    meaning: str
    icon: str
    fix: FixButton
    unconfirmed: bool
    trying: int = 0

    @property
    def retry_text(self) -> str:
        """The words of the button that sends the whole group back."""
        if self.unconfirmed:
            return tr("Send again…") if self.count == 1 else tr("Send {0} again…").format(number(self.count))
        return tr("Retry {0}").format(number(self.count))

    @property
    def dismiss_text(self) -> str:
        """The words of the button that takes the group off this list."""
        return tr("Dismiss {0}").format(number(self.count))


def is_unconfirmed(code: str) -> bool:
    """Whether jobs with `code` may have had their effect, so that only a person settles them."""
    return info(code).failure_class is FailureClass.UNCERTAIN


def describe(group: CauseGroup, left: int | None = None, trying: int = 0) -> Cause:
    """The words and the button of `group`; `left`: how many of it were not dismissed (None = all)."""
    known = info(group.code)
    unconfirmed = known.failure_class is FailureClass.UNCERTAIN
    count = group.count if left is None else left
    return Cause(
        code=group.code,
        count=count,
        title=told(known.title if group.code in FAILURES else group.first_message or group.code),
        meaning=_meaning(group, known),
        icon=_icon(group.code, unconfirmed),
        fix=_fix_button(known, unconfirmed, count),
        unconfirmed=unconfirmed,
        trying=trying,
    )


def in_order(causes: Iterable[Cause]) -> list[Cause]:
    """What the user can fix first, then what a retry may cure, then the rest; the larger group first."""
    return sorted(causes, key=lambda cause: (_KIND_ORDER[info(cause.code).kind], -cause.count, cause.code))


def headline(causes: Sequence[Cause]) -> str:
    """ "6 failed, 3 causes" or "6 failed, 1 unconfirmed, 4 causes"."""
    failed = sum(cause.count for cause in causes if not cause.unconfirmed)
    unconfirmed = sum(cause.count for cause in causes if cause.unconfirmed)
    parts = []
    if failed:
        parts.append(tr("{0} failed").format(number(failed)))
    if unconfirmed:
        parts.append(tr("{0} unconfirmed").format(number(unconfirmed)))
    listed = sum(1 for cause in causes if cause.count)
    if listed > 1:
        parts.append(trn("1 cause", "%Ln causes", listed))
    trying = sum(cause.trying for cause in causes)
    if not failed and not unconfirmed and trying:
        parts = [tr("Trying {0} again…").format(number(trying))]
    return ", ".join(parts)


def strip_words(causes: Sequence[Cause]) -> str:
    """The causes in one line for the closed strip: "Not a complete picture 3  ·  Access denied 2"."""
    return SEPARATOR.join(f"{cause.title} {number(cause.count)}" for cause in causes if cause.count)


def what_differs(messages: Sequence[str]) -> list[str]:
    """The messages without the words they share up to a colon; nothing when all say the same.

    "Not a complete JPEG: ends after 61 %" and "…: ends after 12 %" become "ends after 61 %" and "ends after 12 %".
    """
    if len(set(messages)) <= 1:
        return [""] * len(messages) if len(messages) > 1 else list(messages)
    low, high = min(messages), max(messages)
    same = next((at for at, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    cut = low.rfind(": ", 0, same)
    return [message[cut + 2 :] if cut >= 0 else message for message in messages]


@dataclass(frozen=True, slots=True)
class Memory:
    """What this session knows beside the queue, by failure code: jobs taken off the list, and jobs sent back that have
    not settled yet.

    Kept in memory only: after a restart dismissed failures are listed again, for they are still failed.
    """

    dismissed: Mapping[str, frozenset[int]] = field(default_factory=dict)
    trying: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def dismiss(self, code: str, jobs: Iterable[int]) -> "Memory":
        """`jobs` are off the list until they fail anew."""
        return Memory(_with(self.dismissed, code, jobs), self.trying)

    def retried(self, code: str, jobs: Iterable[int]) -> "Memory":
        """`jobs` were sent back to the queue."""
        return Memory(self.dismissed, _with(self.trying, code, jobs))


def _with(table: Mapping[str, frozenset[int]], code: str, jobs: Iterable[int]) -> dict[str, frozenset[int]]:
    return {**table, code: table.get(code, frozenset()).union(jobs)}


def _meaning(group: CauseGroup, known: FailureInfo) -> str:
    """The common message where there is just one (it names file or folder), else the code's meaning; and the advice."""
    if group.code not in FAILURES:
        return tr("Code {0}").format(group.code)
    words = told(known.meaning)
    if group.same_message and group.first_message and known.failure_class is not FailureClass.UNCERTAIN:
        words = told(group.first_message)
        if ". " in words:  # a message of two sentences says what to do itself
            return words
    return f"{words}{'' if words.endswith(('.', '?', '…')) else '.'} {told(known.advice)}"


def _icon(code: str, unconfirmed: bool) -> str:
    if unconfirmed:
        return "state-unconfirmed"
    return "lock" if code in ("READ_DENIED", "WRITE_DENIED") else "state-failed"


def _fix_button(known: FailureInfo, unconfirmed: bool, count: int) -> FixButton:
    """The button that can cure the cause. Where the settings would cure it, it leads to the file itself."""
    if unconfirmed:
        text = tr("It arrived") if count == 1 else tr("It arrived for {0}").format(number(count))
        return FixButton(Fix.ARRIVED, text, "check")
    match known.fix:
        case "retry":
            again = known.code in ("SOURCE_GONE", "SOURCE_CHANGED")
            text = tr("Look again") if again else tr("Retry {0}").format(number(count))
            return FixButton(Fix.RETRY, text, "state-retrying")
        case "change-recipe":
            return FixButton(Fix.CHANGE_RECIPE, tr("Change recipe for these…"), "recipes")
        case "reveal" | "choose-folder" | "open-setting":
            return FixButton(Fix.REVEAL, tr("Show in folder"), "reveal")
        case "open-list":
            return FixButton(Fix.OPEN_LIST, tr("Open the list"), "open")
        case "copy-addresses":
            return FixButton(Fix.COPY_ADDRESSES, tr("Copy addresses"), "copy")
        case _:
            return FixButton(Fix.COPY_REPORT, tr("Copy report"), "copy")
