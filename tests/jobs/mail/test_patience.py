"""Templates that do not end are stopped, whatever they do, and the others go on."""

import threading
import time
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.mail import rows
from app.jobs.mail.patience import TooSlow, limited
from tests.jobs.mail.lane import plan, recipe
from tests.jobs.mail.test_plan import failure, found, write

# No output, so that nothing but time stops it.
ENDLESS = (
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}"
)


def test_what_does_not_end_is_interrupted() -> None:
    with pytest.raises(TooSlow), limited(0.05):
        while True:
            pass
    with limited(0.05):
        pass
    time.sleep(0.08)  # nothing is left that fires


def test_outside_of_the_main_thread_nothing_is_limited() -> None:
    ended: list[bool] = []

    def work() -> None:
        with limited(0.001):
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]


def test_a_row_whose_template_does_not_end_is_blocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "limited", lambda: limited(0.1))
    text = f"{{% if name == 'slow' %}}{ENDLESS}{{% endif %}}Dear {{{{ name }}}}"
    path = write(tmp_path, "name,email\nAnn,a@example.org\nslow,b@example.org\nCid,c@example.org\n")
    jobs = plan(path, recipe({"text": text}))
    assert found(jobs) == [("ready", None), ("held", "PRE_TEMPLATE"), ("ready", None)]
    assert "row 2 of people.csv" in failure(jobs[1]).message


def test_a_template_that_never_ends_stops_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "limited", lambda: limited(0.05))
    path = write(tmp_path, "name,email\n" + "".join(f"P,p{n}@example.org\n" for n in range(1000)))
    with pytest.raises(JobError) as caught:
        plan(path, recipe({"text": ENDLESS}))
    assert caught.value.failure.code == "PRE_TEMPLATE"
