"""Passwords: only in trusted keyrings or in memory."""

import logging

import pytest

from app.system import secrets
from app.system.secrets import Secrets


class Vault:
    """A keyring back end that keeps its passwords in a dict, or refuses everything."""

    def __init__(self, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise RuntimeError("locked hunter2")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise RuntimeError(f"locked {password}")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_stored_password_comes_back_in_another_run() -> None:
    vault = Vault()
    assert Secrets(vault).store("work", "hunter2")
    assert Secrets(vault).get("work") == "hunter2"
    Secrets(vault).forget("work")
    assert Secrets(vault).get("work") is None
    Secrets(vault).forget("work")


def test_without_a_keyring_a_password_lives_for_this_run_only() -> None:
    kept = Secrets(use_system=False)
    assert not kept.store("work", "hunter2")
    assert kept.get("work") == "hunter2"
    assert Secrets(use_system=False).get("work") is None


def test_a_password_for_all_accounts_gives_way_to_a_known_one() -> None:
    kept = Secrets(Vault())
    kept.store("work", "one")
    kept.remember(None, "two")
    assert (kept.get("work"), kept.get("home")) == ("one", "two")
    kept.remember("home", "three")
    assert kept.get("home") == "three"
    assert set(kept.known()) == {"one", "two", "three"}


def test_a_locked_keyring_is_no_password_and_the_log_does_not_tell_any(caplog: pytest.LogCaptureFixture) -> None:
    kept = Secrets(Vault(broken=True))
    with caplog.at_level(logging.WARNING):
        assert kept.get("work") is None
        assert not kept.store("work", "hunter2")
        kept.forget("work")
    assert "work" in caplog.text
    assert "hunter2" not in caplog.text


def test_only_named_keyrings_are_ever_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(name: str) -> object:
        asked.append(name)
        raise ImportError(name)

    monkeypatch.setattr(secrets.importlib, "import_module", refuse)
    backend, why = secrets.system_keyring()
    assert backend is None
    assert "Secret Service" in why
    assert not [name for name in asked if "alt" in name or "chainer" in name]


def test_a_key_is_made_once_and_kept() -> None:
    vault = Vault()
    made = Secrets(vault).key("people")
    assert made is not None
    assert len(made) == 64
    assert Secrets(vault).key("people") == made
    assert Secrets(vault).key("other") != made
    assert Secrets(vault).get("people") is None  # keys and passwords do not mix


def test_without_a_keyring_there_is_no_key() -> None:
    assert Secrets(use_system=False).key("people") is None
    broken = Secrets(Vault(broken=True))
    assert broken.key("people") is None
    assert broken.known() == []


def test_what_the_keyring_gave_is_known_to_the_log_filter() -> None:
    vault = Vault()
    assert Secrets(vault).store("work", "hunter2")
    later = Secrets(vault)
    assert later.known() == []
    assert later.get("work") == "hunter2"
    assert later.known() == ["hunter2"]


def test_keys_for_hashing_are_kept_listed_and_removed() -> None:
    vault = Vault()
    assert Secrets(vault).key_names() == []
    assert Secrets(vault).store_key("people", "one")
    made = Secrets(vault).key("by chance")
    assert made is not None
    assert Secrets(vault).key_names() == ["by chance", "people"]
    assert (Secrets(vault).key("people"), Secrets(vault).key("by chance")) == ("one", made)
    assert Secrets(vault).forget_key("people")
    assert Secrets(vault).key_names() == ["by chance"]
    assert not Secrets(vault).forget_key("people")
    assert Secrets(vault).key("people") not in (None, "one")


def test_a_list_of_many_keys_fits_the_entries_of_every_keyring() -> None:
    vault = Vault()
    names = [f"key number {number}" for number in range(200)]
    for name in names:
        assert Secrets(vault).store_key(name, "x")
    assert Secrets(vault).key_names() == sorted(names)
    assert max(map(len, vault.kept.values())) <= secrets.ENTRY


def test_a_key_that_no_keyring_keeps_is_kept_nowhere() -> None:
    kept = Secrets(Vault(broken=True))
    assert not kept.store_key("people", "one")
    assert (kept.key_names(), kept.known()) == ([], [])
