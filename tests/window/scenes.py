"""What the window can show, staged: a queue in some state and the page that is open over it.

Each scene fills a `Stage` (the product's own window over a real queue file) that was shown empty. Pictures
(`screenshots.py`) and the audit (`test_audit.py`) go through all of them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from app.core.failures import Failure
from app.core.model import WatchMode
from app.core.states import JobState
from app.core.undo import UndoReport
from app.engine.commands import Submission
from app.store import lanes, watching
from app.store.metrics import add_metrics
from app.store.watching import NewWatch
from app.window.ask import Question
from app.window.banners import BannerAction
from app.window.desk import Desk
from app.window.intake import Added
from app.window.shell import Shell
from app.window.undone import Undone
from app.window.widgets import Button
from tests.window.activity.figures import busy_hour
from tests.window.look_scenes import LOOK_SCENES
from tests.window.mail_scenes import MAIL_SCENES
from tests.window.mailcheck.letters import mail_batch
from tests.window.staged import Staged, job, lisbon, now_ms, written_batch

WIDE, SMALL = (1280, 800), (720, 480)
SHOWN, CAMERA = "/photos/Lisbon/Dropmill", "/media/camera"


class Stage(Protocol):
    """The window over a staged queue."""

    staged: Staged
    shell: Shell
    desk: Desk

    def settle(self) -> object:
        """Let everything that was asked for arrive."""


def nothing(_stage: Stage) -> None:
    """An empty queue."""


def running(stage: Stage) -> None:
    """A batch at work."""
    number, progress = lisbon(stage.staged)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    table = stage.shell.page.table
    table.follow = False
    table.on_progress(progress)
    table.selectRow(7 if stage.shell.width() > SMALL[0] else 13)
    table.verticalScrollBar().setValue(5 if stage.shell.width() > SMALL[0] else 12)


def failures(stage: Stage) -> None:
    """The same batch with the drawer open."""
    running(stage)
    stage.desk.act("failures")
    stage.settle()


def dropped(stage: Stage) -> None:
    """What became of a drop."""
    left = {".pdf": 4, ".psd": 1}
    names = [job(f"IMG_{1987 + n}.jpg", n) for n in range(40)]
    names.append(job("scan7.jpg", 99, 0, state=names[0].state.FAILED, code="EMPTY_FILE", message="scan7.jpg is empty."))
    number = stage.staged.batch(names, start=False, left_out=left)
    stage.settle()
    stage.shell.rail.choose(("batch", number))


def drag(stage: Stage) -> None:
    """Files over the window."""
    running(stage)
    recipe = stage.shell.header.picker.recipe()
    others = [r for r in stage.shell.recipes if recipe is None or r.name != recipe.name][:3]
    here = Path(__file__).parents[2] / "resources"
    stage.shell.overlay.begin((str(here / "samples"), str(here / "icons" / "add.svg")), recipe, others)


def preflight(stage: Stage) -> None:
    """Messages that wait to be sent."""
    folder = stage.staged.path.parent
    people = ["Jane Cole", "Tom Reed", "Ada Ilves", "Omar Haddad", "Lena Voss", "Piet Maas", "Sara Lind", "Ivo Kral"]
    rows = [(name, f"{name.split()[0].lower()}@northwind.example", "", str(2041 + n)) for n, name in enumerate(people)]
    rows[3] = ("Omar Haddad", "omar@", "", "2044")
    rows[6] = ("Jane Cole", "jane@northwind.example", "", "2047")
    number = mail_batch(stage.staged, folder, rows)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    stage.desk.act("check-mail")


def dropped_again(stage: Stage) -> None:
    """A folder of which most was done before."""
    done = {"state": JobState.SKIPPED, "code": "ALREADY_DONE", "message": "Already done on 3 November"}
    names = [job(f"IMG_{1987 + n}.jpg", n, **done) for n in range(36)]
    names += [job(f"IMG_{2023 + n}.jpg", 36 + n) for n in range(9)]
    number = stage.staged.batch(names, start=False)
    submission = Submission("image", "{}", "Web photos", ("/photos/Lisbon",), "Lisbon trip", start=False)
    stage.desk.drops.added(Added((number,), (), (), (submission,)))
    stage.settle()
    stage.shell.rail.choose(("batch", number))


def _finished(stage: Stage) -> tuple[int, Path]:
    """A batch in view that wrote real files, and their folder."""
    out = stage.staged.path.parent / "out"
    names = [f"IMG_{2020 + n}.jpg" for n in range(14)]
    number = written_batch(stage.staged, out, names, SHOWN)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    return number, out


def undo_question(stage: Stage) -> None:
    """What undo would do."""
    _finished(stage)
    stage.desk.act("undo-batch")


def undone(stage: Stage) -> None:
    """What undo did, and that it left something."""
    number, out = _finished(stage)
    for name in ("IMG_2022.jpg", "IMG_2029.jpg"):
        (out / name).write_bytes(b"edited since")
    stage.desk.act("undo-batch")
    stage.settle()
    _answer(stage, "undo")
    stage.settle()
    why = "It was changed after Dropmill wrote it."
    left = tuple((f"{SHOWN}/{name}", why) for name in ("IMG_2022.jpg", "IMG_2029.jpg"))
    stage.desk.notices.undone(Undone(number, "Lisbon trip", UndoReport(removed=12, left=left), 2))


def undo_left(stage: Stage) -> None:
    """The list of what it left."""
    undone(stage)
    stage.settle()
    banner = stage.shell.page.banner.shown
    assert banner is not None
    next(b for b in banner.findChildren(Button) if b.property("action") == BannerAction.SHOW_LEFT).click()


def drive_away(stage: Stage) -> None:
    """A dropped folder that cannot be reached, and a batch that starts at night."""
    root = "/media/photos/Lisbon"
    number = stage.staged.batch([job(f"IMG_{2020 + n}.jpg", n, folder=root) for n in range(24)])
    stage.staged.batch([job(f"scan-{n}.jpg", n) for n in range(8)], "Scans", not_before=tonight())
    (first,) = stage.staged.claim(number, 1)
    words = f"{root} cannot be reached. Its files wait; connect the drive or put the folder back."
    failure, until = Failure("DRIVE_MISSING", words), now_ms() + 40_000
    stage.staged.writer.call(lambda tx: lanes.park_ended(tx, root, first.id, failure, until))
    stage.staged.end(first, JobState.WAITING, failure.code, failure.message)
    stage.staged.writer.call(lambda tx: lanes.park(tx, number, root))
    stage.settle()
    stage.shell.rail.choose(("batch", number))


def closing(stage: Stage) -> None:
    """The window is closed while files are in work."""
    running(stage)
    stage.settle()
    stage.shell.close()


def watched(stage: Stage) -> None:
    """Watched folders: one in order, one paused, one in trouble."""
    call = stage.staged.writer.call
    for name, recipe in (("/photos/Scans", "Web photos"), ("/srv/orders", "Clean table"), (CAMERA, "Web photos")):
        chosen = next(r for r in stage.shell.recipes if r.name == recipe)
        new = NewWatch(name, chosen.kind, chosen.name, chosen.text, None, WatchMode.NATIVE)
        number = call(partial(watching.add, new=new))
        if name == "/srv/orders":
            call(partial(watching.enable, watch=number, enabled=False))
    words = f"The watched folder {CAMERA} is not there. Dropmill looks again by itself."
    call(partial(watching.say, watch=number, code="DRIVE_MISSING", message=words))
    stage.settle()
    stage.desk.act("watches")


def tonight() -> int:
    """22:00 today, in ms UTC (tomorrow, when that is over)."""
    night = datetime.now().astimezone().replace(hour=22, minute=0, second=0, microsecond=0)
    night += timedelta(days=night <= datetime.now().astimezone())
    return round(night.timestamp() * 1000)


def _answer(stage: Stage, name: str) -> None:
    question = next(one for one in stage.shell.findChildren(Question) if one.isVisible())
    next(b for b in question.findChildren(Button) if b.property("answer") == name).click()


def welcome(stage: Stage) -> None:
    """The first start."""
    stage.desk.act("welcome")


def help_page(stage: Stage) -> None:
    """What happens to my originals?"""
    stage.desk.act("help-originals")


def opened(action: str) -> Callable[[Stage], None]:
    """The page that an action opens, over a batch at work."""

    def fill(stage: Stage) -> None:
        running(stage)
        stage.settle()
        stage.desk.act(action)

    return fill


def activity(stage: Stage) -> None:
    """A busy hour in figures."""
    running(stage)
    stage.staged.writer.call(lambda tx: add_metrics(tx, busy_hour(now_ms())))
    stage.settle()
    stage.desk.act("activity")
    stage.settle()


def settings(group: str) -> Callable[[Stage], None]:
    """A group of the settings."""

    def fill(stage: Stage) -> None:
        running(stage)
        stage.settle()
        stage.desk.pages.show_settings(group)
        stage.settle()

    return fill


SCENES: dict[str, Callable[[Stage], None]] = {
    "empty": nothing,
    "welcome": welcome,
    "help": help_page,
    "running": running,
    "failures": failures,
    "dropped": dropped,
    "drag": drag,
    "preflight": preflight,
    "dropped-again": dropped_again,
    "undo-question": undo_question,
    "undone": undone,
    "undo-left": undo_left,
    "drive-away": drive_away,
    "closing": closing,
    "watched-folders": watched,
    "activity": activity,
    "settings": settings("general"),
    "settings-processing": settings("processing"),
    "settings-originals": settings("originals"),
    "settings-notifications": settings("notifications"),
    "shortcuts": settings("shortcuts"),
    "about": settings("about"),
    **MAIL_SCENES,
    **LOOK_SCENES,
}
