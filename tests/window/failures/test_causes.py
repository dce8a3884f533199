"""Order, words and buttons of causes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.failures import FAILURES, FailureClass, FailureKind, info
from app.core.model import CauseGroup
from app.window.failures.causes import Fix, Memory, describe, headline, in_order, strip_words, what_differs

CODES = st.sampled_from([*FAILURES, "NEW_CODE"])
GROUPS = st.builds(CauseGroup, CODES, st.integers(1, 5_000), st.text(min_size=1), st.booleans())


def cause(code: str, count: int = 1, message: str = "m", same: bool = False, **more):
    return describe(CauseGroup(code, count, message, same), **more)


@given(st.lists(GROUPS, max_size=12))
def test_fixable_first_then_retryable_then_the_rest_and_larger_first(groups):
    ordered = in_order(map(describe, groups))
    rank = {FailureKind.FIXABLE: 0, FailureKind.RETRYABLE: 1, FailureKind.OTHER: 2}
    keys = [(rank[info(c.code).kind], -c.count) for c in ordered]
    assert keys == sorted(keys)
    assert sorted(c.code for c in ordered) == sorted(g.code for g in groups)


@given(GROUPS)
def test_every_cause_has_words_and_exactly_one_button(group):
    shown = describe(group)
    assert shown.title
    assert shown.meaning
    assert shown.fix.text
    assert shown.icon


def test_one_message_for_all_is_shown_itself_else_what_the_code_means():
    same = cause("WRITE_DENIED", 2, "Dropmill may not write to /raw. Choose another folder.", True)
    assert same.meaning == "Dropmill may not write to /raw. Choose another folder."
    short = cause("WRITE_DENIED", 2, "Dropmill may not write to /raw", True)
    assert short.meaning == f"Dropmill may not write to /raw. {info('WRITE_DENIED').advice}"
    mixed = cause("WRITE_DENIED", 2, "one of them", False)
    assert mixed.meaning == f"{info('WRITE_DENIED').meaning} {info('WRITE_DENIED').advice}"


def test_a_code_that_nobody_knows_shows_its_message_and_the_code():
    shown = cause("NEW_CODE", 3, "The moon was full.", True)
    assert shown.title == "The moon was full."
    assert shown.meaning == "Code NEW_CODE"
    assert shown.fix.fix is Fix.COPY_REPORT


@pytest.mark.parametrize(
    ("code", "fix", "words"),
    [
        ("CORRUPT", Fix.REVEAL, "Show in folder"),
        ("TARGET_UNREACHABLE", Fix.CHANGE_RECIPE, "Change recipe for these…"),
        ("WRITE_DENIED", Fix.REVEAL, "Show in folder"),
        ("SOURCE_GONE", Fix.RETRY, "Look again"),
        ("SOURCE_LOCKED", Fix.RETRY, "Retry 3"),
        ("WORKER_DIED", Fix.COPY_REPORT, "Copy report"),
        ("RCPT_PERM", Fix.COPY_ADDRESSES, "Copy addresses"),
        ("PRE_BAD_ADDRESS", Fix.OPEN_LIST, "Open the list"),
        ("UNCERTAIN", Fix.ARRIVED, "It arrived for 3"),
    ],
)
def test_the_bordered_button_is_the_one_that_can_help(code, fix, words):
    shown = cause(code, 3)
    assert (shown.fix.fix, shown.fix.text) == (fix, words)


def test_unconfirmed_messages_are_asked_about_not_retried():
    assert cause("UNCERTAIN", 3).retry_text == "Send 3 again…"
    assert cause("UNCERTAIN", 1).retry_text == "Send again…"
    assert cause("UNCERTAIN", 1).fix.text == "It arrived"
    others = [c for c, i in FAILURES.items() if i.failure_class is not FailureClass.UNCERTAIN]
    assert not any(cause(code).unconfirmed for code in others)


@pytest.mark.parametrize(
    ("causes", "words"),
    [
        ([("CORRUPT", 3), ("WRITE_DENIED", 2), ("WORKER_DIED", 1)], "6 failed, 3 causes"),
        ([("CORRUPT", 4)], "4 failed"),
        ([("CORRUPT", 204), ("UNCERTAIN", 1)], "204 failed, 1 unconfirmed, 2 causes"),
        ([("UNCERTAIN", 2)], "2 unconfirmed"),
        ([], ""),
    ],
)
def test_the_headline(qapp, causes, words):
    assert headline([cause(*c) for c in causes]) == words


def test_the_headline_while_everything_is_tried_again():
    assert headline([cause("CORRUPT", 0, trying=3)]) == "Trying 3 again…"


def test_the_strip_names_the_causes_that_still_count():
    words = strip_words([cause("CORRUPT", 3), cause("WRITE_DENIED", 2), cause("INTERNAL", 0, trying=1)])
    assert words == "Not a complete picture 3  ·  Access denied 2"


def test_a_count_without_the_dismissed_ones_reaches_the_buttons():
    shown = cause("CORRUPT", 5, left=2)
    assert (shown.count, shown.retry_text, shown.dismiss_text) == (2, "Retry 2", "Dismiss 2")


@pytest.mark.parametrize(
    ("messages", "rest"),
    [
        (["Not a JPEG: ends at 61 %", "Not a JPEG: ends at 12 %"], ["ends at 61 %", "ends at 12 %"]),
        (["a.jpg is gone", "b.jpg is gone"], ["a.jpg is gone", "b.jpg is gone"]),
        (["the same", "the same"], ["", ""]),
        (["alone: here"], ["alone: here"]),
        ([], []),
        (["Rows: line 4: 9 columns", "Rows: line 5: 9 columns"], ["line 4: 9 columns", "line 5: 9 columns"]),
    ],
)
def test_what_differs(messages, rest):
    assert what_differs(messages) == rest


@given(st.lists(st.text(alphabet="ab: ", max_size=12), max_size=6))
def test_what_differs_keeps_the_end_of_each_message_and_tells_them_apart(messages):
    rest = what_differs(messages)
    assert len(rest) == len(messages)
    assert all(whole.endswith(part) for whole, part in zip(messages, rest, strict=True))
    if len(set(messages)) > 1:
        assert len(set(rest)) == len(set(messages))


def test_memory_adds_and_keeps_the_codes_apart():
    memory = Memory().dismiss("CORRUPT", [1, 2]).dismiss("CORRUPT", [3]).retried("TIMEOUT", [9])
    assert memory.dismissed == {"CORRUPT": frozenset({1, 2, 3})}
    assert memory.trying == {"TIMEOUT": frozenset({9})}
