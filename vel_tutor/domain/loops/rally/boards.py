"""The board of the week, as one learner may see it."""

from datetime import timedelta
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain import accounts
from vel_tutor.domain.loops.rally import places, players, rules, scoring, showing
from vel_tutor.domain.loops.rally.places import Standing
from vel_tutor.domain.loops.rally.players import Learner
from vel_tutor.domain.loops.rally.views import BoardView
from vel_tutor.vocabulary import STUDENTS, ConsentScope, Subject


def enter(actor: Actor, subject: Subject) -> BoardView:
    """Count the actor's answers of this week, and show where they stand.

    Raises:
        NotAllowed: not a student; others stand on no board.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        scoring.count(tx, actor.user_id, subject)
        return _board(tx, actor, subject)


def board(actor: Actor, subject: Subject) -> BoardView:
    """Where the actor stands, as last counted.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return _board(tx, actor, subject)


def _board(tx: Transaction, actor: Actor, subject: Subject) -> BoardView:
    if ConsentScope.PRESENCE not in actor.scopes:
        return showing.shut(subject)
    learner = players.learner(tx, actor.user_id)
    if learner is None:
        return showing.no_grade(subject)
    return of_learner(tx, learner, subject, may_invite=accounts.may_invite(actor))


def place_of(tx: Transaction, user_id: UUID, subject: Subject) -> Standing | None:
    """Where somebody stands this week; None on no board, or one with too few to speak of places."""
    learner = players.learner(tx, user_id)
    if learner is None:
        return None
    cohort = players.known_cohort(tx, subject, learner.band, learner.week, learner.simulation)
    member = places.mine(tx, cohort.id, user_id) if cohort else None
    if cohort is None or member is None:
        return None
    at = places.standing(tx, cohort.id, member.points)
    return at if rules.is_enough(at.players) else None


def of_learner(
    tx: Transaction, learner: Learner, subject: Subject, *, may_invite: bool
) -> BoardView:
    """The board of this week that `learner` belongs to, whether they stand on it yet or not."""
    view = _shown(tx, learner, subject)
    sunday = rules.monday_of(learner.today) + timedelta(days=6)
    return showing.finished(view, may_invite=may_invite, until=sunday)


def _shown(tx: Transaction, learner: Learner, subject: Subject) -> BoardView:
    cohort = players.known_cohort(tx, subject, learner.band, learner.week, learner.simulation)
    if cohort is None:
        return showing.few(subject, learner.band, 0, None)
    member = places.mine(tx, cohort.id, learner.user_id)
    at = places.standing(tx, cohort.id, member.points if member else 0)
    if not rules.is_enough(at.players):
        return showing.few(subject, learner.band, at.players, member)
    top = places.top(tx, cohort.id)
    is_below = member is not None and all(line.member.id != member.id for line in top)
    near = places.around(tx, member, at.rank) if member and is_below else ()
    newcomer = places.newcomer(tx, cohort.id, tx.now - rules.NEW_FOR)
    return showing.full(showing.Seen(subject, learner.band, at, member, newcomer), top, near)
