"""Formulas of recipes: a small Python-like grammar, parsed to a checked tree and compiled to closures, never evaluated
by Python itself. Must not know steps or files."""

from app.jobs.table.expression.evaluate import Function, bind, to_cell
from app.jobs.table.expression.parser import ExpressionError, parse

__all__ = ["ExpressionError", "Function", "bind", "parse", "to_cell"]
