"""What was worked off, so that it need not be done again: filled from finished batches, in small commands.

Owns: the table `processed` and the mark up to which it is filled. Must not know: who looks, or what is left out.
"""

import hashlib
import json
from collections.abc import Sequence

from app.store.text import path_in
from app.store.writer import Transaction

MARK = "processed"  # the key of the mark in the table `meta`


def key(recipe_hash: str, out: str | None) -> str:
    """What the same file must have gone through to be done already: the same recipe, into the same folder."""
    if out is None:
        return recipe_hash
    return f"{recipe_hash}/{hashlib.sha256(path_in(out).encode()).hexdigest()[:16]}"


def record(tx: Transaction, key: str, jobs: Sequence[int]) -> int:
    """Remember those of `jobs` that are done, have outputs and were not undone. An earlier run of a file does not take
    the place of a later one. An input that was replaced by its only output is remembered as it is now (the recipe that
    keeps the modified time makes that certain; without it the file is simply done again).

    Before the commit: the files would be done again. After it: once. Idempotent.
    """
    return tx.run("processed_add", {"key": key, "jobs": json.dumps(list(jobs))}).rowcount


def set_mark(tx: Transaction, finished: int) -> None:
    """Batches that finished before `finished` (ms UTC) are in the table."""
    tx.run("meta_set", {"key": MARK, "value": str(finished)})
