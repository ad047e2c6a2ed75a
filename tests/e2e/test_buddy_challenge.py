"""ada challenges a friend; the friend plays before any form; both are rewarded."""

import re

from playwright.sync_api import expect
from sqlmodel import select

from tests import people
from tests.e2e.conftest import until
from vel_tutor.core.db import reading
from vel_tutor.domain import happenings, incentives
from vel_tutor.models.attribution import AttributionEvent, Referral
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import AttributionKind
from vt import journeys
from vt.journeys import Newcomer

MIA = Newcomer("Mia", "mia@example.org", people.PASSWORD)
NOA = Newcomer("Noa", "parent.of.noa@example.org", people.PASSWORD, (2, 1, 2017), "4")


def send_challenge(screen):
    """ada practises and sends her score; the link."""
    journeys.practise(screen.page, screen.address)
    link = journeys.challenge(screen.page)
    screen.page.get_by_role("link", name="See who plays").click()
    expect(screen.page.get_by_role("heading", level=1)).to_have_text("Waiting for your friend")
    return link


def steps_taken():
    with reading() as tx:
        return [row.kind for row in tx.session.exec(select(AttributionEvent))]


def told():
    with reading() as tx:
        return tx.session.exec(select(FeedItem)).all()


def test_a_friend_plays_joins_and_both_get_a_shield_while_ada_watches(enter):
    signed_in = people.student("Ada")
    ada, mia = enter(signed_in), enter()
    link = send_challenge(ada)

    journeys.accept(mia.page, link)

    expect(ada.page.get_by_role("heading", level=1)).not_to_have_text("Waiting for your friend")

    journeys.sign_up(mia.page, MIA)

    expect(mia.page.get_by_text(re.compile("shield", re.I)).first).to_be_visible()
    expect(ada.page.get_by_text("Joined")).to_be_visible()
    until(ada.page, lambda: set(AttributionKind) == set(steps_taken()))
    assert incentives.purse(people.acting(signed_in)).shields == 1
    with reading() as tx:
        [referral] = tx.session.exec(select(Referral))
        assert referral.referrer_id == people.acting(signed_in).user_id
        assert referral.paid_at
    until(ada.page, lambda: len(told()) == 1)
    assert incentives.drift() == 0
    assert happenings.outbox().dead == 0


def test_a_child_who_plays_waits_for_a_parent_and_nobody_is_paid_yet(enter):
    signed_in = people.student("Ada")
    ada, noa = enter(signed_in), enter()
    link = send_challenge(ada)
    journeys.accept(noa.page, link)

    journeys.sign_up(noa.page, NOA)

    page = noa.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Almost there, Noa")
    assert incentives.purse(people.acting(signed_in)).shields == 0
    assert AttributionKind.ACCOUNT_CREATED not in steps_taken()


def test_a_friend_who_has_an_account_plays_as_themselves_and_brings_no_signup(enter):
    ada, bob = enter(people.student("Ada")), enter(people.student("Bob"))
    link = send_challenge(ada)

    bob.page.goto(link)
    bob.page.get_by_role("button", name="Play now").click()
    expect(bob.page.get_by_role("button", name="Check")).to_be_visible()
    journeys.play(bob.page, journeys.latest_play(), 5, wrong=1, last="See who wins")

    back = bob.page.get_by_role("button", name=re.compile("challenge .* back", re.I))
    expect(back).to_be_visible()
    expect(ada.page.get_by_role("heading", level=1)).not_to_have_text("Waiting for your friend")
    assert AttributionKind.ACCOUNT_CREATED not in steps_taken()


def test_a_friend_may_reload_in_the_middle_and_goes_on_where_they_were(enter):
    ada, mia = enter(people.student("Ada")), enter()
    link = send_challenge(ada)
    mia.page.goto(link)
    mia.page.get_by_role("button", name="Play now").click()
    expect(mia.page.get_by_role("button", name="Check")).to_be_visible()
    session_id = journeys.latest_play()
    journeys.answer(mia.page, session_id, 0, right=True)
    mia.page.get_by_role("button", name="Continue").click()
    expect(mia.page.locator('input[name="position"][value="1"]')).to_be_attached()

    mia.page.reload()

    expect(mia.page.locator('input[name="position"][value="1"]')).to_be_attached()


def test_a_link_nobody_made_leads_to_a_kind_page_with_a_way_on(guest_at):
    page = guest_at.go("/s/abcdefghijk.AAAAAAAAAAAAAAAA")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link").first).to_be_visible()
