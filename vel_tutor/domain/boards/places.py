"""Who stands where on one board: asked of Redis, or counted in PostgreSQL where Redis cannot say.

Both give the same answer, in the same order: by score, and by id among those who are level. The one
takes the same time on a board of a million; the other counts along an index.
"""

from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select, tuple_

from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import rules
from vel_tutor.live import boards as copies
from vel_tutor.live.boards import Line, Seen, Window
from vel_tutor.models.boards import Board, BoardPlace


def look(tx: Transaction, board: Board, user_id: UUID, window: Window) -> Seen:
    """What `user_id` sees of the board through `window`, whether they stand on it or not."""
    is_copied = board.stale_since is None and board.closed_at is None
    seen = copies.look(board.key, user_id, window) if is_copied else None
    return seen if seen is not None else counted(tx, board.id, user_id, window)


def counted(tx: Transaction, board_id: UUID, user_id: UUID, window: Window) -> Seen:
    """The same from the rows alone."""
    mine = _mine(tx, board_id, user_id)
    first = max(window.first, 0)
    if window.first < 0 and mine is not None:
        first = max(mine.position + window.first, 0)
    here = col(BoardPlace.board_id) == board_id
    rows = tx.session.exec(
        select(BoardPlace.user_id, BoardPlace.score)
        .where(here)
        .order_by(col(BoardPlace.score).desc(), col(BoardPlace.user_id).desc())
        .offset(first)
        .limit(window.count)
    ).all()
    lines: list[Line] = []
    for offset, (who, score) in enumerate(rows):
        if not lines:
            rank = _above(tx, board_id, col(BoardPlace.score) > score) + 1
        else:
            rank = lines[-1].rank if lines[-1].score == score else first + offset + 1
        lines.append(Line(who, score, rank, first + offset))
    total = tx.session.exec(select(func.count()).where(here)).one()
    return Seen(total, mine, tuple(lines), _ahead(tx, board_id, mine))


def _mine(tx: Transaction, board_id: UUID, user_id: UUID) -> Line | None:
    score = tx.session.exec(
        select(BoardPlace.score).where(
            BoardPlace.board_id == board_id, BoardPlace.user_id == user_id
        )
    ).one_or_none()
    if score is None:
        return None
    before = tuple_(col(BoardPlace.score), col(BoardPlace.user_id)) > tuple_(score, user_id)
    higher = _above(tx, board_id, col(BoardPlace.score) > score)
    return Line(user_id, score, higher + 1, _above(tx, board_id, before))


def _above(tx: Transaction, board_id: UUID, is_above: ColumnElement[bool]) -> int:
    counted = select(func.count()).where(col(BoardPlace.board_id) == board_id, is_above)
    return tx.session.exec(counted).one()


def _ahead(tx: Transaction, board_id: UUID, mine: Line | None) -> tuple[UUID, int] | None:
    """The nearest one with more XP."""
    if mine is None:
        return None
    least = rules.least_with(rules.unpack(mine.score).xp + 1)
    found = tx.session.exec(
        select(BoardPlace.user_id, BoardPlace.score)
        .where(BoardPlace.board_id == board_id, BoardPlace.score >= least)
        .order_by(col(BoardPlace.score), col(BoardPlace.user_id))
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None
