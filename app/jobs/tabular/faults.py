"""What libraries raise for damaged files, as coded failures. Must not know formats."""

import errno
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from app.jobs.base import JobError
from app.jobs.output import error_for

# Whatever the bytes that a reader trips over lead to.
_FAULTS: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, OverflowError, LookupError,
)  # fmt: skip


@contextmanager
def damaged(path: str, what: str, *more: type[Exception]) -> Iterator[None]:
    """Turn faults of reading the file `path`, which is `what` ("a workbook"), into failures; `more`: a library's own.

    Raises JobError NOT_TABULAR for damage, READ_DENIED, IO_ERROR and their like for what the system refuses.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):  # an offset below 0; libraries that have no number
            raise error_for(error, path, writing=False) from error
        raise _damage(path, what, error) from error
    except (*_FAULTS, *more) as error:
        raise _damage(path, what, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how libraries in Rust give up; it is no Exception
            raise
        raise _damage(path, what, error) from error


def _damage(path: str, what: str, error: BaseException) -> JobError:
    name = os.path.basename(path)
    return JobError("NOT_TABULAR", f"{name} is {what} that is damaged. Copy or save it again, then retry.", str(error))
