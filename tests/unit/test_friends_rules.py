"""Who may meet whom, for every pair of ages."""

import pytest

from vel_tutor.domain.friends import rules
from vel_tutor.domain.friends.rules import Party

CHILD = Party(is_minor=True, is_child=True, has_friends=True)
SHUT_CHILD = Party(is_minor=True, is_child=True, has_friends=False)
TEEN = Party(is_minor=True)
QUIET_TEEN = Party(is_minor=True, has_friends=False)
ADULT = Party(is_minor=False)
MADE_UP = Party(is_minor=False, simulation="run 1")


@pytest.mark.parametrize(
    ("one", "other", "strangers", "family"),
    [
        (ADULT, ADULT, True, True),
        (ADULT, TEEN, False, True),
        (ADULT, QUIET_TEEN, False, True),
        (ADULT, CHILD, False, True),
        (ADULT, SHUT_CHILD, False, True),
        (TEEN, TEEN, True, True),
        (TEEN, QUIET_TEEN, True, True),
        (TEEN, CHILD, True, True),
        (TEEN, SHUT_CHILD, False, True),
        (CHILD, CHILD, True, True),
        (CHILD, SHUT_CHILD, False, True),
        (SHUT_CHILD, SHUT_CHILD, False, True),
        (MADE_UP, ADULT, False, False),
        (MADE_UP, MADE_UP, True, True),
    ],
)
def test_ages_decide_who_meets_unless_they_are_family(one, other, strangers, family):
    for pair in ((one, other), (other, one)):
        assert rules.may_meet(*pair, are_family=False) is strangers
        assert rules.may_meet(*pair, are_family=True) is family
