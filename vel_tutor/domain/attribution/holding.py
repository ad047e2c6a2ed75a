"""Why somebody should have a look before a reward is paid to a guest or a member."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import queries, rules, visitors
from vel_tutor.models.attribution import Referral
from vel_tutor.vocabulary import Hold, Match


def hold_of(
    tx: Transaction, referrer_id: UUID, *, visitor_id: str | None, user_id: UUID | None
) -> Hold | None:
    """Why a reward for what `referrer_id` brought this person to has to wait, if it has to.

    Of a guest the device tells, of a member what was found when they joined by that referrer: no
    longer once somebody has looked and let it go, and not that they only likely came by them, for
    then nobody knows that they did.
    """
    if user_id is not None:
        return _hold_of_member(tx, referrer_id, user_id)
    device = queries.device_of(tx, visitor_id or "")
    return rules.hold(
        cluster=visitors.accounts_on(tx, device),
        referrer_id=referrer_id,
        ancestors=(),
        recent_sign_ups=visitors.recent_sign_ups(tx, device),
    )


def _hold_of_member(tx: Transaction, referrer_id: UUID, user_id: UUID) -> Hold | None:
    referral = tx.session.get(Referral, user_id, populate_existing=True)
    if referral is None or referral.referrer_id != referrer_id or referral.released_at:
        return None
    return None if referral.match is Match.PROBABILISTIC else referral.held
