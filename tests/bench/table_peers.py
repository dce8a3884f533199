"""The programs that table jobs are measured beside, each doing the same work on the same file, exactly where it can.

Owns: how each is called. Every measurement is a process of its own on one core. Dropmill's worker, DuckDB and pandas
live as long as a program does and are measured without their start; Miller and csvkit are started for each file.

DuckDB and csvkit may be installed anywhere else: DROPMILL_PEERS names the folder of that Python and its programs.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.image_peers import spent

RATE = "1.19"
_FEW = "id,customer,country,amount,gross"
STEPS: dict[str, list[dict[str, Any]]] = {
    "copy": [],
    "filter": [
        {"do": "filter", "where": "num(amount) > 50"},
        {"do": "compute", "columns": {"gross": f"round(num(amount) * {RATE}, 2)"}},
        {"do": "select", "columns": _FEW.split(",")},
    ],
    "dedupe": [{"do": "dedupe", "by": ["id"]}],
    "group": [{"do": "group", "by": ["country"], "columns": {"count": "count", "sum": "sum(amount)"}}],
    "sort": [{"do": "sort", "by": [{"column": "customer"}]}],
    "split": [{"do": "split", "by": "country"}],
}


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU seconds and the most memory in MB."""

    cpu: float
    mb: float


Peer = Callable[[str, Path, Path], Spent | None]  # what, file, folder for what comes out; None = it cannot do this


def dropmill(block: str) -> Peer:
    def run(what: str, file: Path, out: Path) -> Spent:
        recipe = json.dumps({"dropmill": 1, "kind": "table", "steps": STEPS[what]})
        cpu, peak = _said([sys.executable, "-m", "tests.bench.table_worker", file, recipe, out, block])
        (out / "warm.csv").unlink()
        return Spent(cpu, peak)

    return run


_TIMED = """
import json, sys, time
what, file, out, head = sys.argv[1:]
names = head.split(",")
{start}
begin = time.process_time()
{work}
print(json.dumps({{"cpu": time.process_time() - begin}}))
"""
_DUCKDB = _TIMED.format(
    start='import duckdb\nbase = duckdb.connect(config={"threads": 1})',
    work="""
# Exact, as far as it goes: every column as text, nothing guessed, rows in the order of the file.
columns = "{" + ",".join(f"'{name}':'VARCHAR'" for name in names) + "}"
table = (f"read_csv('{file}', auto_detect=false, header=true, columns={columns}, delim=',', quote='\\"', escape='\\"', "
         f"new_line='\\\\n', strict_mode=true, null_padding=false, ignore_errors=true)")
money = "amount::DECIMAL(18,2)"
numbered = f"(SELECT row_number() OVER () AS place, * FROM {table})"
first = f"(SELECT min(place) FROM (SELECT row_number() OVER () AS place, id FROM {table}) GROUP BY id)"
query = {
    "copy": f"SELECT * FROM {table}",
    "filter": f"SELECT id, customer, country, amount, round({money} * 1.19, 2)::DECIMAL(18,2) AS gross FROM {table} "
              f"WHERE {money} > 50",
    "dedupe": f"SELECT * EXCLUDE(place) FROM {numbered} WHERE place IN {first} ORDER BY place",
    "group": f"SELECT country, count(*) AS count, sum({money}) AS sum FROM {table} GROUP BY country",
    "sort": f"SELECT * EXCLUDE(place) FROM {numbered} ORDER BY customer, place",
    "split": f"SELECT * FROM {table}",
}[what]
form = "FORMAT csv, HEADER, NULLSTR ''"
if what == "split":
    base.execute(f"COPY ({query}) TO '{out}/made' ({form}, PARTITION_BY (country), WRITE_PARTITION_COLUMNS true)")
else:
    base.execute(f"COPY ({query}) TO '{out}/made.csv' ({form})")
""",
)
_PANDAS = _TIMED.format(
    start="import pandas as pd\nfrom decimal import Decimal",
    work="""
frame = pd.read_csv(file, dtype=str, na_filter=False, index_col=False)
if what == "filter":
    frame = frame[frame["amount"].astype(float) > 50].copy()
    frame["gross"] = (frame["amount"].astype(float) * 1.19).round(2).map("{:.2f}".format)
    frame = frame[["id", "customer", "country", "amount", "gross"]]
elif what == "dedupe":
    frame = frame.drop_duplicates("id")
elif what == "group":
    frame["sum"] = frame["amount"].astype(float)
    frame = frame.groupby("country", sort=False)["sum"].agg(["count", "sum"]).round(2).reset_index()
elif what == "sort":
    frame = frame.sort_values("customer", kind="stable")
if what == "split":
    for part, some in frame.groupby("country", sort=False):
        some.to_csv(f"{out}/{part}.csv", index=False)
else:
    frame.to_csv(f"{out}/made.csv", index=False)
""",
)


