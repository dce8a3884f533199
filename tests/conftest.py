"""What holds for every test: no screen, no network beyond this machine, nothing of the person who runs them.

Owns: the environment of a test run. Must not know any part of the program.
"""

import ipaddress
import os
import signal
import sys
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before any import of Qt. A test that wants a real X server starts the program in a process of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Two busy cores make single examples slow now and then: time is no property here, and pytest-timeout ends what hangs.
settings.register_profile("dropmill", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("dropmill")

# A shell's background job starts with Ctrl-C ignored, and children inherit that: the program's own tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

KEPT = {"DROPMILL_KILLS"}


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a connection that would leave this machine is a fault of the test."""
    if event not in ("socket.connect", "socket.sendto"):
        return
    address = arguments[1]
    if not isinstance(address, tuple) or not isinstance(address[0], str):
        return  # a path (Unix socket) or nothing
    host = address[0]
    try:
        loopback = ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        loopback = host in ("", "localhost")
    if not loopback:
        raise PermissionError(f"tests talk to this machine only, not to {host}")


sys.addaudithook(refuse_the_network)


@pytest.fixture(scope="session", autouse=True)
def nobody_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Folders of the system point into a temporary one; settings of the caller's shell do not reach the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("DROPMILL_") and name not in KEPT]:
            patch.delenv(name)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            folder = home / name.lower()
            folder.mkdir()
            patch.setenv(name, str(folder))
        yield


def sendable(text: str) -> str:
    """`text` with lone surrogates (from odd file names) escaped: xdist can send only UTF-8, and would stop the run."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    report.sections = [(title, sendable(text)) for title, text in report.sections]
    words = report.longreprtext
    if sendable(words) != words:
        report.longrepr = sendable(words)
    return report
