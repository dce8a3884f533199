"""Name templates and the repair of names."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs import names

TOKENS = {
    "name": "{n}", "ext": "jpg", "parent": "Trip", "rel": ("2026", "May"), "n": 7, "w": 1600, "h": 900,
    "date": datetime(2026, 5, 4, 13, 2, 1), "recipe": "Web/Photos", "output": "0",
}  # fmt: skip


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{name}-{n:03}", "{n}-007"),
        ("{rel}/{parent}_{w}x{h}", "2026/May/Trip_1600x900"),
        ("{date}", "2026-05-04"),
        ("{date:%Y/%m}/{name}.{ext}", "2026/05/{n}.jpg"),
        ("{recipe} {output}", "Web_Photos 0"),
        ("{{name}} {n}", "{name} 7"),
        ("plain", "plain"),
    ],
)
def test_fill(template: str, filled: str) -> None:
    names.check(template)
    assert names.fill(template, TOKENS) == filled


@pytest.mark.parametrize(
    ("template", "word"),
    [
        ("{nmae}", "{nmae}"),
        ("{name", "{"),
        ("name}", "}"),
        ("{n:x}", "{n:x}"),
        ("{n:0}", "{n:0}"),
        ("{date:%c}", "%Y"),
        ("{date:%Y%}", "%Y"),
        ("{name:>9}", "takes no format"),
        ("{}", "{}"),
        ("  ", "empty"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(template: str, word: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as caught:
        names.check(template)
    assert word in str(caught.value)


def test_a_kind_can_know_fewer_tokens() -> None:
    names.check("{name}", frozenset({"name"}))
    with pytest.raises(ValueError, match="unknown token"):
        names.check("{w}", frozenset({"name"}))
    with pytest.raises(ValueError, match="no value here"):
        names.fill("{w}", {"name": "a"})


def test_used_names_the_tokens() -> None:
    assert names.used("{date:%Y}/{name}{{w}}") == {"date", "name"}


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("con.jpg", "con_.jpg"),
        ("CON .tar.gz", "CON_.tar.gz"),
        ("Com\u00b9", "Com\u00b9_"),
        ("console.jpg", "console.jpg"),
        ("a:b?.jpg", "a_b_.jpg"),
        ("line\nbreak.jpg", "line_break.jpg"),
        ("dots...", "dots"),
        ("space ", "space"),
        ("../../etc/x", "_/_/etc/x"),
        ("/abs/./x", "abs/_/x"),
        ("a\\b", "a_b"),
        ("\udcff.jpg", "_.jpg"),
        ("", "_"),
        (".hidden", ".hidden"),
        ("é" * 200 + ".jpeg", "é" * 117 + ".jpeg"),
    ],
)
def test_safe(name: str, fixed: str) -> None:
    assert names.safe(name) == (fixed, fixed != name)


ANY_TEXT = st.text(st.characters(), max_size=300) | st.text("conaux123./ :é\u0301\n", max_size=300)


@given(ANY_TEXT)
def test_what_is_safe_stays_inside_and_stays_as_it_is(name: str) -> None:
    fixed, changed = names.safe(name)
    assert changed == (fixed != name)
    assert names.safe(fixed) == (fixed, False)
    for part in fixed.split("/"):
        assert part not in ("", ".", "..")
        assert part[-1] not in " ."
        assert len(part.encode()) <= names.MAX_BYTES
        assert not set(part) & set('<>:"|?*\\\0\n')


@given(st.text(st.characters(), max_size=40))
def test_text_of_a_value_is_never_a_token_and_never_a_folder(value: str) -> None:
    filled = names.fill("<{name}>", {"name": value, "n": 5})
    assert filled == f"<{value.replace('/', '_')}>"


@given(st.text("{}n:03ame%Yx/", max_size=20))
def test_a_template_is_refused_by_check_or_filled(template: str) -> None:
    try:
        names.check(template)
    except ValueError:
        return
    assert isinstance(names.fill(template, TOKENS), str)
