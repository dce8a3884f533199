"""Whether the window's libraries can be loaded here. Asked by `dropmill doctor` only; nothing is drawn."""

import importlib


def version() -> str:
    """The version of Qt. Raises ImportError naming the library that is missing."""
    importlib.import_module("PySide6.QtWidgets")
    core = importlib.import_module("PySide6.QtCore")
    return str(core.qVersion())
