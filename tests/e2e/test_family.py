"""A teen lets a parent in; what the parent switches off is gone from the teen's open page."""

import re

from playwright.sync_api import expect

from tests import people
from tests.decks import finished
from vel_tutor import routes
from vel_tutor.domain import accounts


def test_a_teen_lets_a_parent_in_who_turns_inviting_off_while_the_teen_looks(enter):
    ada_in, pat_in = people.student("Ada"), people.parent("Pat")
    ada, pat = enter(ada_in), enter(pat_in)
    done = finished(people.acting(ada_in), wrong=1)

    family = pat.go(routes.HOME)
    expect(family.get_by_role("heading", level=1)).to_have_text("Family")
    family.get_by_label("What your child signs in with").fill("ada@example.org")
    family.get_by_role("button", name="Ask to be linked").click()
    expect(family.get_by_text("Asked, not answered yet")).to_be_visible()
    ada.go(routes.SETTINGS).get_by_role("button", name="Yes, link Pat").click()
    expect(family.get_by_role("heading", name="Ada")).to_be_visible()

    results = ada.go(routes.practice_results(done))
    offer = results.get_by_role("button", name="Challenge a friend")
    expect(offer).to_be_visible()
    family.get_by_role("link", name=re.compile("Ada")).click()
    family.get_by_role("switch", name=re.compile("Inviting friends")).click()

    expect(offer).to_have_count(0)
    expect(results.get_by_role("heading", level=1)).to_be_visible()
    assert not accounts.may_invite(people.acting(ada_in))
