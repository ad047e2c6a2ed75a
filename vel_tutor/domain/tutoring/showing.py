"""Classes and seats as screens may hold them."""

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.tutoring import rules
from vel_tutor.domain.tutoring.views import AttendeeView, ClassView, OwnClassView, SeatView
from vel_tutor.models.tutoring import ClassSeat, ClassSession
from vel_tutor.vocabulary import GRADES, Subject

TITLES = {
    Subject.MATH: "Math class",
    Subject.READING: "Reading class",
    Subject.SCIENCE: "Science class",
}


def to_come(tx: Transaction, session: ClassSession, time_zone: str) -> ClassView:
    """A class as anybody may see it."""
    left = session.seats - session.taken
    return ClassView(
        id=str(session.id),
        subject=session.subject.value,
        title=TITLES[session.subject],
        band=rules.band_words(session.grade_from, session.grade_to),
        when=rules.when_words(session.starts_at, session.minutes, time_zone),
        tutor=_first_name(tx, session),
        seats_left=f"{left} of {session.seats} seats free" if left else "Full",
        is_full=left == 0,
    )


def seat(tx: Transaction, taken: ClassSeat, session: ClassSession, time_zone: str) -> SeatView:
    """A seat as the parent who took it sees it."""
    until = session.starts_at - rules.GIVE_UP_UNTIL
    return SeatView(
        id=str(taken.id),
        title=TITLES[session.subject],
        child=accounts.person(tx, taken.child_id).first_name,
        when=rules.when_words(session.starts_at, session.minutes, time_zone),
        tutor=_first_name(tx, session),
        place=session.place,
        may_give_up=rules.may_give_up(session.starts_at, tx.now),
        until=rules.moment_words(until, time_zone),
    )


def own(tx: Transaction, session: ClassSession, time_zone: str) -> OwnClassView:
    """A class as its tutor sees it: who comes, by first name and grade."""
    return OwnClassView(
        id=str(session.id),
        title=TITLES[session.subject],
        band=rules.band_words(session.grade_from, session.grade_to),
        when=rules.when_words(session.starts_at, session.minutes, time_zone),
        place=session.place,
        taken=f"{session.taken} of {session.seats} seats taken",
        attendees=_attendees(tx, session),
        is_over=session.starts_at <= tx.now,
    )


def _attendees(tx: Transaction, session: ClassSession) -> tuple[AttendeeView, ...]:
    taken = select(ClassSeat).where(
        ClassSeat.session_id == session.id, col(ClassSeat.given_up_at).is_(None)
    )
    found: list[AttendeeView] = []
    for one in tx.session.exec(taken.order_by(col(ClassSeat.taken_at))).all():
        try:
            child = accounts.person(tx, one.child_id)
        except NotFound:
            continue
        found.append(AttendeeView(child.first_name, GRADES.get(child.grade or 0, "")))
    return tuple(found)


def _first_name(tx: Transaction, session: ClassSession) -> str:
    try:
        return accounts.person(tx, session.tutor_id).first_name
    except NotFound:
        return "A tutor"
