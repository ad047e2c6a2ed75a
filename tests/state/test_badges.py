"""Badges as tabs see them: the collection, a new one, and the page behind a link."""

from datetime import date

import pytest

from tests import people
from tests.decks import right_answer
from tests.spotlights import code_of, earn
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import badges, loops
from vel_tutor.state.badge_try import BadgeTryState
from vel_tutor.state.badges import BadgeNewsState, BadgesState
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import GameStage


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    loops.listen_to_joining()
    return people.student("Ada")


def _try(code):
    return routes.badge_try("algebra-expert", code)


def streak(signed_in, length, day=12):
    with transaction() as tx:
        badges.practised_day(tx, people.acting(signed_in).user_id, date(2026, 5, day), length)


async def test_ada_sees_her_badges_by_kind_and_one_of_them_closer(tab, ada):
    streak(ada, 7)
    screen = tab(ada, routes.BADGES)

    await screen.do(BadgesState.begin)
    await screen.do(BadgesState.choose_family("streak"))
    await screen.do(BadgesState.open_badge("streak"))

    assert screen.held["collection"].held == 1
    assert (screen.held["family"], screen.held["badge"].title) == ("streak", "Steady Flame")


@pytest.mark.parametrize("deed", [BadgesState.choose_family("x"), BadgesState.open_badge("pi-day")])
async def test_what_the_page_does_not_offer_is_refused(tab, ada, deed):
    screen = tab(ada, routes.BADGES)
    await screen.do(BadgesState.begin)

    await screen.do(deed)

    assert screen.said


async def test_new_badges_come_one_after_the_other_and_never_twice(tab, ada):
    screen = tab(ada, routes.TODAY)
    await screen.do(BadgeNewsState.begin)
    assert not screen.held["news"].is_there
    earn(people.acting(ada), "explorer")
    await screen.do(BadgeNewsState.look)
    await screen.do(BadgeNewsState.appeared)
    streak(ada, 7)

    await screen.do(BadgeNewsState.look)
    first = screen.held["news"]
    await screen.do(BadgeNewsState.close(False))
    second = screen.held["news"]
    await screen.do(BadgeNewsState.appeared)
    await screen.do(BadgeNewsState.close(False))

    assert (first.badge.id, first.waiting, second.badge.id) == ("explorer", 1, "streak")
    assert not screen.held["news"].is_there
    other = tab(ada, routes.TODAY)
    await other.do(BadgeNewsState.begin)
    assert not other.held["news"].is_there


async def test_the_sheet_leads_to_where_the_badge_is_shared(tab, ada):
    row = earn(people.acting(ada))
    screen = tab(ada, routes.TODAY)
    await screen.do(BadgeNewsState.begin)

    await screen.do(BadgeNewsState.share)
    assert screen.went_to == routes.badge_sharing(row)
    page = tab(ada, routes.badge_sharing(row))
    await page.do(ShareState.offer)
    await page.do(BadgesState.begin)
    await page.do(BadgesState.share(str(row)))

    assert "Just earned Algebra Expert" in page.held["share"].text


async def test_seeing_all_ends_the_queue(tab, ada):
    earn(people.acting(ada))
    earn(people.acting(ada), "explorer")
    screen = tab(ada, routes.TODAY)
    await screen.do(BadgeNewsState.begin)

    await screen.do(BadgeNewsState.see_all)

    assert screen.went_to == routes.BADGES
    await screen.do(BadgeNewsState.begin)
    assert not screen.held["news"].is_there


async def test_a_guest_tries_a_badge_and_sees_how_far_that_is(tab, ada):
    actor = people.acting(ada)
    screen = tab(None, _try(code_of(actor, earn(actor))), visitor="mia")

    await screen.do(BadgeTryState.arrive)
    assert screen.held["game"].stage == GameStage.INVITED
    await screen.do(BadgeTryState.choose_level("9"))
    await screen.do(BadgeTryState.play)
    session_id = screen.held["deck"].session_id
    for position in range(5):
        given = {"position": str(position), "answer": right_answer(session_id, position)}
        await screen.do(BadgeTryState.answer(given))
        await screen.do(BadgeTryState.go_on(position))

    assert (screen.held["game"].stage, screen.held["game"].correct) == (GameStage.DONE, 5)


async def test_a_forged_link_opens_nothing(tab, ada):
    screen = tab(None, _try("forged.code"), visitor="mia")

    await screen.do(BadgeTryState.arrive)

    assert screen.held["game"].stage == GameStage.CLOSED
