"""The window in a process of its own with a person in front of it: `python -m tests.window.drive SCENE DATA [PATH…]`.

Owns: the scenes. Exit code 0 when the scene went as it says and the window was closed in order. Worker processes load
this module again and refuse to live with Qt: nothing of Qt at its top.
"""

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.states import BatchState

if TYPE_CHECKING:
    from tests.window.person import Person

WORKERS = 2


def an_empty_window(person: "Person") -> None:
    """F6 reaches every region; Enter in the drop area asks for files, Esc takes that back."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    shell, seen = person.shell, set()
    for _ in range(3):
        person.press("F6")
        focus = QApplication.focusWidget()
        seen.add(next(r for r in shell.regions() if r is focus or r.isAncestorOf(focus)))
    assert seen == {shell.header, shell.rail, shell.empty}, seen
    titles = []

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, give_up)
            return
        titles.append(dialog.windowTitle())
        person.press("Esc", dialog)

    person.asked = True
    QTimer.singleShot(20, give_up)
    person.press("Return", shell.empty.area)
    person.asked = False
    person.turn_to_the_window()
    assert titles == ["Add files"]
    assert person.batches() == []


def pictures(person: "Person", folder: str, whole: str) -> None:
    """A folder with a damaged picture: the drawer says why; repaired, it is tried again from there."""
    from PySide6.QtWidgets import QApplication

    shell = person.shell
    person.drag_in([folder])
    words = "Drop to add 4 files with Web photos"
    person.until("the number of files", lambda: shell.overlay.title.text() == words)
    person.drag_out()
    assert not shell.overlay.isVisible()
    assert person.batches() == []
    person.drop(folder)
    person.until("the batch", lambda: person.batches() and person.batch().state is BatchState.PAUSED)
    person.until("the result of the drop", lambda: shell.page.result.title.text() == "4 files added")
    assert shell.actions_of["show-output"].isEnabled() is False
    assert QApplication.focusWidget() is not None, "the keyboard must go on from somewhere"
    person.run()
    person.until("pictures", lambda: person.batch().state is BatchState.FINISHED)
    person.until("words of the end", lambda: shell.status.count.text() == "All work is finished")
    assert sorted(person.rows().values()) == ["Done", "Done", "Done", "Failed"], person.rows()
    assert shell.actions_of["show-output"].isEnabled()
    drawer = shell.page._drawer
    person.until("the strip", drawer.isVisible)
    assert not drawer.is_open, "it opens when a person opens it"
    person.press("Ctrl+Shift+F")
    person.until("the drawer", lambda: drawer.is_open)
    person.until("the cause", lambda: [c.code for c in drawer.causes] == ["CORRUPT"])
    view = drawer._views["CORRUPT"]
    assert "Not a complete" in view.accessibleName(), view.accessibleName()
    shutil.copy(whole, Path(folder) / "damaged.jpg")
    person.press("R", view)
    person.until("the repaired picture", lambda: person.batch().counts.done == 4)
    person.until("no drawer", drawer.isHidden)
    person.until("rows", lambda: set(person.rows().values()) == {"Done"})


def a_table(person: "Person", path: str) -> None:
    """A path in the clipboard; its recipe is found by what it is."""
    person.paste(path)
    person.until("a table", lambda: person.batch().kind == "table" and person.batch().state is BatchState.PAUSED)
    person.until("the table in view", lambda: person.shell.rail.key == ("batch", person.batch().id))
    person.click("Run 1 table")
    person.until("the table's end", lambda: person.batch().counts.done == 1)


def letters(person: "Person", path: str) -> None:
    """A list dropped on the recipe for letters: nothing leaves before its own page says so."""
    from app.window.mailcheck.page import MailCheckPage

    shell = person.shell
    person.drop(path, on="Mail merge")
    person.until("the letters", lambda: person.batch().kind == "mail" and person.batch().state is BatchState.PAUSED)
    person.until("words of the wait", lambda: shell.status.why.accessibleName() == "Waiting for you to send")
    person.press("Ctrl+R")
    person.click("Check and send…", shell.page.result)
    person.until("the check", lambda: isinstance(shell.shown_page, MailCheckPage))
    page = shell.shown_page
    person.until("what would be sent", lambda: page.footer.title == "Send 3 messages to 3 people")
    person.press("Return")
    person.press("Esc")
    assert shell.shown_page is None
    assert person.batch().started is None, "neither Ctrl+R nor Enter sends"
    person.click("Check and send…", shell.page.result)
    person.until("the check again", lambda: shell.shown_page is not None and person.sees("Send 3 messages"))
    person.press("Ctrl+Return")
    person.until("the letters' end", lambda: person.batch().counts.done == 3)
    person.until("the queue again", lambda: shell.shown_page is None)


def pause_and_cancel(person: "Person", folder: str) -> None:
    """Pause lets what runs end and starts nothing; Run goes on; cancelling is asked once."""
    shell = person.shell
    person.drop(folder)
    person.until("many", lambda: person.batch().state is BatchState.PAUSED and person.batch().counts.ready == MANY)
    person.until("them in view", lambda: shell.rail.key == ("batch", person.batch().id))
    person.run()
    person.until("some of many", lambda: person.batch().counts.done >= 2)
    person.until("the face of the button", lambda: shell.header.run.text() == "Pause")
    person.press("Ctrl+Shift+P")
    person.until("the pause", lambda: person.paused() and person.batch().counts.running == 0)
    done = person.batch().counts.done
    words = "Paused by you, press Run to go on"
    person.until("words of the pause", lambda: shell.status.why.accessibleName() == words)
    assert 0 < person.batch().counts.ready == MANY - done
    person.run()
    person.until("more of many", lambda: person.batch().counts.done > done)
    assert not person.paused()
    person.asked = True
    shell.actions_of["cancel-batch"].trigger()
    (question,) = person.dialogs()
    person.click("Cancel the batch", question)
    person.until("no question", lambda: not person.dialogs())
    person.asked = False
    person.turn_to_the_window()
    person.until("the end of many", lambda: person.batch().state is BatchState.FINISHED)
    counts = person.batch().counts
    assert counts.cancelled > 0
    assert counts.done + counts.cancelled == MANY, counts


def undo(person: "Person", folder: str) -> None:
    """What the batch in view wrote goes away again; asked once, after looking."""
    shell, written = person.shell, Path(folder) / "Dropmill"
    person.until("no half files", lambda: not list(written.glob(".*")))
    files = len(list(written.iterdir()))  # of one that was cancelled, the first of two may be there
    assert files >= 2 * person.batch().counts.done > 0
    person.until("an end to undo", shell.actions_of["undo-batch"].isEnabled)
    person.asked = True
    person.press("Ctrl+Z")
    person.until("the question", person.dialogs)
    (question,) = person.dialogs()
    person.click(f"Remove {files} files", question)
    person.until("no question", lambda: not person.dialogs())
    person.asked = False
    person.turn_to_the_window()
    banner = shell.page.banner
    words = f"{files} files removed"
    person.until("the outcome", lambda: banner.shown is not None and words in banner.shown.accessibleName())
    assert not written.exists(), "it was made for them"
    assert person.batch().undone is not None
    person.until("a word in the rail", lambda: shell.rail.entry().second == "Undone")


MANY = 60


def whole_day(person: "Person", photos: str, whole: str, table: str, people: str, many: str) -> None:
    """All three kinds, from an empty window to a closed one."""
    an_empty_window(person)
    pictures(person, photos, whole)
    a_table(person, table)
    letters(person, people)
    pause_and_cancel(person, many)
    undo(person, many)
    shell = person.shell
    person.until("words of the end", lambda: shell.status.count.text() == "All work is finished")
    person.press("Ctrl+Q")
    person.until("the window's end", lambda: not shell.isVisible())


def until_the_kill(person: "Person", many: str) -> None:
    """Works until it is killed."""
    person.drop(many)
    person.until("many", lambda: person.batches() and person.batch().counts.ready == MANY)
    person.run()
    person.until("work", lambda: person.batch().counts.done >= 3 and person.batch().counts.running)
    person.say("working")
    person.until("the kill", lambda: False)


def after_the_kill(person: "Person") -> None:
    """What was interrupted is said and finished; another start hands its files over; closing asks once."""
    shell = person.shell
    banner = shell.page.banner
    person.until("the banner", lambda: banner.shown is not None and banner.shown.isVisible())
    assert "was closed while" in banner.shown.accessibleName(), banner.shown.accessibleName()
    person.until("the rest", lambda: person.batch().state is BatchState.FINISHED)
    assert person.batch().counts.done == MANY
    person.say("finished")
    person.until("files of another start", lambda: len(person.batches()) == 2 and person.batch().counts.ready == MANY)
    person.until("them in view", lambda: shell.rail.key == ("batch", person.batch().id))
    person.run()
    person.until("work in sight", lambda: person.batch().counts.done and shell.header.run.text() == "Pause")
    person.asked = True
    person.press("Ctrl+Q")
    (question,) = person.dialogs()
    assert shell.isVisible()
    person.click("Stop and quit", question)
    person.until("the window's end", lambda: not shell.isVisible())


SCENES: dict[str, Callable[..., None]] = {
    scene.__name__: scene for scene in (whole_day, until_the_kill, after_the_kill)
}  # fmt: skip


def main(scene: str, data: str, paths: list[str]) -> int:
    """Open the window over `data` with a person who plays `scene`."""
    from PySide6.QtCore import QTimer

    from app.window.application import make_app, run
    from tests.window.person import Person

    person = Person(Path(data))

    def play() -> None:
        try:
            person.wait_for_the_window()
            SCENES[scene](person, *paths)
        except BaseException:  # noqa: BLE001 - whatever it is, the process must not wait for ever
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)

    make_app()
    QTimer.singleShot(0, play)
    return run(Path(data), [], WORKERS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
