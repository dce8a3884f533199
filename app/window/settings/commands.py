"""The list of alerts, and the form of one: when, and what is done then.

Owns: rows, form, what is wrong in it. Must not know: how alerts are kept (`alerts.py`) or given.
"""

import shlex
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.system.alert_rules import AnyRule, CommandRule, MailRule, Occasion, PostRule, RuleError, SoundRule, parse_rule
from app.window.accounts.fields import Labelled, choice
from app.window.accounts.fields import Line as Field
from app.window.card import Card
from app.window.settings.alerts import Alerts, Broken, occasions, ways, words_of
from app.window.settings.lines import Panel
from app.window.text import SEPARATOR, printable, tr
from app.window.widgets import Button, CheckBox, Look, icon_button, label, secondary_label


class AlertForm(Card):
    """A new alert, or one that is changed. `kept`: (rule, its name before); `left`: nothing is changed."""

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, accounts: list[str], rule: AnyRule | None = None) -> None:
        super().__init__(14, 10)
        self._before = rule.name if rule is not None else ""
        self.name = Field(tr("Name"), tr("Tell the office"))
        self.boxes = {occasion: CheckBox(words) for occasion, words in occasions()}
        self.way = choice(tr("What to do"), ways())
        self.detail = Field(tr("What exactly"))
        self.account = choice(tr("Account"), [(name, printable(name)) for name in accounts] or [("", tr("None yet"))])
        self.trouble = label("", 0, wrap=True)
        self.trouble.hide()
        self.keep = Button(tr("Keep alert"), "", Look.FILLED)
        cancel = Button(tr("Cancel"))
        self.keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.left)
        self.way.currentIndexChanged.connect(self._way_changed)
        self._detail = Labelled("", self.detail)
        self._account = Labelled(tr("Account"), self.account)
        when = QVBoxLayout()
        when.setSpacing(2)
        when.addWidget(secondary_label(tr("When")))
        for box in self.boxes.values():
            when.addWidget(box)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        for part in (
            Labelled(tr("Name"), self.name),
            when,
            Labelled(tr("Then"), self.way),
            self._detail,
            self._account,
        ):
            self.column.addWidget(part) if isinstance(part, QWidget) else self.column.addLayout(part)
        self.column.addWidget(self.trouble)
        self.column.addLayout(buttons)
        self._show(rule)
        self._way_changed()
        self.setFocusProxy(self.name)

    def _show(self, rule: AnyRule | None) -> None:
        if rule is None:
            self.boxes[Occasion.BATCH_FINISHED].setChecked(True)
            self.way.setCurrentIndex(self.way.findData("command"))
            return
        self.name.show_text(rule.name)
        self.way.setCurrentIndex(self.way.findData(rule.do))
        for occasion, box in self.boxes.items():
            box.setChecked(occasion in rule.on)
        match rule:
            case CommandRule():
                self.detail.show_text(shlex.join(rule.command))
            case PostRule():
                self.detail.show_text(rule.url)
            case MailRule():
                self.detail.show_text(rule.to)
                self.account.setCurrentIndex(max(0, self.account.findData(rule.account)))
            case SoundRule():
                self.detail.show_text(rule.file or "")

    @Slot()
    def _way_changed(self) -> None:
        way = self.way.currentData()
        words = {
            "command": (tr("Program and its arguments"), "/usr/bin/logger done"),
            "post": (tr("Web address"), "https://example.org/done"),
            "mail": (tr("To"), "office@example.org"),
            "sound": (tr("Sound file (empty: the system's own)"), ""),
        }
        caption, hint = words.get(way, ("", ""))
        self._detail.setVisible(bool(caption))
        self._detail.caption.setText(caption)
        self.detail.setAccessibleName(caption)
        self.detail.setPlaceholderText(hint)
        self._account.setVisible(way == "mail")

    def values(self) -> dict[str, Any]:
        """What was filled in, as a rule is written. Raises ValueError when the command's quotes do not end."""
        text, way = self.detail.text().strip(), str(self.way.currentData())
        found: dict[str, Any] = {"name": self.name.text().strip(), "do": way}
        found["on"] = [occasion for occasion, box in self.boxes.items() if box.isChecked()]
        match way:
            case "command":
                found["command"] = shlex.split(text)
            case "post":
                found["url"] = text
            case "mail":
                found |= {"to": text, "account": self.account.currentData()}
            case "sound":
                found["file"] = text or None
        return found

    @Slot()
    def _keep(self) -> None:
        try:
            values = self.values()
            problems = _missing(values)
            rule = None if problems else parse_rule(values)
        except RuleError as error:
            problems, rule = error.problems, None
        except ValueError:
            problems, rule = [tr("A quotation mark in the command is not closed.")], None
        if rule is not None:
            self.kept.emit(rule, self._before)
        else:
            self.trouble.setText("\n".join(printable(problem) for problem in problems))
            self.trouble.show()


