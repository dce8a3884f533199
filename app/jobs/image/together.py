"""The inputs of a job whose one output is made of all of them, one after the other.

Owns: the rule for those that cannot be used: they are left out, each with a warning, and the job fails only when none
can. Must not know: what is made of them (`sheet.py`, `join.py`).
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.failures import Failure, FailureClass
from app.jobs.base import JobContext, JobError, Source
from app.jobs.image import jpeg
from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture, Size
from app.jobs.image.probe import Opened, opened
from app.jobs.image.produce import step
from app.jobs.image.recipe import ImageRecipe
from app.jobs.image.run import load
from app.jobs.output import reading

OUTPUT = "0"  # the one planned output of such a job
# Left out like files that are wrong inside: waiting for these would keep all the others waiting.
_LEFT_OUT = frozenset({"SOURCE_GONE", "READ_DENIED"})


@dataclass(frozen=True, slots=True)
class Input:
    """One usable input, decoded. `full`: its size in the file, upright. `original`: its bytes without metadata, where
    it is a JPEG of just these pixels."""

    picture: Picture
    metadata: Metadata
    full: Size
    original: bytes | None


class Inputs:
    """All of them. `used`: how many could be used so far; `bad`: what was wrong with the others."""

    def __init__(self, context: JobContext, recipe: ImageRecipe) -> None:
        assert recipe.whole is not None
        self._context = context
        self._recipe = recipe
        self._output = recipe.outputs[0].model_copy(update={"format": recipe.whole.format})
        listed = (context.payload or {}).get("inputs", [])
        self.sources = [Source(*each) for each in listed] or [context.source]
        self.used = 0
        self.bad: list[Failure] = []

    def __iter__(self) -> Iterator[Input]:
        """Each usable input in turn; says which are left out, and what the others lose. Raises JobError for what may
        pass by itself, and at the end when there was none."""
        total = len(self.sources) + 1
        for index, source in enumerate(self.sources):
            self._context.progress(index, total, "reading")
            try:
                made = self._read(source)
            except JobError as error:
                if not _is_left_out(error.failure):
                    raise
                self.bad.append(error.failure)
                self.warn("LEFT_OUT", os.path.basename(source.path), f"Left out: {error.failure.message}")
                continue
            self.used += 1
            yield made
        self._check_used()
        self._context.progress(len(self.sources), total, "encoding")

    def warn(self, code: str, name: str, message: str) -> None:
        """A warning about the input called `name`, which is named in it."""
        self._context.warn(code, message if name in message else f"{name}: {message}")

    def _read(self, source: Source) -> Input:
        output = self._output
        with opened(source, self._context.options, self._recipe.upright) as file:
            picture, metadata = load(file, self._recipe, [output])
            picture = step(picture, self._recipe.common, [output])
            keeps = output.bigger == "keep-original" and not output.lossless
            original = _jpeg_of(file) if keeps and _is_plain_jpeg(file, picture) else None
            return Input(picture, metadata, file.size, original)

    def _check_used(self) -> None:
        if self.used:
            return
        first = self.bad[0]
        many = f"None of the {len(self.bad)} files can be used. The first one: " if len(self.bad) > 1 else ""
        raise JobError(first.code, many + first.message, first.detail)


def _is_left_out(failure: Failure) -> bool:
    return failure.failure_class is FailureClass.PERMANENT or failure.code in _LEFT_OUT


def _is_plain_jpeg(file: Opened, picture: Picture) -> bool:
    return file.format.name == "jpeg" and not picture.touched and picture.turn is None and picture.box is None


def _jpeg_of(file: Opened) -> bytes | None:
    """The bytes of a JPEG without its metadata; None = it cannot be taken apart."""
    with reading(file.source.path):
        file.file.seek(0)
        data = file.file.read()
    try:
        return jpeg.rewrite(data, Metadata())
    except ContainerProblem:
        return None
