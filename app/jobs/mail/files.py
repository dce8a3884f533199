"""The files of messages: found inside their folder, measured and hashed at the preflight, checked again before sending.

Owns: which path may be attached and that it is still the file that was checked. Must not know: templates, MIME.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.jobs.base import JobError
from app.jobs.mail.addresses import check_value
from app.jobs.mail.letter import Attachment
from app.jobs.mail.problem import Blocked


def folder_of(setting: str, source_path: str) -> str:
    """The attachment folder for the list at `source_path`; a relative one lies in the list's own folder."""
    beside = os.path.dirname(source_path)
    return os.path.join(beside, setting.replace("{source}", beside))


class Files:
    """Attachments inside one folder; each file is read once however many rows name it."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self._known: dict[str, Attachment] = {}

    def attachment(self, text: str, what: str, cid: str = "") -> Attachment:
        """The file that `text` (a path, taken from the folder) names, links resolved.

        Raises Blocked: PRE_ATTACH_OUTSIDE, PRE_ATTACH_MISSING, PRE_CONTROL_CHARS, PRE_ENCODED_WORD.
        """
        wanted = check_value(text, what).strip()
        key = f"{cid}:{wanted}"
        if key not in self._known:
            self._known[key] = self._look(wanted, cid)
        return self._known[key]

    def _look(self, wanted: str, cid: str) -> Attachment:
        path = os.path.realpath(os.path.join(self.folder, wanted.replace("\\", "/") if os.name == "nt" else wanted))
        if not Path(path).is_relative_to(self.folder):
            raise Blocked(
                "PRE_ATTACH_OUTSIDE", f"{wanted} lies outside of {self.folder}. Move it inside, or choose another."
            )
        try:
            if not Path(path).is_file():
                raise Blocked("PRE_ATTACH_MISSING", f"There is no file {wanted} in {self.folder}.")
            size, digest = _measure(path)
        except OSError as error:
            message = f"{wanted} in {self.folder} cannot be read: {error.strerror}."
            raise Blocked("PRE_ATTACH_MISSING", message, str(error)) from error
        return Attachment(path, os.path.basename(wanted), size, digest, cid)


def _measure(path: str) -> tuple[int, str]:
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest


def blocks(item: Attachment, size: int) -> Iterator[bytes]:
    """The content of `item` as it is now, `size` bytes at a time (the last block may be shorter). Raises JobError
    (PRE_ATTACH_CHANGED) when it cannot be read. That it is what was checked is for the caller to see."""
    try:
        with open(item.path, "rb") as file:
            while block := file.read(size):
                yield block
    except OSError as error:
        message = f"{item.name} could be read when the list was checked, and now it cannot. Nothing was sent."
        raise JobError("PRE_ATTACH_CHANGED", message, str(error)) from error


def read_again(item: Attachment) -> bytes:
    """The content of `item`. Raises JobError (PRE_ATTACH_CHANGED) unless it is byte for byte what was checked."""
    data = next(blocks(item, item.size + 1), b"")
    if len(data) != item.size or hashlib.sha256(data).hexdigest() != item.sha256:
        raise changed(item)
    return data


def changed(item: Attachment) -> JobError:
    """What is said of a file that is not what was checked."""
    message = f"{item.name} was changed after the list was checked. Nothing was sent. Check the list again."
    return JobError("PRE_ATTACH_CHANGED", message, item.path)
