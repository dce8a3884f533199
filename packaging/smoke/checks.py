"""What a packaged program must do before it is given to anybody, one function a promise.

Owns: the promises. Each function tries one, raises Broken with what it saw instead, and returns a few words of what it
saw. Must not know how the program was built or where it lies.
"""

import json
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from smoke import files
from smoke.bench import COLOURS, WAIT_S, Bench, running_window, until
from smoke.pages import activity, helped, licences, spoken
from smoke.program import Broken, Program
from smoke.screen import Display, available, screen

STARTS = 5
PICTURE_FORMATS = ("jpeg", "png", "webp", "tiff", "gif", "avif", "bmp")
TABLE_FORMATS = ("csv", "xlsx", "json", "ndjson", "sqlite")
SUFFIXES = {"jpeg": ".jpg", "tiff": ".tif"}
QUICK = ("simplejpeg", "cykooz-resizer", "isal")
LOOKS = 20
NOWHERE = "http://127.0.0.1:9"  # the port of discard, which nothing serves


def version(bench: Bench) -> str:
    """`--version`, and how long it takes: the median of a few warm starts."""
    seconds = []
    said = ""
    for _ in range(STARTS + 1):
        begin = time.perf_counter()
        said = bench.program.good("--version").strip()
        seconds.append(time.perf_counter() - begin)
    if said != f"dropmill {bench.expected}":
        raise Broken(f"it says {said!r}, not version {bench.expected}")
    bench.measured["version_seconds"] = round(statistics.median(seconds[1:]), 3)
    return said


def parts(bench: Bench) -> str:
    """Every file of the source's resources that is to be shipped, every recipe, the licences; nothing of tests."""
    inside = bench.folder / "_internal" / "resources"
    wanted = [path.relative_to(bench.resources) for path in bench.resources.rglob("*") if _is_shipped(bench, path)]
    missing = [str(path) for path in wanted if not (inside / path).is_file()]
    if missing:
        raise Broken(f"missing: {', '.join(sorted(missing)[:10])}")
    for text in (path for path in wanted if path.suffix == ".qm"):  # Qt's own words in the languages of the window
        if not next((bench.folder / "_internal" / "PySide6").rglob(f"qtbase_{text.name}"), None):
            raise Broken(f"missing: Qt's texts in {text.stem}")
    licences = bench.folder / "licences"
    for name in ("CONTENTS.txt", "COMPILED-IN.txt", "Qt.txt", "LGPL-3.txt", "sbom.cdx.json"):
        if not (licences / name).is_file():
            raise Broken(f"missing: licences/{name}")
    count = len(json.loads((licences / "sbom.cdx.json").read_text(encoding="utf-8"))["components"])
    foreign = [
        path.name for path in (bench.folder / "_internal").glob("*") if path.name in ("pyarrow", "pytest", "test")
    ]
    if foreign:
        raise Broken(f"not for shipping: {', '.join(foreign)}")
    listed = bench.program.good("recipes", "list").splitlines()
    recipes = sum(path.parts[0] == "recipes" for path in wanted)
    if len(listed) < recipes:
        raise Broken(f"{recipes} recipes are shipped, {len(listed)} are listed")
    return f"{len(wanted)} resources, {recipes} recipes, licences of {count} parts"


def _is_shipped(bench: Bench, path: Path) -> bool:
    place = path.relative_to(bench.resources).parts
    return (
        path.is_file()
        and len(place) > 1
        and place[0] not in ("screenshots", "desktop")
        and path.suffix not in (".py", ".ts")
    )


def doctor(bench: Bench) -> str:
    """Nothing is broken; the quick codecs are in use; there are certificates; keyring back ends can be loaded."""
    lines = dict(line[8:].split(maxsplit=1) for line in bench.program.good("doctor").splitlines())
    if "packaged" not in lines["program"]:
        raise Broken(f"it is no packaged program: {lines['program']}")
    absent = [name for name in QUICK if name not in lines["quick"].split(";")[0]]
    if absent:
        raise Broken(f"Pillow does the work of {', '.join(absent)}: {lines['quick']}")
    if "certificates" not in lines["TLS"] or "0 certificates" in lines["TLS"].split():
        raise Broken(f"nothing to check mail servers against: {lines['TLS']}")
    for sign in ("No module named", "SecretStorage required", "cannot import"):
        if sign in lines["keyring"]:
            raise Broken(f"keyring back ends are missing: {lines['keyring']}")
    return f"{lines['quick']}; {lines['TLS']}"


