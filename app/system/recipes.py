"""The recipes a person can choose: those that ship with the program and those that were saved.

Owns: the two folders of recipe files, finding one by name, and changing those that were saved. Must not know: what is
inside a recipe beyond name and kind (`app.jobs.registry` checks the rest).
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.jobs.recipe import BaseRecipe, Problem, RecipeError
from app.system.files import write_whole
from app.system.resources import resource

SUFFIX = ".dropmill"  # of recipe files that people hand on; inside they are like the saved ones
MAX_BYTES = 8_000_000  # of a recipe file; more is something else (a device, which never ends)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipe on the shelf."""

    name: str
    kind: str
    path: Path
    built_in: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """A recipe that was read and checked. `text`: its JSON as in the file; `name` is never empty."""

    name: str
    kind: str
    text: str
    path: Path
    recipe: BaseRecipe


class Shelf:
    """Recipes by name. A saved recipe hides a built-in one of the same name (case does not count)."""

    def __init__(self, saved: Path, built_in: Path | None = None) -> None:
        self._saved = saved
        self._built_in = built_in or resource("recipes")

    def entries(self) -> list[Entry]:
        """All recipes: built-in ones in their shipped order, then saved ones by name. Unreadable files are left out."""
        saved = {e.name.casefold(): e for e in _entries(self._saved, built_in=False)}
        shipped = [e for e in _entries(self._built_in, built_in=True) if e.name.casefold() not in saved]
        return shipped + sorted(saved.values(), key=lambda e: e.name.casefold())

    def find(self, name: str) -> Entry | None:
        """The recipe called `name`, or None."""
        wanted = name.strip().casefold()
        return next((e for e in self.entries() if e.name.casefold() == wanted), None)

    def load(self, reference: str) -> Loaded:
        """The recipe that `reference` means: a name on the shelf, else a file. Raises RecipeError."""
        entry = self.find(reference)
        if entry is not None:
            return load_file(entry.path)
        path = Path(os.path.expanduser(reference))
        if path.suffix.lower() in (".json", SUFFIX) or os.path.exists(path):
            return load_file(path)
        names = ", ".join(e.name for e in self.entries())
        raise RecipeError([f"there is no recipe or file called {reference}; recipes: {names}"])

    def save(self, text: str, *, name: str = "", replace: bool = False) -> Entry:
        """Check the recipe in `text` and keep it (under `name`, when given). Raises RecipeError, OSError.

        A name that is saved already is refused unless `replace`; built-in recipes are never changed, only hidden.
        """
        loaded = parse(text, Path(name or "recipe"))
        name = (name or loaded.name).strip()
        now = self._saved_entry(name)
        if now is not None and not replace:
            raise RecipeError([f"a recipe called {now.name} is saved already"])
        self._saved.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = now.path if now is not None else self._free_path(name)
        self._write(path, text, name)
        return Entry(name, loaded.kind, path, False)

    def change(self, was: str, text: str, name: str) -> Entry:
        """Keep the recipe `text` as `name` in the place of the one called `was`, which may be a built-in one (it stays,
        hidden while the name is the same). Raises RecipeError (also when `name` is another recipe's), OSError."""
        name = name.strip()
        if not name:
            raise RecipeError([Problem(("name",), "is missing")])
        other = self.find(name)
        if other is not None and other.name.casefold() != was.strip().casefold():
            raise RecipeError([Problem(("name",), f"a recipe called {other.name} is there already")])
        now = self._saved_entry(was)
        if now is None:
            return self.save(text, name=name)
        loaded = parse(text, now.path)
        self._write(now.path, text, name)
        return Entry(name, loaded.kind, now.path, False)

    def duplicate(self, name: str) -> Entry:
        """A saved copy of the recipe called `name`, under a name of its own. Raises RecipeError, OSError."""
        loaded = self.load(name)
        return self.save(loaded.text, name=self.free_name(loaded.name))

    def free_name(self, name: str) -> str:
        """`name`, or "NAME 2", "NAME 3" … where that is taken."""
        taken = {entry.name.casefold() for entry in self.entries()}
        numbered = re.fullmatch(r"(.*\S)\s+\d+", name)
        stem = numbered[1] if numbered and name.casefold() in taken else name
        free, n = name, 2
        while free.casefold() in taken:
            free, n = f"{stem} {n}", n + 1
        return free

    def remove(self, name: str) -> bool:
        """Forget the saved recipe called `name`; a built-in one that it hid is there again. Returns whether there was
        one. Raises OSError."""
        now = self._saved_entry(name)
        if now is not None:
            now.path.unlink(missing_ok=True)
        return now is not None

    def hides(self, name: str) -> bool:
        """Whether a saved recipe called `name` hides a built-in one."""
        wanted = name.strip().casefold()
        shipped = {entry.name.casefold() for entry in _entries(self._built_in, built_in=True)}
        return wanted in shipped and self._saved_entry(name) is not None

    def export(self, name: str, target: Path, *, replace: bool = False) -> None:
        """Write the recipe called `name` to `target`. Raises RecipeError (no such name), FileExistsError, OSError."""
        loaded = self.load(name)
        write_whole(target, loaded.text.encode("utf-8"), replace=replace)

    def _saved_entry(self, name: str) -> Entry | None:
        wanted = name.strip().casefold()
        return next((e for e in _entries(self._saved, built_in=False) if e.name.casefold() == wanted), None)

    def _write(self, path: Path, text: str, name: str) -> None:
        data = {**json.loads(text), "name": name}
        write_whole(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))

    def _free_path(self, name: str) -> Path:
        stem = re.sub(r"[^\w-]+", "-", name.casefold()).strip("-")[:60] or "recipe"
        path, n = self._saved / f"{stem}.json", 2
        while path.exists():
            path, n = self._saved / f"{stem}-{n}.json", n + 1
        return path


def load_file(path: Path) -> Loaded:
    """The recipe in the file `path`. Raises RecipeError with every problem in words."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise RecipeError(["there is no such file"]) from error
    except UnicodeDecodeError as error:
        raise RecipeError(["is not UTF-8 text"]) from error
    except OSError as error:
        raise RecipeError([f"cannot be read ({error.strerror})"]) from error
    if len(data) > MAX_BYTES:
        raise RecipeError(["is too long for a recipe"])
    return parse(text, path)


def parse(text: str, path: Path) -> Loaded:
    """The recipe in `text`, which came from `path`. Raises RecipeError."""
    from app.jobs.registry import parse_recipe

    recipe = parse_recipe(text)
    return Loaded(recipe.name or path.stem, recipe.kind, text, path, recipe)


def _entries(folder: Path, *, built_in: bool) -> list[Entry]:
    found: list[Entry] = []
    if not folder.is_dir():
        return found
    for path in sorted(folder.glob("*.json")):
        head = _head(path)
        if head is not None:
            found.append(Entry(str(head.get("name") or path.stem), str(head.get("kind")), path, built_in))
    return found


def _head(path: Path) -> dict[str, Any] | None:
    """The JSON object in `path` when it looks like a recipe. Only for listing: nothing is checked."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None  # `recipes check FILE` names the problem; a list must not fail because of one file
    return data if isinstance(data, dict) and "dropmill" in data and "kind" in data else None
