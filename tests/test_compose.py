"""The parts put together: an engine with its log, alerts and figures, as the window and the command line open it."""

import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.alerts import alerts as alerts_module
from app.compose import Parts, open_engine
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.jobs import registry
from app.store.metrics import MINUTE
from app.store.reader import Reader
from app.system import logs
from app.system.alert_rules import parse_rule
from app.system.folders import Folders
from tests.engine.conftest import finish, submission
from tests.http_peer import http_peer
from tests.waiting import until


@pytest.fixture(autouse=True)
def test_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.KINDS, "test", "tests.engine.kinds:TestKind")


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(Folders(tmp_path / "data"))


Begin = Callable[..., Engine]


@pytest.fixture
def begin(parts: Parts) -> Iterator[Begin]:
    """Open the engine and start it; closed at the end."""
    engines: list[Engine] = []

    def make(**options: Any) -> Engine:
        engine = open_engine(parts, 1, 0.01, **options)
        assert isinstance(engine, Engine)
        engines.append(engine)
        engine.start()
        return engine

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two")]
    for path in paths:
        path.write_text("x")
    return [str(path) for path in paths]


def rule(parts: Parts, name: str, **values: Any) -> None:
    parts.alerts.put(parse_rule({"name": name, "on": ["batch-finished"], **values}))


def untold(engine: Engine) -> list[Any]:
    with Reader(engine.path) as reader:
        return reader.untold()


def test_a_second_one_is_the_client_of_the_first(parts: Parts, begin: Begin) -> None:
    begin()
    other = open_engine(parts, 1)
    assert isinstance(other, ControlClient)
    other.close()


def test_everything_beside_an_engine_works(parts: Parts, begin: Begin, files: list[str]) -> None:
    class Window:
        def __init__(self) -> None:
            self.said: list[str] = []

        def notify(self, heading: str, text: str) -> None:
            self.said.append(text)

        def sound(self, file: str | None) -> None:
            self.said.append("sound")

    window = Window()
    rule(parts, "a", do="desktop")
    rule(parts, "b", do="command", command=[sys.executable, "-c", "open('told', 'w')"])
    parts.folders.make()
    level = logging.getLogger().level
    logs.set_up(parts.folders.logs, None)
    try:
        engine = begin(attention=window)
        batch = engine.submit(submission(files))
        finish(engine, batch)
        until(lambda: untold(engine) == [])
        engine.close()
    finally:
        logs.take_down()
        logging.getLogger().setLevel(level)
    (said,) = window.said
    assert said.startswith("Test: 2 done")
    assert (parts.folders.data / "told").exists()
    lines = [json.loads(line) for line in (parts.folders.logs / logs.FILE).read_text(encoding="utf-8").splitlines()]
    assert [line["message"] for line in lines if line.get("batch") == batch][-1].startswith(
        f"Batch {batch} is finished"
    )
    with Reader(engine.path) as reader:
        (metric,) = reader.metrics(MINUTE, 0, 1 << 62)
    assert (metric.kind, metric.lane, metric.figures.outcomes) == ("test", "cpu", {"done": 2})


def test_alerts_that_hang_delay_neither_the_batch_nor_the_next_nor_the_end(
    parts: Parts, begin: Begin, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts_module, "CLOSE_SECONDS", 0.1)
    monkeypatch.setattr(alerts_module, "KILL_SECONDS", 0.1)
    with http_peer(silent=True) as web:
        rule(parts, "a", do="post", url=f"http://127.0.0.1:{web.port}/")
        rule(parts, "b", do="command", command=[sys.executable, "-c", "import time; time.sleep(600)"])
        engine = begin()
        first = engine.submit(submission(files))
        finish(engine, first)
        until(lambda: web.taken)
        second = engine.submit(submission(files))
        assert {job.state.value for job in finish(engine, second).values()} == {"done"}
        assert [batch for batch, _finished in untold(engine)] == [first, second]
        engine.close()
        assert len(web.taken) == 1
    parts.alerts.remove("a")
    rule(parts, "b", do="command", command=[sys.executable, "-c", "open('told', 'a').write('x')"])
    engine = begin()  # what was not told then is told now
    until(lambda: untold(engine) == [])
    assert (parts.folders.data / "told").read_text() == "xx"


def test_one_that_only_adds_tells_nobody(parts: Parts, begin: Begin, files: list[str]) -> None:
    engine = begin(run=False)
    batch = engine.submit(submission(files))
    with Reader(engine.path) as reader:
        until(lambda: reader.counts(batch).ready == 2)
    engine.cancel(batch=batch)
    assert [told for told, _finished in untold(engine)] == [batch]
    engine.close()
    assert [told for told, _finished in untold(engine)] == [batch]
