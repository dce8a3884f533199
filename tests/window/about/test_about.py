"""About: what it says of the parts of the program, installed and packaged."""

import json

import pytest
from PySide6.QtGui import QGuiApplication

from app import __version__
from app.window.about.facts import bundle_folder, parts, text_of, versions
from app.window.about.panel import AboutPanel


def test_installed_parts_are_the_ones_that_are_needed_with_licences():
    found = {part.name.casefold(): part for part in parts(None)}
    assert {"pillow", "numpy", "pydantic", "pydantic_core", "pyqtgraph", "shiboken6"} <= {
        n.replace("-", "_") for n in found
    }
    assert "pytest" not in found, "tools of the developers are not in the program"
    assert found["pillow"].licence.startswith("MIT")
    assert "Copyright" in text_of(found["pillow"], None)
    assert all(part.version for part in found.values())
    assert not [part.name for part in found.values() if not part.licence and not part.texts]


@pytest.fixture
def bundle(tmp_path):
    """The folder `licences` as a packaged program has it."""
    folder = tmp_path / "licences"
    (folder / "Pillow").mkdir(parents=True)
    (folder / "Pillow" / "LICENSE").write_text("The licence of Pillow")
    (folder / "LGPL-3.txt").write_text("GNU LESSER GENERAL PUBLIC LICENSE")
    (folder / "QT.txt").write_text("How to put your own build of Qt in its place")
    (folder / "CONTENTS.txt").write_text("the list")
    components = [
        {"name": "Pillow", "version": "13.0", "licenses": [{"license": {"id": "MIT-CMU"}}]},
        {"name": "PySide6_Essentials", "version": "6.11", "licenses": [{"expression": "LGPL-3.0-only"}]},
        {"name": "lib", "version": "1"},
    ]
    (folder / "sbom.cdx.json").write_text(json.dumps({"components": components}))
    return folder


def test_a_packaged_program_reads_its_own_list(bundle):
    lib, pillow, qt = parts(bundle)
    assert (lib.name, lib.version, lib.licence) == ("lib", "1", "")
    assert (pillow.version, pillow.licence) == ("13.0", "MIT-CMU")
    assert text_of(pillow, bundle) == "The licence of Pillow"
    assert qt.licence == "LGPL-3.0-only"
    assert "LESSER GENERAL" in text_of(qt, bundle)
    assert "your own build" in text_of(qt, bundle)
    assert "the list" not in text_of(qt, bundle)
    assert bundle_folder() is None, "this is no packaged program"


@pytest.mark.parametrize("content", ["", "{", '{"components": 3}', "[]", '{"components": [3]}'])
def test_a_broken_list_does_not_hide_what_is_installed(bundle, content):
    (bundle / "sbom.cdx.json").write_text(content)
    assert {"Pillow", "pillow"} & {part.name for part in parts(bundle)}


def test_the_panel_shows_parts_and_texts_and_copies_versions(qtbot):
    panel = AboutPanel()
    qtbot.addWidget(panel)
    assert panel.table.numbers.rowCount() == len(panel.parts)
    row = next(n for n, part in enumerate(panel.parts) if part.name.casefold() == "pillow")
    panel.table.setCurrentIndex(panel.table.numbers.index(row, 0))
    assert "Copyright" in panel.text.toPlainText()
    assert panel.text.isReadOnly()
    panel.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == f"Dropmill {__version__}"
    assert len(copied) == len(versions())
    assert any(line.startswith("Qt 6.") for line in copied)