def duckdb(what: str, file: Path, out: Path) -> Spent:
    return Spent(*_said([_python(), "-c", _DUCKDB, what, file, out, _head(file)]))


def pandas(what: str, file: Path, out: Path) -> Spent | None:
    return Spent(*_said([sys.executable, "-c", _PANDAS, what, file, out, _head(file)]))


def miller(what: str, file: Path, out: Path) -> Spent:
    """With as many threads as it likes: one core is all it gets."""
    gross = f'$gross=fmtnum(roundm($amount*{RATE},0.01),"%.2lf")'
    verbs = {
        "copy": ["cat"],
        "filter": ["filter", "$amount > 50", "then", "put", gross, "then", "cut", "-o", "-f", _FEW],
        "dedupe": ["head", "-n", "1", "-g", "id"],
        "group": ["stats1", "-a", "count,sum", "-f", "amount", "-g", "country"],
        "sort": ["sort", "-f", "customer"],
        "split": ["split", "-g", "country", "--prefix", str(out / "made")],
    }
    made = out / "made.csv"
    call = f"exec mlr --csv {' '.join(map(_quoted, verbs[what]))} '{file}' > '{made}'"
    cpu, peak, _ = spent(["sh", "-c", call])
    if what == "split":
        made.unlink()
    return Spent(cpu, peak)


def csvkit(what: str, file: Path, out: Path) -> Spent | None:
    """It has no money and no dedupe; `filter` is the weaker one of a pattern."""
    calls = {
        "copy": ["csvcut", "-c", "1-"],
        "filter": ["csvgrep", "-c", "amount", "-r", r"^([5-9]\d|\d{3,})\."],
        "sort": ["csvsort", "-I", "-c", "customer"],
    }
    if what not in calls:
        return None
    program, *options = calls[what]
    made = out / "made.csv"
    text = " ".join(map(_quoted, [str(_folder() / program), *options, str(file)]))
    cpu, peak, _ = spent(["sh", "-c", f"exec {text} > '{made}'"])
    return Spent(cpu, peak)


def present() -> tuple[dict[str, Peer], list[str]]:
    """The peers that are installed, and the names of those that are not."""
    peers: dict[str, tuple[Peer, bool]] = {
        "DuckDB": (
            duckdb,
            not subprocess.run([_python(), "-c", "import duckdb"], capture_output=True, check=False).returncode,
        ),
        "Miller": (miller, shutil.which("mlr") is not None),
        "pandas": (pandas, True),
        "csvkit": (csvkit, (_folder() / "csvsort").is_file()),
    }
    found = {name: peer for name, (peer, there) in peers.items() if there}
    return found, [name for name in peers if name not in found]


def _folder() -> Path:
    return Path(os.environ.get("DROPMILL_PEERS", Path(sys.executable).parent))


def _python() -> Path:
    return _folder() / "python"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _head(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return lines.readline().strip().replace('"', "")


def _said(call: list[str | Path]) -> tuple[float, float]:
    _, peak, said = spent(call, OPENBLAS_NUM_THREADS="1")
    return json.loads(said.splitlines()[-1])["cpu"], peak
