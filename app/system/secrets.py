"""Passwords and sign-ins of mail accounts: in the system's keyring, or in memory for this run.

Owns: which keyrings are trusted, and the memory of this process. Must not know: accounts beyond their name. A secret is
never logged, never part of an exception, never written anywhere else. Only the keyrings of Windows, macOS, the Secret
Service and KWallet are used: with the package keyrings.alt installed the automatic choice would be a plain text file.
"""

import importlib
import json
import logging
import sys
from collections.abc import Collection
from secrets import token_hex
from typing import Protocol

SERVICE = "dropmill"
KEY_BYTES = 32  # of a key for hashing: as many as SHA-256 gives
# Characters of one entry of the keyring: Windows takes 2,560 bytes, which is 1,280 UTF-16 units. A refresh token of
# Microsoft's is often longer, so tokens are kept in several entries.
ENTRY = 1200
# (module, class, title) by system.
ALLOWED: dict[str, tuple[tuple[str, str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring", "Windows Credential Manager"),),
    "darwin": (("keyring.backends.macOS", "Keyring", "macOS Keychain"),),
}
ELSEWHERE = (
    ("keyring.backends.SecretService", "Keyring", "Secret Service"),
    ("keyring.backends.kwallet", "DBusKeyring", "KWallet"),
)

_KEY_NAMES = "keys"

log = logging.getLogger(__name__)


class Keyring(Protocol):
    """What is used of a keyring back end."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> tuple[Keyring | None, str]:
    """The first trusted keyring that works here and its name; (None, why not) when there is none."""
    reasons: list[str] = []
    for module, name, title in ALLOWED.get(sys.platform, ELSEWHERE):
        try:
            backend = getattr(importlib.import_module(module), name)
            _ = backend.priority  # raises where the back end cannot work
            return backend(), title
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their platform library raises
            reasons.append(f"{title}: {error}")
    return None, "; ".join(reasons)


class Secrets:
    """Passwords by account name. Memory of this run first, then the keyring (opened on first use)."""

    def __init__(self, keyring: Keyring | None = None, *, use_system: bool = True) -> None:
        self._memory: dict[str, str] = {}
        self._for_all: str | None = None
        self._told: set[str] = set()  # what the keyring gave: whoever has it may fail and say so
        self._keyring = keyring
        self._looked = keyring is not None or not use_system

    def get(self, account: str) -> str | None:
        """The password of `account`, or None when none is known (a locked keyring counts as none, and is logged)."""
        found = self._read(account)
        return found if found is not None else self._for_all

    def _read(self, entry: str) -> str | None:
        if entry in self._memory:
            return self._memory[entry]
        keyring = self._open()
        if keyring is None:
            return None
        try:
            found = keyring.get_password(SERVICE, entry)
        except Exception as error:  # noqa: BLE001 - see system_keyring
            log.warning("The keyring did not give the password of account %s: %s", entry, type(error).__name__)
            return None
        if found is not None:
            self._told.add(found)
        return found

    def remember(self, account: str | None, secret: str) -> None:
        """Keep `secret` for this run only; None = for every account that has no other."""
        if account is None:
            self._for_all = secret
        else:
            self._memory[account] = secret

    def store(self, account: str, secret: str) -> bool:
        """Put `secret` into the keyring. False: there is no keyring here, or it refused; it is kept for this run."""
        self._memory[account] = secret
        keyring = self._open()
        if keyring is None:
            return False
        try:
            keyring.set_password(SERVICE, account, secret)
        except Exception as error:  # noqa: BLE001 - see system_keyring
            log.warning("The keyring did not take the password of account %s: %s", account, type(error).__name__)
            return False
        return True

    @property
    def lasting(self) -> bool:
        """Whether there is a keyring: what is stored outlives this run."""
        return self._open() is not None

    def token(self, account: str) -> str | None:
        """The refresh token of `account`'s sign-in, or None."""
        return self._read_parts(f"sign-in {account}") or None

    def store_token(self, account: str, token: str) -> bool:
        """Keep the refresh token of a sign-in in place of the one before. False: for this run only."""
        return self._store_parts(f"sign-in {account}", token)

    def _read_parts(self, stem: str) -> str:
        parts: list[str] = []
        while (part := self._read(f"{stem} {len(parts)}")) is not None:
            parts.append(part)
        return "".join(parts)

    def _store_parts(self, stem: str, text: str) -> bool:
        cut = [text[at : at + ENTRY] for at in range(0, len(text), ENTRY)]
        self._forget_parts(stem, len(cut))
        return all([self.store(f"{stem} {number}", part) for number, part in enumerate(cut)])

    def _forget_parts(self, stem: str, start: int) -> None:
        while self._read(f"{stem} {start}") is not None:
            self._forget(f"{stem} {start}")
            if self._read(f"{stem} {start}") is not None:
                return  # a locked keyring: asking it again and again does not help
            start += 1

    def key(self, name: str) -> str | None:
        """The secret key called `name` for hashing, made by chance at its first use and kept in the keyring.

        None where no keyring keeps it: what was hashed with a key of this run alone would fit nothing tomorrow.
        """
        entry = f"key {name}"
        found = self._memory.get(entry)
        keyring = self._open()
        if found is not None or keyring is None:
            return found
        try:
            found = keyring.get_password(SERVICE, entry)
        except Exception as error:  # noqa: BLE001 - see system_keyring
            log.warning("The keyring did not give the key %s: %s", name, type(error).__name__)
            return None
        if found is None:
            found = token_hex(KEY_BYTES)
            if not self.store_key(name, found):
                return None
        return found

    def key_names(self) -> list[str]:
        """Names of the keys that were stored or made, sorted. A keyring lists nothing, so it holds this list too."""
        text = self._read_parts(_KEY_NAMES)
        return sorted(json.loads(text)) if text else []

    def store_key(self, name: str, key: str) -> bool:
        """Keep `key` for hashing as `name`. False: no keyring keeps it, and nothing else does."""
        if not self.store(f"key {name}", key):
            del self._memory[f"key {name}"]
            return False
        self._list_keys({*self.key_names(), name})
        return True

    def forget_key(self, name: str) -> bool:
        """Remove the key `name`. False: there is none. What was hashed with it can be made again with no other."""
        if self._read(f"key {name}") is None:
            return False
        self._forget(f"key {name}")
        self._list_keys(set(self.key_names()) - {name})
        return True

    def _list_keys(self, names: Collection[str]) -> None:
        self._store_parts(_KEY_NAMES, json.dumps(sorted(names)) if names else "")

    def forget(self, account: str) -> None:
        """Remove the password and the sign-in of `account` from memory and keyring. None stored is fine."""
        self._forget(account)
        self._forget_parts(f"sign-in {account}", 0)

    def _forget(self, account: str) -> None:
        self._memory.pop(account, None)
        keyring = self._open()
        if keyring is None:
            return
        try:
            if keyring.get_password(SERVICE, account) is not None:
                keyring.delete_password(SERVICE, account)
        except Exception as error:  # noqa: BLE001 - see system_keyring
            log.warning("The keyring did not remove the password of account %s: %s", account, type(error).__name__)

    def known(self) -> list[str]:
        """The secrets that this run has seen, for the log filter."""
        return [*self._memory.values(), *self._told, *([self._for_all] if self._for_all else [])]

    def _open(self) -> Keyring | None:
        if not self._looked:
            self._looked = True
            self._keyring, _ = system_keyring()
        return self._keyring
