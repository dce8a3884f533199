"""What a form needs to know of a recipe, read from the JSON Schema of its kind.

Owns: `Field` and how the types, ranges and choices of the schema become fields. Must not know: widgets, words on
screen, any one step. A new step or key of a recipe is in the editor because it is in the schema.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from app.jobs import registry

Node = dict[str, Any]
TOP = "Recipe"  # what the recipe itself is called among the models
_FAR = 1_000_000_000  # where the schema names no end


class Shape(StrEnum):
    """How a value is put in."""

    CHECK = "check"  # true or false
    WHOLE = "whole"  # a whole number
    NUMBER = "number"
    LINE = "line"  # a text
    COLOR = "color"  # a text such as #ffffff
    CHOICE = "choice"  # one of `choices`
    VALUE = "value"  # a text, a number or one of `choices`, told apart by how it looks
    NAMES = "names"  # a list of texts; with `star` also "*"
    MARKS = "marks"  # a list of some of `choices`
    NUMBERS = "numbers"  # a list of exactly `count` numbers
    PAIRS = "pairs"  # an object of texts
    GROUP = "group"  # an object with the keys of `parts`
    ROWS = "rows"  # a list of objects with the keys of `parts`; `keyed`: an object of such objects
    STEPS = "steps"  # steps of a recipe: cards of their own


@dataclass(frozen=True, slots=True)
class Field:
    """One key. `where`: the model it belongs to ("Resize"). `optional`: may be null, which is the same as leaving it
    out. `default`: what leaving it out means. `least`, `most`: of numbers, and of lengths."""

    where: str
    key: str
    shape: Shape
    help: str = ""
    default: Any = None
    required: bool = False
    optional: bool = False
    choices: tuple[Any, ...] = ()
    least: float = -_FAR
    most: float = _FAR
    open_below: bool = False  # `least` itself is not allowed
    types: frozenset[str] = frozenset()  # of a VALUE
    count: int = 0
    star: bool = False
    keyed: bool = False
    parts: tuple["Field", ...] = ()


@cache
def schema(kind: str) -> Node:
    """The JSON Schema of the recipes of `kind`."""
    return registry.kind(kind).Recipe.model_json_schema(by_alias=True)


@cache
def fields(kind: str, model: str = "") -> tuple[Field, ...]:
    """The keys of `model` (a definition of the schema; "" = the recipe itself) without those nobody puts in."""
    whole = schema(kind)
    return _fields(whole["$defs"][model] if model else whole, model or TOP, whole["$defs"])


@cache
def steps(kind: str, inside_output: bool = False) -> dict[str, str]:
    """The steps that a recipe of `kind` (or one of its outputs) can have: value of `do` → model."""
    whole = schema(kind)
    holder = whole["$defs"]["Output"] if inside_output else whole
    node = holder["properties"].get("steps")
    if node is None:
        return {}
    mapping = node["items"]["discriminator"]["mapping"]
    found = {do: ref.rpartition("/")[2] for do, ref in mapping.items()}
    return {do: model for do, model in found.items() if not (inside_output and do in ("orient", "metadata-only"))}


def texts(kind: str) -> list[str]:
    """Every description of the schema, for the translators."""
    whole = schema(kind)
    models = [whole, *whole["$defs"].values()]
    nodes = (node for model in models for node in model.get("properties", {}).values())
    return list(dict.fromkeys(text for node in nodes if (text := _help(node))))


_UNSEEN = frozenset({"do", "off"})
_UNSEEN_AT_TOP = frozenset({"dropmill", "kind", "name"})  # the page itself shows them


def _fields(model: Node, where: str, defs: Node) -> tuple[Field, ...]:
    needed = set(model.get("required", ()))
    return tuple(
        _field(where, key, node, key in needed, defs)
        for key, node in model.get("properties", {}).items()
        if key not in _UNSEEN and not (where == TOP and key in _UNSEEN_AT_TOP)
    )


def _field(where: str, key: str, node: Node, required: bool, defs: Node) -> Field:
    options = [_resolved(option, defs) for option in node.get("anyOf", [node])]
    kinds = [option for option in options if option.get("type") != "null"]
    optional = len(kinds) < len(options)
    base: Node = {
        "where": where,
        "key": key,
        "help": _help(node) or next((text for option in kinds if (text := _help(option))), ""),
        "default": node.get("default"),
        "required": required,
        "optional": optional,
    }
    return Field(**(base | (_one(kinds[0], defs) if len(kinds) == 1 else _several(kinds))))


def _resolved(node: Node, defs: Node) -> Node:
    ref = node.get("$ref")
    name = ref.rpartition("/")[2] if ref else ""
    return {**defs[name], "model": name} if ref else node


def _help(node: Node) -> str:
    """The description of a key; that of a model is for the contract's reader."""
    return "" if "properties" in node else str(node.get("description", ""))


