"""What the copy buttons of a cause put on the clipboard: a report, the addresses, the messages.

Owns: the wording and order of these texts. Must not know: widgets, the clipboard. Runs on the reader's thread.
"""

import platform
from collections.abc import Iterable

from app import __version__
from app.core.failures import info
from app.core.model import Job
from app.store.reader import Reader
from app.window.failures.causes import FILES_SHOWN
from app.window.failures.listing import Scope, listed_ids, listed_jobs
from app.window.text import printable


def report(reader: Reader, scope: Scope) -> str:
    """A text for whoever looks into the cause: program, code, and of up to 50 jobs what happened at the last try."""
    ids = listed_ids(reader, scope)
    code = scope.code or "INTERNAL"
    known = info(code)
    lines = [
        f"Dropmill {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{code}: {known.title} ({len(ids)})",
        known.meaning,
    ]
    for job in reader.jobs(ids[:FILES_SHOWN]):
        lines += ["", printable(job.input), f"  {job.message or known.meaning} (tries: {job.tries}, size: {job.size})"]
        last = next(iter(reader.attempts(job.id)), None)
        if last is not None and last.failure is not None and last.failure.detail:
            lines += [f"  {line}" for line in last.failure.detail.splitlines()]
    if len(ids) > FILES_SHOWN:
        lines += ["", f"and {len(ids) - FILES_SHOWN} more"]
    return "\n".join(lines)


def addresses(reader: Reader, scope: Scope) -> str:
    """The addresses of the group, one a line, each once."""
    return "\n".join(dict.fromkeys(map(address, listed_jobs(reader, scope))))


def messages(reader: Reader, scope: Scope) -> str:
    """Name and message of each job of the group, one a line, with a tab between."""
    return "\n".join(_lines(listed_jobs(reader, scope)))


def address(job: Job) -> str:
    """Whom the message of `job` goes to."""
    to = job.extra.get("mail", {}).get("to")
    return to if isinstance(to, str) else job.title


def _lines(jobs: Iterable[Job]) -> Iterable[str]:
    return (f"{printable(job.title)}\t{printable(job.message or '')}" for job in jobs)
