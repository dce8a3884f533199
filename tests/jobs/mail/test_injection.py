"""Whatever stands in a list, a file name or a recipe: nothing of it ends a header, adds a recipient or attaches a file
that nobody chose. Rows go through the whole way, the check, a person who releases what it stopped, the session, to a
real server; what that server took is what counts."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.jobs.base import PlannedJob
from app.jobs.mail.account import Account, AccountError
from app.jobs.mail.recipe import MailRecipe
from app.jobs.recipe import RecipeError
from tests.jobs.mail.lane import FROM, Lane, account_at, codes, plan, recipe, request, send
from tests.jobs.mail.test_plan import found
from tests.smtp_peers import Peer, Taken, polite_peer

EVIL = "victim@evil.example.org"
USUAL = ["content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"]


@pytest.fixture(scope="module")
def peer() -> Iterator[Peer]:
    with polite_peer() as running:
        yield running


def through(
    peer: Peer, folder: Path, rows: list[dict[str, str]], wanted: MailRecipe
) -> tuple[list[PlannedJob], list[str], list[Taken]]:
    """The planned rows, how each ended after a person let all of them go, and what the server took."""
    path = folder / "people.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    jobs = plan(path, wanted, request(suppressed=["suppressed@example.org"]))
    before = len(peer.ledger.taken)
    lanes = [Lane(dict(job.payload or {}), wanted, job.source) for job in jobs]
    return jobs, codes(send(account_at(peer.port), *lanes)), peer.ledger.taken[before:]


def names_of(data: bytes) -> list[str]:
    """The header names of a message as it was on the wire, by the rules of RFC 5322 alone."""
    head = data.partition(b"\r\n\r\n")[0]
    lines = [line for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")]
    return sorted(line.partition(b":")[0].decode("ascii").lower() for line in lines)


BREAKS = [
    "\n",
    "\r",
    "\r\n",
    "\r\n ",
    "\n\n",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
]
CONTROL = [(f"x{end}Bcc: {EVIL}", "PRE_CONTROL_CHARS") for end in BREAKS]
ENCODED = [
    (f"=?utf-8?q?x=0D=0ABcc=3A_{EVIL}?=", "PRE_ENCODED_WORD"),
    ("=?utf-8?b?eA0KQmNjOiB2aWN0aW1AZXZpbC5leGFtcGxlLm9yZw==?=", "PRE_ENCODED_WORD"),
    ("=?UTF-8?Q?a?= =?UTF-8?Q?b?=", "PRE_ENCODED_WORD"),
    ("=?x?q?=0D=0A", "PRE_ENCODED_WORD"),
]
PLACES: dict[str, dict[str, Any]] = {
    "name": {"to": "{{ x }} <a@example.org>"},
    "subject": {"subject": "{{ x }}"},
    "cc": {"cc": "{{ x }} <b@example.org>"},
    "bcc": {"bcc": "{{ x }} <b@example.org>"},
    "reply_to": {"reply_to": "{{ x }} <b@example.org>"},
    "attachment": {"attachments": ["{{ x }}"]},
    "way out": {"unsubscribe": ["mailto:off@example.org?subject={{ x }}"]},
}


@pytest.mark.parametrize("place", PLACES)
def test_a_cell_that_would_end_a_header_sends_nothing(peer: Peer, tmp_path: Path, place: str) -> None:
    cases = CONTROL + ENCODED
    rows = [{"x": cell, "email": f"p{n}@example.org"} for n, (cell, _) in enumerate(cases)]
    keys: dict[str, Any] = {"to": "a@example.org", "subject": "s", "text": "t"} | PLACES[place]
    jobs, ended, taken = through(peer, tmp_path, rows, recipe(keys, recipients={"dedupe": False}))
    assert found(jobs) == [("held", code) for _, code in cases]
    assert ended == [code for _, code in cases]  # released all the same, it fails with the same words
    assert taken == []


ADDRESSES = [
    (f"a@example.org, {EVIL}", "PRE_MULTI_ADDRESS"),
    (f"a@example.org; {EVIL}", "PRE_MULTI_ADDRESS"),
    (f"a@example.org {EVIL}", "PRE_MULTI_ADDRESS"),
    (f"{EVIL} <a@example.org>", "PRE_MULTI_ADDRESS"),
    (f"a@example.org> NOTIFY=NEVER\r\nRCPT TO:<{EVIL}", "PRE_CONTROL_CHARS"),
    (f"a@example.org\nBcc: {EVIL}", "PRE_CONTROL_CHARS"),
    ("a@example.org> SIZE=1", "PRE_BAD_ADDRESS"),
    ("<a@example.org", "PRE_BAD_ADDRESS"),
    (f"@relay.example.org:{EVIL}", "PRE_BAD_ADDRESS"),
    (f"group: {EVIL};", "PRE_BAD_ADDRESS"),
    ("a(comment)@example.org", "PRE_BAD_ADDRESS"),
    ('"a b"@example.org', "PRE_BAD_ADDRESS"),
    ("a@[127.0.0.1]", "PRE_BAD_ADDRESS"),
    ("a%evil.example.org@", "PRE_BAD_ADDRESS"),
    ("a@exa\u200bmple.org", "PRE_BAD_ADDRESS"),
    ("", "PRE_NO_ADDRESS"),
    (" , ", "PRE_NO_ADDRESS"),
]


def test_an_address_is_one_mailbox_or_nothing_is_sent(peer: Peer, tmp_path: Path) -> None:
    rows = [{"x": cell, "n": "1"} for cell, _ in ADDRESSES]
    keys = {"to": "{{ x }}", "subject": "s", "text": "t"}
    jobs, ended, taken = through(peer, tmp_path, rows, recipe(keys, recipients={"dedupe": False}))
    assert list(zip(found(jobs), ended, strict=True)) == [(("held", code), code) for _, code in ADDRESSES]
    assert taken == []


def test_files_that_nobody_chose_are_never_attached(peer: Peer, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "good.txt").write_text("good")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "up").symlink_to(tmp_path)
    cases = {
        "../secret.txt": "PRE_ATTACH_OUTSIDE",
        "good.txt/../../secret.txt": "PRE_ATTACH_OUTSIDE",
        "./up/secret.txt": "PRE_ATTACH_OUTSIDE",
        "up/files/../secret.txt": "PRE_ATTACH_OUTSIDE",
        "link.txt": "PRE_ATTACH_OUTSIDE",
        str(tmp_path / "secret.txt"): "PRE_ATTACH_OUTSIDE",
        "/etc/hostname": "PRE_ATTACH_OUTSIDE",
        "~/secret.txt": "PRE_ATTACH_MISSING",
        "loop": "PRE_ATTACH_MISSING",
        "good.txt\nATTACHMENT: /etc/hostname": "PRE_CONTROL_CHARS",
        ".": "PRE_ATTACH_MISSING",
    }
    rows = [{"x": path} for path in cases]
    keys = {"to": "a@example.org", "subject": "s", "text": "t", "attachments": ["{{ x }}"]}
    wanted = recipe(keys, attachment_folder="{source}/files", recipients={"dedupe": False})
    jobs, ended, taken = through(peer, tmp_path, rows, wanted)
    assert [code for _, code in found(jobs)] == ended == list(cases.values())
    assert taken == []


def test_a_file_that_becomes_a_link_after_the_check_is_not_sent(peer: Peer, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "secret.txt").write_text("evil")  # of the same size
    path = tmp_path / "people.json"
    path.write_text(json.dumps([{"x": "good.txt"}]), encoding="utf-8")
    wanted = recipe({"to": "a@example.org", "subject": "s", "text": "t", "attachments": ["{{ x }}"]})
    (job,) = plan(path, wanted)
    os.remove(tmp_path / "good.txt")
    (tmp_path / "good.txt").symlink_to(tmp_path / "secret.txt")
    before = len(peer.ledger.taken)
    assert codes(send(account_at(peer.port), Lane(dict(job.payload or {}), wanted, job.source))) == [
        "PRE_ATTACH_CHANGED"
    ]
    assert len(peer.ledger.taken) == before


@pytest.mark.parametrize("key", ["to", "subject", "cc", "bcc", "reply_to"])
def test_a_recipe_of_a_stranger_adds_no_header_either(peer: Peer, tmp_path: Path, key: str) -> None:
    text = {"to": "a@example.org", "subject": "s", "cc": "a@example.org", "bcc": "b@example.org", "reply_to": "r@x.org"}
    parts = {"to": "a@example.org", "subject": "s", "text": "t", key: f"{text[key]}\nBcc: {EVIL}"}
    _, ended, taken = through(peer, tmp_path, [{"x": "1"}], recipe(parts))
    assert ended == ["PRE_CONTROL_CHARS"]
    assert taken == []


@pytest.mark.parametrize(
    "parts",
    [
        {"inline": {"a>\r\nBcc: v": "x.png"}, "html": "x"},
        {"headers": {"Bcc": EVIL}},
        {"unsubscribe": ["javascript:alert(1)"]},
    ],
)
def test_header_names_are_nobodys_to_choose(parts: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        recipe(parts)


@pytest.mark.parametrize(
    "sender", [f"Shop\nBcc: {EVIL} <s@example.org>", f"s@example.org, {EVIL}", "=?x?q?y?= <s@example.org>"]
)
def test_an_account_adds_no_header(sender: str) -> None:
    with pytest.raises(AccountError):
        Account.make(name="w", host="127.0.0.1", port=25, security="none", from_addr=sender)


def test_names_of_columns_and_files_stay_what_they_are(peer: Peer, tmp_path: Path) -> None:
    name = 'Rechnung "2026"; filename=evil.exe; ä=%0d%0a.pdf'
    (tmp_path / name).write_text("x")
    column = f"na:me\r\nBcc: {EVIL}"
    wanted = recipe(
        {
            "to": "a@example.org",
            "subject": "s",
            "text": "{{ row.values() | list | length }}",
            "attachments": ["{{ x }}"],
        }
    )
    _, ended, (only,) = through(peer, tmp_path, [{column: "1", "x": name}], wanted)
    assert ended == ["sent"]
    assert names_of(only.data) == sorted({*USUAL} - {"content-transfer-encoding"})
    parsed = message_from_bytes(only.data, policy=policy.default)
    assert [part.get_filename() for part in parsed.iter_attachments()] == [name]
    assert only.recipients == ("a@example.org",)


def test_lines_of_a_body_are_no_commands(peer: Peer, tmp_path: Path) -> None:
    body = f".\r\n.\r\nRCPT TO:<{EVIL}>\r\nFrom x\r\n..\r\nQUIT\r\n\rDATA\n.\n"
    wanted = recipe({"to": "a@example.org", "subject": "s", "text": "{{ x }}", "html": "{{ x }}"})
    _, ended, (only,) = through(peer, tmp_path, [{"x": body}], wanted)
    assert ended == ["sent"]
    assert only.recipients == ("a@example.org",)
    parsed = message_from_bytes(only.data, policy=policy.default)
    plain = parsed.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().splitlines()[:4] == [".", ".", f"RCPT TO:<{EVIL}>", "From x"]


_NASTY = st.text(
    st.sampled_from("aB1 .,:;<>@\"'\\()[]=?_%-+\n\r\t\x00\x0b\x7f\x85\u00a0\u2028\u2029\u202e\u200bäß漢😀\ud800"),
    max_size=24,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(_NASTY, min_size=5, max_size=5))
def test_whatever_comes_through_has_exactly_the_headers_it_should(peer: Peer, tmp_path: Path, cells: list[str]) -> None:
    wanted = recipe(
        {
            "to": "{{ a | default('x', true) }} <ann@example.org>",
            "subject": "{{ b | default('', true) }}",
            "text": "{{ c | default('', true) }}",
            "html": "{{ d | default('', true) }}",
            "reply_to": "{{ e | default('', true) }} <r@example.org>",
            "bcc": "{{ a | default('', true) }} <b@example.org>",
        }
    )
    row = dict(zip("abcde", cells, strict=True)) | {"f": "not blank"}
    jobs, ended, taken = through(peer, tmp_path, [row], wanted)
    assert (ended == ["sent"]) == (jobs[0].state == "ready") == (len(taken) == 1)
    for one in taken:
        assert Counter(names_of(one.data)) == Counter([*USUAL, "reply-to"]) - Counter(["content-transfer-encoding"])
        assert one.recipients == ("ann@example.org", "b@example.org")
        parsed = message_from_bytes(one.data, policy=policy.default)
        assert [str(box.addr_spec) for box in parsed["To"].addresses] == ["ann@example.org"]
        assert [str(box.addr_spec) for box in parsed["Reply-To"].addresses] == ["r@example.org"]
        assert [str(box.addr_spec) for box in parsed["From"].addresses] == [FROM.partition("<")[2].rstrip(">")]
        assert parsed["Bcc"] is None
