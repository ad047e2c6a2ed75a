"""Two who have played: one sends it back in one press, or asks for a rematch; and the history."""

from datetime import timedelta

import pytest

from tests.challenges import code_of, play
from tests.company import member
from tests.decks import FIVE, finished, right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import loops, practice
from vel_tutor.models.loops import Challenge
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import HistorySide, Outcome


@pytest.fixture(autouse=True)
def joining():
    loops.listen_to_joining()


@pytest.fixture
def game(ada, bob):
    """Ada scored 80%, bob has played against it and got everything right; what bob sees."""
    sent = loops.challenge_from(ada, finished(ada, wrong=1))
    return play(member(bob), code_of(sent))


def told(actor) -> list[Notification]:
    from sqlmodel import select

    with reading() as tx:
        rows = select(Notification).where(Notification.user_id == actor.user_id)
        return list(tx.session.exec(rows).all())


def plays_out(actor, session, wrong: int = 0) -> None:
    """Answer a whole deck, and do what the reaction to it does."""
    at = clock.now()
    for position in range(5):
        at += timedelta(seconds=8)
        with clock.stopped(at):
            given = (wrong_answer if position < wrong else right_answer)(session, position)
            practice.submit_answer(actor, session, position, given)
            practice.next_question(actor, session, position)
    with transaction() as tx:
        loops.send_rematch(tx, session)


def test_bob_challenges_back_with_his_own_score_in_one_press_and_ada_is_told(ada, bob, game):
    back = loops.challenge_back(bob, game.play_id)

    assert back.percent == 100
    [notice] = told(ada)
    assert notice.path.startswith("/challenge/")
    code = notice.path.split("/")[2]
    assert loops.invitation(member(ada), code).to_beat == 100
    with reading() as tx:
        row = tx.session.get_one(Challenge, back.id)
        assert row.to_user_id == ada.user_id
        assert row.answers_id


def test_pressed_twice_it_is_one_challenge_and_one_word_to_ada(ada, bob, game):
    first = loops.challenge_back(bob, game.play_id)

    assert loops.challenge_back(bob, game.play_id).id == first.id
    assert len(told(ada)) == 1


def test_only_the_friend_sends_it_back_and_no_stranger_does_anything(ada, bob, game, sam):
    from tests import people

    eve = people.acting(people.student("Eve"))
    for deed, somebody in (
        (loops.challenge_back, ada),
        (loops.challenge_back, eve),
        (loops.rematch, eve),
    ):
        with pytest.raises(NotFound):
            deed(somebody, game.play_id)
    with pytest.raises(NotAllowed):
        loops.rematch(sam, game.play_id)


def test_a_child_who_may_not_invite_is_offered_neither(ada, lea):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))

    seen = play(member(lea), code_of(sent))

    assert seen.play_id == ""


@pytest.mark.parametrize("who", ["ada", "bob"])
def test_either_may_ask_for_a_rematch_with_other_questions(ada, bob, game, who):
    asker, other = (ada, bob) if who == "ada" else (bob, ada)

    session = loops.rematch(asker, game.play_id)
    assert loops.rematch(asker, game.play_id) == session
    plays_out(asker, session, wrong=2)

    [notice] = told(other)
    code = notice.path.split("/")[2]
    seen = play(member(other), code)
    assert seen.to_beat == 60
    assert seen.outcome == Outcome.WON
    with pytest.raises(loops.RematchOver):
        loops.rematch(asker, game.play_id)


def test_a_rematch_told_twice_is_one_challenge(ada, bob, game):
    session = loops.rematch(bob, game.play_id)
    plays_out(bob, session)

    with transaction() as tx:
        loops.send_rematch(tx, session)

    assert len(told(ada)) == 1


def test_a_draw_is_a_win_for_both(ada, bob):
    sent = loops.challenge_from(ada, finished(ada, wrong=1))

    seen = play(member(bob), code_of(sent), wrong=1)

    assert (seen.outcome, seen.headline) == (Outcome.TIE, "A draw at 80%: you both win!")
    assert "you both win" in loops.sent(ada)[0].friends[0].words


def test_the_history_has_what_was_sent_and_what_was_received(ada, bob, game):
    loops.challenge_back(bob, game.play_id)

    sides = {
        side: [line.is_sent for line in loops.history(ada, side).lines] for side in HistorySide
    }

    assert sides[HistorySide.SENT] == [True]
    assert sides[HistorySide.RECEIVED] == [False]
    assert sides[HistorySide.ALL] == [False, True]
    [waiting] = loops.history(ada, HistorySide.RECEIVED).lines
    assert waiting.is_waiting
    assert "100% to beat" in waiting.words
    [met] = loops.history(bob, HistorySide.RECEIVED).lines
    assert "You won with 100% to 80%" in met.words


def test_the_history_comes_a_page_at_a_time_and_loses_nobody(ada, bob):
    sent = [loops.challenge_from(ada, finished(ada, FIVE)).id for _ in range(3)]

    first = loops.history(ada, size=2)
    rest = loops.history(ada, after=first.after, size=2)

    seen = [line.id for line in (*first.lines, *rest.lines)]
    assert seen == [f"sent-{one}" for one in reversed(sent)]
    assert rest.after == ""
    assert loops.history(bob).lines == ()
    with pytest.raises(Invalid):
        loops.history(ada, after="yesterday")
