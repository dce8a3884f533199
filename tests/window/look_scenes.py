"""Scenes of the inspector and of the preview sheet, for pictures and for the audit. They come last: the
panel stays open.

The looks in them are real previews of files made for them; no process is asked.
"""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from app.core.failures import Warn
from app.core.states import JobState
from app.window.looks.seen import Seen
from app.window.preview.page import PreviewPage
from tests.window.looks.previews import CLEAN, WEB, orders, picture, seen_of
from tests.window.staged import job

FOLDER = "/photos/Lisbon"
# Words that come from below the window and are shown as they are: the audit finds them among a batch's options.
SAID = [
    "IMG_2035-thumb.webp", "IMG_2035.jpg is open in another program.", "IMG_2035.jpg: its colours were converted.",
    "orders-05.rejects.csv", "not a number: n/a", "work",
]  # fmt: skip


def _seen(kind: str) -> Seen:
    with tempfile.TemporaryDirectory() as folder:
        if kind == "image":
            return seen_of("image", WEB, picture(Path(folder) / "IMG_1987.jpg", (960, 600)))
        return seen_of("table", CLEAN, orders(Path(folder) / "orders-05.csv"))


def preview(stage: Any) -> None:
    """What a batch that waits is going to write."""
    jobs = []
    for n in range(30):
        stem, warnings = f"IMG_{1987 + n}", ()
        taken = " (2)" if n == 1 else ""
        plan = [("0", f"{FOLDER}/Dropmill/{stem}{taken}.jpg"), ("1", f"{FOLDER}/Dropmill/{stem}-thumb{taken}.webp")]
        if taken:
            warnings = (Warn("RENAMED", "Written under another name: the name was taken."),)
        broken = {"state": JobState.FAILED, "code": "NOT_AN_IMAGE", "message": f"{stem}.jpg is not a picture."}
        jobs.append(job(f"{stem}.jpg", n, 4_200_000, plan=plan, warnings=warnings, **(broken if n == 4 else {})))
    text = json.dumps({"dropmill": 1, "kind": "image", "place": {"exists": "number"}})
    number = stage.staged.batch(jobs, start=False, text=text)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    stage.desk.act("preview")
    stage.settle()
    page = stage.shell.shown_page
    assert isinstance(page, PreviewPage)
    while page.reading:
        stage.settle()
    page.pane.show_seen(_seen("image"))
    page._sample_seen(_seen("image"))


def _inspect(stage: Any, batch: int, rows: int = 1) -> Any:
    stage.settle()
    stage.shell.rail.choose(("batch", batch))
    stage.settle()
    inspector = stage.desk.pages.inspector
    if not stage.shell.side.is_open:
        inspector.toggle()
    model = stage.shell.page.model
    chosen = QItemSelection(model.index(0, 0), model.index(rows - 1, model.columnCount() - 1))
    flags = QItemSelectionModel.SelectionFlag
    stage.shell.page.table.selectionModel().select(chosen, flags.ClearAndSelect)
    inspector.read()
    stage.settle()
    return inspector.panel


def inspector_picture(stage: Any) -> None:
    """A picture that was done at the second try."""
    number = stage.staged.batch([job("IMG_2035.jpg", 1, 4_600_000)], "Lisbon trip", text=WEB, said=SAID)
    (claimed,) = stage.staged.claim(number, 1)
    message = "IMG_2035.jpg is open in another program."
    stage.staged.end(claimed, JobState.WAITING, "SOURCE_LOCKED", message, run_at=1)
    stage.staged.writer.call(lambda tx: tx.rows("due", {"now": tx.now}))
    (claimed,) = stage.staged.claim(number, 1)
    outputs = (f"{FOLDER}/Dropmill/IMG_2035.jpg", f"{FOLDER}/Dropmill/IMG_2035-thumb.webp")
    warnings = (Warn("PROFILE", "IMG_2035.jpg: its colours were converted."),)
    stage.staged.end(claimed, JobState.DONE, outputs=outputs, bytes_out=642_000, warnings=warnings)
    _inspect(stage, number).pane.show_seen(_seen("image"))


def inspector_table(stage: Any) -> None:
    """A table with rows that changed, went and were rejected."""
    number = stage.staged.batch(
        [job("orders-05.csv", 1, 391_000, "/srv/orders")], "Orders Q3", "table", "Clean table", said=SAID
    )
    (claimed,) = stage.staged.claim(number, 1)
    final = {
        "read": 4812, "written": 4630, "removed": {"filter": 98, "dedupe": 23}, "rejected": 61, "created": 0,
        "rejects": "/srv/orders/Dropmill/orders-05.rejects.csv",
    }  # fmt: skip
    outputs = ("/srv/orders/Dropmill/orders-05.csv",)
    stage.staged.end(claimed, JobState.DONE, outputs=outputs, bytes_out=391_000, extra={"table": final})
    panel = _inspect(stage, number)
    panel.pane._final = final
    panel.pane.show_seen(_seen("table"))


def inspector_message(stage: Any) -> None:
    """A message of which nobody knows whether it arrived."""
    payload = {
        "subject": "Invoice 2026-0416", "to": {"name": "Jane Cole", "address": "jane@northwind.example"},
        "text": "Hello Jane", "message_id": "<dm-41-9f2c7e@northwind.example>",
        "attachments": [{"name": "2026-0416.pdf", "path": "/srv/2026-0416.pdf", "size": 118_000}],
    }  # fmt: skip
    number = stage.staged.batch(
        [job("jane@northwind.example", 1, 0, payload=payload)], "invoices.csv", "mail", "Invoices", said=SAID
    )
    (claimed,) = stage.staged.claim(number, 1)
    stage.staged.end(claimed, JobState.UNCONFIRMED, "UNCERTAIN", "The connection was lost after the message left.")
    _inspect(stage, number)


def inspector_several(stage: Any) -> None:
    """Several files at once."""
    number = stage.staged.batch([job(f"IMG_{2050 + n}.jpg", n) for n in range(14)])
    _inspect(stage, number, 14)


LOOK_SCENES: dict[str, Callable[[Any], None]] = {
    "preview": preview,
    "inspector-picture": inspector_picture,
    "inspector-table": inspector_table,
    "inspector-message": inspector_message,
    "inspector-several": inspector_several,
}
