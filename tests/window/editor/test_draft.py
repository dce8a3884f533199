"""Changes to a recipe: by place, so that what is saved says what a person meant and no more."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.jobs.registry import parse_recipe
from app.window.editor import plan, schema, words
from app.window.editor.draft import ORIENT, Draft, usable
from app.window.editor.form import starting
from app.window.editor.plan import Sample
from app.window.editor.schema import Field
from tests.window.editor.conftest import MAIL, PHOTO, TABLE


def field(kind: str, model: str, key: str) -> Field:
    return next(one for one in schema.fields(kind, model) if one.key == key)


def places(draft: Draft) -> list[tuple[object, ...]]:
    return [problem.place for problem in draft.problems()]


def test_a_new_draft_is_what_was_saved() -> None:
    for text in (PHOTO, TABLE, MAIL):
        draft = Draft(text, "Name")
        assert not draft.changed
        assert draft.problems() == []
        assert json.loads(draft.text) == {**json.loads(text), "name": "Name"}


def test_a_value_that_says_nothing_new_is_left_out() -> None:
    draft = Draft(PHOTO, "Web photos")
    enlarge = field("image", "Resize", "enlarge")
    draft.put(("steps", 0), enlarge, True)
    assert draft.part(("steps", 0))["enlarge"] is True
    assert draft.changed
    draft.put(("steps", 0), enlarge, False)
    assert "enlarge" not in draft.part(("steps", 0))
    assert not draft.changed


def test_a_part_that_was_never_there_comes_and_goes() -> None:
    draft = Draft(TABLE, "Clean orders")
    encoding = field("table", "ReadOptions", "encoding")
    draft.put(("read",), encoding, "cp1252")
    assert draft.data["read"] == {"encoding": "cp1252"}
    draft.put(("read",), encoding, "auto")
    assert "read" not in draft.data


def test_an_output_that_was_only_meant_is_written_down_when_it_is_changed() -> None:
    draft = Draft('{"dropmill": 1, "kind": "image"}', "New")
    assert draft.parts(("outputs",)) == [{}]
    draft.put(("outputs", 0), field("image", "Output", "format"), "webp")
    assert draft.data["outputs"] == [{"format": "webp"}]
    draft.duplicate(("outputs", 0))
    assert [part.get("name") for part in draft.parts(("outputs",))] == [None, "{name}-2"]
    assert draft.problems() == []


def test_the_turn_by_the_camera_is_a_switch() -> None:
    draft = Draft(PHOTO, "Web photos")
    auto = Field("Orient", "auto", schema.Shape.CHECK, default=True)
    draft.put(ORIENT, auto, False)
    assert draft.data["steps"][0] == {"do": "orient", "auto": False}
    assert draft.part(ORIENT)["auto"] is False
    assert draft.problems() == []
    draft.put(ORIENT, auto, True)
    assert not draft.changed


def test_what_is_wrong_has_its_place_and_saving_waits() -> None:
    draft = Draft(TABLE, "Clean orders")
    draft.put(("steps", 1), field("table", "Compute", "columns"), {"gross": "round(amount"})
    assert places(draft) == [("steps", 1, "columns", "gross")]
    draft.turn(("steps", 1), True)
    assert draft.problems() == [], "what is turned off may be half done"
    draft.turn(("steps", 1), False)
    assert places(draft) != []
    draft.name = " "
    assert places(draft)[0] == ("name",)
    draft.revert()
    assert draft.problems() == []
    assert not draft.changed


def test_a_preview_goes_up_to_the_open_step_and_keeps_the_outputs() -> None:
    draft = Draft(PHOTO, "Web photos")
    recipe = json.loads(draft.up_to(("steps", 0)))
    assert [step["do"] for step in recipe["steps"]] == ["resize"]
    assert len(recipe["outputs"]) == 2
    inside = json.loads(draft.up_to(("outputs", 1, "steps", 0)))
    assert len(inside["steps"]) == 2
    assert json.loads(Draft(TABLE, "x").up_to(("read",))).get("steps") is None
    for opened in (("steps", 0), ("steps", 1), ("outputs", 0), (), ("place",)):
        parse_recipe(draft.up_to(opened))


def test_a_recipe_of_another_kind_is_not_taken() -> None:
    (problem,) = usable(TABLE, "image")
    assert problem.place == ("kind",)
    assert usable("{", "image")[0].words.startswith("not JSON")
    assert usable(PHOTO, "image") == []


@pytest.mark.parametrize("kind", ["image", "table"])
def test_a_new_step_begins_with_values_that_can_be_used_or_says_which_cannot(kind: str) -> None:
    for do, model in schema.steps(kind).items():
        step = {"do": do, **starting(schema.fields(kind, model)), **words.STARTS.get(do, {})}
        draft = Draft(json.dumps({"dropmill": 1, "kind": kind, "steps": [step]}), "New")
        for problem in draft.problems():
            assert problem.place[:2] == ("steps", 0), (do, problem)
            assert len(problem.place) > 2 or problem.words, (do, problem)


def test_steps_that_stand_first_or_last_are_put_there() -> None:
    draft = Draft(TABLE, "Clean orders")
    draft.insert(("steps",), 4, {"do": "split", "rows": 10})
    assert plan.place_for(draft, ("steps",), "repair", ()) == 0
    assert plan.place_for(draft, ("steps",), "sort", ()) == 4
    assert plan.place_for(draft, ("steps",), "sort", ("steps", 1)) == 2
    assert plan.place_for(draft, ("steps",), "sort", ("steps", 4)) == 4


def test_cards_say_what_a_recipe_does() -> None:
    photo = {spec.path: spec for section in plan.sections(Draft(PHOTO, "x"), (), Sample()) for spec in section.cards}
    assert photo["steps", 0].summary == "Long edge 1600 px"
    assert photo["steps", 1].summary == "Sharpen 0.3"
    assert photo["outputs", 0].title == "{name}"
    assert photo["outputs", 1].summary == "WebP 80, all metadata but location, 256 × 256 px"
    known = Sample("/a/IMG_1.jpg", {0: "IMG_1.jpg", 1: "IMG_1-thumb.webp"})
    photo = {spec.path: spec for section in plan.sections(Draft(PHOTO, "x"), (), known) for spec in section.cards}
    assert [photo["outputs", n].title for n in (0, 1)] == ["IMG_1.jpg", "IMG_1-thumb.webp"]
    opened = plan.sections(Draft(PHOTO, "x"), ("outputs", 1), known)[1].cards
    assert [spec.title for spec in opened] == ["IMG_1.jpg", "{name}-thumb"], "tokens in the open card alone"
    table = {spec.path: spec for s in plan.sections(Draft(TABLE, "x"), (), Sample("/a/b.csv")) for spec in s.cards}
    assert table["steps", 1].summary == "gross = round(num(amount) * 1.19, 2)"
    assert table["steps", 3].summary == "id, customer, amount, gross"
    assert table["write",].title == "b.csv"
    assert [spec.fixed for spec in table.values()] == [True, False, False, False, False, True, True, True]


def test_names_of_outputs_leave_out_those_that_are_turned_off() -> None:
    draft = Draft(PHOTO, "x")
    draft.turn(("outputs", 0), True)
    cards = plan.sections(draft, (), Sample("/a/b.jpg", {0: "b-thumb.webp"}))[1].cards
    assert [spec.title for spec in cards] == ["{name}", "b-thumb.webp"]
    assert cards[0].off
    assert cards[0].summary.startswith("Turned off.")


class Moves(RuleBasedStateMachine):
    """Steps are moved, copied, turned off and removed: none is lost or doubled by it."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft(TABLE, "Clean orders")
        self.model: list[Any] = [dict(step) for step in self.draft.data["steps"]]

    @rule(at=st.integers(0, 9), to=st.integers(-2, 12))
    def move(self, at: int, to: int) -> None:
        if self.model:
            at %= len(self.model)
            there = self.draft.move(("steps", at), to)
            to = min(max(to, 0), len(self.model) - 1)
            self.model.insert(to, self.model.pop(at))
            assert there == ("steps", to)

    @rule(at=st.integers(0, 9))
    def duplicate(self, at: int) -> None:
        if self.model and len(self.model) < 8:
            at %= len(self.model)
            assert self.draft.duplicate(("steps", at)) == ("steps", at + 1)
            self.model.insert(at + 1, dict(self.model[at]))

    @rule(at=st.integers(0, 9))
    def remove(self, at: int) -> None:
        if self.model:
            at %= len(self.model)
            assert self.draft.remove(("steps", at)) == self.model.pop(at)

    @rule(at=st.integers(0, 9), off=st.booleans())
    def turn(self, at: int, off: bool) -> None:
        if self.model:
            at %= len(self.model)
            self.draft.turn(("steps", at), off)
            self.model[at] = {key: value for key, value in self.model[at].items() if key != "off"}
            if off:
                self.model[at]["off"] = True

    @rule()
    def revert(self) -> None:
        self.draft.revert()
        self.model = [dict(step) for step in json.loads(TABLE)["steps"]]

    @invariant()
    def same(self) -> None:
        assert self.draft.parts(("steps",)) == self.model
        assert ("steps" in self.draft.data) == bool(self.model)
        assert self.draft.changed == (self.model != json.loads(TABLE)["steps"])


TestMoves = Moves.TestCase


@given(st.dictionaries(st.text(min_size=1, max_size=6), st.text(max_size=6), max_size=4))
def test_pairs_are_kept_as_they_are(pairs: dict[str, str]) -> None:
    draft = Draft(
        '{"dropmill": 1, "kind": "table", "steps": [{"do": "map", "columns": "*", "values": {"a": "b"}}]}', "x"
    )
    draft.put(("steps", 0), field("table", "Map", "values"), pairs)
    assert draft.part(("steps", 0))["values"] == pairs
    assert bool(draft.problems()) == (not pairs)
