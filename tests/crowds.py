"""Leaderboards in tests: strangers with XP on the boards somebody stands on."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import boards, incentives
from vel_tutor.domain.boards import leagues, players, rules
from vel_tutor.domain.boards.rules import Tally
from vel_tutor.live import boards as copies
from vel_tutor.models.accounts import User
from vel_tutor.models.boards import Board, BoardPlace
from vel_tutor.vocabulary import AgeBand, BoardScope, Role, XpReason


def strangers(number: int) -> list[UUID]:
    """So many more students, who have done nothing yet."""
    with transaction() as tx:
        new = [
            User(
                role=Role.STUDENT,
                first_name="Somebody",
                grade=9,
                age_band=AgeBand.TEEN,
                created_at=tx.now,
            )
            for _ in range(number)
        ]
        if new:
            tx.session.exec(insert(User).values([one.model_dump() for one in new]))
        return [one.id for one in new]


def counted(actor: Actor) -> None:
    """Put the actor where their learning belongs, as the reaction does."""
    with transaction() as tx:
        boards.count(tx, actor.user_id)


def board_of(actor: Actor, scope: BoardScope = BoardScope.WEEKLY) -> Board:
    """The open board of that scope the actor stands on."""
    with reading() as tx:
        return tx.session.exec(
            select(Board)
            .join(BoardPlace, col(BoardPlace.board_id) == Board.id)
            .where(BoardPlace.user_id == actor.user_id, Board.scope == scope)
            .where(col(Board.closed_at).is_(None))
        ).one()


def place_of(actor: Actor, scope: BoardScope = BoardScope.WEEKLY) -> BoardPlace | None:
    """What the actor has on their board of that scope, if they stand on one."""
    with reading() as tx:
        return tx.session.exec(
            select(BoardPlace)
            .join(Board, col(Board.id) == BoardPlace.board_id)
            .where(BoardPlace.user_id == actor.user_id, Board.scope == scope)
        ).one_or_none()


def stands(actor: Actor, scope: BoardScope = BoardScope.WEEKLY) -> BoardPlace:
    """The same of somebody who stands on one."""
    place = place_of(actor, scope)
    assert place is not None
    return place


def crowd(board: Board, tallies: Sequence[Tally | int]) -> list[UUID]:
    """Let strangers stand on the board, with these figures or so much XP."""
    people = strangers(len(tallies))
    for user_id, one in zip(people, tallies, strict=True):
        stand(board, user_id, Tally(xp=one) if isinstance(one, int) else one)
    return people


def stand(board: Board, user_id: UUID, tally: Tally) -> None:
    """Let one person stand on the board."""
    with transaction() as tx:
        known = tx.session.get(BoardPlace, (board.id, user_id))
        place = known or BoardPlace(
            board_id=board.id, user_id=user_id, xp=1, score=1, updated_at=tx.now
        )
        shown = rules.unpack(tally.score)
        place.xp, place.accuracy, place.streak = shown.xp, shown.accuracy, shown.streak
        place.wins, place.score = shown.wins, tally.score
        tx.session.add(place)
        copies.put(board.key, user_id, tally.score)


def learn(actor: Actor, xp: int) -> None:
    """Let the actor have practised, for so much XP in all."""
    with transaction() as tx:
        is_new = incentives.record_practice_day(tx, actor.user_id, uuid4())
        rest = xp - (incentives.XP_PRACTICE_DAY if is_new else 0)
        incentives.award_xp(tx, actor.user_id, rest, XpReason.PRACTICE_COMPLETED, uuid4())
        boards.count(tx, actor.user_id)


def take_seat(user_id: UUID, time_zone: str) -> None:
    """Let somebody who lives in `time_zone` begin their week in a league."""
    with transaction() as tx:
        someone = players.known(tx, user_id)
        assert someone is not None
        there = replace(someone, time_zone=time_zone)
        week = players.week(tx.now, players.league_zone(there, tx.now))
        leagues.board_for(tx, there, week)
