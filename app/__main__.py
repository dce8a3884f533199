"""The entry of the program: window, command line, and (through multiprocessing) its worker processes.

Owns: nothing but the way in. No Qt and nothing heavy at module level: every worker process imports this module again.
"""

import multiprocessing
import sys
from pathlib import Path


def main() -> int:
    """Run the program with the process's arguments and return its exit code."""
    multiprocessing.freeze_support()  # first: in a packaged program a worker process ends here
    from app.cli.main import run

    return run(window=_open_window)


def _open_window(data_dir: Path, files: list[str], workers: int | None) -> int:
    """The window's event loop. Qt is imported here and not before."""
    from app.window import run

    return run(data_dir, files, workers)


if __name__ == "__main__":
    sys.exit(main())
