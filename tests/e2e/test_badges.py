"""A new badge comes by itself, is shown around, and a friend tries it and joins."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests import people
from tests.decks import right_answer
from tests.e2e.conftest import put_away, until
from tests.e2e.test_looks import runs_over, serious, settled
from tests.rallies import let_time_pass
from tests.spotlights import code_of, earn, latest_try
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import happenings, incentives
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.vocabulary import XpReason
from vt import journeys
from vt.journeys import Newcomer

BEFORE_XP = 2300
MIA = Newcomer("Mia", "mia@example.org", people.PASSWORD)


@pytest.fixture
def ada(clean_world) -> SignedIn:
    """Far enough that the XP of one badge makes no new level, which would be told of first."""
    signed_in = people.student("Ada")
    with transaction() as tx:
        user_id = people.acting(signed_in).user_id
        incentives.award_xp(tx, user_id, BEFORE_XP, XpReason.PRACTICE_COMPLETED, uuid4())
    incentives.see_level(people.acting(signed_in))
    return signed_in


def test_a_badge_comes_live_once_and_leads_to_sharing_it(enter, ada):
    page = enter(ada, prompts=True).go(routes.STREAK)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your streak")

    earn(people.acting(ada), "streak", 1)

    sheet = page.get_by_role("dialog", name="Steady Flame")
    expect(sheet).to_contain_text("You earned it!")
    sheet.get_by_role("button", name="Share achievement").click()
    expect(page.get_by_role("dialog", name="Invite a friend")).to_contain_text(
        "I get a reward if you join."
    )
    put_away(page, page.get_by_role("dialog"))
    page.get_by_role("button", name="Steady Flame").click()
    expect(page.get_by_role("dialog", name="Steady Flame")).to_contain_text("Earned on")
    put_away(page, page.get_by_role("dialog"))
    assert serious(settled(page)) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert not runs_over(page)


def test_a_guest_tries_a_badge_joins_and_both_are_paid_once(enter, ada):
    actor, mia = people.acting(ada), enter()
    code = code_of(actor, earn(actor))
    page = mia.page

    page.goto(f"{mia.address}{routes.short_link(code)}")
    assert serious(settled(page)) == []
    page.get_by_label("Your grade").select_option("9")
    page.get_by_role("button", name="Play now").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    session_id = latest_try()
    for position in range(5):
        expect(page.locator(f'input[name="position"][value="{position}"]')).to_be_attached()
        let_time_pass(session_id)
        journeys.give(page, right_answer(session_id, position))
        page.get_by_role("button", name="Check").click()
        page.get_by_role("button", name="Continue" if position < 4 else "See how far").click()
    expect(page.get_by_role("heading", name="On your way to Algebra Expert")).to_be_visible()
    journeys.sign_up(page, MIA)

    expect(page.get_by_text("You got 50 XP for joining.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("You got 50 XP for joining.")).to_be_visible()
    until(page, lambda: incentives.purse(actor).lifetime_xp >= BEFORE_XP + 100 + 50)
    assert incentives.purse(actor).lifetime_xp == BEFORE_XP + 100 + 50
    assert incentives.drift() == 0
    assert happenings.outbox().dead == 0
