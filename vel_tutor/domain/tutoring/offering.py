"""A tutor's side: offering a class, seeing who comes, calling it off."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts, incentives, notifications
from vel_tutor.domain.tutoring import rules, showing
from vel_tutor.domain.tutoring.events import ClassCalledOff, ClassOffered
from vel_tutor.domain.tutoring.views import OwnClassView
from vel_tutor.models.tutoring import ClassSeat, ClassSession
from vel_tutor.vocabulary import NotificationKind, PassReason, Standing, Subject

_SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class ClassForm:
    """A class as a tutor filled it in, by their own clock."""

    subject: str = ""
    band: str = ""
    day: str = ""
    at: str = ""
    minutes: str = ""
    seats: str = ""
    place: str = ""


def offer(actor: Actor, form: ClassForm) -> UUID:
    """Offer a class.

    Raises:
        NotAllowed: not a tutor.
        Invalid: a field will not do; the words say which.
    """
    actor.must_be(Standing.TUTOR)
    with transaction() as tx:
        session = _session(tx, actor, form)
        tx.session.add(session)
        tx.session.flush()
        tx.publish(ClassOffered(session_id=session.id, tutor_id=actor.user_id))
        return session.id


def own_classes(actor: Actor) -> tuple[OwnClassView, ...]:
    """The tutor's classes that were not called off, the next one first, then those that were."""
    actor.must_be(Standing.TUTOR)
    with reading() as tx:
        rows = tx.session.exec(
            select(ClassSession)
            .where(ClassSession.tutor_id == actor.user_id)
            .where(col(ClassSession.called_off_at).is_(None))
            .order_by(col(ClassSession.starts_at).desc())
            .limit(_SHOWN)
        ).all()
        views = [showing.own(tx, row, actor.time_zone) for row in rows]
        return tuple(
            [view for view in reversed(views) if not view.is_over]
            + [view for view in views if view.is_over]
        )


def call_off(actor: Actor, session_id: UUID) -> None:
    """Call a class off: every seat is free, every pass goes back, every parent is told.

    Raises:
        NotFound: no such class of the actor's, or it has begun.
    """
    actor.must_be(Standing.TUTOR)
    with transaction() as tx:
        session = tx.session.exec(
            select(ClassSession)
            .where(ClassSession.id == session_id, ClassSession.tutor_id == actor.user_id)
            .where(col(ClassSession.called_off_at).is_(None))
            .where(ClassSession.starts_at > tx.now)
            .with_for_update()
        ).one_or_none()
        if session is None:
            raise NotFound
        session.called_off_at, session.taken = tx.now, 0
        tx.session.add(session)
        for seat in _seats(tx, session_id):
            seat.given_up_at = tx.now
            tx.session.add(seat)
            incentives.give_pass(tx, seat.parent_id, PassReason.SEAT_GIVEN_UP, seat.id)
            notifications.tell(
                tx,
                seat.parent_id,
                NotificationKind.CLASS_CALLED_OFF,
                source_id=seat.id,
                path=routes.PASSES,
            )
        tx.publish(ClassCalledOff(session_id=session_id))


def _seats(tx: Transaction, session_id: UUID) -> list[ClassSeat]:
    """Every seat that is taken; in the order of the parents, so that nobody waits in a circle."""
    taken = select(ClassSeat).where(
        ClassSeat.session_id == session_id, col(ClassSeat.given_up_at).is_(None)
    )
    return list(tx.session.exec(taken.order_by(col(ClassSeat.parent_id))).all())


def _session(tx: Transaction, actor: Actor, form: ClassForm) -> ClassSession:
    starts_at = rules.begins(form.day, form.at, accounts.person(tx, actor.user_id).time_zone)
    if starts_at is None:
        raise Invalid("Please choose a day and a time.")
    if not tx.now + rules.SOONEST <= starts_at <= tx.now + rules.FARTHEST:
        raise Invalid("A class starts in an hour at the soonest, and in 90 days at the latest.")
    if form.subject not in set(Subject) or form.band not in rules.BANDS:
        raise Invalid("Please choose a subject and grades from the lists.")
    if not rules.is_place(form.place.strip()):
        raise Invalid("The video room needs an address that begins with https://.")
    first, last, _ = rules.BANDS[form.band]
    return ClassSession(
        tutor_id=actor.user_id,
        subject=Subject(form.subject),
        grade_from=first,
        grade_to=last,
        starts_at=starts_at,
        minutes=_one_of(form.minutes, rules.LENGTHS, "Please choose how long it takes."),
        seats=_one_of(
            form.seats,
            range(1, rules.MOST_SEATS + 1),
            f"A class has 1 to {rules.MOST_SEATS} seats.",
        ),
        place=form.place.strip(),
        offered_at=tx.now,
    )


def _one_of(typed: str, choices: tuple[int, ...] | range, words: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else -1
    if number not in choices:
        raise Invalid(words)
    return number
