"""What goes to the screen and to scripts, whatever a file is called."""

import io
import json
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.out import Out, json_line
from app.core.wording import visible

# Every character that a Python path can hold, lone surrogates included.
ANY_TEXT = st.text(st.characters(), max_size=40)

DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@given(ANY_TEXT)
def test_a_json_line_is_one_line_of_utf8_and_gives_the_same_text_back(text: str) -> None:
    line = json_line({"input": text})
    assert len(line.encode("utf-8").split(b"\n")) == 1
    # Two lone halves that stand side by side make one character in every JSON reader.
    assert json.loads(line)["input"].encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_a_name_that_is_no_utf8_comes_back_as_the_same_bytes() -> None:
    name = os.fsdecode(b"caf\xe9.jpg")
    assert os.fsencode(json.loads(json_line({"input": name}))["input"]) == b"caf\xe9.jpg"


@given(ANY_TEXT)
def test_visible_text_has_one_line_and_can_be_written_anywhere(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not [c for c in shown if unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in DIRECTIONS]
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("a\nb", "a\\nb"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("photo\u202egpj.exe", "photo\\u202egpj.exe"),
        ("Zürich – 東京 👍", "Zürich – 東京 👍"),
    ],
)
def test_characters_that_paint_on_a_terminal_are_written_as_escapes(given_text: str, shown: str) -> None:
    assert visible(given_text) == shown


def test_json_goes_to_standard_output_and_notes_do_not() -> None:
    stdout, stderr = io.StringIO(), io.StringIO()
    out = Out(stdout, stderr)
    out.emit({"a": 1})
    out.note("beside\nit")
    assert stdout.getvalue() == '{"a":1}\n'
    assert stderr.getvalue() == "beside\\nit\n"
