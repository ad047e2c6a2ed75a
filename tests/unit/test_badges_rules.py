"""What deeds are worth, and how far a measure has come."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest

from vel_tutor import content
from vel_tutor.content.badges import BADGES
from vel_tutor.domain.badges import rules
from vel_tutor.domain.badges.rules import Reach, Tally
from vel_tutor.domain.diagnostics import CarefulTest
from vel_tutor.domain.mastery import SkillStanding
from vel_tutor.vocabulary import BadgeFamily, BadgeMeasure, Mastery, Subject

STREAK = BADGES["streak"]


def test_there_are_enough_badges_of_every_family_and_none_for_spending_or_coming_by():
    families = {badge.family for badge in BADGES.values()}

    assert len(BADGES) >= 40
    assert families == set(BadgeFamily)
    assert sum(badge.is_secret for badge in BADGES.values()) >= 3


def test_what_a_badge_asks_for_can_be_done():
    asked = {family.skill for family in content.families()}
    skills = [skill for skill in content.skills() if skill.id in asked]
    for badge in BADGES.values():
        assert all(low < high for low, high in pairwise(badge.thresholds)), badge.key
        assert badge.levels in (1, 3), badge.key
        if badge.measure is BadgeMeasure.SKILLS_PROFICIENT:
            of = [one for one in skills if badge.of in (one.subject, f"{one.subject}/{one.strand}")]
            assert badge.thresholds[-1] <= len(of), badge.key


@pytest.mark.parametrize(
    ("value", "held", "reach"),
    [
        (0, 0, Reach(0, 0, 1)),
        (6, 0, Reach(0, 85, 1)),
        (7, 1, Reach(1, 23, 2)),
        (50, 2, Reach(2, 50, 3)),
        (99, 2, Reach(2, 99, 3)),
        (100, 3, Reach(3, 100, 0)),
        (3, 3, Reach(3, 100, 0)),
    ],
)
def test_how_far_a_streak_is_from_gold(value, held, reach):
    assert rules.reach(STREAK, value, held) == reach


@pytest.mark.parametrize(
    ("holders", "learners", "share"),
    [(50, 99, None), (12, 100, 12), (1, 1000, 1), (0, 1000, None)],
)
def test_nobody_is_told_how_rare_a_badge_is_among_too_few(holders, learners, share):
    assert rules.rarity(holders, learners) == share


def test_skills_are_counted_in_their_strand_their_subject_and_altogether():
    known = [
        (SkillStanding("a", Mastery.MASTERED, 9, 0.9), "math/Fractions"),
        (SkillStanding("b", Mastery.PROFICIENT, 9, 0.8), "math/Geometry"),
        (SkillStanding("c", Mastery.FAMILIAR, 9, 0.6), "math/Geometry"),
    ]

    heights = rules.of_skills(known, grown=1).heights

    assert heights[(BadgeMeasure.SKILLS_PROFICIENT, "math")] == 2
    assert heights[(BadgeMeasure.SKILLS_PROFICIENT, "math/Geometry")] == 1
    assert heights[(BadgeMeasure.SKILLS_MASTERED, "")] == 1


def test_growth_is_measured_from_the_lowest_earlier_test_of_the_same_grade():
    def test(percent, grade=5):
        return CarefulTest(uuid4(), Subject.MATH, grade, percent)

    heights = rules.of_tests([test(60), test(50), test(90, grade=4), test(68)]).heights

    assert heights[(BadgeMeasure.TEST_GROWTH, "")] == 18
    assert heights[(BadgeMeasure.SUBJECTS_TESTED, "")] == 1


def test_coming_back_takes_two_weeks():
    monday = date(2026, 5, 11)

    tally = rules.of_days([monday, monday + timedelta(days=13), monday + timedelta(days=27)])

    back = [measure for measure, *_ in tally.deeds if measure is BadgeMeasure.COMEBACKS]
    assert len(back) == 1


def test_what_no_badge_hangs_on_is_not_kept():
    tally = Tally(
        frozenset({(BadgeMeasure.PERFECT, "math", uuid4())}),
        {(BadgeMeasure.STREAK, ""): 0, (BadgeMeasure.SKILLS_PROFICIENT, "math/Ratio and rate"): 4},
    )

    assert tally.wanted == Tally()
