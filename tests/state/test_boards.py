"""Leaderboards as tabs see them: one's own place, how it moves, and leaving."""

from uuid import UUID, uuid4

import pytest

from tests import people
from tests.crowds import board_of, counted, crowd, learn
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, boards
from vel_tutor.domain.accounts import Browser
from vel_tutor.state.boards import BoardMenuState, BoardState
from vel_tutor.vocabulary import BoardScope, BoardStage, ConsentScope


@pytest.fixture
def ada(clean_world):
    """Ada with 50 XP among forty others, and the secret of her sign-in."""
    signed_in = people.student("Ada")
    actor = people.acting(signed_in)
    learn(actor, 50)
    for scope in (BoardScope.WEEKLY, BoardScope.LEAGUE):
        crowd(board_of(actor, scope), [100 - n for n in range(40 if scope == "weekly" else 12)])
    return signed_in


async def test_ada_sees_herself_among_those_around_her(tab, ada):
    screen = tab(ada, routes.LEADERBOARD_WEEKLY)

    await screen.do(BoardState.begin)

    view = screen.held["leaderboard"]
    assert (view.headline, [line.rank for line in view.lines]) == (
        "You're #41 of 41",
        [38, 39, 40, 41],
    )


async def test_the_top_comes_page_by_page_and_back_to_herself(tab, ada):
    screen = tab(ada, routes.LEADERBOARD_WEEKLY)
    await screen.do(BoardState.begin)

    await screen.do(BoardState.show_top)
    assert (len(screen.held["leaderboard"].lines), screen.held["leaderboard"].more) == (30, 11)
    await screen.do(BoardState.show_more)
    assert (len(screen.held["leaderboard"].lines), screen.held["leaderboard"].more) == (41, 0)
    await screen.do(BoardState.show_me)

    assert len(screen.held["leaderboard"].lines) == 4


async def test_the_board_moves_when_somebody_does(tab, ada):
    screen = tab(ada, routes.LEADERBOARD_WEEKLY)
    await screen.do(BoardState.begin)
    learn(people.acting(ada), 40)

    await screen.do(BoardState.look)

    assert screen.held["leaderboard"].headline == "You're #11 of 41"


async def test_going_to_her_league_she_sees_the_whole_of_it(tab, ada):
    screen = tab(ada, routes.LEAGUE)

    await screen.do(BoardState.begin)

    view = screen.held["leaderboard"]
    assert (view.title, view.stage, len(view.lines)) == ("Bronze league", BoardStage.FULL, 13)
    assert [line.zone for line in view.lines][:8] == ["up"] * 7 + [""]


@pytest.mark.parametrize(
    "path",
    [
        routes.leaderboard_subject("history"),
        routes.leaderboard_cohort("x"),
        routes.leaderboard_cohort(UUID(int=7)),
        "/leaderboard/nothing",
    ],
)
async def test_an_address_that_leads_to_no_board_of_hers_says_so(tab, ada, path):
    screen = tab(ada, path)

    await screen.do(BoardState.begin)

    assert screen.held["leaderboard"].stage == BoardStage.GONE
    assert screen.held["leaderboard"].lines == ()


async def test_a_class_has_its_board_at_its_own_address(tab, ada):
    room = uuid4()
    with transaction() as tx:
        boards.set_cohort(tx, room, [people.acting(ada).user_id], title="Room 7")
    screen = tab(ada, routes.leaderboard_cohort(room))

    await screen.do(BoardState.begin)

    assert (screen.held["leaderboard"].title, screen.held["leaderboard"].total) == ("Room 7", 1)


async def test_leaving_takes_her_off_and_coming_back_puts_her_on_again(tab, ada):
    screen = tab(ada, routes.LEADERBOARD_WEEKLY)
    await screen.do(BoardState.begin)
    await screen.do(BoardMenuState.ask(True))
    assert screen.held["is_asked"]

    await screen.do(BoardMenuState.leave)
    counted(people.acting(ada))
    await screen.do(BoardState.look)
    assert screen.held["leaderboard"].stage == BoardStage.SHUT
    assert screen.held["leaderboard"].may_leave

    await screen.do(BoardMenuState.come_back)
    counted(people.acting(ada))
    await screen.do(BoardState.look)
    assert screen.held["leaderboard"].rank == 41


async def test_inviting_opens_the_ways_to_send_it(tab, ada):
    screen = tab(ada, routes.LEADERBOARD_WEEKLY)
    await screen.do(BoardState.begin)

    await screen.do(BoardMenuState.invite)

    assert screen.held["is_open"]
    assert "/s/" in screen.held["share"].copy_url


async def test_a_child_without_a_parents_yes_sees_no_board_and_cannot_switch_it_on(
    tab, clean_world
):
    lea = people.child("Lea", "pat.of.lea@example.org")
    accounts.give_consent(people.mailed_link("consent", to="pat.of.lea"), Browser())
    screen = tab(lea, routes.LEADERBOARD_WEEKLY)

    await screen.do(BoardState.begin)
    await screen.do(BoardMenuState.come_back)

    assert screen.held["leaderboard"].stage == BoardStage.SHUT
    assert not screen.held["leaderboard"].may_leave
    assert ConsentScope.PRESENCE not in people.acting(lea).scopes


async def test_nothing_of_a_board_is_in_a_strangers_tab(tab, ada):
    screen = tab(None, routes.LEADERBOARD_WEEKLY)

    await screen.do(BoardState.begin)

    assert "Student" not in screen.sent
    assert screen.went_to.startswith(routes.SIGN_IN)
