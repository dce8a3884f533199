"""Loads the named queries of `queries.sql`. Nothing else in the project holds SQL."""

import re
from functools import cache
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


@cache
def _all() -> dict[str, str]:
    text = files("app.store").joinpath("queries.sql").read_text(encoding="utf-8")
    parts = _NAME.split(text)
    return {name: body.strip().rstrip(";") for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def sql(*names: str) -> str:
    """The query called `names[0]`, or several fragments joined in order. Raises KeyError for an unknown name."""
    queries = _all()
    return queries[names[0]] if len(names) == 1 else " ".join(queries[name] for name in names)
