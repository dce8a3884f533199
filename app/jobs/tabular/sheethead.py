"""The beginning of a large workbook (.xlsx, .ods), so that a look at it does not read all of it.

Makes a small workbook of the same parts, with the chosen sheet cut after some rows and the table of texts after the
last one that these rows use. Must not know cells.
"""

import io
import re
import zipfile
from xml.etree.ElementTree import ParseError

from app.jobs.tabular.sheetxml import part_of

ROWS = 250  # a few more than a preview shows
_CHUNK = 1 << 18
_TEXT = re.compile(rb't="s"[^>]*>\s*<v>(\d+)</v>')
_TEXTS = "xl/sharedStrings.xml"
_CONTENT = "content.xml"


def beginning(path: str, sheet: str | None, limit: int) -> bytes | None:
    """A workbook with the first rows of `sheet` (None = the first one) of the workbook at `path`; None when it is not
    longer than `limit` bytes unpacked, or not built as this module knows it: then it is read as it is."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) <= limit:
            return None
        if _CONTENT in archive.namelist() and sheet is None:
            end = b"</table:table></office:spreadsheet></office:body></office:document-content>"
            content = _cut(archive, _CONTENT, b"</table:table-row>", ROWS, end)
            return None if content is None else _made(archive, {_CONTENT: content}, limit)
        try:
            part = part_of(archive, sheet)
        except (KeyError, ParseError):
            return None
        rows = None if part is None else _cut(archive, part, b"</row>", ROWS, b"</sheetData></worksheet>")
        if part is None or rows is None:
            return None
        parts = {part: rows}
        if _TEXTS in archive.namelist():
            last = max((int(number) for number in _TEXT.findall(rows)), default=0)
            texts = _cut(archive, _TEXTS, b"</si>", last + 1, b"</sst>")
            if texts is None or b"<si/>" in texts:
                return None
            parts[_TEXTS] = texts
        return _made(archive, parts, limit)


def _cut(archive: zipfile.ZipFile, part: str, closing: bytes, count: int, end: bytes) -> bytes | None:
    """`part` up to the `count`-th `closing` tag, closed with `end`; all of it when it has fewer. None: it has none."""
    data = bytearray()
    found = at = 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            data += chunk
            while (place := data.find(closing, at)) >= 0:
                found, at = found + 1, place + len(closing)
                if found == count:
                    return bytes(data[:at]) + end
            at = max(at, len(data) - len(closing))
    return bytes(data) if found else None


def _made(archive: zipfile.ZipFile, parts: dict[str, bytes], limit: int) -> bytes:
    """A workbook of the given parts and the small ones among the others."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for entry in archive.infolist():
            if entry.filename in parts:
                new.writestr(entry.filename, parts[entry.filename])
            elif entry.file_size <= limit and not entry.filename.startswith(
                ("xl/worksheets/sheet", "xl/media", "Pictures")
            ):
                new.writestr(entry.filename, archive.read(entry))
    return made.getvalue()
