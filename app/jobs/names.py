"""Names of outputs: templates with tokens, and repair of what file systems cannot hold.

Owns: the tokens of the recipe contract, their formats, and the rules that make one name usable on every system. Must
not know: folders, what exists on disk, or where a token's value comes from.

Text that came from a value is never read again: filling is one pass, and a separator inside a value does not make a
folder. A `/` in the template does.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

TOKENS: frozenset[str] = frozenset({"name", "ext", "parent", "rel", "n", "w", "h", "date", "recipe", "output"})
MAX_BYTES = 240  # of the 255 that ext4, APFS and NTFS take: room for " (2)" and for the name of a temporary file
MAX_SUFFIX_BYTES = 32  # a longer "suffix" is a part of a sentence, and may be cut
DATE_FORMAT = "%Y-%m-%d"

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}|[{}]")
_NUMBER_SPEC = re.compile(r"0?[1-9]?")  # {n:03} at the widest of interest: nine digits
_DATE_SPEC = re.compile(r"(?:[^%]|%[YymdHMSjVGu%])+")  # the directives that mean the same on every system and language
_NUMBERS = frozenset({"n", "w", "h"})

# Device names of Windows: reserved in every folder, with any suffix.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"|?*\\/')
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, line and paragraph separators


def check(template: str, known: frozenset[str] = TOKENS) -> None:
    """Raise ValueError, in words, when `template` holds a token outside `known`, a bad format or a lone brace."""
    if not template.strip():
        raise ValueError("a name template cannot be empty")
    _parse(template, known)


def used(template: str) -> frozenset[str]:
    """The tokens that `template` uses. Raises ValueError like `check`."""
    return frozenset(token for token, _ in _parse(template, TOKENS) if token is not None)


def fill(template: str, tokens: Mapping[str, object]) -> str:
    """`template` with its tokens replaced by `tokens`.

    Values: text; int for `n`, `w`, `h`; a date or datetime for `date`; a tuple of text is folders (`rel`). Raises
    ValueError for an unknown token, a bad format, or a token that has no value here.
    """
    return "".join(text if token is None else _value(token, text, tokens) for token, text in _parse(template, TOKENS))


def safe(name: str) -> tuple[str, bool]:
    """`name` (a relative path with `/`) as every system can hold it, and whether anything was changed.

    No part is empty, `.` or `..`, so the result never leaves the folder that it is joined to.
    """
    parts = [part for part in name.split("/") if part] or [""]
    fixed = "/".join(_safe_part(part) for part in parts)
    return fixed, fixed != name


@lru_cache(maxsize=256)
def _parse(template: str, known: frozenset[str]) -> tuple[tuple[str | None, str], ...]:
    """(token, format) and (None, literal text) pieces of `template`."""
    pieces: list[tuple[str | None, str]] = []
    at = 0
    for match in _PIECE.finditer(template):
        pieces.append((None, template[at : match.start()]))
        at = match.end()
        found = match.group()
        if found in ("{{", "}}"):
            pieces.append((None, found[0]))
        elif len(found) == 1:
            raise ValueError(
                f'a "{found}" stands alone in "{template}"; write "{found}{found}" for the character itself'
            )
        else:
            token, spec = match.group(1), match.group(2) or ""
            if token not in known:
                names = " ".join(f"{{{name}}}" for name in sorted(known))
                raise ValueError(f'unknown token "{found}" in "{template}"; expected one of {names}')
            _check_format(token, spec, found)
            pieces.append((token, spec))
    pieces.append((None, template[at:]))
    return tuple(piece for piece in pieces if piece != (None, ""))


def _check_format(token: str, spec: str, found: str) -> None:
    if not spec:
        return
    if token in _NUMBERS:
        if _NUMBER_SPEC.fullmatch(spec) and spec != "0":
            return
        raise ValueError(f'"{found}": a number format is a width such as 03')
    if token == "date":
        if _DATE_SPEC.fullmatch(spec):
            return
        raise ValueError(f'"{found}": a date format uses %Y %y %m %d %H %M %S %j %V %G %u')
    raise ValueError(f'"{found}": this token takes no format')


def _value(token: str, spec: str, tokens: Mapping[str, object]) -> str:
    if token not in tokens:
        raise ValueError(f'"{{{token}}}" has no value here')
    value = tokens[token]
    if isinstance(value, tuple):
        return "/".join(_flat(str(part)) for part in value)
    if isinstance(value, date):
        return value.strftime(spec or DATE_FORMAT)
    if isinstance(value, int):
        return format(value, spec)
    return _flat(str(value))


def _flat(text: str) -> str:
    """A value as text that makes no folder."""
    return text.replace("/", "_")


def _safe_part(part: str) -> str:
    """One part of a path, repaired. Each repair can call for another (a cut can bare a device name): to rest."""
    while (fixed := _repair(part)) != part:
        part = fixed
    return part


def _repair(part: str) -> str:
    part = "".join("_" if c in _FORBIDDEN or unicodedata.category(c) in _CONTROL else c for c in part)
    part = part.rstrip(" .") or "_"
    base, dot, rest = part.partition(".")
    if _DEVICE.fullmatch(base.rstrip(" ")):
        part = f"{base.rstrip(' ')}_{dot}{rest}"
    return _cut(part)


def _cut(part: str) -> str:
    """`part` in at most MAX_BYTES of UTF-8, its suffix kept."""
    if len(part.encode()) <= MAX_BYTES:
        return part
    stem, dot, suffix = part.rpartition(".")
    if not stem or len(suffix.encode()) > MAX_SUFFIX_BYTES:
        stem, dot, suffix = part, "", ""
    room = MAX_BYTES - len(f"{dot}{suffix}".encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + suffix
