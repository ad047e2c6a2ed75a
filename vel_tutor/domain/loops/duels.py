"""Challenges that were played to the end between two members, and who won."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, or_, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import practice
from vel_tutor.domain.loops.rules import outcome
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import Outcome


@dataclass(frozen=True)
class Duel:
    """One challenge played to the end; `winner_id` is unset for a tie."""

    play_id: UUID
    sender_id: UUID
    friend_id: UUID
    winner_id: UUID | None


def duel(tx: Transaction, play_id: UUID) -> Duel | None:
    """The duel of one play; None while it runs, without a score, or with a guest in it."""
    found = _duels(tx, ChallengePlay.id == play_id)
    return found[0] if found else None


def duels_of(tx: Transaction, user_id: UUID) -> Sequence[Duel]:
    """Every duel `user_id` was in, as the sender or as the friend."""
    return _duels(tx, or_(Challenge.sender_id == user_id, ChallengePlay.player_user_id == user_id))


def _duels(tx: Transaction, which: object) -> Sequence[Duel]:
    rows = tx.session.exec(
        select(ChallengePlay, Challenge)
        .join(Challenge, col(Challenge.id) == ChallengePlay.challenge_id)
        .where(which)  # pyright: ignore[reportArgumentType]
        .where(col(ChallengePlay.completed_at).is_not(None))
        .where(col(ChallengePlay.player_user_id).is_not(None))
        .where(col(Challenge.percent).is_not(None))
    ).all()
    rushed = practice.is_rushed(tx, frozenset(play.session_id for play, _ in rows))
    return [
        Duel(play.id, challenge.sender_id, friend, _winner(play, challenge, friend))
        for play, challenge in rows
        if (friend := play.player_user_id) and play.session_id not in rushed
    ]


def _winner(play: ChallengePlay, challenge: Challenge, friend: UUID) -> UUID | None:
    went = outcome(play.percent or 0, challenge.percent or 0)
    if went is Outcome.TIE:
        return None
    return friend if went is Outcome.WON else challenge.sender_id
