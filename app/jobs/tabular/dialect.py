"""Finding out how a text table is written: delimiter, quote, preamble. Pure: text in, a described choice out.

The law: delimiters come from a fixed list; what fits equally well in two ways is refused, never picked by chance.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.jobs.base import JobError
from app.jobs.tabular.kinds import is_typed, words_above_values
from app.jobs.tabular.lines import RawRecord, Syntax, read_records

DELIMITERS = (",", ";", "\t", "|")
SHOWN = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space", "\x1f": "unit separator"}
SAMPLE_ROWS = 200
_SETTLED = 0.7  # share of rows of the usual width that leaves no doubt; commas in prose do not reach it
_SCATTERED = 0.5  # share of lines with a delimiter that lines up nowhere, up to which they are one column
_PREAMBLE_ROWS = 50  # a longer block above a table is a table of its own
_DECIMAL = re.compile(r"[+-]?\d{1,3}(?:\.?\d{3})*,\d\d")
_SAMPLE_CELLS = 50_000  # rows of thousands of columns need fewer rows
_QUOTE_CHARS = 64 * 1024  # looked at to tell which quote encloses cells
GOOD_SCORE = 0.55  # below this the columns do not line up
MARGIN = 0.05
MOST_BAD = 0.05  # share of rows whose quotes may be broken where a reading is right
CLEAN_CELLS = 0.75  # with fewer cells that look like one value, a rival that lines up too is a real one


@dataclass(frozen=True, slots=True)
class Choice:
    """A syntax, how well it fits (0..1), the usual width, and why, in words.

    `consistency`: share of rows with that width; `typed`: share of cells that look like one value; `bad`: share of
    rows whose quotes are broken; `wide`: share of rows of more than one cell; `late`: narrow rows stand right above the
    first one of the usual width; `covered`: share of the lines that could be read.
    """

    syntax: Syntax
    score: float
    width: int
    why: str = ""
    consistency: float = 0.0
    typed: float = 0.0
    bad: float = 0.0
    wide: float = 0.0
    late: bool = False
    covered: float = 1.0


def sep_line(text: str) -> str | None:
    """The delimiter of a first line `sep=;`, which spreadsheets write and read; None without one."""
    match = re.match(r"sep=(.)(?:\r\n|\r|\n|$)", text, re.IGNORECASE)
    return match[1] if match and match[1] not in "\"'" else None


def detect(lines: Sequence[str], base: Syntax, delimiter: str, quote: str, escape: str, name: str) -> Choice:
    """Choose what is "auto" among `delimiter`, `quote` and `escape`, by the sample `lines`.

    Raises JobError DIALECT_AMBIGUOUS when two readings fit alike, or none well.
    """
    if delimiter != "auto":
        found = _best_quote(lines, base, delimiter, quote, escape, name)
        return replace(found, why=f"{shown(delimiter)} named in the recipe")
    choices = {d: _best_quote(lines, base, d, quote, escape, name) for d in DELIMITERS if _stands_in(d, lines)}
    wide = sorted((c for c in choices.values() if c.width > 1), key=lambda c: -c.score)
    if not wide or wide[0].score < GOOD_SCORE:
        # What stands nowhere makes one column: only here does it matter how well that would fit.
        every = [choices.get(d) or _best_quote(lines, base, d, quote, escape, name) for d in DELIMITERS]
        return _one_column(every, lines, name)
    best = wide[0]
    for rival in wide[1:]:
        if (rival.late and not best.late) or (rival.bad > MOST_BAD >= best.bad):
            continue  # only the best lines up in the first row as well, or has quotes that enclose cells
        if rival.consistency >= best.consistency - MARGIN and (
            rival.score > best.score - MARGIN or best.typed < CLEAN_CELLS
        ):
            one, two = (f"{shown(c.syntax.delimiter)} ({c.width} columns)" for c in (best, rival))
            raise _ambiguous(f"The columns of {name} can be read by {one} or by {two}.")
    if best.width == 2 and _decimals(lines):
        raise _ambiguous(f"The rows of {name} may be two columns, or one of numbers with decimal commas.")
    return replace(best, why=f"{best.width} columns with {shown(best.syntax.delimiter)} (fit {best.score:.0%})")


def _stands_in(delimiter: str, lines: Sequence[str]) -> bool:
    return any(delimiter in line for line in lines)


def _ambiguous(sentence: str) -> JobError:
    return JobError("DIALECT_AMBIGUOUS", f"{sentence} Name the delimiter in the recipe.")


def _decimals(lines: Sequence[str]) -> bool:
    """Whether each line is one number with two decimals behind a comma."""
    return all(_DECIMAL.fullmatch(line.rstrip("\r\n")) for line in lines if line.strip())


def shown(delimiter: str) -> str:
    """A delimiter's name for people."""
    return SHOWN.get(delimiter, f'"{delimiter}"')


def _one_column(choices: Sequence[Choice], lines: Sequence[str], name: str) -> Choice:
    """One column, if delimiters stand in few lines of the sample or in none; the columns are unclear otherwise."""
    for choice in choices:
        if choice.width == 0:
            _refuse_too_many(lines, choice.syntax, name)
    clean = [c for c in choices if c.width == 1 and c.consistency >= 0.999]
    if clean and max(c.wide for c in choices) <= _SCATTERED:
        return replace(clean[0], score=1.0, why="no delimiter lines up: one column")
    best = max(choices, key=lambda c: c.score)
    if best.width == 0:
        list(read_records(iter(lines), best.syntax, name))  # says which quote is broken
    raise _ambiguous(f"The columns of {name} do not line up with any delimiter.")


