"""XP as it comes in: told once, with its cause, and a level cheered once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives
from vel_tutor.state.header import HeaderState
from vel_tutor.vocabulary import XpReason


@pytest.fixture
def ada_in(clean_world):
    return people.student("Ada")


def earn(signed_in, xp, reason=XpReason.PRACTICE_COMPLETED):
    with transaction() as tx:
        incentives.award_xp(tx, people.acting(signed_in).user_id, xp, reason, uuid4())


async def at_home(tab, signed_in):
    page = tab(signed_in, routes.TODAY)
    await page.do(HeaderState.enter)
    return page


async def test_what_was_earned_before_is_no_news(tab, ada_in):
    earn(ada_in, 40)

    page = await at_home(tab, ada_in)

    assert (page.held["purse"].lifetime_xp, page.held["gain"].amount) == (40, 0)


async def test_a_gain_is_told_with_its_cause(tab, ada_in):
    page = await at_home(tab, ada_in)
    earn(ada_in, 10)
    earn(ada_in, 20, XpReason.PERFECT_SCORE)

    await page.do(HeaderState.enter)

    gain = page.held["gain"]
    assert (gain.amount, gain.words) == (30, "All right, deck finished")
    assert (page.held["purse"].level, page.held["purse"].xp_to_next) == (1, 20)


async def test_gains_of_one_moment_are_added_up_and_later_ones_stand_alone(tab, ada_in):
    page = await at_home(tab, ada_in)
    now = clock.now()
    for after, xp in ((0, 10), (3, 5), (30, 7)):
        with clock.stopped(now + timedelta(seconds=after)):
            earn(ada_in, xp)
            await page.do(HeaderState.enter)
            if after == 3:
                assert page.held["gain"].amount == 15

    assert page.held["gain"].amount == 7


async def test_a_gain_is_gone_when_one_looks_again_later(tab, ada_in):
    page = await at_home(tab, ada_in)
    earn(ada_in, 10)
    await page.do(HeaderState.enter)

    with clock.stopped(clock.now() + timedelta(seconds=10)):
        await page.do(HeaderState.enter)

    assert page.held["gain"].amount == 0


async def test_spending_is_no_gain_and_takes_no_level(tab, ada_in):
    earn(ada_in, 60)
    page = await at_home(tab, ada_in)
    with transaction() as tx:
        incentives.spend(tx, people.acting(ada_in).user_id, 50, XpReason.SHOP, uuid4())

    await page.do(HeaderState.enter)

    purse = page.held["purse"]
    assert (purse.level, purse.spendable_xp, page.held["gain"].amount) == (2, 10, 0)


async def test_a_new_level_is_cheered_once_on_one_screen_and_then_put_away(tab, ada_in):
    first, second = await at_home(tab, ada_in), await at_home(tab, ada_in)
    earn(ada_in, 160)

    await first.do(HeaderState.enter)
    await second.do(HeaderState.enter)

    assert (first.held["level_up"], second.held["level_up"]) == (3, 0)
    await first.do(HeaderState.close_level_up)
    assert first.held["level_up"] == 0


async def test_a_page_costs_no_more_statements_than_before(tab, ada_in, queries):
    page = await at_home(tab, ada_in)

    with queries(at_most=10):  # who is here, the bell, purse and streak; each in a transaction
        await page.do(HeaderState.enter)
