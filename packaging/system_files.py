"""What a Linux system wants of a program beside the program: `share/` with menu entry, icons, MIME types, AppStream
metadata, manual page and shell completion.

Owns: which of these files there are and where they lie below `share` (XDG and FHS). Must not know how they are packed.
"""

import gzip
import os
import subprocess
from pathlib import Path

import icons
import manpage

LINUX = Path(__file__).resolve().parent / "linux"
COMPLETIONS = {
    "bash": "bash-completion/completions/dropmill",
    "zsh": "zsh/vendor-completions/_dropmill",
    "fish": "fish/vendor_completions.d/dropmill.fish",
}


def write(share: Path, program: Path, version: str, date: str) -> None:
    """Write everything below `share`. `program`: the packaged executable, asked for its own completions; `date`: of the
    release. Raises OSError, CalledProcessError."""
    for name, place in (
        ("dropmill.desktop", "applications/dropmill.desktop"),
        ("dropmill.xml", "mime/packages/dropmill.xml"),
        ("org.dropmill.Dropmill.metainfo.xml", "metainfo/org.dropmill.Dropmill.metainfo.xml"),
    ):
        text = (LINUX / name).read_text(encoding="utf-8").replace("@VERSION@", version).replace("@DATE@", date)
        _file(share / place, text.encode())
    icons.hicolor(share / "icons" / "hicolor")
    # Without a time inside: the same release makes the same bytes.
    _file(share / "man/man1/dropmill.1.gz", gzip.compress(manpage.page(version, date).encode(), mtime=0))
    for shell, place in COMPLETIONS.items():
        environment = {**os.environ, "_DROPMILL_COMPLETE": f"source_{shell}"}
        call = subprocess.run([program], env=environment, capture_output=True, check=True)
        script = call.stdout.lstrip()  # zsh reads the first line
        if shell == "zsh":  # which runs the file at the first completion, and expects an answer of it
            script = script.rstrip() + b'\n_dropmill_completion "$@"\n'
        _file(share / place, script)


def _file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
