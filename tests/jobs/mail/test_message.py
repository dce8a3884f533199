"""The bytes of messages: what a mail program reads out of them, and that the last check sees every forgery."""

import hashlib
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.mail import message
from app.jobs.mail.addresses import Mailbox
from app.jobs.mail.checks import check
from app.jobs.mail.letter import Attachment, Letter

SENDER = Mailbox("Shop Ö", "shop@example.org")
LETTER = Letter(
    source=1,
    row=12,
    account="work",
    sender=SENDER,
    to=Mailbox("Müller, Jörg", "jo@xn--fa-hia.example.org"),
    cc=(Mailbox("", "cc@example.org"),),
    bcc=(Mailbox("", "hidden@example.org"),),
    reply_to=(Mailbox("Help", "help@example.org"),),
    subject="Rechnung für März",
    text="Grüße,\n.\nFrom here\n",
    html="<p>Grüße</p>",
    attachments=(),
    message_id="<tok.1.12@example.org>",
    date=1_800_000_000,
)


def attachment(name: str, data: bytes, cid: str = "") -> Attachment:
    return Attachment(f"/nowhere/{name}", name, len(data), hashlib.sha256(data).hexdigest(), cid)


def built(letter: Letter, files: dict[str, bytes] | None = None) -> bytes:
    data = message.build(letter, SENDER, lambda item: (files or {})[item.name])
    check(data, letter, SENDER)
    return data


def parsed(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert not [defect for part in found.walk() for defect in part.defects]
    return found


def test_everything_is_there_and_the_hidden_copy_is_not() -> None:
    files = {"Beleg März.pdf": b"%PDF" + bytes(range(256)) * 40, "logo.png": b"\x89PNG...", "empty.bin": b""}
    letter = replace(
        LETTER,
        html='<p>Grüße <img src="cid:logo"></p>',
        attachments=(
            attachment("Beleg März.pdf", files["Beleg März.pdf"]),
            attachment("empty.bin", b""),
            attachment("logo.png", files["logo.png"], "logo"),
        ),
    )
    data = built(letter, files)
    mail = parsed(data)
    assert mail.get_content_type() == "multipart/mixed"
    assert mail["Subject"] == "Rechnung für März"
    assert mail["To"].addresses[0].display_name == "Müller, Jörg"
    assert mail["Message-ID"] == "<tok.1.12@example.org>"
    assert "15 Jan 2027" in mail["Date"]
    assert b"hidden@example.org" not in data
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n") == "Grüße,\n.\nFrom here\n"
    assert "cid:logo" in html.get_content()
    attached = {part.get_filename(): part.get_payload(decode=True) for part in mail.walk() if part.get_filename()}
    assert attached == files
    picture = next(part for part in mail.walk() if part["Content-ID"])
    assert picture["Content-ID"] == "<logo>"
    assert picture.get_content_disposition() == "inline"


def test_the_same_letter_gives_the_same_bytes_and_another_one_other_boundaries() -> None:
    assert built(LETTER) == built(Letter.from_payload(LETTER.to_payload()))
    first, second = built(LETTER), built(replace(LETTER, message_id="<other.1.12@example.org>"))
    boundary = re.compile(rb'boundary="([^"]+)"')
    assert boundary.findall(first) != boundary.findall(second)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400))
@example("x" * 5000)
@example(".\n..\n.hidden\n\n.")
@example("tail space \n\ttabs\t\n")
@example("only\rcarriage\r\nreturns")
def test_a_text_comes_back(text: str) -> None:
    letter = replace(LETTER, text=text, html=None)
    body = parsed(built(letter)).get_content().replace("\r\n", "\n")
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    assert body == (wanted if wanted.endswith("\n") else wanted + "\n")


@pytest.mark.parametrize("parts", ["text", "html", "both"])
def test_the_estimate_is_near_the_truth(parts: str) -> None:
    files = {"a.bin": b"x" * 300_000}
    letter = replace(LETTER, attachments=(attachment("a.bin", files["a.bin"]),))
    letter = replace(
        letter, text=None if parts == "html" else "Zeile ä\n" * 500, html=None if parts == "text" else "<p>" * 999
    )
    assert message.estimate(letter) == pytest.approx(len(built(letter, files)), rel=0.02)


FORGERIES = {
    "another header": lambda data: data.replace(b"Subject: ", b"Bcc: v@example.com\r\nSubject: ", 1),
    "header twice": lambda data: data.replace(b"Date: ", b"To: v@example.com\r\nDate: ", 1),
    "header gone": lambda data: re.sub(rb"Reply-To: .*?\r\n", b"", data, count=1),
    "one more in To": lambda data: data.replace(b"Cc: ", b"Cc: v@example.com, ", 1),
    "other sender": lambda data: data.replace(b"<shop@example.org>", b"<boss@example.org>", 1),
    "two senders": lambda data: data.replace(b"From: ", b"From: v@example.com, ", 1),
    "other message id": lambda data: data.replace(b"tok.1.12", b"tok.1.13", 1),
    "bare LF": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\nx\n", 1),
    "bare CR": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\nx\r.\r\n", 1),
    "smuggled dot": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\n\n.\r\nMAIL FROM:<v@example.com>\r\n", 1),
    "NUL": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\n\0", 1),
    "8 bit": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\n\xe4", 1),
    "long line": lambda data: data.replace(b"\r\n\r\n", b"\r\n\r\n" + b"x" * 999 + b"\r\n", 1),
    "headers end early": lambda data: data.replace(b"Subject: ", b"\r\nSubject: ", 1),
    "no end": lambda data: data[:-2],
    "blank folded line": lambda data: data.replace(b"Date: ", b" \r\nDate: ", 1),
    "no colon": lambda data: data.replace(b"Date: ", b"hello\r\nDate: ", 1),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_the_last_check_stops_what_is_not_the_letter(forgery: str) -> None:
    data = built(LETTER)
    forged = FORGERIES[forgery](data)
    assert forged != data
    with pytest.raises(JobError) as caught:
        check(forged, LETTER, SENDER)
    assert caught.value.failure.code == "INTERNAL"
