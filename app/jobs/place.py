"""Where outputs go: the folder, the planned path, and what happens when the path is taken.

Owns: the `place` part of recipes, turned into paths; collisions inside a batch and on disk. Must not know: templates'
inner rules (`names`), formats, the queue. Path arithmetic only, except `Resolver`, which lists each output folder once.
"""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from app.core.failures import Warn
from app.jobs import names
from app.jobs.base import PlannedOutput, Source
from app.jobs.recipe import Place

Exists = Literal["number", "skip", "replace", "newer"]

SOURCE_FOLDER = "{source}"


def relative_folders(source: Source) -> tuple[str, ...]:
    """The folders between the dropped folder and `source`, outermost first."""
    folder, root = os.path.dirname(source.path), source.root.rstrip(os.sep)
    if not folder.startswith(root + os.sep):
        return ()
    return tuple(part for part in folder[len(root) :].split(os.sep) if part)


def tokens(source: Source, recipe: str, output: str) -> dict[str, object]:
    """The name tokens that follow from the path alone. `{ext}` is the input's own suffix, without the dot."""
    stem, suffix = os.path.splitext(os.path.basename(source.path))
    return {
        "name": stem,
        "ext": suffix[1:],
        "parent": os.path.basename(os.path.dirname(source.path)),
        "rel": relative_folders(source),
        "n": source.number,
        "recipe": recipe,
        "output": output,
    }


def output_folder(source: Source, place: Place, out: str | None) -> str:
    """The absolute folder for outputs of `source`. `out` (from `--out`) wins over the recipe's folder.

    `{source}` is the input's own folder, so there is no tree to keep below it; a relative folder means the same. Under
    `out` or a fixed folder, `keep_tree` keeps the folders below the dropped folder.
    """
    own = os.path.dirname(source.path)
    if out is None:
        folder = os.path.expanduser(place.folder)
        if SOURCE_FOLDER in folder:
            return os.path.normpath(folder.replace(SOURCE_FOLDER, own))
        if not os.path.isabs(folder):
            return os.path.normpath(os.path.join(own, folder))
    else:
        folder = os.path.abspath(out)
    if place.keep_tree:
        folder = os.path.join(folder, *relative_folders(source))
    return os.path.normpath(folder)


def planned(
    source: Source,
    place: Place,
    out: str | None,
    name_template: str,
    suffix: str,
    tokens: Mapping[str, object],
    output_id: str,
) -> tuple[PlannedOutput, tuple[Warn, ...]]:
    """The output `output_id` with its wished-for path, and a RENAMED warning when its name had to be repaired.

    `suffix` (".jpg") ends the name; a template that ends in `.{ext}` or in the suffix itself does not get it twice.
    Raises ValueError for a template that cannot be filled.
    """
    for ending in (".{ext}", suffix):
        if ending and name_template.lower().endswith(ending.lower()):
            name_template = name_template[: -len(ending)]
            break
    parts = [part for part in names.fill(name_template, tokens).split("/") if part]
    wished = ("/".join(parts) or "_") + suffix
    name, changed = names.safe(wished)
    path = os.path.join(output_folder(source, place, out), *name.split("/"))
    if not changed:
        return PlannedOutput(output_id, path), ()
    warning = Warn("RENAMED", f"The name {wished!r} cannot be used on every system. The output is called {name!r}.")
    return PlannedOutput(output_id, path), (warning,)


class Resolver:
    """Gives each output of one batch its final path, in the order asked.

    Inside the batch a path is given once: the next one gets " (2)", compared without case and in NFC, because the same
    batch must work on every file system. On disk `exists` decides. An output never takes the place of an input of the
    batch: "replace" may put it over its *own* input, all else is numbered.
    """

    def __init__(self, exists: Exists, inputs: Iterable[str] = ()) -> None:
        self._exists = exists
        self._folders: dict[str, dict[str, os.DirEntry[str]]] = {}  # folder -> name key -> what is there
        self._folder_keys: dict[str, str] = {}
        self._taken: set[tuple[str, str]] = set()
        self._next: dict[tuple[str, str], int] = {}  # the number to try next, so that 10,000 equal names stay cheap
        self._inputs: set[tuple[str, str]] = set()
        self.add_inputs(inputs)

    def add_inputs(self, paths: Iterable[str]) -> None:
        """More inputs of the batch, which outputs must not overwrite."""
        self._inputs.update(self._key(path) for path in paths)

    def claim(self, path: str) -> None:
        """Count `path` as given already (a batch that goes on being planned after a restart)."""
        self._taken.add(self._key(path))

    def resolve(self, wanted: str, source: Source) -> str | None:
        """The path to write instead of `wanted`, or None when nothing is to be written (policies skip and newer)."""
        first = self._key(wanted)
        own = self._key(source.path)
        stem, suffix = os.path.splitext(wanted)
        number = self._next.get(first, 1)
        while True:
            path = wanted if number == 1 else f"{stem} ({number}){suffix}"
            key = self._key(path)
            number += 1
            if key in self._taken:
                continue
            if key in self._inputs and not (key == own and self._exists == "replace"):
                continue
            there = self._on_disk(os.path.dirname(path)).get(key[1])
            if there is not None and (self._exists == "number" or there.is_dir()):
                continue
            self._taken.add(key)
            self._next[first] = number
            if there is None or self._exists == "replace":
                return path
            if self._exists == "newer" and _older(there, source):
                return path
            return None

    def _key(self, path: str) -> tuple[str, str]:
        folder, name = os.path.split(path)
        key = self._folder_keys.get(folder)
        if key is None:
            key = self._folder_keys[folder] = fold(os.path.normpath(folder))
        return key, fold(name)

    def _on_disk(self, folder: str) -> dict[str, os.DirEntry[str]]:
        known = self._folders.get(folder)
        if known is None:
            try:
                with os.scandir(folder) as entries:
                    known = {fold(entry.name): entry for entry in entries}
            except OSError:  # not there yet, or not readable: writing says so later, in words, for each file
                known = {}
            self._folders[folder] = known
        return known


def fold(name: str) -> str:
    """`name` as case-insensitive, normalising file systems compare it."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _older(there: os.DirEntry[str], source: Source) -> bool:
    """Whether what is there was modified before the input. Gone in the meantime counts as older."""
    try:
        return Path(there.path).stat().st_mtime_ns < source.mtime_ns
    except OSError:
        return True
