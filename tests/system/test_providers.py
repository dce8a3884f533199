"""Providers: found by an address, and usable as they stand."""

import pytest

from app.jobs.mail import presets
from app.jobs.mail.account import Account, Auth
from app.system.providers import OTHER, PROVIDERS, Provider, SignIn, by_id, guess_host, of_account, of_address


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("ann@gmail.com", "gmail"),
        ("Ann Berg <ann@GoogleMail.com>", "gmail"),
        ("ann@shop.onmicrosoft.com", "microsoft"),
        ("ann@web.de", "webde"),
        ("ann@gmx.ch", "gmx"),
        ("ann@me.com", "icloud"),
        ("ann@notgmail.com", "other"),
        ("ann@northwind.example", "other"),
        ("", "other"),
    ],
)
def test_an_address_tells_its_provider(address: str, provider: str) -> None:
    assert of_address(address) is by_id(provider)


@pytest.mark.parametrize("provider", [one for one in PROVIDERS if one is not OTHER], ids=lambda one: one.id)
def test_every_provider_makes_an_account_that_holds(provider: Provider) -> None:
    auth = Auth.OAUTH2 if provider.sign_in is SignIn.BROWSER else Auth.PASSWORD
    account = Account.make(
        name="a", host=provider.host, port=provider.port, security=provider.security.value, user="ann@example.org",
        auth=auth.value, imap_host=provider.imap_host,
    )  # fmt: skip
    assert of_account(account) is provider
    assert provider.preset is not presets.OTHER, "its limits are known"
    assert provider.page or provider.sign_in not in (SignIn.APP_PASSWORD, SignIn.SWITCH)


def test_an_own_domain_gets_a_guess() -> None:
    assert guess_host("Ann <ann@Northwind.example>") == "smtp.northwind.example"
    assert guess_host("ann") == ""
