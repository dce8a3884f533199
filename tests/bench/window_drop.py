"""How a drop of 10,000 files is taken in by the window."""

from pathlib import Path

from tests.bench import window
from tests.bench.report import Table, percentile


def run(scratch: Path) -> Table:
    found = window.measured("drop", scratch / "drop")
    late = found["late"]
    rows = (
        ("first sign of the batch in the window (bar: < 100 ms)", f"{found['feedback'] * 1000:.0f} ms"),
        ("all queued (bar: < 5 s)", f"{found['queued']:.2f} s"),
        ("main-loop gap meanwhile, p99", f"{percentile(late, 0.99):.1f} ms"),
        ("main-loop gap meanwhile, longest", f"{max(late):.1f} ms"),
    )
    note = f"A folder of {found['rows']:,} pictures dropped on the real window, offscreen."
    return Table("Drop of 10,000 files", note, ("what", "measured"), rows)
