"""Boards of the week: who stands where, what counts, and who sees what."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import people
from tests.decks import finished, right_answer
from tests.rallies import FIVE, MATH, board_of, member, stands, strangers
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.loops import rally
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import BoardStage, ConsentDeed, ConsentScope, Subject


@pytest.fixture
def points(ada) -> int:
    """What five right answers brought ada."""
    finished(ada, FIVE)
    return rally.enter(ada, MATH).points


def test_ada_stands_among_the_others(ada, points):
    strangers(ada, [points + 50] * 6 + [points] * 2 + [5] * 134)

    board = rally.enter(ada, MATH)

    assert (board.stage, board.headline) == (BoardStage.FULL, "You're #7 of 143")


def test_whoever_has_as_many_points_shares_the_place(ada, points):
    strangers(ada, [points + 1, points, points, points - 1, *[1] * 8])

    board = rally.enter(ada, MATH)

    assert [line.rank for line in board.top[:5]] == [1, 2, 2, 2, 5]


def test_the_first_ten_are_shown_and_ada_with_her_neighbours_below(ada, points):
    strangers(ada, [points + n for n in range(1, 21)] + [points - n for n in range(1, 4)])

    board = rally.enter(ada, MATH)

    assert len(board.top) == 10
    assert not any(line.is_you for line in board.top)
    assert [(line.rank, line.is_you) for line in board.near] == [
        (19, False),
        (20, False),
        (21, True),
        (22, False),
        (23, False),
    ]


def test_in_the_first_ten_ada_is_marked_there_and_nowhere_else(ada, points):
    strangers(ada, [points + 1] * 3 + [1] * 20)

    board = rally.enter(ada, MATH)

    assert [line.rank for line in board.top if line.is_you] == [4]
    assert board.near == ()


@pytest.mark.parametrize(("others", "stage"), [(8, BoardStage.FEW), (9, BoardStage.FULL)])
def test_a_board_opens_with_ten_players(ada, points, others, stage):
    strangers(ada, [7] * others)

    board = rally.enter(ada, MATH)

    assert board.stage == stage
    assert board.players == others + 1
    assert bool(board.top) == (stage is BoardStage.FULL)


def test_only_the_ten_best_answers_count(ada, points):
    finished(ada, DeckChoice(subject=MATH, grade=9, size=15))

    assert rally.enter(ada, MATH).points > points
    assert stands(ada).answers == 10


def test_hints_help_to_learn_and_not_to_climb(ada):
    session_id = UUID(practice.open_session(ada, FIVE).session_id)
    at = clock.now()
    for position in range(FIVE.size):
        at += timedelta(seconds=9)
        with clock.stopped(at):
            practice.hint(ada, session_id, position, 1)
            practice.submit_answer(ada, session_id, position, right_answer(session_id, position))
            practice.next_question(ada, session_id, position)

    assert rally.enter(ada, MATH).points == 0
    assert member(ada) is None


def test_answers_nobody_can_have_read_bring_nothing(ada):
    finished(ada, FIVE, seconds=1)

    assert rally.enter(ada, MATH).points == 0


def test_another_subject_is_another_board(ada, points):
    assert rally.enter(ada, Subject.READING).points == 0


def test_on_monday_everybody_begins_at_nothing(ada, points):
    with clock.stopped(clock.now() + timedelta(days=7)):
        assert rally.enter(ada, MATH).points == 0


def test_the_week_is_that_of_the_learner(ada):
    sunday_night = people.local(people.MONDAY, 2, 30)  # before three; in London it is morning
    with clock.stopped(sunday_night):
        last = board_of(ada).week
    with clock.stopped(sunday_night + timedelta(hours=6)):
        assert board_of(ada).week != last


def test_names_are_made_for_one_board_and_one_week(ada, points):
    strangers(ada, [1] * 10)
    this_week = rally.enter(ada, MATH)

    assert this_week.name.startswith("Student ")
    told = repr(this_week)
    for secret in (ada.first_name, str(ada.user_id), accounts.pseudonym(ada.user_id)):
        assert secret not in told


def test_bob_and_ada_have_different_names_for_all_to_tell_apart(ada, bob):
    for somebody in (ada, bob):
        finished(somebody, FIVE)
        rally.enter(somebody, MATH)

    assert stands(ada).alias != stands(bob).alias
    assert stands(ada).cohort_id == stands(bob).cohort_id


def test_a_child_is_on_no_board_until_a_parent_says_so(lea):
    finished(lea, FIVE)

    board = rally.enter(lea, MATH)

    assert board.stage == BoardStage.SHUT
    assert member(lea) is None


def test_a_child_whose_parent_allows_boards_stands_on_one(lea):
    switch(lea, ConsentScope.PRESENCE, on=True)
    finished(lea, FIVE)
    now = replace(lea, scopes=lea.scopes | {ConsentScope.PRESENCE})

    assert rally.enter(now, MATH).stage == BoardStage.FEW
    assert stands(lea).points > 0


def test_whoever_is_not_to_be_seen_any_more_leaves_at_once(ada, points):
    with transaction() as tx:
        rally.leave_if_hidden(tx, ada.user_id)
    assert member(ada) is not None
    switch(ada, ConsentScope.PRESENCE, on=False)

    with transaction() as tx:
        rally.leave_if_hidden(tx, ada.user_id)

    assert member(ada) is None


def test_whoever_switches_boards_off_is_gone_from_them(ada, points, bob):
    assert member(ada) is not None
    switch(ada, ConsentScope.PRESENCE, on=False)

    with transaction() as tx:
        rally.count(tx, ada.user_id, MATH)

    assert member(ada) is None


def test_others_than_students_stand_on_no_board(pat, sam):
    for somebody in (pat, sam):
        with pytest.raises(NotAllowed):
            rally.enter(somebody, MATH)


def test_made_up_people_have_boards_of_their_own(ada, bob, points):
    from sqlmodel import select

    from vel_tutor.models.accounts import User

    with transaction() as tx:
        user = tx.session.exec(select(User).where(User.id == bob.user_id)).one()
        user.simulation = "seed-7"
        tx.session.add(user)
    finished(bob, FIVE)

    rally.enter(bob, MATH)

    assert stands(bob).cohort_id != stands(ada).cohort_id


def test_a_board_is_read_in_few_statements(ada, points, queries):
    strangers(ada, [points + n for n in range(1, 30)])

    with queries(at_most=12):  # two of them are the savepoint of the test
        board = rally.board(ada, MATH)

    assert board.near


def test_counting_again_tells_nobody(ada, points, published):
    published.clear()

    rally.enter(ada, MATH)

    assert published == []


def test_more_points_are_told_to_whoever_looks_at_the_board(ada, points, published):
    finished(ada, DeckChoice(subject=MATH, grade=12, size=5))
    published.clear()

    rally.enter(ada, MATH)

    assert [event.topics for event in published] == [("rally:math:9",)]


def test_old_boards_are_cleared_away(ada, points):
    assert rally.forget_old_boards() == 0
    with clock.stopped(clock.now() + timedelta(days=50)):
        assert rally.forget_old_boards() == 1

    assert member(ada) is None


def switch(actor, scope, *, on):
    from vel_tutor.models.accounts import ConsentEntry
    from vel_tutor.vocabulary import ConsentMethod

    with transaction() as tx:
        tx.session.add(
            ConsentEntry(
                id=uuid4(),
                child_id=actor.user_id,
                deed=ConsentDeed.GIVEN if on else ConsentDeed.REVOKED,
                scope=scope,
                method=ConsentMethod.LINKED_PARENT,
                notice_version="1",
                notice_hash="",
                at=tx.now,
            )
        )
