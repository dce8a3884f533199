"""Scenes of the list of recipes and of the editor, for pictures and for the audit.

The previews are real ones of the samples, made in this process at once.
"""

import json
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from app.jobs.base import PlanRequest, Preview
from app.system.recipes import Shelf
from app.system.resources import resource
from app.window.editor.page import EditorPage, Start
from tests.window.looks.previews import previewed

PHOTOS = {
    "dropmill": 1, "kind": "image", "name": "Web photos",
    "steps": [{"do": "resize", "mode": "long-edge", "size": 1600}, {"do": "adjust", "sharpen": 0.3}],
    "outputs": [
        {"name": "{name}", "format": "jpeg", "quality": 82},
        {
            "name": "{name}-thumb", "format": "webp", "quality": 80,
            "steps": [{"do": "resize", "mode": "fit", "width": 256, "height": 256}],
        },
    ],
}  # fmt: skip
ORDERS = {
    "dropmill": 1, "kind": "table", "name": "Clean orders",
    "steps": [{"do": "trim"}, {"do": "dedupe"}, {"do": "sort", "by": [{"column": "customer"}]}],
}  # fmt: skip
GUESTS = {
    "dropmill": 1, "kind": "mail", "name": "Invitation", "account": "work",
    "message": {
        "to": "{{ name }} <{{ email }}>", "subject": "Your seat {{ number }}",
        "text": "Dear {{ name }},\n\nyour seat is number {{ number }}.",
    },
}  # fmt: skip


def _at_once(kind: str, recipe: str, path: str, request: PlanRequest | None = None) -> "Future[Preview]":
    answer: Future[Preview] = Future()
    try:
        answer.set_result(Preview(_elsewhere(previewed(kind, recipe, Path(path), request).data)))
    except Exception as error:  # noqa: BLE001 - what goes wrong is shown, as from the worker
        answer.set_exception(error)
    return answer


def _elsewhere(value: Any) -> Any:
    """`value` as if the samples lay where a person has them: no picture shows a folder of the machine it was made on."""
    if isinstance(value, str):
        return value.replace(str(resource("samples")), "/home/you")
    if isinstance(value, dict):
        return {key: _elsewhere(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_elsewhere(part) for part in value)
    return value


def recipes(stage: Any) -> None:
    """The list of recipes."""
    stage.desk.act("recipes")


def edited(recipe: dict[str, Any], *sample: str) -> Callable[[Any], None]:
    """A recipe in the editor, tried on a sample."""
    return partial(_edit, recipe=recipe, sample=str(resource("samples", *sample)))


def _edit(stage: Any, recipe: dict[str, Any], sample: str) -> None:
    shelf = Shelf(stage.staged.path.parent / "recipes")
    start = Start(json.dumps(recipe), recipe["name"], "", sample)
    stage.shell.show_page(EditorPage(shelf, stage.backend.reads, _at_once, start))


EDITOR_SCENES: dict[str, Callable[[Any], None]] = {
    "recipes": recipes,
    "editor-picture": edited(PHOTOS, "photos", "morning.jpg"),
    "editor-table": edited(ORDERS, "tables", "orders (semicolons).csv"),
    "editor-mail": edited(GUESTS, "mail", "guests.csv"),
}
