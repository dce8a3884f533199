"""Standard output and standard error, for people and for scripts.

Owns: UTF-8 on every system, one JSON object a line, and that no file's name can paint on the terminal. Must not know:
what is printed. JSON goes to standard output alone; notes go to standard error.
"""

import contextlib
import io
import json
import os
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from app.cli.exits import Exit, Stop
from app.core.wording import visible

# What some readers take for the end of a line, though JSON allows it in a text.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_line(values: Mapping[str, Any]) -> str:
    """`values` as one line. Lone surrogates (bytes of a name that are no UTF-8) stay escapes, which JSON can say."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode("utf-8").translate(_LINE_ENDS)


class Out:
    """Where a command speaks. `line` for results, `note` for everything beside them, `emit` for JSON."""

    def __init__(self, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self._stdout = stdout or _utf8(sys.stdout)
        self._stderr = stderr or _utf8(sys.stderr)

    def emit(self, values: Mapping[str, Any]) -> None:
        """One JSON object on standard output, at once (a reader may be following)."""
        self._say(json_line(values) + "\n")

    def line(self, text: str = "") -> None:
        """One line of the result on standard output."""
        self._say(visible(text) + "\n")

    def raw(self, text: str) -> None:
        """Text of a file (a recipe, a schema) on standard output, as it is."""
        self._say(text if text.endswith("\n") else text + "\n")

    def note(self, text: str) -> None:
        """One line beside the result, on standard error. Nobody there to read it is no reason to stop."""
        with contextlib.suppress(OSError):
            self._stderr.write(visible(text) + "\n")
            self._stderr.flush()

    def _say(self, text: str) -> None:
        try:
            self._stdout.write(text)
            self._stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self.give_up()
            words = error.strerror or str(error)
            raise Stop(Exit.FAILED, f"Standard output cannot be written: {words}.") from error

    @property
    def stdout(self) -> TextIO:
        return self._stdout

    @property
    def stderr(self) -> TextIO:
        return self._stderr

    @property
    def shows_bars(self) -> bool:
        """Whether progress bars make sense: standard error is a terminal that can move its cursor."""
        return self._stderr.isatty() and os.environ.get("TERM", "") != "dumb"

    def give_up(self) -> None:
        """The reader of standard output went away (`| head`): say no more there, without a trace at the end."""
        self._stdout = io.StringIO()
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _utf8(stream: TextIO | None) -> TextIO:
    """`stream` writing UTF-8 with plain line ends. A program without a console (Windows) has no stream: say nothing."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream
