"""A question that is the direct answer to a click: what would happen, and two or three ways out.

Owns: how such a question looks. Must not know: what is asked. Nothing ever opens one by itself.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.window.empty import BigIcon
from app.window.widgets import Button, CheckBox, Look, label


class Question(QDialog):
    """`answered` carries the id of the button; Esc and closing the window answer nothing.

    `buttons`: (id, words), the last one is filled and has the focus: let it be the one that loses nothing. `always`:
    words of a box that is ticked to have the answer remembered; "" = none.
    """

    answered = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        buttons: list[tuple[str, str]],
        icon: str = "info",
        always: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        heading = label(title, 2, 600, wrap=True)
        words = label(text, 0, secondary=True, wrap=True)
        words.setMinimumWidth(360)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(words)
        self._always = CheckBox(always, -1)
        if always:
            column.addSpacing(6)
            column.addWidget(self._always)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for name, text_of in buttons:
            last = name == buttons[-1][0]
            button = Button(text_of, "", Look.FILLED if last else Look.BORDERED)
            button.setProperty("answer", name)
            button.setDefault(last)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self._safe = button
        column.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(BigIcon(icon, 24), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column, 1)
        self._safe.setFocus()  # now that it is a part of the dialog: before, the focus would be forgotten

    @property
    def always(self) -> bool:
        """Whether the answer is to be remembered."""
        return self._always.isChecked()

    @Slot()
    def _clicked(self) -> None:
        answer = str(self.sender().property("answer"))
        self.accept()
        self.answered.emit(answer)
