"""Hand-written questions rest on the words they quote, and cannot be guessed without reading."""

from collections.abc import Mapping
from typing import Any

import pytest

from vel_tutor import content
from vel_tutor.content import authored_gates, bank, gates
from vel_tutor.content.authored import AUTHORED, PASSAGES, Passage
from vel_tutor.content.tables import names, table

SCIENCE: list[Mapping[str, Any]] = [
    row for name in names("science_items") for row in table(name)["items"]
]
TEXT = "Mina counted the boats each morning. " * 14 + "Only one came back before the storm."
GOOD: dict[str, Any] = {
    "stem": "How many boats came back in time?",
    "key": "Just one boat.",
    "evidence": ["Only one came back before the storm."],
    "why": "The last sentence gives the number.",
    "wrong": [
        {"text": "All of the boats.", "type": "contradicted", "why": "The text says only one did."},
        {"text": "Twelve boats.", "type": "unsupported", "why": "No such number is given here."},
        {"text": "None at all.", "type": "misread", "why": "One boat did make it back in time."},
    ],
}


def a_passage(**changes: Any) -> Passage:
    items = [{**GOOD, "stem": f"{GOOD['stem']} ({n})"} for n in range(6)]
    items[0] |= changes
    return Passage("boats", "The boats", "literary", 3, TEXT, "", tuple(items))


@pytest.mark.parametrize("slug", PASSAGES)
def test_a_passage_and_its_questions_are_sound(slug):
    assert authored_gates.passage_faults(PASSAGES[slug], PASSAGES) == []


@pytest.mark.parametrize("row", SCIENCE, ids=lambda row: row["id"])
def test_a_science_question_is_sound(row):
    assert authored_gates.row_faults(row) == []


@pytest.mark.parametrize("family", AUTHORED, ids=lambda family: family.id)
def test_an_authored_question_passes_the_gates_of_every_question(family):
    assert gates.faults(family, 1) == []


def test_nobody_does_well_without_reading_the_passages():
    rows = [row for passage in PASSAGES.values() for row in passage.items]

    assert authored_gates.guess_faults(rows) == []


def test_nobody_does_well_in_science_by_the_looks_of_the_answers():
    assert authored_gates.guess_faults(SCIENCE) == []


def test_the_order_of_the_answers_is_drawn():
    for family in AUTHORED[:40]:
        places = {
            next(at for at, one in enumerate(bank.instance(family.id, seed).choices) if one.right)
            for seed in range(40)
        }
        assert len(places) == bank.CHOICES, family.id


def test_passages_are_in_pairs_on_both_sides():
    for passage in PASSAGES.values():
        assert not passage.pair or PASSAGES[passage.pair].pair == passage.id


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"evidence": ["Two came back."]}, "evidence stands there 0 times"),
        ({"evidence": ["Mina counted the boats"]}, "evidence stands there 14 times"),
        ({"key": "Just one single lonely boat out of them."}, "lengths"),
        ({"key": "None of the above."}, "all or none"),
        ({"wrong": GOOD["wrong"][:2]}, "2 wrong answers"),
        ({"why": "It says so."}, "a reason too short"),
        ({"stem": "Why “only one boat came back before the storm”?"}, "not in the text"),
    ],
)
def test_a_careless_author_is_told(changes, complaint):
    faults = authored_gates.passage_faults(a_passage(**changes), {})

    assert any(complaint in fault for fault in faults), faults


def test_a_careful_author_is_not():
    assert authored_gates.passage_faults(a_passage(), {}) == []


def test_a_key_that_is_always_the_longest_is_noticed():
    rows = [{**GOOD, "key": "Exactly one of the boats."}] * 40

    assert any("longest" in fault for fault in authored_gates.guess_faults(rows))


def test_an_authored_question_is_about_one_passage_and_near_its_grade():
    for family in AUTHORED:
        skill = content.skill(family.skill)
        assert abs(skill.grade - family.grade) <= 2, family.id
        assert bool(family.set_id) == family.id.startswith("reading.passage."), family.id
