"""Whatever is chosen, the sums add up to what the people themselves say."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import sqrt

import pytest
from sqlmodel import select

from tests.growth import Crowd
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.domain import insight
from vel_tutor.models.insight import ActiveDay, CreditedTouch
from vel_tutor.vocabulary import CreditModel, LoopKind, Role

NOON = datetime(2026, 10, 30, 12, tzinfo=UTC)
CHOICES = (
    (frozenset(LoopKind), frozenset({Role.STUDENT, Role.PARENT, Role.TUTOR}), CreditModel.LAST, 30),
    (frozenset({LoopKind.RESULTS_RALLY, LoopKind.PROUD_PARENT}), {Role.STUDENT}, "first", 30),
    (frozenset({LoopKind.STREAK_RESCUE}), {Role.STUDENT, Role.PARENT}, CreditModel.DECAY, 14),
    (frozenset({LoopKind.BUDDY_CHALLENGE}), {Role.PARENT}, CreditModel.LINEAR, 30),
)


def by_hand(loops, personas, model, days) -> tuple[int, float, float]:
    """People, K, and half its interval, person by person and tree by tree."""
    first = NOON.date() - timedelta(days=days - 1)
    with reading() as tx:
        active = [a for a in tx.session.exec(select(ActiveDay)).all() if a.day >= first]
        credits = [c for c in tx.session.exec(select(CreditedTouch)).all() if c.day >= first]
    people = {a.user_id: a.root_id for a in active if a.persona in personas}
    everybody = {a.user_id for a in active}
    size, brought = defaultdict(int), defaultdict(float)
    for root in people.values():
        size[root] += 1
    for one in credits:
        if one.loop in loops and one.persona in personas and one.inviter_id in everybody:
            brought[one.root_id] += getattr(one, model)
    n = len(people)
    k = sum(brought.values()) / n
    spread = sum((brought[root] - k * size[root]) ** 2 for root in {*size, *brought})
    return n, k, 1.959964 * sqrt(spread * n / (n - 1)) / n


def test_any_choice_adds_up_again_exactly(clean_world):
    with clock.stopped(NOON):
        Crowd(NOON, learners=230, followers=60).moves_in()
        insight.recompute()
        for loops, personas, model, days in CHOICES:
            chosen = replace(
                insight.default_filters(NOON.date()),
                starts_on=NOON.date() - timedelta(days=days - 1),
                loops=loops,
                personas=frozenset(personas),
                model=CreditModel(model),
                is_net=False,
            )
            found = insight.k_report(None, chosen).headline
            n, k, half = by_hand(loops, personas, model, days)

            assert found.people == n
            assert found.signup.value == pytest.approx(k)
            if n >= 200:
                assert found.signup.high == pytest.approx(k + half, abs=1e-6)
