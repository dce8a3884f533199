"""Putting the parts of the program together, once for the window and the command line.

Owns: which part is made of which, and what goes beside an engine (the log of decisions, alerts). Must not know: how
anything is shown. Everything heavy is imported on first use.
"""

import logging
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.system.folders import Folders

if TYPE_CHECKING:
    from app.alerts.attention import Attention
    from app.alerts.channels import Channels
    from app.engine.control import ControlClient
    from app.engine.engine import Engine
    from app.engine.services import Services
    from app.system.accounts import Accounts
    from app.system.alert_rules import AlertRules
    from app.system.oauth import Microsoft
    from app.system.recipes import Shelf
    from app.system.secrets import Secrets
    from app.system.settings import SettingsFile

log = logging.getLogger(__name__)


@dataclass
class Parts:
    """What belongs to one data folder, made when it is asked for."""

    folders: Folders

    @cached_property
    def settings(self) -> "SettingsFile":
        from app.system.settings import SettingsFile

        return SettingsFile(self.folders.settings)

    @cached_property
    def accounts(self) -> "Accounts":
        from app.system.accounts import Accounts

        return Accounts(self.settings)

    @cached_property
    def secrets(self) -> "Secrets":
        from app.system.secrets import Secrets

        return Secrets()

    @cached_property
    def sign_ins(self) -> "Microsoft":
        from app.system.oauth import Microsoft

        return Microsoft(self.secrets)

    def secret(self, name: str) -> str | None:
        """What the account `name` signs in with: its password, or an access token (which may wait for the network).
        Raises JobError where a person has to sign in again."""
        from app.jobs.mail.account import Auth

        account = self.accounts.usable(name)
        if account is not None and account.auth is Auth.OAUTH2:
            return self.sign_ins.access(account)
        return self.secrets.get(name)

    @cached_property
    def shelf(self) -> "Shelf":
        from app.system.recipes import Shelf

        return Shelf(self.folders.recipes)

    @cached_property
    def alerts(self) -> "AlertRules":
        from app.system.alert_rules import AlertRules

        return AlertRules(self.settings)

    @cached_property
    def services(self) -> "Services":
        """What the engine may ask of this computer. Raises SettingsError."""
        from app.core.retention import Retention
        from app.core.tuning import Tuning
        from app.engine.services import Services
        from app.system.logs import Redactor

        settings = self.settings.read()
        return Services(
            account=self.accounts.usable,
            secret=self.secret,
            key=self.secrets.key,
            account_names=self.accounts.names,
            suppressed=self.accounts.suppressed,
            scratch=str(self.folders.data),
            clean=Redactor(self.secrets.known).clean,
            retention=Retention(settings.keep_days, settings.keep_rows),
            tuning=Tuning(settings.workers, settings.memory_percent / 100, settings.tries),
        )

    def channels(self, attention: "Attention | None" = None) -> "Channels":
        """The ways in which alerts are given; new ones each time, as they are used until they are stopped."""
        from app.alerts.channels import Channels

        return Channels(self.folders.data, self.accounts.usable, self.secret, attention)


def open_engine(
    parts: Parts,
    workers: int | None = None,
    retry_scale: float = 1.0,
    *,
    run: bool = True,
    attention: "Attention | None" = None,
) -> "Engine | ControlClient":
    """The queue of `parts`: an engine with everything that goes beside it (call `start`), or the client of the process
    that holds the queue. `workers`: worker processes, None = as the settings say. `attention`: how the window shows
    notifications. Raises StoreError, SettingsError."""
    from app.engine.engine import Engine
    from app.engine.session import open_queue

    queue = open_queue(parts.folders.data, parts.services, workers or parts.settings.read().workers, retry_scale, run)
    if isinstance(queue, Engine):
        _furnish(queue, parts, run, attention)
    return queue


def _furnish(engine: "Engine", parts: Parts, run: bool, attention: "Attention | None") -> None:
    from app.engine.clock import SystemClock
    from app.engine.decisions import Decisions
    from app.store.reader import Reader

    clock, path = SystemClock(), engine.path
    engine.bus.subscribe_queued(Decisions(lambda: Reader(path), clock), "log")
    if engine.interrupted:
        log.info("%d jobs were in work when Dropmill ended last time: they start over", engine.interrupted)
    if run:  # one that only adds or steers ends in a moment: who works next tells what is due
        from app.alerts.alerts import Alerts, Queue

        told = Queue(lambda: Reader(path), engine.mark_told, str(engine.data_dir))
        alerts = Alerts(told, parts.alerts.usable, parts.channels(attention), clock)
        engine.bus.subscribe(alerts.heard)
        engine.accompany(alerts)
