"""Parsing a formula to a checked tree. Owns grammar and the checks that need no table; must not know columns or rows.

expression := or ["if" or "else" expression]
or := and ("or" and)*;  and := not ("and" not)*;  not := "not" not | compare
compare := sum (("==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in") sum)*
sum := product (("+" | "-") product)*;  product := unary (("*" | "/" | "%") unary)*
unary := ("-" | "+") unary | atom
atom := number | text | True | False | name | name "(" … ")" | "(" … ")" | "[" … "]" | "{" text ":" literal … "}"
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from app.jobs.table.expression import tree
from app.jobs.table.expression.functions import FUNCTIONS
from app.jobs.table.expression.tokens import ExpressionError, Token, tokenize
from app.jobs.table.expression.tree import Node, ValueKind

__all__ = ["ExpressionError", "parse"]

MAX_DEPTH = 40  # nesting; a deeper formula is a mistake, and recursion stays far from the interpreter's limit
MAX_HEIGHT = 200  # of the tree: `1 + 1 + 1 …` is not nested and yet as high as it is long

_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_K = ValueKind


@lru_cache(maxsize=256)
def parse(source: str) -> Node:
    """The tree of `source`. Raises ExpressionError with the column of the mistake."""
    parser = _Parser(tokenize(source))
    node = parser.expression()
    parser.expect_end()
    level, height = [node], 0
    while level:
        level = [child for parent in level for child in tree.children(parent)]
        height += 1
        if height > MAX_HEIGHT:
            raise ExpressionError(f"the formula has more than {MAX_HEIGHT} steps in a row", node.at)
    return node


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _is(self, *texts: str) -> bool:
        return self._now.kind in ("operator", "word") and self._now.text in texts

    def _take(self, text: str, where: str) -> Token:
        if not self._is(text):
            raise ExpressionError(f'a "{text}" is missing {where}', self._now.at)
        return self._next()

    def expect_end(self) -> None:
        """Refuse what stands after the formula."""
        if self._now.kind != "end":
            raise ExpressionError(f'"{self._now.text}" is too much here', self._now.at)

    def expression(self) -> Node:
        """The whole formula, or one argument."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(f"the formula is nested more than {MAX_DEPTH} deep", self._now.at)
        node = self._or()
        if self._is("if"):
            at = self._next().at
            condition = _needs(self._or(), _K.BOOL, 'the condition after "if"')
            self._take("else", 'after "if …"')
            otherwise = self.expression()
            kind = node.kind if node.kind == otherwise.kind else _K.ANY
            node = tree.Choose(at, kind, condition, node, otherwise)
        self._depth -= 1
        return node

    def _or(self) -> Node:
        return self._logic("or", self._and)

    def _and(self) -> Node:
        return self._logic("and", self._not)

    def _logic(self, word: str, part: Callable[[], Node]) -> Node:
        node = part()
        while self._is(word):
            at = self._next().at
            right = part()
            where = f'a side of "{word}"'
            node = tree.Logic(at, _K.BOOL, word, _needs(node, _K.BOOL, where), _needs(right, _K.BOOL, where))
        return node

    def _not(self) -> Node:
        count, at = 0, self._now.at
        while self._is("not"):
            self._next()
            count += 1
        node = self._compare()
        if not count:
            return node
        inner = _needs(node, _K.BOOL, 'what follows "not"')
        node = tree.Unary(at, _K.BOOL, "not", inner)
        return node if count % 2 else tree.Unary(at, _K.BOOL, "not", node)

    def _compare(self) -> Node:
        first = self._sum()
        rest: list[tuple[str, Node]] = []
        at = self._now.at
        left = first
        while operator := self._comparison():
            where = self._tokens[self._at - 1].at
            right = self._sum()
            _comparable(left, operator, right, where)
            rest.append((operator, right))
            left = right
        return tree.Compare(at, _K.BOOL, first, tuple(rest)) if rest else first

    def _comparison(self) -> str | None:
        if self._now.kind == "operator" and self._now.text in _COMPARISONS:
            return self._next().text
        if self._is("in"):
            self._next()
            return "in"
        if self._is("not") and self._tokens[self._at + 1].text == "in":
            self._at += 2
            return "not in"
        return None

    def _sum(self) -> Node:
        node = self._product()
        while self._is("+", "-"):
            token = self._next()
            node = _arithmetic(token, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._unary()
        while self._is("*", "/", "%"):
            token = self._next()
            node = _arithmetic(token, node, self._unary())
        return node

    def _unary(self) -> Node:
        negative, at, signs = False, self._now.at, 0
        while self._is("-", "+"):
            negative ^= self._next().text == "-"
            signs += 1
        node = self._atom()
        if signs:
            node = _number(node, "a sign")
        return tree.Unary(at, _K.NUMBER, "-", node) if negative else node

    def _atom(self) -> Node:
        token = self._next()
        if token.kind == "number":
            return tree.Literal(token.at, _K.NUMBER, Decimal(token.text))
        if token.kind == "text":
            return tree.Literal(token.at, _K.TEXT, token.text)
        if token.kind == "name":
            return self._call(token) if self._is("(") else tree.Column(token.at, _K.TEXT, token.text)
        if token.text in ("True", "False") and token.kind == "word":
            return tree.Literal(token.at, _K.BOOL, token.text == "True")
        if token.text == "(":
            return self._group(token)
        if token.text == "[":
            return tree.ListOf(token.at, _K.LIST, self._arguments("]"))
        if token.text == "{":
            return self._map(token)
        raise ExpressionError(
            "the formula ends too early" if token.kind == "end" else f'"{token.text}" stands in the wrong place',
            token.at,
        )

    def _group(self, opening: Token) -> Node:
        items = self._arguments(")")
        if not items:
            raise ExpressionError("there is nothing between the brackets", opening.at)
        trailing = self._tokens[self._at - 2].text == ","
        return items[0] if len(items) == 1 and not trailing else tree.ListOf(opening.at, _K.LIST, items)

    def _arguments(self, closing: str) -> tuple[Node, ...]:
        items: list[Node] = []
        while not self._is(closing):
            items.append(self.expression())
            if not self._is(closing):
                self._take(",", f'or a "{closing}"')
        self._next()
        return tuple(items)

    def _map(self, opening: Token) -> Node:
        pairs: list[tuple[str, str | Decimal]] = []
        while not self._is("}"):
            key = self._next()
            if key.kind != "text":
                raise ExpressionError("a key of a map is a text in quotes", key.at)
            self._take(":", "between key and value")
            value = self._next()
            if value.kind not in ("text", "number"):
                raise ExpressionError("a value of a map is a text or a number", value.at)
            pairs.append((key.text, Decimal(value.text) if value.kind == "number" else value.text))
            if not self._is("}"):
                self._take(",", 'or a "}"')
        self._next()
        return tree.MapOf(opening.at, _K.MAP, tuple(pairs))

    def _call(self, name: Token) -> Node:
        self._next()
        arguments = self._arguments(")")
        if name.text == "col":
            if len(arguments) != 1 or not isinstance(arguments[0], tree.Literal) or arguments[0].kind is not _K.TEXT:
                raise ExpressionError('col() takes the name of a column in quotes: col("Odd name")', name.at)
            return tree.Column(name.at, _K.TEXT, str(arguments[0].value))
        known = FUNCTIONS.get(name.text)
        if known is None:
            raise ExpressionError(f'there is no function "{name.text}"; there are {", ".join(FUNCTIONS)}', name.at)
        if not known.least <= len(arguments) <= known.most:
            raise ExpressionError(f"{name.text}() takes {known.usage}", name.at)
        for position, argument in enumerate(arguments):
            wanted = known.takes[min(position, len(known.takes) - 1)]
            if wanted is _K.NUMBER:
                _number(argument, f"{name.text}()")
            elif wanted is not _K.ANY:
                _needs(argument, wanted, f"argument {position + 1} of {name.text}()")
        if name.text == "matches" and isinstance(arguments[1], tree.Literal):
            _check_regex(str(arguments[1].value), arguments[1].at)
        return tree.Call(name.at, known.gives, name.text, arguments)


def _check_regex(pattern: str, at: int) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ExpressionError(f"this regular expression cannot be used: {error.msg}", at) from error


def _shown(node: Node) -> str:
    return node.name if isinstance(node, tree.Column) else "this"


def _needs(node: Node, kind: ValueKind, where: str) -> Node:
    """`node`, which must be able to give `kind`."""
    if node.kind in (kind, _K.ANY) or (kind is _K.DATE and node.kind is _K.TEXT):
        return node
    raise ExpressionError(f"{where} must be {kind}, not {node.kind}", node.at)


def _number(node: Node, where: str) -> Node:
    if isinstance(node, tree.Column):
        raise ExpressionError(f"{node.name} is text; write num({node.name}) for {where}", node.at)
    return _needs(node, _K.NUMBER, where)


def _arithmetic(operator: Token, left: Node, right: Node) -> Node:
    if operator.text == "+" and _K.TEXT in (left.kind, right.kind):
        raise ExpressionError('"+" adds numbers: num(…) reads one, concat(…) joins texts', operator.at)
    where = f'"{operator.text}"'
    return tree.Arithmetic(operator.at, _K.NUMBER, operator.text, _number(left, where), _number(right, where))


def _comparable(left: Node, operator: str, right: Node, at: int) -> None:
    if operator in ("in", "not in"):
        if right.kind not in (_K.LIST, _K.TEXT, _K.ANY):
            raise ExpressionError('"in" looks into a list or a text', at)
        return
    kinds = {left.kind, right.kind}
    if _K.ANY in kinds or len(kinds) == 1 or kinds == {_K.TEXT, _K.DATE}:
        return
    if kinds == {_K.TEXT, _K.NUMBER}:
        name = _shown(left if left.kind is _K.TEXT else right)
        raise ExpressionError(f"{name} is text and is compared with a number; write num(…) around it", at)
    raise ExpressionError(f"{left.kind} cannot be compared with {right.kind}", at)
