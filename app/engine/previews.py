"""Previews: one question at a time, in a worker process of their own, the newest question first.

Owns: what happens to a preview that nobody wants any more. Must not know: kinds, the window. A preview that is quick
may end (its answer is dropped); one that is not is ended by a kill, so that the next one need not wait behind it.
"""

import logging
import os
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field

from app.engine.worker.messages import Previewed, PreviewFile, Stopped
from app.engine.worker.process import TimedOutError, WorkerDiedError, WorkerProcess, conversation
from app.jobs.base import JobError, PlanRequest, Preview, Source
from app.jobs.output import reading

log = logging.getLogger(__name__)

LONGEST = 60.0  # seconds: a drive that does not answer, a decoder that hangs
GRACE = 0.4  # seconds that a preview may still take when it is wanted no more: a new process takes about as long


@dataclass(slots=True)
class _Question:
    kind: str
    recipe: str
    path: str
    request: PlanRequest
    answer: "Future[Preview]" = field(default_factory=Future)


class Previewer:
    """Answers `ask`, from any thread. The process starts with the first question."""

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker
        self._changed = threading.Condition()
        self._waiting: _Question | None = None
        self._current: _Question | None = None
        self._closing = False
        self._thread: threading.Thread | None = None

    def ask(self, kind: str, recipe: str, path: str, request: PlanRequest | None = None) -> "Future[Preview]":
        """Before and after of the file `path` with `recipe` (JSON). The future fails with JobError; a question that was
        asked before and is not answered yet is cancelled."""
        question = _Question(kind, recipe, path, request or PlanRequest())
        with self._changed:
            if self._closing:
                question.answer.cancel()
                return question.answer
            self._drop_all()
            self._waiting = question
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="previews", daemon=True)
                self._thread.start()
            self._changed.notify()
        return question.answer

    def cancel(self) -> None:
        """Nobody wants the preview that was asked for last."""
        with self._changed:
            self._drop_all()

    def close(self) -> None:
        """End the thread and its process."""
        with self._changed:
            self._closing = True
            self._drop_all()
            self._changed.notify()
        self._worker.kill()
        if self._thread is not None:
            self._thread.join(GRACE * 10)
            if self._thread.is_alive():
                log.warning("a drive does not answer for a preview; left behind")
                return
        self._worker.stop_now()

    def _drop_all(self) -> None:
        if self._waiting is not None:
            self._waiting.answer.cancel()
            self._waiting = None
        current = self._current
        if current is not None and current.answer.cancel():
            timer = threading.Timer(GRACE, self._end, (current,))
            timer.daemon = True
            timer.start()

    def _end(self, question: _Question) -> None:
        """Kill the process if it still works on `question`."""
        with self._changed:
            if self._current is question:
                self._worker.kill()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._current = None
                self._changed.wait_for(lambda: self._waiting is not None or self._closing)
                if self._closing or self._waiting is None:
                    return
                question, self._waiting = self._waiting, None
                self._current = question
                self._worker.prepare()
            try:
                preview = self._look(question)
            except JobError as error:
                self._settle(question, error)
            except (WorkerDiedError, TimedOutError) as error:
                name = os.path.basename(question.path)
                self._settle(question, JobError("WORKER_DIED", f"The preview of {name} stopped working.", str(error)))
            except Exception as error:
                log.exception("a preview failed")
                self._settle(question, JobError("INTERNAL", f"Dropmill made a mistake with this preview: {error}."))
            else:
                self._settle(question, preview)

    def _settle(self, question: _Question, answer: Preview | JobError) -> None:
        with self._changed:  # so that nobody cancels it between the look and the answer
            if question.answer.cancelled():
                return
            if isinstance(answer, Preview):
                question.answer.set_result(answer)
            else:
                question.answer.set_exception(answer)

    def _look(self, question: _Question) -> Preview:
        with reading(question.path):
            status = os.stat(question.path)
        source = Source(
            question.path, os.path.dirname(question.path), status.st_size, status.st_mtime_ns, 1,
        )  # fmt: skip
        message = PreviewFile(question.kind, question.recipe, source, question.request)
        for answer in conversation(self._worker, message, LONGEST):
            if isinstance(answer, Previewed):
                return answer.preview
            if isinstance(answer, Stopped):
                failure = answer.failure
                raise JobError(failure.code, failure.message, failure.detail)
        raise WorkerDiedError(None)
