"""Rules of alerts in the settings: kept, refused with words, and never in the way of the others."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from app.system.alert_rules import AlertRules, RuleError, parse_rule
from app.system.settings import SettingsError, SettingsFile

GOOD: list[dict[str, Any]] = [
    {"do": "desktop"},
    {"do": "sound"},
    {"do": "sound", "file": str(Path("bell.wav").absolute())},
    {"do": "command", "command": ["/bin/echo", "a b", ""]},
    {"do": "post", "url": "https://example.org:8443/hook?x=1"},
    {"do": "post", "url": "http://127.0.0.1:8000/"},
    {"do": "post", "url": "http://localhost/"},
    {"do": "post", "url": "http://192.168.1.7/ring"},
    {"do": "post", "url": "http://[::1]/"},
    {"do": "mail", "account": "work", "to": "Ann <ann@example.org>"},
]


@pytest.fixture
def rules(tmp_path: Path) -> AlertRules:
    return AlertRules(SettingsFile(tmp_path / "settings.json"))


@pytest.mark.parametrize("values", GOOD, ids=lambda v: v.get("url", v["do"]))
def test_a_rule_comes_back_as_it_was_put(rules: AlertRules, values: dict[str, Any]) -> None:
    rule = parse_rule({"name": "night", "on": ["batch-finished", "disk-low"], **values})
    rules.put(rule)
    assert rules.get("night") == rule
    assert rules.all() == [rule]
    assert rules.remove("night")
    assert not rules.remove("night")
    assert rules.get("night") is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"do": "desktop", "on": []}, "on:"),
        ({"do": "desktop", "on": ["noon"]}, "on.0: input should be 'batch-finished'"),
        ({"do": "desktop", "name": "a\nb"}, "name: holds a line break"),
        ({"do": "desktop", "loud": True}, "loud:"),
        ({"do": "shout"}, "does not match any of the expected tags"),
        ({"do": "sound", "file": "bell.wav"}, "file: give the whole path"),
        ({"do": "command", "command": []}, "command:"),
        ({"do": "command", "command": [""]}, "command: the program's name is empty"),
        ({"do": "command", "command": ["a\0"]}, "command: the program's name is empty"),
        ({"do": "command", "command": "rm -rf x"}, "command:"),
        ({"do": "post", "url": "http://example.org/"}, "url: plain http goes to this machine"),
        ({"do": "post", "url": "http://8.8.8.8/"}, "url: plain http goes to this machine"),
        ({"do": "post", "url": "ftp://example.org/"}, "url: is no web address"),
        ({"do": "post", "url": "https://a:b@example.org/"}, "url: a sign-in inside"),
        ({"do": "post", "url": "https://example.org:x/"}, "url: is no web address"),
        ({"do": "post", "url": "https://[::1/"}, "url: is no web address"),
        ({"do": "post", "url": "https://example.org/a b\n"}, "url: is no web address"),
        ({"do": "mail", "account": "work", "to": "nobody"}, "to:"),
        ({"do": "mail", "account": "work", "to": "a@example.org, b@example.org"}, "to:"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_in_words(values: dict[str, Any], words: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse_rule({"name": "night", "on": ["batch-finished"], **values})
    assert len(refused.value.problems) == 1
    assert words in refused.value.problems[0]


def test_a_rule_that_was_spoilt_by_hand_costs_itself_only(rules: AlertRules, tmp_path: Path, caplog: Any) -> None:
    rules.put(parse_rule({"name": "good", "on": ["disk-low"], "do": "desktop"}))
    settings = tmp_path / "settings.json"
    stored = json.loads(settings.read_text())
    stored["alerts"]["bad"] = {"on": ["disk-low"], "do": "post", "url": "http://example.org"}
    settings.write_text(json.dumps(stored))
    with pytest.raises(SettingsError, match="alert bad: url"):
        rules.all()
    with caplog.at_level(logging.ERROR):
        assert [rule.name for rule in rules.usable()] == ["good"]
    assert "alert bad" in caplog.text
    settings.write_text("{")
    assert rules.usable() == []


def test_other_settings_stay_as_they_are(rules: AlertRules, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"workers": 3, "of_tomorrow": [1]}')
    rules.put(parse_rule({"name": "a", "on": ["disk-low"], "do": "desktop"}))
    stored = json.loads((tmp_path / "settings.json").read_text())
    assert (stored["workers"], stored["of_tomorrow"]) == (3, [1])
