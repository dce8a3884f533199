"""Step date."""

import pytest

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def dates(cells: list[str], *forms: str, to: str = "%Y-%m-%d", nulls: frozenset[str] = frozenset()) -> list[str]:
    step = {"do": "date", "columns": ["d"], "to": to} | ({"from": list(forms)} if forms else {})
    out = apply([step], ["d"], [[cell] for cell in cells], nulls)
    return [row[0] for row in out.rows] + [f"{p.code}: {p.reason}" for _, _, p in out.rejected]


def test_formats() -> None:
    assert dates(["31.05.2024", " 1.2.24 ", ""], "%d.%m.%Y", "%d.%m.%y") == ["2024-05-31", "2024-02-01", ""]
    assert dates(["2024-05-31", "2024-05-31T12:30:00Z"], to="%d/%m/%y") == ["31/05/24", "31/05/24"]
    assert dates(["May 3, 2024"], "%B %d, %Y", to="%d %b %Y %H:%M") == ["03 May 2024 00:00"]
    assert dates(["n/a"], "%Y", nulls=frozenset({"n/a"})) == ["n/a"]


def test_what_is_no_date_rejects_its_row() -> None:
    assert dates(["31.02.2024", "soon", "1.1.2024"], "%d.%m.%Y") == [
        "2024-01-01",
        "SCHEMA: not a date: 31.02.2024",
        "SCHEMA: not a date: soon",
    ]
    assert dates(["1.1.2024"]) == ["SCHEMA: not a date: 1.1.2024"]


def test_an_order_that_cannot_be_told_is_refused() -> None:
    assert dates(["13/02/2024", "02/13/2024", "02/02/2024", "01/02/2024"], "%d/%m/%Y", "%m/%d/%Y") == [
        "2024-02-13",
        "2024-02-13",
        "2024-02-02",
        "AMBIGUOUS_DATE: 01/02/2024 can be 2024-02-01 or 2024-01-02",
    ]


@pytest.mark.parametrize("keys", [{"from": ["%Q"]}, {"from": [""]}, {"to": "%d.%d"}, {"to": ""}])
def test_mistakes(keys: dict[str, object]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "date", "columns": ["d"], **keys}])


def test_all_columns() -> None:
    step = {"do": "date", "columns": "*", "from": ["%d.%m.%Y"], "to": "%Y-%m-%d"}
    out = apply([step], ["a", "b"], [["31.05.2024", "1.2.2024"], ["", "soon"]])
    assert out.rows == [["2024-05-31", "2024-02-01"]]
    assert [(p.column, p.value) for _, _, p in out.rejected] == [("b", "soon")]
