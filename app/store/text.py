"""Paths and JSON as SQLite text.

A file name on Linux is bytes; Python shows the undecodable ones as lone surrogates, which UTF-8 text cannot hold. Such
a path is stored as `json:` + its JSON escape. Stored paths are absolute, so no real path can begin like that.
"""

import json
import re
from typing import Any

_ESCAPED = "json:"
# Made once: `json.dumps` with other than the usual arguments makes an encoder for each call, a third of its time.
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def path_in(path: str) -> str:
    """`path` as SQLite can store it."""
    if path.isascii():
        return path
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return _ESCAPED + json.dumps(path)
    return path


def path_out(text: str) -> str:
    """The path that `path_in` was given."""
    return str(json.loads(text[len(_ESCAPED) :])) if text.startswith(_ESCAPED) else text


def clean(text: str | None) -> str | None:
    """Free text (messages, titles) with lone surrogates shown as the replacement character: it is only for reading."""
    return text if text is None or text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def json_in(value: Any) -> str:
    """JSON with every non-ASCII character escaped, so that lone surrogates survive."""
    if not value and isinstance(value, (list, tuple, dict)):  # most jobs have no warnings, no extras
        return "{}" if isinstance(value, dict) else "[]"
    return _encode(value)
