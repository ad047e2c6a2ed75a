"""The log of advice as a tab of the staff sees it: who may look, filters, older answers."""

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.agents.brains import social_presence
from vel_tutor.agents.brains.social_presence import Question
from vel_tutor.core.db import transaction
from vel_tutor.domain import advice
from vel_tutor.domain.advice import rules
from vel_tutor.domain.advice.views import LogView
from vel_tutor.state.decisions import DecisionsState
from vel_tutor.vocabulary import Agent, Role

NOTHING = social_presence.Answer(words="", reason="The adviser gave no answer.")


@pytest.fixture
def sam(clean_world):
    return people.staff("Sam", Role.TRUST_SAFETY)


def said(times: int = 1, here: int = 7) -> None:
    with transaction() as tx:
        for _ in range(times):
            question = Question(here=here, may_see=True)
            advice.ask(tx, Agent.SOCIAL_PRESENCE, question, NOTHING)


async def test_the_latest_answers_and_the_pace_are_shown(tab, sam):
    said(times=2)
    log = tab(sam, routes.ADMIN_DECISIONS)

    await log.do(DecisionsState.begin)

    page = log.held["log"]
    assert [one.answer for one in page.decisions] == ["7", "7"]
    assert {one.agent: one.answers for one in page.pace}["Social Presence"] == 2


async def test_the_address_says_what_is_listed(tab, sam):
    said()
    said(here=0)
    log = tab(sam, routes.admin_decisions(agent="social_presence", answer="nothing"))

    await log.do(DecisionsState.begin)

    assert [one.answer for one in log.held["log"].decisions] == ["nothing"]
    assert (log.held["agent"], log.held["answer"]) == ("social_presence", "nothing")


async def test_an_address_that_makes_no_sense_lists_everything(tab, sam):
    said()
    log = tab(sam, f"{routes.ADMIN_DECISIONS}?agent=oracle&lapses=x&after=soon&answer=%00")

    await log.do(DecisionsState.begin)

    assert len(log.held["log"].decisions) == 1
    assert log.said == ""


async def test_older_answers_have_an_address_of_their_own(tab, sam):
    said(times=rules.PAGE + 1)
    log = tab(sam, routes.ADMIN_DECISIONS)
    await log.do(DecisionsState.begin)

    older = tab(sam, log.held["next_url"])
    await older.do(DecisionsState.begin)

    assert (log.held["is_first"], older.held["is_first"]) == (True, False)
    assert len(older.held["log"].decisions) == 1


async def test_filters_lead_to_an_address_of_their_own(tab, sam):
    log = tab(sam, routes.ADMIN_DECISIONS)

    await log.do(DecisionsState.look_for({"agent": "oracle", "answer": "a few", "lapses": "1"}))

    assert log.went_to == routes.admin_decisions(answer="a few", lapses="1")


@pytest.mark.parametrize("role", [Role.TUTOR, Role.COMPLIANCE])
async def test_others_are_not_let_in(tab, clean_world, role):
    said()
    log = tab(people.staff("Tess", role), routes.ADMIN_DECISIONS)

    await log.do(DecisionsState.begin)

    assert log.held["log"] == LogView()
