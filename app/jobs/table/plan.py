"""What a table will become: the name and place of its output. Reads nothing; a table that cannot be read is planned
too, and running it fails with the right words."""

import os
from collections.abc import Iterable, Sequence

from app.jobs.base import Plan, PlannedJob, PlanRequest, Source
from app.jobs.place import planned, tokens
from app.jobs.table.recipe import TableRecipe

MAIN = "0"  # the id of the one output


def plan(sources: Sequence[Source], recipe: TableRecipe, request: PlanRequest) -> Iterable[Plan]:
    """One job an input, with one output."""
    for source in sources:
        stem, suffix = split_name(os.path.basename(source.path))
        written = suffix if recipe.write.format == "same" else f".{recipe.write.format}"
        values = tokens(source, recipe.name, MAIN) | {"name": stem, "ext": suffix[1:]}
        output, warnings = planned(source, recipe.place, request.out, "{name}", written, values, MAIN)
        yield Plan((PlannedJob(source, (output,), weight=source.size, key=source.path, warnings=warnings),))


def split_name(name: str) -> tuple[str, str]:
    """Stem and suffix of a table's name; `.gz` is packing, not a suffix."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() == ".gz":
        stem, suffix = os.path.splitext(stem)
    if suffix.lower() == ".xlsm":  # macros do not come along, and Excel refuses the suffix without them
        suffix = ".xlsx"
    return stem, suffix or ".csv"
