"""The log: one JSON object a line, without secrets."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import logs


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """The root logger as it was."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / logs.FILE).read_text(encoding="utf-8").splitlines()]


def test_every_line_is_one_object_even_with_line_breaks_and_odd_names(tmp_path: Path) -> None:
    logs.set_up(tmp_path, None)
    logging.getLogger("x").info("a\nb %s \udce9", "ü")
    (line,) = lines(tmp_path)
    assert line["message"] == "a\nb ü \udce9"
    assert (line["level"], line["logger"]) == ("info", "x")


def test_secrets_and_sign_in_lines_are_hidden_also_in_traces(tmp_path: Path) -> None:
    logs.set_up(tmp_path, None, lambda: ["hunter2"])
    log = logging.getLogger("mail")
    log.info("> AUTH PLAIN AGpvZQBodW50ZXIy")
    log.info("password=s3cret and %s", "hunter2")
    try:
        raise ValueError("it was hunter2")
    except ValueError:
        log.exception("failed")
    text = (tmp_path / logs.FILE).read_text(encoding="utf-8")
    assert "AGpvZQ" not in text
    assert "hunter2" not in text
    assert "s3cret" not in text
    assert "AUTH PLAIN [hidden]" in text
    assert "Traceback" in lines(tmp_path)[-1]["trace"]


def test_standard_error_gets_lines_only_when_a_level_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(tmp_path, None)
    logging.getLogger("x").error("quiet")
    logs.set_up(tmp_path, "warning")
    logging.getLogger("x").info("too low")
    logging.getLogger("x").error("loud")
    said = capsys.readouterr().err
    assert "loud" in said
    assert "quiet" not in said
    assert [line["message"] for line in lines(tmp_path)] == ["quiet", "loud"]


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 2000)
    logs.set_up(tmp_path, None)
    for n in range(200):
        logging.getLogger("x").info("line %d", n)
    assert len(list(tmp_path.iterdir())) == 1 + logs.KEEP
    assert sum(p.stat().st_size for p in tmp_path.iterdir()) < 2200 * (1 + logs.KEEP)
