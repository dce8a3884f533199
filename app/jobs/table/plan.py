"""What a table will become: the name and place of its output. Reads nothing; a table that cannot be read is planned
too, and running it fails with the right words."""

import os
from collections.abc import Iterable, Sequence

from app.core.failures import Warn
from app.jobs.base import Plan, PlannedJob, PlannedOutput, PlanRequest, Source
from app.jobs.place import planned, tokens
from app.jobs.table.beside import ROOM
from app.jobs.table.inputs import to_payload
from app.jobs.table.recipe import TableRecipe
from app.jobs.table.row import MEMORY

MAIN = "0"  # the id of the one output
TOGETHER = "All together"  # name of the file that `concat` makes in a recipe without a name
HELD = 13  # bytes of memory for a byte of the source as rows (measured: 13 in rows of 70 characters, 52 in rows of 9)


def plan(sources: Sequence[Source], recipe: TableRecipe, request: PlanRequest) -> Iterable[Plan]:
    """One job an input with one output; with the step `concat` one job of all inputs."""
    if recipe.concat is not None:
        if sources:
            yield Plan((_together(sources, recipe, request),))
        return
    for source in sources:
        stem, suffix = split_name(os.path.basename(source.path))
        output, warnings = _output(source, recipe, request, stem, suffix)
        warnings += _large(recipe, source.size, os.path.basename(source.path))
        yield Plan(
            (
                PlannedJob(
                    source,
                    (output,),
                    weight=source.size,
                    key=source.path,
                    warnings=warnings,
                    memory=_memory(recipe, source.size),
                ),
            )
        )


def _together(sources: Sequence[Source], recipe: TableRecipe, request: PlanRequest) -> PlannedJob:
    """The one job of all `sources`: its output is called like the recipe."""
    first = sources[0]
    _, suffix = split_name(os.path.basename(first.path))
    name = recipe.name or TOGETHER
    output, warnings = _output(first, recipe, request, name, suffix)
    size = sum(source.size for source in sources)
    warnings += _large(recipe, size, name)
    return PlannedJob(
        first,
        (output,),
        payload=to_payload(sources),
        weight=size,
        key=first.path,
        title=name,
        warnings=warnings,
        memory=_memory(recipe, size),
    )


def _output(
    source: Source, recipe: TableRecipe, request: PlanRequest, stem: str, suffix: str
) -> tuple[PlannedOutput, tuple[Warn, ...]]:
    written = suffix if recipe.write.format == "same" else f".{recipe.write.format}"
    values = tokens(source, recipe.name, MAIN) | {"name": stem, "ext": suffix[1:]}
    return planned(source, recipe.place, request.out, "{name}", written, values, MAIN)


def _memory(recipe: TableRecipe, size: int) -> int:
    """Bytes that the steps may hold at most: nothing worth counting where all of them stream."""
    return min(MEMORY, size * HELD) if any(step.holds for step in recipe.steps) else 0


def _large(recipe: TableRecipe, size: int, name: str) -> tuple[Warn, ...]:
    """A warning, before anything runs, where a step is going to outgrow its memory."""
    held = [step for step, found in zip(recipe.step_names(), recipe.steps, strict=True) if found.holds]
    if not held or size * HELD <= MEMORY:
        return ()
    text = f"{name} may not fit into memory for {', '.join(held)}; the work is then done on the drive, with about "
    return (Warn("LARGE", f"{text}{round(size * ROOM / 2**20):,} MB of room."),)


def split_name(name: str) -> tuple[str, str]:
    """Stem and suffix of a table's name; `.gz` is packing, not a suffix."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() == ".gz":
        stem, suffix = os.path.splitext(stem)
    if suffix.lower() in (".xlsm", ".xlsb", ".xls", ".ods"):  # read only; macros do not come along
        suffix = ".xlsx"
    return stem, suffix or ".csv"
