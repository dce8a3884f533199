"""Which version is built, and of when. Standard library only; nothing of the program is imported."""

import os
import re
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACE = ROOT / "app" / "__init__.py"
_VERSION = re.compile(r'__version__ = "([^"]+)"')


def version() -> str:
    """The version in the source. Raises ValueError where there is none."""
    found = _VERSION.search(_PLACE.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{_PLACE} names no version")
    return found[1]


def moment() -> int:
    """Seconds since 1970 of the commit that is built (SOURCE_DATE_EPOCH comes first), of now outside a repository."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    call = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    answer = subprocess.run(call, capture_output=True, text=True, check=False).stdout.strip()
    return int(answer) if answer.isdigit() else int(time.time())


def day() -> str:
    """The day of `moment`, `2026-11-24`."""
    return time.strftime("%Y-%m-%d", time.gmtime(moment()))
