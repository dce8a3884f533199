"""All inputs of a batch, page by page, in one PDF or TIFF. Pages are written while the inputs are read.

Owns: what becomes a page. Must not know: how the file is put together (`pdf.py`, `tiff_pages.py`). Metadata of the
inputs has no place in a file of many and goes, but for the resolution.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager

from app.jobs.base import JobContext, JobError
from app.jobs.image import encode, pdf, tiff_pages
from app.jobs.image.formats import FORMATS
from app.jobs.image.metadata import Metadata
from app.jobs.image.picture import Picture
from app.jobs.image.produce import coded, of_frame
from app.jobs.image.recipe import Output
from app.jobs.image.together import OUTPUT, Input, Inputs
from app.jobs.output import warn_renamed


def to_pdf(context: JobContext, output: Output, inputs: Inputs) -> tuple[str, int]:
    """The path and the size (bytes) of the PDF. Raises JobError."""
    with context.output(OUTPUT) as made:
        writer = pdf.Writer(made.file)
        for each in inputs:
            picture = _fitted(each, output, "pdf", inputs)
            for frame in picture.frames:
                with _page_of(each):
                    page = pdf.page(frame, picture.icc, output, each.metadata.dpi)
                kept = None if picture.touched else each.original
                writer.add(page if kept is None or len(kept) > len(page.data) else pdf.with_data(page, kept))
        writer.close()
        size = made.file.seek(0, os.SEEK_END)
    warn_renamed(context, OUTPUT, made.path)
    return made.path, size


def to_tiff(context: JobContext, output: Output, inputs: Inputs) -> tuple[str, int]:
    """The path and the size (bytes) of the TIFF. Raises JobError."""
    with context.output(OUTPUT) as made:
        writer = tiff_pages.Writer(made.file)
        for each in inputs:
            for page in _pages(_fitted(each, output, "tiff", inputs)):
                with _page_of(each):
                    data = encode.encode(page, output, FORMATS["tiff"], Metadata(dpi=each.metadata.dpi))
                try:
                    writer.add(data)
                except tiff_pages.TooLongError as error:
                    words = "The pictures do not fit one TIFF (4 GB). Join fewer of them, or make them smaller first."
                    raise JobError("ENCODE_LIMIT", words) from error
        size = made.file.seek(0, os.SEEK_END)
    warn_renamed(context, OUTPUT, made.path)
    return made.path, size


def _fitted(each: Input, output: Output, format_name: str, inputs: Inputs) -> Picture:
    """The picture in colours and modes of the format; says what it loses."""
    with _page_of(each):
        picture = encode.fit(each.picture, output, FORMATS[format_name], each.picture.origin.name)
    for note in picture.notes:
        inputs.warn(note.code, each.picture.origin.name, note.message)
    return picture


def _page_of(each: Input) -> AbstractContextManager[None]:
    name = each.picture.origin.name
    return coded(name, f"{name} could not be written as a page. Leave it out, then retry.")


def _pages(picture: Picture) -> Iterator[Picture]:
    return (of_frame(picture, index) for index in range(len(picture.frames)))
