"""The end of a week: what is kept, who moves on, and what late or doubled runs change: nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from tests.crowds import board_of, counted, crowd, learn, stands
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import boards, notifications
from vel_tutor.domain.boards import Which, leagues
from vel_tutor.domain.boards.rules import Tally
from vel_tutor.live import boards as copies
from vel_tutor.models.boards import Board, BoardPlace
from vel_tutor.vocabulary import BoardScope, LeagueTier

WEDNESDAY = datetime(2026, 12, 9, 18, tzinfo=UTC)
MONDAY = datetime(2026, 12, 14, 8, 30, tzinfo=UTC)
"""03:30 in New York, 02:30 in Chicago: the week of the one is over, that of the other is not."""
LATER = MONDAY + timedelta(hours=2)
LEAGUE = Which(BoardScope.LEAGUE)


@pytest.fixture
def week(ada):
    """ada has 30 XP in a week in which twelve others have 10, 20 and so on."""
    with clock.stopped(WEDNESDAY):
        learn(ada, 30)
        for scope in (BoardScope.WEEKLY, BoardScope.LEAGUE):
            crowd(board_of(ada, scope), [10 * n for n in range(1, 13)])
        yield board_of(ada), board_of(ada, BoardScope.LEAGUE)


def final(board):
    """When the board was closed, and the ranks it was closed with."""
    with reading() as tx:
        held = tx.session.exec(select(Board).where(Board.id == board.id)).one()
        places = select(BoardPlace).where(BoardPlace.board_id == board.id)
        rows = tx.session.exec(places).all()
        return held.closed_at, sorted(row.final_rank or 0 for row in rows)


def test_each_board_ends_by_its_own_clock(week):
    weekly, league = week

    with clock.stopped(MONDAY):
        assert boards.close_weeks() == 1

    assert final(weekly)[0] is not None
    assert final(league)[0] is None


def test_run_twice_the_end_of_a_week_changes_nothing_more(week, published):
    with clock.stopped(LATER):
        closed = boards.close_weeks()
        before, heard = [final(board) for board in week], len(published)

        assert closed == 2
        assert boards.close_weeks() == 0

    assert [final(board) for board in week] == before
    assert len(published) == heard


def test_ranks_are_final_and_ties_share_them(week):
    crowd(week[0], [Tally(xp=30, streak=1)])

    with clock.stopped(LATER):
        boards.close_weeks()

    assert final(week[0])[1] == [*range(1, 10), 10, 10, 12, 13, 14]


def test_what_was_learned_late_counts_for_the_week_it_was_learned_in(ada, week):
    with clock.stopped(MONDAY - timedelta(minutes=31)), transaction() as tx:
        from uuid import uuid4

        from vel_tutor.domain import incentives
        from vel_tutor.vocabulary import XpReason

        incentives.award_xp(tx, ada.user_id, 15, XpReason.PRACTICE_COMPLETED, uuid4())
    with clock.stopped(MONDAY - timedelta(minutes=25)):
        counted(ada)

    with clock.stopped(MONDAY):
        boards.close_weeks()
        counted(ada)

    assert stands(ada).xp == 45


def test_who_comes_in_the_first_seven_moves_up_and_is_told_so(ada, week):
    with clock.stopped(WEDNESDAY + timedelta(hours=1)):
        learn(ada, 90)
    with clock.stopped(LATER):
        boards.close_weeks()
        with reading() as tx:
            assert leagues.tier_of(tx, ada.user_id) is LeagueTier.SILVER

        told = [one for one in notifications.inbox(ada).notices if "Silver" in one.title]
        assert [one.title for one in told] == ["You moved up to Silver"]


def test_in_the_first_league_nobody_moves_down_and_nobody_is_shamed(ada, week):
    with clock.stopped(LATER):
        boards.close_weeks()
        with reading() as tx:
            assert leagues.tier_of(tx, ada.user_id) is LeagueTier.BRONZE
        [told] = notifications.inbox(ada).notices

    assert told.title == "You play on in the Bronze league"


def test_the_new_week_begins_at_nothing_and_the_old_one_is_remembered(ada, week):
    with clock.stopped(LATER):
        boards.close_weeks()

        assert boards.board(ada, Which(BoardScope.WEEKLY)).xp == 0
        assert [(one.board, one.week, one.rank, one.xp) for one in boards.weeks(ada)] == [
            ("Bronze league", "2026-W50", 10, 30),
            ("Everybody", "2026-W50", 10, 30),
        ]
    assert copies.size(week[0].key) == 0


def test_a_board_that_was_too_small_to_be_shown_leaves_no_medal(bob):
    with clock.stopped(WEDNESDAY):
        learn(bob, 30)
    with clock.stopped(LATER):
        boards.close_weeks()

        assert boards.weeks(bob) == ()


def test_arrows_show_who_moved_since_the_day_before(ada, week):
    with clock.stopped(WEDNESDAY + timedelta(hours=2)):
        assert boards.note_ranks() >= 1
        assert boards.note_ranks() == 0
    with clock.stopped(WEDNESDAY + timedelta(hours=26)):
        learn(ada, 45)
        view = boards.board(ada, Which(BoardScope.WEEKLY), top=30)

    moved = {(line.moved, line.by) for line in view.lines if line.is_you}
    assert moved == {("up", 4)}
    assert ("down", 1) in {(line.moved, line.by) for line in view.lines}
