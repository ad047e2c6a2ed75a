"""Every strand belongs to an area, and every grade has an outline that fits into a test."""

import pytest

from vel_tutor import content
from vel_tutor.content import blueprint
from vel_tutor.vocabulary import GRADES, Subject


@pytest.mark.parametrize("skill", content.skills(), ids=lambda skill: skill.id)
def test_a_skill_belongs_to_an_area(skill):
    assert blueprint.area(skill.subject, skill.strand) in blueprint.AREAS[skill.subject]


@pytest.mark.parametrize("subject", Subject)
def test_an_outline_fits_into_the_shortest_test(subject):
    for grade in GRADES:
        outline = blueprint.outline(subject, grade)

        assert sum(outline.least.values()) <= 20
        assert outline.least.keys() == blueprint.AREAS[subject].keys()
        assert outline.covers(min(grade, 12))
