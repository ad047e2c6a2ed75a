"""Where somebody stands on all the boards they belong to: put there, moved, taken off.

Everything is worked out anew from what they learned. Told twice or late, or never and then once,
`count` leaves the same places behind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import cohorts, leagues, opening, players, rules, tallies
from vel_tutor.domain.boards.events import BoardsMoved
from vel_tutor.domain.boards.players import Person, Week
from vel_tutor.domain.boards.rules import Tally
from vel_tutor.domain.boards.tallies import Span, Tallies
from vel_tutor.live import boards as copies
from vel_tutor.models.boards import Board, BoardPlace
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import BoardScope, Tenure


@dataclass(frozen=True)
class Due:
    """A board somebody belongs on, and what they have there."""

    board: Board
    tally: Tally


def count(tx: Transaction, user_id: UUID) -> None:
    """Put `user_id` where their learning belongs, on every board whose week is open.

    Whoever is not to be seen on boards is taken off every one of them.
    """
    one_at_a_time(tx, user_id)
    someone = players.person(tx, user_id)
    if someone is None:
        leave(tx, user_id)
        return
    due = {one.board.id: one for one in _due(tx, someone)}
    held = {place.board_id: (place, board) for place, board in _held(tx, user_id)}
    moved = [board_id for board_id, one in due.items() if _put(tx, user_id, one, held)]
    for board_id in held.keys() - due.keys():
        _take_off(tx, user_id, held[board_id][1])
        moved.append(board_id)
    _tell(tx, moved)


def count_game(tx: Transaction, play_id: UUID) -> None:
    """The same for both sides of a challenge that is over: one of them may have won it."""
    both = tx.session.exec(
        select(ChallengePlay.player_user_id, Challenge.sender_id)
        .join(Challenge, col(Challenge.id) == ChallengePlay.challenge_id)
        .where(ChallengePlay.id == play_id)
    ).one_or_none()
    for user_id in sorted(one for one in both or () if one):
        count(tx, user_id)


def leave(tx: Transaction, user_id: UUID) -> None:
    """Take somebody off every board, those of past weeks too."""
    places = select(Board).join(BoardPlace, col(BoardPlace.board_id) == Board.id)
    found = tx.session.exec(places.where(BoardPlace.user_id == user_id)).all()
    for board in sorted(found, key=lambda board: board.id):
        _take_off(tx, user_id, board)
    _tell(tx, [board.id for board in found])


def forget(tx: Transaction, user_id: UUID) -> None:
    """Keep nothing of somebody: no place, no league, no class."""
    leave(tx, user_id)
    leagues.forget(tx, user_id)
    cohorts.forget(tx, user_id)


def one_at_a_time(tx: Transaction, user_id: UUID) -> None:
    """Whoever else counts for `user_id` waits here until this transaction is over."""
    key = func.hashtextextended(f"boards:{user_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))


def copying(tx: Transaction, board: Board) -> None:
    """A copy that is begun from now on waits for this transaction, and sees what it writes."""
    key = func.hashtextextended(f"board:{board.id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock_shared(key)))


def _due(tx: Transaction, someone: Person) -> Iterable[Due]:
    home = players.weeks(tx.now, rules.HOME_ZONE)
    tenure = tallies.tenure(tx, someone, home[0].since)
    if someone.may_be_global:
        ever = tallies.of(tx, someone, Span())
        yield from _one(tx, opening.shared(someone, BoardScope.GLOBAL, tenure, None), ever.whole)
    for week in home:
        was = tenure if week is home[0] else tallies.tenure(tx, someone, week.since)
        yield from _of_week(tx, someone, was, week)
    for cohort in cohorts.of(tx, someone.user_id):
        for week in players.weeks(tx.now, cohort.time_zone):
            tally = _in(tx, someone, week).whole
            yield from _one(tx, opening.of_cohort(someone, cohort.cohort_id, week), tally)
    for week in players.weeks(tx.now, players.league_zone(someone, tx.now)):
        tally = _in(tx, someone, week).whole
        board = leagues.board_for(tx, someone, week) if tally.xp else None
        if board is not None and board.closed_at is None:
            yield Due(board, tally)


def _of_week(tx: Transaction, someone: Person, tenure: Tenure, week: Week) -> Iterable[Due]:
    found = _in(tx, someone, week)
    yield from _one(tx, opening.shared(someone, BoardScope.WEEKLY, tenure, week), found.whole)
    for subject, tally in found.subjects.items():
        yield from _one(tx, opening.of_subject(someone, subject, tenure, week), tally)


def _in(tx: Transaction, someone: Person, week: Week) -> Tallies:
    return tallies.of(tx, someone, Span(week.since, week.until))


def _one(tx: Transaction, kind: opening.Kind, tally: Tally) -> Iterable[Due]:
    if tally.xp:
        board = opening.opened(tx, kind)
        if board.closed_at is None:
            yield Due(board, tally)


def _held(tx: Transaction, user_id: UUID) -> Iterable[tuple[BoardPlace, Board]]:
    """Their places on boards that are open."""
    return tx.session.exec(
        select(BoardPlace, Board)
        .join(Board, col(Board.id) == BoardPlace.board_id)
        .where(BoardPlace.user_id == user_id, col(Board.closed_at).is_(None))
        .execution_options(populate_existing=True)
    ).all()


def _put(
    tx: Transaction, user_id: UUID, due: Due, held: dict[UUID, tuple[BoardPlace, Board]]
) -> bool:
    """Whether that changed anything."""
    before = held.get(due.board.id)
    tally, score = _capped(due.tally), due.tally.score
    if before is not None and before[0].score == score:
        return False
    copying(tx, due.board)
    figures = {
        "xp": tally.xp,
        "accuracy": tally.accuracy,
        "streak": tally.streak,
        "wins": tally.wins,
        "score": score,
        "updated_at": tx.now,
    }
    new = insert(BoardPlace).values(board_id=due.board.id, user_id=user_id, **figures)
    tx.session.exec(new.on_conflict_do_update(index_elements=["board_id", "user_id"], set_=figures))
    if not copies.put(due.board.key, user_id, score):
        mark_stale(tx, due.board)
    return True


def _capped(tally: Tally) -> Tally:
    """What a score can hold of it, so that the rows say the same as the number."""
    return rules.unpack(tally.score)


def _take_off(tx: Transaction, user_id: UUID, board: Board) -> None:
    copying(tx, board)
    gone = delete(BoardPlace).where(
        col(BoardPlace.user_id) == user_id, col(BoardPlace.board_id) == board.id
    )
    tx.session.exec(gone)
    if board.scope is BoardScope.LEAGUE:
        leagues.give_seat_back(tx, board)
    if board.closed_at is None and not copies.drop(board.key, user_id):
        mark_stale(tx, board)


def mark_stale(tx: Transaction, board: Board) -> None:
    """Redis does not know what this transaction did to the board."""
    tx.session.exec(
        update(Board)
        .where(col(Board.id) == board.id, col(Board.stale_since).is_(None))
        .values(stale_since=tx.now)
    )


def _tell(tx: Transaction, board_ids: list[UUID]) -> None:
    if board_ids:
        tx.publish(BoardsMoved(board_ids=tuple(sorted(board_ids))))
