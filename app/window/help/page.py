"""The help page: topics at the start side, the text of one beside them, a field that searches all of them.

Owns: showing and finding. Must not know: where the texts lie (`topics.py`). Links lead to other topics; nothing else is
opened, and nothing is fetched.
"""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.window.help.topics import Topic
from app.window.text import NBSP, tr, trn
from app.window.theme import font
from app.window.widgets import filled, hairline, icon_button, secondary_label, title_label

LIST_WIDTH = 220
ROW = 32
EDGE = 8
LINE = 120  # % of the font's height
WIDEST = 760  # px: longer lines are hard to read


class HelpText(QTextBrowser):
    """The text of a topic. It loads nothing but what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Help text"))
        self.document().setDocumentMargin(20)
        self.setFont(font(1))
        self._topic: Topic | None = None

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None

    def show_topic(self, topic: Topic) -> None:
        """Show it from its beginning."""
        self._topic = topic
        self.document().setMarkdown(topic.text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._space()
        self.setAccessibleDescription(topic.title)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space(self) -> None:
        """Room between paragraphs, and around headings: Markdown sets none."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            heading, listed = form.headingLevel(), block.textList() is not None
            if QTextCursor(block).currentTable() is None:
                form.setTopMargin(0 if heading <= 1 else 18)
                form.setBottomMargin(4 if listed else 8)
            form.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - WIDEST)
        if self.viewportMargins().right() != spare:
            self.setViewportMargins(0, 0, spare, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._topic is not None:
            self.show_topic(self._topic)  # links keep the colour they were made with

    def find_first(self, words: str) -> None:
        """Select the first of these words, so that it is in sight."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        for word in words.split():
            if self.find(word):
                return


class HelpPage(QWidget):
    """See the module. `back`: leave it."""

    back = Signal()

    def __init__(self, topics: list[Topic]) -> None:
        super().__init__()
        filled(self)
        self.setAccessibleName(tr("Help"))
        self._topics = {topic.id: topic for topic in topics}
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._find)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Topics"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setFont(font())
        self.list.setWordWrap(False)
        self.list.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.list.currentItemChanged.connect(self._chosen)
        self.text = HelpText()
        self.text.anchorClicked.connect(self._follow)
        self.found = secondary_label()
        self._lay_out()
        for topic in topics:
            item = QListWidgetItem(f"{NBSP}{topic.title}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            item.setToolTip(topic.title)
            item.setSizeHint(QSize(LIST_WIDTH - 2 * EDGE, ROW))
            self.list.addItem(item)
        self.setFocusProxy(self.text)

    def _lay_out(self) -> None:
        leave = icon_button("chevron-left", tr("Back to the queue"))
        leave.clicked.connect(self.back)
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 10)
        top.setSpacing(8)
        top.addWidget(leave)
        top.addWidget(title_label(tr("Help")))
        top.addWidget(self.found)
        top.addStretch(1)
        top.addWidget(self.search, 1)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list)
        sides.addWidget(hairline(vertical=True))
        sides.addWidget(self.text, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(hairline())
        whole.addLayout(sides, 1)

    @property
    def shown(self) -> str:
        """The id of the topic that is shown."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_topic(self, name: str) -> None:
        """Show the topic `name`, whatever was searched for."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == name:
                if item.isHidden():
                    self.search.clear()
                self.list.setCurrentItem(item)

    @Slot()
    def _chosen(self) -> None:
        topic = self._topics.get(self.shown)
        if topic is not None:
            self.text.show_topic(topic)
            self.text.find_first(self.search.text())

    @Slot(str)
    def _find(self, words: str) -> None:
        """List the topics that hold all words, and show the first of them."""
        hits = [row for row in range(self.list.count()) if self._topics[self._id(row)].holds(words)]
        for row in range(self.list.count()):
            self.list.item(row).setHidden(row not in hits)
        self.found.setText(trn("1 topic found", "%Ln topics found", len(hits)) if words.strip() else "")
        if hits and self.list.currentRow() not in hits:
            self.list.setCurrentRow(hits[0])
        self.text.find_first(words)

    def _id(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        self.show_topic(url.path().removesuffix(".md"))
