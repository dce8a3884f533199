"""The palettes hold the contrasts that the design promises, and a change of theme reaches palette and tones."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from app.window import theme
from app.window.theme import PALETTES, TONES, Appearance, Theme, make_palette, tones
from app.window.widgets import CheckBox

Role = QPalette.ColorRole


def luminance(colour: QColor) -> float:
    def channel(v: float) -> float:
        return v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF())


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = (Role.Base, Role.Window, Role.AlternateBase)


@pytest.mark.parametrize("name", list(PALETTES))
def test_words_are_readable_on_every_ground(qapp, name):
    palette = make_palette(PALETTES[name])
    for ground in GROUNDS:
        assert contrast(palette.color(Role.Text), palette.color(ground)) >= 12
        assert contrast(palette.color(Role.PlaceholderText), palette.color(ground)) >= 4.5
    assert contrast(palette.color(Role.HighlightedText), palette.color(Role.Highlight)) >= 9
    assert contrast(palette.color(Role.BrightText), palette.color(Role.Accent)) >= 6
    assert contrast(palette.color(Role.Dark), palette.color(Role.Base)) >= 3


@pytest.mark.parametrize(("name", "face"), [*itertools.product((Appearance.LIGHT, Appearance.DARK), theme.FACES)])
def test_states_are_readable_on_rows_and_selections(qapp, name, face):
    palette = make_palette(PALETTES[name])
    for ground in (Role.Base, Role.Window, Role.Highlight):
        assert contrast(TONES[name].state(face), palette.color(ground)) >= 4.5


def test_choosing_a_theme_changes_palette_and_tones_together(qapp):
    switch = Theme(qapp, Appearance.LIGHT)
    seen = []
    switch.changed.connect(lambda: seen.append(qapp.palette().color(Role.Base).name()))
    for name, base in ((Appearance.DARK, "#212426"), (Appearance.CONTRAST, "#000000"), (Appearance.LIGHT, "#ffffff")):
        switch.choose(name)
        assert qapp.palette().color(Role.Base).name() == base
        assert tones() is TONES[name]
    assert seen == ["#212426", "#000000", "#ffffff"]


def test_a_box_is_ticked_anywhere_on_it_and_can_be_seen_in_every_theme(qtbot, qapp):
    for look in (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST):
        Theme(qapp, look)
        box = CheckBox("Do this every time")
        qtbot.addWidget(box)
        box.resize(box.sizeHint())
        off = box.grab().toImage()
        assert off.pixelColor(4, box.height() // 2) == box.palette().color(Role.Dark)
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
        assert box.isChecked()
        assert box.grab().toImage().pixelColor(6, box.height() // 2 - 5) == box.palette().color(Role.Accent)
