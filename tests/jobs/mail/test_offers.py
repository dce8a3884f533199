"""What a server offers, and the commands that follow from it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs.mail.offers import MAX_AHEAD, Envelope, Offers

LETTER = Envelope("shop@example.org", ("ann@example.org",), 1234, "tok.1.12@example.org")


@pytest.mark.parametrize(
    ("lines", "size", "mechanisms", "mails", "people"),
    [
        ((), 0, (), 0, 0),
        (("SIZE 1000", "AUTH PLAIN LOGIN"), 1000, ("PLAIN", "LOGIN"), 0, 0),
        (("size 1000", "Auth plain", "limits mailmax=7 RCPTMAX=3"), 1000, ("PLAIN",), 7, 3),
        (("SIZE", "AUTH=LOGIN", "LIMITS MAILMAX RCPTMAX=x"), 0, ("LOGIN",), 0, 0),
        (("AUTH PLAIN", "AUTH=LOGIN", "SIZE ²", " ", "LIMITS"), 0, ("PLAIN",), 0, 0),
    ],
)
def test_extensions(lines: tuple[str, ...], size: int, mechanisms: tuple[str, ...], mails: int, people: int) -> None:
    offers = Offers.read(lines)
    assert (offers.max_size, offers.mechanisms) == (size, mechanisms)
    assert (offers.limit("MAILMAX"), offers.limit("RCPTMAX")) == (mails, people)


def test_only_what_is_offered_is_asked_for() -> None:
    assert Offers().mail(LETTER) == "MAIL FROM:<shop@example.org>"
    assert Offers().recipient(LETTER, "ann@example.org") == "RCPT TO:<ann@example.org>"
    offers = Offers.read(["SIZE", "DSN", "PIPELINING", "SMTPUTF8"])
    assert offers.mail(LETTER) == "MAIL FROM:<shop@example.org> SIZE=1234 RET=HDRS ENVID=tok.1.12@example.org"
    assert offers.recipient(LETTER, "ann@example.org") == "RCPT TO:<ann@example.org> NOTIFY=FAILURE,DELAY"


@given(st.text(min_size=1, max_size=40))
def test_an_identity_is_a_word_that_reads_back(identity: str) -> None:
    mail = Offers.read(["DSN"]).mail(Envelope("a@example.org", ("b@example.org",), 1, identity))
    found = re.search(r" ENVID=(\S+)$", mail)
    if found is None:  # longer than the limit of the standard
        assert len(identity.encode("utf-8", "surrogatepass")) > 30
        return
    assert re.fullmatch(r"[!-~]{1,100}", found[1])
    assert "=" not in found[1]
    raw = re.sub(rb"\+([0-9A-F]{2})", lambda match: bytes.fromhex(match[1].decode()), found[1].encode())
    assert raw.decode() == identity


def test_data_goes_ahead_for_one_recipient_only() -> None:
    offers = Offers.read(["PIPELINING"])
    many = [f"p{n}@example.org" for n in range(MAX_AHEAD + 1)]
    assert Offers().ahead(LETTER) == (False, False)
    assert offers.ahead(LETTER) == (True, True)
    assert offers.ahead(Envelope("a@example.org", many[:2], 1)) == (True, False)
    assert offers.ahead(Envelope("a@example.org", many, 1)) == (False, False)
