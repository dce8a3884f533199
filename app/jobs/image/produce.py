"""One output of a picture, in memory: its own steps, the format's limits, metadata, the target size, the original kept.

Owns: the order of that work and the rule that keeps an original. Must not know: how any of it is done, paths.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.image import encode, steps, target
from app.jobs.image.container import ContainerProblem
from app.jobs.image.formats import Format, written
from app.jobs.image.metadata import Metadata, dropped, select
from app.jobs.image.picture import Picture, Size
from app.jobs.image.probe import DECODER_ERRORS, Opened, is_of_memory, no_memory
from app.jobs.image.recipe import Output
from app.jobs.image.rewrite import metadata_only, rewrite, still_true
from app.jobs.image.steps.base import StepModel
from app.jobs.output import reading


@dataclass(frozen=True, slots=True)
class Made:
    """One output in memory. `size`: of its first frame, in pixels."""

    data: bytes
    format: Format
    size: Size
    notes: tuple[Warn, ...]


def step(picture: Picture, todo: Sequence[StepModel], outputs: Sequence[Output]) -> Picture:
    """`picture` after `todo`, for `outputs`. What Pillow cannot do becomes a coded failure."""
    color: Literal["srgb", "keep"] = "keep" if any(output.color == "keep" for output in outputs) else "srgb"
    name = picture.origin.name
    with coded(name, f"A step cannot be done with {name}."):
        return steps.apply(picture, todo, color)


@contextmanager
def coded(name: str, words: str) -> Iterator[None]:
    """Turn what Pillow raises on pixels into a coded failure: of memory, or of ours, in `words`. Raises JobError."""
    try:
        yield
    except (MemoryError, *DECODER_ERRORS) as error:
        if is_of_memory(error):
            raise no_memory(name, error) from error
        raise JobError("INTERNAL", words, f"{type(error).__name__}: {error}") from error


def make(source: Opened, picture: Picture, metadata: Metadata, output: Output) -> Made:
    """The file of one output. `picture`: after the common steps. Raises JobError."""
    format_ = written(output.format, source.format)
    picture = step(picture, output.steps, [output])
    picture = encode.fit(picture, output, format_, source.name)
    original = _original(source, picture, output, format_, metadata)
    try:
        made = file_of(picture, output, format_, metadata, source.upright)
    except target.Unreachable:
        if original is None or len(original) > target.limit(output):
            raise
        return _kept(original, format_, picture, picture.notes, output)
    if original is not None and len(original) <= len(made.data):
        return _kept(original, format_, picture, made.notes, output)
    return made


def file_of(picture: Picture, output: Output, format_: Format, metadata: Metadata, upright: bool) -> Made:
    """`picture`, which went through `encode.fit`, as a file with the metadata that `output` keeps, within its target
    size. Raises JobError."""
    if output.target_kb is None:
        return _at_once(picture, output, format_, metadata, upright)

    def attempt(picture: Picture, quality: int) -> Made:
        return _at_once(picture, output.model_copy(update={"quality": quality}), format_, metadata, upright)

    return target.search(picture, output, format_, attempt)


def _at_once(picture: Picture, output: Output, format_: Format, metadata: Metadata, upright: bool) -> Made:
    size = picture.first.size
    selected = select(metadata, output.metadata, upright, size)
    kept, lost = encode.shorten(selected.metadata, format_)
    notes = (*picture.notes, *selected.notes, *dropped(selected.metadata, output.metadata, format_))
    if lost:
        notes = (*notes, Warn("META_TOO_LONG", f"The {lost} data is too long for {format_.label} and was left out."))
    data, refused = _encode(picture, output, format_, kept, picture.origin.name)
    if refused:
        words = f"{format_.label} cannot hold the metadata ({refused}); it was left out."
        notes = (*notes, Warn("META_UNREADABLE", words))
    return Made(data, format_, size, notes)


def _kept(original: bytes, format_: Format, picture: Picture, notes: tuple[Warn, ...], output: Output) -> Made:
    text = f"{picture.origin.name} would not become smaller; its own data ({len(original)} bytes) was kept."
    return Made(
        original, format_, picture.first.size, (*still_true(notes, output.metadata), Warn("KEPT_ORIGINAL", text))
    )


def _encode(picture: Picture, output: Output, format_: Format, metadata: Metadata, name: str) -> tuple[bytes, str]:
    """The file, and why it holds no metadata ("" = it does): better a picture without than none."""
    refused = ""
    for attempt in (metadata, Metadata(dpi=metadata.dpi)):
        try:
            return encode.encode(picture, output, format_, attempt), refused
        except (MemoryError, *DECODER_ERRORS) as error:
            if is_of_memory(error):
                raise no_memory(name, error) from error
            refused = f"{type(error).__name__}: {error}"
    raise JobError(
        "INTERNAL", f"{name} could not be written as {format_.label}. The original was not changed.", refused
    )


def _original(source: Opened, picture: Picture, output: Output, format_: Format, metadata: Metadata) -> bytes | None:
    """The input's own bytes with the metadata that `output` keeps around its pixels, where they could be the output:
    same format, same pixels."""
    if output.bigger != "keep-original" or format_ is not source.format or picture.touched:
        return None
    selected = select(metadata, output.metadata, source.upright, picture.first.size)
    with reading(source.source.path):
        source.file.seek(0)
        data = source.file.read()
    try:
        return rewrite(data, format_.name, encode.shorten(selected.metadata, format_)[0], output.metadata)
    except ContainerProblem:
        return None


def only_metadata(source: Opened, output: Output) -> Made:
    """The input with other metadata around its very pixels. Raises JobError."""
    data, notes = metadata_only(source, output.metadata)
    return Made(data, source.format, source.size, notes)


def of_frame(picture: Picture, index: int) -> Picture:
    """The frame or page `index` of `picture`, from 0, as a still picture of its own."""
    return replace(picture, frames=(picture.frames[index],), durations=(), total=1, animated=False, touched=True)
