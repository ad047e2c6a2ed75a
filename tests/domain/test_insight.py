"""Who brings whom: the K-factor of the reference case, and of everybody who asks differently."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from sqlmodel import select, text

from tests.growth import Town
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import insight
from vel_tutor.domain.insight import KFilters, KReport
from vel_tutor.models.insight import CreditedTouch
from vel_tutor.vocabulary import CreditModel, LoopKind

BC, RR, PP = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY, LoopKind.PROUD_PARENT
TOUCHES = (
    ("j1", "u1", BC, 1),
    ("j1", "u2", RR, 3),
    ("j2", "u1", BC, 2),
    ("j3", "u3", PP, 1),
    ("j3", "u3", PP, 5),
    ("j4", "u2", RR, 2),
    ("j5", "u4", BC, 1),
    ("j6", "u5", BC, 2),
)
SIGN_UPS = {"j1": 4, "j2": 2.5, "j3": 6, "j5": 40, "j6": 2.2}
FIRST_VALUES = {"j1": 4, "j3": 9, "j6": 2.3}
FRAUD = "j6"


@pytest.fixture
def reference(clean_world) -> Town:
    """Ten active learners, six of the invited: the reference case C34."""
    town = Town()
    for n in range(1, 11):
        town.arrives(f"u{n}")
        town.learns(f"u{n}", day=0.1)
    links = {(j, day): town.invites(u, loop, day - 0.5) for j, u, loop, day in TOUCHES}
    for j, _, _, day in TOUCHES:
        town.follows(j, links[j, day], day)
    for j, day in SIGN_UPS.items():
        town.arrives(j, day)
    for j, day in FIRST_VALUES.items():
        town.reaches(j, next(link for (who, _), link in links.items() if who == j), day)
    town.is_fraud(FRAUD, day=10)
    return town


def filters(**choice) -> KFilters:
    return replace(KFilters(starts_on=date(2026, 10, 5), ends_on=date(2026, 10, 11)), **choice)


def report(day: float = 50, town: Town | None = None, **choice) -> KReport:
    with (town or Town()).on(day):
        return insight.k_report(None, filters(**choice))


def by_loop(report: KReport, goal: str) -> list[float]:
    return [getattr(line, goal).value for line in report.loops[:3]]


@pytest.mark.parametrize(
    ("choice", "goal", "expected"),
    [
        ({"is_net": False, "model": CreditModel.LAST}, "signup", [0.2, 0.1, 0.1]),
        ({"model": CreditModel.LAST}, "signup", [0.1, 0.1, 0.1]),
        ({"model": CreditModel.LINEAR}, "signup", [0.15, 0.05, 0.1]),
        ({"model": CreditModel.DECAY}, "signup", [0.145065, 0.054935, 0.1]),
        ({"model": CreditModel.LAST}, "first_value", [0.0, 0.1, 0.1]),
        ({"model": CreditModel.LINEAR}, "first_value", [0.05, 0.05, 0.1]),
    ],
    ids=["raw last", "net last", "net linear", "net decay", "value net last", "value net linear"],
)
def test_the_reference_case_comes_out_as_written(reference, choice, goal, expected):
    with reference.on(50):
        insight.recompute()

    found = report(**choice)

    assert by_loop(found, goal) == pytest.approx(expected, abs=5e-7)
    assert getattr(found.headline, goal).value == pytest.approx(sum(expected), abs=1e-6)
    assert found.headline.people == 10


def credits_of(town: Town) -> list[CreditedTouch]:
    with reading() as tx:
        mine = select(CreditedTouch).where(CreditedTouch.simulation == town.simulation)
        return list(tx.session.exec(mine).all())


def test_the_credit_for_each_sign_up_adds_up_to_one_by_every_model(reference):
    with reference.on(50):
        insight.recompute()
    shares = credits_of(reference)

    for model, name in product(CreditModel, ("j1", "j2", "j3", "j6")):
        theirs = [getattr(s, model) for s in shares if s.invitee_id == reference.people[name]]
        assert sum(theirs) == pytest.approx(1, abs=1e-9)
    assert reference.people["j5"] not in {share.invitee_id for share in shares}


def test_what_the_loops_brought_adds_up_to_the_sign_ups_by_every_model(reference):
    with reference.on(50):
        insight.recompute()

    for model in CreditModel:
        found = report(model=model, is_net=False)
        assert sum(line.joined for line in found.loops) == pytest.approx(4, abs=1e-9)
        assert sum(line.joined for line in found.channels) == pytest.approx(4, abs=1e-9)
        assert found.headline.joined == pytest.approx(4, abs=1e-9)


def test_figures_are_so_far_until_the_last_invitation_had_its_fortnight(reference):
    with reference.on(50):
        insight.recompute()

    assert not report(day=20).headline.is_final
    assert report(day=20).headline.maturity == "so far, final on 26 Oct 2026"
    assert report(day=21).headline.is_final


def test_too_few_people_are_said_to_be_too_few(reference):
    with reference.on(50):
        insight.recompute()

    found = report().headline.signup

    assert found.words == "not enough data yet (n = 10, need 100)"
    assert not found.is_enough


def test_simulated_people_are_never_mixed_with_real_ones(reference):
    other = Town(simulation="seven")
    other.arrives("u1")
    other.learns("u1", 0.1)
    link = other.invites("u1", BC, 1)
    other.follows("z", link, 1.5)
    other.arrives("z", 2)
    with reference.on(50):
        insight.recompute()
        insight.recompute("seven")

    assert report(is_net=False).headline.joined == 4
    simulated = report(simulation="seven")
    assert (simulated.headline.people, simulated.headline.joined) == (2 - 1, 1)
    assert simulated.simulations == ("seven",)


def test_turn_by_turn_comes_to_the_same_as_all_at_once(clean_world):
    town = Town()
    loops, links = (BC, RR, PP), {}
    for n in range(6):
        town.arrives(f"u{n}", n / 100)
    for n in range(6):
        town.learns(f"u{n}", n + 0.1)
        links[n] = town.invites(f"u{n}", loops[n % 3], n + 0.2)
        town.follows(f"j{n}", links[n], n + 0.3)
        roll(town, n + 0.31)
        if n > 2:
            town.follows(f"j{n - 3}", links[n], n + 0.4)
            town.arrives(f"j{n - 3}", n + 0.5)
            roll(town, n + 0.51)
            town.learns(f"j{n - 3}", n + 0.6)
            town.reaches(f"j{n - 3}", links[n - 3], n + 0.7)
            town.invites(f"j{n - 3}", BC, n + 0.8)
    roll(town, 6)
    town.is_paid_for("j1", loops[1], 9)
    town.is_fraud("j2", 9.5)

    with town.on(12):
        assert insight.check() == 0
    assert report(day=12, is_net=False).headline.joined == 3


def roll(town: Town, day: float) -> None:
    with town.on(day):
        insight.catch_up()


def test_a_sum_that_has_gone_astray_is_found_and_put_right(reference):
    with reference.on(50):
        insight.recompute()
        with transaction() as tx:
            tx.session.connection().execute(text("UPDATE funnel_day SET opened = opened + 1"))

        assert insight.check() > 0
        assert insight.check() == 0


def test_of_somebody_who_is_gone_no_day_stays(reference):
    with reference.on(50):
        insight.recompute()
        with transaction() as tx:
            gone = reference.people["u10"]
            tx.session.connection().execute(text("DELETE FROM practice_question"))
            insight.forget(tx, gone)
            left = "SELECT count(*) FROM active_day WHERE user_id = :gone"
            assert tx.session.connection().execute(text(left), {"gone": gone}).scalar() == 0

        insight.catch_up()

        assert insight.check() == 0
        assert report().headline.people == 0


def test_the_staff_of_other_trades_does_not_see_it(sam, ada):
    for actor in (sam, ada):
        with pytest.raises(NotAllowed):
            insight.k_report(actor, filters())
