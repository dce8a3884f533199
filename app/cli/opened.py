"""What the desktop opens the program with: recipe files (`.dropmill`) go on the shelf, all else to the window.

Owns: that distinction. Must not know: the window.
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from app.cli.session import Session

SUFFIX = ".dropmill"

log = logging.getLogger(__name__)


def keep_recipes(session: Session, paths: Sequence[str]) -> list[str]:
    """Put the recipe files among `paths` on the shelf; returns the other paths.

    A recipe that is there already is not kept twice; another one of the same name gets a number behind it. What cannot
    be used as a recipe stays among the paths: there the window says so.
    """
    return [path for path in paths if not (path.lower().endswith(SUFFIX) and _kept(session, Path(path)))]


def _kept(session: Session, path: Path) -> bool:
    from app.jobs.recipe import RecipeError
    from app.system.recipes import load_file

    try:
        loaded = load_file(path)
        name, number = loaded.name, 1
        while session.shelf.find(name) is not None:
            if session.shelf.load(name).recipe.model_dump(exclude={"name"}) == loaded.recipe.model_dump(
                exclude={"name"}
            ):
                return True
            number += 1
            name = f"{loaded.name} ({number})"
        session.shelf.save(loaded.text, name=name)
    except (RecipeError, OSError) as error:
        log.warning("%s cannot be kept as a recipe: %s", path, error)
        return False
    return True
