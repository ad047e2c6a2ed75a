"""A thousand rooms for two over bad lines: nobody is stuck, nothing counts or pays twice.

`python -m bench.rooms --rooms 1000 --json`: the real domain functions on the real database, from
many threads at once. Answers are lost, doubled, delayed, reordered, or given on two devices at the
same moment; players drop out for a while or for good, friends come late or never. Then every row
is compared with what the players did: `stuck`, `double_scores` and `double_rewards` must be 0, and
so must `wrong_scores` (another result than the answers say, whatever order they came in) and
`wrong_rewards` (paid or not paid against the rule).
"""

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random
from statistics import median
from typing import Any, TypeVar
from uuid import UUID, uuid4

import click
from sqlmodel import col, func, select

from bench.events import migrate
from bench.lines import SIZE, Manner, Parcel, Player
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Refusal, Unavailable
from vel_tutor.core.outbox import Happening
from vel_tutor.domain import incentives
from vel_tutor.domain.loops import Friend, rescue
from vel_tutor.domain.loops.rescue import rules
from vel_tutor.models.accounts import User
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.incentives import LedgerEntry
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import AgeBand, FeedKind, Role, ShieldReason, Standing, XpReason
from vt import week
from vt.services import Services

ROUND = timedelta(seconds=6)
MOST_ROUNDS = 200
THREADS = 8
COMES_LATE, NEVER_COMES, VANISHES, IS_GUEST = 0.2, 0.05, 0.15, 0.4
LATEST_COMING = 12
"""Rounds."""
_MANNERS = (Manner.STEADY, Manner.STEADY, Manner.HASTY, Manner.TWO_DEVICES)


@dataclass
class Room:
    """One room, and when its friend comes; None for never."""

    room_id: UUID
    code: str
    inviter: Player
    coming: Friend
    comes_in_round: int | None
    rng: Random
    friend: Player | None = None

    @property
    def players(self) -> tuple[Player, ...]:
        return (self.inviter, self.friend) if self.friend else (self.inviter,)


@dataclass
class Tally:
    """What became of what was sent."""

    counts: Counter[str] = field(default_factory=Counter)

    def __call__(self, what: str) -> None:
        self.counts[what] += 1


def run(rooms: int, seed: int) -> dict[str, Any]:
    """Play `rooms` rooms from the same luck for the same `seed`, then look at every row."""
    began, at, said = time.monotonic(), clock.now(), Tally()
    with ThreadPoolExecutor(THREADS) as pool:
        with clock.stopped(at):
            opening = [pool.submit(_patiently, partial(_open, one, seed)) for one in range(rooms)]
            all_rooms = [room.result() for room in opening]
        at, turns = _play(pool, all_rooms, at, said)
        _close(pool, all_rooms, at, said)
    return {
        "rooms": rooms,
        "seed": seed,
        "rounds": turns,
        **_verdict(all_rooms),
        "sent": dict(sorted(said.counts.items())),
        "seconds": round(time.monotonic() - began, 1),
    }


T = TypeVar("T")


def _patiently(deed: Callable[[], T]) -> T:
    """Do it, and again when the database was too busy to answer: nothing was written then."""
    while True:
        try:
            return deed()
        except Unavailable:
            time.sleep(0.1)


def _open(number: int, seed: int) -> Room:
    """A room with its inviter, and a friend on the way: a member or a guest."""
    rng = Random(f"{seed}/{number}")  # noqa: S311  (repeatable, not secret)
    caller = _student()
    view = rescue.invite(caller)
    room_id = UUID(view.room.split("/")[2])
    rescue.enter(Friend(visitor_id="", member=caller), room_id)
    late = rng.randint(1, LATEST_COMING) if rng.random() < COMES_LATE else 0
    if rng.random() < IS_GUEST:
        coming = Friend(visitor_id=f"guest-{number}")
    else:
        coming = Friend(visitor_id=f"browser-{number}", member=_student())
    return Room(
        room_id=room_id,
        code=view.share.qr.split("/")[2],
        inviter=_player(Friend(visitor_id="", member=caller), room_id, True, rng),
        coming=coming,
        comes_in_round=None if rng.random() < NEVER_COMES else late,
        rng=rng,
    )


def _student() -> Actor:
    """Somebody with an account, a made-up one: without a password nobody can sign in to it."""
    user = User(
        id=uuid4(),
        role=Role.STUDENT,
        first_name="Bench",
        grade=5,
        age_band=AgeBand.TEEN,
        created_at=clock.now(),
        simulation="bench",
    )
    actor = Actor(
        user_id=user.id, standing=Standing.TEEN, first_name="Bench", time_zone="UTC", grade=5
    )
    with transaction() as tx:
        tx.session.add(user)
    return actor


