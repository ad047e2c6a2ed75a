"""What answers say about a skill: told twice they count once, taken back they never were."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import mastery
from vel_tutor.domain.mastery import Evidence
from vel_tutor.domain.mastery.domains import families_of, parameters, usual_level
from vel_tutor.models.mastery import SkillAnswer, SkillMastery
from vel_tutor.vocabulary import Mastery, Subject

SKILL = "math.place_value"
MONDAY = datetime(2026, 11, 23, 17, tzinfo=UTC)
EVENING, NEXT = uuid4(), uuid4()


def evidence(right=True, skill=SKILL, hinted=False, sitting=EVENING, source=None):
    family = families_of()[skill][0]
    return Evidence(
        skill=skill,
        family=family.id,
        item=parameters(content.instance(family.id, 1)),
        right=right,
        hinted=hinted,
        at=clock.now(),
        source_id=source or uuid4(),
        sitting_id=sitting,
    )


def learn(actor, signs, **facts):
    """Answers one after the other, 1 for right; where the skill stands then."""
    for sign in signs:
        with transaction() as tx:
            mastery.learn(tx, actor.user_id, evidence(sign == "1", **facts))
    return stands(actor)


def stands(actor, skill=SKILL):
    with reading() as tx:
        return mastery.known(tx, actor.user_id, [skill])[0]


def row(actor):
    with reading() as tx:
        return tx.session.exec(
            select(SkillMastery).where(SkillMastery.user_id == actor.user_id)
        ).one()


def test_right_answers_lead_from_not_tried_to_proficient(ada):
    assert stands(ada).level is Mastery.UNKNOWN

    levels = [learn(ada, "1").level for _ in range(6)]

    assert levels[0] is Mastery.STARTED
    assert levels[-1] is Mastery.PROFICIENT
    assert stands(ada).answers == 6


def test_wrong_answers_lead_nowhere(ada):
    learn(ada, "010100")

    assert stands(ada).level is Mastery.STARTED
    assert stands(ada).share < 0.8


def test_the_same_answer_told_twice_counts_once(ada):
    once = evidence()
    for _ in range(2):
        with transaction() as tx:
            mastery.learn(tx, ada.user_id, once)

    assert stands(ada).answers == 1
    with reading() as tx:
        assert len(tx.session.exec(select(SkillAnswer)).all()) == 1


def test_an_answer_taken_back_leaves_everything_as_it_was(ada):
    learn(ada, "11111")
    before = row(ada).model_dump(exclude={"before"})
    slip = evidence(right=False)
    with transaction() as tx:
        mastery.learn(tx, ada.user_id, slip)
    assert row(ada).model_dump(exclude={"before"}) != before

    with transaction() as tx:
        mastery.unlearn(tx, ada.user_id, SKILL, slip.source_id)

    assert row(ada).model_dump(exclude={"before"}) == before


def test_an_answer_taken_back_late_leaves_the_others_as_evidence(ada):
    slip = evidence(right=False)
    with transaction() as tx:
        mastery.learn(tx, ada.user_id, slip)
    later = learn(ada, "111111")

    with transaction() as tx:
        standing = mastery.unlearn(tx, ada.user_id, SKILL, slip.source_id)

    assert standing.answers == 6
    assert standing.share > later.share


def test_taking_back_what_was_never_told_changes_nothing(ada):
    learn(ada, "11")

    with transaction() as tx:
        standing = mastery.unlearn(tx, ada.user_id, SKILL, uuid4())

    assert standing.answers == 2


def test_one_bad_evening_costs_one_level(ada):
    with clock.stopped(MONDAY):
        learn(ada, "111111")
    with clock.stopped(MONDAY + timedelta(days=1)):
        assert learn(ada, "11", sitting=NEXT).level is Mastery.MASTERED
    with clock.stopped(MONDAY + timedelta(days=2)):
        learn(ada, "0" * 12, sitting=uuid4())

    assert stands(ada).level is Mastery.PROFICIENT


def test_mastered_takes_two_right_answers_on_a_later_day(ada):
    with clock.stopped(MONDAY):
        assert learn(ada, "1" * 12).level is Mastery.PROFICIENT
    with clock.stopped(MONDAY + timedelta(days=1)):
        assert learn(ada, "1", sitting=NEXT).level is Mastery.PROFICIENT
        assert learn(ada, "1", sitting=NEXT, hinted=True).level is Mastery.PROFICIENT
        assert learn(ada, "1", sitting=NEXT).level is Mastery.MASTERED


def test_what_was_known_is_due_after_a_while_and_keeps_its_level(ada):
    with clock.stopped(MONDAY):
        learn(ada, "111111")
        assert not stands(ada).due
    with clock.stopped(MONDAY + timedelta(days=60)):
        assert stands(ada).due
        assert stands(ada).level is Mastery.PROFICIENT
        learn(ada, "1", sitting=NEXT)
        assert not stands(ada).due


def test_a_measured_ability_says_what_to_expect_of_skills_not_tried(ada):
    grade_nine = stands(ada).share

    with transaction() as tx:
        mastery.measured(tx, ada.user_id, Subject.MATH, usual_level(Subject.MATH, 2), 0.3, 24)
    low = stands(ada).share
    with transaction() as tx:
        mastery.measured(tx, ada.user_id, Subject.MATH, usual_level(Subject.MATH, 12), 0.3, 30)

    assert low < grade_nine < stands(ada).share


def test_what_a_known_skill_builds_on_is_inferred(ada):
    skill = content.skill(SKILL)
    below = next(one for one in skill.prerequisites if one in families_of())
    with transaction() as tx:
        mastery.measured(tx, ada.user_id, Subject.MATH, usual_level(Subject.MATH, 9), 0.3, 24)
    assert not stands(ada, below).inferred

    learn(ada, "1" * 6)

    assert stands(ada, below).inferred
    assert stands(ada, below).words == "Known, we think"


def test_every_skill_of_a_subject_has_a_standing_in_a_few_queries(ada, queries):
    learn(ada, "111")
    with reading() as tx:
        mastery.of(tx, ada.user_id, Subject.SCIENCE)

    with reading() as tx, queries(at_most=4):
        found = mastery.of(tx, ada.user_id, Subject.MATH)

    assert {one.skill for one in found} == {
        skill for skill in families_of() if content.skill(skill).subject is Subject.MATH
    }
    assert all(0 <= one.share <= 1 for one in found)


def test_nothing_stays_of_somebody_who_is_forgotten(ada, bob):
    learn(ada, "111")
    learn(bob, "111")

    with transaction() as tx:
        mastery.measured(tx, ada.user_id, Subject.MATH, 0.0, 0.3, 24)
        mastery.forget(tx, ada.user_id)

    assert stands(ada).answers == 0
    assert stands(bob).answers == 3


@pytest.mark.parametrize("grade_too_far", [-3, 99])
def test_a_grade_beyond_the_table_is_the_nearest_one(grade_too_far):
    assert usual_level(Subject.MATH, grade_too_far) in (
        usual_level(Subject.MATH, 0),
        usual_level(Subject.MATH, 13),
    )
