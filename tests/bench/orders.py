"""Tables for benchmarks, made from a seed: orders with everything that makes tables hard.

Owns: what is in them. 14 columns of text: ids with zeros before them, names of several scripts with delimiters and
quotes, money with two decimals, numbers beyond floats, notes with line breaks. `plain` quotes where it must, `quoted`
every cell; `dirty` is plain with rows of another width, quotes in wrong places and bytes that are not UTF-8.
"""

import csv
import io
import random
from pathlib import Path
from typing import Literal


def _words(text: str) -> list[str]:
    return text.split()


HEADER = _words("id customer email city country signup last_seen amount qty sku ref phone flag note")
_FIRST = _words(
    "Anna Ben Chiara Dmitri Elif Farid Greta Hiro Ines Jürgen Katya Lukas María Nils Olga Pavel Quentin Rosa Søren "
    "Tomás Ulla Victor Wanda Xenia Yusuf Zoë Łukasz Дарья 美咲 Ελένη"
)
_LAST = _words(
    "Abel Brandt Costa Dubois Eriksson Fischer García Hansen Ivanova Jansen Kowalski Lefèvre Müller Novák O'Neill "
    "Peeters Quist Rossi Schmidt Tanaka Ünal Virtanen Weiß Yılmaz Zieliński"
)
_CITIES = [*_words("Berlin Paris Madrid Roma Wien Oslo Kraków Zürich Lisboa Praha"), "Washington, DC"]
_COUNTRIES = _words("DE FR ES IT AT NO PL CH US PT CZ NL BE SE DK FI IE GR TR JP CN BR CA AU")
_WORDS = _words(
    "deliver call before noon leave with neighbour gift wrap fragile invoice by mail second floor ring twice"
)
_BATCH = 20_000  # rows that are made, then repeated with other ids and amounts


def make(path: Path, size: int, kind: str = "plain") -> Path:
    """Write about `size` bytes of `kind` to `path`."""
    rng = random.Random(7)
    rows = [_row(rng, number) for number in range(_BATCH)]
    quoting: Literal[0, 1] = csv.QUOTE_ALL if kind == "quoted" else csv.QUOTE_MINIMAL
    with path.open("wb") as file:
        file.write(_lines([HEADER], quoting))
        number = 0
        while file.tell() < size:
            for row in rows:
                number += 1
                repeats = number > 1 and rng.random() < 0.05
                row[0] = f"{rng.randrange(1, number) if repeats else number:010}"
                row[7] = f"{rng.expovariate(1 / 200):.2f}"
            data = _lines(rows, quoting)
            file.write(_damaged(data, rng) if kind == "dirty" else data)
    return path


def _row(rng: random.Random, number: int) -> list[str]:
    first, last = rng.choice(_FIRST), rng.choice(_LAST)
    share = rng.random()
    customer = (
        f"{last}, {first}" if share < 0.07 else f'{first} "{last[:3]}" {last}' if share < 0.10 else f"{first} {last}"
    )
    country = _COUNTRIES[min(int(rng.paretovariate(0.9)) - 1, len(_COUNTRIES) - 1)]
    day = f"20{rng.randrange(10, 25)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    at = f"{day}T{rng.randrange(24):02}:{rng.randrange(60):02}:00Z"
    email, phone = f"user{number}@example.{country.lower()}", f"+49 {rng.randrange(10**9):09}"
    quantity = str(rng.randrange(1, 40)) if rng.random() < 0.97 else ""
    sku, reference = f"{rng.randrange(1_000_000):06}", str(rng.randrange(2**53, 2**63))
    flag = rng.choice(("true", "false"))
    return [
        "",
        customer,
        email,
        rng.choice(_CITIES),
        country,
        day,
        at,
        "",
        quantity,
        sku,
        reference,
        phone,
        flag,
        _note(rng),
    ]


def _note(rng: random.Random) -> str:
    share = rng.random()
    if share < 0.35:
        return ""
    words = " ".join(rng.choice(_WORDS) for _ in range(rng.randrange(2, 8)))
    if share < 0.42:
        return words.replace(" ", ", ", 1)
    if share < 0.46:
        return words.replace(" ", "\n", 1)
    if share < 0.48:
        return f'"{words}" they said'
    return f"=SUM({words})" if share < 0.485 else words


def _lines(rows: list[list[str]], quoting: Literal[0, 1]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _damaged(data: bytes, rng: random.Random) -> bytes:
    """One row in a thousand with a cell too many or too few, and now and then what else happens to exports."""
    lines = data.split(b"\n")
    for at in range(len(lines)):
        line = lines[at]
        if b'"' in line or line.count(b",") != len(HEADER) - 1:
            continue
        share = rng.random()
        if share < 0.0005:
            lines[at] = line + b",more"
        elif share < 0.0010:
            lines[at] = line.rpartition(b",")[0]
        elif share < 0.00102:
            lines[at] = b'"x" y,' + line.partition(b",")[2]
        elif share < 0.00104:
            lines[at] = line.replace(b" ", b' "', 1)
        elif share < 0.00105:
            lines[at] = line.replace(b"user", b"us\xe9r", 1)
        elif share < 0.00107:
            lines[at] = line + b"\n"
    return b"\n".join(lines)
