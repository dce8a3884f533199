"""Cutting a formula into tokens. Owns the lexical grammar; must not know what tokens mean together."""

import re
from dataclasses import dataclass
from typing import Literal

MAX_LENGTH = 10_000  # characters of one formula

Kind = Literal["number", "text", "name", "word", "operator", "end"]
WORDS = frozenset({"and", "or", "not", "in", "if", "else", "True", "False"})

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?(?![\w.]))
      | (?P<name>[^\W\d]\w*)
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<operator>==|!=|<=|>=|[-+*/%<>()\[\]{},:])""",
    re.VERBOSE,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'"}


class ExpressionError(ValueError):
    """A mistake in a formula. The message names the column (from 1) where it is."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (column {at + 1})")
        self.at = at


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `at` is where it begins, from 0. The text of a `text` token is already unescaped."""

    kind: Kind
    text: str
    at: int


def tokenize(source: str) -> list[Token]:
    """The tokens of `source`, closed by an `end` token. Raises ExpressionError."""
    if len(source) > MAX_LENGTH:
        raise ExpressionError(f"the formula is longer than {MAX_LENGTH:,} characters", MAX_LENGTH)
    tokens: list[Token] = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise ExpressionError(_unexpected(source, at), at)
        kind, text = match.lastgroup, match.group()
        if kind == "name":
            tokens.append(Token("word" if text in WORDS else "name", text, at))
        elif kind == "text":
            tokens.append(Token("text", _unescape(text[1:-1], at + 1), at))
        elif kind == "number":
            tokens.append(Token("number", text, at))
        elif kind == "operator":
            tokens.append(Token("operator", text, at))
        at = match.end()
    tokens.append(Token("end", "", len(source)))
    return tokens


def _unexpected(source: str, at: int) -> str:
    char = source[at]
    if char in "\"'":
        return "this text is not closed"
    if char == "=":
        return 'a single "=" means nothing here; "==" compares'
    if char.isdigit():
        return "this number cannot be read"
    return f'"{char}" means nothing here'


def _unescape(body: str, at: int) -> str:
    def one(match: re.Match[str]) -> str:
        char = match[1]
        if char not in _ESCAPES:
            # A regular expression keeps its backslashes: matches(x, "\d+") reads as it is written.
            return match[0]
        return _ESCAPES[char]

    return re.sub(r"\\(.)", one, body, flags=re.DOTALL)
