"""Parsing: what is refused before any table is seen, with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.table.expression import ExpressionError, parse
from app.jobs.table.expression.tree import ValueKind, columns


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "ends too early"),
        ("num(a", r'a "," is missing'),
        ("num(a) +", "ends too early"),
        ("(a", r'a "," is missing'),
        ("a b", '"b" is too much here'),
        ("nope(a)", 'no function "nope"'),
        ("num()", r"num\(\) takes one value"),
        ("amount > 50", r"amount is text .* num\(…\)"),
        ("amount * 2", r"write num\(amount\)"),
        ("a + 'x'", "concat"),
        ("a and b", "must be yes or no, not text"),
        ("not a", "must be yes or no"),
        ("a if b else c", "must be yes or no"),
        ("empty(a) > 1", "yes or no cannot be compared with number"),
        ("matches(a, '(')", "regular expression"),
        ("col(a)", "name of a column in quotes"),
        ("a in 5", '"in" looks into'),
        ("{a: 1}", "a key of a map"),
        ("()", "nothing between"),
        ("__import__('os')", "no function"),
        ("a.b", r'"\." means nothing'),
        ("(" * 500 + "a" + ")" * 500, "nested more than"),
        ("+".join(["1"] * 3000), "steps in a row"),
        ("{" * 3000, "a key of a map"),
        ("not " * 2000 + "a", "must be yes or no"),
    ],
)
def test_mistakes_are_found_with_their_column(source: str, words: str) -> None:
    with pytest.raises(ExpressionError, match=words) as caught:
        parse(source)
    assert 0 <= caught.value.at <= len(source)


@given(st.text(alphabet="ab1.0'\"()[]{}+-*/%<>=!, \\:if else and or not in num", max_size=60))
def test_any_text_is_a_tree_or_a_mistake_with_a_place(source: str) -> None:
    try:
        parse(source)
    except ExpressionError as error:
        assert "(column" in str(error)


def test_kinds() -> None:
    assert parse("num(a) > 5 and not empty(b)").kind is ValueKind.BOOL
    assert parse("round(num(a) * 1.19, 2)").kind is ValueKind.NUMBER
    assert parse("a if empty(b) else 1").kind is ValueKind.ANY


def test_columns_of_a_formula() -> None:
    assert [c.name for c in columns(parse('concat(a, col("Odd name"), upper(b)) in [a, c]'))] == [
        "a",
        "Odd name",
        "b",
        "a",
        "c",
    ]
