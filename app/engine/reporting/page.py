"""A report as one HTML page that needs nothing else: no script, no picture, nothing from the network.

Owns: the page. Every value is escaped, and the page's own policy lets nothing run or load even if one were not. Must
not know: jobs. Readable in light and dark, on paper, and by screen readers (a table with a caption and headers).
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from app.core.wording import visible
from app.engine.reporting.words import Lines

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #b3261e; --warn: #8a5a00; --good: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8f86; --warn: #e9b65c; --good: #7fd49d; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
  background: Canvas; color: CanvasText; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: Canvas; }
tbody tr:nth-child(even) { background: var(--soft); }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
caption { text-align: start; font-weight: 600; padding: 1.5rem 0 .4rem; }
.summary { margin-bottom: 1rem; }
.summary td { white-space: normal; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.cause { padding-inline-start: 2rem; font-weight: normal; }
.failed, .blocked { color: var(--bad); } .unconfirmed, .cancelled { color: var(--warn); } .done { color: var(--good); }
.rows { overflow-x: auto; }
@media print { .rows { overflow: visible; } thead th { position: static; } }
"""
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
"""
_AT_ONCE = 500  # rows
_STATES = frozenset({"failed", "blocked", "unconfirmed", "cancelled", "done"})  # that have a colour besides their word


def page_lines(title: str, summary: Lines, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The page, some rows at a time, as UTF-8."""
    yield _HEAD.format(title=_text(title), style=_STYLE).encode("utf-8")
    yield "".join(_summary(summary)).encode("utf-8")
    heads = "".join(f'<th scope="col">{_text(name.replace("_", " ").capitalize())}</th>' for name in columns)
    yield f'<div class="rows"><table><caption>All rows</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'.encode()
    state = columns.index("state")
    part: list[str] = []
    for row in rows:
        part.append(_row(row, state))
        if len(part) == _AT_ONCE:
            yield "".join(part).encode("utf-8")
            part = []
    yield ("".join(part) + "</tbody></table></div>\n</body>\n</html>\n").encode("utf-8")


def _summary(lines: Lines) -> Iterator[str]:
    yield '<table class="summary"><caption>Summary</caption>\n<tbody>\n'
    for name, value, strong in lines:
        cause = ' class="cause"' if name.startswith(" ") else ""
        head = f'<th scope="row"{cause}>{_text(name.strip())}</th>'
        kind = ' class="number"' if isinstance(value, int) else ""
        shown = f"{value:,}" if isinstance(value, int) else _text(value)
        shown = f"<strong>{shown}</strong>" if strong else shown
        yield f"<tr>{head}<td{kind}>{shown}</td></tr>\n"
    yield "</tbody></table>\n"


def _row(cells: Sequence[str], state: int) -> str:
    shown = [f"<td>{_text(cell)}</td>" for cell in cells]
    if cells[state] in _STATES:
        shown[state] = f'<td class="{cells[state]}">{_text(cells[state])}</td>'
    return f"<tr>{''.join(shown)}</tr>\n"


def _text(text: str) -> str:
    return escape("\n".join(visible(line) for line in text.split("\n")))
