"""A JSON array of objects, or JSON with an object on each line, as records, streamed with bounded memory. Must not
know recipes.

Numbers keep the characters they were written with; `null` is an empty cell; nested values become compact JSON. What
has no quotes is told apart from text (`JsonLiteral`).
"""

import json
import os
from collections.abc import Iterator
from typing import Any, TextIO

from app.jobs.base import JobError
from app.jobs.tabular.lines import RawRecord, physical_lines
from app.jobs.tabular.values import MAX_CELL, NULL, JsonLiteral, RowProblem

_CHUNK = 1 << 18


class _Number(str):
    """A number's own characters, told apart from text. (NaN and its like are no JSON; they become text.)"""

    __slots__ = ()


class _Twice(ValueError):
    """An object names a key twice: keeping either value would lose the other in silence."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in made if keys.count(key) > 1)
        raise _Twice(f'the key "{twice}" is there twice')
    return made


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_Number, parse_int=_Number, parse_constant=str)


def read_objects(stream: TextIO, path: str) -> Iterator[tuple[int, int, dict[str, str], str]]:
    """(line, lines, {name: text}, raw) of each object. Raises JobError NOT_TABULAR with the line, FIELD_TOO_LONG."""
    name = os.path.basename(path)
    window = _Window(stream, name)
    if window.peek() != "[":
        raise _not(name, window.line, "an array of objects is expected")
    window.skip(1)
    first = True
    while True:
        char = window.peek()
        if char == "]":
            window.skip(1)
            break
        if not first:
            if char != ",":
                raise _not(name, window.line, "a comma is missing" if char else "the file ends too early")
            window.skip(1)
            window.peek()
        first = False
        line = window.line
        value, raw = window.value()
        if not isinstance(value, dict):
            raise _not(name, line, "every element of the array must be an object")
        try:
            cells = {key: _cell(item) for key, item in value.items()}
        except RecursionError as error:
            raise _not(name, line, "it is nested too deeply") from error
        yield line, raw.count("\n") + 1, cells, raw
    if window.peek():
        raise _not(name, window.line, "there is text after the array")


def header_of(stream: TextIO, path: str, cut: bool = False) -> list[str]:
    """All keys of all objects, in the order in which they first come. `cut`: the text may end anywhere."""
    keys: dict[str, None] = {}
    try:
        for _, _, cells, _ in read_objects(stream, path):
            keys.update(dict.fromkeys(cells))
    except JobError:
        if not cut or not keys:
            raise
    return list(keys)


def records_of(stream: TextIO, path: str, header: list[str]) -> Iterator[RawRecord]:
    """The objects as records with the columns `header`; a missing key is an empty cell."""
    for line, lines, cells, raw in read_objects(stream, path):
        yield RawRecord(line, lines, [cells.get(key, NULL) for key in header], raw)


def read_lines(stream: TextIO, path: str) -> Iterator[tuple[int, dict[str, str] | str, str]]:
    """(line, {name: text} or what is wrong with it, raw) of each line that is not blank."""
    for number, line in enumerate(physical_lines(stream, os.path.basename(path)), 1):
        if not line.strip():
            continue
        try:
            value = _DECODER.decode(line.strip("\ufeff \t\r\n"))
            made: dict[str, str] | str = "no object"
            if isinstance(value, dict):
                made = {key: _cell(item) for key, item in value.items()}
        except json.JSONDecodeError as error:
            made = f"{error.msg.lower()} (character {error.pos + 1})"
        except _Twice as error:
            made = str(error)
        except RecursionError:
            made = "it is nested too deeply"
        yield number, made, line


def header_of_lines(stream: TextIO, path: str, cut: bool = False) -> list[str]:
    """As `header_of`; a text that is cut ends with a line."""
    keys: dict[str, None] = {}
    for _, made, _ in read_lines(stream, path):
        if isinstance(made, dict):
            keys.update(dict.fromkeys(made))
    return list(keys)


def records_of_lines(stream: TextIO, path: str, header: list[str]) -> Iterator[RawRecord]:
    """The lines as records with the columns `header`; one that is no object has a problem."""
    for number, made, raw in read_lines(stream, path):
        if isinstance(made, dict):
            yield RawRecord(number, 1, [made.get(key, NULL) for key in header], raw)
        else:
            yield RawRecord(number, 1, [], raw, RowProblem("NOT_TABULAR", f"not JSON: {made}"))


def _not(name: str, line: int, what: str) -> JobError:
    return JobError("NOT_TABULAR", f"{name} cannot be read as JSON: line {line:,}: {what}.")


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return JsonLiteral(value) if isinstance(value, _Number) else value
    return NULL if value is None else JsonLiteral(_compact(value))


def _compact(value: Any) -> str:
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{_compact(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_compact(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


class _Window:
    """A piece of the text that slides over the stream."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def _more(self, size: int) -> bool:
        piece = self._stream.read(size)
        self._text, self._at = self._text[self._at :] + piece, 0
        self._ended = not piece
        return bool(piece)

    def peek(self) -> str:
        """The next character that is no space, or "" at the end."""
        while True:
            while self._at < len(self._text):
                char = self._text[self._at]
                if char not in " \t\r\n":
                    return char
                self.skip(1)
            if not self._more(_CHUNK):
                return ""

    def skip(self, count: int) -> None:
        """Step over `count` characters that are in the window."""
        self.line += self._text.count("\n", self._at, self._at + count)
        self._at += count

    def value(self) -> tuple[Any, str]:
        """The JSON value at the window's start, and its text."""
        size = _CHUNK
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
                complete = end < len(self._text) or self._ended
            except json.JSONDecodeError as error:
                if self._ended:
                    line = self.line + self._text.count("\n", self._at, error.pos)
                    raise _not(self._name, line, error.msg.lower()) from error
                complete = False
            except _Twice as error:
                raise _not(self._name, self.line, str(error)) from error
            except RecursionError as error:
                raise _not(self._name, self.line, "it is nested too deeply") from error
            if complete:
                raw = self._text[self._at : end]
                self.skip(end - self._at)
                return value, raw
            if len(self._text) - self._at > 4 * MAX_CELL:
                raise JobError(
                    "FIELD_TOO_LONG", f"The object at line {self.line:,} of {self._name} is longer than 64 MB."
                )
            self._more(size)
            size *= 2  # a long object is decoded a few times, not once a chunk
