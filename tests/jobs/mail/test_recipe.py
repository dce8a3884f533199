"""The e-mail recipe: the contract's keys, strictly."""

import json
from typing import Any

import pytest

from app.jobs.mail import MailKind
from app.jobs.mail.recipe import MailRecipe
from app.jobs.recipe import RecipeError
from app.jobs.registry import kind, parse_recipe

CONTRACT: dict[str, Any] = {
    "dropmill": 1,
    "kind": "mail",
    "name": "Invoices",
    "account": "work",
    "message": {
        "to": "{{ email }}",
        "subject": "Invoice {{ number }}",
        "text": "Dear {{ name }}, …",
        "html": None,
        "cc": "",
        "bcc": "",
        "reply_to": "",
        "attachments": ["invoices/{{ number }}.pdf"],
        "inline": {},
    },
    "recipients": {"key": "email", "dedupe": True, "read": {}},
    "attachment_folder": "{source}",
    "send": {"first": 3, "expires": "24h", "unconfirmed": "hold"},
}


def test_the_contracts_example_is_taken_and_comes_back() -> None:
    parsed = parse_recipe(json.dumps(CONTRACT))
    assert isinstance(parsed, MailRecipe)
    assert json.loads(parsed.to_json()) == CONTRACT
    assert parse_recipe(parsed.to_json()) == parsed
    assert parsed.send.partial == "hold"
    assert parsed.supports_place is False


def test_the_kind_in_the_registry() -> None:
    mail = kind("mail")
    assert isinstance(mail, MailKind)
    assert (mail.name, mail.lane) == ("mail", True)
    assert mail.lane_name(parse_recipe(json.dumps(CONTRACT))) == "mail:work"


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("message", "too"), "x", "message.too: unknown key"),
        (("message", "to"), " ", "message.to"),
        (("message", "text"), None, "message: text: is missing"),
        (("message", "text_file"), "a.txt", "only one of them"),
        (("message", "inline"), {"a b": "x.png"}, "letters, digits"),
        (("message", "inline"), {"logo": "x.png"}, "needs html"),
        (("message", "attachments"), "a.pdf", "message.attachments"),
        (("send", "partial"), "maybe", 'send.partial: unknown value "maybe"'),
        (("send", "expires"), "soon", "send.expires"),
        (("recipients", "dedupe"), "yes", "recipients.dedupe"),
        (("recipients", "read"), {"delimitr": ";"}, "recipients.read.delimitr: unknown key"),
        (("place",), {}, "place: unknown key"),
        (("password",), "x", "password: unknown key"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: tuple[str, ...], value: object, words: str) -> None:
    data = json.loads(json.dumps(CONTRACT))
    part = data
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(RecipeError) as caught:
        parse_recipe(json.dumps(data))
    assert any(words in problem for problem in caught.value.problems), caught.value.problems
