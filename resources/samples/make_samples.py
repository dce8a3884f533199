"""Makes every sample file of this folder, the same bytes each time. Run it after a change and commit what it wrote.

The samples are our own and small; each one exists to show (or provoke) one thing, named in the comment beside it.
"""

import math
import random
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import xlsxwriter
from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1280, 854


def landscape(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """A quiet landscape: sky, sun, three rows of hills, a lake. Pure arithmetic, no noise, so JPEG keeps it small."""
    dice = random.Random(seed)
    hue = dice.random()
    y = np.linspace(0.0, 1.0, height)[:, None]
    x = np.linspace(0.0, 1.0, width)[None, :]
    top, low = _colour(0.58 + 0.1 * hue, 0.45, 0.95), _colour(0.06 + 0.08 * hue, 0.35, 1.0)
    picture = top + (low - top) * np.clip(y * 1.6, 0, 1)[..., None] + np.zeros((height, width, 3))
    sun_x, sun_y = dice.uniform(0.2, 0.8), dice.uniform(0.12, 0.3)
    distance = np.hypot((x - sun_x) * width / height, y - sun_y)
    glow = np.clip(1.0 - distance / 0.5, 0, 1)[..., None] ** 2
    picture = picture + (np.array([255.0, 244.0, 214.0]) - picture) * glow * 0.8
    picture[distance < 0.045] = (255, 250, 232)
    for layer in range(3):
        base = 0.48 + 0.12 * layer
        line = sum(
            dice.uniform(0.01, 0.05) / (k + 1) * np.sin(2 * math.pi * ((k + 1) * x + dice.random())) for k in range(4)
        )
        hill = _colour(0.36 + 0.05 * layer + 0.08 * hue, 0.3 + 0.12 * layer, 0.72 - 0.17 * layer)
        picture[y > base + line] = hill
    lake = y > 0.86
    ripple = 1 + 0.06 * np.sin(2 * math.pi * (40 * y + 1.5 * x))
    picture = np.where(lake[..., None], _colour(0.55, 0.4, 0.6) * ripple[..., None], picture)
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8), "RGB")


def _colour(hue: float, saturation: float, value: float) -> np.ndarray:
    import colorsys

    return np.array(colorsys.hsv_to_rgb(hue % 1.0, saturation, value)) * 255.0


def exif(orientation: int = 1, *, location: bool = False) -> Image.Exif:
    """Camera metadata: turned pictures, and the place where one was taken."""
    data = Image.Exif()
    data[0x010F], data[0x0110] = "Dropmill", "Sample camera"
    data[0x0112] = orientation
    data[0x0132] = "2026:05:17 08:30:00"
    data.get_ifd(0x8769)[0x9003] = "2026:05:17 08:30:00"
    if location:
        gps = data.get_ifd(0x8825)
        gps[1], gps[2] = "N", (47.0, 22.0, 40.0)
        gps[3], gps[4] = "E", (8.0, 32.0, 25.0)
    return data


TURNS = {3: Image.Transpose.ROTATE_180, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90}


def photos(folder: Path) -> None:
    """Pictures: ordinary ones, difficult ones, and two that must fail."""
    trip = folder / "trip"
    trip.mkdir(parents=True, exist_ok=True)
    landscape(1).save(folder / "morning.jpg", quality=88, exif=exif())
    landscape(2).save(folder / "with location.jpg", quality=88, exif=exif(location=True))
    for orientation, name in ((3, "upside down"), (5, "mirrored"), (6, "held upright")):
        stored = landscape(orientation + 10).transpose(TURNS[orientation])
        stored.save(folder / f"{name}.jpg", quality=85, exif=exif(orientation))
    for n in (1, 2, 3):
        landscape(20 + n, 1600, 900).save(trip / f"day {n}.jpg", quality=85, exif=exif())
    landscape(30, 900, 600).save(folder / "lake.webp", quality=80)
    landscape(31, 720, 480).convert("CMYK").save(folder / "for print (CMYK).jpg", quality=85)
    _logo().save(folder / "logo with transparency.png", optimize=True)
    ramp = np.add.outer(np.arange(300) * 90, np.arange(400) * 90).astype(np.uint16)
    Image.fromarray(ramp).save(folder / "scan 16 bit.png", optimize=True)
    _animation(folder / "animation.gif")
    whole = (folder / "morning.jpg").read_bytes()
    (folder / "damaged.jpg").write_bytes(whole[: int(len(whole) * 0.61)])  # a copy that broke off
    (folder / "shopping list.jpg").write_text("Bread\nMilk\nApples\n", encoding="utf-8")  # a wrong name


def _logo() -> Image.Image:
    big = Image.new("RGBA", (1600, 1600), (0, 0, 0, 0))
    draw = ImageDraw.Draw(big)
    draw.rounded_rectangle((120, 120, 1480, 1480), 320, fill=(10, 108, 116, 255))
    draw.polygon([(800, 330), (1083, 812), (517, 812)], fill=(255, 255, 255, 230))
    draw.ellipse((480, 640, 1120, 1280), fill=(255, 255, 255, 230))
    return big.resize((400, 400), Image.Resampling.LANCZOS)


