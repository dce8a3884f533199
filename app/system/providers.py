"""Where mail providers' servers are, by the domain of an address.

Owns: the table, and an account made of an address. Must not know: limits (`jobs/mail/presets.py`), passwords, words for
people. The servers are those that each provider publishes; an own domain is not in the table and gets a guess that a
person can change.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.jobs.mail import presets
from app.jobs.mail.account import Account, Security
from app.jobs.mail.hosts import files_sent
from app.jobs.mail.presets import Preset


class SignIn(StrEnum):
    """What a provider wants of a program that sends."""

    PASSWORD = "password"
    APP_PASSWORD = "app-password"  # made in the security settings of the mailbox
    SWITCH = "switch"  # the password, after sending with programs was allowed in the settings of the mailbox
    BROWSER = "browser"  # OAuth 2


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider. `page`: where a person makes an app password or allows sending, "" = nowhere known."""

    id: str
    name: str
    host: str
    port: int
    security: Security
    sign_in: SignIn
    domains: tuple[str, ...] = ()
    imap_host: str = ""
    page: str = ""

    @property
    def files_sent(self) -> bool:
        """Whether its server files sent messages by itself, so that a second copy would be one too many."""
        return files_sent(self.host)

    @property
    def preset(self) -> Preset:
        """What it lets an account send."""
        return presets.for_host(self.host)


_TLS, _START = Security.TLS, Security.STARTTLS
OTHER = Provider("other", "", "", 465, _TLS, SignIn.PASSWORD)

PROVIDERS: tuple[Provider, ...] = (
    Provider(
        "gmail", "Gmail", "smtp.gmail.com", 465, _TLS, SignIn.APP_PASSWORD, ("gmail.com", "googlemail.com"),
        "imap.gmail.com", "https://myaccount.google.com/apppasswords",
    ),
    Provider(
        "microsoft", "Microsoft 365", "smtp.office365.com", 587, _START, SignIn.BROWSER, ("onmicrosoft.com",),
        "outlook.office365.com",
    ),
    Provider(
        "fastmail", "Fastmail", "smtp.fastmail.com", 465, _TLS, SignIn.APP_PASSWORD, ("fastmail.com", "fastmail.fm"),
        "imap.fastmail.com", "https://www.fastmail.help/hc/en-us/articles/360058752854",
    ),
    Provider(
        "gmx", "GMX", "mail.gmx.net", 465, _TLS, SignIn.SWITCH, ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"),
        "imap.gmx.net", "https://hilfe.gmx.net/pop-imap/einschalten.html",
    ),
    Provider(
        "webde", "WEB.DE", "smtp.web.de", 587, _START, SignIn.SWITCH, ("web.de",), "imap.web.de",
        "https://hilfe.web.de/pop-imap/einschalten.html",
    ),
    Provider(
        "yahoo", "Yahoo Mail", "smtp.mail.yahoo.com", 465, _TLS, SignIn.APP_PASSWORD,
        ("yahoo.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr", "ymail.com", "rocketmail.com"), "imap.mail.yahoo.com",
        "https://login.yahoo.com/account/security",
    ),
    Provider(
        "icloud", "iCloud Mail", "smtp.mail.me.com", 587, _START, SignIn.APP_PASSWORD,
        ("icloud.com", "me.com", "mac.com"), "imap.mail.me.com", "https://account.apple.com",
    ),
    OTHER,
)  # fmt: skip


def by_id(name: str) -> Provider:
    """The provider called `name`; OTHER for an unknown one."""
    return next((one for one in PROVIDERS if one.id == name), OTHER)


def of_address(address: str) -> Provider:
    """The provider of an address by its domain; OTHER for a domain that is somebody's own."""
    domain = address.rpartition("@")[2].strip(" >").lower()
    for provider in PROVIDERS:
        if any(domain == known or domain.endswith(f".{known}") for known in provider.domains):
            return provider
    return OTHER


def of_account(account: Account) -> Provider:
    """The provider of an account by its server; OTHER for a server of its own."""
    return next((one for one in PROVIDERS if one.host and one.host == account.host.lower().rstrip(".")), OTHER)


def preset_of(host: str) -> Preset:
    """What the server `host` lets an account send, as far as is known."""
    return presets.for_host(host)


def guess_host(address: str) -> str:
    """The name that the mail server of an own domain most often has; "" without a domain."""
    domain = address.rpartition("@")[2].strip(" >").lower() if "@" in address else ""
    return f"smtp.{domain}" if domain else ""
