"""The kinds of job, by name. One line a kind; kinds are imported on first use so that start-up stays quick."""

import json
from functools import cache
from importlib import import_module
from typing import cast

from app.jobs.base import JobKind
from app.jobs.recipe import BaseRecipe, RecipeError, read_json, validate

KINDS: dict[str, str] = {
    "image": "app.jobs.image:ImageKind",
    "table": "app.jobs.table:TableKind",
    "mail": "app.jobs.mail:MailKind",
}

# Seconds that one try may take before it is stopped (doubled once); the engine adds time for large inputs.
LIMITS: dict[str, float] = {"image": 300.0, "table": 1800.0, "mail": 900.0}
DEFAULT_LIMIT = 600.0


def limit_seconds(name: str) -> float:
    """The time limit of one try of kind `name`, in seconds."""
    return LIMITS.get(name, DEFAULT_LIMIT)


@cache
def kind(name: str) -> JobKind:
    """The kind called `name`. Raises KeyError for a name that is not registered."""
    module, _, attribute = KINDS[name].partition(":")
    return cast(JobKind, getattr(import_module(module), attribute)())


def parse_recipe(text: str) -> BaseRecipe:
    """A recipe from JSON text, checked by its kind. Raises RecipeError with every problem in words."""
    data = read_json(text)
    name = data.get("kind")
    if name is None:
        raise RecipeError([f"kind: is missing; expected one of {', '.join(KINDS)}"])
    if not isinstance(name, str) or name not in KINDS:
        shown = json.dumps(name, ensure_ascii=False)
        raise RecipeError([f"kind: unknown value {shown}; expected one of {', '.join(KINDS)}"])
    return cast(BaseRecipe, validate(kind(name).Recipe, data))
