"""The settings file: JSON, strict, replaced whole.

Owns: `settings.json`, its known keys and the sentences for what is wrong with it. Must not know: what accounts mean
(`accounts.py`) or secrets (`secrets.py`; none is ever written here). Unknown keys are kept: an older program must not
lose what a newer one wrote.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.system.files import write_whole


class SettingsError(Exception):
    """The settings file cannot be used; the message says which file, what is wrong and what to do."""


class Settings(BaseModel):
    """The known keys. Frozen: change them through `SettingsFile.change`."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)

    workers: int | None = Field(default=None, ge=1, le=256, description="Worker processes; null = one a core")
    accounts: dict[str, dict[str, Any]] = Field(default_factory=dict, description="Mail accounts by name, no secrets")
    memory_percent: int = Field(
        default=60, ge=10, le=90, description="Share of the free memory that all jobs together may take"
    )
    tries: int | None = Field(default=None, ge=1, le=20, description="Tries for passing causes; null = by cause")
    keep_days: int = Field(default=7, ge=1, le=3650, description="Days until jobs that ended well are forgotten")
    keep_rows: int = Field(default=200_000, ge=0, description="Ended jobs that are remembered at most")
    suppressed: list[str] = Field(default_factory=list, description="Addresses that must not get mail")
    alerts: dict[str, dict[str, Any]] = Field(default_factory=dict, description="Alerts by name")


class SettingsFile:
    """Reads and changes one settings file. A missing file means all defaults."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """The settings as they are on disk now. Raises SettingsError."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings()
        except UnicodeDecodeError as error:
            raise SettingsError(f"{self.path} is not UTF-8 text. Move it away to start with fresh settings.") from error
        except OSError as error:
            raise SettingsError(f"{self.path} cannot be read: {error.strerror}.") from error
        try:
            return Settings.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            where = f"{place}: " if place else ""
            raise SettingsError(
                f"{self.path} cannot be used: {where}{first['msg']}. Correct it, or move it away to start afresh."
            ) from error

    def change(self, **values: Any) -> Settings:
        """Set known keys and write the file; every other key stays as it is. Raises SettingsError."""
        now = self.read()
        changed = Settings.model_validate({**now.model_dump(), **values})
        text = json.dumps(changed.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.path, text.encode("utf-8", "backslashreplace"), mode=0o600)
        except OSError as error:
            raise SettingsError(f"{self.path} cannot be written: {error.strerror}.") from error
        return changed
