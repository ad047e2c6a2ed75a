"""The letter of Monday morning: to each parent at nine by their own clock, once a week."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, notifications
from vel_tutor.domain.accounts import Draft
from vel_tutor.domain.loops.proud_parent import letter, rules, week
from vel_tutor.domain.loops.proud_parent.events import WeeklyLetterWritten
from vel_tutor.domain.loops.proud_parent.letter import ChildWeek, Frame
from vel_tutor.models.accounts import User
from vel_tutor.models.proud_parent import WeeklyLetter
from vel_tutor.vocabulary import LetterKind, NoticeWay, NotificationKind, Role

_AT_A_TIME = 500


def send_weekly_letters() -> int:
    """Every quarter of an hour. Late, it still writes on the same Monday; never twice.

    Returns:
        How many parents were seen to; call again until there are none.
    """
    with reading() as tx:
        due = _due(tx)
    for parent_id in due:
        _write(parent_id)
    return len(due)


def _due(tx: Transaction) -> list[UUID]:
    """Parents whose Monday morning it is, and who have not been seen to this week."""
    found: list[UUID] = []
    for zone in _zones_where_it_is_time(tx):
        name = rules.week_name(rules.this_week(tx.now, zone))
        seen_to = exists().where(
            col(WeeklyLetter.parent_id) == User.id, col(WeeklyLetter.week) == name
        )
        parents = select(User.id).where(*_PARENTS, User.time_zone == zone, ~seen_to)
        found += tx.session.exec(parents.order_by(col(User.id)).limit(_AT_A_TIME)).all()
    return found[:_AT_A_TIME]


_PARENTS = (User.role == Role.PARENT, col(User.closed_at).is_(None), User.email != "")


def _zones_where_it_is_time(tx: Transaction) -> list[str]:
    zones = tx.session.exec(select(User.time_zone).where(*_PARENTS).distinct()).all()
    return [zone for zone in sorted(zones) if rules.is_letter_time(tx.now, zone)]


def _write(parent_id: UUID) -> None:
    """See to one parent: the row that says so and the letter stand or fall together."""
    parent = accounts.actor_of(parent_id)
    with transaction() as tx:
        weeks = _weeks(tx, parent) if _is_wanted(tx, parent_id) else ()
        if not _is_first(tx, parent, len(weeks)) or not weeks:
            return
        frame = Frame(
            first_name=parent.first_name,
            stop=notifications.unsubscribe_address(parent_id, NotificationKind.WEEKLY_PROGRESS),
            sender=settings().postal_address,
        )
        draft = Draft(
            LetterKind.WEEKLY_PROGRESS,
            letter.subject(weeks),
            letter.body(weeks, frame),
            letter.html(weeks, frame),
            frame.stop,
        )
        if accounts.write_to(tx, parent_id, draft):
            tx.publish(WeeklyLetterWritten(parent_id=parent_id, week=_week_now(tx.now, parent)))


def _is_wanted(tx: Transaction, parent_id: UUID) -> bool:
    return notifications.wants(tx, parent_id, NotificationKind.WEEKLY_PROGRESS, NoticeWay.MAIL)


def _is_first(tx: Transaction, parent: Actor, children: int) -> bool:
    seen_to = WeeklyLetter(
        parent_id=parent.user_id,
        week=_week_now(tx.now, parent),
        children=children,
        at=tx.now,
    )
    added = (
        insert(WeeklyLetter)
        .values(**seen_to.model_dump())
        .on_conflict_do_nothing(constraint="weekly_letter_once")
        .returning(col(WeeklyLetter.id))
    )
    return tx.session.exec(added).first() is not None


def _week_now(now: datetime, parent: Actor) -> str:
    return rules.week_name(rules.this_week(now, parent.time_zone))


def _weeks(tx: Transaction, parent: Actor) -> tuple[ChildWeek, ...]:
    """Last week of each child who was here by then."""
    monday = rules.last_week(tx.now, parent.time_zone)
    _, ended = rules.bounds(monday, parent.time_zone)
    today = rules.local_date(tx.now, parent.time_zone)
    told: list[ChildWeek] = []
    for child in accounts.children_of(tx, parent):
        person = accounts.person(tx, child.user_id)
        if person.joined_at >= ended:
            continue
        facts = week.of(tx, child.user_id, person.time_zone, monday, parent.time_zone)
        told.append(
            ChildWeek(
                name=child.first_name,
                week=week.view(facts, child.first_name, today),
                page=settings().public_url + routes.proud(child.user_id),
            )
        )
    return tuple(told)
