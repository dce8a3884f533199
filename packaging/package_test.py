"""The life of an installed program: `make package-test`, or `python packaging/package_test.py [STEP …]`.

Owns: what must hold from the first installation to the last trace: a bare Debian suffices, the queue outlives a kill
and a newer version, removing leaves nothing but what is the user's. Must not know how anything is built or packed.
Needs what `build.py` made in dist/.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import debian
import release
import same_files
import system_packages
from smoke import files
from smoke.program import Broken, Program

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package-test"
NEXT = WORK / "next"  # the source of the second build
SMOKE = [sys.executable, str(ROOT / "packaging" / "smoke")]
COPIED = ("app", "packaging", "resources", "LICENSE", "CHANGELOG.md", "pyproject.toml")
PICTURES = 60


def newer() -> str:
    """The version after the one that is built."""
    *front, last = release.version().split(".")
    return ".".join([*front, str(int(last) + 1)])


def package(folder: Path, version: str) -> Path:
    """The .deb of `version` in `folder`. Raises Broken where there is none."""
    found = sorted(folder.glob(f"dropmill_{version}_*.deb"))
    if not found:
        raise Broken(f"there is no .deb of version {version} in {folder}; make package makes it")
    return found[0]


def smoke() -> None:
    """The suite on the folder."""
    subprocess.run([*SMOKE, str(DIST / "dropmill")], check=True)


def portable() -> None:
    """The .tar.gz unpacked anywhere; with a folder `portable` in it, everything stays there."""
    archives = sorted(DIST.glob(f"dropmill-{release.version()}-linux-*.tar.gz"))
    if not archives:
        raise Broken("there is no .tar.gz; make package makes it")
    place = WORK / "a folder with spaces"
    shutil.rmtree(place, ignore_errors=True)
    with tarfile.open(archives[0]) as archive:
        archive.extractall(place, filter="data")
    home = next(place.iterdir())
    (home / "portable").mkdir()
    files.bmp(place / "one.bmp", 200, 100)
    program = Program(str(home / "dropmill"), WORK / "portable-scratch")
    program.scratch.mkdir(exist_ok=True)
    program.good("run", "--recipe", "Web photos", str(place / "one.bmp"), extra={"DROPMILL_DATA_DIR": ""})
    if not (home / "portable" / "queue.db").is_file():
        raise Broken("the queue is not in the folder called portable")
    if (program.scratch / "home" / ".local").exists():
        raise Broken("something was written into the home folder")
    shutil.rmtree(place)


def build_again() -> None:
    """A second build, of the same commit but for its version, has the same files."""
    if NEXT.exists():
        shutil.rmtree(NEXT)
    NEXT.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, NEXT / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, NEXT / name)
    named = NEXT / "app" / "__init__.py"
    named.write_text(named.read_text(encoding="utf-8").replace(release.version(), newer()), encoding="utf-8")
    # Packed in a hurry: it is thrown away.
    call = [sys.executable, str(NEXT / "packaging" / "build.py"), "--no-smoke", "--level", "0"]
    subprocess.run(call, cwd=NEXT, check=True)
    subprocess.run([*SMOKE, str(NEXT / "dist" / "dropmill"), "--expect", newer(), "--only", "version"], check=True)
    different = same_files.differences(DIST / "dropmill", NEXT / "dist" / "dropmill")
    if different:
        raise Broken(f"the two builds differ: {'; '.join(different[:10])}")


def bare() -> None:
    """The whole life in a bare Debian: install, try, demo, kill, start again, upgrade, remove."""
    if not debian.possible():
        print("bare: not tried; it needs root on a Debian-like system.")
        return
    debian.make_base(WORK / "debian")
    with debian.system(WORK / "debian", WORK / "root") as system:
        if {name for name in system.packages() if name.startswith(("python3", "libqt", "pyside"))}:
            raise Broken("the bare system is not bare")
        system.run("apt-get", "update", "-qq")
        before = system.files(("/etc", "/opt", "/usr", "/var"))
        packages = system.packages()
        system.install(package(DIST, release.version()))
        _say(f"installed, with {len(system.packages() - packages) - 1} packages of the system")
        call = [*SMOKE, "/usr/bin/dropmill", "--root", str(system.root), "--user", str(debian.USER)]
        subprocess.run([*call, "--screenshot", str(ROOT / "build" / "window-debian.png")], check=True)
        program = _program(system)
        out = _demo_kill_start(program)
        kept = _upgrade(system, program, out)
        system.run("apt-get", "purge", "-y", "-qq", "dropmill")
        system.run("apt-get", "autoremove", "--purge", "-y", "-qq")
        _nothing_left(system, before, kept)


def _program(system: debian.System) -> Program:
    scratch = system.root / "home" / debian.NAME / "work"
    scratch.mkdir()
    return Program("/usr/bin/dropmill", scratch, system.root, (debian.USER, debian.USER))


def _own(program: Program) -> dict[str, str]:
    """The environment of somebody who chose nothing: the data lie where they lie by themselves."""
    return {"DROPMILL_DATA_DIR": "", "HOME": f"/home/{debian.NAME}"}


def _demo_kill_start(program: Program) -> Path:
    program.good("demo", program.inside(program.folder("demo")), extra=_own(program))
    source, out = program.folder("pictures"), program.folder("out")
    for number in range(PICTURES):
        files.bmp(source / f"{number:02}.bmp", 1600, 1200, number * 4)
    arguments = ("--recipe", "Convert to JPEG", "--out", program.inside(out), program.inside(source))
    running = program.start("run", *arguments, extra=_own(program))
    end = time.monotonic() + 60
    while len(list(out.glob("*.jpg"))) < 3 and running.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    running.kill()
    running.wait(60)
    before = len(list(out.glob("*.jpg")))
    _say(f"killed after {before} of {PICTURES} pictures")
    if not 0 < before < PICTURES:
        raise Broken("it was not killed in the middle of its work")
    program.good("work", extra=_own(program))
    if len(list(out.glob("*.jpg"))) != PICTURES:
        raise Broken(f"after the next start there are {len(list(out.glob('*.jpg')))} pictures")
    return source


def _upgrade(system: debian.System, program: Program, source: Path) -> set[str]:
    """Put the newer version over the older one, with work waiting. Returns the user's files."""
    own = _own(program)
    recipe = program.scratch / "mine.json"
    files.recipe(recipe, "image", outputs=[{"name": "{name}", "format": "png"}])
    program.good("recipes", "import", program.inside(recipe), extra=own)
    waiting = program.folder("waiting")
    program.good(
        "add", "--recipe", "Smoke", "--out", program.inside(waiting), program.inside(source / "00.bmp"), extra=own
    )
    before = program.good("batches", "--json", extra=own)
    system.install(package(NEXT / "dist", newer()))
    if program.good("--version", extra=own).strip() != f"dropmill {newer()}":
        raise Broken("the newer version is not the one that starts")
    if "queue format" not in program.good("doctor", extra=own):
        raise Broken("doctor does not name the format of the queue")
    if program.good("batches", "--json", extra=own) != before:
        raise Broken("the queue is another one after the upgrade")
    if "Smoke" not in program.good("recipes", "list", extra=own):
        raise Broken("the recipe is lost after the upgrade")
    program.good("work", extra=own)
    if not (waiting / "00.png").is_file():
        raise Broken("what waited before the upgrade is not done after it")
    states = {json.loads(line)["state"] for line in program.good("list", "--json", extra=own).splitlines()}
    _say(f"upgraded to {newer()}; jobs are {', '.join(sorted(states))}")
    return system.files((f"/home/{debian.NAME}",))


