"""Showing files with the system's own programs.

Owns: opening a file, showing it in its folder, and the sentence when neither is possible. Must not know: jobs.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.window.text import file_name, printable, tr


def open_file(path: str) -> str:
    """Open a file with its program. Returns "" or a sentence that says why not."""
    if not os.path.exists(path):
        return tr("{name} is not in {folder} any more.").format(
            name=file_name(path), folder=printable(os.path.dirname(path))
        )
    if QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        return ""
    return tr("No program opens {name} here.").format(name=file_name(path))


def reveal(path: str) -> str:
    """Show a file in its folder (selected where the system can). Returns "" or a sentence that says why not."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    if not os.path.isdir(folder):
        return tr("The folder {folder} is not there any more.").format(folder=printable(folder))
    if sys.platform == "win32" and os.path.exists(path):
        subprocess.Popen(["explorer", "/select,", str(Path(path))])
        return ""
    if sys.platform == "darwin" and os.path.exists(path):
        subprocess.Popen(["open", "-R", path])
        return ""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
        return ""
    return tr("The folder {folder} cannot be shown here.").format(folder=printable(folder))
