"""One alert through its channel: which rule goes which way.

Owns: the way from a rule and a summary to the channel, and the time limit of commands. Must not know: when alerts are
given (`alerts.py`).
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from app.alerts.attention import Attention, SystemAttention
from app.alerts.mail import send_mail
from app.alerts.post import post_json
from app.alerts.program import run_program
from app.alerts.summary import Summary
from app.alerts.trouble import AlertError
from app.jobs.base import JobError
from app.jobs.mail.account import Account
from app.system.alert_rules import AnyRule, CommandRule, DesktopRule, MailRule, PostRule, SoundRule
from app.system.folders import VARIABLE

COMMAND_SECONDS = 60.0


class Channels:
    """Gives alerts. `account(name)` and `secret(name)`: a mail account and its password, or None. After `stop` is set
    nothing is begun and programs that run are killed."""

    def __init__(
        self,
        data_dir: Path,
        account: Callable[[str], Account | None],
        secret: Callable[[str], str | None],
        attention: Attention | None = None,
        command_seconds: float = COMMAND_SECONDS,
    ) -> None:
        self.stop = threading.Event()
        self._data_dir = data_dir
        self._account = account
        self._secret = secret
        self._attention = attention or SystemAttention(data_dir, self.stop)
        self._command_seconds = command_seconds

    def give(self, rule: AnyRule, summary: Summary) -> None:
        """Give the alert; returns when it was given. Raises AlertError with the reason when it could not be."""
        if self.stop.is_set():
            raise AlertError("Dropmill ended.")
        match rule:
            case DesktopRule():
                self._attention.notify(summary.heading, summary.text)
            case SoundRule():
                self._attention.sound(rule.file)
            case CommandRule():
                environment = {**os.environ, VARIABLE: str(self._data_dir), **summary.to_environment()}
                run_program(rule.command, environment, self._data_dir, self._command_seconds, self.stop)
            case PostRule():
                post_json(rule.url, summary.to_json())
            case MailRule():
                self._mail(rule, summary)

    def _mail(self, rule: MailRule, summary: Summary) -> None:
        account = self._account(rule.account)
        if account is None:
            raise AlertError(f"There is no mail account {rule.account}. Add it, or change the alert.")
        subject, text = summary.to_letter()
        try:
            secret = self._secret(rule.account)
        except JobError as error:  # a sign-in with a browser has ended
            raise AlertError(error.failure.message) from error
        send_mail(account, secret, rule.to, subject, text)
