"""Two practise the same in a room, and whatever the line does counts once."""

import pytest
from sqlmodel import col, select

from tests.company import RIGHT, give, member, play
from tests.rescues import feed, named, shields
from vel_tutor.core.db import reading
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import incentives
from vel_tutor.domain.loops import rescue
from vel_tutor.domain.practice import NotOpenYet
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.models.rescue import RescueAnswer, RescueSeat
from vel_tutor.vocabulary import (
    FeedKind,
    RoomStage,
)


def test_each_goes_at_their_own_pace_and_both_get_a_shield_once(ada, bob, both, published):
    play(member(ada), both, 10, wrong=1)
    alone = rescue.enter(member(ada), both)
    play(member(bob), both, 10, wrong=3)

    together = rescue.enter(member(ada), both)

    assert (alone.stage, alone.is_saved, alone.is_earned) == (RoomStage.DONE, False, False)
    assert (together.is_saved, together.is_earned, together.cheer) == (True, True, True)
    assert (together.percent, together.headline) == (90, "You did it together!")
    assert (shields(ada), shields(bob)) == (1, 1)
    assert named(published).count("RescueCompleted") == 1
    [done] = [event for event in published if type(event).__name__ == "RescueCompleted"]
    assert set(done.user_ids) == {ada.user_id, bob.user_id}
    assert {item.kind for item in feed()} == {FeedKind.STREAKS_SAVED}
    assert {item.owner_id for item in feed()} == {ada.user_id, bob.user_id}


def test_looking_again_brings_no_second_cheer_or_shield(ada, bob, both):
    play(member(ada), both, 10)
    play(member(bob), both, 10)

    first, second = rescue.enter(member(ada), both), rescue.enter(member(ada), both)

    assert (first.cheer, second.cheer) == (True, False)
    assert (shields(ada), len(feed())) == (1, 2)
    assert incentives.drift() == 0


def test_practising_together_makes_the_day_a_practised_one(ada, both):
    play(member(ada), both, 10)

    purse = incentives.purse(ada)
    assert (purse.practised_today, purse.streak) == (True, 1)


def test_the_same_answer_again_changes_nothing(ada, both):
    play(member(ada), both, 1)

    again = give(member(ada), both, 0, RIGHT, key="here")

    assert (again.play.answered, again.feedback) == (1, "")


def test_an_answer_from_a_second_device_is_told_that_the_first_stands(ada, both):
    give(member(ada), both, 0, RIGHT, key="here")

    other = give(member(ada), both, 0, "wrong", key="there")

    assert other.feedback.startswith("You had answered this one on another device")
    assert (other.play.answered, other.play.correct) == (1, 1)


def test_an_answer_before_its_turn_waits_and_is_marked_then(ada, both):
    for position in (2, 1):
        early = give(member(ada), both, position, RIGHT)
    assert early.play.answered == 0

    view = give(member(ada), both, 0, RIGHT)

    assert (view.play.answered, view.play.correct) == (3, 3)
    with reading() as tx:
        assert {row.given for row in tx.session.exec(select(RescueAnswer)).all()} == {""}


def test_whatever_the_order_the_result_is_the_same(ada, bob, both):
    for position in range(10):
        give(member(ada), both, position, RIGHT if position % 3 else "wrong")
    for position in (9, 3, 1, 0, 7, 5, 2, 8, 4, 6):
        give(member(bob), both, position, RIGHT if position % 3 else "wrong")

    with reading() as tx:
        marks = [
            [
                row.was_right
                for row in tx.session.exec(
                    select(PracticeQuestion)
                    .where(PracticeQuestion.session_id == seat.session_id)
                    .order_by(col(PracticeQuestion.position))
                ).all()
            ]
            for seat in tx.session.exec(select(RescueSeat)).all()
        ]
    assert marks[0] == marks[1] == [position % 3 > 0 for position in range(10)]


def test_what_cannot_be_read_as_an_answer_is_not_counted_and_may_be_given_again(ada, both):
    room = rescue.enter(member(ada), both)
    position = next_typed(ada, both, room)
    if position is None:
        pytest.skip("every question of this deck is chosen")

    unread = give(member(ada), both, position, "no number at all ???")
    assert (unread.play.answered, bool(unread.feedback)) == (position, True)

    assert give(member(ada), both, position, RIGHT).play.answered == position + 1


def next_typed(actor, room, view):
    """Go on until a question is typed; its position, or None."""
    for position in range(10):
        if view.play.question.typed:
            return position
        give(member(actor), room, position, RIGHT)
        view = rescue.next_question(member(actor), room, position)
    return None


@pytest.mark.parametrize("position", [-1, 10, 99])
def test_a_question_that_is_not_there_takes_no_answer(ada, both, position):
    with pytest.raises(NotFound):
        rescue.answer(member(ada), both, rescue.Given(position=position, words="1", key="k"))


@pytest.mark.parametrize("key", ["", "k" * 65])
def test_an_answer_says_who_sends_it(ada, both, key):
    with pytest.raises(Invalid):
        rescue.answer(member(ada), both, rescue.Given(position=0, words="1", key=key))


def test_hints_and_solutions_are_there_as_in_any_practice(ada, both):
    rescue.enter(member(ada), both)

    assert len(rescue.hint(member(ada), both, 0, 1).play.question.hints) == 1
    assert rescue.reveal(member(ada), both, 0).play.verdict.revealed
    with pytest.raises(NotOpenYet):
        rescue.reveal(member(ada), both, 5)


def test_a_second_device_goes_on_where_the_first_one_was(ada, both):
    play(member(ada), both, 3)

    again = rescue.enter(member(ada, "another-browser"), both)

    assert (again.stage, again.play.answered, again.play.question.number) == ("playing", 3, 4)
