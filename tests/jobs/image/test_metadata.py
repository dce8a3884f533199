"""The metadata matrix: source format × target format × mode, written and looked at by another program (exiftool)."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.jobs.image.color import srgb
from app.jobs.image.probe import opened
from app.jobs.image.rewrite import metadata_only
from app.jobs.registry import kind
from tests.jobs.context import run_one, source_of
from tests.jobs.image.samples import difference, exif_block, photo, recipe

pytestmark = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool (libimage-exiftool-perl) is not there"
)

KIND = kind("image")
SOURCES = ["a.jpg", "b.jpg", "c.png", "d.webp", "e.tif", "f.avif", "g.gif"]
TARGETS = ["jpeg", "png", "webp", "tiff", "gif", "avif", "bmp"]
AS_IT_IS = "as it is"
MODES = ["all-but-location", "all", "copyright", "none"]
HAS_EXIF = {"jpeg", "png", "webp", "tiff", "avif"}
HAS_IPTC = {"jpeg", "png", "tiff"}
HAS_DPI = {"jpeg", "png", "tiff", "bmp"}
WRITTEN = {
    "EXIF:GPSLatitude": "52.52", "EXIF:GPSLatitudeRef": "N", "EXIF:GPSLongitude": "13.405", "EXIF:GPSLongitudeRef": "E",
    "EXIF:Artist": "Jörg Müller", "EXIF:Copyright": "© 2025 Jörg Müller", "EXIF:Make": "Kamera",
    "EXIF:DateTimeOriginal": "2025:01:02 03:04:05", "EXIF:LensModel": "50 mm",
    "XMP-exif:GPSLatitude": "52.52", "XMP-exif:GPSLongitude": "13.405", "XMP-photoshop:City": "Berlin",
    "XMP-iptcCore:Location": "Mitte", "XMP-iptcExt:LocationShownCity": "Berlin", "XMP-dc:Title": "Hafen",
    "XMP-dc:Creator": "Jörg Müller", "XMP-dc:Rights": "© 2025 Jörg Müller", "XMP-tiff:Orientation": "6",
    "XMP-xmp:CreateDate": "2025:01:02 03:04:05", "XMP-xmpRights:UsageTerms": "ask first",
    "IPTC:CodedCharacterSet": "UTF8", "IPTC:City": "Berlin", "IPTC:Sub-location": "Mitte", "IPTC:ObjectName": "Hafen",
    "IPTC:By-line": "Jörg Müller", "IPTC:CopyrightNotice": "© 2025 Jörg Müller", "IPTC:DateCreated": "2025:01:02",
    "PNG:Title": "Hafen", "PNG:GPS": "52.52, 13.405", "PNG:Copyright": "© 2025 Jörg Müller",
}  # fmt: skip
PLACES = ("52.52", "13.405", "52 31", "Berlin", "Mitte")

Cells = dict[tuple[str, str, str], dict[str, Any]]


def exiftool(*arguments: str) -> str:
    return subprocess.run(["exiftool", *arguments], check=True, capture_output=True, text=True).stdout


def look(paths: list[Path]) -> dict[str, dict[str, Any]]:
    """What exiftool finds in each file, by name: {"IFD0:Artist": …}; embedded files too."""
    found = json.loads(exiftool("-j", "-G1", "-a", "-u", "-ee", "-n", *map(str, paths)))
    return {Path(each["SourceFile"]).name: each for each in found}


def make_sources(folder: Path) -> list[Path]:
    """One picture in every format, its pixels lying on their side, and everything about it said in every vocabulary."""
    stored = photo(120, 90).transpose(Image.Transpose.ROTATE_90)
    paths = [folder / name for name in SOURCES]
    for path in paths:
        sideways = path.suffix not in (".gif", ".tif", ".avif")
        options: dict[str, Any] = {} if path.suffix == ".gif" else {"exif": exif_block(6 if sideways else 1)}
        if path.suffix == ".tif":
            options["exif"] = Image.Exif()
        if path.suffix not in (".gif", ".webp", ".avif"):
            options["dpi"] = (300, 300)
        if path.name == "b.jpg":  # a phone's: a second picture behind the first, with metadata of its own
            second = photo(60, 45)
            options |= {"format": "MPO", "save_all": True, "append_images": [second]}
        (stored if sideways else photo(120, 90)).save(path, **options)
    tags = [f"-{tag}={value}" for tag, value in WRITTEN.items()]
    exiftool("-overwrite_original", "-m", "-q", *tags, *map(str, paths))
    upright = [str(path) for path in paths if path.suffix in (".gif", ".tif", ".avif")]
    exiftool("-overwrite_original", "-m", "-q", "-XMP-tiff:Orientation#=1", *upright)
    return paths


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_sources(tmp_path_factory.mktemp("matrix"))


@pytest.fixture(scope="module")
def cells(sources: list[Path]) -> Cells:
    """What exiftool sees in each output. The target "as it is" is the input with nothing but its metadata changed."""
    made: dict[str, tuple[str, str, str]] = {}
    out = sources[0].parent / "out"
    for source in sources:
        before = source.read_bytes()
        for target in TARGETS:
            outputs = [
                {"name": f"{source.stem}-{target}-{mode}", "format": target, "metadata": mode, "bigger": "write"}
                for mode in MODES
            ]
            result, context = run_one(KIND, source, recipe(outputs=outputs), out)
            assert {code for code in context.codes if code.startswith("META")} <= {"META_DROPPED"}
            assert ("META_DROPPED" in context.codes) == is_missed(source.name, target)
            for written, mode in zip(result.outputs, MODES, strict=True):
                made[Path(written).name] = (source.name, target, mode)
        for mode in MODES:
            with opened(source_of(source), {}) as picture:
                data, notes = metadata_only(picture, mode)  # type: ignore[arg-type]
            assert [note.code for note in notes if note.code.startswith("META")] == []
            name = f"{source.stem}-rewritten-{mode}{source.suffix}"
            (out / name).write_bytes(data)
            made[name] = (source.name, AS_IT_IS, mode)
        assert source.read_bytes() == before
    found = look([out / name for name in made])
    return {made[name]: each | {"path": out / name} for name, each in found.items()}


def is_missed(source: str, target: str) -> bool:
    """Whether a source says something that the target has no place for, in one of the modes."""
    if source == "g.gif":
        return False  # it holds XMP, which is never read from a GIF
    iptc, texts = source[-3:] in ("jpg", "png", "tif"), source == "c.png"
    return target not in HAS_EXIF or (iptc and target not in HAS_IPTC) or (texts and target != "png")


def values(cell: dict[str, Any], *groups: str) -> dict[str, Any]:
    """What stands in the groups whose names begin so."""
    return {key: value for key, value in cell.items() if key.startswith(groups)}


def test_the_sources_say_what_they_should(sources: list[Path]) -> None:
    for source, made in look(sources).items():
        assert ("XMP-exif:GPSLatitude", "52.52") in [(key, str(value)) for key, value in made.items()]
        assert ("GPS:GPSLatitude" in made) == (source != "g.gif")
        assert ("IPTC:City" in made) == (source[-3:] in ("jpg", "png", "tif"))


def check_what_goes(cell: dict[str, Any], mode: str) -> None:
    """Nothing is left that `mode` does not keep."""
    said = json.dumps({key: value for key, value in cell.items() if key != "path"}, ensure_ascii=False)
    assert not [key for key in cell if "Warning" in key or "Error" in key], said
    if mode != "all":
        assert not [place for place in PLACES if place in said]
        assert not [key for key in cell if "GPS" in key]
    if mode == "none":
        assert "Jörg" not in said
        assert not values(cell, "XMP", "IPTC", "Photoshop", "GPS", "ExifIFD", "PNG:Title", "PNG:Copyright", "IFD0:Make")
    if mode == "copyright":
        assert not {"IFD0:Make", "ExifIFD:LensModel", "XMP-dc:Title", "IPTC:ObjectName"} & cell.keys()


def check_what_stays(cell: dict[str, Any], mode: str, has_iptc: bool) -> None:
    assert (cell["IFD0:Artist"], cell["IFD0:Copyright"]) == ("Jörg Müller", "© 2025 Jörg Müller")
    assert cell["ExifIFD:DateTimeOriginal"] == "2025:01:02 03:04:05"
    assert (cell["XMP-dc:Creator"], cell["XMP-dc:Rights"]) == ("Jörg Müller", "© 2025 Jörg Müller")
    assert cell["XMP-xmpRights:UsageTerms"] == "ask first"
    if has_iptc:
        assert (cell["IPTC:By-line"], cell["IPTC:CopyrightNotice"]) == ("Jörg Müller", "© 2025 Jörg Müller")
        assert ("IPTC:City" in cell) == (mode == "all")
    if mode != "copyright":
        assert {"XMP-dc:Title", "IFD0:Make", "ExifIFD:LensModel"} <= cell.keys()
        assert ("IPTC:ObjectName" in cell) == has_iptc
    for place in ("GPS:GPSLatitude", "XMP-exif:GPSLatitude"):
        assert (place in cell) == (mode == "all")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_cell(cells: Cells, source: str, target: str, mode: str) -> None:
    cell = cells[source, target, mode]
    check_what_goes(cell, mode)
    assert not values(cell, "IFD1", "MPF", "MPImage")
    assert not [key for key in cell if key.endswith(("ThumbnailImage", "PreviewImage"))]
    assert (cell.get("IFD0:Orientation", 1), cell.get("XMP-tiff:Orientation", 1)) == (1, 1)
    if mode != "none" and target in HAS_EXIF and source != "g.gif":
        check_what_stays(cell, mode, source[-3:] in ("jpg", "png", "tif") and target in HAS_IPTC)
    with Image.open(cell["path"]) as image:
        assert image.size == (120, 90)
        assert difference(image, photo(120, 90)) < 6
        if target in HAS_DPI and source[-3:] in ("jpg", "png", "tif"):
            assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
        assert image.info.get("icc_profile") == (srgb() if target in HAS_EXIF else None)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("source", SOURCES)
def test_metadata_alone(cells: Cells, sources: list[Path], source: str, mode: str) -> None:
    cell = cells[source, AS_IT_IS, mode]
    check_what_goes(cell, mode)
    if mode not in ("none", "all") and source != "g.gif":
        check_what_stays(cell, mode, source[-3:] in ("jpg", "png", "tif"))
    with Image.open(sources[SOURCES.index(source)]) as old, Image.open(cell["path"]) as new:
        assert difference(old, new) == 0
        if mode == "all-but-location" and old.format not in ("TIFF", "GIF"):
            assert new.getexif().get(0x112) == old.getexif().get(0x112)


def test_rights_that_only_xmp_or_iptc_say_reach_every_format(tmp_path: Path) -> None:
    for number, tags in enumerate(
        (
            ["-XMP-dc:Rights=© Anna", "-XMP-dc:Creator=Anna", "-XMP-photoshop:DateCreated=2025:01:02 03:04:05"],
            [
                "-IPTC:CodedCharacterSet=UTF8",
                "-IPTC:CopyrightNotice=© Anna",
                "-IPTC:By-line=Anna",
                "-IPTC:DateCreated=2025:01:02",
                "-IPTC:TimeCreated=03:04:05",
            ],
        )
    ):
        path = tmp_path / f"{number}.jpg"
        photo(60, 40).save(path)
        exiftool("-overwrite_original", "-q", *tags, str(path))
        outputs = [
            {"name": f"{number}-{target}", "format": target, "metadata": "copyright"} for target in sorted(HAS_EXIF)
        ]
        result, _ = run_one(KIND, path, recipe(outputs=outputs), tmp_path / "out")
        for found in look([Path(written) for written in result.outputs]).values():
            assert (found["IFD0:Copyright"], found["IFD0:Artist"]) == ("© Anna", "Anna")
            assert found["ExifIFD:DateTimeOriginal"] == "2025:01:02 03:04:05"
