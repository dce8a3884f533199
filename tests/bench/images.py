"""CPU time and memory a picture beside ImageMagick, GraphicsMagick, libvips and sharp: same files and targets.

Rounds in turns, the order mixed anew in each, every measurement a process pinned to one core; what counts are the
ratios within a round. Peers that are not installed are named and left out.
"""

import random
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.bench import image_peers, image_quality, photos
from tests.bench.image_peers import Peer, Spent, Target, Work
from tests.bench.report import Table

JPEGS, PNGS = 8, 6
ROUNDS = 3
LOOKED_AT = 4  # pictures whose quality is measured
BEST, FAST, SHARP = "Dropmill best", "Dropmill fast", "sharp"


@dataclass(frozen=True, slots=True)
class Case:
    """`aims`: the most that Dropmill may take, as a part of sharp's time."""

    title: str
    png: bool
    targets: tuple[Target, ...]
    aims: tuple[tuple[str, float], ...]


CASES = {
    "a": Case("12 MP JPEG → 1600 JPEG", False, (Target(1600, "jpeg", 82),), ((BEST, 0.90), (FAST, 0.70))),
    "b": Case("12 MP JPEG → 256 JPEG", False, (Target(256, "jpeg", 82),), ((BEST, 0.95),)),
    "c": Case("12 MP JPEG → 1600 WebP", False, (Target(1600, "webp", 80),), ((BEST, 0.90),)),
    "d": Case("4 MP PNG → JPEG", True, (Target(None, "jpeg", 82),), ((BEST, 0.95),)),
    "e": Case(
        "12 MP JPEG → 1600 JPEG and 256 WebP", False, (Target(1600, "jpeg", 82), Target(256, "webp", 80)),
        ((BEST, 0.70),),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quality:
    """Of the first target. `kb`: mean size of its files."""

    psnr: float
    ssim: float
    kb: float


def run(scratch: Path) -> Table:
    sources = scratch / "sources"
    sources.mkdir()
    corpus = {False: photos.jpegs(sources, JPEGS), True: photos.pngs(sources, PNGS)}
    peers, missing = image_peers.present()
    for name in missing:
        sys.stdout.write(f"images: {name} is not installed and left out\n")
    contestants = {BEST: image_peers.dropmill("best"), FAST: image_peers.dropmill("fast"), **peers}
    rows: list[tuple[str, ...]] = []
    for letter, case in CASES.items():
        files = tuple(corpus[case.png])
        spent, quality = _measured(scratch / letter, case, files, contestants)
        rows += [_row(letter, case, name, spent, quality) for name in contestants if spent[name]]
    note = (
        f"{JPEGS} photos of 12 MP, {PNGS} PNGs of 4 MP, made from a seed; {ROUNDS} rounds in turns, one core each. "
        "CPU milliseconds a picture, median; the most memory; times sharp round by round. PSNR and SSIM against full "
        f"decode and Lanczos in floating point, of {LOOKED_AT} pictures. JPEG 82, optimised; WebP 80, method 4."
    )
    if missing:
        note += f" Not installed: {', '.join(missing)}."
    head = ("case", "program", "ms", "× sharp", "aim", "MB", "PSNR", "SSIM", "kB")
    return Table("Pictures, CPU ms a picture", note, head, tuple(rows))


def _measured(
    folder: Path, case: Case, files: tuple[Path, ...], contestants: dict[str, Peer]
) -> tuple[dict[str, list[Spent]], dict[str, Quality]]:
    shape = photos.PNG_SIZE if case.png else photos.JPEG_SIZE
    spent: dict[str, list[Spent]] = {name: [] for name in contestants}
    quality: dict[str, Quality] = {}
    wanted = [image_quality.reference(file, case.targets[0].edge) for file in files[:LOOKED_AT]]
    chance = random.Random(len(files))
    for turn in range(ROUNDS):
        for name in chance.sample(sorted(contestants), len(contestants)):
            out = folder / f"{name}-{turn}"
            out.mkdir(parents=True)
            result = contestants[name](Work(files, out, case.targets, shape))
            if result is not None:
                spent[name].append(result)
                if turn == 0:
                    quality[name] = _quality(out, files, case.targets[0], wanted)
    return spent, quality


def _quality(out: Path, files: tuple[Path, ...], target: Target, wanted: list[Image.Image]) -> Quality:
    made = [_written(out, file, target) for file in files]
    psnr, ssim = [], []
    for path, best in zip(made[:LOOKED_AT], wanted, strict=True):
        with Image.open(path) as image:
            psnr.append(image_quality.psnr(image, best))
            ssim.append(image_quality.ssim(image, best))
    kb = statistics.mean(path.stat().st_size for path in made) / 1000
    return Quality(statistics.mean(psnr), statistics.mean(ssim), kb)


def _written(out: Path, file: Path, target: Target) -> Path:
    """The first target's file, by whatever rule the program names it."""
    names = (f"{file.stem}-0{target.suffix}", f"0/{file.stem}{target.suffix}")
    return next(path for name in names if (path := out / name).is_file())


def _row(
    letter: str, case: Case, name: str, spent: dict[str, list[Spent]], quality: dict[str, Quality]
) -> tuple[str, ...]:
    ms = [one.ms for one in spent[name]]
    ratio = aim = "–"
    if spent.get(SHARP):
        ratio = f"{statistics.median(a / b.ms for a, b in zip(ms, spent[SHARP], strict=True)):.2f}"
    if name in dict(case.aims):
        aim = f"≤ {dict(case.aims)[name]:.2f}"
    seen = quality[name]
    return (
        f"({letter}) {case.title}", name, f"{statistics.median(ms):.1f}", ratio, aim,
        f"{max(one.mb for one in spent[name]):.0f}", f"{seen.psnr:.2f}", f"{seen.ssim:.4f}", f"{seen.kb:.1f}",
    )  # fmt: skip
