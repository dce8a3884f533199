"""Runs benchmarks by name (all without one) and adds what they say to RESULTS.md.

Owns: the list of benchmarks. Each is a module here with `run(scratch: Path) -> Table | None`; None = it cannot run here
and it said why. A new one is one module and one line.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

from tests.bench import report

BENCHES = {
    "engine_throughput": "no-op jobs a second, beside Huey",
    "million": "start-up, claims, memory and large commands with a million queued rows",
    "burst": "100,000 jobs at once: enqueued, drained, memory meanwhile; Huey with fsync beside it",
    "window_gap": "main-loop gaps with busy workers and 100,000 rows",
    "window_drop": "a drop of 10,000 files on the window",
    "images": "CPU time and memory a picture, beside sharp, libvips, ImageMagick and GraphicsMagick",
    "tables": "CPU time and memory of table jobs, beside DuckDB, Miller, pandas and csvkit",
    "image_run": "dropmill run over 200 photos, beside the work alone",
    "handover": "a second start that hands its files to the first",
    "image_glance": "previews of a 12-megapixel photo, and the plan of 10,000 pictures",
    "mail": "messages a second, beside mailmerge and smtplib, on this machine, over TLS and 40 ms away; memory",
    "packaged": "size and start-up of the packaged program",
}


def main() -> int:
    listed = "\n".join(f"  {name}: {text}" for name, text in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", epilog=f"benchmarks:\n{listed}", formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which; all when none is named")
    parser.add_argument("--dry", action="store_true", help="print only, leave RESULTS.md as it is")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHES]
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(unknown)}")
    about = report.machine()
    tables = []
    for name in options.names or BENCHES:
        with tempfile.TemporaryDirectory(prefix="dropmill-bench-") as scratch:
            table = importlib.import_module(f"tests.bench.{name}").run(Path(scratch))
        if table is not None:
            tables.append(table)
            sys.stdout.write(table.markdown() + "\n")
    if tables and not options.dry:
        report.append(tables, about)
    return 0


if __name__ == "__main__":
    sys.exit(main())
