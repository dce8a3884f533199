"""The folder of sent messages: copies never change what was sent, and only what is found proves anything."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.jobs.base import JobError
from app.jobs.mail import sent
from app.jobs.mail.account import Account
from app.jobs.mail.message import Message
from app.jobs.mail.sent import CannotLook, SentFolder
from tests.imap_peer import ImapPeer, imap_peer
from tests.jobs.mail.lane import account_at, codes, lanes, send, session_of
from tests.smtp_peers import PASSWORD, USER, Authority, make_authority, polite_peer

MESSAGE = Message((b"Message-ID: <one@example.org>\r\n\r\nhello\r\n",))


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def imap(authority: Authority) -> Iterator[ImapPeer]:
    with imap_peer(authority.server) as peer:
        yield peer


@pytest.fixture
def account(imap: ImapPeer, authority: Authority) -> Account:
    return imap_account(1, imap, authority)


def imap_account(port: int, imap: ImapPeer, authority: Authority, **more: Any) -> Account:
    """An account that sends without a sign-in, and looks with one."""
    where = {"imap_host": "localhost", "imap_port": imap.port, "save_sent": True, "ca_file": authority.ca_file}
    return account_at(port, **(where | more)).model_copy(update={"user": USER})


@pytest.mark.parametrize(
    ("folders", "chosen"),
    [
        ([r'(\HasNoChildren) "/" Sent', r'(\Sent \HasNoChildren) "/" "Gesendet von mir"'], '"Gesendet von mir"'),
        ([r'(\HasNoChildren) "." INBOX', r'(\HasNoChildren) "." INBOX.Sent'], '"INBOX.Sent"'),
        ([r"() NIL INBOX", r"() NIL sent"], '"sent"'),
        ([r'(\sent) "/" "a \"b\" \\ c"'], r'"a \"b\" \\ c"'),
        ([b'* LIST (\\Sent) "/" {7}\r\nGel"ist\r\n'], r'"Gel\"ist"'),
        ([r'(\Noselect) "/" Sent', r'() "/" "Sent Items"'], '"Sent Items"'),
    ],
)
def test_the_folder_that_the_server_marks_or_one_with_a_usual_name(
    imap: ImapPeer, account: Account, folders: list[str | bytes], chosen: str
) -> None:
    imap.folders = folders
    with SentFolder.open(account, PASSWORD) as folder:
        folder.add(MESSAGE)
        assert folder.holds("<one@example.org>")
        assert not folder.holds("<two@example.org>")
    assert imap.into == [chosen]
    assert imap.filed == [bytes(MESSAGE)]


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda p: p.answers.update(AUTHENTICATE="NO nope"), "refused the sign-in"),
        (lambda p: p.answers.update(LIST="NO nope"), "nope"),
        (lambda p: p.answers.update(LIST="!"), "broke off"),
        (lambda p: p.answers.update(EXAMINE="NO gone"), "gone"),
        (lambda p: p.answers.update(SEARCH="BAD what"), "what"),
        (lambda p: p.answers.update(SEARCH="!"), "broke off"),
        (lambda p: p.answers.update(SEARCH=""), "in time|broke off|cannot be reached"),
        (lambda p: p.folders.clear(), "no folder for sent messages"),
    ],
)
def test_what_is_in_the_way_is_said(
    imap: ImapPeer,
    account: Account,
    prepare: Callable[[ImapPeer], None],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sent, "WAIT", 0.5)
    prepare(imap)
    with pytest.raises(CannotLook, match=words):
        sent.find(account, PASSWORD, "<one@example.org>")


def test_a_server_that_drips_does_not_hold_anybody(
    imap: ImapPeer, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "LONGEST", 0.5)  # and each answer may take 30 s
    imap.answers["SEARCH"] = ""
    with pytest.raises(CannotLook):
        sent.find(account, PASSWORD, "<one@example.org>")


@pytest.mark.parametrize("mechanisms", ["AUTH=PLAIN", "AUTH=CRAM-MD5", ""])
def test_a_wrong_password_is_in_no_message(imap: ImapPeer, account: Account, mechanisms: str) -> None:
    imap.mechanisms = mechanisms
    for secret in ("s3cret-w0rd", None):
        with pytest.raises(CannotLook) as caught:
            sent.find(account, secret, "<one@example.org>")
        assert "s3cret-w0rd" not in str(caught.value)
    assert str(caught.value).startswith("Cannot sign in to localhost")


def test_without_an_imap_server_nobody_can_tell() -> None:
    assert sent.find(account_at(1), None, "<one@example.org>") is None


@pytest.mark.parametrize(
    ("host", "wanted", "kept"),
    [
        ("mail.example.org", True, True),
        ("mail.example.org", False, False),
        ("smtp.gmail.com", True, False),
        ("SMTP.office365.com", True, False),
        ("smtp-mail.outlook.com", True, False),
        ("notgmail.com", True, True),
    ],
)
def test_providers_that_file_by_themselves_get_no_second_copy(host: str, wanted: bool, kept: bool) -> None:
    account = Account.make(
        name="a", host=host, port=465, security="tls", user=USER, imap_host="i.example.org", save_sent=wanted
    )
    assert sent.keeps_copies(account) is kept


def test_copies_are_filed_on_one_connection_in_order(imap: ImapPeer, authority: Authority, tmp_path: Path) -> None:
    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(12)))
    with polite_peer(auth=True) as peer:
        outcomes = send(imap_account(peer.port, imap, authority), *contexts, secret=PASSWORD)
    assert set(codes(outcomes)) == {"sent"}
    assert imap.filed == [taken.data for taken in peer.taken], "the same bytes"
    assert imap.connections <= 12


@pytest.mark.parametrize("verb", ["AUTHENTICATE", "LIST", "APPEND"])
@pytest.mark.parametrize("answer", ["NO full", "BAD what", "!"])
def test_a_copy_that_cannot_be_filed_changes_nothing(
    imap: ImapPeer, authority: Authority, tmp_path: Path, verb: str, answer: str
) -> None:
    imap.answers[verb] = answer
    contexts = lanes(tmp_path, *(f"p{n}@example.org" for n in range(3)))
    with polite_peer(auth=True) as peer:
        outcomes = send(imap_account(peer.port, imap, authority), *contexts, secret=PASSWORD)
    assert codes(outcomes) == ["sent"] * 3
    assert [context.warnings for context in contexts] == [[]] * 3
    assert len(peer.taken) == 3


def test_a_silent_server_does_not_hold_up_the_end(
    imap: ImapPeer, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent.Copies.close, "__defaults__", (0.3,))
    imap.answers["APPEND"] = ""
    with polite_peer(auth=True) as peer:
        outcomes = send(imap_account(peer.port, imap, authority), *lanes(tmp_path, "ann@example.org"), secret=PASSWORD)
    assert codes(outcomes) == ["sent"]


def test_a_refused_message_has_no_copy(imap: ImapPeer, authority: Authority, tmp_path: Path) -> None:
    with polite_peer(auth=True) as peer:
        account = imap_account(peer.port, imap, authority)
        assert codes(send(account, *lanes(tmp_path, "gone@example.org"), secret=PASSWORD)) == ["RCPT_PERM"]
    assert imap.filed == []


def test_an_account_without_imap_says_so() -> None:
    with pytest.raises(JobError, match="names no IMAP server"):
        session_of(account_at(1)).came_about([{"mail": {"message_id": "<one@example.org>"}}])
