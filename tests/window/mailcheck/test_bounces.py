"""Mailboxes that do not exist, offered to the list of people who get no mail."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.failures import Failure
from app.core.states import JobState, Outcome
from app.store import transitions
from app.window.accounts.suppressed import SuppressedPage
from app.window.mailcheck import MailCheckPage
from tests.window.conftest import Window
from tests.window.mailcheck.letters import mail_batch, people

GONE = "mail.x.example refused {0}: 550 5.1.1 No such mailbox"
FULL = "mail.x.example refused {0}: 552 5.2.2 Mailbox full"


def refused(window: Window, folder: Path, answers: tuple[tuple[str, str], ...]) -> int:
    """A batch of five whose first messages were refused with (words, detail)."""
    number = mail_batch(window.staged, folder, people(5), attachments=[])
    window.staged.start_batch(number)
    for claimed, (words, detail) in zip(window.staged.claim(number, len(answers)), answers, strict=True):
        failure = Failure("RCPT_PERM", words.format(claimed.title), detail)
        ending = transitions.Ending(claimed, JobState.FAILED, Outcome.FAILED, 400, failure)
        window.staged.writer.call(partial(transitions.end, session="staged", ending=ending))
    window.settle()
    return number


def check(window: Window, number: int) -> MailCheckPage:
    batch = window.desk.state.now.batch(number)
    assert batch is not None
    window.desk.pages.check_mail(batch)
    window.settle()
    page = window.shell.shown_page
    assert isinstance(page, MailCheckPage)
    return page


def test_they_are_offered_kept_and_not_offered_again(open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window()
    answers = ((GONE, "rcpt 550 5.1.1"), (FULL, "rcpt 552 5.2.2"), (GONE, "rcpt 550 5.1.1"))
    number = refused(window, tmp_path, answers)
    strip = check(window, number).bounces
    assert strip.isVisible()
    assert strip.words == "Mail servers say that these 2 mailboxes do not exist: p0@x.example, p2@x.example"
    strip.leave_out.click()
    window.settle()
    parts = window.backend.parts
    assert parts is not None
    assert list(parts.accounts.suppressed()) == ["p0@x.example", "p2@x.example"]
    assert strip.words == "2 addresses get no mail from now on."
    assert not strip.leave_out.isVisible()
    strip.show_list.click()
    window.settle()
    assert isinstance(window.shell.shown_page, SuppressedPage)
    assert not check(window, number).bounces.isVisible(), "they are on the list now"


def test_a_new_one_is_offered_alone(open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window()
    parts = window.backend.parts
    assert parts is not None
    parts.accounts.suppress(["P0@x.example"])
    number = refused(window, tmp_path, ((GONE, "rcpt 550 5.1.1"), (GONE, "rcpt 550 5.1.1")))
    assert check(window, number).bounces.words == "The mail server says that this mailbox does not exist: p1@x.example"


def test_another_refusal_says_nothing_about_a_mailbox(open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window()
    number = refused(window, tmp_path, ((FULL, "rcpt 552 5.2.2"),))
    assert not check(window, number).bounces.isVisible()
