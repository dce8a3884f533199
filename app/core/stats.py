"""What the figures say: shares, rates and times, the same for `dropmill stats` and for the page of activity. Pure.

Owns: their arithmetic and their names (scripts rely on them). Must not know: how they are shown.
"""

from collections.abc import Callable, Iterable
from typing import Any

from app.core.figures import Figures, Histogram, Metric, percentile, total
from app.core.states import Outcome

QUANTILES = (("median", 0.5), ("p95", 0.95), ("p99", 0.99))


def summary(metrics: Iterable[Metric]) -> dict[str, Any]:
    """{"kinds": {kind: figures}, "lanes": {lane: figures}, "wait_ms": {median, p95, p99}}: see `rates`."""
    metrics = list(metrics)
    return {
        "kinds": _by(metrics, lambda metric: metric.kind),
        "lanes": _by(metrics, lambda metric: metric.lane),
        "wait_ms": _quantiles(total(metrics).wait),
    }


def _by(metrics: list[Metric], key: Callable[[Metric], str]) -> dict[str, Any]:
    names = sorted({key(metric) for metric in metrics})
    return {name: rates(total(metric for metric in metrics if key(metric) == name)) for name in names}


def rates(figures: Figures) -> dict[str, Any]:
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
