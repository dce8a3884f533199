"""The formula guard: which cells a spreadsheet would run, and how they are made harmless. Pure."""

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Plain signed numbers (with separators, percent or currency) and phone numbers are data, not formulas.
_HARMLESS = re.compile(r"[+-]\s?[$€£]?\s?\d[\d .,'\u00a0\u202f]*\s?[%€$£]?|\+\d[\d ()./\u00a0-]*")


def guarded(cell: str) -> str:
    """`cell`, with an apostrophe before it when a spreadsheet would run it as a formula."""
    if cell.startswith(_STARTS) and not _HARMLESS.fullmatch(cell):
        return f"'{cell}"
    return cell
