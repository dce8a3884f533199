"""Which cards a recipe has, in working order, and what each says while it is closed.

Owns: the sections of the three kinds, the words of a card. Must not know: widgets.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.jobs.recipe import Path
from app.window.editor import schema, words
from app.window.editor.draft import ORIENT, Draft, is_part
from app.window.editor.schema import Field, Shape
from app.window.recipes import format_words, picture_step
from app.window.text import inside, isolated, tr

_LONGEST = 80  # characters of a value in a summary: what is longer is read in the open card
_ORIENT_FIELD = Field("Orient", "auto", Shape.CHECK, default=True)


@dataclass(frozen=True, slots=True)
class CardSpec:
    """One card. `fixed`: it cannot be moved or removed; `off`: turned off. `fields`: what its form has."""

    path: Path
    title: str
    summary: str
    icon: str
    fields: tuple[Field, ...]
    fixed: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under a heading. `adds`: the list that its button adds to ("steps", "outputs"), or ()."""

    title: str
    cards: tuple[CardSpec, ...]
    adds: Path = ()
    add_words: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the preview knows of the file that is tried: its path, the names of its outputs, its columns."""

    path: str = ""
    names: Mapping[int, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()


def sections(draft: Draft, opened: Path, sample: Sample) -> list[Section]:
    """Everything that a recipe is, from reading to writing."""
    match draft.kind:
        case "image":
            steps = _steps(draft, ("steps",))
            return [
                Section(tr("Steps"), (_orient(draft), *steps), ("steps",), tr("Add step")),
                Section(tr("Outputs"), tuple(_outputs(draft, opened, sample)), ("outputs",), tr("Add output")),
                Section(tr("Where they go"), (_place(draft), _rest(draft, ("speed", "ordered")))),
            ]
        case "table":
            return [
                Section(tr("Read"), (_fixed(draft, ("read",), "ReadOptions", _read_title(draft), "preview"),)),
                Section(tr("Steps"), _steps(draft, ("steps",)), ("steps",), tr("Add step")),
                Section(
                    tr("Write"), (_fixed(draft, ("write",), "WriteOptions", _written(draft, sample), "kind-table"),)
                ),
                Section(tr("Where they go"), (_place(draft), _rest(draft, ("ordered",)))),
            ]
        case "mail":
            return [
                Section(tr("Message"), (_account(draft), _message(draft))),
                Section(
                    tr("Recipients and sending"),
                    (
                        _fixed(draft, ("recipients",), "Recipients", tr("Recipients"), "account"),
                        _fixed(draft, ("send",), "Send", tr("Sending"), "send"),
                    ),
                ),
            ]
    return []


def nested(draft: Draft, path: Path) -> Section:
    """The steps of one output, inside its card."""
    return Section(tr("Steps of this output alone"), _steps(draft, (*path, "steps")), (*path, "steps"), tr("Add step"))


def _steps(draft: Draft, path: Path) -> tuple[CardSpec, ...]:
    found = []
    for n, step in enumerate(draft.parts(path)):
        do = str(step.get("do", ""))
        if do == "orient":
            continue
        model = schema.steps(draft.kind).get(do, "")
        fields = schema.fields(draft.kind, model) if model else ()
        said = step_summary(do, step, fields)
        off = step.get("off") is True
        summary = tr("Turned off. {0}").format(said) if off else said
        found.append(CardSpec((*path, n), words.step_title(do), summary, words.step_icon(do), fields, off=off))
    return tuple(found)


def _orient(draft: Draft) -> CardSpec:
    off = draft.part(ORIENT).get("auto") is False
    line = tr("Turned off: pictures stay as they are stored.") if off else words.step_line("orient")
    return CardSpec(
        ORIENT, words.step_title("orient"), line, words.step_icon("orient"), (_ORIENT_FIELD,), fixed=True, off=off
    )


def _outputs(draft: Draft, opened: Path, sample: Sample) -> Iterable[CardSpec]:
    fields = schema.fields(draft.kind, "Output")
    alive = -1  # the preview counts those that are not turned off
    for n, output in enumerate(draft.parts(("outputs",))):
        off = output.get("off") is True
        alive += not off
        tokens = str(output.get("name", "{name}"))
        path: Path = ("outputs", n)
        known = "" if off or opened[:2] == path else sample.names.get(alive, "")
        said = output_summary(output)
        summary = tr("Turned off. {0}").format(said) if off else said
        yield CardSpec(path, isolated(known or tokens), summary, "kind-image", fields, off=off)


def _fixed(draft: Draft, path: Path, model: str, title: str, icon: str) -> CardSpec:
    fields = schema.fields(draft.kind, model)
    said = summary(fields, draft.part(path)) or _by_itself(path)
    return CardSpec(path, title, said, icon, fields, fixed=True)


def _by_itself(path: Path) -> str:
    """What happens where nothing was chosen."""
    match path:
        case ("read",):
            return tr("Encoding, columns and header. Bad rows go to the rejects file.")
        case ("write",):
            return tr("Same format as the input, UTF-8.")
        case ("recipients",):
            return tr("One message for each address, later rows are left out.")
        case _:
            return tr("The first 3 messages, then it waits for you.")


def _read_title(draft: Draft) -> str:
    found = draft.part(("read",))
    return tr("Read as you say") if found.keys() & {"encoding", "delimiter", "header"} else tr("Found by itself")


def _written(draft: Draft, sample: Sample) -> str:
    """The name that the sample's output would get, where one file becomes one file."""
    if not sample.path or any(step.get("do") in ("split", "concat") for step in draft.parts(("steps",))):
        return tr("Write")
    stem, suffix = os.path.splitext(os.path.basename(sample.path))
    form = str(draft.part(("write",)).get("format", "same"))
    return isolated(f"{stem}{suffix if form == 'same' else f'.{form}'}")


