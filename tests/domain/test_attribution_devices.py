"""Who is credited when an invitation is opened on one device and the account made on another."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.accounts import Browser, Coming, NewAccount, joining
from vel_tutor.domain.attribution import LinkView, Visit
from vel_tutor.models.attribution import Referral, TouchTrace
from vel_tutor.vocabulary import Hold, LoopKind, Match

HOME = accounts.origin_hash("203.0.113.9", "Safari on iPhone")
SCHOOL = accounts.origin_hash("203.0.113.10", "Safari on iPhone")


@pytest.fixture
def link(ada) -> LinkView:
    with transaction() as tx:
        return attribution.create_link(
            tx,
            ada.user_id,
            LoopKind.BUDDY_CHALLENGE,
            campaign="weekly_2026_w47",
            target_id=uuid4(),
            lifetime=timedelta(days=14),
        )


def opens(link: LinkView, visitor: str, origin: str = HOME, *, comes_alive: bool = False) -> None:
    attribution.open_link(link.code, Visit(visitor_id=visitor, origin_hash=origin))
    if comes_alive:
        with transaction() as tx:
            attribution.clicked(tx, link, visitor_id=visitor)


def joins(coming: Coming, name: str = "Cid") -> UUID:
    user = people.acting(people.student(name)).user_id
    with transaction() as tx:
        attribution.account_created(tx, user, coming)
    return user


def credited(user: UUID) -> tuple[Match, Hold | None] | None:
    with reading() as tx:
        row = tx.session.exec(select(Referral).where(Referral.invitee_id == user)).one_or_none()
    return (row.match, row.held) if row else None


def test_a_link_opened_in_the_same_visit_is_the_surest_sign(link):
    opens(link, "phone", comes_alive=True)

    assert credited(joins(Coming(visitor_id="phone"))) == (Match.TOKEN, None)


def test_the_cookie_remembers_for_days(link):
    opens(link, "phone", comes_alive=True)

    with clock.stopped(clock.now() + timedelta(days=3)):
        assert credited(joins(Coming(visitor_id="phone"))) == (Match.COOKIE, None)


def test_a_waiting_account_keeps_who_the_child_had_been(link):
    opens(link, "tablet", comes_alive=True)

    assert credited(joins(Coming(visitor_id="tablet", was_kept=True))) == (Match.ACCOUNT, None)


def test_the_laptop_of_whoever_opened_it_on_the_phone_is_likely_and_not_paid(link, ada):
    opens(link, "phone")

    cid = joins(Coming(visitor_id="laptop", origin_hash=HOME))

    assert credited(cid) == (Match.PROBABILISTIC, Hold.UNPROVEN)
    with transaction() as tx:
        attribution.first_value(tx, link, visitor_id=None, user_id=cid)
    with transaction() as tx:
        assert attribution.take_payable(tx, cid, LoopKind.BUDDY_CHALLENGE) is None


def test_two_guests_behind_one_address_are_no_match(link):
    opens(link, "phone")
    opens(link, "another phone")

    assert credited(joins(Coming(visitor_id="laptop", origin_hash=HOME))) is None


@pytest.mark.parametrize(
    ("origin", "later"),
    [(SCHOOL, timedelta()), (HOME, timedelta(hours=2, seconds=1)), ("", timedelta())],
    ids=["another address", "too late", "unknown"],
)
def test_nobody_is_likely_elsewhere_or_later(link, origin, later):
    opens(link, "phone")

    with clock.stopped(clock.now() + later):
        assert credited(joins(Coming(origin_hash=origin))) is None


def test_what_is_proved_comes_before_what_is_likely(link, bob):
    with transaction() as tx:
        bobs = attribution.create_link(
            tx,
            bob.user_id,
            LoopKind.RESULTS_RALLY,
            campaign="weekly_2026_w47",
            target_id=uuid4(),
            lifetime=timedelta(days=30),
        )
    opens(link, "somebody else at home")
    opens(bobs, "own", SCHOOL, comes_alive=True)

    cid = joins(Coming(visitor_id="own", origin_hash=HOME))

    with reading() as tx:
        row = tx.session.exec(select(Referral).where(Referral.invitee_id == cid)).one()
    assert (row.referrer_id, row.match) == (bob.user_id, Match.TOKEN)


def test_programs_leave_no_trace_and_traces_go_after_thirty_days(link):
    opens(link, "")
    opens(link, "phone")

    with clock.stopped(clock.now() + timedelta(days=30, seconds=1)):
        assert attribution.forget_traces() == 1
    with reading() as tx:
        assert tx.session.exec(select(TouchTrace)).all() == []


def test_signing_up_tells_where_from_but_a_child_does_not(link, monkeypatch):
    came: list[Coming] = []
    monkeypatch.setattr(joining, "_hooks", [lambda tx, user, coming: came.append(coming)])
    phone = Browser(address="203.0.113.9", device="Safari on iPhone")
    form = NewAccount(
        first_name="Dan",
        email="dan@example.org",
        password=people.PASSWORD,
        time_zone=people.ZONE,
        grade="9",
    )

    accounts.sign_up(form, people.gate(15), phone)
    people.child("Eve", "pat.of.eve@example.org", visitor_id="tablet")
    accounts.give_consent(people.mailed_link("consent", to="pat.of.eve"), phone)

    assert [(coming.origin_hash, coming.was_kept) for coming in came] == [(HOME, False), ("", True)]