def _one(node: Node, defs: Node) -> Node:
    """The shape of a key of one type."""
    if "enum" in node or "const" in node:
        return {"shape": Shape.CHOICE, "choices": tuple(node.get("enum", (node.get("const"),)))}
    match node.get("type"):
        case "boolean":
            return {"shape": Shape.CHECK, "default": node.get("default", False)}
        case "integer" | "number" as name:
            return {"shape": Shape.WHOLE if name == "integer" else Shape.NUMBER, **_range(node)}
        case "array":
            return _array(node, defs)
        case "object" if "properties" in node:
            return {"shape": Shape.GROUP, "parts": _fields(node, node["model"], defs)}
        case "object":
            value = _resolved(node["additionalProperties"], defs)
            if "properties" in value:
                return {"shape": Shape.ROWS, "keyed": True, "parts": _fields(value, value["model"], defs)}
            return {"shape": Shape.PAIRS, "least": float(node.get("minProperties", 0))}
    return {"shape": Shape.COLOR if str(node.get("pattern", "")).startswith("^#") else Shape.LINE}


def _range(node: Node) -> Node:
    found: Node = {}
    if "minimum" in node or "exclusiveMinimum" in node:
        found = {
            "least": float(node["minimum"] if "minimum" in node else node["exclusiveMinimum"]),
            "open_below": "minimum" not in node,
        }
    if "maximum" in node:
        found["most"] = float(node["maximum"])
    return found


def _array(node: Node, defs: Node) -> Node:
    if "prefixItems" in node:
        return {"shape": Shape.NUMBERS, "count": len(node["prefixItems"]), **_range(node["prefixItems"][0])}
    item = _resolved(node.get("items", {}), defs)
    if "discriminator" in item:
        return {"shape": Shape.STEPS}
    if "properties" in item:
        return {"shape": Shape.ROWS, "parts": _fields(item, item["model"], defs)}
    if "enum" in item:
        return {"shape": Shape.MARKS, "choices": tuple(item["enum"])}
    return {"shape": Shape.NAMES, "least": float(node.get("minItems", 0))}


def _several(kinds: list[Node]) -> Node:
    """The shape of a key of several types."""
    names = [kind.get("type") for kind in kinds]
    if "array" in names and any(kind.get("const") == "*" for kind in kinds):
        return {"shape": Shape.NAMES, "star": True, "least": 1.0}
    choices: list[Any] = [value for kind in kinds for value in kind.get("enum", ()) or _const(kind)]
    if "boolean" in names:
        choices += [True, False]
    types = frozenset(str(kind["type"]) for kind in kinds if "const" not in kind and "type" in kind) - {"boolean"}
    if not types:
        return {"shape": Shape.CHOICE, "choices": tuple(choices)}
    return {"shape": Shape.VALUE, "choices": tuple(choices), "types": types}


def _const(kind: Node) -> tuple[Any, ...]:
    return (kind["const"],) if "const" in kind else ()
