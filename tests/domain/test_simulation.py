"""Made-up people live in the real app, and the dashboard says of them what is true."""

import pytest
from sqlmodel import select

from vel_tutor.core.db import reading
from vel_tutor.domain import bank, loops
from vel_tutor.domain.accounts import joining
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import Referral
from vel_tutor.vocabulary import Subject
from vt.simulation import report
from vt.simulation.people import Nature
from vt.simulation.world import World

OUTGOING = Nature(*[(10_000, 1)] * 5)
"""People who all but certainly practise, invite, open, play and join: ids are drawn anew in each
run, and with them who is asked what; of ordinary people so few might bring nobody."""


@pytest.fixture
def world(clean_world, monkeypatch) -> World:
    """Four people of two days, and whom they bring."""
    monkeypatch.setattr(joining, "_hooks", [])
    monkeypatch.setattr("vt.simulation.world.OF_THEIR_OWN_ACCORD", 1.0)
    loops.listen_to_joining()
    bank.fill(Subject.MATH, per_family=1)
    world = World("two days", seed=7, users=4, days=2, nature=OUTGOING)
    world.live()
    return world


def test_book_and_dashboard_agree_and_nobody_passes_for_real(world):
    found = report.compare(world)

    assert report.differing(found) == []
    assert found["truth"]["2026-01-05..2026-01-06"]["active"] > 0
    with reading() as tx:
        assert {user.simulation for user in tx.session.exec(select(User))} == {"two days"}
        referrals = len(tx.session.exec(select(Referral)).all())
    assert referrals == sum(group["brought"] for group in found["groups"].values()) > 0


def test_a_difference_is_named():
    truth = {"2026-01-05..2026-01-06": {"active": 3, "signup": {"all": 0.5}}}
    shown = {"2026-01-05..2026-01-06": {"active": 3, "signup": {"all": 0.25}}}

    assert report.differing({"truth": truth, "dashboard": truth}) == []
    assert report.differing({"truth": truth, "dashboard": shown}) == [
        "2026-01-05..2026-01-06/signup/all: 0.5 in truth, 0.25 on the dashboard"
    ]
