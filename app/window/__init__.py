"""Everything that is seen. Reads the queue, sends commands; never writes SQLite, never opens a user's file.

`run` is the way in; Qt is imported when it is called and not before.
"""

from pathlib import Path


def run(data_dir: Path, files: list[str], workers: int | None = None) -> int:
    """Open the window over the queue of `data_dir` and add `files`. Returns the exit code.

    `workers`: worker processes, None as the settings say.

    When another process holds the queue, the files are handed to it and the code is 0.
    """
    from app.window.application import run as run_application

    return run_application(data_dir, files, workers)