def _nothing_left(system: debian.System, before: set[str], kept: set[str]) -> None:
    left = system.files(("/etc", "/opt", "/usr", "/var")) - before
    named = [path for path in left if "dropmill" in path.lower()]
    if named:
        raise Broken(f"left behind: {', '.join(sorted(named)[:10])}")
    lost = kept - system.files((f"/home/{debian.NAME}",))
    if lost:
        raise Broken(f"the user's files are gone: {', '.join(sorted(lost)[:10])}")
    _say(f"removed; the user's {len(kept)} files are there; of other packages' own files {len(left)} stay")


def _say(words: str) -> None:
    print(f"bare: {words}", flush=True)


STEPS: tuple[Callable[[], None], ...] = (smoke, portable, build_again, bare)


def main() -> int:
    names = [step.__name__ for step in STEPS]
    parser = argparse.ArgumentParser(description="Tries what make package made, from installation to removal.")
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"which of {', '.join(names)}; all when none is named")
    chosen = parser.parse_args().steps or names
    if unknown := sorted(set(chosen) - set(names)):
        parser.error(f"there is no step called {', '.join(unknown)}")
    WORK.mkdir(parents=True, exist_ok=True)
    for step in STEPS:
        if step.__name__ not in chosen:
            continue
        try:
            step()
        except (Broken, subprocess.CalledProcessError, system_packages.CannotInstall) as problem:
            words = getattr(problem, "stderr", "") or ""
            print(f"{step.__name__}: BROKEN: {problem}\n{words}", file=sys.stderr)
            return 1
        print(f"{step.__name__}: as it must be", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
