"""Settings of notifications: for each occasion, one of the desktop and a sound.

Owns: their lines, and the two alerts that stand for them (named "Notification" and "Sound"; the list of alert commands
and the command line show the same). Must not know: how alerts are given.
"""

from PySide6.QtCore import Slot

from app.system.alert_rules import AnyRule, DesktopRule, Occasion, SoundRule
from app.window.settings.alerts import Alerts, occasions
from app.window.settings.lines import Group, Line, Panel, Switch
from app.window.text import tr

NOTIFICATION, SOUND = "Notification", "Sound"  # names on disk: never translated


class NotificationsPanel(Panel):
    """See the module."""

    def __init__(self, alerts: Alerts) -> None:
        super().__init__(tr("Notifications"))
        self._alerts = alerts
        self.switches: dict[tuple[str, Occasion], Switch] = {}
        kinds = ((NOTIFICATION, tr("Show a notification")), (SOUND, tr("Play a sound")))
        meant = {
            Occasion.BATCH_FINISHED: tr("Once for each batch, with what failed."),
            Occasion.BATCH_FAILURES: tr("Only when something needs a look."),
            Occasion.LANE_PAUSED: tr("A mail account was refused, or a drive is missing."),
            Occasion.DISK_LOW: tr("Before a drive is so full that work stops."),
        }
        for name, caption in kinds:
            lines = []
            for occasion, words in occasions():
                switch = self.switches[name, occasion] = Switch(f"{caption}: {words}")
                switch.clicked.connect(self._clicked)
                lines.append(Line(words, meant[occasion], switch))
            self.column.addWidget(Group(caption, *lines))
        self.column.addStretch(1)
        alerts.arrived.connect(self._arrived)

    @Slot(object)
    def _arrived(self, rules: list[AnyRule]) -> None:
        on = {rule.name: rule.on for rule in rules if isinstance(rule, DesktopRule | SoundRule)}
        for (name, occasion), switch in self.switches.items():
            switch.setChecked(occasion in on.get(name, ()))

    @Slot()
    def _clicked(self) -> None:
        name = next(name for (name, _), switch in self.switches.items() if switch is self.sender())
        on = tuple(occasion for (of, occasion), s in self.switches.items() if of == name and s.isChecked())
        if not on:
            self._alerts.remove(name)
        elif name == NOTIFICATION:
            self._alerts.put(DesktopRule(name=name, on=on))
        else:
            self._alerts.put(SoundRule(name=name, on=on))
