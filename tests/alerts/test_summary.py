"""What alerts say, in every form."""

import json
from email import message_from_bytes, policy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.alerts.summary import MOST_CAUSES, of_batch, of_disk, of_lane, sample
from app.core.model import Batch, CauseGroup, Counts
from app.core.states import BatchState
from app.system.alert_rules import Occasion

TEXT = st.text(max_size=40)


def batch(**changes: Any) -> Batch:
    values: dict[str, Any] = {
        "id": 7, "kind": "image", "title": "Lisbon trip", "recipe_name": "Web photos", "recipe": "{}",
        "state": BatchState.FINISHED, "counts": Counts(done=310, failed=2, unconfirmed=1), "bytes_total": 0,
        "bytes_done": 0, "bytes_out": 0, "options": {}, "created": 1_000, "started": 2_000, "finished": 43_200,
    }  # fmt: skip
    return Batch(**{**values, **changes})


CAUSES = [CauseGroup("IO_ERROR", 1, "slow", True), CauseGroup("CORRUPT", 2, "a.jpg is not complete.", False)]


def test_the_end_of_a_batch_in_json() -> None:
    found = json.loads(of_batch(Occasion.BATCH_FAILURES, batch(), CAUSES).to_json())
    assert found == {
        "event": "batch-failures",
        "heading": "Lisbon trip is finished, 3 need a look",
        "text": "Web photos: 310 done, 2 failed, 1 unconfirmed, in 41.2 s.",
        "batch": 7,
        "title": "Lisbon trip",
        "kind": "image",
        "recipe": "Web photos",
        "state": "finished",
        "counts": {"done": 310, "skipped": 0, "failed": 2, "unconfirmed": 1, "cancelled": 0},
        "seconds": 41.2,
        "finished": "1970-01-01T00:00:43Z",
        "causes": [
            {"code": "CORRUPT", "title": "Not a complete picture", "count": 2, "message": "a.jpg is not complete."},
            {"code": "IO_ERROR", "title": "Drive could not be read", "count": 1, "message": "slow"},
        ],
    }


def test_the_same_in_the_environment_of_a_command() -> None:
    summary = of_batch(Occasion.BATCH_FINISHED, batch(), CAUSES)
    found = summary.to_environment()
    assert found["DROPMILL_EVENT"] == "batch-finished"
    assert (found["DROPMILL_BATCH"], found["DROPMILL_DONE"], found["DROPMILL_FAILED"]) == ("7", "310", "2")
    assert found["DROPMILL_SECONDS"] == "41.2"
    assert found["DROPMILL_CAUSES"].splitlines() == [
        "2 Not a complete picture (CORRUPT): a.jpg is not complete.",
        "1 Drive could not be read (IO_ERROR): slow",
    ]
    assert json.loads(found["DROPMILL_SUMMARY"]) == json.loads(summary.to_json())


def test_only_the_most_frequent_causes_are_told() -> None:
    many = [CauseGroup(f"CODE_{n}", n, "x", True) for n in range(1, 20)]
    causes = of_batch(Occasion.BATCH_FINISHED, batch(), many).facts["causes"]
    assert [cause["count"] for cause in causes] == list(range(19, 19 - MOST_CAUSES, -1))


@given(TEXT, TEXT, TEXT)
def test_any_name_can_stand_in_the_environment_and_in_json(title: str, recipe: str, message: str) -> None:
    odd = batch(title=f"{title}\0\udce9", recipe_name=recipe)
    summary = of_batch(Occasion.BATCH_FINISHED, odd, [CauseGroup("CORRUPT", 1, message, True)])
    for name, value in summary.to_environment().items():
        assert name.isascii()
        assert "=" not in name
        assert "\0" not in value
    summary.to_json().encode("ascii")
    subject, _text = summary.to_letter()
    assert "\n" not in subject


def test_a_lane_says_whether_it_needs_a_person() -> None:
    assert of_lane("mail:work", "AUTH_REJECTED", "No.", None).text == "No. It waits for you."
    headings = [of_lane(lane, None, "x", None).heading for lane in ("mail:work", "cpu", "drive:/far")]
    assert headings == ["Mail account work is paused", "Work on files is paused", "Work on /far is paused"]
    waits = of_lane("drive:/far", "DRIVE_MISSING", None, 60_000)
    assert waits.text.endswith("It goes on by itself.")
    assert waits.facts["until"] == "1970-01-01T00:01:00Z"
    assert waits.to_environment()["DROPMILL_LANE"] == "drive:/far"


def test_a_drive_says_how_much_is_left() -> None:
    summary = of_disk("/out", 500_000_000, 100_000_000_000)
    assert summary.text == "0.5 GB of 100 GB are free on the drive that holds /out. Free some space."
    assert summary.to_environment()["DROPMILL_FREE"] == "500000000"


def test_an_email_has_every_cause() -> None:
    subject, text = of_batch(Occasion.BATCH_FINISHED, batch(), CAUSES).to_letter()
    assert subject == "Dropmill: Lisbon trip is finished, 3 need a look"
    assert "a.jpg is not complete." in text
    assert message_from_bytes(text.encode(), policy=policy.default).get_content()


def test_a_sample_says_that_it_is_one() -> None:
    assert sample(Occasion.DISK_LOW).to_environment()["DROPMILL_TEST"] == "1"
    assert json.loads(sample(Occasion.BATCH_FINISHED).to_json())["test"] is True
