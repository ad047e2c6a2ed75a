"""Challenging a friend: making a session a score to beat, and seeing how it goes."""

from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, diagnostics, practice
from vel_tutor.domain.diagnostics.views import ResultsView
from vel_tutor.domain.loops import caps, queries, rules, showing
from vel_tutor.domain.loops.caps import InvitesSpent
from vel_tutor.domain.loops.events import ChallengeCreated
from vel_tutor.domain.loops.views import SentView
from vel_tutor.domain.practice import Player
from vel_tutor.domain.practice.views import ScoreView
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import ChallengeKind, LoopKind, Subject

_LOOP = LoopKind.BUDDY_CHALLENGE
_SEEDS = SystemRandom()


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants to invite to, before it has a link."""

    sender_id: UUID
    title: str
    subject: Subject
    kind: ChallengeKind = ChallengeKind.SCORE
    session_id: UUID | None = None
    diagnostic_id: UUID | None = None
    grade: int | None = None
    skill: str = ""
    percent: int | None = None
    correct: int = 0
    size: int = rules.DECK_SIZE
    answers_id: UUID | None = None
    to_user_id: UUID | None = None


def challenge_from(actor: Actor, session_id: UUID) -> SentView:
    """Make the actor's finished session a score to beat; the same session, the same challenge.

    Raises:
        NotAllowed: not somebody who may invite; children are never offered it.
        NotFound: no such session, or it belongs to someone else.
        StillOpen: the session has unanswered questions.
        InvitesSpent: enough for one day, by the age of the account.
    """
    if not (actor.is_student and accounts.may_invite(actor)):
        raise NotAllowed
    with transaction() as tx:
        score = practice.score_for(tx, Player.of(actor), session_id)
        if not score.completed:
            raise practice.StillOpen
        caps.one_at_a_time(tx, actor.user_id)
        challenge = tx.session.exec(
            select(Challenge).where(Challenge.session_id == session_id)
        ).one_or_none()
        if challenge is None and caps.may_try(tx, actor.user_id, _LOOP):
            challenge = _challenge(tx, actor, score)
        view = queries.sent_view(tx, actor, challenge) if challenge else None
    if view is None:
        raise InvitesSpent
    return view


def challenge_with(actor: Actor, test_id: UUID) -> SentView:
    """Make the actor's result in an adaptive test a score to beat, each friend at their level.

    Raises:
        NotAllowed: not somebody who may invite, or a result that is not to be shown around.
        NotFound: no such test, or it belongs to someone else.
        InvitesSpent: enough for one day, by the age of the account.
    """
    found = _own_results(actor, test_id)
    if not found.may_share:
        raise NotAllowed
    return _of_test(
        actor,
        Wish(
            sender_id=actor.user_id,
            diagnostic_id=test_id,
            title=found.title,
            subject=Subject(found.subject),
            grade=found.grade,
            percent=found.domain_percent,
        ),
    )


def study_with(actor: Actor, test_id: UUID, skill: str) -> SentView:
    """Ask friends to practise one of the next steps of the actor's test together.

    Raises:
        NotAllowed: not somebody who may invite.
        NotFound: no such test or step, or it belongs to someone else.
        InvitesSpent: enough for one day, by the age of the account.
    """
    found = _own_results(actor, test_id)
    step = next((step for step in found.next_steps if step.skill == skill), None)
    if step is None:
        raise NotFound
    return _of_test(
        actor,
        Wish(
            sender_id=actor.user_id,
            kind=ChallengeKind.STUDY,
            diagnostic_id=test_id,
            title=step.name,
            subject=Subject(found.subject),
            grade=step.grade,
            skill=skill,
        ),
    )


def _own_results(actor: Actor, test_id: UUID) -> ResultsView:
    if not (actor.is_student and accounts.may_invite(actor)):
        raise NotAllowed
    return diagnostics.results(actor, test_id)


def _of_test(actor: Actor, wished: Wish) -> SentView:
    with transaction() as tx:
        caps.one_at_a_time(tx, actor.user_id)
        challenge = tx.session.exec(
            select(Challenge).where(
                Challenge.diagnostic_id == wished.diagnostic_id,
                Challenge.kind == wished.kind,
                Challenge.skill == wished.skill,
            )
        ).one_or_none()
        if challenge is None and caps.may_try(tx, actor.user_id, _LOOP):
            challenge = send(tx, wished)
        view = queries.sent_view(tx, actor, challenge) if challenge else None
    if view is None:
        raise InvitesSpent
    return view


def _challenge(tx: Transaction, actor: Actor, score: ScoreView) -> Challenge:
    return send(tx, wish_of(actor.user_id, score))


def wish_of(sender_id: UUID, score: ScoreView) -> Wish:
    """A finished session as a score to beat."""
    return Wish(
        sender_id=sender_id,
        session_id=score.session_id,
        title=score.title,
        subject=score.subject,
        percent=score.percent,
        correct=score.correct,
        size=score.size,
    )


def send(tx: Transaction, wish: Wish) -> Challenge:
    """The challenge with its link and its seed; others are told of it."""
    challenge_id = UUID(int=_SEEDS.getrandbits(128), version=4)
    link = attribution.create_link(
        tx,
        wish.sender_id,
        _LOOP,
        campaign=rules.campaign(tx.now),
        target_id=challenge_id,
        lifetime=rules.CHALLENGE_LIFE,
    )
    challenge = Challenge(
        **vars(wish),
        id=challenge_id,
        link_id=link.id,
        seed=_SEEDS.randrange(2**31),
        created_at=tx.now,
    )
    tx.session.add(challenge)
    tx.session.flush()
    tx.publish(ChallengeCreated(challenge_id=challenge_id, sender_id=wish.sender_id))
    return challenge


def look_at(actor: Actor, challenge_id: UUID) -> SentView:
    """The actor's challenge as it stands; an end they see for the first time comes with `cheer`.

    Raises:
        NotFound: no such challenge, or it belongs to someone else.
    """
    with transaction() as tx:
        challenge = _access(tx, actor, challenge_id)
        ended = (
            update(ChallengePlay)
            .where(
                col(ChallengePlay.challenge_id) == challenge.id,
                col(ChallengePlay.completed_at).is_not(None),
                col(ChallengePlay.sender_saw_at).is_(None),
            )
            .values(sender_saw_at=tx.now)
            .returning(col(ChallengePlay.id))
        )
        cheer = bool(tx.session.exec(ended).all())
        return showing.cheering(queries.sent_view(tx, actor, challenge), cheer)


def _access(tx: Transaction, actor: Actor, challenge_id: UUID) -> Challenge:
    """The actor's own challenge, or `NotFound`."""
    challenge = tx.session.exec(
        select(Challenge).where(Challenge.id == challenge_id, Challenge.sender_id == actor.user_id)
    ).one_or_none()
    if challenge is None:
        raise NotFound
    return challenge
