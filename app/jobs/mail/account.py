"""A mail account's settings (not its password) and the connection test.

Owns: `Account`, its rules, its JSON; `test_account`. Must not know: where accounts and passwords are kept.
"""

import re
import time
from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationError, field_validator, model_validator

from app.core.failures import Failure
from app.jobs.mail.addresses import Mailbox, parse_one
from app.jobs.mail.hosts import is_loopback
from app.jobs.mail.problem import Blocked
from app.jobs.recipe import Strict

MAX_CONNECTIONS = 8


class AccountError(ValueError):
    """Settings that cannot be used. `problems`: one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Security(StrEnum):
    """How the connection is protected. There is no "if the server offers it"."""

    TLS = "tls"  # from the first byte, usually port 465
    STARTTLS = "starttls"  # usually port 587
    NONE = "none"  # a server on this machine only


class Auth(StrEnum):
    """What the server is shown at the sign-in."""

    PASSWORD = "password"  # or an app password
    OAUTH2 = "oauth2"  # an access token of Microsoft's, sent as XOAUTH2


class Account(Strict):
    """One account. `from_addr` may hold a name (`Shop <shop@example.org>`); left out, the user name is the address.

    Rates count recipients; None = as the provider's preset says. `oauth_client_id`, `oauth_tenant`: the application and
    the organisation that sign in ("" = none, any). `imap_host`: where sent messages can be looked up and, with
    `save_sent`, are filed. `max_size`: bytes of the largest message, as the last connection test heard it.
    """

    name: str = Field(min_length=1, max_length=80)
    host: str = Field(min_length=1, max_length=253)
    port: int = Field(ge=1, le=65535)
    security: Security
    user: str = ""
    from_addr: str = ""
    connections: int | None = Field(default=None, ge=1, le=MAX_CONNECTIONS)
    rate_per_minute: int | None = Field(default=None, ge=1)
    rate_per_hour: int | None = Field(default=None, ge=1)
    per_day: int | None = Field(default=None, ge=1)
    auth: Auth = Auth.PASSWORD
    oauth_client_id: str = Field(default="", max_length=200)
    oauth_tenant: str = Field(default="", max_length=200)
    imap_host: str = Field(default="", max_length=253)
    imap_port: int = Field(default=993, ge=1, le=65535)
    save_sent: bool = False
    max_size: int | None = Field(default=None, ge=1)
    ca_file: str | None = None

    @field_validator("name", "host", "user", "from_addr", "imap_host", "oauth_client_id", "oauth_tenant")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isprintable() or value != value.strip():
            raise ValueError("holds a line break, a control character or a space at an end")
        return value

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.security is Security.NONE and not is_loopback(self.host):
            raise ValueError(
                f'security "none" is for a server on this machine only; {self.host} needs "tls" or "starttls"'
            )
        if self.auth is Auth.OAUTH2 and not self.user:
            raise ValueError("a sign-in with a browser needs the user name, which is the address")
        if self.auth is Auth.OAUTH2 and self.security is Security.NONE:
            raise ValueError('a sign-in with a browser needs "tls" or "starttls"')
        if self.save_sent and not self.imap_host:
            raise ValueError("keeping a copy in Sent needs imap_host")
        try:
            parse_one(self.from_addr or self.user, "From")
        except Blocked as blocked:
            raise ValueError(f"from_addr: {blocked.failure.message}") from blocked
        return self

    @property
    def sender(self) -> Mailbox:
        """The From of its messages."""
        return parse_one(self.from_addr or self.user, "From")

    @property
    def parallel(self) -> int:
        """How many connections at once: as set, else 4 to this machine and 1 to any other."""
        return self.connections or (4 if is_loopback(self.host) else 1)

    def to_json(self) -> str:
        """JSON text without any secret; `from_json` gives an equal account back."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Account":
        """Raises AccountError naming every wrong setting."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            raise AccountError(_problems(error)) from error

    @classmethod
    def make(cls, **settings: object) -> "Account":
        """An account from keyword settings. Raises AccountError naming every wrong setting."""
        try:
            return cls.model_validate(settings, strict=False)
        except ValidationError as error:
            raise AccountError(_problems(error)) from error


def _problems(error: ValidationError) -> list[str]:
    lines = []
    for item in error.errors(include_url=False, include_input=False):
        place = ".".join(str(part) for part in item["loc"])
        message = item["msg"].removeprefix("Value error, ")
        lines.append(f"{place}: {message[:1].lower()}{message[1:]}" if place else message)
    return lines


class TestReport(Strict):
    """How far a connection test came. `phase`: the one that failed ("connect", "tls", "banner", "ehlo", "starttls",
    "auth"), or "ready". `message`: what happened; `advice`: what to do, "" when the message says all. `tls`: "TLS 1.3",
    "" on a line in clear. `seconds`: how long it took. `max_size`: bytes of the largest message that the server takes,
    0 = it does not say."""

    __test__ = False  # not a test of pytest's

    ok: bool
    phase: str
    code: str | None = None
    message: str = ""
    advice: str = ""
    tls: str = ""
    seconds: float = 0.0
    max_size: int = 0
    mechanisms: tuple[str, ...] = ()

    def steps(self, account: Account) -> list[tuple[str, bool | None]]:
        """The phases of a test of `account` in their order, each with True (done), False (failed here) or None (not
        come to)."""
        names = [name for name in _PHASES[account.security] if name != "auth" or account.user]
        if self.ok:
            return [(name, True) for name in names]
        failed = names.index(self.phase) if self.phase in names else 0
        return [(name, True if n < failed else None if n > failed else False) for n, name in enumerate(names)]


_PHASES: dict[Security, tuple[str, ...]] = {
    Security.TLS: ("connect", "tls", "banner", "ehlo", "auth"),
    Security.STARTTLS: ("connect", "banner", "ehlo", "starttls", "tls", "auth"),
    Security.NONE: ("connect", "banner", "ehlo", "auth"),
}

# (code, what the server's words hold, what helps). The first that fits is said.
_ADVICE: tuple[tuple[str, str, str], ...] = (
    (
        "AUTH_REJECTED",
        r"5\.7\.139|SmtpClientAuthentication",
        "Sending with a mail program is turned off for this mailbox or the whole organisation. Its administrator must "
        "allow it (in the Microsoft 365 admin center: Authenticated SMTP).",
    ),
    (
        "AUTH_REJECTED",
        r"gmail|google|5\.7\.9|application-specific|app(lication)?[ -]password",
        "Use an app password, not the password of the mailbox: the provider makes one in its security settings.",
    ),
    ("AUTH_REJECTED", r"offers no way to sign in with a password", "This server may want a sign-in with a browser."),
    ("AUTH_REJECTED", "", "Check the user name and the password. Many providers want an app password."),
    ("TLS_UNAVAILABLE", r"WRONG_VERSION_NUMBER|record layer", "This port may want STARTTLS: choose it, or port 465."),
    ("TLS_UNAVAILABLE", "", "Port 465 usually wants TLS, port 587 STARTTLS. Check both."),
    ("TLS_VERIFY", r"hostname|IP address mismatch", "Check the server's name: its certificate is for another one."),
    ("NET_OFFLINE", r"name|nodename|getaddrinfo|resolution", "Check the server's name and the network."),
    ("NET_OFFLINE", "", "Check the server's name, the port and the network."),
)


def advice_for(code: str, words: str) -> str:
    """What helps when a connection ended with `code` and these words; "" when nothing is known."""
    return next((text for of, pattern, text in _ADVICE if of == code and re.search(pattern, words, re.IGNORECASE)), "")


async def try_account(account: Account, secret: str | None) -> TestReport:
    """Connect, secure, sign in, say goodbye. Sends nothing. Never raises for what the server does."""
    from app.jobs.mail import replies, transport

    began = time.monotonic()
    try:
        link = await transport.Link.open(account, secret)
    except transport.TROUBLE as trouble:
        failure: Failure = replies.failure_of(trouble, account.host)
        return TestReport(
            ok=False,
            phase=str(trouble.phase),
            code=failure.code,
            message=failure.message,
            advice=advice_for(failure.code, failure.message),
            seconds=time.monotonic() - began,
        )
    seconds, tls = time.monotonic() - began, link.tls.replace("TLSv", "TLS ")
    report = TestReport(
        ok=True,
        phase="ready",
        message=_connected(tls, bool(account.user), seconds),
        tls=tls,
        seconds=seconds,
        max_size=link.max_size,
        mechanisms=link.mechanisms,
    )
    await link.quit()
    return report


def _connected(tls: str, signed_in: bool, seconds: float) -> str:
    how = f" with {tls}" if tls else ""
    return f"Connected{how}{' and signed in' if signed_in else ''}, in {seconds:.1f} s. No message was sent."


def test_account(account: Account, secret: str | None) -> TestReport:
    """`try_account` for callers without an event loop."""
    import asyncio

    return asyncio.run(try_account(account, secret))


test_account.__test__ = False  # type: ignore[attr-defined]
