"""Badges: deeds that are counted once each, and what they come to."""

from vel_tutor.domain.badges.collection import (
    collection,
    mark_all_shown,
    mark_shown,
    news,
)
from vel_tutor.domain.badges.credentials import (
    Verified,
    achievement,
    credential,
    issuer,
    status_list,
    verify,
)
from vel_tutor.domain.badges.deeds import (
    mastered_deck,
    played,
    practised,
    practised_day,
    practised_together,
    rescued,
    tested,
)
from vel_tutor.domain.badges.rarity import count_rarity
from vel_tutor.domain.badges.recounting import forget, recount, recount_some

__all__ = [
    "Verified",
    "achievement",
    "collection",
    "count_rarity",
    "credential",
    "forget",
    "issuer",
    "mark_all_shown",
    "mark_shown",
    "mastered_deck",
    "news",
    "played",
    "practised",
    "practised_day",
    "practised_together",
    "recount",
    "recount_some",
    "rescued",
    "status_list",
    "tested",
    "verify",
]
