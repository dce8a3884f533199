"""What the pages of a packaged window must do: charts, every language, every help page, licences in About.

Owns: these promises. A page is opened as a person may have it opened at each start (`window.ini`). That it shows what
it must is seen from the files that it reads, the log without a complaint, and a screen that is not that of another
page. Must not know how the program was built.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from smoke import files
from smoke.bench import COLOURS, WAIT_S, Bench, running_window, until
from smoke.opened import Opened
from smoke.program import Broken
from smoke.screen import Display, available, screen

NOT_TRIED = "not tried, there is no Xvfb"
CHARTS_NEED = "_multiarray_umath"  # numpy: the charts' library loads it, nothing else in the window's process does
QUIET = ("debug", "info")


@dataclass(frozen=True, slots=True)
class Shown:
    """A window with a page on the screen. `data`: its data folder; `opened`: what it has read."""

    running: "Popen[str]"
    display: Display
    opened: Opened
    data: Path

    def wait(self, true: Callable[[], bool], otherwise: str) -> None:
        until(true, otherwise, self.running)

    def wait_read(self, wanted: set[Path]) -> None:
        """Wait until every one of these files was opened. Raises Broken, which names one that was not."""
        last: set[Path] = wanted

        def all_read() -> bool:
            nonlocal last
            last = wanted - self.opened.files()
            return not last

        try:
            until(all_read, "it was not read", self.running)
        except Broken as problem:
            raise Broken(f"{problem}: {', '.join(sorted(str(path) for path in last)[:3])}") from problem

    def loaded(self, library: str) -> bool:
        """Whether a library with this in its name is in the window's process."""
        return library in Path(f"/proc/{self.running.pid}/maps").read_text(encoding="utf-8")


@contextmanager
def _page(
    bench: Bench, action: str, language: str, watched: Sequence[Path], picture: str, data: Path | None = None
) -> Iterator[Shown]:
    """A window that begins with the page of `action` in `language`; after the block it is closed and its log read.
    `picture`: what to call the picture of the screen. Raises Broken."""
    data = data or bench.program.folder(f"page-{picture}")
    chosen = {"start": action, "language": language, "settings": "about", "welcomed": "yes"}
    lines = ["[General]", *(f"{key}={value}" for key, value in chosen.items()), ""]
    (data / "window.ini").write_text("\n".join(lines), encoding="utf-8")
    with screen() as name, Display(name) as display, Opened(watched) as opened:
        extra = {"DROPMILL_DATA_DIR": bench.program.inside(data), "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        with running_window(bench.program, extra) as running:
            until(lambda: display.windows() > 0, "no window", running)
            until(lambda: display.picture(_target(bench, picture)) > COLOURS, "the window stays blank", running)
            yield Shown(running, display, opened, data)
            display.picture(_target(bench, picture))
            running.terminate()
            if running.wait(WAIT_S) != 0:
                raise Broken(f"{action} in {language}: asked to close, it ended {running.returncode}")
    _read_log(data, f"{action} in {language}")


def _target(bench: Bench, picture: str) -> Path:
    return bench.screenshot.with_name(f"{bench.screenshot.stem}-{picture}.png")


def _digest(bench: Bench, picture: str) -> str:
    return hashlib.sha256(_target(bench, picture).read_bytes()).hexdigest()


def _read_log(data: Path, what: str) -> None:
    for line in (data / "logs" / "dropmill.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["level"] not in QUIET:
            raise Broken(f"{what}: {entry['level']}: {entry['message']} {entry.get('trace', '')}")


def _languages(bench: Bench) -> list[str]:
    """English, and those with a file of texts."""
    return ["en", *sorted(path.stem for path in (bench.resources / "translations").glob("*.qm"))]


def activity(bench: Bench) -> str:
    """The page of activity draws its charts over files that were done; their library is loaded with it, not before."""
    if not available():
        return NOT_TRIED
    program = bench.program
    source = program.folder("charted")
    for number in range(5):
        files.bmp(source / f"{number}.bmp", 300, 200, number)
    data = program.folder("page-charts")
    out = program.inside(program.folder("charted-out"))
    arguments = ("--recipe", "Web photos", "--out", out, program.inside(source))
    program.good("run", *arguments, extra={"DROPMILL_DATA_DIR": program.inside(data)})
    with _page(bench, "", "en", (), "queue", data) as shown:
        if shown.loaded(CHARTS_NEED):
            raise Broken("the window loads numpy before there is a chart")
    with _page(bench, "activity", "en", (), "activity", data) as shown:
        shown.wait(lambda: shown.loaded(CHARTS_NEED), "the charts are not loaded")
        # The numbers come after the page.
        shown.wait(lambda: _settled(bench, shown.display, "activity"), "the page does not come to rest")
    if _digest(bench, "activity") == _digest(bench, "queue"):
        raise Broken("the page of activity looks like the queue")
    return f"charts drawn, picture in {_target(bench, 'activity')}"


def _settled(bench: Bench, display: Display, picture: str) -> bool:
    """Whether the screen is the one that it was when last asked."""
    before = _digest(bench, picture)
    display.picture(_target(bench, picture))
    return _digest(bench, picture) == before


def spoken(bench: Bench) -> str:
    """The window speaks every language there is, with Qt's own words in it."""
    if not available():
        return NOT_TRIED
    own = bench.folder / "_internal" / "resources" / "translations"
    qt = bench.folder / "_internal" / "PySide6" / "Qt" / "translations"
    looks: dict[str, str] = {}
    for language in _languages(bench):
        wanted = set() if language == "en" else {own / f"{language}.qm", qt / f"qtbase_{language}.qm"}
        with _page(bench, "settings", language, (own, qt), f"spoken-{language}") as shown:
            shown.wait_read(wanted)
            shown.wait(lambda name=f"spoken-{language}": _settled(bench, shown.display, name), "no rest")  # type: ignore[misc]
        looks[_digest(bench, f"spoken-{language}")] = language
    if len(looks) != len(_languages(bench)):
        raise Broken(f"languages look the same: only {', '.join(looks.values())} differ")
    return ", ".join(_languages(bench))


def helped(bench: Bench) -> str:
    """Help opens in every language, and reads every page of it."""
    if not available():
        return NOT_TRIED
    count = 0
    for language in _languages(bench):
        folder = bench.folder / "_internal" / "resources" / "help" / language
        names = {path.name for path in (bench.resources / "help" / language).glob("*.md")}
        if not names:
            raise Broken(f"the source has no help in {language}")
        with _page(bench, "help", language, (folder,), f"help-{language}") as shown:
            shown.wait_read({folder / name for name in names})
        count += len(names)
    return f"{count} pages in {len(_languages(bench))} languages"


def licences(bench: Bench) -> str:
    """About reads the list of parts and the text of the part that it shows first; every part that the list names has a
    folder of that name, or is one of Qt's, whose texts stand beside the list."""
    folder = bench.folder / "licences"
    names = [one["name"] for one in json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))["components"]]
    without = [name for name in names if not (folder / name).is_dir() and not name.startswith(("PySide6", "shiboken6"))]
    if without:
        raise Broken(f"no text of {', '.join(without)}")
    if not available():
        return f"{len(names)} parts with their texts; About {NOT_TRIED}"
    first = next(path for path in (folder / name for name in sorted(names, key=str.casefold)) if path.is_dir())
    with _page(bench, "about", "en", (folder, first), "about") as shown:
        shown.wait_read({folder / "sbom.cdx.json", *(path for path in first.iterdir() if path.is_file())})
    return f"About lists {len(names)} parts and shows the text of {first.name}"