def _animation(path: Path) -> None:
    frames = []
    for n in range(8):
        frame = Image.new("RGB", (160, 120), (244, 245, 245))
        angle = 2 * math.pi * n / 8
        x, y = 80 + 40 * math.cos(angle), 60 + 40 * math.sin(angle)
        ImageDraw.Draw(frame).ellipse((x - 12, y - 12, x + 12, y + 12), fill=(10, 108, 116))
        frames.append(frame.quantize(16))
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=90, loop=0)


CITIES = ("Zürich", "København", "São Paulo", "Łódź", "Málaga", "Oslo", "Lyon", "Graz")
NAMES = ("Müller", "Sørensen", "Núñez", "Okafor", "Rossi", "Dubois", "Svensson", "O'Brien", "Weiß", "Ana Lima")


def tables(folder: Path) -> None:
    """Tables: the ways in which exports differ, one that is empty, one whose rows do not fit."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(7)
    rows = [
        (f"{n:05}", dice.choice(NAMES), dice.choice(CITIES), f"{dice.randint(1, 90000) / 100:.2f}".replace(".", ","))
        for n in range(1, 241)
    ]
    lines = ["id;customer;city;amount"] + [";".join(row) for row in rows]
    (folder / "orders (semicolons).csv").write_bytes("\n".join(lines).encode("utf-8") + b"\n")
    western = [f"  {name} ,{city},{dice.randint(1950, 2005)}" for name in NAMES[:9] for city in ("Zürich", "Málaga")]
    body = "\r\n".join(["name,city,born", *western, *western[:4]]) + "\r\n"  # the last four stand there twice
    (folder / "customers (code page).csv").write_bytes(body.encode("cp1252"))
    ragged = ["item,place,count"] + [f"item {n},shelf {n % 5},{n * 3}" for n in range(1, 31)]
    ragged[7] += ",too much"
    ragged[19] = "item 19,shelf 4"
    (folder / "stock (ragged rows).csv").write_bytes("\n".join(ragged).encode("utf-8") + b"\n")
    (folder / "nothing.csv").write_bytes(b"")
    _workbook(folder / "inventory.xlsx")


def _workbook(path: Path) -> None:
    """Article numbers that are text with leading zeros, real dates, whole and broken numbers."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        sheet = book.add_worksheet("Inventory")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for column, head in enumerate(("article", "name", "price", "stock", "since")):
            sheet.write_string(0, column, head)
        for n in range(1, 41):
            sheet.write_string(n, 0, f"{n * 37:06}")
            sheet.write_string(n, 1, f" Part {n} ")
            sheet.write_number(n, 2, n * 1.25)
            sheet.write_number(n, 3, n * 7 % 30)
            sheet.write_datetime(n, 4, datetime(2025, 1 + n % 12, 1 + n % 28), day)


# email, name, number, file. The demonstration's mail peer knows the addresses by name.
PEOPLE = (
    ("anna@example.org", "Anna", "1001", "programme.pdf"),
    ("jean.dubois@example.org", "Jean Dubois", "1002", "programme.pdf"),
    ("sorensen@example.org", "Søren Sørensen", "1003", "programme.pdf"),
    ("maria@example.org", "María Núñez", "1004", "map.txt"),
    ("chidi@example.org", "Chidi Okafor", "1005", "map.txt"),
    ("later@example.org", "Lea Later", "1006", "programme.pdf"),  # put off once, then accepted
    ("refused@example.org", "Rita Refused", "1007", "programme.pdf"),  # refused for good
    ("dropped@example.org", "Dora Dropped", "1008", "map.txt"),  # the reply gets lost: unconfirmed
    ("not-an-address", "Bad Address", "1009", "map.txt"),  # blocked
    ("no.file@example.org", "Nina Nofile", "1010", "missing.pdf"),  # blocked
    ("anna@example.org", "Anna, once more", "1011", "programme.pdf"),  # left out: listed twice
    ("weiss@example.org", "Frau Weiß", "1012", "programme.pdf"),
)

LETTER = """\
Dear {{ name }},

your seat at the summer evening is number {{ number }}. The file {{ file }} is attached.

See you by the lake,
The Dropmill team
"""

RECIPE = """\
{"dropmill": 1, "kind": "mail", "name": "Summer evening", "account": "demo",
 "message": {"to": "{{ name }} <{{ email }}>", "subject": "Your seat {{ number }}", "text_file": "letter.txt",
             "attachments": ["{{ file }}"]},
 "attachment_folder": "{source}/files"}
"""


def mail(folder: Path) -> None:
    """A recipients list with its letter, its recipe and its attachments."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    quoted = ["email,name,number,file"] + [f'{email},"{name}",{number},{file}' for email, name, number, file in PEOPLE]
    (folder / "guests.csv").write_bytes("\r\n".join(quoted).encode("utf-8") + b"\r\n")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "summer evening.json").write_text(RECIPE, encoding="utf-8")
    (folder / "files" / "map.txt").write_text("From the station along the lake, then left.\n", encoding="utf-8")
    (folder / "files" / "programme.pdf").write_bytes(_pdf("Summer evening: 19:00 music, 20:30 dinner"))


def _pdf(line: str) -> bytes:
    """The smallest one-page document that every reader opens."""
    stream = f"BT /F1 18 Tf 60 740 Td ({line}) Tj ET".encode("ascii")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (table, len(out))


if __name__ == "__main__":
    photos(HERE / "photos")
    tables(HERE / "tables")
    mail(HERE / "mail")
