"""Streaks of two as one of them sees them, and the nudge that one of them has practised."""

from collections.abc import Sequence
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import accounts, friends, incentives, notifications
from vel_tutor.domain.pairs import keeping, rules
from vel_tutor.domain.pairs.events import PairGrew
from vel_tutor.domain.pairs.rules import Life
from vel_tutor.domain.pairs.views import PairsView, PairView
from vel_tutor.models.pairs import Pair
from vel_tutor.vocabulary import STUDENTS, NotificationKind


def pairs(actor: Actor) -> PairsView:
    """All streaks of two of the actor, and the questions about some.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        friendships = friends.friendships_of(tx, actor.user_id)
        found = keeping.pairs_among(tx, friendships)
        others = [friendships[pair.friendship_id] for pair in found]
        names = friends.names(tx, actor.user_id, others)
        lives = _lives(tx, found, {actor.user_id, *others})
        shown = tuple(
            _shown(pair, actor.user_id, other, lives, names[other])
            for pair, other in zip(found, others, strict=True)
        )
    kept = sum(pair.is_on or not pair.asks for pair in shown)
    taken = tuple(pair.friendship_id for pair in shown)
    return PairsView(shown, taken, may_ask=kept < rules.MOST_PAIRS)


def practised(tx: Transaction, user_id: UUID, day: date) -> None:
    """Somebody has practised `day`: their streaks of two grow, or the friends hear of it.

    A friend is told once a day at the most, and only of a streak that is alive; of a day that was
    told of late, not at all.
    """
    if incentives.today_of(tx, user_id) == day:
        notifications.no_longer(tx, user_id, NotificationKind.PAIR_OPEN)
    friendships = friends.friendships_of(tx, user_id)
    found = [pair for pair in keeping.pairs_among(tx, friendships) if pair.since]
    lives = _lives(tx, found, {user_id, *(friendships[pair.friendship_id] for pair in found)})
    for pair in found:
        other = friendships[pair.friendship_id]
        mine, theirs = lives[user_id], lives[other]
        length = rules.length(mine, theirs, pair.since or day)
        if theirs.has_practised and theirs.today == day:
            both = (user_id, other)
            tx.publish(PairGrew(pair_id=pair.id, user_ids=both, local_date=day, length=length))
        elif mine.today == day and length and not theirs.has_practised:
            _nudge(tx, other, theirs.today, length)


def _nudge(tx: Transaction, user_id: UUID, today: date, length: int) -> None:
    """Tell somebody that a friend has practised; once a day, however many friends have."""
    ends = incentives.running_day(tx, user_id).ends_at
    notifications.tell(
        tx,
        user_id,
        NotificationKind.PAIR_OPEN,
        source_id=uuid5(NAMESPACE_URL, f"vel_tutor:pair-open:{today.isoformat()}"),
        path=routes.FRIENDS,
        data={"length": length, "useless_from": ends.isoformat()},
    )


def _lives(tx: Transaction, found: Sequence[Pair], ids: set[UUID]) -> dict[UUID, Life]:
    first = min((pair.since for pair in found if pair.since), default=None)
    if first is None:
        return {}
    days = incentives.days_of(tx, ids, first)
    return {user_id: Life(kept.days, kept.today) for user_id, kept in days.items()}


def _shown(pair: Pair, me: UUID, other: UUID, lives: dict[UUID, Life], name: str) -> PairView:
    length = 0
    if pair.since is not None:
        length = rules.length(lives[me], lives[other], pair.since)
        words = _today(lives[me], lives[other])
    else:
        is_own = pair.asked_by_id == me
        words = "Asked. It begins when they say yes." if is_own else "Would like one with you."
    return PairView(
        id=str(pair.id),
        friendship_id=str(pair.friendship_id),
        name=name,
        seed=accounts.pseudonym(other),
        days=length,
        words=words,
        asks=pair.since is None and pair.asked_by_id != me,
        is_on=pair.since is not None,
    )


def _today(mine: Life, theirs: Life) -> str:
    """How today goes; who has not practised is not pointed at."""
    if mine.has_practised and theirs.has_practised:
        return "You both practised today."
    if mine.has_practised:
        return "You practised today."
    if theirs.has_practised:
        return "Your friend practised today. One practice, and it counts."
    return "Today is still open for both of you."
