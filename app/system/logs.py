"""The program's log: one JSON object a line, in the data folder, rotated.

Owns: where log lines go, their shape, and that no secret gets into them. Must not know: who logs what.
"""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

FILE = "dropmill.jsonl"
MAX_BYTES = 2_000_000  # a day of heavy use; with three old files the log stays under 8 MB
KEEP = 3
HIDDEN = "[hidden]"

# SMTP sign-in lines: what follows AUTH PLAIN/LOGIN (or the bare base64 answer) is the password in disguise.
_AUTH = re.compile(r"(?i)\b(AUTH\s+[A-Z0-9-]+)\s+\S+")
_PASS = re.compile(r"(?i)\b(password|passwd|secret|token)(\s*[=:]\s*)\S+")


class Redactor(logging.Filter):
    """Takes secrets out of records: AUTH arguments, `password=…`, and every secret that `known` returns."""

    def __init__(self, known: Callable[[], Iterable[str]] = tuple) -> None:
        super().__init__()
        self._known = known

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; never drops it."""
        record.msg = self.clean(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.clean(record.exc_text)
        return True

    def clean(self, text: str) -> str:
        """`text` without secrets."""
        for secret in self._known():
            if secret:
                text = text.replace(secret, HIDDEN)
        return _PASS.sub(rf"\1\2{HIDDEN}", _AUTH.sub(rf"\1 {HIDDEN}", text))


class JsonLines(logging.Formatter):
    """A record as one line of JSON: at (UTC), level, logger, message, the facts that it speaks of (`extra={"facts":
    {…}}`: batch, job, lane, code), and the trace of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
            "process": record.process,
            "thread": record.threadName,
        }
        if record.exc_text or record.exc_info:
            line["trace"] = record.exc_text or self.formatException(record.exc_info)  # type: ignore[arg-type]
        return json.dumps(line, ensure_ascii=False)


class _Rotating(RotatingFileHandler):
    """Rotation that tolerates a second process: Windows does not rename a file that another one has open."""

    def rotate(self, source: str, dest: str) -> None:
        try:
            super().rotate(source, dest)
        except PermissionError:
            return  # go on in the same file; the process that comes last will rotate it


def set_up(folder: Path, level: str | None, known_secrets: Callable[[], Iterable[str]] = tuple) -> None:
    """Log to `folder`; with `level` given also to standard error. Raises OSError when the folder cannot be written.

    Calling it again replaces what an earlier call set up.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    take_down()
    root = logging.getLogger()
    threshold = logging.getLevelNamesMapping()[(level or "info").upper()]
    file = _Rotating(folder / FILE, maxBytes=MAX_BYTES, backupCount=KEEP, encoding="utf-8", errors="backslashreplace")
    file.setFormatter(JsonLines())
    handlers: list[logging.Handler] = [file]
    if level is not None and sys.stderr is not None:
        console = logging.StreamHandler(sys.stderr)
        console.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        handlers.append(console)
    redactor = Redactor(known_secrets)
    for handler in handlers:
        handler.addFilter(redactor)
        handler.dropmill = True  # type: ignore[attr-defined]  # ours: `set_up` may replace it
        root.addHandler(handler)
    root.setLevel(threshold)


def lines_about(job: int, most: int) -> list[str]:
    """The newest lines of the log, `most` of them, that speak of the job with this number, oldest first."""
    mark = re.compile(rf'"job": {job}\b')
    found: list[str] = []
    for handler in logging.getLogger().handlers:
        if not isinstance(handler, _Rotating):
            continue
        path = Path(handler.baseFilename)
        for part in (*(path.with_name(f"{path.name}.{n}") for n in range(KEEP, 0, -1)), path):
            try:
                text = part.read_text("utf-8", "replace")
            except OSError:  # not every old file is there
                continue
            found += [line for line in text.splitlines() if mark.search(line)]
    return found[-most:]


def take_down() -> None:
    """Log no more to where `set_up` logs, and close its file."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if getattr(h, "dropmill", False)]:
        root.removeHandler(handler)
        handler.close()
