"""The programs that picture jobs are measured beside, each doing the same work on the same files.

Owns: how each is called. Every measurement is a process of its own on one core: the CPU time a picture and the most
memory it ever had. Programs that live as long as their batch (Dropmill's worker, sharp) are measured from their second
picture on; those that end with it carry their start with them.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 600  # seconds for one measurement


@dataclass(frozen=True, slots=True)
class Target:
    """One output of every picture. `edge`: the long edge in pixels; None = as it is."""

    edge: int | None
    format: str
    quality: int

    @property
    def suffix(self) -> str:
        return {"jpeg": ".jpg", "webp": ".webp"}[self.format]


@dataclass(frozen=True, slots=True)
class Work:
    """The same for everybody: `files` into `out`, each to all `targets`. `shape`: the photos' size, for hints."""

    files: tuple[Path, ...]
    out: Path
    targets: tuple[Target, ...]
    shape: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU milliseconds a picture, and the most memory of the process in MB."""

    ms: float
    mb: float


Peer = Callable[[Work], Spent | None]  # None = it cannot do this work


# A process counts the memory of the one that started it as its own until it is larger. So a small one starts it.
_START = """
import json, os, sys
child = os.fork()
if not child:
    if sys.argv[1] == "one core" and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.execvp(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, peak]))
