"""What can be wrong with the queue's file, in words."""


class StoreError(Exception):
    """The queue cannot be opened or written. `code` is stable, `message` is for a person.

    Codes: QUEUE_NEWER, QUEUE_OLDER (made by a newer or an older program), QUEUE_NETWORK (on a network drive),
    QUEUE_DENIED (no right to write), QUEUE_FULL (no room), QUEUE_BUSY (another program holds it, or its holder does not
    answer), QUEUE_IO (the drive does not read or write), QUEUE_DAMAGED (its content is damaged), QUEUE_BROKEN (another
    fault), QUEUE_CLOSED (the program is ending), PROTOCOL (a request that the holder does not understand). What a
    command refuses: NO_BATCH, UNDO_BUSY (the batch is at work), UNDO_MAIL (what was sent cannot come back).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
