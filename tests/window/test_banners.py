"""Which banner is shown, what it says, and what its buttons ask for."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.core.failures import FAILURES, NEEDS_PERSON, FailureClass
from app.core.model import PAUSED_HERE, Batch, Counts, Lane, Watch, WatchMode
from app.core.states import BatchState
from app.core.undo import UndoReport
from app.window.banners import Banner, BannerAction, BannerKind, most_urgent, saved_bytes
from app.window.theme import Appearance, Theme, tones
from app.window.undone import Undone
from app.window.widgets import Button, Look

NOW = 1_800_000_000_000


def lane(code: str, message: str = "", *, paused: bool = True, until: int | None = None, name: str = "cpu") -> Lane:
    return Lane(name, paused, code, message, until, 1)


def batch(number: int = 1, **changes: object) -> Batch:
    values: dict[str, object] = {
        "id": number, "kind": "image", "title": "Lisbon trip", "recipe_name": "Web photos", "recipe": "{}",
        "state": BatchState.FINISHED, "counts": Counts(done=312), "bytes_total": 1_300_000_000,
        "bytes_done": 1_300_000_000, "bytes_out": 200_000_000, "options": {}, "created": NOW - 500_000,
        "started": NOW - 460_000, "finished": NOW,
    }  # fmt: skip
    return Batch(**{**values, **changes})


def first_three(**counts: int) -> Batch:
    """A batch of e-mail whose first messages have left."""
    return batch(
        7, kind="mail", title="invoices.csv", state=BatchState.PAUSED, finished=None, note=PAUSED_HERE,
        counts=Counts(**{"done": 3, "ready": 476, **counts}),
    )  # fmt: skip


def watch(**changes: object) -> Watch:
    values: dict[str, object] = {
        "id": 3, "folder": "/in", "kind": "image", "recipe_name": "Web photos", "recipe": "{}", "out": None,
        "mode": WatchMode.NATIVE, "enabled": True, "created": NOW, "code": "DRIVE_MISSING",
        "message": "The watched folder /in is not there. Dropmill looks again by itself.",
    }  # fmt: skip
    return Watch(**{**values, **changes})


LANES = {
    BannerKind.DISK_FULL: lane("DISK_FULL", "Drive D: is full."),
    BannerKind.ACCOUNT_REFUSED: lane("AUTH_REJECTED", "535 5.7.8 authentication failed", name="mail:work"),
    BannerKind.DRIVE_MISSING: lane("DRIVE_MISSING", "Drive E: is missing"),
    BannerKind.WAIT: lane("RATE_LIMIT", "450 4.7.1 slow down", until=NOW + 60_000, name="mail:other"),
}
ORDER = list(BannerKind)


def causes_of(kinds: set[BannerKind]) -> dict:
    return {
        "lanes": [LANES[kind] for kind in kinds if kind in LANES],
        "batches": [batch()] if BannerKind.FINISHED in kinds else [],
        "interrupted": 4 if BannerKind.INTERRUPTED in kinds else 0,
        "undone": [Undone(9, "Orders", UndoReport(removed=2))] if BannerKind.UNDONE in kinds else [],
        "watches": [watch()] if BannerKind.WATCH in kinds else [],
        "waiting": [first_three()] if BannerKind.FIRST_SENT in kinds else [],
        "troubles": ["The queue file was set aside. A new one was begun."] if BannerKind.TROUBLE in kinds else [],
    }


@given(st.sets(st.sampled_from(ORDER)))
def test_the_most_urgent_wins_whatever_else_is_there(kinds):
    shown = most_urgent(**causes_of(kinds))
    assert (shown.kind if shown else None) == min(kinds, default=None)


@given(st.permutations(list(LANES.values())))
def test_the_order_of_lanes_does_not_matter(lanes):
    assert most_urgent(lanes).kind is BannerKind.DISK_FULL


def test_closing_one_shows_the_next_and_no_more_of_it():
    kinds = {BannerKind.TROUBLE, BannerKind.INTERRUPTED, BannerKind.FINISHED}
    closed: set[str] = set()
    seen = []
    while (spec := most_urgent(**causes_of(kinds), closed=closed)) is not None:
        seen.append(spec.kind)
        closed.add(spec.key)
    assert seen == [BannerKind.TROUBLE, BannerKind.INTERRUPTED, BannerKind.FINISHED]


def test_a_batch_that_was_closed_and_ran_again_tells_its_new_end():
    first = most_urgent(batches=[batch()])
    again = most_urgent(batches=[batch(finished=NOW + 9_000)], closed={first.key})
    assert again is not None
    assert again.key != first.key


def test_an_open_lane_with_an_old_code_says_nothing():
    assert most_urgent([lane("DISK_FULL", "Drive D: is full.", paused=False)]) is None


@pytest.mark.parametrize("code", sorted(c for c, i in FAILURES.items() if i.failure_class is FailureClass.ENVIRONMENT))
def test_every_pause_of_a_lane_has_words_and_a_way_out(code):
    spec = most_urgent([lane(code, until=None if code in NEEDS_PERSON else NOW + 60_000)])
    assert spec.title
    assert spec.detail_at(NOW)
    person = [BannerAction.OPEN_ACCOUNT] if code in NEEDS_PERSON else []
    assert [button.action for button in spec.buttons] == [*person, BannerAction.RESUME_LANE]
    assert spec.lane == "cpu"
    assert not spec.closable


def test_an_account_shows_the_servers_own_words_and_that_nothing_was_sent():
    spec = most_urgent([LANES[BannerKind.ACCOUNT_REFUSED]])
    assert spec.title == "Sign-in refused"
    assert spec.detail == "535 5.7.8 authentication failed. Nothing was sent; messages wait."
    assert spec.lane == "mail:work"


def test_a_countdown_is_read_from_the_clock():
    spec = most_urgent([lane("DRIVE_MISSING", "Drive E: is missing", until=NOW + 40_000)])
    assert spec.title == "Drive E: is missing"
    assert spec.detail_at(NOW).endswith("Dropmill looks again in 0:40.")
    assert spec.detail_at(NOW + 30_000).endswith("Dropmill looks again in 0:10.")
    assert spec.detail_at(NOW + 40_000).endswith("Looking again…")


@pytest.mark.parametrize(("count", "words"), [(1, "while 1 file was being"), (4, "while 4 files were being")])
def test_interrupted_work_says_how_much_and_that_nothing_was_overwritten(count, words):
    spec = most_urgent(interrupted=count, queue_paused=True)
    assert words in spec.title
    assert spec.detail.startswith("Nothing was overwritten.")
    assert [button.action for button in spec.buttons] == [BannerAction.REVIEW, BannerAction.RESUME]
    assert [button.look for button in spec.buttons] == [Look.FLAT, Look.FILLED]


def test_interrupted_work_that_goes_on_by_itself_offers_no_resume():
    spec = most_urgent(interrupted=2)
    assert [button.action for button in spec.buttons] == [BannerAction.REVIEW]
    assert spec.closable


def test_the_end_of_a_picture_batch():
    spec = most_urgent(batches=[batch()])
    assert spec.title.replace("\u00a0", " ") == "Finished in 7 min 40 s, 1.1 GB saved"
    assert spec.detail == "Originals were not changed."
    assert [button.action for button in spec.buttons] == [BannerAction.SHOW_OUTPUT, BannerAction.UNDO]
    assert spec.closable


def test_saved_is_told_only_where_the_counters_can_tell_it():
    assert saved_bytes(batch()) == 1_100_000_000
    assert saved_bytes(batch(counts=Counts(done=300, failed=12))) == 0
    assert saved_bytes(batch(kind="table")) == 0
    assert saved_bytes(batch(bytes_out=1_400_000_000)) == 0
    assert saved_bytes(batch(counts=Counts())) == 0


@pytest.mark.parametrize("recipe", ["{}", "[]", "not json", json.dumps({"place": {"exists": "number"}})])
def test_originals_were_not_changed_unless_the_recipe_replaces(recipe):
    assert most_urgent(batches=[batch(recipe=recipe)]).detail == "Originals were not changed."


def test_a_recipe_that_replaces_says_that_copies_are_kept():
    spec = most_urgent(batches=[batch(recipe=json.dumps({"place": {"exists": "replace"}}))])
    assert spec.detail.startswith("A copy of each replaced file is kept")


def test_messages_have_no_output_folder_unless_they_were_written_as_files():
    sent = most_urgent(batches=[batch(kind="mail", counts=Counts(done=478, failed=1, held=4))])
    assert sent.detail == "The mail server accepted 478 of 479 messages."
    assert sent.buttons == ()
    kept = most_urgent(batches=[batch(kind="mail", options={"options": {"eml": "/tmp/mails"}})])
    assert kept.detail == "312 messages were written as files. Nothing was sent."
    assert [button.action for button in kept.buttons] == [BannerAction.SHOW_OUTPUT, BannerAction.UNDO]


def test_what_an_undo_left_can_be_listed_and_tried_again():
    whole = most_urgent(undone=[Undone(1, "Lisbon trip", UndoReport(12, 40))])
    assert whole.title == "Lisbon trip: 12 originals restored, 40 files removed"
    assert (whole.detail, whole.buttons, whole.tone) == ("Everything is as it was before this batch.", (), "done")
    left = most_urgent(undone=[Undone(1, "Lisbon trip", UndoReport(0, 40, (("/a", "It was changed."),)))])
    assert left.title == "Lisbon trip: 40 files removed"
    assert left.detail == "1 file was left as it is. It was changed."
    assert [button.action for button in left.buttons] == [BannerAction.SHOW_LEFT, BannerAction.UNDO_AGAIN]


def test_a_batch_that_was_undone_says_so_and_offers_no_output():
    spec = most_urgent(batches=[batch(undone=NOW)], named=True)
    assert spec.title.startswith("Lisbon trip: undone at ")
    assert spec.buttons == ()


def test_a_drive_that_is_away_is_named_and_looked_at_on_request():
    message = "/mnt/photos cannot be reached. Its files wait; connect the drive or put the folder back."
    spec = most_urgent([lane("DRIVE_MISSING", message, until=NOW + 40_000, name="drive:/mnt/photos")])
    assert spec.title == "/mnt/photos cannot be reached"
    assert spec.detail == "Its files wait; connect the drive or put the folder back."
    assert spec.lane == "drive:/mnt/photos"
    assert [button.text for button in spec.buttons] == ["Look now"]


def test_a_watched_folder_in_trouble_is_told_while_it_is_watched():
    spec = most_urgent(watches=[watch()])
    assert (spec.title, spec.detail) == ("The watched folder /in is not there", "Dropmill looks again by itself.")
    assert [button.action for button in spec.buttons] == [BannerAction.SHOW_WATCHES]
    assert most_urgent(watches=[watch(enabled=False)]) is None
    assert most_urgent(watches=[watch(code=None, message=None)]) is None


def test_the_batch_in_view_tells_its_end_else_the_last_one_does():
    batches = [batch(1), batch(2, finished=NOW + 5), batch(3, state=BatchState.ACTIVE), batch(4, dismissed=True)]
    assert most_urgent(batches=batches).batch == 2
    assert most_urgent(batches=batches, finished=1).batch == 1
    assert most_urgent(batches=batches, finished=3) is None
    assert most_urgent(batches=batches, finished=4) is None


def test_an_end_that_is_not_in_view_says_whose_it_is():
    saved = "1.1\u00a0GB saved"
    assert most_urgent(batches=[batch()]).title == f"Finished in 7 min 40 s, {saved}"
    assert most_urgent(batches=[batch()], named=True).title == f"Lisbon trip: finished in 7 min 40 s, {saved}"
    quick = batch(counts=Counts(done=1, failed=1), started=NOW - 300)
    assert most_urgent(batches=[quick]).title == "Finished in less than a second"


def test_a_cancelled_batch_does_not_say_that_it_finished():
    spec = most_urgent(batches=[batch(counts=Counts(done=6, cancelled=54))])
    assert spec.title == "Ended after 7 min 40 s, 54 cancelled"


def test_the_widget_shows_plain_words_and_emits_what_was_clicked(qtbot):
    spec = most_urgent([lane("DRIVE_MISSING", "<b>E:</b>\nis missing", until=NOW + 40_000)])
    banner = Banner(spec, lambda: NOW)
    qtbot.addWidget(banner)
    banner.resize(1068, 48)
    texts = [shown.text() for shown in banner.findChildren(QLabel)]
    assert texts[0] == "<b>E:</b>□is missing"
    assert all(shown.textFormat() is Qt.TextFormat.PlainText for shown in banner.findChildren(QLabel))
    assert "0:40" in banner.accessibleName()
    button = banner.findChild(Button)
    with qtbot.waitSignal(banner.acted) as acted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted.args == [BannerAction.RESUME_LANE, spec]


def test_the_widget_counts_down_by_its_clock(qtbot):
    now = [NOW]
    banner = Banner(most_urgent([lane("DISK_FULL", "Full", until=NOW + 40_000)]), lambda: now[0])
    qtbot.addWidget(banner)
    now[0] += 1_000
    qtbot.waitUntil(lambda: "0:39" in banner.accessibleName(), timeout=5_000)


def test_close_names_the_banner_that_was_closed(qtbot):
    spec = most_urgent(batches=[batch()])
    banner = Banner(spec)
    qtbot.addWidget(banner)
    close = next(b for b in banner.findChildren(Button) if b.accessibleName() == "Close this message")
    with qtbot.waitSignal(banner.closed) as closed:
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert closed.args == [spec]


@pytest.mark.parametrize(("look", "kind"), [*itertools.product((Appearance.LIGHT, Appearance.DARK), LANES)])
def test_the_fill_is_the_soft_tone_of_the_theme(qtbot, qapp, look, kind):
    Theme(qapp, look)
    banner = Banner(most_urgent([LANES[kind]]), lambda: NOW)
    qtbot.addWidget(banner)
    banner.resize(1068, 48)
    assert banner.grab().toImage().pixelColor(4, 4) == tones().soft[banner.spec.tone]


def test_a_narrow_window_keeps_every_button_in_sight(qtbot):
    banner = Banner(most_urgent(interrupted=4, queue_paused=True), lambda: NOW)
    qtbot.addWidget(banner)
    banner.resize(480, 48)
    banner.show()
    for button in banner.findChildren(Button):
        assert banner.rect().contains(button.geometry())


def test_after_the_first_messages_a_person_is_asked():
    assert most_urgent(waiting=[first_three()]).title.startswith("The first 3 messages")
    spec = most_urgent(waiting=[first_three()], named=True)
    assert spec.title == "invoices.csv: The first 3 messages were accepted. Send the other 476?"
    (button,) = spec.buttons
    assert (button.action, button.text, button.look) == (BannerAction.SEND_REST, "Send the other 476", Look.FILLED)
    assert spec.batch == 7
    assert not spec.closable


def test_the_question_comes_when_the_first_have_ended_and_says_when_one_did_not_arrive():
    assert most_urgent(waiting=[first_three(running=1)]) is None
    assert most_urgent(waiting=[first_three(ready=0)]) is None
    spec = most_urgent(waiting=[first_three(done=1, failed=1, unconfirmed=1)])
    assert spec.title.startswith("The first message was accepted.")
    assert spec.detail.startswith("2 of the first were not accepted")
    assert spec.buttons[0].look is Look.BORDERED
