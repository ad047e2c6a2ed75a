"""Somebody on the staff reads in a real browser what the advisers said, and how fast they were."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.e2e.test_looks import NARROW, runs_over, serious, settled
from vel_tutor import routes
from vel_tutor.agents.brains import social_presence
from vel_tutor.agents.brains.social_presence import Question
from vel_tutor.core.db import transaction
from vel_tutor.domain import advice
from vel_tutor.domain.advice import rules
from vel_tutor.vocabulary import Agent, Role
from vt.browser import DESK, PHONE

NOTHING = social_presence.Answer(words="", reason="The adviser gave no answer.")


@pytest.fixture
def sam(clean_world):
    return people.staff("Sam", Role.TRUST_SAFETY)


@pytest.fixture
def asked(sam):
    """More questions than one page shows; the first found nobody there."""
    with transaction() as tx:
        for here in range(rules.PAGE + 1):
            question = Question(here=here, may_see=True)
            advice.ask(tx, Agent.SOCIAL_PRESENCE, question, NOTHING)


def test_an_answer_is_found_with_its_reason(enter, sam, asked):
    page = settled(enter(sam, size=DESK).go(routes.ADMIN_DECISIONS))
    pace = page.get_by_role("row").filter(has_text="Social Presence").first
    expect(pace).to_contain_text("51")

    page.get_by_role("link", name="Older").click()
    expect(page.get_by_text("Nobody else is here, and we invent nobody.")).to_be_visible()
    page.get_by_role("link", name="Latest").click()
    expect(page.get_by_role("link", name="Older")).to_be_visible()

    page.get_by_role("searchbox", name="Answer").fill("nothing")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nobody else is here, and we invent nobody.")).to_be_visible()
    page.get_by_role("combobox", name="Adviser").select_option("trust_safety")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Show all answers").click()
    expect(page.get_by_role("link", name="Older")).to_be_visible()


@pytest.mark.parametrize(("size", "theme"), [(PHONE, "light"), (DESK, "dark")])
def test_the_staff_meets_no_barrier(enter, sam, asked, size, theme):
    screen = enter(sam, size=size, theme=theme)
    paths = (routes.ADMIN_DECISIONS, routes.admin_decisions(answer="no such answer"))

    found = {path: serious(settled(screen.go(path))) for path in paths}

    assert found == {path: [] for path in paths}
    screen.page.set_viewport_size(NARROW)
    assert not runs_over(settled(screen.go(routes.ADMIN_DECISIONS)))
