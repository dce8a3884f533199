"""What can be wrong with the queue's file, in words."""


class StoreError(Exception):
    """The queue cannot be opened or written. `code` is stable, `message` is for a person.

    Codes: QUEUE_NEWER (made by a newer program), QUEUE_NETWORK (on a network drive), QUEUE_DENIED (no right to write),
    QUEUE_FULL, QUEUE_BROKEN, QUEUE_CLOSED (the program is ending). What a command refuses: NO_BATCH, UNDO_BUSY (the
    batch is at work), UNDO_MAIL (what was sent cannot come back).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
