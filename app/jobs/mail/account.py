"""A mail account's settings (not its password) and the connection test.

Owns: `Account`, its rules, its JSON; `test_account`. Must not know: where accounts and passwords are kept.
"""

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
    the organisation that sign in ("" = ours, any). `imap_host`: where sent messages can be looked up and, with
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
    "auth"), or "ready". `max_size`: bytes of the largest message that the server takes, 0 = it does not say."""

    __test__ = False  # not a test of pytest's

    ok: bool
    phase: str
    code: str | None = None
    message: str = ""
    max_size: int = 0
    mechanisms: tuple[str, ...] = ()


async def try_account(account: Account, secret: str | None) -> TestReport:
    """Connect, secure, sign in, say goodbye. Sends nothing. Never raises for what the server does."""
    from app.jobs.mail import replies, transport

    try:
        link = await transport.Link.open(account, secret)
    except transport.TROUBLE as trouble:
        failure: Failure = replies.failure_of(trouble, account.host)
        return TestReport(ok=False, phase=str(trouble.phase), code=failure.code, message=failure.message)
    report = TestReport(
        ok=True,
        phase="ready",
        message=f"{account.host} took the connection"
        + (f" and the sign-in of {account.user}." if account.user else "."),
        max_size=link.max_size,
        mechanisms=link.mechanisms,
    )
    await link.quit()
    return report


def test_account(account: Account, secret: str | None) -> TestReport:
    """`try_account` for callers without an event loop."""
    import asyncio

    return asyncio.run(try_account(account, secret))


test_account.__test__ = False  # type: ignore[attr-defined]
