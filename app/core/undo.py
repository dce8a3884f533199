"""What undoing a batch did, or would do: a value that travels. Owns: its shape. Must not know: files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoReport:
    """`restored`: originals that are back in the place of our outputs; `removed`: outputs that are gone; `left`: (path,
    why) of what was left as it is; `forgotten`: jobs so old that the queue no longer knows what they wrote.

    The same again and again: a second undo counts what the first one did.
    """

    restored: int = 0
    removed: int = 0
    left: tuple[tuple[str, str], ...] = ()
    forgotten: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing of the batch was left."""
        return not self.left and not self.forgotten
