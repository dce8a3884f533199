"""What the kill tests share: a folder that stays when a test fails, and the table of figures at the end."""

import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.crash.figures import SEED, Figures, table

PROPERTY = "kills"
_failed = pytest.StashKey[bool]()


@pytest.fixture
def scene(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder to kill in. It is kept when the test fails, whatever runs later; its path and the seed are said."""
    folder = Path(tempfile.mkdtemp(prefix="dropmill-crash-")).resolve()
    request.node.user_properties.append(("scene", str(folder)))
    yield folder
    if not request.node.stash.get(_failed, False):
        shutil.rmtree(folder)


@pytest.fixture
def keep_figures(request: pytest.FixtureRequest) -> Iterator[Callable[[Figures], None]]:
    """Call it with the figures as soon as they are there: they are in the table even when a check fails later."""
    begun = time.monotonic()
    kept: list[Figures] = []
    yield kept.append
    for one in kept:
        one.seconds = time.monotonic() - begun
        request.node.user_properties.append((PROPERTY, one.as_property()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[_failed] = True
        for name, value in item.user_properties:
            if name == "scene":
                report.sections.append(("the scene is kept", f"DROPMILL_SEED={SEED}, {value}"))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [*terminalreporter.stats.get("passed", ()), *terminalreporter.stats.get("failed", ())]
    reports += [one for one in terminalreporter.stats.get("", ()) if isinstance(one, pytest.TestReport)]
    # A test's properties are in each of its reports; those of the end are whole.
    found = [
        Figures.from_property(value)
        for report in reports
        if report.when == "teardown"
        for name, value in report.user_properties
        if name == PROPERTY
    ]
    lines = table(found)
    if lines:
        terminalreporter.section("kills")
        for line in lines:
            terminalreporter.write_line(line)
