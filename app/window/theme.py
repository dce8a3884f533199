"""Colours of the window: one palette and one set of own tones per theme.

Owns: the three palettes, the tones that QPalette has no role for, the style sheet (radius, padding, borders only) and
the switch between them while the program runs. Must not know: any widget. Delegates and painted widgets ask `tones()`
at paint time, so a change of theme needs no bookkeeping in them.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole


class Appearance(StrEnum):
    """What a person chose; stored in the window's settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours beside the palette. `states` is keyed by the face of a row ("running", "failed", …)."""

    contrast: bool
    press: QColor
    accent_hover: QColor
    track: QColor
    accent2: QColor
    states: dict[str, QColor]
    soft: dict[str, QColor]  # banner fills: failed, warn, done, info, unconfirmed
    lines: tuple[QColor, QColor, QColor]  # of charts: pictures, tables, e-mail

    def state(self, face: str) -> QColor:
        """The colour of a row's icon and word."""
        return self.states[face]


_ROLES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("window", (Role.Window,)),
    ("base", (Role.Base, Role.ToolTipBase)),
    ("alternate", (Role.AlternateBase,)),
    ("text", (Role.Text, Role.WindowText, Role.ButtonText, Role.ToolTipText)),
    ("secondary", (Role.PlaceholderText,)),
    ("button", (Role.Button, Role.Light)),
    ("hover", (Role.Midlight,)),
    ("press", (Role.Shadow,)),
    ("mid", (Role.Mid,)),
    ("dark", (Role.Dark,)),
    ("accent", (Role.Accent, Role.Link, Role.LinkVisited)),
    ("bright", (Role.BrightText,)),
    ("highlight", (Role.Highlight,)),
    ("highlighted", (Role.HighlightedText,)),
)

_LIGHT = {
    "window": "#F4F5F5", "base": "#FFFFFF", "alternate": "#F9FAFA", "text": "#1A1D20", "secondary": "#586169",
    "button": "#FFFFFF", "hover": "#EBEDEE", "press": "#E0E3E5", "mid": "#DFE2E4", "dark": "#868F97",
    "accent": "#0A6C74", "bright": "#FFFFFF", "highlight": "#D8EBEB", "highlighted": "#10282A", "disabled": "#9AA2A9",
}  # fmt: skip
_DARK = {
    "window": "#1A1C1E", "base": "#212426", "alternate": "#25282B", "text": "#E7E9EB", "secondary": "#A4ACB3",
    "button": "#2B2F32", "hover": "#2E3235", "press": "#373C40", "mid": "#34383C", "dark": "#727B83",
    "accent": "#5EC4C1", "bright": "#05201F", "highlight": "#1F4342", "highlighted": "#EEF6F6", "disabled": "#6C747B",
}  # fmt: skip
_CONTRAST = {
    "window": "#000000", "base": "#000000", "alternate": "#000000", "text": "#FFFFFF", "secondary": "#FFFFFF",
    "button": "#000000", "hover": "#1C1C1C", "press": "#333333", "mid": "#FFFFFF", "dark": "#FFFFFF",
    "accent": "#FFE14D", "bright": "#000000", "highlight": "#FFE14D", "highlighted": "#000000", "disabled": "#9FE09F",
}  # fmt: skip

FACES = ("waiting", "running", "retrying", "held", "done", "skipped", "failed", "unconfirmed", "cancelled")


def _states(
    secondary: str, running: str, retrying: str, held: str, done: str, failed: str, unconfirmed: str
) -> dict[str, QColor]:
    names = {
        "waiting": secondary, "running": running, "retrying": retrying, "held": held, "done": done,
        "skipped": secondary, "failed": failed, "unconfirmed": unconfirmed, "cancelled": secondary,
        "warn": retrying, "info": running,
    }  # fmt: skip
    return {name: QColor(value) for name, value in names.items()}


def _soft(failed: str, warn: str, done: str, info: str, unconfirmed: str) -> dict[str, QColor]:
    names = {"failed": failed, "warn": warn, "done": done, "info": info, "unconfirmed": unconfirmed}
    return {name: QColor(value) for name, value in names.items()}


