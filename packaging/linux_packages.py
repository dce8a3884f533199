"""Packs dist/dropmill for Linux: a `.deb` and a `.tar.gz` that may lie anywhere. Called by `build.py`.

Owns: what is in these two files and where, and what the `.deb` asks of the system. Must not know how the program was
built. The same folder and commit make the same files: owners, order and times are fixed.
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import release
import system_files

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
FIXED_NEEDS = ("fontconfig-config", "xkb-data")  # files that bundled libraries read
WISHES = ("ca-certificates", "fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation")
ABOUT = """\
batch work on pictures, tables and mailings
 Drop files on a window and walk away. Dropmill resizes and converts pictures,
 cleans CSV and Excel tables and sends e-mails to a list of recipients:
 thousands at a time, on all cores, with honest progress. What can be retried is
 retried; what cannot is listed with a reason, grouped by cause.
 .
 It can be killed at any moment without losing a job, harming an original or
 sending one e-mail twice."""


def architecture() -> str:
    call = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return call.stdout.strip()


def outside_packages(folder: Path) -> list[str]:
    """The Debian packages of the libraries that files in `folder` are linked to and that are not in it."""
    libraries = sorted(str(path) for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink())
    inside = {path.name for path in folder.rglob("*.so*")}
    environment = {**os.environ, "LD_LIBRARY_PATH": str(folder / "_internal")}
    ldd = ["ldd", str(folder / "dropmill"), *libraries]
    said = subprocess.run(ldd, env=environment, capture_output=True, text=True, check=False).stdout
    found = dict(re.findall(r"^\s*(\S+) => (/\S+)", said, re.MULTILINE))
    places = {str(Path(place).resolve()) for name, place in found.items() if name not in inside}
    names = [name for place in sorted(places) for name in (place, place.removeprefix("/usr"))]
    answer = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False).stdout
    return sorted({line.split(":", 1)[0] for line in answer.splitlines()})


def c_library() -> str:
    """The oldest C library that runs what was built here, as a Debian version."""
    return os.confstr("CS_GNU_LIBC_VERSION").split()[-1]  # type: ignore[union-attr]  # Linux has it


def control(folder: Path, version: str, kilobytes: int) -> str:
    """The text of the file `control`."""
    needs = [f"libc6 (>= {c_library()})" if name == "libc6" else name for name in outside_packages(folder)]
    fields = {
        "Package": "dropmill",
        "Version": version,
        "Architecture": architecture(),
        "Maintainer": "The Dropmill authors <dropmill@example.org>",
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(sorted({*needs, *FIXED_NEEDS})),
        "Recommends": ", ".join(WISHES),
        "Section": "utils",
        "Priority": "optional",
        "Description": ABOUT,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def deb(folder: Path, share: Path, target: Path, stage: Path, version: str, level: int) -> Path:
    """Pack `folder` and `share` (what `system_files` wrote) as `target`/dropmill_VERSION_ARCHITECTURE.deb. `stage`: a
    folder that may be emptied; `level`: how hard xz tries, 0 to 9."""
    moment = release.moment()
    shutil.rmtree(stage, ignore_errors=True)
    home = stage / "usr" / "lib" / "dropmill"
    shutil.copytree(folder, home, symlinks=True)
    (stage / "usr" / "bin").mkdir()
    (stage / "usr" / "bin" / "dropmill").symlink_to("../lib/dropmill/dropmill")
    shutil.copytree(share, stage / "usr" / "share")
    documents = stage / "usr" / "share" / "doc" / "dropmill"
    documents.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    others = "\nWhat else is in the program, under which licences: /usr/lib/dropmill/licences\n"
    (documents / "copyright").write_text(licence + others, encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    files = [path for path in sorted(stage.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(stage)}\n" for path in files)
    kilobytes = sum(path.lstat().st_size for path in stage.rglob("*")) // 1024
    about = stage / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control(folder, version, kilobytes), encoding="utf-8")
    (about / "md5sums").write_text(sums, encoding="utf-8")
    tidy(stage)
    result = target / f"dropmill_{version}_{architecture()}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    call = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", str(stage), str(result)]
    subprocess.run(call, env=environment, check=True, stdout=subprocess.DEVNULL)
    return result


def tidy(stage: Path) -> None:
    """Everybody may read all, nobody but root may write: whatever the umask of who builds."""
    for path in (stage, *stage.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def tarball(folder: Path, share: Path, target: Path, version: str) -> Path:
    """Pack `folder` and `share` as `target`/dropmill-VERSION-linux-MACHINE.tar.gz, one folder in it."""
    moment = release.moment()
    top = f"dropmill-{version}"
    result = target / f"{top}-linux-{os.uname().machine}.tar.gz"

    def fixed(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        open(result, "wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        archive.add(HERE / "linux" / "PORTABLE.txt", f"{top}/PORTABLE.txt", filter=fixed)
        for place, name in ((folder, top), (share, f"{top}/share")):
            for path in sorted(place.rglob("*")):
                archive.add(path, f"{name}/{path.relative_to(place)}", recursive=False, filter=fixed)
    return result


def pack(folder: Path, target: Path, work: Path, version: str, level: int) -> list[Path]:
    """Both packages; on systems without dpkg-deb only the second. `level`: as in `deb`. Raises OSError,
    CalledProcessError."""
    share = work / "share"
    shutil.rmtree(share, ignore_errors=True)
    system_files.write(share, folder / "dropmill", version, release.day())
    made = [tarball(folder, share, target, version)]
    if shutil.which("dpkg-deb"):
        made.append(deb(folder, share, target, work / "deb", version, level))
    else:
        print("No .deb was made: there is no dpkg-deb here.", file=sys.stderr)
    return made
