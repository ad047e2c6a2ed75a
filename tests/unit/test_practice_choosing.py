"""What a mixed deck is made of."""

from collections import Counter

from vel_tutor import content
from vel_tutor.domain.mastery import SkillStanding, families_of
from vel_tutor.domain.practice import choosing
from vel_tutor.domain.practice.choosing import Ask
from vel_tutor.vocabulary import Mastery, Subject

MATH = [
    skill
    for skill in content.skills()
    if skill.subject is Subject.MATH and skill.id in families_of()
]
OF_GRADE = [skill.id for skill in MATH if skill.grade == 6]


def standings(**shares):
    """Everything at a share of .7, but for the skills named (dots as underscores)."""
    named = {name.replace("__", "."): share for name, share in shares.items()}
    return {
        skill.id: SkillStanding(skill.id, Mastery.STARTED, 5, named.get(skill.id, 0.7))
        for skill in MATH
    }


def drawn(where, back=(), size=10, decks=60):
    return [
        ask for seed in range(decks) for ask in choosing.mixed(OF_GRADE, where, back, size, seed)
    ]


def test_a_deck_asks_of_the_grade_and_is_as_long_as_wished():
    asks = choosing.mixed(OF_GRADE, standings(), (), 10, 1)

    assert len(asks) == 10
    assert {ask.skill for ask in asks} <= set(OF_GRADE)


def test_no_skill_comes_twice_while_there_are_others():
    asks = choosing.mixed(OF_GRADE, standings(), (), min(10, len(OF_GRADE)), 1)

    assert len({ask.skill for ask in asks}) == len(asks)


def test_what_was_missed_takes_two_places_in_five_at_most():
    back = [skill.id for skill in MATH if skill.grade == 4][:7]

    asks = choosing.mixed(OF_GRADE, standings(), back, 10, 1)

    assert {ask.skill for ask in asks if ask.comes_back} == set(back[:4])


def test_what_is_nearly_forgotten_gets_a_place():
    where = standings()
    old = next(skill.id for skill in MATH if skill.grade == 3)
    where[old] = SkillStanding(old, Mastery.PROFICIENT, 9, 0.9, due=True)

    assert Ask(old) in choosing.mixed(OF_GRADE, where, (), 5, 1)


def test_skills_within_reach_come_more_often_than_those_beyond_or_behind():
    hard, easy, right = OF_GRADE[:3]
    where = standings()
    where[hard] = SkillStanding(hard, Mastery.UNKNOWN, 0, 0.2)
    where[easy] = SkillStanding(easy, Mastery.MASTERED, 20, 0.97)

    often = Counter(ask.skill for ask in drawn(where, size=5))

    assert often[right] > often[hard] > 0
    assert often[right] > 2 * often[easy]


def test_somebody_who_fails_meets_what_is_missing_underneath():
    failing = next(
        skill
        for skill in MATH
        if skill.grade == 6 and any(one in families_of() for one in skill.prerequisites)
    )
    where = standings()
    where[failing.id] = SkillStanding(failing.id, Mastery.STARTED, 5, 0.3)

    wanted = choosing.within_reach(OF_GRADE, where)

    assert any(one in wanted for one in failing.prerequisites)
    assert failing.id not in wanted or failing.id in {
        below for skill in OF_GRADE for below in content.skill(skill).prerequisites
    }


def test_of_several_questions_the_one_within_reach_is_taken():
    assert choosing.nearest([0.2, 0.75, 0.99]) == 1
    assert choosing.weight(SkillStanding("x", Mastery.STARTED, 3, 0.7)) == 1
