"""Mail accounts and the list of people who must not get mail, kept in the settings.

Owns: their place in `settings.json`. Must not know: passwords (`secrets.py`), servers.
"""

import json
import logging
from collections.abc import Iterable

from app.core.throttle import Budget
from app.jobs.mail.account import Account, AccountError
from app.jobs.mail.throttle import budget_of
from app.system.settings import SettingsError, SettingsFile

log = logging.getLogger(__name__)


class Accounts:
    """Accounts by name. Every method reads the file anew: another process may have changed it. Raises SettingsError."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def names(self) -> list[str]:
        """Names of all accounts, sorted."""
        return sorted(self._settings.read().accounts)

    def get(self, name: str) -> Account | None:
        """The account called `name`, or None."""
        stored = self._settings.read().accounts.get(name)
        if stored is None:
            return None
        try:
            return Account.from_json(json.dumps({**stored, "name": name}))
        except AccountError as error:
            raise SettingsError(f"{self._settings.path}: account {name}: {error}. Correct or remove it.") from error

    def usable(self, name: str) -> Account | None:
        """For the engine: the account, or None when there is none or its settings cannot be used (which is logged)."""
        try:
            return self.get(name)
        except SettingsError as error:
            log.error("%s", error)
            return None

    def all(self) -> list[Account]:
        """All accounts by name."""
        return [account for name in self.names() if (account := self.get(name)) is not None]

    def put(self, account: Account) -> None:
        """Keep `account`, in the place of one with the same name."""
        stored = json.loads(account.to_json())
        del stored["name"]
        self._settings.change(accounts={**self._settings.read().accounts, account.name: stored})

    def budget(self, name: str) -> Budget | None:
        """What the account may send, None when there is no such account. Raises SettingsError."""
        account = self.get(name)
        return budget_of(account) if account is not None else None

    def learn(self, name: str, max_size: int) -> None:
        """Note the largest message that the account's server takes (bytes, 0 = it does not say)."""
        account = self.get(name)
        if account is not None and (account.max_size or 0) != max_size:
            self.put(account.model_copy(update={"max_size": max_size or None}))

    def remove(self, name: str) -> bool:
        """Forget the account; False when there is none of that name."""
        accounts = dict(self._settings.read().accounts)
        if accounts.pop(name, None) is None:
            return False
        self._settings.change(accounts=accounts)
        return True

    def suppressed(self) -> list[str]:
        """Addresses that must not get mail, in the order they were added."""
        return list(self._settings.read().suppressed)

    def suppress(self, addresses: Iterable[str]) -> int:
        """Add addresses; how many were new (case does not count)."""
        now = self.suppressed()
        known = {address.casefold() for address in now}
        new = list({a.casefold(): a for a in map(str.strip, addresses) if a.casefold() not in known}.values())
        if new:
            self._settings.change(suppressed=[*now, *new])
        return len(new)

    def allow(self, addresses: Iterable[str]) -> int:
        """Take addresses off the list; how many were on it."""
        now = self.suppressed()
        gone = {address.strip().casefold() for address in addresses}
        left = [address for address in now if address.casefold() not in gone]
        if len(left) != len(now):
            self._settings.change(suppressed=left)
        return len(now) - len(left)
