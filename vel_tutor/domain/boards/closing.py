"""The end of a week, and the noting of ranks once a day. May run late, twice, or at the same time.

A board is closed by whoever gets hold of its row first; closed once, it is never touched again.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, or_, select, text

from vel_tutor import routes
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain import notifications
from vel_tutor.domain.boards import league_rules, rules, standing
from vel_tutor.domain.boards.events import BoardsMoved, LeagueMoved
from vel_tutor.live import boards as copies
from vel_tutor.models.boards import Board, BoardPlace, LeagueCut, LeagueStanding
from vel_tutor.vocabulary import BoardScope, LeagueTier, NotificationKind, Tenure

KEPT = timedelta(days=365)
NOTED_EVERY = timedelta(hours=23, minutes=30)
_SOME = 200
_PATIENCE = text("SET LOCAL statement_timeout = '5min'")
_FINAL = text(
    """
    UPDATE board_place SET final_rank = ranked.place
    FROM (
        SELECT user_id, rank() OVER (ORDER BY score DESC) AS place, count(*) OVER () AS people
        FROM board_place WHERE board_id = :board
    ) AS ranked
    WHERE board_place.board_id = :board AND board_place.user_id = ranked.user_id
        AND ranked.people >= :least
    """
)
"""A board that was never shown, for too few were on it, leaves no ranks behind."""
_NOTE = text(
    """
    UPDATE board_place SET noted_before = noted_rank, noted_rank = ranked.place
    FROM (
        SELECT user_id, rank() OVER (ORDER BY score DESC) AS place
        FROM board_place WHERE board_id = :board
    ) AS ranked
    WHERE board_place.board_id = :board AND board_place.user_id = ranked.user_id
    """
)


def close_weeks() -> int:
    """Close every board whose week is over: final ranks, who moves up, and who is told.

    Returns:
        How many were closed.
    """
    return sum(_close_one(board_id) for board_id in _over())


def note_ranks() -> int:
    """Note the ranks of boards that were not noted for a day, to show tomorrow who moved.

    Returns:
        How many boards were noted.
    """
    noted = 0
    while _note_one():
        noted += 1
    return noted


def welcome_veterans() -> int:
    """Let people who are no newcomers any more go over to the board of all time they now belong to.

    Returns:
        How many went.
    """
    went = 0
    for user_id in _settled_newcomers():
        with transaction() as tx:
            standing.count(tx, user_id)
            went += 1
    return went


def forget_old() -> int:
    """Delete boards of weeks long gone.

    Returns:
        How many; call again until there are none.
    """
    with transaction() as tx:
        tx.session.connection().execute(_PATIENCE)
        old = select(Board.id).where(col(Board.closed_at) < tx.now - KEPT).limit(_SOME)
        gone = delete(Board).where(col(Board.id).in_(old)).returning(col(Board.id))
        count = len(tx.session.exec(gone).all())
        last = f"{BoardScope.LEAGUE}:{rules.week_of((tx.now - KEPT).date())}"
        tx.session.exec(delete(LeagueCut).where(col(LeagueCut.pool_key) < last))
        return count


def _close_one(board_id: UUID) -> bool:
    """Whether this call did it: whoever is at the board is waited for, and then it is closed."""
    with transaction() as tx:
        tx.session.connection().execute(_PATIENCE)
        key = func.hashtextextended(f"board:{board_id}", 0)
        tx.session.exec(select(func.pg_advisory_xact_lock(key)))
        board = tx.session.exec(
            select(Board)
            .where(Board.id == board_id, col(Board.closed_at).is_(None))
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        ).one_or_none()
        if board is None:
            return False
        tx.session.connection().execute(_FINAL, {"board": board.id, "least": rules.LEAST_MEMBERS})
        board.closed_at = tx.now
        tx.session.add(board)
        if board.scope is BoardScope.LEAGUE and board.tier is not None:
            _move_on(tx, board, board.tier)
        tx.publish(BoardsMoved(board_ids=(board.id,)))
        copies.erase(board.key)
        return True


def _over() -> Sequence[UUID]:
    with reading() as tx:
        due = select(Board.id).where(
            col(Board.closed_at).is_(None), col(Board.ends_at) <= tx.now - rules.LATE
        )
        return tx.session.exec(due.order_by(col(Board.ends_at), col(Board.id))).all()


def _move_on(tx: Transaction, board: Board, tier: LeagueTier) -> None:
    """Who of a league plays in which tier from now on, and tell them; too few, and nobody moves."""
    places = tx.session.exec(
        select(BoardPlace)
        .where(BoardPlace.board_id == board.id)
        .order_by(col(BoardPlace.user_id))
        .execution_options(populate_existing=True)
    ).all()
    if not rules.is_enough(len(places)):
        return
    for place in places:
        rank = place.final_rank or len(places)
        after = league_rules.after(tier, rank, len(places))
        _set_tier(tx, place.user_id, after)
        _tell(tx, board, place.user_id, rank, (tier, after))


def _set_tier(tx: Transaction, user_id: UUID, tier: LeagueTier) -> None:
    kept = {"tier": tier, "moved_at": tx.now}
    row = insert(LeagueStanding).values(user_id=user_id, **kept)
    tx.session.exec(row.on_conflict_do_update(index_elements=["user_id"], set_=kept))


def _tell(
    tx: Transaction, board: Board, user_id: UUID, rank: int, tiers: tuple[LeagueTier, LeagueTier]
) -> None:
    before, after = tiers
    tx.publish(
        LeagueMoved(user_id=user_id, board_id=board.id, rank=rank, before=before, tier=after)
    )
    notifications.tell(
        tx,
        user_id,
        NotificationKind.LEAGUE_RESULT,
        source_id=board.id,
        path=routes.LEAGUE,
        data={"tier": after.value, "before": before.value, "rank": rank},
    )


def _note_one() -> bool:
    with transaction() as tx:
        board = tx.session.exec(
            select(Board)
            .where(col(Board.closed_at).is_(None))
            .where(
                or_(
                    col(Board.noted_at) <= tx.now - NOTED_EVERY,
                    col(Board.noted_at).is_(None)
                    & (col(Board.opened_at) <= tx.now - timedelta(hours=1)),
                )
            )
            .order_by(col(Board.id))
            .limit(1)
            .with_for_update(skip_locked=True, key_share=True)
        ).first()
        if board is None:
            return False
        tx.session.connection().execute(_PATIENCE)
        tx.session.connection().execute(_NOTE, {"board": board.id})
        board.noted_before_at, board.noted_at = board.noted_at, tx.now
        tx.session.add(board)
        return True


def _settled_newcomers() -> Sequence[UUID]:
    """People on a newcomers' board of all time who have enough XP not to belong there."""
    with reading() as tx:
        return tx.session.exec(
            select(BoardPlace.user_id)
            .join(Board, col(Board.id) == BoardPlace.board_id)
            .where(Board.scope == BoardScope.GLOBAL, Board.tenure == Tenure.NEWCOMER)
            .where(BoardPlace.xp >= rules.NEWCOMER_XP)
        ).all()