TONES: dict[Appearance, Tones] = {
    Appearance.LIGHT: Tones(
        False, QColor("#E0E3E5"), QColor("#085A61"), QColor("#E1E5E7"), QColor("#7DB4B8"),
        _states("#586169", "#0A6C74", "#855300", "#46569A", "#1F7040", "#B42318", "#7B3FA0"),
        _soft("#FCEEEC", "#FBF3E1", "#E9F4ED", "#E6F1F1", "#F4ECF8"),
        (QColor("#0A6C74"), QColor("#C27B00"), QColor("#7B3FA0")),
    ),
    Appearance.DARK: Tones(
        False, QColor("#373C40"), QColor("#79D2CF"), QColor("#383D41"), QColor("#3A7776"),
        _states("#A4ACB3", "#5EC4C1", "#E2B254", "#A8B6F2", "#72C690", "#F78D84", "#CFA3EE"),
        _soft("#3A2523", "#372E1D", "#21342A", "#1E3434", "#33283B"),
        (QColor("#5EC4C1"), QColor("#E2B254"), QColor("#CFA3EE")),
    ),
    Appearance.CONTRAST: Tones(
        True, QColor("#333333"), QColor("#FFF0A0"), QColor("#3A3A3A"), QColor("#B39B1F"),
        _states("#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
        _soft("#000000", "#000000", "#000000", "#000000", "#000000"),
        (QColor("#FFE14D"), QColor("#FFFFFF"), QColor("#8FE9FF")),
    ),
}  # fmt: skip

PALETTES = {Appearance.LIGHT: _LIGHT, Appearance.DARK: _DARK, Appearance.CONTRAST: _CONTRAST}

# Radius, padding and borders; every colour is a palette role so that one text serves all themes.
STYLE_SHEET = """
QToolTip { border: 1px solid palette(dark); padding: 4px 6px; }
QLineEdit { border: 1px solid palette(dark); border-radius: 6px; padding: 0 8px; min-height: 28px;
  background: palette(base); selection-background-color: palette(highlight);
  selection-color: palette(highlighted-text); }
QLineEdit:focus { border: 2px solid palette(accent); padding: 0 7px; min-height: 26px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; }
QMenu { background: palette(base); border: 1px solid palette(mid); padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: palette(mid); margin: 4px 8px; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: palette(mid); border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: palette(dark); }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: palette(mid); }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:horizontal { width: 1px; }
"""


def make_palette(values: dict[str, str]) -> QPalette:
    """A QPalette from one of the tables above."""
    palette = QPalette()
    for name, roles in _ROLES:
        for role in roles:
            palette.setColor(role, QColor(values[name]))
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(values["disabled"]))
    return palette


def tones_of(palette: QPalette) -> Tones:
    """Tones for a high-contrast palette of the system: everything in its own text and accent colours."""
    text, accent = palette.color(Role.WindowText), palette.color(Role.Accent)
    base, mid = palette.color(Role.Base), palette.color(Role.Midlight)
    soft = dict.fromkeys(("failed", "warn", "done", "info", "unconfirmed"), base)
    states = dict.fromkeys((*FACES, "warn", "info"), text)
    return Tones(True, mid, accent, mid, accent, states, soft, (accent, text, palette.color(Role.PlaceholderText)))


class Theme(QObject):
    """Applies the chosen appearance to the application and follows the system while it is `system`."""

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._system_palette = QPalette(app.palette())
        self._appearance = appearance
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def appearance(self) -> Appearance:
        """What a person chose (not what it resolved to)."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Show the window in `appearance` from now on."""
        self._appearance = appearance
        self._apply()

    def _system_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        chosen = self._appearance
        if chosen is Appearance.SYSTEM and system_contrast():
            palette, own = self._app.style().standardPalette(), None
        else:
            if chosen is Appearance.SYSTEM:
                dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
                chosen = Appearance.DARK if dark else Appearance.LIGHT
            palette, own = make_palette(PALETTES[chosen]), TONES[chosen]
        _current[0] = own if own is not None else tones_of(palette)
        self._app.setPalette(palette)
        # Set again even with the same text: otherwise palette(role) in it keeps the colours of the theme before.
        self._app.setStyleSheet(STYLE_SHEET)
        self.changed.emit()


def system_contrast() -> bool:
    """Whether the system asks for high contrast (Qt 6.10 and later can tell)."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


# The process has one palette (QApplication's) and these are its other half.
_current: list[Tones] = [TONES[Appearance.LIGHT]]


def tones() -> Tones:
    """The tones of the theme that is on screen."""
    return _current[0]


def font(delta: int = 0, weight: int = 400, tabular: bool = False) -> QFont:
    """The system's font, `delta` px larger than body, weight 400, 500 or 600, tabular figures on demand."""
    made = QFont(QApplication.font())
    made.setPixelSize(max(9, QFontInfo(QApplication.font()).pixelSize() + delta))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
