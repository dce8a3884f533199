"""Real previews of real files, made by the kinds themselves (in this process: what is looked at here is their look)."""

import json
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PIL import Image

from app.core.failures import Failure
from app.jobs.base import JobError, PlanRequest, Preview, Source
from app.jobs.registry import kind, parse_recipe
from app.window.looks.seen import Seen, seen

WEB = json.dumps(
    {
        "dropmill": 1, "kind": "image", "steps": [{"do": "resize", "mode": "long-edge", "size": 160}],
        "outputs": [{"format": "jpeg"}, {"name": "{name}-small", "format": "webp"}],
    }
)  # fmt: skip
CLEAN = json.dumps(
    {
        "dropmill": 1, "kind": "table",
        "steps": [
            {"do": "trim", "columns": ["customer"]}, {"do": "filter", "where": "num(amount) > 50"},
            {"do": "compute", "columns": {"gross": "num(amount) * 2"}}, {"do": "drop", "columns": ["note"]},
        ],
    }
)  # fmt: skip
ORDERS = "id,customer,amount,note\n1,Ann,60,x\n2, Bob,70,y\n3,Cid,10,z\n4,Dan,n/a,z\n"


def source_of(path: Path) -> Source:
    status = path.stat()
    return Source(str(path), str(path.parent), status.st_size, status.st_mtime_ns, 1)


def previewed(kind_name: str, recipe: str, path: Path, request: PlanRequest | None = None) -> Preview:
    return kind(kind_name).preview(source_of(path), parse_recipe(recipe), request or PlanRequest())


def seen_of(kind_name: str, recipe: str, path: Path) -> Seen:
    return seen(kind_name, previewed(kind_name, recipe, path))


def picture(path: Path, size: tuple[int, int] = (320, 200)) -> Path:
    Image.linear_gradient("L").resize(size).convert("RGB").save(path, quality=95)
    return path


def orders(path: Path) -> Path:
    path.write_text(ORDERS)
    return path


class Previews:
    """Answers as `Backend.preview` does, but only when the test says so; remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str, PlanRequest | None]] = []
        self.waiting: list[Future[Preview]] = []

    def __call__(self, kind_name: str, recipe: str, path: str, request: PlanRequest | None = None) -> "Future[Preview]":
        self.asked.append((kind_name, recipe, path, request))
        self.waiting.append(Future())
        return self.waiting[-1]

    def answer(self, place: int = -1) -> None:
        """Really look at the file of the question at `place`."""
        kind_name, recipe, path, request = self.asked[place]
        try:
            self.waiting[place].set_result(previewed(kind_name, recipe, Path(path), request))
        except JobError as error:
            self.waiting[place].set_exception(error)

    def refuse(self, failure: Failure, place: int = -1) -> None:
        self.waiting[place].set_exception(JobError(failure.code, failure.message))

    def paths(self) -> Sequence[str]:
        return [Path(each[2]).name for each in self.asked]


def row(**more: Any) -> dict[str, Any]:
    """A row of a list, as the preview of e-mail describes it."""
    return {
        "row": 1, "state": "ready", "to": "jane@harbour.example", "code": None, "message": None,
        "from": "ann@northwind.example", "subject": "Invoice", "cc": [], "bcc": [], "text": "Hello Jane",
        "html": None, "attachments": [], "size": 900, **more,
    }  # fmt: skip
