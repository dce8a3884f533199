"""Header lines: any value comes back as it went in, in lines that every server takes."""

from email import message_from_bytes, policy
from email.headerregistry import AddressHeader
from email.message import EmailMessage

from hypothesis import example, given
from hypothesis import strategies as st

from app.jobs.mail import headers
from app.jobs.mail.addresses import Mailbox, check_value
from app.jobs.mail.problem import Blocked


def allowed(text: str) -> bool:
    try:
        check_value(text, "x")
    except Blocked:
        return False
    return True


values = st.text(max_size=200).filter(allowed)


def parsed(line: str) -> EmailMessage:
    raw = line.encode("ascii") + b"\r\n\r\n"
    assert all(len(part) <= 998 for part in raw.split(b"\r\n"))
    assert not any(part.strip() == b"" for part in raw.split(b"\r\n")[:-2])
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


@given(values)
@example("x " * 100)
@example("word " * 40)
@example("Rechnung für Müller, " * 8)
@example(" leading and trailing ")
@example("a" * 200)
def test_a_subject_comes_back(text: str) -> None:
    message = parsed(headers.text_header("Subject", text))
    assert message.keys() == ["Subject"]
    assert str(message["Subject"]) == text


@given(values)
@example("x, " * 40)
@example('Ann "the boss", Lee\\')
@example("Müller, Jörg <weg>")
@example("日本語 テスト, 株式会社" * 6)
@example("@home; x: y,")
def test_a_mailbox_comes_back_as_one(name: str) -> None:
    message = parsed(headers.mailbox_header("To", [Mailbox(name, "jo@xn--fa-hia.example.org")]))
    header = message["To"]
    assert isinstance(header, AddressHeader)
    assert [address.addr_spec for address in header.addresses] == ["jo@xn--fa-hia.example.org"]


def test_names_are_read_as_written() -> None:
    names = ["Ann Lee", "Müller, Jörg", 'Ann "A" Lee', "O'Neil (x)", "日本語"]
    message = parsed(headers.mailbox_header("Cc", [Mailbox(name, f"p{n}@example.org") for n, name in enumerate(names)]))
    header = message["Cc"]
    assert isinstance(header, AddressHeader)
    assert [address.display_name for address in header.addresses] == names


@given(st.text(min_size=1, max_size=80).filter(allowed))
@example('Rechnung "März", 2026.pdf')
@example("ä" * 80)
def test_a_file_name_comes_back(name: str) -> None:
    line = f"Content-Disposition: attachment;{headers.FOLD}{headers.parameter('filename', name)}"
    assert parsed(line).get_filename() == name.strip()  # the library trims it
