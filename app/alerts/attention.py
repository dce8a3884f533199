"""Getting a person's attention on this computer: a notification, a sound.

Owns: the protocol, which the window implements with Qt, and what can be done without a window by programs of the
system, where they are there. Must not know: what is told.
"""

import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Protocol

from app.alerts.program import run_program
from app.alerts.trouble import AlertError

SECONDS = 15.0  # a notification is quick, a sound is short

# The text goes in as an argument, so nothing in it is read as a script.
_NOTIFY_MAC = (
    "osascript",
    "-e", "on run argv",
    "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
    "-e", "end run",
)  # fmt: skip
_SOUND_MAC = "/System/Library/Sounds/Glass.aiff"


class Attention(Protocol):
    """Both are called on a thread of the alerts, may take some seconds, and raise AlertError when they cannot."""

    def notify(self, heading: str, text: str) -> None:
        """Show a notification of the desktop."""
        ...

    def sound(self, file: str | None) -> None:
        """Play `file`, or the system's own sound."""
        ...


class SystemAttention:
    """By programs of the system. `stop`: set when Dropmill ends."""

    def __init__(self, folder: Path, stop: threading.Event, system: str = sys.platform) -> None:
        self._folder = folder
        self._stop = stop
        self._system = system

    def notify(self, heading: str, text: str) -> None:
        if self._system == "darwin":
            self._run([*_NOTIFY_MAC, heading, text])
        elif shutil.which("notify-send"):
            self._run(["notify-send", "--app-name=Dropmill", "--", heading, text])
        else:
            raise AlertError("There is no program here that shows notifications (notify-send). Open the window.")

    def sound(self, file: str | None) -> None:
        if file is not None and not os.path.isfile(file):
            raise AlertError(f"The sound {file} is not there.")
        if self._system == "win32":
            _play_on_windows(file)
            return
        players: list[list[str]] = [["afplay", file or _SOUND_MAC]]
        if self._system != "darwin":
            players = [["paplay", file], ["aplay", "-q", file]] if file else [["canberra-gtk-play", "-i", "complete"]]
        for player in players:
            if shutil.which(player[0]):
                self._run(player)
                return
        names = " or ".join(player[0] for player in players)
        raise AlertError(f"There is no program here that plays this sound ({names}).")

    def _run(self, arguments: list[str]) -> None:
        run_program(arguments, os.environ, self._folder, SECONDS, self._stop)


def _play_on_windows(file: str | None) -> None:
    import winsound

    module = vars(winsound)  # the checker of other systems does not know what is in it
    flags = module["SND_FILENAME"] if file else module["SND_ALIAS"]
    try:
        module["PlaySound"](file or "SystemAsterisk", flags)
    except RuntimeError as error:
        raise AlertError(f"The sound cannot be played: {error}.") from error