def _player(friend: Friend, room_id: UUID, is_inviter: bool, rng: Random) -> Player:
    with reading() as tx:
        seat = select(RescueSeat.session_id).where(
            RescueSeat.rescue_id == room_id, RescueSeat.is_inviter == is_inviter
        )
        session_id = tx.session.exec(seat).one()
    items = [week.question(session_id, position) for position in range(SIZE)]
    return Player(
        friend=friend,
        room_id=room_id,
        session_id=session_id,
        is_inviter=is_inviter,
        right=tuple(week.answer_to(item, right=True) for item in items),
        wrong=tuple(week.answer_to(item, right=False) for item in items),
        knows=tuple(rng.random() < 0.7 for _ in items),
        manner=rng.choice(_MANNERS),
        vanishes_at=rng.randint(0, SIZE - 1) if rng.random() < VANISHES else None,
        rng=Random(rng.random()),  # noqa: S311
    )


def _play(
    pool: ThreadPoolExecutor, rooms: list[Room], at: datetime, said: Tally
) -> tuple[datetime, int]:
    """Round after round until nobody has anything to send; when that was, and how many."""
    for turn in range(MOST_ROUNDS):
        at += ROUND
        with clock.stopped(at):
            _everybody(pool, [partial(_come, room, turn) for room in rooms])
            parcels = [one for room in rooms for who in room.players for one in who.parcels(turn)]
            _everybody(pool, [partial(_deliver, one, said) for one in parcels])
        if not any(_is_busy(room, turn) for room in rooms):
            return at, turn + 1
    return at, MOST_ROUNDS


def _everybody(pool: ThreadPoolExecutor, deeds: Iterable[Callable[[], None]]) -> None:
    """All at once, as far as there are threads; a failure of our own ends the bench."""
    for done in [pool.submit(deed) for deed in deeds]:
        done.result()


def _is_busy(room: Room, turn: int) -> bool:
    is_awaited = room.friend is None and room.comes_in_round is not None
    return is_awaited or any(not who.is_done or who.late for who in room.players)


def _come(room: Room, turn: int) -> None:
    if room.friend is not None or room.comes_in_round is None or turn < room.comes_in_round:
        return
    _patiently(partial(rescue.join, room.coming, room.code))
    _patiently(partial(rescue.enter, room.coming, room.room_id))
    room.friend = _player(room.coming, room.room_id, False, room.rng)


def _deliver(parcel: Parcel, said: Tally) -> None:
    """One answer arrives; whoever gets the reply turns to the next question."""
    who, given = parcel.player, parcel.given
    try:
        view = rescue.answer(who.friend, who.room_id, given)
    except Refusal as refusal:
        said(f"refused: {refusal.code}")
        return
    is_known = view.play.answered > given.position
    said("marked or known" if is_known else "kept for its turn")
    if parcel.wants_reply and is_known:
        who.replied.add(given.position)
        _turn(who, given.position)


def _turn(who: Player, position: int) -> None:
    """Leave the verdict behind, so that the clock of the next question runs."""
    try:
        rescue.next_question(who.friend, who.room_id, position)
    except Unavailable:
        return  # shown when the next answer comes


