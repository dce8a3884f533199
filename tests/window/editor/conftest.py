"""What the tests of the editor share: a process that makes previews, files to try, and an editor in a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.engine.previews import Previewer
from app.engine.worker.board import Board
from app.engine.worker.process import WorkerProcess
from app.store.reader import Reader
from app.system.recipes import Shelf
from app.window.bridge import Bridge
from app.window.editor.page import EditorPage, Start
from app.window.theme import Appearance, Theme
from tests.waiting import until
from tests.window.staged import Staged

PHOTO = """{"dropmill": 1, "kind": "image", "name": "Web photos", "steps": [
 {"do": "resize", "mode": "long-edge", "size": 1600}, {"do": "adjust", "sharpen": 0.3}],
 "outputs": [{"name": "{name}", "format": "jpeg", "quality": 82},
  {"name": "{name}-thumb", "format": "webp", "quality": 80,
   "steps": [{"do": "resize", "mode": "fit", "width": 256, "height": 256}]}]}"""
TABLE = """{"dropmill": 1, "kind": "table", "name": "Clean orders", "steps": [
 {"do": "filter", "where": "num(amount) > 50"}, {"do": "compute", "columns": {"gross": "round(num(amount) * 1.19, 2)"}},
 {"do": "dedupe", "by": ["id"]}, {"do": "select", "columns": ["id", "customer", "amount", "gross"]}]}"""
MAIL = """{"dropmill": 1, "kind": "mail", "name": "Invoices", "account": "work", "message": {"to": "{{ email }}",
 "subject": "Invoice {{ number }}", "text": "Dear {{ name }},\\n\\nthank you for your order."}}"""
ORDERS = "id,customer,amount\n10231,Mäder AG,120.00\n10232,Ola Nordmann,89.50\n10233,Beate Klein,12.00\n10235,K.,n/a\n"
PEOPLE = "name,email,number,First Name\nOla,ola@nordmann.example,2026-0412,Ola\nJane,jane@example.org,2026-0413,Jane\n"


@pytest.fixture(scope="session")
def previewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewer]:
    """Real previews, from a process of their own."""
    board = Board(tmp_path_factory.mktemp("previews") / "progress.board", 1, create=True)
    made = Previewer(WorkerProcess(board, 0))
    yield made
    made.close()
    board.close()


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    """A queue that nothing is in: made once."""
    made = Staged(tmp_path_factory.mktemp("queue"))
    yield made
    made.finish()


@pytest.fixture
def photo(tmp_path: Path) -> str:
    """A picture of 900 × 600."""
    path = tmp_path / "IMG_2035.jpg"
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(path, quality=95)
    return str(path)


@pytest.fixture
def orders(tmp_path: Path) -> str:
    """A table with an amount that is no number."""
    path = tmp_path / "orders-05.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return str(path)


@pytest.fixture
def people(tmp_path: Path) -> str:
    """A list of two people."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return str(path)


class Editing:
    """An editor in a window, over a shelf of its own."""

    def __init__(self, app: QApplication, staged: Staged, folder: Path, previewer: Previewer | None) -> None:
        self.theme = Theme(app, Appearance.LIGHT)
        self.shelf = Shelf(folder / "recipes")
        self.reads: Bridge[Reader] = Bridge(staged.reader, "reads").owning()
        self._previewer = previewer
        self.window = QMainWindow()
        self.said: list[str] = []
        self.page: EditorPage

    def open(self, text: str, name: str = "", sample: str = "", width: int = 1068, height: int = 718) -> EditorPage:
        """The editor of the recipe `text`, saved under `name` ("" = a new one called "New")."""
        if name:
            self.shelf.save(text, name=name, replace=True)
        ask = self._previewer.ask if self._previewer is not None else None
        self.page = page = EditorPage(self.shelf, self.reads, ask, Start(text, name or "New", name, sample))
        page.said.connect(self.said.append)
        self.window.setCentralWidget(page)
        self.window.resize(width, height)
        self.window.show()
        self.settle()
        return page

    def settle(self) -> None:
        """Let every answer arrive."""
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            QApplication.processEvents()
            quiet = 0 if self.page.pane.waiting or not self.reads.idle else quiet + 1
            return quiet > 3

        until(still)

    def close(self) -> None:
        self.page.pane.forget()
        self.window.close()
        self.reads.close()
        self.window.deleteLater()
        self.theme.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else themes restyle what is long closed


@pytest.fixture
def editing(qapp: QApplication, still: Staged, tmp_path: Path, previewer: Previewer) -> Iterator[Editing]:
    """An editor with real previews."""
    made = Editing(qapp, still, tmp_path, previewer)
    yield made
    made.close()


@pytest.fixture
def quiet(qapp: QApplication, still: Staged, tmp_path: Path) -> Iterator[Editing]:
    """An editor that nobody answers."""
    made = Editing(qapp, still, tmp_path, None)
    yield made
    made.close()
