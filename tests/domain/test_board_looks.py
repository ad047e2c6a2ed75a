"""What one person sees of a board: ranks, neighbours, names, and what they need to get further."""

from datetime import timedelta

import pytest

from tests.befriending import befriend
from tests.crowds import board_of, crowd, learn, stand
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import boards
from vel_tutor.domain.boards import Which
from vel_tutor.domain.boards.rules import Tally
from vel_tutor.models.friends import Block
from vel_tutor.vocabulary import BoardScope, BoardStage

WEEK = Which(BoardScope.WEEKLY)


@pytest.fixture
def board(ada):
    learn(ada, 50)
    return board_of(ada)


def test_ada_sees_the_three_above_and_below_her(ada, board):
    crowd(board, [50 + n for n in range(1, 21)] + [50 - n for n in range(1, 11)])

    view = boards.board(ada, WEEK)

    assert (view.headline, view.is_top) == ("You're #21 of 31", False)
    assert [(line.rank, line.is_you) for line in view.lines] == [
        (rank, rank == 21) for rank in range(18, 25)
    ]
    assert [line.xp for line in view.podium] == [70, 69, 68]


def test_the_next_one_is_passed_with_so_much_xp(ada, board):
    crowd(board, [61, *[50] * 4, *[40] * 8])

    view = boards.board(ada, WEEK)

    assert view.overtake_xp == 12
    assert view.overtake_words.startswith("12 XP to pass Student ")
    assert view.overtake_percent == 100 * 50 // 62


def test_whoever_is_first_has_nobody_to_pass(ada, board):
    crowd(board, [40] * 10)

    view = boards.board(ada, WEEK)

    assert (view.rank, view.overtake_xp, view.overtake_percent) == (1, 0, 100)


@pytest.mark.parametrize(("others", "stage"), [(8, BoardStage.FEW), (9, BoardStage.FULL)])
def test_a_board_opens_with_ten_people_and_says_how_many_there_are(ada, board, others, stage):
    crowd(board, [40] * others)

    view = boards.board(ada, WEEK)

    assert (view.stage, view.total) == (stage, others + 1)
    assert bool(view.lines) == (stage is BoardStage.FULL)


def test_the_top_can_be_seen_up_to_a_hundred(ada, board):
    crowd(board, [100] * 130)

    first, more = boards.board(ada, WEEK, top=30), boards.board(ada, WEEK, top=120)

    assert (len(first.lines), first.more) == (30, 70)
    assert (len(more.lines), more.more) == (100, 0)


def test_a_stranger_has_another_name_on_each_board_and_each_week(ada, board):
    person = crowd(board, [90, *[10] * 9])[0]
    stand(board_of(ada, BoardScope.GLOBAL), person, Tally(xp=90))
    crowd(board_of(ada, BoardScope.GLOBAL), [10] * 9)
    everybody = Which(BoardScope.GLOBAL)
    names = {boards.board(ada, which).podium[0].name for which in (WEEK, everybody)}
    with clock.stopped(clock.now() + timedelta(days=7)):
        names.add(boards.board(ada, everybody).podium[0].name)

    assert len(names) == 3
    assert all(name.startswith("Student ") for name in names)


def test_friends_are_called_by_their_first_name(ada, bob, board):
    befriend(ada, bob)
    learn(bob, 60)
    crowd(board, [10] * 9)

    [first] = [line for line in boards.board(ada, WEEK).lines if line.rank == 1]

    assert (first.name, first.is_friend) == ("Bob", True)
    assert boards.board(ada, WEEK).overtake_words == "11 XP to pass Bob"


def test_somebody_who_is_blocked_is_not_shown_but_keeps_the_rank(ada, bob, board):
    learn(bob, 60)
    crowd(board, [10] * 9)
    block(ada, bob)

    view = boards.board(ada, WEEK)

    assert [line.rank for line in view.lines][:2] == [2, 3]
    assert view.overtake_words == "11 XP to pass the next one"


def block(one, other):
    """One wants to see nothing of the other."""
    with transaction() as tx:
        tx.session.add(Block(by_id=one.user_id, about_id=other.user_id, at=tx.now))


def test_looking_costs_the_same_few_questions_however_many_there_are(ada, board, queries):
    crowd(board, [100] * 40)

    with queries(at_most=22):
        boards.board(ada, WEEK, top=30)
