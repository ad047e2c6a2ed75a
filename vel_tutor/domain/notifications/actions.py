"""Telling people something, once per cause."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain.notifications.events import NotificationAdded, NotificationsRead
from vel_tutor.models.notifications import Notification
from vel_tutor.vocabulary import NotificationKind


def tell(
    tx: Transaction,
    user_id: UUID,
    kind: NotificationKind,
    *,
    source_id: UUID,
    path: str,
    data: Mapping[str, str | int] | None = None,
) -> bool:
    """Tell `user_id` something, once for each `source_id`.

    Args:
        path: the page of ours it leads to.
        data: numbers and words the sentence is made of when it is read; no names. A moment (ISO) as
            `useless_from` says when it is too late to call anybody back for it.

    Returns:
        Whether it is new.

    Raises:
        ValueError: `path` does not lead to a page of ours.
    """
    if routes.local(path) != path:
        raise ValueError("a notification leads to a page of ours")
    row = Notification(
        user_id=user_id, kind=kind, source_id=source_id, path=path, data=dict(data or {}), at=tx.now
    )
    added = (
        insert(Notification)
        .values(**row.model_dump())
        .on_conflict_do_nothing(constraint="notification_once")
        .returning(col(Notification.id))
    )
    if tx.session.exec(added).first() is None:
        return False
    tx.publish(NotificationAdded(notification_id=row.id, user_id=user_id, kind=kind))
    return True


def no_longer(tx: Transaction, user_id: UUID, kind: NotificationKind) -> None:
    """What `user_id` was told of `kind` has settled itself: nobody is called for it any more."""
    done = tx.session.exec(
        update(Notification)
        .where(
            col(Notification.user_id) == user_id,
            col(Notification.kind) == kind,
            col(Notification.read_at).is_(None),
        )
        .values(read_at=tx.now)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount:
        tx.publish(NotificationsRead(user_id=user_id))
