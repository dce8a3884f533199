"""The welcome page: shown once, its samples are really worked off, and it leads on."""

from pathlib import Path

import pytest

from app.window.help.page import HelpPage
from app.window.welcome import samples
from app.window.welcome.page import WelcomePage
from tests.window.conftest import Window


@pytest.fixture
def window(open_window) -> Window:
    made: Window = open_window()
    made.desk.act("welcome")
    return made


def page_of(window: Window) -> WelcomePage:
    page = window.shell.shown_page
    assert isinstance(page, WelcomePage)
    return page


def test_it_leads_to_the_queue_and_to_the_guide(window: Window) -> None:
    page_of(window).own.click()
    assert window.shell.shown_page is None
    window.desk.act("welcome")
    page_of(window).read.click()
    help_page = window.shell.shown_page
    assert isinstance(help_page, HelpPage)
    assert help_page.shown == "first-steps"


def test_a_card_adds_its_sample_and_shows_its_batch(window: Window, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(samples, "folder", lambda: tmp_path / "samples")
    page_of(window).cards[1].button.click()
    window.settle()
    assert window.shell.shown_page is None
    assert window.rail.key[0] == "batch"
    assert window.rows() == ["orders (semicolons).csv"]


def test_a_folder_that_cannot_be_made_is_said(window: Window, tmp_path: Path, monkeypatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setattr(samples, "folder", lambda: in_the_way / "samples")
    page_of(window).cards[0].button.click()
    window.settle()
    spec = window.desk.notices.spec
    assert spec is not None
    assert spec.title.startswith("The sample cannot be used")
