"""What loops that pay in XP share: what makes a reward wait, and paying both sides once."""

from collections.abc import Mapping
from uuid import UUID

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import TooMany
from vel_tutor.domain import attribution, incentives, notifications, practice, safety
from vel_tutor.domain.attribution import ReferralView
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rules import XP_FOR_JOINING, is_rapid
from vel_tutor.vocabulary import Hold, LoopKind, NotificationKind, XpReason


def hold(tx: Transaction, friend: Friend, session_id: UUID) -> Hold | None:
    """Why the reward of this first-value moment has to wait, if it has to."""
    if is_rapid(practice.answer_times(tx, session_id)):
        return Hold.TOO_FAST
    if friend.student is None and friend.address:
        try:
            safety.spend(safety.FIRST_VALUE_ADDRESS, safety.network(friend.address))
        except TooMany:
            return Hold.ADDRESS_BURST
    return None


def pay_both(tx: Transaction, invitee_id: UUID, loop: LoopKind) -> ReferralView | None:
    """Give both sides their XP, if the invitee has joined and got something out of it.

    Returns:
        The referral, if this call paid it.
    """
    referral = attribution.take_payable(tx, invitee_id, loop)
    if referral is None:
        return None
    for user_id in sorted({referral.referrer_id, invitee_id}):  # the same order everywhere
        incentives.award_xp(tx, user_id, XP_FOR_JOINING, XpReason.INVITE, invitee_id)
    return referral


def let_xp_go(tx: Transaction, referral: ReferralView | None) -> None:
    """Tell the invitee that what was held has come, if it has; who brought them hears it anyway."""
    if referral:
        invitee_id = referral.invitee_id
        data = {"xp": XP_FOR_JOINING}
        tell_it_came(tx, invitee_id, invitee_id, path=routes.XP, data=data)


def tell_it_came(
    tx: Transaction, user_id: UUID, invitee_id: UUID, *, path: str, data: Mapping[str, int]
) -> None:
    """Tell somebody that their reward for the coming of `invitee_id` was held, and is theirs."""
    kind = NotificationKind.REWARD_CAME
    notifications.tell(tx, user_id, kind, source_id=invitee_id, path=path, data=data)


def paid_words(tx: Transaction, user_id: UUID) -> str:
    """What became of the promise, for the invitee; nothing while it is still to come."""
    paid = incentives.xp_paid(tx, user_id, XpReason.INVITE, user_id)
    return f"You got {paid} XP for joining." if paid else ""
