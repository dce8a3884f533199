"""The picture recipes that ship with the program, on real files: each does what its name says."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.base import PlanRequest
from app.jobs.image import exif
from app.jobs.image.recipe import ImageRecipe
from app.jobs.registry import parse_recipe
from tests.jobs.context import Context, source_of
from tests.jobs.image.pdfs import read
from tests.jobs.image.samples import difference, exif_block, noisy, photo, saved
from tests.jobs.image.test_run import KIND

FOLDER = Path(__file__).parents[3] / "resources" / "recipes"


def shipped(name: str) -> ImageRecipe:
    recipes = [parse_recipe(path.read_text("utf-8")) for path in FOLDER.glob("*.json")]
    (found,) = [recipe for recipe in recipes if recipe.name == name]
    assert isinstance(found, ImageRecipe)
    return found


def done(name: str, *paths: Path) -> list[Path]:
    """What a shipped recipe writes for `paths`."""
    made = shipped(name)
    written: list[Path] = []
    sources = [source_of(path, path.parent, number) for number, path in enumerate(paths, 1)]
    for plan in KIND.plan(sources, made, PlanRequest()):
        for job in plan.jobs:
            context = Context(job.source, made, {o.name: o for o in job.outputs}, job.payload)
            written += [Path(path) for path in KIND.run(context).outputs]
    return written


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    """A photo with grain as a camera held upright saves it: lying, with a tag, a place and a maker's note."""
    folder = tmp_path / "Lisbon"
    folder.mkdir()
    return saved(folder / "a.jpg", noisy(2400, 1800), quality=93, exif=exif_block(6, size=(2400, 1800)))


def opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
        return image


def test_web_photos(camera: Path) -> None:
    photo_, thumb = done("Web photos", camera)
    assert (opened(photo_).size, opened(thumb).size) == ((1200, 1600), (192, 256))
    assert (photo_.name, thumb.name) == ("a.jpg", "a-thumb.webp")
    assert b"GPS" not in photo_.read_bytes()


def test_thumbnails_and_jpeg(camera: Path) -> None:
    (thumb,) = done("Thumbnails", camera)
    assert (thumb.name, opened(thumb).size) == ("a-320.webp", (320, 320))
    (plain,) = done("Convert to JPEG", saved(camera.parent / "b.png"))
    assert (opened(plain).format, opened(plain).size) == ("JPEG", (320, 240))


def test_email_attachments_are_small_enough(camera: Path) -> None:
    (attachment,) = done("E-mail attachments under 500 kB", camera)
    assert attachment.stat().st_size <= 500_000
    assert opened(attachment).size == (1500, 2000)


def test_metadata_goes_and_every_pixel_stays_upright_to_the_eye(camera: Path) -> None:
    (clean,) = done("Remove location and metadata", camera)
    data = clean.read_bytes()
    for word in (b"GPS", b"Someone", b"MAKERNOTE", b"2025:01:02", b"Camera"):
        assert word not in data
    old, new = opened(camera), opened(clean)
    assert new.tobytes() == old.tobytes()
    assert new.getexif().get(exif.ORIENTATION) == 6


def test_product_photos_are_square_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    clear.paste((200, 0, 0, 255), (300, 200, 600, 400))
    (made,) = done("Product photos, square on white", saved(tmp_path / "a.png", clear))
    image = opened(made)
    assert (image.format, image.size) == ("JPEG", (900, 900))
    for at in ((5, 5), (5, 450), (895, 895), (450, 200)):
        assert min(image.getpixel(at)) > 250  # type: ignore[type-var, arg-type]
    assert image.getpixel((450, 450))[0] > 180  # type: ignore[index]


def test_watermark(tmp_path: Path) -> None:
    (made,) = done("Watermark", saved(tmp_path / "a.png", Image.new("RGB", (800, 600), (90, 90, 90))))
    image = opened(made)
    flat = Image.new("RGB", (800, 600), (90, 90, 90))
    corner = (600, 500, 800, 600)
    assert difference(image.crop(corner), flat.crop(corner)) > 1
    assert difference(image.crop((0, 0, 600, 500)), flat.crop((0, 0, 600, 500))) == 0


def test_archive_keeps_pixels_metadata_and_profile(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", exif=exif_block(1))
    (made,) = done("Archive to lossless WebP", path)
    image = opened(made)
    assert image.format == "WEBP"
    assert image.convert("RGB").tobytes() == photo().tobytes()
    assert image.getexif().get_ifd(exif.GPS_IFD)[2] == (52.0, 31.0, 12.0)


def test_contact_sheet_and_pdf_are_named_after_the_folder(camera: Path) -> None:
    paths = [camera, saved(camera.parent / "b.png"), saved(camera.parent / "c.png", photo(100, 300))]
    (sheet,) = done("Contact sheet", *paths)
    (pdf,) = done("Photos to PDF", *paths)
    assert (sheet.name, opened(sheet).size) == ("Lisbon contact sheet.jpg", (16 + 3 * 272, 16 + 272 + 2 * 18))
    assert pdf.name == "Lisbon.pdf"
    assert [page.image.size for page in read(pdf.read_bytes())] == [(1800, 2400), (320, 240), (100, 300)]


def test_every_shipped_recipe_is_what_a_person_would_write() -> None:
    names: dict[str, Any] = {}
    for path in FOLDER.glob("*.json"):
        made = parse_recipe(path.read_text("utf-8"))
        assert made.name
        assert made.name not in names
        assert parse_recipe(made.to_json()) == made
        names[made.name] = made
