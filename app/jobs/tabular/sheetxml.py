"""What a workbook (.xlsx) says of cells beyond their value: failed formulas, numbers shown with leading zeros.

Owns: the few parts of SpreadsheetML (ECMA-376 part 1, section 18) that this takes. Must not know headers or recipes.
The library that reads sheets gives a failed formula as an empty cell and a postcode 01234 as the number 1234.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_PADDED = re.compile(r"0{2,}")  # a number format of zeros only shows so many digits at least
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_PLACE = re.compile(rb"""\sr=["']([A-Za-z]{1,3})([0-9]{1,10})["']""")
# A place in column CR (the 96th) or beyond, or in row 1,000,000 or beyond.
_FAR = re.compile(rb"""\sr=["'](?:[Cc][R-Zr-z]|[D-Zd-z][A-Za-z]|[A-Za-z]{3}|[A-Za-z]{1,2}[0-9]{7})""")
NEAR = 95 * 999_999  # cells of a sheet that holds no such place
_CHUNK = 1 << 20

Overrides = dict[tuple[int, int], str]  # (row, column) from 0 -> the text that a person sees there


def overrides(archive: zipfile.ZipFile, sheet: str) -> tuple[Overrides, int]:
    """The cells of `sheet` whose text is not their value, and how many of them are failed formulas.

    Raises ElementTree.ParseError, KeyError, zipfile.BadZipFile for a damaged workbook.
    """
    part = part_of(archive, sheet)
    if part is None:
        return {}, 0
    widths = _padded_styles(archive)
    marks = [b't="e"', *(f's="{style}"'.encode() for style in widths)]
    if not _holds_any(archive, part, marks):
        return {}, 0
    found: Overrides = {}
    errors = 0
    for place, style, kind, value in _cells(archive, part):
        if kind == "e":
            found[place] = value
            errors += 1
        elif kind in ("", "n") and style in widths and (number := re.fullmatch(r"(\d+)(?:\.0*)?", value, re.ASCII)):
            found[place] = number[1].zfill(widths[style])
    return found, errors


def extent(archive: zipfile.ZipFile, sheet: str) -> int:
    """How many cells the rectangle from the first to the last filled cell of `sheet` has; 0 for at most `NEAR`.

    Raises as `overrides` does.
    """
    part = part_of(archive, sheet)
    if part is None or not any(_FAR.search(text) for text in _pieces(archive, part)):
        return 0
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    for text in _pieces(archive, part):
        for letters, row in _PLACE.findall(text):
            columns.add(letters)
            rows.add(row)
    if not rows:
        return 0
    numbers, places = [_column(letters.decode().upper()) for letters in columns], list(map(int, rows))
    return (max(places) - min(places) + 1) * (max(numbers) - min(numbers) + 1)


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The text of a part; each piece begins with the end of the one before it, longer than the name of a place."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-32:]


def part_of(archive: zipfile.ZipFile, sheet: str | None) -> str | None:
    """The path of the sheet's own part inside the archive; None = the first sheet."""
    if "xl/workbook.xml" not in archive.namelist():
        return None
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for element in book.iter():
        if _local(element.tag) == "sheet" and sheet in (None, element.get("name")):
            wanted = next((element.get(key) for key in _RELATION if element.get(key)), None)
            for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels")):
                if relation.get("Id") == wanted:
                    target = relation.get("Target", "")
                    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None


def _padded_styles(archive: zipfile.ZipFile) -> dict[str, int]:
    """Style number -> digits, for the styles that show leading zeros."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    formats = {
        element.get("numFmtId", ""): len(code)
        for element in styles.iter()
        if _local(element.tag) == "numFmt" and _PADDED.fullmatch(code := element.get("formatCode", ""))
    }
    cells = next((element for element in styles if _local(element.tag) == "cellXfs"), None)
    return {
        str(number): formats[style.get("numFmtId", "")]
        for number, style in enumerate(cells if cells is not None else ())
        if style.get("numFmtId", "") in formats
    }


def _holds_any(archive: zipfile.ZipFile, part: str, marks: list[bytes]) -> bool:
    """Whether it is worth looking at each cell: a search in bytes is a hundred times quicker."""
    return any(mark in text for text in _pieces(archive, part) for mark in marks)


def _cells(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str, str, str]]:
    """((row, column), style, type, value) of each cell."""
    with archive.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            if _local(element.tag) == "c":
                match = _REFERENCE.fullmatch(element.get("r", ""))
                value = next((child.text for child in element if _local(child.tag) == "v"), None)
                if match is not None and value is not None:
                    place = (int(match[2]) - 1, _column(match[1]))
                    yield place, element.get("s", ""), element.get("t", ""), value
            elif _local(element.tag) == "row":
                element.clear()


def _local(tag: str) -> str:
    return tag.removeprefix(_MAIN).removeprefix(_STRICT)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
