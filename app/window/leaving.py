"""Closing the window while files are in work: asked as the answer to the click, or done as it was answered before.

Owns: the question, what each answer does, the way back from the tray. Must not know: the engine's end (the application
closes it).
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot

from app.window.ask import Question
from app.window.backend import Backend
from app.window.bridge import Bridge
from app.window.shell import Shell
from app.window.state import QueueState, at_work
from app.window.text import tr, trn
from app.window.tray import Tray


class Closing(StrEnum):
    """What closing the window means while files are in work. Values are stored, and are parts of actions' names."""

    ASK = "ask"
    FINISH = "finish"
    TRAY = "tray"
    STOP = "stop"


class Leaving(QObject):
    """See the module."""

    def __init__(self, shell: Shell, backend: Backend, state: QueueState, tray: Tray) -> None:
        super().__init__(shell)
        self._shell, self._backend, self._state, self._tray = shell, backend, state, tray
        self._finishing: Bridge[Backend] | None = None
        shell.closing.connect(self._closing)
        shell.actions_of[f"closing-{self._chosen}"].setChecked(True)
        tray.opened.connect(self.come_back)
        tray.left.connect(self._quit_from_tray)

    @property
    def _chosen(self) -> Closing:
        value = self._shell.memory.closing
        return Closing(value) if value in tuple(Closing) else Closing.ASK

    def choose(self, closing: Closing) -> None:
        """Answer the question for all times (or ask again)."""
        self._shell.memory.closing = closing.value
        self._shell.actions_of[f"closing-{closing}"].setChecked(True)

    @Slot()
    def _closing(self) -> None:
        if self._shell.may_close or self._finishing is not None or not at_work(self._state.now):
            self._go()
            return
        chosen = self._chosen
        if chosen is Closing.ASK or (chosen is Closing.TRAY and not self._tray.available):
            self._ask()
        else:
            self._do(chosen)

    def _ask(self) -> None:
        running = self._state.now.counts.running
        title = tr("Files are being processed")
        if running:
            title = trn("1 file is being processed", "%Ln files are being processed", running)
        text = tr("Everything that is not finished stays in the queue for next time.")
        buttons = [(Closing.STOP.value, tr("Stop and quit"))]
        if self._tray.available:
            buttons.append((Closing.TRAY.value, tr("Hide and keep working")))
        buttons.append((Closing.FINISH.value, tr("Finish these, then quit")))
        always = tr("Do this every time (File menu, Closing while working, changes it)")
        question = Question(self._shell, title, text, buttons, always=always)
        question.answered.connect(self._answered)
        question.open()

    @Slot(str)
    def _answered(self, answer: str) -> None:
        question, closing = self.sender(), Closing(answer)
        if isinstance(question, Question) and question.always:
            self.choose(closing)
        self._do(closing)

    def _do(self, closing: Closing) -> None:
        match closing:
            case Closing.TRAY:
                self._tray.show()
                self._shell.hide()
            case Closing.FINISH:
                self._finish()
            case Closing.STOP:
                self._leave()

    def _finish(self) -> None:
        """Begin nothing more and leave when what runs has ended. Closing once more leaves at once."""
        backend = self._backend
        self._finishing = Bridge(lambda: backend, "finishing")
        self._finishing.run(lambda _backend: backend.finish(), self._finished, self._not_finished)
        self._shell.status.say(tr("Finishing what is in work, then quitting…"), keep=True)

    def _finished(self, _nothing: None) -> None:
        self._leave()

    def _not_finished(self, error: Exception) -> None:
        """The queue cannot be written: leaving is all that is left, and the next start puts things right."""
        self._backend.commands.failed.emit(str(error))
        self._leave()

    def _leave(self) -> None:
        self._shell.may_close = True
        self._shell.close()

    def _go(self) -> None:
        """The window closes."""
        self._shell.may_close = True
        self._tray.close()
        if self._finishing is not None:
            self._finishing.close(0.0)

    @Slot()
    def come_back(self) -> None:
        """Show the window, wherever it was, and take the icon out of the tray."""
        shell = self._shell
        shell.setWindowState(shell.windowState() & ~Qt.WindowState.WindowMinimized)
        shell.show()
        shell.raise_()
        shell.activateWindow()
        self._tray.hide()

    @Slot()
    def _quit_from_tray(self) -> None:
        if at_work(self._state.now):  # a question needs its window
            self.come_back()
        self._shell.close()
