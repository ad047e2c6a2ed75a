"""Who counts in a K-factor: everybody who learned in the period, and parents of whoever did."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from tests.growth import Town
from vel_tutor.core.db import transaction
from vel_tutor.domain import insight
from vel_tutor.domain.accounts import kin
from vel_tutor.domain.insight import KFilters
from vel_tutor.domain.insight.views import KLineView
from vel_tutor.models.accounts import FamilyTie
from vel_tutor.vocabulary import LoopKind, Role, TieHow

WEEK = KFilters(starts_on=date(2026, 10, 5), ends_on=date(2026, 10, 11), is_net=False)


@pytest.fixture
def town(clean_world) -> Town:
    """Ada learns on Monday; pat is lea's parent."""
    town = Town()
    for name, role in (("ada", Role.STUDENT), ("lea", Role.STUDENT), ("pat", Role.PARENT)):
        town.arrives(name, role=role)
    town.learns("ada", 0.1)
    with town.on(0), transaction() as tx:
        kin.tie(tx, town.people["lea"], town.people["pat"], TieHow.INVITED, None)
    return town


def brings(town: Town, inviter: str, friend: str, loop: LoopKind, day: float) -> None:
    link = town.invites(inviter, loop, day)
    town.follows(friend, link, day + 0.1)
    town.arrives(friend, day + 0.2)


def headline(town: Town, **choice) -> KLineView:
    with town.on(50):
        insight.recompute()
        return insight.k_report(None, replace(WEEK, **choice)).headline


def test_a_parent_is_with_us_when_their_child_learns(town):
    town.learns("lea", 1)
    brings(town, "pat", "kim", LoopKind.PROUD_PARENT, 2)

    found = headline(town)

    assert (found.people, found.joined) == (3, 1)


def test_a_parent_whose_child_did_not_learn_is_not(town):
    brings(town, "pat", "kim", LoopKind.PROUD_PARENT, 2)

    found = headline(town)

    assert (found.people, found.joined) == (1, 0)


def test_a_tie_that_has_ended_makes_nobody_active(town):
    with town.on(0.5), transaction() as tx:
        tx.session.exec(select(FamilyTie)).one().ended_at = tx.now
    town.learns("lea", 1)

    assert headline(town).people == 2


def test_whoever_did_not_learn_in_the_week_brings_nobody_in_it(town):
    brings(town, "ada", "kim", LoopKind.BUDDY_CHALLENGE, 2)
    town.learns("lea", 8)
    brings(town, "ada", "tom", LoopKind.BUDDY_CHALLENGE, 9)

    first = headline(town)
    second = headline(town, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 18))

    assert (first.people, first.joined) == (1, 1)
    assert (second.people, second.joined) == (2, 0), "lea and, for her, pat; ada was away"
