"""Metadata exchanged around the very same pixels, and nothing hidden that gets through."""

import contextlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin, TiffImagePlugin

from app.jobs.base import JobError
from app.jobs.image import exif
from app.jobs.image.container import ContainerProblem
from app.jobs.image.metadata import Metadata
from app.jobs.image.probe import opened
from app.jobs.image.rewrite import metadata_only, rewrite
from app.jobs.registry import kind
from tests.jobs.context import run_one, source_of
from tests.jobs.image.samples import XMP, exif_block, iptc, photo, recipe, saved

SECRET = b"GPS 52.5167 N 13.4000 E"
LABELS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF", "tiff": "TIFF"}
ANIMATED = ["png", "webp", "gif", "avif"]
PLACES = (b"GPSL", b"Berlin", b"13,24.6E", struct.pack("<6I", 52, 1, 31, 1, 12, 1))


def stored(label: str, **options: object) -> bytes:
    """A picture that no encoding of ours makes smaller."""
    image = photo(120, 90)
    made = io.BytesIO()
    few = image.quantize(16) if label in ("PNG", "GIF") else image
    few.save(made, label, **({"quality": 1} if label in ("JPEG", "WEBP", "AVIF") else {}), **options)
    return made.getvalue()


def told(label: str) -> bytes:
    """The same, with all the metadata that the format can hold."""
    options: dict[str, object] = {"exif": exif_block(6), "xmp": XMP.replace(b"ORIENT", b"6")}
    if label == "JPEG":
        options |= {"extra": b"\xff\xed" + (len(iptc()) + 2).to_bytes(2) + iptc(), "comment": b"a note"}
    elif label == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Title", "Harbour")
        texts.add_text("exif:GPSLatitude", "52/1, 31/1, 12/1")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options = {"exif": exif_block(6), "pnginfo": texts}
    elif label == "GIF":
        options = {"comment": b"taken at latitude 52.5, Berlin"}
    elif label == "TIFF":
        block = Image.Exif()
        block.load(exif_block(6))
        block[700] = XMP
        block[65_000] = SECRET.decode()
        options = {"exif": block, "dpi": (300, 300)}
    return stored(label, **options)


