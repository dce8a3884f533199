"""Each of many odd and damaged files is read right, or refused with the right code; none takes long."""

from pathlib import Path

import pytest

from app.core.failures import FAILURES
from app.jobs.base import JobError
from app.jobs.tabular import ReadOptions, open_table
from tests.jobs.tabular.odd import File, every_file

FILES = every_file()
LARGE = 1 << 20  # bytes


def case(file: File) -> object:
    """A small file has two seconds."""
    return pytest.param(file, id=file.title, marks=pytest.mark.timeout(2 if len(file.data) < LARGE else 20))


def test_there_are_enough() -> None:
    assert len(FILES) >= 550
    assert len({file.title for file in FILES}) == len(FILES)


@pytest.mark.parametrize("file", [case(file) for file in FILES])
def test_read_right_or_refused(tmp_path: Path, file: File) -> None:
    path = tmp_path / file.name
    path.write_bytes(file.data)
    options = ReadOptions(**dict(file.options))  # type: ignore[arg-type]
    if file.code is not None:
        with pytest.raises(JobError) as caught, open_table(str(path), options) as opened:
            list(opened)
        assert (caught.value.failure.code, file.code in FAILURES) == (file.code, True)
        assert file.name in caught.value.failure.message
        assert file.says in caught.value.failure.message
        return
    with open_table(str(path), options) as opened:
        records = list(opened)
    assert tuple(opened.header) == file.header
    assert [record.cells for record in records if record.problem is None] == file.rows
    assert tuple(record.line for record in records if record.problem is not None) == file.rejected
