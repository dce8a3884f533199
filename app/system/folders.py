"""Where the program keeps its things.

Owns: the choice of the data folder and the names inside it. Must not know: what is in the files.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "DROPMILL_DATA_DIR"
PORTABLE = "portable"  # a folder of this name beside the packaged program makes the installation portable


@dataclass(frozen=True, slots=True)
class Folders:
    """The data folder and what lies in it. Nothing is created before `make`."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "queue.db"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def recipes(self) -> Path:
        return self.data / "recipes"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    def make(self) -> None:
        """Create the data folder for this user only. Raises OSError."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)


def find(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders to use: `--data-dir`, else DROPMILL_DATA_DIR, else a portable folder, else the system's own place."""
    if given is not None:
        return Folders(_absolute(given))
    named = environment.get(VARIABLE, "")
    if named:
        return Folders(_absolute(Path(named)))
    portable = portable_folder()
    if portable is not None:
        return Folders(portable)
    from platformdirs import user_data_path

    name = "Dropmill" if sys.platform in ("win32", "darwin") else "dropmill"  # each system's own spelling
    return Folders(user_data_path(name, appauthor=False))


def portable_folder() -> Path | None:
    """The folder `portable` beside the packaged program, when there is one."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent / PORTABLE
    return folder if folder.is_dir() else None


def _absolute(path: Path) -> Path:
    """Absolute without resolving links: people recognise the path they gave."""
    return path.expanduser().absolute()
