"""ada calls a friend; the two practise side by side, each in their own browser."""

import re

from playwright.sync_api import expect
from sqlmodel import select

from tests import people
from tests.company import guest, member, play
from tests.e2e.conftest import until
from vel_tutor.core.db import reading
from vel_tutor.domain import incentives
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.rescue import RescueSeat
from vt import journeys, journeys_rescue
from vt.journeys import Newcomer

MIA = Newcomer("Mia", "mia@example.org", people.PASSWORD)


def friend_in(room):
    """The guest in the room, as the domain knows them."""
    with reading() as tx:
        seat = select(RescueSeat).where(RescueSeat.rescue_id == room)
        [visitor] = [one.player_visitor_id for one in tx.session.exec(seat) if not one.is_inviter]
    return guest(visitor or "")


def told():
    """In whose feeds it stands."""
    with reading() as tx:
        return {item.owner_id for item in tx.session.exec(select(FeedItem))}


def test_two_save_their_streaks_together_and_the_guest_joins(enter):
    signed_in = people.student("Ada")
    ada, mia = enter(signed_in), enter()
    link = journeys_rescue.call(ada.page, ada.address)
    room = journeys_rescue.come(mia.page, link)
    journeys_rescue.go_in(ada.page)
    expect(ada.page.get_by_text("Your buddy is here").first).to_be_visible()

    deck = journeys_rescue.deck_of(room, is_inviter=False)
    journeys.answer(mia.page, deck, 0, right=True)
    expect(ada.page.get_by_text("Your buddy: 1 / 10")).to_be_visible()
    for who, screen in ((member(people.acting(signed_in)), ada), (friend_in(room), mia)):
        play(who, room, 9)
        screen.page.reload()
    for is_inviter, screen in ((True, ada), (False, mia)):
        deck = journeys_rescue.deck_of(room, is_inviter=is_inviter)
        journeys.answer(screen.page, deck, 9, right=True)
        screen.page.get_by_role("button", name=journeys_rescue.LAST).click()

    expect(ada.page.get_by_role("heading", level=1)).to_have_text("You did it together!")
    expect(ada.page.get_by_text("You got a streak shield.")).to_be_visible()
    expect(mia.page.get_by_text("Sign up, and it is yours.")).to_be_visible()
    journeys_rescue.sign_up(mia.page, MIA)
    assert incentives.purse(people.acting(signed_in)).shields == 1
    until(ada.page, lambda: len(told()) == 2)
    assert incentives.drift() == 0


def test_a_drop_loses_nothing_and_a_third_person_reads_that_the_room_is_full(enter):
    ada, bob, cem = (enter(people.student(name)) for name in ("Ada", "Bob", "Cem"))
    link = journeys_rescue.call(ada.page, ada.address)
    room = journeys_rescue.come(bob.page, link)
    deck = journeys_rescue.deck_of(room, is_inviter=False)
    journeys.answer(bob.page, deck, 0, right=True)

    bob.context.set_offline(True)
    bob.page.wait_for_timeout(500)
    bob.context.set_offline(False)
    bob.page.get_by_role("button", name="Continue").click()
    expect(bob.page.locator('input[name="position"][value="1"]')).to_be_attached()
    second = bob.open_tab()
    second.goto(f"{bob.address}/copractice/{room}")
    expect(second.locator('input[name="position"][value="1"]')).to_be_attached()

    cem.page.goto(link)
    expect(cem.page.get_by_role("heading", level=1)).to_have_text("Somebody was quicker")
    expect(cem.page.get_by_role("link", name=re.compile("Practise something"))).to_be_visible()