def sign_in(bench: Bench) -> str:
    """The way to a sign-in at Microsoft is there, up to the network: it is led to a proxy that does not exist."""
    data = {"DROPMILL_DATA_DIR": bench.program.inside(bench.program.folder("sign-in"))}
    person = ("--oauth", "microsoft", "--user", "somebody@example.org", "--client-id", "none")
    bench.program.good("account", "add", "office", *person, extra=data)
    nowhere = {name: NOWHERE for name in ("HTTPS_PROXY", "https_proxy")}
    open_to_all = {"NO_PROXY": "", "no_proxy": ""}
    done = bench.program.run("account", "sign-in", "office", extra={**data, **nowhere, **open_to_all})
    if done.returncode != 1 or "cannot be reached (ProxyError)" not in done.stderr:
        raise Broken(f"it ended {done.returncode}: {done.stdout}{done.stderr}")
    return "as far as the network"


def demo(bench: Bench) -> str:
    """The demonstration: pictures, tables and e-mails through worker processes and a mail server of its own."""
    begin = time.perf_counter()
    folder = bench.program.folder("demo")
    bench.program.good("demo", bench.program.inside(folder))
    bench.measured["demo_seconds"] = round(time.perf_counter() - begin, 1)
    return f"{bench.measured['demo_seconds']} s"


def pictures(bench: Bench) -> str:
    """Every picture format is written, and read again; a PDF is written."""
    source, written = bench.program.folder("pictures"), bench.program.folder("pictures-written")
    files.bmp(source / "one.bmp", 640, 480)
    outputs = [{"name": f"{{name}}-{name}", "format": name} for name in (*PICTURE_FORMATS, "pdf")]
    files.recipe(source / "write.json", "image", outputs=outputs)
    _run(bench, source / "write.json", written, source / "one.bmp")
    for name in (*PICTURE_FORMATS, "pdf"):
        path = written / f"one-{name}{SUFFIXES.get(name, f'.{name}')}"
        if not path.is_file() or not path.stat().st_size:
            raise Broken(f"no {path.name} was written; there is {sorted(one.name for one in written.iterdir())}")
    again = bench.program.folder("pictures-again")
    files.recipe(
        source / "read.json",
        "image",
        steps=[{"do": "resize", "mode": "long-edge", "size": 100}, {"do": "watermark", "text": "Smoke"}],
        outputs=[{"name": "{name}", "format": "jpeg"}],
    )
    _run(bench, source / "read.json", again, *(path for path in written.iterdir() if path.suffix != ".pdf"))
    if len(list(again.iterdir())) != len(PICTURE_FORMATS):
        raise Broken(f"of {len(PICTURE_FORMATS)} formats {len(list(again.iterdir()))} were read")
    return f"{', '.join(PICTURE_FORMATS)} written and read, pdf written"


def tables(bench: Bench) -> str:
    """Every table format is written, and read again to the same text; Parquet is refused in words; a profile with
    charts is made."""
    source = bench.program.folder("tables")
    files.table(source / "start.csv", 200)
    wanted = (source / "start.csv").read_text(encoding="utf-8")
    files.recipe(source / "read.json", "table", write={"format": "csv"}, place={"exists": "replace"})
    for name in TABLE_FORMATS:
        files.recipe(source / f"to-{name}.json", "table", write={"format": name})
        written, again = bench.program.folder(f"tables-{name}"), bench.program.folder(f"tables-{name}-again")
        _run(bench, source / f"to-{name}.json", written, source / "start.csv")
        results = sorted(written.iterdir())
        if len(results) != 1:
            raise Broken(f"{name}: written were {[path.name for path in results]}")
        _run(bench, source / "read.json", again, results[0])
        if (again / "start.csv").read_text(encoding="utf-8-sig") != wanted:
            raise Broken(f"{name}: read again it is another table")
    (source / "any.parquet").write_bytes(b"PAR1" + bytes(64) + b"PAR1")
    refused = _jobs(bench, source / "read.json", bench.program.folder("parquet"), source / "any.parquet")
    if [job["code"] for job in refused] != ["UNSUPPORTED"] or "packaged" not in refused[0]["message"]:
        raise Broken(f"Parquet: {refused}")
    files.recipe(source / "profile.json", "table", steps=[{"do": "profile"}], write={"format": "csv"})
    charts = bench.program.folder("profile")
    _run(bench, source / "profile.json", charts, source / "start.csv")
    if not any(b"<svg" in path.read_bytes() for path in charts.glob("*.html")):
        raise Broken(f"no charts in {[path.name for path in charts.iterdir()]}")
    return f"{', '.join(TABLE_FORMATS)} written and read; charts; Parquet refused in words"


