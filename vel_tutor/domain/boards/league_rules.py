"""Leagues: who plays with whom, and who moves up or down. Pure."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from vel_tutor.vocabulary import LeaguePool, LeagueTier, Tenure

SEATS = 30
PROMOTED, DEMOTED = 7, 5
ACTIVE_WEEKS = 2
"""The fourteen days before: two whole weeks, as leagues count them."""
TIERS = tuple(LeagueTier)
ZONES = {"west": "America/Chicago", "middle": "Europe/Berlin", "east": "Asia/Singapore"}
"""Bands of time zones, and by whose clock the weeks of their leagues end."""
_WEST_OF_H, _EAST_OF_H = -2.0, 4.5


def zone_band(time_zone: str, at: datetime) -> str:
    """Which band of zones somebody lives in: those who are awake at the same time."""
    offset = at.astimezone(ZoneInfo(time_zone)).utcoffset()
    hours = offset.total_seconds() / 3600 if offset else 0.0
    if hours < _WEST_OF_H:
        return "west"
    return "middle" if hours < _EAST_OF_H else "east"


def cuts(xp: Sequence[int]) -> tuple[int, int]:
    """Up to how much XP the lowest and the middle third go; of nobody, all are in the lowest."""
    if not xp:
        return 0, 0
    ordered = sorted(xp)
    return ordered[(len(ordered) - 1) // 3], ordered[2 * (len(ordered) - 1) // 3]


def pool(tenure: Tenure, xp: int, low: int, high: int) -> LeaguePool:
    """What somebody's league is filled from; newcomers are among themselves."""
    if tenure is Tenure.NEWCOMER:
        return LeaguePool.NEWCOMER
    if xp <= low:
        return LeaguePool.LOW
    return LeaguePool.MIDDLE if xp <= high else LeaguePool.HIGH


def after(tier: LeagueTier, rank: int, members: int) -> LeagueTier:
    """The tier of the week to come.

    Args:
        rank: shared by those who are level, so that ties at the cut move up together.
        members: of the league; in one too small to be shown nobody moves.
    """
    place = TIERS.index(tier)
    if is_promoted(tier, rank):
        return TIERS[place + 1]
    return TIERS[place - 1] if is_demoted(tier, rank, members) else tier


def is_promoted(tier: LeagueTier, rank: int) -> bool:
    """Whether that rank leads up; from the last tier nothing does."""
    return rank <= PROMOTED and tier is not TIERS[-1]


def is_demoted(tier: LeagueTier, rank: int, members: int) -> bool:
    """Whether that rank leads down; nobody goes below the first tier, nor both ways at once."""
    return tier is not TIERS[0] and rank > max(members - DEMOTED, PROMOTED)
