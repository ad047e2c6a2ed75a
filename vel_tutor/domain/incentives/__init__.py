"""The ledger: XP, streaks, shields, badges and the shop."""

from vel_tutor.domain.incentives.actions import award_xp, grant_shield, record_practice_day
from vel_tutor.domain.incentives.queries import (
    drift,
    purse,
    purse_of,
    shield_outcome,
    today_of,
)
from vel_tutor.domain.incentives.rules import XP_PRACTICE_DAY, day_begins, local_day
from vel_tutor.domain.incentives.views import PurseView

__all__ = [
    "XP_PRACTICE_DAY",
    "PurseView",
    "award_xp",
    "day_begins",
    "drift",
    "grant_shield",
    "local_day",
    "purse",
    "purse_of",
    "record_practice_day",
    "shield_outcome",
    "today_of",
]
