"""Leagues: which one somebody plays in, filled as people begin their week."""

from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import league_rules, opening, players, rules, tallies
from vel_tutor.domain.boards.players import Person, Week
from vel_tutor.models.boards import Board, BoardPlace, LeagueCut, LeagueStanding
from vel_tutor.vocabulary import BoardScope, LeaguePool, LeagueTier, Tenure


def tier_of(tx: Transaction, user_id: UUID) -> LeagueTier:
    """The tier somebody plays in now."""
    held = tx.session.get(LeagueStanding, user_id, populate_existing=True)
    return held.tier if held else league_rules.TIERS[0]


def mine(tx: Transaction, someone: Person, week: Week) -> Board | None:
    """The league somebody plays in that week, if they have begun it."""
    return tx.session.exec(
        select(Board)
        .join(BoardPlace, col(BoardPlace.board_id) == Board.id)
        .where(BoardPlace.user_id == someone.user_id, Board.scope == BoardScope.LEAGUE)
        .where(Board.period == week.name)
        .order_by(col(Board.opened_at))
        .limit(1)
    ).first()


def board_for(tx: Transaction, someone: Person, week: Week) -> Board | None:
    """The league of somebody, who takes a seat in one if they have none in that week.

    A week whose leagues are over takes in nobody any more.
    """
    held = mine(tx, someone, week)
    if held is not None and held.band is someone.band:
        return held
    if tx.now >= week.until:
        return None
    key = _pool_key(tx, someone, week)
    tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    board = tx.session.exec(
        select(Board)
        .where(Board.pool_key == key, Board.seats < league_rules.SEATS)
        .where(col(Board.closed_at).is_(None), Board.scope == BoardScope.LEAGUE)
        .order_by(col(Board.opened_at), col(Board.id))
        .limit(1)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).first() or _open(tx, someone, week, key)
    board.seats += 1
    tx.session.add(board)
    tx.session.flush()
    return board


def give_seat_back(tx: Transaction, board: Board) -> None:
    """Somebody does not play in that league any more."""
    tx.session.exec(
        update(Board)
        .where(col(Board.id) == board.id, col(Board.seats) > 0)
        .values(seats=Board.seats - 1)
        .execution_options(synchronize_session=False)
    )


def forget(tx: Transaction, user_id: UUID) -> None:
    """Somebody plays in no tier."""
    tx.session.exec(delete(LeagueStanding).where(col(LeagueStanding.user_id) == user_id))


def _open(tx: Transaction, someone: Person, week: Week, key: str) -> Board:
    """One more league of that pool, numbered from 1."""
    number = 1 + tx.session.exec(select(func.count()).where(Board.pool_key == key)).one()
    return opening.add(
        tx,
        Board(
            key=f"{key}.{number}",
            scope=BoardScope.LEAGUE,
            period=week.name,
            band=someone.band,
            tier=tier_of(tx, someone.user_id),
            pool_key=key,
            simulation=someone.simulation,
            time_zone=week.time_zone,
            opened_at=tx.now,
            ends_at=week.until,
        ),
    )


def _pool_key(tx: Transaction, someone: Person, week: Week) -> str:
    """What their league is filled from: band, zones, tier, and the third they are in."""
    tier = tier_of(tx, someone.user_id)
    zone = league_rules.zone_band(someone.time_zone, week.since)
    of_tier = _key(someone, week, f"{zone}.{tier}")
    tenure = tallies.tenure(tx, someone, week.since)
    if tenure is Tenure.NEWCOMER:
        return _key(someone, week, f"{zone}.{tier}.{LeaguePool.NEWCOMER}")
    cut = _cut(tx, of_tier, tier, someone, week)
    pool = league_rules.pool(tenure, _before(tx, someone, week), cut.low, cut.high)
    return _key(someone, week, f"{zone}.{tier}.{pool}")


def _key(someone: Person, week: Week, kind: str) -> str:
    made_up = f".{someone.simulation}" if someone.simulation else ""
    return rules.key(BoardScope.LEAGUE, week.name, someone.band, kind + made_up)


def _weeks_before(week: Week) -> list[str]:
    """The two whole weeks before."""
    names: list[str] = []
    for _ in range(league_rules.ACTIVE_WEEKS):
        week = players.week(week.since - rules.LATE, week.time_zone)
        names.append(week.name)
    return names


def _before(tx: Transaction, someone: Person, week: Week) -> int:
    """Their own XP in leagues of those weeks."""
    played = (
        select(func.coalesce(func.sum(BoardPlace.xp), 0))
        .join(Board, col(Board.id) == BoardPlace.board_id)
        .where(BoardPlace.user_id == someone.user_id, Board.scope == BoardScope.LEAGUE)
        .where(col(Board.period).in_(_weeks_before(week)))
    )
    return int(tx.session.exec(played).one())


def _cut(tx: Transaction, key: str, tier: LeagueTier, someone: Person, week: Week) -> LeagueCut:
    """Where the thirds of a tier lie; worked out by whoever comes first in the week."""
    found = tx.session.get(LeagueCut, key)
    if found is not None:
        return found
    each = (
        select(func.sum(BoardPlace.xp).label("xp"))
        .join(Board, col(Board.id) == BoardPlace.board_id)
        .outerjoin(LeagueStanding, col(LeagueStanding.user_id) == BoardPlace.user_id)
        .where(Board.scope == BoardScope.LEAGUE, Board.band == someone.band)
        .where(Board.time_zone == week.time_zone, Board.simulation == someone.simulation)
        .where(col(Board.period).in_(_weeks_before(week)))
        .where(func.coalesce(LeagueStanding.tier, league_rules.TIERS[0]) == tier)
        .group_by(col(BoardPlace.user_id))
    )
    low, high = league_rules.cuts([int(xp) for xp in tx.session.exec(each).all()])
    new = insert(LeagueCut).values(pool_key=key, low=low, high=high)
    tx.session.exec(new.on_conflict_do_nothing())
    return tx.session.exec(select(LeagueCut).where(LeagueCut.pool_key == key)).one()
