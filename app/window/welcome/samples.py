"""The samples of the welcome page: copied to a folder of the user's and worked off there, by the real recipes.

Owns: which samples there are and where they go. Must not know: widgets. `start` touches the disk and submits, so it
runs on the bridge. No message is sent: the sample for e-mail writes them as files.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.engine.commands import Commands, Submission
from app.system.recipes import Shelf
from app.system.resources import resource
from app.window.intake import Added
from app.window.text import tr

DAMAGED = ("damaged.jpg", "shopping list.jpg")  # they belong to the demonstration of failures


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample. `source`: what is copied, in the shipped samples; `inputs`: what is added, in the copy; `recipe`: a
    name, or a file in the copy; `letters`: the folder for messages that are written as files, "" for none."""

    kind: str
    source: str
    inputs: str
    recipe: str
    letters: str = ""


SAMPLES = {
    "image": Sample("image", "photos", "photos", "Web photos"),
    "table": Sample("table", "tables", "tables/orders (semicolons).csv", "Clean table"),
    "mail": Sample("mail", "mail", "mail/guests.csv", "mail/summer evening.json", "messages"),
}


def pictures() -> int:
    """How many pictures the sample has."""
    return sum(1 for path in resource("samples", "photos").rglob("*") if path.is_file() and path.name not in DAMAGED)


def folder() -> Path:
    """Where the samples are copied to: in the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / tr("Dropmill samples")


def start(commands: Commands, sample: Sample, place: Path) -> Added:
    """Copy `sample` to `place` and add it; it starts at once. Raises OSError, RecipeError, StoreError."""
    shutil.copytree(
        resource("samples", sample.source),
        place / sample.source,
        ignore=shutil.ignore_patterns(*DAMAGED),
        dirs_exist_ok=True,
    )
    shelf = Shelf(place / "no recipes of its own")
    loaded = shelf.load(str(place / sample.recipe) if "/" in sample.recipe else sample.recipe)
    submission = Submission(
        kind=sample.kind,
        recipe=loaded.text,
        recipe_name=loaded.name,
        paths=(str(place / sample.inputs),),
        title=Path(sample.inputs).name,
        options={"eml": str(place / sample.letters)} if sample.letters else {},
    )
    return Added((commands.submit(submission),), (), (), (submission,))
