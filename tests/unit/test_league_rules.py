"""Who plays in which league, and who moves."""

from datetime import UTC, datetime

import pytest

from vel_tutor.domain.boards import league_rules as rules
from vel_tutor.vocabulary import LeaguePool, LeagueTier, Tenure

BRONZE, SILVER, GOLD, DIAMOND = (
    LeagueTier.BRONZE,
    LeagueTier.SILVER,
    LeagueTier.GOLD,
    LeagueTier.DIAMOND,
)


@pytest.mark.parametrize(
    ("tier", "rank", "after"),
    [
        (BRONZE, 7, SILVER),
        (BRONZE, 8, BRONZE),
        (BRONZE, 30, BRONZE),
        (SILVER, 25, SILVER),
        (SILVER, 26, BRONZE),
        (DIAMOND, 1, DIAMOND),
        (DIAMOND, 26, LeagueTier.SAPPHIRE),
    ],
)
def test_seven_move_up_five_down_and_nobody_beyond_either_end(tier, rank, after):
    assert rules.after(tier, rank, 30) is after


def test_in_a_small_league_nobody_moves_both_ways():
    moves = [rules.after(SILVER, rank, 10) for rank in range(1, 11)]

    assert moves == [GOLD] * 7 + [BRONZE] * 3


@pytest.mark.parametrize(
    ("zone", "band"),
    [
        ("America/New_York", "west"),
        ("America/Sao_Paulo", "west"),
        ("Europe/London", "middle"),
        ("Africa/Nairobi", "middle"),
        ("Asia/Kolkata", "east"),
        ("Pacific/Auckland", "east"),
    ],
)
def test_leagues_are_filled_from_those_who_are_awake_together(zone, band):
    assert rules.zone_band(zone, datetime(2026, 11, 18, tzinfo=UTC)) == band


def test_thirds_are_as_large_as_they_can_be():
    low, high = rules.cuts(range(1, 31))
    pools = [rules.pool(Tenure.VETERAN, xp, low, high) for xp in range(1, 31)]

    assert [pools.count(pool) for pool in (LeaguePool.LOW, LeaguePool.MIDDLE, LeaguePool.HIGH)] == [
        10,
        10,
        10,
    ]


def test_newcomers_are_among_themselves_whatever_they_earned():
    assert rules.pool(Tenure.NEWCOMER, 9999, 10, 20) is LeaguePool.NEWCOMER


def test_where_nobody_played_before_all_begin_in_one_pool():
    assert rules.pool(Tenure.VETERAN, 0, *rules.cuts([])) is LeaguePool.LOW