"""


def spent(call: Sequence[str | Path], one_core: bool = True, **more: str) -> tuple[float, float, str]:
    """CPU seconds, peak MB and standard output of one process, on one core where the system can do that. `more`: of its
    environment."""
    start = [sys.executable, "-I", "-S", "-c", _START, "one core" if one_core else "all", *map(str, call)]
    done = subprocess.run(
        start, stdout=subprocess.PIPE, env=os.environ | more, text=True, cwd=ROOT, check=True, timeout=LONGEST
    )
    *said, last = done.stdout.splitlines()
    code, cpu, peak = json.loads(last)
    if code:
        raise RuntimeError(f"{call[0]} ended with {code}")
    return cpu, peak, "\n".join(said)


def dropmill(speed: str) -> Peer:
    """Jobs as a worker does them, in a warm process."""

    def run(work: Work) -> Spent:
        outputs = [
            {"name": f"{{name}}-{number}", "format": target.format, "quality": target.quality, "bigger": "write"}
            | ({"steps": [{"do": "resize", "mode": "long-edge", "size": target.edge}]} if target.edge else {})
            for number, target in enumerate(work.targets)
        ]
        recipe = json.dumps({"dropmill": 1, "kind": "image", "speed": speed, "outputs": outputs})
        return _warm([sys.executable, "-m", "tests.bench.image_worker", recipe, work.out, *work.files], len(work.files))

    return run


_SHARP = """
const sharp = require("sharp"), fs = require("fs"), path = require("path");
sharp.concurrency(1); sharp.cache(false);
const [, out, targets, ...files] = process.argv;
async function one(file) {
  for (const [number, { edge, format, quality }] of JSON.parse(targets).entries()) {
    let job = sharp(file).autoOrient().keepMetadata();
    if (edge) job = job.resize(edge, edge, { fit: "inside", withoutEnlargement: true });
    const jpeg = format === "jpeg", suffix = jpeg ? ".jpg" : ".webp";
    job = jpeg ? job.flatten({ background: "#ffffff" }).jpeg({ quality }) : job.webp({ quality, effort: 4 });
    await job.toFile(path.join(out, path.parse(file).name + "-" + number + suffix));
  }
}
(async () => {
  await one(files[0]);
  const start = process.cpuUsage();
  for (const file of files) await one(file);
  const used = process.cpuUsage(start);
  console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6 }));
})();
"""


def sharp(work: Work) -> Spent:
    """In a warm process, one thread. A file with two outputs is decoded twice: of its ways the quicker one."""
    targets = json.dumps([{"edge": t.edge, "format": t.format, "quality": t.quality} for t in work.targets])
    return _warm(["node", "-e", _SHARP, work.out, targets, *work.files], len(work.files), NODE_PATH=_node_path())


def mogrify(hint: bool) -> Peer:
    def run(work: Work) -> Spent | None:
        if hint and not any(target.edge for target in work.targets):
            return None
        calls = []
        for number, target in enumerate(work.targets):
            folder = work.out / str(number)
            folder.mkdir(exist_ok=True)
            scale = (
                ["-resize", f"{target.edge}x{target.edge}>"]
                if target.edge
                else ["-background", "white", "-alpha", "remove"]
            )
            size = _fitted(work.shape, target.edge) if hint else ""
            define = ["-define", f"jpeg:size={size}"] if size else []
            kind = ["-format", target.suffix[1:], "-quality", str(target.quality)]
            calls.append(["mogrify", "-path", folder, *define, "-auto-orient", *scale, *kind, *work.files])
        return _cold(calls, work, MAGICK_THREAD_LIMIT="1", OMP_NUM_THREADS="1")

    return run


def graphicsmagick(work: Work) -> Spent:
    """As a batch of one process, with the size hint."""
    lines = []
    for number, target in enumerate(work.targets):
        size = _fitted(work.shape, target.edge)
        scale = f'-resize "{target.edge}x{target.edge}>"' if target.edge else "-background white -flatten"
        for file in work.files:
            made = work.out / f"{file.stem}-{number}{target.suffix}"
            hint = f"-size {size} " if size else ""
            lines.append(f'convert {hint}"{file}" -auto-orient {scale} -quality {target.quality} "{made}"')
    batch = work.out / "batch"
    batch.write_text("\n".join(lines) + "\n")
    return _cold([["gm", "batch", "-stop-on-error", "on", batch]], work, OMP_NUM_THREADS="1")


def vipsthumbnail(work: Work) -> Spent | None:
    if not all(target.edge for target in work.targets):
        return None
    calls = []
    for number, target in enumerate(work.targets):
        options = f"Q={target.quality}," + ("optimize_coding" if target.format == "jpeg" else "effort=4")
        made = work.out / f"%s-{number}{target.suffix}[{options}]"
        calls.append(["vipsthumbnail", "-s", f"{target.edge}x{target.edge}>", "-o", made, *work.files])
    return _cold(calls, work, VIPS_CONCURRENCY="1")


def present() -> tuple[dict[str, Peer], list[str]]:
    """The peers that are installed, and the names of those that are not."""
    peers: dict[str, tuple[Peer, str]] = {
        "sharp": (sharp, "node"),
        "vipsthumbnail": (vipsthumbnail, "vipsthumbnail"),
        "mogrify, size hint": (mogrify(hint=True), "mogrify"),
        "mogrify": (mogrify(hint=False), "mogrify"),
        "gm batch, size hint": (graphicsmagick, "gm"),
    }
    found = {name: peer for name, (peer, program) in peers.items() if shutil.which(program)}
    if (
        "sharp" in found
        and subprocess.run(
            ["node", "-e", "require('sharp')"],
            env=os.environ | {"NODE_PATH": _node_path()},
            capture_output=True,
            check=False,
        ).returncode
    ):
        del found["sharp"]
    return found, [name for name in peers if name not in found]


def _node_path() -> str:
    """Where node finds what was installed for everybody."""
    if "NODE_PATH" in os.environ:
        return os.environ["NODE_PATH"]
    return subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=True).stdout.strip()


def _warm(call: Sequence[str | Path], pictures: int, **more: str) -> Spent:
    _, peak, said = spent(call, **more)
    answer = json.loads(said.splitlines()[-1])
    return Spent(1000 * answer["cpu"] / pictures, peak)


def _cold(calls: Sequence[Sequence[str | Path]], work: Work, **more: str) -> Spent:
    done = [spent(call, **more) for call in calls]
    return Spent(1000 * sum(cpu for cpu, _, _ in done) / len(work.files), max(peak for _, peak, _ in done))


def _fitted(shape: tuple[int, int], edge: int | None) -> str:
    """The size hint: of the picture's own proportions, for a square one does nothing."""
    if edge is None:
        return ""
    factor = edge / max(shape)
    return f"{round(shape[0] * factor)}x{round(shape[1] * factor)}"
