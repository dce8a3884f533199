"""Step guard."""

from tests.jobs.table.helpers import apply


def test_formulas_get_an_apostrophe_and_are_counted() -> None:
    rows = [["=1+1", "-5.00"], ["+49 30 1234", "@x"], ["\tx", "a"]]
    out = apply([{"do": "guard"}], ["a", "b"], rows)
    assert out.rows == [["'=1+1", "-5.00"], ["+49 30 1234", "'@x"], ["'\tx", "a"]]
    assert out.warnings == [("FORMULA_GUARDED", "3 cells begin like a formula in a.csv and got an apostrophe.")]


def test_named_columns_only() -> None:
    out = apply([{"do": "guard", "columns": ["b"]}], ["a", "b"], [["=1", "2"]])
    assert (out.rows, out.warnings) == ([["=1", "2"]], [])
