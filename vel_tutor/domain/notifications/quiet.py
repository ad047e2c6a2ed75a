"""When somebody is to be left alone, for others who would like to ask them something."""

from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.notifications import rules
from vel_tutor.models.accounts import User
from vel_tutor.models.notifications import NoticeSending, QuietHours
from vel_tutor.vocabulary import AgeBand


def is_quiet(tx: Transaction, user_id: UUID) -> bool:
    """Whether it is a quiet hour for `user_id`, by their own choice or for their age."""
    user, own = tx.session.get(User, user_id), tx.session.get(QuietHours, user_id)
    if user is None:
        return True
    window = (own.begins, own.ends) if own else None
    is_minor = user.age_band is not AgeBand.ADULT
    return rules.is_quiet(tx.now, user.time_zone, window, is_minor=is_minor)


def nudges_today(tx: Transaction, user_id: UUID) -> int:
    """How often `user_id` was called today, if they are under age: there is a most for a day."""
    user = tx.session.get(User, user_id)
    if user is None or user.age_band is AgeBand.ADULT:
        return 0
    since = rules.midnight(tx.now, user.time_zone)
    called = select(func.count()).where(
        NoticeSending.user_id == user_id, col(NoticeSending.sent_at) >= since
    )
    return tx.session.exec(called).one()
