"""A picture file with other metadata around the very same pixels: nothing is decoded and encoded again.

Owns: which container is taken apart by whom, and the words for what cannot be. Must not know: what metadata says.

Parts of a file that nobody here knows go with the metadata: they may say anything. With the mode `all` nothing has to
go, and the bytes stay as they are.
"""

from collections.abc import Iterable

from app.core.failures import Warn
from app.jobs.base import JobError
from app.jobs.image import gif, isobmff, jpeg, png, tiff, webp
from app.jobs.image.container import ContainerProblem
from app.jobs.image.encode import shorten
from app.jobs.image.extract import read
from app.jobs.image.metadata import Metadata, dropped, select
from app.jobs.image.probe import Opened, decoding
from app.jobs.image.recipe import MetadataMode
from app.jobs.output import reading

_REWRITERS = {
    "jpeg": jpeg.rewrite,
    "png": png.rewrite,
    "webp": webp.rewrite,
    "gif": gif.rewrite,
    "avif": isobmff.rewrite,
    "heic": isobmff.rewrite,
}
_OF_PIXELS = frozenset(
    {"DEPTH_REDUCED", "HDR_FLATTENED"}
)  # notes of the opened picture that hold only where pixels are written anew
_OF_WHAT_GOES = frozenset({"FRAMES_DROPPED", "GAINMAP_DROPPED"})


def rewrite(data: bytes, format_name: str, metadata: Metadata, mode: MetadataMode) -> bytes:
    """`data` with `metadata`, which is what `mode` keeps of its own. Raises ContainerProblem where that cannot be."""
    if mode == "all" or format_name == "bmp":  # a BMP holds nothing but its resolution
        return data
    if format_name == "tiff":
        return tiff.rewrite(data, metadata, mode)
    if format_name not in _REWRITERS:
        raise ContainerProblem(f"no way to take {format_name} apart")
    return _REWRITERS[format_name](data, metadata)


def still_true(notes: Iterable[Warn], mode: MetadataMode) -> tuple[Warn, ...]:
    """Those of `notes` of an opened picture that hold when its own pixels are kept, and with `mode` all around them."""
    gone = _OF_PIXELS | (_OF_WHAT_GOES if mode == "all" else frozenset())
    return tuple(note for note in notes if note.code not in gone)


def metadata_only(source: Opened, mode: MetadataMode) -> tuple[bytes, tuple[Warn, ...]]:
    """The bytes of `source` with the metadata that `mode` keeps, and what had to be left out.

    Pixels are neither changed nor turned: the orientation stays said. Raises JobError (CORRUPT, UNSUPPORTED).
    """
    with decoding(source.file, source.format, source.name):
        if source.format.name == "png":
            source.image.load()  # texts may stand behind the pixels
        metadata = read(source.image, source.file, loaded=True)
    selected = select(metadata, mode, upright=False, size=source.size)
    kept, lost = shorten(selected.metadata, source.format)
    with reading(source.source.path):
        source.file.seek(0)
        data = source.file.read()
    try:
        data = rewrite(data, source.format.name, kept, mode)
    except ContainerProblem as problem:
        with decoding(source.file, source.format, source.name):
            source.file.seek(0)
            source.image.load()
        raise JobError(
            "UNSUPPORTED",
            f"The metadata of {source.name} cannot be changed without writing its pixels anew ({problem}). "
            "Use a recipe that writes the picture again.",
        ) from problem
    notes = [*still_true(source.notes, mode), *selected.notes]
    if mode != "all":  # with which the bytes stay as they are
        notes += dropped(selected.metadata, mode, source.format)
    if lost:
        notes.append(Warn("META_TOO_LONG", f"The {lost} data is too long for {source.format.label} and was left out."))
    return data, tuple(notes)
