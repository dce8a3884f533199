"""The way from the window to accounts, the keyring and mail servers: everything here may wait, so nothing of it runs on
the GUI thread.

Owns: two threads, one for what is kept on this computer, one for what asks a server. Must not know: widgets.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.compose import Parts
from app.core.throttle import Budget
from app.jobs.base import JobError
from app.jobs.mail.account import Account, TestReport, advice_for, test_account
from app.system.accounts import Accounts
from app.system.oauth import Code, Microsoft
from app.system.secrets import Secrets
from app.system.settings import SettingsError
from app.window.bridge import Bridge

CLOSE_SECONDS = 2.0  # a server that does not answer must not hold up the end of the program


@dataclass(frozen=True, slots=True)
class Kept:
    """One account. `account` is None when its settings cannot be used; `trouble` says why. `secret`: whether a password
    or a sign-in is kept."""

    name: str
    account: Account | None
    secret: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All accounts. `lasting`: whether there is a keyring; without one passwords are kept until the program ends."""

    accounts: tuple[Kept, ...]
    lasting: bool


class Office:
    """What is kept on this computer, and what servers answer. `secret(name)`: what an account signs in with, as the
    engine asks for it. Runs on the threads of `Post`."""

    def __init__(
        self, accounts: Accounts, secrets: Secrets, sign_ins: Microsoft, secret: Callable[[str], str | None]
    ) -> None:
        self.accounts, self.secrets = accounts, secrets
        self._sign_ins, self._secret = sign_ins, secret
        self.stop = threading.Event()  # nobody waits for the sign-in any more

    def listing(self) -> Listing:
        """All accounts. Raises SettingsError when the settings as a whole cannot be read."""
        return Listing(tuple(self._kept(name) for name in self.accounts.names()), self.secrets.lasting)

    def _kept(self, name: str) -> Kept:
        try:
            account = self.accounts.get(name)
        except SettingsError as error:
            return Kept(name, None, trouble=str(error))
        known = self.secrets.get(name) is not None or self.secrets.token(name) is not None
        return Kept(name, account, known)

    def put(self, account: Account, secret: str | None = None) -> bool:
        """Keep `account`, and its password where one is given; whether that outlives the program."""
        self.accounts.put(account)
        self._sign_ins.forget(account.name)
        return self.secrets.store(account.name, secret) if secret else True

    def set_password(self, name: str, secret: str) -> bool:
        """Keep another password; whether it outlives the program."""
        return self.secrets.store(name, secret)

    def remove(self, name: str) -> None:
        """Forget the account with everything it signs in with."""
        self.accounts.remove(name)
        self.secrets.forget(name)
        self._sign_ins.forget(name)

    def test(self, account: Account, secret: str | None = None) -> TestReport:
        """Connect and sign in, with `secret` or with what is kept."""
        try:
            known = secret or (self._secret(account.name) if account.user else None)
        except JobError as error:
            failure = error.failure
            advice = advice_for(failure.code, failure.message) if failure.code != "AUTH_REJECTED" else ""
            return TestReport(ok=False, phase="auth", code=failure.code, message=failure.message, advice=advice)
        report = test_account(account, known)
        if report.ok and secret is None:
            self.accounts.learn(account.name, report.max_size)
        return report

    def begin(self, account: Account) -> Code:
        """A code to sign in with. Raises SignInError."""
        self.stop = threading.Event()
        return self._sign_ins.begin(account)

    def finish(self, account: Account, code: Code) -> bool:
        """Wait until the code was used; False when `stop` was set. Raises SignInError."""
        return self._sign_ins.finish(account, code, self.stop)

    def budget(self, name: str) -> Budget | None:
        """What the account may send; None when it is not set up or cannot be used."""
        account = self.accounts.usable(name)
        return self.accounts.budget(name) if account is not None else None

    def trial(self, payload: Mapping[str, Any], name: str, to: str) -> str:
        """Send the message in `payload` to `to` alone, through the account `name`; the server's words. Raises
        JobError."""
        from app.engine import letters  # builds messages: only needed here, not for showing the window

        account = self.accounts.usable(name)
        if account is None:
            raise JobError("ACCOUNT_MISSING", f"The mail account {name} is not set up. Add it, then try again.")
        return letters.trial(payload, account, self._secret(name) if account.user else None, to)

    def suppressed(self) -> tuple[str, ...]:
        """Addresses that must not get mail."""
        return tuple(self.accounts.suppressed())

    def suppress(self, addresses: Sequence[str]) -> int:
        """Add addresses; how many were new."""
        return self.accounts.suppress(addresses)

    def allow(self, addresses: Sequence[str]) -> int:
        """Take addresses off; how many were on it."""
        return self.accounts.allow(addresses)


class Post(QObject):
    """See the module. `near`: accounts, keyring, suppressed addresses. `far`: tests and sign-ins. `changed`: accounts
    are not what they were."""

    changed = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.near: Bridge[Office] = Bridge(lambda: office, "accounts", self)
        self.far: Bridge[Office] = Bridge(lambda: office, "mail-servers", self)

    @classmethod
    def of(cls, parts: Parts) -> "Post":
        """Over the accounts of one data folder."""
        return cls(Office(parts.accounts, parts.secrets, parts.sign_ins, parts.secret))

    @property
    def idle(self) -> bool:
        """Whether every answer has come."""
        return self.near.idle and self.far.idle

    def account(self, name: str) -> Account | None:
        """The account `name`. Reads a small file: not for the GUI thread."""
        return self._office.accounts.usable(name)

    def stop_waiting(self) -> None:
        """Nobody waits for a sign-in any more."""
        self._office.stop.set()

    def close(self) -> None:
        """End the threads; what waits for a server is left alone."""
        self.stop_waiting()
        self.near.close(CLOSE_SECONDS)
        self.far.close(CLOSE_SECONDS)
