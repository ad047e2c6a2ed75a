"""The ledger: XP, streaks, shields, badges and the shop."""

from vel_tutor.domain.incentives.actions import award_xp, grant_shield, record_practice_day
from vel_tutor.domain.incentives.badges import award_badge, badge_held, badges_of, forget_badges
from vel_tutor.domain.incentives.diary import diary
from vel_tutor.domain.incentives.gains import gained, see_level
from vel_tutor.domain.incentives.history import DaySum, XpEntry, xp_by_day, xp_entries
from vel_tutor.domain.incentives.passes import (
    NoPass,
    give_pass,
    passes_of,
    take_back_pass,
    use_pass,
)
from vel_tutor.domain.incentives.queries import (
    days_of,
    days_since,
    drift,
    longest_streak,
    practised_before,
    practised_days,
    purse,
    purse_of,
    running_day,
    shield_outcome,
    today_of,
    xp_paid,
)
from vel_tutor.domain.incentives.rules import (
    MOST_SHIELDS,
    XP_PRACTICE_DAY,
    day_begins,
    local_day,
    xp_of_level,
)
from vel_tutor.domain.incentives.spending import (
    Held,
    NotEnoughXp,
    give_back,
    lock_purse,
    spend,
    take_back_shield,
)
from vel_tutor.domain.incentives.streaks import (
    NoOffer,
    PauseOdd,
    PauseTooLong,
    declare_pause,
    end_pause,
    forget,
    restart,
)
from vel_tutor.domain.incentives.tending import remind_of_streaks, settle_streaks
from vel_tutor.domain.incentives.views import EarnedBadge, PurseView

__all__ = [
    "MOST_SHIELDS",
    "XP_PRACTICE_DAY",
    "DaySum",
    "EarnedBadge",
    "Held",
    "NoOffer",
    "NoPass",
    "NotEnoughXp",
    "PauseOdd",
    "PauseTooLong",
    "PurseView",
    "XpEntry",
    "award_badge",
    "award_xp",
    "badge_held",
    "badges_of",
    "day_begins",
    "days_of",
    "days_since",
    "declare_pause",
    "diary",
    "drift",
    "end_pause",
    "forget",
    "forget_badges",
    "gained",
    "give_back",
    "give_pass",
    "grant_shield",
    "local_day",
    "lock_purse",
    "longest_streak",
    "passes_of",
    "practised_before",
    "practised_days",
    "purse",
    "purse_of",
    "record_practice_day",
    "remind_of_streaks",
    "restart",
    "running_day",
    "see_level",
    "settle_streaks",
    "shield_outcome",
    "spend",
    "take_back_pass",
    "take_back_shield",
    "today_of",
    "use_pass",
    "xp_by_day",
    "xp_entries",
    "xp_of_level",
    "xp_paid",
]
