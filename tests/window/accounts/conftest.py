"""Accounts in a settings file of their own, a keyring in memory, and the post over them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.jobs.mail.account import Account
from app.system.accounts import Accounts
from app.system.oauth import Microsoft
from app.system.secrets import Secrets
from app.system.settings import SettingsFile
from app.window.accounts.post import Office, Post
from tests.system.test_secrets import Vault
from tests.waiting import until

GMAIL = Account.make(name="private", host="smtp.gmail.com", port=465, security="tls", user="anna.berg@gmail.com")


class World:
    """What the widgets under test reach."""

    def __init__(self, folder: Path) -> None:
        self.accounts = Accounts(SettingsFile(folder / "settings.json"))
        self.vault = Vault()
        self.secrets = Secrets(self.vault)
        self.sign_ins = Microsoft(self.secrets)
        self.post = self.make_post()

    def make_post(self) -> Post:
        def secret(name: str) -> str | None:
            account = self.accounts.get(name)
            browser = account is not None and account.auth == "oauth2"
            return self.sign_ins.access(account) if account is not None and browser else self.secrets.get(name)

        return Post(Office(self.accounts, self.secrets, self.sign_ins, secret))

    def settle(self) -> None:
        """Let every answer arrive."""
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            QApplication.processEvents()
            quiet = quiet + 1 if self.post.idle else 0
            return quiet > 3

        until(still)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.post.close()
