"""Templates: what an empty cell means, what a missing field does, and that the sandbox holds."""

from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.mail.problem import Blocked
from app.jobs.mail.template import MAX_OUTPUT, Template, as_text, check_fields, values_of

NAMES = ["name", "First Name", "amount", "empty"]
CELLS = ["Ann <Lee>", "Ann", "12", " "]


def render(source: str, html: bool = False, **more: Any) -> str:
    return Template(source, "The text", html).render(values_of(NAMES, CELLS) | more)


def code_of(source: str) -> str:
    with pytest.raises((Blocked, JobError)) as caught:
        render(source)
    return caught.value.failure.code


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ name }},", "Dear Ann <Lee>,"),
        ("{{ row['First Name'] }}", "Ann"),
        ("{{ row.amount }}", "12"),
        ("{{ empty | default('friend', true) }}", "friend"),
        ("{{ empty | default('friend') }}", "friend"),
        ("{{ empty or 'friend' }}", "friend"),
        ("{% if empty %}x{{ empty }}{% else %}none{% endif %}", "none"),
        ("{% if empty == '' %}none{% endif %}", "none"),
        ("{{ empty | length }}", "0"),
        ("{{ none }}", ""),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{{ (amount | int) * 3 }}", "36"),
    ],
)
def test_rendering(source: str, text: str) -> None:
    assert render(source) == text


def test_html_escapes_and_text_does_not() -> None:
    assert render("{{ name }}", html=True) == "Ann &lt;Lee&gt;"
    assert render("{{ name }}") == "Ann <Lee>"


@pytest.mark.parametrize("source", ["{{ empty }}", "{{ empty | upper }}", "{{ 'x' ~ empty }}", "{{ row['empty'] }}"])
@pytest.mark.parametrize("html", [False, True])
def test_an_empty_field_that_is_used_blocks_the_row(source: str, html: bool) -> None:
    template = Template(source, "The text", html)
    with pytest.raises(Blocked) as caught:
        template.render(values_of(NAMES, CELLS))
    assert caught.value.failure.code == "PRE_FIELD_EMPTY"
    assert '"empty"' in caught.value.failure.message
    assert "  " not in template.render(values_of(NAMES, CELLS, as_text))  # a released row has nothing there


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("{{ nmae }}", "nmae"),
        ("{{ row['Frist Name'] }}", "Frist Name"),
        ("{{ row.nmae }}", "nmae"),
        ("{% if nmae %}x{% endif %}", "nmae"),
        ("{{ nmae | default('x') }}", "nmae"),
        ("{{ lipsum() }}", "lipsum"),
        ("{{ dict() }}", "dict"),
    ],
)
def test_a_field_that_the_list_does_not_have_stops_the_batch(source: str, field: str) -> None:
    with pytest.raises(JobError) as caught:
        check_fields([Template(source, "The text")], NAMES, "people.csv")
    assert caught.value.failure.code == "PRE_FIELD_MISSING"
    assert f'"{field}"' in caught.value.failure.message
    assert "people.csv" in caught.value.failure.message


def test_fields_that_are_there_pass() -> None:
    source = "{% set x = name %}{{ x }}{% for r in range(2) %}{{ r }}{{ loop.index }}{% endfor %}"
    source += "{{ row['First Name'] }}{{ row.items() }}"
    check_fields([Template(source, "The text")], NAMES, "people.csv")


def test_a_mistake_names_its_line() -> None:
    with pytest.raises(JobError) as caught:
        Template("Dear\n{{ name }\n", "The text")
    assert caught.value.failure.code == "PRE_TEMPLATE"
    assert "line 2" in caught.value.failure.message


@pytest.mark.parametrize(("where", "within"), [("An attachment's path", "an attachment's path"), ("To", "To")])
def test_a_place_is_named_as_its_sentence_wants_it(where: str, within: str) -> None:
    with pytest.raises(Blocked) as caught:
        Template("{{ empty }}", where).render(values_of(NAMES, CELLS))
    assert f" and {within} uses it." in caught.value.failure.message


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ row.__init__.__globals__ }}",
        "{{ (row|attr('__class__')) }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{{ '{0.__class__}'.format_map({'0': name}) }}",
        "{{ self.__init__ }}",
        "{{ row.pop('name') }}",
        "{{ row.clear() }}",
        "{{ range(10**9) | list }}",
        "{{ range(10**6) | list }}",
        "{{ 'a' * 10**9 }}",
        "{{ 10**9 * 'a' }}",
        "{{ [1] * 10**9 }}",
        "{{ 9**9**9 }}",
        "{{ 'a'.ljust(10**9) }}",
        "{{ 'a'.zfill(10**9) }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{{ 1 / 0 }}",
        "{{ name.nothing }}",
        "{{ amount + 1 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in range(9999) %}{% for b in range(9999) %}xxxxxxxx{% endfor %}{% endfor %}",
    ],
)
def test_the_sandbox_holds_and_the_row_says_so(source: str) -> None:
    assert code_of(source) in ("PRE_TEMPLATE", "PRE_FIELD_MISSING")


@pytest.mark.parametrize("source", ["{{ '%0999999999d' | format(1) }}"])
def test_filters_that_make_any_length_are_not_there(source: str) -> None:
    assert code_of(source) == "PRE_TEMPLATE"


def test_padding_stays_short() -> None:
    assert len(render("{{ name | center(10**9) }}")) == 1000
    assert MAX_OUTPUT >= 1000
