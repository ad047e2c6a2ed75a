"""ada invites bob by her link, and both see each other; later she blocks him."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.befriending import befriend, code_of
from tests.e2e.conftest import put_away
from tests.people import acting
from vel_tutor import routes
from vel_tutor.domain import accounts


@pytest.fixture
def ada(clean_world):
    return people.student("Ada")


@pytest.fixture
def bob(clean_world):
    return people.student("Bob")


def test_bob_asks_behind_adas_link_and_both_have_a_friend(enter, ada, bob):
    hers, his = enter(ada), enter(bob)
    page = hers.go(routes.FRIENDS)
    page.get_by_role("button", name="Share my code").click()
    expect(page.get_by_role("dialog")).to_contain_text("Let's be friends on vel_tutor")
    put_away(page, page.get_by_role("dialog"))

    link = his.go(routes.friend_invited(code_of(acting(ada)).replace("-", "")))
    made_up = accounts.pseudonym(acting(ada).user_id)
    expect(link.get_by_role("heading", name=f"Ask {made_up} to be friends?")).to_be_visible()
    link.get_by_role("button", name="Ask to be friends").click()
    expect(link.get_by_role("heading", name=f"You asked {made_up}")).to_be_visible()

    who = accounts.pseudonym(acting(bob).user_id)
    page.get_by_role("button", name=f"Yes to {who}").click()
    expect(page.get_by_role("button", name="More about Bob")).to_be_visible()
    link = his.go(routes.FRIENDS)
    expect(link.get_by_role("button", name="More about Ada")).to_be_visible()

    link.get_by_role("button", name="Streak with Ada").click()
    page.get_by_role("button", name="Yes to a streak with Bob").click()
    expect(link.get_by_text("Today is still open for both of you.")).to_be_visible()


def test_ada_blocks_bob_and_neither_sees_the_other(enter, ada, bob):
    befriend(acting(ada), acting(bob))
    hers, his = enter(ada), enter(bob)
    page, link = hers.go(routes.FRIENDS), his.go(routes.FRIENDS)
    expect(link.get_by_role("button", name="More about Ada")).to_be_visible()

    page.get_by_role("button", name="More about Bob").click()
    page.get_by_role("button", name="Block", exact=True).click()
    page.get_by_role("button", name="Block them").click()

    expect(page.get_by_role("heading", name="Blocked")).to_be_visible()
    expect(page.get_by_role("button", name="More about Bob")).to_have_count(0)
    expect(link.get_by_role("button", name="More about Ada")).to_have_count(0)
    link = his.go(routes.friend_invited(code_of(acting(ada)).replace("-", "")))
    expect(link.get_by_role("heading", name="This link leads nowhere")).to_be_visible()
