"""The group "About" of the settings: version, licences, how to replace Qt.

Owns: its widgets. Must not know: where facts come from (`facts.py`).
"""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from app import __version__
from app.window.about.facts import bundle_folder, parts, text_of, versions
from app.window.activity.table import NumbersTable
from app.window.card import Card
from app.window.empty import BigIcon
from app.window.settings.lines import Panel
from app.window.text import tr
from app.window.theme import font
from app.window.widgets import Button, label, secondary_label, section_label

_SEEN = 6  # rows of the list of parts


class AboutPanel(Panel):
    """See the module. `said`: for the status line."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("About"))
        self._folder = bundle_folder()
        self.parts = parts(self._folder)
        self.copy = Button(tr("Copy versions"), "copy")
        self.copy.clicked.connect(self._copy)
        self.table = NumbersTable(tr("What Dropmill is made of"))
        self.table.show_numbers(
            (tr("Part"), tr("Version"), tr("Licence")),
            [(part.name, part.version, part.licence or tr("see its text")) for part in self.parts],
        )
        self.table.setFixedHeight(self.table.verticalHeader().defaultSectionSize() * (_SEEN + 1) + 8)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Licence of the chosen part"))
        self.text.setFont(font(-1))
        self.text.setMinimumHeight(140)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self._show_text(self.table.currentIndex().row())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(tr("Dropmill {version}").format(version=__version__), 3, 600))
        words.addWidget(
            secondary_label(
                tr("Drop pictures, tables and lists of people; find everything done, or why it is not."), True
            )
        )
        words.addSpacing(4)
        words.addWidget(self.copy)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(BigIcon("dropmill", 40), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        card = Card()
        card.column.addLayout(top)
        self.column.addWidget(card)
        notice = Card(14, 6)
        notice.column.addWidget(label(tr("Qt under the LGPL"), 0, 600))
        for sentence in (
            tr("Dropmill is free software under the MIT licence."),
            tr("It uses Qt and PySide6 under the GNU Lesser General Public License, version 3, unchanged."),
            tr("They are separate files, so you may put your own build in their place."),
            tr("Replace the files of the same names in the folders PySide6 and shiboken6 of the program."),
            tr("Start it again: it uses what it finds there and checks no signature."),
        ):
            notice.column.addWidget(label(sentence, wrap=True))
        self.column.addWidget(notice)
        self.column.addWidget(section_label(tr("Made of")))
        self.column.addWidget(self.table)
        text = Card(8)
        text.column.addWidget(self.text)
        self.column.addWidget(text, 1)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show_text(current.row())

    def _show_text(self, row: int) -> None:
        found = text_of(self.parts[row], self._folder) if 0 <= row < len(self.parts) else ""
        self.text.setPlainText(found or tr("No text of this licence is installed."))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name} {version}" for name, version in versions()))
        self.said.emit(tr("The versions are in the clipboard."))
