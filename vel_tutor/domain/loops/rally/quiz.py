"""The placement quiz behind a rally link: six questions, then where one would stand."""

from random import SystemRandom

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain import practice
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.link_deck import Dealt, LinkDeck, Turn
from vel_tutor.domain.loops.rally import inviting, quiz_showing, rewarding, rules
from vel_tutor.domain.loops.rally.inviting import Invitation
from vel_tutor.domain.loops.rally.views import QuizView
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.rally import RallyQuiz

_SEEDS = SystemRandom()
_DEALT = 10


class OwnRally(Conflict):
    words = "This is your own invitation. Send it to a friend."
    code = "own_rally"


def _deal(tx: Transaction, friend: Friend, found: Invitation, wished: int | None) -> Dealt:
    grade = quiz_showing.level(found, friend, wished)
    cards = practice.deck_of(
        DeckChoice(subject=found.cohort.subject, grade=grade, size=_DEALT),
        _SEEDS.randrange(2**31),
    )
    dealt = practice.open_deck_for(tx, friend.player, cards[: rules.QUIZ_SIZE], found.invite.id)
    return Dealt(dealt, grade)


def _answered(tx: Transaction, turn: Turn[Invitation, RallyQuiz], went: AnswerView) -> None:
    quiz = turn.row
    if went.completed and quiz.completed_at is None:
        quiz.completed_at = tx.now
        tx.session.add(quiz)
        rewarding.quiz_done(tx, turn.friend, turn.found, quiz)


_quiz: LinkDeck[Invitation, RallyQuiz, QuizView] = LinkDeck(
    go=RallyQuiz,
    own=OwnRally,
    behind=inviting.behind,
    showing=quiz_showing,
    deal=_deal,
    answered=_answered,
)

invitation, begin = _quiz.invitation, _quiz.begin
answer, reveal = _quiz.answer, _quiz.reveal
hint, next_question = _quiz.hint, _quiz.next_question
