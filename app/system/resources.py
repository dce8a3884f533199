"""Files that ship with the program: recipes, samples, icons.

Owns: where they are, in a checkout and in a packaged program. Must not know: what they mean.
"""

import sys
from pathlib import Path

import app


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, like `resource("recipes")`. It may not exist in a broken installation."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(app.__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
