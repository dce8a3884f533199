"""How far a run is. Owns what counts as how much; must not know steps or files.

Where rows are held, reading all of them is half of the work and handing them on the other half; else reading is all.
"""

from app.jobs.base import JobContext

_EVERY = 2048  # rows between two posts, a power of two


class Progress:
    """Posts to the job's context. `halves`: some step holds rows until all have been read."""

    def __init__(self, context: JobContext, halves: bool) -> None:
        self._context = context
        self._halves = halves
        self._all_read = False

    def reading(self, done: int, total: int) -> None:
        """`done` of `total` bytes have been read."""
        self._all_read = done >= total
        self._context.progress(done, total * 2 if self._halves else total, "reading")

    def writing(self, written: int, read: int) -> None:
        """`written` rows have come out so far, of `read` that went in."""
        if self._halves and self._all_read and not written % _EVERY:
            self._context.progress(read + min(written, read), read * 2, "writing")

    def ending(self, size: int) -> None:
        """All rows are there; what is left is to close the file."""
        self._context.progress(size, size, "writing")
