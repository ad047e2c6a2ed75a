"""A parent's side: classes to come, a seat for a pass, and giving it up in time."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.tutoring import rules, showing
from vel_tutor.domain.tutoring.events import SeatGivenUp, SeatTaken
from vel_tutor.domain.tutoring.views import BookingChild, SamplerView, SeatView
from vel_tutor.models.tutoring import ClassSeat, ClassSession
from vel_tutor.vocabulary import PassReason, Standing, Subject

_SHOWN = 20


class ClassFull(Conflict):
    words = "The last seat has just gone. Your pass is still yours."
    code = "class_full"


class SeatAlready(Conflict):
    words = "There is a seat for this child already."
    code = "seat_already"


class TooLateToGiveUp(Conflict):
    words = "Seats can be given up until 24 hours before the class."
    code = "too_late_to_give_up"


def sampler(subject: Subject, actor: Actor | None) -> SamplerView:
    """The classes of a subject that are to come, and what the actor has to do with them."""
    zone = actor.time_zone if actor else "UTC"
    is_parent = actor is not None and actor.standing is Standing.PARENT
    with reading() as tx:
        rows = tx.session.exec(
            select(ClassSession)
            .where(ClassSession.subject == subject, ClassSession.starts_at > tx.now)
            .where(col(ClassSession.called_off_at).is_(None))
            .order_by(col(ClassSession.starts_at))
            .limit(_SHOWN)
        ).all()
        return SamplerView(
            subject=subject.value,
            title=showing.TITLES[subject],
            classes=tuple(showing.to_come(tx, row, zone) for row in rows),
            children=_children(tx, actor) if actor and is_parent else (),
            seats=_seats(tx, actor) if actor and is_parent else (),
            passes=incentives.passes_of(tx, actor.user_id) if actor and is_parent else 0,
            is_parent=is_parent,
            is_guest=actor is None,
        )


def seats_of(actor: Actor) -> tuple[SeatView, ...]:
    """The seats the actor has taken in classes to come, the next one first."""
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        return _seats(tx, actor)


def book(actor: Actor, session_id: UUID, child_id: UUID) -> None:
    """Take a seat for the actor's child, with one pass: all of it or nothing.

    Raises:
        NotFound: no such class to come, or not a child of the actor's.
        ClassFull: the last seat is gone.
        SeatAlready: the child has a seat in this class.
        NoPass: there is no pass left.
    """
    actor.must_be(Standing.PARENT)
    with transaction() as tx:
        if not accounts.acts_for(tx, actor, child_id):
            raise NotFound
        _take_one(tx, session_id)
        seat_id = _seat(tx, actor, session_id, child_id)
        incentives.use_pass(tx, actor.user_id, seat_id)
        tx.publish(SeatTaken(session_id=session_id, seat_id=seat_id, parent_id=actor.user_id))


def give_up(actor: Actor, seat_id: UUID) -> None:
    """Give a seat up; the pass comes back.

    Raises:
        NotFound: no such seat of the actor's, or it was given up before.
        TooLateToGiveUp: the class begins within 24 hours.
    """
    actor.must_be(Standing.PARENT)
    with transaction() as tx:
        session = _locked_class_of(tx, actor, seat_id)
        if not rules.may_give_up(session.starts_at, tx.now):
            raise TooLateToGiveUp
        given_up = (
            update(ClassSeat)
            .where(col(ClassSeat.id) == seat_id, col(ClassSeat.given_up_at).is_(None))
            .values(given_up_at=tx.now)
            .returning(col(ClassSeat.id))
        )
        if tx.session.exec(given_up).first() is None:
            raise NotFound
        session.taken -= 1
        tx.session.add(session)
        incentives.give_pass(tx, actor.user_id, PassReason.SEAT_GIVEN_UP, seat_id)
        tx.publish(SeatGivenUp(session_id=session.id, seat_id=seat_id, parent_id=actor.user_id))


def _take_one(tx: Transaction, session_id: UUID) -> None:
    """Count one more seat as taken; the database knows when there is none."""
    to_come = (
        col(ClassSession.id) == session_id,
        col(ClassSession.called_off_at).is_(None),
        col(ClassSession.starts_at) > tx.now,
    )
    taken = (
        update(ClassSession)
        .where(*to_come, col(ClassSession.taken) < col(ClassSession.seats))
        .values(taken=ClassSession.taken + 1)
        .returning(col(ClassSession.id))
    )
    if tx.session.exec(taken).first() is None:
        exists = tx.session.exec(select(ClassSession.id).where(*to_come)).first()
        raise ClassFull if exists else NotFound


def _seat(tx: Transaction, actor: Actor, session_id: UUID, child_id: UUID) -> UUID:
    new = ClassSeat(
        session_id=session_id, child_id=child_id, parent_id=actor.user_id, taken_at=tx.now
    )
    added = (
        insert(ClassSeat)
        .values(**new.model_dump())
        .on_conflict_do_nothing()
        .returning(col(ClassSeat.id))
    )
    seat_id = tx.session.exec(added).scalar_one_or_none()
    if seat_id is None:
        raise SeatAlready
    return seat_id


def _locked_class_of(tx: Transaction, actor: Actor, seat_id: UUID) -> ClassSession:
    """The class of the actor's seat, locked: seats and their number change together."""
    mine = select(ClassSeat.session_id).where(
        ClassSeat.id == seat_id,
        ClassSeat.parent_id == actor.user_id,
        col(ClassSeat.given_up_at).is_(None),
    )
    session = tx.session.exec(
        select(ClassSession).where(col(ClassSession.id).in_(mine)).with_for_update()
    ).one_or_none()
    if session is None:
        raise NotFound
    return session


def _children(tx: Transaction, actor: Actor) -> tuple[BookingChild, ...]:
    return tuple(
        BookingChild(str(child.user_id), child.first_name)
        for child in accounts.children_of(tx, actor)
    )


def _seats(tx: Transaction, actor: Actor) -> tuple[SeatView, ...]:
    rows = tx.session.exec(
        select(ClassSeat, ClassSession)
        .where(ClassSeat.session_id == ClassSession.id, ClassSeat.parent_id == actor.user_id)
        .where(col(ClassSeat.given_up_at).is_(None))
        .where(ClassSession.starts_at > tx.now - timedelta(hours=1))
        .order_by(col(ClassSession.starts_at))
        .limit(_SHOWN)
    ).all()
    return tuple(showing.seat(tx, taken, session, actor.time_zone) for taken, session in rows)
