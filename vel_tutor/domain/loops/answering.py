"""Between two who have played before: sending a challenge back, and once more with new questions.

Nobody else sees these challenges coming, and no link has to travel: the other one is told. Each
counts as an invitation, so that nobody is called out all day.
"""

from dataclasses import dataclass, replace
from random import SystemRandom
from uuid import UUID, uuid4

from sqlmodel import col, or_, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, notifications, practice
from vel_tutor.domain.loops import caps, game, queries, sending
from vel_tutor.domain.loops.caps import InvitesSpent
from vel_tutor.domain.loops.views import SentView
from vel_tutor.domain.practice import Player
from vel_tutor.models.loops import Challenge, ChallengePlay, Rematch
from vel_tutor.vocabulary import LoopKind, NotificationKind

_SEEDS = SystemRandom()


class RematchOver(Conflict):
    words = "You have played this rematch. The next one follows from the new challenge."
    code = "rematch_over"


@dataclass(frozen=True)
class _Pair:
    """A finished game between two members, seen from one of them."""

    challenge: Challenge
    play: ChallengePlay
    other_id: UUID


def challenge_back(actor: Actor, play_id: UUID) -> SentView:
    """Send the actor's own score in that game back to whoever had challenged them, in one press.

    Pressed again, it is the same challenge.

    Raises:
        NotAllowed: not somebody who may invite.
        NotFound: no finished game of the actor's against somebody's score.
        InvitesSpent: enough for one day, by the age of the account.
    """
    _must_invite(actor)
    with transaction() as tx:
        caps.one_at_a_time(tx, actor.user_id)
        pair = _pair(tx, actor, play_id)
        if pair.play.player_user_id != actor.user_id:
            raise NotFound
        challenge = _of_session(tx, pair.play.session_id)
        if challenge is None and caps.may_try(tx, actor.user_id, LoopKind.BUDDY_CHALLENGE):
            challenge = _answer(tx, pair, actor.user_id, pair.play.session_id)
        view = queries.sent_view(tx, actor, challenge) if challenge else None
    if view is None:
        raise InvitesSpent
    return view


def rematch(actor: Actor, play_id: UUID) -> UUID:
    """Deal the actor other questions of the same kind; finished, they challenge the other one.

    Either of the two may ask for one; asked for again, the same deck goes on.

    Returns:
        The deck to play.

    Raises:
        NotAllowed: not somebody who may invite.
        NotFound: no finished game of the actor's against somebody's score.
        RematchOver: it has been played.
        InvitesSpent: enough for one day, by the age of the account.
    """
    _must_invite(actor)
    with transaction() as tx:
        caps.one_at_a_time(tx, actor.user_id)
        pair = _pair(tx, actor, play_id)
        row = tx.session.exec(
            select(Rematch).where(Rematch.play_id == play_id, Rematch.by_user_id == actor.user_id)
        ).one_or_none()
        if row and _of_session(tx, row.session_id):
            raise RematchOver
        if row is None and caps.may_try(tx, actor.user_id, LoopKind.BUDDY_CHALLENGE):
            row = _deal(tx, actor, pair)
        session_id = row.session_id if row else None
    if session_id is None:
        raise InvitesSpent
    return session_id


def _deal(tx: Transaction, actor: Actor, pair: _Pair) -> Rematch:
    row_id = uuid4()
    by = game.Deal(_SEEDS.randrange(2**31), row_id, actor.grade)
    row = Rematch(
        id=row_id,
        play_id=pair.play.id,
        by_user_id=actor.user_id,
        to_user_id=pair.other_id,
        session_id=game.deal(tx, Player.of(actor), pair.challenge, by),
        begun_at=tx.now,
    )
    tx.session.add(row)
    tx.session.flush()
    return row


def send_rematch(tx: Transaction, session_id: UUID) -> None:
    """A finished deck of a rematch becomes a challenge for the other one; once."""
    row = tx.session.exec(
        select(Rematch).where(Rematch.session_id == session_id).with_for_update()
    ).one_or_none()
    if row is None or _of_session(tx, session_id):
        return
    play = tx.session.get_one(ChallengePlay, row.play_id)
    challenge = tx.session.get_one(Challenge, play.challenge_id)
    _answer(tx, _Pair(challenge, play, row.to_user_id), row.by_user_id, session_id)


def _answer(tx: Transaction, pair: _Pair, sender_id: UUID, session_id: UUID) -> Challenge:
    """The challenge for the other one, who is told of it."""
    wish = sending.wish_of(sender_id, practice.score_of(tx, session_id))
    wish = replace(wish, answers_id=pair.challenge.id, to_user_id=pair.other_id)
    challenge = sending.send(tx, wish)
    link = attribution.link_of(tx, challenge.link_id)
    if link:
        notifications.tell(
            tx,
            pair.other_id,
            NotificationKind.CHALLENGED,
            source_id=challenge.id,
            path=routes.challenge(link.code),
            data={
                "who": accounts.pseudonym(sender_id),
                "percent": wish.percent or 0,
                "title": wish.title,
            },
        )
    return challenge


def _must_invite(actor: Actor) -> None:
    if not (actor.is_student and accounts.may_invite(actor)):
        raise NotAllowed


def _pair(tx: Transaction, actor: Actor, play_id: UUID) -> _Pair:
    """The finished game with the actor in it, or `NotFound`; a study game has nobody to beat."""
    found = tx.session.exec(
        select(Challenge, ChallengePlay)
        .where(ChallengePlay.id == play_id, Challenge.id == ChallengePlay.challenge_id)
        .where(
            col(ChallengePlay.completed_at).is_not(None),
            col(ChallengePlay.player_user_id).is_not(None),
            col(Challenge.percent).is_not(None),
            or_(
                ChallengePlay.player_user_id == actor.user_id,
                Challenge.sender_id == actor.user_id,
            ),
        )
    ).one_or_none()
    if found is None or found[1].player_user_id is None:
        raise NotFound
    challenge, play = found
    is_sender = challenge.sender_id == actor.user_id
    other_id = found[1].player_user_id if is_sender else challenge.sender_id
    accounts.person(tx, other_id)  # whose account is closed cannot be challenged
    return _Pair(challenge, play, other_id)


def _of_session(tx: Transaction, session_id: UUID) -> Challenge | None:
    return tx.session.exec(
        select(Challenge).where(Challenge.session_id == session_id)
    ).one_or_none()
