"""Alerts as a person set them up: rules in the settings, one a name.

Owns: the occasions, what a rule may say, their place in `settings.json`. Must not know: how an alert is given
(`app/alerts`). No secret is in a rule but the ones that people put into a web address; the file is private.
"""

import ipaddress
import logging
import os
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from app.system.settings import SettingsError, SettingsFile

log = logging.getLogger(__name__)


class RuleError(ValueError):
    """A rule that cannot be used. `problems`: one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Occasion(StrEnum):
    """When a person wants to be told."""

    BATCH_FINISHED = "batch-finished"
    BATCH_FAILURES = "batch-failures"  # a batch finished, and something in it failed or is unconfirmed
    LANE_PAUSED = "lane-paused"
    DISK_LOW = "disk-low"


class Rule(BaseModel):
    """What all rules say: a name and the occasions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=80)
    on: tuple[Occasion, ...] = Field(min_length=1)

    @field_validator("name")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isprintable() or value != value.strip():
            raise ValueError("holds a line break, a control character or a space at an end")
        return value


class DesktopRule(Rule):
    """A notification of the desktop."""

    do: Literal["desktop"] = "desktop"


class SoundRule(Rule):
    """A sound: the system's own, or a file."""

    do: Literal["sound"] = "sound"
    file: str | None = None

    @field_validator("file")
    @classmethod
    def _absolute(cls, value: str | None) -> str | None:
        if value is not None and not os.path.isabs(value):
            raise ValueError("give the whole path of the sound")
        return value


class CommandRule(Rule):
    """A program with its arguments, started as they are: no shell looks at them."""

    do: Literal["command"] = "command"
    command: tuple[str, ...] = Field(min_length=1)

    @field_validator("command")
    @classmethod
    def _can_be_started(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value[0] or any("\0" in part for part in value):
            raise ValueError("the program's name is empty, or a part holds a NUL character")
        return value


class PostRule(Rule):
    """The summary as JSON to a web address: https, or plain http inside this machine or a private network."""

    do: Literal["post"] = "post"
    url: str

    @field_validator("url")
    @classmethod
    def _safe(cls, value: str) -> str:
        try:
            parts = urlsplit(value)
            host = parts.hostname
            parts.port  # noqa: B018 - raises for a port that is none
        except ValueError as error:
            raise ValueError("is no web address") from error
        if parts.scheme not in ("http", "https") or not host or not value.isascii() or not value.isprintable():
            raise ValueError("is no web address: it begins with https:// and holds ASCII characters only")
        if parts.username is not None:
            raise ValueError("a sign-in inside a web address is not supported")
        if parts.scheme == "http" and not _is_near(host):
            raise ValueError("plain http goes to this machine or to an address of a private network only; use https")
        return value


class MailRule(Rule):
    """A short e-mail through one of the accounts."""

    do: Literal["mail"] = "mail"
    account: str = Field(min_length=1)
    to: str = Field(min_length=3)

    @field_validator("to")
    @classmethod
    def _one_address(cls, value: str) -> str:
        from app.jobs.mail.addresses import parse_one
        from app.jobs.mail.problem import Blocked

        try:
            parse_one(value, "The address")
        except Blocked as blocked:
            raise ValueError(blocked.failure.message) from blocked
        return value


AnyRule = Annotated[DesktopRule | SoundRule | CommandRule | PostRule | MailRule, Field(discriminator="do")]
_ADAPTER: TypeAdapter[AnyRule] = TypeAdapter(AnyRule)


def parse_rule(values: dict[str, Any]) -> AnyRule:
    """The rule in JSON-able `values`. Raises RuleError naming every problem."""
    try:
        return _ADAPTER.validate_python(values)
    except ValidationError as error:
        raise RuleError(_problems(error)) from error


class AlertRules:
    """Rules by name. Every method reads the file anew: another process may have changed it. Raises SettingsError."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def all(self) -> list[AnyRule]:
        """All rules by name. A rule that cannot be used is a SettingsError that says which."""
        return [self._read(name, stored) for name, stored in sorted(self._settings.read().alerts.items())]

    def usable(self) -> list[AnyRule]:
        """For the work: rules that can be used. What is wrong with the others is logged."""
        found: list[AnyRule] = []
        try:
            stored = sorted(self._settings.read().alerts.items())
        except SettingsError as error:
            log.error("%s", error)
            return found
        for name, values in stored:
            try:
                found.append(self._read(name, values))
            except SettingsError as error:
                log.error("%s", error)
        return found

    def get(self, name: str) -> AnyRule | None:
        """The rule called `name`, or None."""
        stored = self._settings.read().alerts.get(name)
        return None if stored is None else self._read(name, stored)

    def put(self, rule: AnyRule) -> None:
        """Keep `rule`, in the place of one with the same name."""
        values = rule.model_dump(mode="json", exclude={"name"}, exclude_none=True)
        self._settings.change(alerts={**self._settings.read().alerts, rule.name: values})

    def remove(self, name: str) -> bool:
        """Forget a rule; False when there is none of that name."""
        alerts = dict(self._settings.read().alerts)
        if alerts.pop(name, None) is None:
            return False
        self._settings.change(alerts=alerts)
        return True

    def _read(self, name: str, values: dict[str, Any]) -> AnyRule:
        try:
            return parse_rule({**values, "name": name})
        except RuleError as error:
            raise SettingsError(f"{self._settings.path}: alert {name}: {error}. Correct or remove it.") from error


def _is_near(host: str) -> bool:
    """Whether `host` is this machine or an address of a private network."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"


def _problems(error: ValidationError) -> list[str]:
    lines = []
    items = error.errors(include_url=False, include_input=False)
    # A list all of whose items are wrong is reported as too short as well.
    for item in [item for item in items if item["type"] != "too_short"] or items:
        places = [str(part) for part in item["loc"]]
        place = ".".join(places[1:] or places)  # the first one only names the kind of rule
        message = item["msg"].removeprefix("Value error, ")
        lines.append(f"{place}: {message[:1].lower()}{message[1:]}" if place else message)
    return lines
