"""The placement quiz behind a rally link: six questions, then where one would stand."""

from dataclasses import dataclass
from random import SystemRandom

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import accounts, attribution, practice
from vel_tutor.domain.loops.arriving import GuestPlaysSpent
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.game import GameOver
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.loops.rally import inviting, quiz_showing, rewarding, rules
from vel_tutor.domain.loops.rally.inviting import Invitation
from vel_tutor.domain.loops.rally.views import QuizView
from vel_tutor.domain.loops.rules import is_over
from vel_tutor.domain.practice import DeckChoice, Player
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.rally import RallyQuiz
from vel_tutor.vocabulary import GameStage

_SEEDS = SystemRandom()
_DEALT = 10


class OwnRally(Conflict):
    words = "This is your own invitation. Send it to a friend."
    code = "own_rally"


@dataclass(frozen=True)
class Turn:
    """A friend at their quiz, everything fetched and locked."""

    found: Invitation
    quiz: RallyQuiz


def invitation(friend: Friend, code: str) -> QuizView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Raises:
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    player = friend.player
    with transaction() as tx:
        found = inviting.behind(tx, attribution.link_in(tx, code))
        if found is None:
            return quiz_showing.closed(LinkOver.words)
        if _is_sender(friend, found):
            return quiz_showing.own(found)
        attribution.clicked(
            tx,
            found.link,
            visitor_id=friend.visitor_id,
            user_id=friend.member.user_id if friend.member else None,
            standing=friend.standing,
        )
        quiz = _quiz_of(tx, player, found)
        if quiz is None:
            stage = GameStage.INVITED if _has_room(tx, friend) else GameStage.FULL
            return quiz_showing.invited(found, friend, stage)
        return _shown(tx, friend, Turn(found, quiz))


def begin(friend: Friend, code: str, grade: int | None = None) -> QuizView:
    """Deal the friend's quiz at the grade they chose, or go on with it.

    Raises:
        AgeAsked: that grade sounds like a child, and the age gate has not been asked since.
        LinkOver: the link opens nothing (any more).
        OwnRally: the sender knows their place.
        GuestPlaysSpent: enough games without an account on this device.
    """
    player = friend.player
    if friend.student and grade is not None:
        accounts.note_grade(friend.student, grade)
    with transaction() as tx:
        found = _open(tx, friend, code)
        quiz = _quiz_of(tx, player, found)
        if quiz is None:
            if not _has_room(tx, friend):
                raise GuestPlaysSpent
            quiz = _begin(tx, player, found, quiz_showing.level(found, friend, grade))
        return _shown(tx, friend, Turn(found, quiz))


def answer(friend: Friend, code: str, position: int, given: str) -> QuizView:
    """Mark the answer to question `position`, from 0, and show the verdict.

    Raises:
        LinkOver: the link opens nothing (any more).
        NotFound: the friend has not begun.
        GameOver: a guest began more than a day ago.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.answer_for(tx, friend.player, turn.quiz.session_id, position, given)
        return _answered(tx, friend, turn, went)


def reveal(friend: Friend, code: str, position: int) -> QuizView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.reveal_for(tx, friend.player, turn.quiz.session_id, position)
        return _answered(tx, friend, turn, went)


def hint(friend: Friend, code: str, position: int, number: int) -> QuizView:
    """Show a hint of the question on show; with one, the answer earns no points.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        deck = practice.hint_for(tx, friend.player, turn.quiz.session_id, position, number)
        return quiz_showing.playing(turn.found, friend, deck)


def next_question(friend: Friend, code: str, position: int) -> QuizView:
    """Leave the verdict on `position` behind; after the last one comes the place.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        practice.next_question_for(tx, friend.player, turn.quiz.session_id, position)
        return _shown(tx, friend, turn)


def _open(tx: Transaction, friend: Friend, code: str) -> Invitation:
    """The invitation behind `code`, for somebody who may play it; a guest's deeds come in turn."""
    if friend.student is None:
        attribution.wait_for_visitor(tx, friend.visitor_id)
    found = inviting.behind(tx, attribution.link_in(tx, code))
    if found is None:
        raise LinkOver
    if _is_sender(friend, found):
        raise OwnRally
    return found


def _is_sender(friend: Friend, found: Invitation) -> bool:
    return friend.member is not None and friend.member.user_id == found.invite.sender_id


def _turn(tx: Transaction, friend: Friend, code: str) -> Turn:
    found = _open(tx, friend, code)
    quiz = _quiz_of(tx, friend.player, found, lock=True)
    if quiz is None:
        raise NotFound
    if friend.student is None and is_over(quiz.started_at, tx.now):
        raise GameOver
    return Turn(found, quiz)


def _quiz_of(
    tx: Transaction, player: Player, found: Invitation, *, lock: bool = False
) -> RallyQuiz | None:
    mine = select(RallyQuiz).where(
        RallyQuiz.invite_id == found.invite.id,
        RallyQuiz.player_user_id == player.user_id
        if player.user_id
        else RallyQuiz.player_visitor_id == player.visitor_id,
    )
    if lock:
        mine = mine.with_for_update().execution_options(populate_existing=True)
    return tx.session.exec(mine).one_or_none()


def _begin(tx: Transaction, player: Player, found: Invitation, grade: int) -> RallyQuiz:
    cards = practice.deck_of(
        DeckChoice(subject=found.cohort.subject, grade=grade, size=_DEALT),
        _SEEDS.randrange(2**31),
    )
    dealt = practice.open_deck_for(tx, player, cards[: rules.QUIZ_SIZE], found.invite.id)
    new = RallyQuiz(
        invite_id=found.invite.id,
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        session_id=dealt,
        grade=grade,
        started_at=tx.now,
    )
    tx.session.exec(insert(RallyQuiz).values(**new.model_dump()).on_conflict_do_nothing())
    quiz = _quiz_of(tx, player, found)
    if quiz is None:
        raise NotFound
    return quiz


def _has_room(tx: Transaction, friend: Friend) -> bool:
    if friend.student:
        return True
    visitors = attribution.visitors_on_device(tx, friend.visitor_id)
    begun = select(func.count()).where(
        col(RallyQuiz.player_visitor_id).in_(visitors),
        RallyQuiz.started_at > tx.now - rules.GUEST_WINDOW,
    )
    return tx.session.exec(begun).one() < rules.GUEST_QUIZZES


def _shown(tx: Transaction, friend: Friend, turn: Turn) -> QuizView:
    """Where the friend stands: on a question, at their place, or too late."""
    deck = practice.resume_for(tx, friend.player, turn.quiz.session_id)
    if deck.completed:
        return quiz_showing.done(tx, friend, turn.found, turn.quiz, deck)
    if friend.student is None and is_over(turn.quiz.started_at, tx.now):
        return quiz_showing.closed(GameOver.words)
    return quiz_showing.playing(turn.found, friend, deck)


def _answered(tx: Transaction, friend: Friend, turn: Turn, went: AnswerView) -> QuizView:
    if went.completed and turn.quiz.completed_at is None:
        turn.quiz.completed_at = tx.now
        tx.session.add(turn.quiz)
        rewarding.quiz_done(tx, friend, turn.found, turn.quiz)
    deck = practice.resume_for(tx, friend.player, turn.quiz.session_id)
    return quiz_showing.playing(turn.found, friend, deck, feedback=went.feedback)
