"""The table of failures: complete, consistent, and in the house's words."""

import re

import pytest

from app.core.failures import FAILURES, NEEDS_PERSON, Failure, FailureClass, FailureKind, info, is_blocked

WINDOW_TABLE = [
    "CORRUPT",
    "NOT_AN_IMAGE",
    "NOT_TABULAR",
    "NOT_TEXT",
    "UNSUPPORTED",
    "TOO_LARGE",
    "OUT_OF_MEMORY",
    "READ_DENIED",
    "WRITE_DENIED",
    "SOURCE_GONE",
    "SOURCE_CHANGED",
    "TARGET_UNREACHABLE",
    "TIMEOUT",
    "WORKER_DIED",
    "ENCODING",
    "DIALECT_AMBIGUOUS",
    "COLUMNS_DIFFER",
    "HEADER",
    "UNCLOSED_QUOTE",
    "AMBIGUOUS_DATE",
    "EXPRESSION",
    "RECONCILE",
    "INTERNAL",
    "RCPT_PERM",
    "MBOX_FULL",
    "POLICY",
    "AUTH_REJECTED",
    "TLS_VERIFY",
    "SECRET_MISSING",
]
UNWANTED = re.compile(r"\b(error|invalid|oops|please|successfully|dataset|image)s?\b|!", re.IGNORECASE)


@pytest.mark.parametrize("code", WINDOW_TABLE)
def test_the_codes_that_the_window_groups_by_exist(code: str) -> None:
    assert info(code).code == code
    assert code in FAILURES


@pytest.mark.parametrize("code", sorted(FAILURES))
def test_the_words_of_a_failure_are_the_houses(code: str) -> None:
    row = FAILURES[code]
    assert row.code == code
    assert re.fullmatch(r"[A-Z][A-Z0-9_]*", code)
    assert row.title[0].isupper()
    assert not row.title.endswith(".")
    for sentence in (row.meaning, row.advice):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    for text in (row.title, row.meaning, row.advice):
        assert not UNWANTED.search(text)
        assert text == text.strip()


def test_each_class_has_a_code() -> None:
    assert {row.failure_class for row in FAILURES.values()} == set(FailureClass)


def test_failures_under_one_title_call_for_the_same() -> None:
    """Codes may share a title (the window shows the same group name) only where the user does the same about them."""
    by_title: dict[str, set[FailureKind]] = {}
    for row in FAILURES.values():
        by_title.setdefault(row.title, set()).add(row.kind)
    mixed = {title for title, kinds in by_title.items() if len(kinds) > 1}
    assert mixed <= {"Message too big"}  # before and after the server has seen it


def test_what_a_person_must_end_pauses_a_lane_and_can_be_put_right() -> None:
    for code in NEEDS_PERSON:
        assert FAILURES[code].failure_class is FailureClass.ENVIRONMENT
        assert FAILURES[code].kind is FailureKind.FIXABLE


def test_nothing_that_may_have_happened_is_retried_by_a_button() -> None:
    uncertain = [row for row in FAILURES.values() if row.failure_class is FailureClass.UNCERTAIN]
    assert [row.fix for row in uncertain] == ["confirm"]


def test_a_row_that_the_mail_check_stopped_fails_for_good() -> None:
    stopped = [row for code, row in FAILURES.items() if code.startswith("PRE_")]
    assert len(stopped) > 10
    assert {row.failure_class for row in stopped} == {FailureClass.PERMANENT}


def test_an_unknown_code_is_our_own_mistake() -> None:
    row = info("NO_SUCH_CODE")
    assert (row.code, row.title, row.failure_class) == ("NO_SUCH_CODE", "NO_SUCH_CODE", FailureClass.BUG)
    assert Failure("NO_SUCH_CODE", "").failure_class is FailureClass.BUG


@pytest.mark.parametrize(
    ("state", "code", "blocked"),
    [
        ("held", "PRE_NO_ADDRESS", True),
        ("held", "RCPT_PERM", False),
        ("held", None, False),
        ("failed", "PRE_NO_ADDRESS", False),
        ("ready", "PRE_NO_ADDRESS", False),
    ],
)
def test_blocked_is_held_by_the_mail_check(state: str, code: str | None, blocked: bool) -> None:
    assert is_blocked(state, code) is blocked
