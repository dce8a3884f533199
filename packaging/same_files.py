"""Do two builds of one commit have the same files? `python packaging/same_files.py FOLDER FOLDER`.

Owns: what counts as the same: names, and which of them are folders, links or executable. Sizes and contents may differ,
since compilers and archives write times.
"""

import argparse
import os
import sys
from pathlib import Path


def listing(folder: Path) -> dict[str, str]:
    """Path → what it is, of everything below `folder`."""
    return {str(path.relative_to(folder)): _kind(path) for path in folder.rglob("*")}


def _kind(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if path.is_dir():
        return "folder"
    return "program" if os.access(path, os.X_OK) else "file"


def differences(first: Path, second: Path) -> list[str]:
    """A line for everything that only one of the two has, or has in another way. Raises OSError."""
    left, right = listing(first), listing(second)
    return [
        f"{name}: {left.get(name, 'missing')}, {right.get(name, 'missing')}"
        for name in sorted(left.keys() | right.keys())
        if left.get(name) != right.get(name)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares the files of two builds.")
    parser.add_argument("folders", nargs=2, type=Path)
    first, second = parser.parse_args().folders
    lines = differences(first, second)
    for line in lines:
        print(line)
    print(f"{len(listing(first))} and {len(listing(second))} entries, {len(lines)} differ")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
