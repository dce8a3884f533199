"""A frozen message as a file and as a trial: the bytes that would be sent, to nobody else."""

from email import message_from_bytes
from email.policy import default as policy
from pathlib import Path
from typing import Any

import pytest

from app.engine import letters
from app.jobs.base import JobError
from app.jobs.mail.account import Account
from tests.jobs.mail.lane import account_at
from tests.smtp_peers import PASSWORD, USER, polite_peer, unused_port
from tests.window.mailcheck.letters import payload_of


@pytest.fixture
def payload(tmp_path: Path) -> dict[str, Any]:
    return payload_of(tmp_path, ("Jane", "jane@harbour.example", "boss@harbour.example", "2026-0416"))


def test_a_file_holds_the_message_as_it_would_be_sent(payload: dict[str, Any]) -> None:
    name, data = letters.as_file(payload, None)
    assert name == "001-jane@harbour.example.eml"
    read = message_from_bytes(data, policy=policy)
    assert "jane@harbour.example" in read["To"]
    assert read["Message-ID"] == payload["message_id"]
    (attached,) = read.iter_attachments()
    assert attached.get_filename() == "2026-0416.pdf"


def test_an_attachment_that_changed_is_said(payload: dict[str, Any]) -> None:
    Path(payload["attachments"][0]["path"]).write_bytes(b"another invoice")
    with pytest.raises(JobError) as caught:
        letters.as_file(payload, None)
    assert caught.value.failure.code == "PRE_ATTACH_CHANGED"


def test_a_trial_goes_to_one_address_and_is_marked(payload: dict[str, Any]) -> None:
    with polite_peer(auth=True) as peer:
        account = account_at(peer.port, user=USER)
        reply = letters.trial(payload, account, PASSWORD, "Me <me@northwind.example>")
        (taken,) = peer.taken
    assert reply.startswith("250")
    assert taken.recipients == ("me@northwind.example",)
    read = message_from_bytes(taken.data, policy=policy)
    assert read["Subject"].startswith("[Test] ")
    assert "jane@harbour.example" not in read["To"]
    assert read["Cc"] is None
    assert taken.message_id != payload["message_id"]
    assert len(list(read.iter_attachments())) == 1


@pytest.mark.parametrize(
    ("to", "secret", "code"),
    [
        ("nobody", PASSWORD, "PRE_BAD_ADDRESS"),
        ("a@x.example, b@x.example", PASSWORD, "PRE_MULTI_ADDRESS"),
        ("gone@x.example", PASSWORD, "RCPT_PERM"),
        ("me@x.example", "wrong", "AUTH_REJECTED"),
    ],
)
def test_a_trial_that_fails_says_why(payload: dict[str, Any], to: str, secret: str, code: str) -> None:
    with polite_peer(auth=True) as peer:
        with pytest.raises(JobError) as caught:
            letters.trial(payload, account_at(peer.port, user=USER), secret, to)
        assert peer.taken == []
    assert caught.value.failure.code == code
    assert secret not in caught.value.failure.message


def test_no_server_and_no_message(payload: dict[str, Any]) -> None:
    account: Account = account_at(unused_port())
    with pytest.raises(JobError) as caught:
        letters.trial(payload, account, None, "me@x.example")
    assert caught.value.failure.code == "NET_OFFLINE"
    with pytest.raises(JobError, match="no message"):
        letters.as_file({"blocked": {"code": "PRE_BAD_ADDRESS"}}, None)
