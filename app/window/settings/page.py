"""The page of settings: the list of groups at its start, the chosen group beside it.

Owns: which group is shown, and what is said when settings cannot be read or kept. Must not know: any single setting.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.window import icons
from app.window.about.panel import AboutPanel
from app.window.accounts.panel import AccountsPanel
from app.window.backend import Backend
from app.window.settings.alerts import Alerts
from app.window.settings.commands import AlertsPanel
from app.window.settings.general import GeneralPanel
from app.window.settings.keeper import Keeper
from app.window.settings.lines import Panel
from app.window.settings.notifications import NotificationsPanel
from app.window.settings.originals import OriginalsPanel
from app.window.settings.processing import ProcessingPanel
from app.window.shell import Shell
from app.window.shortcuts.panel import ShortcutsPanel
from app.window.text import printable, tr
from app.window.theme import font, tones
from app.window.widgets import draw_ring, filled, icon_button, label, secondary_label, title_label

Role = QPalette.ColorRole
WIDEST = 860
LIST, LIST_NARROW = 176, 44
NARROW = 700


def groups() -> list[tuple[str, str, str]]:
    """(name, icon, words) of each group."""
    return [
        ("general", "settings", tr("General")),
        ("processing", "workers", tr("Processing")),
        ("originals", "shield", tr("Originals and space")),
        ("notifications", "bell", tr("Notifications")),
        ("accounts", "kind-mail", tr("Mail accounts")),
        ("shortcuts", "keyboard", tr("Shortcuts")),
        ("alerts", "command", tr("Alert commands")),
        ("about", "info", tr("About")),
    ]


class Entry(QAbstractButton):
    """A group in the list; an icon alone where there is little room."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(LIST, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, chosen = QPainter(self), self.palette(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = self.rect().adjusted(0, 1, 0, -1)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight if chosen else Role.Midlight))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        ink = palette.color(Role.HighlightedText if chosen and tones().contrast else Role.Text)
        narrow = self.width() < LIST // 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = box.center().x() - 8 if narrow else box.right() - 25 if mirrored else box.left() + 10
        icons.draw(painter, self._icon, ink, QRect(x, 0, 16, self.height()))
        self.setToolTip(self.text() if narrow else "")
        if not narrow:
            painter.setFont(font(0, 500 if chosen else 400))
            painter.setPen(ink)
            words = box.adjusted(8, 0, -36, 0) if mirrored else box.adjusted(36, 0, -8, 0)
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            self.setToolTip("" if shown == self.text() else self.text())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            draw_ring(painter, box, palette.color(Role.Text if chosen and tones().contrast else Role.Accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class SettingsPage(QWidget):
    """See the module. `back`: leave it; `said`: for the status line; `suppressed`: who gets no mail is asked for."""

    back = Signal()
    said = Signal(str)
    suppressed = Signal()

    def __init__(self, shell: Shell, backend: Backend, group: str = "") -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Settings"))
        self._shell, self._backend = shell, backend
        self._keeper = Keeper(backend, self)
        self._alerts = Alerts(backend, self)
        self._keeper.failed.connect(self._refused)
        self._keeper.arrived.connect(self._accepted)
        self._alerts.failed.connect(self._refused)
        self.panel: QWidget | None = None
        self.entries = {name: Entry(icon, words) for name, icon, words in groups()}
        self.trouble = label("", 0, wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.show_group(group or shell.memory.settings_group)

    def _lay_out(self) -> None:
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title_label(tr("Settings")))
        words.addWidget(secondary_label(tr("Changes are kept at once")))
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._places = QWidget()
        self._places.setAccessibleName(tr("Groups of settings"))
        listed = QVBoxLayout(self._places)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        self._choice = QButtonGroup(self)
        for number, (name, entry) in enumerate(self.entries.items()):
            entry.setProperty("group", name)
            self._choice.addButton(entry, number)
            listed.addWidget(entry)
        listed.addStretch(1)
        self._choice.buttonToggled.connect(self._toggled)
        self._inner = filled(QWidget())
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 0, 16, 20)
        self._column.setSpacing(10)
        self._column.addWidget(self.trouble)
        self._inner.setMaximumWidth(WIDEST)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        filled(self._area.viewport())
        self._area.setWidget(self._inner)
        both = QHBoxLayout()
        both.setContentsMargins(12, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._places)
        both.addWidget(self._area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(top)
        whole.addLayout(both, 1)

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "general": lambda: GeneralPanel(self._shell),
            "processing": lambda: ProcessingPanel(self._keeper),
            "originals": lambda: OriginalsPanel(self._keeper),
            "notifications": lambda: NotificationsPanel(self._alerts),
            "accounts": self._accounts,
            "shortcuts": lambda: ShortcutsPanel(self._shell.actions_of, self._shell.memory),
            "alerts": lambda: AlertsPanel(self._alerts),
            "about": self._about,
        }

    def show_group(self, name: str) -> None:
        """Show a group; an unknown one is the first."""
        entry = self.entries.get(name) or self.entries["general"]
        self.setFocusProxy(entry)
        entry.setChecked(True)

    @Slot(QAbstractButton, bool)
    def _toggled(self, entry: QAbstractButton, chosen: bool) -> None:
        if not chosen:
            return
        name = str(entry.property("group"))
        self._shell.memory.settings_group = name
        if self.panel is not None:
            self.panel.hide()
            self._column.removeWidget(self.panel)
            self.panel.deleteLater()
        self.panel = self._makers()[name]()
        self._column.addWidget(self.panel, 1)
        self._area.verticalScrollBar().setValue(0)
        self._arrange()
        self.trouble.hide()
        self._keeper.read()
        self._alerts.read()

    def _accounts(self) -> QWidget:
        if self._backend.post is None:
            return secondary_label(tr("Mail accounts cannot be changed here."), wrap=True)
        made = AccountsPanel(self._backend.post)
        made.suppressed.connect(self.suppressed)
        return made

    def _about(self) -> QWidget:
        made = AboutPanel()
        made.said.connect(self.said)
        return made

    @Slot(str)
    def _refused(self, sentence: str) -> None:
        self.trouble.setText(printable(sentence))
        self.trouble.show()
        if isinstance(self.panel, ProcessingPanel | OriginalsPanel):
            self.panel.setEnabled(False)  # what it shows is not what is kept

    @Slot()
    def _accepted(self) -> None:
        self.trouble.hide()
        if self.panel is not None:
            self.panel.setEnabled(True)

    def _arrange(self) -> None:
        self._places.setFixedWidth(LIST_NARROW if self.width() < NARROW else LIST)
        if isinstance(self.panel, Panel):
            self.panel.arrange(min(WIDEST, self.width() - self._places.width() - 48))
            self._column.activate()  # from the inside out, now: the area measures what is in it only once

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
