"""A recipe while it is changed: its JSON, what was saved, and what is wrong with it.

Owns: changes to the parts of a recipe by place, and whether it may be saved. Must not know: widgets. The checks are
those of the recipe's kind, so what the editor calls right, the queue and the command line do too.
"""

import copy
import json
from typing import Any

from app.jobs.recipe import Path, Problem, RecipeError
from app.jobs.registry import parse_recipe
from app.window.editor.schema import Field

ORIENT: Path = ("orient",)  # the card for what is always done first to a picture


def is_part(path: Path) -> bool:
    """Whether `path` is that of a step or an output: what can be moved, copied and removed."""
    return len(path) >= 2 and path[-2] in ("steps", "outputs") and isinstance(path[-1], int)


def put_key(holder: dict[str, Any], field: Field, value: Any) -> None:
    """Set a key of `holder`. What is the same as leaving the key out is left out."""
    if not field.required and (value == field.default or (field.default is None and value in (None, [], {}))):
        holder.pop(field.key, None)
    else:
        holder[field.key] = value


class Draft:
    """See the module. `name` is the recipe's, as the person would save it."""

    def __init__(self, text: str, name: str) -> None:
        self.data: dict[str, Any] = json.loads(text)
        self.kind = str(self.data["kind"])
        self.name = name
        self._saved = (copy.deepcopy(self.data), name)
        self._checked: tuple[str, list[Problem]] = ("", [])

    # What is in it

    @property
    def text(self) -> str:
        """The recipe as it would be saved."""
        return json.dumps({**self.data, "name": self.name}, ensure_ascii=False, indent=1)

    @property
    def changed(self) -> bool:
        """Whether it is not what was saved."""
        return (_without_name(self.data), self.name) != (_without_name(self._saved[0]), self._saved[1])

    def problems(self) -> list[Problem]:
        """What is wrong, each with its place; [] = it can be used."""
        text = self.text
        if self._checked[0] != text:
            try:
                parse_recipe(text)
            except RecipeError as error:
                self._checked = (text, error.found)
            else:
                self._checked = (text, [])
        found = list(self._checked[1])
        if not self.name.strip():
            found.insert(0, Problem(("name",), "is missing"))
        return found

    def at(self, path: Path, default: Any = None) -> Any:
        """The value at `path`, or `default` where there is none."""
        value: Any = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return default
        return value

    def part(self, path: Path) -> dict[str, Any]:
        """The object at `path`; {} where there is none."""
        if path == ORIENT:
            path = self.orient() or ORIENT
        value = self.at(path, {})
        return value if isinstance(value, dict) else {}

    def orient(self) -> Path:
        """Where the step stands that says whether pictures are turned; () = nothing is said."""
        steps = self.data.get("steps", [])
        return next((("steps", n) for n, step in enumerate(steps) if step.get("do") == "orient"), ())

    def parts(self, path: Path) -> list[dict[str, Any]]:
        """The steps or outputs at `path`. A picture recipe that names no output has one."""
        found = self.at(path, [])
        if path == ("outputs",) and not found:
            return [{}]
        return found if isinstance(found, list) else []

    # Changes

    def put(self, path: Path, field: Field, value: Any) -> None:
        """Set the key `field` of the object at `path`. A value that says what leaving the key out says is left out."""
        if path == ORIENT:
            self._set_orient(bool(value))
            return
        holder = self._holder(path)
        put_key(holder, field, value)
        if not holder and path and isinstance(path[-1], str) and path != ("message",):
            self._holder(path[:-1]).pop(path[-1], None)

    def _holder(self, path: Path) -> dict[str, Any]:
        """The object at `path`, made where it is not there yet."""
        value: Any = self.data
        for n, part in enumerate(path):
            if isinstance(part, int):
                value = value[part]
                continue
            empty: Any = [{}] if part == "outputs" else [] if isinstance(path[n + 1 : n + 2], int) else {}
            value = value.setdefault(part, empty)
        made: dict[str, Any] = value
        return made

    def _set_orient(self, auto: bool) -> None:
        where = self.orient()
        steps = self.data.setdefault("steps", [])
        if where:
            del steps[int(where[1])]
        if not auto:
            steps.insert(0, {"do": "orient", "auto": False})
        if not steps:
            del self.data["steps"]

    def replace(self, path: Path, keys: dict[str, Any]) -> None:
        """Let the object at `path` have exactly these keys."""
        holder = self._holder(path)
        holder.clear()
        holder.update(keys)

    def insert(self, path: Path, at: int, part: dict[str, Any]) -> None:
        """Put a step or an output into the list at `path`."""
        self._list(path).insert(at, part)

    def remove(self, path: Path) -> dict[str, Any]:
        """Take the step or output at `path` out and return it."""
        parts = self._list(path[:-1])
        taken = parts.pop(int(path[-1]))
        if not parts:
            self._holder(path[:-2]).pop(str(path[-2]), None)
        return taken

    def move(self, path: Path, to: int) -> Path:
        """Move the step or output at `path` to the number `to` of its list; returns where it is now."""
        parts = self._list(path[:-1])
        to = min(max(to, 0), len(parts) - 1)
        parts.insert(to, parts.pop(int(path[-1])))
        return (*path[:-1], to)

    def duplicate(self, path: Path) -> Path:
        """A copy behind the step or output at `path`; returns where it is."""
        part = copy.deepcopy(self.part(path))
        if path[-2] == "outputs":
            part["name"] = f"{part.get('name', '{name}')}-2"
        self.insert(path[:-1], int(path[-1]) + 1, part)
        return (*path[:-1], int(path[-1]) + 1)

    def turn(self, path: Path, off: bool) -> None:
        """Turn a step or output off, or on again."""
        part = self._holder(path)
        part.pop("off", None)
        if off:
            part["off"] = True

    def _list(self, path: Path) -> list[dict[str, Any]]:
        holder = self._holder(path[:-1])
        found: list[dict[str, Any]] = holder.setdefault(str(path[-1]), [{}] if path == ("outputs",) else [])
        return found

    def replace_all(self, text: str) -> None:
        """Take the recipe in `text`, which is one of the same kind that can be used."""
        data = json.loads(text)
        self.name = str(data.get("name") or self.name)
        self.data = data

    def revert(self) -> None:
        """Back to what was saved."""
        self.data, self.name = copy.deepcopy(self._saved[0]), self._saved[1]

    def saved(self) -> None:
        """What it is now was saved."""
        self._saved = (copy.deepcopy(self.data), self.name)

    # The preview

    def up_to(self, path: Path) -> str:
        """The recipe for a preview: what comes behind the open step is left out, outputs stay."""
        data = {key: value for key, value in self.data.items() if key != "name"}
        if path[:1] == ("steps",) and len(path) >= 2:
            data["steps"] = data["steps"][: int(path[1]) + 1]
        elif path == ("read",):
            data.pop("steps", None)
        elif path[:1] == ("outputs",) and len(path) >= 4 and path[2] == "steps":
            outputs = copy.deepcopy(data["outputs"])
            outputs[int(path[1])]["steps"] = outputs[int(path[1])]["steps"][: int(path[3]) + 1]
            data["outputs"] = outputs
        return json.dumps(data, ensure_ascii=False)


def _without_name(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "name"}


def usable(text: str, kind: str) -> list[Problem]:
    """What is wrong with `text` as a recipe of `kind`; [] = nothing."""
    try:
        recipe = parse_recipe(text)
    except RecipeError as error:
        return error.found
    if recipe.kind != kind:
        return [Problem(("kind",), f'is "{recipe.kind}"; this recipe stays "{kind}"')]
    return []
