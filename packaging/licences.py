"""Collects the licences of all that a built program contains into its folder `licences/`.

Owns: whose licences these are: Python, the packages that Dropmill depends on (as installed from the lock) and what they
were compiled from, the system's libraries that were copied in, and what Qt's licence asks for. Must not know how the
program is built, beyond PyInstaller's list of its files.
"""

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import release
import sbom
from sbom import Part

HERE = Path(__file__).resolve().parent
TEXT = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
EXTRAS = ("speed",)  # of the optional packages, those that are bundled
QT_NOTICE = """\
Qt, PySide6 and Shiboken
========================

Dropmill uses Qt {version}, PySide6 and Shiboken, Copyright (C) The Qt Company Ltd. and other contributors, under the
GNU Lesser General Public License, version 3. Its text is in LGPL-3.txt, that of the GNU General Public License, on
which it builds, in GPL-3.txt. Dropmill changes nothing in these libraries. The Qt Project publishes their source as
qt-everywhere-src and pyside-setup, version {version}.

They are separate files in this program's folder, used by dynamic linking, so you may put your own build in their place:

1. Build Qt {version} or a later Qt 6 of the same binary interface, and PySide6 and Shiboken on it for Python {python}.
2. In the folder `_internal/PySide6` (and `_internal/PySide6/Qt/lib` on Linux and macOS) replace the files of the same
   names, and likewise `_internal/shiboken6`.
3. Start Dropmill. It uses what it finds there and checks no signature of these files.

You may study and change how Dropmill works with them: its own source is under the MIT licence.
"""


def packages(root: str) -> Iterator[metadata.Distribution]:
    """The installed distributions that `root` needs on this system, with the extras that are bundled."""
    waiting: list[str] = [root]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        distribution = metadata.distribution(name)
        if name != root:
            yield distribution
        for text in distribution.requires or ():
            requirement = Requirement(text)
            extras = ("", *EXTRAS) if name == root else ("",)
            if requirement.marker is None or any(requirement.marker.evaluate({"extra": one}) for one in extras):
                waiting.append(canonicalize_name(requirement.name))


def licence_of(distribution: metadata.Distribution) -> str:
    """The short name of a licence, from whichever field of the metadata has it."""
    about = distribution.metadata
    for field in ("License-Expression", "License"):
        if field in about and "\n" not in about[field]:
            return str(about[field])
    names = [text.rsplit(" :: ", 1)[-1] for text in about.get_all("Classifier") or [] if text.startswith("License ::")]
    return ", ".join(names) or "see its text"


def python_packages(built: Path) -> Iterator[Part]:
    """Of the packages that Dropmill depends on, those of which something is in the bundle. `built`: PyInstaller's."""
    lists = (ast.literal_eval(path.read_text(encoding="utf-8")) for path in built.glob("*-00.toc"))
    sources = {text for text in _texts(list(lists)) if "site-packages" in text}
    for distribution in packages("dropmill"):
        if not any(str(file.locate()) in sources for file in distribution.files or ()):
            continue
        texts = (Path(str(file.locate())) for file in distribution.files or () if TEXT.search(file.name))
        found = tuple(path for path in texts if path.suffix in {"", ".txt", ".md", ".rst"} and path.is_file())
        yield Part(distribution.metadata["Name"], distribution.version, licence_of(distribution), found, distribution)


def _texts(nested: object) -> Iterator[str]:
    """Every text in lists of lists and tuples."""
    if isinstance(nested, str):
        yield nested
    elif isinstance(nested, (list, tuple)):
        for inner in nested:
            yield from _texts(inner)


def python_itself() -> Part:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    texts = tuple(path for path in (*places, debian) if path.is_file())[:1]
    return Part("Python", sys.version.split()[0], "PSF-2.0", texts)


def bootloader() -> Part:
    distribution = metadata.distribution("pyinstaller")
    texts = tuple(Path(str(file.locate())) for file in distribution.files or () if file.name == "COPYING.txt")
    return Part("PyInstaller bootloader", distribution.version, "GPL-2.0 with an exception for built programs", texts)


def system_libraries(collected: Path) -> Iterator[Part]:
    """Debian packages whose libraries PyInstaller copied in. `collected`: its COLLECT-00.toc."""
    if not shutil.which("dpkg-query"):
        return
    entries = ast.literal_eval(collected.read_text(encoding="utf-8"))[0]
    outside = sorted({Path(source).resolve() for _, source, kind in entries if kind == "BINARY" and is_system(source)})
    owners: set[str] = set()
    for path in outside:
        # Debian lists some libraries under /lib, which is a link to /usr/lib by now.
        names = [str(path), str(path).removeprefix("/usr")]
        answer = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False)
        owners.update(line.split(":", 1)[0] for line in answer.stdout.splitlines())
    for name in sorted(owners):
        query = ["dpkg-query", "--show", "--showformat", "${Version}", name]
        version = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        text = Path("/usr/share/doc") / name / "copyright"
        yield Part(f"{name} (system library)", version, "see its text", (text,) if text.is_file() else ())


def is_system(source: str) -> bool:
    return source.startswith(("/lib", "/usr/lib"))


def collect(target: Path, collected: Path) -> list[str]:
    """Write `target` anew. `collected`: PyInstaller's COLLECT-00.toc. Returns the names of parts without a text."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    parts = [python_itself(), bootloader(), *python_packages(collected.parent), *system_libraries(collected)]
    parts.sort(key=lambda part: part.name.lower())
    lines = ["Dropmill is under the MIT licence, see LICENSE. It contains:", ""]
    without = []
    for part in parts:
        lines.append(f"{part.name} {part.version}: {part.licence}")
        folder = target / part.name  # by which the program's own list finds it
        for number, text in enumerate(part.texts):
            folder.mkdir(exist_ok=True)
            name = text.name if number == 0 else f"{number}-{text.parent.name}-{text.name}"
            shutil.copyfile(text, folder / name)
        if not part.texts and "LGPL-3.0" not in part.licence:
            without.append(part.name)
    for name in ("LGPL-3.txt", "GPL-3.txt"):
        shutil.copyfile(HERE / "licences" / name, target / name)
    qt = metadata.version("PySide6-Essentials")
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    (target / "Qt.txt").write_text(QT_NOTICE.format(version=qt, python=python), encoding="utf-8")
    shutil.copyfile(HERE.parent / "LICENSE", target / "LICENSE")
    (target / "CONTENTS.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    (target / "COMPILED-IN.txt").write_text("\n".join(compiled_in(parts)), encoding="utf-8")
    sbom.write(target / "sbom.cdx.json", release.version(), parts)
    return without


def compiled_in(parts: Sequence[Part]) -> Iterator[str]:
    """Lines about the libraries and Rust crates that packages were compiled from, by their own lists."""
    yield "Some packages contain other libraries and Rust crates, compiled in. Where a package's own licence file does"
    yield "not have their texts: MIT, BSD and Apache-2.0 are those of the SPDX list, for the authors named here."
    yield "simplejpeg contains libjpeg-turbo, isal contains ISA-L, numpy contains OpenBLAS: their texts are in the"
    yield "folders of these packages."
    for part in parts:
        inner = list(sbom.compiled_in(part.distribution)) if part.distribution else []
        if inner:
            yield f"\n{part.name} {part.version}\n"
        for one in inner:
            author = f", by {one.author}" if one.author else ""
            yield f"    {one.name} {one.version}: {one.licence or 'see the text of the package'}{author}"
    yield ""
