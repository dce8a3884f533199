"""Promise 6: how long the window's main loop is away while every worker is busy and 100,000 rows are queued."""

from pathlib import Path

from tests.bench import window
from tests.bench.report import Table, percentile


def run(scratch: Path) -> Table:
    found = window.measured("busy", scratch / "busy")
    late = found["late"]
    rows = (
        ("p50", f"{percentile(late, 0.5):.1f}"),
        ("p95", f"{percentile(late, 0.95):.1f}"),
        ("p99 (bar: < 50)", f"{percentile(late, 0.99):.1f}"),
        ("longest", f"{max(late):.1f}"),
    )
    note = (
        f"{found['rows']:,} rows queued, {window.WORKERS} workers wholly busy ({found['done']:,} jobs done meanwhile), "
        f"1280×800 offscreen, the table scrolled twice a second; {len(late):,} ticks of {window.TICK_MS} ms."
    )
    return Table("Main-loop gaps, ms beyond the tick", note, ("percentile", "ms"), rows)
