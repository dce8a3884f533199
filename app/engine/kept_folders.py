"""The folders of originals that batches replaced: `kept/<batch>` in the data folder, until the batch is dismissed.

Owns: their names and their end. Must not know: what is in them (`jobs/kept.py` does).
"""

import logging
import os
import secrets
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.store import retention
from app.store.writer import Transaction, Writer

log = logging.getLogger(__name__)

FOLDER = "kept"
_DROPPED = ".dropped-"


class KeptFolders:
    """See the module. The folder itself need not exist."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / FOLDER

    def of(self, batch: int) -> Path:
        """Where the originals that `batch` replaces are kept."""
        return self._root / str(batch)

    def batches(self) -> list[int]:
        """The batches that have a folder."""
        return [int(name) for name in self._names() if name.isdecimal()]

    def drop_dismissed(self, writer: Writer, batches: Sequence[int] | None = None) -> None:
        """Remove the folders of those of `batches` (None: of all) that were dismissed. What cannot be removed now goes
        at the next call. A folder whose batch the queue does not know is never touched: its queue may have been set
        aside, and its originals are wanted."""
        wanted = [batch for batch in self.batches() if batches is None or batch in batches]
        if wanted:
            writer.call(partial(self._set_aside, batches=wanted))
        for name in self._names():
            if _DROPPED in name:
                shutil.rmtree(self._root / name, ignore_errors=True)

    def _set_aside(self, tx: Transaction, batches: list[int]) -> None:
        """Take the folders of dismissed batches out of use. On the writer's thread: a batch that is reopened at this
        moment keeps its folder, or begins a new one."""
        for batch in retention.dismissed(tx, batches):
            try:
                os.rename(self.of(batch), self._root / f"{batch}{_DROPPED}{secrets.token_hex(4)}")
            except OSError as error:  # on Windows: somebody looks at a file in it
                log.warning("the kept originals of batch %d cannot be removed now: %s", batch, error)

    def _names(self) -> list[str]:
        try:
            return os.listdir(self._root)
        except FileNotFoundError:
            return []


def bytes_kept(data_dir: Path) -> int:
    """The size of all kept originals, in bytes. (A hard link takes no room as long as the original is in its place.)"""
    total = 0
    for folder, _folders, files in os.walk(data_dir / FOLDER):
        for name in files:
            try:
                total += os.lstat(os.path.join(folder, name)).st_size
            except FileNotFoundError:
                continue  # dropped at this moment
    return total
