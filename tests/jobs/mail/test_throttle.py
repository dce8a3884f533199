"""Which limits an account has: those that were set, else its provider's, else none on this machine."""

from app.core.throttle import UNLIMITED, Budget
from app.jobs.mail import MailKind
from app.jobs.mail.account import Account
from app.jobs.mail.throttle import budget_of
from tests.jobs.mail.lane import account_at


def remote(host: str, **settings: object) -> Account:
    return Account.make(name="work", host=host, port=465, security="tls", from_addr="shop@example.org", **settings)


def test_what_was_set_goes_before_what_the_provider_says() -> None:
    assert budget_of(remote("smtp.gmail.com")) == Budget(20, None, 400, spaced=True)
    assert budget_of(remote("smtp.gmail.com", rate_per_minute=5, rate_per_hour=60, per_day=1500)) == Budget(
        5, 60, 1500, spaced=True
    )
    assert budget_of(remote("mail.example.org")) == Budget(30, 300, None, spaced=True)


def test_this_machine_is_limited_only_when_it_was_asked_for() -> None:
    assert budget_of(account_at(25)) == UNLIMITED
    assert budget_of(account_at(25, rate_per_minute=7)) == Budget(7)


def test_a_lane_is_known_by_its_account_and_files_have_no_limits() -> None:
    accounts = {"work": remote("smtp.gmail.com")}
    kind, services = MailKind(), {"account": accounts.get}
    assert kind.budget("mail:work", services) == budget_of(accounts["work"])
    assert kind.budget("mail:work/files", services) == UNLIMITED
    assert kind.budget("mail:gone", services) == UNLIMITED
