"""A friend's turns: answers, hints and solutions, the next question, and once more for fun."""

from uuid import uuid5

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain import practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import game, rewarding, rules, showing
from vel_tutor.domain.loops.events import ChallengeAnswered, ChallengeCompleted
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.game import Turn
from vel_tutor.domain.loops.views import GameView
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.loops import ChallengePlay


def answer(friend: Friend, code: str, position: int, given: str) -> GameView:
    """Mark the answer to question `position`, from 0, and show the verdict.

    Raises:
        LinkOver: the link opens nothing (any more).
        NotFound: the friend has not begun.
        GameOver: a guest began more than a day ago.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        turn = game.turn(tx, friend, code)
        went = practice.answer_for(tx, friend.player, turn.session_id, position, given)
        return _answered(tx, friend, turn, went)


def reveal(friend: Friend, code: str, position: int) -> GameView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = game.turn(tx, friend, code)
        went = practice.reveal_for(tx, friend.player, turn.session_id, position)
        return _answered(tx, friend, turn, went)


def hint(friend: Friend, code: str, position: int, number: int) -> GameView:
    """Show a hint of the question on show; see `practice.hint` for what it costs.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = game.turn(tx, friend, code)
        deck = practice.hint_for(tx, friend.player, turn.session_id, position, number)
        return showing.playing(turn.challenge, turn.play, deck, friend)


def next_question(friend: Friend, code: str, position: int) -> GameView:
    """Leave the verdict on `position` behind; after the last one comes the comparison.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = game.turn(tx, friend, code)
        practice.next_question_for(tx, friend.player, turn.session_id, position)
        return game.shown(tx, friend, turn.challenge, turn.play)


def play_again(friend: Friend, code: str) -> GameView:
    """Deal the deck anew, for fun: the first result stands and nothing else comes of it.

    Raises: as `answer`; Conflict: the first go is not over.
    """
    with transaction() as tx:
        turn = game.turn(tx, friend, code)
        challenge, play = turn.challenge, turn.play
        if play.completed_at is None:
            raise Conflict("Finish this game first.")
        play.agains += 1
        source_id = uuid5(play.id, f"again-{play.agains}")
        by = game.Deal(challenge.seed + play.agains, source_id, play.grade)
        play.again_session_id = game.deal(tx, friend.player, challenge, by)
        tx.session.add(play)
        return game.shown(tx, friend, challenge, play)


def _answered(tx: Transaction, friend: Friend, turn: Turn, went: AnswerView) -> GameView:
    """Count one more answer of the first go, and show how it went."""
    if went.answered > turn.play.answered and turn.session_id == turn.play.session_id:
        _progress(tx, friend, turn.link, turn.play, went)
    deck = practice.resume_for(tx, friend.player, turn.session_id)
    return showing.playing(turn.challenge, turn.play, deck, friend, feedback=went.feedback)


def _progress(
    tx: Transaction, friend: Friend, link: LinkView, play: ChallengePlay, went: AnswerView
) -> None:
    """One more answer in the friend's first go."""
    play.answered = went.answered
    tx.publish(
        ChallengeAnswered(challenge_id=play.challenge_id, play_id=play.id, count=play.answered)
    )
    if play.answered >= rules.FIRST_VALUE_ANSWERS and play.first_value_at is None:
        rewarding.first_value(tx, friend, link, play)
    if went.completed:
        play.completed_at = tx.now
        play.percent = rules.percent(went.correct, went.size)
        tx.publish(
            ChallengeCompleted(
                challenge_id=play.challenge_id,
                play_id=play.id,
                sender_id=link.referrer_id,
                percent=play.percent,
            )
        )
    tx.session.add(play)
