"""A Parquet file as records, by each column's type. Needs the add-on pyarrow. Must not know headers or recipes."""

import datetime
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from app.jobs.base import JobError
from app.jobs.tabular.faults import damaged
from app.jobs.tabular.lines import RawRecord
from app.jobs.tabular.values import RowProblem
from app.jobs.tabular.workbook import cell_text, number_text

_BATCH = 4096  # rows that are held at once


def need_pyarrow(name: str) -> Any:
    """The module `pyarrow`, with `pyarrow.parquet` loaded. Raises JobError UNSUPPORTED where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        if getattr(sys, "frozen", False):  # nothing can be installed into a packaged program
            cure = "This packaged Dropmill does not have it. Save the table as CSV or Excel, and drop that."
        else:
            cure = "Install pyarrow, then retry."
        words = f"{name} is a Parquet file, and the add-on for these is not installed. {cure}"
        raise JobError("UNSUPPORTED", words, str(error)) from error
    return pyarrow


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    name = os.path.basename(path)
    pyarrow = need_pyarrow(name)
    with damaged(path, "a Parquet file", pyarrow.ArrowException), open(path, "rb") as stream:
        yield pyarrow.parquet.ParquetFile(stream, pre_buffer=False)


def columns_of(path: str) -> tuple[list[str], int]:
    """(names of the columns, number of rows)."""
    with _opened(path) as file:
        return [str(name) for name in file.schema_arrow.names], int(file.metadata.num_rows)


def table_records(path: str, columns: list[str]) -> Iterator[RawRecord]:
    """The rows in order; `line` counts them from 1."""
    number = 0
    with _opened(path) as file:
        for batch in file.iter_batches(batch_size=_BATCH):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                problem = None
                cells: list[str] = []
                for column, value in zip(columns, values, strict=True):
                    try:
                        cells.append(_text(value))
                    except UnicodeDecodeError:
                        cells.append("")
                        problem = problem or RowProblem("ENCODING", "encoding: binary data", column)
                yield RawRecord(number, 1, cells, "", problem)


def _text(value: object) -> str:
    """One value as text. Raises UnicodeDecodeError for binary data that is no text."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (list, dict, tuple)):
        return json.dumps(value, ensure_ascii=False, default=_nested, separators=(",", ":"))
    return cell_text(value)


def _nested(value: object) -> str:
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else _text(value)
