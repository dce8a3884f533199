"""Regular expressions of recipes: checked when the recipe is read, `$1` in what is put in their place."""

import re
from collections.abc import Callable


def check_regex(pattern: str | None) -> str | None:
    """`pattern`, if it can be compiled. Raises ValueError with the position of the mistake."""
    if pattern is not None:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"this regular expression cannot be used: {error}") from error
    return pattern


def replacement(pattern: str, put: str) -> Callable[[re.Match[str]], str]:
    """What `put` gives for a match of `pattern`: `$1` or `${name}` is a group ("" if it took no part),
    `$$` a dollar.

    Raises ValueError for a group that the pattern does not have.
    """
    compiled = re.compile(pattern)
    pieces: list[str | int] = []
    at = 0
    for match in re.finditer(r"\$(?:(\$)|(\d{1,2})|\{(\w+)\})", put):
        pieces.append(put[at : match.start()])
        at = match.end()
        dollar, number, name = match.groups()
        if dollar:
            pieces.append("$")
            continue
        group = int(number or name) if (number or name).isdigit() else compiled.groupindex.get(name, -1)
        if not 0 <= group <= compiled.groups:
            raise ValueError(f'"{match.group()}" is a group that the regular expression does not have')
        pieces.append(group)
    pieces.append(put[at:])

    def give(match: re.Match[str]) -> str:
        return "".join(piece if isinstance(piece, str) else match[piece] or "" for piece in pieces)

    return give