def _place(draft: Draft) -> CardSpec:
    values = draft.part(("place",))
    folder = isolated(str(values.get("folder", "{source}/Dropmill")))
    exists = words.choice("exists", values.get("exists", "number"))
    said = tr("If a file is already there: {what}").format(what=inside(exists))
    return CardSpec(("place",), folder, said, "folder", schema.fields(draft.kind, "Place"), fixed=True)


def _rest(draft: Draft, keys: tuple[str, ...]) -> CardSpec:
    fields = tuple(one for one in schema.fields(draft.kind) if one.key in keys)
    said = summary(fields, draft.part(())) or tr("At best quality, several files at once.")
    if draft.kind == "table":
        said = summary(fields, draft.part(())) or tr("Several files at once.")
    return CardSpec((), tr("How they are worked off"), said, "workers", fields, fixed=True)


def _account(draft: Draft) -> CardSpec:
    keys = ("account", "attachment_folder", "ordered")
    fields = tuple(one for one in schema.fields(draft.kind) if one.key in keys)
    name = str(draft.data.get("account", ""))
    title = tr("From the account “{0}”").format(name) if name else tr("No account yet")
    folder = isolated(str(draft.data.get("attachment_folder", "{source}")))
    said = tr("Attachments lie in {0}").format(folder)
    return CardSpec((), title, said, "key", fields, fixed=True)


def _message(draft: Draft) -> CardSpec:
    values = draft.part(("message",))
    title = str(values.get("subject") or tr("Message without a subject"))
    said = tr("To {0}").format(values.get("to", ""))
    if values.get("attachments"):
        said += f", {tr('attached: {0}').format(', '.join(map(str, values['attachments'])))}"
    return CardSpec(("message",), title, said, "kind-mail", schema.fields(draft.kind, "Message"), fixed=True)


def step_summary(do: str, step: Mapping[str, Any], fields: Iterable[Field]) -> str:
    """What a step does with its values; what it is for where it has none."""
    if do == "resize" and (said := picture_step(dict(step))):
        return said
    return summary(fields, step) or words.step_line(do)


def output_summary(output: Mapping[str, Any]) -> str:
    """ "JPEG 82, all but location, fits 256 × 256"."""
    parts = [format_words(dict(output)) or words.choice("format", "same")]
    if "target_kb" in output:
        parts.append(tr("at most {n} kB").format(n=output["target_kb"]))
    kept = {
        "all": tr("all metadata"), "none": tr("no metadata"), "copyright": tr("only the copyright of its metadata"),
    }  # fmt: skip
    parts.append(kept.get(str(output.get("metadata")), tr("all metadata but location")))
    steps = [step for step in output.get("steps", ()) if step.get("off") is not True]
    parts += [picture_step(step) or words.step_title(str(step.get("do"))) for step in steps]
    return ", ".join(parts)


def summary(fields: Iterable[Field], values: Mapping[str, Any]) -> str:
    """The values of a part that were put in, in words."""
    said = [text for one in fields if one.key in values and (text := _value(one, values[one.key], dict(values)))]
    return _cut(", ".join(said))


def _value(one: Field, value: Any, values: dict[str, Any]) -> str:
    """One key with its value; "" for what is not worth a word."""
    name = words.label(one.where, one.key)
    match one.shape:
        case Shape.CHECK:
            return name if value is True else ""
        case Shape.CHOICE:
            return words.choice(one.key, value)
        case Shape.WHOLE | Shape.NUMBER:
            return f"{name} {value} {words.unit(one.where, one.key, values)}".rstrip()
        case Shape.NAMES:
            return tr("all columns") if value == "*" else ", ".join(map(str, value or ()))
        case Shape.MARKS:
            return ", ".join(words.choice(one.key, mark) for mark in value)
        case Shape.PAIRS if isinstance(value, dict):
            sign = "=" if f"{one.where}.{one.key}" in words.FORMULAS else "→"
            return ", ".join(f"{first} {sign} {second}" for first, second in value.items())
        case Shape.ROWS if one.keyed and isinstance(value, dict):
            return ", ".join(value)
        case Shape.ROWS if isinstance(value, list):
            return ", ".join(str(row.get("column") or row.get("name") or "") for row in value)
        case Shape.GROUP | Shape.STEPS | Shape.NUMBERS:
            return ""
    return f"{name} {words.choice(one.key, value)}" if value in one.choices else _cut(f"{name} {value}")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def place_for(draft: Draft, path: Path, do: str, opened: Path) -> int:
    """Where a new step goes: behind the open one; some stand first or last by their nature."""
    parts = draft.parts(path)
    if do in ("repair", "concat"):
        return 0
    last = len(parts)
    if last and parts[-1].get("do") == "split":
        last -= 1
    if is_part(opened) and opened[:-1] == path:
        return min(int(opened[-1]) + 1, last)
    return last
