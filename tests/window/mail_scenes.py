"""What the window shows of e-mail, staged: the check of many messages, the first three, accounts, a paused account."""

from collections.abc import Callable
from typing import Protocol

from app.core.failures import Failure
from app.core.states import JobState
from app.jobs.mail.account import Account
from app.store import lanes, ordering, transitions
from app.system.accounts import Accounts
from app.window.desk import Desk
from app.window.mailcheck import MailCheckPage
from app.window.shell import Shell
from tests.window.mailcheck.letters import invoices
from tests.window.staged import Staged

WORK = {
    "name": "work", "host": "smtp.office365.com", "port": 587, "security": "starttls",
    "user": "billing@northwind.example", "from_addr": "Northwind Billing <billing@northwind.example>",
    "rate_per_minute": 25, "per_day": 10_000,
}  # fmt: skip


class Stage(Protocol):
    """The window over a staged queue."""

    staged: Staged
    shell: Shell
    desk: Desk

    def settle(self) -> object:
        """Let everything that was asked for arrive."""


def with_accounts(stage: Stage) -> Accounts:
    """Two accounts, one of which has a password."""
    parts = stage.desk._backend.parts
    assert parts is not None
    parts.accounts.put(Account.make(**WORK))
    parts.accounts.put(
        Account.make(name="private", host="smtp.gmail.com", port=465, security="tls", user="anna.berg@gmail.com")
    )
    parts.secrets.store("work", "not shown")
    return parts.accounts


def many(stage: Stage) -> MailCheckPage:
    """The check of 486 messages."""
    with_accounts(stage)
    number = invoices(stage.staged, stage.staged.path.parent)
    stage.settle()
    stage.shell.rail.choose(("batch", number))
    stage.settle()
    stage.desk.act("check-mail")
    stage.settle()
    page = stage.shell.shown_page
    assert isinstance(page, MailCheckPage)
    return page


def check(stage: Stage) -> None:
    """The whole confirmation: time, rate, what is left of the day, the first three."""
    many(stage).grid.go_to(1)


def check_html(stage: Stage) -> None:
    """A message as HTML."""
    page = many(stage)
    page.grid.go_to(1)
    page.message._faces.choose(1)


def trial(stage: Stage) -> None:
    """A test to oneself."""
    page = many(stage)
    page.grid.go_to(1)
    page.tools.test.click()


def _begun(stage: Stage, count: int) -> tuple[int, list[transitions.Claimed]]:
    page = many(stage)
    assert page.batch is not None
    number = page.batch.id
    ready = [job.id for job in stage.desk._backend.reader.iter_jobs() if job.state is JobState.READY]
    stage.staged.pause_at(number, ready[count])
    stage.staged.start_batch(number)
    stage.desk.pages.leave()
    return number, stage.staged.claim(number, count)


def first_three(stage: Stage) -> None:
    """The first three messages have left, and a person is asked."""
    number, claimed = _begun(stage, 3)
    for one in claimed:
        stage.staged.end(one, JobState.DONE, note="250 2.0.0 Ok: queued")
    stage.staged.writer.call(lambda tx: ordering.pause_here(tx, number))
    stage.settle()


def sending(stage: Stage) -> None:
    """Messages are being sent."""
    _, claimed = _begun(stage, 12)
    for one in claimed[:10]:
        stage.staged.end(one, JobState.DONE, note="250 2.0.0 Ok: queued")
    stage.settle()


def refused(stage: Stage) -> None:
    """The account was refused: its messages wait."""
    _, claimed = _begun(stage, 12)
    for one in claimed[:4]:
        stage.staged.end(one, JobState.DONE, note="250 2.0.0 Ok: queued")
    failure = Failure(
        "AUTH_REJECTED", "smtp.office365.com refused the sign-in: 535 5.7.139 Authentication unsuccessful"
    )
    for one in claimed[4:]:
        stage.staged.end(one, JobState.READY, failure.code, failure.message)
    stage.staged.writer.call(lambda tx: lanes.pause_lane(tx, "mail:work", failure, None))
    stage.settle()


def accounts(stage: Stage) -> None:
    """The accounts, one of them open."""
    with_accounts(stage)
    stage.desk.pages.show_accounts("work")
    stage.settle()


def new_account(stage: Stage) -> None:
    """A new account, as far as an address tells."""
    with_accounts(stage)
    stage.desk.act("accounts")
    stage.settle()
    page = stage.desk.pages._accounts
    assert page is not None
    page.panel.add_account()
    assert page.panel.new is not None
    line = page.panel.new.form.address
    line.setText("anna@gmail.com")
    line.textEdited.emit(line.text())


def suppressed(stage: Stage) -> None:
    """The people who get no mail."""
    with_accounts(stage).suppress([f"person{n}@harbour.example" for n in range(7)])
    stage.desk.pages.show_suppressed()
    stage.settle()


MAIL_SCENES: dict[str, Callable[[Stage], None]] = {
    "mail-check": check,
    "mail-html": check_html,
    "mail-test": trial,
    "mail-first-three": first_three,
    "mail-sending": sending,
    "mail-refused": refused,
    "mail-accounts": accounts,
    "mail-new-account": new_account,
    "mail-suppressed": suppressed,
}
