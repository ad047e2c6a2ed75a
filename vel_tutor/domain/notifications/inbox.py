"""The list in the app: reading it, and having read it."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import tuple_, update
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.notifications import words
from vel_tutor.domain.notifications.events import NotificationsRead
from vel_tutor.domain.notifications.views import InboxView, NoticeView
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import MEMBERS

A_PAGE = 20


def inbox(actor: Actor, after: str = "") -> InboxView:
    """The actor's notifications, the latest first.

    Args:
        after: `InboxView.more` of the page before; anything else begins at the top.
    """
    actor.must_be(*MEMBERS)
    with reading() as tx:
        mine = select(Notification).where(Notification.user_id == actor.user_id)
        place = _place(after)
        if place:
            mine = mine.where(tuple_(col(Notification.at), col(Notification.id)) < place)
        found = tx.session.exec(
            mine.order_by(col(Notification.at).desc(), col(Notification.id).desc()).limit(
                A_PAGE + 1
            )
        ).all()
        shown = found[:A_PAGE]
        more = f"{shown[-1].at.isoformat()}~{shown[-1].id}" if len(found) > A_PAGE else ""
        return InboxView(
            notices=tuple(_view(row, actor.time_zone, tx.now) for row in shown),
            unread=_unread(tx, actor.user_id),
            more=more,
        )


def unread(actor: Actor) -> int:
    """How many notifications the actor has not read."""
    with reading() as tx:
        return _unread(tx, actor.user_id)


def mark_read(actor: Actor, notification_id: UUID) -> str:
    """Note that the actor has read one of theirs.

    Returns:
        The page it leads to.

    Raises:
        NotFound: it is not theirs, or not there.
    """
    with transaction() as tx:
        row = tx.session.exec(
            select(Notification)
            .where(Notification.id == notification_id, Notification.user_id == actor.user_id)
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise NotFound
        if row.read_at is None:
            row.read_at = tx.now
            tx.session.add(row)
            tx.publish(NotificationsRead(user_id=actor.user_id))
        return row.path


def mark_all_read(actor: Actor) -> None:
    """Note that the actor has read everything so far."""
    with transaction() as tx:
        tx.session.exec(
            update(Notification)
            .where(
                col(Notification.user_id) == actor.user_id,
                col(Notification.read_at).is_(None),
                col(Notification.at) <= tx.now,
            )
            .values(read_at=tx.now)
        )
        tx.publish(NotificationsRead(user_id=actor.user_id))


def _unread(tx: Transaction, user_id: UUID) -> int:
    return tx.session.exec(
        select(func.count()).where(
            Notification.user_id == user_id, col(Notification.read_at).is_(None)
        )
    ).one()


def _place(after: str) -> tuple[datetime, UUID] | None:
    at, _, last = after.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(last)
    except ValueError:
        return None


def _view(row: Notification, time_zone: str, now: datetime) -> NoticeView:
    said = words.say(row.kind, row.data)
    return NoticeView(
        id=str(row.id),
        kind=row.kind.value,
        title=said.title,
        words=said.words,
        path=row.path,
        when=_when(row.at, now, ZoneInfo(time_zone)),
        is_new=row.read_at is None,
    )


def _when(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - local.date()).days
    day = {0: "Today", 1: "Yesterday"}.get(days, local.strftime("%-d %B"))
    return f"{day}, {local:%H:%M}"
