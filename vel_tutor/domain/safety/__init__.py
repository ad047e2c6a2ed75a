"""Rate limits and the audit log. Knows ids and keys, never people: every context may call it."""

from vel_tutor.domain.safety.audit import remember
from vel_tutor.domain.safety.limits import forget_old_counts, forgive, spend
from vel_tutor.domain.safety.rules import (
    ADVICE_ADDRESS,
    ADVICE_TOKEN,
    AGE_GATE,
    FAMILY_ASKED,
    FAMILY_ASKING,
    FIRST_VALUE_ADDRESS,
    FRIEND_REPORT,
    PARENT_EMAIL,
    REDEEM,
    RESET_ACCOUNT,
    RESET_ADDRESS,
    SIGN_IN_ACCOUNT,
    SIGN_IN_ADDRESS,
    SIGN_UP_ADDRESS,
    Limit,
    network,
)

__all__ = [
    "ADVICE_ADDRESS",
    "ADVICE_TOKEN",
    "AGE_GATE",
    "FAMILY_ASKED",
    "FAMILY_ASKING",
    "FIRST_VALUE_ADDRESS",
    "FRIEND_REPORT",
    "PARENT_EMAIL",
    "REDEEM",
    "RESET_ACCOUNT",
    "RESET_ADDRESS",
    "SIGN_IN_ACCOUNT",
    "SIGN_IN_ADDRESS",
    "SIGN_UP_ADDRESS",
    "Limit",
    "forget_old_counts",
    "forgive",
    "network",
    "remember",
    "spend",
]