def window(bench: Bench) -> str:
    """One window, on the screen in time; files of a second start go to it; its workers open none."""
    if not available():
        return "not tried, there is no Xvfb"
    program = bench.program
    source = program.folder("opened")
    for number in range(30):
        files.bmp(source / f"{number}.bmp", 1200, 900, number)
    data = {"DROPMILL_DATA_DIR": program.inside(program.folder("window-data"))}
    with screen() as name, Display(name) as display:
        extra = {**data, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        begin = time.perf_counter()
        with running_window(program, extra) as running:
            # Somebody uses the window while the desktop opens a file with the program.
            until(lambda: display.windows() > 0, "no window", running)
            until(lambda: display.picture(bench.screenshot) > COLOURS, "the window stays blank", running)
            bench.measured["window_seconds"] = round(time.perf_counter() - begin, 2)
            begin = time.perf_counter()
            program.good(program.inside(source / "0.bmp"), extra=extra)
            bench.measured["open_with_seconds"] = round(time.perf_counter() - begin, 2)
            until(lambda: "0.bmp" in program.good("list", "--json", extra=extra), "the file did not arrive", running)
            opened = program.inside(source)
            added = ("add", "--recipe", "Web photos", "--out", program.inside(source / "out"), opened)
            batch = program.good(*added, extra=extra).strip()
            most = _most_windows(display, lambda: _states(program, batch, extra) == {"done"}, running)
            if most != 1:
                raise Broken(f"{most} windows were open")
            bench.measured["window_colours"] = display.picture(bench.screenshot)
            running.terminate()
            if running.wait(WAIT_S) != 0:
                raise Broken(f"asked to close, it ended {running.returncode}")
    return f"on the screen after {bench.measured['window_seconds']} s, one window, picture in {bench.screenshot}"


def killed(bench: Bench) -> str:
    """SIGKILL in the middle of a batch; the next start finishes it: every picture once, nothing half."""
    program = bench.program
    source, out = program.folder("many"), program.folder("many-out")
    for number in range(60):
        files.bmp(source / f"{number:02}.bmp", 1600, 1200, number * 4)
    data = {"DROPMILL_DATA_DIR": program.inside(program.folder("killed-data"))}
    arguments = ("--recipe", "Convert to JPEG", "--out", program.inside(out), program.inside(source))
    running = program.start("run", *arguments, extra=data)
    try:
        until(lambda: len(list(out.glob("*.jpg"))) >= 3, "nothing is written", running)
        before = len(list(out.glob("*.jpg")))
    finally:
        running.kill()
        running.wait(WAIT_S)
    if before >= 60:
        raise Broken("it was done before it could be killed")
    program.good("work", extra=data)
    names = sorted(path.name for path in out.iterdir())
    if names != [f"{number:02}.jpg" for number in range(60)]:
        raise Broken(f"after the second start there is {names}")
    if any(not path.read_bytes().endswith(b"\xff\xd9") for path in out.iterdir()):
        raise Broken("a picture is half")
    return f"killed after {before} of 60, all 60 there after the next start"


CHECKS: tuple[Callable[[Bench], str], ...] = (
    version, parts, doctor, sign_in, demo, pictures, tables, window, activity, spoken, helped, licences, killed,
)  # fmt: skip


def _run(bench: Bench, recipe: Path, out: Path, *inputs: Path) -> None:
    jobs = _jobs(bench, recipe, out, *inputs)
    bad = [f"{job['input']}: {job['code']} {job['message']}" for job in jobs if job["state"] != "done"]
    if bad or len(jobs) != len(inputs):
        raise Broken(f"{recipe.name}: {bad or f'{len(jobs)} jobs for {len(inputs)} files'}")


def _jobs(bench: Bench, recipe: Path, out: Path, *inputs: Path) -> list[dict[str, str]]:
    inside = bench.program.inside
    done = bench.program.run(
        "run", "--json", "--recipe", inside(recipe), "--out", inside(out), *(inside(path) for path in inputs)
    )
    if done.returncode not in (0, 1):
        raise Broken(f"{recipe.name} ended {done.returncode}:\n{done.stderr}")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [line for line in lines if line["event"] == "job"]


def _states(program: Program, batch: str, extra: dict[str, str]) -> set[str]:
    lines = program.good("list", "--json", "--batch", batch, extra=extra).splitlines()
    return {json.loads(line)["state"] for line in lines}


def _most_windows(display: Display, finished: Callable[[], bool], running: "subprocess.Popen[str]") -> int:
    """The largest number of windows that were open at once until `finished`."""
    most = 0

    def done() -> bool:
        nonlocal most
        for _ in range(LOOKS):  # asking the program costs a start, looking at the screen nothing
            most = max(most, display.windows())
            time.sleep(0.02)
        return finished()

    until(done, "the batch does not end", running)
    return most
