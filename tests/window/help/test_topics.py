"""The help pages as texts: all there in every language, with links that lead somewhere and keys that exist."""

import re

import pytest

from app.system.resources import resource
from app.window.actions import Actions
from app.window.help.topics import FIRST, OF_PAGE, TOPICS, read_topics, topic_of
from app.window.languages import LANGUAGES
from app.window.left import LeftPage
from tests.window.conftest import Window

CODES = [language.code for language in LANGUAGES]
LINK = re.compile(r"\]\(([^)]+)\)")
WORDS_OF_KEYS = {
    "Strg": "Ctrl", "Umschalt": "Shift", "Pos1": "Home", "Ende": "End", "Eingabe": "Return", "Entf": "Del",
    "Maj": "Shift", "Début": "Home", "Fin": "End", "Entrée": "Return", "Suppr": "Del",
    "Échap": "Esc", "Enter": "Return",
}  # fmt: skip
BY_THEMSELVES = {"Esc"}  # no action: the window closes what is topmost


@pytest.mark.parametrize("code", CODES)
def test_every_topic_is_there_in_every_language(code: str) -> None:
    files = {path.stem for path in resource("help", code).glob("*.md")}
    assert files == set(TOPICS)
    topics = read_topics(code)
    assert [topic.id for topic in topics] == list(TOPICS)
    for topic in topics:
        assert topic.text.startswith(f"# {topic.title}\n"), topic.id
        assert len(topic.text) > 500, f"{topic.id} is a stub"
    assert len({topic.title for topic in topics}) == len(TOPICS)


@pytest.mark.parametrize("code", CODES)
def test_links_lead_to_topics(code: str) -> None:
    for topic in read_topics(code):
        for target in LINK.findall(topic.text.replace("\n", " ")):
            assert target.removesuffix(".md") in TOPICS, f"{topic.id} links to {target}"


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_a_translation_has_the_headings_lists_and_links_of_the_english_page(code: str) -> None:
    for ours, theirs in zip(read_topics("en"), read_topics(code), strict=True):
        for mark in (r"(?m)^#+ ", r"(?m)^- ", r"(?m)^\d\. ", r"(?m)^\|", r"\]\([a-z-]+\.md\)", r"`dropmill"):
            assert len(re.findall(mark, ours.text)) == len(re.findall(mark, theirs.text)), f"{ours.id}: {mark}"


@pytest.mark.parametrize("code", CODES)
def test_keys_of_the_keyboard_page_are_those_of_the_actions(code: str, open_window: object) -> None:
    window: Window = open_window()  # type: ignore[operator]
    shell = window.shell
    known = {a.shortcut().toString() for a in shell.actions_of.findChildren(type(shell.actions_of["run"]))}
    page = next(topic for topic in read_topics(code) if topic.id == "keyboard")
    for line in page.text.splitlines():
        if not line.startswith("| ") or "---" in line:
            continue
        for keys in re.split(r", | … ", line.split("|")[1].strip()):
            english = "+".join(WORDS_OF_KEYS.get(part, part) for part in keys.split("+"))
            heading = english in ("Keys", "Tasten", "Touches")
            assert heading or english in BY_THEMSELVES or english in known, f"{keys} is no key of the window"


def test_a_topic_without_a_translation_is_shown_in_english() -> None:
    assert read_topics("xx") == read_topics("en")


def test_search_wants_all_words_in_any_case() -> None:
    undo = next(topic for topic in read_topics("en") if topic.id == "undo")
    assert undo.holds("")
    assert undo.holds("ORIGINALS replaced")
    assert not undo.holds("originals zebra")


def test_f1_explains_what_is_on_screen() -> None:
    assert topic_of(None) == FIRST
    assert OF_PAGE[LeftPage.__module__.rpartition(".")[2]] == "undo"
    assert set(OF_PAGE.values()) <= set(TOPICS)
    assert Actions.__module__.rpartition(".")[2] not in OF_PAGE
