"""What packages are made of: manual page, bill of materials, comparison of builds, the release's version."""

import importlib
import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import typer

from app import __version__


def script(name: str) -> Any:
    return importlib.import_module(name)


def test_the_version_is_read_without_importing_the_program() -> None:
    assert script("release").version() == __version__


def test_the_manual_page_has_every_command_and_is_plain_troff() -> None:
    from app.cli.main import app

    page = script("manpage").page("1.2.3", "2026-11-24")
    command: Any = typer.main.get_command(app)
    for name, one in command.commands.items():
        assert one.hidden or re.search(rf"^\.SS {name}\b", page, re.MULTILINE), name
    assert page.isascii()
    assert not [line for line in page.splitlines() if line.startswith("'")]
    macros = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
    assert macros <= {".TH", ".SH", ".SS", ".TP", ".B", ".br", ".I", ".PP"}
    assert "\\-\\-recipe" in page


def test_the_bill_names_parts_and_what_they_were_compiled_from(tmp_path: Path) -> None:
    sbom = script("sbom")
    package = metadata.distribution("pydantic_core")
    parts = [
        sbom.Part("pydantic_core", package.version, "MIT", (), package),
        sbom.Part("libX (system library)", "1:2.0", "see its text", ()),
    ]
    sbom.write(tmp_path / "a.json", "1.2.3", parts)
    sbom.write(tmp_path / "b.json", "1.2.3", parts)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    bill = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    python, library = bill["components"]
    assert python["purl"] == f"pkg:pypi/pydantic-core@{package.version}"
    assert "purl" not in library
    references = [part["bom-ref"] for part in (python, library, *python.get("components", ()))]
    assert len(set(references)) == len(references)
    assert bill["dependencies"][0]["dependsOn"] == references[:2]


@pytest.mark.parametrize("change", ["more", "link", "mode"])
def test_builds_are_compared_by_names_links_and_modes(tmp_path: Path, change: str) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        (folder / "in").mkdir(parents=True)
        (folder / "in" / "a").write_bytes(folder.name.encode())  # contents may differ
    same_files = script("same_files")
    assert same_files.differences(first, second) == []
    changed = second / "in" / "a"
    if change == "more":
        changed = second / "b"
        changed.write_bytes(b"")
    elif change == "link":
        changed.unlink()
        changed.symlink_to("elsewhere")
    else:
        changed.chmod(0o755)
    lines = same_files.differences(first, second)
    assert [line.split(":")[0] for line in lines] == [str(changed.relative_to(second))]


def test_pictures_of_the_smoke_suite_are_pictures(tmp_path: Path) -> None:
    from PIL import Image

    script("smoke.files").bmp(tmp_path / "a.bmp", 33, 20, 7)
    with Image.open(tmp_path / "a.bmp") as image:
        assert (image.format, image.size, image.mode) == ("BMP", (33, 20), "RGB")
        assert image.getpixel((0, 0)) == (255, 7, 0)
