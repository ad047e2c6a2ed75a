"""Playing a deck. Every answer is committed before anybody hears how it went.

Functions that end in `_for` join the transaction of their caller and take a `Player`, so that
guests play the very same machinery; the others open one for the actor.
"""

from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain.practice import returning, rules, settling, showing, visits
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import (
    UNFINISHED,
    access,
    answer_view,
    may_take_back,
    of,
    play,
    question_at,
    questions,
    waiting,
)
from vel_tutor.domain.practice.views import AnswerView, LevelView, PlayView, UnfinishedView
from vel_tutor.models.practice import PracticeQuestion, PracticeSession, PracticeSlip
from vel_tutor.vocabulary import STUDENTS


class NotOpenYet(Conflict):
    words = "That question is not open yet. Here is the one you are on."
    code = "not_open_yet"


def resume(actor: Actor, session_id: UUID) -> PlayView:
    """Where the actor's deck stands; the clock of the question on show runs from now on.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        return resume_for(tx, Player.of(actor), session_id)


def resume_for(tx: Transaction, player: Player, session_id: UUID) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    return go_on(tx, player, access(tx, player, session_id))


def go_on(tx: Transaction, player: Player, session: PracticeSession) -> PlayView:
    """The question on show with its clock running, or the verdict not yet left behind."""
    if session.completed_at:
        return play(tx, player, session, question_at(tx, session, session.size - 1))
    row = question_at(tx, session, session.answered)
    if session.answered and row.shown_at is None:
        return play(tx, player, session, question_at(tx, session, session.answered - 1))
    _start_clock(tx, row)
    return play(tx, player, session, row)


def next_question(actor: Actor, session_id: UUID, position: int) -> PlayView:
    """Leave the verdict on `position` behind and show what comes next, its clock running.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: `position` has not been answered.
    """
    with transaction() as tx:
        return next_question_for(tx, Player.of(actor), session_id, position)


def next_question_for(tx: Transaction, player: Player, session_id: UUID, position: int) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    session = access(tx, player, session_id)
    if not 0 <= position < session.answered:
        raise NotOpenYet
    if session.completed_at is None:
        _start_clock(tx, question_at(tx, session, session.answered))
    return go_on(tx, player, session)


def submit_answer(actor: Actor, session_id: UUID, position: int, answer: str) -> AnswerView:
    """Mark the answer to question `position` (from 0); the last one finishes the deck.

    Telling it again, from another tab or after going back, changes nothing and returns what the
    first answer got.

    Args:
        answer: the place of the choice from "0", or the text as typed.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        return answer_for(tx, Player.of(actor), session_id, position, answer)


def readable(answer: str) -> str:
    """What somebody handed in, with single spaces.

    Raises:
        Invalid: too long, or holding signs nobody can type.
    """
    answer = " ".join(answer.split())
    if len(answer) > rules.LONGEST_ANSWER or not answer.isprintable():
        raise Invalid("That answer is too long, or has signs we cannot read.")
    return answer


def answer_for(
    tx: Transaction, player: Player, session_id: UUID, position: int, answer: str
) -> AnswerView:
    """The same for any player, inside the caller's transaction."""
    answer = readable(answer)
    session = access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at:
        return answer_view(tx, player, session, row)
    went = content.check(content.instance(row.family, row.seed), answer)
    if not went.counted:
        return showing.answer(session, None, went.feedback)
    row.answer, row.misconception = answer, went.misconception
    return _answered(tx, player, session, row, right=went.right)


def reveal(actor: Actor, session_id: UUID, position: int) -> AnswerView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
    """
    with transaction() as tx:
        return reveal_for(tx, Player.of(actor), session_id, position)


def reveal_for(tx: Transaction, player: Player, session_id: UUID, position: int) -> AnswerView:
    """The same for any player, inside the caller's transaction."""
    session = access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at:
        return answer_view(tx, player, session, row)
    row.was_revealed = True
    return _answered(tx, player, session, row, right=False)


class TooLate(Conflict):
    words = "That answer can no longer be taken back."
    code = "too_late"


def take_back(actor: Actor, session_id: UUID, position: int) -> PlayView:
    """Take the wrong answer to question `position` back, as if the wrong key had been hit.

    It is possible once a session, for a few seconds, while the verdict is on show; the slip is
    remembered, and levels are what they were before. Because the verdict tells the right answer,
    another question of the same kind takes the place of this one.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        TooLate: it cannot be taken back, or not any more.
    """
    with transaction() as tx:
        player = Player.of(actor)
        session = access(tx, player, session_id)
        row = _open_question(tx, session, position)
        instead = may_take_back(tx, player, session, row)
        if instead is None:
            raise TooLate
        settling.unlearn(tx, actor.user_id, row)
        tx.session.add(
            PracticeSlip(
                session_id=session.id,
                position=position,
                family=row.family,
                seed=row.seed,
                answer=row.answer,
                misconception=row.misconception,
                answered_at=row.answered_at or tx.now,
                taken_back_at=tx.now,
            )
        )
        _ask_instead(row, instead)
        session.answered -= 1
        tx.session.add_all((row, session))
        tx.session.flush()
        return go_on(tx, player, session)


