"""A friend at the door: what the page behind the link shows them, and dealing their deck."""

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import TooMany
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.loops import game, queries, rules, showing
from vel_tutor.domain.loops.events import ChallengeOpened
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.loops.views import GameView
from vel_tutor.domain.practice import Player
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import GameStage


class GuestPlaysSpent(TooMany):
    words = "You have played a few games here. Sign up to go on, your answers stay yours."
    code = "guest_plays_spent"


def invitation(friend: Friend, code: str) -> GameView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Forged, expired, withdrawn and unknown links are all one closed page.

    Raises:
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    player = friend.player
    with transaction() as tx:
        found = queries.behind(tx, attribution.link_in(tx, code))
        if found is None:
            return showing.closed(LinkOver.words)
        link, challenge = found
        if game.is_sender(friend, challenge):
            return showing.own(challenge)
        attribution.clicked(
            tx,
            link,
            visitor_id=friend.visitor_id,
            user_id=friend.member.user_id if friend.member else None,
            standing=friend.standing,
        )
        play = queries.play_of(tx, player, challenge.id)
        if play is None:
            return _invited(tx, friend, challenge)
        return game.shown(tx, friend, challenge, play)


def _invited(tx: Transaction, friend: Friend, challenge: Challenge) -> GameView:
    stage = GameStage.INVITED if _has_room(tx, friend) else GameStage.FULL
    return showing.invited(challenge, stage, friend, *game.levels(challenge, friend))


def begin(friend: Friend, code: str, grade: int | None = None) -> GameView:
    """Deal the friend's deck, or go on with it; the sender hears that somebody plays.

    Args:
        grade: the friend's own level, where they may choose one.

    Raises:
        AgeAsked: that grade sounds like a child, and the age gate has not been asked since.
        LinkOver: the link opens nothing (any more).
        OwnChallenge: the sender cannot beat themselves.
        GuestPlaysSpent: enough games without an account on this device.
    """
    player = friend.player
    if friend.student and grade is not None:
        accounts.note_grade(friend.student, grade)
    with transaction() as tx:
        _, challenge = game.challenge_for(tx, friend, code)
        play = queries.play_of(tx, player, challenge.id)
        if play is None:
            if not _has_room(tx, friend):
                raise GuestPlaysSpent
            play = _begin(tx, player, challenge, grade)
        return game.shown(tx, friend, challenge, play)


def _begin(
    tx: Transaction, player: Player, challenge: Challenge, grade: int | None
) -> ChallengePlay:
    by = game.Deal(challenge.seed, challenge.id, grade)
    session_id = game.deal(tx, player, challenge, by)
    new = ChallengePlay(
        challenge_id=challenge.id,
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        session_id=session_id,
        grade=grade,
        started_at=tx.now,
    )
    added = (
        insert(ChallengePlay)
        .values(**new.model_dump())
        .on_conflict_do_nothing()
        .returning(col(ChallengePlay.id))
    )
    if tx.session.exec(added).first():
        tx.publish(ChallengeOpened(challenge_id=challenge.id, play_id=new.id))
    return game.own_play(tx, player, challenge)


def _has_room(tx: Transaction, friend: Friend) -> bool:
    if friend.student:
        return True
    return queries.guest_plays(tx, friend.visitor_id) < rules.GUEST_PLAYS
