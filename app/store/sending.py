"""What lanes have sent: the lines that their limits count, the token bucket, and batches that look like spam.

Owns: the tables `sending` and `throttle`. Must not know: the limits and who decides by them (`engine/pacing.py`), the
arithmetic (`core/throttle.py`). Each function is part of one IMMEDIATE transaction of the writer: a line is written by
the claim itself, so neither a crash nor a restart makes a message that may have been sent uncounted.
"""

import json

from app.core.events import BatchChanged
from app.core.states import BatchState
from app.core.throttle import DAY_MS, SPEED_UP_AFTER, Bucket, faster, slower
from app.store.writer import Transaction

# Refusals that a mail provider takes for a sign of spam when the first messages of a batch meet them.
REFUSALS = frozenset({"POLICY", "RCPT_PERM"})
DOUBT_AFTER = 5
DOUBT_WITHIN = 50
LOOKS_LIKE_SPAM = (
    "Several of the first messages were refused: to mail servers this looks like spam. Read the reasons, then resume"
)


def bucket(tx: Transaction, lane: str) -> Bucket | None:
    """The token bucket of `lane`; None when it never had one."""
    row = tx.one("throttle_get", {"lane": lane})
    return None if row is None else Bucket(*row[:3])


def keep_bucket(tx: Transaction, lane: str, bucket: Bucket) -> None:
    """Keep the tokens of `lane`. Before the commit: what was claimed with them is not claimed either."""
    tx.run("throttle_fill", {"lane": lane, "tokens": bucket.tokens, "updated": bucket.updated})


def used(tx: Transaction, lane: str, ms: int) -> int:
    """Recipients that `lane` sent to in the last `ms`."""
    return int(tx.rows("sending_used", {"lane": lane, "since": tx.now - ms})[0][0])


def leaves(tx: Transaction, lane: str, ms: int, excess: int) -> int:
    """When (ms UTC) `excess` of the recipients of the last `ms` have left that window; in `ms` if there are not so
    many."""
    row = tx.one("sending_leaves", {"lane": lane, "since": tx.now - ms, "excess": excess})
    return (tx.now if row is None else int(row[0])) + ms


def day_opens(tx: Transaction, lane: str) -> int | None:
    """24 hours after the oldest line that still counts (ms UTC); None when there is none."""
    (oldest,) = tx.rows("sending_first", {"lane": lane, "since": tx.now - DAY_MS})[0]
    return None if oldest is None else int(oldest) + DAY_MS


def tidy(tx: Transaction, lane: str) -> None:
    """Forget the lines of `lane` that no window holds any more. Lines of the future (the clock was set back, and nobody
    noticed) are taken for ones of now: they count for a day, not for ever."""
    tx.run("sending_ahead", {"lane": lane, "now": tx.now})
    tx.run("sending_forget", {"lane": lane, "since": tx.now - DAY_MS})


def charge(tx: Transaction, lane: str, job: int, attempt: int, recipients: int) -> None:
    """Count a message that was claimed in this transaction."""
    tx.run("sending_add", {"lane": lane, "now": tx.now, "recipients": recipients, "job": job, "attempt": attempt})


def give_back(tx: Transaction, job: int, attempt: int) -> None:
    """An attempt ended without anything having been sent: it does not count. Written with the attempt's own ending, so
    that a message is counted as long as it may still be sent."""
    for lane, recipients in tx.rows("sending_give_back", {"job": job, "attempt": attempt}):
        kept = bucket(tx, lane)
        if kept is not None:
            keep_bucket(tx, lane, kept.given_back(recipients))


def learn(tx: Transaction, lane: str, taken: int, slowed: int | None) -> None:
    """Adapt the rate of `lane`: `taken` messages were taken; an attempt that was begun at `slowed` (ms UTC) was told to
    wait, or none was (None). Several that were told so at once, over as many connections, make it slower once."""
    row = tx.one("throttle_get", {"lane": lane})
    if row is None:
        return
    _tokens, _updated, share, proved, since = row
    if slowed is not None and slowed > since:
        tx.run("throttle_share", {"lane": lane, "share": slower(share), "proved": 0, "slowed": tx.now})
    elif slowed is None and taken and share != faster(share):
        proved += taken
        if proved >= SPEED_UP_AFTER:
            share, proved = faster(share), proved - SPEED_UP_AFTER
        tx.run("throttle_share", {"lane": lane, "share": share, "proved": proved, "slowed": since})


def doubt(tx: Transaction, batch: int) -> bool:
    """active -> paused, once, for a batch of which several of the first messages were refused: a person looks before
    the provider does. Before the commit: active, and the next refusal finds it so; after it: paused with the reason."""
    values = {
        "batch": batch, "note": LOOKS_LIKE_SPAM, "first": DOUBT_WITHIN, "refused": DOUBT_AFTER,
        "codes": json.dumps(sorted(REFUSALS)),
    }  # fmt: skip
    if not tx.rows("batch_doubt", values):
        return False
    tx.emit(BatchChanged(batch, BatchState.PAUSED))
    return True
