"""Where people come from: steps that count once, and one credited referrer."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, func, select, text

from tests.attributing import click, count, join, link_from, newcomer, pay, reach, referral
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import Visit
from vel_tutor.models.attribution import Link, Referral, Touch
from vel_tutor.vocabulary import (
    AttributionKind,
    Channel,
    Hold,
    LoopKind,
    Standing,
    TouchKind,
)


def test_asking_for_the_address_is_no_click(ada):
    link = link_from(ada.user_id)

    for _ in range(20):
        attribution.open_link(link.code, Visit())

    with reading() as tx:
        assert attribution.touches(tx, link.id, TouchKind.HIT) == 20
        assert attribution.touches(tx, link.id, TouchKind.CLICK) == 0
    assert count(AttributionKind.LINK_CLICKED) == 0


def test_a_visitors_click_counts_once_and_remembers_the_channel(ada):
    link = link_from(ada.user_id)
    attribution.open_link(link.code, Visit(visitor_id="guest", channel=Channel.WHATSAPP))

    clicks = [click(link, "guest") for _ in range(3)]

    assert clicks == [True, False, False]
    with reading() as tx:
        touch = tx.session.exec(select(Touch).where(Touch.kind == TouchKind.CLICK)).one()
    assert touch.channel is Channel.WHATSAPP
    assert count(AttributionKind.LINK_CLICKED) == 1


def test_who_clicked_as_a_guest_does_not_click_again_as_a_member(ada):
    link = link_from(ada.user_id)
    click(link, "guest")
    user = join("guest")

    assert not click(link, attribution.visitor_for("guest"), user)
    assert count(AttributionKind.LINK_CLICKED) == 1


def test_neither_the_sender_nor_staff_nor_nobody_clicks(ada):
    link = link_from(ada.user_id)

    assert not click(link, "her-phone", ada.user_id)
    assert not click(link, "desk", newcomer("Sam"), standing=Standing.TRUST_SAFETY)
    assert not click(link, "")
    assert count(AttributionKind.LINK_CLICKED) == 0


def test_touches_and_steps_are_never_changed(ada):
    link = link_from(ada.user_id)
    click(link, "guest")

    for table in ("touch", "attribution_event"):
        with pytest.raises(DBAPIError, match="only ever added"), transaction() as tx:
            tx.session.connection().execute(text(f"DELETE FROM {table}"))  # noqa: S608


def test_the_first_click_of_the_month_is_credited(ada):
    bea = newcomer("Bea")
    first, second = link_from(ada.user_id), link_from(bea)
    click(first, "guest")
    click(second, "guest")

    row = referral(join("guest"))

    assert row is not None
    assert (row.referrer_id, row.depth, row.root_referrer_id) == (ada.user_id, 1, ada.user_id)
    assert row.held is None


def test_a_click_older_than_thirty_days_is_forgotten(ada):
    old, fresh = link_from(ada.user_id, days=90), link_from(newcomer("Bea"))
    with clock.stopped(clock.now() - timedelta(days=30, seconds=1)):
        click(old, "guest")
    click(fresh, "guest")

    row = referral(join("guest"))

    assert row is not None
    assert row.link_id == fresh.id


def test_who_came_alone_owes_nobody(ada):
    link_from(ada.user_id)

    assert referral(join("guest")) is None
    assert referral(join("")) is None
    assert count(AttributionKind.ACCOUNT_CREATED) == 0


def test_a_member_who_clicks_is_not_a_new_person(ada):
    bea, link = newcomer("Bea"), link_from(ada.user_id)
    assert click(link, "guest", bea)

    reach(link, "guest", bea)

    assert referral(bea) is None
    assert not pay(bea)


@pytest.mark.parametrize("order", ["plays first", "joins first"])
def test_playing_and_joining_pay_once_in_either_order(ada, order):
    link = link_from(ada.user_id)
    click(link, "guest")
    if order == "plays first":
        reach(link, "guest")
        user = join("guest")
    else:
        user = join("guest")
        assert not pay(user)
        reach(link, None, user)

    assert [pay(user), pay(user)] == [True, False]


def test_what_is_held_is_not_paid(ada):
    link = link_from(ada.user_id)
    click(link, "guest")
    reach(link, "guest", held=Hold.TOO_FAST)

    assert not pay(join("guest"))


def test_first_value_counts_once_as_guest_and_as_member(ada):
    link = link_from(ada.user_id)
    click(link, "guest")
    assert reach(link, "guest")
    user = join("guest")

    assert not reach(link_from(newcomer("Bea")), None, user)
    assert count(AttributionKind.FVM_REACHED) == 1


def test_the_next_guest_of_a_browser_is_somebody_else_on_the_same_device(ada):
    link = link_from(ada.user_id)
    click(link, "tablet")
    join("tablet")

    fresh = attribution.visitor_for("tablet")

    assert fresh not in ("", "tablet")
    assert attribution.visitor_for(fresh) == fresh
    with reading() as tx:
        assert set(attribution.visitors_on_device(tx, fresh)) == {"tablet", fresh}


def test_joining_twice_with_one_visitor_credits_one(ada):
    link = link_from(ada.user_id)
    click(link, "guest")
    join("guest")

    assert referral(join("guest")) is None
    assert count(AttributionKind.ACCOUNT_CREATED) == 1


def test_the_senders_own_browser_holds_the_reward(ada):
    link = link_from(ada.user_id)
    attribution.seen_together("her-phone", ada.user_id)
    click(link, "her-phone")
    reach(link, "her-phone")

    user = join("her-phone")

    row = referral(user)
    assert row is not None
    assert row.held is Hold.SAME_DEVICE
    assert not pay(user)


def test_nobody_is_brought_by_somebody_they_brought(ada):
    attribution.seen_together("her-phone", ada.user_id)
    click(link_from(ada.user_id), "bea-phone")
    bea = join("bea-phone")
    click(link_from(bea), "her-phone")

    second_ada = join("her-phone", newcomer("Ada again"))

    row = referral(second_ada)
    assert row is not None
    assert row.held is Hold.REFERRAL_LOOP
    assert (row.depth, row.root_referrer_id) == (2, ada.user_id)


def test_chains_of_any_length_know_their_root(ada):
    sender = ada.user_id
    for step in range(1, 8):
        click(link_from(sender), f"guest-{step}")
        sender = join(f"guest-{step}")

    row = referral(sender)

    assert row is not None
    assert (row.depth, row.root_referrer_id) == (7, ada.user_id)


def test_the_fourth_account_of_a_device_in_a_week_waits(ada):
    held = []
    visitor = "tablet"
    for _ in range(4):
        click(link_from(ada.user_id), visitor)
        row = referral(join(visitor))
        assert row is not None
        held.append(row.held)
        visitor = attribution.visitor_for(visitor)

    assert held == [None, None, None, Hold.DEVICE_CROWDED]


@pytest.mark.commits
def test_fifty_joinings_at_once_make_one_referral(ada):
    click(link_from(ada.user_id), "guest")
    people = [newcomer() for _ in range(50)]

    with ThreadPoolExecutor(25) as pool:
        list(pool.map(lambda user: join("guest", user), people))

    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(Referral)).one() == 1
    assert count(AttributionKind.ACCOUNT_CREATED) == 1


@pytest.mark.commits
def test_playing_and_joining_at_the_same_moment_pay_exactly_once(ada):
    for round_ in range(10):
        visitor, user = f"guest-{round_}", newcomer()
        link = link_from(ada.user_id)
        click(link, visitor)

        def play(link=link, visitor=visitor, user=user) -> bool:
            with transaction() as tx:
                attribution.first_value(tx, link, visitor_id=visitor, user_id=None)
                return attribution.take_payable(tx, user, LoopKind.BUDDY_CHALLENGE) is not None

        def sign_up(visitor=visitor, user=user) -> bool:
            with transaction() as tx:
                attribution.account_created(tx, user, Coming(visitor_id=visitor))
                return attribution.take_payable(tx, user, LoopKind.BUDDY_CHALLENGE) is not None

        with ThreadPoolExecutor(2) as pool:
            paid = [task.result() for task in (pool.submit(play), pool.submit(sign_up))]

        assert sorted(paid) == [False, True], round_


def test_an_expired_link_can_be_told_by_its_row_alone(ada):
    link = link_from(ada.user_id)
    with transaction() as tx:
        past = func.clock_timestamp() - timedelta(seconds=1)
        tx.session.exec(update(Link).where(col(Link.id) == link.id).values(expires_at=past))

    assert attribution.link_for(link.code) is None


def _many_invitations(first: UUID, dice: random.Random) -> dict[UUID, str]:
    """Twenty-five people bring each other, some on a device of somebody else's; who uses which."""
    device_of, visitor_of = {first: "her-phone"}, {first: "her-phone"}
    attribution.seen_together("her-phone", first)
    for step in range(25):
        link = link_from(dice.choice(list(device_of)))
        owner = dice.choice(list(device_of)) if dice.random() < 0.4 else None
        visitor = attribution.visitor_for(visitor_of[owner]) if owner else f"phone-{step}"
        click(link, visitor)
        reach(link, visitor)
        joined = join(visitor)
        device_of[joined] = device_of[owner] if owner else visitor
        visitor_of[joined] = visitor_of[owner or joined] = visitor
    return device_of


def _chain(person: UUID) -> list[UUID]:
    """Who brought `person`, who brought them, up to the root."""
    chain: list[UUID] = []
    above = referral(person)
    while above:
        chain.append(above.referrer_id)
        above = referral(above.referrer_id)
    return chain


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_invitations_pays_a_circle(ada, seed):
    device_of = _many_invitations(ada.user_id, random.Random(seed))  # noqa: S311

    for person in list(device_of)[1:]:
        row, chain = referral(person), _chain(person)
        assert row is not None
        assert person not in chain
        assert (row.depth, row.root_referrer_id) == (len(chain), chain[-1])
        if device_of[person] in {device_of[ancestor] for ancestor in chain}:
            assert row.held is not None
        assert pay(person) == (row.held is None)
