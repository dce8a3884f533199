"""What stops one row in the preflight."""

from app.core.failures import Failure


class Blocked(Exception):
    """This row cannot be sent as it is; the others go on. The plan turns it into a held job."""

    def __init__(self, code: str, message: str, detail: str = "") -> None:
        super().__init__(f"{code}: {message}")
        self.failure = Failure(code, message, detail)
