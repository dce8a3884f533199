"""`dropmill stats`: throughput, waiting times, retry and failure rates.

Owns: the words and the JSON of the figures. Must not know: how figures are collected. They are kept for 30 days,
whatever becomes of the jobs, and lag behind running work by up to ten seconds.
"""

import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from app.cli.exits import Exit
from app.cli.lines import title_of, when
from app.cli.session import Session
from app.core.figures import Figures, Histogram, Metric, percentile, total
from app.core.states import Outcome

MINUTE, HOUR = 60, 3_600  # spans of the figures that are kept, in seconds
QUANTILES = (("median", 0.5), ("p95", 0.95), ("p99", 0.99))


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


def summary(metrics: Iterable[Metric]) -> dict[str, Any]:
    """{"kinds": {kind: figures}, "lanes": {lane: figures}, "wait_ms": {median, p95, p99}}: see `_figures`."""
    metrics = list(metrics)
    return {
        "kinds": _by(metrics, lambda metric: metric.kind),
        "lanes": _by(metrics, lambda metric: metric.lane),
        "wait_ms": _quantiles(total(metrics).wait),
    }


def _by(metrics: list[Metric], key: Callable[[Metric], str]) -> dict[str, Any]:
    names = sorted({key(metric) for metric in metrics})
    return {name: _figures(total(metric for metric in metrics if key(metric) == name)) for name in names}


def _figures(figures: Figures) -> dict[str, Any]:
    """Attempts by what became of them, rates while at least one job ran, shares of all attempts that came to an end of
    their own, and for each failure code how many attempts were retried, failed or given back with it."""
    ran, busy = figures.ran, figures.busy_ms / 1000
    done = figures.of(Outcome.DONE, Outcome.SKIPPED)
    retried, failed = figures.of(Outcome.RETRY), figures.of(Outcome.FAILED, Outcome.UNCONFIRMED)
    return {
        "tries": figures.tries,
        "done": done,
        "retried": retried,
        "failed": failed,
        "given_back": figures.of(Outcome.INTERRUPTED),
        "cancelled": figures.of(Outcome.CANCELLED),
        "ms_mean": round(figures.run_ms / ran, 1) if ran else None,
        "per_minute": _rate(done * 60, busy),
        "per_second": _rate(done, busy),
        "mb_per_second": _rate(figures.bytes_in / 1e6, busy),
        "busy_seconds": round(busy, 1),
        "bytes_in": figures.bytes_in,
        "bytes_out": figures.bytes_out,
        "retry_rate": round(retried / ran, 4) if ran else 0.0,
        "failure_rate": round(failed / ran, 4) if ran else 0.0,
        "run_ms": _quantiles(figures.run),
        "wait_ms": _quantiles(figures.wait),
        "codes": {code: _code(outcomes) for code, outcomes in sorted(figures.codes.items())},
    }


def _code(outcomes: dict[str, int]) -> dict[str, int]:
    return {
        "retried": outcomes.get(Outcome.RETRY, 0),
        "failed": outcomes.get(Outcome.FAILED, 0) + outcomes.get(Outcome.UNCONFIRMED, 0),
        "given_back": outcomes.get(Outcome.INTERRUPTED, 0),
    }


def _rate(count: float, seconds: float) -> float | None:
    return round(count / seconds, 2) if seconds > 0 else None


def _quantiles(histogram: Histogram) -> dict[str, int | None]:
    return {name: percentile(histogram, share) for name, share in QUANTILES}


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
