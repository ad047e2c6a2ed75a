"""Every family, over hundreds of its instances, passes every gate."""

import pytest

from vel_tutor import content
from vel_tutor.content import bank, gates, hardness, marking, parts

SEEDS = range(240)
MANY_SEEDS = range(600)
FAMILY_IDS = [family.id for family in content.families() if not family.authored]
each_family = pytest.mark.parametrize("family_id", FAMILY_IDS, scope="module")
"""Module scope runs the tests of one family together, so its questions are made only once."""


@each_family
def test_every_instance_is_sound(family_id):
    family = content.family(family_id)

    faults = {seed: found for seed in SEEDS if (found := gates.faults(family, seed))}

    assert not faults, f"{len(faults)} of {len(SEEDS)} seeds, first: {next(iter(faults.items()))}"


@each_family
def test_the_instances_together_are_fair(family_id):
    assert gates.family_faults(content.family(family_id), MANY_SEEDS) == []


@each_family
def test_every_misconception_shows_up_somewhere(family_id):
    family = content.family(family_id)

    missed = {slip.id for slip in family.misconceptions}

    for seed in MANY_SEEDS:
        missed -= {slip.id for slip, _ in bank.wrong_answers(family, bank.params(family_id, seed))}
        if not missed:  # mostly after a few
            break

    assert not missed


def test_the_same_seed_gives_the_same_question():
    first = content.instance(FAMILY_IDS[0], 7)
    bank.instance.cache_clear()
    bank.draft.cache_clear()

    assert content.instance(FAMILY_IDS[0], 7) == first


def test_family_and_skill_ids_are_unique():
    assert len(set(FAMILY_IDS)) == len(FAMILY_IDS)
    assert len({skill.id for skill in content.skills()}) == len(content.skills())


def test_every_family_teaches_a_known_skill_near_its_grade():
    for family_id in FAMILY_IDS:
        family = content.family(family_id)
        assert abs(content.skill(family.skill).grade - family.grade) <= 1, family_id


def test_every_skill_has_a_family():
    taught = {family.skill for family in content.families()}

    assert {skill.id for skill in content.skills()} == taught


def test_misconception_ids_are_unique_within_a_family():
    for family in content.families():
        ids = [slip.id for slip in family.misconceptions]
        assert len(set(ids)) == len(ids), family.id


def test_a_question_has_choices_or_parts_or_neither_by_its_format():
    for family in content.families():
        item = content.instance(family.id, 1)
        assert bool(item.choices) == (family.format in bank.WITH_OPTIONS), family.id
        assert bool(item.parts) == (family.format in parts.IN_PARTS), family.id


def test_only_typed_answers_are_asked_for_in_a_certain_way():
    for family in content.families():
        known = {""} if family.format not in hardness.TYPED else {"", *marking.WAYS}
        assert family.must in known, family.id
