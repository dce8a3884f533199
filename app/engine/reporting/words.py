"""A summary in lines of words, for every format alike. Pure."""

from app.core.wording import iso
from app.engine.reporting.summary import Summary

Lines = list[tuple[str, str | int, bool]]  # name, value, whether it is a heading


def heading(summary: Summary) -> str:
    """What the report is called."""
    return f"{summary.recipe}: {summary.title}"


def lines_of(summary: Summary) -> Lines:
    """The summary: what it is about, then each outcome with its causes indented below it."""
    lines: Lines = [
        ("Batch", f"{summary.batch}, {heading(summary)}", True),
        ("Added", iso(summary.created) or "", False),
    ]
    if summary.finished is not None:
        lines.append(("Finished", iso(summary.finished) or "", False))
    elif not summary.over:
        lines.append(("Finished", "Not yet", False))
    if summary.note:
        lines.append(("Note", summary.note, False))
    lines.append(("Rows" if summary.kind != "mail" else "Messages", summary.total, True))
    for outcome in summary.outcomes:
        lines.append((outcome.words, outcome.count, True))
        lines += [(f"    {cause.title} ({cause.code})", cause.count, False) for cause in outcome.causes]
    return lines
