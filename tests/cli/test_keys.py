"""Keys for hashing on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.exits import Exit, Stop
from app.cli.key_commands import key
from app.cli.out import Out
from app.cli.session import Session
from app.system.folders import Folders
from app.system.secrets import Secrets
from tests.system.test_secrets import Vault


class Shell:
    """The command `key`, each time with a new session over the same keyring."""

    def __init__(self, folder: Path, vault: Vault | None) -> None:
        self.folder = folder
        self.vault = vault

    def __call__(self, *arguments: str, stdin: str = "") -> Result:
        session = Session(Folders(self.folder), Out())
        session.secrets = Secrets(self.vault, use_system=False)
        return CliRunner().invoke(key, list(arguments), obj=session, input=stdin)


def stopped(result: Result) -> Stop:
    assert isinstance(result.exception, Stop)
    return result.exception


def test_add_list_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = Shell(tmp_path, Vault())
    shell("list")
    assert capsys.readouterr().out == ""
    for name in ("people", "orders"):
        shell("add", name, "--stdin", stdin=f"hush {name}\n")
    shell("list")
    assert capsys.readouterr().out == "orders\npeople\n"
    assert Secrets(shell.vault).key("people") == "hush people"
    shell("remove", "people")
    shell("list")
    assert capsys.readouterr().out == "orders\n"
    assert stopped(shell("remove", "people")).code == Exit.USAGE


def test_a_key_is_never_replaced_unasked(tmp_path: Path) -> None:
    shell = Shell(tmp_path, Vault())
    shell("add", "people", "--stdin", stdin="one\n")
    stop = stopped(shell("add", "people", "--stdin", stdin="two\n"))
    assert stop.code == Exit.USAGE and "kept already" in str(stop)
    assert Secrets(shell.vault).key("people") == "one"


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("add", "people", "--stdin"), "", "holds no key"),
        (("add", "people"), "one\n", "--stdin"),
        (("add", " ", "--stdin"), "one\n", "a name"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, arguments: tuple[str, ...], stdin: str, words: str) -> None:
    shell = Shell(tmp_path, Vault())
    stop = stopped(shell(*arguments, stdin=stdin))
    assert stop.code == Exit.USAGE and words in str(stop)
    assert shell.vault is not None and not shell.vault.kept


@pytest.mark.parametrize("vault", [None, Vault(broken=True)], ids=["none", "locked"])
def test_without_a_keyring_that_keeps_it_nothing_is_kept(tmp_path: Path, vault: Vault | None) -> None:
    stop = stopped(Shell(tmp_path, vault)("add", "people", "--stdin", stdin="hush\n"))
    assert stop.code == Exit.FAILED and "keyring" in str(stop) and "hush" not in str(stop)
    assert not list(tmp_path.iterdir())
