"""How a rally looks to somebody who was invited."""

from dataclasses import replace

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, incentives, practice
from vel_tutor.domain.loops import settling
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rally import boards, places, players, rules, scoring, showing
from vel_tutor.domain.loops.rally.inviting import Invitation
from vel_tutor.domain.loops.rally.views import BoardView, QuizView
from vel_tutor.domain.loops.rules import percent
from vel_tutor.domain.loops.views import GradeView
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.rally import RallyQuiz
from vel_tutor.vocabulary import GRADES, GameStage


def closed(words: str) -> QuizView:
    """The one neutral page: there is nothing to play here."""
    return QuizView(stage=GameStage.CLOSED.value, words=words)


def own(found: Invitation) -> QuizView:
    """The sender opened their own link."""
    return QuizView(stage=GameStage.OWN.value, subject=found.cohort.subject.value)


def _at(found: Invitation, friend: Friend, stage: GameStage) -> QuizView:
    return QuizView(
        stage=stage.value,
        sender=accounts.pseudonym(found.invite.sender_id),
        subject=found.cohort.subject.value,
        title=rules.SUBJECTS[found.cohort.subject].lower(),
        size=rules.QUIZ_SIZE,
        is_guest=friend.student is None,
    )


def invited(found: Invitation, friend: Friend, stage: GameStage) -> QuizView:
    """Before the first question: somebody whose grade is known plays at that, others choose."""
    view = _at(found, friend, stage)
    if friend.student and friend.student.grade is not None:
        return view
    return replace(
        view,
        grades=tuple(GradeView(str(one), GRADES[one]) for one in _open_grades(found)),
        grade=level(found, friend, None),
    )


def level(found: Invitation, friend: Friend, wished: int | None) -> int:
    """The grade of the questions: the member's own, the one they chose, or that of the board."""
    known = friend.student.grade if friend.student else None
    middle = rules.band(found.cohort.band).middle
    wanted = next((one for one in (known, wished) if one is not None), middle)
    return rules.nearest(_open_grades(found), wanted)


def _open_grades(found: Invitation) -> tuple[int, ...]:
    return practice.grades_of(found.cohort.subject)


def playing(found: Invitation, friend: Friend, deck: PlayView, feedback: str = "") -> QuizView:
    """On a question or its verdict."""
    return replace(
        _at(found, friend, GameStage.PLAYING),
        play=deck,
        feedback="" if deck.verdict.shown else feedback,
    )


def done(
    tx: Transaction, friend: Friend, found: Invitation, quiz: RallyQuiz, deck: PlayView
) -> QuizView:
    """The place: a member's own, or where a guest would stand."""
    board, points = _standing(tx, friend, found, quiz)
    reward = settling.paid_words(tx, friend.student.user_id) if friend.student else ""
    view = replace(
        _at(found, friend, GameStage.DONE),
        play=deck,
        percent=percent(deck.correct, deck.size),
        headline=board.headline,
        points=points,
        board=board,
        reward=reward,
        cheer=quiz.saw_end_at is None,
        results=routes.practice_results(quiz.session_id) if friend.student else "",
    )
    quiz.saw_end_at = quiz.saw_end_at or tx.now
    tx.session.add(quiz)
    return view


def _standing(
    tx: Transaction, friend: Friend, found: Invitation, quiz: RallyQuiz
) -> tuple[BoardView, int]:
    subject = found.cohort.subject
    if friend.student:
        scoring.count(tx, friend.student.user_id, subject)
        learner = players.learner(tx, friend.student.user_id)
        if learner is None:
            return showing.shut(subject), 0
        board = boards.of_learner(tx, learner, subject, may_invite=False)
        return board, board.points
    zone = accounts.person(tx, found.invite.sender_id).time_zone  # the board is the sender's week
    today = incentives.local_day(tx.now, zone)
    band = rules.band_of(quiz.grade)
    cohort = players.cohort(tx, subject, band, rules.week_of(today), found.cohort.simulation)
    since = incentives.day_begins(rules.monday_of(today), zone)
    points = scoring.score_of(tx, friend.player, cohort, min(since, quiz.started_at)).points
    at = places.standing(tx, cohort.id, points, joins=True)
    if not rules.is_enough(at.players):
        return showing.few_for_guest(subject, band, at.players), points
    return showing.would_stand(subject, band, at, places.top(tx, cohort.id)), points
