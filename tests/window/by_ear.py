"""The window as a screen reader has it: objects with names, roles and actions, over the accessibility bus (AT-SPI 2).

`python -m tests.window.by_ear DATA FOLDER` inside `dbus-run-session`, on a display: starts the program and does the
main job with nothing but what AT-SPI offers. Nothing of Dropmill is imported: what is not on the bus is not there. Exit
code 0 when everything was found by its name and did what its name says.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LIMIT_S = 60.0
ANSWER_S = 10.0
DEPTH = 14
ROOT = "/org/a11y/atspi/accessible/root"
SHOWING = 25  # AT-SPI 2, enum AtspiStateType: ATSPI_STATE_SHOWING
SKIPPED = frozenset({"menu item", "list item", "table cell", "table row header", "scroll bar"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One accessible object: where it is on the bus, what it is called and what it is."""

    ear: "Ear"
    bus: str
    path: str
    name: str
    role: str

    @property
    def showing(self) -> bool:
        (states,) = self.ear.call(self.bus, self.path, "Accessible", "GetState")
        return bool(states[SHOWING // 32] >> SHOWING % 32 & 1)

    def children(self) -> Iterator["Thing"]:
        (found,) = self.ear.call(self.bus, self.path, "Accessible", "GetChildren")
        for bus, path in found:
            thing = self.ear.thing(bus, path)
            if thing is not None:
                yield thing

    def press(self) -> None:
        """Do what the object is for: its first action."""
        (done,) = self.ear.call(self.bus, self.path, "Action", "DoAction", "i", (0,))
        assert done, f"{self.name} cannot be pressed"

    def write(self, text: str) -> None:
        """Put `text` into a field."""
        (done,) = self.ear.call(self.bus, self.path, "EditableText", "SetTextContents", "s", (text,))
        assert done, f"{self.name} cannot be written into"

    def cell(self, row: int, column: int) -> str:
        """What a cell of a table is called."""
        ((bus, path),) = self.ear.call(self.bus, self.path, "Table", "GetAccessibleAt", "ii", (row, column))
        found = self.ear.thing(bus, path)
        return found.name if found is not None else ""

    def rows(self) -> int:
        return int(self.ear.property(self.bus, self.path, "Table", "NRows"))


class Ear:
    """The accessibility bus of this session."""

    def __init__(self) -> None:
        session = open_dbus_connection()
        (address,) = _call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        session.close()
        self._bus: DBusConnection = open_dbus_connection(address)

    def call(
        self, bus: str, path: str, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        return _call(self._bus, bus, path, f"org.a11y.atspi.{interface}", method, signature, body)

    def property(self, bus: str, path: str, interface: str, name: str) -> Any:
        where = DBusAddress(path, bus_name=bus, interface=f"org.a11y.atspi.{interface}")
        reply = self._bus.send_and_get_reply(Properties(where).get(name), timeout=ANSWER_S)
        return reply.body[0][1]

    def thing(self, bus: str, path: str) -> Thing | None:
        """The object there; None for one that went away while it was asked."""
        try:
            name = self.property(bus, path, "Accessible", "Name")
            (role,) = self.call(bus, path, "Accessible", "GetRoleName")
        except (Gone, TypeError, IndexError):
            return None
        return Thing(self, bus, path, str(name), str(role))

    def everything(self) -> Iterator[Thing]:
        """All objects of all programs, outside in; rows of lists are left out."""
        root = self.thing("org.a11y.atspi.Registry", ROOT)
        pending = [(root, 0)] if root is not None else []
        while pending:
            thing, depth = pending.pop(0)
            yield thing
            if depth < DEPTH and thing.role not in SKIPPED:
                try:
                    pending += [(child, depth + 1) for child in thing.children() if child.role not in SKIPPED]
                except Gone:
                    continue

    def find(self, name: str, *roles: str) -> Thing | None:
        """The first object on screen whose name is (or begins with) `name`."""
        for thing in self.everything():
            if thing.name.startswith(name) and (not roles or thing.role in roles):
                try:
                    if thing.showing:
                        return thing
                except Gone:
                    continue
        return None

    def wait(self, name: str, *roles: str) -> Thing:
        """`find`, with patience."""
        found: list[Thing] = []

        def there() -> bool:
            thing = self.find(name, *roles)
            found[:] = [thing] if thing is not None else []
            return bool(found)

        until(f"{name!r}", there, lambda: "; ".join(sorted({f"{t.role} {t.name!r}" for t in self.everything()})))
        return found[0]


class Gone(Exception):
    """The object is not there any more."""


def _call(
    connection: DBusConnection, bus: str, path: str, interface: str, method: str, signature: str = "",
    body: tuple[Any, ...] = (),
) -> Any:  # fmt: skip
    where = DBusAddress(path, bus_name=bus, interface=interface)
    message = new_method_call(where, method, signature or None, body)
    reply = connection.send_and_get_reply(message, timeout=ANSWER_S)
    if reply.header.message_type is MessageType.error:
        raise Gone(f"{interface}.{method}: {reply.body}")
    return reply.body


def until(what: str, condition: Callable[[], bool], sight: Callable[[], str] = str) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < deadline, f"{what}: not within {LIMIT_S} s. There is: {sight()}"
        time.sleep(0.1)  # between two questions over the bus, which tells of nothing by itself here


def main_job(ear: Ear, folder: Path) -> None:
    """Add files, run them, read the rows, read why one failed, try it again."""
    ear.wait("Start with my own files", "push button", "button").press()
    ear.wait("Add files…", "push button", "button").press()
    ear.wait("File name", "text").write(" ".join(f'"{path}"' for path in sorted(folder.iterdir())))
    ear.wait("Open", "push button", "button").press()
    ear.wait("Run 2 pictures", "push button", "button").press()
    ear.wait("All work is finished")
    table = ear.wait("Queue", "table")
    until("two rows", lambda: table.rows() == 2)
    said = sorted(table.cell(row, 0) for row in range(2))
    assert said[0].startswith("damaged.jpg, failed, "), said
    assert "not a complete JPEG" in said[0], said
    assert said[1].startswith("lake.jpg, done, "), said
    ear.wait("Show the failures", "push button", "button").press()
    cause = ear.wait("Not a complete picture")
    assert "1" in cause.name, cause.name
    (folder / "damaged.jpg").write_bytes((folder / "lake.jpg").read_bytes())
    ear.wait("Retry all", "push button", "button").press()
    until("both done", lambda: all(", done, " in table.cell(row, 0) for row in range(2)))


def main(data: Path, folder: Path) -> int:
    """Start the program, listen to it, and end it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    environment["XDG_CURRENT_DESKTOP"] = ""  # no desktop's own dialog for files
    environment["QT_LOGGING_RULES"] = "qt.accessibility.*=false"  # objects go while we ask for them
    ear = Ear()
    command = [sys.executable, "-m", "app", "--data-dir", str(data), "--jobs", "1"]
    with subprocess.Popen(command, env=environment) as window:
        try:
            main_job(ear, folder)
        finally:
            window.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
