"""Step hash."""

import hashlib
import hmac
from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.recipe import RecipeError
from tests.jobs.table.helpers import apply, recipe


def test_known_values() -> None:
    rows = [["Anna", "x"], ["", "x"], ["Müller", "x"]]
    plain = apply([{"do": "hash", "columns": ["a"], "method": "sha256"}], ["a", "b"], rows)
    assert plain.rows == [
        [hashlib.sha256(b"Anna").hexdigest(), "x"], ["", "x"], [hashlib.sha256("Müller".encode()).hexdigest(), "x"],
    ]  # fmt: skip
    keyed = apply([{"do": "hash", "columns": ["a"], "key": "k", "length": 12}], ["a", "b"], rows)
    assert keyed.rows[0] == [hmac.new(b"k", b"Anna", "sha256").hexdigest()[:12], "x"]
    named = apply([{"do": "hash", "columns": ["a"], "key_name": "n", "length": 12}], ["a", "b"], rows, keys={"n": "k"})
    assert named.rows == keyed.rows


def test_a_key_that_is_not_kept_here() -> None:
    with pytest.raises(JobError, match='The key "n"') as caught:
        apply([{"do": "hash", "columns": ["a"], "key_name": "n"}], ["a"], [])
    assert caught.value.failure.code == "KEY_MISSING"


@pytest.mark.parametrize(
    "keys",
    [{}, {"key": "a", "key_name": "b"}, {"method": "sha256", "key": "a"}, {"key": "a", "length": 4}, {"key": ""}],
)
def test_mistakes(keys: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe([{"do": "hash", "columns": ["a"], **keys}])


def test_all_columns() -> None:
    out = apply([{"do": "hash", "columns": "*", "method": "sha256", "length": 8}], ["a", "b"], [["Anna", ""]])
    assert out.rows == [[hashlib.sha256(b"Anna").hexdigest()[:8], ""]]
