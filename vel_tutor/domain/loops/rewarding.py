"""Rewarding both sides of a challenge, once: at first value, or when the guest joins."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import TooMany
from vel_tutor.domain import attribution, feed, incentives, practice, safety
from vel_tutor.domain.attribution import LinkView, ReferralView
from vel_tutor.domain.loops import rules, settling
from vel_tutor.domain.loops.events import ChallengeFriendJoined, RewardGranted
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import FeedKind, Hold, LoopKind, ShieldReason


def claim(tx: Transaction, user_id: UUID, visitor_id: str) -> None:
    """The challenges a guest played become the new account's; what they promised is paid."""
    kept = (
        update(ChallengePlay)
        .where(col(ChallengePlay.player_visitor_id) == visitor_id)
        .values(player_visitor_id=None, player_user_id=user_id, joined_at=tx.now)
        .returning(col(ChallengePlay.id))
    )
    for play_id in tx.session.exec(kept).scalars().all():
        play = tx.session.exec(select(ChallengePlay).where(ChallengePlay.id == play_id)).one()
        tx.publish(ChallengeFriendJoined(challenge_id=play.challenge_id, play_id=play.id))
        if play.first_value_at:
            _tell_sender(tx, play, user_id)
    settle_reward(tx, user_id)


def first_value(tx: Transaction, friend: Friend, link: LinkView, play: ChallengePlay) -> None:
    """The friend has got something out of it: a member is rewarded now, a guest on joining."""
    play.first_value_at = tx.now
    user_id = friend.student.user_id if friend.student else None
    attribution.first_value(
        tx,
        link,
        visitor_id=None if user_id else friend.visitor_id,
        user_id=user_id,
        held=_hold(tx, friend, play),
    )
    if user_id:
        _tell_sender(tx, play, user_id)
        settle_reward(tx, user_id)


def _hold(tx: Transaction, friend: Friend, play: ChallengePlay) -> Hold | None:
    """Why the reward of this first-value moment has to wait, if it has to."""
    if rules.is_rapid(practice.answer_times(tx, play.session_id)):
        return Hold.TOO_FAST
    if friend.student is None and friend.address:
        try:
            safety.spend(safety.FIRST_VALUE_ADDRESS, safety.network(friend.address))
        except TooMany:
            return Hold.ADDRESS_BURST
    return None


def _tell_sender(tx: Transaction, play: ChallengePlay, friend_id: UUID) -> None:
    """A line in the sender's feed: their friend accepted."""
    challenge = tx.session.exec(select(Challenge).where(Challenge.id == play.challenge_id)).one()
    feed.tell(tx, challenge.sender_id, FeedKind.CHALLENGE_ACCEPTED, play.id, friend_id)


def let_reward_go(tx: Transaction, invitee_id: UUID) -> None:
    """Somebody has looked: what is due is paid, and both sides hear that it has come."""
    referral = settle_reward(tx, invitee_id)
    if referral is None:
        return
    pages = (routes.challenge_sent(referral.target_id), routes.STREAK)
    for (user_id, reason), page in zip(_sides(referral), pages, strict=True):
        is_full = incentives.shield_outcome(tx, user_id, reason, invitee_id) == "full"
        settling.tell_it_came(tx, user_id, invitee_id, path=page, data={"full": int(is_full)})


def _sides(referral: ReferralView) -> tuple[tuple[UUID, ShieldReason], ...]:
    """Whom a challenge pays, the sender first."""
    return (
        (referral.referrer_id, ShieldReason.CHALLENGE_SENT),
        (referral.invitee_id, ShieldReason.CHALLENGE_PLAYED),
    )


def settle_reward(tx: Transaction, invitee_id: UUID) -> ReferralView | None:
    """Give both sides their shield, if the invitee has joined and got something out of it.

    Returns:
        The referral, if this call paid it.
    """
    referral = attribution.take_payable(tx, invitee_id, LoopKind.BUDDY_CHALLENGE)
    if referral is None:
        return None
    sides = _sides(referral)
    for user_id, reason in sorted(sides):  # the same order everywhere: nobody waits in a circle
        incentives.grant_shield(tx, user_id, reason, invitee_id)
    tx.publish(
        RewardGranted(
            challenge_id=referral.target_id,
            referrer_id=referral.referrer_id,
            invitee_id=invitee_id,
        )
    )
    return referral
