"""Random tables as other programs write them, each with its truth: what the cells are and how they stand in the bytes.

Only files that a person reads in one way: columns of values under words, or no header above them; a quote of the rarer
kind encloses several cells. Owns the writing, which shares no code with the product. Must not know how a table is read.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Rows = list[list[str]]

_FIRST = ["Anna", "Bo", "Clara", "Émile", "Françoise", "Günther", "Jürgen", "Zoë", "O'Neil", "Søren", "Łucja", "María"]
_LAST = ["Müller", "Smith", "O'Brien", "D'Angelo", "Lefèvre", "Nuñez", "Groß", "Berg", "Sörensen", "Weiß"]
_CITIES = ["Köln", "Ulm", "New York", "Århus", "Zürich", "Málaga", "Sankt Peter-Ording", "L'Aquila", "Rio de Janeiro"]
_WORDS = [
    "the",
    "order",
    "was",
    "late",
    "and",
    "nobody",
    "knew",
    "why",
    "it",
    "came",
    "back",
    "from",
    "5",
    "or",
    "7",
    "places",
    "with",
    "a",
    "note:",
    "don't",
    "call",
    "again",
]
_NAMES = {
    "number": ("id", "qty", "year of birth", "Stück"), "key": ("sku", "Customer No."), "point": ("amount", "price"),
    "comma": ("Betrag", "Preis (EUR)"), "date": ("date", "signup"), "day": ("Datum", "Rechnungsdatum"),
    "time": ("last seen", "created_at"), "mail": ("email", "E-Mail"), "link": ("url", "website"),
    "name": ("name", "contact"), "turned": ("customer", "full name"), "city": ("city", "Ort"),
    "street": ("address", "street"), "note": ("note", "remark"), "lines": ("comment", "text"),
    "tags": ("tags", "labels"), "pair": ("position", "lat/lon"), "flag": ("active", "paid"), "said": ("quote", "title"),
    "path": ("file", "folder"), "object": ("data", "extra"), "markup": ("html", "body"), "inch": ("size", "format"),
    "clock": ("time", "at"), "phone": ("phone", "Tel."), "formula": ("formula", "sum; total"), "null": ("old", "x, y"),
}  # fmt: skip
_VALUES = ("number", "key", "point", "comma", "date", "day", "time", "mail")  # columns that tell a header from data


def _prose(random: Random) -> str:
    words = [random.choice(_WORDS) for _ in range(random.randrange(2, 12))]
    for _ in range(random.randrange(3)):
        position = random.randrange(len(words))
        words[position] += random.choice((",", ".", ",", ";", " -"))
    return " ".join(words)


_CELLS: dict[str, Callable[[Random], str]] = {
    "number": lambda r: str(r.randrange(-20, 5000)),
    "key": lambda r: f"{r.randrange(10**6):08}",
    "point": lambda r: f"{r.uniform(0, 5000):.2f}",
    "comma": lambda r: f"{r.uniform(0, 5000):.2f}".replace(".", ","),
    "date": lambda r: f"20{r.randrange(10, 26)}-{r.randrange(1, 13):02}-{r.randrange(1, 29):02}",
    "day": lambda r: f"{r.randrange(1, 29):02}.{r.randrange(1, 13):02}.20{r.randrange(10, 26)}",
    "time": lambda r: f"2024-{r.randrange(1, 13):02}-{r.randrange(1, 29):02}T{r.randrange(24):02}:03:07Z",
    "mail": lambda r: f"{r.choice('abcdef')}{r.randrange(999)}@example.org",
    "link": lambda r: f"https://example.org/{r.randrange(999)}?a={r.randrange(9)}&b=x,{r.randrange(9)}",
    "name": lambda r: f"{r.choice(_FIRST)} {r.choice(_LAST)}",
    "turned": lambda r: f"{r.choice(_LAST)}, {r.choice(_FIRST)}",
    "city": lambda r: r.choice(_CITIES),
    "street": lambda r: f"{r.choice(_LAST)} Street {r.randrange(99)}, {r.choice(_CITIES)}",
    "note": _prose,
    "lines": lambda r: "\n".join(_prose(r) for _ in range(r.randrange(1, 4))),
    "tags": lambda r: r.choice(";|,").join(r.sample(["red", "new", "old", "blue", "x"], r.randrange(1, 4))),
    "pair": lambda r: f"{r.uniform(-90, 90):.4f},{r.uniform(-180, 180):.4f}",
    "flag": lambda r: r.choice(("yes", "no")),
    "said": lambda r: f'{r.choice(_FIRST)} "{r.choice(_WORDS)}" {r.choice(_LAST)}',
    "path": lambda r: rf"C:\data\{r.choice(_WORDS)}\{r.randrange(99)}.txt",
    "object": lambda r: f'{{"a": {r.randrange(9)}, "b": ["{r.choice(_WORDS)}", null]}}',
    "markup": lambda r: f'<a href="x;y={r.randrange(9)}">{r.choice(_WORDS)}</a>, {r.choice(_WORDS)}',
    "inch": lambda r: f'{r.randrange(1, 20)}" {r.choice(("pipe", "screen", ""))}',
    "clock": lambda r: f"{r.randrange(24):02}:{r.randrange(60):02}",
    "phone": lambda r: f"+49 (0){r.randrange(20, 99)} / {r.randrange(10**6)}-{r.randrange(99)}",
    "formula": lambda r: f"=SUM(A{r.randrange(9)};B{r.randrange(9)})",
    "null": lambda r: r.choice(("NULL", "n/a", "-", "")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marks:
    """How the cells stand in the text. `enclosed`: "needed", "words" (what is no number) or "all"."""

    delimiter: str
    quote: str
    escape: str
    enclosed: str
    newline: str

    def line(self, cells: list[str]) -> str:
        """One row of the table as text."""
        return self.delimiter.join(map(self.cell, cells)) + self.newline

    def cell(self, text: str) -> str:
        """One cell, enclosed where that is needed or wished for."""
        special = (self.delimiter, self.quote, "\n", "\r", *("\\" if self.escape == "backslash" else ""))
        wished = self.enclosed == "all" or (self.enclosed == "words" and not text.replace(".", "").isdigit())
        if not wished and not any(char in text for char in special):
            return text
        if self.escape == "backslash":
            text = text.replace("\\", "\\\\").replace(self.quote, "\\" + self.quote)
        else:
            text = text.replace(self.quote, self.quote * 2)
        return self.quote + text + self.quote


@dataclass(frozen=True, slots=True)
class Written:
    """A file and its truth. `header`: None = there is none. `rejected`: the numbers of records that do not fit."""

    data: bytes
    marks: Marks
    encoding: str
    skipped: int
    header: list[str] | None
    rows: Rows
    rejected: tuple[int, ...]


def written(seed: int) -> Written:
    """The random table number `seed`."""
    random = Random(seed)
    kinds = [random.choice(_VALUES), *random.choices(list(_CELLS), k=random.choice((1, 2, 3, 5, 8, 14, 40)))]
    random.shuffle(kinds)
    header = _header(kinds, random)
    empties = random.choice((0, 0, 0.05, 0.3))
    rows = [
        [_cell(kind, random, empties if number else 0) for kind in kinds]
        for number in range(random.choice((1, 2, 3, 5, 12, 40, 120)))
    ]
    marks = _marks(rows, random)
    has_header = random.random() < 0.75
    around = random.random() < 0.15 and len(kinds) > 2 and len(rows) > 3 and has_header
    before = _preamble(random, marks, len(kinds)) if around else []
    lines = [*before, *([marks.line(header)] if has_header else [])]
    rejected: list[int] = []
    ragged = random.random() < 0.15 and len(rows) >= 12 and len(kinds) > 2
    for number, row in enumerate(rows, 1):
        if ragged and number > 1 and random.random() < 0.06:
            rejected.append(number)
            row = row[:-1] if random.random() < 0.5 else [*row, "1"]
        lines.append(marks.line(row))
    good = [row for number, row in enumerate(rows, 1) if number not in rejected]
    text = "".join(lines)
    if random.random() < 0.2:
        text = text.removesuffix(marks.newline)
    encoding = _encoding(text, random)
    skipped = sum(1 for one in before if one.strip())
    return Written(
        text.encode(encoding), marks, encoding, skipped, header if has_header else None, good, tuple(rejected)
    )


def _cell(kind: str, random: Random, empties: float) -> str:
    share = min(empties, 0.05) if kind in _VALUES else empties
    return "" if random.random() < share else _CELLS[kind](random)


def _header(kinds: list[str], random: Random) -> list[str]:
    names: list[str] = []
    for kind in kinds:
        name = random.choice(_NAMES[kind])
        names.append(next(n for i in itertools.count(1) if (n := name if i == 1 else f"{name} {i}") not in names))
    return names


def _marks(rows: Rows, random: Random) -> Marks:
    """Marks under which the table can be read in one way only."""
    delimiter = random.choice(",,;;\t\t|")
    quote = '"' if random.random() < 0.9 else "'"
    escape = "doubled" if random.random() < 0.85 else "backslash"
    enclosed = random.choice(("needed", "needed", "words", "all"))
    newline = random.choice(("\n", "\n", "\r\n", "\r\n", "\r"))
    cells = [cell for row in rows for cell in row]
    if quote == "'":
        enclosed = "all"  # a few of them could as well be apostrophes
    if escape == "backslash" and not any(quote in cell for cell in cells):
        escape = "doubled"  # nothing says how a quote would be written
    return Marks(delimiter, quote, escape, enclosed, newline)


def _preamble(random: Random, marks: Marks, width: int) -> list[str]:
    lines = [random.choice(("Report of May", "Export 2024-05-31", "Customers")), "Created by Anna", ""]
    lines = lines[: random.randrange(1, 4)]
    sort = random.random()
    if sort < 0.3:  # as wide as the table
        lines = [line + marks.delimiter * (width - 1) for line in lines if line]
    elif sort < 0.5 and width > 3:  # words and values, set off by a blank line
        lines = [marks.delimiter.join(pair) for pair in (("Report", "May"), ("Created by", "Anna", "x"))] + [""]
    return [line + marks.newline for line in lines]


def _encoding(text: str, random: Random) -> str:
    wished = random.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    if wished != "cp1252":
        return wished
    try:
        high = sum(1 for char in text if char > "\x7f")
        text.encode(wished)
    except UnicodeEncodeError:
        return "utf-8"
    return wished if high > 20 else "utf-8"
