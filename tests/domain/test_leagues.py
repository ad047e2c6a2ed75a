"""Leagues: who sits with whom, and when one more is opened."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from tests import people
from tests.crowds import board_of, learn, stands, strangers, take_seat
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts, boards
from vel_tutor.domain.boards import Which, league_rules
from vel_tutor.models.boards import Board, LeagueStanding
from vel_tutor.vocabulary import BoardScope, BoardStage, ConsentScope, LeagueTier

MONDAY = datetime(2026, 12, 7, 18, tzinfo=UTC)
LEAGUE = BoardScope.LEAGUE


@pytest.fixture(autouse=True)
def monday():
    with clock.stopped(MONDAY):
        yield


def all_leagues():
    with reading() as tx:
        return tx.session.exec(select(Board).where(Board.scope == LEAGUE).order_by(Board.key)).all()


def take_seats(number: int) -> None:
    """So many strangers begin their week, somewhere in the zones ada lives in."""
    for user_id in strangers(number):
        take_seat(user_id, people.ZONE)


def test_a_league_has_thirty_seats_and_then_one_more_is_opened(ada, bob):
    take_seats(29)

    learn(ada, 20)
    learn(bob, 20)

    assert [board.seats for board in all_leagues()] == [30, 1]
    assert board_of(ada, LEAGUE).id != board_of(bob, LEAGUE).id


def test_whoever_leaves_gives_the_seat_back(ada, bob):
    take_seats(29)
    learn(ada, 20)
    accounts.switch_own(ada, ConsentScope.PRESENCE, on=False)
    with transaction() as tx:
        boards.count(tx, ada.user_id)

    learn(bob, 20)

    assert [board.seats for board in all_leagues()] == [30]


def test_all_week_ada_plays_in_the_league_she_began_in(ada):
    learn(ada, 20)
    began = board_of(ada, LEAGUE).id
    for days in range(1, 6):
        with clock.stopped(MONDAY + timedelta(days=days)):
            learn(ada, 20)

    assert board_of(ada, LEAGUE).id == began
    assert stands(ada, LEAGUE).xp == 120


def test_people_of_another_tier_and_of_other_zones_play_elsewhere(ada, bob, clean_world):
    with transaction() as tx:
        tx.session.add(LeagueStanding(user_id=bob.user_id, tier=LeagueTier.SILVER, moved_at=tx.now))
    learn(ada, 20)
    learn(bob, 20)
    take_seat(strangers(1)[0], "Asia/Tokyo")

    assert len(all_leagues()) == 3
    assert board_of(bob, LEAGUE).tier is LeagueTier.SILVER


def test_before_the_first_deck_of_the_week_there_is_no_league_yet(ada):
    view = boards.board(ada, Which(LEAGUE))

    assert (view.stage, view.title) == (BoardStage.FEW, "Bronze league")
    assert view.tiers == tuple(tier.value for tier in league_rules.TIERS)
