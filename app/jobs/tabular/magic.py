"""What a file is by its first bytes. Owns the signatures and the sentences; must not know how tables are read."""

import json
import os
import re
import zipfile
from enum import StrEnum

from app.jobs.base import JobError
from app.jobs.tabular.faults import damaged

HEAD = 64 * 1024  # bytes looked at


class Content(StrEnum):
    """What the first bytes say."""

    TEXT = "text"
    GZIP = "gzip"
    WORKBOOK = "workbook"
    JSON = "json"
    JSON_LINES = "json lines"
    DATABASE = "database"
    PARQUET = "parquet"


_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF document"),
    (b"\x7fELF", "a program"),
)
# Formats that are taken under their own names only: what they are, the suffixes, what they become.
_OWN_NAMES: tuple[tuple[bytes, str, tuple[str, ...], Content], ...] = (
    (b"SQLite format 3\0", "a SQLite database", (".sqlite", ".sqlite3", ".db", ".db3"), Content.DATABASE),
    (b"PAR1", "a Parquet file", (".parquet",), Content.PARQUET),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", (".xls",), Content.WORKBOOK),
)
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ARCHIVES: tuple[tuple[bytes, str], ...] = (
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|table|\?xml|!--)", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\[\s*(?:\{\s*["}]|\])|\{\s*["}])')
_BOMS = (b"\xef\xbb\xbf",)


def sniff(path: str, head: bytes, packed: bool = False) -> Content:
    """What `path` is, by its first bytes `head` (not empty) checked against its name; `packed`: what is packed in it.

    Raises JobError NOT_TEXT, NOT_TABULAR or COMPRESSED for what is no table or bears the wrong name.
    """
    name, low = os.path.basename(path), path.lower()
    if packed:
        low = low.removesuffix(".gz")
    for magic, what in _BINARY:
        if head.startswith(magic) and (magic != b"RIFF" or head[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
            raise JobError("NOT_TEXT", f"{name} is no table but {what}.")
    for magic, what, suffixes, content in _OWN_NAMES:
        if head.startswith(magic):
            if low.endswith(suffixes):
                return content
            raise JobError("NOT_TEXT", f"{name} is {what}. If it is a table, rename it to {suffixes[0]}.")
    if packed and head.startswith((b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06")):
        raise JobError("COMPRESSED", f"{name} holds another packed file. Unpack it, then add what is inside.")
    for magic, what in _ARCHIVES:
        if head.startswith(magic) and any(b < 9 or b > 126 for b in head[:64]):
            raise JobError("COMPRESSED", f"{name} is {what}. Unpack it, then add what is inside.")
    if head.startswith(b"\x1f\x8b"):
        if low.endswith(".gz"):
            return Content.GZIP
        raise JobError("COMPRESSED", f"{name} is packed with gzip. Rename it to {name}.gz, then add it again.")
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip(path, name, low)
    text = head
    for bom in _BOMS:
        text = text.removeprefix(bom)
    if low.endswith(_WORKBOOKS):
        raise JobError(
            "NOT_TABULAR", f"{name} is not a workbook. Save it again as .xlsx, or rename it to .csv if it is text."
        )
    if low.endswith((".sqlite", ".sqlite3", ".parquet")):
        raise JobError("NOT_TABULAR", f"{name} is not what its name says. Copy it again, then retry.")
    if _HTML.match(text):
        raise JobError(
            "NOT_TABULAR", f"{name} holds a web page or XML, not a table. Save it as CSV, then add it again."
        )
    if low.endswith((".ndjson", ".jsonl")):
        return Content.JSON_LINES
    if _JSON.match(text) and not low.endswith((".csv", ".tsv", ".tab")):
        return Content.JSON_LINES if _several_objects(text) else Content.JSON
    if _JSON.match(text):
        raise JobError(
            "NOT_TABULAR", f"{name} holds JSON under the name of a table. Rename it to .json, then add it again."
        )
    if low.endswith(".json"):
        raise JobError("NOT_TABULAR", f"{name} is not JSON: an array of objects is expected.")
    return Content.TEXT


def _several_objects(text: bytes) -> bool:
    """Whether there is an object on each of the first two lines."""
    lines = text.lstrip().split(b"\n", 2)
    if len(lines) < 2 or not lines[1].lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(lines[0]), dict)
    except ValueError:
        return False


def _zip(path: str, name: str, low: str) -> Content:
    """A workbook, or the failure for any other zip."""
    with damaged(path, "a workbook or an archive"), zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        is_excel = "xl/workbook.xml" in names or "xl/workbook.bin" in names
        is_ods = "mimetype" in names and archive.read("mimetype").strip() == _ODS
    if not is_excel and not is_ods:
        raise JobError("COMPRESSED", f"{name} is a zip archive. Unpack it, then add what is inside.")
    suffixes = (".ods",) if is_ods else (".xlsx", ".xlsm", ".xlsb")
    if not low.endswith(suffixes):
        what = "an OpenDocument spreadsheet" if is_ods else "an Excel workbook"
        raise JobError(
            "NOT_TABULAR", f"{name} is {what} under another name. Rename it to {suffixes[0]}, then add it again."
        )
    return Content.WORKBOOK


_NO_TEXT = bytes((*range(9), *range(14, 26)))  # control characters that hardly any text holds


def check_text(path: str, head: bytes) -> None:
    """Refuse binary data that has no known signature. Raises JobError NOT_TEXT."""
    odd = len(head) - len(head.translate(None, _NO_TEXT))
    nul = head.count(0)
    if (odd - nul) * 20 > len(head):
        raise JobError("NOT_TEXT", f"{os.path.basename(path)} holds binary data, not a table.")
