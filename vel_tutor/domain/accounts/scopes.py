"""What may be done with somebody beyond learning, by their age."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import AgeBand, ConsentScope

_ASKED_EACH_TIME = frozenset({ConsentScope.RECORDING, ConsentScope.REEL})
"""Off for everybody: nobody says yes to these once and for all."""


def by_age(band: AgeBand, scope: ConsentScope) -> bool:
    """Where a switch stands until somebody has turned it."""
    if scope in _ASKED_EACH_TIME:
        return False
    return band is not AgeBand.CHILD or scope is ConsentScope.LEARNING


def allows(tx: Transaction, user_id: UUID, scope: ConsentScope) -> bool:
    """Whether `scope` is switched on for `user_id`; nothing is for an account that is closed."""
    user = tx.session.get(User, user_id)
    if user is None or user.closed_at is not None:
        return False
    if user.consent_needed and user.consented_at is None:
        return False
    return by_age(user.age_band, scope)
