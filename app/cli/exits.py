"""How the program ends: exit codes, and the one exception that ends a command early with words."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command. Scripts rely on them."""

    OK = 0  # all jobs done or skipped
    FAILED = 1  # at least one failed, unconfirmed or cancelled, or waits for a person
    USAGE = 2  # wrong usage, recipe or paths; nothing was started
    QUEUE = 3  # the queue (or the data folder) cannot be opened
    INTERRUPTED = 130  # Ctrl-C; what is queued stays queued


class Stop(Exception):
    """End the command now with `code`, saying `lines` on standard error."""

    def __init__(self, code: Exit, *lines: str) -> None:
        super().__init__("; ".join(lines))
        self.code = code
        self.lines = lines
