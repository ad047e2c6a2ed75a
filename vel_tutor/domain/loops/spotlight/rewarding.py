"""Rewarding both sides of a badge that was shown around, once."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution, notifications
from vel_tutor.domain.attribution import ReferralView
from vel_tutor.domain.loops import settling
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.spotlight.events import SpotlightRewarded
from vel_tutor.domain.loops.spotlight.inviting import LOOP, Invitation
from vel_tutor.models.spotlight import SpotlightTry
from vel_tutor.vocabulary import NotificationKind


def first_value(tx: Transaction, friend: Friend, found: Invitation, row: SpotlightTry) -> None:
    """The friend has got something out of it: a member is rewarded now, a guest on joining."""
    row.first_value_at = tx.now
    tx.session.add(row)
    user_id = friend.student.user_id if friend.student else None
    attribution.first_value(
        tx,
        found.link,
        visitor_id=None if user_id else friend.visitor_id,
        user_id=user_id,
        held=settling.hold(tx, friend, row.session_id),
    )
    if user_id:
        settle(tx, user_id)


def claim(tx: Transaction, user_id: UUID, visitor_id: str) -> None:
    """What a guest tried becomes the new account's; what was promised for it is paid."""
    tx.session.exec(
        update(SpotlightTry)
        .where(col(SpotlightTry.player_visitor_id) == visitor_id)
        .values(player_visitor_id=None, player_user_id=user_id, joined_at=tx.now)
    )
    settle(tx, user_id)


def let_reward_go(tx: Transaction, invitee_id: UUID) -> None:
    """Somebody has looked: what is due is paid, and both sides hear that it has come."""
    settling.let_xp_go(tx, settle(tx, invitee_id))


def settle(tx: Transaction, invitee_id: UUID) -> ReferralView | None:
    """Give both sides their XP, if the invitee has joined and got something out of it.

    Returns:
        The referral, if this call paid it.
    """
    referral = settling.pay_both(tx, invitee_id, LOOP)
    if referral is None:
        return None
    tx.publish(
        SpotlightRewarded(
            invite_id=referral.target_id, referrer_id=referral.referrer_id, invitee_id=invitee_id
        )
    )
    notifications.tell(
        tx,
        referral.referrer_id,
        NotificationKind.FRIEND_JOINED,
        source_id=invitee_id,
        path=routes.BADGES,
        data={},
    )
    return referral
