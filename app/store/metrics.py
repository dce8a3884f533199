"""Figures of the work on disk: minutes for a day, hours for 30 days. Commands for the writer.

Owns: how long figures are kept, and merging them with those that are there. Must not know: who collects or reads them.
They stand alone: jobs may be pruned, the figures of their work stay.
"""

from collections.abc import Iterable

from app.core.figures import Figures, Metric
from app.store.text import clean
from app.store.writer import Transaction

MINUTE, HOUR = 60, 3_600  # seconds: the spans of which there are rows
KEPT_MS = {MINUTE: 24 * 3_600_000, HOUR: 30 * 24 * 3_600_000}


def add_metrics(tx: Transaction, metrics: Iterable[Metric]) -> None:
    """Add `metrics` to the minutes and hours that they lie in, and forget what is too old. In one transaction: before
    the commit none of it counts, after it all of it does, once."""
    merged: dict[tuple[int, int, str, str], Figures] = {}
    for metric in metrics:
        for span in KEPT_MS:
            begin = metric.at - metric.at % (span * 1000)
            merged.setdefault((span, begin, metric.kind, metric.lane), Figures()).merge(metric.figures)
    for (span, at, kind, lane), figures in merged.items():
        key = {"span": span, "at": at, "kind": kind, "lane": clean(lane)}
        row = tx.one("metric_get", key)
        if row is not None:
            figures.merge(Figures.from_json(row[0]))
        tx.run("metric_put", {**key, "data": figures.to_json()})
    for span, kept in KEPT_MS.items():
        tx.run("metric_trim", {"span": span, "before": tx.now - kept})
