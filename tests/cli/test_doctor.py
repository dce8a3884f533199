"""What `dropmill doctor` says of the parts of an installation."""

from pathlib import Path

import pytest

from app.cli.main import run
from app.system.parts import quick_codecs


def lines_of(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert run(["--data-dir", str(data), "doctor"]) == 0
    return dict(line[8:].split(maxsplit=1) for line in capsys.readouterr().out.splitlines())


def test_it_tells_the_quick_codecs_that_are_used_from_those_that_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    used, _, unused = lines_of(tmp_path, capsys)["quick"].partition(";")
    for name, live in quick_codecs().items():
        assert (name in used) is live
        assert (name in unused) is not live


def test_it_tells_where_the_certificates_come_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "certificates" in lines_of(tmp_path, capsys)["TLS"]


def test_where_there_is_no_keyring_it_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = lines_of(tmp_path, capsys)["keyring"]
    assert not words.startswith("none") or ":" in words
