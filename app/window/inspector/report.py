"""What Copy report puts on the clipboard: everything known of one job, and the lines of the log that speak of it.

Owns: the wording and order of the text. Must not know: widgets. Reads the log, so it runs on the reader's thread.
"""

import platform
from datetime import UTC, datetime

from app import __version__
from app.store.reader import Reader
from app.system.logs import lines_about
from app.window.text import printable

MOST_LINES = 200


def report(reader: Reader, number: int) -> str:
    """A text for whoever looks into the job `number`. Raises StoreError."""
    job = reader.job(number)
    if job is None:
        return ""
    batch = reader.batch(job.batch)
    recipe = batch.recipe_name if batch is not None else ""
    lines = [
        f"Dropmill {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"Job {job.id} of batch {job.batch}, {job.kind}, recipe {printable(recipe)}",
        f"{job.state.value}: {printable(job.input)}, {job.size} bytes",
    ]
    if job.code or job.message:
        lines.append(f"{job.code or ''}: {printable(job.message or '')}")
    lines += [f"warning {warning.code}: {printable(warning.message)}" for warning in job.warnings]
    lines += [f"output: {printable(path)}" for path in job.outputs]
    for attempt in reader.attempts(number):
        failure = attempt.failure
        what = f" {failure.code}: {printable(failure.message)}" if failure is not None else ""
        lines.append(f"try {attempt.attempt}, {_utc(attempt.started)}, {attempt.ms} ms, {attempt.outcome.value}{what}")
        if failure is not None and failure.detail:
            lines += [f"  {line}" for line in failure.detail.splitlines()]
    logged = lines_about(number, MOST_LINES)
    if logged:
        lines += ["", "Log:", *logged]
    return "\n".join(lines)


def _utc(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")
