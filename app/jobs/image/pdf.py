"""PDF files whose pages are pictures.

Owns: the few objects of PDF 1.7 (ISO 32000-1) that this takes, and the size of a page. Must not know: recipes' steps,
files on disk. Pillow's own writer puts the time into each file (equal input must give equal bytes), wants all pages in
memory and has no colour profiles.
"""

import io
import zlib
from dataclasses import dataclass, replace
from typing import IO

from PIL import Image

from app.jobs.image.formats import FULL_COLOR_QUALITY, PDF
from app.jobs.image.jpeg_buffer import room_for
from app.jobs.image.picture import Picture, Size
from app.jobs.image.recipe import Output

POINTS = 72  # an inch
DPI = 150  # of a picture that names no resolution: a photo is then as sharp on paper as it is on a screen
LARGEST = 1191.0  # points, the long side of A3: beyond that a camera's "72 dpi" means nothing …
PAGE = 842.0  # … and the picture gets the long side of A4
SMALLEST = 3.0  # points, the least that a PDF page may have
_SPACES = {"L": ("/DeviceGray", 1), "RGB": ("/DeviceRGB", 3)}


@dataclass(frozen=True, slots=True)
class Page:
    """One picture as it lies in the file. `points`: width and height of the page; `icc`: its profile, or None."""

    size: Size
    points: tuple[float, float]
    mode: str
    data: bytes
    lossless: bool
    icc: bytes | None


def document(picture: Picture, output: Output, dpi: tuple[float, float] | None) -> bytes:
    """A PDF of all frames of `picture` (modes L and RGB)."""
    buffer = io.BytesIO()
    writer = Writer(buffer)
    for frame in picture.frames:
        writer.add(page(frame, picture.icc, output, dpi))
    writer.close()
    return buffer.getvalue()


def page(frame: Image.Image, icc: bytes | None, output: Output, dpi: tuple[float, float] | None) -> Page:
    """`frame` (mode L or RGB) compressed as `output` asks for: JPEG, or without loss."""
    quality = output.quality or PDF.quality or 0
    if output.lossless:
        data = zlib.compress(frame.tobytes(), 6)
    else:
        buffer = io.BytesIO()
        subsampling = "4:4:4" if quality >= FULL_COLOR_QUALITY else "4:2:0"
        with room_for(frame):
            frame.save(buffer, "JPEG", quality=quality, subsampling=subsampling, optimize=True)
        data = buffer.getvalue()
    return Page(frame.size, points(frame.size, dpi), frame.mode, data, output.lossless, icc)


def with_data(page: Page, data: bytes) -> Page:
    """`page` with the same picture as another JPEG."""
    return replace(page, data=data, lossless=False)


def points(size: Size, dpi: tuple[float, float] | None) -> tuple[float, float]:
    """Width and height of the page for a picture of `size` pixels: its size on paper where it names a resolution that
    leads to a sheet of paper."""
    across, down = dpi or (DPI, DPI)
    width, height = size[0] * POINTS / across, size[1] * POINTS / down
    if max(width, height) > LARGEST:
        factor = PAGE / max(width, height)
        width, height = width * factor, height * factor
    return max(SMALLEST, width), max(SMALLEST, height)


class Writer:
    """A PDF in the making: pages go to `file` one by one, so that only one of them is in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        """`file`: open for writing, empty."""
        self._file = file
        self._offsets: dict[int, int] = {}
        self._last = 2  # 1 is the catalogue, 2 the list of pages: both are written at the end
        self._pages: list[int] = []
        self._profiles: dict[bytes, int] = {}
        # The second line tells programs that carry files that this one is no text.
        self._at = file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def add(self, page: Page) -> None:
        """Write one more page."""
        space, bands = _SPACES[page.mode]
        if page.icc is not None:
            if page.icc not in self._profiles:
                about = f"/N {bands} /Alternate {space}"
                self._profiles[page.icc] = self._stream(about, zlib.compress(page.icc, 6), "/FlateDecode")
            space = f"[/ICCBased {self._profiles[page.icc]} 0 R]"
        image = self._stream(
            f"/Type /XObject /Subtype /Image /Width {page.size[0]} /Height {page.size[1]} "
            f"/ColorSpace {space} /BitsPerComponent 8",
            page.data,
            "/FlateDecode" if page.lossless else "/DCTDecode",
        )
        width, height = (f"{side:.4f}".rstrip("0").rstrip(".") for side in page.points)
        drawing = self._stream("", f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode())
        self._pages.append(
            self._object(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
                f"/Resources << /XObject << /P {image} 0 R >> >> /Contents {drawing} 0 R >>"
            )
        )

    def close(self) -> None:
        """Write what lists the pages. The file itself stays open."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._object("<< /Type /Catalog /Pages 2 0 R >>", 1)
        self._object(f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>", 2)
        about = self._object("<< /Producer (Dropmill) >>")
        start = self._at
        table = "".join(f"{self._offsets[number]:010} 00000 n \n" for number in range(1, self._last + 1))
        self._write(
            f"xref\n0 {self._last + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {self._last + 1} /Root 1 0 R /Info {about} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
        )

    def _stream(self, about: str, data: bytes, filter_: str = "") -> int:
        named = f"/Filter {filter_} " if filter_ else ""
        head = f"<< {about} {named}/Length {len(data)} >>\nstream\n".encode()
        return self._object(head + data + b"\nendstream")

    def _object(self, content: str | bytes, number: int = 0) -> int:
        """Write an object under `number`, 0 = the next free one, which is returned."""
        if not number:
            self._last += 1
            number = self._last
        self._offsets[number] = self._at
        self._write(f"{number} 0 obj\n".encode())
        self._write(content.encode() if isinstance(content, str) else content)
        self._write(b"\nendobj\n")
        return number

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._at += len(data)
