"""Taking events from the outbox: what each still sets off, exactly once, whoever dies meanwhile.

A `Delivery` is owed until `done_at` or `dead_at`. Whoever takes one pushes `due_at` into the
future: that is a lease. The reaction and `done_at` commit together, so a worker that dies leaves
either both or neither, and the reaper finds what is due again.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, func, select

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.events import Event
from vel_tutor.core.log import say
from vel_tutor.core.outbox import Happening
from vel_tutor.models.happenings import Delivery, Tick

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=45)
"""How long a delivery may be on its way before somebody else may carry it."""
MOST_TRIES = 5
FIRST_BACKOFF = timedelta(seconds=5)
"""After the first failure; doubled with each further one."""

Reaction = Callable[[Transaction, Event], None]
"""What an event sets off: joins the given transaction and does nothing outside it."""


@dataclass(frozen=True)
class Errand:
    """A delivery somebody should carry now; `lease_until` tells this attempt from earlier ones."""

    delivery_id: UUID
    lease_until: datetime

    @property
    def job_id(self) -> str:
        """The same for the same attempt, so that the queue holds it once."""
        return f"{self.delivery_id}-{int(self.lease_until.timestamp())}"


@dataclass(frozen=True)
class OutboxView:
    """How far behind the outbox is."""

    unplanned: int
    owed: int
    done: int
    dead: int
    oldest_owed_s: float
    """Age in seconds of the oldest event with something still owed; 0 when nothing is."""


def plan(reactions: Mapping[str, Sequence[str]], at_most: int = 200) -> list[Errand]:
    """Turn unplanned events into deliveries, one for each name in `reactions[kind]`.

    Returns:
        The errands to put into the queue, already leased to it.
    """
    with transaction() as tx:
        waiting = (
            select(Happening)
            .where(col(Happening.queued_at).is_(None))
            .order_by(col(Happening.seq))
            .limit(at_most)
            .with_for_update(skip_locked=True)
        )
        owed: list[Delivery] = []
        for happening in tx.session.exec(waiting):
            happening.queued_at = tx.now
            owed += [
                Delivery(happening_id=happening.id, reaction=name, due_at=tx.now + LEASE)
                for name in reactions.get(happening.kind, ())
            ]
        tx.session.add_all(owed)
        return [Errand(delivery.id, delivery.due_at) for delivery in owed]


def take_overdue(at_most: int = 200) -> list[Errand]:
    """The reaper: lease again whatever is owed and due. Safe to run anywhere, any time."""
    with transaction() as tx:
        due = (
            select(Delivery)
            .where(col(Delivery.done_at).is_(None), col(Delivery.dead_at).is_(None))
            .where(Delivery.due_at <= tx.now)
            .order_by(col(Delivery.due_at))
            .limit(at_most)
            .with_for_update(skip_locked=True)
        )
        taken = list(tx.session.exec(due))
        for delivery in taken:
            delivery.due_at = tx.now + LEASE
        return [Errand(delivery.id, delivery.due_at) for delivery in taken]


def carry(delivery_id: UUID, reactions: Mapping[str, Reaction]) -> bool:
    """Do what one delivery owes, unless it is done, given up, or in somebody else's hands.

    Returns:
        Whether it took effect now.
    """
    if not _begin(delivery_id):
        return False
    try:
        with transaction() as tx:
            delivery = _access(tx.session, delivery_id)
            if delivery is None:
                return False
            happening = tx.session.get_one(Happening, delivery.happening_id)
            reactions[delivery.reaction](tx, happening.event())
            delivery.done_at = tx.now
            return True
    except Exception as failure:
        log.exception("a reaction failed")
        _give_back(delivery_id, failure)
        return False


def _begin(delivery_id: UUID) -> bool:
    """Count the try before it starts: a reaction that kills its worker runs out of tries too."""
    with transaction() as tx:
        delivery = _access(tx.session, delivery_id)
        if delivery is None:
            return False
        if delivery.tries >= MOST_TRIES:
            _bury(delivery, tx.now, delivery.last_error or "WorkerLost")
            return False
        delivery.tries += 1
        delivery.due_at = tx.now + LEASE
        return True


def _access(session: Session, delivery_id: UUID) -> Delivery | None:
    """Fetch and lock an owed delivery; None when it is over or somebody holds it right now."""
    mine = (
        select(Delivery)
        .where(Delivery.id == delivery_id)
        .where(col(Delivery.done_at).is_(None), col(Delivery.dead_at).is_(None))
        .with_for_update(skip_locked=True)
    )
    return session.exec(mine).one_or_none()


def _give_back(delivery_id: UUID, failure: Exception) -> None:
    with transaction() as tx:
        delivery = _access(tx.session, delivery_id)
        if delivery is None:
            return
        delivery.last_error = type(failure).__name__
        if delivery.tries >= MOST_TRIES:
            _bury(delivery, tx.now, delivery.last_error)
        else:
            delivery.due_at = tx.now + FIRST_BACKOFF * 2 ** (delivery.tries - 1)


def _bury(delivery: Delivery, now: datetime, why: str) -> None:
    delivery.dead_at, delivery.last_error = now, why
    say(log, logging.ERROR, "a reaction was given up", reaction=delivery.reaction, cause=why)


def revive(delivery_id: UUID) -> None:
    """Owe a dead delivery again, with all its tries; for staff, after the cause was mended.

    Raises:
        NotFound: no dead delivery has this id.
    """
    with transaction() as tx:
        again = (
            update(Delivery)
            .where(col(Delivery.id) == delivery_id, col(Delivery.dead_at).is_not(None))
            .values(dead_at=None, tries=0, due_at=tx.now)
        )
        if tx.session.exec(again).rowcount == 0:
            raise NotFound


def outbox() -> OutboxView:
    """Backlog, age and dead letters."""
    with reading() as tx:
        session = tx.session
        owed = col(Delivery.done_at).is_(None) & col(Delivery.dead_at).is_(None)
        unplanned = col(Happening.queued_at).is_(None)
        oldest = min(
            filter(
                None,
                (
                    session.exec(select(func.min(Happening.happened_at)).where(unplanned)).one(),
                    session.exec(
                        select(func.min(Happening.happened_at))
                        .join(Delivery, col(Delivery.happening_id) == col(Happening.id))
                        .where(owed)
                    ).one(),
                ),
            ),
            default=tx.now,
        )
        return OutboxView(
            unplanned=_count(session, unplanned),
            owed=_count(session, owed),
            done=_count(session, col(Delivery.done_at).is_not(None)),
            dead=_count(session, col(Delivery.dead_at).is_not(None)),
            oldest_owed_s=max(0.0, (tx.now - oldest).total_seconds()),
        )


def _count(session: Session, which: object) -> int:
    return session.exec(select(func.count()).where(which)).one()  # type: ignore[arg-type]


def dead_letters(at_most: int = 50) -> list[tuple[UUID, str, str]]:
    """Given-up deliveries, newest first: id, reaction and the type of the last error."""
    with reading() as tx:
        dead = (
            select(Delivery)
            .where(col(Delivery.dead_at).is_not(None))
            .order_by(col(Delivery.dead_at).desc())
            .limit(at_most)
        )
        return [(row.id, row.reaction, row.last_error) for row in tx.session.exec(dead)]


def claim_tick(job: str, slot: datetime) -> bool:
    """Whether the caller may start `job` for `slot`: true once, however many schedulers ask."""
    with transaction() as tx:
        claim = insert(Tick).values(job=job, slot=slot)
        claim = claim.on_conflict_do_update(
            index_elements=[col(Tick.job)],
            set_={"slot": claim.excluded.slot},
            where=col(Tick.slot) < claim.excluded.slot,
        ).returning(col(Tick.job))
        return tx.session.exec(claim).first() is not None


def forget_done(older_than: timedelta) -> int:
    """Delete deliveries done longer ago than `older_than`, and events nothing is owed for.

    Returns:
        How many events went.
    """
    with transaction() as tx:
        before = tx.now - older_than
        tx.session.exec(delete(Delivery).where(col(Delivery.done_at) < before))
        still_wanted = select(Delivery.id).where(col(Delivery.happening_id) == col(Happening.id))
        gone = delete(Happening).where(col(Happening.queued_at) < before, ~still_wanted.exists())
        return tx.session.exec(gone).rowcount
