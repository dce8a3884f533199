"""What the smoke suite leans on: news of opened files, and licences that the program's About finds."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest


def script(name: str) -> Any:
    return importlib.import_module(name)


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_opened_files_are_seen_and_others_are_not(tmp_path: Path) -> None:
    for name in ("read é.txt", "left.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with script("smoke.opened").Opened([tmp_path]) as opened:
        assert opened.files() == set()
        (tmp_path / "read é.txt").read_text(encoding="utf-8")
        assert opened.files() == {tmp_path / "read é.txt"}
        assert opened.files() == {tmp_path / "read é.txt"}  # they are not forgotten
        list(tmp_path.iterdir())  # looking into a folder opens no file
        assert opened.files() == {tmp_path / "read é.txt"}


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="absent"):
        script("smoke.opened").Opened([tmp_path / "absent"])


def test_the_log_may_hold_nothing_worse_than_news(tmp_path: Path) -> None:
    pages, program = script("smoke.pages"), script("smoke.program")
    log = tmp_path / "logs" / "dropmill.jsonl"
    log.parent.mkdir()
    log.write_text('{"level": "info", "message": "started"}\n', encoding="utf-8")
    pages._read_log(tmp_path, "help in de")
    log.write_text('{"level": "warning", "message": "the texts cannot be loaded"}\n', encoding="utf-8")
    with pytest.raises(program.Broken, match="help in de: warning: the texts"):
        pages._read_log(tmp_path, "help in de")


def test_about_finds_the_texts_that_were_collected(tmp_path: Path) -> None:
    import pydantic_core

    from app.window.about.facts import parts, text_of

    built = tmp_path / "built"
    built.mkdir()
    binary = str(Path(pydantic_core.__file__).parent / "core_schema.py")
    (built / "COLLECT-00.toc").write_text(repr(([("name", binary, "DATA")],)), encoding="utf-8")
    folder = tmp_path / "licences"
    script("licences").collect(folder, built / "COLLECT-00.toc")
    found = {part.name: part for part in parts(folder)}
    assert {"pydantic_core", "PyInstaller bootloader"} <= found.keys()
    for name in ("pydantic_core", "PyInstaller bootloader"):  # one of them has a space in its name
        assert "licen" in text_of(found[name], folder).lower(), name
