"""What the window remembers of itself: place and size, columns, theme, the last recipe of each kind.

Owns: the keys of `window.ini` in the data folder. Must not know: anything of the queue. Nothing here is needed to run:
a file that cannot be read or written costs the memory, not the window.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.window.queue.columns import DEFAULT_HIDDEN
from app.window.queue.model import Column
from app.window.theme import Appearance


class Memory:
    """See the module."""

    def __init__(self, data_dir: Path) -> None:
        self._settings = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place as Qt saved it."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def appearance(self) -> Appearance:
        """The chosen theme."""
        value = str(self._settings.value("appearance", Appearance.SYSTEM))
        return Appearance(value) if value in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._settings.setValue("appearance", value.value)

    @property
    def language(self) -> str:
        """The code of the chosen language; "" = the system's."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def welcomed(self) -> bool:
        """Whether the window was open before."""
        return str(self._settings.value("welcomed", "")) == "yes"

    @welcomed.setter
    def welcomed(self, value: bool) -> None:
        self._settings.setValue("welcomed", "yes" if value else "")

    @property
    def start(self) -> str:
        """The action whose page the window begins with; "" = the queue."""
        return str(self._settings.value("start", ""))

    @start.setter
    def start(self, action: str) -> None:
        self._settings.setValue("start", action)

    @property
    def settings_group(self) -> str:
        """The group of settings that was looked at last."""
        return str(self._settings.value("settings", ""))

    @settings_group.setter
    def settings_group(self, name: str) -> None:
        self._settings.setValue("settings", name)

    @property
    def recent(self) -> list[str]:
        """Actions that were found by typing, the last one first."""
        return [name for name in str(self._settings.value("recent", "")).split(" ") if name]

    @recent.setter
    def recent(self, names: list[str]) -> None:
        self._settings.setValue("recent", " ".join(names))

    def chosen_keys(self) -> dict[str, str]:
        """Keys that a person chose, by action; "" = none."""
        self._settings.beginGroup("keys")
        found = {name: str(self._settings.value(name, "")) for name in self._settings.childKeys()}
        self._settings.endGroup()
        return found

    def choose_keys(self, action: str, keys: str | None) -> None:
        """Remember other keys for an action; None = its own again."""
        if keys is None:
            self._settings.remove(f"keys/{action}")
        else:
            self._settings.setValue(f"keys/{action}", keys)

    @property
    def closing(self) -> str:
        """What closing the window means while files are in work; "" = never chosen."""
        return str(self._settings.value("closing", ""))

    @closing.setter
    def closing(self, value: str) -> None:
        self._settings.setValue("closing", value)

    @property
    def recipe(self) -> str:
        """The recipe that was chosen last."""
        return str(self._settings.value("recipe", ""))

    @recipe.setter
    def recipe(self, name: str) -> None:
        self._settings.setValue("recipe", name)

    def last_recipe(self, kind: str) -> str:
        """The recipe that was used last for this kind of file."""
        return str(self._settings.value(f"recipes/{kind}", ""))

    def used_recipe(self, kind: str, name: str) -> None:
        """Remember the recipe that was just used."""
        self._settings.setValue(f"recipes/{kind}", name)

    def hidden_columns(self, view: str) -> set[Column]:
        """Columns that are hidden in this kind of view ("batch", "all")."""
        names = str(self._settings.value(f"hidden/{view}", "-"))
        if names == "-":
            return set(DEFAULT_HIDDEN)
        return {column for column in Column if column.name.lower() in names.split(",")}

    def hide_columns(self, view: str, columns: set[Column]) -> None:
        """Remember hidden columns."""
        self._settings.setValue(f"hidden/{view}", ",".join(sorted(column.name.lower() for column in columns)))

    def drawer(self, height: int = 0) -> int:
        """The height of the open drawer in px; a number > 0 is remembered."""
        if height > 0:
            self._settings.setValue("drawer", height)
        value = str(self._settings.value("drawer", "0"))
        return int(value) if value.isdecimal() else 0

    def save(self) -> None:
        """Write now."""
        self._settings.sync()
