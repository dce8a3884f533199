"""Writes the list of everything in a built program as CycloneDX 1.6 JSON: `licences/sbom.cdx.json`.

Owns: the form of that list (CycloneDX 1.6, ECMA-424). Whose parts are in the bundle is `licences.py`'s. What a package
was compiled from (Rust crates, C libraries) is taken from the lists that packages bring along (PEP 770). Without time
and random numbers: the same parts make the same file.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

Component = dict[str, object]
NOT_IN_WHEELS = {"libimagequant", "FriBiDi"}  # Pillow's list names them as optional; its wheels have neither


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the bundle. `texts`: files with its licence; `distribution`: the Python package it came from."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    distribution: metadata.Distribution | None = None


@dataclass(frozen=True, slots=True)
class Inner:
    """What a package was compiled from."""

    name: str
    version: str
    licence: str
    author: str
    purl: str


def compiled_in(distribution: metadata.Distribution) -> Iterator[Inner]:
    """What the lists inside `distribution` name, sorted; without what only its build used."""
    found: set[Inner] = set()
    for file in distribution.files or ():
        if file.parent.name != "sboms" or file.suffix != ".json":
            continue
        bill = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
        for part in bill.get("components", ()):
            if part.get("scope") == "excluded" or "version" not in part or part["name"] in NOT_IN_WHEELS:
                continue
            name = str(part["name"])
            if name.lower() == str(distribution.metadata["Name"]).lower():
                continue
            texts = (str(part.get(key, "")) for key in ("version", "author", "purl"))
            version, author, purl = texts
            found.add(Inner(name, version, _licence(part.get("licenses", ())), author, purl))
    yield from sorted(found, key=lambda one: (one.name.lower(), one.version))


def _licence(entries: Sequence[dict[str, object]]) -> str:
    names = []
    for entry in entries:
        inner = entry.get("license")
        known = inner if isinstance(inner, dict) else {}
        names.append(str(entry.get("expression") or known.get("id") or known.get("name") or ""))
    return " and ".join(name for name in names if name)


def write(target: Path, version: str, parts: Sequence[Part]) -> None:
    """Write the list of `parts` of Dropmill `version` to `target`. Raises OSError."""
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "dropmill",
                "name": "Dropmill",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [_component(part) for part in parts],
        "dependencies": [{"ref": "dropmill", "dependsOn": [_reference(part) for part in parts]}],
    }
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _reference(part: Part) -> str:
    return f"{re.sub(r'[^a-z0-9.+-]+', '-', part.name.lower()).strip('-')}@{part.version}"


def _component(part: Part) -> Component:
    component: Component = {
        "type": "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.distribution is None:
        return component
    component["purl"] = f"pkg:pypi/{re.sub(r'[-_.]+', '-', part.name).lower()}@{part.version}"
    inner = [_inner(part, one) for one in compiled_in(part.distribution)]
    if inner:
        component["components"] = inner
    return component


def _inner(part: Part, one: Inner) -> Component:
    # The reference is ours: two packages may have been compiled from the same crate.
    component: Component = {
        "type": "library",
        "bom-ref": f"{_reference(part)}/{one.name}@{one.version}",
        "name": one.name,
        "version": one.version,
    }
    if one.licence:
        component["licenses"] = [{"license": {"name": one.licence}}]
    if one.purl:
        component["purl"] = one.purl
    return component