def animation(label: str) -> bytes:
    made = io.BytesIO()
    frames = [photo(60, 40).point(lambda value, n=n: value // (n + 1)) for n in range(3)]
    options = {"exif": exif_block(1)} if label != "GIF" else {"comment": SECRET}
    frames[0].save(made, label, save_all=True, append_images=frames[1:], duration=80, loop=0, **options)
    return made.getvalue()


def pixels(data: bytes) -> list[bytes]:
    """Every frame, decoded; the orientation is not looked at."""
    with Image.open(io.BytesIO(data)) as image:
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            image.tag_v2.pop(exif.ORIENTATION, None)
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            found.append(image.convert("RGBA").tobytes())
    return found


def cleaned(path: Path, mode: str) -> bytes:
    with opened(source_of(path), {}) as picture:
        data, notes = metadata_only(picture, mode)  # type: ignore[arg-type]
    assert [note.code for note in notes if note.code.startswith("META")] == []
    return data


@pytest.mark.parametrize("mode", ["all-but-location", "all", "copyright", "none"])
@pytest.mark.parametrize("name", LABELS)
def test_metadata_goes_and_pixels_stay(tmp_path: Path, name: str, mode: str) -> None:
    path = tmp_path / f"a.{name}"
    path.write_bytes(told(LABELS[name]))
    before = path.read_bytes()
    data = cleaned(path, mode)
    assert path.read_bytes() == before
    assert pixels(data) == pixels(before)
    if mode == "all":
        assert data == before
        return
    for word in (*PLACES, SECRET):
        assert word not in data
    assert (b"Camera" in data) == (mode == "all-but-location" and name != "gif")
    assert (b"(c) Someone" in data) == (mode != "none" and name != "gif")
    assert (b"MAKERNOTE123" in data) == (mode == "all-but-location" and name != "gif")
    with Image.open(path) as old, Image.open(io.BytesIO(data)) as image:
        assert image.getexif().get_ifd(exif.GPS_IFD) == {}
        if mode == "all-but-location" and name != "gif":
            assert image.getexif()[exif.ORIENTATION] == 6  # pixels are not turned, so they must say so
        assert image.info.get("dpi") == old.info.get("dpi")


@pytest.mark.parametrize("name", ANIMATED)
def test_animations_stay_as_they_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a.{name}"
    path.write_bytes(animation(LABELS[name]))
    data = cleaned(path, "none")
    assert pixels(data) == pixels(path.read_bytes())
    for word in (*PLACES, SECRET, b"Camera"):
        assert word not in data
    with Image.open(path) as old, Image.open(io.BytesIO(data)) as new:
        assert (old.n_frames, old.info.get("loop")) == (new.n_frames, new.info.get("loop"))


@pytest.mark.parametrize("name", LABELS)
def test_what_says_nothing_stays_byte_for_byte(name: str) -> None:
    data = stored(LABELS[name])
    assert rewrite(data, name, Metadata(), "none") == data


def test_pages_of_a_tiff_all_lose_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    second = photo(50, 40)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[270] = "the second page"
    tags[700] = XMP
    tags[34_737] = SECRET.decode()  # GeoTIFF
    second.encoderinfo = {"tiffinfo": tags}  # how Pillow takes tags of a later page
    photo(120, 90).save(path, compression="tiff_adobe_deflate", save_all=True, append_images=[second])
    data = cleaned(path, "all-but-location")
    assert SECRET not in data
    assert b"Berlin" not in data
    assert b"the second page" in data
    assert b"the second page" not in cleaned(path, "none")
    assert pixels(data) == pixels(path.read_bytes())


def test_a_tiff_whose_metadata_lies_over_its_pixels_is_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.tif", photo(30, 20), exif=exif_block(1, thumbnail=False))
    data = bytearray(path.read_bytes())
    at = data.index(struct.pack("<HH", 34_853, 4))  # the pointer to the GPS directory: to the strip instead
    strip = data.index(struct.pack("<HH", 273, 4))
    data[at + 8 : at + 12] = data[strip + 8 : strip + 12]
    (begin,) = struct.unpack_from("<I", data, strip + 8)
    data[begin : begin + 2] = b"\0\0"
    path.write_bytes(data)
    with opened(source_of(path), {}) as picture, pytest.raises(JobError) as caught:
        metadata_only(picture, "all-but-location")
    assert caught.value.failure.code == "UNSUPPORTED"
    assert "a.tif" in caught.value.failure.message


def test_longer_metadata_finds_room_in_an_avif() -> None:
    data = told("AVIF")
    block = exif_block(1) + bytes(3000)
    made = rewrite(data, "avif", Metadata(exif=block), "copyright")
    with Image.open(io.BytesIO(made)) as image:
        assert image.getexif()[0x8298] == "(c) Someone"
    assert block.removeprefix(exif.PREFIX) in made
    assert pixels(made) == pixels(data)


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_that_ends_early_is_a_coded_failure(tmp_path: Path, name: str, share: float) -> None:
    data = told(LABELS[name])
    path = tmp_path / f"a.{name}"
    path.write_bytes(data[: int(len(data) * share)])
    try:
        with opened(source_of(path), {}) as picture:
            metadata_only(picture, "none")
    except JobError as error:
        assert error.failure.code in ("CORRUPT", "UNSUPPORTED")


@pytest.mark.parametrize("name", ["png", "webp", "gif", "avif"])
def test_a_cut_file_is_no_container(name: str) -> None:
    data = told(LABELS[name])
    for end in range(60, len(data) - 2, 97):
        with pytest.raises(ContainerProblem):
            rewrite(data[:end], name, Metadata(), "none")


def test_a_big_tiff_says_what_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.tif", big_tiff=True)
    with opened(source_of(path), {}) as picture, pytest.raises(JobError, match="a BigTIFF") as caught:
        metadata_only(picture, "none")
    assert caught.value.failure.code == "UNSUPPORTED"


@settings(max_examples=60)
@given(data=st.data(), name=st.sampled_from(sorted(LABELS)))
def test_damage_gives_one_kind_of_exception(data: st.DataObject, name: str) -> None:
    content = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ContainerProblem):
        rewrite(bytes(content), name, Metadata(exif=exif_block(1), xmp=XMP), "all-but-location")


SAMPLES = {name: told(label) for name, label in LABELS.items()}


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _parted(tiff: bytes) -> bytes:
    """A TIFF with the secret between its pixels and its directory."""
    (first,) = struct.unpack_from("<I", tiff, 4)
    (count,) = struct.unpack_from("<H", tiff, first)
    directory = tiff[first : first + 2 + 12 * count + 4]
    return (
        tiff[:4]
        + struct.pack("<I", len(tiff) + len(SECRET) + len(SECRET) % 2)
        + tiff[8:]
        + SECRET.ljust(len(SECRET) + len(SECRET) % 2)
        + directory
    )


def hidden(place: Path) -> list[Path]:
    """Files with the secret where no reader of metadata looks."""
    png, gif, avif = stored("PNG"), stored("GIF"), stored("AVIF")
    table = 13 + (3 << (gif[10] & 7) + 1)
    files = {
        "behind.jpg": stored("JPEG") + SECRET,
        "behind.png": png + SECRET,
        "private.png": png[:33] + chunk(b"gpSx", SECRET) + png[33:],
        "profile.png": png[:33] + chunk(b"tEXt", b"Raw profile type x\0" + SECRET) + png[33:],
        "behind.webp": stored("WEBP") + SECRET,
        "behind.avif": avif + SECRET,
        "private.gif": gif[:table] + b"\x21\xff\x0bGPSDATA0001" + bytes([len(SECRET)]) + SECRET + b"\0" + gif[table:],
        "behind.tif": stored("TIFF") + SECRET,
        "inside.tif": _parted(stored("TIFF")),
        "private.avif": avif + struct.pack(">I", 8 + len(SECRET)) + b"uuid" + SECRET,
    }
    for name, data in files.items():
        (place / name).write_bytes(data)
    made = [place / name for name in files]
    for tag in (34737, 65000):  # GeoTIFF, private
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[tag] = SECRET.decode()
        path = place / f"{tag}.tif"
        photo(120, 90).save(path, compression="tiff_lzw", tiffinfo=tags)
        made.append(path)
    return made


@pytest.mark.parametrize("mode", ["all-but-location", "copyright", "none"])
def test_a_place_that_hides_outside_the_metadata_does_not_get_through(tmp_path: Path, mode: str) -> None:
    for path in hidden(tmp_path):
        assert SECRET in path.read_bytes(), path.name
        written = cleaned(path, mode)
        assert SECRET not in written, path.name
        kept, _ = run_one(kind("image"), path, recipe(outputs=[{"metadata": mode}]), tmp_path / "out")
        assert SECRET not in Path(kept.outputs[0]).read_bytes(), path.name
        assert pixels(written) == pixels(path.read_bytes())
