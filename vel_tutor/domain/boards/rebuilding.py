"""Copies of boards in Redis: made anew from PostgreSQL, and looked after."""

import logging
from collections.abc import Iterator
from uuid import UUID, uuid4

from redis import RedisError
from sqlalchemy import update
from sqlmodel import col, func, select, text

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.log import say
from vel_tutor.live import boards as copies
from vel_tutor.models.boards import Board, BoardPlace

log = logging.getLogger(__name__)
_ROWS_AT_A_TIME = 20_000
_PATIENCE = "SET LOCAL statement_timeout = '5min'"


def rebuild() -> int:
    """Make the copies of all open boards anew; returns how many people stand on them."""
    return sum(_rebuild(board_id, key) for board_id, key, _stale in _open())


def mend() -> int:
    """Make those copies anew that are lost, late, or do not hold everybody.

    Returns:
        How many boards were copied; 0 when all is well.
    """
    ill = [(one, key) for one, key, stale in _open() if stale or not copies.is_ready(key)]
    return sum(_tried(board_id, key) for board_id, key in ill)


def check() -> int:
    """Compare the numbers of people with those of the copies, and mend what differs.

    Returns:
        How many boards differed.
    """
    with reading() as tx:
        counted = select(BoardPlace.board_id, func.count()).group_by(col(BoardPlace.board_id))
        tx.session.connection().execute(text(_PATIENCE))
        held = dict(tx.session.exec(counted).all())
    wrong = [
        (board_id, key) for board_id, key, _ in _open() if copies.size(key) != held.get(board_id, 0)
    ]
    return sum(_tried(board_id, key) for board_id, key in wrong)


def _open() -> list[tuple[UUID, str, bool]]:
    with reading() as tx:
        rows = tx.session.exec(
            select(Board.id, Board.key, Board.stale_since)
            .where(col(Board.closed_at).is_(None))
            .order_by(col(Board.opened_at))
        ).all()
    return [(board_id, key, stale is not None) for board_id, key, stale in rows]


def _tried(board_id: UUID, key: str) -> bool:
    try:
        _rebuild(board_id, key)
    except RedisError as failure:
        say(log, logging.WARNING, "a board could not be copied", cause=type(failure).__name__)
        return False
    return True


def _rebuild(board_id: UUID, key: str) -> int:
    """Copy one board.

    Whoever changes it meanwhile writes to the new copy, too; whoever began to change it before is
    waited for. So the copy holds everybody, whatever happens at the same time.
    """
    token = str(uuid4())
    copies.begin(key, token)
    with transaction() as tx:
        _wait_for_writers(tx, board_id)
        tx.session.exec(update(Board).where(col(Board.id) == board_id).values(stale_since=None))
    with reading() as tx:
        tx.session.connection().execute(text(_PATIENCE))
        count = copies.fill(key, _scores(tx, board_id))
    copies.finish(key, token)
    return count


def _wait_for_writers(tx: Transaction, board_id: UUID) -> None:
    """Until everybody who was at the board has committed."""
    tx.session.connection().execute(text(_PATIENCE))
    lock = func.pg_advisory_xact_lock(func.hashtextextended(f"board:{board_id}", 0))
    tx.session.exec(select(lock))


def _scores(tx: Transaction, board_id: UUID) -> Iterator[tuple[UUID, int]]:
    """All scores of a board, some thousand rows at a time."""
    rows = (
        select(BoardPlace.user_id, BoardPlace.score)
        .where(BoardPlace.board_id == board_id)
        .execution_options(yield_per=_ROWS_AT_A_TIME)
    )
    yield from ((who, score) for who, score in tx.session.exec(rows))
