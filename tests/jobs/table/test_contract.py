"""Every step, key, choice and function that recipes may name is used by a test of its own.

Owns: the search for what no test uses. What a step has to do is told by its own test module, on exact bytes.
"""

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from app.jobs.table.aggregate import AGGREGATES
from app.jobs.table.expression.functions import FUNCTIONS
from app.jobs.table.steps import STEPS

HERE = Path(__file__).parent
SHARED = {"do", "off"}  # of every step; tests of recipes have them


def text_below(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("test_*.py") if path != Path(__file__))


def text_of(name: str) -> str:
    """The tests of the step `name`: modules that use it."""
    return "\n".join(
        text
        for path in HERE.rglob("test_*.py")
        if path != Path(__file__) and f'"{name}"' in (text := path.read_text("utf-8"))
    )


def choices(annotation: Any) -> set[str]:
    """The words that a key takes."""
    if get_origin(annotation) is Literal:
        return {word for word in get_args(annotation) if isinstance(word, str) and word}
    return set().union(*map(choices, get_args(annotation)))


def keys() -> list[tuple[str, str, frozenset[str]]]:
    """(step, key, words that are not its default)."""
    return [
        (name, field.alias or key, frozenset(choices(field.annotation) - {field.default}))
        for name, step in STEPS.items()
        for key, field in step.model_fields.items()
        if key not in SHARED
    ]


@pytest.mark.parametrize(("step", "key", "words"), keys(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_key_and_word_of_a_step(step: str, key: str, words: frozenset[str]) -> None:
    text = text_of(step)
    assert re.search(rf'"{key}"|\b{key}_?=', text)
    assert {word for word in words if f'"{word}"' not in text} == set()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function(name: str) -> None:
    assert re.search(rf"\b{name}\(", text_below(HERE / "expression"))


@pytest.mark.parametrize("name", AGGREGATES)
@pytest.mark.parametrize("step", ["group", "pivot"])
def test_every_aggregate(step: str, name: str) -> None:
    assert re.search(rf'"{name}[("]', (HERE / "steps" / f"test_{step}.py").read_text("utf-8"))
