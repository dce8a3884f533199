"""Values that reach a header: what is refused, and that a mailbox is one mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.mail.addresses import Mailbox, check_value, parse_list, parse_one
from app.jobs.mail.problem import Blocked


def code_of(text: str) -> str:
    with pytest.raises(Blocked) as caught:
        parse_one(text)
    return caught.value.failure.code


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("ann@example.org", Mailbox("", "ann@example.org")),
        ("  ann@example.org ", Mailbox("", "ann@example.org")),
        ("Ann Lee <ann@example.org>", Mailbox("Ann Lee", "ann@example.org")),
        ("Müller, Jörg <jm@example.org>", Mailbox("Müller, Jörg", "jm@example.org")),
        ('"Müller, Jörg" <jm@example.org>', Mailbox("Müller, Jörg", "jm@example.org")),
        ('"Ann \\"A\\" @ home" <a@example.org>', Mailbox('Ann "A" @ home', "a@example.org")),
        ("jo@faß.example.org", Mailbox("", "jo@xn--fa-hia.example.org")),
        ("<ann@example.org>", Mailbox("", "ann@example.org")),
        ("ann@example.org,", Mailbox("", "ann@example.org")),
    ],
)
def test_one_mailbox(text: str, box: Mailbox) -> None:
    assert parse_one(text) == box


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PRE_NO_ADDRESS"),
        ("   ", "PRE_NO_ADDRESS"),
        ("Ann <>", "PRE_NO_ADDRESS"),
        ("ann", "PRE_BAD_ADDRESS"),
        ("ann@", "PRE_BAD_ADDRESS"),
        ("ann@localhost", "PRE_BAD_ADDRESS"),
        ("ann@exa mple.org", "PRE_BAD_ADDRESS"),
        ("ann@example.org\u200b", "PRE_BAD_ADDRESS"),
        ("ann@@example.org", "PRE_BAD_ADDRESS"),
        ("a@example.org, b@example.org", "PRE_MULTI_ADDRESS"),
        ("a@example.org; b@example.org", "PRE_MULTI_ADDRESS"),
        ("a@example.org b@example.org", "PRE_MULTI_ADDRESS"),
        ("Eve <v@example.com> <a@example.org>", "PRE_MULTI_ADDRESS"),
        ("Eve, v@example.com <a@example.org>", "PRE_MULTI_ADDRESS"),
        ('"x" <v@example.com>, "y" <a@example.org>', "PRE_MULTI_ADDRESS"),
        ("jörg@example.org", "PRE_NEEDS_SMTPUTF8"),
        ("Eve\nBcc: v@example.com <a@example.org>", "PRE_CONTROL_CHARS"),
        ("a@example.org\r\nRCPT TO:<v@example.com>", "PRE_CONTROL_CHARS"),
        ("a@example.org\n", "PRE_CONTROL_CHARS"),
        ("a\x00@example.org", "PRE_CONTROL_CHARS"),
        ("=?utf-8?q?x=0D=0ABcc=3A_v=40example.com?= <a@example.org>", "PRE_ENCODED_WORD"),
    ],
)
def test_what_is_no_mailbox(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize("bad", "\n\r\x00\x0b\x0c\x1b\x7f\x85\u2028\u2029\u202e\u2066\u200f\ud800\t")
def test_no_control_character_in_a_header(bad: str) -> None:
    with pytest.raises(Blocked) as caught:
        check_value(f"before{bad}after", "The subject")
    assert caught.value.failure.code == "PRE_CONTROL_CHARS"
    assert "place 7" in caught.value.failure.message
    assert bad not in caught.value.failure.message


def test_lists_of_copies() -> None:
    boxes = parse_list('a@example.org; "Lee, Bo" <b@example.org>,, c@example.org', "Cc")
    assert [box.address for box in boxes] == ["a@example.org", "b@example.org", "c@example.org"]
    assert boxes[1].name == "Lee, Bo"
    assert parse_list("", "Cc") == ()


def test_one_person_is_one_key() -> None:
    assert parse_one("Ann@EXAMPLE.org").key == parse_one("Other Name <ann@example.ORG>").key
    assert parse_one("jo@faß.example.org").key != parse_one("jo@fass.example.org").key


@given(st.text(max_size=60))
def test_a_name_never_adds_a_recipient(name: str) -> None:
    """Whatever stands in a cell: the template's address, or a refusal."""
    try:
        box = parse_one(f"{name} <ann@example.org>")
    except Blocked:
        return
    assert box.address == "ann@example.org"
