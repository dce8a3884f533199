"""Finding out how a text table is written: delimiter, quote, preamble. Pure: text in, a described choice out.

The law: delimiters come from a fixed list; what fits equally well in two ways is refused, never picked by chance.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.jobs.base import JobError
from app.jobs.tabular.kinds import is_typed
from app.jobs.tabular.lines import Syntax, read_records

DELIMITERS = (",", ";", "\t", "|")
SHOWN = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space", "\x1f": "unit separator"}
SAMPLE_ROWS = 200
_QUOTE_CHARS = 64 * 1024  # looked at to tell which quote encloses cells
GOOD_SCORE = 0.55  # below this the columns do not line up
MARGIN = 0.05
CLEAN_CELLS = 0.75  # with fewer cells that look like one value, a rival that lines up too is a real one


@dataclass(frozen=True, slots=True)
class Choice:
    """A syntax, how well it fits (0..1), the usual width, and why, in words.

    `consistency`: share of rows with that width; `typed`: share of cells that look like one value.
    """

    syntax: Syntax
    score: float
    width: int
    why: str = ""
    sure: bool = True
    consistency: float = 0.0
    typed: float = 0.0


def sep_line(text: str) -> str | None:
    """The delimiter of a first line `sep=;`, which spreadsheets write and read; None without one."""
    match = re.match(r"sep=(.)(?:\r\n|\r|\n|$)", text, re.IGNORECASE)
    return match[1] if match and match[1] not in "\"'" else None


def detect(lines: Sequence[str], base: Syntax, delimiter: str, quote: str, escape: str, name: str) -> Choice:
    """Choose what is "auto" among `delimiter`, `quote` and `escape`, by the sample `lines`.

    Raises JobError DIALECT_AMBIGUOUS when two readings fit alike.
    """
    if delimiter != "auto":
        found = _best_quote(lines, base, delimiter, quote, escape, name)
        return Choice(found.syntax, found.score, found.width, f"{shown(delimiter)} named in the recipe")
    choices = [_best_quote(lines, base, candidate, quote, escape, name) for candidate in DELIMITERS]
    wide = sorted((c for c in choices if c.width > 1), key=lambda c: -c.score)
    if not wide or wide[0].score < GOOD_SCORE:
        return _one_column(choices, lines, name)
    best = wide[0]
    for rival in wide[1:]:
        if rival.consistency >= best.consistency - MARGIN and (
            rival.score > best.score - MARGIN or best.typed < CLEAN_CELLS
        ):
            one, two = (f"{shown(c.syntax.delimiter)} ({c.width} columns)" for c in (best, rival))
            raise JobError(
                "DIALECT_AMBIGUOUS",
                f"The columns of {name} can be read by {one} or by {two}. Name the delimiter in the recipe.",
            )
    why = f"{best.width} columns with {shown(best.syntax.delimiter)} (fit {best.score:.0%})"
    return Choice(best.syntax, best.score, best.width, why, sure=best.score >= 0.8)


def shown(delimiter: str) -> str:
    """A delimiter's name for people."""
    return SHOWN.get(delimiter, f'"{delimiter}"')


def _one_column(choices: Sequence[Choice], lines: Sequence[str], name: str) -> Choice:
    """One column, if a delimiter stands nowhere in the sample; the columns are unclear otherwise."""
    for choice in choices:
        if choice.width == 0:
            _refuse_too_many(lines, choice.syntax, name)
    narrow = [c for c in choices if c.width <= 1]
    clean = [c for c in narrow if c.score >= 0.999]
    if clean:
        return Choice(clean[0].syntax, 1.0, 1, "no delimiter lines up: one column", sure=len(clean) == len(choices))
    best = max(narrow or choices, key=lambda c: c.score)
    if best.width == 0:
        list(read_records(iter(lines), best.syntax, name))  # says which quote is broken
    if best.score < GOOD_SCORE:
        raise JobError(
            "DIALECT_AMBIGUOUS",
            f"The columns of {name} do not line up with any delimiter. Name the delimiter in the recipe.",
        )
    return Choice(best.syntax, best.score, best.width, f"{shown(best.syntax.delimiter)} fits best", sure=False)


def _refuse_too_many(lines: Sequence[str], syntax: Syntax, name: str) -> None:
    """Raise JobError TOO_MANY_COLUMNS when that is why `syntax` reads nothing (others would see one column)."""
    try:
        list(read_records(iter(lines), syntax, name))
    except JobError as error:
        if error.failure.code == "TOO_MANY_COLUMNS":
            raise


def _best_quote(lines: Sequence[str], base: Syntax, delimiter: str, quote: str, escape: str, name: str) -> Choice:
    quotes = ['"'] if quote == "auto" else [quote]
    if quote == "auto" and _enclosed_by(lines, delimiter, "'"):
        quotes = ["'"]
    escapes = ["doubled"] if escape == "auto" else [escape]
    if escape == "auto" and quotes != [""] and any(f"\\{quotes[0]}" in line for line in lines):
        escapes.append("backslash")
    options = [
        _measure(lines, Syntax(delimiter, q, e, base.initial_space, base.comment, base.keep_stray), name)
        for q in quotes
        for e in escapes
    ]
    return max(options, key=lambda c: c.score)  # the first of equals: doubled is the standard


def _enclosed_by(lines: Sequence[str], delimiter: str, quote: str) -> bool:
    """Whether cells are enclosed in `quote`: it opens and closes cells alike, and the ordinary quote encloses none."""
    text = "".join(lines)[:_QUOTE_CHARS]
    d, q = re.escape(delimiter), re.escape(quote)
    ordinary = re.search(rf'(?:^|{d})"', text, re.MULTILINE)
    opening = len(re.findall(rf"(?:^|(?<={d})){q}", text, re.MULTILINE))
    closing = len(re.findall(rf"{q}(?={d}|[\r\n]|\Z)", text))
    return ordinary is None and opening >= 2 and opening == closing


def _measure(lines: Sequence[str], syntax: Syntax, name: str) -> Choice:
    """Width consistency times how many cells look like one value, over the sample."""
    widths: list[int] = []
    typed = cells = bad = 0
    try:
        for record in read_records(iter(lines), syntax, name):
            if record.problem is not None:
                bad += 1
            elif record.cells:
                widths.append(len(record.cells))
                cells += len(record.cells)
                typed += sum(1 for cell in record.cells if is_typed(cell))
            if len(widths) >= SAMPLE_ROWS:
                break
    except JobError:
        pass  # the sample may end inside a quoted cell; what is really broken, the reading itself reports
    if not widths:
        return Choice(syntax, 0.0, 0)
    # Preamble lines are narrow; they must not outvote the table, and every table has more rows than preamble.
    width, count = max(Counter(widths).items(), key=lambda item: (item[1] * (1.5 if item[0] > 1 else 1.0), item[0]))
    consistency = count / max(1, len(widths) + bad - (_preamble(widths, width) if width > 1 else 0))
    share = typed / cells
    score = consistency * (0.4 + 0.6 * share) if width > 1 else consistency
    return Choice(syntax, score, width, consistency=consistency, typed=share)


def _preamble(widths: Sequence[int], width: int) -> int:
    """How many narrow records stand before the first one of the usual width."""
    for position, found in enumerate(widths):
        if found == width:
            return position
        if found > 1:
            return 0
    return 0
