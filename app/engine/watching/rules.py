"""Which folders may be watched with which recipe, and which names in them count.

Owns: the refusals, in words, of whatever could go round in a circle: outputs that come in again as inputs. Must not
know: how folders are looked through.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.model import Watch
from app.engine.planner import own_folders
from app.jobs import registry
from app.jobs.base import Source
from app.jobs.place import output_folder
from app.jobs.recipe import BaseRecipe
from app.store.errors import StoreError

REFUSED = "WATCH_REFUSED"
# How browsers, mail programs, office suites and copy tools call what is not complete yet, or only theirs.
TEMPORARY_SUFFIXES = frozenset(
    {".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", ".filepart", ".swp", ".lock"}
)
TEMPORARY_PREFIXES = (".", "~$", "~lock", "~wrl")


def is_temporary(name: str) -> bool:
    """Whether a file of this name is hidden, or somebody's work in progress."""
    low = name.lower()
    return low.startswith(TEMPORARY_PREFIXES) or low.endswith("~") or os.path.splitext(low)[1] in TEMPORARY_SUFFIXES


@dataclass(frozen=True, slots=True)
class _Mill:
    """One folder with its recipe. `name` is for sentences; `folder` and `into` are without links. `into`: the folder
    outside of `folder` that outputs go to; None when they stay inside, where they are passed over by name."""

    name: str
    folder: str
    recipe: BaseRecipe
    into: str | None

    def feeds(self, other: "_Mill") -> bool:
        return self.into is not None and _within(self.into, other.folder)


def check(folder: str, recipe: BaseRecipe, out: str | None, watched: Sequence[Watch], data_dir: str) -> None:
    """Raise StoreError WATCH_REFUSED when `folder` cannot be watched with `recipe` beside those that are `watched`."""
    if not os.path.isdir(folder):
        raise StoreError(REFUSED, f"{folder} is not a folder that can be looked through.")
    real = os.path.realpath(folder)
    if _within(real, os.path.realpath(data_dir)):
        raise StoreError(REFUSED, f"{folder} belongs to Dropmill itself. Choose another folder.")
    for one in watched:
        _refuse_overlap(folder, real, one)
    mill = _mill(folder, recipe, out)
    mills = [_mill(one.folder, registry.parse_recipe(one.recipe), one.out) for one in watched]
    for other in mills:
        same = recipe.fingerprint() == other.recipe.fingerprint()
        if same and (mill.feeds(other) or other.feeds(mill)):
            first, second = (mill, other) if mill.feeds(other) else (other, mill)
            raise StoreError(
                REFUSED,
                f"The results of {first.name} go into {second.name}, which is watched with the same recipe: everything "
                "would be done twice. Choose another output folder.",
            )
    if _comes_back(mill, mills):
        raise StoreError(
            REFUSED, f"The results of {folder} would come back into it through other watched folders, without an end."
        )


def _refuse_overlap(folder: str, real: str, other: Watch) -> None:
    theirs = os.path.realpath(other.folder)
    if real == theirs:
        raise StoreError(REFUSED, f"{folder} is watched already, with {other.recipe_name}.")
    if _within(real, theirs):
        raise StoreError(REFUSED, f"{folder} is inside {other.folder}, which is watched already.")
    if _within(theirs, real):
        raise StoreError(REFUSED, f"{other.folder} is inside {folder} and is watched already.")


def _mill(folder: str, recipe: BaseRecipe, out: str | None) -> _Mill:
    """Raises StoreError when results land where a look through `folder` would find them."""
    real = os.path.realpath(folder)
    place = getattr(recipe, "place", None)
    if place is None:
        if out is not None:
            raise StoreError(REFUSED, "E-mail writes no files, so it has no output folder.")
        return _Mill(folder, real, recipe, None)
    # Where the results of a file that lies in the folder itself go.
    into = os.path.realpath(output_folder(Source(os.path.join(folder, "file"), folder, 0, 0, 1), place, out))
    own = own_folders(recipe, out)
    if _within(real, into) or not own:
        raise StoreError(
            REFUSED,
            f"The results would be written to {into}, where watching {folder} would find them as new files. Choose an "
            "output folder of its own.",
        )
    return _Mill(folder, real, recipe, None if _within(into, real) else into)


def _comes_back(mill: _Mill, others: Iterable[_Mill]) -> bool:
    """Whether a chain of watched folders leads from `mill` to itself."""
    left, reached = list(others), [mill]
    while reached:
        here = reached.pop()
        if here is not mill and here.feeds(mill):
            return True
        further = [other for other in left if here.feeds(other)]
        left = [other for other in left if other not in further]
        reached += further
    return False


def _within(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or inside it; both without links."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