def _refuse_too_many(lines: Sequence[str], syntax: Syntax, name: str) -> None:
    """Raise JobError TOO_MANY_COLUMNS when that is why `syntax` reads nothing (others would see one column)."""
    try:
        list(read_records(iter(lines), syntax, name))
    except JobError as error:
        if error.failure.code == "TOO_MANY_COLUMNS":
            raise


def _best_quote(lines: Sequence[str], base: Syntax, delimiter: str, quote: str, escape: str, name: str) -> Choice:
    ordinary = _best_escape(lines, base, delimiter, '"' if quote == "auto" else quote, escape, name)
    if quote != "auto" or not _opens_cells(lines, delimiter, "'"):
        return ordinary
    rarer = _best_escape(lines, base, delimiter, "'", escape, name)
    return rarer if rarer.width and rarer.bad <= MOST_BAD else ordinary


def _best_escape(lines: Sequence[str], base: Syntax, delimiter: str, quote: str, escape: str, name: str) -> Choice:
    escapes = ["doubled"] if escape == "auto" else [escape]
    if escape == "auto" and quote and any(f"\\{quote}" in line for line in lines):
        escapes.append("backslash")
    options = [
        _measure(lines, Syntax(delimiter, quote, e, base.initial_space, base.comment, base.keep_stray), name)
        for e in escapes
    ]
    return max(options, key=lambda c: c.score * c.covered)  # the first of equals: doubled is the standard


def _opens_cells(lines: Sequence[str], delimiter: str, quote: str) -> bool:
    """Whether at least two cells begin with `quote`, and none with the ordinary one. Apostrophes do that too, but then
    the table cannot be read so."""
    text = "".join(lines)[:_QUOTE_CHARS]
    begin = rf"(?:\A|(?<=[\r\n])|(?<={re.escape(delimiter)}))"
    if re.search(f'{begin}"', text) is not None:
        return False
    return len(re.findall(f"{begin}{re.escape(quote)}", text)) >= 2


def _measure(lines: Sequence[str], syntax: Syntax, name: str) -> Choice:
    """Width consistency times how many cells look like one value, over the sample."""
    widths: list[int] = []
    breaks: set[int] = set()  # how many rows stand above each blank line
    typed = cells = bad = lost = covered = 0
    try:
        for record in read_records(iter(lines), syntax, name):
            covered += record.lines
            if record.problem is not None:
                bad += 1
                lost += not record.cells
            if record.cells:
                widths.append(len(record.cells))
                cells += len(record.cells)
                typed += 0 if record.problem else sum(1 for cell in record.cells if is_typed(cell))
            elif record.problem is None:
                breaks.add(len(widths))
            if len(widths) >= SAMPLE_ROWS or cells >= _SAMPLE_CELLS:
                covered = len(lines)
                break
        else:
            covered = len(lines)
    except JobError:
        pass  # the sample may end inside a quoted cell; what is really broken, the reading itself reports
    if not widths:
        return Choice(syntax, 0.0, 0)
    # Preamble lines are narrow; they must not outvote the table, and every table has more rows than preamble.
    width, count = max(Counter(widths).items(), key=lambda item: (item[1] * (1.5 if item[0] > 1 else 1.0), item[0]))
    before = _preamble(widths, width, breaks) if width > 1 else 0
    rows = len(widths) + lost
    consistency = count / max(1, rows - before)
    share = typed / cells
    score = consistency * (0.4 + 0.6 * share) if width > 1 else consistency
    return Choice(
        syntax,
        score,
        width,
        consistency=consistency,
        typed=share,
        bad=bad / rows,
        wide=sum(1 for found in widths if found > 1) / rows,
        late=before > 0 and before not in breaks,
        covered=covered / len(lines),
    )


def _preamble(widths: Sequence[int], width: int, breaks: Collection[int]) -> int:
    """How many records of another width stand before the first one of the usual width: all of them narrow, or a blank
    line between."""
    first = widths.index(width)
    narrow = all(found <= 1 for found in widths[:first])
    return first if narrow or (first in breaks and first <= _PREAMBLE_ROWS) else 0


def preamble(records: Sequence[RawRecord], width: int) -> int:
    """How many of the first `records` are no part of a table of the usual `width`.

    They have at most one filled cell; or another width, and a blank line between them and the table.
    """
    if width < 2:
        return 0
    first = next((i for i, record in enumerate(records) if len(record.cells) == width), 0)
    if 0 < first <= _PREAMBLE_ROWS and records[first - 1].line + records[first - 1].lines < records[first].line:
        return first
    for position, record in enumerate(records):
        filled = sum(1 for cell in record.cells if cell.strip())
        narrow = len(record.cells) != width
        padded = width > 2 and filled == 1 and bool(record.cells) and bool(record.cells[0].strip())
        if record.problem is None and filled <= 1 and (narrow or padded or not filled):
            continue
        return position
    return 0


def check_sure(choice: Choice, rows: Sequence[Sequence[str]], name: str) -> None:
    """Refuse columns that may as well be one whose cells hold the delimiter: a single cell heads two of them, or many
    rows are of another width; and the table's first `rows` show no header. Three columns and more only if each cell
    begins with a space, as in prose. Raises JobError DIALECT_AMBIGUOUS."""
    doubtful = choice.consistency < _SETTLED or (choice.late and choice.width == 2)
    if doubtful and (choice.width == 2 or _spaced(rows)) and not words_above_values(rows):
        columns = f"{choice.width} columns"
        raise _ambiguous(f"{name} may have {columns}, or one whose cells hold a {shown(choice.syntax.delimiter)}.")


def _spaced(rows: Sequence[Sequence[str]]) -> bool:
    return all(cell[:1] == " " for row in rows for cell in row[1:])
