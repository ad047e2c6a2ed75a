"""The skill graph has a direction, and no way back."""

import re
from graphlib import TopologicalSorter

from vel_tutor import content
from vel_tutor.content.gates import flesch_kincaid
from vel_tutor.vocabulary import Subject

MATHS = re.compile(r"\\\(.*?\\\)")


def test_no_skill_builds_toward_itself_by_any_way():
    edges = {skill.id: set(skill.builds_toward) for skill in content.skills()}

    order = tuple(TopologicalSorter(edges).static_order())

    assert len(order) == len(edges)


def test_skills_build_only_toward_known_skills_of_the_same_grade_or_later():
    for skill in content.skills():
        for target in skill.builds_toward:
            assert content.skill(target).grade >= skill.grade, (skill.id, target)


def test_prerequisites_are_the_edges_read_backwards():
    for skill in content.skills():
        for target in skill.builds_toward:
            assert skill.id in content.skill(target).prerequisites


def test_every_prerequisite_is_a_known_skill_of_the_same_subject():
    for skill in content.skills():
        for before in skill.prerequisites:
            assert content.skill(before).subject is skill.subject, (skill.id, before)


def test_math_starts_from_what_one_learns_in_kindergarten_or_grade_1():
    math = [skill for skill in content.skills() if skill.subject is Subject.MATH]

    roots = {skill.id for skill in math if not skill.prerequisites}

    assert all(content.skill(root).grade <= 1 for root in roots), roots


def test_young_learners_can_read_what_each_math_skill_is_about():
    young = [s for s in content.skills() if s.subject is Subject.MATH and s.grade <= 5]

    levels = {s.id: flesch_kincaid(MATHS.sub(" it ", s.about)) - s.grade for s in young}

    assert all(len(re.findall(r"[.?!]", s.about)) >= 3 for s in young)
    assert max(levels.values()) <= 1, max(levels, key=levels.__getitem__)


def test_science_starts_from_what_one_meets_in_kindergarten():
    science = [skill for skill in content.skills() if skill.subject is Subject.SCIENCE]

    roots = {skill.id for skill in science if not skill.prerequisites}

    assert all(content.skill(root).grade == 0 for root in roots), roots
    assert {skill.grade for skill in science} == set(range(14))


def test_learners_of_any_age_can_read_what_each_science_skill_is_about():
    science = [skill for skill in content.skills() if skill.subject is Subject.SCIENCE]

    for skill in science:
        assert len(re.findall(r"[.?!]", skill.about)) >= 3, skill.id
        assert flesch_kincaid(skill.about) <= skill.grade + 1, skill.id


def test_every_science_skill_has_questions_that_are_made_and_not_only_written():
    made = {family.skill for family in content.families() if not family.authored}
    science = {skill.id for skill in content.skills() if skill.subject is Subject.SCIENCE}

    assert science <= made
