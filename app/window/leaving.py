"""Closing the window while files are in work: asked once, as the answer to the click.

Owns: the question and what each answer does. Must not know: the engine's end (the application closes it).
"""

from PySide6.QtCore import QObject, Slot

from app.window.ask import Question
from app.window.backend import Backend
from app.window.shell import Shell
from app.window.state import QueueState, Snapshot, at_work
from app.window.text import tr, trn


class Leaving(QObject):
    """See the module."""

    def __init__(self, shell: Shell, backend: Backend, state: QueueState) -> None:
        super().__init__(shell)
        self._shell, self._backend, self._state = shell, backend, state
        self._finishing = False
        self._paused_by_us = False
        shell.closing.connect(self._closing)

    @Slot()
    def _closing(self) -> None:
        if not at_work(self._state.now) or self._finishing or self._shell.may_close:
            self._shell.may_close = True
            return
        running = self._state.now.counts.running
        title = tr("Files are being processed")
        if running:
            title = trn("1 file is being processed", "%Ln files are being processed", running)
        text = tr("Everything that is not finished stays in the queue for next time.")
        buttons = [("stop", tr("Stop and quit")), ("finish", tr("Finish these, then quit"))]
        question = Question(self._shell, title, text, buttons)
        question.answered.connect(self._answered)
        question.open()

    @Slot(str)
    def _answered(self, answer: str) -> None:
        if answer == "stop":
            self._leave()
            return
        self._finishing = True
        self._paused_by_us = not self._state.now.paused
        if self._paused_by_us:
            self._backend.commands.run(lambda commands: commands.pause())
        self._shell.status.say(tr("Finishing what is in work, then quitting…"), keep=True)

    def state_changed(self, now: Snapshot) -> None:
        """Leave as soon as the last running file has ended."""
        if self._finishing and not at_work(now):
            self._finishing = False
            self._leave()

    def _leave(self) -> None:
        if self._paused_by_us:  # the pause was only for leaving: the next start goes on by itself
            self._backend.commands.run(lambda commands: commands.resume())
        self._shell.may_close = True
        self._shell.close()
