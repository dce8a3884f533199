"""Ways out of a list: only addresses that mail programs follow, never anything that ends the header."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.mail import checks, files, message
from app.jobs.mail.problem import Blocked
from app.jobs.mail.unsubscribe import checked, headers
from app.jobs.recipe import RecipeError
from tests.jobs.mail.lane import plan, recipe
from tests.jobs.mail.test_plan import found, letter, write

WAYS = ["mailto:off@example.org?subject=stop", "https://example.org/off?id={{ name }}"]


def test_a_message_offers_its_ways_out(tmp_path: Path) -> None:
    path = write(tmp_path, "name,email\nAnn,ann@example.org\n")
    (job,) = plan(path, recipe({"unsubscribe": WAYS, "one_click": True}))
    frozen = letter(job)
    assert frozen.sender is not None
    data = message.build(frozen, frozen.sender, files.read_again)
    checks.check(data, frozen, frozen.sender)
    parsed = message_from_bytes(data, policy=policy.default)
    assert parsed["List-Unsubscribe"] == "<mailto:off@example.org?subject=stop>, <https://example.org/off?id=Ann>"
    assert parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("A B", "PRE_BAD_ADDRESS"),
        ("A>", "PRE_BAD_ADDRESS"),
        ("A,B", "PRE_BAD_ADDRESS"),
        ("ä", "PRE_BAD_ADDRESS"),
        ("A\nBcc: v@example.com", "PRE_CONTROL_CHARS"),
        ("=?utf-8?q?x?=", "PRE_ENCODED_WORD"),
        ("", "PRE_FIELD_EMPTY"),
    ],
)
def test_a_cell_that_spoils_the_address_blocks_its_row(tmp_path: Path, cell: str, code: str) -> None:
    path = write(tmp_path, f'name,email\n"{cell}",ann@example.org\n')
    (job,) = plan(path, recipe({"subject": "s", "text": "t", "unsubscribe": WAYS}))
    assert found([job]) == [("held", code)]


@pytest.mark.parametrize(
    "keys",
    [{"unsubscribe": ["http://example.org"]}, {"unsubscribe": ["mailto:a@example.org"], "one_click": True}],
)
def test_a_recipe_that_offers_no_safe_way_is_refused(keys: dict[str, object]) -> None:
    with pytest.raises(RecipeError):
        recipe(keys)


@given(text=st.text(max_size=60))
def test_what_passes_is_one_line_of_its_own(text: str) -> None:
    try:
        addresses = checked([f"mailto:a@example.org?subject={text}", f"https://example.org/{text}"])
    except Blocked:
        return
    (line,) = headers(addresses, one_click=False)
    assert line.isascii()
    assert line.count("<") == line.count(">") == len(addresses) == line.count(",") + 1
    assert line.replace("\r\n ", "").isprintable()
