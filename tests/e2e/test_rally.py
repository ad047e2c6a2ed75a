"""ada invites by rally; a guest does the quiz and joins; ada's board moves, and her XP."""

import re

import pytest
from playwright.sync_api import expect

from tests import people
from tests.decks import finished, just_now, right_answer
from tests.e2e.conftest import put_away
from tests.e2e.test_looks import runs_over, serious, settled
from tests.rallies import FIVE, MATH, code_of, latest_quiz, let_time_pass, strangers
from vel_tutor import routes
from vel_tutor.domain import happenings, incentives
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.domain.loops import rally
from vt import journeys
from vt.journeys import Newcomer

MIA = Newcomer("Mia", "mia@example.org", people.PASSWORD)


@pytest.fixture
def ada(clean_world) -> SignedIn:
    """She has practised, and so have twelve others."""
    signed_in = people.student("Ada")
    finished(people.acting(signed_in), FIVE, at=just_now(FIVE))
    rally.enter(people.acting(signed_in), MATH)
    strangers(people.acting(signed_in), [1] * 12)
    return signed_in


def do_quiz(page):
    """Answer all six of the quiz right."""
    page.get_by_label("Your grade").select_option("9")
    page.get_by_role("button", name="Play now").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    session_id = latest_quiz()
    for position in range(6):
        expect(page.locator(f'input[name="position"][value="{position}"]')).to_be_attached()
        let_time_pass(session_id)
        journeys.give(page, right_answer(session_id, position))
        page.get_by_role("button", name="Check").click()
        page.get_by_role("button", name="Continue" if position < 5 else "See my place").click()


def test_a_friend_does_the_quiz_joins_and_adas_board_and_xp_move(enter, ada):
    sender, mia = enter(ada), enter()
    page = sender.go(routes.RALLY)
    expect(page.get_by_role("heading", name=re.compile("You're #1 of 13"))).to_be_visible()
    expect(page.get_by_text("A few practising now")).to_be_visible()
    page.get_by_role("button", name="Invite to rally").click()
    expect(page.get_by_role("dialog")).to_contain_text("I get a reward if you join.")
    put_away(page, page.get_by_role("dialog"))
    before = incentives.purse(people.acting(ada)).lifetime_xp

    mia.page.goto(f"{mia.address}{routes.short_link(code_of(people.acting(ada)))}")
    do_quiz(mia.page)
    expect(mia.page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"#\d of 14"))
    journeys.sign_up(mia.page, MIA)

    expect(mia.page.get_by_text("You got 50 XP for joining.")).to_be_visible()
    expect(page.get_by_text("New challenger joined").first).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("of 14"))).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text(str(before + 50))
    assert incentives.drift() == 0
    assert happenings.outbox().dead == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_about_rallies_keeps_anybody_out(enter, ada, theme):
    sender, friend = enter(ada, theme=theme), enter(theme=theme)
    found = {"board": serious(settled(sender.go(routes.RALLY)))}
    found["few"] = serious(settled(sender.go(routes.rally("science"))))
    page = settled(friend.go(routes.rally_quiz(code_of(people.acting(ada)))))
    found["invited"] = serious(page)
    do_quiz(page)
    expect(page.get_by_role("heading", name="Keep your place")).to_be_visible()
    found["placed"] = serious(page)

    assert found == {place: [] for place in found}
    for narrow in (sender.go(routes.RALLY), page):
        narrow.set_viewport_size({"width": 320, "height": 640})
        assert not runs_over(settled(narrow))
