"""Step profile."""

from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.table.profile import Kind, Summary
from app.jobs.table.profile_report import report
from tests.jobs.table.helpers import run


def summary(cells: list[str], limit: int = 100) -> Summary:
    made = Summary("x", limit)
    for cell in cells:
        made.add(cell, not cell)
    return made


def test_what_is_counted() -> None:
    found = summary(["1", "2.5", "2.50", "", "2024-05-31", "2024-01-01T10:00", "abc", "abc", "1"])
    assert (found.rows, found.empty, found.filled, found.numbers, found.distinct) == (9, 1, 8, 4, 6)
    assert dict(found.kinds) == {Kind.WHOLE: 2, Kind.NUMBER: 2, Kind.DATE: 2, Kind.TEXT: 2}
    assert (found.lowest, found.highest, found.mean) == (Decimal(1), Decimal("2.5"), Decimal("1.75"))
    assert (str(found.first_day), str(found.last_day)) == ("2024-01-01 10:00:00", "2024-05-31 00:00:00")
    assert (found.shortest, found.longest) == (1, 16)
    assert found.top()[:3] == [("1", 2), ("abc", 2), ("2.5", 1)]


def test_histogram() -> None:
    bins = summary([str(i) for i in range(100)]).histogram()
    assert [count for _, _, count in bins] == [5] * 20
    assert (bins[0][0], bins[-1][1]) == (0, 99)
    assert summary(["7", "7"]).histogram() == []


def test_memory_is_bounded_and_that_is_said() -> None:
    found = summary([str(i) for i in range(20_000)], limit=50)
    assert (found.distinct, found.more_distinct, found.more_values, len(found.sample)) == (50, True, True, 10_000)
    page = report("a.csv", [found]).decode()
    assert "more than 50" in page
    assert "Of a sample of 10,000 numbers" in page


def test_beside_the_output_and_the_rows_as_they_were(tmp_path: Path) -> None:
    data = b"id,<b>name</b>\n1,x\n2,<script>\n2,y\n"
    result, _ = run(tmp_path, data, [{"do": "profile"}])
    output, page = map(Path, result.outputs)
    assert output.read_bytes() == data
    assert page.name == "a.profile.html"
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" not in text  # a value that comes once is not listed
    assert "<h2>&lt;b&gt;name&lt;/b&gt;</h2>" in text
    assert "3 rows, 2 columns" in text
    again, _ = run(tmp_path, data, [{"do": "profile"}], name="b.csv")
    assert Path(again.outputs[1]).read_text(encoding="utf-8").replace("b.csv", "a.csv") == text


def test_a_profile_in_the_middle_sees_the_rows_there(tmp_path: Path) -> None:
    steps = [{"do": "filter", "where": "num(n) > 1"}, {"do": "profile"}, {"do": "drop", "columns": ["n"]}]
    result, _ = run(tmp_path, b"id,n\na,1\nb,2\n", steps)
    assert "1 row, 2 columns" in Path(result.outputs[1]).read_text(encoding="utf-8")


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "rect", "th"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("th", "rect"):
            assert self.open.pop() == tag


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(
    st.text(max_size=10), st.lists(st.one_of(st.text(max_size=8), st.decimals(allow_nan=False).map(str)), max_size=12)
)
def test_any_table_makes_a_page(title: str, cells: list[str]) -> None:
    page = _Balanced()
    page.feed(report(title, [summary(cells), summary([])]).decode())
    assert page.open == []
