"""What formulas give, cell by cell."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.table.columns import Columns
from app.jobs.table.expression import bind, parse, to_cell
from app.jobs.table.row import BindContext, RowReject

NAMES = ("a", "b", "Odd name")
DAY = datetime.date(2024, 5, 31)


def give(source: str, a: str = "", b: str = "", odd: str = "", nulls: frozenset[str] = frozenset()) -> str:
    function = bind(parse(source), Columns(NAMES, NAMES, "a.csv"), BindContext(nulls, DAY))
    return to_cell(function([a, b, odd]))


@pytest.mark.parametrize(
    ("source", "a", "b", "result"),
    [
        ("round(num(a) * 1.19, 2)", "82.50", "", "98.18"),  # 98.175: half up, not the float's 98.17
        ("num(a) + num(b)", "0.1", "0.2", "0.3"),
        ("num(a) - num(b)", "12345678901234567890.1", "0.1", "12345678901234567890.0"),
        ("num(a) / 4", "10", "", "2.5"),
        ("num(a) / 3", "1", "", "0.3333333333333333333333333333333333"),
        ("num(a) % 3", "-7", "", "2"),
        ("-num(a)", "0", "", "0"),
        ("--num(a)", "5", "", "5"),
        ("-num(a) * 2", "98765432109876543210987654321098765", "", "-197530864219753086421975308642197530"),
        ("1 + 2 * 3", "", "", "7"),
        ("(1 + 2) * 3", "", "", "9"),
        ("2 - 3 - 4", "", "", "-5"),
        ("num(a) * 2", "", "", ""),  # empty stays empty
        ("num(a)", " 5 ", "", "5"),
        ("num(a)", "1e3", "", "1000"),
        ("num(a)", "007", "", "7"),
        ("num(a)", "463.50", "", "463.50"),
        ("round(num(a))", "-2.5", "", "-3"),
        ("round(num(a), 2)", "5", "", "5.00"),
        ("round(num(a), -2)", "150", "", "200"),
        ("round(num(a), 1)", "0.25", "", "0.3"),
        ("abs(num(a))", "-3.10", "", "3.10"),
        ("min(num(a), num(b))", "5", "", "5"),
        ("max(num(a), num(b), 7)", "5", "9", "9"),
        ("lower(a)", "ÄB", "", "äb"),
        ("upper(a)", "straße", "", "STRASSE"),
        ("trim(a)", "\u00a0 x \t", "", "x"),
        ("len(a)", "äöü", "", "3"),
        ("left(a, 2)", "abc", "", "ab"),
        ("right(a, 2)", "abc", "", "bc"),
        ("right(a, 0)", "abc", "", ""),
        ("mid(a, 2, 2)", "abcd", "", "bc"),
        ("mid(a, 2)", "abcd", "", "bcd"),
        ("replace(a, 'b', 'xy')", "abcb", "", "axycxy"),
        ("concat(a, '-', num(b) + 1)", "x", "1.50", "x-2.50"),
        ("split(a, ' ', 1)", "Anna Maria Lee", "", "Anna"),
        ("split(a, ' ', -1)", "Anna Maria Lee", "", "Lee"),
        ("split(a, ' ', 9)", "Anna Maria Lee", "", ""),
        ("b in split(a, ',')", "x,y", "y", "true"),
        ("matches(a, '^\\d+$')", "123", "", "true"),
        ("contains(a, 'bc')", "abcd", "", "true"),
        ("startswith(a, 'ab') and endswith(a, 'cd')", "abcd", "", "true"),
        ("empty(a)", "", "", "true"),
        ("empty(a)", " ", "", "false"),
        ("coalesce(a, b, 'none')", "", "x", "x"),
        ("coalesce(num(a), 0) + 1", "", "", "1"),
        ("'big' if num(a) > 10 else 'small'", "11", "", "big"),
        ("'x' if a == '1' else 'y' if a == '2' else 'z'", "2", "", "y"),
        ("a in ['DE', 'AT']", "AT", "", "true"),
        ("a not in ('DE', 'AT')", "AT", "", "false"),
        ("'b' in a", "abc", "", "true"),
        ("1 < num(a) <= 3", "3", "", "true"),
        ("num(a) > 1", "", "", "false"),
        ("num(a) < 1", "", "", "false"),
        ("num(a) == num(b)", "1.0", "1.00", "true"),
        ("a == b", "1.0", "1.00", "false"),
        ("a < b", "a", "b", "true"),
        ("not empty(a) or num(b) > 1", "", "2", "true"),
        ("date(a)", "2024-05-31", "", "2024-05-31"),
        ("date(a, '%d.%m.%Y')", "1.2.2024", "", "2024-02-01"),
        ("date(a, ['%d/%m/%Y', '%Y%m%d'])", "20240201", "", "2024-02-01"),
        ("date(a)", "", "", ""),
        ("format_date(date(a), '%d. %B %Y')", "2024-05-01", "", "01. May 2024"),
        ("year(date(a)) + 1", "2024-05-31", "", "2025"),
        ("month(date(a))", "2024-05-31", "", "5"),
        ("day(date(a))", "2024-05-31", "", "31"),
        ("date(a) >= '2024-01-01'", "2024-05-31", "", "true"),
        ("today()", "", "", "2024-05-31"),
        ("date(a) < today()", "2024-05-30", "", "true"),
        ("lookup(a, {'DE': 'Germany', 'AT': 'Austria'}, 'other')", "AT", "", "Austria"),
        ("lookup(a, {'DE': 'Germany'}, 'other')", "XX", "", "other"),
        ("lookup(a, {'x': 5}) ", "x", "", "5"),
        ("text(num(a))", "5.0", "", "5.0"),
        ("True", "", "", "true"),
    ],
)  # fmt: skip
def test_results(source: str, a: str, b: str, result: str) -> None:
    assert give(source, a, b) == result


def test_odd_names() -> None:
    assert give('concat(col("Odd name"), "!")', odd="x") == "x!"


@pytest.mark.parametrize(
    ("source", "a", "reason"),
    [
        ("num(a)", "n/a", "not a number: n/a"),
        ("num(a)", "1,5", "not a number: 1,5"),
        ("num(a)", "0x10", "not a number: 0x10"),
        ("num(a)", "NaN", "not a number: NaN"),
        ("num(a)", "٣", "not a number: ٣"),
        ("num(a)", "9" * 1001, "not a number"),
        ("1 / num(a)", "0", "division by zero"),
        ("1 % num(a)", "0.00", "division by zero"),
        ("num(a) * num(a)", "9" * 900, "too many digits"),
        ("num(a) * num(a) * num(a)", "1e999", "too many digits"),
        ("date(a)", "31.12.2024", "not a date: 31.12.2024"),
        ("date(a)", "2023-02-29", "not a date"),
        ("date(a, '%Q')", "1", 'unknown part "%Q"'),
        ("left(a, 1.5)", "x", "not a whole number"),
        ("split(a, ',')", "x,y", "a list cannot stand in a cell"),
        ("split(a, ',', 1) if True else 1", "x", ""),
        ("coalesce(a, 1) > 5", "x", "cannot be compared"),
        ("True and coalesce(a, 'x') == 'x' and split(a, ',', 1)", "x", "neither yes nor no"),
    ],
)
def test_rows_that_cannot_be_worked_out(source: str, a: str, reason: str) -> None:
    if not reason:
        assert give(source, a) == a
        return
    with pytest.raises(RowReject) as caught:
        give(source, a)
    assert reason in caught.value.problem.reason
    assert caught.value.problem.code == "EXPRESSION"


def test_a_reject_names_column_and_value() -> None:
    with pytest.raises(RowReject) as caught:
        give("num(b) + num(a)", "x", "1")
    assert (caught.value.problem.column, caught.value.problem.value) == ("a", "x")


def test_texts_cannot_grow_without_bound() -> None:
    with pytest.raises(RowReject, match="longer than 16 MB"):
        give("replace(replace(a, 'x', b), 'y', b)", "x" * 1000, "y" * 20000)


def test_unknown_columns_are_named_with_the_nearest() -> None:
    with pytest.raises(JobError, match=r'no column "odd name".*Did you mean "Odd name"') as caught:
        give('col("odd name")')
    assert caught.value.failure.code == "HEADER"


def test_null_words_count_as_empty() -> None:
    assert give("empty(a)", "NA", nulls=frozenset({"NA"})) == "true"
    assert give("empty(a)", "NA") == "false"
    assert give("num(a)", "-", nulls=frozenset({"-"})) == ""


DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)


@given(DECIMALS, DECIMALS)
def test_sums_and_products_are_exact(one: Decimal, two: Decimal) -> None:
    from fractions import Fraction

    for sign, exact in (("+", Fraction(one) + Fraction(two)), ("*", Fraction(one) * Fraction(two))):
        assert Fraction(Decimal(give(f"num(a) {sign} num(b)", format(one, "f"), format(two, "f")))) == exact


@given(DECIMALS, st.integers(0, 4))
def test_rounding_is_half_away_from_zero(value: Decimal, places: int) -> None:
    from fractions import Fraction

    rounded = Fraction(Decimal(give(f"round(num(a), {places})", format(value, "f"))))
    unit = Fraction(1, 10**places)
    scaled = abs(Fraction(value)) / unit
    expected = (scaled + Fraction(1, 2)).__floor__() * unit
    assert rounded == (expected if value >= 0 else -expected)