def hint(actor: Actor, session_id: UUID, position: int, number: int) -> PlayView:
    """Show the hints of question `position` up to `number` (1 or 2) and remember that.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: there is no hint of that number.
    """
    with transaction() as tx:
        return hint_for(tx, Player.of(actor), session_id, position, number)


def hint_for(
    tx: Transaction, player: Player, session_id: UUID, position: int, number: int
) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    if not 1 <= number <= rules.HINTS:
        raise Invalid("There is no such hint.")
    session = access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at is None and row.hints_used < number:
        row.hints_used = number
        tx.session.add(row)
    return go_on(tx, player, session)


def pause(actor: Actor, session_id: UUID) -> None:
    """Stop the clock until the deck is resumed, here or on another device.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        pause_for(tx, Player.of(actor), session_id)


def pause_for(tx: Transaction, player: Player, session_id: UUID) -> None:
    """The same for any player, inside the caller's transaction."""
    session = access(tx, player, session_id)
    if session.completed_at is None:
        _stop_clock(tx, question_at(tx, session, session.answered))


def put_aside(actor: Actor) -> tuple[UnfinishedView, ...]:
    """Stop the clock of whatever the actor was in the middle of; the decks that wait for them."""
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        running = (
            select(PracticeQuestion.session_id)
            .where(col(PracticeQuestion.clock_since).is_not(None))
            .where(PracticeQuestion.session_id == PracticeSession.id)
        )
        begun = of(Player.of(actor)).where(running.exists(), *UNFINISHED).with_for_update()
        for session in tx.session.exec(begun.order_by(col(PracticeSession.id))).all():
            _stop_clock(tx, question_at(tx, session, session.answered))
        return waiting(tx, Player.of(actor))


def drop(actor: Actor, session_id: UUID) -> tuple[UnfinishedView, ...]:
    """Give an unfinished deck up; the answers in it stay counted for the levels.

    Returns:
        The decks that still wait.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        session = access(tx, Player.of(actor), session_id)
        if session.completed_at is None:
            session.dropped_at = tx.now
            returning.settle(tx, actor.user_id, questions(tx, session))
            tx.session.flush()
        return waiting(tx, Player.of(actor))


def _open_question(tx: Transaction, session: PracticeSession, position: int) -> PracticeQuestion:
    """The question at `position`, which is the current one or one before it."""
    if position < 0 or position >= session.size:
        raise NotFound
    if position > session.answered:
        raise NotOpenYet
    return question_at(tx, session, position)


def _answered(
    tx: Transaction, player: Player, session: PracticeSession, row: PracticeQuestion, *, right: bool
) -> AnswerView:
    """Store how the current question went, and finish the deck after the last one."""
    _stop_clock(tx, row)
    row.shown_at = row.shown_at or tx.now
    row.answered_at, row.was_right = tx.now, right
    session.answered += 1
    session.correct += right
    tx.session.add_all((row, session))
    known = _learned(tx, player.user_id, row) if player.user_id else None
    if session.answered == session.size:
        settling.complete(tx, player, session)
    is_slip = may_take_back(tx, player, session, row) is not None
    return showing.answer(session, row, known=known, is_slip=is_slip)


def _learned(tx: Transaction, user_id: UUID, row: PracticeQuestion) -> LevelView:
    """What the answer leaves with a member: a level, and a visit that goes on."""
    visits.note_answer(tx, user_id)
    return settling.learn(tx, user_id, row)


def _ask_instead(row: PracticeQuestion, card: rules.Card) -> None:
    """Put another question in the place of one, as if it had never been asked."""
    row.family, row.seed = card.family, card.seed
    row.answer = row.misconception = ""
    row.answered_at = row.was_right = row.shown_at = None
    row.hints_used = row.spent_ms = 0


def _start_clock(tx: Transaction, row: PracticeQuestion) -> None:
    row.shown_at = row.shown_at or tx.now
    row.clock_since = row.clock_since or tx.now
    tx.session.add(row)


def _stop_clock(tx: Transaction, row: PracticeQuestion) -> None:
    row.spent_ms = rules.spent_ms(row.spent_ms, row.clock_since, tx.now)
    row.clock_since = None
    tx.session.add(row)
