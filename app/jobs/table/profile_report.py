"""The profile as one HTML page: no script, no other file, charts in SVG. Must not count anything."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from app.jobs.table.expression.dates import iso_text
from app.jobs.table.expression.numbers import round_half_up, write_number
from app.jobs.table.profile import Kind, Summary

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2226; --soft: #68727a; --line: #d9dee2; --bar: #0a6c74; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7eaec; --soft: #9aa5ad; --line: #3a4248; --bar: #5ec4c1; --page: #1b1e20; }
}
body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 2rem auto;
  max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top; }
th { font-weight: 500; color: var(--soft); } td.n { text-align: right; font-variant-numeric: tabular-nums; }
section { border-top: 1px solid var(--line); } .two { display: flex; flex-wrap: wrap; gap: 2rem; }
svg rect { fill: var(--bar); } svg text { fill: var(--soft); font-size: 11px; } .soft { color: var(--soft); }
"""
_WIDTH, _HEIGHT = 400, 120  # of a chart, in pixels
_MAX_DIGITS = 20  # of a number in the report


def report(title: str, columns: Sequence[Summary]) -> bytes:
    """The page for a table called `title`, UTF-8."""
    rows = columns[0].rows if columns else 0
    parts = [
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_safe(title)}</title>',
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>',
        f"<h1>{_safe(title)}</h1><p>{_many(rows, 'row')}, {_many(len(columns), 'column')}</p>",
        _overview(columns),
        *(_column(column) for column in columns),
        "</body></html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "backslashreplace")


def _overview(columns: Sequence[Summary]) -> str:
    lines = [
        f"<tr><td>{_safe(c.name)}</td><td>{_kinds(c)}</td>"
        f"<td class=n>{c.empty:,}</td><td class=n>{_distinct(c)}</td></tr>"
        for c in columns
    ]
    return f"<table><tr><th>Column<th>Holds<th>Empty<th>Distinct</tr>{''.join(lines)}</table>"


def _column(column: Summary) -> str:
    facts = [("Holds", _kinds(column)), ("Filled", f"{column.filled:,}"), ("Empty", _share(column.empty, column.rows))]
    facts.append(("Distinct", _distinct(column)))
    if column.shortest is not None:
        facts.append(("Characters", f"{column.shortest:,} to {column.longest:,}"))
    if column.lowest is not None and column.highest is not None:
        facts += [("Lowest", _number(column.lowest)), ("Highest", _number(column.highest))]
    if column.mean is not None:
        facts.append(("Mean", _number(round_half_up(column.mean, 6).normalize())))
    if column.first_day is not None and column.last_day is not None:
        facts += [("First day", iso_text(column.first_day)), ("Last day", iso_text(column.last_day))]
    table = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in facts)
    charts = _histogram(column) + _top(column)
    return f'<section><h2>{_safe(column.name)}</h2><div class="two"><table>{table}</table>{charts}</div></section>'


def _kinds(column: Summary) -> str:
    if not column.filled:
        return "nothing"
    found = [(kind, column.kinds[kind]) for kind in Kind if column.kinds[kind]]
    if len(found) == 1:
        return found[0][0].value
    return ", ".join(f"{kind.value} ({_percent(count, column.filled)})" for kind, count in found)


def _histogram(column: Summary) -> str:
    bins = column.histogram()
    if not bins:
        return ""
    most = max(count for _, _, count in bins)
    width = _WIDTH / len(bins)
    bars = "".join(
        f'<rect x="{i * width:.1f}" y="{_HEIGHT - count / most * _HEIGHT:.1f}" width="{width - 1:.1f}" '
        f'height="{count / most * _HEIGHT:.1f}"><title>{low:g} to {high:g}: {count:,}</title></rect>'
        for i, (low, high, count) in enumerate(bins)
    )
    sampled = len(column.sample) < column.numbers
    note = f'<p class="soft">Of a sample of {len(column.sample):,} numbers</p>' if sampled else ""
    ends = (
        f'<text x="0" y="{_HEIGHT + 14}">{bins[0][0]:g}</text>'
        f'<text x="{_WIDTH}" y="{_HEIGHT + 14}" text-anchor="end">{bins[-1][1]:g}</text>'
    )
    chart = f'<svg width="{_WIDTH}" height="{_HEIGHT + 18}" role="img" aria-label="Histogram">{bars}{ends}</svg>'
    return f"<div>{chart}{note}</div>"


def _top(column: Summary) -> str:
    """Bars for the most frequent values, where values come again at all."""
    top = column.top()
    if not top or top[0][1] < 2:
        return ""
    most = top[0][1]
    lines = "".join(
        f"<tr><td>{_safe(value)}</td><td class=n>{count:,}</td>"
        f'<td><svg width="120" height="10"><rect width="{count / most * 120:.1f}" height="10"/></svg></td></tr>'
        for value, count in top
    )
    note = '<p class="soft">Among the values that came first</p>' if column.more_values else ""
    return f"<div><table>{lines}</table>{note}</div>"


def _distinct(column: Summary) -> str:
    return f"more than {column.distinct:,}" if column.more_distinct else f"{column.distinct:,}"


def _share(count: int, of: int) -> str:
    return f"{count:,} ({_percent(count, of)})" if count else "0"


def _percent(count: int, of: int) -> str:
    """A share in words; it says 100 % of nothing less than all, and 0 % of nothing more than none."""
    share = 100 * count / of
    return "under 1 %" if share < 1 else "over 99 %" if 99 < share < 100 else f"{share:.0f} %"


def _many(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"


def _number(value: Decimal) -> str:
    text = write_number(value)
    return text if len(text) <= _MAX_DIGITS else f"{value:.6e}"


def _safe(text: str) -> str:
    return escape("".join(char if char.isprintable() else "\ufffd" for char in text))
