"""Alerts as the window changes them: the way to the rules, and the words for them.

Owns: reading, keeping, removing and trying rules off the GUI thread. Must not know: widgets; how alerts are given.
"""

import shlex
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.alerts.summary import sample
from app.system.alert_rules import AnyRule, CommandRule, MailRule, Occasion, PostRule, SoundRule
from app.system.settings import SettingsError
from app.window.backend import Backend
from app.window.text import printable, tr


def occasions() -> list[tuple[Occasion, str]]:
    """When people want to be told, with words."""
    return [
        (Occasion.BATCH_FINISHED, tr("A batch is done")),
        (Occasion.BATCH_FAILURES, tr("A batch is done and something failed")),
        (Occasion.LANE_PAUSED, tr("Work has to wait")),
        (Occasion.DISK_LOW, tr("A drive is nearly full")),
    ]


def ways() -> list[tuple[str, str]]:
    """How people can be told, with words."""
    return [
        ("desktop", tr("Show a notification")),
        ("sound", tr("Play a sound")),
        ("command", tr("Run a command")),
        ("post", tr("Send to a web address")),
        ("mail", tr("Send an e-mail")),
    ]


def words_of(rule: AnyRule) -> str:
    """What a rule does, in words."""
    match rule:
        case CommandRule():
            return tr("Runs {command}").format(command=printable(shlex.join(rule.command)))
        case PostRule():
            return tr("Sends to {address}").format(address=printable(rule.url))
        case MailRule():
            return tr("E-mail to {address}").format(address=printable(rule.to))
        case SoundRule():
            return tr("Plays {file}").format(file=printable(rule.file)) if rule.file else tr("Plays a sound")
        case _:
            return tr("Shows a notification")


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that cannot be used, and why."""

    name: str
    trouble: str


class Alerts(QObject):
    """See the module. `arrived`: the rules that can be used; `broken`: a list of `Broken`; `failed`: a sentence;
    `tried`: (name, "" or why it could not be given); `accounts`: names of mail accounts."""

    arrived = Signal(object)
    broken = Signal(object)
    failed = Signal(str)
    tried = Signal(str, str)
    accounts = Signal(object)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend

    def read(self) -> None:
        """Read all rules again; `arrived` and `broken`, or `failed` follow."""
        parts = self._backend.parts
        if parts is None:
            return

        def read(_reader: object) -> tuple[list[AnyRule], list[Broken], list[str]]:
            rules: list[AnyRule] = []
            broken: list[Broken] = []
            for name in sorted(parts.settings.read().alerts):
                try:
                    rule = parts.alerts.get(name)
                except SettingsError as error:
                    broken.append(Broken(name, str(error)))
                else:
                    rules += [rule] if rule is not None else []
            return rules, broken, parts.accounts.names()

        self._backend.reads.run(read, self._arrived, self._refused)

    def put(self, rule: AnyRule, instead_of: str = "") -> None:
        """Keep a rule; `instead_of`: the name that it had before."""
        parts = self._backend.parts
        if parts is None:
            return

        def put(_reader: object) -> None:
            parts.alerts.put(rule)
            if instead_of and instead_of != rule.name:
                parts.alerts.remove(instead_of)

        self._backend.reads.run(put, lambda _answer: self.read(), self._refused)

    def remove(self, name: str) -> None:
        """Forget a rule."""
        parts = self._backend.parts
        if parts is not None:
            self._backend.reads.run(lambda _r: parts.alerts.remove(name), lambda _answer: self.read(), self._refused)

    def test(self, rule: AnyRule) -> None:
        """Give an alert now, with a test summary; `tried` follows. It may take a minute."""
        parts = self._backend.parts
        if parts is None:
            return

        def give(_commands: object) -> None:
            parts.channels().give(rule, sample(rule.on[0]))

        self._backend.long.run(
            give,
            lambda _answer: self.tried.emit(rule.name, ""),
            lambda error: self.tried.emit(rule.name, str(error)),
        )

    def _arrived(self, found: tuple[list[AnyRule], list[Broken], list[str]]) -> None:
        rules, broken, accounts = found
        self.accounts.emit(accounts)
        self.arrived.emit(rules)
        self.broken.emit(broken)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(str(error))
