"""Tokens of formulas."""

import pytest

from app.jobs.table.expression.tokens import MAX_LENGTH, ExpressionError, tokenize


def test_kinds_and_places() -> None:
    found = [(t.kind, t.text, t.at) for t in tokenize("a >= 1.50 and 'x'")]
    assert found == [
        ("name", "a", 0),
        ("operator", ">=", 2),
        ("number", "1.50", 5),
        ("word", "and", 10),
        ("text", "x", 14),
        ("end", "", 17),
    ]


def test_escapes_keep_regular_expressions_readable() -> None:
    assert tokenize(r'"a\"b\n\d\\"')[0].text == 'a"b\n\\d\\'


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a = b", '"=="'),
        ("'abc", "not closed"),
        ("1.2.3", "number"),
        ("a $ b", r"\$"),
        ("x" * (MAX_LENGTH + 1), "longer"),
    ],
)
def test_mistakes(source: str, words: str) -> None:
    with pytest.raises(ExpressionError, match=words):
        tokenize(source)


def test_the_column_is_named() -> None:
    with pytest.raises(ExpressionError, match=r"\(column 3\)"):
        tokenize("a = b")
