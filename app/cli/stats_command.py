"""`dropmill stats`: throughput, waiting times, retry and failure rates.

Owns: the words and the JSON of the figures. Must not know: how figures are collected. They are kept for 30 days,
whatever becomes of the jobs, and lag behind running work by up to ten seconds.
"""

import time
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from app.cli.exits import Exit
from app.cli.lines import title_of, when
from app.cli.session import Session
from app.core.figures import Metric
from app.core.stats import summary

MINUTE, HOUR = 60, 3_600  # spans of the figures that are kept, in seconds


class Period(StrEnum):
    """How far back to look."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


SECONDS = {Period.HOUR: HOUR, Period.DAY: 24 * HOUR, Period.MONTH: 30 * 24 * HOUR}

Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Over = Annotated[Period, typer.Option("--over", help="The last hour, day, or 30 days.")]


def stats(context: typer.Context, over: Over = Period.MONTH, as_json: Json = False) -> Exit:
    """Show throughput, waiting times, retry and failure rates."""
    session: Session = context.obj
    now = time.time_ns() // 1_000_000
    since = now - SECONDS[over] * 1000
    span = HOUR if over is Period.MONTH else MINUTE
    with session.reader() as reader:
        metrics = reader.metrics(span, since, now + 1) if reader is not None else []
    if as_json:
        session.out.emit({**summary(metrics), "since": when(since)})
        return Exit.OK
    for line in words(metrics):
        session.out.line(line)
    return Exit.OK


def words(metrics: Iterable[Metric]) -> list[str]:
    """The figures for people, a few lines a kind."""
    found = summary(metrics)
    if not found["kinds"]:
        return ["Nothing has been done yet."]
    lines = []
    for kind, row in found["kinds"].items():
        lines.append(
            f"{kind}: {row['tries']:,} attempts, {row['done']:,} done, {row['retried']:,} retried, "
            f"{row['failed']:,} failed"
        )
        if row["per_minute"] is not None:
            lines.append(f"  {row['per_minute']:,} a minute, {row['mb_per_second']:,} MB a second while at work")
        lines.append(f"  Running times: {_spoken(row['run_ms'])}; waiting times: {_spoken(row['wait_ms'])}")
        for code, counts in row["codes"].items():
            told = ", ".join(f"{n:,} {name.replace('_', ' ')}" for name, n in counts.items() if n)
            if told:
                lines.append(f"  {title_of(code)} ({code}): {told}")
    return lines


def _spoken(quantiles: dict[str, int | None]) -> str:
    known = [f"{name} {_duration(ms)}" for name, ms in quantiles.items() if ms is not None]
    return ", ".join(known) or "not known"


def _duration(ms: int) -> str:
    return f"{ms:,} ms" if ms < 10_000 else f"{ms / 1000:,.0f} s"
