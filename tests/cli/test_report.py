"""Reports and the list of people who must not get mail, as people and scripts use them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo_peer import DemoPeer
from tests.cli.program import Program
from tests.cli.test_mail import add_account, merge

ROWS = ["a@example.org,=HYPERLINK(1)", "nobody,Carl", "refused@example.org,R", "dropped@example.org,D"]


@pytest.fixture
def sent(dropmill: Program, tmp_path: Path) -> Iterator[Program]:
    """The program after one batch: a message accepted, one blocked, one refused, one unconfirmed."""
    with DemoPeer(tmp_path / "mailbox") as peer:
        add_account(dropmill, peer.port)
        recipe, people = merge(tmp_path, ROWS, subject="{{ name }}")
        assert dropmill("run", "-r", recipe, "--send", people).code == 1
        yield dropmill


def test_a_report_in_every_format_and_what_it_offers(sent: Program, tmp_path: Path) -> None:
    files = {name: tmp_path / f"report.{name}" for name in ("csv", "xlsx", "html")}
    ended = sent("report", 1, "--csv", files["csv"], "--xlsx", files["xlsx"], "--html", files["html"])
    assert ended.code == 0, ended.err
    assert "1  Unconfirmed" in ended.out
    assert "1 × Refused by the mail server (RCPT_PERM)" in ended.out
    assert "dropmill suppress add --from-batch 1" in ended.err
    rows = list(csv.DictReader(files["csv"].read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["row"], row["state"], row["code"]) for row in rows] == [
        ("1", "done", ""),
        ("2", "blocked", "PRE_BAD_ADDRESS"),
        ("3", "failed", "RCPT_PERM"),
        ("4", "unconfirmed", "UNCERTAIN"),
    ]
    assert rows[0]["to"] == "a@example.org"
    assert rows[0]["reply"].startswith("250")
    page = files["html"].read_text(encoding="utf-8")
    assert "Accepted by the mail server" in page
    assert all(row["message_id"].strip("<>") in page for row in rows)
    assert files["xlsx"].read_bytes()[:2] == b"PK"
    again = sent("report", 1, "--html", files["html"])
    assert (again.code, files["html"].read_text(encoding="utf-8")) == (2, page)
    assert sent("report", 1).code == 2
    assert not list(tmp_path.glob(".report*"))


def test_mailboxes_that_do_not_exist_get_no_more_mail(sent: Program, tmp_path: Path) -> None:
    ended = sent("suppress", "add", "--from-batch", 1)
    assert (ended.code, ended.out, ended.err) == (0, "1 added\n", "refused@example.org\n")
    assert sent("suppress", "add", "--from-batch", 1).out == "0 added\n"
    assert sent("suppress", "list").out == "refused@example.org\n"
    assert sent("suppress", "add", "--from-batch", 9).code == 2
    assert sent("suppress", "add", "x@example.org", "--from-batch", 1).code == 2
    assert "suppress add" not in sent("report", 1, "--csv", tmp_path / "r.csv").err


def test_the_list_goes_out_and_comes_back(dropmill: Program, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("email;why\na@example.org;asked\nnobody;x\nb@example.org;y\n", encoding="utf-8")
    ended = dropmill("suppress", "import", source)
    assert (ended.code, ended.out) == (1, "2 added, 0 were on the list\n")
    assert "left out: 3" in ended.err
    out = tmp_path / "out.txt"
    assert dropmill("suppress", "export", out).out == "2 written\n"
    assert out.read_text(encoding="utf-8") == "a@example.org\nb@example.org\n"
    assert dropmill("suppress", "export", out).code == 2
    assert dropmill("suppress", "import", out).out == "0 added, 2 were on the list\n"
    assert dropmill("suppress", "import", tmp_path / "gone.txt").code == 2


def test_grouped_rows_have_one_line(dropmill: Program, tmp_path: Path) -> None:
    recipe, people = merge(tmp_path, ["a@example.org,A", "b@example.org,B", "a@example.org,C"])
    text = recipe.read_text().replace('"message"', '"recipients": {"group_by": "email"}, "message"')
    text = text.replace("Dear {{ name }}", "{{ rows | map(attribute='name') | join('+') }}")
    recipe.write_text(text)
    ended = dropmill("run", "-r", recipe, "--json", "--eml", tmp_path / "eml", people)
    assert ended.code == 0, ended.err
    assert sorted((job["mail"]["row"], job["mail"]["rows"]) for job in ended.jobs) == [(1, [1, 3]), (2, [2])]
    assert b"A+C" in (tmp_path / "eml" / "001-a@example.org.eml").read_bytes()
    assert dropmill("report", 1, "--csv", tmp_path / "r.csv").code == 0
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["rows"], row["state"]) for row in rows] == [("1, 3", "done"), ("2", "done")]
