"""Mail accounts in the settings, and the list of people who must not get mail."""

from pathlib import Path

import pytest

from app.jobs.mail.account import Account
from app.system.accounts import Accounts
from app.system.settings import SettingsError, SettingsFile


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(SettingsFile(tmp_path / "settings.json"))


def make(name: str, **more: object) -> Account:
    return Account.make(name=name, host="mail.example.org", port=587, security="starttls", user="u@example.org", **more)


def test_what_was_put_comes_back_and_goes_away(accounts: Accounts) -> None:
    work, home = make("work", rate_per_minute=30), make("home", from_addr="Shop <shop@example.org>")
    accounts.put(work)
    accounts.put(home)
    assert accounts.names() == ["home", "work"]
    assert (accounts.get("work"), accounts.all()) == (work, [home, work])
    assert accounts.remove("work")
    assert not accounts.remove("work")
    assert accounts.get("work") is None


def test_an_account_is_replaced_by_its_name(accounts: Accounts) -> None:
    accounts.put(make("work"))
    accounts.put(make("work", rate_per_minute=5))
    assert [a.rate_per_minute for a in accounts.all()] == [5]


def test_an_account_edited_to_nonsense_is_named(accounts: Accounts, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"accounts": {"work": {"host": "h", "port": 0}}}', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"account work: .*port"):
        accounts.get("work")
    assert accounts.usable("work") is None
    assert accounts.usable("nobody") is None


def test_suppressed_addresses_are_counted_once_whatever_their_case(accounts: Accounts) -> None:
    assert accounts.suppress(["A@example.org", "a@EXAMPLE.org ", "b@example.org"]) == 2
    assert accounts.suppress(["a@example.org"]) == 0
    assert accounts.allow(["B@example.org", "c@example.org"]) == 1
    assert "b@example.org" not in accounts.suppressed()


def test_the_largest_message_is_noted_and_forgotten_again(accounts: Accounts) -> None:
    accounts.put(make("work", rate_per_minute=5))
    accounts.learn("work", 36_700_160)
    assert (found := accounts.get("work")) is not None
    assert (found.max_size, found.rate_per_minute) == (36_700_160, 5)
    accounts.learn("work", 0)
    accounts.learn("nobody", 7)
    assert accounts.all() == [make("work", rate_per_minute=5)]
