"""Step repair, on real files: it sees what reading rejects."""

from pathlib import Path
from typing import Any

import pytest

from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import recipe, rejects, run

DATA = b"a,b,c\n1,2,3\n4,5\n6,7,8,\n9,9,9,9\na,b,c\n"


@pytest.mark.parametrize(
    ("keys", "out", "rejected"),
    [
        ({"pad": True}, b"a,b,c\n1,2,3\n4,5,\na,b,c\n", ["4", "5"]),
        ({"truncate": True}, b"a,b,c\n1,2,3\n6,7,8\n9,9,9\na,b,c\n", ["3"]),
        ({"trailing_delimiter": True}, b"a,b,c\n1,2,3\n6,7,8\na,b,c\n", ["3", "5"]),
        ({"repeated_headers": True}, b"a,b,c\n1,2,3\n", ["3", "4", "5"]),
        (
            {"pad": True, "truncate": True, "repeated_headers": True},
            b"a,b,c\n1,2,3\n4,5,\n6,7,8\n9,9,9\n",
            [],
        ),
    ],
)
def test_keys(tmp_path: Path, keys: dict[str, Any], out: bytes, rejected: list[str]) -> None:
    result, context = run(tmp_path, DATA, [{"do": "repair", **keys}], read={"delimiter": ","})
    assert Path(result.outputs[0]).read_bytes() == out
    assert [row["line"] for row in rejects(result)] == rejected
    assert ("RAGGED_REPAIRED" in context.codes) == (keys != {"repeated_headers": True})
    assert result.extra["table"]["removed"] == ({"repair": 1} if "repeated_headers" in keys else {})


def test_a_trailing_delimiter_everywhere(tmp_path: Path) -> None:
    data = b"a,b,\n1,2,\n3,4\n5,6,x\n"
    result, _ = run(tmp_path, data, [{"do": "repair", "trailing_delimiter": True}], read={"delimiter": ","})
    assert Path(result.outputs[0]).read_bytes() == b"a,b\n1,2\n3,4\n"
    assert [(row["line"], row["code"], row["value"]) for row in rejects(result)] == [("4", "COLUMNS_DIFFER", "x")]


def test_other_problems_stay(tmp_path: Path) -> None:
    result, _ = run(tmp_path, b'a,b\n1,"x"y\n1\n', [{"do": "repair", "pad": True}], read={"delimiter": ","})
    assert [row["code"] for row in rejects(result)] == ["SUSPECT_QUOTE"]


def test_mistakes() -> None:
    with pytest.raises(RecipeError, match="repair needs one of"):
        recipe([{"do": "repair"}])
    with pytest.raises(RecipeError, match="first"):
        recipe([{"do": "trim", "columns": "*"}, {"do": "repair", "pad": True}])