def _close(pool: ThreadPoolExecutor, rooms: list[Room], at: datetime, said: Tally) -> None:
    """Time runs out: late answers knock, and several clocks close the rooms at once."""
    with clock.stopped(at + rules.LIFE):
        late = [
            Parcel(who, who._answer(who.next, "first", knows=True))
            for room in rooms
            for who in room.players
            if who.next < SIZE
        ]
        _everybody(pool, [partial(_deliver, one, said) for one in late])
        clocks = [partial(_patiently, rescue.close_over)] * (THREADS // 2)
        while any(pool.map(lambda close: close(), clocks)):
            pass


def _verdict(rooms: list[Room]) -> dict[str, Any]:
    """Every row against what the players did."""
    seats = {(seat.rescue_id, seat.is_inviter): seat for seat in _rows(RescueSeat)}
    found: Counter[str] = Counter()
    for room in rooms:
        for who in room.players:
            seat = seats[room.room_id, who.is_inviter]
            found["stuck"] += who.vanishes_at is None and seat.completed_at is None
            found["wrong_scores"] += _scored_wrong(who, seat)
        found["wrong_rewards"] += _paid_wrong(room, seats)
    found["stuck"] += sum(one.closed_at is None for one in _rows(Rescue))
    found["double_scores"] = _double_scores()
    found["double_rewards"] = _double_rewards()
    figures = {
        "seats": len(seats),
        "completed": sum(bool(one.completed_at) for one in seats.values()),
    }
    figures["earned"] = sum(bool(one.earned_at) for one in seats.values())
    names = ("stuck", "double_scores", "double_rewards", "wrong_scores", "wrong_rewards")
    return {name: found[name] for name in names} | figures | {"drift": incentives.drift()}


def _rows(table: type[Any]) -> list[Any]:
    with reading() as tx:
        return list(tx.session.exec(select(table)).all())


def _scored_wrong(who: Player, seat: RescueSeat) -> bool:
    """Whether the deck says otherwise than the answers; on two devices either of two may stand."""
    with reading() as tx:
        session = tx.session.get_one(PracticeSession, seat.session_id)
        deck = select(PracticeQuestion).where(PracticeQuestion.session_id == seat.session_id)
        rows = tx.session.exec(deck.order_by(col(PracticeQuestion.position))).all()
    marked = [row for row in rows if row.answered_at]
    right = sum(bool(row.was_right) for row in marked)
    if (seat.answered, session.answered, session.correct) != (len(marked), len(marked), right):
        return True
    if [row.position for row in marked] != list(range(len(marked))):
        return True
    if who.manner is Manner.TWO_DEVICES:
        return False
    return any(bool(row.was_right) is not who.knows[row.position] for row in marked)


def _paid_wrong(room: Room, seats: dict[tuple[UUID, bool], RescueSeat]) -> bool:
    """Whether somebody has a shield who should have none, or the other way round."""
    pair = [seat for is_first in (True, False) if (seat := seats.get((room.room_id, is_first)))]
    works = [
        rules.Work(
            answered=seat.answered,
            completed=seat.completed_at is not None,
            honest=seat.held is None and not _is_rapid(seat),
            lost=seat.completed_at is None,
        )
        for seat in pair
    ]
    for seat, mine in zip(pair, works, strict=True):
        other = next((one for one in works if one is not mine), None)
        due = rules.earns(mine, other)
        paid = due and seat.player_user_id is not None
        if (seat.earned_at is not None, seat.paid_at is not None) != (due, paid):
            return True
    return False


def _is_rapid(seat: RescueSeat) -> bool:
    with reading() as tx:
        spent = tx.session.exec(
            select(PracticeQuestion.spent_ms).where(
                PracticeQuestion.session_id == seat.session_id,
                col(PracticeQuestion.answered_at).is_not(None),
            )
        ).all()
    return bool(spent) and median(spent) < 2000


def _double_scores() -> int:
    """Decks paid more than once, and questions that raised their player's count twice."""
    with reading() as tx:
        paid = (
            select(LedgerEntry.source_id)
            .where(LedgerEntry.reason == XpReason.PRACTICE_COMPLETED)
            .group_by(col(LedgerEntry.source_id), col(LedgerEntry.currency))
            .having(func.count() > 1)
        )
        told = (
            select(func.count())
            .where(Happening.kind == "RescueAnswered")
            .group_by(
                Happening.payload["room_id"].astext,
                Happening.payload["is_inviter"].astext,
                Happening.payload["count"].astext,
            )
            .having(func.count() > 1)
        )
        return len(tx.session.exec(paid).all()) + len(tx.session.exec(told).all())


def _double_rewards() -> int:
    """Shields, lines of the feed and endings that came more than once from one room."""
    with reading() as tx:
        shields = (
            select(func.sum(LedgerEntry.amount))
            .where(LedgerEntry.reason == ShieldReason.RESCUE)
            .group_by(col(LedgerEntry.user_id), col(LedgerEntry.source_id))
            .having(func.sum(LedgerEntry.amount) > 1)
        )
        lines = (
            select(func.count())
            .where(FeedItem.kind == FeedKind.STREAKS_SAVED)
            .group_by(col(FeedItem.owner_id), col(FeedItem.source_id))
            .having(func.count() > 1)
        )
        endings = (
            select(func.count())
            .where(col(Happening.kind).in_(["RescueCompleted", "RescueClosed"]))
            .group_by(Happening.payload["room_id"].astext)
            .having(func.count() > 1)
        )
        return sum(len(tx.session.exec(query).all()) for query in (shields, lines, endings))


@click.command()
@click.option("--rooms", default=1000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(rooms: int, seed: int, as_json: bool) -> None:
    """Let a thousand pairs practise over bad lines."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        migrate()
        found = run(rooms, seed)
    click.echo(json.dumps(found, indent=None if as_json else 2))
    names = ("stuck", "double_scores", "double_rewards", "wrong_scores", "wrong_rewards", "drift")
    raise SystemExit(1 if any(found[name] for name in names) else 0)


if __name__ == "__main__":
    main()