def _missing(values: dict[str, Any]) -> list[str]:
    """What was left empty."""
    asked = {
        "name": tr("Give it a name."), "on": tr("Say when."), "command": tr("Name the program."),
        "url": tr("Give the web address."), "to": tr("Say to whom."), "account": tr("Add a mail account first."),
    }  # fmt: skip
    return [words for name, words in asked.items() if name in values and not values[name]]


class AlertRow(QWidget):
    """One alert with its buttons: Test, Edit, Remove (of one that cannot be used, only Remove)."""

    tested = Signal(str)
    edited = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str, words: str, usable: bool) -> None:
        super().__init__()
        self.name = name
        shown = printable(name)
        self.title = label(shown, 0, 500)
        self.second = secondary_label(words, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(6)
        row.addLayout(texts, 1)
        self.buttons: list[Button] = []
        if usable:
            test = Button(tr("Test"), "", Look.BORDERED, tr("Give the alert {name} now").format(name=shown))
            edit = Button(tr("Change…"), "", Look.BORDERED, tr("Change the alert {name}").format(name=shown))
            test.clicked.connect(self._test)
            edit.clicked.connect(self._edit)
            self.buttons += [test, edit]
        remove = icon_button("trash", tr("Remove the alert {name}").format(name=shown))
        remove.clicked.connect(self._remove)
        self.buttons.append(remove)
        for button in self.buttons:
            row.addWidget(button)

    @Slot()
    def _test(self) -> None:
        self.second.setText(tr("Working…"))
        self.tested.emit(self.name)

    @Slot()
    def _edit(self) -> None:
        self.edited.emit(self.name)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.name)


class AlertsPanel(Panel):
    """See the module."""

    def __init__(self, alerts: Alerts) -> None:
        super().__init__(tr("Alert commands"))
        self._alerts = alerts
        self._rules: dict[str, AnyRule] = {}
        self._accounts: list[str] = []
        self.rows: dict[str, AlertRow] = {}
        self.form: AlertForm | None = None
        self.add = Button(tr("Add alert…"), "add")
        self.add.clicked.connect(self._add)
        self.empty = secondary_label(tr("Nobody is told yet."))
        about = tr("What Dropmill does when something happens, also while its window is hidden.")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(secondary_label(about, wrap=True), 1)
        top.addWidget(self.add)
        self._place = QVBoxLayout()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(top)
        self.column.addLayout(self._place)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        alerts.accounts.connect(self._accounts_arrived)
        alerts.arrived.connect(self._arrived)
        alerts.broken.connect(self._broken_arrived)
        alerts.tried.connect(self._tried)

    @Slot(object)
    def _accounts_arrived(self, names: list[str]) -> None:
        self._accounts = names

    @Slot(object)
    def _arrived(self, rules: list[AnyRule]) -> None:
        self._rules = {rule.name: rule for rule in rules}
        for row in self.rows.values():
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        named = dict(occasions())
        for rule in rules:
            self._show_row(
                rule.name, SEPARATOR.join([words_of(rule), *(named[occasion] for occasion in rule.on)]), True
            )
        self.empty.setVisible(not rules)

    @Slot(object)
    def _broken_arrived(self, broken: list[Broken]) -> None:
        for one in broken:
            self._show_row(one.name, printable(one.trouble), False)
        if broken:
            self.empty.hide()

    def _show_row(self, name: str, words: str, usable: bool) -> None:
        row = self.rows[name] = AlertRow(name, words, usable)
        row.tested.connect(self._test)
        row.edited.connect(self._edit)
        row.removed.connect(self._alerts.remove)
        self._list.addWidget(row)

    @Slot()
    def _add(self) -> None:
        self._open(None)

    @Slot(str)
    def _edit(self, name: str) -> None:
        self._open(self._rules.get(name))

    def _open(self, rule: AnyRule | None) -> None:
        self._close()
        self.form = AlertForm(self._accounts, rule)
        self.form.kept.connect(self._kept)
        self.form.left.connect(self._close)
        self._place.addWidget(self.form)
        self.form.name.setFocus()

    @Slot(object, str)
    def _kept(self, rule: AnyRule, before: str) -> None:
        self._alerts.put(rule, before)
        self._close()

    @Slot()
    def _close(self) -> None:
        if self.form is not None:
            self.add.setFocus()
            self.form.hide()
            self._place.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    @Slot(str)
    def _test(self, name: str) -> None:
        if (rule := self._rules.get(name)) is not None:
            self._alerts.test(rule)

    @Slot(str, str)
    def _tried(self, name: str, why_not: str) -> None:
        if (row := self.rows.get(name)) is not None:
            row.second.setText(printable(why_not) if why_not else tr("The test alert was given."))
