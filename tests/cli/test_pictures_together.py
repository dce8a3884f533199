"""Recipes that make one file of all pictures, through the real program: one job, bad inputs left out, undone whole."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.program import Program
from tests.jobs.image.pdfs import read


@pytest.mark.parametrize(
    ("recipe", "name"), [("Photos to PDF", "pictures.pdf"), ("Contact sheet", "pictures contact sheet.jpg")]
)
def test_all_pictures_become_one_file(dropmill: Program, pictures: Path, recipe: str, name: str) -> None:
    before = {path.name: path.read_bytes() for path in pictures.iterdir()}
    out = dropmill.data / "out"
    ended = dropmill("run", "--recipe", recipe, "--out", out, "--json", pictures)
    (job,) = [line for line in ended.lines if line["event"] == "job"]
    assert (ended.code, job["state"], ended.summary["done"]) == (0, "done", 1)
    (written,) = [Path(path) for path in job["outputs"]]
    assert written.name == name
    left_out = [warning["message"] for warning in job["warnings"] if warning["code"] == "LEFT_OUT"]
    assert len(left_out) == 1
    assert "c.jpg" in left_out[0]
    if written.suffix == ".pdf":
        pages = [page.image.convert("RGB").getpixel((30, 20)) for page in read(written.read_bytes())]
    else:
        with Image.open(written) as sheet:
            pages = [sheet.getpixel((144 + 272 * n, 144)) for n in (0, 1)]
    (red, _, _), (_, _, blue) = pages  # type: ignore[misc]
    assert min(red, blue) > 240
    assert len(pages) == 2
    assert {path.name: path.read_bytes() for path in pictures.iterdir()} == before
    assert [path for path in out.rglob("*") if path.is_file()] == [written]
    assert dropmill("undo", ended.summary["batch"]).code == 0
    assert not written.exists()
