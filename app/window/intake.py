"""From paths to batches: what was dropped, pasted or chosen becomes one submission a kind.

Owns: which recipe gets which path, what is left out, titles of batches, paths in the clipboard and in list files. Must
not know: widgets. `take_in` touches the disk and submits, so it runs on the bridge.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QMimeData, QUrl

from app.engine.commands import Commands, Submission
from app.window.recipes import Recipe
from app.window.text import files, printable, tr

PEEK = 2_000  # files looked at to tell what a folder holds: some 10 ms
LIST_LIMIT = 64 * 1024 * 1024  # bytes of a list of paths; a million paths are about 60 MB


@dataclass(frozen=True, slots=True)
class Drop:
    """What a person gave to the window. `recipe` was chosen; `others` may take files that it does not read."""

    paths: tuple[str, ...]
    recipe: Recipe
    others: tuple[Recipe, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a drop: batches by id, and files that no recipe reads, by type."""

    batches: tuple[int, ...]
    left_out: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    submissions: tuple[Submission, ...]  # of the batches, in their order


class NothingToAdd(Exception):
    """No path of a drop can be used; the message says why and what to do."""


def take_in(commands: Commands, drop: Drop) -> Added:
    """Submit one batch a recipe. Nothing starts: batches wait for Run. In folders, files that the recipe has worked
    off already are left out. Raises NothingToAdd."""
    parts, left_out, missing = sort_out(drop)
    if not parts:
        raise NothingToAdd(_nothing(drop, left_out, missing))
    submissions = tuple(
        Submission(
            kind=recipe.kind,
            recipe=recipe.text,
            recipe_name=recipe.name,
            paths=tuple(paths),
            title=title_of(paths),
            start=False,
            skip_processed=None,
        )
        for recipe, paths in parts
    )
    batches = tuple(commands.submit(submission) for submission in submissions)
    return Added(batches, tuple(left_out.most_common()), tuple(missing), submissions)


def sort_out(drop: Drop) -> tuple[list[tuple[Recipe, list[str]]], Counter[str], list[str]]:
    """(paths by recipe, left out by type, paths that are not there). Files without a type go to the chosen recipe,
    which looks inside; so do folders, unless they hold only what another recipe reads. E-mail never gets files that it
    was not chosen for."""
    found: dict[str, tuple[Recipe, list[str]]] = {}
    left_out: Counter[str] = Counter()
    missing: list[str] = []
    for path in dict.fromkeys(os.path.abspath(path) for path in drop.paths):  # Qt writes C:/a, the system C:\\a
        suffix = PurePath(path).suffix.lower()
        if not os.path.lexists(path):
            missing.append(path)
        elif os.path.isdir(path):
            recipe = _recipe_for_folder(path, drop)
            found.setdefault(recipe.name, (recipe, []))[1].append(path)
        elif not suffix or drop.recipe.reads(suffix):
            found.setdefault(drop.recipe.name, (drop.recipe, []))[1].append(path)
        else:
            other = next((r for r in drop.others if r.kind != "mail" and r.reads(suffix)), None)
            if other is None:
                left_out[suffix] += 1
            else:
                found.setdefault(other.name, (other, []))[1].append(path)
    return list(found.values()), left_out, missing


def _recipe_for_folder(folder: str, drop: Drop) -> Recipe:
    """The chosen recipe, unless a first look finds nothing for it and something for another one."""
    other = None
    for suffix in _first_suffixes(folder):
        if drop.recipe.reads(suffix):
            return drop.recipe
        other = other or next((r for r in drop.others if r.kind != "mail" and r.reads(suffix)), None)
    return other or drop.recipe


def _first_suffixes(folder: str) -> Iterator[str]:
    """Types of the first files of a folder, `PEEK` at most. What cannot be read is left to the scan, which says why."""
    seen = 0
    for _, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            yield PurePath(name).suffix.lower()
            seen += 1
            if seen >= PEEK:
                return


def _nothing(drop: Drop, left_out: Counter[str], missing: Sequence[str]) -> str:
    if left_out:
        types = ", ".join(suffix for suffix, _ in left_out.most_common(3))
        return tr("“{recipe}” cannot read {types} files. Choose another recipe.").format(
            recipe=drop.recipe.name, types=types
        )
    if missing:
        return tr("{path} is not there any more. Nothing was added.").format(path=printable(missing[0]))
    return tr("There was no file to add.")


def title_of(paths: Sequence[str]) -> str:
    """A batch's title: the one file or folder, or the folder that all share, or the number of files."""
    if len(paths) == 1:
        return PurePath(paths[0]).name or paths[0]
    parents = {str(PurePath(path).parent) for path in paths}
    if len(parents) == 1:
        return PurePath(next(iter(parents))).name or files(len(paths))
    return files(len(paths))


# What a mail program offers when a message itself is dragged out of it: no file exists.
VIRTUAL = ("FileGroupDescriptor", "application/x-moz-message", "com.apple.mail")


def has_files(mime: QMimeData) -> bool:
    """Whether a drag or the clipboard holds local files."""
    return mime.hasUrls() and any(url.isLocalFile() for url in mime.urls())


def is_virtual(mime: QMimeData) -> bool:
    """Whether only things without a file are offered (messages dragged out of a mail program)."""
    return not has_files(mime) and any(mark in form for form in mime.formats() for mark in VIRTUAL)


def paths_of(mime: QMimeData) -> tuple[str, ...]:
    """The local paths of a drag or of the clipboard: files, or absolute paths as lines of text."""
    if mime.hasUrls():
        return tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    return paths_in(mime.text()) if mime.hasText() else ()


def paths_in(text: str) -> tuple[str, ...]:
    """Absolute paths in `text`, one a line; quotes round a path and file:// addresses are understood."""
    found = []
    for line in text.splitlines():
        cleaned = line.strip().strip('"')
        if cleaned.startswith("file:"):
            cleaned = QUrl(cleaned).toLocalFile()
        if cleaned and PurePath(cleaned).is_absolute():
            found.append(cleaned)
    return tuple(found)


def read_list(path: str) -> tuple[str, ...]:
    """The paths in a list file, one a line, relative ones to the list's own folder. Raises OSError, NothingToAdd."""
    file = Path(path)
    if file.stat().st_size > LIST_LIMIT:
        raise NothingToAdd(tr("{name} is too large for a list of paths.").format(name=printable(file.name)))
    text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    lines = (line.strip().strip('"') for line in text.splitlines())
    found = tuple(os.path.abspath(file.parent / line) for line in lines if line and not line.startswith("#"))
    if not found:
        raise NothingToAdd(tr("{name} holds no paths. Write one path a line.").format(name=printable(file.name)))
    return found
